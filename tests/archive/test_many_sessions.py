"""Ten thousand sessions are listed and compared by their first lines alone: work is counted here,
and the time it takes is measured by `benchmarks/archive.py`."""

import os
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from simulator.archive import Archive, reading, session_file
from simulator.archive.names import SESSION_FILE
from simulator.archive.session_file import HEAD_BYTES, session_text
from simulator.cli.main import DONE, run
from simulator.review.trend import trend_of
from tests import factories

TEN_THOUSAND = 10_000


def many(folder: Path, count: int) -> Archive:
    """So many finished sessions, an hour apart, written as mockview writes them."""
    text = session_text(factories.a_session())
    started = factories.STARTED_AT.isoformat()
    for number in range(count):
        at = factories.STARTED_AT + timedelta(hours=number)
        session = folder / f"{at:%Y-%m-%d-%H%M}-aaaa"
        session.mkdir(parents=True)
        (session / SESSION_FILE).write_text(text.replace(started, at.isoformat()))
    return Archive(folder)


class Work:
    def __init__(self) -> None:
        self.opened: Counter[str] = Counter()
        self.bytes_read = 0
        self.read_whole = 0


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """What is opened and read, counted at the system's own door."""
    counted = Work()
    really_open, really_read = os.open, os.read

    def count_open(path: Any, *rest: Any, **other: Any) -> int:
        counted.opened[Path(path).name] += 1
        return really_open(path, *rest, **other)

    def count_read(descriptor: int, length: int) -> bytes:
        read = really_read(descriptor, length)
        counted.bytes_read += len(read)
        return read

    def count_whole(folder: Path) -> Any:
        counted.read_whole += 1
        return reading.read_session(folder)

    monkeypatch.setattr(os, "open", count_open)
    monkeypatch.setattr(os, "read", count_read)
    monkeypatch.setattr(session_file, "read_session", count_whole)
    return counted


@pytest.mark.parametrize("count", [50, 100, 200])
def test_trend_opens_each_session_once_and_parses_its_first_line(
    tmp_path: Path, work: Work, count: int
) -> None:
    archive = many(tmp_path, count)
    work.opened.clear()
    trend = trend_of(archive.listing().sessions)
    assert len(trend.sessions) == count
    assert work.opened == {SESSION_FILE: count}
    assert work.bytes_read <= count * (HEAD_BYTES + 3)
    assert work.read_whole == 0


def test_ten_thousand(tmp_path: Path, work: Work, capsys: pytest.CaptureFixture[str]) -> None:
    recordings = ["--recordings", str(tmp_path)]
    many(tmp_path, TEN_THOUSAND)
    work.opened.clear()
    assert run(["sessions", *recordings]) == DONE
    assert capsys.readouterr().out.splitlines()[-1].startswith("... and 9980 older")
    assert work.opened[SESSION_FILE] == 20, "the newest alone, however many there are"
    work.opened.clear()
    assert run(["trend", *recordings]) == DONE
    assert "10000 interviews" in capsys.readouterr().out
    assert work.opened[SESSION_FILE] == TEN_THOUSAND
    assert work.read_whole == 0
