"""An annotation to correct by hand, made from what the program itself has read.

Gold that starts from the program's own reading is quicker made and kinder to the program: what it missed is easily
missed again. Documents of a blind round are annotated from the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from communique.evaluation.gold import occurrences
from communique.model import Document, Fact, Filler, Span

#: What an annotation says of its document, in this order.
_METADATA = ("title", "publisher", "url", "published", "published_basis", "place", "language", "genre", "media_type")
#: Words that would themselves be read as a quotation with the number of its occurrence.
_NUMBERED = re.compile(r"@\d+$")


def annotation(document: Document, facts: Iterable[Fact], *, source: str, item: str | None = None) -> dict[str, Any]:
    """A document and its facts in the form that ``communique.evaluation.gold`` compiles.

    Args:
        document: as it was read.
        facts: of the document.
        source: path of the text, as the annotation is to name it.
        item: the document's own path or URL within a source that holds several.

    Returns:
        JSON data. Compiled against the same text it gives the same spans, except that one which begins or ends within
        a word is widened to the whole word.
    """
    write = _Writer(document.text)
    metadata: dict[str, Any] = {key: getattr(document, key) for key in _METADATA}
    metadata["translations"] = list(document.translations)
    metadata["speaker"] = write.filler(document.speaker) if document.speaker else None
    identity = {"source": source} | ({"item": item} if item else {})
    ordered = sorted(facts, key=lambda fact: fact.evidence[0].start if fact.evidence else 0)
    return {**identity, "document": metadata, "facts": [write.fact(fact) for fact in ordered]}


class _Writer:
    """Turns spans of one text into quotations; each different quotation is looked up in the text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, list[tuple[int, int]]] = {}

    def fact(self, fact: Fact) -> dict[str, Any]:
        written: dict[str, Any] = {
            "type": fact.type,
            "realis": fact.realis,
            "roles": {role: [self.filler(f) for f in fillers] for role, fillers in fact.roles.items()},
        }
        if fact.time:
            written["time"] = {"edtf": fact.time.edtf, "text": self._words(fact.time.start, fact.time.end)}
        if fact.place:
            written["place"] = self.filler(fact.place)
        written["value"] = {key: self._value(value) for key, value in fact.value.items()}
        if fact.attribution:
            written["attribution"] = [self.filler(f) for f in fact.attribution]
        written["evidence"] = [self._quotation(span.start, span.end) for span in fact.evidence]
        return written

    def filler(self, filler: Filler) -> Mapping[str, Any]:
        words = self._words(filler.start, filler.end)
        return {"name": filler.name} | ({"text": words} if words else {})

    def _value(self, value: Any) -> Any:
        if isinstance(value, Span):
            return self._quotation(value.start, value.end)
        if isinstance(value, tuple | list):
            return [self._value(item) for item in value]
        return value

    def _words(self, start: int | None, end: int | None) -> str | None:
        return None if start is None or end is None else self._quotation(start, end)

    def _quotation(self, start: int, end: int) -> str:
        """The words at a span, with ``@n`` where the text has them earlier too."""
        text = self._text
        while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
            end += 1
        words = " ".join(text[start:end].split())
        if words not in self._found:
            self._found[words] = occurrences(text, words)
        # White space at either end of a span is not part of its quotation
        number = next((n for n, (a, b) in enumerate(self._found[words], 1) if a < end and b > start), 1)
        return words if number == 1 and not _NUMBERED.search(words) else f"{words}@{number}"
