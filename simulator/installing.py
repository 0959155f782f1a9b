"""How a package is installed: into the Python that mockview itself runs in."""

import shlex
import sys


def with_pip(*packages: str, anew: bool = False) -> str:
    """The line to type. A bare `pip` may be another Python's.

    With `anew` the packages themselves replace what is there, damaged or not.
    """
    options = ("--force-reinstall", "--no-deps") if anew else ()
    return shlex.join((sys.executable, "-m", "pip", "install", *options, *packages))
