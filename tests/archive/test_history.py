"""Earlier interviews: those before, with something to hold this one against."""

from pathlib import Path

from simulator.archive import Archive, earlier
from simulator.archive.history import NEWEST
from tests import factories


def test_the_newest_before_this_one(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for day in (5, 20, 12, 28):
        archive.create(
            factories.a_session(
                f"2026-11-{day:02d}-1000-aaaa", started_at=factories.STARTED_AT.replace(day=day)
            )
        )
    now = archive.load("2026-11-20-1000-aaaa").session.started_at
    assert [one.id[8:10] for one in earlier(archive, now)] == ["12", "05"]


def test_nothing_assessed_and_nothing_readable_are_passed_over(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for day in (1, 2, 3):
        archive.create(
            factories.a_session(
                f"2026-11-{day:02d}-1000-aaaa",
                started_at=factories.STARTED_AT.replace(day=day),
                **({"answers": ()} if day == 1 else {}),
            )
        )
    file = tmp_path / "2026-11-02-1000-aaaa" / "session.json"
    head, newline, rest = file.read_text().partition("\n")
    file.write_text(head + newline + rest.replace('"answers"', '"anders"'))
    found = earlier(archive, factories.STARTED_AT)
    assert [one.id[8:10] for one in found] == ["03"]


def test_not_all_of_them(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for number in range(NEWEST + 5):
        archive.create(
            factories.a_session(
                f"2026-10-01-10{number:02d}-aaaa",
                started_at=factories.STARTED_AT.replace(month=10, minute=number),
            )
        )
    found = earlier(archive, factories.STARTED_AT)
    assert [int(one.id[13:15]) for one in found] == list(range(NEWEST + 4, 4, -1))
