"""What looking back costs with many interviews kept. Prints a Markdown table.

    python benchmarks/archive.py [SESSIONS ...]

Makes an archive of each size (2,500, 5,000 and 10,000, if none is named) with eight answers a
session, as mockview writes them, and runs `sessions` and `trend` on it: processor seconds of the
whole command, start-up included, the best of three. Beside it stands a bare loop that opens each
file and parses its first line, in the same run.
"""

import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cost import MOCKVIEW, cost

from simulator.archive import Answer, Session
from simulator.archive.names import SESSION_FILE
from simulator.archive.session_file import session_text
from simulator.assessment import assess_text
from simulator.judge import reader
from simulator.questions import library

SIZES = (2_500, 5_000, 10_000)
STARTED_AT = datetime(2026, 1, 1, 9, tzinfo=UTC)
ANSWERS = 8
REPEATS = 3
SAID = (
    "I looked at the survey of our trade and asked two people who do such work. For a job of this "
    "size I see somewhere between seventy-five and eighty-five thousand, and there is room to talk."
)
COMMANDS = (["sessions"], ["sessions", "--json"], ["trend"], ["trend", "--json"])


def a_session() -> Session:
    """A finished interview of typed answers, really scored."""
    folder = Path(__file__).parent.parent / "question_sets"
    questions = library.of((folder,)).load(library.DEFAULT).questions[:ANSWERS]
    judge = reader.load()
    answers = tuple(
        Answer(
            number=number,
            question=question,
            asked_at=STARTED_AT,
            state="assessed",
            typed=True,
            assessment=assess_text(SAID, question, judge=judge),
        )
        for number, question in enumerate(questions, start=1)
    )
    return Session(
        id="2026-01-01-0900-aaaa",
        started_at=STARTED_AT,
        state="finished",
        set_id=library.DEFAULT,
        set_title="Second interview",
        role="manager",
        seed=7,
        plan=tuple(question.id for question in questions),
        answers=answers,
    )


def fill(folder: Path, count: int) -> None:
    text = session_text(a_session())
    for number in range(count):
        at = STARTED_AT + timedelta(hours=number)
        session = folder / f"{at:%Y-%m-%d-%H%M}-aaaa"
        session.mkdir()
        (session / SESSION_FILE).write_text(text.replace(STARTED_AT.isoformat(), at.isoformat()))


def bare_s(folder: Path) -> float:
    """Processor seconds of opening each file and parsing its first line, and nothing else."""
    start = time.process_time()
    for session in folder.iterdir():
        with (session / SESSION_FILE).open("rb") as opened:
            json.loads(opened.readline().rstrip(b",\n") + b"}")
    return time.process_time() - start


def best_cpu_s(command: list[str]) -> float:
    return min(cost(command)[0] for _ in range(REPEATS))


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    heads = " | ".join(f"`{' '.join(command)}`" for command in COMMANDS)
    print(f"| sessions | {heads} | bare loop |")
    print("|---" * (len(COMMANDS) + 2) + "|")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="mockview-bench-") as kept:
            folder = Path(kept)
            fill(folder, size)
            times = [
                f"{best_cpu_s([*MOCKVIEW, *command, '--recordings', kept]):.2f}"
                for command in COMMANDS
            ]
            print(f"| {size} | {' | '.join(times)} | {bare_s(folder):.2f} |", flush=True)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(str(error))
