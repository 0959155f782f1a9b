"""Stand-ins for everything the conductor is handed. Each fulfils its Protocol (see the checks at
the end, which the type checker holds) and remembers what was asked of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from simulator.archive import Answer, Session, StoredSession
from simulator.assessment import Assessment, Assessor, Job, Pending
from simulator.audio import Level, LiveRecording, Loudspeaker, Microphone, Playback, Recording
from simulator.audio.base import RecordingState
from simulator.errors import MockviewError
from simulator.interview import Candidate, Clock, Heard, Moment, Mouth, Screen, Shelf
from simulator.judge import Claim, Deed, Judge, Likeness, PayAnswer, Standard, Told, Topic, Weighed
from simulator.judge.minilm import DIMENSIONS
from simulator.questions import Question
from simulator.sound import Sound
from simulator.terminal import Keyboard
from simulator.voice import Utterance, VoiceEngine
from tests.factories import an_assessment

START = datetime(2026, 11, 23, 14, 34, tzinfo=UTC)


class FakeClock:
    def __init__(self) -> None:
        self.passed_s = 0.0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.passed_s)

    def monotonic_s(self) -> float:
        return self.passed_s

    def sleep(self, duration_s: float) -> None:
        self.passed_s += duration_s


class FakeKeyboard:
    """Presses the given keys, one at each look; None lets the time go by."""

    def __init__(self, keys: Iterable[str | BaseException | None] = ()) -> None:
        self.keys = list(keys)
        self.looks = 0

    def key(self, wait_s: float) -> str | None:
        self.looks += 1
        if self.looks > 10_000:
            raise AssertionError("nobody ends this")
        key = self.keys.pop(0) if self.keys else None
        if isinstance(key, BaseException):
            raise key
        return key


class FakeScreen:
    def __init__(self) -> None:
        self.captions: list[str] = []
        self.questions: list[tuple[int, int, str]] = []
        self.moments: list[Moment] = []
        self.endings: list[str] = []
        self.notices: list[str] = []
        self.waits: list[tuple[int, int]] = []
        self.feedbacks: list[Answer] = []

    def caption(self, utterance: Utterance) -> None:
        self.captions.append(f"{utterance.speaker.name}: {utterance.text}")

    def question(self, number: int, of: int, question: Question) -> None:
        self.questions.append((number, of, question.id))

    def listening(self, moment: Moment) -> None:
        self.moments.append(moment)

    def listened(self, heard: Heard) -> None:
        self.endings.append(heard.ending)

    def notice(self, text: str) -> None:
        self.notices.append(text)

    def assessing(self, done: int, of: int) -> None:
        self.waits.append((done, of))

    def feedback(self, answer: Answer) -> None:
        self.feedbacks.append(answer)


class FakeMouth:
    def __init__(self, raises_at: int | None = None) -> None:
        self.prepared: list[Utterance] = []
        self.said: list[Utterance] = []
        self.raises_at = raises_at

    def prepare(self, utterance: Utterance) -> None:
        self.prepared.append(utterance)

    def say(self, utterance: Utterance) -> None:
        if len(self.said) == self.raises_at:
            raise KeyboardInterrupt
        self.said.append(utterance)


class FakeCandidate:
    """Gives the answers it is handed: a Heard, or something to raise."""

    def __init__(self, *answers: Callable[[Path], Heard] | BaseException) -> None:
        self.answers = list(answers)
        self.asked: list[Question] = []

    def answer(self, question: Question, asked: Utterance, file: Path) -> Heard:
        self.asked.append(question)
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer(file)


class FakePending:
    def __init__(self, outcome: Assessment | MockviewError, slow: int) -> None:
        self.outcome = outcome
        self.looks_needed = slow

    def done(self) -> bool:
        return self.looks_needed <= 0

    def result(self, wait_s: float | None = None) -> Assessment:
        if not self.done() and wait_s is not None:
            self.looks_needed -= 1
            raise TimeoutError
        if isinstance(self.outcome, MockviewError):
            raise self.outcome
        return self.outcome


class FakeAssessor:
    def __init__(
        self, outcomes: Sequence[Assessment | MockviewError] = (), *, slow: int = 0
    ) -> None:
        """Each assessment is waited for in vain `slow` times."""
        self.outcomes = list(outcomes)
        self.jobs: list[Job] = []
        self.followed: list[Job] = []
        self.slow = slow
        self.closed = False

    def follow(self, job: Job) -> None:
        self.followed.append(job)

    def begin(self, job: Job) -> FakePending:
        self.jobs.append(job)
        return FakePending(self.outcomes.pop(0) if self.outcomes else an_assessment(), self.slow)

    def close(self) -> None:
        self.closed = True


class FakeShelf:
    """Keeps every version of the session that it was handed."""

    def __init__(self, folder: Path = Path("/nowhere")) -> None:
        self.folder = folder
        self.kept: list[Session] = []

    def create(self, session: Session) -> StoredSession:
        return self.save(session)

    def save(self, session: Session) -> StoredSession:
        self.kept.append(session)
        return StoredSession(self.folder, session)

    def new_sound_file(self, session: Session, number: int, question_id: str) -> Path:
        return self.folder / f"{number:02d}-{question_id}.flac"


class FakeLive:
    """A recording whose state, level and silence a test sets; each look takes 0.1 s."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.now: RecordingState = "recording"
        self.calls: list[str] = []
        self.heard_anything = True
        self.silent_for_s = 0.0
        self.lost = ""
        self.loudness = Level(-20.0, -10.0)
        self._elapsed_s = 0.0

    @property
    def state(self) -> RecordingState:
        return self.now

    @property
    def elapsed_s(self) -> float:
        self._elapsed_s += 0.1
        return self._elapsed_s

    def level(self) -> Level:
        return self.loudness

    def pause(self) -> None:
        self.calls.append("pause")
        self.now = "paused"

    def resume(self) -> None:
        self.calls.append("resume")
        self.now = "recording"

    def stop(self) -> Recording:
        self.calls.append("stop")
        return Recording(self.file, self._elapsed_s, 16_000, lost=self.lost)

    def discard(self) -> None:
        self.calls.append("discard")


