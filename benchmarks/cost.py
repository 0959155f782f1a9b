"""What mockview costs: processor time, memory, start-up, size. Prints a Markdown table.

    python benchmarks/cost.py RECORDING [RECORDING ...]

RECORDING is any spoken answer, a minute or so long. Each figure stands beside its peer, measured in
the same run, so that a noisy machine disturbs both alike; quote the ratios.
"""

import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

MOCKVIEW = [sys.executable, "-m", "simulator"]
BARE = """
import sys
from faster_whisper import WhisperModel
model = WhisperModel(sys.argv[1], device="cpu", compute_type="int8", local_files_only=True)
for path in sys.argv[2:]:
    segments, _ = model.transcribe(
        path, language="en", beam_size=5, condition_on_previous_text=False, word_timestamps=True
    )
    for segment in segments:
        pass
"""
REPEATS = 5


def cost(command: list[str]) -> tuple[float, float, float]:
    """Processor seconds, wall seconds and peak memory (MB) of a command, its children included.

    The command runs in a helper process of its own, whose children's peak is then its peak.
    """
    probe = (
        "import resource, subprocess, sys, time; start = time.perf_counter();"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe, *command], check=True, capture_output=True, text=True
    )
    cpu_s, wall_s, peak_mb = map(float, done.stdout.split())
    return cpu_s, wall_s, peak_mb


def median_cpu_s(command: list[str]) -> float:
    return statistics.median(cost(command)[0] for _ in range(REPEATS))


def recognition(files: list[str]) -> list[str]:
    model = subprocess.run(
        [*MOCKVIEW, "models", "path"], check=True, capture_output=True, text=True
    ).stdout.strip()
    audio_s = sum(duration_s(file) for file in files)
    ours_cpu, _, ours_mb = cost([*MOCKVIEW, "score", *files, "--json"])
    bare_cpu, _, bare_mb = cost([sys.executable, "-c", BARE, model, *files])
    return [
        row(
            f"`score`, {audio_s:.0f} s of sound: processor seconds a second of sound",
            f"{ours_cpu / audio_s:.3f}",
            f"faster-whisper alone {bare_cpu / audio_s:.3f}",
            f"{ours_cpu / bare_cpu:.2f}",
        ),
        row(
            "`score`: peak memory, MB",
            f"{ours_mb:.0f}",
            f"faster-whisper alone {bare_mb:.0f}",
            f"{ours_mb / bare_mb:.2f}",
        ),
    ]


def start_up() -> list[str]:
    ours = median_cpu_s([*MOCKVIEW, "--help"])
    peer = median_cpu_s([sys.executable, "-c", "import click"])
    return [
        row(
            "`mockview --help`: processor seconds (median of 5)",
            f"{ours:.3f}",
            f'`python -c "import click"` {peer:.3f}',
            f"{ours / peer:.2f}",
        )
    ]


def first_sound() -> list[str]:
    """From the end of one answer to the first block of the next question, with the voice warm."""
    from simulator.questions import Interviewer
    from simulator.voice import Utterance, choosing

    engine = choosing.load(choosing.choose("auto", choosing.probe_all()))
    asker = Interviewer("supervisor", "Dana", "Director")
    engine.synthesise(Utterance("Warm up.", asker))
    text = "Tell me about a time when you had to give somebody on your team bad news."
    start = time.perf_counter()
    engine.synthesise(Utterance(text, asker))
    cold_s = time.perf_counter() - start
    return [
        row(
            f"one question synthesised by the {engine.name} voice, not prepared, seconds",
            f"{cold_s:.2f}",
            "prepared while the candidate answers: 0",
            "",
        )
    ]


def installation() -> list[str]:
    packages = Path(sysconfig.get_path("purelib"))
    size = sum(file.lstat().st_size for file in packages.rglob("*") if not file.is_dir())
    return [row("installation with models, voices and tools for tests, MB", f"{size / 1e6:.0f}")]


def duration_s(file: str) -> float:
    import soundfile

    return float(soundfile.info(file).duration)


def row(what: str, ours: str, peer: str = "", ratio: str = "") -> str:
    return f"| {what} | {ours} | {peer} | {ratio} |"


def machine() -> str:
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text().splitlines() if line.startswith("model name")]
        model = names[0].split(":", 1)[1].strip() if names else model
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    )


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    print(f"Machine: {machine()}\n")
    print("| what | mockview | peer | ratio |\n|---|---|---|---|")
    for lines in (recognition(sys.argv[1:]), start_up(), first_sound(), installation()):
        print("\n".join(lines))


if __name__ == "__main__":
    main()
