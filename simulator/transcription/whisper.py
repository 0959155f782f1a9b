"""Whisper through faster-whisper and CTranslate2: two passes over one encoding.

An answer is cut at its pauses into chunks; each chunk is encoded once and decoded twice, plainly
for the words, and with a prompt that makes Whisper write filled pauses. The encoder is given the
chunk and a little silence instead of Whisper's usual 30 s window: a fraction of the work, and on
spontaneous speech no more word errors (docs/benchmarks.md).
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.sound import SPEECH_RATE_HZ, Samples, Sound
from simulator.transcription import filled_pauses, second_opinion, timing, voice_activity
from simulator.transcription.base import FilledPause, Transcript, TranscriptionError, Word
from simulator.transcription.hearing import ChunkedHearing
from simulator.transcription.models import Model

FRAMES_PER_S = 100
WINDOW_FRAMES = 3000
"""Whisper's own window, 30 s: the longest that the encoder takes."""
PADDING_FRAMES = 200
"""Silence after a chunk, so that the decoder sees the speech end."""
FRAME_GRID = 250
BEAM = 5
TOO_REPETITIVE = 2.4
TOO_UNLIKELY = -1.0
NO_SPEECH = 0.6
"""Whisper's own thresholds: compression ratio of the text, mean log-probability, no-speech."""
OPENING = "\"'\u201c\u00bf([{-"
CLOSING = "\"'.,!?:\u201d)]}"
"""Punctuation that belongs to the word after it, and to the word before it."""


@dataclass(frozen=True, slots=True)
class _Decoded:
    tokens: list[int]
    log_probability: float
    compression: float
    no_speech: float

    @property
    def sound(self) -> bool:
        return self.compression <= TOO_REPETITIVE and self.log_probability >= TOO_UNLIKELY

    @property
    def silent(self) -> bool:
        return self.no_speech > NO_SPEECH and self.log_probability < TOO_UNLIKELY


