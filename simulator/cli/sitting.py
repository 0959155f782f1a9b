"""How an interview is sat: voice, ears, answers, screen and archive, wired for one command."""

import sys
from abc import ABC, abstractmethod
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.archive import StoredSession
from simulator.cli import stage
from simulator.cli.answering import kept_advice
from simulator.cli.clock import SystemClock
from simulator.cli.surroundings import Surroundings
from simulator.questions import QuestionSet, library, samples

if TYPE_CHECKING:
    from simulator.audio import Microphone
    from simulator.interview import Candidate, Programme, Shelf
    from simulator.interview.speaking import Speaking
    from simulator.interview.standing_in import Script


class Sitting(ABC):
    """One interview's wiring; everything that is opened closes with `stack`.

    What is asked in it, and how it is kept, each command says in a class of its own.
    """

    def __init__(
        self,
        surroundings: Surroundings,
        flags: dict[str, Any],
        given: Sequence[str],
        keyboard: Any,
        stack: ExitStack,
    ) -> None:
        self._around = surroundings
        self._flags = flags
        self._given = given
        self._keyboard = keyboard
        self._stack = stack

    def conduct(self) -> StoredSession:
        from simulator.assessment.process import ProcessAssessor
        from simulator.cli.screen import KEYS, TerminalScreen
        from simulator.cli.standards import own_at
        from simulator.interview import Conductor
        from simulator.interview.typing import COMMANDS
        from simulator.review.printing import console

        flags, around = self._flags, self._around
        shelf = around.question_sets()
        with ThreadPoolExecutor(thread_name_prefix="start") as meanwhile:
            voice = meanwhile.submit(stage.voice, around)
            meanwhile.submit(stage.wake_sound)
            found = None if flags["typed"] else meanwhile.submit(around.speech_model)
            question_set = self._question_set(shelf)
        model = None if found is None else found.result()
        engine, about_voice = voice.result()

        def texts(file: str | None) -> samples.Samples:
            if file is None:
                return shelf.samples(flags["set_name"])
            return samples.read(Path(file), self._known(shelf, question_set))

        typed = stage.script(self._given, texts) if flags["typed"] and self._given else None
        answers = stage.answers(() if typed else self._given, around, texts, engine)
        programme = self._programme(question_set, answers.count)
        screen = TerminalScreen(
            console(sys.stderr if flags["as_json"] else sys.stdout),
            keys=COMMANDS if flags["typed"] else KEYS,
            scores=not around.settings.hide_scores,
        )
        self._stack.callback(screen.close)
        microphone = None if flags["typed"] else answers.spoken(programme.questions)
        # Recordings and scripts are not kept waiting by a voice that nobody listens to.
        silent = bool(self._given) and flags["no_input"]
        speaker = stage.loudspeaker(around, screen, silent=silent)
        speaking = stage.mouth(engine, speaker, self._keyboard, screen, self._stack)
        standards = own_at(around, SystemClock().now())
        programme = replace(programme, standards=standards)
        assessor = ProcessAssessor(
            model, standards=standards, beside=True,
            advice=kept_advice(around, programme.session.id),
        )  # fmt: skip
        self._stack.callback(assessor.close)
        screen.notice(about_voice)
        candidate = self._candidate(answers, microphone, typed, screen, speaking)
        with around.archive.hold(programme.session.id, sitting=True):
            done = Conductor(
                programme, mouth=speaking, candidate=candidate, assessor=assessor,
                shelf=self._keeping(programme), screen=screen, clock=SystemClock(),
            ).conduct()  # fmt: skip
            return around.archive.load(done.id)

    @abstractmethod
    def _question_set(self, shelf: library.Library) -> QuestionSet:
        """The questions to ask from."""

    def _known(self, shelf: library.Library, question_set: QuestionSet) -> list[str]:  # noqa: ARG002
        """The ids of the questions that a file of sample answers may be for."""
        return [question.id for question in question_set.questions]

    @abstractmethod
    def _programme(self, question_set: QuestionSet, answers: int | None) -> "Programme":
        """What is to be asked; `answers` is how many there are, where that is known."""

    @abstractmethod
    def _keeping(self, programme: "Programme") -> "Shelf":
        """Where it is kept while it goes on."""

    def _candidate(
        self,
        answers: stage.Answers,
        microphone: "Microphone | None",
        typed: "Script | None",
        screen: Any,
        speaking: "Speaking",
    ) -> "Candidate":
        from simulator.interview.steady import SteadyCandidate
        from simulator.interview.typing import COMMANDS
        from simulator.terminal import NoKeyboard

        flags = self._flags
        if microphone is None:
            if typed is None:
                screen.notice(COMMANDS)
            return stage.typing_candidate(speaking, typed)
        candidate = stage.candidate(
            microphone, self._keyboard, screen, speaking,
            auto_stop_s=flags["auto_stop"], keys=not flags["no_input"],
            line_up=answers.line_up,
        )  # fmt: skip
        if not answers.live or isinstance(self._keyboard, NoKeyboard):
            return candidate
        ways = stage.OtherWays(self._keyboard, screen, speaking, flags["auto_stop"])
        return SteadyCandidate(candidate, ways, self._keyboard, screen)
