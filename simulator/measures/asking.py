"""What the candidate asks in an answer, each question with the topics that it is about."""

import re

import numpy as np

from simulator.judge import Judge
from simulator.measures import facts
from simulator.measures.model import Asked
from simulator.questions import Question
from simulator.transcription import Transcript

NEAR = 0.5


def asked(question: Question | None, transcript: Transcript, judge: Judge) -> tuple[Asked, ...]:
    """In the order of the answer; empty where the question is no exchange."""
    if question is None or question.exchange is None:
        return ()
    words = transcript.words
    found = []
    first = 0
    topics = question.exchange.topics
    for last, word in enumerate(words, start=1):
        if not re.search(r"[.?!]$", word.text) and last < len(words):
            continue
        said = words[first:last]
        if facts.asks_question([one.text for one in said]) is not None:
            text = " ".join(one.text for one in said)
            row = judge.embed([text])[0]
            near = [float(np.max(judge.embed(topic.examples) @ row)) for topic in topics]
            best = int(np.argmax(near))
            about = (topics[best].id,) if near[best] >= NEAR else ()
            found.append(Asked(text, said[0].start_s, said[-1].end_s, about))
        first = last
    return tuple(found)
