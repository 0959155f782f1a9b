"""Takes the scripted candidates through whole interviews and writes what happened, as pages.

    python tools/interviews.py [NAME ...] [--typed] [--out DIR]

Each is a run of `mockview` itself, by voice through sound; only the candidate who types does not
speak. `--typed` lets all of them type, which takes seconds: for a look at the rules alone.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parent.parent
PAGES = CHECKOUT / "docs" / "interviews"
CANDIDATES = PAGES / "candidates"
STEADY = "steady"
TYPES = "typed"
SET, ROLE, SEED = "second-interview", "contributor", "7"
VERDICTS = {"covered": "yes", "unsure": "perhaps", "not_found": "no"}
READY = {
    "ready": "ready",
    "nearly": "nearly ready",
    "not-yet": "not yet",
    "not-practised": "not practised",
}


def names() -> list[str]:
    return sorted(file.stem for file in CANDIDATES.glob("*.yaml") if file.stem != STEADY)


def script(name: str) -> dict[str, Any]:
    """A candidate's answers, by question: their own where there are some, else the steady ones."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe")
    steady = yaml.load(CANDIDATES / f"{STEADY}.yaml")
    own = yaml.load(CANDIDATES / f"{name}.yaml") or {}
    return {question: own.get(question, answers) for question, answers in steady.items()}


def interview(name: str, *, typed: bool) -> dict[str, Any]:
    """The session of one candidate, as `mockview run --json` prints it."""
    answers = script(name)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        told = CANDIDATES / f"{name}.debrief.json"
        if told.exists():
            shutil.copy(told, home / "debrief.json")
        file = home / "answers.yaml"
        file.write_text(json.dumps(answers), encoding="utf-8")  # JSON is YAML too
        asked = [word for question in answers for word in ("--question", question)]
        done = subprocess.run(
            [
                *(sys.executable, "-m", "simulator", "run", "--set", SET, "--role", ROLE),
                *(*asked, "--answers", str(file), "--no-input", "--seed", SEED, "--json"),
                *("--recordings", str(home / "recordings")),
                *(("--typed",) if typed or name == TYPES else ()),
            ],
            env=os.environ | {"MOCKVIEW_HOME": str(home)},
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode != 0:
        raise SystemExit(f"{name}: {done.stderr.strip()}")
    session: dict[str, Any] = json.loads(done.stdout)
    return session


def page(name: str, session: dict[str, Any]) -> str:
    return "\n".join(_lines(name, session)).rstrip() + "\n"


def _lines(name: str, session: dict[str, Any]) -> Iterator[str]:
    people = {person["id"]: person["name"] for person in session["interviewers"]}
    yield f"# {name.replace('-', ' ').capitalize()}"
    yield ""
    yield f"{session['set']['title']}. Score {session['total']} of 100."
    main: dict[str, Any] = {}
    for answer in [*session["answers"], None]:
        if answer is None or answer["follows"] is None:
            yield from _points(main)
        if answer is None:
            break
        main = main if answer["follows"] else answer
        yield ""
        if answer["follows"] is None:
            yield f"## {answer['question']}"
            yield ""
        yield f"**{people[answer['asked_by']]}:** {answer['ask']}"
        yield ""
        said = answer["transcript"]
        yield f"**Candidate:** {said['text']}" if said else "*Says nothing.*"
        for after in answer["said_after"]:
            yield ""
            yield f"**{people[after['by']]}:** {after['text']}"
    yield ""
    yield from _afterwards(session["afterwards"])


def _points(answer: dict[str, Any]) -> Iterator[str]:
    """What an answer came to, with all that followed from it."""
    if not answer or answer["score"] is None:
        return
    told = []
    for point in answer["coverage"]:
        asked = ", when asked" if point["prompted"] else ""
        told.append(f"{point['label']}: {VERDICTS[point['verdict']]}{asked}")
    yield ""
    yield f"> {answer['score']['total']} of 100. " + ". ".join(told) + "."


def _afterwards(told: dict[str, Any]) -> Iterator[str]:
    yield "## Afterwards"
    yield ""
    yield "| part | score | |"
    yield "|---|---|---|"
    for part in told["parts"]:
        score = "" if part["score"] is None else part["score"]
        yield f"| {part['title']} | {score} | {READY[part['readiness']]} |"
    step = told["practise_next"]
    if step is not None:
        yield ""
        yield f"Practise next: {step['title'].lower()}, with `{step['question']}`."
    yield from _listed("Noticed", [_notice(notice) for notice in told["notices"]])
    if told["topics"] is not None:
        yield ""
        yield f"Asked about: {', '.join(told['topics']['covered']) or 'none of the topics'}."
    yield from _listed("What was to be brought in", [_own(one) for one in told["own_points"]])
    pitch = told["pitch"]
    if pitch is not None:
        kept, lost = len(pitch["kept"]), len(pitch["lost"])
        yield ""
        yield f"Of the prepared last words {kept} were kept, {lost} lost."


def _listed(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"{heading}:", "", *(f"- {line}" for line in lines))


def _notice(notice: dict[str, Any]) -> str:
    quote = f" “{notice['quote']}”" if notice["quote"] else ""
    better = f" {notice['better']}" if notice["better"] else ""
    return f"Answer {notice['answer']}: {notice['told']}.{quote}{better}"


def _own(point: dict[str, Any]) -> str:
    where = f"answer {point['answer']}"
    if point["answer"] is None:
        where = "not said"
        if point["place"] is not None:
            where += f"; question {point['place']} would have been the place"
    return f"{point['label']} ({where})"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("names", nargs="*", metavar="NAME")
    arguments.add_argument("--typed", action="store_true", help="let all of them type")
    arguments.add_argument("--out", type=Path, default=PAGES)
    given = arguments.parse_args()
    for name in given.names or names():
        made = page(name, interview(name, typed=given.typed))
        (given.out / f"{name}.md").write_text(made, encoding="utf-8")
        print(f"{name}: {given.out / name}.md", flush=True)


if __name__ == "__main__":
    main()
