"""How far a run is, on standard error: how much was read, how fast, and how long it will still take."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from communique.faces.cli.output import complain, note
from communique.views.summary import counted

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from communique.readers import Source

_SECONDS_BETWEEN_LINES = 5.0
_SECONDS_BETWEEN_FRAMES = 0.2


class Progress:
    """Counts what was read, and shows it while a run goes on.

    Attributes:
        documents: read so far, those known before included.
        words: of the documents read.
    """

    def __init__(self, inputs: Iterable[Path], *, show: bool) -> None:
        """Begin to count.

        Args:
            inputs: files and folders that will be read; their size tells how much is left.
            show: a bar if standard error is a terminal, else a line every few seconds.
        """
        self.documents = self.words = 0
        self._start = time.monotonic()
        self._show = show
        self._total = _bytes_of(inputs) if show else None
        self._done = 0
        self._open: BinaryIO | None = None
        self._bar: Bar | None = None
        self._shown = self._start

    def __enter__(self) -> Self:
        if self._show and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, TextColumn
            from rich.progress import Progress as Bar

            self._bar = Bar(
                BarColumn(30), TextColumn("{task.description}"), console=Console(file=sys.stderr), transient=True
            )
            self._bar.add_task("", total=self._total)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()
            self._bar = None

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self._start

    def watch(self, source: Source) -> Source:
        """The source to read instead of ``source``, so that it is known how far it has been read."""
        self._done += self._position()
        self._open = None
        if source.opener is None:
            self._done += len(source.data)
            return source

        def opener() -> BinaryIO:
            self._open = source.open()
            return self._open

        return replace(source, opener=opener) if self._show else source

    def count(self, *, words: int) -> None:
        """One document more."""
        self.documents += 1
        self.words += words
        if self._show:
            self._refresh()

    def complain(self, message: object) -> None:
        """Tell what went wrong, without spoiling the bar."""
        if self._bar:
            self._bar.stop()
            complain(message)
            self._bar.start()
        else:
            complain(message)

    def _refresh(self) -> None:
        now = time.monotonic()
        if now - self._shown < (_SECONDS_BETWEEN_FRAMES if self._bar else _SECONDS_BETWEEN_LINES):
            return
        self._shown = now
        done = self._done + self._position()
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=done, description=self._line(done))
        else:
            note(self._line(done))

    def _line(self, done: int) -> str:
        seconds = max(self.seconds, 0.001)
        pace = f"{self.documents / seconds:,.1f} documents/s, {self.words / seconds:,.0f} words/s"
        line = f"{counted(self.documents, 'document')}, {pace}"
        if self._total and done:
            left = max(self._total - done, 0) / (done / seconds)
            line += f", {min(done / self._total, 1):.0%}, {clock(left)} left"
        return line

    def _position(self) -> int:
        if self._open is None or self._open.closed or not self._open.seekable():
            return 0
        return self._open.tell()


def clock(seconds: float) -> str:
    """A stretch of time as hours, minutes and seconds: ``0:01:23``."""
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def wanted(asked: bool | None, *, quiet: bool, output: bool = False) -> bool:
    """Whether to show progress.

    Args:
        asked: what ``--progress`` or ``--no-progress`` says, if given.
        quiet: whether ``--quiet`` was given.
        output: whether standard output carries lines during the run, which a bar on the same terminal would spoil.
    """
    if asked is not None:
        return asked and not quiet
    return sys.stderr.isatty() and not quiet and not (output and sys.stdout.isatty())


def _bytes_of(inputs: Iterable[Path]) -> int | None:
    """The size of all files in bytes; None if one is standard input. What cannot be looked at counts nothing."""
    total = 0
    for path in inputs:
        if str(path) == "-":
            return None
        if path.is_dir():
            for folder, _, names in os.walk(path):
                total += sum(_size(Path(folder, name)) for name in names if not name.startswith("."))
        else:
            total += _size(path)
    return total


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
