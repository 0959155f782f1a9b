"""Leads an interview from greeting to goodbye, and keeps every answer as soon as it is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from simulator.archive import Answer, Session
from simulator.assessment import Assessor, Job, Pending
from simulator.errors import MockviewError
from simulator.interview import script
from simulator.interview.base import Candidate, Clock, Heard, Mouth, Screen, Shelf
from simulator.questions import Interviewer, Question
from simulator.voice import Utterance

WAIT_S = 0.2
PATIENCE_S = 5.0
"""How long the next question waits for feedback that was asked for after each answer."""
BEHIND = (
    "This computer transcribes more slowly than you speak. Just go on: "
    "nothing is lost, and the results come a little later, in order."
)


@dataclass(frozen=True, slots=True)
class Programme:
    """What is to be asked, and by whom. The first `asked_before` questions are not asked again."""

    session: Session
    questions: tuple[Question, ...]
    interviewers: tuple[Interviewer, ...]
    language: str = "en"
    feedback_each: bool = False
    asked_before: int = 0
    not_assessed: Mapping[int, Job] = field(default_factory=dict)
    """Answers of the session that are still to be assessed, by their numbers."""


class Conductor:
    """One interview; call `conduct` once."""

    def __init__(
        self,
        programme: Programme,
        *,
        mouth: Mouth,
        candidate: Candidate,
        assessor: Assessor,
        shelf: Shelf,
        screen: Screen,
        clock: Clock,
    ) -> None:
        self._programme = programme
        self._mouth = mouth
        self._candidate = candidate
        self._assessor = assessor
        self._shelf = shelf
        self._screen = screen
        self._clock = clock
        self._session = programme.session
        self._pending: dict[int, Pending] = {}  # by answer number
        self._owed: list[int] = []  # answers whose feedback is still to be shown
        self._told_behind = False

    def conduct(self) -> Session:
        """Asks, listens and keeps until the end or until the candidate stops.

        Whatever happens, Ctrl-C and errors included, the answers given so far are kept. Raises
        KeyboardInterrupt after keeping where Ctrl-C was pressed, and `MockviewError` where nothing
        can be recorded or kept.
        """
        self._shelf.create(self._session)
        try:
            ended_early = self._ask_all()
            self._finish(ended_early)
        except BaseException:
            self._keep(state="stopped")
            raise
        return self._session

    def _ask_all(self) -> bool:
        """Asks what is left to ask. True where the candidate stopped before the end."""
        questions = self._programme.questions
        already = self._programme.asked_before
        self._prepare(questions, already)
        self._catch_up()
        for utterance in script.greeting(self._programme.interviewers, len(questions) - already):
            self._mouth.say(utterance)
        for index in range(already, len(questions)):
            heard = self._ask(index)
            if heard.ending == "interrupt":
                raise KeyboardInterrupt
            if heard.ending == "quit":
                return True
        self._mouth.say(script.closing(self._programme.interviewers))
        return False

    def _catch_up(self) -> None:
        """Has those answers assessed that were given before an interruption and are not yet."""
        for number, job in self._programme.not_assessed.items():
            self._pending[number] = self._assessor.begin(job)

    def _prepare(self, questions: Sequence[Question], already: int) -> None:
        for utterance in script.greeting(self._programme.interviewers, len(questions) - already):
            self._mouth.prepare(utterance)
        for index in range(already, len(questions)):
            self._mouth.prepare(self._asking(index))
        self._mouth.prepare(script.closing(self._programme.interviewers))

    def _asking(self, index: int) -> Utterance:
        question = self._programme.questions[index]
        before = self._programme.questions[index - 1] if index else None
        return script.asking(question, before, self._asker(question))

    def _asker(self, question: Question) -> Interviewer:
        people = self._programme.interviewers
        return next((one for one in people if one.id == question.asked_by), people[0])

    def _ask(self, index: int) -> Heard:
        question, asked = self._programme.questions[index], self._asking(index)
        number = len(self._session.answers) + 1
        self._screen.question(index + 1, len(self._programme.questions), question)
        asked_at = self._clock.now()
        self._mouth.say(asked)
        file = self._shelf.new_sound_file(self._session, number, question.id)
        self._assessor.follow(Job(question, file=file, language=self._programme.language))
        heard = self._candidate.answer(question, asked, file)
        self._screen.listened(heard)
        if heard.recording is None and heard.text is None and heard.ending != "skip":
            return heard
        answer = Answer(
            number=number,
            question=question,
            asked_at=asked_at,
            state="skipped" if heard.ending == "skip" else "recorded",
            sound=None if heard.recording is None else heard.recording.file.name,
            take=1 + sum(before.question.id == question.id for before in self._session.answers),
            typed=heard.text is not None,
            lost="" if heard.recording is None else heard.recording.lost,
            note=heard.text or "",  # what was typed is safe before it is assessed
            typed_text=heard.text,
        )
        self._keep(answer)
        if answer.state == "recorded":
            self._assess(answer, heard)
        if answer.lost:
            self._screen.notice(f"{answer.lost} What you said until then is kept.")
        return heard

    def _assess(self, answer: Answer, heard: Heard) -> None:
        job = Job(
            answer.question,
            file=None if heard.recording is None else heard.recording.file,
            text=heard.text,
            language=self._programme.language,
        )
        self._collect()
        behind = bool(self._pending)
        self._pending[answer.number] = self._assessor.begin(job)
        if self._programme.feedback_each and heard.ending not in ("quit", "interrupt"):
            self._owed.append(answer.number)
            # A file that stands in for the microphone was never spoken while it was assessed.
            self._wait(None if heard.ending == "over" else PATIENCE_S)
            behind = bool(self._pending)
        if behind and heard.ending != "over" and not self._told_behind:
            self._told_behind = True
            self._screen.notice(BEHIND)

    def _collect(self) -> None:
        """Takes in the assessments that are done, without waiting."""
        for number in [number for number, pending in self._pending.items() if pending.done()]:
            self._take_in(number, self._pending.pop(number))

    def _wait(self, longest_s: float | None = None) -> None:
        """Waits for the assessments that are still being made, and shows how far they are."""
        waiting_for = len(self._pending)
        waited_s = 0.0
        while self._pending and (longest_s is None or waited_s < longest_s):
            self._screen.assessing(waiting_for - len(self._pending), waiting_for)
            number, pending = next(iter(self._pending.items()))
            try:
                pending.result(WAIT_S)
            except TimeoutError:
                waited_s += WAIT_S
                continue
            except MockviewError:
                pass  # `_take_in` notes it
            self._take_in(number, self._pending.pop(number))
        if waiting_for:
            self._screen.assessing(waiting_for, waiting_for)
        while self._owed and self._owed[0] not in self._pending:
            self._screen.feedback(self._session.answers[self._owed.pop(0) - 1])

    def _take_in(self, number: int, pending: Pending) -> None:
        answer = self._session.answers[number - 1]
        try:
            assessed = replace(answer, state="assessed", note="", assessment=pending.result(0))
        except MockviewError as error:
            assessed = replace(answer, state="failed", note=f"{error} {answer.note}".strip())
            self._screen.notice(str(error))
        self._keep(assessed)

    def _finish(self, ended_early: bool) -> None:
        self._wait()
        self._keep(state="stopped" if ended_early else "finished")

    def _keep(self, answer: Answer | None = None, state: str | None = None) -> None:
        """Puts the answer in its place (a new one at the end) and saves the session."""
        answers = list(self._session.answers)
        if answer is not None:
            answers[answer.number - 1 : answer.number] = [answer]
        self._session = replace(
            self._session,
            answers=tuple(answers),
            state=self._session.state if state is None else state,  # type: ignore[arg-type]
        )
        self._shelf.save(self._session)
