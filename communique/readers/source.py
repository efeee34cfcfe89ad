"""What a reader starts from, what it yields, and how it fails."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from communique.model import Part


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes and where they came from: a path, a URL or ``-``.

    Attributes:
        data: the bytes; empty where ``opener`` gives them piece by piece instead.
        opener: opens the bytes of a file too large to hold, such as a corpus in JSON Lines; it can be pickled unless
            it stands for standard input, which can be opened only once.
    """

    name: str
    data: bytes = b""
    media_type: str | None = None
    opener: Callable[[], BinaryIO] | None = None

    def open(self) -> BinaryIO:
        """The bytes as a stream, from the start.

        Raises:
            OSError: if the file behind ``opener`` cannot be opened.
        """
        return self.opener() if self.opener else io.BytesIO(self.data)


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format reader got out of a source, before the text itself is looked at.

    Attributes:
        source: path or URL as given; for a line of a JSON Lines file the line's own path or URL.
        text: the document's text; all offsets are into it.
        blocks: where the format itself tells blocks apart: parts in text order, without overlap. HTML, DOCX and TEI
            give every block; front matter, PDF and e-mail only some (a title, running headers, a signature), and
            what lies outside them from ``body_start`` on is for the text alone to tell, as all of a plain text is.
        body_start: offset at which the text proper begins (after YAML front matter), 0 if it has none.
    """

    source: str
    text: str
    media_type: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    translations: tuple[str, ...] = ()
    blocks: tuple[Part, ...] = ()
    body_start: int = 0


class ReadError(Exception):
    """A source that cannot be read; ``str()`` is one line naming it and the reason."""

    def __init__(self, source: str, reason: str) -> None:
        reason = " ".join(reason.split())
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str]]:
        """Pickled by its two arguments, so that it can come back from a worker process."""
        return ReadError, (self.source, self.reason)
