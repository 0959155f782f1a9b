"""The four parts of a score: length, fillers, coverage and delivery, each 0 to 100."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from simulator.measures import Coverage, Measures
from simulator.scoring import targets as t
from simulator.scoring.clusters import densest, told_cluster
from simulator.scoring.model import Finding, Part
from simulator.scoring.targets import Targets

MOST_MOMENTS = 6
PAUSE_COST, PAUSES_WORST = 8.0, 40.0
LATENCY_COST_PER_S, LATENCY_WORST = 5.0, 20.0
IN_SECONDS = 120
"""Longer times are told in minutes."""
UNSURE_SHARE = 0.5
"""What may be there counts half, and is said so."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A part's value, and findings in points of that part (they and the value add up to 100)."""

    value: float
    findings: tuple[Finding, ...]


def line(value: float, corners: Sequence[tuple[float, float]]) -> float:
    """A straight line through (measure, points) corners in order, flat beyond the ends."""
    if value <= corners[0][0]:
        return corners[0][1]
    for (x0, y0), (x1, y1) in pairwise(corners):
        if value <= x1:
            return y0 + (y1 - y0) * (value - x0) / (x1 - x0)
    return corners[-1][1]


def length(measures: Measures, target_s: tuple[float, float], *, typed: bool) -> Outcome:
    """Full marks within the target; in proportion below it, down to 0 at twice its upper end."""
    low_s, high_s = target_s
    said_s = measures.words / t.TYPED_WPM * 60 if typed else (measures.answer_s or 0.0)
    value = line(said_s, ((0, 0), (low_s, 100), (high_s, 100), (2 * high_s, 0)))
    told = f"{_duration(said_s)}" + (" if said aloud" if typed else "")
    aim = f"aim for {_durations(low_s, high_s)}"
    if value >= 100:  # noqa: PLR2004
        praise = Finding("length", 0, f"{told}: a good length for this question", (), t.CONVENTION)
        return Outcome(100, (praise,))
    what = "shorter than your target" if said_s < low_s else "longer than your target"
    return Outcome(
        value, (Finding("length", value - 100, f"{told}, {what}; {aim}", (), t.CONVENTION),)
    )


def fillers(measures: Measures, target_s: tuple[float, float], targets: Targets) -> Outcome:
    """By fillers a minute; sounds (um) weigh twice what words (you know) do."""
    credit, missing = _credit(measures, target_s, "fillers")
    if not credit or not measures.answer_s:
        return Outcome(0.0, (missing,) if missing else ())
    weighted = sum(
        1.0 if filler.kind == "filled_pause" else targets.marker_weight
        for filler in measures.fillers
    )
    rate = weighted / measures.answer_s * 60
    value = credit * line(
        rate,
        (
            (targets.fillers_unnoticed, 100),
            (targets.fillers_fine, 80),
            (targets.fillers_harmful, 35),
            (targets.fillers_worst, 0),
        ),
    )
    moments = tuple(f.start_s for f in measures.fillers if f.start_s is not None)[:MOST_MOMENTS]
    shown = measures.fillers_per_minute or 0.0
    lost = value - 100 * credit
    if lost < 0:
        reason = f"{shown:.1f} fillers a minute; up to {targets.fillers_unnoticed:g} pass unnoticed"
        together = densest(measures.fillers, targets)
        if together:
            reason += f"; {told_cluster(together)}"
            moments = tuple(f.start_s for f in together if f.start_s is not None)[:MOST_MOMENTS]
        found = Finding("fillers", lost, reason, moments, t.LASKE)
    else:
        found = Finding("fillers", 0, f"{shown:.1f} fillers a minute: few", moments, t.LASKE)
    return Outcome(value, (found, missing) if missing else (found,))


def coverage(points: Sequence[Coverage]) -> Outcome:
    """The share of the talking points, by weight; what is unsure counts half."""
    weight = sum(point.weight for point in points)
    findings: list[Finding] = []
    value = 0.0
    for point in points:
        worth = 100 * point.weight / weight
        at_s = (
            (point.evidence.start_s,)
            if point.evidence is not None and point.evidence.start_s is not None
            else ()
        )
        if point.verdict == "covered":
            value += worth
        elif point.verdict == "unsure":
            value += UNSURE_SHARE * worth
            reason = f"Perhaps said, counted half: {_lower(point.label)}"
            findings.append(
                Finding("coverage", -worth * (1 - UNSURE_SHARE), reason, at_s, t.CONVENTION)
            )
        else:
            reason = f"Not heard: {_lower(point.label)}"
            findings.append(Finding("coverage", -worth, reason, (), t.CONVENTION))
    if not findings:
        findings.append(
            Finding("coverage", 0, "Everything a good answer mentions was heard", (), t.CONVENTION)
        )
    return Outcome(value, tuple(findings))


