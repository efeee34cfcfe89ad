"""The record format in and out: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from communique.model.document import Document, Part
from communique.model.entity import Entity
from communique.model.fact import Fact, Plover, TimeRef
from communique.model.span import Filler, Span

#: Fields of a fact's value that hold spans rather than plain data.
SPAN_FIELDS = frozenset({"topics", "content", "action", "what", "purpose"})


def to_json(item: Document | Entity | Fact) -> dict[str, Any]:
    """The object's line as plain JSON data, ``kind`` first.

    Args:
        item: a document, entity or fact.

    Returns:
        A dictionary with the field names of the record format.
    """
    if isinstance(item, Document):
        return {
            "kind": "document",
            "id": item.id,
            "source": item.source,
            "media_type": item.media_type,
            "title": item.title,
            "publisher": item.publisher,
            "url": item.url,
            "published": item.published,
            "published_basis": item.published_basis,
            "place": item.place,
            "language": item.language,
            "translations": list(item.translations),
            "genre": item.genre,
            "speaker": _filler(item.speaker),
            "text": item.text,
            "parts": [_part(p) for p in item.parts],
        }
    if isinstance(item, Entity):
        return {
            "kind": "entity",
            "id": item.id,
            "type": item.type,
            "name": item.name,
            "aliases": list(item.aliases),
            "wikidata": item.wikidata,
        }
    time = item.time
    return {
        "kind": "fact",
        "id": item.id,
        "document": item.document,
        "type": item.type,
        "realis": item.realis,
        "roles": {role: [_filler(f) for f in fillers] for role, fillers in item.roles.items()},
        "time": {"edtf": time.edtf, "text": time.text, "start": time.start, "end": time.end} if time else None,
        "place": _filler(item.place),
        "value": {k: _plain(v) for k, v in item.value.items()},
        "attribution": [_filler(f) for f in item.attribution],
        "evidence": [_plain(s) for s in item.evidence],
        "plover": (
            {"event": item.plover.event, "mode": item.plover.mode, "context": list(item.plover.context)}
            if item.plover
            else None
        ),
        "confidence": round(item.confidence, 3),
        "extractor": item.extractor,
    }


def from_json(data: Mapping[str, Any]) -> Document | Entity | Fact:
    """The document, entity or fact of one line of the record format.

    Args:
        data: a decoded line.

    Raises:
        ValueError: if ``kind`` is none of the three.
        KeyError: if a field that the format requires is missing.
    """
    kind = data.get("kind")
    if kind == "document":
        return Document(
            id=data["id"],
            source=data.get("source", ""),
            media_type=data.get("media_type", "text/plain"),
            text=data.get("text", ""),
            title=data.get("title"),
            publisher=data.get("publisher"),
            url=data.get("url"),
            published=data.get("published"),
            published_basis=data.get("published_basis"),
            place=data.get("place"),
            language=data.get("language", "und"),
            translations=tuple(data.get("translations") or ()),
            genre=data.get("genre", "other"),
            speaker=_read_filler(data.get("speaker")),
            parts=tuple(
                Part(p["start"], p["end"], p["role"], _read_filler(p.get("speaker"))) for p in data.get("parts") or ()
            ),
        )
    if kind == "entity":
        return Entity(data["id"], data["type"], data["name"], tuple(data.get("aliases") or ()), data.get("wikidata"))
    if kind == "fact":
        time, plover = data.get("time"), data.get("plover")
        return Fact(
            document=data["document"],
            type=data["type"],
            realis=data.get("realis", "actual"),
            roles={role: tuple(_need_filler(f) for f in fs) for role, fs in data.get("roles", {}).items()},
            evidence=tuple(Span(s["start"], s["end"], s["text"]) for s in data["evidence"]),
            time=TimeRef(time.get("edtf"), time.get("text"), time.get("start"), time.get("end")) if time else None,
            place=_read_filler(data.get("place")),
            value={k: _read_value(k, v) for k, v in (data.get("value") or {}).items()},
            attribution=tuple(_need_filler(f) for f in data.get("attribution") or ()),
            plover=Plover(plover["event"], plover.get("mode"), tuple(plover.get("context") or ())) if plover else None,
            confidence=data.get("confidence", 1.0),
            extractor=data.get("extractor", ""),
        )
    raise ValueError(f"a line of the record format is a document, entity or fact, not {kind!r}")


def dump_line(item: Document | Entity | Fact) -> str:
    """One line of the record format, without the line break. Lone surrogates become U+FFFD."""
    line = json.dumps(to_json(item), ensure_ascii=False)
    return line.encode("utf-8", "replace").decode("utf-8")


def _filler(filler: Filler | None) -> dict[str, Any] | None:
    if filler is None:
        return None
    return {
        "name": filler.name,
        "entity": filler.entity,
        "start": filler.start,
        "end": filler.end,
        "text": filler.text,
    }


def _part(part: Part) -> dict[str, Any]:
    line: dict[str, Any] = {"start": part.start, "end": part.end, "role": part.role}
    if part.speaker:
        line["speaker"] = _filler(part.speaker)
    return line


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "text": value.text}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    return value


def _need_filler(data: Mapping[str, Any]) -> Filler:
    return Filler(data["name"], data.get("entity"), data.get("start"), data.get("end"), data.get("text"))


def _read_filler(data: Mapping[str, Any] | None) -> Filler | None:
    return _need_filler(data) if data else None


def _read_value(key: str, value: Any) -> Any:
    if key in SPAN_FIELDS and isinstance(value, list):
        return tuple(_read_value(key, v) for v in value)
    if key in SPAN_FIELDS and isinstance(value, dict) and value.get("start") is not None:
        return Span(value["start"], value["end"], value["text"])
    return value
