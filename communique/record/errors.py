"""How the record fails: one line that names the file and the reason."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

#: Beginnings of SQLite's error names (https://sqlite.org/rescode.html) and what they mean to a user.
_REASONS = (
    ("SQLITE_NOTADB", "not a Communique record: not an SQLite database"),
    ("SQLITE_CORRUPT", "the record is damaged"),
    ("SQLITE_BUSY", "the record is locked by another process"),
    ("SQLITE_LOCKED", "the record is locked by another connection"),
    ("SQLITE_READONLY", "the record is read-only"),
    ("SQLITE_FULL", "the disk is full; what was committed before is kept"),
    ("SQLITE_CANTOPEN", "the record cannot be opened: no such folder, or no permission"),
    ("SQLITE_PERM", "no permission"),
    ("SQLITE_IOERR", "reading or writing the file failed; what was committed before is kept"),
    ("SQLITE_TOOBIG", "a document is too large: SQLite keeps at most 1,000,000,000 bytes in one piece"),
)


class RecordError(Exception):
    """A record that cannot be opened, read or written; ``str()`` is one line naming the file and the reason."""

    def __init__(self, path: str | Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason


class UnknownDocumentError(RecordError):
    """No document, or more than one, has the id or begins with the prefix that was asked for."""


class EvidenceError(Exception):
    """A reading whose spans do not reproduce its text, or that contradicts itself; nothing of it was written.

    ``str()`` is one line naming the document's source and the first thing wrong with it.
    """

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn the database's errors into a ``RecordError`` that names ``path``."""
    try:
        yield
    except DBAPIError as error:
        raise RecordError(path, reason_of(error.orig)) from error
    except sqlite3.Error as error:
        raise RecordError(path, reason_of(error)) from error


def reason_of(error: BaseException | None) -> str:
    """What an error of SQLite means, in words for a user."""
    name = getattr(error, "sqlite_errorname", None) or ""
    for beginning, reason in _REASONS:
        if name.startswith(beginning):
            return reason
    return " ".join(str(error).split())
