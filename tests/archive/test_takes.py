"""Which take of a question stands: the last that was not skipped, in a summary too."""

import pytest

from simulator.archive import Session
from simulator.archive.summary import summarise
from simulator.archive.takes import standing_of
from tests import factories

Told = tuple[str, int, str]
"""The question, the take, the state."""


def a_session(*answers: Told) -> Session:
    return factories.a_session(
        answers=tuple(
            factories.an_answer(
                number, question=factories.a_question(question), take=take, state=state
            )
            for number, (question, take, state) in enumerate(answers, 1)
        )
    )


@pytest.mark.parametrize(
    ("answers", "stand"),
    [
        ([], []),
        ([("a", 1, "assessed"), ("b", 1, "assessed")], [1, 2]),
        ([("a", 1, "assessed"), ("a", 1, "assessed")], [1, 2]),
        ([("a", 1, "assessed"), ("b", 1, "assessed"), ("a", 2, "assessed")], [2, 3]),
        ([("a", 1, "assessed"), ("a", 2, "failed"), ("a", 3, "assessed")], [3]),
        ([("a", 1, "assessed"), ("a", 2, "skipped")], [1, 2]),
        ([("a", 1, "skipped"), ("a", 2, "recorded")], [2]),
    ],
)
def test_the_takes_that_stand(answers: list[Told], stand: list[int]) -> None:
    session = a_session(*answers)
    assert [answer.number for answer in session.standing] == stand
    summary = summarise(session)
    of_summary = standing_of(summary.answers, lambda answer: answer.question)
    assert [(a.question, a.take) for a in of_summary] == [
        (answer.question.id, answer.take) for answer in session.standing
    ]
