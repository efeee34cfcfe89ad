"""Bytes to documents: one module a format, then the text's own layout."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Document
from communique.readers.files import source_of, sources
from communique.readers.formats import extract
from communique.readers.layout import compose
from communique.readers.source import Extract, ReadError, Source

__all__ = ["Extract", "ReadError", "Source", "documents", "extract", "source_of", "sources"]


def documents(
    source: Source, *, published: str | None = None, publisher: str | None = None, language: str | None = None
) -> Iterator[Document | ReadError]:
    """Every document of a source, one at a time; what cannot be read is yielded as its error, and the rest go on.

    Args:
        source: in any format that the readers know; see ``sources`` for files, folders and standard input.
        published: EDTF date to read the documents by where they give none themselves.
        publisher: who published them, where they do not say.
        language: BCP 47 code, where it should not be detected.
    """
    for item in extract(source):
        if isinstance(item, ReadError):
            yield item
        else:
            yield compose(item, published=published, publisher=publisher, language=language)
