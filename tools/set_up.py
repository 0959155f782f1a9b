"""Makes `.venv` with everything that mockview and its tests need. Standard library only.

    python3 tools/set_up.py

Works on a fresh Debian with python3, as root or not, with or without the packages python3-venv and
python3-pip. Versions and hashes are those of requirements.lock. Indexes, certificates and proxies
are taken from the environment and pip's own configuration. Done already, it ends at once.
"""

import configparser
import hashlib
import html.parser
import os
import re
import shutil
import ssl
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = HERE / "requirements.lock"
STAMP = VENV / "mockview-set-up"
OLDEST = (3, 11)


def main() -> None:
    if sys.version_info < OLDEST:
        sys.exit("mockview needs Python 3.11 or newer.")
    state = hashlib.sha256(
        LOCK.read_bytes() + (HERE / "pyproject.toml").read_bytes() + str(HERE).encode()
    ).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == state:
        return
    print("Setting up .venv (about 1 GB; a few minutes the first time) ...", flush=True)
    if not has_pip():
        make_venv()
    pip("install", "--quiet", "--require-hashes", "-r", str(LOCK))
    pip("install", "--quiet", "--no-deps", "--no-build-isolation", "-e", str(HERE))
    STAMP.write_text(state)


def has_pip() -> bool:
    return PYTHON.exists() and run([str(PYTHON), "-m", "pip", "--version"], quiet=True)


def run(command: list[str], *, quiet: bool = False) -> bool:
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, stdout=output, stderr=output, check=False).returncode == 0


def pip(*words: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *words]
    if not run(command):
        sys.exit(f"Setting up failed at: pip {' '.join(words)}")


def make_venv() -> None:
    """A virtual environment with pip, by whichever way this machine offers."""
    shutil.rmtree(VENV, ignore_errors=True)
    if run([sys.executable, "-m", "venv", str(VENV)], quiet=True) and has_pip():
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        run(["apt-get", "update", "-qq"], quiet=True)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
        run([*install, f"python{version}-venv"], quiet=True)
        shutil.rmtree(VENV, ignore_errors=True)
        if run([sys.executable, "-m", "venv", str(VENV)], quiet=True) and has_pip():
            return
    shutil.rmtree(VENV, ignore_errors=True)
    if not run([sys.executable, "-m", "venv", "--without-pip", str(VENV)]):
        sys.exit("This Python cannot make a virtual environment: install the package python3-venv.")
    wheel = fetch_pip()
    # pip's wheel can be run as it is, and installs itself.
    if not run([str(PYTHON), f"{wheel}/pip", "install", "--quiet", str(wheel)]):
        sys.exit("pip could not be set up: install the package python3-venv.")
    wheel.unlink()


class Links(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        link = dict(attrs).get("href") if tag == "a" else None
        if link:
            self.found.append(link)


def fetch_pip() -> Path:
    """The newest wheel of pip from the configured index, checked by the hash that it gives."""
    page = f"{index_url().rstrip('/')}/pip/"
    links = Links()
    links.feed(get(page).decode())
    wheels = [link for link in links.found if re.search(r"/pip-[\d.]+-py3-none-any\.whl", link)]
    if not wheels:
        sys.exit(f"There is no pip on {page}: install the package python3-venv.")
    newest = max(wheels, key=version_of)
    address, _, fragment = urllib.parse.urljoin(page, newest).partition("#")
    content = get(address)
    wanted = re.search(r"sha256=([0-9a-f]{64})", fragment)
    if wanted and hashlib.sha256(content).hexdigest() != wanted[1]:
        sys.exit("pip's wheel came damaged: try again.")
    file = VENV / Path(urllib.parse.urlparse(address).path).name
    file.write_bytes(content)
    return file


def version_of(link: str) -> tuple[int, ...]:
    found = re.search(r"/pip-([\d.]+)-py3", link)
    return tuple(int(part) for part in found[1].split(".")) if found else ()


def index_url() -> str:
    return os.environ.get("PIP_INDEX_URL") or configured("index-url") or "https://pypi.org/simple"


def configured(key: str) -> str | None:
    """A setting of pip's, from its configuration files."""
    home = Path.home()
    files = [
        os.environ.get("PIP_CONFIG_FILE", ""),
        home / ".config/pip/pip.conf",
        home / ".pip/pip.conf",
        "/etc/pip.conf",
    ]
    for file in files:
        parser = configparser.RawConfigParser()
        if file and Path(file).is_file() and parser.read(file):
            for section in ("install", "global"):
                if parser.has_option(section, key):
                    return parser.get(section, key).split()[0]
    return None


def get(address: str) -> bytes:
    certificates = os.environ.get("PIP_CERT") or configured("cert")
    context = ssl.create_default_context(cafile=certificates)
    request = urllib.request.Request(address, headers={"Accept": "text/html"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=60, context=context) as answer:  # noqa: S310
        content: bytes = answer.read()
    return content


if __name__ == "__main__":
    main()