class WhisperRecogniser:
    """A `Recogniser`. Loading takes about half a second; keep it for a whole interview."""

    def __init__(self, model: Model, *, threads: int = 0) -> None:
        """`threads` 0 means one for each core, 4 at most.

        Raises `TranscriptionError` for a model that cannot be loaded.
        """
        from faster_whisper import WhisperModel

        try:
            self._whisper: Any = WhisperModel(
                str(model.folder),
                device="cpu",
                compute_type="int8",
                cpu_threads=threads,
                local_files_only=True,
            )
            self._detector = voice_activity.load()
        except Exception as error:  # CTranslate2 raises RuntimeError, ValueError and others
            raise TranscriptionError(
                f"The speech model '{model.name}' in {model.folder} cannot be loaded: "
                f"{_first_line(error)}.",
                "It may be damaged: remove that folder and install or pull the model anew.",
            ) from error
        self._name = model.name

    @property
    def model(self) -> str:
        return self._name

    def transcribe(
        self,
        sound: Sound,
        *,
        language: str = "en",
        progress: Callable[[float], None] | None = None,
    ) -> Transcript:
        return self.hearing(language=language).transcript(sound, progress)

    def hearing(self, *, language: str = "en") -> ChunkedHearing:
        tokenizer = self._tokenizer(language)
        return ChunkedHearing(
            lambda samples, offset_s, voice: self._hear(
                samples, offset_s, voice, tokenizer, language
            ),
            self._detector.stream(),
            model=self._name,
            language=language,
        )

    def _tokenizer(self, language: str) -> Any:
        from faster_whisper.tokenizer import Tokenizer

        whisper = self._whisper
        if language not in whisper.supported_languages:
            raise TranscriptionError(
                f"The speech model '{self._name}' does not know the language '{language}'.",
                "Use a multilingual one, such as base, or another language in the set.",
            )
        return Tokenizer(
            whisper.hf_tokenizer,
            whisper.model.is_multilingual,
            task="transcribe",
            language=language,
        )

    def _hear(
        self,
        samples: Samples,
        offset_s: float,
        voice: voice_activity.Probabilities,
        tokenizer: Any,
        language: str,
    ) -> tuple[list[Word], list[FilledPause]]:
        frames = min(WINDOW_FRAMES, len(samples) * FRAMES_PER_S // SPEECH_RATE_HZ)
        features = self._features(samples, frames)
        encoded = self._whisper.encode(features)
        plain = self._decode(features, encoded, [], tokenizer)
        if plain.silent:
            return [], []
        heard = timing.without_loops(self._align(plain, encoded, frames, offset_s, tokenizer))
        words, pauses = filled_pauses.split(heard)
        if language != "en":  # the prompt is English
            return words, pauses
        again = self._align(
            self._prompted(features, encoded, tokenizer), encoded, frames, offset_s, tokenizer
        )
        _, more = filled_pauses.split(second_opinion.without_doubtful(again, heard, voice))
        return words, filled_pauses.merge(pauses, more)

    def _prompted(self, features: NDArray[np.float32], encoded: Any, tokenizer: Any) -> _Decoded:
        """The pass that writes filled pauses; what it makes of the words is not dependable."""
        prompt = [tokenizer.sot_prev, *tokenizer.encode(" " + filled_pauses.PROMPT)]
        return self._decode(features, encoded, prompt, tokenizer)

    def _features(self, samples: Samples, frames: int) -> NDArray[np.float32]:
        """The log-mel spectrogram, (mels, frames), then silence up to a grid of 2.5 s."""
        raw = self._whisper.feature_extractor(samples)
        padded = -(-(frames + PADDING_FRAMES) // FRAME_GRID) * FRAME_GRID
        return _pad(raw[:, :frames], min(WINDOW_FRAMES, padded))

    def _decode(
        self, features: NDArray[np.float32], encoded: Any, prompt: list[int], tokenizer: Any
    ) -> _Decoded:
        """One pass. A result that loops or that the model itself doubts is tried again.

        Whisper's own remedy is to sample at random; ours gives the same text every time: the whole
        window of 30 s, and no phrase twice.
        """
        first = self._generate(encoded, prompt, tokenizer)
        if first.sound or first.silent:
            return first
        window = self._whisper.encode(_pad(features, WINDOW_FRAMES))
        second = self._generate(window, prompt, tokenizer, no_repeat_ngram_size=6)
        if second.sound or first.compression > TOO_REPETITIVE:
            return second
        return max(first, second, key=lambda decoded: decoded.log_probability)

    def _generate(
        self, encoded: Any, prompt: list[int], tokenizer: Any, **options: Any
    ) -> _Decoded:
        from faster_whisper.transcribe import get_suppressed_tokens

        (result,) = self._whisper.model.generate(
            encoded,
            [[*prompt, *tokenizer.sot_sequence, tokenizer.no_timestamps]],
            beam_size=BEAM,
            return_scores=True,
            return_no_speech_prob=True,
            suppress_tokens=get_suppressed_tokens(tokenizer, [-1]),
            **options,
        )
        tokens = [token for token in result.sequences_ids[0] if token < tokenizer.eot]
        text = tokenizer.decode(tokens).strip().encode()
        return _Decoded(
            tokens,
            result.scores[0] * len(tokens) / (len(tokens) + 1),
            len(text) / len(zlib.compress(text)) if text else 0.0,
            result.no_speech_prob,
        )

    def _align(
        self, decoded: _Decoded, encoded: Any, frames: int, offset_s: float, tokenizer: Any
    ) -> list[Word]:
        if not decoded.tokens:
            return []
        from faster_whisper.transcribe import merge_punctuations

        (aligned,) = self._whisper.find_alignment(tokenizer, [decoded.tokens], encoded, frames)
        merge_punctuations(aligned, OPENING, CLOSING)
        words: list[Word] = []
        for item in aligned:
            text, probability = item["word"], round(float(item["probability"]), 3)
            start_s = round(offset_s + float(item["start"]), 2)
            end_s = round(offset_s + float(item["end"]), 2)
            if words and not text.startswith(" "):  # "wake" and "-up" are one word
                words[-1] = replace(words[-1], text=words[-1].text + text, end_s=end_s)
            elif text.strip():
                words.append(Word(text.strip(), start_s, end_s, probability))
        return words


def _pad(features: NDArray[np.float32], frames: int) -> NDArray[np.float32]:
    """`features` followed by silence (their own floor) up to so many frames."""
    missing = frames - features.shape[1]
    if missing <= 0:
        return features[:, :frames]
    floor = float(features.min()) if features.size else 0.0
    return np.pad(features, ((0, 0), (0, missing)), constant_values=floor)


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
