"""From the dataclasses of the record format to rows, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from communique.model import Document, Entity, Fact, Filler, Mention, Part, Span, from_json
from communique.model.edtf import bounds
from communique.record.schema import ATTRIBUTION, PLACE

Row = tuple[Any, ...]


def storable(name: str) -> str:
    """``name`` as UTF-8 can hold it: what no decoder could read in a file's name becomes ``\\udcff`` and the like."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode("utf-8")


def document_row(document: Document, *, number: int | None, extractor: str) -> Row:
    """The row of ``documents``; ``number`` None lets the database give one."""
    earliest, latest = day_bounds(document.published) if document.published else (None, None)
    return (
        number,
        document.id,
        storable(document.source),
        document.media_type,
        document.title and storable(document.title),
        document.publisher and storable(document.publisher),
        document.url and storable(document.url),
        document.published,
        document.published_basis,
        document.place and storable(document.place),
        document.language,
        _dump(document.translations),
        document.genre,
        _dump_filler(document.speaker),
        len(document.text.split()),
        earliest,
        latest,
        extractor,
        True,
        document.text,
    )


def part_rows(number: int, parts: Iterable[Part]) -> list[Row]:
    """The rows of ``parts`` of document ``number``."""
    return [
        (number, position, part.start, part.end, part.role, _dump_filler(part.speaker))
        for position, part in enumerate(parts)
    ]


def mention_rows(number: int, mentions: Iterable[Mention], entities: Mapping[str, int]) -> list[Row]:
    """The rows of ``mentions`` of document ``number``; ``entities`` gives the number of each entity's id."""
    return [(number, position, entities[m.entity], m.start, m.end, m.text) for position, m in enumerate(mentions)]


def entity_row(entity: Entity) -> Row:
    """The row of ``entities``, without its number."""
    return (entity.id, entity.type, storable(entity.name), _dump(entity.aliases), entity.wikidata)


def fact_row(fact: Fact, *, number: int, document: int, published: str | None) -> Row:
    """The row of ``facts``.

    Args:
        fact: what to store.
        number: the fact's number in this file.
        document: its document's number.
        published: the document's date, by which a fact without one is found.
    """
    time, plover = fact.time, fact.plover
    dated = time.edtf if time and time.edtf else published
    earliest, latest = day_bounds(dated) if dated else (None, None)
    return (
        number,
        fact.id,
        document,
        fact.type,
        fact.realis,
        time.edtf if time else None,
        time.text if time else None,
        time.start if time else None,
        time.end if time else None,
        earliest,
        latest,
        _dump(fact.value) if fact.value else "{}",
        _dump({"event": plover.event, "mode": plover.mode, "context": plover.context}) if plover else None,
        fact.confidence,
        fact.extractor,
    )


def filler_rows(fact: Fact, number: int, names: Mapping[str, int], entities: Mapping[str, int]) -> Iterator[Row]:
    """The rows of ``fillers`` of fact ``number``, with the numbers of names and of entities' ids."""
    for position, (role, f) in enumerate(fact.fillers()):
        entity = None if f.entity is None else entities[f.entity]
        yield (number, position, role, names[f.name], entity, f.start, f.end, f.text)


def evidence_rows(fact: Fact, number: int) -> Iterator[Row]:
    """The rows of ``evidence`` of fact ``number``."""
    for position, span in enumerate(fact.evidence):
        yield (number, position, span.start, span.end, span.text)


def document_from(row: Any, parts: Iterable[Any]) -> Document:
    """The document of a row of ``documents`` and its rows of ``parts``."""
    return Document(
        id=row.id,
        source=row.source,
        media_type=row.media_type,
        text=row.text,
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        published=row.published,
        published_basis=row.published_basis,
        place=row.place,
        language=row.language,
        translations=tuple(row.translations),
        genre=row.genre,
        speaker=_filler_from(row.speaker),
        parts=tuple(Part(p.start, p.end, p.role, _filler_from(p.speaker)) for p in parts),
    )


def entity_from(row: Any) -> Entity:
    """The entity of a row of ``entities``."""
    return Entity(row.id, row.type, row.name, tuple(row.aliases), row.wikidata)


def fact_from(row: Any, document: str, fillers: Sequence[Any], evidence: Sequence[Any]) -> Fact:
    """The fact of a row of ``facts``, with its document's id and what ``queries`` selects of fillers and evidence."""
    roles: dict[str, list[dict[str, Any]]] = {}
    place, attribution = None, []
    for _, role, name, entity, start, end, text in fillers:
        item = {"name": name, "entity": entity, "start": start, "end": end, "text": text}
        if role == PLACE:
            place = item
        elif role == ATTRIBUTION:
            attribution.append(item)
        else:
            roles.setdefault(role, []).append(item)
    timed = row.time_edtf is not None or row.time_text is not None
    fact = from_json(
        {
            "kind": "fact",
            "document": document,
            "type": row.type,
            "realis": row.realis,
            "roles": roles,
            "time": {"edtf": row.time_edtf, "text": row.time_text, "start": row.time_start, "end": row.time_end}
            if timed
            else None,
            "place": place,
            "value": row.value,
            "attribution": attribution,
            "evidence": [{"start": start, "end": end, "text": text} for _, start, end, text in evidence],
            "plover": row.plover,
            "confidence": row.confidence,
            "extractor": row.extractor,
        }
    )
    assert isinstance(fact, Fact)
    return fact


@lru_cache(maxsize=4096)
def day_bounds(value: str) -> tuple[str | None, str | None]:
    """First and last day that an EDTF value may mean, ISO 8601; None where open or unknown.

    Raises:
        ValueError: if ``value`` is not EDTF.
    """
    earliest, latest = bounds(value)
    return _iso(earliest), _iso(latest)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _filler_from(data: Mapping[str, Any] | None) -> Filler | None:
    return Filler(data["name"], data["entity"], data["start"], data["end"], data["text"]) if data else None


def _dump_filler(filler: Filler | None) -> str | None:
    return _dump(_fields(filler)) if filler else None


def _fields(item: object) -> dict[str, Any]:
    if isinstance(item, Span):
        return {"start": item.start, "end": item.end, "text": item.text}
    if isinstance(item, Filler):
        return {"name": item.name, "entity": item.entity, "start": item.start, "end": item.end, "text": item.text}
    raise TypeError(f"the record format has no {type(item).__name__}")


def _dump(value: object) -> str:
    return storable(_encode(value))


_encode = json.JSONEncoder(ensure_ascii=False, default=_fields).encode
