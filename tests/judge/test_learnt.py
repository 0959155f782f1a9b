"""What was learnt of sentences: the weights that are shipped, and that they are checked."""

from pathlib import Path
from typing import get_args

import pytest

from simulator.judge import Deed, Judge, JudgeError, PayAnswer, Topic, learnt, reader


@pytest.fixture(scope="module")
def judge() -> Judge:
    return reader.load()


def test_plain_cases(judge: Judge) -> None:
    asked = judge.tell("How big is the team I would be joining?")
    assert max(asked.topics, key=lambda topic: asked.topics[topic]) == "team"
    harsh = judge.tell("My boss was an incompetent liar and everybody hated him.")
    fair = judge.tell("We lost two weeks because the plan was late.")
    assert harsh.deeds["blames"] > 0 > fair.deeds["blames"]
    raises = judge.tell("I am leaving because they have not raised my salary in four years.")
    assert raises.deeds["raises-pay"] > 0 > fair.deeds["raises-pay"]
    assert judge.tell("I would like sixty to seventy thousand.").pay["range"] > 0.9


def test_every_kind_is_told_and_probabilities_are_one_together(judge: Judge) -> None:
    told = judge.tell("and how is it with the parking")
    assert tuple(told.deeds) == get_args(Deed)
    assert tuple(told.topics) == get_args(Topic)
    assert tuple(told.pay) == get_args(PayAnswer)
    assert sum(told.topics.values()) == pytest.approx(1, abs=1e-5)
    assert sum(told.pay.values()) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("text", ["", "?", "\u200b\u0000", "word " * 2000])
def test_any_text_is_told(text: str, judge: Judge) -> None:
    assert sum(judge.tell(text).topics.values()) == pytest.approx(1, abs=1e-5)


def test_the_same_whatever_was_asked_before(judge: Judge) -> None:
    text = "What would my first week look like?"
    first = reader.load().tell(text)
    judge.tell("something else")
    assert judge.tell(text) == first


def test_missing_or_damaged_weights_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learnt, "WEIGHTS", tmp_path / "learnt.onnx")
    with pytest.raises(JudgeError, match="missing"):
        learnt.load()
    (tmp_path / "learnt.onnx").write_bytes(b"nothing")
    with pytest.raises(JudgeError, match="damaged"):
        learnt.load()
