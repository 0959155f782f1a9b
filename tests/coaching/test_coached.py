"""Everything that terminal and page have of an interview, beside the ones before it."""

from pathlib import Path

from simulator.archive import earlier
from simulator.coaching import coached
from simulator.scoring.targets import own
from simulator.situations import afterwards
from tests import factories
from tests.report import interviews


def test_it_holds_an_interview_against_those_before_it(tmp_path: Path) -> None:
    archive, stored = interviews.an_interview(tmp_path)
    made = coached(stored.session, earlier(archive, stored.session.started_at))
    assert made.earlier == 2
    assert made.told == afterwards(stored.session)
    assert list(made.takes) == [3], "the last take alone stands beside the others"
    titles = [take.title for take in made.takes[3].takes]
    assert titles == ["01 Nov 2026", "09 Nov 2026", "Take 1", "Take 2"]
    assert {row.usual for row in made.numbers if row.name == "Score, of 100"} == {"56"}
    assert made.next_step is not None
    assert made.told.next_step is not None
    passed_on = 4  # what was not answered at all is practised first
    assert made.next_step.number == made.told.next_step.answer == passed_on


def test_alone_it_is_held_against_its_targets() -> None:
    made = coached(factories.a_session(), targets=own(pace_wpm=(60, 90)))
    assert (made.earlier, made.takes) == (0, {})
    (pace,) = [row for row in made.numbers if row.name == "Words a minute"]
    assert (pace.target, pace.usual) == ("60 to 90", "")


def test_nothing_was_answered() -> None:
    made = coached(factories.a_session(answers=()))
    assert (made.parts, made.numbers, made.praise) == ((), (), ())
    assert (made.next_step, made.habit) == (None, None)
