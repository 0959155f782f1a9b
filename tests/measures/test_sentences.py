"""An answer cut into sentences: nothing is left out, with full stops or without."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.sentences import LONGEST_WORDS, STRETCH_WORDS, Sentence, sentences
from simulator.transcription import Word


def cut(text: str) -> tuple[Sentence, ...]:
    return sentences([Word(word) for word in text.split()])


def test_sentences_end_where_a_stop_is() -> None:
    texts = [one.text for one in cut('I led a team. We were late! "Then we changed it." So')]
    assert texts == ["I led a team.", "We were late!", '"Then we changed it."', "So"]


def test_without_full_stops_stretches_do() -> None:
    got = cut("word " * 60)
    assert {one.last - one.first for one in got[:-1]} == {STRETCH_WORDS}


def test_one_word_is_a_sentence_and_silence_is_none() -> None:
    assert cut("Yes.") == (Sentence(0, 1, "Yes."),)
    assert cut("") == ()


def test_what_a_sentence_holds() -> None:
    sentence = Sentence(3, 9, "")
    assert sentence.holds(3, 9)
    assert not sentence.holds(2, 4)
    assert not sentence.holds(8, 10)


tokens = st.sampled_from(["word", "end.", "really?", "no!", 'said."', "3.5"])


@given(st.lists(tokens, max_size=120))
def test_every_word_is_in_one_sentence_that_is_not_too_long(texts: list[str]) -> None:
    got = sentences([Word(text) for text in texts])
    assert [i for one in got for i in range(one.first, one.last)] == list(range(len(texts)))
    for one in got:
        assert one.text == " ".join(texts[one.first : one.last])
        assert 0 < one.last - one.first <= LONGEST_WORDS
