"""From what the command line names to readings, one document at a time, leaving out what a record knows."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

from communique.faces.cli.progress import Progress
from communique.model import document_id
from communique.readers import Extract, ReadError, Source, extract, sources
from communique.readers.files import STANDARD_INPUT
from communique.readers.formats import is_corpus
from communique.readers.layout import compose
from communique.readers.limits import FILE_BYTES
from communique.readers.media_type import EML, GZIP, HEAD, JSON_LINES, media_type_of, without_gz
from communique.reading import Reading, understand
from communique.views.summary import count_words

#: Lines of JSON Lines that are read in one go, in documents and in characters.
_CHUNK_DOCUMENTS = 32
_CHUNK_CHARACTERS = 200_000

#: Whether a source with content of this hash is in the record already.
IsKnown = Callable[[str, str], bool]
#: What came out of a document, and its number of words.
Read = tuple[Reading | ReadError, int]


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of documents that do not say it themselves."""

    published: str | None = None
    publisher: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What one worker reads in one go.

    Attributes:
        task: a source, or extracts of one.
        original: the bytes of the source; None where each document's text is all of it.
    """

    task: Source | tuple[Extract, ...]
    original: bytes | None

    @property
    def documents(self) -> int:
        """How many documents there are at least."""
        return 1 if isinstance(self.task, Source) else len(self.task)

    @property
    def size(self) -> int:
        """About how many bytes it holds."""
        held = len(self.original or b"")
        return held if isinstance(self.task, Source) else held + sum(len(item.text) for item in self.task)


@dataclass(frozen=True, slots=True)
class Known:
    """A document that the record has already."""

    source: str


def readings(inputs: Iterable[Path], given: Given, progress: Progress) -> Iterator[Read]:
    """Everything that the arguments name, one document at a time.

    Args:
        inputs: files, folders or ``-``.
        given: by the caller.
        progress: is told which source is read.
    """
    for source in sources(inputs):
        if isinstance(source, ReadError):
            yield source, 0
        else:
            for item in extract(progress.watch(source)):
                yield _read(item, given)


def jobs(inputs: Iterable[Path], is_known: IsKnown, progress: Progress) -> Iterator[Job | Known | ReadError]:
    """What there is to read for a record, without what is known to it.

    Files that hold one document are known by their bytes; JSON Lines and e-mail, which hold several, document by
    document, before they are laid out. What standard input holds is named after its text, since ``-`` names something
    else each time.

    Args:
        inputs: files, folders or ``-``.
        is_known: asked with a document's source and the SHA-256 of the source's bytes, or of its text for JSON Lines.
        progress: is told which source is read.
    """
    for found in sources(inputs):
        if isinstance(found, ReadError):
            yield found
            continue
        source = progress.watch(_held_if_one(found))
        several = source.opener is not None or media_type_of(source.name, source.data[:HEAD]) == EML
        if several or source.name == STANDARD_INPUT:
            yield from _of_several(source, is_known)
        elif is_known(source.name, hashlib.sha256(source.data).hexdigest()):
            yield Known(source.name)
        else:
            yield Job(source, source.data)


def read_job(job: Job, given: Given) -> list[Read]:
    """Every reading of a job, or the error in its place, with its number of words."""
    items = extract(job.task) if isinstance(job.task, Source) else job.task
    return [_read(item, given) for item in items]


def _read(item: Extract | ReadError, given: Given) -> Read:
    """The reading of one extract; an error of ours must not end a run over a million other documents."""
    if isinstance(item, ReadError):
        return item, 0
    try:
        document = compose(item, published=given.published, publisher=given.publisher, language=given.language)
        return understand(document), count_words(item.text)
    except Exception as error:
        return ReadError(item.source, f"cannot be understood ({type(error).__name__}: {str(error)[:200]})"), 0


def _held_if_one(source: Source) -> Source:
    """``source`` with its bytes, if it is a stream that holds one document and not JSON Lines."""
    if source.opener is None:
        return source
    try:
        stream = io.BufferedReader(cast(io.RawIOBase, source.open()), HEAD)
        if source.name == STANDARD_INPUT:
            if is_corpus(source.name, stream.peek(HEAD)[:HEAD]):
                return replace(source, opener=lambda: cast(BinaryIO, stream))
            with stream:
                return Source(source.name, stream.read(FILE_BYTES + 1))
        with stream:
            if _is_json_lines(stream, source.name):
                return source
            stream.seek(0)
            data = stream.read(FILE_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        # The reader meets the same error, and tells it
        return source
    return Source(source.name, data) if len(data) <= FILE_BYTES else source


def _is_json_lines(stream: io.BufferedReader[io.RawIOBase], name: str) -> bool:
    head = stream.peek(HEAD)[:HEAD]
    if media_type_of(name, head) == GZIP:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            head = unpacked.read(HEAD)
    return media_type_of(without_gz(name), head) == JSON_LINES


def _of_several(source: Source, is_known: IsKnown) -> Iterator[Job | Known | ReadError]:
    """The documents of a source that holds several, those that belong to no file of their own many to a job."""
    original = source.data if source.opener is None else None
    chunk: list[Extract] = []
    size = 0
    for found in extract(source):
        if isinstance(found, ReadError):
            yield found
            continue
        item = _named(found) if source.name == STANDARD_INPUT else found
        kept = original if original is not None else item.text.encode("utf-8", "replace")
        if is_known(item.source, hashlib.sha256(kept).hexdigest()):
            yield Known(item.source)
            continue
        chunk.append(item)
        size += len(item.text)
        if len(chunk) >= _CHUNK_DOCUMENTS or size >= _CHUNK_CHARACTERS:
            yield Job(tuple(chunk), original)
            chunk, size = [], 0
    if chunk:
        yield Job(tuple(chunk), original)


def _named(item: Extract) -> Extract:
    """What came through standard input without a name, under the name of its text."""
    unnamed = item.source == STANDARD_INPUT or item.source.startswith((f"{STANDARD_INPUT}:", f"{STANDARD_INPUT}#"))
    return replace(item, source=f"stdin:{document_id(item.text)}") if unnamed else item
