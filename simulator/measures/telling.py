"""How an answer is told: harshly, with pay brought up, to its end.

Each is looked for only where it is of use.
"""

from collections.abc import Sequence

from simulator.judge import Judge
from simulator.measures.blame import blame
from simulator.measures.model import HarshSentence, Sentence, Telling
from simulator.measures.pay_raised import pay_raised
from simulator.measures.running_text import WordSpan
from simulator.measures.story import result_missing
from simulator.questions import Question
from simulator.transcription import Transcript, Word


def telling(
    question: Question | None, transcript: Transcript, judge: Judge | None = None
) -> Telling:
    """What is found in an answer to this question. Without a judge, what the rules alone find."""
    words = transcript.words
    texts = [word.text for word in words]
    harsh = [HarshSentence(*_said(words, one.span), one.softer) for one in blame(texts, judge)]
    if question is None:
        return Telling(tuple(harsh))
    raised = () if question.is_about_pay else pay_raised(texts, judge)
    return Telling(
        harsh=tuple(harsh),
        raises_pay=tuple(Sentence(*_said(words, span)) for span in raised),
        ended=not result_missing(texts, judge) if _wants_an_end(question) else None,
    )


def _wants_an_end(question: Question) -> bool:
    """A story is asked for, or the set has a follow-up for one without a result."""
    return question.behavioural or any(one.answer == "no-result" for one in question.follow_ups)


def _said(
    words: Sequence[Word], span: WordSpan
) -> tuple[WordSpan, str, float | None, float | None]:
    said = words[slice(*span)]
    return span, " ".join(word.text for word in said), said[0].start_s, said[-1].end_s
