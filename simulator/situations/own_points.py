"""The candidate's own talking points: made of what was told beforehand, and found again. Pure."""

import re
from collections.abc import Iterator, Mapping

from simulator.archive import Answer, Session
from simulator.archive.debrief import Debrief, EntryKind
from simulator.measures import Coverage
from simulator.questions import Situation, TalkingPoint, is_last_impression, situation_of
from simulator.situations.model import OwnPoint, Pitch

FEWEST_WORDS = 4
"""A shorter sentence belongs to the one before it."""
LONGEST_LABEL = 80
MOST_POINTS = 20

PLACES: Mapping[EntryKind, Situation] = {
    "unsaid": "unsaid",
    "short": "unsaid",
    "idea": "big-picture",
    "pitch": "last-impression",
    "pay": "pay",
}


def own_points(debrief: Debrief) -> tuple[TalkingPoint, ...]:
    """What to listen for. Of what was left unsaid, what came too short and the pitch, every
    sentence is a point; an idea is one, and so is the range for pay."""
    points: list[TalkingPoint] = []
    for entry in debrief.entries:
        whole = entry.kind in ("idea", "pay")
        texts = [entry.text] if whole else sentences(entry.text)
        for number, text in enumerate(texts, 1):
            point_id = f"{entry.kind}-{number}"
            points.append(
                TalkingPoint(
                    point_id,
                    _label(text),
                    f"The candidate brings in this: {text}",
                    examples=tuple(sentences(text)) or (text,),
                    facts=("money_range",) if entry.kind == "pay" and entry.has_range else (),
                )
            )
    return tuple(points[:MOST_POINTS])


def sentences(text: str) -> list[str]:
    found: list[str] = []
    for sentence in re.split(r"(?<=[.?!])\s+", text.strip()):
        if found and len(sentence.split()) < FEWEST_WORDS:
            found[-1] += f" {sentence}"
        elif sentence:
            found.append(sentence)
    return found


def _label(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else text[:LONGEST_LABEL].rsplit(" ", 1)[0] + " …"


def where_brought_in(session: Session) -> tuple[OwnPoint, ...]:
    """Each own point that was listened for: the first answer it was heard in, or its place."""
    found: dict[str, OwnPoint] = {}
    labels: dict[str, str] = {}
    for answer, point in _heard(session):
        labels.setdefault(point.point, point.label)
        before = found.get(point.point)
        if point.verdict == "not_found" or (before is not None and before.sure):
            continue
        place = _place(point.point)
        if place == "last-impression" and situation_of(answer.question) != place:
            continue  # last words are those that are said last
        sure = point.verdict == "covered"
        if before is None or sure:
            found[point.point] = _found(answer, point, sure=sure)
    return tuple(
        found.get(point) or _missed(session, point, label) for point, label in labels.items()
    )


def kept_of_pitch(session: Session) -> Pitch | None:
    """The last impression against the prepared pitch; None where there is none of either."""
    for answer in session.standing:
        if not is_last_impression(answer.question) or answer.assessment is None:
            continue
        turns = [answer, *session.following(answer.number)]
        heard = [p for one in turns for p in _points(one) if p.point.startswith("pitch-")]
        labels = {point.point: point.label for point in heard}
        kept = {point.point for point in heard if point.verdict != "not_found"}
        if labels:
            return Pitch(
                answer.number,
                tuple(label for point, label in labels.items() if point in kept),
                tuple(label for point, label in labels.items() if point not in kept),
            )
    return None


def _heard(session: Session) -> Iterator[tuple[Answer, Coverage]]:
    for answer in session.counting:
        for point in _points(answer):
            yield answer, point


def _points(answer: Answer) -> tuple[Coverage, ...]:
    return () if answer.assessment is None else answer.assessment.brought_in


def _found(answer: Answer, point: Coverage, *, sure: bool) -> OwnPoint:
    said = point.evidence
    return OwnPoint(
        point.point,
        point.label,
        answer.number,
        "" if said is None else said.text,
        None if said is None else said.start_s,
        sure,
        situation=_place(point.point),
    )


def _missed(session: Session, point: str, label: str) -> OwnPoint:
    wanted = _place(point)
    place = next((a for a in session.standing if situation_of(a.question) == wanted), None)
    number = None if place is None else place.number
    return OwnPoint(point, label, None, place=number, situation=wanted)


def _place(point: str) -> Situation:
    kind = point.rpartition("-")[0]
    return next((place for known, place in PLACES.items() if known == kind), "unsaid")
