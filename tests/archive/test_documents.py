"""Documents: the public keys in their order, coarse numbers, and back again unchanged."""

import dataclasses
import json
import math
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.archive.documents import (
    answer_document,
    as_text,
    scored_document,
    scored_documents,
    session_document,
)
from simulator.archive.model import Session
from simulator.archive.schema import StoredDocument
from simulator.archive.session_file import session_text
from simulator.measures import (
    Closing,
    Condition,
    Coverage,
    Evidence,
    Filler,
    HarshSentence,
    Measures,
    Melody,
    Pause,
    Sentence,
    StretchEnd,
    Telling,
)
from simulator.measures.model import ConditionKind
from simulator.scoring import Elsewhere, Finding, Score
from simulator.transcription import FilledPause, TimeSpan, Transcript, Word
from tests import factories


def read_back(session: Session) -> Session:
    return StoredDocument.model_validate_json(session_text(session)).live()


def told(telling: Telling) -> Session:
    answer = factories.an_answer(assessment=factories.an_assessment(telling=telling))
    return factories.a_session(answers=(answer,))


def test_scored_answer_has_the_public_keys_in_order() -> None:
    document = scored_document(
        factories.an_assessment(), question="salary-expectation", source="q07.flac"
    )
    assert list(document) == [
        "question", "source", "audio", "transcript", "measures", "coverage", "score",
        "asked", "brought_in", "telling",
    ]  # fmt: skip
    assert document["question"] == "salary-expectation"
    assert document["source"] == "q07.flac"
    assert list(document["audio"]) == ["duration_s", "sample_rate_hz"]
    assert list(document["transcript"])[:3] == ["text", "model", "words"]
    assert list(document["transcript"]["words"][0]) == ["text", "start_s", "end_s", "probability"]
    assert list(document["measures"])[:9] == [
        "answer_s", "speech_s", "words", "speech_rate_wpm", "articulation_rate_wpm",
        "response_latency_s", "pauses", "fillers", "fillers_per_minute",
    ]  # fmt: skip
    assert list(document["measures"]["fillers"][0]) == [
        "text", "kind", "start_s", "end_s", "source", "confidence",
    ]  # fmt: skip
    assert list(document["coverage"][0])[:5] == [
        "point", "label", "verdict", "probability", "evidence",
    ]  # fmt: skip
    assert list(document["coverage"][0]["evidence"])[:3] == ["text", "start_s", "end_s"]
    assert document["coverage"][1]["evidence"] is None
    assert list(document["score"])[:3] == ["total", "parts", "findings"]
    assert list(document["score"]["parts"]) == ["length", "fillers", "coverage", "delivery"]
    assert list(document["score"]["findings"][0])[:4] == ["part", "points", "reason", "at_s"]


def test_typed_answer_has_no_audio_and_no_times() -> None:
    document = scored_document(factories.an_assessment(typed=True), question=None, source="a.txt")
    assert document["audio"] is None
    assert {word["start_s"] for word in document["transcript"]["words"]} == {None}
    for key in ("answer_s", "speech_s", "speech_rate_wpm", "pauses", "fillers_per_minute"):
        assert document["measures"][key] is None


def test_answer_without_assessment_says_so() -> None:
    answer = factories.an_answer(state="recorded", assessment=None)
    document = answer_document(answer)
    assert document["transcript"] is document["measures"] is document["score"] is None
    assert document["source"] == "01-salary-expectation.flac"
    assert document["state"] == "recorded"


def test_session_answer_begins_with_the_scored_answer() -> None:
    answer = factories.an_answer()
    scored = scored_document(answer.assessment, question=answer.question.id, source=answer.sound)
    document = answer_document(answer)
    assert list(document)[: len(scored)] == list(scored)
    assert {key: document[key] for key in scored} == scored


