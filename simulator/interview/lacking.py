"""What an answer as a whole lacks: the conditions that follow-ups can name. Pure."""

from collections.abc import Sequence, Set

from simulator.assessment import Assessment
from simulator.measures.facts import number
from simulator.measures.pay import pay_stated
from simulator.measures.story import story_parts
from simulator.questions import Question
from simulator.questions.model import AnswerCondition
from simulator.scoring.non_answers import passes_on
from simulator.scoring.targets import TYPED_WPM

SHORT_SHARE = 0.5
"""Of the least target length: less is short (convention)."""


def lacking(
    question: Question, main: Assessment, replies: Sequence[Assessment]
) -> Set[AnswerCondition]:
    """All conditions that hold of an answer together with the replies to its follow-ups."""
    words = [word for one in (main, *replies) for word in one.transcript.words]
    texts = [word.text for word in words]
    if _no_answer(main, replies):
        return {"no-answer"}
    lacks: set[AnswerCondition] = set()
    if _length_s(main) + sum(map(_length_s, replies)) < SHORT_SHARE * question.target.answer_s[0]:
        lacks.add("short")
    if _no_figure(question, texts) and not _range_heard(question, (main, *replies)):
        lacks.add("no-figure")
    ended = any(one.telling is not None and one.telling.ended for one in (main, *replies))
    return lacks | _of_the_story(texts, ended=ended)


def _of_the_story(words: Sequence[str], *, ended: bool) -> set[AnswerCondition]:
    """Without anything that was done there is no example, and no result to miss.

    `ended`: whether an ending was heard when the answer or a reply was assessed.
    """
    story = story_parts(words)
    lacks: set[AnswerCondition] = {"vague"} if story.vague else set()
    if story.action is None:
        lacks.add("no-example")
    elif story.result is None and not ended:
        lacks.add("no-result")
    return lacks


def _no_figure(question: Question, words: Sequence[str]) -> bool:
    """About pay only an amount of pay is a figure: years and percentages are none."""
    if question.is_about_pay:
        return pay_stated(words).kind not in ("range", "figure")
    return number(words) is None


def _range_heard(question: Question, said: Sequence[Assessment]) -> bool:
    """Whether a judge, who knows more wordings than the rules, found a range of pay."""
    asked = {point.id for point in question.talking_points if "money_range" in point.facts}
    return any(
        point.point in asked and point.verdict == "covered"
        for one in said
        for point in one.coverage
    )


def _no_answer(main: Assessment, replies: Sequence[Assessment]) -> bool:
    """Nothing was said, or the question was passed on, and no reply has made up for it."""
    made = any(point.verdict == "covered" for point in main.coverage)
    return not made and all(passes_on(one.transcript, one.measures) for one in (main, *replies))


def _length_s(assessment: Assessment) -> float:
    if not assessment.transcript.timed:
        return assessment.measures.words / TYPED_WPM * 60
    return assessment.measures.answer_s or 0.0
