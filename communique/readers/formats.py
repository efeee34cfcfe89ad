"""A source to its extracts: the format told, the limits kept, every failure turned into a line."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from communique.readers import media_type
from communique.readers.decode import decode
from communique.readers.docx import read_docx
from communique.readers.eml import read_eml
from communique.readers.html import decode_html, read_html
from communique.readers.jsonlines import read_jsonlines
from communique.readers.limits import (
    EMAIL_DEPTH,
    FILE_BYTES,
    MARKUP_BYTES,
    TEXT_BYTES,
    TEXT_CHARACTERS,
    megabytes,
    text_reason,
)
from communique.readers.markdown import read_markdown
from communique.readers.pdf import read_pdf
from communique.readers.source import Extract, ReadError, Source
from communique.readers.tei import read_tei
from communique.readers.text import read_text
from communique.readers.xml import refuse_entities

#: Formats whose files hold more than text.
LARGE = frozenset({media_type.PDF, media_type.ZIP, media_type.EML})
MARKUP = frozenset({media_type.HTML, media_type.TEI, media_type.XML})


def extract(source: Source) -> Iterator[Extract | ReadError]:
    """What the format of a source says about each document in it, in order; never raises.

    Args:
        source: of any format that is read here; told by its content first, then by its name.

    Yields:
        An extract for each document, or the error of one that cannot be read.
    """
    try:
        with source.open() as opened:
            stream = _buffered(opened)
            for item in _from_stream(stream, source, depth=0):
                too_long = isinstance(item, Extract) and len(item.text) > TEXT_CHARACTERS
                yield ReadError(item.source, text_reason()) if too_long else item
    except ReadError as error:
        yield error
    except OSError as error:
        yield ReadError(source.name, os_reason(error))


def os_reason(error: OSError) -> str:
    """Why a file cannot be read, in words."""
    if isinstance(error, FileNotFoundError):
        return "does not exist, or has gone meanwhile"
    if isinstance(error, PermissionError):
        return "may not be read (no permission)"
    return f"cannot be read ({error.strerror or error})"


def is_corpus(name: str, head: bytes, *, declared: str | None = None) -> bool:
    """Whether a file is to be streamed rather than held: JSON Lines, or gzipped data, of any size.

    Args:
        name: path or URL.
        head: its first bytes.
        declared: its media type as the caller gives it.
    """
    return media_type.media_type_of(name, head, declared=declared) in (media_type.JSON_LINES, media_type.GZIP)


def _from_stream(stream: io.BufferedReader, source: Source, *, depth: int) -> Iterator[Extract | ReadError]:
    head = _peek(stream)
    if not head:
        raise ReadError(source.name, "is empty")
    kind = media_type.media_type_of(source.name, head, declared=source.media_type)
    if kind == media_type.GZIP:
        stream = _buffered(gzip.GzipFile(fileobj=stream))
        name = media_type.without_gz(source.name)
        with _unpacking(source.name):
            head = _peek(stream)
        kind = media_type.media_type_of(name, head)
        if kind == media_type.GZIP:
            raise ReadError(source.name, "is gzipped twice")
    if kind == media_type.JSON_LINES:
        yield from read_jsonlines(stream, source.name)
        return
    limit = FILE_BYTES if kind in LARGE else MARKUP_BYTES if kind in MARKUP else TEXT_BYTES
    with _unpacking(source.name):
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(source.name, f"is larger than {megabytes(limit)}, the most that is read as one document")
    yield from _single(kind, data, source.name, depth=depth)


@contextmanager
def _unpacking(name: str) -> Iterator[None]:
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ReadError(name, f"is damaged or truncated gzip data ({error})") from error


def _buffered(stream: IO[bytes] | io.BufferedIOBase) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, stream), media_type.HEAD)


def _peek(stream: io.BufferedReader) -> bytes:
    return stream.peek(media_type.HEAD)[: media_type.HEAD]


def _single(kind: str, data: bytes, name: str, *, depth: int) -> Iterator[Extract | ReadError]:
    try:
        if kind == media_type.EML:
            for item in read_eml(data, name):
                if isinstance(item, Extract):
                    yield item
                elif depth >= EMAIL_DEPTH:
                    yield ReadError(item.name, f"is a message within more than {EMAIL_DEPTH} others")
                else:
                    yield from _attached(item, depth=depth + 1)
        else:
            yield _read(kind, data, name)
    except ReadError:
        raise
    except Exception as error:
        # The parsers behind the readers (libxml2, PDFium, zipfile, email) fail in more ways than they document, and one
        # bad document must not end a run over a million good ones.
        raise ReadError(name, f"cannot be read ({type(error).__name__}: {str(error)[:200]})") from error


def _attached(source: Source, *, depth: int) -> Iterator[Extract | ReadError]:
    try:
        stream = _buffered(io.BytesIO(source.data))
        yield from _from_stream(stream, source, depth=depth)
    except ReadError as error:
        yield error


def _read(kind: str, data: bytes, name: str) -> Extract:
    if kind == media_type.PDF:
        return read_pdf(data, name)
    if kind == media_type.ZIP:
        return read_docx(data, name)
    if kind == media_type.TEI:
        return read_tei(data, name)
    if kind == media_type.HTML:
        return read_html(decode_html(data, name), name)
    if kind == media_type.MARKDOWN:
        return read_markdown(decode(data, name), name)
    if kind == media_type.TEXT:
        return read_text(decode(data, name), name)
    if kind == media_type.XML:
        refuse_entities(data, name)
        raise ReadError(name, "is XML, but neither TEI nor XHTML")
    raise ReadError(name, f"is {kind}, which is not read")
