"""The archive: all sessions below one folder, each in a folder of its own."""

import os
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from simulator.archive import holding, mending, removing
from simulator.archive.mending import Mended
from simulator.archive.model import Answer, ArchiveError, Session, StoredSession
from simulator.archive.names import (
    SESSION_FILE,
    answer_stem,
    is_plain_name,
    looks_like_session_id,
    new_session_id,
    transcript_name,
)
from simulator.archive.reading import read_session
from simulator.archive.removing import Removal
from simulator.archive.session_file import read_summary, session_text
from simulator.archive.summary import SessionSummary
from simulator.archive.writing import make_folder, write_whole
from simulator.errors import closest
from simulator.suggesting import Suggest, command

LATEST = "latest"
_NEAR = 200
"""How many of the newest ids are looked at for "did you mean"."""
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A session that is there but cannot be opened, and why."""

    id: str
    why: ArchiveError


@dataclass(frozen=True, slots=True)
class Listing:
    """Sessions, newest first, and beside them those that cannot be opened."""

    sessions: tuple[SessionSummary, ...]
    unreadable: tuple[Unreadable, ...]
    older: int = 0
    """How many more there are, where only the newest were asked for."""


class Archive:
    """The sessions in `folder`, which need not exist yet.

    Nothing outside `folder` is written or removed. A folder in it is a session when it holds a
    `session.json` or is named like one; links are not followed. Every method raises `ArchiveError`
    where the disk does not do what is asked; what to type then is made by `suggest`.
    """

    def __init__(self, folder: Path, suggest: Suggest = command) -> None:
        self.folder = folder
        self._suggest = suggest

    def fresh_id(self, started_at: datetime) -> str:
        """An id for a new session that no other has."""
        while (self.folder / (session_id := new_session_id(started_at))).exists():
            pass
        return session_id

    def hold(self, session_id: str, *, sitting: bool = False) -> AbstractContextManager[None]:
        """Keeps other programs from work on a session, and tells the next one of a sudden end.

        Whoever changes a session holds it meanwhile. While it is sat (`sitting`), an error is a
        sudden end too: sound may lie there that the session does not name yet. Raises `HeldError`
        where another program is at work on it.
        """
        return holding.hold(self.folder, session_id, sign=sitting)

    def mend(self) -> tuple[Mended, ...]:
        """Puts in order what programs that were killed left behind, and says what it was."""
        return tuple(mending.mend(self.folder, self.save))

    def create(self, session: Session) -> StoredSession:
        """Makes the session's folder (0700) and saves it for the first time."""
        folder = self._folder_of(session.id)
        make_folder(folder, new=True)
        self.save(session)
        return StoredSession(folder, session)

    def save(self, session: Session) -> StoredSession:
        """Writes the session anew, in one step, then the transcripts that changed."""
        folder = self._folder_of(session.id)
        write_whole(folder / SESSION_FILE, session_text(session))
        for answer in session.answers:
            if answer.assessment is not None:
                name = transcript_name(answer.number, answer.question.id, answer.sound)
                _write_if_changed(folder / name, answer.assessment.transcript.text + "\n")
        return StoredSession(folder, session)

    def new_sound_file(self, session: Session, number: int, question_id: str) -> Path:
        """Where the sound of an answer goes: `01-difficult-conversation.flac`.

        Never the name of something that is there, be it only a recording that broke off.
        """
        folder = self._folder_of(session.id)
        stem = answer_stem(number, question_id)
        taken = {name.split(".", 1)[0] for name in _names_in(folder)}
        free, again = stem, 2
        while free in taken:
            free, again = f"{stem}-{again}", again + 1
        return folder / f"{free}.flac"

    def load(self, reference: str = LATEST) -> StoredSession:
        """The session that an id, a unique beginning of one, or `latest` names."""
        folder = self.find(reference)
        return StoredSession(folder, read_session(folder))

    def find(self, reference: str = LATEST) -> Path:
        """The folder of a session, which may be damaged. Raises `ArchiveError` where none or more
        than one is meant."""
        names = self._names()
        if not names:
            raise ArchiveError(
                f"There are no interviews in {self.folder} yet.",
                f"Start one with: {self._suggest('run')}",
            )
        if reference == LATEST:
            # A folder without a session in it: mockview was stopped as it made it.
            begun = (name for name in names if _holds_session(str(self.folder / name)))
            return self.folder / next(begun, names[0])
        if reference in names:
            return self.folder / reference
        matches = [name for name in names if reference and name.startswith(reference)]
        if len(matches) == 1:
            return self.folder / matches[0]
        if matches:
            raise ArchiveError(
                f"'{reference}' could be {len(matches)} interviews: {_some(matches)}.",
                "Type more of the id.",
            )
        near = closest(reference, names[:_NEAR])
        raise ArchiveError(
            f"There is no interview '{reference}' in {self.folder}.",
            (f"Did you mean '{near}'? " if near else "") + f"See: {self._suggest('sessions')}",
        )

    def listing(self, newest: int | None = None) -> Listing:
        """All sessions, or the newest few; one that is damaged does not stop the others."""
        names = self._names()
        wanted = names if newest is None else names[:newest]
        sessions, unreadable = [], []
        for name in wanted:
            try:
                sessions.append(read_summary(self.folder / name))
            except ArchiveError as why:
                if not (self.folder / name).exists():
                    continue  # Removed meanwhile.
                unreadable.append(Unreadable(name, why))
        return Listing(tuple(sessions), tuple(unreadable), len(names) - len(wanted))

    def summaries(self) -> Iterator[SessionSummary]:
        """The sessions that can be opened, newest first, each read when it is asked for."""
        for name in self._names():
            try:
                yield read_summary(self.folder / name)
            except ArchiveError:
                continue

    def asked_lately(self, sessions: int = 5) -> tuple[str, ...]:
        """The ids of the questions asked in the newest sessions, the latest first, each once."""
        asked: dict[str, None] = {}
        for _, summary in zip(range(sessions), self.summaries(), strict=False):
            asked.update(dict.fromkeys(reversed(summary.questions)))
        return tuple(asked)

    def removal(self, reference: str) -> Removal:
        """What deleting a session would remove. `latest` is fine here too."""
        return removing.look(self.find(reference))

    def removals(self) -> tuple[Removal, ...]:
        """What a purge would remove, oldest first."""
        return tuple(removing.look(self.folder / name) for name in reversed(self._names()))

    def delete(self, removal: Removal) -> None:
        """Removes what `removal` names, and nothing else."""
        if removal.folder.parent != self.folder or not is_plain_name(removal.folder.name):
            raise ArchiveError(f"{removal.folder} is not an interview in {self.folder}.")
        with holding.hold(self.folder, removal.folder.name, sign=False):
            removing.remove(removal)

    def _folder_of(self, session_id: str) -> Path:
        if not looks_like_session_id(session_id) and session_id not in self._names():
            raise ArchiveError(f"'{session_id}' is not the id of an interview.")
        return self.folder / session_id

    def _names(self) -> list[str]:
        """The names of the sessions' folders, newest first."""
        try:
            with os.scandir(self.folder) as entries:
                names = [
                    entry.name
                    for entry in entries
                    if entry.name.isprintable()
                    and not entry.name.startswith(".")
                    and entry.is_dir(follow_symlinks=False)
                    and (looks_like_session_id(entry.name) or _holds_session(entry.path))
                ]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ArchiveError(
                f"The recordings folder {self.folder} cannot be read: {_reason(error)}.",
                "Check who may read it, or choose another with --recordings.",
            ) from error
        return sorted(names, reverse=True)


