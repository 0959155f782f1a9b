"""What is usual for a speaker: the median over what was kept before."""

from datetime import timedelta
from pathlib import Path

import pytest

from simulator.archive import Archive, Session, UsualVoice, usual_spread_semitones, usual_voice
from simulator.archive.names import SESSION_FILE
from simulator.archive.usual import NEWEST_SESSIONS
from tests import factories

NOW = factories.STARTED_AT


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "recordings")


def a_session(days_ago: int, *spreads: float | None, loudness_db: float = 14.2) -> Session:
    answers = [
        factories.an_answer(
            number,
            assessment=factories.an_assessment(
                measures=factories.some_measures(
                    melody=None
                    if spread is None
                    else factories.a_melody(spread, loudness_spread_db=loudness_db)
                )
            ),
        )
        for number, spread in enumerate(spreads, start=1)
    ]
    skipped = factories.an_answer(len(answers) + 1, state="skipped", sound=None, assessment=None)
    return factories.a_session(
        f"2025-01-{31 - days_ago:02d}-0900-aaaa",
        started_at=NOW - timedelta(days=days_ago),
        answers=(*answers, skipped),
    )


def test_the_median_over_earlier_answers(archive: Archive) -> None:
    archive.create(a_session(3, 4.0, 6.0, None))
    archive.create(a_session(2, 5.1))
    assert usual_spread_semitones(archive, NOW) == 5.1


def test_pitch_and_loudness_each_have_their_median(archive: Archive) -> None:
    archive.create(a_session(3, 4.0, 6.0, None, loudness_db=9.0))
    archive.create(a_session(2, 5.1, loudness_db=20.0))
    assert usual_voice(archive, NOW) == UsualVoice(5.1, 9.0)


def test_fewer_than_three_answers_are_no_habit(archive: Archive) -> None:
    assert usual_spread_semitones(archive, NOW) is None
    archive.create(a_session(3, 4.0, 6.0, None))
    assert usual_spread_semitones(archive, NOW) is None
    assert usual_voice(archive, NOW) is None


def test_a_session_is_not_held_against_itself_or_later_ones(archive: Archive) -> None:
    archive.create(a_session(3, 4.0, 5.0, 6.0))
    archive.create(a_session(0, 9.0, 9.0, 9.0, 9.0))
    assert usual_spread_semitones(archive, NOW) == 5.0


def test_the_newest_sessions_alone(archive: Archive) -> None:
    archive.create(a_session(NEWEST_SESSIONS + 2, 20.0, 20.0, 20.0, 20.0))
    for days_ago in range(1, NEWEST_SESSIONS + 1):
        archive.create(a_session(days_ago, 5.0 if days_ago < 4 else None))
    assert usual_spread_semitones(archive, NOW) == 5.0


def test_a_damaged_session_is_passed_over(archive: Archive) -> None:
    archive.create(a_session(3, 4.0, 5.0, 6.0))
    damaged = archive.create(a_session(2, 9.0, 9.0, 9.0, 9.0))
    file = damaged.folder / SESSION_FILE
    file.write_text(file.read_text().replace('"words": ', '"words": "many", "w": '))
    assert usual_spread_semitones(archive, NOW) == 5.0
