"""How lively and how loud the candidate speaks: pitch in semitones, loudness in decibels.

Semitones are ratios, so that men and women, and high and low voices, compare alike; listeners judge
liveliness by them (Traunmüller & Eriksson 1995). Decibels are differences within one answer: how
far away the microphone stood does not matter.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.measures.delivery import is_word, silent_pauses
from simulator.measures.model import Closing, Melody, StretchEnd
from simulator.prosody import Contour
from simulator.transcription import TimeSpan, Word

Values = NDArray[np.float64]

SPREAD_PERCENTILES = (10, 90)
"""A spread is the range that the middle 80 of 100 voiced moments lie in."""
LEAST_VOICED_S = 5.0
"""Of voice with a pitch (about 8 s of speech): less gives no melody."""
FLOOR_SEMITONES, CEILING_SEMITONES = 12 * np.log2(0.75), 12 * np.log2(1.5)
"""Pitch that lies further below the lower quartile, or above the upper one, is the tracker's
mistake by an octave, or a creak (Hirst 2007)."""
OCTAVE_SEMITONES = 12.0
ROUNDING = 1e-6
CURVE_STEP_S = 0.5
LEAST_IN_STEP_S = 0.08
"""Of voice with a pitch, in a step of the curve: else it has no value."""
CLOSING_S = 10.0
LEAST_VOICED_CLOSING_S = 2.5
"""Of voice with a pitch, in the last ten seconds and in the rest."""
STRETCH_PAUSE_S = 0.5
"""A silence that a listener takes for the end of a stretch; shorter ones lie inside sentences."""
END_S = 1.0
LEAST_REST_S = 2.0
"""A stretch is this much longer than its end, so that there is something to hold it against."""
LEAST_VOICED_REST_S, LEAST_VOICED_END_S = 0.5, 0.15

FADES_DB = 6.0
"""An end that drops by this much fades, and an answer's ends do where their median drops by it: 93
of 99 ordinary ends drop by less, and the median of no ordinary answer (docs/measures.md)."""
FEWEST_ENDS = 3


def melody(
    contour: Contour, speech: Sequence[TimeSpan], words: Sequence[Word] = ()
) -> Melody | None:
    """The melody of an answer; None where there is too little voice. Unrounded.

    `speech` is where a voice was heard; `words` tell how the pace changes at the end.
    """
    pitch = _semitones(contour)
    pitch[~_of_one_voice(pitch)] = np.nan
    loudness = np.array([np.nan if db is None else db for db in contour.loudness_db], np.float64)
    loudness[np.isnan(_semitones(contour))] = np.nan
    if not speech or np.count_nonzero(~np.isnan(pitch)) * contour.step_s < LEAST_VOICED_S:
        return None
    middle = float(np.nanmedian(pitch))
    ends = _stretch_ends(loudness, contour.step_s, speech)
    return Melody(
        pitch_median_hz=float(2 ** (middle / OCTAVE_SEMITONES)),
        pitch_spread_semitones=_spread(pitch),
        loudness_spread_db=_spread(loudness),
        closing=_closing(pitch, loudness, contour.step_s, speech, words),
        stretch_ends=ends,
        stretch_end_drop_db=float(np.median([end.drop_db for end in ends])) if ends else None,
        curve_step_s=CURVE_STEP_S,
        curve_semitones=_curve(pitch - middle, contour.step_s),
    )


def fading_ends(melody: Melody) -> tuple[StretchEnd, ...]:
    """The ends that fade, in an answer whose ends mostly do; empty for any other."""
    drop_db = melody.stretch_end_drop_db
    if drop_db is None or drop_db < FADES_DB or len(melody.stretch_ends) < FEWEST_ENDS:
        return ()
    return tuple(end for end in melody.stretch_ends if end.drop_db >= FADES_DB)


def _semitones(contour: Contour) -> Values:
    """Pitch above 1 Hz, not a number where there is none."""
    hz = np.array([np.nan if pitch is None else pitch for pitch in contour.pitch_hz], np.float64)
    return OCTAVE_SEMITONES * np.log2(hz)


def _of_one_voice(pitch: Values) -> NDArray[np.bool_]:
    """Which values belong to the voice, rather than to its octave above or below.

    The quartiles are those of the octave that holds most values: were they taken of all, a quarter
    of them an octave too low would make a mistake look like a habit.
    """
    known = np.sort(pitch[~np.isnan(pitch)])
    if not len(known):
        return ~np.isnan(pitch)
    last = np.searchsorted(known, known + OCTAVE_SEMITONES + ROUNDING, side="right")
    counts = last - np.arange(len(known))
    first = int(np.argmax(counts))
    lower, upper = np.percentile(known[first : last[first]], (25, 75))
    with np.errstate(invalid="ignore"):
        kept: NDArray[np.bool_] = (pitch >= lower + FLOOR_SEMITONES - ROUNDING) & (
            pitch <= upper + CEILING_SEMITONES + ROUNDING
        )
    return kept


def _spread(values: Values) -> float:
    low, high = np.nanpercentile(values, SPREAD_PERCENTILES)
    return float(high - low)


def _curve(relative: Values, step_s: float) -> tuple[float | None, ...]:
    """The median of each half second."""
    steps = np.floor(np.arange(len(relative)) * step_s / CURVE_STEP_S + ROUNDING).astype(int)
    parts = np.split(relative, np.flatnonzero(np.diff(steps)) + 1)
    known = (part[~np.isnan(part)] for part in parts)
    return tuple(
        float(np.median(part)) if len(part) * step_s >= LEAST_IN_STEP_S else None for part in known
    )


def _closing(
    pitch: Values,
    loudness: Values,
    step_s: float,
    speech: Sequence[TimeSpan],
    words: Sequence[Word],
) -> Closing | None:
    """The last ten seconds held against all before; None where either has too little voice."""
    start_s, end_s = speech[0].start_s, speech[-1].end_s
    turn_s = end_s - CLOSING_S
    at_s = np.arange(len(pitch)) * step_s
    before, after = at_s < turn_s, at_s >= turn_s
    least = LEAST_VOICED_CLOSING_S / step_s
    if min(np.count_nonzero(~np.isnan(pitch[part])) for part in (before, after)) < least:
        return None
    rates = [
        _rate_wpm(words, speech, TimeSpan(a, b)) for a, b in ((start_s, turn_s), (turn_s, end_s))
    ]
    return Closing(
        pitch_spread_difference_semitones=_spread(pitch[after]) - _spread(pitch[before]),
        loudness_difference_db=_middle(loudness[after]) - _middle(loudness[before]),
        rate_difference_wpm=None if rates[0] is None or rates[1] is None else rates[1] - rates[0],
    )


def _rate_wpm(words: Sequence[Word], speech: Sequence[TimeSpan], part: TimeSpan) -> float | None:
    """Words a minute in a part of the answer, silent pauses left out; None without words."""
    middles = [
        (word.start_s + word.end_s) / 2
        for word in words
        if word.start_s is not None and word.end_s is not None and is_word(word)
    ]
    silent_s = sum(
        max(0.0, min(part.end_s, pause.end_s) - max(part.start_s, pause.start_s))
        for pause in silent_pauses(speech)
    )
    if not middles or part.duration_s <= silent_s:
        return None
    said = sum(part.start_s <= middle < part.end_s for middle in middles)
    return said / (part.duration_s - silent_s) * 60


def _stretch_ends(
    loudness: Values, step_s: float, speech: Sequence[TimeSpan]
) -> tuple[StretchEnd, ...]:
    """How much softer the last second of each stretch is than the rest of it."""
    at_s = np.arange(len(loudness)) * step_s
    found = []
    for stretch in _stretches(speech):
        if stretch.duration_s < END_S + LEAST_REST_S:
            continue
        turn_s = stretch.end_s - END_S
        rest = loudness[(at_s >= stretch.start_s) & (at_s < turn_s)]
        end = loudness[(at_s >= turn_s) & (at_s < stretch.end_s)]
        if (
            np.count_nonzero(~np.isnan(rest)) * step_s >= LEAST_VOICED_REST_S
            and np.count_nonzero(~np.isnan(end)) * step_s >= LEAST_VOICED_END_S
        ):
            found.append(StretchEnd(turn_s, _middle(rest) - _middle(end)))
    return tuple(found)


def _stretches(speech: Sequence[TimeSpan]) -> list[TimeSpan]:
    """Speech between pauses of `STRETCH_PAUSE_S` or more."""
    joined: list[TimeSpan] = []
    for span in speech:
        if joined and span.start_s - joined[-1].end_s < STRETCH_PAUSE_S:
            joined[-1] = TimeSpan(joined[-1].start_s, span.end_s)
        else:
            joined.append(span)
    return joined


def _middle(values: Values) -> float:
    return float(np.nanmedian(values))
