"""Question sets from YAML: what is right is read, and every mistake is told with its line."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import MockviewError
from simulator.questions import checks, library
from simulator.questions.reading import SetError, parse
from simulator.questions.starter import starter

FILE = Path("set.yaml")
GOOD = starter("bakery", "bakery.yaml")
SETS = Path(__file__).parents[2] / "question_sets"


def mistakes(text: str | bytes) -> list[tuple[int, str]]:
    content = text.encode() if isinstance(text, str) else text
    with pytest.raises(SetError) as caught:
        parse(content, FILE)
    return [(mistake.line, mistake.text) for mistake in caught.value.mistakes]


def first_difference(text: str) -> int:
    """The line on which a text first differs from the good one."""
    pairs = zip(text.split("\n"), GOOD.split("\n"), strict=False)
    return next(number for number, (one, other) in enumerate(pairs, 1) if one != other)


def test_the_starter_is_a_good_set() -> None:
    read = parse(GOOD.encode(), FILE)
    assert read.id == "bakery"
    assert [section.id for section in read.sections] == ["trade", "closing"]
    question = read.questions[0]
    assert question.target.answer_s == (60.0, 120.0)
    assert question.talking_points[1].weight == 2
    assert question.follow_ups[0].missed == "outcome"
    assert {one.id: one.voice.gender for one in read.interviewers}["peer"] == "male"


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("talking_points:", "talkin_points:", "did you mean 'talking_points'?"),
        ("asked_by: supervisor", "asked_by: supervizor", "Did you mean 'supervisor'?"),
        ("section: trade", "section: trad", "Did you mean 'trade'?"),
        ("missed: outcome", "missed: outcom", "Did you mean 'outcome'?"),
        ("id: last-word", "id: upset-customer", "is used twice"),
        ("id: outcome", "id: situation", "is used twice"),
        ("answer_s: [60, 120]", "answer_s: [120, 60]", "shorter time before the longer"),
        ("answer_s: [60, 120]", "answer_s: [60]", "answer_s"),
        ("gender: female", "gender: woman", "'female' or 'male'"),
        ("schema: 1", "schema: 2", "expected 1, not 2"),
        ("weight: 2", "weight: heavy", "weight"),
        ("id: upset-customer", "id: Upset Customer", "small letters"),
        ("title: Bakery", "titel: Bakery", "did you mean 'title'?"),
        ("language: en", "language: en\nlanguage: en", "a second time"),
        ("language: en", "language: &en en", "anchors and aliases"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_a_suggestion(
    right: str, wrong: str, says: str
) -> None:
    text = GOOD.replace(right, wrong, 1)
    assert text != GOOD
    found = mistakes(text)
    assert any(says in told for _, told in found), found
    line = first_difference(text)
    assert any(abs(number - line) <= 1 for number, _ in found), (line, found)


def test_every_mistake_is_told_at_once() -> None:
    text = GOOD.replace("talking_points:", "talkin_points:").replace("weight: 2", "weigth: 2")
    assert len(mistakes(text)) >= 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"- just\n- a list\n", "expected keys"),
        (b"a: [1, 2\n", "not YAML"),
        (b"title: \xff\xfe\n", "not UTF-8"),
        (b"title: \x1b[31mred\n", "control character"),
        (b"a: " + b"[" * 50 + b"]" * 50, "nested too deep"),
        (b"x" * 2_000_001, "over 2 MB"),
    ],
)
def test_what_is_no_set_at_all_is_told(content: bytes, says: str) -> None:
    assert any(says in told for _, told in mistakes(content))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_set_or_told_as_mistakes(content: bytes) -> None:
    with suppress(SetError):
        assert parse(content, FILE).questions


def test_the_built_in_set_is_as_good_as_asked_of_others() -> None:
    shelf = library.of((SETS,))
    for name in shelf.names():
        built_in = shelf.load(name)
        assert list(checks.weaknesses(built_in)) == []
        assert len(built_in.questions) >= (36 if name == library.DEFAULT else 9)
        for question in built_in.questions:
            assert 3 <= len(question.talking_points) <= 5, question.id
        assert set(shelf.samples(name)) == {question.id for question in built_in.questions}


def test_unknown_names_and_files_are_told() -> None:
    shelf = library.of((SETS,))
    with pytest.raises(MockviewError, match="Did you mean 'second-interview'"):
        shelf.load("second-intervew")
    with pytest.raises(MockviewError, match="There is no file"):
        shelf.load("nowhere/set.yaml")


def test_the_users_own_set_goes_before_a_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "second-interview.yaml").write_text(GOOD)
    shelf = library.of((tmp_path, SETS))
    assert shelf.load("second-interview").id == "bakery"
    assert shelf.samples("second-interview") == {}


EXCHANGE = """\
    behavioural: true
    follow_ups:
      - when: {answer: no-result}
        ask: And then?
    exchange:
      otherwise: I will find out.
      more: [What else?]
      topics:
        - id: team
          label: Team
          replied_by: peer
          examples: [Who is there?, Who are they?, How many are you?, Who else?]
          replies: [We are nine.]
          researchable: true
"""
FULL = GOOD + EXCHANGE


def test_follow_ups_recalls_and_exchanges_are_read() -> None:
    question = parse(FULL.encode(), FILE).questions[1]
    assert question.behavioural
    assert question.situation == "last-impression"
    assert question.recalls[0].point == "outcome"
    assert (question.follow_ups[0].missed, question.follow_ups[0].answer) == (None, "no-result")
    assert question.exchange is not None
    assert question.exchange.time_s == 300
    topic = question.exchange.topics[0]
    assert (topic.replied_by, topic.expected, topic.researchable) == ("peer", True, True)
    people = {one.id: one for one in parse(FULL.encode(), FILE).interviewers}
    assert people["peer"].manner == "brisk"


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("answer: no-result", "answer: no-end", "expected"),
        ("when: {answer: no-result}", "when: {}", "'when' is empty"),
        ("question: upset-customer", "question: upset-custumer", "Did you mean 'upset-customer'?"),
        ("point: outcome}", "point: outcom}", "Did you mean 'outcome'?"),
        ("replied_by: peer", "replied_by: pear", "Did you mean 'peer'?"),
        ("researchable:", "reserchable:", "did you mean 'researchable'?"),
        ("      more: [What else?]\n", "", "'more' is missing"),
        ("manner: brisk", "manner: grumpy", "'warm', 'brisk' or 'sceptical'"),
        ("situation: last-impression", "situation: the-end", "expected"),
    ],
)
def test_mistakes_in_what_follows_are_told(right: str, wrong: str, says: str) -> None:
    text = FULL.replace(right, wrong, 1)
    assert text != FULL
    found = mistakes(text)
    assert any(says in told for _, told in found), found
