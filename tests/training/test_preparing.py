"""What the network takes is made of examples ahead of it."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from material import points, strict
from preparing import Preparing, placed, write
from sampling import Example, Sampler

from simulator.judge.minilm import load


def batches() -> list[list[Example]]:
    return list(islice(Sampler(points()[:20], strict()[:2], seed=5).batches(2), 3))


def test_a_text_lies_where_minilm_places_it(tmp_path: Path) -> None:
    rows = placed(["I rang him.", "She left."], 1, tmp_path / "known")
    near = rows["I rang him."].astype(np.float32) @ load().embed(("I rang him.",))[0]
    assert near == pytest.approx(1, abs=1e-3)


def test_what_was_placed_before_is_not_placed_again(tmp_path: Path) -> None:
    mark = np.full(384, 0.5, np.float16)
    write({"I rang him.": mark}, tmp_path / "known")
    rows = placed(["I rang him.", "She left."], 1, tmp_path / "known")
    assert (rows["I rang him."] == mark).all()
    assert (placed([], 1, tmp_path / "known")["She left."] == rows["She left."]).all()


def test_all_come_in_their_order_with_a_row_of_numbers_for_each_sentence() -> None:
    drawn = batches()
    ready = list(Preparing({}).ahead(drawn))
    assert [one.examples for one in ready] == drawn
    for one in ready:
        for example, packed, alike in zip(one.examples, one.packed, one.alike, strict=True):
            assert alike.shape[:2] == (len(example.claims), len(example.sentences))
            assert len(packed.claims) == len(example.claims)


def test_an_error_in_the_thread_ends_the_training_too() -> None:
    def failing() -> Iterator[list[Example]]:
        yield batches()[0]
        raise OSError("the material is gone")

    ready = Preparing({}).ahead(failing())
    next(ready)
    with pytest.raises(OSError, match="material is gone"):
        next(ready)
