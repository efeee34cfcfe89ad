"""What must hold of every reading, before it is written and ever after."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from communique.model import Fact, Filler, Reading, Span, document_id
from communique.model.edtf import is_edtf
from communique.record.schema import ATTRIBUTION, PLACE

#: The same few dates come again and again.
_is_edtf = lru_cache(maxsize=4096)(is_edtf)


def violations(reading: Reading) -> Iterator[str]:
    """Everything wrong with a reading, each as a short phrase.

    Checked: the document's id is the hash of its text; parts lie in the text, in order, without overlap; the text of
    every mention, filler, time, evidence and value span stands at its offsets; every fact has evidence and belongs to
    the document; every entity referred to is there; dates are EDTF.

    Args:
        reading: a document with what was read out of it.
    """
    document, text = reading.document, reading.document.text
    if document.id != document_id(text):
        yield f"the document's id {document.id!r} is not the hash of its text"
    if not _is_unicode(text):
        yield "the text holds a lone surrogate, which is no character"
    if document.published is not None and not _is_edtf(document.published):
        yield f"published {document.published!r} is not an EDTF date"
    if document.speaker:
        yield from _wrong_filler(document.speaker, text, "the document's speaker")
    reached = 0
    for part in document.parts:
        if not reached <= part.start <= part.end <= len(text):
            yield f"part {part.role} [{part.start}, {part.end}) is outside the text or overlaps the part before it"
        reached = part.end
        if part.speaker:
            yield from _wrong_filler(part.speaker, text, f"the speaker of a {part.role}")
    entities = {entity.id for entity in reading.entities}
    for mention in reading.mentions:
        if not _stands(mention.start, mention.end, mention.text, text):
            yield f"mention {_quote(mention.text, mention.start, mention.end)} does not stand there"
        if mention.entity not in entities:
            yield f"mention {_quote(mention.text, mention.start, mention.end)} is unknown entity {mention.entity!r}"
    for fact in reading.facts:
        if fact.document != document.id:
            yield f"a {fact.type} belongs to another document, {fact.document!r}"
        yield from _wrong_spans(fact, text)
        for role, filler in fact.fillers():
            yield from _wrong_filler(filler, text, f"{role} of a {fact.type}")
            if filler.entity is not None and filler.entity not in entities:
                yield f"{role} {filler.name!r} of a {fact.type} is an unknown entity {filler.entity!r}"


def _wrong_spans(fact: Fact, text: str) -> Iterator[str]:
    if not fact.evidence:
        yield f"a {fact.type} has no evidence"
    for span in fact.evidence:
        if not _stands(span.start, span.end, span.text, text):
            yield f"evidence {_quote(span.text, span.start, span.end)} of a {fact.type} does not stand there"
    for name, value in fact.value.items():
        for span in _spans_in(value):
            if not _stands(span.start, span.end, span.text, text):
                yield f"{name} {_quote(span.text, span.start, span.end)} of a {fact.type} does not stand there"
    for reserved in (PLACE, ATTRIBUTION):
        if reserved in fact.roles:
            yield f"{reserved!r} is no role of a {fact.type}: it has a field of its own"
    if fact.time is not None:
        time = fact.time
        if time.edtf is not None and not _is_edtf(time.edtf):
            yield f"time {time.edtf!r} of a {fact.type} is not an EDTF date"
        if not _stands_or_is_implied(time.start, time.end, time.text, text):
            yield f"time {_quote(time.text, time.start, time.end)} of a {fact.type} does not stand there"


def _wrong_filler(filler: Filler, text: str, which: str) -> Iterator[str]:
    if not _stands_or_is_implied(filler.start, filler.end, filler.text, text):
        yield f"{which}, {_quote(filler.text, filler.start, filler.end)}, does not stand there"


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _stands(start: int, end: int, quoted: str, text: str) -> bool:
    return 0 <= start < end and text[start:end] == quoted


def _stands_or_is_implied(start: int | None, end: int | None, quoted: str | None, text: str) -> bool:
    if start is None or end is None or quoted is None:
        return start is None and end is None and quoted is None
    return _stands(start, end, quoted, text)


def _spans_in(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _spans_in(item)


def _quote(text: str | None, start: int | None, end: int | None) -> str:
    shown = text if text is None or len(text) <= 40 else text[:39] + "…"
    return f"{shown!r} at [{start}, {end})"
