"""Earlier interviews are held against a later one wherever it is shown or scored."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from simulator.archive import Archive, Session, store
from simulator.archive.reading import read_session
from simulator.cli.main import DONE, run
from simulator.cli.standards import own_at
from simulator.cli.surroundings import find
from tests import factories

NOW = factories.STARTED_AT
EARLIER = ("2026-11-21-0900-aaaa", "2026-11-22-0900-aaaa")


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Two interviews with a voice of 5 semitones, then one of 6.8."""
    monkeypatch.setenv("MOCKVIEW_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    made = Archive(tmp_path / "home" / "recordings")
    for days_ago, session_id in zip((2, 1), EARLIER, strict=True):
        made.create(a_session(session_id, days_ago, 5.0))
    made.create(a_session("2026-11-23-1434-k3f9", 0, 6.8))
    return made


def a_session(session_id: str, days_ago: int, spread_semitones: float) -> Session:
    measures = factories.some_measures(melody=factories.a_melody(spread_semitones))
    made = factories.an_assessment(measures=measures)
    answers = tuple(
        factories.an_answer(number, assessment=made, question=factories.a_question(question))
        for number, question in enumerate(("big-picture", "pitch"), start=1)
    )
    return factories.a_session(session_id, started_at=NOW - timedelta(days_ago), answers=answers)


@pytest.mark.parametrize("words", [["review"], ["report", "-o", "page.html"]])
def test_each_is_read_once_for_a_page(
    words: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    read: Counter[str] = Counter()

    def counting(folder: Path) -> Session:
        read[folder.name] += 1
        return read_session(folder)

    monkeypatch.setattr(store, "read_session", counting)
    assert run(words) == DONE
    page = tmp_path / "page.html"
    shown = page.read_text() if page.exists() else capsys.readouterr().out
    assert "livelier than your usual 5.0" in " ".join(shown.split())
    assert [read[session_id] for session_id in EARLIER] == [1, 1]


def test_the_usual_voice_is_that_of_the_time_the_interview_began() -> None:
    around = find({"recordings": None})
    assert own_at(around, NOW).usual_spread_semitones == 5.0
    assert own_at(around, NOW - timedelta(days=2)).usual_spread_semitones is None
