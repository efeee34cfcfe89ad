"""Checking a whole record again: that it is what it was when it was written."""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.exc import DBAPIError

from communique.record import queries
from communique.record.checking import violations
from communique.record.errors import reason_of
from communique.record.schema import documents, facts, originals, versions

#: Damage may make every page complain: how many of SQLite's own complaints are listed.
_PAGES_LISTED = 20
_FACT_IDS = select(facts.c.id).where(facts.c.document == bindparam("number")).order_by(facts.c.number)
_VERSIONS = select(versions).where(versions.c.document == bindparam("number"))
_CURRENT_AMISS = """
    SELECT id FROM documents WHERE current !=
    EXISTS (SELECT 1 FROM versions WHERE document = documents.number AND current = 1)"""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, and what is wrong.

    Attributes:
        checked: how many of each thing were checked.
        problems: one line each.
    """

    checked: dict[str, int]
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def verify(connection: Connection) -> Verification:
    """Re-check everything that reading alone can check; see ``Record.verify``."""
    checked: Counter[str] = Counter()
    problems: list[str] = []
    for check in (_file, _references, _originals, _documents):
        try:
            problems.extend(check(connection, checked))
        except DBAPIError as error:
            problems.append(reason_of(error.orig))
    return Verification(dict(checked), tuple(problems))


def _file(connection: Connection, checked: Counter[str]) -> Iterator[str]:
    (pages,) = connection.exec_driver_sql("PRAGMA page_count").one()
    checked["pages"] += pages
    for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_PAGES_LISTED})").all():
        if line != "ok":
            yield f"file: {' '.join(line.split())}"


def _references(connection: Connection, checked: Counter[str]) -> Iterator[str]:
    tables = connection.exec_driver_sql("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    for (table,) in tables.all():
        checked["references"] += len(connection.exec_driver_sql(f'PRAGMA foreign_key_list("{table}")').all())
    for table, _row, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield f"{table}: a row refers to a row of {parent} that is not there"
    for (document,) in connection.exec_driver_sql(_CURRENT_AMISS).all():
        yield f"document {document}: its versions say otherwise about whether it is current"


def _originals(connection: Connection, checked: Counter[str]) -> Iterator[str]:
    for row in connection.execute(select(originals)):
        checked["originals"] += 1
        try:
            data = zlib.decompress(row.bytes)
        except (zlib.error, TypeError):
            yield f"original {row.hash}: its bytes do not decompress"
            continue
        if hashlib.sha256(data).hexdigest() != row.hash or len(data) != row.size:
            yield f"original {row.hash}: its bytes are others"


def _documents(connection: Connection, checked: Counter[str]) -> Iterator[str]:
    for number, name in connection.execute(select(documents.c.number, documents.c.id)).all():
        checked["documents"] += 1
        try:
            yield from (f"document {name}: {problem}" for problem in _document(connection, number, checked))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield f"document {name}: a field does not hold what it should ({' '.join(str(error).split())})"


def _document(connection: Connection, number: int, checked: Counter[str]) -> Iterator[str]:
    reading = queries.reading(connection, number)
    checked["parts"] += len(reading.document.parts)
    checked["mentions"] += len(reading.mentions)
    checked["facts"] += len(reading.facts)
    checked["evidence"] += sum(len(fact.evidence) for fact in reading.facts)
    yield from violations(reading)
    stored = connection.scalars(_FACT_IDS, {"number": number})
    for fact_id, fact in zip(stored, reading.facts, strict=True):
        if fact.id != fact_id:
            yield f"fact {fact_id}: its id is not the hash of what it says"
    text_hash = hashlib.sha256(reading.document.text.encode("utf-8", "replace")).hexdigest()
    for row in connection.execute(_VERSIONS, {"number": number}):
        checked["versions"] += 1
        if row.hash != (text_hash if row.original is None else row.original):
            yield f"version {row.version} of {row.source}: the bytes kept are not those that came"


def verify_full_text(connection: Connection) -> Verification:
    """Compare the full-text index with the documents.

    Args:
        connection: one that may write, which FTS5 asks for although it changes nothing.
    """
    try:
        # rank 1: compare with the documents, beside the index's own soundness (https://sqlite.org/fts5.html#integrity)
        connection.exec_driver_sql("INSERT INTO fulltext(fulltext, rank) VALUES ('integrity-check', 1)")
    except DBAPIError as error:
        if "CORRUPT" not in (getattr(error.orig, "sqlite_errorname", None) or ""):
            raise
        return Verification({"full-text indexes": 1}, ("full text: the index is out of step with the documents",))
    return Verification({"full-text indexes": 1}, ())
