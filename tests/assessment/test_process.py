"""Assessing in a process of its own: the real recogniser and judge, and a process that dies."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.assessment import Job
from simulator.assessment.process import ProcessAssessor
from simulator.audio import files, part_file
from simulator.errors import MockviewError
from simulator.sound import SPEECH_RATE_HZ, silence
from simulator.transcription import TranscriptionError, models
from tests.factories import a_question
from tests.spoken import spoken

pytestmark = pytest.mark.slow
WAIT_S = 120


@pytest.fixture
def assessor(tmp_path: Path) -> Iterator[ProcessAssessor]:
    model = models.find("tiny.en", pulled=tmp_path / "none", cache=tmp_path / "cache")
    made = ProcessAssessor(model, threads=1, advice="Measure it later.")
    yield made
    made.close()


def test_sound_and_text_come_back_assessed_in_order(
    assessor: ProcessAssessor, tmp_path: Path
) -> None:
    file = tmp_path / "01.flac"
    files.write_flac(file, spoken("Somewhere between seventy and eighty thousand."))
    by_voice = assessor.begin(Job(a_question(), file=file))
    by_hand = assessor.begin(Job(a_question(), text="Between 70 and 80 thousand."))
    assert "eighty" in by_voice.result(WAIT_S).transcript.text or "80" in (
        by_voice.result(WAIT_S).transcript.text
    )
    assert by_hand.result(WAIT_S).transcript.model == "typed"
    assert by_hand.result(WAIT_S).measures.melody is None
    assert by_voice.done()


def test_a_longer_answer_has_a_melody(assessor: ProcessAssessor, tmp_path: Path) -> None:
    file = tmp_path / "01.flac"
    text = "I told her what I had seen, and asked how she had seen it herself, and we agreed. "
    files.write_flac(file, spoken(text * 3))
    melody = assessor.begin(Job(None, file=file)).result(WAIT_S).measures.melody
    assert melody is not None
    assert 70 < melody.pitch_median_hz < 300
    assert 1 < melody.pitch_spread_semitones < 15


def test_a_broken_file_fails_alone(assessor: ProcessAssessor, tmp_path: Path) -> None:
    bad = tmp_path / "bad.flac"
    bad.write_bytes(b"nothing")
    pending = assessor.begin(Job(None, file=bad))
    with pytest.raises(MockviewError, match=r"bad\.flac"):
        pending.result(WAIT_S)
    assert assessor.begin(Job(None, text="Still here and well.")).result(WAIT_S).measures.words == 4


def test_a_process_that_dies_costs_one_answer(assessor: ProcessAssessor, tmp_path: Path) -> None:
    assert assessor.begin(Job(None, text="It is warm now.")).result(WAIT_S).measures.words == 4
    file = tmp_path / "01.flac"
    files.write_flac(file, spoken("This will not be heard to its end."))
    pending = assessor.begin(Job(None, file=file))
    for pid in list(assessor._pool._processes or {}):
        os.kill(pid, signal.SIGKILL)
    with pytest.raises(TranscriptionError, match=r"has died\. Measure it later"):
        pending.result(WAIT_S)
    assert assessor.begin(Job(None, text="A new one took over.")).result(WAIT_S).measures.words == 5


def record(file: Path, said: str) -> part_file.PartFile:
    part = part_file.PartFile(file)
    part.write(spoken(said).samples)
    part.write(silence(1.5, SPEECH_RATE_HZ).samples)
    return part


def end(part: part_file.PartFile) -> None:
    part.close()
    part_file.finish(part.path)


def test_an_answer_is_followed_while_it_is_recorded(
    assessor: ProcessAssessor, tmp_path: Path
) -> None:
    file = tmp_path / "01.flac"
    assessor.follow(Job(None, file=file))
    part = record(file, "This is heard while it is being said.")
    time.sleep(1.0)
    end(part)
    followed = assessor.begin(Job(None, file=file)).result(WAIT_S)
    assert "being said" in followed.transcript.text
    assert followed == assessor.begin(Job(None, file=file)).result(WAIT_S)


def test_a_skipped_answer_holds_the_next_one_up_in_nothing(
    assessor: ProcessAssessor, tmp_path: Path
) -> None:
    skipped, file = tmp_path / "01.flac", tmp_path / "02.flac"
    assessor.follow(Job(None, file=skipped))
    part = record(skipped, "This will be thrown away.")
    part.close()
    part.path.unlink()
    assessor.follow(Job(None, file=file))
    end(record(file, "This one is to be kept."))
    text = assessor.begin(Job(None, file=file)).result(WAIT_S).transcript.text
    assert "kept" in text
    assert "thrown" not in text


def test_a_process_that_dies_while_it_follows_costs_nothing(
    assessor: ProcessAssessor, tmp_path: Path
) -> None:
    file = tmp_path / "01.flac"
    assert assessor.begin(Job(None, text="It is warm now.")).result(WAIT_S).measures.words == 4
    assessor.follow(Job(None, file=file))
    part = record(file, "All of this is heard by the second process.")
    processes = list((assessor._pool._processes or {}).values())
    for process in processes:
        process.kill()
        process.join(WAIT_S)
    end(part)
    pending = assessor.begin(Job(None, file=file))
    assert "second process" in pending.result(WAIT_S).transcript.text


def test_who_only_types_is_not_followed(tmp_path: Path) -> None:
    assessor = ProcessAssessor(None)
    try:
        assessor.follow(Job(None, file=tmp_path / "01.flac"))
        assert assessor.begin(Job(None, text="Still here.")).result(WAIT_S).measures.words == 2
    finally:
        assessor.close()


def test_a_model_that_does_not_load_fails_answers_with_its_sentence(tmp_path: Path) -> None:
    for name in models.NEEDED:
        (tmp_path / name).write_text("{}")
    model = models.find(str(tmp_path), pulled=tmp_path, cache=tmp_path)
    assessor = ProcessAssessor(model)
    try:
        with pytest.raises(TranscriptionError, match="cannot be loaded"):
            assessor.begin(Job(None, text="Anything.")).result(WAIT_S)
    finally:
        assessor.close()


def test_none_of_its_threads_outlives_its_end() -> None:
    before = set(threading.enumerate())
    for _ in range(5):
        assessor = ProcessAssessor(None)
        assert set(threading.enumerate()) > before
        assessor.close()
        left = [type(one).__name__ for one in set(threading.enumerate()) - before]
        assert "_ExecutorManagerThread" not in left


def test_nobody_is_left_behind_by_a_program_that_is_killed() -> None:
    code = (
        "import time; from simulator.assessment import Job;"
        "from simulator.assessment.process import ProcessAssessor\n"
        "if __name__ == '__main__':\n"
        "    assessor = ProcessAssessor(None)\n"
        "    assessor.begin(Job(None, text='Hello.')).result()\n"
        "    print(*assessor._pool._processes, flush=True)\n"
        "    time.sleep(600)"
    )
    program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    helper = int(program.stdout.readline())
    os.kill(helper, 0)  # it is there
    program.kill()
    program.wait()
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until and _runs(helper):
        time.sleep(0.1)
    assert not _runs(helper)


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
