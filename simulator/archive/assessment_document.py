"""What was made of an answer, as plain documents; `stored_assessment` reads them."""

from typing import Any

from simulator.archive.question_document import short
from simulator.measures import Asked, Coverage, Filler, Measures, Melody, Sentence, Telling
from simulator.rounding import tenth, thousandth
from simulator.scoring import PARTS, Score
from simulator.transcription import Transcript

Document = dict[str, Any]

_time = _probability = thousandth
_rate = _tenth = _points = tenth


def transcript_document(transcript: Transcript) -> Document:
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


def measures_document(measures: Measures) -> Document:
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


def coverage_document(point: Coverage) -> Document:
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
        "weight": short(point.weight),
        "program_verdict": point.program_verdict,
        "prompted": point.prompted,
    }


def asked_document(asked: Asked) -> Document:
    return {
        "text": asked.text,
        "start_s": _time(asked.start_s),
        "end_s": _time(asked.end_s),
        "topics": list(asked.topics),
        "closed": asked.closed,
        "leading": asked.leading,
    }


def telling_document(telling: Telling | None) -> Document | None:
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


def score_document(score: Score) -> Document:
    return {
        "total": score.total,
        "parts": {part: score.parts[part] for part in PARTS if part in score.parts},
        "findings": [
            {
                "part": finding.part,
                "points": short(_points(finding.points)),
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
