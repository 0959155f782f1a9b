"""The user's own targets and filler words, from the settings file to what they change."""

from pathlib import Path

import pytest

from simulator import settings
from simulator.cli import standards
from simulator.settings import SettingsError


def written(folder: Path, text: str) -> Path:
    file = folder / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_own_targets_and_fillers_are_what_answers_are_held_against(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        """
        [targets]
        pace_wpm = [90, 140]
        fillers_per_minute = 6

        [fillers]
        also = ["To be  honest"]
        never = ["right"]
        """,
    )
    made = standards.own(settings.load(file, {}, {}))
    assert made.targets.pace_wpm == (90, 140)
    assert made.targets.fillers_unnoticed == 6
    assert made.fillers.also == ("to be honest",)
    assert made.fillers.never == ("right",)


def test_nothing_set_is_the_usual(tmp_path: Path) -> None:
    made = standards.own(settings.load(tmp_path / "none.toml", {}, {}))
    assert made.targets.pace_wpm == (120, 165)
    assert made.fillers.also == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[targets]\npace = [90, 140]", "There is no setting 'pace' in [targets]"),
        ("[targets]\npace_wpm = ['slow', 'fast']", "must be a number above 0"),
        ("[targets]\nlong_pause_s = -1", "must be a number above 0"),
        ("[targets]\nlong_pause_s = true", "must be a number above 0"),
        ("targets = 3", "'targets'"),
        ("[fillers]\nalso = 'well'", "must be a list of words"),
        ("[fillers]\nalso = ['']", "must be a list of words"),
        ("[fillers]\nmore = ['well']", "There is no setting 'more' in [fillers]"),
    ],
)
def test_nonsense_in_a_table_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError) as error:
        settings.load(written(tmp_path, text), {}, {})
    assert told in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "[targets]\npace_wpm = [140, 90]",
        "[targets]\npace_wpm = 120",
        "[targets]\nlong_pause_s = [2, 3]",
    ],
)
def test_targets_that_make_no_sense_are_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="make no sense"):
        standards.own(settings.load(written(tmp_path, text), {}, {}))


def test_tables_are_kept_when_another_setting_is_remembered(tmp_path: Path) -> None:
    file = written(tmp_path, "[targets]\npace_wpm = [90, 140]\n")
    settings.remember(file, "voice", "plain")
    kept = settings.load(file, {}, {})
    assert kept.voice == "plain"
    assert kept.targets == {"pace_wpm": (90.0, 140.0)}


@pytest.mark.parametrize(
    ("in_file", "in_environment", "flag", "settled"),
    [
        (None, None, None, False),
        (True, None, None, True),
        (True, "no", None, False),
        (False, "Yes", None, True),
        (None, "1", None, True),
        (True, "on", False, False),
        (None, "off", True, True),
    ],
)
def test_scores_are_hidden_by_the_flag_the_environment_or_the_file(
    tmp_path: Path,
    in_file: bool | None,
    in_environment: str | None,
    flag: bool | None,
    settled: bool,
) -> None:
    file = written(tmp_path, "" if in_file is None else f"hide_scores = {str(in_file).lower()}\n")
    environment = {} if in_environment is None else {"MOCKVIEW_HIDE_SCORES": in_environment}
    assert settings.load(file, environment, {"hide_scores": flag}).hide_scores is settled


@pytest.mark.parametrize("value", ['"yes"', "1", "[true]"])
def test_a_switch_in_the_file_is_true_or_false(tmp_path: Path, value: str) -> None:
    with pytest.raises(SettingsError, match="must be true or false"):
        settings.load(written(tmp_path, f"hide_scores = {value}"), {}, {})


@pytest.mark.parametrize("value", ["", "perhaps", "2"])
def test_a_word_that_is_no_switch_is_told(tmp_path: Path, value: str) -> None:
    with pytest.raises(SettingsError, match="MOCKVIEW_HIDE_SCORES"):
        settings.load(tmp_path / "none.toml", {"MOCKVIEW_HIDE_SCORES": value}, {})


def test_a_switch_is_kept_when_another_setting_is_remembered(tmp_path: Path) -> None:
    file = written(tmp_path, "hide_scores = true\n")
    settings.remember(file, "voice", "plain")
    assert settings.load(file, {}, {}).hide_scores


def test_a_table_is_not_taken_from_the_environment(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="settings file"):
        settings.load(tmp_path / "none.toml", {"MOCKVIEW_TARGETS": "90"}, {})
