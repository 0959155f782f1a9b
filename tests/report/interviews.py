"""Interviews with sound for tests of the report: a beep for each word, where it is said."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from simulator.archive import Answer, Archive, Said, Session, StoredSession
from simulator.assessment import Assessment, as_reply, with_reply
from simulator.audio.files import write_flac
from simulator.measures import Asked, Coverage, Evidence, Filler, PacePoint, Pause
from simulator.questions import Section, Situation
from simulator.report.writing import PageWish, report
from simulator.scoring import Finding
from simulator.sound import SPEECH_RATE_HZ, Sound
from simulator.transcription import FilledPause, TimeSpan, Transcript, Word
from tests import factories
from tests.situations.sessions import EXCHANGE

SECTIONS = (
    Section("behaviour", "Depth and behaviour"),
    Section("salary", "Pay"),
    Section("closing", "The last impression"),
)

BEEP_S, EVERY_S = 0.25, 0.4
PAUSE_S = 2.0

HOSTILE = (
    "</script><script>window.hacked=1</script> <img src=x onerror=window.hacked=2> "
    "\x1b[31m\x00\x07 \u202eevil\u2066 {{ 7*7 }} {% raw %} <!-- ]]> &amp; \"' "
    "' onmouseover='window.hacked=3 </style><svg/onload=window.hacked=4> \ud800 javascript:alert(1)"
)
"""Markup, template code, terminal escapes, changes of direction and half a character."""


def beeps(transcript: Transcript) -> Sound:
    """Sound with a beep for each word and filled pause, silent between them."""
    assert transcript.duration_s is not None
    samples = np.zeros(round(transcript.duration_s * SPEECH_RATE_HZ), np.float32)
    heard = [(word.start_s, word.end_s) for word in transcript.words]
    heard += [(pause.start_s, pause.end_s) for pause in transcript.filled_pauses]
    for start_s, end_s in heard:
        assert start_s is not None
        assert end_s is not None
        start, end = round(start_s * SPEECH_RATE_HZ), round(end_s * SPEECH_RATE_HZ)
        time = np.arange(end - start, dtype=np.float32) / SPEECH_RATE_HZ
        samples[start:end] = 0.4 * np.sin(2 * np.pi * 440 * time)
    return Sound(samples, SPEECH_RATE_HZ)


HARSH = dict(enumerate("first. My boss was incompetent and lazy.".split(), start=40))
"""A sentence that can be heard as blame, at words 41 to 46."""


def long_assessment(words: int = 60, said: Mapping[int, str] = {}, **other: Any) -> Assessment:
    """Words of 0.25 s, one every 0.4 s from 1 s on; after every tenth an um and a pause of 2 s.

    `you know` stands at words 4 and 5; words 12 to 19 prove the first of three points. `said` are
    other words, by their places.
    """
    timed: list[Word] = []
    ums: list[FilledPause] = []
    speech: list[TimeSpan] = []
    start_s = begun_s = 1.0
    for number in range(words):
        text = {4: "you", 5: "know", **said}.get(number, f"word{number}")
        timed.append(Word(text, round(start_s, 3), round(start_s + BEEP_S, 3), 0.9))
        start_s += EVERY_S
        if number % 10 == 9:
            um = FilledPause("um", round(start_s, 3), round(start_s + 0.3, 3), "acoustic", 0.8)
            ums.append(um)
            speech.append(TimeSpan(round(begun_s, 3), round(start_s + 0.3, 3)))
            start_s = begun_s = start_s + 0.3 + PAUSE_S
    if begun_s < start_s:
        speech.append(TimeSpan(round(begun_s, 3), round(start_s, 3)))
    end_s = speech[-1].end_s
    transcript = Transcript(tuple(timed), tuple(ums), tuple(speech), round(end_s + 0.5, 3), "base")
    fillers = sorted(
        [
            Filler(
                "you know", "discourse_marker", timed[4].start_s, timed[5].end_s, "transcript", 0.8
            ),
            *(Filler("um", "filled_pause", um.start_s, um.end_s, "acoustic", 0.8) for um in ums),
        ],
        key=lambda filler: filler.start_s or 0.0,
    )
    proof = Evidence(
        " ".join(word.text for word in timed[12:20]), timed[12].start_s, timed[19].end_s
    )
    points = (
        Coverage("range", "Gives a range, not a single figure", 2.0, "covered", 0.93, proof),
        Coverage(
            "reasons",
            "Says where the figure comes from",
            1.0,
            "unsure",
            0.5,
            replace(proof, text="word32 word33", start_s=timed[32].start_s, end_s=timed[33].end_s),
        ),
        Coverage("open", "Stays open about the whole", 1.0, "not_found", 0.1, None),
    )
    findings = (
        Finding("coverage", -12.0, "Not heard: stays open about the whole"),
        Finding(
            "fillers",
            -6.0,
            "um six times: let a short silence stand instead",
            (ums[0].start_s or 0, ums[2].start_s or 0),
            "Laske",
        ),
        Finding("delivery", -4.0, "A pause of 2 s inside a sentence", (speech[1].end_s,)),
        Finding(
            "delivery", 0.0, "You run away for a while", (timed[30].start_s or 0,), neutral=True
        ),
        Finding("length", 0.0, "41 seconds: a good length for this question"),
    )
    measures = factories.some_measures(
        transcript,
        fillers=tuple(fillers),
        pauses=tuple(Pause(a.end_s, b.start_s, True) for a, b in pairwise(speech)),
        pace_curve=tuple(PacePoint(6.0 + 2.5 * i, 110.0 + 15 * (i % 5)) for i in range(10)),
        melody=factories.a_melody(
            curve_semitones=(None, *(2.5 * np.sin(np.arange(60) / 3)).round(1).tolist())
        ),
    )
    return factories.an_assessment(
        **{
            "transcript": transcript,
            "measures": measures,
            "coverage": points,
            "score": factories.a_score(findings=findings),
            **other,
        }
    )


def long_answer(number: int = 1, **other: Any) -> Answer:
    assessment = other.pop("assessment", None) or long_assessment()
    return factories.an_answer(number, assessment=assessment, **other)


def keep(archive: Archive, session: Session, *, without_sound: Sequence[int] = ()) -> StoredSession:
    """Puts a session into an archive, with beeps for each of its spoken answers."""
    stored = archive.create(session)
    for answer in session.answers:
        if answer.sound and answer.assessment and answer.number not in without_sound:
            write_flac(stored.folder / answer.sound, beeps(answer.assessment.transcript))
    return stored


def page_of(
    folder: Path, session: Session, *, without_sound: Sequence[int] = (), **wish: Any
) -> str:
    """The page of a session that is kept in the folder, as a text."""
    archive = Archive(folder / "recordings")
    return report(archive, keep(archive, session, without_sound=without_sound), PageWish(**wish))


def an_interview(folder: Path) -> tuple[Archive, StoredSession]:
    """Two earlier interviews, and one with two takes of a question, a typed and a skipped one.

    In the second take somebody is blamed, and a point of the candidate's own is brought in. Then
    come questions of the candidate's own, and last words; both are typed.
    """
    archive = Archive(folder)
    pay = factories.a_question()
    last = factories.a_question("last-impression", section="closing", ask="Why you?")
    for day, total in ((1, 52), (9, 61)):
        session = factories.a_session(
            f"2026-11-{day:02d}-1000-aaaa",
            started_at=factories.STARTED_AT.replace(day=day),
            answers=(
                long_answer(
                    1, question=pay, assessment=long_assessment(40, score=factories.a_score(total))
                ),
            ),
        )
        keep(archive, session)
    answers = (
        long_answer(1, question=pay, assessment=long_assessment(50, score=factories.a_score(64))),
        factories.an_answer(
            2, typed=True, question=factories.a_question("typed-one", ask="What do you earn now?")
        ),
        long_answer(
            3,
            question=pay,
            take=2,
            assessment=long_assessment(said=HARSH, brought_in=(own_point("unsaid-1", 7.0),)),
        ),
        factories.an_answer(4, question=last, state="skipped", sound=None, assessment=None),
        typed(
            5, "your-questions", exchange=EXCHANGE, asked=(Asked("Who?", None, None, ("team",)),)
        ),
        typed(
            6,
            "last-impression",
            brought_in=(own_point("pitch-1", None), own_point("pitch-2"), own_point("idea-1")),
        ),
    )
    return archive, keep(archive, factories.a_session(answers=answers))


def own_point(point: str, *at_s: float | None) -> Coverage:
    """One of the candidate's own; without a time it was not brought in."""
    if not at_s:
        return Coverage(point, f"Lost {point}", 1.0, "not_found", 0.1, None)
    end_s = None if at_s[0] is None else at_s[0] + 2
    proof = Evidence(f"proof of {point}", at_s[0], end_s)
    return Coverage(point, f"Own {point}", 1.0, "covered", 0.9, proof)


