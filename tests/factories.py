"""Plausible values for tests: a question, its answer, a whole session. Each can be told otherwise.

Numbers are as coarse as they are on disk (milliseconds, one decimal), so that a value that was
stored and read again equals the one that was made here.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from simulator import __version__
from simulator.archive.model import Answer, Session
from simulator.assessment import Assessment
from simulator.measures import (
    Closing,
    Coverage,
    Disfluency,
    Evidence,
    Filler,
    HarshSentence,
    Measures,
    Melody,
    Pause,
    Sentence,
    StretchEnd,
    Telling,
    Verdict,
)
from simulator.questions import (
    FollowUp,
    Interviewer,
    Question,
    TalkingPoint,
    Target,
    VoiceWish,
)
from simulator.scoring import Finding, Part, Score
from simulator.transcription import FilledPause, TimeSpan, Transcript, Word

STARTED_AT = datetime(2026, 11, 23, 14, 34, tzinfo=UTC)

DANA = Interviewer("supervisor", "Dana", "Operations Director", VoiceWish("female", 165))
SAM = Interviewer("peer", "Sam", "Team Lead", VoiceWish("male", 175))

ANSWER_TEXT = (
    "I was thinking of somewhere between seventy-five and eighty-five thousand, "
    "you know, because that is what similar roles pay here."
)


def a_talking_point(point_id: str = "range", **other: Any) -> TalkingPoint:
    return TalkingPoint(
        **{
            "id": point_id,
            "label": "Gives a range, not a single figure",
            "description": "The candidate names a lower and an upper figure.",
            "weight": 2.0,
            "examples": ("Somewhere between seventy-five and eighty-five would feel fair to me.",),
            "counter_examples": ("I want eighty thousand.",),
            "facts": ("money_range",),
            **other,
        }
    )


def a_question(question_id: str = "salary-expectation", **other: Any) -> Question:
    return Question(
        **{
            "id": question_id,
            "section": "salary",
            "asked_by": "supervisor",
            "ask": "What are your salary expectations for this role?",
            "roles": ("manager", "contributor"),
            "target": Target((20.0, 75.0)),
            "talking_points": (
                a_talking_point(),
                a_talking_point(
                    "reasons",
                    label="Says where the figure comes from",
                    description="The candidate points to research or to comparable roles.",
                    weight=1.0,
                    facts=(),
                ),
            ),
            "follow_ups": (FollowUp("range", "Could you put a number on it?"),),
            **other,
        }
    )


def a_transcript(text: str = ANSWER_TEXT, *, typed: bool = False, **other: Any) -> Transcript:
    """Words of 0.3 s, 0.4 s apart, from 0.9 s on, with a pause of 1.6 s after the first comma and
    an um at 0.41 s; without times when typed."""
    if typed:
        words = tuple(Word(word) for word in text.split())
        return Transcript(words, (), (), None, **{"model": "typed", **other})
    timed: list[Word] = []
    start_s, paused_s = 0.9, None
    said = text.split()
    for number, word in enumerate(said, 1):
        timed.append(Word(word, round(start_s, 3), round(start_s + 0.3, 3), 0.93))
        start_s += 0.4
        if word.endswith(",") and paused_s is None and number < len(said):
            paused_s = round(start_s - 0.1, 3)
            start_s += 1.5
    end_s = timed[-1].end_s if timed else 0.9
    assert end_s is not None
    speech = (
        (TimeSpan(0.41, end_s),)
        if paused_s is None
        else (TimeSpan(0.41, paused_s), TimeSpan(round(paused_s + 1.6, 3), end_s))
    )
    return Transcript(
        **{
            "words": tuple(timed),
            "filled_pauses": (FilledPause("um", 0.41, 0.72, "transcript", 0.9),),
            "speech": speech,
            "duration_s": round(end_s + 0.8, 3),
            "model": "base",
            **other,
        }
    )


def some_measures(transcript: Transcript | None = None, **other: Any) -> Measures:
    """Measures that fit `a_transcript`."""
    transcript = transcript or a_transcript()
    if not transcript.timed or not transcript.speech:
        return Measures(
            **{
                "words": len(transcript.words),
                "answer_s": None,
                "speech_s": None,
                "speech_rate_wpm": None,
                "articulation_rate_wpm": None,
                "response_latency_s": None,
                "pauses": None,
                "fillers": (),
                "fillers_per_minute": None,
                **other,
            }
        )
    speech = transcript.speech
    answer_s = round(speech[-1].end_s - speech[0].start_s, 3)
    speech_s = round(sum(span.duration_s for span in speech), 3)
    fillers = tuple(
        Filler(pause.text, "filled_pause", pause.start_s, pause.end_s, pause.source, 0.9)
        for pause in transcript.filled_pauses
    )
    you_know = _times_of(("you", "know,"), transcript)
    if you_know is not None:
        fillers += (Filler("you know", "discourse_marker", *you_know, "transcript", 0.8),)
    return Measures(
        **{
            "words": len(transcript.words),
            "answer_s": answer_s,
            "speech_s": speech_s,
            "speech_rate_wpm": round(60 * len(transcript.words) / answer_s, 1),
            "articulation_rate_wpm": round(60 * len(transcript.words) / speech_s, 1),
            "response_latency_s": speech[0].start_s,
            "pauses": tuple(
                Pause(before.end_s, after.start_s) for before, after in pairwise(speech)
            ),
            "fillers": fillers,
            "fillers_per_minute": round(60 * len(fillers) / answer_s, 1),
            **other,
        }
    )


def a_melody(spread_semitones: float = 5.1, **other: Any) -> Melody:
    return Melody(
        **{
            "pitch_median_hz": 118.3,
            "pitch_spread_semitones": spread_semitones,
            "loudness_spread_db": 14.2,
            "closing": Closing(-0.4, 1.2, 8.0),
            "stretch_ends": (StretchEnd(4.2, 1.9), StretchEnd(9.6, 3.4)),
            "stretch_end_drop_db": 2.7,
            "curve_step_s": 0.5,
            "curve_semitones": (None, 1.2, -0.8, None),
            **other,
        }
    )


def some_coverage(verdict: Verdict = "covered", **other: Any) -> Coverage:
    evidence = None
    if verdict != "not_found":
        evidence = Evidence("somewhere between seventy-five and eighty-five", 2.5, 4.4)
    return Coverage(
        **{
            "point": "range",
            "label": "Gives a range, not a single figure",
            "weight": 2.0,
            "verdict": verdict,
            "probability": {"covered": 0.93, "unsure": 0.55, "not_found": 0.08}[verdict],
            "evidence": evidence,
            **other,
        }
    )


def a_telling(**other: Any) -> Telling:
    return Telling(
        **{
            "harsh": (HarshSentence((0, 4), "They were all asleep.", 0.9, 2.4, "Softer: ..."),),
            "raises_pay": (Sentence((4, 9), "The flat got so dear.", 2.5, None),),
            "ended": True,
            **other,
        }
    )


def a_score(total: int | None = 78, **other: Any) -> Score:
    parts: Mapping[Part, int | None] = {
        "length": 100,
        "fillers": 71,
        "coverage": 67,
        "delivery": 80,
    }
    return Score(
        **{
            "total": total,
            "parts": parts,
            "findings": (
                Finding(
                    "fillers",
                    -6.0,
                    "4.4 fillers a minute; up to 2 pass unnoticed",
                    (0.41,),
                    "Laske & DiGennaro Reed 2024",
                ),
                Finding("coverage", -12.0, "Nothing heard about where the figure comes from"),
                Finding("delivery", -4.0, "A pause of 1.6 s inside a sentence", (6.0,)),
                Finding("length", 0.0, "41 s, within the 20-75 s that suit this question"),
            ),
            **other,
        }
    )


def an_assessment(text: str = ANSWER_TEXT, *, typed: bool = False, **other: Any) -> Assessment:
    transcript = other.pop("transcript", None) or a_transcript(text, typed=typed)
    not_found = some_coverage(
        "not_found", point="reasons", label="Says where the figure comes from", weight=1.0
    )
    return Assessment(
        **{
            "transcript": transcript,
            "measures": other.pop("measures", None) or some_measures(transcript),
            "coverage": (some_coverage(), not_found),
            "score": a_score(),
            **other,
        }
    )


def words_said_twice() -> Assessment:
    """ "I, I was there.", with a pause between the two."""
    transcript = a_transcript("I, I was there.")
    twice = Disfluency("I, I", "repetition", 0.9, 3.1)
    measures = some_measures(transcript, disfluencies=(twice,))
    return an_assessment(transcript=transcript, measures=measures)


def an_answer(number: int = 1, **other: Any) -> Answer:
    """An assessed answer with sound; `typed=True` for one without."""
    question = other.pop("question", None) or a_question()
    typed = other.get("typed", False)
    assessment = an_assessment(typed=typed)
    if typed:
        assessment = an_assessment(
            typed=True,
            score=a_score(
                parts={"length": 100, "fillers": None, "coverage": 67, "delivery": None},
                findings=tuple(
                    finding
                    for finding in a_score().findings
                    if finding.part in ("length", "coverage")
                ),
                not_scored="Fillers and delivery need sound; this answer was typed.",
            ),
        )
    return Answer(
        **{
            "number": number,
            "question": question,
            "asked_at": STARTED_AT + timedelta(minutes=2 * number),
            "state": "assessed",
            "sound": None if typed else f"{number:02d}-{question.id}.flac",
            "assessment": assessment,
            **other,
        }
    )


def a_session(session_id: str = "2026-11-23-1434-k3f9", **other: Any) -> Session:
    """Three answers: spoken, typed, skipped."""
    answers = other.pop("answers", None)
    if answers is None:
        difficult = a_question(
            "difficult-conversation",
            section="behaviour",
            ask="Tell us about a difficult conversation with somebody you led.",
            target=Target((60.0, 120.0)),
        )
        last = a_question(
            "last-impression",
            section="closing",
            asked_by="peer",
            ask="Is there anything you would like to add?",
            talking_points=(),
            follow_ups=(),
        )
        answers = (
            an_answer(1, question=difficult),
            an_answer(2, typed=True),
            an_answer(3, question=last, state="skipped", sound=None, assessment=None),
        )
    return Session(
        **{
            "id": session_id,
            "started_at": STARTED_AT,
            "state": "finished",
            "set_id": "second-interview",
            "set_title": "Second interview with your future supervisor and peers",
            "role": "manager",
            "seed": 7,
            "plan": tuple(answer.question.id for answer in answers),
            "answers": answers,
            "version": __version__,
            "interviewers": (DANA, SAM),
            **other,
        }
    )


def _times_of(said: tuple[str, ...], transcript: Transcript) -> tuple[float, float] | None:
    words = transcript.words
    for first in range(len(words) - len(said) + 1):
        run = words[first : first + len(said)]
        if tuple(word.text.lower() for word in run) == said:
            start_s, end_s = run[0].start_s, run[-1].end_s
            assert start_s is not None
            assert end_s is not None
            return start_s, end_s
    return None
