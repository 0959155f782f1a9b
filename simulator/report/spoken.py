"""What the page lets one hear and read of one recording: an answer, or a reply to a follow-up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.archive import Answer, UsualVoice
from simulator.assessment import Assessment
from simulator.measures import Coverage
from simulator.questions import Interviewer
from simulator.report.speech_sound import Heard
from simulator.report.timeline import Timeline, sound_alone, timeline
from simulator.report.tokens import Token, tokens
from simulator.review.marks import own_word_lines
from simulator.review.melody import melody_lines
from simulator.review.pages import delivery, possible_fillers
from simulator.scoring import Targets


@dataclass(frozen=True, slots=True)
class Spoken:
    """`sound` is a sound file, empty for none; `no_sound` says why there is none to hear. `state`
    is what there is to say where nothing was assessed."""

    answer: Answer
    asked_by: str
    sound: bytes
    no_sound: str
    state: str
    tokens: tuple[Token, ...]
    timeline: Timeline | None
    facts: tuple[str, ...]
    """Measures in a few words each."""
    notes: tuple[str, ...]
    """What is told of the voice and scored by nobody."""
    conditions: tuple[str, ...]
    own_word: tuple[str, ...]
    """What the candidate said of it, and a note."""
    said_after: tuple[str, ...]
    """What the interviewers replied to what was asked of them, and their reaction."""


def spoken(
    answer: Answer,
    heard: Heard,
    proofs: Sequence[Coverage],
    *,
    people: Sequence[Interviewer],
    targets: Targets,
    usual: UsualVoice | None,
    hide_scores: bool,
) -> Spoken:
    """`proofs` are the talking points that are proven in this very recording."""
    shown = None
    if answer.assessment is not None:
        shown = replace(answer.assessment, coverage=tuple(proofs))
    measures = None if shown is None else shown.measures
    line = None if shown is None else timeline(shown, heard.wave, targets)
    if line is None and heard.duration_s:
        line = sound_alone(heard.duration_s, heard.wave)
    return Spoken(
        answer=answer,
        asked_by=_who(answer.question.asked_by, people),
        sound=b"" if line is None else heard.compressed,
        no_sound=heard.trouble,
        state=_state(answer),
        tokens=() if shown is None else tokens(shown),
        timeline=line,
        facts=() if measures is None else tuple(delivery(measures, typed=answer.typed)),
        notes=() if shown is None else _notes(shown, usual, numbers=not hide_scores),
        conditions=_conditions(answer),
        own_word=tuple(line.plain for line in own_word_lines(answer, scores=not hide_scores)),
        said_after=tuple(said.text for said in answer.said_after),
    )


def _notes(assessment: Assessment, usual: UsualVoice | None, *, numbers: bool) -> tuple[str, ...]:
    measures = assessment.measures
    lines: list[str] = []
    if measures.melody is not None:
        lines += melody_lines(measures.melody, usual, numbers=numbers)
    possible = possible_fillers(measures.possible_fillers)
    return (*lines, f"{possible}.") if possible else tuple(lines)


def _who(person_id: str, people: Sequence[Interviewer]) -> str:
    for person in people:
        if person.id == person_id:
            return f"{person.name}, {person.title}" if person.title else person.name
    return person_id.capitalize()


def _state(answer: Answer) -> str:
    """What there is to say of an answer that was not assessed; "" for one that was."""
    if answer.assessment is not None:
        return ""
    if answer.state == "skipped":
        return "You passed on this question."
    if answer.state == "failed":
        return f"Not transcribed: {answer.note or 'no reason was given.'} The recording is kept."
    return "Recorded, not transcribed yet."


def _conditions(answer: Answer) -> tuple[str, ...]:
    if answer.assessment is None:
        return ()
    told = [f"The recording broke off: {answer.lost}"] if answer.lost else []
    not_scored = answer.assessment.score.not_scored
    if not_scored and answer.follows is None:  # a reply never has a score of its own
        told.append(not_scored)
    return tuple(told)
