"""`sessions` and `review`, as they are called."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from simulator.archive import Archive
from simulator.archive.documents import as_text, session_document
from simulator.audio import Playback
from simulator.cli.main import DONE, EXPECTED, run
from simulator.situations import afterwards
from simulator.situations.documents import afterwards_document
from simulator.sound import Sound, silence
from tests import factories


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def archive(home: Path) -> Archive:
    made = Archive(home / "recordings")
    made.create(factories.a_session("2026-11-21-0900-aaaa", state="stopped"))
    made.create(factories.a_session("2026-11-23-1434-k3f9"))
    return made


def many(archive: Archive, count: int) -> None:
    for number in range(count):
        archive.create(factories.a_session(f"2025-01-01-00{number:02d}-aaaa", answers=()))


class TestSessions:
    def test_newest_first(self, archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["sessions"]) == DONE
        head, first, second = capsys.readouterr().out.splitlines()
        assert head.split() == ["Interview", "Score", "Answered", "State", "Role"]
        assert first.startswith("2026-11-23-1434-k3f9")
        assert second.startswith("2026-11-21-0900-aaaa")

    def test_none_yet(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["sessions"]) == DONE
        assert "Start one with: mockview run" in capsys.readouterr().out

    def test_the_newest_or_all(self, archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
        many(archive, 30)
        run(["sessions"])
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) == 22
        assert "12 older" in lines[-1]
        run(["sessions", "--all"])
        assert len(capsys.readouterr().out.splitlines()) == 33

    def test_json_is_everything_and_nothing_else(
        self, archive: Archive, capsys: pytest.CaptureFixture[str]
    ) -> None:
        many(archive, 30)
        (archive.folder / "2026-11-21-0900-aaaa" / "session.json").write_text("{")
        assert run(["sessions", "--json"]) == DONE
        captured = capsys.readouterr()
        document = json.loads(captured.out)
        assert document["schema"] == 1
        assert len(document["sessions"]) == 31
        assert document["sessions"][0]["id"] == "2026-11-23-1434-k3f9"
        assert document["sessions"][0]["total"] == 78
        assert [one["id"] for one in document["unreadable"]] == ["2026-11-21-0900-aaaa"]
        assert "2026-11-21-0900-aaaa" in captured.err

    def test_another_folder(
        self, archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        Archive(tmp_path / "other").create(factories.a_session("2024-01-01-0000-zzzz"))
        assert run(["sessions", "--recordings", "other"]) == DONE
        assert "\n2024-01-01-0000-zzzz" in capsys.readouterr().out


class TestReview:
    def test_the_latest(self, archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
        assert run(["review"]) == DONE
        text = capsys.readouterr().out
        assert "[um] I was thinking" in text
        assert "Score 78 of 100" in text
        assert str(archive.folder / "2026-11-23-1434-k3f9") in text

    def test_a_beginning_of_an_id(
        self, archive: Archive, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["review", "2026-11-21"]) == DONE
        assert "stopped early" in capsys.readouterr().out

    def test_json_is_the_session(
        self, archive: Archive, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["review", "--json"]) == DONE
        captured = capsys.readouterr()
        session = factories.a_session()
        told = afterwards_document(afterwards(session))
        assert captured.out == as_text({**session_document(session), "afterwards": told})
        assert captured.err == ""
        assert json.loads(captured.out)["answers"][1]["question"] == "salary-expectation"

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["review", "2026-11-2"], "could be 2 interviews"),
            (["review", "2026-11-23-1434-k3f8"], "Did you mean '2026-11-23-1434-k3f9'?"),
            (["review", "--json", "nothing"], "There is no interview 'nothing'"),
            (["review", "--recordings", "empty"], "no interviews in"),
        ],
    )
    def test_mistakes_are_told(
        self,
        archive: Archive,
        capsys: pytest.CaptureFixture[str],
        arguments: list[str],
        sentence: str,
    ) -> None:
        assert run(arguments) == EXPECTED
        captured = capsys.readouterr()
        assert sentence in captured.err
        assert captured.out == ""

    def test_a_damaged_session_is_told(
        self, archive: Archive, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (archive.folder / "2026-11-23-1434-k3f9" / "session.json").write_text("{")
        assert run(["review"]) == EXPECTED
        assert "session.json cannot be read" in capsys.readouterr().err
        assert run(["review", "2026-11-21"]) == DONE


class InstantPlayback:
    position_s = 0.0
    done = True

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def seek(self, position_s: float) -> None: ...

    def stop(self) -> None: ...


class TestReplay:
    """The wiring alone: the player has its own tests, and so have the devices."""

    @pytest.fixture
    def heard(self, monkeypatch: pytest.MonkeyPatch) -> list[float]:
        """How long each sound was that reached the loudspeaker; a second for each file."""
        heard: list[float] = []

        class Loudspeaker:
            def __init__(self, device: str | None) -> None: ...

            def play(self, sound: Sound) -> Playback:
                heard.append(sound.duration_s)
                return InstantPlayback()

        files = ModuleType("simulator.audio.files")
        files.__dict__["read"] = lambda file: silence(1.0, 16_000)
        loudspeaker = ModuleType("simulator.audio.loudspeaker")
        loudspeaker.__dict__["DeviceLoudspeaker"] = Loudspeaker
        monkeypatch.setitem(sys.modules, "simulator.audio.files", files)
        monkeypatch.setitem(sys.modules, "simulator.audio.loudspeaker", loudspeaker)
        return heard

    def test_the_interview_is_heard_in_order(
        self, archive: Archive, heard: list[float], capsys: pytest.CaptureFixture[str]
    ) -> None:
        folder = archive.folder / "2026-11-23-1434-k3f9"
        (folder / "01-difficult-conversation.flac").touch()
        assert run(["replay", "--voice", "silent", "--no-input"]) == DONE
        lines = capsys.readouterr().out.splitlines()
        assert [line.split(":")[0] for line in lines] == [
            "1. Dana",
            "1. Your answer",
            "2. Dana",
            "2. You typed",
            "3. Sam",
            "3. You passed.",
        ]
        assert heard == [1.0], "the questions are captions, and one answer has sound"

    def test_a_missing_sound_is_told_and_passed(
        self, archive: Archive, heard: list[float], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["replay", "latest", "1", "--voice", "silent", "--no-input"]) == DONE
        assert "The sound of answer 1 is missing" in capsys.readouterr().out
        assert heard == []

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["replay", "nothing"], "There is no interview 'nothing'"),
            (["replay", "latest", "9", "--voice", "silent"], "has no answer '9'"),
            (["replay", "--voice", "silenz"], "There is no voice 'silenz'. Did you mean 'silent'?"),
        ],
    )
    def test_mistakes_are_told(
        self,
        archive: Archive,
        heard: list[float],
        capsys: pytest.CaptureFixture[str],
        arguments: list[str],
        sentence: str,
    ) -> None:
        assert run(arguments) == EXPECTED
        assert sentence in capsys.readouterr().err
        assert heard == []