def test_numbers_are_rounded_and_plain() -> None:
    transcript = factories.a_transcript(
        words=(Word("so", 1 / 3, 2 / 3, 0.123456),), duration_s=10 / 3
    )
    measures = factories.some_measures(transcript, speech_rate_wpm=139.849, answer_s=-0.0)
    score = factories.a_score(findings=(Finding("fillers", -6.04, "why"),))
    document = scored_document(
        factories.an_assessment(transcript=transcript, measures=measures, score=score),
        question=None,
        source=None,
    )
    assert document["transcript"]["words"] == [
        {"text": "so", "start_s": 0.333, "end_s": 0.667, "probability": 0.123}
    ]
    assert document["audio"]["duration_s"] == 3.333
    assert document["measures"]["speech_rate_wpm"] == 139.8
    assert math.copysign(1, document["measures"]["answer_s"]) == 1
    assert (
        as_text({"points": document["score"]["findings"][0]["points"]}) == '{\n  "points": -6\n}\n'
    )


def test_melody_is_told_to_a_tenth_and_no_minus_nought() -> None:
    melody = factories.a_melody(5.149, curve_semitones=(None, -0.04, 1.26))
    measures = factories.some_measures(melody=melody)
    document = scored_document(
        factories.an_assessment(measures=measures), question=None, source=None
    )
    told = document["measures"]["melody"]
    assert told["pitch_spread_semitones"] == 5.1
    assert told["curve_semitones"] == [None, 0.0, 1.3]
    assert math.copysign(1, told["curve_semitones"][1]) == 1
    assert list(told) == [
        "pitch_median_hz", "pitch_spread_semitones", "loudness_spread_db", "closing",
        "stretch_ends", "stretch_end_drop_db", "curve_step_s", "curve_semitones",
    ]  # fmt: skip


def test_what_is_amiss_with_a_recording_stands_in_its_measures_and_comes_back() -> None:
    amiss = (Condition("other_voice", "Somebody else speaks", "Use headphones"),)
    measures = factories.some_measures(conditions=amiss)
    answer = factories.an_answer(assessment=factories.an_assessment(measures=measures))
    session = factories.a_session(answers=(answer,))
    told = session_document(session)["answers"][0]["measures"]["conditions"]
    assert told == [
        {"kind": "other_voice", "told": "Somebody else speaks", "remedy": "Use headphones"}
    ]
    scored = scored_document(answer.assessment, question=None, source=None)
    assert scored["measures"]["conditions"] == told
    assert read_back(session) == session


def test_a_session_from_before_recordings_were_looked_at_still_opens() -> None:
    document = json.loads(session_text(factories.a_session()))
    for answer in document["answers"]:
        if answer["measures"] is not None:
            del answer["measures"]["conditions"]
    old = StoredDocument.model_validate_json(json.dumps(document)).live()
    assert old == factories.a_session()


def test_a_session_from_before_there_was_melody_still_opens() -> None:
    document = json.loads(session_text(factories.a_session()))
    for answer in document["answers"]:
        if answer["measures"] is not None:
            del answer["measures"]["melody"]
            for finding in answer["score"]["findings"]:
                del finding["neutral"]
    old = StoredDocument.model_validate_json(json.dumps(document)).live()
    assert old == factories.a_session()


def test_how_answers_are_told_comes_back_as_it_went() -> None:
    session = told(factories.a_telling())
    assert read_back(session) == session
    document = session_document(session)["answers"][0]["telling"]
    assert list(document) == ["harsh", "raises_pay", "ended"]
    assert list(document["harsh"][0]) == ["text", "start_s", "end_s", "span", "softer"]
    assert list(document["raises_pay"][0]) == ["text", "start_s", "end_s", "span"]


def test_a_session_from_before_it_was_read_how_answers_are_told_still_opens() -> None:
    document = json.loads(session_text(factories.a_session()))
    for answer in document["answers"]:
        del answer["telling"]
    old = StoredDocument.model_validate_json(json.dumps(document)).live()
    assert old == factories.a_session()
    assert old.answers[0].assessment is not None
    assert old.answers[0].assessment.telling is None


