"""Finds question sets: those that come with the program, the user's own, any file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import MockviewError, did_you_mean
from simulator.questions import reading
from simulator.questions.model import QuestionSet
from simulator.questions.yaml_tree import NotYaml
from simulator.questions.yaml_tree import read as read_yaml

DEFAULT = "second-interview"
SAMPLES = "samples"


@dataclass(frozen=True, slots=True)
class Library:
    """Folders with question sets; a name is looked for in their order, files end in `.yaml`."""

    folders: tuple[Path, ...]

    def names(self) -> list[str]:
        return sorted({file.stem for folder in self.folders for file in _sets_in(folder)})

    def file(self, name_or_file: str) -> Path:
        """Raises `MockviewError` for what is neither a set's name nor a file."""
        file = Path(name_or_file).expanduser()
        if file.suffix in (".yaml", ".yml") or len(file.parts) > 1:
            if file.is_file():
                return file
            raise MockviewError(
                f"There is no question set file {name_or_file}.", "See: mockview sets list"
            )
        for folder in self.folders:
            if (folder / f"{name_or_file}.yaml").is_file():
                return folder / f"{name_or_file}.yaml"
        raise MockviewError(
            f"There is no question set '{name_or_file}'.",
            f"{did_you_mean(name_or_file, self.names())} See: mockview sets list",
        )

    def load(self, name_or_file: str) -> QuestionSet:
        """Raises `SetError` for a set with mistakes, `MockviewError` for one that is not there."""
        return reading.read(self.file(name_or_file))

    def samples(self, name_or_file: str) -> dict[str, tuple[str, ...]]:
        """Sample answers by question id, from the folder `samples` beside the set; may be empty.

        Raises `MockviewError` for a file that is not a mapping of ids to lists of texts.
        """
        file = self.file(name_or_file)
        samples = file.parent / SAMPLES / file.name
        if not samples.is_file():
            return {}
        try:
            tree = read_yaml(samples.read_bytes())
        except (OSError, NotYaml) as error:
            raise MockviewError(f"The sample answers in {samples} cannot be read.") from error
        if not isinstance(tree.value, dict) or not all(
            isinstance(texts, list) and all(isinstance(text, str) for text in texts)
            for texts in tree.value.values()
        ):
            raise MockviewError(
                f"The sample answers in {samples} are not lists of texts by question id."
            )
        return {
            question: tuple(" ".join(text.split()) for text in texts)
            for question, texts in tree.value.items()
        }


def _sets_in(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("*.yaml")) if folder.is_dir() else ()


def of(folders: Sequence[Path]) -> Library:
    return Library(tuple(folders))
