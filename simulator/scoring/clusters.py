"""Fillers that come close together: a listener notices those first."""

from collections import Counter
from collections.abc import Sequence

from simulator.measures import Filler
from simulator.scoring.targets import Targets

_COUNTS = "zero one two three four five six seven eight nine ten".split()


def densest(fillers: Sequence[Filler], targets: Targets) -> tuple[Filler, ...]:
    """The most fillers that lie within `targets.cluster_s`, the earliest of equals.

    Empty where fewer than `targets.cluster` do, or where there are no times.
    """
    timed = [filler for filler in fillers if filler.start_s is not None]
    best: list[Filler] = []
    for i, first in enumerate(timed):
        together = [f for f in timed[i:] if _start_s(f) - _start_s(first) <= targets.cluster_s]
        if len(together) > len(best):
            best = together
    return tuple(best) if len(best) >= targets.cluster else ()


def told_cluster(cluster: Sequence[Filler]) -> str:
    """As a coach would say it: "um three times in eight seconds"."""
    seconds = max(1, round(_start_s(cluster[-1]) - _start_s(cluster[0])))
    span = "in one second" if seconds == 1 else f"in {_count(seconds)} seconds"
    said = Counter(filler.text for filler in cluster)
    if len(said) == 1:
        return f"{cluster[0].text} {_count(len(cluster))} times {span}"
    return f"{_count(len(cluster))} of them {span} ({', '.join(sorted(said))})"


def _count(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def _start_s(filler: Filler) -> float:
    return filler.start_s if filler.start_s is not None else 0.0
