"""The part for delivery: pace, pauses, and a start that lets the interviewer wait."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.measures import Disfluency, Measures, PacePoint, Pause
from simulator.measures.pace import WINDOW_S
from simulator.scoring import targets as t
from simulator.scoring.counting import counted, times
from simulator.scoring.model import Finding
from simulator.scoring.outcome import FULL, MOST_MOMENTS, Outcome, credit, line
from simulator.scoring.pauses import long_pauses
from simulator.scoring.targets import Targets

PAUSE_COST, PAUSES_WORST = 8.0, 40.0
LATENCY_COST_PER_S, LATENCY_WORST = 5.0, 20.0
STRETCH_POINTS = 2
"""Points of the pace curve in a row, each of ten seconds: one alone may be one long word."""
STRETCH_APART = 1.15
"""A stretch is news where it is so much faster than the answer as a whole, or slower: a window of
ten seconds holds about 25 words, and differs by a tenth by chance."""
MOST_STRETCHES = 2
MANY_BROKEN_PER_MINUTE = 3.0
"""Words said twice and beginnings given up: speakers do so about twice in a hundred words (Bortfeld
et al. 2001: repeats 1.5, restarts 1.9); only what is clear is found here, so fewer are usual."""
FEWEST_BROKEN = 3
SHOWN_BROKEN = 2


def delivery(measures: Measures, target_s: tuple[float, float], targets: Targets) -> Outcome:
    """Pace, long pauses and a late start cost points; stretches and broken words are told."""
    share, missing = credit(measures, target_s, "delivery")
    findings = [missing] if missing else []
    if not share:
        return Outcome(0.0, tuple(findings))
    left = FULL * share
    for loss in (
        *_pace(measures, targets),
        *_pauses(measures.pauses or (), targets),
        *_latency(measures, targets),
    ):
        points = max(share * loss.points, -left)  # never below 0 in all
        left += points
        findings.append(replace(loss, points=points))
    findings += [*_stretches(measures, targets), *_broken(measures)]
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
            (low, FULL),
            (high, FULL),
            (targets.pace_amber_wpm[1], 80),
            (targets.pace_worst_wpm[1], 20),
        ),
    )
    told = f"{rate:.0f} words a minute"
    if value >= FULL:
        return [Finding("delivery", 0, f"{told}: a pace that is easy to follow", (), t.PACE)]
    what = "below" if rate < low else "above"
    aim = f"{what} your target of {low:.0f} to {high:.0f}"
    advice = "know your next point before you begin" if rate < low else "breathe between sentences"
    reason = f"{told}, {aim}: {advice}"
    at_s = _farthest_off(measures.pace_curve, low, high, fast=rate > high)
    return [Finding("delivery", value - FULL, reason, at_s, t.PACE)]


def _farthest_off(
    curve: Sequence[PacePoint], low_wpm: float, high_wpm: float, *, fast: bool
) -> tuple[float, ...]:
    """When the fastest stretches beyond the target begin, or the slowest, in order of time.

    A stretch is a window of the pace curve; none lies over another.
    """
    off = [p for p in curve if (p.rate_wpm > high_wpm if fast else p.rate_wpm < low_wpm)]
    chosen: list[PacePoint] = []
    for point in sorted(off, key=lambda point: -point.rate_wpm if fast else point.rate_wpm):
        if all(abs(point.at_s - other.at_s) >= WINDOW_S for other in chosen):
            chosen.append(point)
    begins = sorted(max(0.0, point.at_s - WINDOW_S / 2) for point in chosen[:MOST_STRETCHES])
    return tuple(begins)


def _stretches(measures: Measures, targets: Targets) -> list[Finding]:
    """Notes on stretches that run away or drag, the farthest off first."""
    overall = measures.speech_rate_wpm
    if overall is None:
        return []
    fast_wpm = max(targets.pace_amber_wpm[1], overall * STRETCH_APART)
    slow_wpm = min(targets.pace_amber_wpm[0], overall / STRETCH_APART)
    curve = measures.pace_curve
    fast = [
        _stretch(run, max(point.rate_wpm for point in run), "You run away", "slow down there")
        for run in _runs(curve, [point.rate_wpm > fast_wpm for point in curve])
    ]
    slow = [
        _stretch(run, min(point.rate_wpm for point in run), "You drag", "say it in fewer words")
        for run in _runs(curve, [point.rate_wpm < slow_wpm for point in curve])
    ]
    return (fast[:MOST_STRETCHES] + slow[:MOST_STRETCHES])[:MOST_STRETCHES]


def _runs(curve: Sequence[PacePoint], holds: Sequence[bool]) -> list[list[PacePoint]]:
    runs: list[list[PacePoint]] = [[]]
    for point, so in zip(curve, holds, strict=True):
        if so:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if len(run) >= STRETCH_POINTS]


def _stretch(run: Sequence[PacePoint], rate_wpm: float, what: str, advice: str) -> Finding:
    reason = f"{what} for a while, at {rate_wpm:.0f} words a minute: {advice}"
    return Finding("delivery", 0, reason, (run[0].at_s,), t.PACE, neutral=True)


def _pauses(pauses: Sequence[Pause], targets: Targets) -> list[Finding]:
    """Silences that a listener feels."""
    felt = long_pauses(pauses, targets)
    left = PAUSES_WORST
    found = []
    for long, over_s, where, advice in (
        (felt.anywhere, targets.silence_s, "", "say that you are thinking"),
        (felt.inside, targets.long_pause_s, " in mid-sentence", "finish the thought, then pause"),
    ):
        if not long:
            continue
        cost = min(left, PAUSE_COST * len(long))
        left -= cost
        count = "One pause" if len(long) == 1 else f"{counted(len(long)).capitalize()} pauses"
        reason = f"{count}{where} above your target of {over_s:g} seconds: {advice}"
        at_s = tuple(pause.start_s for pause in long)[:MOST_MOMENTS]
        found.append(Finding("delivery", -cost, reason, at_s, t.LUNDHOLM))
    return found


def _latency(measures: Measures, targets: Targets) -> list[Finding]:
    latency_s = measures.response_latency_s
    if latency_s is None or latency_s <= targets.latency_s:
        return []
    cost = min(LATENCY_WORST, LATENCY_COST_PER_S * (latency_s - targets.latency_s))
    above = f"above your target of {targets.latency_s:g}"
    reason = f"{latency_s:.1f} seconds before the first word, {above}: begin with what you know"
    return [Finding("delivery", -cost, reason, (0.0,), t.ZIANO)]


def _broken(measures: Measures) -> list[Finding]:
    """A note where words are said twice or beginnings given up more often than most people do."""
    broken = measures.disfluencies
    most = MANY_BROKEN_PER_MINUTE * (measures.answer_s or 0.0) / 60
    if len(broken) < FEWEST_BROKEN or len(broken) <= most:
        return []
    shown = ", ".join(f"“{disfluency.text}”" for disfluency in _distinct(broken))
    reason = (
        f"A beginning said twice or given up {times(len(broken))} ({shown}): "
        "take a breath first, then say the whole sentence"
    )
    at_s = tuple(d.start_s for d in broken if d.start_s is not None)[:MOST_MOMENTS]
    return [Finding("delivery", 0, reason, at_s, t.BORTFELD, neutral=True)]


def _distinct(broken: Sequence[Disfluency]) -> list[Disfluency]:
    by_text = {disfluency.text.lower(): disfluency for disfluency in reversed(broken)}
    return list(reversed(by_text.values()))[:SHOWN_BROKEN]
