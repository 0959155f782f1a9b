"""Pay that the candidate raised before the interviewer did. Pure."""

from collections.abc import Iterator

from simulator.archive import Session
from simulator.measures.pay_raised import pay_raised
from simulator.situations.model import Notice
from simulator.situations.parts import asks_about_pay
from simulator.situations.quoting import quote, sentence_around

TOLD = "You brought up pay before you were asked"
BETTER = "Wait until the interviewer raises it; then answer with a range and what it rests on."


def pay_raised_early(session: Session) -> Iterator[Notice]:
    """In any answer before the first question about pay; once an answer."""
    for answer in session.counting:
        if asks_about_pay(answer.question):
            return
        if answer.assessment is None:
            continue
        words = answer.assessment.transcript.words
        raised = pay_raised([word.text for word in words])
        if raised:
            said = quote(words, sentence_around(words, raised[0]))
            yield Notice("pay-early", answer.number, TOLD, said.text, said.at_s, BETTER)
