"""What an answer is held against: the candidate's own targets and words."""

from dataclasses import dataclass

from simulator.measures import USUAL_WORDS, FillerWords
from simulator.questions import TalkingPoint
from simulator.scoring import DEFAULTS, Targets


@dataclass(frozen=True, slots=True)
class Standards:
    """Set once for a user, the same for every answer."""

    targets: Targets = DEFAULTS
    fillers: FillerWords = USUAL_WORDS
    usual_spread_semitones: float | None = None
    """The user's own median pitch spread; None while too few answers are kept."""
    own_points: tuple[TalkingPoint, ...] = ()
    """What the user means to bring in (`mockview debrief`): listened for in every answer."""


USUAL = Standards()
