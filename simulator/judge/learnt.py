"""What a sentence does, by a line through the space in which a judge places it.

A general model of meaning puts like sentences near each other, but not by what matters here:
whether somebody is blamed, whether pay is brought up. Logistic regression on where sentences lie
(Conneau & Kiela 2018) learnt it from sentences that were labelled by hand, and from thousands of
ordinary ones out of interview answers, which do none of this. `training/linear.py` fits it.
"""

import functools
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

WEIGHTS = Path(__file__).with_name("weights") / "learnt.npz"

Deed = Literal["blames", "raises-pay", "ends"]
"""Speaks harshly of somebody; brings up the speaker's own pay; tells how a story came out."""


@functools.cache
def _line(deed: Deed) -> tuple[NDArray[np.float32], float]:
    with np.load(WEIGHTS) as stored:
        return stored[f"{deed}.weights"], float(stored[f"{deed}.bias"])


def log_odds(deed: Deed, rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """How surely each text does it; above 0 is rather yes. `rows`: what `Judge.embed` gives."""
    weights, bias = _line(deed)
    odds: NDArray[np.float32] = rows @ weights + bias
    return odds
