"""What an answer states about pay, against labelled answers, and where in the answer.

Of the 189 answers of the first part half were to develop on, half to check on (`labelled`). On the
half to check, "range" had a precision of .97 and a recall of .78 at first sight.

Later parts are by other hands, and each was met unseen. On the second (80 lines by a fresh author)
those rules reached a precision of .75 and a recall of 1.0, all kinds .79. On the third (120 lines
by another) rules half mended reached .85 and .81. The fourth are sixteen batches of the rules'
author. The first, before any mending: .63 and .73. The next ten, full of traps and of odd wordings:
.87 and .83 together, no better at the end than at the beginning. The last five, in plainer words:
.95 and .91 together. Which batch had what stands in the file. After each the rules were mended for
it: what they reach on these lines now is no longer unseen. Unseen, one range in ten is missed.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.pay import pay_stated
from tests.measures.labelled import HALVES, Half, hits, labelled

KINDS = {"other": "none"}


def wanted(label: str) -> tuple[str, bool]:
    kind, _, reason = label.partition("+")
    return KINDS.get(kind, kind), reason == "reason"


@pytest.mark.parametrize(("half", "least"), [("develop", 0.99), ("check", 0.94)])
def test_a_range_is_told(half: Half, least: float) -> None:
    told = hits(
        [
            (wanted(line.label)[0] == "range", pay_stated(line.words).kind == "range", line.text)
            for line in labelled("pay_answers", half)
        ]
    )
    assert told.precision >= 0.97, told.wrong
    assert told.recall >= least, told.missed


@pytest.mark.parametrize("half", HALVES)
def test_a_range_is_told_in_small_letters_without_marks(half: Half) -> None:
    lines = labelled("pay_answers", half)
    told = hits(
        [
            (
                wanted(line.label)[0] == "range",
                pay_stated(line.text.lower().replace(", ", " ").rstrip(".?!").split()).kind
                == "range",
                line.text,
            )
            for line in lines
        ]
    )
    assert told.precision >= 0.95, told.wrong
    assert told.recall >= 0.9, told.missed


@pytest.mark.parametrize(("half", "least"), [("develop", 0.98), ("check", 0.95)])
def test_all_kinds(half: Half, least: float) -> None:
    lines = labelled("pay_answers", half)
    wrong = [line.text for line in lines if pay_stated(line.words).kind != wanted(line.label)[0]]
    assert 1 - len(wrong) / len(lines) >= least, wrong


@pytest.mark.parametrize("half", HALVES)
def test_reasons_from_research(half: Half) -> None:
    told = hits(
        [
            (wanted(line.label)[1], pay_stated(line.words).reasoned, line.text)
            for line in labelled("pay_answers", half)
        ]
    )
    assert told.precision >= 0.9, told.wrong
    assert told.recall >= 0.9, told.missed


PARTS = ("pay_answers_2", "pay_answers_3", "pay_answers_4")


@pytest.mark.parametrize("part", PARTS)
def test_later_parts(part: str) -> None:
    lines = labelled(part)
    told = [(wanted(line.label), pay_stated(line.words), line.text) for line in lines]
    ranges = hits([(kind == "range", stated.kind == "range", t) for (kind, _), stated, t in told])
    assert ranges.precision >= 0.98, ranges.wrong
    assert ranges.recall >= 0.98, ranges.missed
    wrong = [text for (kind, _), stated, text in told if stated.kind != kind]
    assert 1 - len(wrong) / len(lines) >= 0.95, wrong
    reasons = hits([(reason, stated.reasoned, text) for (_, reason), stated, text in told])
    assert reasons.precision >= 0.82, reasons.wrong
    assert reasons.recall >= 0.95, reasons.missed


@pytest.mark.parametrize("part", PARTS)
def test_later_parts_in_small_letters_without_marks(part: str) -> None:
    """As recognisers write; apostrophes may be missing too."""
    told = hits(
        [
            (
                wanted(line.label)[0] == "range",
                pay_stated(
                    line.text.lower().replace(", ", " ").replace("'", "").rstrip(".?!").split()
                ).kind
                == "range",
                line.text,
            )
            for line in labelled(part)
        ]
    )
    assert told.precision >= 0.9, told.wrong
    assert told.recall >= 0.9, told.missed


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("seventy to eighty thousand", "seventy to eighty thousand"),
        ("between 70 and um 80", "between 70 and um 80"),
        ("80 thousand to 90", "80 thousand to 90"),
        ("at least 60k and at most 70k", "at least 60k and at most 70k"),
        ("low to mid seventies", "low to mid seventies"),
        ("forty-five, give or take three", "forty-five, give or take"),
    ],
)
def test_the_place_of_a_range_is_all_of_it(text: str, span: str) -> None:
    words = f"Well, {text}, roughly.".split()
    first, last = pay_stated(words).span or (0, 0)
    assert " ".join(words[first:last]).rstrip(",") == span


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anything from 14 to 16 locks per annum, sir.", "range"),
        ("From 2250 to 24 an hour.", "range"),
        ("Adverts run from 15 euro to 1750, and I'd see myself there.", "range"),
        ("I would say between 9,000 and 11,000 reice monthly.", "range"),
        ("If it's permanent then 70,000, and if it's contract for 100 a day.", "figure"),
    ],
)
def test_as_recognisers_mishear_it(text: str, kind: str) -> None:
    assert pay_stated(text.split()).kind == kind


@pytest.mark.parametrize(
    "text", ["80 to 80", "10 to 900", "2015 to 2019", "9 to 5", "My rent: $900 to $1,100"]
)
def test_no_range(text: str) -> None:
    assert pay_stated(f"It was {text}.".split()).kind != "range"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Of others, of the past, of other money.
        ("My old boss had me on fifty, I'd like fifty-five.", "figure"),
        ("They want fifty to sixty over there, I want fifty-five.", "figure"),
        ("We sold them for fifty to sixty thousand.", "none"),
        ("The oven ran at two thirty to two fifty.", "none"),
        # What is counted.
        ("I'd hope for ten to fifteen per cent more.", "none"),
        ("I would say forty to fifty of them came.", "none"),
        # Two wishes are a range only where a word makes them one.
        ("Sixty at the very least, and at seventy I'd sign.", "range"),
        ("I'd like sixty. My wife says I'd like seventy.", "figure"),
        ("Four thousand gross, that makes twenty-six hundred net.", "figure"),
        # A change, a correction, a slip.
        ("It's a drop from seventy to sixty-five, I'd take sixty-five.", "figure"),
        ("65 to 70, no, make that 75.", "figure"),
        ("Eighty-five to ninety, sorry, ninety-five.", "range"),
    ],
)
def test_the_kinds_of_mistakes_once_made(text: str, kind: str) -> None:
    assert pay_stated(text.split()).kind == kind


def test_nothing_said_states_nothing() -> None:
    stated = pay_stated([])
    assert (stated.kind, stated.span, stated.reasoned) == ("none", None, False)


@given(st.integers(20, 140), st.integers(1, 20), st.sampled_from(["", "k", ",000"]))
def test_any_two_figures_of_a_plausible_salary_are_a_range(low: int, step: int, k: str) -> None:
    assert pay_stated(f"I would like {low}{k} to {low + step}{k}.".split()).kind == "range"


@given(st.integers(1, 200), st.integers(1, 200), st.sampled_from(["years", "people", "percent"]))
def test_no_two_figures_of_something_counted_are_pay(low: int, high: int, what: str) -> None:
    assert pay_stated(f"It was {low} to {high} {what}.".split()).kind == "none"


@given(st.text(max_size=200))
def test_any_text_is_taken_and_the_place_lies_in_it(text: str) -> None:
    words = text.split()
    stated = pay_stated(words)
    assert (stated.span is None) == (stated.kind == "none")
    assert stated.span is None or 0 <= stated.span[0] < stated.span[1] <= len(words)
