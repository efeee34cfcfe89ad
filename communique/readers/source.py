"""What a reader starts from, what it yields, and how it fails."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Part


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes and where they came from: a path, a URL or ``-``."""

    name: str
    data: bytes
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """What a format reader got out of a source, before the text itself is looked at.

    Attributes:
        source: path or URL as given; for a line of a JSON Lines file the line's own path or URL.
        text: the document's text; all offsets are into it.
        blocks: where the format itself tells blocks apart (HTML, DOCX, TEI, front matter): parts in text order,
            without overlap; empty where the text alone must tell (plain text, Markdown body).
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
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason
