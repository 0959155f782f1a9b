"""The order in which things reach the disk: whenever the power goes, what was safe stays safe.

The power cannot be cut here. What can be watched is that nothing is renamed before it is on the
disk, and nothing is removed before what replaces it is.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.soaking import note

STRACE = shutil.which("strace")
pytestmark = pytest.mark.skipif(STRACE is None, reason="NOT RUN: strace is not installed")

CHECKOUT = Path(__file__).parents[2]
ENVIRONMENT = {name: text for name, text in os.environ.items() if not name.startswith("COVERAGE")}
"""Without the measuring of coverage, which has files of its own to write."""
RECORDS = """
import sys
import numpy as np
from pathlib import Path
from simulator.audio.part_file import PartFile, finish
part = PartFile(Path(sys.argv[1]))
for _ in range(4):
    part.write(np.full(4000, 0.25, np.float32))
    part.flush()
part.close()
finish(part.path)
"""
SAVES = """
import sys
from pathlib import Path
from simulator.archive import Archive
from tests import factories
Archive(Path(sys.argv[1])).create(factories.a_session())
"""


def steps(code: str, *words: str, log: Path) -> list[str]:
    """What was done, in order: `flush FILE`, `name FILE`, `remove FILE`, `flush folder`."""
    subprocess.run(
        [
            *(str(STRACE), "-f", "-y", "-qq", "-o", str(log), "-e"),
            "trace=fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat",
            *(sys.executable, "-c", code, *words),
        ],
        check=True, cwd=CHECKOUT, env=ENVIRONMENT,
    )  # fmt: skip
    found = []
    for line in log.read_text().splitlines():
        if match := re.search(r"f(?:data)?sync\(\d+<(.*?)>\)", line):
            path = Path(match[1])
            found.append("flush folder" if path.is_dir() else f"flush {path.name}")
        elif match := re.search(r"rename(?:at2?)?\(.*\"(.*?)\"(?:, \w+)?\)\s+= 0", line):
            found.append(f"name {Path(match[1]).name}")
        elif match := re.search(r"unlink(?:at)?\(.*\"(.*?)\".*= 0", line):
            found.append(f"remove {Path(match[1]).name}")
    return [step for step in found if "pyc" not in step]


def test_a_recording(tmp_path: Path) -> None:
    file = tmp_path / "answers" / "01-pitch.flac"
    file.parent.mkdir()
    done = steps(RECORDS, str(file), log=tmp_path / "log")
    part = "01-pitch.part.wav"
    assert done[0] == "flush folder"  # the part file's own name
    assert done[1:5] == [f"flush {part}"] * 4
    assert done[-4:] == [
        "flush .01-pitch.flac.new", "name 01-pitch.flac", "flush folder", f"remove {part}",
    ]  # fmt: skip
    note(
        "the order in which a recording reaches the disk (strace)", 1,
        "flushed while it is recorded; the FLAC is flushed, then named, then the name flushed, and "
        "only then the part file goes",
    )  # fmt: skip


def test_a_session(tmp_path: Path) -> None:
    done = steps(SAVES, str(tmp_path / "recordings"), log=tmp_path / "log")
    name = done.index("name session.json")
    assert done[name - 1].startswith("flush .new-")
    assert done[name + 1] == "flush folder"
    note(
        "the order in which a session reaches the disk (strace)", 1,
        "flushed, then named, then the name flushed",
    )  # fmt: skip
