"""The record: one file with documents, what was read out of them, and the way back to their bytes."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, select

from communique.model import Document, Entity, Mention, Reading, dump_line
from communique.record import queries, searching, verifying
from communique.record.batching import Batch
from communique.record.errors import RecordError, UnknownDocumentError, naming
from communique.record.opening import WRITES, open_engine
from communique.record.queries import Finding, Header, Summary, Version
from communique.record.rows import storable
from communique.record.schema import documents, originals, versions
from communique.record.searching import Hit
from communique.record.verifying import Verification
from communique.record.writing import Outcome, Writer


def open_record(path: str | os.PathLike[str], *, write: bool = True, timeout: float = 30.0) -> Record:
    """Open a record, making it if it is not there, and bringing one of an older version up to date.

    Args:
        path: the record's file.
        write: False opens an existing record for reading only.
        timeout: how long to wait for another process that is writing, in seconds.

    Returns:
        The record; use it in a ``with`` statement, or close it.

    Raises:
        RecordError: if it cannot be opened, is no record, or was made by a newer version.
    """
    where = Path(path)
    with naming(where):
        return Record(where, open_engine(where, write=write, timeout=timeout), write=write)


class Record:
    """An open record. Queries may run in several threads and processes at once, also while one of them writes.

    Attributes:
        path: its file.
        engine: SQLAlchemy's engine on it, for queries of one's own; the tables are in ``communique.record.schema``.
    """

    def __init__(self, path: Path, engine: Engine, *, write: bool) -> None:
        self.path = path
        self.engine = engine
        self._write = write
        self._batch: Batch | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    # Writing

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Write many readings, in far fewer transactions; queries inside see what was added so far.

        Commits at intervals and at the end. If the block raises, what was not yet committed is undone, whole documents
        at a time. Only the thread that opened the batch may use the record until it ends.

        Raises:
            RecordError: if the record cannot be written.
        """
        if self._batch is not None:
            raise RuntimeError("a batch is open already")
        with self._writable() as connection:
            self._batch = Batch(connection)
            try:
                yield
                self._batch.check(self.path)
            finally:
                self._batch = None

    def add(self, reading: Reading, original: bytes | None = None, *, extractor: str) -> Outcome:
        """Store a reading under the source that its document names; all of it, or nothing.

        A document is its text: the same text under another name is the same document, kept once, with what was known
        of it first. The same name with another text is a new version of the source; the document it held before is
        kept, and counts as superseded unless another source still holds it. An entity to which neither a mention
        nor a role refers is left out.

        Args:
            reading: what ``communique.reading`` yields.
            original: the source's bytes, kept compressed, once for equal ones; None if they are the text in UTF-8, as
                with a line of a JSON Lines file, which is then kept as the text only.
            extractor: name and version of what read it. A document that another one read before is read anew: the
                facts, mentions and parts are replaced.

        Returns:
            ``added`` for a source that was not in the record; ``unchanged`` if all of it was there already; ``updated``
            if the source has a new version, or was read by another extractor or with other metadata.

        Raises:
            EvidenceError: if a span does not reproduce the text, or the reading contradicts itself.
            RecordError: if the record cannot be written.
        """
        with self._writing() as writer:
            return writer.add(reading, original, extractor=extractor)

    def remove(self, document: str) -> str:
        """Remove a document: its text, bytes, versions and facts, and the entities that only it names.

        A source's earlier versions do not come back, and go by their own ids.

        Args:
            document: its id, or a beginning of it that only this one has.

        Returns:
            The whole id.

        Raises:
            UnknownDocumentError: if there is none, or several.
            RecordError: if the record cannot be written.
        """
        with self._writing() as writer:
            number, whole = self._find(writer.connection, document)
            writer.remove(number)
            return whole

    # Asking before reading

    def has_source(self, name: str, content_hash: str, extractor: str) -> bool:
        """Whether a source with these bytes is in the record already, read by this extractor.

        Args:
            name: the document's ``source``.
            content_hash: SHA-256 of what ``add`` got as ``original`` (without one, of the text in UTF-8), hexadecimal.
            extractor: name and version.
        """
        query = (
            "SELECT 1 FROM versions JOIN documents ON documents.number = versions.document"
            " WHERE versions.source = ? AND versions.current = 1 AND versions.hash = ? AND documents.extractor = ?"
        )
        with self._reading() as connection:
            return connection.exec_driver_sql(query, (storable(name), content_hash, extractor)).first() is not None

    # Queries

    def documents(self, *, superseded: bool = False) -> Iterator[Header]:
        """Every document by date of publication, the undated last.

        Args:
            superseded: also those that no source holds any more.
        """
        with self._reading() as connection:
            yield from queries.headers(connection, superseded=superseded)

    def document(self, document: str) -> Document:
        """One document with its text and parts, superseded or not.

        Args:
            document: its id, or a beginning of it that only this one has.

        Raises:
            UnknownDocumentError: if there is none, or several.
        """
        with self._reading() as connection:
            return queries.document(connection, self._find(connection, document)[0])

    def reading(self, document: str) -> Reading:
        """One document with everything that was read out of it.

        Args:
            document: its id, or a beginning of it that only this one has.

        Raises:
            UnknownDocumentError: if there is none, or several.
        """
        with self._reading() as connection:
            return queries.reading(connection, self._find(connection, document)[0])

    def mentions(self, document: str) -> Iterator[Mention]:
        """The mentions in one document.

        Args:
            document: its id, or a beginning of it that only this one has.

        Raises:
            UnknownDocumentError: if there is none, or several.
        """
        with self._reading() as connection:
            yield from queries.mentions_of(connection, self._find(connection, document)[0])

    def entities(self, *, type: str | None = None, document: str | None = None) -> Iterator[Entity]:
        """Entities by id.

        Args:
            type: only of this type.
            document: only those of this document, by id or unique beginning.

        Raises:
            UnknownDocumentError: if there is no such document, or several.
        """
        with self._reading() as connection:
            number = self._number(connection, document)
            yield from queries.entities_of(connection, type=type, number=number)

    def versions(self, *, document: str | None = None, source: str | None = None) -> Iterator[Version]:
        """What each source held and when, by source and version.

        Args:
            document: only where it was this document, by id or unique beginning.
            source: only of this source.

        Raises:
            UnknownDocumentError: if there is no such document, or several.
        """
        with self._reading() as connection:
            number = self._number(connection, document)
            yield from queries.versions_of(connection, number=number, source=source and storable(source))

    def original(self, document: str) -> bytes:
        """The bytes of the last source that held a document, as they came.

        Args:
            document: its id, or a beginning of it that only this one has.

        Raises:
            UnknownDocumentError: if there is none, or several.
        """
        with self._reading() as connection:
            number = self._find(connection, document)[0]
            query = (
                select(originals.c.bytes, documents.c.text)
                .select_from(versions)
                .join(documents, documents.c.number == versions.c.document)
                .outerjoin(originals, originals.c.hash == versions.c.original)
                .where(versions.c.document == number)
                .order_by(versions.c.current.desc(), versions.c.added.desc(), versions.c.version.desc())
            )
            row = connection.execute(query.limit(1)).one()
            return zlib.decompress(row.bytes) if row.bytes is not None else row.text.encode("utf-8")

    def facts(
        self,
        *,
        type: str | None = None,
        actor: str | None = None,
        since: str | None = None,
        until: str | None = None,
        document: str | None = None,
        min_confidence: float = 0.0,
        superseded: bool = False,
        limit: int | None = None,
    ) -> Iterator[Finding]:
        """Facts with their documents, by date, the undated last.

        A fact without a date counts as of its document's. One whose year nobody gives falls between no two dates.

        Args:
            type: only of this type.
            actor: only with this entity id in a role, or with a name that has all these words, in whatever case and
                with or without accents.
            since, until: EDTF; only facts that may have a day in common with the stretch from the first day of the one
                to the last day of the other.
            document: only of this document, by id or unique beginning, superseded or not.
            min_confidence: only those at least as certain, 0 to 1.
            superseded: also of documents that no source holds any more.
            limit: at most so many.

        Raises:
            UnknownDocumentError: if there is no such document, or several.
            ValueError: if a date is not EDTF.
        """
        with self._reading() as connection:
            number = self._number(connection, document)
            yield from queries.findings(
                connection,
                type=type,
                actor=actor,
                since=since,
                until=until,
                number=number,
                min_confidence=min_confidence,
                superseded=superseded,
                limit=limit,
            )

    def search(self, words: str, *, limit: int = 20) -> Iterator[Hit]:
        """The documents whose title or text has all these words, the best first.

        Case, accents and English endings make no difference. Words in double quotes must follow each other. Nothing
        else in ``words`` has a meaning of its own.

        Args:
            words: what to look for.
            limit: at most so many documents.
        """
        with self._reading() as connection:
            yield from searching.search(connection, words, limit=limit)

    def summary(self) -> Summary:
        """How much the record holds."""
        with self._reading() as connection:
            return queries.summary(connection)

    def lines(self, *, document: str | None = None) -> Iterator[str]:
        """The record in the record format, one JSON object a line: entities, then each document and its facts.

        Args:
            document: only this one, by id or unique beginning; otherwise all that are not superseded.

        Raises:
            UnknownDocumentError: if there is no such document, or several.
        """
        with self._reading() as connection:
            number = self._number(connection, document)
            for entity in queries.entities_of(connection, type=None, number=number):
                yield dump_line(entity)
            numbers = [number] if number is not None else queries.current_numbers(connection)
            for one in numbers:
                reading = queries.reading(connection, one)
                yield dump_line(reading.document)
                for fact in reading.facts:
                    yield dump_line(fact)

    def verify(self) -> Verification:
        """Check the whole record again: every span, id and hash, all references, the full text and the file.

        Returns:
            What was checked and what is wrong. A record opened for reading goes without the check of the full text,
            and its ``checked`` then does not name it.
        """
        with self._reading() as connection:
            found = verifying.verify(connection)
        if not self._write:
            return found
        # by itself, since nobody else can write meanwhile
        with self._writable() as connection:
            of_index = verifying.verify_full_text(connection)
        return Verification(found.checked | of_index.checked, found.problems + of_index.problems)

    # Connections

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with naming(self.path):
            if self._batch is not None and self._batch.under_way():
                yield self._batch.connection
            else:
                with self.engine.connect() as connection:
                    yield connection

    @contextmanager
    def _writing(self) -> Iterator[Writer]:
        if self._batch is None:
            with self._writable() as connection:
                yield Writer(connection)
        else:
            with naming(self.path):
                yield self._batch.begun(self.path)
                self._batch.commit_if_due()

    @contextmanager
    def _writable(self) -> Iterator[Connection]:
        if not self._write:
            raise RecordError(self.path, "the record was opened for reading only")
        with naming(self.path), self.engine.connect().execution_options(**{WRITES: True}) as connection:
            yield connection
            connection.commit()

    def _number(self, connection: Connection, document: str | None) -> int | None:
        return None if document is None else self._find(connection, document)[0]

    def _find(self, connection: Connection, document: str) -> tuple[int, str]:
        found = queries.numbers_of(connection, document)
        if len(found) == 1:
            return found[0]
        if not found:
            raise UnknownDocumentError(self.path, f"no document {document!r}")
        raise UnknownDocumentError(self.path, f"more than one document begins with {document!r}")
