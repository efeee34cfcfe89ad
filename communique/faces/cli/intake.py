"""From what the command line names to readings: in one process or in several, in order, in bounded memory."""

from __future__ import annotations

import hashlib
import io
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path

from communique.faces.cli.progress import Progress
from communique.model import Document
from communique.readers import Extract, ReadError, Source, documents, extract, sources
from communique.readers.files import STANDARD_INPUT
from communique.readers.formats import is_corpus
from communique.readers.layout import compose
from communique.readers.limits import FILE_BYTES, megabytes
from communique.readers.media_type import EML, HEAD, media_type_of
from communique.reading import Reading, understand

#: So many documents are read before it is worth the second that other processes take to start.
DOCUMENTS_BEFORE_WORKERS = 50
#: Lines of JSON Lines that go to a worker together, in documents and in characters.
_CHUNK_DOCUMENTS = 32
_CHUNK_CHARACTERS = 200_000
#: Jobs under way for each worker, and bytes of them all: what bounds the memory of a run over a corpus of any size.
_JOBS_PER_WORKER = 3
_BYTES_UNDER_WAY = 16_000_000

Item = Reading | ReadError
#: Whether a source with content of this hash is in the record already.
IsKnown = Callable[[str, str], bool]


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


def readings(inputs: Iterable[Path], given: Given, progress: Progress) -> Iterator[Item]:
    """Everything that the arguments name, read in this process, one document at a time.

    Args:
        inputs: files, folders or ``-``.
        given: by the caller.
        progress: is told which source is read.
    """
    for source in sources(inputs):
        if isinstance(source, ReadError):
            yield source
            continue
        for document in documents(
            progress.watch(source),
            published=given.published,
            publisher=given.publisher,
            language=given.language,
        ):
            yield document if isinstance(document, ReadError) else _understood(document)


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


def read_jobs(found: Iterable[Job], given: Given, workers: int | None) -> Iterator[tuple[Job, list[Read]]]:
    """Read jobs, in their order.

    Args:
        found: taken one by one, no further ahead than the workers need.
        given: by the caller.
        workers: processes; None is as many as there are processors, if there are more than a few documents.

    Yields:
        Each job with its readings and errors.
    """
    remaining = iter(found)
    if workers is None:
        workers = processors()
        at_first = DOCUMENTS_BEFORE_WORKERS
        while workers > 1 and at_first > 0 and (job := next(remaining, None)):
            at_first -= job.documents
            yield job, read_job(job, given)
    if workers > 1 and (job := next(remaining, None)):
        yield from _read_in_processes(chain((job,), remaining), given, workers)
    else:
        for job in remaining:
            yield job, read_job(job, given)


def read_job(job: Job, given: Given) -> list[Read]:
    """Every reading of a job, or the error in its place, with its number of words."""
    items = extract(job.task) if isinstance(job.task, Source) else iter(job.task)
    read = []
    for item in items:
        reading = item if isinstance(item, ReadError) else _read(item, given)
        read.append((reading, 0 if isinstance(item, ReadError) else count_words(item.text)))
    return read


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read(item: Extract, given: Given) -> Item:
    """The reading of one extract; an error of ours must not end a run over a million other documents."""
    try:
        document = compose(item, published=given.published, publisher=given.publisher, language=given.language)
        return understand(document)
    except Exception as error:
        return ReadError(item.source, f"cannot be understood ({type(error).__name__}: {str(error)[:200]})")


def _held_if_one(source: Source) -> Source:
    """``source`` with its bytes, if it is a stream that holds one document and not JSON Lines."""
    if source.opener is None:
        return source
    try:
        with io.BufferedReader(cast(io.RawIOBase, source.open()), HEAD) as stream:
            head = stream.peek(HEAD)[:HEAD]
            if source.name == STANDARD_INPUT:
                return _standard_input(stream.detach(), head)
            if media_type_of(source.name, head) == GZIP:
                with gzip.GzipFile(fileobj=stream) as unpacked:
                    head = unpacked.peek(HEAD)[:HEAD]
                stream.seek(0)
            if media_type_of(without_gz(source.name), head) == JSON_LINES:
                return source
            data = stream.read(FILE_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        # The reader meets the same error, and tells it
        return source
    return Source(source.name, data) if len(data) <= FILE_BYTES else source


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
