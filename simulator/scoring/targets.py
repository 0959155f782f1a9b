"""What counts as good: every threshold in one place, each with where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

PACE = (
    "Microsoft Speaker Coach: 100 to 165 words a minute; Orator: 120 to 160; Speech Away: over 190"
)
LASKE = "Laske & DiGennaro Reed 2024: up to 5 a minute do no harm, 12 do"
LUNDHOLM = "Lundholm Fors 2015: a pause of about 4 s disturbs the listener"
ZIANO = "Ziano & Wang 2021: slow starts read as less sincere, less so where thinking is plausible"
BORTFELD = "Bortfeld et al. 2001: repeats 1.5 and restarts 1.9 in a hundred words of conversation"
CONVENTION = "convention of interview coaches; no experiment was found"


@dataclass(frozen=True, slots=True)
class Targets:
    """Good and bad ends of each measure; between them the score falls in a straight line."""

    fillers_unnoticed: float = 2.0
    fillers_fine: float = 5.0
    fillers_harmful: float = 12.0
    fillers_worst: float = 24.0
    marker_weight: float = 0.5
    """Discourse markers weigh half of filled pauses (Laske & DiGennaro Reed 2024)."""
    early_s: float = 5.0
    """Two filled pauses within so many seconds of the first word are named (convention)."""
    pace_wpm: tuple[float, float] = (120.0, 165.0)
    pace_amber_wpm: tuple[float, float] = (100.0, 190.0)
    pace_worst_wpm: tuple[float, float] = (50.0, 280.0)
    long_pause_s: float = 2.5
    """Inside a sentence."""
    silence_s: float = 4.0
    """Anywhere in an answer."""
    latency_s: float = 4.0
    answer_s: tuple[float, float] = (60.0, 120.0)
    """Where no question says how long an answer should be."""


DEFAULTS = Targets()


def own(
    *,
    pace_wpm: Sequence[float] | None = None,
    fillers_per_minute: float | None = None,
    long_pause_s: float | None = None,
    silence_s: float | None = None,
    response_latency_s: float | None = None,
    answer_s: Sequence[float] | None = None,
) -> Targets:
    """Targets as a user sets them; None leaves one as it is.

    What lies beyond a target moves with it, in proportion. Raises ValueError for what cannot be a
    target.
    """
    targets = DEFAULTS
    if pace_wpm is not None:
        least, most = _ends("pace_wpm", pace_wpm)
        slow, fast = least / DEFAULTS.pace_wpm[0], most / DEFAULTS.pace_wpm[1]
        targets = replace(
            targets,
            pace_wpm=(least, most),
            pace_amber_wpm=(DEFAULTS.pace_amber_wpm[0] * slow, DEFAULTS.pace_amber_wpm[1] * fast),
            pace_worst_wpm=(DEFAULTS.pace_worst_wpm[0] * slow, DEFAULTS.pace_worst_wpm[1] * fast),
        )
    if fillers_per_minute is not None:
        more = fillers_per_minute / DEFAULTS.fillers_unnoticed
        targets = replace(
            targets,
            fillers_unnoticed=fillers_per_minute,
            fillers_fine=DEFAULTS.fillers_fine * more,
            fillers_harmful=DEFAULTS.fillers_harmful * more,
            fillers_worst=DEFAULTS.fillers_worst * more,
        )
    if long_pause_s is not None:
        targets = replace(
            targets, long_pause_s=long_pause_s, silence_s=max(DEFAULTS.silence_s, long_pause_s)
        )
    if silence_s is not None:
        targets = replace(targets, silence_s=silence_s)
    if response_latency_s is not None:
        targets = replace(targets, latency_s=response_latency_s)
    if answer_s is not None:
        targets = replace(targets, answer_s=_ends("answer_s", answer_s))
    return targets


def _ends(name: str, given: Sequence[float]) -> tuple[float, float]:
    if len(given) != 2 or not 0 < given[0] < given[1]:  # noqa: PLR2004 (a pair)
        raise ValueError(f"{name} must be two numbers, the smaller first")
    return given[0], given[1]


WEIGHTS = {"coverage": 0.5, "length": 0.2, "fillers": 0.15, "delivery": 0.15}
"""What is said weighs as much as all of how it is said (convention). Parts that cannot be told
leave their weight to the others."""
FLOOR = 10
"""The most that silence, "I don't know" or an answer to another question can score."""
TYPED_WPM = 150
"""A typed answer is as long as it would take to say at this pace."""
ENOUGH_SHARE = 0.5
"""Of the least target length: in a shorter answer, fluency is credited in part."""
