"""Files of labelled sentences, in two halves: one to develop rules on, one to check them on.

Labels often alternate from line to line, so pairs of lines take turns: of a file the lines 4, 5,
8, 9, ... of a file are to develop on, 2, 3, 6, 7, ... to check on.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Half = Literal["develop", "check"]
HALVES: tuple[Half, ...] = ("develop", "check")


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    label: str
    text: str

    @property
    def words(self) -> list[str]:
        return self.text.split()


def labelled(name: str, half: Half | None = None) -> list[Line]:
    """The lines of `tests/measures/NAME.txt`, or of this half of it, comments left out."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text().splitlines()
    found = []
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            continue
        if half is None or (number // 2) % 2 == HALVES.index(half):
            label, text = line.split(" | ", maxsplit=1)
            found.append(Line(number, label.strip(), text))
    return found


@dataclass(frozen=True, slots=True)
class Hits:
    """How well something was told: `wrong` was told and is not so, `missed` is so and was not."""

    right: int
    wrong: list[str]
    missed: list[str]

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.missed))


def hits(lines: list[tuple[bool, bool, str]]) -> Hits:
    """From whether it is so, whether it was told, and the text."""
    return Hits(
        sum(so and told for so, told, _ in lines),
        [text for so, told, text in lines if told and not so],
        [text for so, told, text in lines if so and not told],
    )
