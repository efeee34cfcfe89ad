"""The tables of the record. ``docs/record.md`` explains them; ``migrations`` makes them.

Documents, entities, names and facts have a ``number`` of this file's own, by which the tables refer to each other;
the ``id`` beside it is the same everywhere. ``start`` and ``end`` count code points, as in the record format.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects import sqlite

#: The revisions of the schema, oldest first; each is a module of ``migrations/versions``.
REVISIONS = ("0001",)
#: SQLite's ``application_id`` of a record: "CMQ1".
APPLICATION_ID = 0x434D5131
#: Fillers that stand in no role of a fact are kept beside those that do, under these names.
PLACE = "place"
ATTRIBUTION = "attribution"

metadata = MetaData()

originals = Table(
    "originals",
    metadata,
    Column("hash", String, primary_key=True, comment="SHA-256 of the bytes as they came, hexadecimal"),
    Column("size", Integer, nullable=False, comment="how many bytes came"),
    Column("bytes", LargeBinary, nullable=False, comment="the bytes, zlib-compressed"),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("source", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("title", String),
    Column("publisher", String),
    Column("url", String),
    Column("published", String),
    Column("published_basis", String),
    Column("place", String),
    Column("language", String, nullable=False),
    Column("translations", JSON, nullable=False),
    Column("genre", String, nullable=False),
    Column("speaker", JSON),
    Column("words", Integer, nullable=False),
    Column("earliest", String, comment="first day of published"),
    Column("latest", String, comment="last day of published"),
    Column("extractor", String, nullable=False, comment="what read it last"),
    Column("current", Boolean, nullable=False, comment="whether some source holds it now"),
    # last, so that reading the other columns does not walk through the text's pages
    Column("text", Text, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("source", String, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("document", ForeignKey("documents.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("hash", String, nullable=False, comment="SHA-256 of the source's bytes"),
    Column("original", ForeignKey("originals.hash"), comment="null: the bytes are the document's text in UTF-8"),
    Column("added", String, nullable=False, comment="UTC, ISO 8601"),
    Column("current", Boolean, nullable=False),
    Index("versions_current", "source", unique=True, sqlite_where=text("current = 1")),
    Index("versions_original", "original", sqlite_where=text("original IS NOT NULL")),
    sqlite_with_rowid=False,
)

parts = Table(
    "parts",
    metadata,
    Column("document", ForeignKey("documents.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("role", String, nullable=False),
    Column("speaker", JSON),
    sqlite_with_rowid=False,
)

entities = Table(
    "entities",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("type", String, nullable=False),
    Column("name", String, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("wikidata", String),
)

mentions = Table(
    "mentions",
    metadata,
    Column("document", ForeignKey("documents.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("entity", ForeignKey("entities.number"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", String, nullable=False),
    sqlite_with_rowid=False,
)

facts = Table(
    "facts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False),
    Column("document", ForeignKey("documents.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("type", String, nullable=False),
    Column("realis", String, nullable=False),
    Column("time_edtf", String),
    Column("time_text", String),
    Column("time_start", Integer),
    Column("time_end", Integer),
    Column("earliest", String, comment="first day it may be about; the document's, if the fact has no date"),
    Column("latest", String, comment="last day it may be about"),
    Column("value", JSON, nullable=False),
    Column("plover", JSON),
    Column("confidence", Float, nullable=False),
    Column("extractor", String, nullable=False),
)

names = Table(
    "names",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("folded", String, nullable=False, comment="its words without case and accents, a blank around each"),
)

fillers = Table(
    "fillers",
    metadata,
    Column("fact", ForeignKey("facts.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("role", String, nullable=False, comment="a role of the fact, or place, or attribution"),
    Column("name", ForeignKey("names.number"), nullable=False, index=True),
    Column("entity", ForeignKey("entities.number"), index=True),
    Column("start", Integer),
    Column("end", Integer),
    Column("text", String),
    sqlite_with_rowid=False,
)

evidence = Table(
    "evidence",
    metadata,
    Column("fact", ForeignKey("facts.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", String, nullable=False),
    sqlite_with_rowid=False,
)


def insert_statement(table: Table) -> str:
    """The SQL that inserts one row into all of ``table``'s columns, in their order, for the driver's own loop.

    SQLAlchemy's handling of each row's parameters costs more than SQLite's insertion of it.
    """
    return str(table.insert().compile(dialect=sqlite.dialect(paramstyle="qmark")))