def delivery(measures: Measures, target_s: tuple[float, float], targets: Targets) -> Outcome:
    """Pace, long pauses, and a start that lets the interviewer wait."""
    credit, missing = _credit(measures, target_s, "delivery")
    findings = [missing] if missing else []
    if not credit:
        return Outcome(0.0, tuple(findings))
    left = 100 * credit
    for loss in (
        *_pace(measures, targets),
        *_pauses(measures, targets),
        *_latency(measures, targets),
    ):
        points = max(credit * loss.points, -left)  # never below 0 in all
        left += points
        findings.append(replace(loss, points=points))
    return Outcome(left, tuple(findings))


def _pace(measures: Measures, targets: Targets) -> list[Finding]:
    rate = measures.speech_rate_wpm
    if rate is None:
        return []
    low, high = targets.pace_wpm
    value = line(
        rate,
        (
            (targets.pace_worst_wpm[0], 20),
            (targets.pace_amber_wpm[0], 80),
            (low, 100),
            (high, 100),
            (targets.pace_amber_wpm[1], 80),
            (targets.pace_worst_wpm[1], 20),
        ),
    )
    told = f"{rate:.0f} words a minute"
    if value >= 100:  # noqa: PLR2004
        return [Finding("delivery", 0, f"{told}: a pace that is easy to follow", (), t.PACE)]
    what = "below" if rate < low else "above"
    aim = f"{what} your target of {low:.0f} to {high:.0f}"
    return [Finding("delivery", value - 100, f"{told}, {aim}", (), t.PACE)]


def _pauses(measures: Measures, targets: Targets) -> list[Finding]:
    long = [p for p in measures.pauses or () if p.duration_s > targets.long_pause_s]
    if not long:
        return []
    count = "One pause" if len(long) == 1 else f"{len(long)} pauses"
    return [
        Finding(
            "delivery",
            -min(PAUSES_WORST, PAUSE_COST * len(long)),
            f"{count} over {targets.long_pause_s:g} seconds",
            tuple(p.start_s for p in long)[:MOST_MOMENTS],
            t.LUNDHOLM,
        )
    ]


def _latency(measures: Measures, targets: Targets) -> list[Finding]:
    latency_s = measures.response_latency_s
    if latency_s is None or latency_s <= targets.latency_s:
        return []
    cost = min(LATENCY_WORST, LATENCY_COST_PER_S * (latency_s - targets.latency_s))
    reason = f"{latency_s:.1f} seconds before the first word; up to {targets.latency_s:g} are fine"
    return [Finding("delivery", -cost, reason, (0.0,), t.ZIANO)]


def _credit(
    measures: Measures, target_s: tuple[float, float], part: Part
) -> tuple[float, Finding | None]:
    """How much of an answer there is to be fluent in, 0 to 1, and a finding where it is not all."""
    enough_s = target_s[0] * t.ENOUGH_SHARE
    credit = min(1.0, (measures.answer_s or 0.0) / enough_s)
    if measures.words == 0:
        credit = 0.0
    if credit >= 1:
        return 1.0, None
    what = "how few fillers you need" if part == "fillers" else "how well you pace yourself"
    reason = f"Too short to show {what}"
    return credit, Finding(part, -100 * (1 - credit), reason, (), t.CONVENTION)


def _duration(length_s: float) -> str:
    whole = round(length_s)
    return f"{whole} seconds" if whole <= IN_SECONDS else f"{_clock(whole)} minutes"


def _durations(low_s: float, high_s: float) -> str:
    if round(high_s) <= IN_SECONDS:
        return f"{low_s:.0f} to {high_s:.0f} seconds"
    return f"{_clock(round(low_s))} to {_clock(round(high_s))} minutes"


def _clock(whole_s: int) -> str:
    return f"{whole_s // 60}:{whole_s % 60:02d}"


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
