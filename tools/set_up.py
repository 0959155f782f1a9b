"""Makes `.venv` with everything that mockview and its tests need. Standard library only.

    python3 tools/set_up.py

Works on a fresh Debian with python3, as root or not, with or without the packages python3-venv and
python3-pip. Versions and hashes are those of requirements.lock. Indexes, certificates and proxies
are taken from the environment and pip's own configuration. Done already, it ends at once; stopped
half way, it goes on when called again.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import fetch_pip

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = HERE / "requirements.lock"
STAMP = VENV / "mockview-set-up"
OLDEST = (3, 11)


def main() -> None:
    if sys.version_info < OLDEST:
        sys.exit("mockview needs Python 3.11 or newer. Name one with: make PYTHON=python3.11")
    # The place belongs to the state: commands in a .venv that was moved do not start.
    contents = LOCK.read_bytes() + (HERE / "pyproject.toml").read_bytes()
    state = f"{hashlib.sha256(contents).hexdigest()}\n{HERE}\n"
    was = STAMP.read_text() if STAMP.exists() else None
    if PYTHON.exists() and was == state:
        return
    print("Setting up .venv (about 1 GB; a few minutes the first time) ...", flush=True)
    moved = was is not None and was.splitlines()[1:] != [str(HERE)]
    if moved or not has_pip():
        make_venv()
    # The lock names everything. Without --no-deps, pip before 23.3 takes `coverage[toml]`, which
    # something asks for, for another package than the locked `coverage`, and wants the newest.
    pip("install", "--require-hashes", "--no-deps", "-r", str(LOCK))
    pip("install", "--no-deps", "--no-build-isolation", "-e", str(HERE))
    STAMP.write_text(state)


def has_pip() -> bool:
    return PYTHON.exists() and run([str(PYTHON), "-m", "pip", "--version"], quiet=True)


def run(command: list[str], *, quiet: bool = False) -> bool:
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, stdout=output, stderr=output, check=False).returncode == 0


def pip(*words: str) -> None:
    # On a terminal the progress is worth seeing; in a log it is noise.
    loudness = [] if sys.stdout.isatty() else ["--quiet"]
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *loudness, *words]
    if not run(command):
        sys.exit(f"Setting up failed at: pip {' '.join(words)}\nWhy is said above; then try again.")


def make_venv() -> None:
    """A virtual environment with pip, by whichever way this machine offers."""
    if venv_with_pip():
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        run(["apt-get", "update", "-qq"], quiet=True)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        run([*install, f"python{version}-venv"], quiet=True)
        if venv_with_pip():
            return
    shutil.rmtree(VENV, ignore_errors=True)
    if not run([sys.executable, "-m", "venv", "--without-pip", str(VENV)]):
        sys.exit("This Python cannot make a virtual environment: install the package python3-venv.")
    try:
        wheel = fetch_pip.fetch(VENV)
    except (fetch_pip.NoPipError, OSError) as error:
        sys.exit(f"pip could not be fetched ({error}): install the package python3-venv.")
    # pip's wheel can be run as it is, and installs itself.
    if not run([str(PYTHON), f"{wheel}/pip", "install", "--quiet", str(wheel)]):
        sys.exit("pip could not be set up: install the package python3-venv.")
    wheel.unlink()


def venv_with_pip() -> bool:
    shutil.rmtree(VENV, ignore_errors=True)
    return run([sys.executable, "-m", "venv", str(VENV)], quiet=True) and has_pip()


if __name__ == "__main__":
    main()
