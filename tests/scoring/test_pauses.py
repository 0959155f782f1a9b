"""Which pauses are long: by their length, and by where they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.measures import Pause
from simulator.scoring import DEFAULTS
from simulator.scoring.pauses import long_pauses


@pytest.mark.parametrize(
    ("length_s", "inside_sentence", "where"),
    [
        (2.5, True, ""),
        (2.6, True, "inside"),
        (2.6, False, ""),
        (2.6, None, ""),
        (4.0, True, "inside"),
        (4.0, False, ""),
        (4.1, True, "anywhere"),
        (4.1, False, "anywhere"),
        (4.1, None, "anywhere"),
    ],
)
def test_a_pause_by_itself(length_s: float, inside_sentence: bool | None, where: str) -> None:
    pause = Pause(0.0, length_s, inside_sentence)
    felt = long_pauses([pause], DEFAULTS)
    assert felt.inside == ((pause,) if where == "inside" else ())
    assert felt.anywhere == ((pause,) if where == "anywhere" else ())
    assert len(felt) == bool(where)


def test_targets_of_ones_own() -> None:
    pauses = [Pause(0.0, 3.0, True), Pause(5.0, 10.0, False)]
    patient = replace(DEFAULTS, long_pause_s=4.0, silence_s=6.0)
    assert len(long_pauses(pauses, DEFAULTS)) == 2
    assert len(long_pauses(pauses, patient)) == 0


@given(
    st.lists(st.tuples(st.floats(0, 20), st.sampled_from([True, False, None])), max_size=8),
    st.floats(0.1, 10),
    st.floats(0.1, 10),
)
def test_none_is_in_both(
    told: list[tuple[float, bool | None]], long_pause_s: float, silence_s: float
) -> None:
    pauses = [
        Pause(100.0 * place, 100.0 * place + length_s, inside)
        for place, (length_s, inside) in enumerate(told)
    ]
    targets = replace(DEFAULTS, long_pause_s=long_pause_s, silence_s=silence_s)
    felt = long_pauses(pauses, targets)
    assert not set(felt.anywhere) & set(felt.inside)
    assert set(felt.anywhere) | set(felt.inside) <= set(pauses)
