"""Files, folders and standard input to sources, in a stable order; what cannot be opened is told, never skipped."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from communique.readers.formats import is_corpus, os_reason
from communique.readers.limits import FILE_BYTES, megabytes
from communique.readers.media_type import HEAD
from communique.readers.source import ReadError, Source

STANDARD_INPUT = "-"


def sources(arguments: Iterable[str | Path]) -> Iterator[Source | ReadError]:
    """The sources that arguments of a command name, one by one as they are asked for.

    Folders are walked in sorted order, their hidden files and folders left out; links to files are followed, and so are
    links to folders unless they lead back into a folder they stand in. A file is read as it is yielded, but for JSON
    Lines and gzipped files, which the source opens when it is read.

    Args:
        arguments: files, folders, or ``-`` for standard input.

    Yields:
        A source, or the error of what cannot be opened: no permission, vanished, a loop of links, a device or pipe,
        larger than can be read.
    """
    for argument in arguments:
        if str(argument) == STANDARD_INPUT:
            yield Source(STANDARD_INPUT, opener=_standard_input)
        else:
            yield from _walk(Path(argument))


def source_of(path: str | Path) -> Source:
    """The source that is a file.

    Raises:
        ReadError: if it cannot be opened or is too large.
    """
    found = _file(Path(path))
    if isinstance(found, ReadError):
        raise found
    return found


def _standard_input() -> BinaryIO:
    # A copy of the descriptor, so that closing the source leaves standard input open.
    return os.fdopen(os.dup(sys.stdin.fileno()), "rb")


def _walk(start: Path) -> Iterator[Source | ReadError]:
    """Everything under ``start``, folders before what sorts after them; a stack, for folders may be any depth."""
    stack: list[tuple[Path, frozenset[tuple[int, int]]]] = [(start, frozenset())]
    while stack:
        path, above = stack.pop()
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield _file(path)
                continue
            identity = (status.st_dev, status.st_ino)
            if identity in above:
                yield ReadError(str(path), "is a link back to a folder that it stands in")
                continue
            with os.scandir(path) as entries:
                names = sorted((entry.name for entry in entries if not entry.name.startswith(".")), reverse=True)
        except OSError as error:
            yield ReadError(str(path), os_reason(error))
            continue
        inside = above | {identity}
        stack.extend((path / name, inside) for name in names)


def _file(path: Path) -> Source | ReadError:
    name = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return ReadError(name, "is a folder")
        if not stat.S_ISREG(status.st_mode):
            return ReadError(name, "is a device, pipe or socket, not a file")
        with path.open("rb") as file:
            head = file.read(HEAD)
            if is_corpus(name, head):
                return Source(name, opener=cast("partial[BinaryIO]", partial(open, path, "rb")))
            if status.st_size > FILE_BYTES:
                return ReadError(name, f"is larger than {megabytes(FILE_BYTES)}, the most that is read as one document")
            return Source(name, head + file.read(FILE_BYTES + 1))
    except OSError as error:
        return ReadError(name, os_reason(error))
