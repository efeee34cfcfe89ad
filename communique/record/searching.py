"""Full-text search over titles and texts, by SQLite's FTS5 and its BM25 ranking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import BindParameter, Connection, bindparam, select

from communique.model import Span
from communique.record.queries import HEADER, MOST_ROWS, Header
from communique.record.schema import documents

#: Words of context in a snippet; FTS5 allows 64.
_SNIPPET_WORDS = 32
#: What FTS5 puts around a match. A text that has these characters itself is shown without its matches marked.
_OPEN, _CLOSE = "\x02", "\x03"
_PHRASE_OR_WORD = re.compile(r'"([^"]*)"|([^\s"]+)')
_BEST = """
    SELECT fulltext.rowid, fulltext.rank FROM fulltext JOIN documents ON documents.number = fulltext.rowid
    WHERE fulltext MATCH ? AND documents.current = 1 ORDER BY fulltext.rank, fulltext.rowid LIMIT ?"""
_SNIPPET = f"SELECT snippet(fulltext, 1, ?, ?, '', {_SNIPPET_WORDS}) FROM fulltext WHERE fulltext MATCH ? AND rowid = ?"

_NUMBER: BindParameter[int] = bindparam("number")
_FOUND = select(documents.c.text, *HEADER).where(documents.c.number == _NUMBER)


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that has the words sought.

    Attributes:
        snippet: the stretch of its text with most of them; a stretch from its beginning if only the title has them.
        passages: where in the text they stand, within the snippet.
        score: BM25, the higher the better; comparable within one search only.
    """

    document: Header
    snippet: Span
    passages: tuple[Span, ...]
    score: float


def search(connection: Connection, words: str, *, limit: int) -> Iterator[Hit]:
    """Documents by rank; see ``Record.search``."""
    query = as_match(words)
    if query is None:
        return
    for number, rank in connection.exec_driver_sql(_BEST, (query, min(limit, MOST_ROWS))).all():
        marked = connection.exec_driver_sql(_SNIPPET, (_OPEN, _CLOSE, query, number)).scalar() or ""
        row = connection.execute(_FOUND, {"number": number}).one()
        snippet, passages = _located(marked, row[0])
        yield Hit(Header(*row[1:]), snippet, passages, -rank)


def as_match(words: str) -> str | None:
    """An FTS5 expression for all of these words and "quoted phrases", whatever else they may look like.

    Args:
        words: what a user typed.

    Returns:
        The expression, or None if there is no word in it.
    """
    readable = words.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    phrases = dict.fromkeys(phrase or word for phrase, word in _PHRASE_OR_WORD.findall(readable))
    wanted = [phrase for phrase in phrases if any(c.isalnum() for c in phrase)]
    return " ".join(f'"{phrase}"' for phrase in wanted) or None


def _located(marked: str, text: str) -> tuple[Span, tuple[Span, ...]]:
    """Where a marked snippet stands in the text it is from, and its marked words."""
    pieces = re.split(f"[{_OPEN}{_CLOSE}]", marked)
    start = text.find("".join(pieces))
    if start < 0:
        start = max(text.find(marked.replace(_OPEN, "").replace(_CLOSE, "")), 0)
        pieces = [text[start : start + len(marked)]]
    passages = []
    at = start
    for index, piece in enumerate(pieces):
        if index % 2:
            passages.append(Span(at, at + len(piece), piece))
        at += len(piece)
    return Span(start, at, text[start:at]), tuple(passages)
