"""Verdicts with the real judge: what is said is found and proved, what is not said is not."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.judge import Claim, Judge, Likeness, Standard, Weighed, reader
from simulator.measures import Coverage, cover
from simulator.measures.coverage import COVERED_FROM, UNSURE_FROM, verdict
from simulator.questions import Question
from simulator.transcription import Transcript, Word
from tests.factories import a_question, a_talking_point, a_transcript
from tests.fakes import FakeJudge

pytestmark = pytest.mark.slow

DIFFICULT = a_question(
    "difficult-conversation",
    section="behaviour",
    ask="Tell us about a difficult conversation with somebody you led.",
    talking_points=(
        a_talking_point(
            "prepared",
            label="Prepared it with facts",
            description="The candidate collected facts or dates before the conversation.",
            weight=1.0,
            examples=(
                "Before we met I wrote down three dates on which it had gone wrong.",
                "I went through the logs first so that I had facts and not feelings.",
                "I made notes of what I had seen myself before I asked her in.",
                "The evening before I put together what had happened when.",
            ),
            counter_examples=(
                "I think one should always be well prepared.",
                "I just went over to his desk and told him.",
            ),
            facts=(),
        ),
        a_talking_point(
            "outcome",
            label="Says how it ended",
            description="The candidate tells what changed after the conversation.",
            weight=1.0,
            examples=(
                "Two months later he was on time every single day.",
                "She thanked me afterwards and the complaints stopped.",
                "In the end we agreed that he would move to another team.",
                "Since that talk her reports have been complete.",
            ),
            counter_examples=(
                "I hope that it will get better some day.",
                "We will see how it goes.",
            ),
            facts=(),
        ),
    ),
    follow_ups=(),
)
GOOD = (
    "I had a mechanic who kept skipping the safety check. The night before our talk I wrote down "
    "the four days on which I had seen it with my own eyes. I told him what I had seen and I asked "
    "him why. Since that day the checks have been complete, and by now he trains the new people."
)
ELSEWHERE = (
    "On Saturday we went to the market and bought tomatoes and basil for a soup. My brother came "
    "over and we watched the match together, and the weather was finally warm again."
)
NOTHING_TO_DO_WITH_IT = (
    "The recipe needs two hundred grams of flour, three eggs and a pinch of salt.",
    "My favourite team lost two nil again, and the goalkeeper was terrible.",
    "Whales are the largest animals on earth, and rockets fly to the moon.",
    "testing testing is this thing on the quick brown fox jumps over the lazy dog",
)


@pytest.fixture(scope="module")
def judge() -> Judge:
    return reader.load()


def by_point(coverage: tuple[Coverage, ...]) -> dict[str, Coverage]:
    return {point.point: point for point in coverage}


def test_a_good_answer_covers_and_proves_each_point(judge: Judge) -> None:
    got = by_point(cover(DIFFICULT, a_transcript(GOOD), judge))
    assert [point.verdict for point in got.values()] == ["covered", "covered"]
    prepared, outcome = got["prepared"].evidence, got["outcome"].evidence
    assert prepared is not None
    assert "wrote down" in prepared.text
    assert outcome is not None
    assert "Since that day" in outcome.text


def test_evidence_is_the_candidates_own_words_at_their_times(judge: Judge) -> None:
    transcript = a_transcript(GOOD)
    for point in cover(DIFFICULT, transcript, judge):
        assert point.evidence is not None
        texts = [word.text for word in transcript.words]
        said = point.evidence.text.split()
        first = next(i for i in range(len(texts)) if texts[i : i + len(said)] == said)
        assert point.evidence.start_s == transcript.words[first].start_s
        assert point.evidence.end_s == transcript.words[first + len(said) - 1].end_s


def test_without_punctuation_the_same(judge: Judge) -> None:
    text = GOOD.lower().replace(".", "")
    got = cover(DIFFICULT, a_transcript(text), judge)
    assert [point.verdict for point in got] == ["covered", "covered"]


def test_talk_about_something_else_covers_nothing(judge: Judge) -> None:
    got = cover(DIFFICULT, a_transcript(ELSEWHERE), judge)
    assert "covered" not in [point.verdict for point in got]


@pytest.mark.parametrize("text", NOTHING_TO_DO_WITH_IT)
def test_what_has_nothing_to_do_with_the_question_is_not_even_unsure(
    text: str, judge: Judge
) -> None:
    got = cover(DIFFICULT, a_transcript(text), judge)
    assert [point.verdict for point in got] == ["not_found", "not_found"]
    assert [point.evidence for point in got] == [None, None]


def test_silence_covers_nothing(judge: Judge) -> None:
    got = cover(DIFFICULT, Transcript((), (), (), 9.0, "base"), judge)
    assert [point.verdict for point in got] == ["not_found", "not_found"]


def test_a_missing_fact_is_a_missing_point_whatever_the_wording(judge: Judge) -> None:
    question = a_question()
    example = question.talking_points[0].examples[0]
    there = by_point(cover(question, a_transcript(example), judge))["range"]
    missing = by_point(cover(question, a_transcript("I want eighty thousand."), judge))["range"]
    assert there.verdict == "covered"
    assert missing.verdict == "not_found"
    assert missing.evidence is None


def test_the_evidence_of_a_fact_holds_the_fact(judge: Judge) -> None:
    text = (
        "Money is not the first thing on my mind, and pay has to be fair for both of us. I looked "
        "around a little. Taking the shifts into account it would be 62 to 68 for me. But again, "
        "salary is something that I am happy to talk about when the time has come."
    )
    point = by_point(cover(a_question(), a_transcript(text), judge))["range"]
    assert point.verdict == "covered"
    assert point.evidence is not None
    assert "62 to 68" in point.evidence.text


def test_typed_evidence_has_no_times(judge: Judge) -> None:
    for point in cover(DIFFICULT, a_transcript(GOOD, typed=True), judge):
        assert point.evidence is not None
        assert point.evidence.start_s is None
        assert point.evidence.end_s is None


def test_no_points_no_coverage(judge: Judge) -> None:
    question: Question = a_question(talking_points=())
    assert cover(question, a_transcript(GOOD), judge) == ()


def test_the_same_answer_gives_the_same_verdicts() -> None:
    once, again = (cover(DIFFICULT, a_transcript(GOOD), reader.load()) for _ in range(2))
    assert once == again


def test_one_word_is_looked_at_too(judge: Judge) -> None:
    transcript = Transcript((Word("Yes."),), (), (), None, "typed")
    assert len(cover(DIFFICULT, transcript, judge)) == 2


class Strict(FakeJudge):
    """Reads the second of two sentences a little better, and the first is near to the examples; how
    strict it is with the author's own texts is given."""

    def __init__(self, own_texts: float) -> None:
        super().__init__()
        self.own_texts = own_texts

    def weigh(self, claims: Sequence[Claim], sentences: Sequence[str]) -> tuple[Weighed, ...]:
        near, far = (Likeness(nearness, nearness, 0.0, 0.0, 0.0) for nearness in (0.5, 0.1))
        return (Weighed(2.0, (1.0, 1.5), (near, far)),) * len(claims)

    def standard(self, claim: Claim) -> Standard:
        return Standard((self.own_texts,), (self.own_texts,))


