"""What the candidate asks in an answer to a question that invites it, with the words themselves."""

import re

from simulator.judge import Judge
from simulator.measures.model import Asked
from simulator.measures.topics import questions_asked
from simulator.questions import Question
from simulator.transcription import Transcript

_DONE = re.compile(
    r"\b(?:that|this|it)(?:'s| is| was| were| will be|'ll be) (?:really |about |just )?"
    r"(?:all|everything|it)\b|\bno (?:more|further|other) questions\b",
    re.IGNORECASE,
)
"""Words that end the asking, and look like it: "that was all that I wanted to know"."""
FEWEST_WORDS = 4


def asked(question: Question | None, transcript: Transcript, judge: Judge) -> tuple[Asked, ...]:
    """In the order of the answer; empty where the question is no exchange."""
    if question is None or question.exchange is None:
        return ()
    words = transcript.words
    exchange = question.exchange
    found = questions_asked(
        [word.text for word in words],
        exchange.topics,
        judge,
        only_questions=bool(exchange.otherwise),  # else what is asked is part of an answer
    )
    return tuple(
        Asked(
            text,
            words[one.span[0]].start_s,
            words[one.span[1] - 1].end_s,
            one.topics,
            one.closed,
            one.leading,
        )
        for one in found
        if not _is_done(text := " ".join(word.text for word in words[slice(*one.span)]))
    )


def _is_done(text: str) -> bool:
    """Not where something is asked all the same: "Is that all?"; a word or three without a question
    mark ("Thank you, yes.") ask nothing either."""
    if text.endswith("?"):
        return False
    return len(text.split()) < FEWEST_WORDS or _DONE.search(text.replace("\u2019", "'")) is not None
