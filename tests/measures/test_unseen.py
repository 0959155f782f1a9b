"""What the rules reach on lines that nobody looked at before they were as they are.

The files NAME_unseen.txt were written by one author who knew the labels and no rule; nothing has
been changed since they were first run. The files NAME_2.txt, by another author, were read when
thresholds were chosen. Floors are a little below what was reached (docs/measures.md).
"""

from collections.abc import Callable, Sequence

import pytest

from simulator.judge import Judge, reader
from simulator.measures.blame import blame
from simulator.measures.hedges import hedges
from simulator.measures.pay import pay_stated
from simulator.measures.pay_raised import pay_raised
from simulator.measures.story import result_missing
from tests.measures.labelled import hits, labelled
from tests.measures.test_topics import asked, wanted

Words = Sequence[str]
Tells = Callable[[Words, Judge], bool]


def told_blame(words: Words, judge: Judge) -> bool:
    return bool(blame(words, judge))


def told_pay(words: Words, judge: Judge) -> bool:
    return bool(pay_raised(words, judge))


def told_hedge(words: Words, _: Judge) -> bool:
    return bool(hedges(words))


def told_range(words: Words, _: Judge) -> bool:
    return pay_stated(words).kind == "range"


@pytest.fixture(scope="module")
def judge() -> Judge:
    return reader.load()


@pytest.mark.parametrize(
    ("part", "label", "tells", "least"),
    [
        ("blame_2", "blame", told_blame, (0.93, 0.5)),
        ("blame_unseen", "blame", told_blame, (0.94, 0.7)),
        ("pay_raised_2", "raises", told_pay, (0.97, 0.6)),
        ("pay_raised_unseen", "raises", told_pay, (0.87, 0.53)),
        ("results_2", "none", result_missing, (0.87, 0.8)),
        ("results_unseen", "none", result_missing, (0.88, 0.75)),
        ("hedges_unseen", "hedge", told_hedge, (0.94, 0.88)),
        ("pay_answers_unseen", "range", told_range, (0.94, 0.91)),
    ],
)
def test_deeds(
    part: str, label: str, tells: Tells, least: tuple[float, float], judge: Judge
) -> None:
    """`least`: precision and recall."""
    told = hits(
        [
            (line.label.split("+")[0] == label, tells(line.words, judge), line.text)
            for line in labelled(part)
        ]
    )
    assert told.precision >= least[0], told.wrong
    assert told.recall >= least[1], told.missed


@pytest.mark.parametrize(
    ("part", "topic", "none"),
    [("candidate_questions_2", 0.68, 0.86), ("candidate_questions_unseen", 0.77, 0.84)],
)
def test_topics(part: str, topic: float, none: float, judge: Judge) -> None:
    for about_none, least in ((False, topic), (True, none)):
        lines = [
            line for line in labelled(part) if (wanted(line).topics == [{"none"}]) == about_none
        ]
        wrong = [line.text for line in lines if not wanted(line).told_by(asked(line, judge))]
        assert 1 - len(wrong) / len(lines) >= least, wrong
