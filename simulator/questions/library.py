"""Finds question sets: those that come with the program, the user's own, any file."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import MockviewError, did_you_mean
from simulator.places import at_home
from simulator.questions import reading
from simulator.questions import samples as sample_answers
from simulator.questions.model import QuestionSet

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
        file = at_home(Path(name_or_file))
        if file.suffix in (".yaml", ".yml") or len(file.parts) > 1:
            if file.is_file():
                return file
            raise MockviewError(f"There is no file {name_or_file}.", "Check the name.")
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

    def samples(
        self, name_or_file: str, questions: Collection[str] | None = None
    ) -> sample_answers.Samples:
        """Sample answers by question id, from the folder `samples` beside the set; may be empty.

        Raises `SetError` for a file with mistakes; an id that is not among `questions`, if they are
        given, is one.
        """
        file = self.file(name_or_file)
        samples = file.parent / SAMPLES / file.name
        return sample_answers.read(samples, questions) if samples.is_file() else {}


def _sets_in(folder: Path) -> Iterator[Path]:
    """Not those whose names could not be shown."""
    if folder.is_dir():
        yield from (file for file in sorted(folder.glob("*.yaml")) if file.name.isprintable())


def of(folders: Sequence[Path]) -> Library:
    return Library(tuple(folders))
