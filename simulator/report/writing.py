"""Writes the page of a session: gathers what it needs, and puts the file where it is wanted."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from simulator.archive import Archive, StoredSession, usual_voice
from simulator.archive.writing import write_whole
from simulator.coaching import coached, earlier
from simulator.questions import Section
from simulator.report.answer_card import answer_card
from simulator.report.page import Page, page
from simulator.report.speech_sound import heard
from simulator.scoring import DEFAULTS, Targets

REPORT_FILE = "report.html"


@dataclass(frozen=True, slots=True)
class PageWish:
    """How somebody wants the page. `sections` are those of the set, for their titles; without them
    a section is called by its id."""

    sections: tuple[Section, ...] = ()
    targets: Targets = DEFAULTS
    hide_scores: bool = False


def write_report(archive: Archive, stored: StoredSession, wish: PageWish | None = None) -> Path:
    """Writes the page into the session's folder, readable by its owner alone, and says where it is.

    A recording that is missing or damaged is told in the page. Raises `ArchiveError` where the page
    cannot be written.
    """
    file = stored.folder / REPORT_FILE
    write_whole(file, report(archive, stored, wish or PageWish()))
    return file


def report(archive: Archive, stored: StoredSession, wish: PageWish) -> str:
    """The page as text: the same for the same archive."""
    session = stored.session
    made = coached(session, earlier(archive, session), wish.targets)
    titles = {section.id: section.title for section in wish.sections}
    usual = usual_voice(archive, session.started_at)
    # Compressing is most of the work, and FFmpeg does it beside Python.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        sounds = list(pool.map(lambda answer: heard(stored, answer), session.planned))
    cards = tuple(
        answer_card(
            answer,
            people=session.interviewers,
            section=titles.get(answer.question.section) or _as_title(answer.question.section),
            heard=sound,
            comparison=made.takes.get(answer.number),
            targets=wish.targets,
            usual=usual,
            replies=session.following(answer.number),
            hide_scores=wish.hide_scores,
        )
        for answer, sound in zip(session.planned, sounds, strict=True)
    )
    return page(
        Page(
            session=session,
            cards=cards,
            told=made.told,
            parts=made.parts,
            numbers=made.numbers,
            earlier=made.earlier,
            next_step=made.next_step,
            habit=made.habit,
            praise=made.praise,
            hide_scores=wish.hide_scores,
        )
    )


def _as_title(section: str) -> str:
    return section.replace("-", " ").replace("_", " ").capitalize()
