"""The real recogniser on real (synthetic) speech."""

from pathlib import Path

import numpy as np
import pytest

from simulator.measures import measure
from simulator.sound import SPEECH_RATE_HZ, Sound, silence
from simulator.transcription import Recogniser, TranscriptionError, models
from simulator.transcription.whisper import WhisperRecogniser, _Decoded
from tests.spoken import share_found, spoken

pytestmark = pytest.mark.slow

SENTENCE = "We cut the waiting time by a third, and nobody had to work on a Sunday again."


@pytest.fixture(scope="module")
def recogniser(tmp_path_factory: pytest.TempPathFactory) -> Recogniser:
    cache: Path = tmp_path_factory.mktemp("cache")
    return WhisperRecogniser(models.find("base", pulled=cache / "none", cache=cache))


def joined(*sounds: Sound) -> Sound:
    return Sound(np.concatenate([sound.samples for sound in sounds]), SPEECH_RATE_HZ)


def test_every_word_is_written_with_its_time(recogniser: Recogniser) -> None:
    sound = joined(silence(1.0, SPEECH_RATE_HZ), spoken(SENTENCE))
    transcript = recogniser.transcribe(sound)
    assert share_found(SENTENCE, transcript.text) >= 0.9
    starts = [word.start_s for word in transcript.words if word.start_s is not None]
    assert starts == sorted(starts)
    assert starts[0] == pytest.approx(1.0, abs=0.25)
    assert all(0 <= (word.probability or 0) <= 1 for word in transcript.words)
    assert transcript.duration_s == pytest.approx(sound.duration_s, abs=0.001)


PAUSES_S = (1.2, 2.0, 1.5, 3.0, 4.5, 1.3)
SAID_BETWEEN = (
    "That was in March.",
    "Then we began again with another plan.",
    "My colleague was not happy about it",
    "because she had built the first one.",
    "So we sat down.",
    "We asked the customers what they thought",
    "and they told us.",
)


NOISES_BELOW_DB = (None, 40, 30, 20)


@pytest.mark.parametrize("noise_below_db", NOISES_BELOW_DB)
@pytest.mark.parametrize("gender", ["male", "female"])
def test_every_pause_is_where_it_is(
    recogniser: Recogniser, gender: str, noise_below_db: float | None
) -> None:
    """48 in all, without noise and with white noise so far below the voice. A voice has silences of
    its own at either end, which belong to the pauses."""
    pieces = [trimmed(spoken(text, gender=gender)) for text in SAID_BETWEEN]
    parts, expected, at_s = [pieces[0]], [], pieces[0].duration_s
    for long_s, piece in zip(PAUSES_S, pieces[1:], strict=True):
        parts += [silence(long_s, SPEECH_RATE_HZ), piece]
        expected.append((at_s, at_s + long_s))
        at_s += long_s + piece.duration_s
    sound = joined(*parts)
    pauses = measure(recogniser.transcribe(noisy(sound, noise_below_db))).pauses
    assert pauses is not None
    assert len(pauses) == len(expected)
    for pause, (start_s, end_s) in zip(pauses, expected, strict=True):
        assert pause.start_s == pytest.approx(start_s, abs=0.11)
        assert pause.end_s == pytest.approx(end_s, abs=0.11)


def noisy(sound: Sound, below_db: float | None) -> Sound:
    """With white noise so far below the level of the voice (root mean square)."""
    if below_db is None:
        return sound
    voice = sound.samples[np.abs(sound.samples) > 0.01 * np.max(np.abs(sound.samples))]
    level = np.sqrt(np.mean(voice**2)) * 10 ** (-below_db / 20)
    noise = np.random.default_rng(1).normal(0, level, len(sound.samples))
    return Sound((sound.samples + noise).astype(np.float32), sound.sample_rate_hz)


def trimmed(sound: Sound) -> Sound:
    """Without the silence before and after the voice (40 dB below its peak)."""
    loud = np.flatnonzero(np.abs(sound.samples) > 0.01 * np.max(np.abs(sound.samples)))
    return Sound(sound.samples[loud[0] : loud[-1] + 1], sound.sample_rate_hz)


