"""Fetching pip without pip: from an index page, checked by its hash."""

import base64
import functools
import hashlib
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import fetch_pip
import pytest

PAGE = """<!DOCTYPE html><html><body>
<a href="../../files/pip-9.0.3-py3-none-any.whl#sha256=aa">pip-9.0.3-py3-none-any.whl</a>
<a href="../../files/pip-26.3-py3-none-any.whl#sha256=bb" data-requires-python="&gt;=3.10">x</a>
<a href="../../files/pip-26.1.2-py3-none-any.whl#sha256=cc" data-requires-python="&gt;=3.9">x</a>
<a href="../../files/pip-26.4-py3-none-any.whl#sha256=dd" data-yanked="broken">x</a>
<a href="../../files/pip-27.0b1-py3-none-any.whl#sha256=ee">x</a>
<a href="../../files/pip-99.0.tar.gz#sha256=ff">pip-99.0.tar.gz</a>
<a href="../../files/pip-99.9-py3-none-any.whl#sha256=00" data-requires-python="&gt;=3.99">x</a>
</body></html>"""


@pytest.mark.parametrize(
    ("python", "version"), [((3, 11), "26.3"), ((3, 9), "26.1.2"), ((3, 99), "99.9")]
)
def test_the_newest_release_that_runs_here(python: tuple[int, int], version: str) -> None:
    link = fetch_pip.newest_wheel(PAGE, "https://index.test/simple/pip/", python)
    assert link.startswith(f"https://index.test/files/pip-{version}-py3-none-any.whl#sha256=")


def test_an_index_without_pip() -> None:
    with pytest.raises(fetch_pip.NoPipError):
        fetch_pip.newest_wheel("<a href='pip-1.0.zip'>", "https://index.test/simple/pip/")


def test_a_password_goes_into_a_header() -> None:
    address, headers = fetch_pip.without_password("https://me:p%40ss@index.test:8443/simple/pip/")
    assert address == "https://index.test:8443/simple/pip/"
    assert base64.b64decode(headers["Authorization"].removeprefix("Basic ")) == b"me:p@ss"


def test_no_password_no_header() -> None:
    assert fetch_pip.without_password("https://index.test/p@ge") == ("https://index.test/p@ge", {})


class TestConfigured:
    @pytest.fixture(autouse=True)
    def home(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
        monkeypatch.delenv("PIP_CONFIG_FILE", raising=False)
        return tmp_path

    def write(self, file: Path, index: str, section: str = "global") -> Path:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"[{section}]\nindex-url = {index}\n")
        return file

    def test_the_users_file(self, home: Path) -> None:
        self.write(home / ".config/pip/pip.conf", "https://a.test/simple")
        assert fetch_pip.configured("index-url") == "https://a.test/simple"

    def test_a_named_file_goes_first(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.write(home / ".pip/pip.conf", "https://a.test/simple")
        named = self.write(home / "named.conf", "https://b.test/simple", "install")
        monkeypatch.setenv("PIP_CONFIG_FILE", str(named))
        assert fetch_pip.configured("index-url") == "https://b.test/simple"

    def test_no_file_is_to_be_read(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.write(home / ".pip/pip.conf", "https://a.test/simple")
        monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
        assert fetch_pip.configured("index-url") is None


class TestFromAnIndex:
    """A real index, on this machine."""

    CONTENT = b"a wheel, as far as this test goes"

    @pytest.fixture
    def index(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
        page = tmp_path / "simple" / "pip" / "index.html"
        page.parent.mkdir(parents=True)
        digest = hashlib.sha256(self.CONTENT).hexdigest()
        name = "pip-26.3-py3-none-any.whl"
        page.write_text(f'<a href="../../{name}#sha256={digest}">{name}</a>')
        (tmp_path / name).write_bytes(self.CONTENT)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{server.server_port}/simple/")
            monkeypatch.setenv("no_proxy", "127.0.0.1")
            yield tmp_path
            server.shutdown()

    @pytest.mark.usefixtures("index")
    def test_it_arrives_under_its_own_name(self, tmp_path: Path) -> None:
        (tmp_path / "here").mkdir()
        wheel = fetch_pip.fetch(tmp_path / "here")
        assert wheel == tmp_path / "here" / "pip-26.3-py3-none-any.whl"
        assert wheel.read_bytes() == self.CONTENT

    def test_damaged_on_the_way(self, index: Path, tmp_path: Path) -> None:
        (index / "pip-26.3-py3-none-any.whl").write_bytes(self.CONTENT + b"!")
        (tmp_path / "here").mkdir()
        with pytest.raises(fetch_pip.NoPipError, match="damaged"):
            fetch_pip.fetch(tmp_path / "here")
        assert not list((tmp_path / "here").iterdir())
