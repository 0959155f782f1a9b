"""What a program that was killed left behind, put in order: no word that was said is lost.

Only a session that no program is at work on is touched (`holding`), and nothing of it is thrown
away but files that hold nothing. One from a newer mockview, or one that is damaged, stays as it is.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from simulator.archive.holding import HeldError, hold, interrupted
from simulator.archive.model import Answer, ArchiveError, Session
from simulator.archive.names import SESSION_FILE, answer_stem, is_ours, looks_like_session_id
from simulator.archive.plan import read_plan
from simulator.archive.reading import read_session
from simulator.archive.replying import reply_id, reply_question
from simulator.audio import SoundFileError, part_file
from simulator.folders import TEMPORARY
from simulator.questions import Question, Target

BROKE_OFF = "mockview was ended while this was recorded."
"""`Answer.lost` of an answer that was in hand when the program was killed."""
_STEM = re.compile(r"(?P<number>\d{2,3})-.+")
_SOUND = ".flac"


@dataclass(frozen=True, slots=True)
class Mended:
    """An interview that was interrupted, as it is now."""

    session_id: str
    answers: int
    """How many are kept; skipped ones, and those to follow-ups, not counted."""
    left: int
    """How many questions are still to be asked, the one that broke off among them."""
    saved: tuple[str, ...]
    """Sound files that were not in the session and are now."""
    broke_off_s: float | None
    """How much of the answer in hand is there, where one was."""
    trouble: ArchiveError | None = None
    """Why it could not be mended; it stays as it is."""


def mend(archive_folder: Path, save: Callable[[Session], object]) -> Iterator[Mended]:
    """Mends every session in the archive's folder that was left by a killed program.

    `save` writes a session (`Archive.save`). Nothing is raised for a single session: `trouble` says
    what is wrong with it, and nothing is told of those that a program is still at work on, nor of
    those that were whole.
    """
    for session_id in interrupted(archive_folder):
        if not looks_like_session_id(session_id):
            continue
        folder = archive_folder / session_id
        try:
            with hold(archive_folder, session_id):
                if folder.is_symlink() or not folder.is_dir() or _begun_only(folder):
                    continue
                mended = _mended(folder, save)
                if mended is None:
                    continue
        except HeldError:
            continue
        except (ArchiveError, SoundFileError) as error:
            trouble = error if isinstance(error, ArchiveError) else ArchiveError(*error.args)
            mended = Mended(session_id, 0, 0, (), None, trouble)
        yield mended


def _begun_only(folder: Path) -> bool:
    """Removes a folder in which nothing has been kept yet. Whether it was one."""
    names = [path.name for path in folder.iterdir()]
    if SESSION_FILE in names or any(not is_ours(n) or n.endswith((_SOUND, ".wav")) for n in names):
        return False
    for name in names:
        (folder / name).unlink(missing_ok=True)
    folder.rmdir()
    return True


def _mended(folder: Path, save: Callable[[Session], object]) -> Mended | None:
    """None where the interview had been over, and nothing of it was missing."""
    session = read_session(folder)
    saved, broke_off_s = [], None
    for file, was_in_hand in _finished(folder):
        if any(answer.sound == file.name for answer in session.answers):
            continue
        answer, duration_s = _answer(folder, session, file, was_in_hand=was_in_hand)
        session = replace(session, answers=(*session.answers, answer))
        saved.append(file.name)
        broke_off_s = duration_s if was_in_hand else broke_off_s
    _remove_leavings(folder)
    if session.state != "running" and not saved:
        return None
    if session.state == "running":
        session = replace(session, state="stopped" if left_to_ask(session) else "finished")
    save(session)
    return Mended(
        session_id=folder.name,
        answers=sum(answer.state != "skipped" for answer in session.planned),
        left=len(left_to_ask(session)),
        saved=tuple(saved),
        broke_off_s=broke_off_s,
    )


def left_to_ask(session: Session) -> tuple[str, ...]:
    """The ids of the questions that are still to be asked: those without an answer, and one whose
    answer broke off when the program was killed."""
    done = {answer.question.id for answer in session.planned if answer.lost != BROKE_OFF}
    return tuple(question for question in session.plan if question not in done)


def _finished(folder: Path) -> Iterator[tuple[Path, bool]]:
    """The finished sound files in order, each with whether it had not been ended yet."""
    ended = {path for path in folder.glob(f"*{_SOUND}") if _regular(path)}
    in_hand = set()
    for part in sorted(folder.glob(f"*{part_file.SUFFIX}")):
        if not _regular(part) or not is_ours(part.name):
            continue
        if part.stat().st_size <= part_file.HEADER_BYTES:
            part.unlink()  # the program was killed before a sound came in
            continue
        sound = part_file.finish(part).file
        in_hand.add(sound)
    for file in sorted(ended | in_hand):
        if is_ours(file.name):
            # A FLAC beside its part file was whole already: the answer had been ended.
            yield file, file in in_hand and file not in ended


def _answer(
    folder: Path, session: Session, file: Path, *, was_in_hand: bool
) -> tuple[Answer, float]:
    import soundfile

    try:
        duration_s = float(soundfile.info(file).duration)
    except (RuntimeError, OSError) as error:
        raise SoundFileError(f"The recording {file} cannot be read.") from error
    numbers = [answer.number for answer in session.answers]
    main = _follows(session, file.stem)
    if main is None:
        question = _question_of(folder, session, file.stem)
    else:  # only the name of the follow-up is left; it was about what its question is about
        question = reply_question(session, main, f"A follow-up to: {main.question.ask}")
    takes = sum(answer.question.id == question.id for answer in session.answers)
    ended_at = datetime.fromtimestamp(file.stat().st_mtime, session.started_at.tzinfo)
    answer = Answer(
        number=max(numbers, default=0) + 1,
        question=question,
        asked_at=ended_at - timedelta(seconds=duration_s),
        state="recorded",
        sound=file.name,
        take=takes + 1,
        lost=BROKE_OFF if was_in_hand else "",
        follows=None if main is None else main.number,
    )
    return answer, duration_s


def _follows(session: Session, stem: str) -> Answer | None:
    """The answer that a sound file is a reply to, by its name: `03-own-failure-1` comes right after
    the answer to `own-failure`, or after another reply to it."""
    last = max(session.answers, key=lambda answer: answer.number, default=None)
    if last is None:
        return None
    main = last if last.follows is None else session.answer(last.follows)
    name = answer_stem(last.number + 1, reply_id(session, main))
    known = {answer_stem(last.number + 1, question_id) for question_id in session.plan}
    return main if stem == name and name not in known else None


def _question_of(folder: Path, session: Session, stem: str) -> Question:
    """The question that a sound file answers, by its name; the whole of it where it is known."""
    known = {answer.question.id: answer.question for answer in session.answers}
    with suppress(ArchiveError):
        plan = read_plan(folder)
        known |= {question.id: question for question in plan.questions} if plan else {}
    match = _STEM.fullmatch(stem)
    number = int(match["number"]) if match else 0
    # The longest first: the name of one question may be the beginning of another's.
    for question_id in sorted((*session.plan, *known), key=len, reverse=True):
        if stem.startswith(answer_stem(number, question_id)):
            return known.get(question_id, _unknown(question_id))
    return _unknown(stem.partition("-")[2])


def _unknown(question_id: str) -> Question:
    """A question of which only the name is left."""
    return Question(question_id, "", "", question_id, target=Target((60.0, 120.0)))


def _remove_leavings(folder: Path) -> None:
    """What was being written when the program was killed; the whole of it lies beside it."""
    for path in folder.iterdir():
        half_written = path.name.startswith(TEMPORARY) or (
            path.name.startswith(".") and path.name.endswith((".new", ".tmp"))
        )
        if half_written and is_ours(path.name):
            path.unlink(missing_ok=True)


def _regular(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()
