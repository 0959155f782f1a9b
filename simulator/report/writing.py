"""Writes the page of a session: gathers what it needs, and puts the file where it is wanted."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from simulator.archive import Archive, StoredSession, usual_spread_semitones
from simulator.archive.writing import write_whole
from simulator.questions import Section
from simulator.report.advice import practise_next, went_well
from simulator.report.answer_card import answer_card
from simulator.report.history import earlier
from simulator.report.numbers import rows
from simulator.report.page import Page, page
from simulator.report.readiness import parts_of_guide
from simulator.report.speech_sound import heard
from simulator.report.takes import comparison
from simulator.scoring import DEFAULTS, Targets

REPORT_FILE = "report.html"


@dataclass(frozen=True, slots=True)
class PageWish:
    """How somebody wants the page. `sections` are those of the set, to name the parts of the guide
    and to show the ones not practised yet; without them the session's own are shown."""

    sections: tuple[Section, ...] = ()
    targets: Targets = DEFAULTS
    hide_scores: bool = False


def write_report(
    archive: Archive,
    stored: StoredSession,
    wish: PageWish | None = None,
    *,
    file: Path | None = None,
) -> Path:
    """Writes the page, readable by its owner alone, and says where it is.

    Left out, `file` is `report.html` in the session's folder. A recording that is missing or
    damaged is told in the page. Raises `ArchiveError` where the page cannot be written.
    """
    target = stored.folder / REPORT_FILE if file is None else file
    write_whole(target, report(archive, stored, wish or PageWish()))
    return target


def report(archive: Archive, stored: StoredSession, wish: PageWish) -> str:
    """The page as text: the same for the same archive."""
    session = stored.session
    before = earlier(archive, session)
    parts = parts_of_guide(session, before, wish.sections)
    titles = {part.section: part.title for part in parts}
    usual = usual_spread_semitones(archive, session.started_at)
    # Compressing is most of the work, and FFmpeg does it beside Python.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        sounds = list(pool.map(lambda answer: heard(stored, answer), session.planned))
    cards = tuple(
        answer_card(
            answer,
            people=session.interviewers,
            section=titles[answer.question.section],
            heard=sound,
            comparison=comparison(session, answer.number, before, wish.targets),
            targets=wish.targets,
            usual_spread_semitones=usual,
            replies=session.following(answer.number),
        )
        for answer, sound in zip(session.planned, sounds, strict=True)
    )
    return page(
        Page(
            session=session,
            cards=cards,
            parts=parts,
            numbers=rows(session, before, wish.targets),
            earlier=len(before),
            next_steps=practise_next(session, parts),
            praise=went_well(session),
            hide_scores=wish.hide_scores,
        )
    )
