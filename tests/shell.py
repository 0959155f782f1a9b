"""The program under a shell with job control, on a pseudo-terminal: Ctrl-Z stops it, `fg` goes on.

The shell is a script, not one that talks to somebody: an interactive bash puts the terminal right
by itself when a program was stopped or killed, and so would hide what the program leaves behind.
"""

import os
import signal
import subprocess
import sys

import pexpect

LONGEST_S = 60
STOPPED = 128 + 20
LINE = f"""
after() {{
    if [ $1 -ne {STOPPED} ]; then echo "ended=$1"; stty -g; return; fi
    echo is-stopped; stty -g; read how
    if [ "$how" = bg ]; then bg; echo is-behind; read how; stty -g; fi
    fg; after $?  # no loop: bash leaves loops when Ctrl-Z stops a program in them
}}
set -m; ulimit -c 0; stty -g; "$@"; after $?
"""
SETTINGS = r"([0-9a-f]+(?::[0-9a-f]+){10,})\r\n"


def _as_from_a_window() -> None:
    """Tests run under `nohup` hand down that a closed window is ignored."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Program:
    """The program of these words; its terminal is `terminal`. The terminal's settings, as
    `stty -g` writes them, must be what they were whenever the shell has its turn."""

    def __init__(self, *words: str, columns: int = 80, **environment: str) -> None:
        kept = {
            name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")
        }
        self.terminal: pexpect.spawn[str] = pexpect.spawn(
            "bash",
            ["--norc", "-c", LINE, "bash", sys.executable, "-m", "simulator", *words],
            env=kept | {"TERM": "xterm-256color"} | environment,
            encoding="utf-8",
            codec_errors="replace",
            dimensions=(40, columns),
            timeout=LONGEST_S,
            preexec_fn=_as_from_a_window,
        )
        self.terminal.delaybeforesend = None
        self.settings = self._settings()

    def stop(self) -> None:
        """Ctrl-Z."""
        self.terminal.send("\x1a")
        self.terminal.expect("is-stopped\r\n")
        assert self._settings() == self.settings

    def go_on(self) -> None:
        """`fg`"""
        self.terminal.sendline("fg")

    def go_on_behind(self) -> None:
        """`bg`"""
        self.terminal.sendline("bg")
        self.terminal.expect("is-behind\r\n")

    def come_back(self) -> None:
        """`fg`, after `bg`"""
        self.terminal.sendline("fg")
        assert self._settings() == self.settings

    def kill(self, number: int) -> None:
        found = subprocess.run(
            ["pgrep", "-P", str(self.terminal.pid)], capture_output=True, text=True, check=True
        )
        os.kill(int(found.stdout.split()[0]), number)

    def end(self) -> tuple[int, str]:
        """How the program ended, and all that it showed."""
        self.terminal.expect(r"ended=(\d+)\r\n")
        status, shown = int(self.terminal.match.group(1)), self.terminal.before or ""
        assert self._settings() == self.settings
        self.terminal.expect(pexpect.EOF)
        self.terminal.close()
        return status, shown

    def close(self) -> None:
        self.terminal.close(force=True)

    def _settings(self) -> str:
        self.terminal.expect(SETTINGS)
        return str(self.terminal.match.group(1))
