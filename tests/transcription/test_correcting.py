"""A corrected transcript: the user's words, the times that were heard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.transcription import Transcript
from simulator.transcription.correcting import corrected
from tests import factories

HEARD = factories.a_transcript("We had a worn guide rail and nobody new why.")


def times(transcript: Transcript, word: str) -> tuple[float | None, float | None]:
    return next((w.start_s, w.end_s) for w in transcript.words if w.text == word)


def test_the_words_are_those_of_the_correction() -> None:
    text = "We had a worn-out guide rail, and nobody knew why at all."
    assert corrected(HEARD, text).text == text


def test_what_was_heard_right_keeps_its_time() -> None:
    made = corrected(HEARD, "We had a worn guide rail, and nobody knew why.")
    assert times(made, "rail,") == times(HEARD, "rail")
    assert times(made, "knew") == times(HEARD, "new")
    assert [w.probability for w in made.words if w.text == "knew"] == [None]


def test_a_word_that_is_put_in_lies_between_its_neighbours() -> None:
    made = corrected(HEARD, "We had a badly worn guide rail and nobody new why.")
    start_s, end_s = times(made, "badly")
    assert start_s is not None
    assert end_s is not None
    assert times(HEARD, "a")[1] == pytest.approx(start_s)
    assert end_s <= (times(HEARD, "worn")[0] or 0)


def test_a_word_put_in_does_not_fill_a_silence() -> None:
    heard = factories.a_transcript("I see, and then we went on.")
    made = corrected(heard, "I see, well and then we went on.")
    start_s, end_s = times(made, "well")
    assert (end_s or 0) - (start_s or 0) <= 0.6001


def test_a_filled_pause_in_the_text_is_one_and_no_word() -> None:
    made = corrected(HEARD, "We had a worn guide rail uh and nobody new why.")
    assert made.text == HEARD.text
    assert [pause.text for pause in made.filled_pauses] == ["um", "uh"]


def test_a_filled_pause_that_was_heard_is_not_counted_twice() -> None:
    made = corrected(HEARD, f"Um, {HEARD.text}")
    assert [pause.text for pause in made.filled_pauses] == ["um"]
    assert made.filled_pauses == HEARD.filled_pauses


def test_a_typed_answer_has_no_times() -> None:
    typed = factories.a_transcript("I want um eighty.", typed=True)
    made = corrected(typed, "I want um eighty thousand.")
    assert made.text == "I want um eighty thousand."
    assert {word.start_s for word in made.words} == {None}
    assert made.filled_pauses == ()


def test_the_same_text_changes_nothing() -> None:
    assert corrected(HEARD, HEARD.text) == HEARD


@given(st.lists(st.sampled_from([*HEARD.text.split(), "new", "um", "und"]), max_size=30))
def test_any_correction_is_in_order_of_time(words: list[str]) -> None:
    made = corrected(HEARD, " ".join(words))
    assert [word.text for word in made.words] == [word for word in words if word != "um"]
    starts = [word.start_s for word in made.words]
    assert None not in starts
    assert starts == sorted(starts)  # type: ignore[type-var]
    assert all((word.end_s or 0) >= (word.start_s or 0) for word in made.words)
