"""What the user can set once: defaults, then the settings file, then `MOCKVIEW_...`, then flags."""

import dataclasses
import os
import stat
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator import folders
from simulator.errors import MockviewError, did_you_mean

PREFIX = "MOCKVIEW_"
LARGEST_BYTES = 100_000
LARGEST_TARGET = 1e6
NOT_SETTINGS = ("MOCKVIEW_HOME",)
"""Variables with our prefix that are not settings (`places` reads them)."""


class SettingsError(MockviewError):
    """A setting has a name or a value that means nothing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One frozen value for a whole run of the program; each field is a key of the settings file.

    Devices are a name, a part of one, or a number as `mockview doctor` lists them; None leaves the
    choice to the system. `voice` and `model` are what `--voice` and `--model` take. `hide_scores`
    leaves points and numbers out of what is told of an interview.
    """

    voice: str = "auto"
    model: str = "base"
    input_device: str | None = None
    output_device: str | None = None
    recordings: str | None = None
    role: str | None = None
    hide_scores: bool = False
    targets: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """Of the table `[targets]`: the user's own; a single number is a tuple of one."""
    fillers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of the table `[fillers]`: `also` and `never`, phrases in small letters."""


TARGETS = {
    "pace_wpm": "[90, 140]",
    "fillers_per_minute": "6",
    "long_pause_s": "4",
    "silence_s": "6",
    "response_latency_s": "8",
    "answer_s": "[45, 90]",
}
"""Each with an example."""
RANGES = ("pace_wpm", "answer_s")
"""Targets that are two numbers, the smaller first."""
FILLERS = ("also", "never")
TABLES = ("targets", "fillers")
SWITCHES = ("hide_scores",)
"""Settings that are true or false; in the environment, one of `ON` or `OFF`."""
ON, OFF = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


def load(settings_file: Path, environment: Mapping[str, str], flags: Mapping[str, Any]) -> Settings:
    """Settles every setting. `flags` that are None count as not given.

    Raises `SettingsError` for an unreadable file, an unknown name or a value of the wrong kind.
    """
    values = _from_file(settings_file)
    values |= _from_environment(environment)
    values |= {name: value for name, value in flags.items() if value is not None}
    return Settings(**values)


def remember(settings_file: Path, name: str, value: str) -> None:
    """Puts one setting into the settings file, beside those that are there."""
    import tomli_w

    _check(name, value, f"the setting '{name}'")
    values = {**_in_file(settings_file), name: value}
    try:
        folders.make_private(settings_file.parent)
        folders.write_whole(settings_file, tomli_w.dumps(values))
    except OSError as error:
        raise SettingsError(
            f"The setting '{name}' could not be saved in {settings_file}: {error.strerror}.",
            "Check that the folder is writable.",
        ) from error


def _from_file(settings_file: Path) -> dict[str, Any]:
    """The settings of the file, tables as `Settings` has them."""
    values = _in_file(settings_file)
    for table, read in (("targets", _numbers), ("fillers", _phrases)):
        if table in values:
            values[table] = read(values[table], str(settings_file))
    return values


def _in_file(settings_file: Path) -> dict[str, Any]:
    """The settings of the file as they stand there."""
    try:
        values = tomllib.loads(_content(settings_file))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or str(error) or "it is nested too deep"
        raise SettingsError(
            f"The settings file {settings_file} cannot be read: {why}.", "Mend or remove it."
        ) from error
    for name, value in values.items():
        if name not in TABLES:
            _check(name, value, str(settings_file))
    return values


def _content(settings_file: Path) -> str:
    """The text of a regular file of bounded size: a pipe or a device would never end."""
    descriptor = os.open(settings_file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as opened:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ValueError("it is not a file")
        content = opened.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise ValueError(f"it is over {LARGEST_BYTES // 1000} kB")
    return content.decode("utf-8")


def _numbers(table: object, where: str) -> dict[str, tuple[float, ...]]:
    numbers: dict[str, tuple[float, ...]] = {}
    for name, value in _entries("targets", table, tuple(TARGETS), where):
        example = f"For example: {name} = {TARGETS[name]}"
        given: list[Any] = value if isinstance(value, list) else [value]
        if not given or not all(
            isinstance(n, int | float) and not isinstance(n, bool) and 0 < n < LARGEST_TARGET
            for n in given
        ):
            shown = repr(value)[:60]
            raise SettingsError(
                f"The target '{name}' ({where}) must be {_wanted(name)}, not {shown}.", example
            )
        if len(given) != (2 if name in RANGES else 1) or given != sorted({*given}):
            raise SettingsError(f"[targets] in {where}: {name} must be {_wanted(name)}.", example)
        numbers[name] = tuple(float(n) for n in given)
    return numbers


def _wanted(name: str) -> str:
    two = "two numbers above 0, the smaller first"
    return two if name in RANGES else "a number above 0"


def _phrases(table: object, where: str) -> dict[str, tuple[str, ...]]:
    phrases: dict[str, tuple[str, ...]] = {}
    for name, value in _entries("fillers", table, FILLERS, where):
        if not isinstance(value, list) or not all(
            isinstance(phrase, str) and phrase.strip() for phrase in value
        ):
            raise SettingsError(
                f"The fillers '{name}' ({where}) must be a list of words, not {value!r}.",
                'For example: also = ["to be honest"]',
            )
        phrases[name] = tuple(" ".join(phrase.lower().split()) for phrase in value)
    return phrases


def _entries(
    table_name: str, table: object, known: tuple[str, ...], where: str
) -> Iterable[tuple[str, object]]:
    if not isinstance(table, dict):
        raise SettingsError(
            f"'{table_name}' ({where}) must be a table, not {table!r}.",
            f"Write [{table_name}] on a line of its own, and its settings below it.",
        )
    for name in table:
        if name not in known:
            raise SettingsError(
                f"There is no setting '{name}' in [{table_name}] ({where}).",
                did_you_mean(name, known),
            )
    return table.items()


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {
        variable.removeprefix(PREFIX).lower(): value
        for variable, value in environment.items()
        if variable.startswith(PREFIX) and variable not in NOT_SETTINGS
    }
    for name, value in values.items():
        if name in SWITCHES:
            values[name] = _switch(value)
        _check(name, values[name], f"the environment variable {PREFIX}{name.upper()}")
    return values


def _switch(text: str) -> bool | str:
    """What a word says; the word itself where it says neither."""
    word = text.strip().lower()
    return True if word in ON else False if word in OFF else text


def _check(name: str, value: object, where: str) -> None:
    known = [field.name for field in dataclasses.fields(Settings)]
    if name not in known:
        raise SettingsError(f"There is no setting '{name}' ({where}).", did_you_mean(name, known))
    if name in TABLES:
        raise SettingsError(
            f"'{name}' cannot be set by {where}.", f"Set it in the settings file, below [{name}]."
        )
    if name in SWITCHES:
        if not isinstance(value, bool):
            raise SettingsError(
                f"The setting '{name}' ({where}) must be true or false, not {value!r}."
            )
        return
    if isinstance(value, str) and not value.strip():
        raise SettingsError(f"The setting '{name}' ({where}) is empty.", "Set it, or leave it out.")
    if not isinstance(value, str):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        fix = f'Write it in quotes: {name} = "{value}"' if number else ""
        raise SettingsError(f"The setting '{name}' ({where}) must be a text, not {value!r}.", fix)
