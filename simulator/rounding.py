"""How coarse a number is that the program hands out or keeps: the same values give the same bytes.

Times in seconds and probabilities are told to the thousandth; rates a minute, pitch, loudness and
points to the tenth.
"""

from typing import overload


@overload
def thousandth(number: float) -> float: ...
@overload
def thousandth(number: None) -> None: ...
def thousandth(number: float | None) -> float | None:
    return None if number is None else _rounded(number, 3)


@overload
def tenth(number: float) -> float: ...
@overload
def tenth(number: None) -> None: ...
def tenth(number: float | None) -> float | None:
    return None if number is None else _rounded(number, 1)


def _rounded(number: float, decimals: int) -> float:
    # Adding zero turns -0.0 into 0.0; float() turns numpy's numbers into Python's.
    return round(float(number), decimals) + 0.0
