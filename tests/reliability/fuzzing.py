"""Lets atheris, a coverage-guided fuzzer, loose on a parser: `python -m tests.reliability.fuzzing
sets|sessions [libFuzzer options]`. `make soak` installs atheris into `.soak` and calls this."""

import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / ".soak"))

import atheris

with atheris.instrument_imports(
    include=["simulator.questions", "simulator.archive", "ruamel.yaml"]
):
    import ruamel.yaml

    from simulator.archive import reading as archive_reading
    from simulator.archive import schema, session_file
    from simulator.archive.model import ArchiveError
    from simulator.questions import checks, explaining, yaml_tree
    from simulator.questions import reading as set_reading
    from simulator.questions import schema as set_schema
from simulator.errors import MockviewError
from tests.reliability.telling import told

INSTRUMENTED = (ruamel.yaml, schema, session_file, checks, explaining, yaml_tree, set_schema)


def sets(content: bytes) -> None:
    try:
        set_reading.parse(content, Path("fuzzed.yaml"))
    except MockviewError as error:
        told(error, lines=True)


FOLDER = Path(tempfile.mkdtemp(prefix=".mockview-fuzz-")) / "2026-11-23-1434-k3f9"


def sessions(content: bytes) -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "session.json").write_bytes(content)
    for read in (archive_reading.read_session, session_file.read_summary):
        try:
            read(FOLDER)
        except ArchiveError as error:
            told(error)


if __name__ == "__main__":
    parser = {"sets": sets, "sessions": sessions}[sys.argv.pop(1)]
    atheris.Setup(sys.argv, parser)
    atheris.Fuzz()
