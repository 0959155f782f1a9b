"""Ranges of pay: what amounts come to, and what is a range (labelled answers: `test_facts`)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.money import range_of_pay, value


@pytest.mark.parametrize(
    ("amount", "is_worth"),
    [
        ("eighty five k", 85_000),
        ("$75,000", 75_000),
        ("one ten", 110),
        ("a hundred and twenty thousand", 120_000),
        ("two hundred", 200),
        ("4,200.50", 4200.5),
        ("nothing", None),
    ],
)
def test_what_an_amount_comes_to(amount: str, is_worth: float | None) -> None:
    assert value(amount) == is_worth


@pytest.mark.parametrize(
    "text",
    [
        "seventy to eighty thousand",
        "between 70 and 80",
        "80 thousand to 90",
        "at least 60k and at most 70k",
        "low to mid seventies",
    ],
)
def test_the_place_of_a_range_is_all_of_it(text: str) -> None:
    first, last = range_of_pay(f"Well, {text}, roughly.") or (0, 0)
    assert f"Well, {text}, roughly."[first:last] == text


@pytest.mark.parametrize("text", ["85 to 75", "80 to 80", "10 to 900", "2015 to 2019", "9 to 5"])
def test_no_range(text: str) -> None:
    assert range_of_pay(f"It was {text}.") is None


@given(st.integers(20, 140), st.integers(1, 20), st.sampled_from(["", "k", ",000"]))
def test_any_two_figures_of_a_plausible_salary_are_a_range(low: int, step: int, k: str) -> None:
    text = f"I would like {low}{k} to {low + step}{k}."
    assert range_of_pay(text) is not None


@given(st.integers(1, 200), st.integers(1, 200), st.sampled_from(["years", "people", "percent"]))
def test_no_two_figures_of_something_counted_are_money(low: int, high: int, what: str) -> None:
    assert range_of_pay(f"It was {low} to {high} {what}.") is None
