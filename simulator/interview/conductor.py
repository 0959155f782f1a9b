"""Leads an interview from greeting to goodbye, and keeps every answer as soon as it is given."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from simulator.archive import Answer, Session, replies_to
from simulator.assessment import Assessor, Job, Pending, as_reply, with_replies
from simulator.errors import MockviewError
from simulator.interview import script
from simulator.interview.base import (
    Candidate,
    Clock,
    Ending,
    Heard,
    Mouth,
    Screen,
    Shelf,
)
from simulator.interview.following_up import STOPS, FollowingUp
from simulator.interview.programme import Programme
from simulator.questions import Question
from simulator.voice import Utterance

WAIT_S = 0.2
PATIENCE_S = 5.0
"""How long the interview waits for an assessment: for what follows from an answer, and for feedback
that was asked for after each one."""
BEHIND = (
    "This computer transcribes more slowly than you speak. Just go on: "
    "nothing is lost, and the results come a little later, in order."
)
SOUND_MISSED = (
    "This computer was too busy to record all of that answer: a moment of it, or more, is missing. "
    "Closing other programs helps."
)


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
        self._patience_s: float | None = PATIENCE_S
        self._told_behind = False
        self._following = (
            FollowingUp(programme, self, mouth, clock) if programme.follow_ups else None
        )

    @property
    def session(self) -> Session:
        """As it stands."""
        return self._session

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
            self.keep(state="stopped")
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
            ending = self._ask(index)
            if ending == "interrupt":
                raise KeyboardInterrupt
            if ending == "quit":
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
        thanked = self._programme.follow_ups
        return script.asking(question, before, self._programme.asker(question), thanked=thanked)

    def _ask(self, index: int) -> Ending:
        """One question of the plan, with all that follows from the answer."""
        question = self._programme.questions[index]
        self._screen.question(index + 1, len(self._programme.questions), question)
        number = len(self._session.answers) + 1
        if self._following is None:
            ending = self.put(question, self._asking(index))
        else:
            self._following.recall(question)
            ready = self._following.what_may_follow(question)
            ending = self.put(question, self._asking(index), ready=ready)
            if ending not in STOPS and self._has(number):
                ending = self._following.follow(number)
        if self._programme.feedback_each and ending not in STOPS and self._has(number):
            if self._session.answer(number).state != "skipped":
                self._owed.append(number)
            self.wait()
        else:
            self._collect()
        return ending

    def put(
        self,
        question: Question,
        asked: Utterance,
        *,
        follows: int | None = None,
        ready: Iterable[Utterance] = (),
    ) -> Ending:
        """Asks, listens, keeps, and hands what was said to the assessor.

        What is to be `ready` when the answer is over is made while the candidate speaks.
        """
        number = len(self._session.answers) + 1
        asked_at = self._clock.now()
        self._mouth.say(asked)
        for utterance in ready:
            self._mouth.prepare(utterance)
        file = self._shelf.new_sound_file(self._session, number, question.id)
        self._assessor.follow(Job(question, file=file, language=self._programme.language))
        heard = self._candidate.answer(question, asked, file)
        self._screen.listened(heard)
        if heard.recording is None and heard.text is None and heard.ending != "skip":
            return heard.ending
        answer = Answer(
            number=number,
            question=question,
            asked_at=asked_at,
            state="skipped" if heard.ending == "skip" else "recorded",
            sound=None if heard.recording is None else heard.recording.file.name,
            take=1 + sum(before.question.id == question.id for before in self._session.answers),
            typed=heard.text is not None,
            lost="" if heard.recording is None else heard.recording.lost,
            typed_text=heard.text,  # safe before it is assessed
            follows=follows,
        )
        self.keep(answer)
        if answer.state == "recorded":
            self._assess(answer, heard)
        if answer.lost:
            self._screen.notice(f"{answer.lost} What you said until then is kept.")
        if heard.recording is not None and heard.recording.overflows:
            self._screen.notice(SOUND_MISSED)
        return heard.ending

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
        # Only a voice is slow to assess, and only one that speaks now waits for what follows: a
        # file that stands in for the microphone was never spoken while it was assessed.
        hurried = heard.text is None and heard.ending != "over"
        self._patience_s = PATIENCE_S if hurried else None
        if behind:
            self._tell_behind()

    def _tell_behind(self) -> None:
        if self._patience_s is not None and not self._told_behind:
            self._told_behind = True
            self._screen.notice(BEHIND)

    def _has(self, number: int) -> bool:
        return len(self._session.answers) >= number

    def _collect(self) -> None:
        """Takes in the assessments that are done, without waiting."""
        for number in [number for number, pending in self._pending.items() if pending.done()]:
            self._take_in(number, self._pending.pop(number))

    def wait(self, *, to_the_end: bool = False) -> None:
        """Waits for the assessments that are still being made, and shows how far they are.

        Unless `to_the_end`, no longer than somebody should wait who has just spoken: where
        recognition is behind, the interview goes on without.
        """
        longest_s = None if to_the_end else self._patience_s
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
        if self._pending:
            self._tell_behind()
        self._show_owed()

    def _show_owed(self) -> None:
        """Feedback in the order of the answers, each as soon as all that it counts is there."""
        while self._owed:
            number = self._owed[0]
            all_of_it = {number, *(one.number for one in self._session.following(number))}
            if not all_of_it.isdisjoint(self._pending):
                return
            self._screen.feedback(self._session.answer(self._owed.pop(0)))

    def _take_in(self, number: int, pending: Pending) -> None:
        answer = self._session.answer(number)
        try:
            made = pending.result(0)
            if answer.follows is not None:
                made = as_reply(made, answer.follows)
            else:  # replies to it that were assessed first, after an interruption
                made = with_replies(
                    made,
                    replies_to(self._session, answer),
                    question=answer.question,
                    standards=self._programme.standards,
                )
            assessed = replace(answer, state="assessed", note="", assessment=made)
        except MockviewError as error:
            assessed = replace(answer, state="failed", note=str(error))
            self._screen.notice(str(error))
        self.keep(assessed)
        if assessed.follows is not None and assessed.assessment is not None:
            self._count_in(assessed, assessed.follows)

    def _count_in(self, reply: Answer, number: int) -> None:
        """What a reply brings counts with the answer that called for it."""
        main = self._session.answer(number)
        if main.assessment is None or reply.assessment is None:
            return
        counted = with_replies(
            main.assessment,
            replies_to(self._session, main),
            question=main.question,
            standards=self._programme.standards,
        )
        self.keep(replace(main, assessment=counted))

    def _finish(self, ended_early: bool) -> None:
        self.wait(to_the_end=True)
        self.keep(state="stopped" if ended_early else "finished")

    def keep(self, answer: Answer | None = None, state: str | None = None) -> None:
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
