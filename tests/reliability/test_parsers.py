"""Generated inputs for every parser: each gives a value or a sentence, never anything else.

`make soak` tries 10,000 for each, and lets a coverage-guided fuzzer (`fuzzing.py`) loose on the set
reader and the session reader besides.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from simulator import settings as own_settings
from simulator.archive import ArchiveError
from simulator.archive.plan import Plan, read_plan, write_plan
from simulator.archive.reading import read_session
from simulator.archive.session_file import read_summary, session_text
from simulator.audio import SoundFileError, files
from simulator.errors import MockviewError
from simulator.questions import reading
from simulator.questions.starter import starter
from simulator.transcription import texts
from tests import factories
from tests.reliability.soaking import SOAK, note, times
from tests.reliability.telling import told

INPUTS = times(60, 10_000)
often = settings(
    max_examples=INPUTS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=(Phase.generate,) if SOAK else tuple(Phase),
)
CHECKOUT = Path(__file__).parents[2]


def mutated(seed: bytes) -> st.SearchStrategy[bytes]:
    """A good file with some of it changed, doubled, cut out, or put elsewhere; or anything."""
    place = st.integers(0, len(seed))
    odd = st.sampled_from(
        [b"\x00", b"\xff", b"\x1b[31m", b"&a *a", b"!!python/object:os.system", b"[" * 50,
         b"{" * 50,
         b"\xed\xa0\x80", "\u202e".encode(), b"../../x", b"1e999", b"-1", b"NaN", b": ", b"\n- ",
         b"9" * 400, b"null", b'"', b"\\ud800", b"\t"]
    )  # fmt: skip
    edit = st.tuples(place, st.integers(0, 40), st.one_of(odd, st.binary(max_size=20)))

    def edited(edits: list[tuple[int, int, bytes]]) -> bytes:
        content = seed
        for at, taken, new in edits:
            content = content[:at] + new + content[at + taken :]
        return content

    return st.one_of(st.lists(edit, min_size=1, max_size=6).map(edited), st.binary(max_size=300))


A_SET = starter("bakery", "bakery.yaml").encode()
A_SESSION = session_text(factories.a_session()).encode()


@given(mutated(A_SET))
@often
def sets(content: bytes) -> None:
    try:
        reading.parse(content, Path("bakery.yaml"))
    except MockviewError as error:
        told(error, lines=True)


@given(mutated(A_SESSION))
@often
def sessions(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "2026-11-23-1434-k3f9"
        folder.mkdir()
        (folder / "session.json").write_bytes(content)
        for read in (read_session, read_summary):
            try:
                read(folder)
            except ArchiveError as error:
                told(error)


with tempfile.TemporaryDirectory() as _name:
    write_plan(Path(_name), Plan((factories.a_question(),)))
    A_PLAN = (Path(_name) / "plan.json").read_bytes()


@given(mutated(A_PLAN))
@often
def plans(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "plan.json").write_bytes(content)
        try:
            read_plan(Path(name))
        except ArchiveError as error:
            told(error)


def _sound_files() -> list[bytes]:
    import numpy as np

    from tests.audio.sounds import encode

    with tempfile.TemporaryDirectory() as name:
        made = []
        for suffix in ("wav", "flac", "ogg", "opus", "mp3", "m4a", "webm"):
            tone = (np.sin(np.arange(4_800) / 20) / 3).astype(np.float32)
            file = encode(Path(name) / f"tone.{suffix}", np.stack([tone, tone]), 48_000)
            made.append(file.read_bytes())
    return made


@given(st.sampled_from(_sound_files()).flatmap(mutated), st.sampled_from(files.SUFFIXES))
@often
def sounds(content: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / f"answer{suffix}"
        file.write_bytes(content)
        try:
            sound = files.read(file)
        except SoundFileError as error:
            told(error)
        else:
            assert sound.sample_rate_hz == 16_000
            assert abs(sound.samples).max() <= 1.0


@given(mutated(b"Um, I'd say between 70 and 80 thousand, you know.\n"))
@often
def transcripts(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "answer.txt"
        file.write_bytes(content)
        try:
            texts.read(file)
        except MockviewError as error:
            told(error)


SOME_SETTINGS = b'voice = "neural"\n[targets]\npace_wpm = [90, 140]\n[fillers]\nalso = ["so"]\n'


@given(mutated(SOME_SETTINGS))
@often
def the_settings(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "settings.toml"
        file.write_bytes(content)
        try:
            own_settings.load(file, {}, {})
        except MockviewError as error:
            told(error, lines=True)


PARSERS: dict[str, Callable[[], None]] = {
    "question sets": sets,
    "sessions": sessions,
    "plans": plans,
    "sound files": sounds,
    "transcripts": transcripts,
    "settings": the_settings,
}


@pytest.mark.parametrize("parser", PARSERS)
def test_whatever_comes_it_is_read_or_told(parser: str) -> None:
    PARSERS[parser]()
    note(f"generated inputs to the reader of {parser}", INPUTS, "each read, or told in a sentence")


def test_the_seeds_are_good() -> None:
    assert reading.parse(A_SET, Path("bakery.yaml")).id == "bakery"
    assert json.loads(A_SESSION)["schema"] == 1
    assert tomllib.loads(SOME_SETTINGS.decode())


@pytest.mark.skipif(not SOAK, reason="a part of `make soak`, which installs the fuzzer")
@pytest.mark.parametrize("parser", ["sets", "sessions"])
def test_a_coverage_guided_fuzzer_finds_nothing(parser: str, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "good").write_bytes({"sets": A_SET, "sessions": A_SESSION}[parser])
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.reliability.fuzzing", parser),
            *(f"-runs={INPUTS}", "-seed=1", "-max_len=12000", "-timeout=20", "-rss_limit_mb=4096"),
            *(f"-artifact_prefix={tmp_path}/", str(corpus)),
        ],
        capture_output=True, text=True, check=False, cwd=CHECKOUT, env=dict(os.environ),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    ran = re.search(r"Done (\d+) runs in (\d+) second", done.stderr)
    assert ran, done.stderr[-3000:]
    coverage = re.findall(r"cov: (\d+)", done.stderr)
    note(
        f"a coverage-guided fuzzer (atheris) on the reader of {parser}", int(ran[1]),
        f"nothing but values and sentences; {coverage[0]} places of the code reached by the good "
        f"file alone, {coverage[-1]} in the end",
    )  # fmt: skip
