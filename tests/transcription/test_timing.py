"""Setting word times right by where a voice is."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.transcription import TimeSpan, Word, timing


def test_the_first_word_does_not_begin_before_the_voice() -> None:
    (word,) = timing.settle([Word("Well", 0.0, 1.4, 0.9)], [TimeSpan(1.1, 2.0)])
    assert (word.start_s, word.end_s) == (1.1, 1.4)


def test_a_word_gives_back_the_pause_it_swallowed() -> None:
    first, second = timing.settle(
        [Word("end.", 1.0, 3.1, 0.9), Word("Then", 3.1, 3.4, 0.9)],
        [TimeSpan(0.5, 1.5), TimeSpan(3.0, 5.0)],
    )
    assert (first.start_s, first.end_s) == (1.0, 1.5)
    assert second.start_s == 3.1


def test_a_word_where_no_voice_was_heard_keeps_its_times() -> None:
    (word,) = timing.settle([Word("hm", 7.0, 7.3, 0.9)], [TimeSpan(0, 2)])
    assert (word.start_s, word.end_s) == (7.0, 7.3)


def test_typed_words_have_no_times() -> None:
    assert timing.settle([Word("typed")], [TimeSpan(0, 1)]) == [Word("typed")]


times = st.tuples(st.floats(0, 20), st.floats(0, 3))


@given(st.lists(times, max_size=20), st.lists(times, max_size=6))
def test_order_and_number_of_words_hold(
    words: list[tuple[float, float]], spans: list[tuple[float, float]]
) -> None:
    said = [Word(str(i), s, s + d, 0.5) for i, (s, d) in enumerate(sorted(words))]
    settled = timing.settle(said, [TimeSpan(s, s + d) for s, d in sorted(spans)])
    assert [word.text for word in settled] == [word.text for word in said]
    starts = [word.start_s for word in settled if word.start_s is not None]
    assert starts == sorted(starts)
    assert all((word.end_s or 0) >= (word.start_s or 0) - 1e-9 for word in settled)


def test_words_that_a_looping_decoder_wrote_are_left_out() -> None:
    said = [Word("for", 1.7, 3.8, 0.2), Word("hours.", 3.8, 4.3, 0.4)]
    looped = [Word(text, 4.3, 4.32, 0.9) for text in ("Montreal", "for", "hours")]
    assert timing.without_loops([*said, *looped]) == said


def test_two_short_words_of_fast_speech_are_kept() -> None:
    said = [Word("to", 1.0, 1.02), Word("a", 1.02, 1.04), Word("fault", 1.04, 1.4)]
    assert timing.without_loops(said) == said
    assert timing.without_loops([Word("typed"), Word("words"), Word("only")]) != []
