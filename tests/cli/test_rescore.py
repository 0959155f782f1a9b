"""`review --rescore`: measured again from what is kept, with the candidate's marks in place."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.archive import Answer, Archive
from simulator.assessment import Mark
from simulator.audio import flac
from simulator.cli.main import DONE, EXPECTED, USAGE, run
from tests import factories
from tests.spoken import spoken

pytestmark = pytest.mark.slow

TYPED = "I looked at a survey of our trade. Somewhere between seventy and eighty thousand is fair."


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return Archive(tmp_path / "home" / "recordings")


def typed(number: int, **other: object) -> Answer:
    answer = factories.an_answer(number, typed=True, typed_text=TYPED)
    return replace(answer, **other)  # type: ignore[arg-type]


def test_a_typed_answer_with_its_marks(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    note = Mark("note", factories.STARTED_AT, text="Slept badly.")
    word = Mark("not_covered", factories.STARTED_AT, "range")
    archive.create(factories.a_session(answers=(typed(1, marks=(word, note)),)))
    assert run(["review", "--rescore", "--json"]) == DONE
    captured = capsys.readouterr()
    (answer,) = json.loads(captured.out)["answers"]
    assert answer["transcript"]["text"] == TYPED
    assert [mark["kind"] for mark in answer["marks"]] == ["not_covered", "note"]
    points = {point["point"]: point for point in answer["coverage"]}
    assert points["range"]["verdict"] == "not_found"
    assert points["range"]["program_verdict"] == "covered"
    own = {point["point"]: point["verdict"] for point in answer["own"]["coverage"]}
    assert own["range"] == "covered"
    assert answer["score"]["total"] < answer["own"]["score"]["total"]


@pytest.mark.parametrize("state", ["recorded", "failed"])
def test_what_was_never_assessed_is_now(
    archive: Archive, capsys: pytest.CaptureFixture[str], state: str
) -> None:
    lost = typed(1, state=state, assessment=None, note="It went wrong.")
    archive.create(factories.a_session(answers=(lost,)))
    assert run(["review", "--rescore"]) == DONE
    assert "Score " in capsys.readouterr().out
    (answer,) = archive.load().session.answers
    assert (answer.state, answer.note) == ("assessed", "")
    assert answer.assessment is not None
    assert answer.assessment.transcript.text == TYPED


def test_a_recording_that_failed_is_transcribed_and_one_that_is_gone_is_told(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    failed = factories.an_answer(1, state="failed", assessment=None, note="The process died.")
    gone = factories.an_answer(2, question=factories.a_question("gone"))
    stored = archive.create(factories.a_session(answers=(failed, gone)))
    assert failed.sound is not None
    sound = spoken("Somewhere between seventy and eighty thousand would be fair to me.")
    flac.write_flac(stored.folder / failed.sound, sound)
    assert run(["review", "--rescore", "--json"]) == EXPECTED
    captured = capsys.readouterr()
    assert "answer 2: The sound of answer 2 is missing" in captured.err
    first, second = json.loads(captured.out)["answers"]
    assert first["state"] == "assessed"
    assert "eighty thousand" in first["transcript"]["text"] or "80" in first["transcript"]["text"]
    assert first["score"]["total"] is not None
    kept = archive.load().session.answers[1]
    assert kept == gone, "what could not be measured stays as it was"
    assert second["score"]["total"] == 78


def test_how_old_answers_are_told_is_read_when_they_are_measured_again(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    question = factories.a_question(talking_points=(), section="x")
    text = "My boss was incompetent. My salary was low. I left."
    archive.create(factories.a_session(answers=(typed(1, question=question, typed_text=text),)))
    before = archive.load().session.answers[0].assessment
    assert before is not None
    assert before.telling is None
    assert run(["review", "--rescore"]) == DONE
    capsys.readouterr()
    after = archive.load().session.answers[0].assessment
    assert after is not None
    assert after.telling is not None
    assert "My boss was incompetent." in [one.text for one in after.telling.harsh]
    assert "My salary was low." in [one.text for one in after.telling.raises_pay]


def test_measuring_again_gives_the_same(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.create(factories.a_session(answers=(typed(1),)))
    outputs = []
    for _ in range(2):
        assert run(["review", "--rescore", "--json"]) == DONE
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (["review", "--model", "base"], USAGE, "--model goes with --rescore"),
        (["review", "--rescore", "--model", "bsae"], EXPECTED, "Did you mean 'base'?"),
    ],
)
def test_mistakes_are_told(
    archive: Archive,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    status: int,
    says: str,
) -> None:
    archive.create(factories.a_session())
    assert run(words) == status
    assert says in capsys.readouterr().err


def test_nothing_to_measure(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    skipped = factories.an_answer(1, state="skipped", sound=None, assessment=None)
    archive.create(factories.a_session(answers=(skipped,)))
    assert run(["review", "--rescore"]) == EXPECTED
    assert "no answers to measure" in capsys.readouterr().err


def test_what_a_reply_brought_counts_again(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    main = typed(1, typed_text="I would rather hear your offer first, thank you very much.")
    question = replace(main.question, id=f"{main.question.id}.1", follows=main.question.id)
    reply = typed(2, question=question, follows=1)
    archive.create(factories.a_session(answers=(main, reply)))
    assert run(["review", "--rescore", "--json"]) == DONE
    answer, follow_up = json.loads(capsys.readouterr().out)["answers"]
    (point,) = [point for point in answer["coverage"] if point["point"] == "range"]
    assert (point["verdict"], point["prompted"]) == ("covered", True)
    assert point["evidence"]["answer"] == 2
    assert follow_up["follows"] == 1
    assert follow_up["score"]["total"] is None
