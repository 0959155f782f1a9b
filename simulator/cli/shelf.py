"""Where an interview is kept while it goes on: the archive, and beside the answers the plan."""

from pathlib import Path

from simulator.archive import Archive, Plan, Session, StoredSession
from simulator.archive.plan import write_plan


class InterviewShelf:
    """A `Shelf`. With `going_on` the session is there already."""

    def __init__(self, archive: Archive, plan: Plan, *, going_on: bool = False) -> None:
        self._archive = archive
        self._plan = plan
        self._going_on = going_on

    def create(self, session: Session) -> StoredSession:
        if self._going_on:
            return self._archive.save(session)
        stored = self._archive.create(session)
        write_plan(stored.folder, self._plan)
        return stored

    def save(self, session: Session) -> StoredSession:
        return self._archive.save(session)

    def new_sound_file(self, session: Session, number: int, question_id: str) -> Path:
        return self._archive.new_sound_file(session, number, question_id)
