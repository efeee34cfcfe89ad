"""Bytes to documents: one module a format, then the text's own layout."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Document, document_id
from communique.readers.source import Extract, ReadError, Source

__all__ = ["Extract", "ReadError", "Source", "documents"]


def documents(
    source: Source, *, published: str | None = None, publisher: str | None = None, language: str | None = None
) -> Iterator[Document | ReadError]:
    """Every document of a source; what cannot be read is yielded as its error."""
    text = source.data.decode()
    yield Document(document_id(text), source.name, "text/plain", text)
