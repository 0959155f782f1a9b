"""Which of several answers to one question stands."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar


class Take(Protocol):
    """An answer, or what a summary knows of one."""

    @property
    def take(self) -> int: ...

    @property
    def state(self) -> str: ...


T = TypeVar("T", bound=Take)


def standing_of(answers: Sequence[T], question: Callable[[T], str]) -> tuple[T, ...]:
    """Those that no later take of the same `question` (its id) has taken the place of.

    A take that was skipped takes nobody's place.
    """
    if all(answer.take == 1 for answer in answers):  # nearly always
        return tuple(answers)
    newest = {
        question(answer): place
        for place, answer in sorted(enumerate(answers), key=lambda placed: placed[1].take)
        if answer.take > 1 and answer.state != "skipped"
    }
    return tuple(a for place, a in enumerate(answers) if place >= newest.get(question(a), 0))
