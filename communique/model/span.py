"""Stretches of a document's text, and the fillers of roles that point at them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document: ``document.text[start:end] == text``, in Unicode code points."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, whole: str, start: int, end: int) -> Span:
        """The span ``[start, end)`` of ``whole``.

        Raises:
            ValueError: if the offsets are not inside ``whole`` or the span is empty.
        """
        if not 0 <= start < end <= len(whole):
            raise ValueError(f"no span [{start}, {end}) in a text of {len(whole)} characters")
        return cls(start, end, whole[start:end])


@dataclass(frozen=True, slots=True)
class Filler:
    """Who or what fills a role: a name, and the mention it was read from.

    Attributes:
        name: who it is as far as the document lets one know ("He" -> "Sergey Lavrov").
        entity: id of the entity (Wikidata QID or stable slug), or None.
        start, end, text: the mention as it stands; all None for a filler that is only implied.
    """

    name: str
    entity: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None


def is_within(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether an offset lies in any of these stretches ``[start, end)``."""
    return any(start <= at < end for start, end in spans)
