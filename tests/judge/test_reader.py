"""The trained judge: the real weights."""

from pathlib import Path

import pytest

from simulator.judge import Judge, JudgeError, claim, reader

pytestmark = pytest.mark.slow

RESULT = claim(
    "Says how it ended", "The candidate tells what came of it, for the people or the company."
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
    assert judge.weigh(RESULT, told).whole > judge.weigh(RESULT, open_).whole


def test_the_sentence_that_makes_the_point_stands_out(judge: Judge) -> None:
    said = [
        "We had lost two drivers in a month.",
        "I sat down with the other nine and asked each what would keep them.",
        "Nobody has left since, and the depot was first in the region in spring.",
    ]
    weighed = judge.weigh(RESULT, said)
    assert len(weighed.sentences) == 3
    assert max(range(3), key=lambda i: weighed.sentences[i]) == 2


def test_the_same_texts_give_the_same_numbers_whatever_came_before() -> None:
    said = ["We gave the money back.", "She still buys there."]
    fresh = reader.load().weigh(RESULT, said)
    used = reader.load()
    used.weigh("Something else. The candidate says something else.", ["word " * 300] * 4)
    assert used.weigh(RESULT, said) == fresh


def test_a_very_long_answer_is_read_to_its_end(judge: Judge) -> None:
    filler = [f"On day {day} we counted the boxes in hall {day} again." for day in range(60)]
    ended = [*filler, "In the end she kept her contract and sent us two new customers."]
    last = judge.weigh(RESULT, ended).sentences[-1]
    assert last > max(judge.weigh(RESULT, filler).sentences)


def test_missing_or_damaged_weights_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "WEIGHTS", tmp_path / "judge.onnx")
    with pytest.raises(JudgeError, match="missing"):
        reader.load()
    (tmp_path / "judge.onnx").write_bytes(b"not a model")
    with pytest.raises(JudgeError, match="damaged"):
        reader.load()
