"""Verdicts whose truth is known, and what the judge makes of them."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple, dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import material

from simulator.judge import reader
from simulator.measures.grounds import as_proof, claim, grounds, of_another_point
from simulator.measures.sentences import Sentence, sentences
from simulator.questions import TalkingPoint
from simulator.questions import reading as set_reading
from simulator.transcription import Word


@dataclass(frozen=True)
class Verdict:
    """`numbers` are the grounds. `mixed` tells whether the answer makes some of its points and not
    others, `proved` whether the sentence that the judge reads as proof is one that a reader chose
    (None where the point is not made, or nobody chose)."""

    question: str
    style: str
    as_recognised: bool
    made: bool
    numbers: tuple[float, ...]
    mixed: bool
    proved: bool | None = None


def read_all(
    judge: reader.Reader,
    questions: Sequence[material.AnswerQuestion],
    *,
    as_recognised: bool = False,
    written: Callable[[str], str] = str,
) -> list[Verdict]:
    """Every verdict on the answers to `questions`, with what the judge makes of it.

    `written` makes of an answer's text what the judge gets to read.
    """
    asked_of = [
        (asked, points(asked), answer, written(answer.text))
        for asked in questions
        for answer in asked.answers
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        read = pool.map(lambda one: _read(judge, one[1], one[3]), asked_of)
        return [
            Verdict(
                asked.question,
                answer.style,
                as_recognised,
                made := answer.made[point.id],
                numbers,
                len(set(answer.made.values())) > 1,
                _proves(answer, point.id, best) if made and text == answer.text else None,
            )
            for (asked, its_points, answer, text), told in zip(asked_of, read, strict=True)
            for point, (numbers, best) in zip(its_points, told, strict=True)
        ]


def read_besides(judge: reader.Reader, folder: Path) -> list[Verdict]:
    """The same for a folder of others, see `fit.py`."""
    questions = set_reading.read(folder / "set.yaml")
    found = []
    for line in (folder / "answers.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        question = questions.question(row["question"])
        if question is None:
            sys.exit(f"{folder / 'answers.jsonl'} names a question that the set does not have.")
        made = {point: told == "covered" for point, told in row["points"].items()}
        for key in ("text", "text_asr"):
            read = _read(judge, question.talking_points, row[key])
            found += [
                Verdict(
                    question.id,
                    row["style"],
                    key == "text_asr",
                    made[point.id],
                    numbers,
                    len(set(made.values())) > 1,
                )
                for point, (numbers, _) in zip(question.talking_points, read, strict=True)
            ]
    return found


def points(asked: material.AnswerQuestion) -> list[TalkingPoint]:
    """The points of a question as the program knows them."""
    return [
        TalkingPoint(
            point.key,
            point.label,
            point.description,
            examples=tuple(point.examples),
            counter_examples=tuple(point.counter_examples),
        )
        for point in asked.points
    ]


def _read(
    judge: reader.Reader, its_points: Sequence[TalkingPoint], text: str
) -> list[tuple[tuple[float, ...], Sentence]]:
    """The grounds for each point, as the curve takes them, and the sentence that is the proof."""
    said = sentences([Word(word) for word in text.split()])
    weighed = judge.weigh([claim(point) for point in its_points], [one.text for one in said])
    return [
        (
            astuple(grounds(one, judge.standard(claim(point)))),
            said[_highest(as_proof(one, others))],
        )
        for point, one, others in zip(its_points, weighed, of_another_point(weighed), strict=True)
    ]


def _highest(numbers: Sequence[float]) -> int:
    return max(range(len(numbers)), key=numbers.__getitem__)


def _proves(answer: material.WholeAnswer, point: str, best: Sentence) -> bool:
    belongs_to = [number for number, text in enumerate(answer.sentences) for _ in text.split()]
    return any(number in answer.proof[point] for number in belongs_to[best.first : best.last])
