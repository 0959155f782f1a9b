"""Cutting an answer at its pauses."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from simulator.transcription import TimeSpan, chunks, voice_activity


@st.composite
def speech(draw: st.DrawFn) -> tuple[list[TimeSpan], float]:
    """Speech spans in order, and the length of the recording, in seconds."""
    lengths = draw(st.lists(st.tuples(st.floats(0.1, 70), st.floats(0.1, 40)), max_size=12))
    spans, now = [], 0.0
    for gap_s, length_s in lengths:
        spans.append(TimeSpan(now + gap_s, now + gap_s + length_s))
        now += gap_s + length_s
    return spans, now + draw(st.floats(0, 5))


@given(speech())
def test_all_speech_is_in_chunks_that_are_short_enough_and_in_order(
    case: tuple[list[TimeSpan], float],
) -> None:
    spans, duration_s = case
    cut = chunks.cut(spans, spans, duration_s)
    for chunk in cut:
        assert 0 <= chunk.start_s < chunk.end_s <= duration_s + 1e-6
        assert chunk.duration_s <= chunks.LONGEST_S + 1e-6
    for one, other in itertools.pairwise(cut):
        assert one.end_s <= other.start_s + 1e-6
    spoken = sum(span.duration_s for span in spans)
    kept = sum(
        max(0.0, min(span.end_s, chunk.end_s) - max(span.start_s, chunk.start_s))
        for span in spans
        for chunk in cut
    )
    assert abs(spoken - kept) < 1e-6


def test_a_cut_falls_into_the_longest_pause() -> None:
    spans = [TimeSpan(0, 11), TimeSpan(11.3, 15), TimeSpan(17, 18.5), TimeSpan(18.8, 30)]
    first, second = chunks.cut(spans, spans, 30)
    assert first.end_s < 17 < second.end_s
    assert first.end_s > 15


def test_what_may_be_a_voice_is_heard_beside_a_sure_one_and_left_out_alone() -> None:
    possible = [TimeSpan(1, 5), TimeSpan(5.5, 7), TimeSpan(60, 63)]
    cut = chunks.cut(possible, [TimeSpan(1, 5)], 70)
    assert len(cut) == 1
    assert cut[0].end_s >= 7


def test_silence_makes_no_chunk() -> None:
    assert chunks.cut([], [], 30) == []


@st.composite
def heard(draw: st.DrawFn) -> list[float]:
    """The voice probabilities of an answer: stretches of speech, of doubt and of silence."""
    runs = draw(
        st.lists(
            st.tuples(st.integers(1, 400), st.sampled_from([0.0, 0.05, 0.12, 0.3, 0.6, 0.95])),
            max_size=30,
        )
    )
    return [probability for length, probability in runs for _ in range(length)]


@given(heard(), st.integers(0, 10_000))
def test_what_is_settled_stays_whatever_comes(probabilities: list[float], at: int) -> None:
    part = probabilities[: at % (len(probabilities) + 1)]
    early = chunks.settled(
        voice_activity.spans(part, voice_activity.POSSIBLE),
        voice_activity.spans(part),
        len(part) * voice_activity.FRAME_S,
    )
    whole = chunks.cut(
        voice_activity.spans(probabilities, voice_activity.POSSIBLE),
        voice_activity.spans(probabilities),
        len(probabilities) * voice_activity.FRAME_S,
    )
    assert early == whole[: len(early)]


def test_in_a_long_answer_no_more_than_a_chunk_is_open() -> None:
    spans = [TimeSpan(3.0 * i, 3.0 * i + 2.0) for i in range(40)]
    early = chunks.settled(spans, spans, 120.0)
    assert early
    assert 120.0 - early[-1].end_s <= 1.5 * chunks.LONGEST_S


def test_a_chunk_is_settled_while_somebody_goes_on_without_a_pause() -> None:
    """What is left at the end is then that stretch alone."""
    before = [TimeSpan(0.0, 6.0), TimeSpan(6.4, 13.2)]
    assert chunks.settled([*before, TimeSpan(13.6, 24.0)], before, 24.0) == []
    (chunk,) = chunks.settled([*before, TimeSpan(13.6, 25.0)], before, 25.0)
    assert (chunk.start_s, round(chunk.end_s, 3)) == (0.0, 13.4)
    (early, _) = chunks.cut([*before, TimeSpan(13.6, 36.0)], [*before, TimeSpan(13.6, 36.0)], 36.0)
    assert early == chunk
