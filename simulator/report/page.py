"""From what is to be shown to one file of HTML that needs nothing else.

Whatever somebody said, typed or stored is text here and nothing more: every value goes through
`plain` (no control characters, no changes of direction) and is escaped by the template. No script
or style runs but ours, whose hashes stand in the page's own Content-Security-Policy, and nothing
is ever loaded: no address in the page leads anywhere.
"""

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from simulator.archive import Session
from simulator.coaching import Advice, PartShown, Row, verdicts
from simulator.report import timeline
from simulator.report.answer_card import AnswerCard
from simulator.report.speech_sound import MEDIA_TYPE
from simulator.review.plain import clock, plain
from simulator.situations import Afterwards, wording

FOLDER = Path(__file__).parent / "page"
HIDES_SCORES = 'data-scores="hidden"'
"""Stands in the first tag of a page without scores, so that it stays one when it is renewed."""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the page shows. `told` is what is to be said of the interview as a whole;
    `earlier` is how many interviews the numbers are held against."""

    session: Session
    cards: tuple[AnswerCard, ...]
    told: Afterwards
    parts: tuple[PartShown, ...]
    numbers: tuple[Row, ...]
    earlier: int
    next_step: Advice | None
    habit: Advice | None
    praise: tuple[Advice, ...]
    hide_scores: bool

    @property
    def heard(self) -> frozenset[int]:
        """Numbers of the answers, and of the replies to them, whose sound is in the page."""
        return frozenset(
            one.answer.number
            for card in self.cards
            for one in (card.spoken, *card.replies)
            if one.sound
        )


def page(shown: Page) -> str:
    """The page as text; the same for the same content."""
    style, script = _file("report.css"), _file("report.js")
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            page=shown,
            session=shown.session,
            style=Markup(style),  # noqa: S704 (our own file)
            script=Markup(script),  # noqa: S704 (our own file)
            policy=_policy(style, script),
            media_type=MEDIA_TYPE,
            timeline=timeline,
            wording=wording,
            verdicts=verdicts,
            hides_scores=Markup(HIDES_SCORES),  # noqa: S704 (our own words)
        )
    )


def _policy(style: str, script: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "media-src blob:",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _file(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clock"] = clock
    environment.filters["base64"] = _base64
    return environment


def _base64(sound: bytes) -> Markup:
    return Markup(base64.b64encode(sound).decode("ascii"))  # noqa: S704 (letters and figures)


def _shown(value: object) -> object:
    """What is put into the page, made fit to be shown; escaping comes after it."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value
