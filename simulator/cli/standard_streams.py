"""Standard input and output, whatever whoever starts the program has done to them."""

import os
import sys
from contextlib import suppress


def open_closed_ones() -> None:
    """Opens those of the three that are closed on nothing.

    Else the next file that is opened, a recording perhaps, would get the number of standard output
    or error, and what a library prints would land in it.
    """
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:  # noqa: PLR2004 (the last of the three)
        os.set_inheritable(descriptor, True)
    os.close(descriptor)
    nothing = {"stdin": "r", "stdout": "w", "stderr": "w"}
    for name, mode in nothing.items():
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123


def give_up_on_full_ones() -> None:
    """What cannot be written to standard output any more goes nowhere: Python would try it again
    as it ends, and complain in words of its own."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError):
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, 1)
            os.close(nothing)
