"""Many writes in one transaction, which ends often enough for other writers to get their turn."""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import Connection

from communique.record.errors import RecordError
from communique.record.writing import Writer

#: A batch commits after so many documents or seconds, whichever comes first, so that other writers get their turn.
_BATCH_DOCUMENTS = 1000
_BATCH_SECONDS = 1.0


class Batch:
    """The transaction under way in a batch."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._writer: Writer | None = None
        self._writes = 0
        self._since = 0.0

    def under_way(self) -> bool:
        """Whether something is written that only this connection sees; commits it first if that is due."""
        self.commit_if_due()
        return self._writer is not None

    def begun(self, path: Path) -> Writer:
        """The transaction's writer; its lock is taken by the first write, not by the reading that comes before."""
        if self._writer is None:
            self._writer = Writer(self.connection)
            self._writes = 0
            self._since = time.monotonic()
        self.check(path)
        self._writes += 1
        return self._writer

    def check(self, path: Path) -> None:
        """Refuse to go on where the database may have undone what the caller believes to be written."""
        if self._writer is not None and self._writer.failed:
            raise RecordError(path, "an earlier error has ended this batch")

    def commit_if_due(self) -> None:
        """Commit after so many writes, or so much time."""
        if self._writer is None or self._writer.failed:
            return
        if self._writes >= _BATCH_DOCUMENTS or time.monotonic() - self._since >= _BATCH_SECONDS:
            self.connection.commit()
            self._writer = None
