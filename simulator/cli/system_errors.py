"""What the system refuses, in a sentence: a full disk, a name too long, no memory. No bugs."""

import errno

LONGEST_NAME = 120
FIXES = {
    errno.ENOSPC: "Free some space. What was saved before is whole.",
    errno.EDQUOT: "Free some space. What was saved before is whole.",
    errno.EFBIG: "See what limits the size of files here (ulimit -f).",
    errno.ENOMEM: "Close other programs and try again.",
    errno.EMFILE: "See what limits the number of open files here (ulimit -n).",
    errno.ENFILE: "Close other programs and try again.",
    errno.ENAMETOOLONG: "Give a shorter name.",
    errno.ELOOP: "A link there leads in a circle.",
    errno.EACCES: "Check its permissions.",
    errno.EPERM: "Check its permissions.",
    errno.EROFS: "Choose another place, with MOCKVIEW_HOME or --recordings.",
    errno.EIO: "Check the disk, and try again.",
    errno.ESTALE: "Check the network drive, and try again.",
    errno.ENOTDIR: "Something that should be a folder is not one.",
}


def sentence(error: Exception) -> str | None:
    """What happened and what to do; None for an error that is not the system's."""
    if isinstance(error, MemoryError):
        return f"There is not enough memory. {FIXES[errno.ENOMEM]}"
    if not isinstance(error, OSError) or error.errno not in FIXES:
        return None
    name = str(error.filename or "")
    shown = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}..."
    reason = (error.strerror or type(error).__name__).lower()
    what = f"{shown}: {reason}." if shown else f"{reason.capitalize()}."
    return f"{what} {FIXES[error.errno]}"
