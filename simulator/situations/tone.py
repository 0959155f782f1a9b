"""Harsh sentences and a softer way to begin; hedges where confidence counts. Pure."""

from collections.abc import Iterator

from simulator.archive import Session
from simulator.measures.tone import blame, hedges
from simulator.situations.model import Notice
from simulator.situations.parts import situation_of
from simulator.situations.quoting import apart, quote, sentence_around

SOFTER = (
    'Begin softer: "You will have good reasons for how it is today. I wonder whether …"',
    'Begin softer: "What I noticed is …, and one thing that helped elsewhere was …"',
    'Begin softer: "It must have been hard under those conditions. What we could try is …"',
)
MOST_HARSH = 3
FEW_HEDGES = 1


def harsh(session: Session) -> Iterator[Notice]:
    """Sentences that blame, in any answer, quoted, each with another way to begin."""
    for answer in session.answers:
        if answer.assessment is None:
            continue
        words = answer.assessment.transcript.words
        found = apart(blame([word.text for word in words]))
        for span, softer in zip(found[:MOST_HARSH], SOFTER, strict=False):
            said = quote(words, sentence_around(words, span))
            told = "This can be heard as blame"
            yield Notice("harsh", answer.number, told, said.text, said.at_s, softer)


def hedged(session: Session) -> Iterator[Notice]:
    """Hedges in the last impression, beyond the one that anybody may have."""
    for answer in session.answers:
        if answer.assessment is None or situation_of(answer.question) != "last-impression":
            continue
        words = answer.assessment.transcript.words
        found = apart(hedges([word.text for word in words]))
        if len(found) > FEW_HEDGES:
            said = [quote(words, span) for span in found]
            quoted = ", ".join(one.text for one in said[:MOST_HARSH])
            told = "These words take back what you say"
            better = 'Say it plainly: "I bring …", "I want this job."'
            yield Notice("hedged", answer.number, told, quoted, said[0].at_s, better)
