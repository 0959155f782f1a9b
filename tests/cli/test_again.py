"""`retake` and `drill`: asked again, typed so that no device is needed, by the real rules."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from simulator.archive import Archive
from simulator.questions import library
from tests import factories

pytestmark = pytest.mark.slow

BETTER = (
    "I looked at the survey of our trade and asked two people who do such work. For a job of this "
    "size I see somewhere between seventy-five and eighty-five thousand, and there is room to talk."
)


def mockview(archive: Archive, *words: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "simulator", *words, "--recordings", str(archive.folder)],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=os.environ | {"MOCKVIEW_VOICE": "silent", "MOCKVIEW_HOME": str(archive.folder.parent)},
    )


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    made = Archive(tmp_path / "recordings")
    made.create(factories.a_session(set_id="gone", state="stopped"))
    return made


def answers_in(archive: Archive) -> list[dict[str, Any]]:
    document = json.loads((archive.find() / "session.json").read_text())
    assert isinstance(document["answers"], list)
    return document["answers"]


class TestRetake:
    def test_a_further_take_is_kept_and_compared(self, archive: Archive) -> None:
        """Even though the question set is gone: the session knows its questions."""
        before = archive.load().session
        done = mockview(
            archive, "retake", "latest", "salary-expectation", "--typed", typed=f"{BETTER}\n\n"
        )
        assert done.returncode == 0, done.stderr
        assert "What are your salary expectations" in done.stdout
        assert "take 2 against take 1" in done.stdout
        assert "Says where the figure comes from: not heard → covered" in done.stdout
        after = archive.load().session
        assert after.answers[:3] == before.answers
        taken = after.answers[3]
        assert (taken.number, taken.take, taken.state) == (4, 2, "assessed")
        assert taken.question == before.answers[1].question
        assert after.state == "stopped", "it stays what it was"
        (summary,) = archive.listing().sessions
        assert (summary.answered, summary.planned) == (2, 3)

    def test_json_and_a_third_take(self, archive: Archive) -> None:
        for _ in range(2):
            done = mockview(
                archive, "retake", "latest", "2", "--typed", "--json", typed=f"{BETTER}\n\n"
            )
            assert done.returncode == 0, done.stderr
        document = json.loads(done.stdout)
        assert [take["take"] for take in document["takes"]] == [2, 3]
        assert {change["direction"] for change in document["changes"]} == {"same"}

    def test_json_where_there_is_no_take_to_compare_with(self, archive: Archive) -> None:
        done = mockview(archive, "retake", "latest", "3", "--typed", "--json", typed="I do it.\n\n")
        assert done.returncode == 0, done.stderr
        document = json.loads(done.stdout)
        assert (document["schema"], document["changes"]) == (1, [])
        assert [take["take"] for take in document["takes"]] == [2]

    def test_quitting_keeps_everything_as_it_was(self, archive: Archive) -> None:
        before = archive.load().session
        done = mockview(archive, "retake", "latest", "2", "--typed", typed="/q\n")
        assert done.returncode == 1
        assert "there is no new take" in done.stderr
        assert archive.load().session == before

    @pytest.mark.parametrize(
        ("words", "status", "says"),
        [
            (["latest", "pay"], 1, "has no answer 'pay'"),
            (["nothing", "1"], 1, "There is no interview 'nothing'"),
            (["latest"], 2, "QUESTION"),
            (["latest", "1", "--typed", "--answers", "x.flac"], 2, "does not go with recordings"),
        ],
    )
    def test_mistakes_are_told(
        self, archive: Archive, words: list[str], status: int, says: str
    ) -> None:
        done = mockview(archive, "retake", *words)
        assert done.returncode == status
        assert says in done.stderr
        assert "Traceback" not in done.stderr


class TestDrill:
    @pytest.fixture
    def practised(self, tmp_path: Path) -> Archive:
        """Every question of the set answered well lately, but for two long ago and badly."""
        shelf = library.of((Path("question_sets"),)).load(library.DEFAULT)
        archive = Archive(tmp_path / "recordings")
        questions = {question.id: question for question in shelf.questions}
        weak = [questions.pop("why-you"), questions.pop("salary-expectation")]
        now = datetime.now().astimezone()
        self.create(archive, now - timedelta(days=90), weak[:1], 20)
        self.create(archive, now - timedelta(days=30), weak[1:], 20)
        self.create(archive, now - timedelta(hours=1), list(questions.values()), 95)
        return archive

    def create(self, archive: Archive, at: datetime, questions: list[Any], score: int) -> None:
        answers = tuple(
            factories.an_answer(
                number,
                question=question,
                asked_at=at,
                assessment=factories.an_assessment(score=factories.a_score(score)),
            )
            for number, question in enumerate(questions, start=1)
        )
        archive.create(factories.a_session(archive.fresh_id(at), started_at=at, answers=answers))

    def test_the_weakest_and_longest_ago_are_asked(self, practised: Archive) -> None:
        text = f"{BETTER}\n\n"
        done = mockview(practised, "drill", "--typed", "--json", "--no-follow-ups", typed=text * 9)
        assert done.returncode == 0, done.stderr
        session = json.loads(done.stdout)
        assert session["plan"] == ["why-you", "salary-expectation"]
        assert [answer["state"] for answer in session["answers"]] == ["assessed"] * 2
        again = mockview(practised, "drill", "--list", "--json")
        listed = json.loads(again.stdout)["questions"]
        last = {one["question"]: one["last_score"] for one in listed}
        assert last["salary-expectation"] == session["answers"][1]["score"]["total"]

    def test_the_list_asks_nothing(self, practised: Archive) -> None:
        done = mockview(practised, "drill", "--list", "--role", "manager")
        assert done.returncode == 0, done.stderr
        first, second, third = done.stdout.splitlines()[1:4]
        assert "why-you  due" in first
        assert "salary-expectation  due" in second
        assert "  due 20" in third
        assert len(list(practised.folder.iterdir())) == 3

    def test_nothing_due_is_said(self, practised: Archive) -> None:
        now = datetime.now().astimezone()
        shelf = library.of((Path("question_sets"),)).load(library.DEFAULT)
        both = [q for q in shelf.questions if q.id in ("why-you", "salary-expectation")]
        for hours in (3, 2):
            self.create(practised, now - timedelta(hours=hours), both, 95)
        done = mockview(practised, "drill")
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("Nothing is due before 20")
        assert f"mockview drill --anyway --recordings {practised.folder}" in done.stdout

    def test_without_any_practice_new_questions_are_asked(self, tmp_path: Path) -> None:
        archive = Archive(tmp_path / "recordings")
        done = mockview(
            archive, "drill", "--typed", "--json", "--count", "1", "--no-follow-ups",
            typed=f"{BETTER}\n\n" * 9,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert len(json.loads(done.stdout)["plan"]) == 1

    @pytest.mark.parametrize(
        ("words", "status", "says"),
        [
            (["--set", "secnd-interview"], 1, "Did you mean 'second-interview'?"),
            (["--role", "manger"], 1, "Did you mean 'manager'?"),
            (["--count", "0"], 2, "0"),
            (["--typed", "--answers", "x.flac"], 2, "does not go with recordings"),
        ],
    )
    def test_mistakes_are_told(
        self, archive: Archive, words: list[str], status: int, says: str
    ) -> None:
        done = mockview(archive, "drill", *words)
        assert done.returncode == status
        assert says in done.stderr
        assert "Traceback" not in done.stderr