def test_filled_pauses_are_written_beside_the_words(recogniser: Recogniser) -> None:
    transcript = recogniser.transcribe(
        spoken("So, um, we had, uh, nine people on the team, and, um, two of them were new.")
    )
    assert len(transcript.filled_pauses) >= 2
    assert not {"um", "uh"} & {word.text.lower().strip(",.") for word in transcript.words}
    assert share_found("nine people on the team and two of them were new", transcript.text) >= 0.8


def test_fluent_speech_has_no_filled_pauses(recogniser: Recogniser) -> None:
    assert recogniser.transcribe(spoken(SENTENCE)).filled_pauses == ()


def test_an_answer_longer_than_a_window_is_heard_to_its_end(recogniser: Recogniser) -> None:
    said = [
        "In March our planner left, and I took over the whole schedule within a week.",
        "There were eleven branches, and each of them had a form of its own.",
        "First I called every manager and asked what they really needed on paper.",
        "Then I built one sheet that fitted all of them, with only seven fields.",
        "The two slowest offices got a visit, and we filled it in together.",
        "After a month the numbers arrived on time for the first time in years.",
        "My supervisor noticed it before I had said a single word about it.",
        "What I would do differently is to begin with the drivers.",
        "They knew about the broken scanner long before anybody else did.",
        "And this is the very end of my long answer.",
    ]
    sound = joined(*(spoken(sentence) for sentence in said))
    transcript = recogniser.transcribe(sound)
    assert sound.duration_s > 32
    assert share_found(" ".join(said), transcript.text) >= 0.9
    assert "end of my long answer" in transcript.text


def test_silence_and_noise_say_nothing(recogniser: Recogniser) -> None:
    noise = np.random.default_rng(3).normal(0, 0.02, 10 * SPEECH_RATE_HZ).astype(np.float32)
    for sound in (silence(10, SPEECH_RATE_HZ), Sound(noise, SPEECH_RATE_HZ)):
        transcript = recogniser.transcribe(sound)
        assert transcript.words == ()
        assert transcript.filled_pauses == ()


def test_the_same_sound_gives_the_same_transcript(recogniser: Recogniser) -> None:
    sound = spoken(SENTENCE)
    assert recogniser.transcribe(sound) == recogniser.transcribe(sound)


def test_an_empty_sound_is_an_empty_transcript(recogniser: Recogniser) -> None:
    assert recogniser.transcribe(silence(0, SPEECH_RATE_HZ)).words == ()


def test_a_language_that_the_model_does_not_know_is_told(recogniser: Recogniser) -> None:
    with pytest.raises(TranscriptionError, match="does not know the language 'xx'"):
        recogniser.transcribe(spoken("Hello."), language="xx")


class PlainAlone(WhisperRecogniser):
    """Without the pass that hunts filled pauses."""

    def _prompted(self, features: object, encoded: object, tokenizer: object) -> _Decoded:
        return _Decoded([], 0.0, 1.0, 0.0)


HESITANT = (
    "So, um, we had, uh, nine people on the team, and, um, two of them were new.",
    "Uh, I was, er, told that, um, the whole order had to leave by, uh, Friday at noon, you know.",
    "Mm, well, um, in the end, uh, we, um, asked the night shift of the ER for, er, three trucks.",
    SENTENCE,
)


@pytest.mark.parametrize("gender", ["male", "female"])
def test_hunting_filled_pauses_never_costs_a_word(tmp_path: Path, gender: str) -> None:
    model = models.find("tiny.en", pulled=tmp_path / "none", cache=tmp_path / "cache")
    both, plain = WhisperRecogniser(model), PlainAlone(model)
    hunted = 0
    for text in HESITANT:
        sound = spoken(text, gender=gender)
        one, other = both.transcribe(sound), plain.transcribe(sound)
        assert one.words == other.words
        assert one.words
        hunted += len(one.filled_pauses) - len(other.filled_pauses)
    assert hunted >= 2, "the second pass has found some, so there was something to lose"
