"""Assesses in a process of its own, so that recognising never disturbs a recording.

The process loads the models once, when it starts, and keeps them for the whole interview. While an
answer is being given it follows the recording and assesses ahead. When the process dies (memory, a
crash in a library) the answer in hand fails with a clear sentence, its sound being safe on disk,
and the next answer gets a new process; one that dies while an answer is still being given costs
nothing but the work that was done ahead.
"""

import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from simulator.assessment import engines
from simulator.assessment.assessing import Assessment
from simulator.assessment.base import Job, ProcessDiedError
from simulator.assessment.following import Following
from simulator.assessment.standards import USUAL, Standards
from simulator.errors import MockviewError
from simulator.transcription import TranscriptionError
from simulator.transcription.models import Model

LOOK_EVERY_S = 0.05
READ_EVERY_S = 0.2
NICENESS = 5
"""Recording, the voice and the screen come first wherever there is not enough processor for all."""
NOBODY = 0


class ProcessAssessor:
    """An `Assessor`. Without a speech model it takes typed answers alone.

    With more `workers` than one, as many answers are assessed at once, and none is followed.
    `threads` (of each) as in `WhisperRecogniser`. `beside` means beside an interview: the process
    gives way to it. `advice` is told where an answer is lost to a process that died.
    """

    def __init__(
        self,
        model: Model | None,
        *,
        standards: Standards = USUAL,
        workers: int = 1,
        threads: int = 0,
        beside: bool = False,
        advice: str = "Try again.",
    ) -> None:
        self._advice = advice
        self._model = model
        self._standards = standards
        self._workers = workers
        self._threads = threads
        self._niceness = NICENESS if beside else 0
        # A fresh interpreter: forking one with sound threads in it is not safe.
        self._context = multiprocessing.get_context("spawn")
        self._followed = self._context.Value("q", NOBODY, lock=False)
        self._followings = NOBODY
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(
            max_workers=self._workers,
            mp_context=self._context,
            initializer=_prepare,
            initargs=(
                self._model, self._standards, self._threads, self._niceness, self._followed,
            ),
        )  # fmt: skip
        pool.submit(_warm)  # the models load now, not with the first answer
        return pool

    def follow(self, job: Job) -> None:
        if self._model is None or self._workers > 1:
            return
        self._followings += 1
        self._followed.value = self._followings
        self._submit(_follow, job, self._followings)

    def begin(self, job: Job) -> "PendingInProcess":
        self._followed.value = NOBODY
        return PendingInProcess(self._submit(_assess, job), self._advice)

    def _submit(self, task: Any, *arguments: Any) -> "Future[Any]":
        try:
            return self._pool.submit(task, *arguments)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = self._start()
            return self._pool.submit(task, *arguments)

    def close(self) -> None:
        self._followed.value = NOBODY
        processes = list((self._pool._processes or {}).values())
        for process in processes:
            process.terminate()
        # A program that ends wakes its pools' threads, and stumbles over one that is just ending.
        self._pool.shutdown(wait=True, cancel_futures=True)


class PendingInProcess:
    """A `Pending`."""

    def __init__(self, future: "Future[Assessment]", advice: str) -> None:
        self._future = future
        self._advice = advice

    def done(self) -> bool:
        return self._future.done()

    def result(self, wait_s: float | None = None) -> Assessment:
        try:
            return self._future.result(wait_s)
        except (BrokenProcessPool, MemoryError) as error:
            raise ProcessDiedError(
                "The answer could not be transcribed: the process that does it has died.",
                self._advice,
            ) from error
        except (MockviewError, TimeoutError):
            raise
        except Exception as error:  # libraries that run out of memory have many names for it
            raise TranscriptionError(
                f"The answer could not be transcribed ({type(error).__name__}).", self._advice
            ) from error


class _Worker:
    """What the process keeps from one answer to the next."""

    def __init__(self, standards: Standards, followed: Any) -> None:
        self.standards = standards
        self.followed = followed
        self.engines: engines.Engines | None = None
        self.trouble: MockviewError | None = None
        self.following: Following | None = None


_worker: _Worker


def _prepare(
    model: Model | None, standards: Standards, threads: int, niceness: int, followed: Any
) -> None:
    """Runs once in the new process. A model that does not load fails answers, not the pool."""
    global _worker  # noqa: PLW0603 (one process)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the interview to deal with
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()
    if niceness and hasattr(os, "nice"):
        os.nice(niceness)
    _worker = _Worker(standards, followed)
    try:
        _worker.engines = engines.load(model, threads=threads)
    except MockviewError as error:
        _worker.trouble = error


def _end_with_parent() -> None:
    """A mockview that was killed tells nobody: its helper would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _warm() -> None:
    """Does nothing: by the time it runs, `_prepare` has."""


def _follow(job: Job, number: int) -> None:
    """Assesses ahead until the answer is over, or another is followed.

    What goes wrong here is not told: it will again, when the whole answer is assessed.
    """
    _worker.following = None
    if _worker.engines is None or job.file is None:
        return
    try:
        following = Following(
            job.file, job.question, _worker.engines,
            standards=_worker.standards, language=job.language,
        )  # fmt: skip
        looked_s = 0.0
        while _worker.followed.value == number:
            if time.monotonic() - looked_s >= READ_EVERY_S:
                looked_s = time.monotonic()
                if following.ahead():
                    looked_s = 0.0
            else:
                time.sleep(LOOK_EVERY_S)
    except MockviewError:
        return
    _worker.following = following


def _assess(job: Job) -> Assessment:
    if _worker.trouble is not None:
        raise _worker.trouble
    assert _worker.engines is not None  # noqa: S101 (prepared above)
    following, _worker.following = _worker.following, None
    if following is not None and following.file == job.file:
        return following.finish()
    return engines.assess(job, _worker.engines, standards=_worker.standards)
