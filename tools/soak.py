"""`make soak`: everything in tests/reliability as often as docs/reliability.md says, then a table.

Several files of tests run at once, since most of the time is spent waiting. Ends with 1 where one
failed; what failed is printed.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
TESTS = CHECKOUT / "tests" / "reliability"
AT_ONCE = int(os.environ.get("SOAK_AT_ONCE", "3"))
FIRST = ("test_long_interview.py", "test_killed.py", "test_parsers.py", "test_lost_devices.py")
"""Those that take longest."""


def machine() -> str:
    """What it ran on, in a line."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        cpu = names[0].partition(":")[2].strip() if names else cpu
    memory_gb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (
        f"{os.cpu_count()} cores ({cpu}), {memory_gb:.0f} GB, {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}"
    )


def run(file: Path, log: Path) -> tuple[Path, int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(file)],
        capture_output=True, text=True, check=False, cwd=CHECKOUT,
        env=os.environ | {"MOCKVIEW_TESTS_SOAK": "1", "MOCKVIEW_TESTS_SOAK_LOG": str(log)},
    )  # fmt: skip
    print(f"{file.name}: {done.stdout.strip().splitlines()[-1:]}", file=sys.stderr, flush=True)
    return file, done.returncode, done.stdout + done.stderr


def table(log: Path) -> str:
    """What was tried, as Markdown."""
    lines = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    rows = ["| tried | how often | outcome | test |", "|---|---|---|---|"]
    for line in sorted(lines, key=lambda line: line["test"]):
        promise, outcome = (text.replace("|", "\\|") for text in (line["promise"], line["outcome"]))
        name = line["test"].removeprefix("tests/reliability/").partition("[")[0]
        rows.append(f"| {promise} | {line['tried']:,} | {outcome} | `{name}` |")
    return "\n".join(rows)


def main() -> int:
    begun_s = time.monotonic()
    wanted = [TESTS / f"test_{name}.py" for name in sys.argv[1:]]
    files = wanted or sorted(
        TESTS.glob("test_*.py"), key=lambda file: (file.name not in FIRST, file.name)
    )
    with tempfile.TemporaryDirectory() as folder:
        log = Path(os.environ.get("SOAK_LOG", f"{folder}/log"))
        with ThreadPoolExecutor(AT_ONCE) as pool:
            results = list(pool.map(lambda file: run(file, log), files))
        failed = [(file, said) for file, status, said in results if status]
        minutes = (time.monotonic() - begun_s) / 60
        print(f"{datetime.now(UTC):%Y-%m-%d}, {machine()}, {minutes:.0f} minutes.\n")
        print(table(log))
    for file, said in failed:
        print(f"\nFAILED: {file.name}\n{said}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
