"""Fetches pip's wheel for a Python that came without pip. Standard library only.

The index, its certificate and its password are found as pip would find them: in the environment,
then in pip's configuration files. Proxies are urllib's business (`https_proxy`).
"""

import base64
import configparser
import hashlib
import html.parser
import os
import re
import ssl
import sys
import urllib.parse
import urllib.request
from pathlib import Path

PYPI = "https://pypi.org/simple"


class NoPipError(Exception):
    """The index offers no pip that fits, or it came damaged."""


def fetch(folder: Path) -> Path:
    """The newest wheel of pip from the configured index, checked by the hash that it gives.

    Raises `NoPipError`, and `OSError` for an index that cannot be reached.
    """
    index = (os.environ.get("PIP_INDEX_URL") or configured("index-url") or PYPI).rstrip("/")
    address, _, fragment = newest_wheel(get(f"{index}/pip/").decode(), f"{index}/pip/").partition(
        "#"
    )
    content = get(address)
    wanted = re.search(r"sha256=([0-9a-f]{64})", fragment)
    if wanted and hashlib.sha256(content).hexdigest() != wanted[1]:
        raise NoPipError("it came damaged")
    file = folder / Path(urllib.parse.urlparse(address).path).name
    file.write_bytes(content)
    return file


def newest_wheel(page: str, address: str, python: tuple[int, int] = sys.version_info[:2]) -> str:
    """The link, made absolute, to the newest release on an index page that runs on `python`."""
    links = Links()
    links.feed(page)
    fitting = [
        (version, link)
        for link, oldest_python in links.found
        if (version := version_of(link)) and oldest_python <= python
    ]
    if not fitting:
        raise NoPipError("the index has none that fits")
    return urllib.parse.urljoin(address, max(fitting)[1])


class Links(html.parser.HTMLParser):
    """Collects `(link, oldest Python it runs on)`, without what was withdrawn."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[int, int]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        marks = dict(attrs)
        link = marks.get("href")
        if tag != "a" or not link or "data-yanked" in marks:
            return
        needs = re.search(r">=\s*(\d+)\.(\d+)", marks.get("data-requires-python") or "")
        self.found.append((link, (int(needs[1]), int(needs[2])) if needs else (0, 0)))


def version_of(link: str) -> tuple[int, ...]:
    """The numbers of a released wheel of pip; empty for anything else."""
    found = re.search(r"(?:^|/)pip-(\d+(?:\.\d+)*)-py3-none-any\.whl(?:#|$)", link)
    return tuple(int(part) for part in found[1].split(".")) if found else ()


def configured(key: str) -> str | None:
    """A setting of pip's, from its configuration files; the user's go before the machine's."""
    files = [os.environ.get("PIP_CONFIG_FILE", "")]
    if files != [os.devnull]:  # pip's way to say: read none
        user = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        files += [str(user / "pip/pip.conf"), str(Path.home() / ".pip/pip.conf"), "/etc/pip.conf"]
    for file in files:
        parser = configparser.RawConfigParser()
        if file and Path(file).is_file() and parser.read(file):
            for section in ("install", "global"):
                if parser.has_option(section, key) and (value := parser.get(section, key).split()):
                    return value[0]
    return None


def get(address: str) -> bytes:
    plain, headers = without_password(address)
    certificates = os.environ.get("PIP_CERT") or configured("cert")
    context = ssl.create_default_context(cafile=certificates)
    request = urllib.request.Request(plain, headers={"Accept": "text/html", **headers})  # noqa: S310
    with urllib.request.urlopen(request, timeout=60, context=context) as answer:  # noqa: S310
        content: bytes = answer.read()
    return content


def without_password(address: str) -> tuple[str, dict[str, str]]:
    """The address as urllib takes it, and the header that stands for its `user:password@`."""
    parts = urllib.parse.urlsplit(address)
    user, at, host = parts.netloc.rpartition("@")
    if not at:
        return address, {}
    secret = base64.b64encode(urllib.parse.unquote(user).encode()).decode()
    return parts._replace(netloc=host).geturl(), {"Authorization": f"Basic {secret}"}
