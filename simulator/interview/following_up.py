"""What follows from an answer: replies to what was asked, follow-ups, a reaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from simulator.archive import Answer, Said, Session, reply_question
from simulator.assessment import Assessment
from simulator.interview import following
from simulator.interview.base import Clock, Ending, Mouth
from simulator.interview.exchange import Replies
from simulator.interview.lines import Lines, Reaction
from simulator.interview.programme import Programme
from simulator.questions import Exchange, Question
from simulator.voice import Utterance

STOPS = ("quit", "interrupt")
"""Endings after which nothing more is asked."""


class Floor(Protocol):
    """What the conductor does for it."""

    @property
    def session(self) -> Session: ...

    def put(
        self,
        question: Question,
        asked: Utterance,
        *,
        follows: int | None = None,
        ready: Iterable[Utterance] = (),
    ) -> Ending:
        """Asks, listens, keeps, and hands what was said to the assessor."""

    def wait(self) -> None:
        """Until everything that was said is assessed and taken in, or nobody should wait longer:
        an answer that has no assessment then is not followed up."""

    def keep(self, answer: Answer) -> None:
        """Puts the answer in its place and saves the session."""


class FollowingUp:
    """One interview's; it remembers what has been said, so that nothing is said twice."""

    def __init__(self, programme: Programme, floor: Floor, mouth: Mouth, clock: Clock) -> None:
        self._programme = programme
        self._floor = floor
        self._mouth = mouth
        self._clock = clock
        self._lines = Lines(programme.session.seed)

    def recall(self, question: Question) -> None:
        """Comes back to a point that an earlier answer made, where the set has words for it."""
        made = {
            (answer.question.id, point.point)
            for answer in self._floor.session.standing
            if answer.assessment is not None
            for point in answer.assessment.coverage
            if point.verdict == "covered"
        }
        for recall in question.recalls:
            if (recall.question, recall.point) in made:
                words = Utterance(self._lines.say(recall.say), self._programme.asker(question))
                self._mouth.say(words)
                return  # one is enough

    def what_may_follow(self, question: Question) -> Iterator[Utterance]:
        """Everything that may be said after an answer, the likeliest first."""
        asker = self._programme.asker(question)
        for kind in following.possible_reactions(question):
            line = self._lines.reaction(kind, asker)
            if line is not None:
                yield Utterance(line, asker)
        for ask in following.possible_asks(question, self._lines):
            yield Utterance(ask, asker)
        if question.exchange is not None:
            yield from self._replies(question, question.exchange).possible()

    def follow(self, number: int) -> Ending:
        """All that follows from answer `number`, until the next question may be asked."""
        self._floor.wait()
        question = self._answer(number).question
        ending: Ending = "enter"
        if question.exchange is not None:
            ending = self._converse(number, question, question.exchange)
        if ending not in STOPS:
            ending = self._follow_up(number, question)
        if ending not in STOPS:
            self._react(number, question)
        return ending

    def _converse(self, number: int, question: Question, exchange: Exchange) -> Ending:
        """Replies, and hands the word back, until nothing is asked or the time is over."""
        replies = self._replies(question, exchange)
        began_s = self._clock.monotonic_s()
        latest = number
        while True:
            made = self._answer(latest).assessment
            said = () if made is None else replies.to(made.asked)
            self._say_after(latest, said)
            more = replies.more()
            late = self._clock.monotonic_s() - began_s >= exchange.time_s
            if not said or late or more is None:
                return "enter"
            ending = self._reply(number, question, more)
            if ending in STOPS or len(self._floor.session.answers) == latest:
                return ending
            latest = len(self._floor.session.answers)

    def _follow_up(self, number: int, question: Question) -> Ending:
        turns = self._assessed(self._following(number))
        asked: list[int] = []
        while (main := self._answer(number).assessment) is not None:
            replies = self._assessed(asked)
            if len(replies) < len(asked):  # one was skipped, or could not be assessed
                break
            wanted = following.next_ask(question, main, replies, self._lines, turns)
            if wanted is None:
                break
            before = len(self._floor.session.answers)
            ending = self._reply(number, question, wanted.ask)
            if ending in STOPS or len(self._floor.session.answers) == before:
                return ending
            asked.append(before + 1)
            if wanted.last:
                break
        return "enter"

    def _reply(self, number: int, question: Question, ask: str) -> Ending:
        """Asks what follows from answer `number`, and waits for what the reply brings."""
        asked = reply_question(self._floor.session, self._answer(number), ask)
        said = Utterance(self._lines.say(ask), self._programme.asker(question))
        ending = self._floor.put(asked, said, follows=number)
        if ending not in STOPS:
            self._floor.wait()
        return ending

    def _react(self, number: int, question: Question) -> None:
        main = self._answer(number)
        kind: Reaction = "passed" if main.state == "skipped" else "some"
        if main.assessment is not None:
            replies = self._assessed(self._following(number))
            kind = following.reaction_to(question, main.assessment, replies)
        asker = self._programme.asker(question)
        line = self._lines.reaction(kind, asker)
        if line is not None:
            said = Utterance(self._lines.say(line), asker)
            self._say_after(len(self._floor.session.answers), [said])

    def _say_after(self, number: int, said: Sequence[Utterance]) -> None:
        """Says it, and keeps with the answer that it was said."""
        if not said:
            return
        for utterance in said:
            self._mouth.say(utterance)
        answer = self._answer(number)
        more = tuple(Said(one.speaker.id, one.text) for one in said)
        self._floor.keep(replace(answer, said_after=answer.said_after + more))

    def _replies(self, question: Question, exchange: Exchange) -> Replies:
        people = self._programme.interviewers
        return Replies(exchange, self._programme.asker(question), people, self._lines)

    def _answer(self, number: int) -> Answer:
        return self._floor.session.answer(number)

    def _following(self, number: int) -> list[int]:
        return [one.number for one in self._floor.session.answers if one.follows == number]

    def _assessed(self, numbers: Sequence[int]) -> list[Assessment]:
        made = (self._answer(number).assessment for number in numbers)
        return [one for one in made if one is not None]
