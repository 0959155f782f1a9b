"""Harsh sentences and a softer way to begin; hedges where confidence counts. Pure."""

from collections.abc import Iterator

from simulator.archive import Session
from simulator.measures.hedges import hedges
from simulator.questions import is_last_impression
from simulator.scoring.last_impression import HEDGES_FREE
from simulator.situations.as_read import telling_of
from simulator.situations.model import Notice
from simulator.situations.quoting import apart, quote, shortened

TOLD = "This can be heard as blame"
MOST_HARSH = 3


def harsh(session: Session) -> Iterator[Notice]:
    """Sentences that blame, in any answer, quoted, each with another way to begin."""
    for answer in session.counting:
        for one in telling_of(answer).harsh[:MOST_HARSH]:
            better = f"Begin softer: “{one.softer}”"
            yield Notice("harsh", answer.number, TOLD, shortened(one.text), one.start_s, better)


def hedged(session: Session) -> Iterator[Notice]:
    """Hedges in the last impression, beyond the one that anybody may have."""
    for answer in session.counting:
        if answer.assessment is None or not is_last_impression(answer.question):
            continue
        words = answer.assessment.transcript.words
        found = apart(hedges([word.text for word in words]))
        if len(found) > HEDGES_FREE:
            said = [quote(words, span) for span in found]
            quoted = ", ".join(one.text for one in said[:MOST_HARSH])
            told = "These words take back what you say"
            better = 'Say it plainly: "I bring …", "I want this job."'
            yield Notice("hedged", answer.number, told, quoted, said[0].at_s, better)
