"""One answer, from sound to score: the way every answer takes, live or from a file."""

from dataclasses import dataclass

from simulator.measures import Coverage, Measures
from simulator.scoring import Score
from simulator.transcription import Transcript


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was said in one answer, and what is to be said of it.

    `coverage` is empty and `score` has no coverage part where no question was given.
    """

    transcript: Transcript
    measures: Measures
    coverage: tuple[Coverage, ...]
    score: Score
