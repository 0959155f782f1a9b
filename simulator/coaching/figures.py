"""The numbers of one answer or of many, the same ones everywhere on the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, median

from simulator.archive import Answer
from simulator.scoring import Targets
from simulator.scoring.pauses import long_pauses


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians over answers, where nothing else is said; None where no answer has the measure
    (typed, not assessed)."""

    total: float | None
    """The mean, as everywhere in mockview."""
    points_made: float | None
    """The share of talking points that were covered, 0 to 1."""
    off_length_s: float | None
    """Seconds beyond the nearer end of the question's own target; 0 within it."""
    pace_wpm: float | None
    fillers_per_minute: float | None
    long_pauses: float | None
    """The mean number in an answer, of those that the targets call long."""
    latency_s: float | None
    spread_semitones: float | None
    loudness_spread_db: float | None


def figures(answers: Iterable[Answer], targets: Targets) -> Figures:
    """The figures of those answers that have been assessed."""
    assessed = [(answer, answer.assessment) for answer in answers if answer.assessment is not None]
    measured = [assessment.measures for _, assessment in assessed]
    points = [point for _, assessment in assessed for point in assessment.coverage]
    made = sum(point.verdict == "covered" for point in points)
    heard = [m.pauses for m in measured if m.pauses is not None]
    long = sum(len(long_pauses(pauses, targets)) for pauses in heard)
    return Figures(
        total=_mean([assessment.score.total for _, assessment in assessed]),
        points_made=made / len(points) if points else None,
        off_length_s=_median(
            [
                _beyond(assessment.measures.answer_s, answer.question.target.answer_s)
                for answer, assessment in assessed
                if assessment.measures.answer_s is not None
            ]
        ),
        pace_wpm=_median([m.speech_rate_wpm for m in measured]),
        fillers_per_minute=_median([m.fillers_per_minute for m in measured]),
        long_pauses=long / len(heard) if heard else None,
        latency_s=_median([m.response_latency_s for m in measured]),
        spread_semitones=_median(
            [m.melody.pitch_spread_semitones for m in measured if m.melody is not None]
        ),
        loudness_spread_db=_median(
            [m.melody.loudness_spread_db for m in measured if m.melody is not None]
        ),
    )


def _mean(values: Sequence[int | None]) -> float | None:
    known = [value for value in values if value is not None]
    return round(mean(known)) if known else None


def _median(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def _beyond(value: float | None, ends: tuple[float, float]) -> float:
    if value is None:
        return 0.0
    return max(ends[0] - value, value - ends[1], 0.0)
