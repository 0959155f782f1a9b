"""Assesses in a process of its own, so that recognising never disturbs a recording.

The process loads the models once, when it starts, and keeps them for the whole interview. When it
dies (memory, a crash in a library) the answer in hand fails with a clear sentence, its sound being
safe on disk, and the next answer gets a new process.
"""

import multiprocessing
import os
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from simulator.assessment.assessing import Assessment, assess_sound, assess_text
from simulator.assessment.base import Job
from simulator.assessment.standards import USUAL, Standards
from simulator.errors import MockviewError
from simulator.judge import Judge
from simulator.prosody import OverlapDetector, PitchTracker
from simulator.transcription import Recogniser, TranscriptionError
from simulator.transcription.models import Model

NOT_ASSESSED = TranscriptionError(
    "The answer could not be transcribed: the process that does it has died.",
    "The sound is kept; score it later with: mockview score",
)


class ProcessAssessor:
    """An `Assessor`. Without a speech model it takes typed answers alone.

    With more `workers` than one, as many answers are assessed at once. `threads` (of each) as in
    `WhisperRecogniser`.
    """

    def __init__(
        self,
        model: Model | None,
        *,
        standards: Standards = USUAL,
        workers: int = 1,
        threads: int = 0,
    ) -> None:
        self._model = model
        self._standards = standards
        self._workers = workers
        self._threads = threads
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(
            max_workers=self._workers,
            # A fresh interpreter: forking one with sound threads in it is not safe.
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_prepare,
            initargs=(self._model, self._standards, self._threads),
        )
        pool.submit(_warm)  # the models load now, not with the first answer
        return pool

    def begin(self, job: Job) -> "PendingInProcess":
        try:
            return PendingInProcess(self._pool.submit(_assess, job))
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = self._start()
            return PendingInProcess(self._pool.submit(_assess, job))

    def close(self) -> None:
        processes = list((self._pool._processes or {}).values())
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()


class PendingInProcess:
    """A `Pending`."""

    def __init__(self, future: "Future[Assessment]") -> None:
        self._future = future

    def done(self) -> bool:
        return self._future.done()

    def result(self, wait_s: float | None = None) -> Assessment:
        try:
            return self._future.result(wait_s)
        except (BrokenProcessPool, MemoryError) as error:
            raise NOT_ASSESSED from error
        except (MockviewError, TimeoutError):
            raise
        except Exception as error:  # libraries that run out of memory have many names for it
            raise TranscriptionError(
                f"The answer could not be transcribed ({type(error).__name__}).", NOT_ASSESSED.fix
            ) from error


_recogniser: Recogniser | None = None
_judge: Judge | None = None
_tracker: PitchTracker | None = None
_overlap: OverlapDetector | None = None
_standards: Standards = USUAL
_trouble: MockviewError | None = None


def _prepare(model: Model | None, standards: Standards, threads: int) -> None:
    """Runs once in the new process. A model that does not load fails answers, not the pool."""
    global _recogniser, _judge, _tracker, _overlap, _standards, _trouble  # noqa: PLW0603 (one process)
    from simulator.judge import minilm

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the interview to deal with
    threading.Thread(target=_end_with_interview, name="parent", daemon=True).start()
    _standards = standards
    try:
        _judge = minilm.load()
        if model is not None:
            from simulator.prosody import overlap, swift_f0
            from simulator.transcription.whisper import WhisperRecogniser

            _recogniser = WhisperRecogniser(model, threads=threads)
            _tracker = swift_f0.load()
            _overlap = overlap.load()
    except MockviewError as error:
        _trouble = error


def _end_with_interview() -> None:
    """Ends this process when the interview's was killed: nobody else would end it."""
    interview = multiprocessing.parent_process()
    if interview is not None:
        interview.join()
        os._exit(1)


def _warm() -> None:
    """Does nothing: by the time it runs, `_prepare` has."""


def _assess(job: Job) -> Assessment:
    if _trouble is not None:
        raise _trouble
    assert _judge is not None  # noqa: S101 (prepared above)
    if job.file is None:
        return assess_text(
            job.text or "",
            job.question,
            judge=_judge,
            standards=_standards,
            language=job.language,
        )
    from simulator.audio import files

    assert _recogniser is not None  # noqa: S101 (prepared above)
    return assess_sound(
        files.read(job.file),
        job.question,
        recogniser=_recogniser,
        judge=_judge,
        tracker=_tracker,
        overlap=_overlap,
        standards=_standards,
        language=job.language,
    )