@pytest.mark.parametrize("own", [None, factories.a_telling(ended=None)])
def test_the_programs_own_is_kept_where_the_transcript_was_corrected(own: Telling | None) -> None:
    session = told(factories.a_telling())
    counts = session.answers[0].assessment
    assert counts is not None
    heard = factories.a_transcript("Day were a sheep.", duration_s=counts.transcript.duration_s)
    made = factories.an_assessment(transcript=heard, telling=own)
    answer = dataclasses.replace(session.answers[0], own_assessment=made)
    session = dataclasses.replace(session, answers=(answer,))
    assert read_back(session) == session


def test_the_programs_own_is_the_same_where_only_points_were_marked() -> None:
    session = told(factories.a_telling())
    answer = dataclasses.replace(session.answers[0], own_assessment=session.answers[0].assessment)
    session = dataclasses.replace(session, answers=(answer,))
    assert session_document(session)["answers"][0]["own"]["telling"] is None
    assert read_back(session) == session


def test_same_values_give_same_bytes() -> None:
    first, second = factories.a_session(), factories.a_session()
    assert as_text(session_document(first)) == as_text(session_document(second))
    assert session_text(first) == session_text(second)


def test_no_number_that_json_does_not_have() -> None:
    with pytest.raises(ValueError, match="JSON"):
        as_text(scored_documents([{"x": math.nan}]))


def test_session_file_and_review_json_say_the_same() -> None:
    session = factories.a_session()
    stored = json.loads(session_text(session))
    del stored["summary"]
    assert stored == session_document(session)
    assert next(iter(session_document(session))) == "schema"


def test_a_session_comes_back_as_it_went() -> None:
    session = factories.a_session()
    assert read_back(session) == session


texts = st.text(st.characters(codec="utf-8"), max_size=30)
times = st.integers(0, 10**7).map(lambda ms: ms / 1000)
some_times = st.none() | times
probabilities = st.integers(0, 1000).map(lambda n: n / 1000)
rates = st.none() | st.integers(0, 9999).map(lambda n: n / 10)
spans = st.builds(TimeSpan, times, times)
fillers = st.builds(
    Filler,
    texts,
    st.sampled_from(["filled_pause", "discourse_marker"]),
    some_times,
    some_times,
    st.sampled_from(["transcript", "acoustic"]),
    probabilities,
)
transcripts = st.builds(
    Transcript,
    words=st.lists(
        st.builds(Word, texts, some_times, some_times, st.none() | probabilities), max_size=4
    ).map(tuple),
    filled_pauses=st.lists(
        st.builds(
            FilledPause,
            texts,
            some_times,
            some_times,
            st.sampled_from(["transcript", "acoustic"]),
            probabilities,
        ),
        max_size=2,
    ).map(tuple),
    speech=st.lists(spans, max_size=2).map(tuple),
    duration_s=some_times,
    model=texts,
    language=texts,
)
differences = st.integers(-999, 999).map(lambda n: n / 10)
sizes = st.integers(0, 9999).map(lambda n: n / 10)
melodies = st.builds(
    Melody,
    pitch_median_hz=sizes,
    pitch_spread_semitones=sizes,
    loudness_spread_db=sizes,
    closing=st.none() | st.builds(Closing, differences, differences, st.none() | differences),
    stretch_ends=st.lists(st.builds(StretchEnd, times, differences), max_size=2).map(tuple),
    stretch_end_drop_db=st.none() | differences,
    curve_step_s=st.just(0.5),
    curve_semitones=st.lists(st.none() | differences, max_size=3).map(tuple),
)
measures = st.builds(
    Measures,
    words=st.integers(0, 9999),
    answer_s=some_times,
    speech_s=some_times,
    speech_rate_wpm=rates,
    articulation_rate_wpm=rates,
    response_latency_s=some_times,
    pauses=st.none()
    | st.lists(st.builds(Pause, times, times, st.none() | st.booleans()), max_size=2).map(tuple),
    fillers=st.lists(fillers, max_size=3).map(tuple),
    fillers_per_minute=rates,
    conditions=st.lists(
        st.builds(Condition, st.sampled_from(get_args(ConditionKind)), texts, texts), max_size=2
    ).map(tuple),
    melody=st.none() | melodies,
)
coverage = st.builds(
    Coverage,
    point=texts,
    label=texts,
    weight=st.floats(0, 10),
    verdict=st.sampled_from(["covered", "unsure", "not_found"]),
    probability=probabilities,
    evidence=st.none()
    | st.builds(Evidence, texts, some_times, some_times, st.none() | st.integers(1, 99)),
)
parts = st.sampled_from(["length", "fillers", "coverage", "delivery"])
percents = st.none() | st.integers(0, 100)
scores = st.builds(
    Score,
    total=percents,
    parts=st.dictionaries(parts, percents),
    findings=st.lists(
        st.builds(
            Finding,
            parts,
            st.integers(-1000, 0).map(lambda n: n / 10),
            texts,
            st.lists(times, max_size=2).map(tuple),
            texts,
            in_replies=st.lists(st.builds(Elsewhere, st.integers(1, 99), times), max_size=2).map(
                tuple
            ),
        ),
        max_size=2,
    ).map(tuple),
    not_scored=texts,
)


