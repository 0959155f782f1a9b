"""Where things lie on this computer. Every function takes what it looks at; none remembers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import MockviewError

BUILT_IN_SETS = "question_sets"


@dataclass(frozen=True, slots=True)
class Places:
    """Folders and files that mockview uses. None of them need exist yet."""

    recordings: Path
    cache: Path
    settings_file: Path
    logs: Path
    models: Path
    """Where `mockview models pull` puts what the user asked for."""
    user_sets: Path
    built_in_sets: Path
    debrief: Path
    """What the user means to bring in, told beforehand."""


def find(environment: Mapping[str, str], working_folder: Path) -> Places:
    """The places for this user: in the checkout that we stand in, else in the user's data folder.

    `MOCKVIEW_HOME` puts everything below one folder.
    """
    import platformdirs

    home = environment.get("MOCKVIEW_HOME")
    if home:
        data = config = at_home(Path(home)).absolute()
        cache = data / "cache"
    else:
        data = Path(platformdirs.user_data_dir("mockview", appauthor=False))
        cache = Path(platformdirs.user_cache_dir("mockview", appauthor=False))
        config = Path(platformdirs.user_config_dir("mockview", appauthor=False))
    checkout = checkout_around(working_folder)
    recordings = data / "recordings" if checkout is None or home else checkout / "recordings"
    return Places(
        recordings=recordings,
        cache=cache,
        settings_file=config / "settings.toml",
        logs=cache / "logs",
        models=data / "models",
        user_sets=data / "question_sets",
        built_in_sets=built_in_sets(),
        debrief=data / "debrief.json",
    )


def here() -> Path:
    """The folder that we stand in. Raises `MockviewError` where it has been removed."""
    try:
        return Path.cwd()
    except OSError as error:
        raise MockviewError(
            "The folder that you are in is not there any more.", "Change to another one."
        ) from error


def at_home(file: Path) -> Path:
    """A `~` at the beginning stands for the home folder; that of nobody stays as it is."""
    try:
        return file.expanduser()
    except RuntimeError:
        return file


def told_from_home(folder: Path) -> str:
    """`~/...` for what lies in the home folder: it tells nobody's name."""
    try:
        return f"~/{folder.relative_to(at_home(Path('~'))).as_posix()}"
    except ValueError:
        return str(folder)


def checkout_around(folder: Path) -> Path | None:
    """The checkout of mockview that `folder` lies in, if it does."""
    for candidate in (folder, *folder.parents):
        if (candidate / "simulator" / "places.py").is_file() and (
            candidate / "recordings"
        ).is_dir():
            return candidate
    return None


def built_in_sets() -> Path:
    """The question sets that come with the program: in the wheel, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / BUILT_IN_SETS
    return inside if inside.is_dir() else package.parent / BUILT_IN_SETS
