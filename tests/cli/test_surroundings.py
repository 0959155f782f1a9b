"""Where a command works: flag before environment before settings file before the usual place."""

from pathlib import Path

import pytest

from simulator.cli import surroundings
from simulator.settings import SettingsError
from simulator.transcription import models


def test_the_usual_place(tmp_path: Path) -> None:
    found = surroundings.find(environment={"MOCKVIEW_HOME": str(tmp_path)}, working_folder=tmp_path)
    assert found.archive.folder == found.places.recordings == tmp_path / "recordings"
    assert found.settings.voice == "auto"


def test_what_is_nearer_wins(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(f'recordings = "{tmp_path}/file"\nvoice = "silent"\n')
    environment = {"MOCKVIEW_HOME": str(tmp_path)}

    def folder(flag: str | None = None, **more: str) -> Path:
        found = surroundings.find(
            {"recordings": flag}, environment={**environment, **more}, working_folder=tmp_path
        )
        assert found.settings.voice == "silent"
        return found.archive.folder

    assert folder() == tmp_path / "file"
    assert folder(MOCKVIEW_RECORDINGS=f"{tmp_path}/env") == tmp_path / "env"
    assert folder(f"{tmp_path}/flag", MOCKVIEW_RECORDINGS="/env") == tmp_path / "flag"


def test_a_relative_folder_is_seen_from_where_one_stands(tmp_path: Path) -> None:
    found = surroundings.find(
        {"recordings": "here"},
        environment={"MOCKVIEW_HOME": str(tmp_path)},
        working_folder=tmp_path / "work",
    )
    assert found.archive.folder == tmp_path / "work" / "here"


def test_the_speech_model_is_the_one_that_is_set_or_named(tmp_path: Path) -> None:
    environment = {"MOCKVIEW_HOME": str(tmp_path)}
    found = surroundings.find({"model": "set"}, environment=environment, working_folder=tmp_path)
    for name in ("set", "named"):
        (found.places.models / name).mkdir(parents=True)
        for file in models.NEEDED:
            (found.places.models / name / file).touch()
    assert found.speech_model().folder == found.places.models / "set"
    assert found.speech_model("named").folder == found.places.models / "named"


def test_nonsense_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no setting 'voise'"):
        surroundings.find(
            environment={"MOCKVIEW_HOME": str(tmp_path), "MOCKVIEW_VOISE": "x"},
            working_folder=tmp_path,
        )


def test_a_lasting_command_tells_nobodys_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "ines"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "ines"))
    environment = {"MOCKVIEW_HOME": str(tmp_path)}

    def lasting(folder: Path) -> str:
        return surroundings.find(
            {"recordings": "own"}, environment=environment, working_folder=folder
        ).lasting_command("trend")

    below = lasting(tmp_path / "ines" / "practice")
    assert below == "mockview trend --recordings '~/practice/own'"
    typed = surroundings.find(
        {"recordings": "~/practice/own"}, environment=environment, working_folder=tmp_path
    )
    assert typed.archive.folder == tmp_path / "ines" / "practice" / "own"
    assert lasting(tmp_path) == f"mockview trend --recordings {tmp_path / 'own'}"
