"""Live values to plain documents: the JSON of `score --json`, `review --json` and `session.json`.

One function makes an answer's document for all three. Numbers are as coarse as `rounding` makes
them, so that the same values give the same bytes. A value that is already that coarse comes back
from `reading` as it went in.
"""

import json
import math
from collections.abc import Mapping
from typing import Any

from simulator.archive.model import Answer, Session
from simulator.assessment import Assessment, Mark
from simulator.measures import Asked, Coverage, Filler, Measures, Melody, Sentence, Telling
from simulator.questions import Exchange, Interviewer, Question
from simulator.rounding import tenth, thousandth
from simulator.scoring import PARTS, Score
from simulator.sound import SPEECH_RATE_HZ
from simulator.transcription import Transcript

SCHEMA = 1
"""Goes up when a key is renamed or dropped; `upgrades` then gets a function."""

Document = dict[str, Any]

_time = _probability = thousandth
_rate = _tenth = _points = tenth


def scored_document(
    assessment: Assessment | None,
    *,
    question: str | None,
    source: str | None,
    sample_rate_hz: int = SPEECH_RATE_HZ,
) -> Document:
    """An answer as the public interface has it.

    `source` is the name of the file that it came from, without folders; None for one that was
    typed. `audio` is None where there is no sound, and so is every time. An answer that has not
    been assessed has None for `transcript`, `measures` and `score`.
    """
    if assessment is None:
        return {
            "question": question,
            "source": source,
            "audio": None,
            "transcript": None,
            "measures": None,
            "coverage": [],
            "score": None,
            "asked": [],
            "brought_in": [],
            "telling": None,
        }
    duration_s = assessment.transcript.duration_s
    return {
        "question": question,
        "source": source,
        "audio": None
        if duration_s is None
        else {"duration_s": _time(duration_s), "sample_rate_hz": sample_rate_hz},
        "transcript": _transcript(assessment.transcript),
        "measures": _measures(assessment.measures),
        "coverage": [_coverage(point) for point in assessment.coverage],
        "score": _score(assessment.score),
        "asked": [_asked(asked) for asked in assessment.asked],
        "brought_in": [_coverage(point) for point in assessment.brought_in],
        "telling": _telling(assessment.telling),
    }


def answer_document(answer: Answer) -> Document:
    """An answer of a session: the public form, then how and to what it was given."""
    document = scored_document(answer.assessment, question=answer.question.id, source=answer.sound)
    return {
        **document,
        "number": answer.number,
        "take": answer.take,
        "state": answer.state,
        "typed": answer.typed,
        "lost": answer.lost,
        "note": answer.note,
        "asked_at": answer.asked_at.isoformat(),
        **_question(answer.question),
        "typed_text": answer.typed_text,
        "marks": [_mark(mark) for mark in answer.marks],
        "own": _own(answer),
        "follows": answer.follows,
        "said_after": [{"by": said.by, "text": said.text} for said in answer.said_after],
    }


def session_document(session: Session) -> Document:
    """A whole session: what `review --json` prints."""
    return {
        "schema": SCHEMA,
        "id": session.id,
        "started_at": session.started_at.isoformat(),
        "state": session.state,
        "set": {"id": session.set_id, "title": session.set_title},
        "role": session.role,
        "seed": session.seed,
        "plan": list(session.plan),
        "version": session.version,
        "total": session.total,
        "interviewers": [_interviewer(person) for person in session.interviewers],
        "answers": [answer_document(answer) for answer in session.answers],
    }


def scored_documents(answers: list[Document]) -> Document:
    """The document of `score --json` and `sets try --json`."""
    return {"schema": SCHEMA, "answers": answers}


def as_text(document: Mapping[str, Any]) -> str:
    """A document as people read it, the same for the same document, with a newline at its end.

    Raises ValueError for a number that JSON does not have (not a number, infinite).
    """
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _mark(mark: Mark) -> Document:
    return {
        "kind": mark.kind,
        "point": mark.point or None,
        "text": mark.text,
        "made_at": mark.made_at.isoformat(),
    }


