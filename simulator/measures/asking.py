"""What the candidate asks in an answer to a question that invites it, with the words themselves."""

from simulator.judge import Judge
from simulator.measures.model import Asked
from simulator.measures.topics import questions_asked
from simulator.questions import Question
from simulator.transcription import Transcript


def asked(question: Question | None, transcript: Transcript, judge: Judge) -> tuple[Asked, ...]:
    """In the order of the answer; empty where the question is no exchange."""
    if question is None or question.exchange is None:
        return ()
    words = transcript.words
    found = questions_asked([word.text for word in words], question.exchange.topics, judge)
    return tuple(
        Asked(
            " ".join(word.text for word in words[one.span[0] : one.span[1]]),
            words[one.span[0]].start_s,
            words[one.span[1] - 1].end_s,
            one.topics,
            one.closed,
            one.leading,
        )
        for one in found
    )
