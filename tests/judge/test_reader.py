"""The trained judge: the real weights."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.judge import Claim, Judge, JudgeError, reader

pytestmark = pytest.mark.slow

LISTENED = Claim(
    "Listened first",
    "The candidate asked the people concerned before acting.",
    (
        "Before I changed anything I sat down with each of the nurses.",
        "I went round the hall and asked what was in their way.",
        "First I heard both of them out, one after the other.",
    ),
    ("I told them how it was going to be.",),
)
RESULT = Claim(
    "Says how it ended",
    "The candidate tells what came of it, for the people or the company.",
    (
        "Since then not a single order has gone out late.",
        "Complaints fell by half within a quarter.",
        "In the end he stayed, and he runs the night shift today.",
    ),
    ("We shall see how it goes.", "I hope it will get better."),
)


@pytest.fixture(scope="module")
def judge() -> Judge:
    return reader.load()


def test_it_is_a_judge(judge: Judge) -> None:
    assert isinstance(judge, Judge)
    assert judge.model.startswith("mockview-judge-")


def test_a_point_that_is_made_weighs_more_than_one_that_is_not(judge: Judge) -> None:
    told = ["The belt broke on a Friday night.", "By Monday we were back to forty boxes an hour."]
    open_ = ["The belt broke on a Friday night.", "I would have called the fitter at once."]
    (made,), (missed,) = judge.weigh([RESULT], told), judge.weigh([RESULT], open_)
    assert made.whole > missed.whole


def test_each_of_several_points_is_read_by_itself(judge: Judge) -> None:
    asked = ["I asked each of the nine drivers what would keep them."]
    ended = ["Nobody has left since, and the depot was first in the region in spring."]
    (listened, no_end), (not_listened, end) = (
        judge.weigh([LISTENED, RESULT], said) for said in (asked, ended)
    )
    assert listened.whole > not_listened.whole
    assert end.whole > no_end.whole


def test_more_points_than_are_read_at_once_all_have_a_reading(judge: Judge) -> None:
    points = [
        RESULT,
        LISTENED,
        *(Claim(f"Names {what}", "The candidate names it.") for what in "abcdef"),
    ]
    weighed = judge.weigh(points, ["Nobody has left since."])
    assert len(weighed) == len(points)
    assert judge.weigh([], ["Nobody has left since."]) == ()


def test_the_sentence_that_makes_the_point_stands_out(judge: Judge) -> None:
    said = [
        "We had lost two drivers in a month.",
        "I sat down with the other nine and asked each what would keep them.",
        "Nobody has left since, and the depot was first in the region in spring.",
    ]
    (weighed,) = judge.weigh([RESULT], said)
    assert len(weighed.sentences) == 3
    assert max(range(3), key=lambda i: weighed.sentences[i]) == 2


def test_the_same_texts_give_the_same_numbers_whatever_came_before() -> None:
    said = ["We gave the money back.", "She still buys there."]
    fresh = reader.load().weigh([RESULT], said)
    used = reader.load()
    used.weigh([Claim("Something else", "The candidate says something else.")], ["word " * 300] * 4)
    assert used.weigh([RESULT], said) == fresh


def test_a_very_long_answer_is_read_to_its_end(judge: Judge) -> None:
    before = [f"On day {day} we counted the boxes in hall {day} again." for day in range(60)]
    (told,) = judge.weigh([RESULT], [*before, "Since then not one box has been lost."])
    (open_,) = judge.weigh([RESULT], [*before, "My sister lives in Leeds and keeps bees."])
    assert len(told.sentences) == 61
    assert told.sentences[-1] > open_.sentences[-1]
    assert told.sentences[0] == open_.sentences[0]


def test_a_judge_reads_what_the_author_wrote_as_if_it_did_not_stand_there(judge: Judge) -> None:
    standard = judge.standard(RESULT)
    assert (len(standard.examples), len(standard.counter_examples)) == (3, 2)
    left = replace(RESULT, examples=RESULT.examples[1:])
    (alone,) = judge.weigh([left], RESULT.examples[:1])
    assert standard.examples[0] == alone.whole
    assert min(standard.examples) > max(standard.counter_examples)


def test_missing_or_damaged_weights_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "WEIGHTS", tmp_path / "judge.onnx")
    with pytest.raises(JudgeError, match="missing"):
        reader.load()
    (tmp_path / "judge.onnx").write_bytes(b"not a model")
    with pytest.raises(JudgeError, match="damaged"):
        reader.load()
