"""The real network on sounds of known pitch, on a spoken sentence, on noise and silence."""

import numpy as np
import pytest

from simulator.prosody import PitchTracker
from simulator.prosody.swift_f0 import STEP_S, SwiftF0Tracker, load
from simulator.sound import Sound, silence
from simulator.transcription import TimeSpan, voice_activity
from tests.prosody.tones import buzz, swinging
from tests.spoken import spoken

RATE_HZ = 16_000


@pytest.fixture(scope="module")
def tracker() -> SwiftF0Tracker:
    return load()


def whole(sound: Sound) -> list[TimeSpan]:
    return [TimeSpan(0.0, sound.duration_s)]


def known(values: tuple[float | None, ...]) -> list[float]:
    return [value for value in values if value is not None]


def filled(values: tuple[float | None, ...]) -> list[float]:
    """With 0 where there is no value."""
    return [value or 0.0 for value in values]


def test_it_is_a_tracker(tracker: SwiftF0Tracker) -> None:
    assert isinstance(tracker, PitchTracker)


@pytest.mark.parametrize("hz", [80.0, 120.0, 210.0, 400.0])
def test_a_steady_tone(tracker: SwiftF0Tracker, hz: float) -> None:
    sound = buzz(np.full(2 * RATE_HZ, hz))
    pitch = known(tracker.contour(sound, whole(sound)).pitch_hz)
    assert len(pitch) > 0.9 * 2 / STEP_S
    assert np.median(pitch) == pytest.approx(hz, rel=0.01)


def test_each_value_is_of_its_moment(tracker: SwiftF0Tracker) -> None:
    pitch_hz = swinging(150.0, 8.0, 12.0)
    sound = buzz(pitch_hz)
    contour = tracker.contour(sound, whole(sound))
    off = [
        abs(12 * np.log2(heard / pitch_hz[round(i * STEP_S * RATE_HZ)]))
        for i, heard in enumerate(contour.pitch_hz)
        if heard is not None
    ]
    assert len(off) > 0.95 * 12 / STEP_S
    assert np.median(off) < 0.15


@pytest.mark.parametrize("level_db", [-60.0, -45.0, -6.0])
def test_how_loud_the_recording_is_does_not_matter(
    tracker: SwiftF0Tracker, level_db: float
) -> None:
    pitch_hz = swinging(150.0, 8.0, 4.0)
    usual, other = buzz(pitch_hz), buzz(pitch_hz, level_db=level_db)
    one, two = tracker.contour(usual, whole(usual)), tracker.contour(other, whole(other))
    assert filled(two.pitch_hz) == pytest.approx(filled(one.pitch_hz), rel=0.01)
    assert np.median(known(two.loudness_db)) == pytest.approx(level_db, abs=0.5)


def test_only_where_a_voice_is_heard(tracker: SwiftF0Tracker) -> None:
    sound = buzz(np.full(6 * RATE_HZ, 120.0))
    contour = tracker.contour(sound, [TimeSpan(1.0, 2.0), TimeSpan(4.0, 5.0)])
    assert len(contour.pitch_hz) == len(contour.loudness_db) == int(6 / STEP_S)
    for i, (pitch, loudness) in enumerate(zip(contour.pitch_hz, contour.loudness_db, strict=True)):
        heard = 1.0 <= i * STEP_S < 2.0 or 4.0 <= i * STEP_S < 5.0
        assert (loudness is not None) == heard
        assert heard or pitch is None


def test_pieces_give_what_the_whole_gives(tracker: SwiftF0Tracker) -> None:
    sound = buzz(swinging(150.0, 8.0, 10.0))
    pieces = filled(tracker.contour(sound, whole(sound)).pitch_hz)
    parts = filled(tracker.contour(sound, [TimeSpan(0.0, 3.3), TimeSpan(3.3, 10.0)]).pitch_hz)
    assert parts == pytest.approx(pieces, rel=1e-4)


def test_silence_and_noise_have_no_pitch(tracker: SwiftF0Tracker) -> None:
    quiet = silence(3.0, RATE_HZ)
    hiss = np.random.default_rng(1).normal(0, 0.1, 3 * RATE_HZ).astype(np.float32)
    brown = np.cumsum(hiss - hiss.mean())
    brown = (brown / np.abs(brown).max() / 4).astype(np.float32)
    for samples in (quiet.samples, hiss, brown):
        sound = Sound(samples, RATE_HZ)
        assert len(known(tracker.contour(sound, whole(sound)).pitch_hz)) <= 2


@pytest.mark.parametrize("duration_s", [0.0, 0.01, 0.02])
def test_hardly_any_sound(tracker: SwiftF0Tracker, duration_s: float) -> None:
    sound = Sound(np.full(round(duration_s * RATE_HZ), 0.1, np.float32), RATE_HZ)
    assert known(tracker.contour(sound, whole(sound)).pitch_hz) == []


def test_speech_beyond_the_end_is_passed_over(tracker: SwiftF0Tracker) -> None:
    sound = buzz(np.full(RATE_HZ, 120.0))
    contour = tracker.contour(sound, [TimeSpan(0.5, 3.0), TimeSpan(4.0, 5.0)])
    assert len(contour.pitch_hz) == int(1 / STEP_S)


def test_another_rate_is_refused(tracker: SwiftF0Tracker) -> None:
    with pytest.raises(ValueError, match="16000"):
        tracker.contour(silence(1.0, 48_000), [])


def test_a_voice_and_the_same_one_each_time(tracker: SwiftF0Tracker) -> None:
    sound = spoken("I told her what I had seen, and asked how she had seen it herself.")
    speech = voice_activity.spans(voice_activity.load()(sound.samples))
    contour = tracker.contour(sound, speech)
    pitch = known(contour.pitch_hz)
    assert len(pitch) > 0.4 * len(known(contour.loudness_db))
    assert 70 < np.median(pitch) < 300
    assert contour == load().contour(sound, speech)
