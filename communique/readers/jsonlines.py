"""JSON Lines, one document a line, plain or gzipped: streamed, so that a corpus of any size takes one line's memory."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from communique.readers.decode import without_surrogates
from communique.readers.html import read_html
from communique.readers.limits import TEXT_BYTES, megabytes
from communique.readers.markdown import read_markdown
from communique.readers.metadata import edtf_of, language_of, one_line, publisher_of
from communique.readers.source import Extract, ReadError
from communique.readers.text import read_text

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})


def read_jsonlines(stream: BinaryIO, name: str) -> Iterator[Extract | ReadError]:
    """The extract of every line; of a bad line the error, and the rest goes on.

    A line is an object with ``text`` and ``path`` or ``url``, and perhaps ``title``, ``published``, ``publisher`` and
    ``language``, which count over what the text itself says. The text is read as its path's extension tells: Markdown
    with its front matter, HTML, or plain text.

    Args:
        stream: the bytes, unpacked, from the start; errors of the gzip stream under it are told too.
        name: of the source; errors name ``name:line``.
    """
    lines = _lines(stream, name)
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            if isinstance(line, ReadError):
                yield line
            elif not line.isspace():
                try:
                    yield _document(line, f"{name}:{number}")
                except ReadError as error:
                    yield error
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield ReadError(name, f"is damaged or truncated gzip data after line {number} ({error})")
    except OSError as error:
        yield ReadError(name, f"cannot be read after line {number} ({error.strerror or error})")


def _lines(stream: BinaryIO, name: str) -> Iterator[bytes | ReadError]:
    """The lines, each at most ``TEXT_BYTES`` long; a longer one is skipped piece by piece."""
    number = 0
    while line := stream.readline(TEXT_BYTES + 1):
        number += 1
        if len(line) <= TEXT_BYTES or line.endswith(b"\n"):
            yield line
            continue
        del line
        while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass
        yield ReadError(f"{name}:{number}", f"is a line of more than {megabytes(TEXT_BYTES)}")


def _document(line: bytes, name: str) -> Extract:
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except RecursionError as error:
        raise ReadError(name, "is JSON nested too deep") from error
    except UnicodeDecodeError as error:
        raise ReadError(name, "is not UTF-8") from error
    except ValueError as error:
        raise ReadError(name, f"is not JSON ({error})") from error
    if not isinstance(record, dict):
        raise ReadError(name, "is not a JSON object")
    text = record.get("text")
    if not isinstance(text, str):
        raise ReadError(name, 'has no "text"')
    if "\\u" in text or b"\\u" in line:
        text = without_surrogates(text)
    source = _string(record, "path") or _string(record, "url") or _string(record, "source") or name
    if not text or text.isspace():
        raise ReadError(f"{name} ({source})" if source != name else name, "is empty")
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    return _overlaid(_read(text, source), record)


def _read(text: str, source: str) -> Extract:
    suffix = PurePosixPath(source).suffix.lower()
    if suffix in MARKDOWN_SUFFIXES:
        return read_markdown(text, source)
    if text[:2048].lstrip().lower().startswith(("<!doctype html", "<html")):
        return read_html(text, source)
    return read_text(text, source)


def _overlaid(extract: Extract, record: dict[str, Any]) -> Extract:
    """``extract`` with what the line's own fields say."""
    url = _string(record, "url") or extract.url
    language = _string(record, "language")
    published = _string(record, "published") or _string(record, "date")
    return replace(
        extract,
        url=url,
        title=one_line(_string(record, "title")) or extract.title,
        published=(edtf_of(published) if published else None) or extract.published,
        publisher=one_line(_string(record, "publisher")) or extract.publisher or publisher_of(url),
        language=(language_of(language) if language else None) or extract.language,
    )


def _string(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    return without_surrogates(value) if isinstance(value, str) and value else None
