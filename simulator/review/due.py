"""Which questions are due for practice: spaced repetition (FSRS) over what was answered so far.

A score becomes a rating by one rule, and FSRS, a scheduler in wide use, tells from the ratings how
well a question is still in hand today, and when it is due. What is told here is pure: the same
sessions at the same moment give the same list.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fsrs import Card, Rating, Scheduler

from simulator.archive import AnswerSummary, SessionSummary
from simulator.questions import Question

RATINGS = ((40, Rating.Again), (60, Rating.Hard), (80, Rating.Good))
"""Below 40 again, below 60 hard, below 80 good, from 80 easy (a convention: docs/practice.md)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one question stands. None for what was never answered."""

    question: Question
    last_score: int | None = None
    last_at: datetime | None = None
    due_at: datetime | None = None
    in_hand: float | None = None
    """FSRS's retrievability: 1 right after practice, less with time, and faster for weak ones."""

    @property
    def new(self) -> bool:
        return self.due_at is None


def rating(score: int | None) -> Rating:
    """The rating of an answer; of a question that was skipped (no score), again."""
    if score is None:
        return Rating.Again
    return next((rated for below, rated in RATINGS if score < below), Rating.Easy)


def standings(
    questions: Sequence[Question],
    summaries: Iterable[SessionSummary],
    *,
    set_id: str,
    now: datetime,
) -> tuple[Standing, ...]:
    """All questions, what to practise first on top.

    First those that are due, the one least in hand first: weak answers and long ones ago. Then
    those that were never answered, in the order of the set. Then the others, the next due first.
    """
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    answered: dict[str, tuple[Card, int | None, datetime]] = {}
    wanted = {question.id for question in questions}
    for at, answer in _in_time(one for one in summaries if one.set_id == set_id):
        if answer.question in wanted and answer.state in ("assessed", "skipped"):
            card = answered[answer.question][0] if answer.question in answered else Card(1)
            card, _ = scheduler.review_card(card, rating(answer.score), at.astimezone(UTC))
            answered[answer.question] = (card, answer.score, at)
    now = now.astimezone(UTC)
    found = [
        _standing(scheduler, question, answered.get(question.id), now) for question in questions
    ]
    return tuple(sorted(found, key=lambda one: _rank(one, now)))


def _in_time(summaries: Iterable[SessionSummary]) -> list[tuple[datetime, AnswerSummary]]:
    """All answers in the order they were given: a retake counts when it was, and not when the
    interview began that it belongs to."""
    given = [
        (answer.asked_at or summary.started_at, summary.id, number, answer)
        for summary in summaries
        for number, answer in enumerate(summary.answers)
    ]
    return [(at, answer) for at, _, _, answer in sorted(given, key=lambda one: one[:3])]


def is_due(standing: Standing, now: datetime) -> bool:
    return standing.due_at is not None and standing.due_at <= now


def _standing(
    scheduler: Scheduler,
    question: Question,
    answered: tuple[Card, int | None, datetime] | None,
    now: datetime,
) -> Standing:
    if answered is None:
        return Standing(question)
    card, score, at = answered
    in_hand = scheduler.get_card_retrievability(card, now)
    return Standing(question, score, at, card.due, round(float(in_hand), 6))


def _rank(standing: Standing, now: datetime) -> tuple[int, float, float]:
    if standing.due_at is None:
        return 1, 0.0, 0.0
    if standing.due_at <= now:
        score = 0 if standing.last_score is None else standing.last_score
        return 0, standing.in_hand or 0.0, float(score)
    return 2, standing.due_at.timestamp(), 0.0
