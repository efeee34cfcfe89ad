"""What the commands print: data on standard output, everything about the run on standard error."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import typer

from communique.model import Document, Entity, Fact, dump_line
from communique.views.summary import printable

if TYPE_CHECKING:
    from communique.reading import Reading
    from communique.views.table import Line

#: Wider lines than these are hard to read.
_WIDEST = 110
_STYLES = {"title": "bold", "type": "bold cyan", "who": "bold", "label": "dim", "quote": "italic", "match": "reverse"}


def complain(message: object) -> None:
    """Tell on standard error, in one line, what went wrong."""
    note(f"communique: {printable(str(message))}")


def note(message: str) -> None:
    """Tell on standard error how the run goes; that nobody listens any more does not end it."""
    try:
        print(message, file=sys.stderr, flush=True)
    except BrokenPipeError:
        silence(sys.stderr)


def silence(stream: IO[str]) -> None:
    """Let what is written to a stream that is closed at the other end go nowhere, what it still holds included."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class OutputError(Exception):
    """What is asked for cannot be written; ``str()`` is one line naming the file and the reason."""

    def __init__(self, name: object, error: OSError) -> None:
        super().__init__(f"{name}: cannot be written ({error.strerror or error})")


@contextmanager
def output_to(path: Path | None) -> Iterator[IO[str]]:
    """A text stream to a file, or to standard output.

    A regular file appears under its name when it is complete.

    Args:
        path: the file; None is standard output.

    Raises:
        typer.BadParameter: if the file cannot be opened for writing.
        OutputError: if it cannot be written to its end, as on a full disk.
    """
    if path is None:
        yield sys.stdout
        return
    try:
        # A device or pipe has to be written as it is
        in_place = path.exists() and not stat.S_ISREG(path.stat().st_mode)
        target = path if in_place else path.with_name(f".{path.name}.{os.getpid()}.part")
        stream = target.open("w", encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        raise typer.BadParameter(f"{path}: cannot be written ({error.strerror})", param_hint="'-o'") from error
    try:
        with stream:
            yield stream
        if not in_place:
            target.replace(path)
    except BaseException as error:
        if not in_place:
            target.unlink(missing_ok=True)
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise OutputError(path, error) from error
        raise


def width_of(stream: IO[str]) -> int | None:
    """Columns to wrap to, on a terminal; None elsewhere."""
    return min(shutil.get_terminal_size().columns, _WIDEST) if stream.isatty() else None


def line_writer(stream: IO[str]) -> Callable[[Iterable[Line]], None]:
    """How to print lines of a table: styled on a terminal, plain elsewhere."""
    if not stream.isatty():
        return lambda lines: stream.writelines("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)

    def write(lines: Iterable[Line]) -> None:
        for line in lines:
            console.print(Text.assemble(*((text, _STYLES.get(style, "")) for text, style in line)))

    return write


def reading_json(reading: Reading) -> Iterator[str]:
    """A reading in the record format: lines of the document, its entities and its facts, with their line breaks."""
    items: tuple[Document | Entity | Fact, ...] = (reading.document, *reading.entities, *reading.facts)
    for item in items:
        yield dump_line(item) + "\n"


def json_line(data: Any) -> str:
    """One line of JSON with its line break; lone surrogates become U+FFFD."""
    line = json.dumps(data, ensure_ascii=False)
    return line.encode("utf-8", "replace").decode("utf-8") + "\n"
