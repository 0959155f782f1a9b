"""Fillers that come close together: a listener notices those first."""

from collections.abc import Sequence

from simulator.measures.model import Cluster, Filler

FEWEST = 3
WITHIN_S = 10.0
"""So many fillers within so many seconds are one cluster (convention)."""


def clusters(fillers: Sequence[Filler]) -> tuple[Cluster, ...]:
    """Every stretch in which any `FEWEST` fillers in a row lie within `WITHIN_S` of each other.

    In order, without overlaps; empty where there are no times.
    """
    timed = [filler for filler in fillers if filler.start_s is not None]
    found: list[list[int]] = []  # first and last place of each
    for first in range(len(timed) - FEWEST + 1):
        last = first + FEWEST - 1
        if _start_s(timed[last]) - _start_s(timed[first]) > WITHIN_S:
            continue
        if found and first <= found[-1][1]:
            found[-1][1] = last
        else:
            found.append([first, last])
    return tuple(Cluster(tuple(timed[first : last + 1])) for first, last in found)


def _start_s(filler: Filler) -> float:
    return filler.start_s or 0.0
