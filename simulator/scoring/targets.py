"""What counts as good: every threshold in one place, each with where it comes from."""

from dataclasses import dataclass

PACE = (
    "Microsoft Speaker Coach: 100 to 165 words a minute; Orator: 120 to 160; Speech Away: over 190"
)
LASKE = "Laske & DiGennaro Reed 2024: up to 5 a minute do no harm, 12 do"
LUNDHOLM = "Lundholm Fors 2015: a pause of about 4 s disturbs the listener"
ZIANO = "Ziano & Wang 2021: slow starts read as less sincere, less so where thinking is plausible"
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
    cluster: int = 3
    cluster_s: float = 10.0
    """So many fillers within so many seconds are named together (convention)."""
    pace_wpm: tuple[float, float] = (120.0, 165.0)
    pace_amber_wpm: tuple[float, float] = (100.0, 190.0)
    pace_worst_wpm: tuple[float, float] = (50.0, 280.0)
    long_pause_s: float = 2.5
    latency_s: float = 4.0
    answer_s: tuple[float, float] = (60.0, 120.0)
    """Where no question says how long an answer should be."""


DEFAULTS = Targets()

WEIGHTS = {"coverage": 0.5, "length": 0.2, "fillers": 0.15, "delivery": 0.15}
"""What is said weighs as much as all of how it is said (convention). Parts that cannot be told
leave their weight to the others."""
FLOOR = 10
"""The most that silence, "I don't know" or an answer to another question can score."""
TYPED_WPM = 150
"""A typed answer is as long as it would take to say at this pace."""
ENOUGH_SHARE = 0.5
"""Of the least target length: in a shorter answer, fluency is credited in part."""
