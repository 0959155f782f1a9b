"""What the interviewers say besides the questions."""

from collections.abc import Sequence

from simulator.questions import Interviewer, Question
from simulator.voice import Utterance

MINUTES_A_QUESTION = 2.5


def greeting(interviewers: Sequence[Interviewer], questions: int) -> list[Utterance]:
    """Everybody says who they are, the first one what will happen."""
    first, *others = interviewers
    minutes = max(2, round(questions * MINUTES_A_QUESTION))
    company = f" With me is {others[0].name}, {others[0].title}." if others else ""
    plan = (
        "There is one question today."
        if questions == 1
        else f"We have {in_words(questions)} questions, about {in_words(minutes)} minutes."
    )
    welcome = f"Hello, and thank you for coming back. I'm {first.name}, {first.title}."
    lines = [Utterance(f"{welcome}{company} {plan}", first)]
    lines += [
        Utterance(f"Hello, I'm {person.name}. Good to meet you.", person) for person in others
    ]
    return lines


def transition(
    question: Question, before: Question | None, asker: Interviewer, *, thanked: bool = False
) -> str:
    """The words before a question: none at first, a thank-you where the interviewer changes.

    `thanked`: somebody has reacted to the answer before already.
    """
    if before is None:
        return "Let's begin."
    if question.asked_by != before.asked_by:
        return f"{asker.name} here, I'd like to go on."
    same = question.section == before.section
    if thanked:
        return "" if same else "Let's move on."
    return "Thank you." if same else "Thank you. Let's move on."


def asking(
    question: Question, before: Question | None, asker: Interviewer, *, thanked: bool = False
) -> Utterance:
    """The whole of what is said to ask a question."""
    words = transition(question, before, asker, thanked=thanked)
    return Utterance(f"{words} {question.ask}".strip(), asker)


def closing(interviewers: Sequence[Interviewer]) -> Utterance:
    first = interviewers[0]
    everyone = "both of us" if len(interviewers) > 1 else "me"
    return Utterance(
        f"That was all from {everyone}. Thank you for your time today. You will hear from us soon.",
        first,
    )


SMALL_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)


def in_words(number: int) -> str:
    return SMALL_NUMBERS[number] if number < len(SMALL_NUMBERS) else str(number)