def typed(
    number: int,
    situation: Situation,
    *,
    asked: tuple[Asked, ...] = (),
    brought_in: tuple[Coverage, ...] = (),
    **other: Any,
) -> Answer:
    """A typed answer to a question of one of the six parts."""
    question = factories.a_question(
        f"q-{situation}", section="x", situation=situation, ask=f"What of {situation}?", **other
    )
    assessment = factories.an_assessment(typed=True, asked=asked, brought_in=brought_in)
    return factories.an_answer(number, typed=True, question=question, assessment=assessment)


def a_conversation(folder: Path) -> tuple[Archive, StoredSession]:
    """An answer whose last point was made in a reply (2), a further reply that is typed (3), and
    another answer (4) with a reply (5) that could not be transcribed.

    Scored by the real rules, so that reasons name the replies that they come from.
    """
    pay = factories.a_question()
    asked = replace(pay, id=f"{pay.id}.1", ask="And what about the whole?", follows=pay.id)
    said = as_reply(long_assessment(40, coverage=(_said_there(),)), 1)
    main = with_reply(long_assessment(50), said, question=pay, number=2, prompted=True)
    answers = (
        long_answer(1, question=pay, assessment=main, said_after=(Said("peer", "I see."),)),
        long_answer(2, question=asked, assessment=said, follows=1),
        replace(
            factories.an_answer(3, question=replace(asked, id=f"{pay.id}.2"), typed=True),
            follows=1,
            assessment=as_reply(factories.an_assessment("Nothing else.", typed=True), 1),
        ),
        long_answer(4, question=factories.a_question("idea", ask="Which idea do you bring?")),
        factories.an_answer(
            5, question=replace(asked, id="idea.1"), follows=4, state="failed", assessment=None,
            note="The model broke.", said_after=(Said("supervisor", "Thank you."),),
        ),
    )  # fmt: skip
    archive = Archive(folder)
    stored = keep(archive, factories.a_session(answers=answers))
    assert answers[4].sound is not None
    write_flac(stored.folder / answers[4].sound, beeps(said.transcript))
    return archive, stored


def _said_there() -> Coverage:
    """What the reply proves: its words 12 to 19, which begin at 8.1 s."""
    proof = Evidence("word12 word13", 8.1, 8.75)
    return Coverage("open", "Stays open about the whole", 1.0, "covered", 0.9, proof)