def sound_file(stored: StoredSession, answer: Answer) -> Path:
    """The sound of an answer, as a regular file in the session's own folder.

    Raises `ArchiveError` where there is none.
    """
    if answer.sound is None:
        why = "was typed" if answer.typed else "was skipped"
        raise ArchiveError(f"Answer {answer.number} {why}: there is nothing to hear.")
    file = stored.folder / answer.sound
    try:
        regular = stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        regular = False
    if not regular:
        look = command("review", stored.session.id, recordings=str(stored.folder.parent))
        raise ArchiveError(
            f"The sound of answer {answer.number} is missing: {file}.",
            f"Its transcript and score are still there: {look}",
        )
    return file


def _holds_session(folder: str) -> bool:
    return Path(folder, SESSION_FILE).is_file()


def _names_in(folder: Path) -> list[str]:
    try:
        return [entry.name for entry in os.scandir(folder)]
    except OSError as error:
        raise ArchiveError(f"{folder} cannot be read: {_reason(error)}.") from error


def _write_if_changed(file: Path, text: str) -> None:
    try:
        if not file.is_symlink() and file.read_text(encoding="utf-8") == text:
            return
    except (OSError, ValueError):
        pass  # Not there, or not what it should be: written anew.
    write_whole(file, text)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else f"{shown} and {len(names) - _SHOWN} more"
