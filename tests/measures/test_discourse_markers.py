"""Discourse markers against labelled sentences: precision first."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.discourse_markers import RULES, FillerWords, discourse_markers
from simulator.transcription import Word

LABELLED = [
    line
    for line in Path(__file__).with_name("discourse_markers.txt").read_text().splitlines()
    if line and not line.startswith("#")
]
MARKED = re.compile(r"\{([^}]*)\}|\[([^\]]*)\]")


def heard(labelled: str) -> tuple[list[Word], set[int], set[int]]:
    """The words with times, and the positions of the fillers and of what is open."""
    words: list[Word] = []
    fillers: set[int] = set()
    start_s = 0.4
    open_cases: set[int] = set()
    for token in labelled.split():
        if token == "_":
            start_s += 0.5
            continue
        if token[0] in "{[":
            (fillers if token[0] == "{" else open_cases).add(len(words))
        words.append(Word(re.sub(r"[{}\[\]]", "", token), start_s, start_s + 0.25, 0.9))
        start_s += 0.3
    assert words
    return words, fillers, open_cases


def found(words: list[Word]) -> set[int]:
    starts = [word.start_s for word in words]
    return {starts.index(marker.start_s) for marker in discourse_markers(words) if marker.sure}


def test_labelled_sentences_precision_and_recall(
    record_property: Callable[[str, object], None],
) -> None:
    right, wrong, missed = 0, [], []
    for labelled in LABELLED:
        words, fillers, open_cases = heard(labelled)
        got = found(words)
        right += len(got & fillers)
        wrong += [(labelled, words[i].text) for i in got - fillers - open_cases]
        missed += [(labelled, words[i].text) for i in fillers - got]
    precision = right / (right + len(wrong))
    recall = right / (right + len(missed))
    record_property("precision", precision)
    record_property("recall", recall)
    assert len(LABELLED) >= 150
    assert precision >= 0.95, wrong
    assert recall >= 0.75, missed


@pytest.mark.parametrize(
    "marker", ["like", "you know", "I mean", "kind of", "basically", "right", "so", "okay"]
)
def test_each_marker_has_labelled_sentences_on_both_sides(marker: str) -> None:
    first = marker.split(maxsplit=1)[0].lower()
    sides = Counter[bool]()
    for labelled in LABELLED:
        words, fillers, open_cases = heard(labelled)
        for i, word in enumerate(words):
            if re.sub(r"\W", "", word.text.lower()) == first and i not in open_cases:
                sides[i in fillers] += 1
    assert sides[True] >= 2
    assert sides[False] >= 2


def test_a_marker_has_the_times_of_its_words() -> None:
    words, _, _ = heard("It was, {you know}, hard.")
    (marker,) = discourse_markers(words)
    assert (marker.text, marker.start_s, marker.end_s) == ("you know", 1.0, 1.55)


def test_typed_markers_have_no_times() -> None:
    (marker,) = discourse_markers([Word(word) for word in "It was, you know, hard.".split()])
    assert (marker.start_s, marker.end_s) == (None, None)


def test_an_open_case_is_told_as_such() -> None:
    (marker,) = discourse_markers([Word(word) for word in "It's like a second home.".split()])
    assert (marker.text, marker.sure) == ("like", False)


def test_users_own_fillers_count_and_those_they_spare_do_not() -> None:
    words = [Word(word) for word in "It was, you know, at the end of the day, hard.".split()]
    own = FillerWords(also=("at the end of the day",), never=("you know",))
    assert [(m.text, m.sure) for m in discourse_markers(words, own)] == [
        ("at the end of the day", True)
    ]


VOCABULARY = sorted({word for phrase in RULES for word in phrase} | {"team", "was", "and", "the"})


@given(st.lists(st.tuples(st.sampled_from(VOCABULARY), st.sampled_from(["", ",", ".", "?"]))))
def test_markers_never_overlap_and_stand_in_the_text(tokens: list[tuple[str, str]]) -> None:
    words = [Word(text + mark, i, i + 0.9) for i, (text, mark) in enumerate(tokens)]
    last_s = 0.0
    for marker in discourse_markers(words):
        assert marker.start_s is not None
        assert marker.end_s is not None
        assert marker.start_s >= last_s
        last_s = marker.end_s
        said = [text for text, _ in tokens][int(marker.start_s) : int(marker.end_s) + 1]
        assert " ".join(said) == marker.text


@given(st.lists(st.sampled_from(["team", "was", "the", "good", "as", "know", "kinds"])))
def test_other_words_are_none(tokens: list[str]) -> None:
    assert discourse_markers([Word(text) for text in tokens]) == ()
