"""What the judge of talking points costs: `python benchmarks/judge.py`.

An answer of two minutes (300 words) against five talking points of the built-in set, in processor
seconds; loading apart. Texts only: nothing is heard.
"""

import time
from pathlib import Path

from simulator.measures import cover
from simulator.questions import library
from simulator.questions.model import Question
from simulator.transcription import Transcript, Word

SETS = Path(__file__).parent.parent / "question_sets"
WORDS = 300
POINTS = 5
TIMES = 5
SAID = (
    "We had forty parcels left over on the Monday and nobody knew whose they were. I went down to"
    " the yard and asked the two drivers what they would change. One of them showed me that the"
    " labels came off in the wet. So we tried another glue for a week."
)


def main() -> None:
    began = time.process_time()
    from simulator.judge import reader

    judge = reader.load()
    loaded_s = time.process_time() - began
    built_in = library.of((SETS,)).load(library.DEFAULT)
    points = [point for question in built_in.questions for point in question.talking_points]
    asked = Question("cost", "any", "supervisor", "?", talking_points=tuple(points[:POINTS]))
    texts = (SAID * (WORDS // len(SAID.split()) + 1)).split()[:WORDS]
    cover(asked, _heard([*texts[::-1]]), judge)  # the set's own texts are placed once
    costs = []
    for number in range(TIMES):
        began = time.process_time()
        cover(asked, _heard([f"{number}{word}" for word in texts]), judge)
        costs.append(time.process_time() - began)
    median_s = sorted(costs)[TIMES // 2]
    print(f"load {loaded_s:.2f} s; {WORDS} words and {POINTS} points {median_s:.2f} s")


def _heard(words: list[str]) -> Transcript:
    return Transcript(tuple(Word(word) for word in words), (), (), None, "typed", "en")


if __name__ == "__main__":
    main()
