"""What is drawn lies where it was heard."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.assessment import Assessment
from simulator.report.timeline import (
    CURVE_HEIGHT,
    WAVE_HEIGHT,
    WIDTH,
    Timeline,
    timeline,
    wave_of,
)
from simulator.scoring import DEFAULTS
from simulator.sound import SPEECH_RATE_HZ, silence
from tests import factories
from tests.report import interviews


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


def drawn(assessment: Assessment, wave: str = "") -> Timeline:
    line = timeline(assessment, wave, DEFAULTS)
    assert line is not None
    return line


def test_everything_stands_at_its_time() -> None:
    assessment = interviews.long_assessment()
    line = drawn(assessment, wave_of(interviews.beeps(assessment.transcript)))
    for mark in (*line.speech, *line.pauses, *line.fillers, *line.evidence[0]):
        assert mark.x == pytest.approx(mark.start_s / line.duration_s * WIDTH, abs=0.1)
    assert [mark.tone for mark in line.fillers].count("filled_pause") == 6
    assert {mark.tone for row in line.evidence for mark in row} == {"covered", "unsure"}
    assert line.axis[0] == "0:00"
    assert len(line.pauses) == 5


def test_bars_are_high_where_it_is_loud() -> None:
    assessment = interviews.long_assessment()
    line = drawn(assessment, wave_of(interviews.beeps(assessment.transcript)))
    bars = re.findall(r"M(\S+) (\S+)V(\d+(?:\.\d+)?)", line.wave)
    heights = {float(x): float(end) - float(top) for x, top, end in bars}
    quiet = [
        h for x, h in heights.items() if any(p.x + 6 < x < p.x + p.width - 6 for p in line.pauses)
    ]
    loud = [h for x, h in heights.items() if 30 < x < 80]
    assert max(quiet) < 5
    assert max(loud) > 40
    assert max(heights.values()) <= WAVE_HEIGHT


def test_evidence_that_overlaps_goes_into_rows() -> None:
    point = interviews.long_assessment().coverage[0]
    line = drawn(interviews.long_assessment(coverage=(point, point, point)))
    assert [len(row) for row in line.evidence] == [1, 1, 1]


def test_curves_stay_within_their_lanes() -> None:
    line = drawn(interviews.long_assessment())
    assert line.pace is not None
    assert line.melody is not None
    for curve in (line.pace, line.melody):
        heights = numbers(curve.path)[1::2]
        assert min(heights) >= 0
        assert max(heights) <= CURVE_HEIGHT
    assert "110 to 170 words a minute" in line.pace.told
    assert line.pace.band is not None
    assert line.melody.path.count("M") == 1


def test_a_curve_is_broken_where_nothing_is_known() -> None:
    melody = factories.a_melody(curve_semitones=(1.0, 2.0, None, None, None, 1.0, 0.0))
    measures = factories.some_measures(melody=melody)
    line = drawn(factories.an_assessment(measures=measures))
    assert line.melody is not None
    assert line.melody.path.count("M") == 2
    assert line.pace is None


def test_typed_answers_have_none() -> None:
    assert timeline(factories.an_assessment(typed=True), "", DEFAULTS) is None


def test_silence_and_no_sound_have_no_bars() -> None:
    for sound in (silence(5.0, SPEECH_RATE_HZ), silence(0.001, SPEECH_RATE_HZ)):
        assert wave_of(sound) == ""
    assert drawn(interviews.long_assessment()).wave == ""


@given(values=st.lists(st.one_of(st.none(), st.floats(-40, 40)), max_size=40))
def test_any_melody_can_be_drawn(values: list[float | None]) -> None:
    melody = factories.a_melody(curve_semitones=tuple(values))
    measures = factories.some_measures(melody=melody)
    line = drawn(factories.an_assessment(measures=measures))
    if line.melody is not None:
        assert np.isfinite(numbers(line.melody.path)).all()
