"""Takes side by side: what got better, and what not."""

from datetime import timedelta

from simulator.archive import Answer, Session
from simulator.coaching.takes import MOST_TAKES, comparison
from simulator.measures import Coverage, Verdict
from simulator.scoring import DEFAULTS
from tests import factories


def answer(
    number: int,
    take: int = 1,
    *,
    total: int = 60,
    fillers: float = 5.0,
    verdicts: tuple[Verdict, Verdict] = ("unsure", "covered"),
    question: str = "pay",
) -> Answer:
    points = tuple(
        factories.some_coverage(verdict, point=point, label=point)
        for point, verdict in zip(("range", "reasons"), verdicts, strict=True)
    )
    assessment = factories.an_assessment(
        score=factories.a_score(total),
        measures=factories.some_measures(fillers_per_minute=fillers),
        coverage=points,
    )
    return factories.an_answer(
        number, question=factories.a_question(question), assessment=assessment, take=take
    )


def session(*answers: Answer, days_ago: int = 0) -> Session:
    return factories.a_session(
        answers=answers, started_at=factories.STARTED_AT - timedelta(days=days_ago)
    )


def test_two_takes_of_one_interview() -> None:
    taken = session(
        answer(1, 1, total=50, fillers=9.0, verdicts=("unsure", "covered")),
        answer(2, question="another"),
        answer(3, 2, total=70, fillers=2.0, verdicts=("covered", "not_found")),
    )
    found = comparison(taken, 3, (), DEFAULTS)
    assert found is not None
    assert [(take.title, take.number) for take in found.takes] == [("Take 1", 1), ("Take 2", 3)]
    better = {line.name: line.cells for line in found.better}
    assert better["Score, of 100"] == ("50", "70")
    assert better["Fillers a minute"] == ("9.0", "2.0")
    assert better["Gives a range, not a single figure"] == ("unsure", "covered")
    assert {line.name: line.cells for line in found.worse} == {
        "Says where the figure comes from": ("covered", "not heard")
    }


def test_it_stands_with_the_last_take_alone() -> None:
    taken = session(answer(1, 1), answer(2, 2))
    assert comparison(taken, 1, (), DEFAULTS) is None
    assert comparison(taken, 2, (), DEFAULTS) is not None


def test_earlier_interviews_come_first_oldest_first() -> None:
    before = (session(answer(1), days_ago=3), session(answer(1), days_ago=9))
    found = comparison(session(answer(1, total=90)), 1, before, DEFAULTS)
    assert found is not None
    assert [take.title for take in found.takes] == ["14 Nov 2026", "20 Nov 2026", "This interview"]
    assert [take.number for take in found.takes] == [None, None, 1]
    assert found.takes[0].text


def test_only_the_latest_few() -> None:
    before = [session(answer(1), days_ago=day) for day in range(1, 12)]
    found = comparison(session(answer(1)), 1, before, DEFAULTS)
    assert found is not None
    assert len(found.takes) == MOST_TAKES
    assert found.takes[-1].number == 1


def test_nothing_to_compare() -> None:
    assert comparison(session(answer(1)), 1, (), DEFAULTS) is None
    other_set = factories.a_session(answers=(answer(1),), set_id="bakery")
    assert comparison(session(answer(1)), 1, (other_set,), DEFAULTS) is None
    other_question = session(answer(1, question="another"), days_ago=1)
    assert comparison(session(answer(1)), 1, (other_question,), DEFAULTS) is None


def test_a_take_that_was_not_assessed_is_no_side() -> None:
    failed = factories.an_answer(
        1, question=factories.a_question("pay"), state="failed", assessment=None
    )
    assert comparison(session(failed, answer(2, 2)), 2, (), DEFAULTS) is None


def test_a_point_that_is_new_is_not_judged() -> None:
    old = answer(1)
    assert old.assessment is not None
    only_range: tuple[Coverage, ...] = old.assessment.coverage[:1]
    first = factories.an_answer(
        1, question=old.question, assessment=factories.an_assessment(coverage=only_range)
    )
    found = comparison(session(first, answer(2, 2)), 2, (), DEFAULTS)
    assert found is not None
    (line,) = [line for line in found.lines if line.name == "Says where the figure comes from"]
    assert (line.cells, line.change) == (("\u2013", "covered"), None)
