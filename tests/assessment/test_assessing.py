"""How an answer's melody comes into its measures, and when it is held against what is usual."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from simulator.assessment import Assessment, Standards, assess_sound, assess_text
from simulator.assessment.assessing import assess_heard, scored
from simulator.judge import Judge, reader
from simulator.prosody import Contour, OverlapDetector, Voices
from simulator.questions import library
from simulator.scoring.targets import FLOOR
from simulator.sound import Sound, silence
from simulator.transcription import Hearing, TimeSpan, Transcript
from tests.factories import a_question, a_transcript, some_measures
from tests.fakes import FakeJudge
from tests.test_checkout import CHECKOUT

LAST_IMPRESSION = "last-impression"
USUAL = Standards(usual_spread_semitones=2.0)
NOISE = Sound(
    np.random.default_rng(1).normal(0, 0.1, 20 * 16_000).clip(-1, 1).astype(np.float32), 16_000
)
"""As loud as a voice: the recording of a mute microphone would not be scored."""


class KnownRecogniser:
    model = "known"

    def transcribe(
        self,
        sound: Sound,
        *,
        language: str = "en",
        progress: Callable[[float], None] | None = None,
    ) -> Transcript:
        return a_transcript("word " * 40)

    def hearing(self, *, language: str = "en") -> Hearing:
        raise AssertionError("nothing is recorded here")


class RisingTracker:
    """An octave up in the course of the recording: a spread of 9.6 semitones."""

    def contour(self, sound: Sound, speech: Sequence[TimeSpan]) -> Contour:
        count = int(sound.duration_s / 0.016)
        pitch = tuple(100.0 * 2 ** (i / count) for i in range(count))
        return Contour(0.016, pitch, (-20.0,) * count)


@pytest.fixture(scope="module")
def judge() -> Judge:
    return reader.load()


def assessed(judge: Judge, section: str, standards: Standards = USUAL) -> Assessment:
    return assess_sound(
        NOISE,
        a_question(section=section),
        recogniser=KnownRecogniser(),
        judge=judge,
        tracker=RisingTracker(),
        standards=standards,
    )


def notes(made: Assessment) -> list[str]:
    return [finding.reason for finding in made.score.findings if finding.neutral]


def test_the_last_impression_is_told_against_the_usual(judge: Judge) -> None:
    made = assessed(judge, LAST_IMPRESSION)
    assert notes(made) == ["A melody of 9.6 semitones, livelier than your usual 2.0"]
    assert made.score.total == assessed(judge, LAST_IMPRESSION, Standards()).score.total


def test_other_questions_and_first_sessions_are_not(judge: Judge) -> None:
    assert notes(assessed(judge, "salary")) == []
    assert notes(assessed(judge, LAST_IMPRESSION, Standards())) == []


def test_a_typed_answer_has_no_melody(judge: Judge) -> None:
    made = assess_text("So it goes.", a_question(section=LAST_IMPRESSION), judge=judge)
    assert made.measures.melody is None
    assert notes(made) == []


def test_a_question_practises_what_it_names_whatever_its_section() -> None:
    heard = a_transcript("I suppose I could be the one. I guess I would be good at it.")
    last, not_last = (
        scored(heard, some_measures(heard), (), asked, USUAL)
        for asked in (
            a_question(section="closing", situation=LAST_IMPRESSION),
            a_question(section=LAST_IMPRESSION, situation="depth"),
        )
    )
    assert any("take back" in finding.reason for finding in last.score.findings)
    assert not any("take back" in finding.reason for finding in not_last.score.findings)


def test_how_it_is_told_is_read_when_it_is_assessed() -> None:
    fake = FakeJudge({"blames": "asleep"})
    made = assess_text("I sold pumps. They were asleep.", a_question(), judge=fake)
    assert made.telling is not None
    assert [one.text for one in made.telling.harsh] == ["They were asleep."]


class TwoVoices:
    """Somebody speaks along for three of ten seconds."""

    def voices(self, sound: Sound) -> Voices:
        return Voices(speech_s=10.0, overlap_s=3.0)


def louder(sound: Sound, times: float) -> Sound:
    return Sound((sound.samples * times).clip(-1, 1), sound.sample_rate_hz)


def heard(
    sound: Sound, overlap: OverlapDetector | None = None, words: Transcript | None = None
) -> Assessment:
    transcript = a_transcript("word " * 40) if words is None else words
    return assess_heard(sound, transcript, a_question(), judge=FakeJudge({}), overlap=overlap)


def test_a_recording_that_is_fit_is_scored_in_every_part() -> None:
    made = heard(NOISE)
    assert made.measures.conditions == ()
    assert made.score.not_scored == ""
    assert None not in made.score.parts.values()


@pytest.mark.parametrize(
    ("sound", "overlap", "kind"),
    [
        (NOISE, TwoVoices(), "other_voice"),
        (louder(NOISE, 60), None, "clipped"),
        (louder(NOISE, 0.01), None, "too_quiet"),
    ],
)
def test_what_is_amiss_with_a_recording_reaches_its_score(
    sound: Sound, overlap: OverlapDetector | None, kind: str
) -> None:
    made = heard(sound, overlap)
    (condition,) = made.measures.conditions
    assert condition.kind == kind
    assert made.score.not_scored == (
        f"{condition.told}. {condition.remedy}. Fillers and delivery are not scored."
    )
    assert (made.score.parts["fillers"], made.score.parts["delivery"]) == (None, None)


@pytest.mark.parametrize(
    ("sound", "words", "kind"),
    [
        (NOISE.part(0, 1), a_transcript("Yes."), "too_short"),
        (NOISE, a_transcript("", filled_pauses=(), speech=()), "no_speech"),
        (silence(20, 16_000), a_transcript("", filled_pauses=(), speech=()), "no_speech"),
    ],
)
def test_where_nobody_is_heard_that_is_all_that_is_told(
    sound: Sound, words: Transcript, kind: str
) -> None:
    made = heard(sound, words=words)
    (condition,) = made.measures.conditions
    assert condition.kind == kind
    (finding,) = made.score.findings
    assert finding.reason == f"{condition.told}. {condition.remedy}"
    assert made.score.total is not None
    assert made.score.total <= FLOOR


def test_the_built_in_set_has_such_questions() -> None:
    shelf = library.of((CHECKOUT / "question_sets",))
    questions = shelf.load(library.DEFAULT).questions
    assert any(question.section == LAST_IMPRESSION for question in questions)
