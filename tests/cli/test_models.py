"""`models pull` asks on a terminal, and a no is a no: nothing is fetched."""

import sys

import pytest

from simulator.cli.main import EXPECTED, INTERRUPTED


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
    if status == EXPECTED:
        assert "is kept" not in (told or "")
