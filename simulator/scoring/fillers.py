"""The part for fillers: how many, and where they are heard most."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from simulator.measures import Cluster, Filler, Measures
from simulator.scoring import targets as t
from simulator.scoring.counting import counted, seconds, times
from simulator.scoring.model import Elsewhere, Finding
from simulator.scoring.outcome import FULL, MOST_MOMENTS, Outcome, credit, line
from simulator.scoring.targets import Targets

EARLY = 2
"""One filled pause before the first word is how people begin; two are a habit (convention)."""
MOST_CLUSTERS = 2
MOST_KINDS = 2


def fillers(measures: Measures, target_s: tuple[float, float], targets: Targets) -> Outcome:
    """By fillers a minute; sounds (um) weigh twice what words (you know) do.

    An early run of filled pauses and clusters are told with what helps against them. What tells
    most stands with the points lost; the rest are notes.
    """
    share, missing = credit(measures, target_s, "fillers")
    if not share or not measures.answer_s:
        return Outcome(0.0, (missing,) if missing else ())
    weighted = sum(
        1.0 if filler.kind == "filled_pause" else targets.marker_weight
        for filler in measures.fillers
    )
    value = share * line(
        weighted / measures.answer_s * 60,
        (
            (targets.fillers_unnoticed, FULL),
            (targets.fillers_fine, 80),
            (targets.fillers_harmful, 35),
            (targets.fillers_worst, 0),
        ),
    )
    lost = value - FULL * share
    places = [*_early(measures, targets), *_clusters(measures.clusters)]
    found = []
    rate = f"{measures.fillers_per_minute or 0.0:.1f} fillers a minute"
    if lost < 0:
        above = f"{rate} in all, above your target of {targets.fillers_unnoticed:g}"
        if places:
            first = places.pop(0)
            reason = f"{first.reason}; {above}"
            found.append(replace(first, points=lost, reason=reason, source=t.LASKE, neutral=False))
        else:
            reason = f"{_most_said(measures.fillers)}: let a short silence stand instead; {above}"
            found.append(_filler_finding(lost, reason, measures.fillers))
    else:
        few = f"{rate}: few" if measures.fillers else "Not a single filler"
        found.append(_filler_finding(0, few, measures.fillers))
    found += places
    return Outcome(value, (*found, missing) if missing else tuple(found))


def _early(measures: Measures, targets: Targets) -> list[Finding]:
    """A note where an answer begins with filled pauses."""
    begins_s = measures.response_latency_s or 0.0
    early = [
        filler
        for filler in measures.fillers
        if filler.kind == "filled_pause"
        and filler.answer is None
        and filler.start_s is not None
        and filler.start_s - begins_s < targets.early_s
    ]
    if len(early) < EARLY:
        return []
    told = f"{_said(early)} in the first {counted(round(targets.early_s))} seconds"
    return [_note(f"{told}: start with the headline", early)]


def _clusters(clusters: Sequence[Cluster]) -> list[Finding]:
    """A note for each of the largest clusters."""
    largest = sorted(clusters, key=lambda cluster: (-len(cluster.fillers), cluster.start_s))
    return [
        _note(
            f"{_said(cluster.fillers)} within {seconds(cluster.end_s - cluster.start_s)}: "
            "stop there, breathe, and say the next point",
            cluster.fillers,
        )
        for cluster in largest[:MOST_CLUSTERS]
    ]


def _said(fillers: Sequence[Filler]) -> str:
    """In words: "um three times"; "4 fillers (um, you know)" where they differ."""
    said = Counter(filler.text for filler in fillers)
    if len(said) == 1:
        return f"{fillers[0].text} {times(len(fillers))}"
    return f"{counted(len(fillers))} fillers ({', '.join(said)})"


def _most_said(fillers: Sequence[Filler]) -> str:
    """In words: "um three times, you know twice"."""
    common = Counter(filler.text for filler in fillers).most_common()
    common.sort(key=lambda entry: -entry[1])
    return ", ".join(f"{text} {times(count)}" for text, count in common[:MOST_KINDS])


def _note(reason: str, fillers: Sequence[Filler]) -> Finding:
    return _filler_finding(0, reason, fillers, neutral=True)


def _filler_finding(
    points: float, reason: str, fillers: Sequence[Filler], *, neutral: bool = False
) -> Finding:
    source = t.CONVENTION if neutral else t.LASKE
    moments = [(f.answer, f.start_s) for f in fillers if f.start_s is not None][:MOST_MOMENTS]
    return Finding(
        "fillers",
        points,
        reason,
        tuple(at_s for answer, at_s in moments if answer is None),
        source,
        neutral,
        tuple(Elsewhere(answer, at_s) for answer, at_s in moments if answer is not None),
    )
