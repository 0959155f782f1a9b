"""How `session.json` is laid out: written as lines, its first line read alone.

That line holds the session's summary, so that ten thousand sessions can be looked through without
an index that could go stale. A file without such a line (edited by somebody, or from another
version) is read whole instead, so that older files still work.
"""

import json
import os
from pathlib import Path

from simulator.archive.documents import SCHEMA, session_document
from simulator.archive.model import Session
from simulator.archive.names import SESSION_FILE
from simulator.archive.reading import damaged, open_regular, read_session
from simulator.archive.summary import SessionSummary, summarise, summary_document, summary_of

HEAD_BYTES = 32 * 1024
_END = b"]}\n"


def session_text(session: Session) -> str:
    """What `session.json` holds: the summary on the first line, then one line for each answer.

    Raises ValueError for a number that JSON does not have.
    """
    document = session_document(session)
    answers = ",\n".join(_line(answer) for answer in document.pop("answers"))
    del document["schema"]
    summary = _line(summary_document(summarise(session)))
    rest = "\n".join(f"{_line(key)}: {_line(value)}," for key, value in document.items())
    answers = f"\n{answers}\n" if answers else ""
    return f'{{"schema": {SCHEMA}, "summary": {summary},\n{rest}\n"answers": [{answers}]}}\n'


def read_summary(folder: Path) -> SessionSummary:
    """The summary of the session in a folder; its id is the folder's name.

    Raises `ArchiveError` for a session that cannot be opened.
    """
    file = folder / SESSION_FILE
    head, end = _ends(file)
    line, newline, _ = head.partition(b",\n")
    if newline and end == _END:
        try:
            document = json.loads(line + b"}")
            if document["schema"] == SCHEMA:
                return summary_of(folder.name, document["summary"])
        except (ValueError, KeyError, TypeError, RecursionError):
            pass  # Not a line of ours: the whole file decides.
    return summarise(read_session(folder))


def _ends(file: Path) -> tuple[bytes, bytes]:
    """The beginning of a file, which holds its first line, and its very end."""
    descriptor = open_regular(file)
    try:
        head = os.read(descriptor, HEAD_BYTES)
        if len(head) < HEAD_BYTES:
            return head, head[-len(_END) :]
        os.lseek(descriptor, -len(_END), os.SEEK_END)
        return head, os.read(descriptor, len(_END))
    except OSError as error:
        raise damaged(file, (error.strerror or "it cannot be read").lower()) from error
    finally:
        os.close(descriptor)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
