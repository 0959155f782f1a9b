"""Weights that are what they should be, and a session that gives the same sums every time."""

import hashlib
from pathlib import Path
from typing import Any

from simulator.judge.base import JudgeError

REMEDY = "Install mockview again."


def weights(file: Path, sha256: str, *, what: str, remedy: str) -> bytes:
    """The file's content. Raises `JudgeError` where it is missing or its SHA-256 is another:
    thresholds and curves were fitted to these very weights. `what` begins the sentence."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise JudgeError(f"{what} is missing in {file}.", remedy) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise JudgeError(f"{what} in {file} is damaged.", remedy)
    return content


def session(model: bytes) -> Any:
    """An onnxruntime session on one thread."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the same sums every time
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