def _own(answer: Answer) -> Document | None:
    """What the program made of an answer before the candidate's word; the transcript, and what
    follows from its words alone, are None where they are the same."""
    own, counts = answer.own_assessment, answer.assessment
    if own is None:
        return None
    heard_the_same = counts is not None and own.transcript == counts.transcript
    return {
        "transcript": None if heard_the_same else _transcript(own.transcript),
        "measures": None if heard_the_same else _measures(own.measures),
        "coverage": [_coverage(point) for point in own.coverage],
        "score": _score(own.score),
        "asked": None if heard_the_same else [_asked(asked) for asked in own.asked],
        "brought_in": None if heard_the_same else [_coverage(point) for point in own.brought_in],
        "telling": None if heard_the_same else _telling(own.telling),
    }


def _transcript(transcript: Transcript) -> Document:
    return {
        "text": transcript.text,
        "model": transcript.model,
        "words": [
            {
                "text": word.text,
                "start_s": _time(word.start_s),
                "end_s": _time(word.end_s),
                "probability": _probability(word.probability),
            }
            for word in transcript.words
        ],
        "language": transcript.language,
        "filled_pauses": [
            {
                "text": pause.text,
                "start_s": _time(pause.start_s),
                "end_s": _time(pause.end_s),
                "source": pause.source,
                "confidence": _probability(pause.confidence),
            }
            for pause in transcript.filled_pauses
        ],
        "speech": [
            {"start_s": _time(span.start_s), "end_s": _time(span.end_s)}
            for span in transcript.speech
        ],
    }


def _measures(measures: Measures) -> Document:
    return {
        "answer_s": _time(measures.answer_s),
        "speech_s": _time(measures.speech_s),
        "words": measures.words,
        "speech_rate_wpm": _rate(measures.speech_rate_wpm),
        "articulation_rate_wpm": _rate(measures.articulation_rate_wpm),
        "response_latency_s": _time(measures.response_latency_s),
        "pauses": None
        if measures.pauses is None
        else [
            {
                "start_s": _time(pause.start_s),
                "end_s": _time(pause.end_s),
                "inside_sentence": pause.inside_sentence,
            }
            for pause in measures.pauses
        ],
        "fillers": [_filler(filler) for filler in measures.fillers],
        "fillers_per_minute": _rate(measures.fillers_per_minute),
        "possible_fillers": [_filler(filler) for filler in measures.possible_fillers],
        "clusters": [
            {
                "start_s": _time(cluster.start_s),
                "end_s": _time(cluster.end_s),
                "fillers": [_filler(filler) for filler in cluster.fillers],
            }
            for cluster in measures.clusters
        ],
        "disfluencies": [
            {
                "text": disfluency.text,
                "kind": disfluency.kind,
                "start_s": _time(disfluency.start_s),
                "end_s": _time(disfluency.end_s),
            }
            for disfluency in measures.disfluencies
        ],
        "pace_curve": [
            {"at_s": _time(point.at_s), "rate_wpm": _rate(point.rate_wpm)}
            for point in measures.pace_curve
        ],
        "conditions": [
            {"kind": condition.kind, "told": condition.told, "remedy": condition.remedy}
            for condition in measures.conditions
        ],
        "melody": None if measures.melody is None else _melody(measures.melody),
    }


def _melody(melody: Melody) -> Document:
    closing = melody.closing
    return {
        "pitch_median_hz": _tenth(melody.pitch_median_hz),
        "pitch_spread_semitones": _tenth(melody.pitch_spread_semitones),
        "loudness_spread_db": _tenth(melody.loudness_spread_db),
        "closing": None
        if closing is None
        else {
            "pitch_spread_difference_semitones": _tenth(closing.pitch_spread_difference_semitones),
            "loudness_difference_db": _tenth(closing.loudness_difference_db),
            "rate_difference_wpm": _rate(closing.rate_difference_wpm),
        },
        "stretch_ends": [
            {"at_s": _time(end.at_s), "drop_db": _tenth(end.drop_db)} for end in melody.stretch_ends
        ],
        "stretch_end_drop_db": _tenth(melody.stretch_end_drop_db),
        "curve_step_s": _time(melody.curve_step_s),
        "curve_semitones": [_tenth(value) for value in melody.curve_semitones],
    }


