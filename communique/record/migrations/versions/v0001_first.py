"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_OF_DOCUMENT = "documents.number"
_OF_FACT = "facts.number"


def upgrade() -> None:
    """Make all tables, and the full-text index that follows ``documents``."""
    op.execute("PRAGMA application_id = 1129140529")
    op.create_table(
        "originals",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        *(
            sa.Column(name, sa.String)
            for name in ("title", "publisher", "url", "published", "published_basis", "place")
        ),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("translations", sa.JSON, nullable=False),
        sa.Column("genre", sa.String, nullable=False),
        sa.Column("speaker", sa.JSON),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("earliest", sa.String),
        sa.Column("latest", sa.String),
        sa.Column("extractor", sa.String, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("source", sa.String, primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("document", sa.Integer, sa.ForeignKey(_OF_DOCUMENT, ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("hash", sa.String, nullable=False),
        sa.Column("original", sa.String, sa.ForeignKey("originals.hash")),
        sa.Column("added", sa.String, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("versions_current", "versions", ["source"], unique=True, sqlite_where=sa.text("current = 1"))
    op.create_index("versions_original", "versions", ["original"], sqlite_where=sa.text("original IS NOT NULL"))
    op.create_table(
        "parts",
        sa.Column("document", sa.Integer, sa.ForeignKey(_OF_DOCUMENT, ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("speaker", sa.JSON),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entities",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("aliases", sa.JSON, nullable=False),
        sa.Column("wikidata", sa.String),
    )
    op.create_table(
        "mentions",
        sa.Column("document", sa.Integer, sa.ForeignKey(_OF_DOCUMENT, ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("entity", sa.Integer, sa.ForeignKey("entities.number"), nullable=False, index=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "facts",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("document", sa.Integer, sa.ForeignKey(_OF_DOCUMENT, ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("realis", sa.String, nullable=False),
        sa.Column("time_edtf", sa.String),
        sa.Column("time_text", sa.String),
        sa.Column("time_start", sa.Integer),
        sa.Column("time_end", sa.Integer),
        sa.Column("earliest", sa.String),
        sa.Column("latest", sa.String),
        sa.Column("value", sa.JSON, nullable=False),
        sa.Column("plover", sa.JSON),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("extractor", sa.String, nullable=False),
    )
    op.create_table(
        "names",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False, unique=True),
        sa.Column("folded", sa.String, nullable=False),
    )
    op.create_table(
        "fillers",
        sa.Column("fact", sa.Integer, sa.ForeignKey(_OF_FACT, ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("name", sa.Integer, sa.ForeignKey("names.number"), nullable=False, index=True),
        sa.Column("entity", sa.Integer, sa.ForeignKey("entities.number"), index=True),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("text", sa.String),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "evidence",
        sa.Column("fact", sa.Integer, sa.ForeignKey(_OF_FACT, ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    # The index holds no second copy of the text; triggers keep it in step, whoever writes to documents.
    op.execute(
        "CREATE VIRTUAL TABLE fulltext USING fts5(title, text, content='documents', content_rowid='number', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    op.execute("INSERT INTO fulltext(fulltext, rank) VALUES ('rank', 'bm25(5.0, 1.0)')")
    into = "INSERT INTO fulltext(rowid, title, text) VALUES (new.number, new.title, new.text);"
    out_of = "INSERT INTO fulltext(fulltext, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);"
    op.execute(f"CREATE TRIGGER fulltext_added AFTER INSERT ON documents BEGIN {into} END")
    op.execute(f"CREATE TRIGGER fulltext_removed AFTER DELETE ON documents BEGIN {out_of} END")
    op.execute(f"CREATE TRIGGER fulltext_changed AFTER UPDATE OF title, text ON documents BEGIN {out_of} {into} END")
