"""The user's own targets and filler words, from the settings."""

from datetime import datetime

from simulator.archive import earlier, usual_voice
from simulator.archive.debrief import read_debrief
from simulator.assessment import Standards
from simulator.cli.surroundings import Surroundings
from simulator.measures import FillerWords
from simulator.questions import TalkingPoint
from simulator.scoring import targets
from simulator.settings import Settings


def own(
    settings: Settings,
    *,
    usual_spread_semitones: float | None = None,
    own_points: tuple[TalkingPoint, ...] = (),
) -> Standards:
    """What the user has set, the rest as usual."""
    given = settings.targets
    chosen = targets.own(
        pace_wpm=given.get("pace_wpm"),
        fillers_per_minute=_single(given.get("fillers_per_minute")),
        long_pause_s=_single(given.get("long_pause_s")),
        silence_s=_single(given.get("silence_s")),
        response_latency_s=_single(given.get("response_latency_s")),
        answer_s=given.get("answer_s"),
    )
    words = settings.fillers
    own_words = FillerWords(words.get("also", ()), words.get("never", ()))
    return Standards(chosen, own_words, usual_spread_semitones, own_points)


def own_at(around: Surroundings, moment: datetime) -> Standards:
    """What an interview that began at that moment is held against: by then the user's voice was
    known from earlier ones, and there was something they meant to bring in."""
    usual = usual_voice(earlier(around.archive, moment))
    return own(
        around.settings,
        usual_spread_semitones=None if usual is None else usual.pitch_spread_semitones,
        own_points=_own_points_before(around, moment),
    )


def _own_points_before(around: Surroundings, moment: datetime) -> tuple[TalkingPoint, ...]:
    """What the user had said to bring in when an interview began, to be listened for in it.

    Raises `MockviewError` where it cannot be read.
    """
    from simulator.situations import own_points

    kept = read_debrief(around.places.debrief)
    return () if kept is None or kept.made_at > moment else own_points(kept)


def _single(given: tuple[float, ...] | None) -> float | None:
    return None if given is None else given[0]
