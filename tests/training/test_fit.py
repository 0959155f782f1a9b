"""What makes probabilities of readings, and the figures by which it is judged."""

import numpy as np
import pytest
from fit import Numbers, auc, calibration_error, fit, grounds_of, left_out, logistic, truths
from known import Verdict

BIAS, WEIGHTS = -0.5, np.array([2.0, 0.0, -0.03])


def some_grounds(seed: int = 1) -> Numbers:
    """200 verdicts by three grounds, each on a scale of its own."""
    draw = np.random.default_rng(seed)
    return draw.normal([0.3, -4.0, 20.0], [0.5, 1.0, 40.0], (200, 3))


def test_a_known_curve_is_found_again() -> None:
    numbers = some_grounds()
    chances = logistic(BIAS + numbers @ WEIGHTS)
    # Each row twice, made and missed, as often as the curve has it, and often enough that what
    # weights are shrunk by is nothing: chance has no part in it.
    both = np.r_[numbers, numbers]
    made = np.r_[np.ones(200, bool), np.zeros(200, bool)]
    found = fit(both, made, 1e6 * np.r_[chances, 1 - chances])
    assert found.shape == (1 + 3,)
    assert found == pytest.approx([BIAS, *WEIGHTS], abs=1e-3)


def test_weights_stay_finite_where_a_line_parts_the_verdicts() -> None:
    numbers = some_grounds()
    made = numbers[:, 0] > 0.3
    bias, *weights = fit(numbers, made)
    assert 0 < weights[0] < 100
    assert np.isfinite(bias)


def test_a_verdict_that_counts_nothing_changes_nothing() -> None:
    numbers = some_grounds()
    made = numbers[:, 0] > numbers[:, 2] / 100
    counts = np.r_[np.ones(150), np.zeros(50)]
    turned = np.r_[made[:150], ~made[150:]]
    assert fit(numbers, made, counts) == pytest.approx(fit(numbers, turned, counts))
    assert fit(numbers, made) != pytest.approx(fit(numbers, turned), abs=0.1)


def test_a_question_is_told_by_a_curve_that_does_not_know_it() -> None:
    def verdicts(made_in_b: bool) -> list[Verdict]:
        return [
            Verdict(question, "strong", False, row[0] > 0.3 if question == "a" else made_in_b,
                    tuple(row), mixed=True)
            for question in "ab"
            for row in some_grounds(seed=ord(question))
        ]  # fmt: skip

    def chances(seen: list[Verdict]) -> Numbers:
        return left_out(seen, grounds_of(seen), truths(seen))

    once, turned = (chances(verdicts(made)) for made in (True, False))
    assert once.shape == (400,)
    assert once[200:] == pytest.approx(turned[200:])
    assert once[:200] != pytest.approx(turned[:200], abs=0.1)


def test_grounds_and_truths_have_a_row_for_each_verdict() -> None:
    seen = [Verdict("a", "strong", False, True, (1.0, 2.0, 3.0), mixed=False)] * 4
    assert grounds_of(seen).shape == (4, 3)
    assert truths(seen).shape == (4,)
    assert truths(seen).dtype == bool


@pytest.mark.parametrize(
    ("chances", "made", "expected"),
    [
        ([0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 1.0),
        ([0.1, 0.2, 0.8, 0.9], [1, 1, 0, 0], 0.0),
        ([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], 0.75),
        ([0.5, 0.5, 0.5, 0.5], [0, 0, 1, 1], 0.5),
        ([0.5, 0.5, 0.5, 0.5], [1, 1, 0, 0], 0.5),
        ([0.2, 0.5, 0.5, 0.9], [0, 1, 0, 1], 3.5 / 4),
    ],
)
def test_of_two_the_one_that_was_made_is_the_higher_and_equals_count_half(
    chances: list[float], made: list[int], expected: float
) -> None:
    assert auc(np.array(chances), np.array(made, bool)) == pytest.approx(expected)


def test_ranks_tell_what_looking_at_every_pair_tells() -> None:
    draw = np.random.default_rng(3)
    chances, made = draw.integers(0, 6, 60) / 5, draw.random(60) < 0.4
    pairs = np.sign(chances[made][:, None] - chances[~made][None, :])
    assert auc(chances, made) == pytest.approx(((pairs + 1) / 2).mean())


def test_the_order_of_the_verdicts_is_nothing_to_the_figures() -> None:
    draw = np.random.default_rng(4)
    chances, made = draw.integers(0, 6, 60) / 5, draw.random(60) < 0.4
    other = draw.permutation(60)
    assert auc(chances[other], made[other]) == pytest.approx(auc(chances, made))
    assert calibration_error(chances[other], made[other]) == pytest.approx(
        calibration_error(chances, made)
    )


@pytest.mark.parametrize(
    ("chances", "made", "expected"),
    [
        ([0.0, 0.0, 1.0, 1.0], [0, 0, 1, 1], 0.0),
        ([0.0, 0.0, 1.0, 1.0], [1, 1, 0, 0], 1.0),
        ([0.75, 0.75, 0.75, 0.75], [0, 1, 1, 1], 0.0),
        # Within a bin, too much here makes up for too little there.
        ([0.72, 0.78], [0, 1], 0.25),
        # What is certain is in the last bin.
        ([0.96, 1.0], [1, 0], 0.48),
        # Three verdicts that are .1 off in one bin, one that is .5 off in another.
        ([0.9, 0.9, 0.9, 0.5], [1, 1, 1, 1], (3 * 0.1 + 0.5) / 4),
    ],
)
def test_calibration_error_is_how_far_chances_are_from_what_came_true(
    chances: list[float], made: list[int], expected: float
) -> None:
    assert calibration_error(np.array(chances), np.array(made, bool)) == pytest.approx(expected)


def test_calibration_error_goes_by_its_bins() -> None:
    chances, made = np.array([0.3, 0.7]), np.array([False, True])
    assert calibration_error(chances, made, bins=1) == pytest.approx(0.0)
    assert calibration_error(chances, made, bins=2) == pytest.approx(0.3)
