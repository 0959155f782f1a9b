"""Words said twice and beginnings given up, and good English that looks like them."""

import pytest

from simulator.measures.disfluencies import disfluencies
from simulator.transcription import Word


def found(text: str) -> list[tuple[str, str]]:
    """In words with times; a lone _ is half a second of silence."""
    words: list[Word] = []
    at_s = 0.0
    for token in text.split():
        if token == "_":
            at_s += 0.5
            continue
        words.append(Word(token, at_s, at_s + 0.25))
        at_s += 0.3
    return [(disfluency.text, disfluency.kind) for disfluency in disfluencies(words)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I, I decided to call her.", "I, I"),
        ("we were we were two weeks late", "we were we were"),
        ("and then the the client left", "the the"),
        ("It was in the, in the spring.", "in the, in the"),
        ("because because nobody had asked", "because because"),
    ],
)
def test_repetitions(text: str, told: str) -> None:
    assert found(text) == [(told, "repetition")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I, we decided to wait.", "I, we"),
        ("I was, we were a small team then.", "I was, we"),
        ("and the _ our client had left", "the our"),
    ],
)
def test_false_starts(text: str, told: str) -> None:
    assert found(text) == [(told, "false_start")]


def test_a_third_time_is_one_more() -> None:
    assert len(found("I, I, I decided")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "It was very, very good.",
        "Never, never again.",
        "They had had enough.",
        "I think that that was right.",
        "What it is is a question of trust.",
        "We can. We can do that.",
        "No, no, that is fine.",
        "As it was, we had no choice.",
        "I told you, we were late.",
        "She is taller than I, we found.",
        "I like my team and my team likes me.",
        "Day by day, step by step.",
        "",
    ],
)
def test_what_is_none(text: str) -> None:
    assert found(text) == []


def test_times_are_those_of_the_words() -> None:
    (one,) = disfluencies([Word("I,", 1.0, 1.2), Word("I", 1.4, 1.5), Word("left", 1.6, 2.0)])
    assert (one.start_s, one.end_s) == (1.0, 1.5)


def test_typed_words_have_none() -> None:
    (one,) = disfluencies([Word("I,"), Word("I"), Word("left")])
    assert (one.start_s, one.end_s) == (None, None)
