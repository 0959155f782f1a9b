"""What erm hears in recordings, with its own default options. Run by `speech.py`, not by hand.

    python benchmarks/erm_hears.py MODEL_FOLDER RECORDING [RECORDING ...]

Needs erm and what it needs, and nothing of mockview's. Prints one JSON object a recording: `words`
as [start_s, text], `pauses` as start_s, `cpu_s`.
"""

import functools
import json
import sys
import time
from collections.abc import Sequence
from typing import Any

import faster_whisper
from erm import acoustic, asr, audio, detect, fillers, ranges

faster_whisper.WhisperModel = functools.cache(faster_whisper.WhisperModel)
"""erm loads its model for each file; that shall not count against it here."""


def cuts(file: str, words: Sequence[Any], duration_s: float) -> Sequence[Any]:
    """All that erm would cut, by its defaults (`erm.cli`)."""
    samples, rate_hz = audio.load_audio_mono(file)
    found = fillers.find_fillers(words, fillers.DEFAULT_FILLERS)
    found += detect.detect_gap_fillers(samples, rate_hz, words, duration_s, min_gap_s=0.35)
    found += detect.detect_intraword_fillers(samples, rate_hz, words)
    found += [
        cut
        for cut in detect.detect_overlong_words(samples, rate_hz, words, min_voiced_s=0.1)
        if acoustic.is_sustained_vowel(samples, rate_hz, cut.start, cut.end)
    ]
    found.sort(key=lambda cut: cut.start)
    merged: Sequence[Any] = ranges.merge_close_cuts(found, min_gap_s=0.12)
    return merged


def main() -> None:
    model, *files = sys.argv[1:]
    asr.transcribe(files[0], model_name=model, device="cpu", compute_type="int8")
    for file in files:
        start_s = time.process_time()
        words, duration_s = asr.transcribe(
            file, model_name=model, device="cpu", compute_type="int8"
        )
        pauses = [cut.start for cut in cuts(file, words, duration_s)]
        heard = {
            "words": [[word.start, word.text] for word in words],
            "pauses": pauses,
            "cpu_s": time.process_time() - start_s,
        }
        print(json.dumps(heard), flush=True)


if __name__ == "__main__":
    main()
