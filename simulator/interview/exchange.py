"""The candidate asks and the interviewers reply: who says what. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence

from simulator.interview.lines import UNKNOWN, Lines
from simulator.measures import Asked
from simulator.questions import Exchange, Interviewer, Topic
from simulator.voice import Utterance

MOST_REPLIES = 4
"""To questions asked in one breath: nobody remembers more."""


class Replies:
    """The replies of one exchange; a topic asked about again gets the next of its replies."""

    def __init__(
        self, exchange: Exchange, asker: Interviewer, people: Sequence[Interviewer], lines: Lines
    ) -> None:
        self._exchange = exchange
        self._asker = asker
        self._people = {person.id: person for person in people}
        self._lines = lines
        self._given: Counter[str] = Counter()

    def possible(self) -> Iterator[Utterance]:
        """All that may be said, so that it can be made ready: what is most likely first."""
        for topic in self._exchange.topics:
            yield Utterance(topic.replies[0], self._replier(topic))
        if self._exchange.otherwise:
            yield Utterance(self._exchange.otherwise, self._asker)
        for text in self._exchange.more:
            yield Utterance(text, self._asker)

    def to(self, asked: Sequence[Asked]) -> tuple[Utterance, ...]:
        """What is replied to the questions of one breath; none where there is nothing to reply."""
        topics = {topic.id: topic for topic in self._exchange.topics}
        said: list[Utterance] = []
        replied: set[str] = set()
        for one in asked:
            about = [topics[topic] for topic in one.topics if topic in topics]
            new = [topic for topic in about if topic.id not in replied]
            said += [self._about(topic) for topic in new]
            replied |= {topic.id for topic in new}
            if not about:
                said += self._unknown(replied)
        return tuple(said[:MOST_REPLIES])

    def more(self) -> str | None:
        """What hands the word back, each once; None where the exchange has come to its end."""
        return self._lines.next(self._exchange.more)

    def _about(self, topic: Topic) -> Utterance:
        place = self._given[topic.id]
        self._given[topic.id] += 1
        if place < len(topic.replies):
            return Utterance(topic.replies[place], self._replier(topic))
        return Utterance("I think I have told you what I can about that.", self._replier(topic))

    def _unknown(self, replied: set[str]) -> list[Utterance]:
        """Once a breath, and only where the set has a reply for what it does not know."""
        if not self._exchange.otherwise or "" in replied:
            return []
        replied.add("")
        text = self._lines.next([self._exchange.otherwise, *UNKNOWN])
        return [] if text is None else [Utterance(self._lines.say(text), self._asker)]

    def _replier(self, topic: Topic) -> Interviewer:
        return self._people.get(topic.replied_by or "", self._asker)
