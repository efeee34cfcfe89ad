"""Putting readings into a record, and taking documents out of it.

The statements run on SQLite's own cursor inside SQLAlchemy's transaction: through SQLAlchemy's handling of each
execution adding would take 1.6 times as long.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection

from communique.model import Entity, Reading
from communique.record import schema
from communique.record.checking import violations
from communique.record.errors import EvidenceError
from communique.record.folding import fold
from communique.record.rows import (
    Row,
    document_row,
    entity_row,
    evidence_rows,
    fact_row,
    filler_rows,
    mention_rows,
    part_rows,
    storable,
)

Outcome = Literal["added", "unchanged", "updated"]

_INSERT = {table.name: schema.insert_statement(table) for table in schema.metadata.sorted_tables}
_COLUMNS = ", ".join(f'"{column.name}"' for column in schema.documents.columns if column.name != "text")
_HELD = f"SELECT {_COLUMNS} FROM documents WHERE id = ?"
#: Where in a row of ``documents`` stand the columns that come from the reading: all but the number, the flag, the text.
_FROM_READING = slice(1, -1)
_REPLACE = "UPDATE documents SET {} WHERE number = ?".format(
    ", ".join(f'"{c.name}" = ?' for c in schema.documents.columns if c.name not in ("number", "id", "text"))
)
_PUT_ENTITY = """
    INSERT INTO entities (id, type, name, aliases, wikidata) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
    SET type = excluded.type, name = excluded.name, aliases = excluded.aliases, wikidata = excluded.wikidata"""
_FORGET_ENTITY = """
    DELETE FROM entities WHERE number = ?
    AND NOT EXISTS (SELECT 1 FROM mentions WHERE mentions.entity = entities.number)
    AND NOT EXISTS (SELECT 1 FROM fillers WHERE fillers.entity = entities.number)"""
_FORGET_NAME = """
    DELETE FROM names WHERE number = ? AND NOT EXISTS (SELECT 1 FROM fillers WHERE fillers.name = names.number)"""
_FORGET_ORIGINAL = """
    DELETE FROM originals WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM versions WHERE original = originals.hash)"""
_ENTITIES_OF = """
    SELECT entity FROM mentions WHERE document = ? UNION
    SELECT entity FROM facts JOIN fillers ON fillers.fact = facts.number WHERE document = ? AND entity IS NOT NULL"""
_ORIGINALS_OF = "SELECT DISTINCT original FROM versions WHERE document = ? AND original IS NOT NULL"
_NAMES_OF = "SELECT DISTINCT name FROM facts JOIN fillers ON fillers.fact = facts.number WHERE document = ?"
_REFRESH_CURRENT = """
    UPDATE documents SET current = EXISTS (SELECT 1 FROM versions WHERE document = documents.number AND current = 1)
    WHERE number = ?"""


class Writer:
    """Writes within one transaction on one connection; it remembers what that transaction has seen.

    Attributes:
        failed: set by an error in the middle of writing; nothing of the transaction is to be kept then. Savepoints, the
            other way, have SQLite copy every page they touch.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.failed = False
        if not connection.in_transaction():
            connection.begin()
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        self._driver = driver
        self._entities: dict[str, tuple[int, Entity]] = {}
        self._names: dict[str, int] = {}

    def add(self, reading: Reading, original: bytes | None, *, extractor: str) -> Outcome:
        """Store a reading under its document's source. See ``Record.add``."""
        problem = next(violations(reading), None)
        if problem is not None:
            raise EvidenceError(reading.document.source, problem)
        with self._whole():
            return self._add(reading, original, extractor)

    def remove(self, number: int) -> None:
        """Delete document ``number`` with everything that only it carries."""
        with self._whole():
            entities, names = self._referred_to(number)
            originals = self._all(_ORIGINALS_OF, number)
            self._run("DELETE FROM documents WHERE number = ?", number)
            self._forget(entities, names)
            self._many(_FORGET_ORIGINAL, originals)

    def _add(self, reading: Reading, original: bytes | None, extractor: str) -> Outcome:
        document = reading.document
        source = storable(document.source)
        text_hash = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
        content_hash = text_hash if original is None else hashlib.sha256(original).hexdigest()
        number, rewritten = self._put_document(reading, source, extractor)
        last = self._first("SELECT document, hash FROM versions WHERE source = ? AND current = 1", source)
        if last == (number, content_hash):
            return "updated" if rewritten else "unchanged"
        if original is not None and content_hash != text_hash:
            self._run(
                "INSERT OR IGNORE INTO originals (hash, size, bytes) VALUES (?, ?, ?)",
                content_hash,
                len(original),
                zlib.compress(original),
            )
        if last:
            self._run("UPDATE versions SET current = 0 WHERE source = ? AND current = 1", source)
        (highest,) = self._first("SELECT max(version) FROM versions WHERE source = ?", source)
        self._run(
            _INSERT["versions"],
            source,
            (highest or 0) + 1,
            number,
            content_hash,
            None if content_hash == text_hash else content_hash,
            datetime.now(UTC).isoformat(timespec="seconds"),
            True,
        )
        if last and last[0] != number:
            self._run(_REFRESH_CURRENT, last[0])
        self._run("UPDATE documents SET current = 1 WHERE number = ? AND current = 0", number)
        return "updated" if last else "added"

    def _put_document(self, reading: Reading, source: str, extractor: str) -> tuple[int, bool]:
        """Write the document and what was read out of it, unless that is there already.

        Returns:
            The document's number, and whether an earlier reading of it was replaced.
        """
        document = reading.document
        held = self._first(_HELD, document.id)
        row = document_row(document, number=held[0] if held else None, extractor=extractor)
        if held is None:
            number = self._run(_INSERT["documents"], *row)
            self._put_contents(reading, number)
            return number, False
        number = held[0]
        columns = dict(zip(schema.documents.columns.keys(), held, strict=False))
        from_elsewhere = columns["source"] != source and columns["extractor"] == extractor
        if from_elsewhere or held[_FROM_READING] == row[:-1][_FROM_READING]:
            return number, False
        entities, names = self._referred_to(number)
        for table in ("facts", "mentions", "parts"):
            self._run(f"DELETE FROM {table} WHERE document = ?", number)
        self._run(_REPLACE, *row[2:-2], columns["current"], number)
        self._put_contents(reading, number)
        self._forget(entities, names)
        return number, True

    def _put_contents(self, reading: Reading, number: int) -> None:
        document, facts = reading.document, reading.facts
        fillers = [filler for fact in facts for _, filler in fact.fillers()]
        # an entity that nothing refers to would belong to no document
        used = {mention.entity for mention in reading.mentions} | {filler.entity for filler in fillers}
        entities = self._put_entities(entity for entity in reading.entities if entity.id in used)
        names = self._put_names(dict.fromkeys(filler.name for filler in fillers))
        (highest,) = self._first("SELECT max(number) FROM facts")
        numbered = list(enumerate(facts, start=(highest or 0) + 1))
        self._many(_INSERT["parts"], part_rows(number, document.parts))
        self._many(_INSERT["mentions"], mention_rows(number, reading.mentions, entities))
        self._many(
            _INSERT["facts"],
            [fact_row(fact, number=n, document=number, published=document.published) for n, fact in numbered],
        )
        self._many(_INSERT["fillers"], [row for n, fact in numbered for row in filler_rows(fact, n, names, entities)])
        self._many(_INSERT["evidence"], [row for n, fact in numbered for row in evidence_rows(fact, n)])

    def _put_entities(self, entities: Iterable[Entity]) -> dict[str, int]:
        """Insert what is new; of what is known, keep the latest name and type, and every alias that was ever seen.

        Returns:
            The number of each entity's id.
        """
        numbers = {}
        for entity in entities:
            number, known = self._seen_entity(entity.id)
            merged = entity
            if known and known.aliases != entity.aliases:
                aliases = tuple(dict.fromkeys(known.aliases + entity.aliases))
                merged = Entity(entity.id, entity.type, entity.name, aliases, entity.wikidata)
            if merged != known:
                inserted = self._run(_PUT_ENTITY, *entity_row(merged))
                number = inserted if number is None else number
            assert number is not None
            self._entities[entity.id] = number, merged
            numbers[entity.id] = number
        return numbers

    def _seen_entity(self, entity_id: str) -> tuple[int | None, Entity | None]:
        if entity_id in self._entities:
            return self._entities[entity_id]
        row = self._first("SELECT number, type, name, aliases, wikidata FROM entities WHERE id = ?", entity_id)
        if row is None:
            return None, None
        return row[0], Entity(entity_id, row[1], row[2], tuple(json.loads(row[3])), row[4])

    def _put_names(self, names: Iterable[str]) -> dict[str, int]:
        """Insert what is new.

        Returns:
            The number of each name.
        """
        seen = self._names
        for name in names:
            if name not in seen:
                row = self._first("SELECT number FROM names WHERE name = ?", storable(name))
                seen[name] = row[0] if row else self._run(_INSERT["names"], None, storable(name), fold(name))
        return seen

    def _referred_to(self, number: int) -> tuple[list[Row], list[Row]]:
        """Numbers of the entities and of the names that document ``number`` refers to."""
        return self._all(_ENTITIES_OF, number, number), self._all(_NAMES_OF, number)

    def _forget(self, entities: Sequence[Row], names: Sequence[Row]) -> None:
        """Delete those to which no document refers any more."""
        self._many(_FORGET_ENTITY, entities)
        self._many(_FORGET_NAME, names)
        self._entities.clear()
        self._names.clear()

    @contextmanager
    def _whole(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.failed = True
            raise

    def _run(self, statement: str, *parameters: object) -> int:
        """Execute a statement; the number of the row that it inserted last, if it inserts."""
        return self._driver.execute(statement, parameters).lastrowid or 0

    def _many(self, statement: str, rows: Sequence[Row]) -> None:
        if rows:
            self._driver.executemany(statement, rows)

    def _first(self, statement: str, *parameters: object) -> Any:
        return self._driver.execute(statement, parameters).fetchone()

    def _all(self, statement: str, *parameters: object) -> list[Row]:
        return self._driver.execute(statement, parameters).fetchall()
