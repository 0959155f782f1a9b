"""Pay that the candidate raised before the interviewer did. Pure."""

from collections.abc import Iterator

from simulator.archive import Session
from simulator.situations.as_read import telling_of
from simulator.situations.model import Notice
from simulator.situations.parts import asks_about_pay
from simulator.situations.quoting import shortened

TOLD = "You brought up pay before you were asked"
BETTER = "Wait until the interviewer raises it; then answer with a range and what it rests on."


def pay_raised_early(session: Session) -> Iterator[Notice]:
    """In any answer before the first question about pay; once an answer."""
    for answer in session.counting:
        if asks_about_pay(answer.question):
            return
        for one in telling_of(answer).raises_pay[:1]:
            yield Notice("pay-early", answer.number, TOLD, shortened(one.text), one.start_s, BETTER)
