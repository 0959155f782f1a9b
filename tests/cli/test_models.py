"""`models pull` asks on a terminal, and a no is a no; what it tells the site it fetches from."""

import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.cli.main import EXPECTED, INTERRUPTED

ASKED: list[dict[str, str]] = []
"""The headers of what `site` was asked."""


class Site(http.server.BaseHTTPRequestHandler):
    """Has no model, and remembers what it was asked."""

    def do_GET(self) -> None:
        ASKED.append({name.lower(): value for name, value in self.headers.items()})
        self.send_response(404)
        self.send_header("X-Error-Code", "RepoNotFound")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 (the library's name for it)

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_no_login_is_sent_and_nothing_but_what_was_said(site: str, tmp_path: Path) -> None:
    ASKED.clear()
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "models", "pull", "tiny", "--yes"],
        env=os.environ
        | {"HF_ENDPOINT": site, "HF_TOKEN": "hf_secret", "MOCKVIEW_HOME": str(tmp_path)},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == EXPECTED
    assert "could not be fetched" in done.stderr
    assert "Warning" not in done.stderr
    assert ASKED
    usual = {"host", "accept", "accept-encoding", "connection", "user-agent"}
    for headers in ASKED:
        assert "hf_secret" not in str(headers)
        assert set(headers) <= usual | {"x-hf-download-counter", "x-amzn-trace-id"}
        told = {part.partition("/")[0].strip() for part in headers["user-agent"].split(";")}
        assert told <= {"unknown", "hf_hub", "python"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")
@pytest.mark.parametrize(
    ("typed", "status", "says"),
    [("n\r", EXPECTED, "Nothing was fetched."), ("\x03", INTERRUPTED, "Stopped.")],
)
def test_on_a_terminal_it_asks(typed: str, status: int, says: str) -> None:
    import pexpect

    child = pexpect.spawn(
        sys.executable, ["-m", "simulator", "models", "pull", "tiny"], encoding="utf-8", timeout=60
    )
    child.expect_exact("Fetch it?")
    child.send(typed)
    child.expect_exact(says)
    child.expect(pexpect.EOF)
    told = child.before
    child.close()
    assert child.exitstatus == status
    assert "is kept" not in (told or "")  # nothing is recorded here
