"""What to ask after an answer, by the rules of the set. Pure: same answers, same follow-ups."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from simulator.assessment import Assessment
from simulator.interview.lacking import lacking
from simulator.interview.lines import USUAL_FOLLOW_UPS, Lines, Reaction
from simulator.questions import FollowUp, Question
from simulator.questions.model import AnswerCondition

MOST_FOLLOW_UPS = 2
HEAVY = 2.0
"""A point of at least this weight is worth a second follow-up."""
WORTH_ASKING_AGAIN: Set[AnswerCondition] = frozenset({"no-result", "no-figure"})
MOSTLY = 0.6
"""The share of the talking points, by weight, that makes an answer a full one."""
OF_STORIES: tuple[AnswerCondition, ...] = ("no-example", "no-result")


@dataclass(frozen=True, slots=True)
class NextAsk:
    """A follow-up to ask. A `last` one is the helping hand: after it the interview moves on."""

    ask: str
    last: bool = False


def next_ask(
    question: Question,
    main: Assessment,
    replies: Sequence[Assessment],
    lines: Lines,
    turns: Sequence[Assessment] = (),
) -> NextAsk | None:
    """The next follow-up, None where the interview moves on.

    `main` has what earlier `replies` brought; `turns` are the further turns of an exchange. "I
    don't know" gets one helping hand and no more, and where a reply is one, it is left there. What
    the set says comes first, the heaviest point first; a second follow-up is for what weighs double
    and for an open end.
    """
    if len(replies) >= MOST_FOLLOW_UPS:
        return None
    lacks = lacking(question, main, (*turns, *replies))
    if replies and question.is_about_pay and "no-figure" in lacks:
        return None  # pressed once is enough
    if replies and "no-answer" in lacking(question, replies[-1], ()):
        return None
    if "no-answer" in lacks:
        return None if replies else _helping_hand(question, lines)
    missed = {point.point for point in main.coverage if point.verdict == "not_found"}
    weights = {point.point: point.weight for point in main.coverage}
    for ask, worth_again in _calling(question, missed, lacks, weights, lines):
        if (worth_again or not replies) and lines.next([ask]):
            return NextAsk(ask)
    return None


def _helping_hand(question: Question, lines: Lines) -> NextAsk | None:
    own = [item.ask for item in question.follow_ups if item.answer == "no-answer"]
    ask = lines.next(own) or lines.next(USUAL_FOLLOW_UPS["no-answer"], shuffled=True)
    return None if ask is None else NextAsk(ask, last=True)


def _calling(
    question: Question,
    missed: Set[str],
    lacks: Set[AnswerCondition],
    weights: dict[str, float],
    lines: Lines,
) -> Iterator[tuple[str, bool]]:
    """The follow-ups that are called for, most wanted first, and whether each is worth being the
    second."""

    def weight(item: FollowUp) -> float:
        return HEAVY if item.missed is None else weights.get(item.missed, 1.0)

    usual = () if question.exchange is not None else usual_conditions(question)
    if "no-example" in usual and "no-example" in lacks:  # nothing else makes sense without one
        yield from _usual("no-example", lines)
    for item in sorted(question.follow_ups, key=lambda item: -weight(item)):
        holds = (item.missed is None or item.missed in missed) and (
            item.answer is None or item.answer in lacks
        )
        if holds and item.answer != "no-answer":
            again = item.answer in WORTH_ASKING_AGAIN if item.answer else weight(item) >= HEAVY
            yield item.ask, again
    for condition in usual:
        if condition in lacks:
            yield from _usual(condition, lines)


def _usual(condition: AnswerCondition, lines: Lines) -> Iterator[tuple[str, bool]]:
    ask = lines.next(USUAL_FOLLOW_UPS[condition], shuffled=True)
    if ask is not None:
        yield ask, False


def usual_conditions(question: Question) -> tuple[AnswerCondition, ...]:
    """The conditions that have a usual follow-up where the set has none of its own for it."""
    own = {item.answer for item in question.follow_ups}
    wanted: tuple[AnswerCondition, ...] = (*OF_STORIES, "vague") if question.behavioural else ()
    return tuple(condition for condition in (*wanted, "short") if condition not in own)


def possible_asks(question: Question, lines: Lines) -> Iterator[str]:
    """All that may be asked after a question, so that it can be made ready."""
    yield from (item.ask for item in question.follow_ups)
    for condition in ("no-answer", *usual_conditions(question)):
        ask = lines.next(USUAL_FOLLOW_UPS[condition], shuffled=True)
        if ask is not None:
            yield ask


def reaction_to(question: Question, main: Assessment, replies: Sequence[Assessment]) -> Reaction:
    """How an answer, with all its replies, is met."""
    if question.exchange is not None and question.exchange.otherwise:
        return "asked" if any(one.asked for one in (main, *replies)) else "asked-nothing"
    if "no-answer" in lacking(question, main, replies):
        return "passed"
    weight = sum(point.weight for point in main.coverage)
    made = sum(point.weight for point in main.coverage if point.verdict == "covered")
    return "full" if weight and made / weight >= MOSTLY else "some"


def possible_reactions(question: Question) -> tuple[Reaction, ...]:
    """The likeliest first."""
    if question.exchange is not None and question.exchange.otherwise:
        return ("asked", "asked-nothing", "passed")
    return ("some", "full", "passed")
