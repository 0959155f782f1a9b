"""What findings say: what was done and what helps, never that it is wrong or who somebody is."""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from simulator import scoring
from simulator.measures import Disfluency, Measures, PacePoint, condition
from simulator.review import melody
from simulator.scoring import score
from simulator.scoring.last_impression import Hedge
from simulator.situations import wording
from tests.factories import a_melody, a_transcript
from tests.scoring.answers import TARGET, a_pause, points, some_fillers, spoken

JUDGING = re.compile(
    r"\b(?:wrong(?:ly)?|incorrect(?:ly)?|bad(?:ly)?|poor(?:ly)?|terrible|awful|horrible|sloppy|"
    r"mistakes?|errors?|fault(?:s|y)?|fail(?:s|ed|ure|ures)?|unprofessional|unacceptable|"
    # of who somebody is rather than of what was done
    r"characters?|personalit(?:y|ies)|attitude|nervous(?:ness)?|anxious|anxiety|insecure|unsure of|"
    r"confiden(?:t|ce)|shy|timid|lazy|boring|dull|stupid|ignorant|arrogant|aggressive|dishonest|"
    r"incompetent|immature|emotional|likeable|charming|"
    r"you are (?:a|an|too|not|so|very)|you're (?:a|an|too|not|so|very)|you seem|you sound|"
    r"you come across)\b",
    re.IGNORECASE,
)
SOURCES = [
    *sorted(Path(scoring.__file__).parent.glob("*.py")),
    Path(condition.__file__),
    Path(melody.__file__),
    Path(wording.__file__),
]
"""Where everything is written that a finding can say, and what is told beside findings."""


def texts(file: Path) -> list[str]:
    """Every text in a program but its comments and docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes
    ]


def readable(text: str) -> bool:
    """Words for people, not a key or a pattern."""
    return " " in text.strip() and "(?:" not in text


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_no_text_says_wrong_or_speaks_of_character(file: Path) -> None:
    assert [text for text in texts(file) if readable(text) and JUDGING.search(text)] == []


def test_the_texts_are_found() -> None:
    everything = " ".join(text for file in SOURCES for text in texts(file))
    for part in (
        "let a short silence stand instead",
        "Nobody was heard in the recording",
        "above your target of ",
        "words a minute: ",
        "The question was passed on",
        "The ends of your sentences fade",
    ):
        assert part in everything


@pytest.mark.parametrize(
    "text",
    [
        "That was wrong.",
        "You sound nervous",
        "a bad answer",
        "You are too quiet",
        "Lack of confidence",
    ],
)
def test_what_must_not_be_said_is_known(text: str) -> None:
    assert JUDGING.search(text)


WORST = spoken(
    words=500,
    answer_s=40.0,
    response_latency_s=30.0,
    fillers=some_fillers(0.5, 1.5, 2.5, *range(10, 40)),
    pauses=(a_pause(4, 9), a_pause(14, 3, inside=True)),
    disfluencies=tuple(Disfluency("we, we", "repetition", float(i), i + 0.5) for i in range(8)),
    pace_curve=tuple(PacePoint(2.5 * i, rate) for i, rate in enumerate([900.0] * 4 + [20.0] * 4)),
    melody=a_melody(1.0),
)


@pytest.mark.parametrize(
    "measures",
    [
        WORST,
        replace(WORST, speech_rate_wpm=30.0),
        replace(WORST, answer_s=8.0),
        replace(WORST, answer_s=900.0),
        replace(WORST, words=3),
        replace(WORST, words=0),
        spoken(),
    ],
)
@pytest.mark.parametrize("verdict", ["covered", "unsure", "not_found"])
def test_no_finding_of_any_answer_says_wrong_or_speaks_of_character(
    measures: Measures, verdict: str
) -> None:
    made = score(
        measures=measures,
        coverage=points(verdict, "unsure"),  # type: ignore[arg-type]
        target=TARGET,
        transcript=a_transcript(),
        usual_spread_semitones=6.0,
        last_impression=True,
        hedges=[Hedge("I guess", 1.0)] * 4,
    )
    assert made.findings
    for finding in made.findings:
        assert not JUDGING.search(finding.reason), finding.reason
