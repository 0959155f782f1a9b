"""An answer that is assessed while it is recorded: as its file would be, and sooner."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.assessment import assess_sound
from simulator.assessment.engines import Engines, load
from simulator.assessment.following import Following, GrowingSound
from simulator.audio import SoundFileError, files, part_file
from simulator.audio.flac import write_flac
from simulator.judge import Claim, Standard, Told, Weighed
from simulator.judge.minilm import DIMENSIONS
from simulator.prosody import OverlapDetector, Voices
from simulator.sound import SPEECH_RATE_HZ, Sound, silence
from simulator.transcription import Hearing, Transcript, models
from tests.factories import a_question, a_talking_point, a_transcript
from tests.fakes import FAR, FakeJudge
from tests.spoken import spoken

RATE = SPEECH_RATE_HZ


QUESTION = a_question(
    talking_points=(a_talking_point("result", facts=()), a_talking_point("reasons", facts=()))
)


class CountingJudge:
    model = "none"

    def __init__(self) -> None:
        self.placed: set[str] = set()
        self.sentences: list[int] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros((len(texts), DIMENSIONS), np.float32)

    def standard(self, claim: Claim) -> Standard:
        self.placed |= {claim.label, *claim.examples, *claim.counter_examples}
        return Standard((), ())

    def weigh(self, claims: Sequence[Claim], sentences: Sequence[str]) -> tuple[Weighed, ...]:
        self.sentences.append(len(sentences))
        return (Weighed(-9.0, (-9.0,) * len(sentences), (FAR,) * len(sentences)),) * len(claims)

    def tell(self, text: str) -> Told:
        return FakeJudge().tell(text)


class CountingHearing:
    """A `Hearing` of a word a second, which counts how much it has been given."""

    def __init__(self) -> None:
        self.lengths_s: list[float] = []
        self.to_do = 1
        self.recognised_s = 0

    def ahead(self, sound: Sound) -> bool:
        self.lengths_s.append(sound.duration_s)
        self.to_do -= 1
        return self.to_do >= 0

    def so_far(self, sound: Sound) -> Transcript:
        return a_transcript("Word. " * self.recognised_s)

    def transcript(
        self, sound: Sound, progress: Callable[[float], None] | None = None
    ) -> Transcript:
        return a_transcript("word " * int(sound.duration_s))


class CountingRecogniser:
    model = "known"

    def __init__(self) -> None:
        self.followed = CountingHearing()
        self.whole: list[float] = []

    def transcribe(
        self,
        sound: Sound,
        *,
        language: str = "en",
        progress: Callable[[float], None] | None = None,
    ) -> Transcript:
        self.whole.append(sound.duration_s)
        return a_transcript("other " * int(sound.duration_s))

    def hearing(self, *, language: str = "en") -> Hearing:
        return self.followed


class TwoVoices:
    """Somebody speaks along for three of ten seconds."""

    def voices(self, sound: Sound) -> Voices:
        return Voices(speech_s=10.0, overlap_s=3.0)


class Answer:
    """A recording that a test lets go on, and whoever follows it."""

    def __init__(self, folder: Path, overlap: OverlapDetector | None = None) -> None:
        self.file = folder / "01.flac"
        self.recogniser = CountingRecogniser()
        self.judge = CountingJudge()
        engines = Engines(self.judge, self.recogniser, overlap=overlap)
        self.following = Following(self.file, QUESTION, engines)
        self.part = part_file.PartFile(self.file)

    def say(self, seconds: float) -> None:
        rng = np.random.default_rng(round(self.part.duration_s))
        self.part.write(rng.normal(0, 0.1, round(seconds * RATE)).clip(-1, 1).astype(np.float32))

    def until_idle(self) -> None:
        while self.following.ahead():
            pass

    def end(self) -> None:
        self.part.close()
        part_file.finish(self.part.path)


@pytest.mark.parametrize("other", [False, True], ids=["followed", "another sound"])
def test_another_voice_is_told_of_an_answer_that_was_followed(tmp_path: Path, other: bool) -> None:
    answer = Answer(tmp_path, TwoVoices())
    answer.say(20.0)
    answer.until_idle()
    answer.end()
    if other:
        write_flac(answer.file, Sound(np.full(20 * RATE, 0.01, np.float32), RATE))
    made = answer.following.finish()
    assert [condition.kind for condition in made.measures.conditions] == ["other_voice"]
    assert made.score.parts["delivery"] is None


@pytest.fixture
def answer(tmp_path: Path) -> Answer:
    return Answer(tmp_path)


def test_each_look_sees_all_that_is_recorded(answer: Answer) -> None:
    for seconds in (1.0, 0.0, 2.5):
        answer.say(seconds)
        answer.until_idle()
    assert sorted(set(answer.recogniser.followed.lengths_s)) == [1.0, 3.5]


def test_what_was_heard_on_the_way_is_all_that_is_needed(answer: Answer) -> None:
    answer.say(20.0)
    answer.following.ahead()
    answer.end()
    made = answer.following.finish()
    assert made.transcript.words[0].text == "word"
    assert len(made.transcript.words) == 20
    assert answer.recogniser.whole == []


def test_the_last_moment_is_read_from_the_finished_file(answer: Answer) -> None:
    answer.say(20.0)
    answer.following.ahead()
    answer.say(3.0)
    answer.end()
    assert len(answer.following.finish().transcript.words) == 23


def test_an_answer_that_nobody_looked_at_is_assessed_all_the_same(answer: Answer) -> None:
    answer.say(20.0)
    answer.end()
    assert len(answer.following.finish().transcript.words) == 20


def test_another_recording_under_that_name_is_assessed_anew(answer: Answer) -> None:
    answer.say(20.0)
    answer.following.ahead()
    answer.part.close()
    write_flac(answer.file, Sound(np.full(21 * RATE, 0.1, np.float32), RATE))
    assert answer.following.finish().transcript.words[0].text == "other"
    assert answer.recogniser.whole == [21.0]


def test_a_recording_that_is_gone_is_told(answer: Answer) -> None:
    answer.say(2.0)
    answer.following.ahead()
    answer.part.close()
    answer.part.path.unlink()
    answer.until_idle()
    with pytest.raises(SoundFileError, match=r"01\.flac"):
        answer.following.finish()


def test_what_is_recognised_is_assessed_once_while_the_speaker_goes_on(answer: Answer) -> None:
    answer.say(20.0)
    answer.until_idle()
    assert answer.judge.sentences == []
    for recognised_s in (12, 12, 30):
        answer.say(10.0)
        answer.recogniser.followed.recognised_s = recognised_s
        answer.until_idle()
    assert answer.judge.sentences == [12, 30]


def test_the_points_are_placed_before_a_word_is_recognised(answer: Answer) -> None:
    answer.say(0.5)
    answer.until_idle()
    assert {text for point in QUESTION.talking_points for text in point.examples} <= (
        answer.judge.placed
    )


def test_a_sound_grows_without_end(tmp_path: Path) -> None:
    sound = GrowingSound()
    rng = np.random.default_rng(1)
    blocks = [rng.normal(0, 0.1, n).astype(np.float32) for n in (10, 800_000, 400_000, 1_000_000)]
    for block in blocks:
        sound.append(block)
    whole = np.concatenate(blocks)
    assert np.array_equal(sound.so_far().samples, whole)
    assert sound.begins(Sound(np.append(whole, 0.5), RATE))
    assert not sound.begins(Sound(whole[:-1], RATE))
    assert not sound.begins(Sound(whole + np.float32(0.1), RATE))


@pytest.mark.slow
def test_followed_or_from_its_file_the_assessment_is_the_same(tmp_path: Path) -> None:
    """With the real engines; in words that a pause divides."""
    engines = load(
        models.find("tiny.en", pulled=tmp_path / "none", cache=tmp_path / "cache"), threads=1
    )
    pieces = [
        spoken("So, um, in March our planner left, and I took over the schedule within a week."),
        silence(0.9, RATE),
        spoken("There were eleven branches, and, uh, each of them had a form of its own."),
        silence(1.4, RATE),
        spoken("I called every manager, and somewhere between seventy and eighty of them agreed."),
        silence(0.8, RATE),
    ]
    said = np.concatenate([piece.samples for piece in pieces])
    file, question = tmp_path / "01.flac", a_question()
    part = part_file.PartFile(file)
    following = Following(file, question, engines)
    looked = 0
    for start in range(0, len(said), RATE // 2):
        part.write(said[start : start + RATE // 2])
        while following.ahead():
            looked += 1
    assert looked >= 3
    part.close()
    part_file.finish(part.path)
    assert following.finish() == assess_sound(
        files.read(file),
        question,
        recogniser=engines.recogniser,  # type: ignore[arg-type]
        judge=engines.judge,
        tracker=engines.tracker,
        overlap=engines.overlap,
    )
