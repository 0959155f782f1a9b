"""How often an answer that is about something else is told as off topic, and others by mistake.

    python benchmarks/off_topic.py

The whole answers of `training/answers` and to every tenth question of `training/further`, on which
nothing was trained. About something else are answers to another author's question, of the styles
that tell a story of their own; a mistake is an answer that makes one of its points, by its
author's verdicts, and in which none is found, not even perhaps.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))

import material

from simulator.assessment import assess_text
from simulator.judge import Judge, reader
from simulator.measures import cover
from simulator.questions import Question, TalkingPoint

OWN_STORIES = ("strong", "partial", "rambling", "terse")


def question(asked: material.AnswerQuestion) -> Question:
    points = tuple(
        TalkingPoint(
            point.key,
            point.label,
            point.description,
            examples=tuple(point.examples),
            counter_examples=tuple(point.counter_examples),
        )
        for point in asked.points
    )
    return Question("asked", "any", "anybody", asked.question, talking_points=points)


def nothing_found(asked: material.AnswerQuestion, text: str, judge: Judge) -> bool:
    heard = assess_text(text, None, judge=judge).transcript
    found = cover(question(asked), heard, judge)
    return all(point.verdict == "not_found" for point in found)


def told(name: str, questions: Sequence[material.AnswerQuestion], every: int, judge: Judge) -> None:
    others, missed = [], []
    for number, asked in enumerate(questions[::every]):
        other = next(
            one
            for one in (*questions[number + 7 :], *questions)
            if one.author != asked.author and one.question != asked.question
        )
        others += [
            nothing_found(asked, answer.text, judge)
            for answer in other.answers
            if answer.style in OWN_STORIES
        ]
        missed += [
            nothing_found(asked, answer.text, judge)
            for answer in asked.answers
            if any(answer.made.values())
        ]
    print(f"{name}: about something else {sum(others)} of {len(others)}", end="; ")
    print(f"making a point and told as off topic {sum(missed)} of {len(missed)}", flush=True)


def main() -> None:
    judge = reader.load()
    folder = Path(material.HERE)
    told("answers", material.answers(), 1, judge)
    told("further", material.answers(folder / "further"), 10, judge)


if __name__ == "__main__":
    main()
