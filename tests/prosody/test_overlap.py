"""The real network on one voice, on two at once, on noise and silence."""

import numpy as np
import pytest

from simulator.measures import conditions
from simulator.prosody import OverlapDetector
from simulator.prosody.overlap import SegmentationNetwork, load
from simulator.sound import Sound, silence
from simulator.transcription import TimeSpan
from tests.spoken import spoken
from tests.transcription import non_speech

RATE_HZ = 16_000
HIS = (
    "In March our planner left, and I took over the whole schedule within a week. There were "
    "eleven branches, and each of them had a form of its own. First I called every manager."
)
HERS = (
    "The weather will stay dry until the evening, with a light wind from the west. On the hills it "
    "may freeze at night, so please drive with care on the smaller roads and take your time."
)


@pytest.fixture(scope="module")
def detector() -> SegmentationNetwork:
    return load()


@pytest.fixture(scope="module")
def his() -> Sound:
    return spoken(HIS)


@pytest.fixture(scope="module")
def hers() -> Sound:
    return spoken(HERS, gender="female")


def together(one: Sound, other: Sound, level_db: float) -> Sound:
    """The other voice so much louder (dB) than the one, for as long as both last."""
    count = min(len(one.samples), len(other.samples))
    a, b = one.samples[:count], other.samples[:count]
    gain = 10 ** (level_db / 20) * np.sqrt(np.mean(a**2) / np.mean(b**2))
    return Sound(np.clip(a + gain * b, -1, 1).astype(np.float32), RATE_HZ)


def kinds(sound: Sound, detector: SegmentationNetwork) -> list[str]:
    speech = [TimeSpan(0.0, sound.duration_s)]
    return [c.kind for c in conditions(sound, speech, detector.voices(sound))]


def test_it_is_a_detector(detector: SegmentationNetwork) -> None:
    assert isinstance(detector, OverlapDetector)


def test_one_voice_is_one(detector: SegmentationNetwork, his: Sound, hers: Sound) -> None:
    for sound in (his, hers):
        voices = detector.voices(sound)
        assert voices.speech_s == pytest.approx(sound.duration_s, rel=0.35)
        assert "other_voice" not in kinds(sound, detector)


@pytest.mark.parametrize("level_db", [0, -6, -10])
def test_two_at_once_are_told(
    detector: SegmentationNetwork, his: Sound, hers: Sound, level_db: float
) -> None:
    assert "other_voice" in kinds(together(his, hers, level_db), detector)


def test_one_after_the_other_are_not_at_once(
    detector: SegmentationNetwork, his: Sound, hers: Sound
) -> None:
    both = Sound(np.concatenate([his.samples, hers.samples]), RATE_HZ)
    assert "other_voice" not in kinds(both, detector)


@pytest.mark.parametrize("kind", ["typing", "music", "a fan", "traffic"])
def test_noise_beside_a_voice_is_no_voice(
    detector: SegmentationNetwork, his: Sound, kind: str
) -> None:
    assert "other_voice" not in kinds(together(his, non_speech.sound(kind), -10), detector)


def test_silence_and_nothing(detector: SegmentationNetwork) -> None:
    for sound in (silence(12.0, RATE_HZ), silence(0.0, RATE_HZ)):
        assert detector.voices(sound).overlap_s == 0


def test_the_same_each_time(detector: SegmentationNetwork, his: Sound, hers: Sound) -> None:
    sound = together(his, hers, 0)
    assert detector.voices(sound) == detector.voices(sound)


def test_another_rate_is_refused(detector: SegmentationNetwork) -> None:
    with pytest.raises(ValueError, match="16000"):
        detector.voices(silence(1.0, 48_000))
