"""Length, pace, pauses and fillers: counted on answers whose times are known."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures import Pause, measure
from simulator.measures.delivery import is_word, silent_pauses, voiced
from simulator.transcription import FilledPause, TimeSpan, Transcript, Word
from tests.factories import a_transcript


def said(
    text: str, *speech: tuple[float, float], pauses: tuple[tuple[float, float], ...] = ()
) -> Transcript:
    """Words spread evenly over the speech; um at each of the pauses."""
    tokens = text.split()
    total_s = sum(end - start for start, end in speech)
    words: list[Word] = []
    for start, end in speech:
        share = round(len(tokens) * (end - start) / total_s) if total_s else 0
        step_s = (end - start) / max(1, share)
        for i in range(share):
            if len(words) < len(tokens):
                at_s = start + i * step_s
                words.append(Word(tokens[len(words)], at_s, at_s + step_s, 0.9))
    return Transcript(
        tuple(words),
        tuple(FilledPause("um", start, end, "transcript", 0.8) for start, end in pauses),
        tuple(TimeSpan(*span) for span in speech),
        speech[-1][1] + 1 if speech else 5.0,
        "base",
    )


def test_an_answer_of_known_times() -> None:
    measures = measure(said("word " * 60, (2.0, 12.0), (14.0, 34.0)))
    assert measures.words == 60
    assert measures.answer_s == pytest.approx(32)
    assert measures.speech_s == pytest.approx(30)
    assert measures.speech_rate_wpm == pytest.approx(60 / 32 * 60)
    assert measures.articulation_rate_wpm == pytest.approx(120)
    assert measures.response_latency_s == pytest.approx(2.0)
    assert measures.pauses == (Pause(12.0, 14.0, inside_sentence=True),)
    assert measures.fillers == ()
    assert measures.fillers_per_minute == 0


def test_filled_pauses_and_discourse_markers_in_order_of_time() -> None:
    transcript = a_transcript("I was, you know, really tired")
    later = FilledPause("uh", 9.0, 9.3, "acoustic", 0.6)
    measures = measure(
        replace(transcript, filled_pauses=(*transcript.filled_pauses, later), duration_s=10.0)
    )
    assert [(f.text, f.kind, f.source) for f in measures.fillers] == [
        ("um", "filled_pause", "transcript"),
        ("you know", "discourse_marker", "transcript"),
        ("uh", "filled_pause", "acoustic"),
    ]
    assert measures.words == 6
    assert measures.answer_s == pytest.approx(9.3 - 0.41)
    assert measures.fillers_per_minute == pytest.approx(3 / (9.3 - 0.41) * 60)


def test_silence_has_no_rates() -> None:
    measures = measure(Transcript((), (), (), 20.0, "base"))
    assert (measures.words, measures.answer_s, measures.speech_s) == (0, 0.0, 0.0)
    assert measures.speech_rate_wpm is None
    assert measures.articulation_rate_wpm is None
    assert measures.response_latency_s is None
    assert measures.fillers_per_minute is None
    assert measures.pauses == ()


def test_half_a_second_of_speech_has_no_rates() -> None:
    measures = measure(said("Yes.", (1.0, 1.5)))
    assert measures.words == 1
    assert measures.answer_s == pytest.approx(0.5)
    assert measures.speech_rate_wpm is None
    assert measures.fillers_per_minute is None


def test_what_was_typed_has_words_and_fillers_only() -> None:
    measures = measure(a_transcript("Um, it was, you know, - twenty-five people.", typed=True))
    assert measures.words == 6
    assert [(f.text, f.kind, f.start_s) for f in measures.fillers] == [
        ("um", "filled_pause", None),
        ("you know", "discourse_marker", None),
    ]
    assert measures.answer_s is None
    assert measures.pauses is None
    assert measures.fillers_per_minute is None


@pytest.mark.parametrize("text", ["twenty-five", "don't", "$75,000", "3.5", "Yes."])
def test_what_is_one_word(text: str) -> None:
    assert is_word(Word(text))


@pytest.mark.parametrize("text", ["-", "...", ",", "Um,", "uhh", ""])
def test_what_is_no_word(text: str) -> None:
    assert not is_word(Word(text))


def test_a_word_where_voice_activity_heard_nobody_is_speech() -> None:
    transcript = said("one two three four", (1.0, 3.0))
    late = Word("five", 4.5, 5.0, 0.9)
    unsure = replace(late, probability=0.2)
    assert voiced(replace(transcript, words=(*transcript.words, late)))[-1] == TimeSpan(4.5, 5.0)
    assert voiced(replace(transcript, words=(*transcript.words, unsure))) == (TimeSpan(1.0, 3.0),)


def test_a_word_that_reaches_into_a_silence_does_not_shorten_it() -> None:
    transcript = said("one two", (1.0, 2.0), (4.0, 5.0))
    stretched = replace(transcript.words[0], end_s=3.9)
    assert measure(replace(transcript, words=(stretched,))).pauses == (Pause(2.0, 4.0),)


def test_a_pause_of_just_a_second_is_listed_and_a_shorter_one_is_not() -> None:
    assert silent_pauses([TimeSpan(0, 1.3), TimeSpan(2.3, 3)]) == (TimeSpan(1.3, 2.3),)
    assert silent_pauses([TimeSpan(0, 1.3), TimeSpan(2.2, 3)]) == ()


spans = st.lists(st.tuples(st.floats(0, 100), st.floats(0.05, 20)), max_size=8).map(
    lambda pairs: tuple(TimeSpan(start, start + length) for start, length in pairs)
)


@given(spans, spans)
def test_speech_is_in_order_and_never_counted_twice(
    speech: tuple[TimeSpan, ...], pauses: tuple[TimeSpan, ...]
) -> None:
    filled = tuple(FilledPause("um", p.start_s, p.end_s, "transcript", 1.0) for p in pauses)
    transcript = Transcript((), filled, speech, 200.0, "base")
    joined = voiced(transcript)
    for one, other in pairwise(joined):
        assert one.end_s < other.start_s
    measures = measure(transcript)
    assert measures.answer_s is not None
    assert measures.speech_s is not None
    assert measures.pauses is not None
    assert measures.speech_s <= measures.answer_s + 1e-6
    silent_s = sum(pause.duration_s for pause in measures.pauses)
    assert measures.speech_s + silent_s <= measures.answer_s + 1e-6
    assert measures.answer_s <= 200.0


@given(st.integers(1, 60), st.floats(2, 100))
def test_rates_fit_together(count: int, long_s: float) -> None:
    measures = measure(said("word " * count, (0.5, 0.5 + long_s)))
    assert measures.speech_rate_wpm is not None
    assert measures.articulation_rate_wpm is not None
    assert measures.speech_rate_wpm <= measures.articulation_rate_wpm + 1e-6
    assert measures.speech_rate_wpm * (measures.answer_s or 0) / 60 == pytest.approx(measures.words)
