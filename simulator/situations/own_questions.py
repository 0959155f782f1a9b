"""The candidate's own questions: their topics, how they were put, what was left out. Pure."""

from collections.abc import Iterator

from simulator.archive import Answer, Session
from simulator.questions import Topic
from simulator.situations.model import Notice, Topics

MOST_LEFT_OUT = 3


def _exchanges(session: Session) -> Iterator[tuple[Answer, tuple[Answer, ...]]]:
    """The answers to questions at which the candidate is to ask, each with what followed."""
    for main in session.standing:
        exchange = main.question.exchange
        # Without a reply to everything it is a question that may be asked back, not a turn to ask.
        if exchange is not None and exchange.otherwise and main.assessment is not None:
            yield main, (main, *session.following(main.number))


def topics(session: Session) -> Topics | None:
    """Over all exchanges of the session; None where there was none."""
    known: dict[str, Topic] = {}
    about: set[str] = set()
    questions = 0
    for main, turns in _exchanges(session):
        exchange = main.question.exchange
        known |= {topic.id: topic for topic in (exchange.topics if exchange else ())}
        for turn in turns:
            asked = turn.assessment.asked if turn.assessment is not None else ()
            questions += len(asked)
            about |= {topic for one in asked for topic in one.topics}
    if not known:
        return None
    return Topics(
        covered=tuple(topic.label for topic in known.values() if topic.id in about),
        left_out=tuple(
            topic.label for topic in known.values() if topic.expected and topic.id not in about
        ),
        questions=questions,
    )


def about_own_questions(session: Session) -> Iterator[Notice]:
    """How single questions were put, and in one notice what nobody asked about."""
    for main, turns in _exchanges(session):
        exchange = main.question.exchange
        known = {topic.id: topic for topic in (exchange.topics if exchange else ())}
        for turn in turns:
            yield from _single(turn, known)
    asked = topics(session)
    exchanges = list(_exchanges(session))
    if asked is not None and asked.left_out and exchanges:
        some = ", ".join(label.lower() for label in asked.left_out[:MOST_LEFT_OUT])
        told = f"You did not ask about: {some}"
        if not asked.questions:
            told = "You asked nothing; it can look as if there were nothing you want to know"
        better = "Have five questions ready, and ask those that have not been answered yet."
        yield Notice("left-out", exchanges[0][0].number, told, better=better)


def _single(turn: Answer, known: dict[str, Topic]) -> Iterator[Notice]:
    for one in turn.assessment.asked if turn.assessment is not None else ():
        where = (turn.number, one.text, one.start_s)

        def notice(
            kind: str, told: str, better: str, where: tuple[int, str, float | None] = where
        ) -> Notice:
            number, text, at_s = where
            return Notice(kind, number, told, text, at_s, better)  # type: ignore[arg-type]

        topics_ = [known[topic] for topic in one.topics if topic in known]
        remarks = [topic.remark for topic in topics_ if topic.remark]
        if remarks:
            yield notice("remark", remarks[0].rstrip("."), "")
        elif any(topic.researchable for topic in topics_):
            better = "Say what you have read, and ask what it does not tell."
            yield notice("researchable", "Some reading before would have answered this", better)
        if one.leading:
            better = "Ask openly: how, what, which."
            yield notice("leading-question", "This question says the answer it wants", better)
        elif one.closed:
            better = "Begin with how or what, and you will hear more."
            yield notice("closed-question", "This can be answered with yes or no", better)
