"""A stored session as parts to hear: each question in its interviewer's voice, then the answer."""

from collections.abc import Callable
from pathlib import Path

from simulator.archive import Answer, StoredSession, sound_file
from simulator.archive.marking import no_such_answer
from simulator.questions import Interviewer
from simulator.review.replay import Part, SaidWord
from simulator.sound import Sound

Speak = Callable[[str, Interviewer], Sound]
"""A text and who says it; may raise `VoiceError`."""


def parts_of(
    stored: StoredSession,
    *,
    read: Callable[[Path], Sound],
    speak: Speak | None = None,
    answer: str | None = None,
) -> list[Part]:
    """The parts in the order of the interview.

    `read` reads a sound file (may raise `SoundFileError`). Without `speak`, questions are captions
    only. `answer` is the number of an answer or the id of a question: then only that, with all its
    takes. Raises `ArchiveError` for one that is not there.
    """
    parts: list[Part] = []
    for one in _chosen(stored, answer):
        person = _interviewer(stored, one.question.asked_by)
        ask = one.question.ask
        say = None if speak is None else _saying(speak, ask, person)
        parts.append(Part("question", one.number, f"{person.name}: {ask}", say))
        parts.append(_answer_part(stored, one, read))
    return parts


def _chosen(stored: StoredSession, wanted: str | None) -> list[Answer]:
    answers = list(stored.session.answers)
    chosen = [one for one in answers if wanted in (None, str(one.number), one.question.id)]
    if not chosen:
        raise no_such_answer(stored.session, wanted or "")
    return chosen


def _answer_part(stored: StoredSession, answer: Answer, read: Callable[[Path], Sound]) -> Part:
    if answer.sound is None:
        said = "You passed." if answer.state == "skipped" else "You typed"
        if answer.assessment is not None:
            said = f"You typed: {answer.assessment.transcript.text}"
        return Part("answer", answer.number, said, None)
    take = f", take {answer.take}" if answer.take > 1 else ""
    return Part(
        "answer",
        answer.number,
        f"Your answer{take}",
        lambda: read(sound_file(stored, answer)),
        words=said_in(answer),
        fillers_s=_fillers_s(answer),
    )


def said_in(answer: Answer) -> tuple[SaidWord, ...]:
    """Words and filled pauses in order of time; empty where there are no times."""
    made = answer.assessment
    if made is None:
        return ()
    said = [
        SaidWord(word.text, word.start_s, word.end_s)
        for word in made.transcript.words
        if word.start_s is not None and word.end_s is not None
    ]
    said += [
        SaidWord(f"[{pause.text}]", pause.start_s, pause.end_s)
        for pause in made.transcript.filled_pauses
        if pause.start_s is not None and pause.end_s is not None
    ]
    return tuple(sorted(said, key=lambda word: word.start_s))


def _fillers_s(answer: Answer) -> tuple[float, ...]:
    if answer.assessment is None:
        return ()
    fillers = answer.assessment.measures.fillers
    return tuple(sorted(filler.start_s for filler in fillers if filler.start_s is not None))


def _saying(speak: Speak, text: str, person: Interviewer) -> Callable[[], Sound]:
    return lambda: speak(text, person)


def _interviewer(stored: StoredSession, person_id: str) -> Interviewer:
    for person in stored.session.interviewers:
        if person.id == person_id:
            return person
    return Interviewer(person_id, person_id.capitalize(), "")
