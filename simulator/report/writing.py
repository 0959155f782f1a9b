"""Writes the page of a session: gathers what it needs, and puts the file where it is wanted."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from simulator.archive import Archive, StoredSession, earlier, usual_voice
from simulator.archive.writing import write_whole
from simulator.coaching import Practise, coached
from simulator.questions import Section
from simulator.report.answer_card import answer_card
from simulator.report.page import HIDES_SCORES, Page, page
from simulator.report.speech_sound import Heard, heard
from simulator.scoring import DEFAULTS, Targets

REPORT_FILE = "report.html"
_HEAD_BYTES = 1000
"""The beginning of a page, where it says whether scores are left out."""


@dataclass(frozen=True, slots=True)
class PageWish:
    """How somebody wants the page. `sections` are those of the set, for their titles; without them
    a section is called by its id. `practise` makes the command to practise a question."""

    sections: tuple[Section, ...] = ()
    targets: Targets = DEFAULTS
    hide_scores: bool = False
    practise: Practise | None = None


def write_report(archive: Archive, stored: StoredSession, wish: PageWish | None = None) -> Path:
    """Writes the page into the session's folder, readable by its owner alone, and says where it is.

    A recording that is missing or damaged is told in the page. Raises `ArchiveError` where the page
    cannot be written.
    """
    file = stored.folder / REPORT_FILE
    write_whole(file, report(archive, stored, wish or PageWish()))
    return file


def hides_scores(page: Path) -> bool:
    """Whether a page that was written before is one without scores."""
    try:
        with page.open("rb") as opened:
            return HIDES_SCORES.encode() in opened.read(_HEAD_BYTES)
    except OSError:
        return False


def report(archive: Archive, stored: StoredSession, wish: PageWish) -> str:
    """The page as text: the same for the same archive."""
    session = stored.session
    before = earlier(archive, session.started_at)
    made = coached(session, before, wish.targets, wish.practise)
    titles = {section.id: section.title for section in wish.sections}
    usual = usual_voice(before)
    sounds = _sounds(stored)
    cards = tuple(
        answer_card(
            answer,
            people=session.interviewers,
            section=titles.get(answer.question.section) or _as_title(answer.question.section),
            heard=sounds,
            comparison=made.takes.get(answer.number),
            targets=wish.targets,
            usual=usual,
            replies=session.following(answer.number),
            hide_scores=wish.hide_scores,
        )
        for answer in session.planned
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


def _sounds(stored: StoredSession) -> dict[int, Heard]:
    """What there is to hear of each answer, those to follow-ups among them, by their numbers."""
    answers = stored.session.answers
    # Compressing is most of the work, and FFmpeg does it beside Python.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = list(pool.map(lambda answer: heard(stored, answer), answers))
    return {answer.number: sound for answer, sound in zip(answers, made, strict=True)}


def _as_title(section: str) -> str:
    return section.replace("-", " ").replace("_", " ").capitalize()
