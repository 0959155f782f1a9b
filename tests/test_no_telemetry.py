"""Libraries that would report home are told not to before they can."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

USE = {
    "the judge of meaning": (
        "from simulator.judge import minilm; minilm.load().embed(['We grew by ten percent.'])"
    ),
    "the voice activity detector": (
        "from simulator.transcription import voice_activity;"
        "from simulator.sound import silence;"
        "voice_activity.load()(silence(1.0, 16000).samples)"
    ),
    "the detector of other voices": (
        "from simulator.prosody import overlap; from simulator.sound import silence;"
        "overlap.load().voices(silence(1.0, 16000))"
    ),
    "the pitch tracker": (
        "from simulator.prosody import swift_f0; from simulator.transcription import TimeSpan;"
        "from simulator.sound import Sound; import numpy;"
        "hum = numpy.sin(numpy.arange(16000, dtype='float32') / 20);"
        "swift_f0.load().contour(Sound(hum, 16000), [TimeSpan(0.0, 1.0)])"
    ),
}


@pytest.mark.parametrize("what", USE)
def test_nothing_is_queued_for_anybody(what: str, tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    for name in ("ORT_DISABLE_TELEMETRY", "HF_HUB_DISABLE_TELEMETRY"):
        environment.pop(name, None)
    subprocess.run([sys.executable, "-c", USE[what]], check=True, env=environment, timeout=120)
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []
