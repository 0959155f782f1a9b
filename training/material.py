"""Reads what the judge learns from; the formats are told in README.md beside this."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
POSITIVE = frozenset("plain terse rambling corrected second-language oblique spread asr".split())
NEGATIVE = frozenset("general negated hypothetical other-person neighbour echo retracted".split())


KEPT = ("C", "q")
"""Authors in `further/` whose answers the judge does not learn from: it is tried on them."""
KEPT_PAIRS = ("ph", "rd", "rh")
"""The same in `paired/`."""

Proofs = dict[str, tuple[int, ...]]


class MaterialError(Exception):
    """A file is not in its format; says where."""


@dataclass
class Point:
    """A talking point; sentences that make it and sentences that do not, each with its style."""

    author: str
    question: str
    label: str
    description: str
    makes: list[tuple[str, str]] = field(default_factory=list)
    misses: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class AnswerPoint:
    """A talking point beside whole answers, as the author of a question set writes it."""

    key: str
    label: str
    description: str
    examples: list[str] = field(default_factory=list)
    counter_examples: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class WholeAnswer:
    """`proof` holds for each point the numbers of the sentences that make it, from 0, the best
    first; none where it is not made."""

    style: str
    proof: Proofs
    text: str

    @property
    def made(self) -> dict[str, bool]:
        return {point: bool(numbers) for point, numbers in self.proof.items()}

    @property
    def sentences(self) -> list[str]:
        return re.split(r"(?<=[.!?])\s+", self.text)


@dataclass
class AnswerQuestion:
    """A question with its whole answers."""

    author: str
    question: str
    points: list[AnswerPoint] = field(default_factory=list)
    answers: list[WholeAnswer] = field(default_factory=list)


def points(folder: Path = HERE / "points") -> list[Point]:
    """All talking points to train on. Raises `MaterialError`."""
    found: list[Point] = []
    for file in sorted(folder.glob("*.txt")):
        question = ""
        for where, line in _lines(file):
            if line.startswith("Q:"):
                question = line[2:].strip()
            elif line.startswith("P:"):
                label, _, description = (part.strip() for part in line[2:].partition("|"))
                if not question or not label or not description:
                    raise MaterialError(f"{where}: a point needs a question, label, description")
                found.append(Point(file.stem.split("-")[0], question, label, description))
            elif line[0] in "+-" and found:
                style, _, text = (part.strip() for part in line[1:].partition(":"))
                side, known = (
                    (found[-1].makes, POSITIVE) if line[0] == "+" else (found[-1].misses, NEGATIVE)
                )
                if style not in known or not text:
                    raise MaterialError(f"{where}: no such style: {style!r}")
                side.append((style, text))
            else:
                raise MaterialError(f"{where}: neither Q:, P:, + nor -")
    return found


def usual() -> list[AnswerQuestion]:
    """Whole answers to train on, where talk of habits and views counts."""
    return answers(HERE / "usual")


def paired() -> list[AnswerQuestion]:
    """Pairs of answers to train on that tell the same story and make different points."""
    return [asked for asked in answers(HERE / "paired") if asked.author not in KEPT_PAIRS]


def strict() -> list[AnswerQuestion]:
    """Whole answers to train on, where mostly a deed is asked for."""
    further = [asked for asked in answers(HERE / "further") if asked.author not in KEPT]
    return [*answers(HERE / "lessons"), *further, *answers(HERE / "broad")]


def kept_of_further() -> list[AnswerQuestion]:
    """What is left of `further/` to try the judge on."""
    return [asked for asked in answers(HERE / "further") if asked.author in KEPT]


def kept_of_paired() -> list[AnswerQuestion]:
    """What is left of `paired/` to try the judge on."""
    return [asked for asked in answers(HERE / "paired") if asked.author in KEPT_PAIRS]


def answers(folder: Path = HERE / "answers") -> list[AnswerQuestion]:
    """All questions of a folder with their answers. Raises `MaterialError`."""
    found: list[AnswerQuestion] = []
    for file in sorted(folder.glob("*.txt")):
        head: tuple[str, Proofs] | None = None
        for where, line in _lines(file):
            if head is not None:
                found[-1].answers.append(_whole(*head, line, where))
                head = None
            elif line.startswith("Q:"):
                found.append(AnswerQuestion(file.stem.split("-")[0], line[2:].strip()))
            elif line.startswith("P:"):
                key, label, description = (part.strip() for part in line[2:].split("|"))
                found[-1].points.append(AnswerPoint(key, label, description))
            elif line.startswith("e:"):
                found[-1].points[-1].examples.append(line[2:].strip())
            elif line.startswith("c:"):
                found[-1].points[-1].counter_examples.append(line[2:].strip())
            elif line.startswith("A:"):
                head = _head(line, [point.key for point in found[-1].points], where)
            else:
                raise MaterialError(f"{where}: neither Q:, P:, e:, c:, A: nor an answer")
    return found


def _head(line: str, points: list[str], where: str) -> tuple[str, Proofs]:
    style, _, verdicts = (part.strip() for part in line[2:].partition("|"))
    told = re.findall(r"([\w-]+)=(no|[\d,]+)(?!\S)", verdicts)
    if sorted(key for key, _ in told) != sorted(points):
        raise MaterialError(f"{where}: a verdict for each point is wanted: {line}")
    return style, {key: _proof(verdict) for key, verdict in told}


def _whole(style: str, proofs: Proofs, text: str, where: str) -> WholeAnswer:
    answer = WholeAnswer(style, proofs, text)
    if any(max(proof, default=0) >= len(answer.sentences) for proof in proofs.values()):
        raise MaterialError(f"{where}: a proof is named that the answer does not have")
    return answer


def _proof(verdict: str) -> tuple[int, ...]:
    return () if verdict == "no" else tuple(int(number) - 1 for number in verdict.split(","))


def _lines(file: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield f"{file.name}:{number}", line.strip()
