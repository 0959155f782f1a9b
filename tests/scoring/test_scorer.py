"""Points with reasons: better never scores less, and every point lost is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures import Coverage, Evidence, Filler, Measures, Verdict
from simulator.questions import Target
from simulator.scoring import Score, score
from simulator.scoring.targets import FLOOR
from simulator.transcription import Span, Transcript, Word

TARGET = Target((60.0, 120.0))
BETTER: dict[Verdict, int] = {"not_found": 0, "unsure": 1, "covered": 2}


def transcript(
    text: str = "we moved the whole team in a week", *, timed: bool = True
) -> Transcript:
    words = tuple(Word(word) for word in text.split())
    return Transcript(words, (), (), 90.0 if timed else None, "base")


def measures(**other: object) -> Measures:
    usual = Measures(
        words=200,
        answer_s=90.0,
        speech_s=75.0,
        speech_rate_wpm=133.0,
        articulation_rate_wpm=160.0,
        response_latency_s=0.5,
        pauses=(),
        fillers=(),
        fillers_per_minute=0.0,
    )
    return replace(usual, **other)  # type: ignore[arg-type]


def points(*verdicts: Verdict) -> tuple[Coverage, ...]:
    return tuple(
        Coverage(f"p{i}", f"Says {i}", 1.0 + i % 2, verdict, 0.5, Evidence("said", 1.0, 2.0))
        for i, verdict in enumerate(verdicts)
    )


def scored(
    said: Measures | None = None, coverage: tuple[Coverage, ...] = (), text: str = "a b c d e f"
) -> Score:
    return score(
        measures=said or measures(),
        coverage=coverage,
        target=TARGET,
        transcript=transcript(text),
    )


def total(result: Score) -> int:
    assert result.total is not None
    return result.total


def with_fillers(count: int, answer_s: float = 90.0) -> Measures:
    fillers = tuple(
        Filler("um", "filled_pause", 1.0 + i, 1.2 + i, "transcript", 0.9) for i in range(count)
    )
    return measures(fillers=fillers, fillers_per_minute=count / answer_s * 60)


verdicts = st.lists(st.sampled_from(list(BETTER)), min_size=1, max_size=5)
some_measures = st.builds(
    measures,
    words=st.integers(5, 500),
    answer_s=st.floats(5, 300),
    speech_rate_wpm=st.floats(30, 350),
    response_latency_s=st.floats(0, 20),
    pauses=st.lists(st.floats(1, 10).map(lambda length: Span(10, 10 + length)), max_size=8).map(
        tuple
    ),
)


def test_a_perfect_answer_has_a_hundred() -> None:
    result = scored(coverage=points("covered", "covered", "covered"))
    assert result.total == 100
    assert all(finding.points == 0 for finding in result.findings)


@given(some_measures, verdicts)
def test_findings_and_total_add_up_to_a_hundred(said: Measures, given_: list[Verdict]) -> None:
    result = scored(said, points(*given_))
    lost = sum(finding.points for finding in result.findings)
    assert 100 + lost == pytest.approx(total(result), abs=1.5)
    assert all(finding.reason for finding in result.findings)
    assert all(value is None or 0 <= value <= 100 for value in result.parts.values())


@given(some_measures, verdicts, st.data())
def test_a_better_verdict_never_scores_less(
    said: Measures, given_: list[Verdict], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(given_) - 1))
    best = [*given_]
    best[index] = "covered"
    assert total(scored(said, points(*best))) >= total(scored(said, points(*given_)))


@given(st.integers(0, 60), st.integers(0, 60))
def test_fewer_fillers_never_score_less(one: int, other: int) -> None:
    few, many = sorted((one, other))
    coverage = points("covered")
    assert total(scored(with_fillers(few), coverage)) >= total(scored(with_fillers(many), coverage))


@given(some_measures, st.floats(0, 10))
def test_one_long_pause_less_never_scores_less(said: Measures, more_s: float) -> None:
    paused = replace(said, pauses=(*(said.pauses or ()), Span(20, 21 + more_s)))
    coverage = points("covered")
    assert total(scored(said, coverage)) >= total(scored(paused, coverage))


@given(st.floats(1, 300), st.floats(1, 300))
def test_a_length_nearer_to_the_target_never_scores_less(one: float, other: float) -> None:
    def off(length: float) -> float:
        low, high = TARGET.answer_s
        return max(0.0, (low - length) / low, (length - high) / high)

    nearer, farther = sorted((one, other), key=off)
    parts = [
        scored(measures(answer_s=s), points("covered")).parts["length"] for s in (nearer, farther)
    ]
    assert (parts[0] or 0) >= (parts[1] or 0)


def test_a_late_start_is_not_punished_below_four_seconds() -> None:
    soon, late, later = (scored(measures(response_latency_s=s)).total for s in (0.2, 3.9, 9.0))
    assert soon == late
    assert (late or 0) > (later or 0)


@pytest.mark.parametrize(
    "text",
    ["I don't know.", "No idea.", "I can't think of an example.", "Um, I'd rather not say."],
)  # fmt: skip
def test_passing_the_question_on_scores_at_the_floor(text: str) -> None:
    said = measures(words=len(text.split()), answer_s=65.0)
    assert total(scored(said, points("unsure", "unsure"), text)) <= FLOOR


def test_silence_and_talk_about_something_else_score_at_the_floor() -> None:
    nothing = measures(words=0, answer_s=0.0, speech_s=0.0, speech_rate_wpm=None)
    assert total(scored(nothing, points("not_found"), "")) <= FLOOR
    assert total(scored(coverage=points("not_found", "not_found"))) <= FLOOR


def test_a_long_answer_that_says_i_dont_know_on_the_way_is_an_answer() -> None:
    text = "at first I don't know what to do " + "and then we moved the team " * 20
    said = measures(words=len(text.split()))
    assert total(scored(said, points("covered", "covered"), text)) > 50


def test_a_few_smooth_words_earn_no_fluency() -> None:
    short = scored(measures(words=8, answer_s=3.0), points("covered"))
    assert (short.parts["fillers"] or 0) < 20
    assert (short.parts["delivery"] or 0) < 20


def test_a_typed_answer_is_scored_by_content_and_length_and_says_so() -> None:
    typed = Measures(200, None, None, None, None, None, None, (), None)
    result = score(
        measures=typed,
        coverage=points("covered"),
        target=TARGET,
        transcript=transcript("a b c", timed=False),
    )
    assert result.parts["fillers"] is None
    assert result.parts["delivery"] is None
    assert result.total == 100
    assert "Typed" in result.not_scored


def test_without_a_question_content_is_left_out_and_said_so() -> None:
    result = score(measures=measures(), coverage=(), target=None, transcript=transcript())
    assert result.parts["coverage"] is None
    assert "not scored" in result.not_scored
    assert result.total == 100


def test_fillers_are_told_with_number_and_moments() -> None:
    (worst, *_) = (f for f in scored(with_fillers(9)).findings if f.part == "fillers")
    assert "6.0 fillers a minute" in worst.reason
    assert worst.at_s[:2] == (1.0, 2.0)
    assert worst.source
