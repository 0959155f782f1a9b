"""What is wrong in a file of questions: where, and what was expected."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import MockviewError
from simulator.questions.signs import harmless
from simulator.questions.yaml_tree import Problem

MOST_SHOWN = 30
"""Lines of mistakes in one error message; `mockview sets check` shows all that are kept."""
MOST_KEPT = 500
LONGEST_TEXT = 300


@dataclass(frozen=True, slots=True)
class Mistake:
    """One line for the author; the text holds nothing that could harm a terminal."""

    file: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class SetError(MockviewError):
    """A question set, or sample answers, with mistakes: nothing of the file is used."""

    def __init__(self, file: Path, mistakes: Sequence[Mistake]) -> None:
        lines = [str(mistake) for mistake in mistakes[:MOST_SHOWN]]
        if len(mistakes) > MOST_SHOWN:
            lines.append(f"and {len(mistakes) - MOST_SHOWN} more")
        count = "a mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        shown = "\n".join(lines)
        super().__init__(f"{harmless(str(file))} has {count}:\n{shown}", "Mend it and try again.")
        self.mistakes = tuple(mistakes)

    def __str__(self) -> str:
        return f"{self.what}\n{self.fix}"


def set_error(file: Path, problems: Iterable[Problem]) -> SetError:
    """Each mistake once, in the order of the file."""
    ordered = sorted({(problem.line, _one_line(problem.text)) for problem in problems})
    return SetError(file, [Mistake(file, line, text) for line, text in ordered[:MOST_KEPT]])


def _one_line(text: str) -> str:
    line = " ".join(harmless(text).split())
    return line if len(line) <= LONGEST_TEXT else f"{line[:LONGEST_TEXT]} ..."
