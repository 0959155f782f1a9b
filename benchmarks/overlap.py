"""Whether another voice over an answer is told, and no single voice is taken for two.

    python benchmarks/overlap.py FOLDER

FOLDER, or each folder in it, holds recordings NAME.flac of one speaker each. Every recording is
looked at alone; then each is laid over the next (the last over the first), as loud as the other and
softer, for as long as both last. Prints a Markdown table.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from cost import machine

from simulator.audio import files
from simulator.measures import conditions
from simulator.prosody import OverlapDetector, overlap
from simulator.sound import Sound
from simulator.transcription import voice_activity

SOFTER_DB = (0, 10, 15, 20)
LEAST_S = 10.0
"""Shorter recordings are no answers."""


def over(one: Sound, other: Sound, softer_db: float) -> Sound:
    """The other voice laid over the one, so much softer (dB, root mean square)."""
    count = min(len(one.samples), len(other.samples))
    a, b = one.samples[:count], other.samples[:count]
    gain = 10 ** (-softer_db / 20) * np.sqrt(np.mean(a**2) / max(float(np.mean(b**2)), 1e-12))
    return Sound(np.clip(a + gain * b, -1, 1).astype(np.float32), one.sample_rate_hz)


def told(sound: Sound, voices: OverlapDetector) -> bool:
    """Whether an answer with this sound is told that another voice is in it."""
    stream = voice_activity.load().stream()
    stream.hear(sound.samples)
    speech = voice_activity.spans(stream.to_the_end())
    found = conditions(sound, speech, voices.voices(sound))
    return any(condition.kind == "other_voice" for condition in found)


def rows(sounds: Sequence[Sound], voices: OverlapDetector) -> list[str]:
    alone = sum(told(sound, voices) for sound in sounds)
    lines = [f"| one voice | {len(sounds)} | {alone} |"]
    pairs = list(zip(sounds, [*sounds[1:], sounds[0]], strict=True))
    for softer_db in SOFTER_DB:
        count = sum(told(over(one, other, softer_db), voices) for one, other in pairs)
        how = "as loud" if softer_db == 0 else f"{softer_db} dB softer"
        lines.append(f"| another voice, {how} | {len(pairs)} | {count} |")
    return lines


def main() -> None:
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    sounds = [files.read(file) for file in sorted(Path(sys.argv[1]).rglob("*.flac"))]
    sounds = [sound for sound in sounds if sound.duration_s >= LEAST_S]
    if len(sounds) < 2:
        sys.exit(f"There are no two recordings of {LEAST_S:.0f} s or more in {sys.argv[1]}.")
    print(f"Machine: {machine()}\n")
    print("| what | recordings | told |\n|---|---|---|")
    print("\n".join(rows(sounds, overlap.load())))


if __name__ == "__main__":
    main()