positions = st.tuples(st.integers(0, 999), st.integers(0, 999))
tellings = st.builds(
    Telling,
    harsh=st.lists(
        st.builds(HarshSentence, positions, texts, some_times, some_times, texts), max_size=2
    ).map(tuple),
    raises_pay=st.lists(
        st.builds(Sentence, positions, texts, some_times, some_times), max_size=2
    ).map(tuple),
    ended=st.none() | st.booleans(),
)


@given(
    text=texts,
    transcript=transcripts,
    measured=measures,
    covered=st.lists(coverage, max_size=2).map(tuple),
    score=scores,
    telling=st.none() | tellings,
)
def test_any_session_comes_back_as_it_went(
    *,
    text: str,
    transcript: Transcript,
    measured: Measures,
    covered: tuple[Coverage, ...],
    score: Score,
    telling: Telling | None,
) -> None:
    assessment = factories.an_assessment(
        transcript=transcript, measures=measured, coverage=covered, score=score, telling=telling
    )
    answer = factories.an_answer(
        question=factories.a_question(ask=text, topic=text or None),
        assessment=assessment,
        note=text,
        lost=text,
    )
    session = factories.a_session(answers=(answer,), set_title=text, role=text or None)
    assert read_back(session) == session


@given(st.floats(0, 1e5), st.floats(0, 500), st.floats(0, 1))
def test_what_is_finer_settles_after_one_writing(
    time_s: float, rate_wpm: float, probability: float
) -> None:
    answer = factories.an_answer()
    assert answer.assessment is not None
    fine = dataclasses.replace(
        answer,
        assessment=dataclasses.replace(
            answer.assessment,
            measures=dataclasses.replace(
                answer.assessment.measures, answer_s=time_s, speech_rate_wpm=rate_wpm
            ),
            coverage=(factories.some_coverage(probability=probability),),
        ),
    )
    once = read_back(factories.a_session(answers=(fine,)))
    assert read_back(once) == once
    assert once.answers[0].assessment is not None
    assert once.answers[0].assessment.measures.answer_s == pytest.approx(time_s, abs=0.0006)


def test_a_session_from_before_reasons_led_to_replies_still_opens() -> None:
    document = json.loads(session_text(factories.a_session()))
    for answer in document["answers"]:
        for finding in (answer["score"] or {"findings": ()})["findings"]:
            del finding["in_replies"]
    old = StoredDocument.model_validate_json(json.dumps(document)).live()
    assert old == factories.a_session()
