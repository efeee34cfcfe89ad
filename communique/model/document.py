"""A document as it was read: its text, what is known about it, and its parts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from communique.model.span import Filler

GENRES = (
    "statement",
    "transcript",
    "readout",
    "press-release",
    "communique",
    "treaty",
    "news",
    "speech",
    "other",
)
PART_ROLES = ("title", "dateline", "body", "boilerplate", "turn", "question", "answer")


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a document: a title, dateline, paragraph, list item or stretch of boilerplate.

    Parts are in text order, do not overlap, and each holds one paragraph, so that a sentence never crosses parts.
    Speaker labels ("PRESIDENT X:") lie outside the parts; ``speaker`` of a turn, question or answer points there.
    """

    start: int
    end: int
    role: str
    speaker: Filler | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document; fields as in the record format. ``published`` is EDTF or None."""

    id: str
    source: str
    media_type: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: str | None = None
    place: str | None = None
    language: str = "en"
    translations: tuple[str, ...] = ()
    genre: str = "other"
    speaker: Filler | None = None
    parts: tuple[Part, ...] = ()


def document_id(text: str) -> str:
    """First 16 hex digits of the SHA-256 of ``text`` in UTF-8.

    Lone surrogates, which no decoder of ours lets through, would be replaced rather than raise.
    """
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
