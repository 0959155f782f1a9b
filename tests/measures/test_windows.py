"""An answer cut into windows: nothing is left out, with full stops or without."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.windows import SENTENCE_WORDS, WINDOW_WORDS, Window, windows
from simulator.transcription import Word


def cut(text: str) -> tuple[Window, ...]:
    return windows([Word(word) for word in text.split()])


def test_sentences_and_neighbouring_pairs_are_windows() -> None:
    texts = [window.text for window in cut("I led a team. We were late. Then we changed it.")]
    assert "I led a team." in texts
    assert "We were late." in texts
    assert "We were late. Then we changed it." in texts


def test_without_full_stops_stretches_do() -> None:
    got = cut("word " * 60)
    assert len(got) > 3
    assert {window.last - window.first for window in got} == {WINDOW_WORDS}


def test_a_short_answer_is_one_window() -> None:
    assert cut("Yes.") == (Window(0, 1, "Yes."),)
    assert cut("") == ()


def test_what_a_window_holds() -> None:
    window = Window(3, 9, "")
    assert window.holds(3, 9)
    assert not window.holds(2, 4)
    assert not window.holds(8, 10)


tokens = st.sampled_from(["word", "end.", "really?", "no!", 'said."', "3.5"])


@given(st.lists(tokens, max_size=120))
def test_every_word_is_in_a_window_that_is_not_too_long(texts: list[str]) -> None:
    words = [Word(text) for text in texts]
    got = windows(words)
    assert len(set(got)) == len(got)
    inside = {i for window in got for i in range(window.first, window.last)}
    assert inside == set(range(len(words)))
    for window in got:
        assert window.text == " ".join(texts[window.first : window.last])
        assert 0 < window.last - window.first <= SENTENCE_WORDS
