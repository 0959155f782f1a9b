"""How often an answer that is about something else is told as off topic, and others by mistake.

    python benchmarks/off_topic.py

The whole answers of `training/answers`, on which nothing was trained; seven minutes on two busy
cores. About something else are answers to another author's question, of the styles that tell a
story of their own; a mistake is an answer that makes one of its points, by its author's verdicts,
and in which none is found, not even perhaps.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))

import known
import material

from simulator.assessment import assess_text
from simulator.judge import Judge, reader
from simulator.measures import cover
from simulator.questions import Question

OWN_STORIES = ("strong", "partial", "rambling", "terse")


def question(asked: material.AnswerQuestion) -> Question:
    return Question(
        "asked", "any", "anybody", asked.question, talking_points=tuple(known.points(asked))
    )


def nothing_found(asked: material.AnswerQuestion, text: str, judge: Judge) -> bool:
    heard = assess_text(text, None, judge=judge).transcript
    found = cover(question(asked), heard, judge)
    return all(point.verdict == "not_found" for point in found)


def main() -> None:
    judge, questions = reader.load(), material.answers()
    others, missed = [], []
    for number, asked in enumerate(questions):
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
    print(f"about something else, told as off topic: {sum(others)} of {len(others)}")
    print(f"making a point, told as off topic: {sum(missed)} of {len(missed)}")


if __name__ == "__main__":
    main()