def _filler(filler: Filler) -> Document:
    return {
        "text": filler.text,
        "kind": filler.kind,
        "start_s": _time(filler.start_s),
        "end_s": _time(filler.end_s),
        "source": filler.source,
        "confidence": _probability(filler.confidence),
    }


def _coverage(point: Coverage) -> Document:
    evidence = point.evidence
    return {
        "point": point.point,
        "label": point.label,
        "verdict": point.verdict,
        "probability": _probability(point.probability),
        "evidence": None
        if evidence is None
        else {
            "text": evidence.text,
            "start_s": _time(evidence.start_s),
            "end_s": _time(evidence.end_s),
            "answer": evidence.answer,
        },
        "weight": _short(point.weight),
        "program_verdict": point.program_verdict,
        "prompted": point.prompted,
    }


def _asked(asked: Asked) -> Document:
    return {
        "text": asked.text,
        "start_s": _time(asked.start_s),
        "end_s": _time(asked.end_s),
        "topics": list(asked.topics),
        "closed": asked.closed,
        "leading": asked.leading,
    }


def _telling(telling: Telling | None) -> Document | None:
    if telling is None:
        return None
    return {
        "harsh": [{**_sentence(one), "softer": one.softer} for one in telling.harsh],
        "raises_pay": [_sentence(one) for one in telling.raises_pay],
        "ended": telling.ended,
    }


def _sentence(said: Sentence) -> Document:
    return {
        "text": said.text,
        "start_s": _time(said.start_s),
        "end_s": _time(said.end_s),
        "span": list(said.span),
    }


def _score(score: Score) -> Document:
    return {
        "total": score.total,
        "parts": {part: score.parts[part] for part in PARTS if part in score.parts},
        "findings": [
            {
                "part": finding.part,
                "points": _short(_points(finding.points)),
                "reason": finding.reason,
                "at_s": [_time(moment_s) for moment_s in finding.at_s],
                "source": finding.source,
                "neutral": finding.neutral,
                "in_replies": [
                    {"answer": moment.answer, "at_s": _time(moment.at_s)}
                    for moment in finding.in_replies
                ],
            }
            for finding in score.findings
        ],
        "not_scored": score.not_scored,
    }


def _question(question: Question) -> Document:
    """What was asked, in the words of a question set; its id stands under `question`."""
    return {
        "section": question.section,
        "asked_by": question.asked_by,
        "ask": question.ask,
        "topic": question.topic,
        "roles": list(question.roles),
        "target": {"answer_s": [_short(end_s) for end_s in question.target.answer_s]},
        "talking_points": [
            {
                "id": point.id,
                "label": point.label,
                "description": point.description,
                "weight": _short(point.weight),
                "examples": list(point.examples),
                "counter_examples": list(point.counter_examples),
                "facts": list(point.facts),
            }
            for point in question.talking_points
        ],
        "follow_ups": [
            {
                "when": {
                    key: value
                    for key, value in (("missed", item.missed), ("answer", item.answer))
                    if value is not None
                },
                "ask": item.ask,
            }
            for item in question.follow_ups
        ],
        "situation": question.situation,
        "behavioural": question.behavioural,
        "recalls": [
            {"when": {"question": recall.question, "point": recall.point}, "say": recall.say}
            for recall in question.recalls
        ],
        "exchange": None if question.exchange is None else _exchange(question.exchange),
        "follows_question": question.follows,
    }


def _exchange(exchange: Exchange) -> Document:
    return {
        "topics": [
            {
                "id": topic.id,
                "label": topic.label,
                "examples": list(topic.examples),
                "replies": list(topic.replies),
                "replied_by": topic.replied_by,
                "expected": topic.expected,
                "researchable": topic.researchable,
                "remark": topic.remark,
            }
            for topic in exchange.topics
        ],
        "otherwise": exchange.otherwise,
        "more": list(exchange.more),
        "time_s": _time(exchange.time_s),
    }


def _interviewer(person: Interviewer) -> Document:
    return {
        "id": person.id,
        "name": person.name,
        "title": person.title,
        "voice": {"gender": person.voice.gender, "rate_wpm": person.voice.rate_wpm},
        "manner": person.manner,
    }


def _short(number: float) -> float | int:
    """2 rather than 2.0, as a person would write it."""
    number = float(number)
    return int(number) if math.isfinite(number) and number.is_integer() else number
