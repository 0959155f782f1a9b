"""What is told of lines by authors that nothing was learnt from and no rule was made on.

The files NAME_v.txt were written last and run once, when all was as it is (topics twice: what is
told of them was taught once more after the first run). The others were read when thresholds were
chosen. Floors are a little below what was reached (docs/measures.md).
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


def told_range(words: Words, judge: Judge) -> bool:
    return pay_stated(words, judge).kind == "range"


@pytest.fixture(scope="module")
def judge() -> Judge:
    return reader.load()


@pytest.mark.parametrize(
    ("part", "label", "tells", "least"),
    [
        ("blame", "blame", told_blame, (0.93, 0.7)),
        ("blame_2", "blame", told_blame, (0.94, 0.62)),
        ("blame_unseen", "blame", told_blame, (0.97, 0.82)),
        ("blame_t", "blame", told_blame, (0.9, 0.85)),
        ("blame_v", "blame", told_blame, (0.94, 0.78)),
        ("pay_raised", "raises", told_pay, (0.98, 0.93)),
        ("pay_raised_2", "raises", told_pay, (0.94, 0.85)),
        ("pay_raised_unseen", "raises", told_pay, (0.94, 0.85)),
        ("pay_raised_t", "raises", told_pay, (0.97, 0.83)),
        ("pay_raised_v", "raises", told_pay, (0.92, 0.8)),
        ("results", "none", result_missing, (0.95, 0.6)),
        ("results_2", "none", result_missing, (0.86, 0.88)),
        ("results_unseen", "none", result_missing, (0.93, 0.86)),
        ("results_t", "none", result_missing, (0.94, 0.88)),
        ("results_v", "none", result_missing, (0.9, 0.78)),
        ("hedges_unseen", "hedge", told_hedge, (0.94, 0.88)),
        ("pay_answers", "range", told_range, (0.94, 0.95)),
        ("pay_answers_unseen", "range", told_range, (0.94, 0.91)),
        ("pay_answers_t", "range", told_range, (0.93, 0.93)),
        ("pay_answers_v", "range", told_range, (0.95, 0.92)),
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


def test_topics(judge: Judge) -> None:
    for about_none, least in ((False, 0.9), (True, 0.9)):
        lines = [
            line
            for line in labelled("candidate_questions_v")
            if (wanted(line).topics == [{"none"}]) == about_none
        ]
        wrong = [line.text for line in lines if not wanted(line).told_by(asked(line, judge))]
        assert 1 - len(wrong) / len(lines) >= least, wrong