class FakeMicrophone:
    def __init__(self, prepare: Callable[[FakeLive], None] = lambda live: None) -> None:
        self.prepare = prepare
        self.lives: list[FakeLive] = []

    def record(self, file: Path) -> FakeLive:
        live = FakeLive(file)
        self.prepare(live)
        self.lives.append(live)
        return live


class FakePlayback:
    def __init__(self, looks: int) -> None:
        self.looks = looks
        self.stopped = False
        self.position_s = 0.0

    @property
    def done(self) -> bool:
        self.looks -= 1
        if self.looks < 0:
            self.position_s = float("inf")  # to its end
        return self.looks < 0

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def seek(self, position_s: float) -> None:
        self.position_s = position_s

    def stop(self) -> None:
        self.stopped = True


class FakeLoudspeaker:
    def __init__(self, error: MockviewError | None = None, looks: int = 3) -> None:
        self.error = error
        self.looks = looks
        self.played: list[Sound] = []
        self.playbacks: list[FakePlayback] = []

    def play(self, sound: Sound) -> FakePlayback:
        if self.error is not None:
            raise self.error
        self.played.append(sound)
        self.playbacks.append(FakePlayback(self.looks))
        return self.playbacks[-1]


class FakeVoice:
    name = "fake"
    version = "1"

    def __init__(self, error: MockviewError | None = None) -> None:
        self.error = error
        self.synthesised: list[str] = []

    def synthesise(self, utterance: Utterance) -> Sound:
        if self.error is not None:
            raise self.error
        self.synthesised.append(utterance.text)
        return Sound(np.full(len(utterance.text), 0.1, np.float32), 16_000)


FAR = Likeness(0.0, 0.0, 0.0, 0.0, 0.0)


class FakeJudge:
    """Knows for some deeds the words that do them, and is not sure of anything else."""

    model = "fake"

    def __init__(self, known: Mapping[Deed, str] | None = None, *, unsure: float = -0.2) -> None:
        self.unsure = unsure
        self.known = {deed: words.split() for deed, words in (known or {}).items()}
        self.asked: list[str] = []

    def weigh(self, claims: Sequence[Claim], sentences: Sequence[str]) -> tuple[Weighed, ...]:
        self.asked += [claim.text for claim in claims]
        return (Weighed(-3.0, (-3.0,) * len(sentences), (FAR,) * len(sentences)),) * len(claims)

    def standard(self, claim: Claim) -> Standard:
        return Standard((-1.0,) * len(claim.examples), (-3.0,) * len(claim.counter_examples))

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), DIMENSIONS), np.float32)
        rows[:, 0] = 1
        return rows

    def tell(self, text: str) -> Told:
        done = {
            deed: any(word in text for word in self.known.get(deed, ())) for deed in get_args(Deed)
        }
        return Told(
            {deed: 8.0 if does else self.unsure for deed, does in done.items()},
            dict.fromkeys(get_args(Topic), 1 / len(get_args(Topic))),
            dict.fromkeys(get_args(PayAnswer), 1 / len(get_args(PayAnswer))),
        )


def _every_fake_fulfils_its_contract() -> tuple[object, ...]:
    """Never called: the type checker reads it."""
    clock: Clock = FakeClock()
    keyboard: Keyboard = FakeKeyboard()
    screen: Screen = FakeScreen()
    mouth: Mouth = FakeMouth()
    candidate: Candidate = FakeCandidate()
    pending: Pending = FakePending(an_assessment(), slow=0)
    assessor: Assessor = FakeAssessor()
    shelf: Shelf = FakeShelf()
    live: LiveRecording = FakeLive(Path())
    microphone: Microphone = FakeMicrophone()
    playback: Playback = FakePlayback(1)
    loudspeaker: Loudspeaker = FakeLoudspeaker()
    voice: VoiceEngine = FakeVoice()
    judge: Judge = FakeJudge()
    return (
        clock, keyboard, screen, mouth, candidate, pending, assessor, shelf, live, microphone,
        playback, loudspeaker, voice, judge,
    )  # fmt: skip
