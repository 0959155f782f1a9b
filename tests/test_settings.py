"""The user's own targets and filler words, from the settings file to what they change."""

import sys
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
        ("[targets]\npace_wpm = ['slow', 'fast']", "For example: pace_wpm = [90, 140]"),
        ("[targets]\nanswer_s = 'long'", "For example: answer_s = [45, 90]"),
        ("[targets]\nlong_pause_s = 'long'", "For example: long_pause_s = 4"),
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
        "[targets]\nsilence_s = [2, 3]",
        "[targets]\nanswer_s = 60",
        "[targets]\nanswer_s = [90, 45]",
    ],
)
def test_targets_of_the_wrong_shape_are_told(tmp_path: Path, text: str) -> None:
    name = text.splitlines()[1].split(" = ")[0]
    with pytest.raises(SettingsError) as error:
        settings.load(written(tmp_path, text), {}, {})
    assert str(tmp_path / "settings.toml") in error.value.what
    assert error.value.fix.startswith(f"For example: {name} = ")


@pytest.mark.parametrize("name", settings.TARGETS)
def test_the_example_of_a_target_is_one(tmp_path: Path, name: str) -> None:
    file = written(tmp_path, f"[targets]\n{name} = {settings.TARGETS[name]}\n")
    standards.own(settings.load(file, {}, {}))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("input_device = 3", 'Write it in quotes: input_device = "3"'),
        ("input_device = [3]", "must be a text"),
        ("voice = ' '", "is empty"),
    ],
)
def test_a_setting_that_is_no_text_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError) as error:
        settings.load(written(tmp_path, text), {}, {})
    assert told in str(error.value)


def test_an_empty_variable_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"MOCKVIEW_VOICE\) is empty"):
        settings.load(tmp_path / "none.toml", {"MOCKVIEW_VOICE": ""}, {})


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


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
def test_a_setting_that_cannot_be_saved_is_told_and_the_file_stays(tmp_path: Path) -> None:
    import resource

    file = written(tmp_path, 'voice = "plain"\n')
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(SettingsError, match="'model' could not be saved"):
            settings.remember(file, "model", "x" * 200)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert settings.load(file, {}, {}).voice == "plain"
    assert list(tmp_path.iterdir()) == [file]


def test_every_target_that_can_be_set_is_one_that_answers_are_held_against(tmp_path: Path) -> None:
    text = """
        [targets]
        pace_wpm = [91, 141]
        fillers_per_minute = 6
        long_pause_s = 3
        silence_s = 7
        response_latency_s = 8
        answer_s = [45, 90]
        """
    made = standards.own(settings.load(written(tmp_path, text), {}, {})).targets
    set_to = (
        made.pace_wpm,
        made.fillers_unnoticed,
        made.long_pause_s,
        made.silence_s,
        made.latency_s,
        made.answer_s,
    )
    assert set_to == ((91, 141), 6, 3, 7, 8, (45, 90))
    assert len(set_to) == len(settings.TARGETS)


def test_a_long_pause_takes_the_silence_with_it_unless_that_is_set(tmp_path: Path) -> None:
    text = "[targets]\nlong_pause_s = 6\n"
    moved = standards.own(settings.load(written(tmp_path, text), {}, {})).targets
    assert (moved.long_pause_s, moved.silence_s) == (6, 6)
    both = standards.own(settings.load(written(tmp_path, text + "silence_s = 9"), {}, {})).targets
    assert (both.long_pause_s, both.silence_s) == (6, 9)
