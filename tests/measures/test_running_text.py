"""From words to one text and back."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.running_text import running_text


def test_filled_pauses_are_left_out_and_places_stay() -> None:
    said = running_text("um I\u2019d say uh eighty.".split())
    assert said.text == "I'd say eighty."
    assert said.words(4, 14) == (2, 5)
    assert said.words(14, 15) == (4, 5)


def test_marks_at_the_edges_do_not_reach_into_the_next_word() -> None:
    said = running_text("Well, eighty. Yes".split())
    assert said.words(4, 14) == (1, 2)


def test_sentences() -> None:
    said = running_text("It cost 4.50 then. Did it? yes it did".split())
    assert [said.text[a:b] for a, b in said.sentences()] == [
        "It cost 4.50 then.",
        "Did it?",
        "yes it did",
    ]
    assert running_text([]).sentences() == ()


@given(st.lists(st.text(min_size=1, max_size=8).filter(lambda t: t.split() == [t]), min_size=1))
def test_each_word_is_found_at_its_own_characters(words: list[str]) -> None:
    said = running_text(words)
    start = 0
    for position, end in zip(said.positions, said.ends, strict=True):
        assert said.words(start, end) == (position, position + 1)
        start = end + 1