def test_the_proof_is_near_to_the_examples_too() -> None:
    for point in cover(DIFFICULT, a_transcript("One was said. Another was said."), Strict(-2.0)):
        assert point.evidence is not None
        assert point.evidence.text == "One was said."


class Neighbours(FakeJudge):
    """Reads both of two sentences as making the first point, and the first of them as making the
    other point, as surely as is given."""

    def __init__(self, other: float) -> None:
        super().__init__()
        self.other = other

    def weigh(self, claims: Sequence[Claim], sentences: Sequence[str]) -> tuple[Weighed, ...]:
        near = (Likeness(0.3, 0.3, 0.0, 0.0, 0.0),) * 2
        return Weighed(1.0, (1.2, 1.0), near), Weighed(-3.0, (self.other, -5.0), near)


def test_a_sentence_that_makes_another_point_is_less_of_a_proof() -> None:
    transcript = a_transcript("One was said. Another was said.")
    (free, _), (taken, _) = (cover(DIFFICULT, transcript, Neighbours(z)) for z in (-5.0, 4.0))
    assert free.evidence is not None
    assert taken.evidence is not None
    assert free.evidence.text == "One was said."
    assert taken.evidence.text == "Another was said."


def test_less_is_proof_where_the_judge_is_strict_with_the_authors_own_texts() -> None:
    transcript = a_transcript("One was said. Another was said.")
    strict, lax = (cover(DIFFICULT, transcript, Strict(own)) for own in (-8.0, 2.0))
    for one, other in zip(strict, lax, strict=True):
        assert one.probability > other.probability


@given(st.floats(0, 1), st.floats(0, 1))
def test_likelier_is_never_a_lower_verdict(one: float, other: float) -> None:
    order = ["not_found", "unsure", "covered"]
    low, high = sorted([one, other])
    assert order.index(verdict(low)) <= order.index(verdict(high))
    assert verdict(COVERED_FROM) == "covered"
    assert verdict(UNSURE_FROM) == "unsure"
