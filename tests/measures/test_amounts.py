"""What amounts come to and where they end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures.amounts import amounts, value


@pytest.mark.parametrize(
    ("amount", "is_worth"),
    [
        ("eighty five k", 85_000),
        ("$75,000", 75_000),
        ("one ten", 110),
        ("a hundred and twenty thousand", 120_000),
        ("two hundred", 200),
        ("fifteen hundred", 1_500),
        ("thirty thousand five hundred", 30_500),
        ("forty-seven and a half thousand euros", 47_500),
        ("a couple of thousand", 2_000),
        ("4,200.50", 4_200.5),
        ("twenty two fifty", 22.5),
        ("eleven five", 11.5),
        ("16 lakhs", 1_600_000),
        ("sixty-ish", 60),
        ("80 000", 80_000),
        ("80'000", 80_000),
        ("2.800", 2_800),
        ("4.500,00", 4_500),
        ("twenty one pound fifty", 21.5),
        ("four-fifty", 450),
        ("one-oh-five", 105),
        ("nine zero", 90),
        ("three five a month", 3_500),
        ("two thousand eight", 2_800),
        ("two point five", 2.5),
        ("hundred and twenty k", 120_000),
        ("22 LPA", 2_200_000),
        ("eighty five kay", 85_000),
        ("thirty's", 30),
        ("a few hundred", None),
        ("nothing", None),
        ("the fifth", None),
        ("5th", None),
    ],
)
def test_what_an_amount_comes_to(amount: str, is_worth: float | None) -> None:
    assert value(amount) == is_worth


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("seventy five eighty", ["seventy five", "eighty"]),
        ("sixty, sixty-five", ["sixty", "sixty-five"]),
        ("forty thousand fifty thousand", ["forty thousand", "fifty thousand"]),
        ("75-85K base", ["75", "85K"]),
        ("a hundred. A hundred thousand flat", ["a hundred", "A hundred thousand"]),
        ("in the low to mid nineties", ["low to mid nineties"]),
        ("high 80s, low six figures", ["high 80s", "low six figures"]),
        ("18 pounds an hour", ["18 pounds an hour"]),
        ("twelve pounds fifteen pounds", ["twelve pounds", "fifteen pounds"]),
        ("from 75 100", ["75", "100"]),
        ("sixty American colleagues", ["sixty"]),
        ("EUR 72,000, 80 to 90 000", ["EUR 72,000", "80", "90 000"]),
    ],
)
def test_where_one_ends_and_the_next_begins(text: str, found: list[str]) -> None:
    assert [text[amount.start : amount.end] for amount in amounts(text)] == found


def test_what_belongs_to_it() -> None:
    dollars, pounds, nineties = amounts("$80K, 18 quid an hour, the nineties")
    assert dollars.named
    assert dollars.scaled
    assert not dollars.period
    assert pounds.named
    assert pounds.period == "hour"
    assert nineties.decade
    assert not nineties.named


@given(st.text(max_size=200))
def test_any_text_gives_amounts_in_order_that_do_not_overlap(text: str) -> None:
    ends = [0]
    for amount in amounts(text):
        assert ends[-1] <= amount.start < amount.end <= len(text)
        ends.append(amount.end)


@given(st.integers(0, 999_999))
def test_digits_are_read_with_and_without_their_commas(number: int) -> None:
    assert value(str(number)) == value(f"{number:,}") == number
