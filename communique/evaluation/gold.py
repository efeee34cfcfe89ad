"""Annotations by hand, compiled to a gold record.

An annotation file is JSON: ``{"source": "path/of/text", "document": {metadata}, "facts": [...]}``. Its facts are those
of the record format, except that offsets are left out. Wherever the format has ``start``, ``end`` and ``text``, the
annotation gives ``text`` alone, a quotation in which any run of white space matches any other; ``@2`` at its end takes
the second occurrence, ``@3`` the third. Evidence is a list of such quotations. A filler may be a plain string, which is
name and quotation at once, and may carry ``aliases``. A filler without ``text`` is only implied. ``item`` names the
line's own path or URL where the source is a JSON Lines file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from communique.model import ALL_TYPES, Document, document_id
from communique.model.document import GENRES
from communique.model.fact import REALIS
from communique.readers import ReadError, Source, documents

_NTH = re.compile(r"(?P<quotation>.*)@(?P<nth>\d+)", re.DOTALL)
_LISTS_OF_QUOTATIONS = frozenset({"topics", "content"})
_QUOTATIONS = frozenset({"action", "what", "purpose"})
_NO_SPAN = {"start": None, "end": None, "text": None}
#: The closed vocabularies of ``value`` in the record format, by type and field.
VOCABULARY: Mapping[tuple[str, str], frozenset[str]] = {
    ("statement", "form"): frozenset({"direct", "indirect", "mixed"}),
    ("statement", "stance"): frozenset(
        {
            "support", "praise", "thank", "agree", "promise", "neutral",
            "concern", "demand", "criticise", "accuse", "reject", "threaten",
        }
    ),
    ("instrument", "kind"): frozenset(
        {
            "treaty", "agreement", "programme", "charter", "statement", "declaration",
            "law", "resolution", "sanctions", "plan", "other",
        }
    ),
    ("instrument", "status"): frozenset(
        {
            "proposed", "under-discussion", "drafting", "initialled", "under-review", "deferred", "rejected",
            "adopted", "signed", "ratified", "in-force", "implementing", "extended", "suspended", "terminated",
        }
    ),
    ("tenure", "phase"): frozenset({"holds", "begins", "ends", "held"}),
}  # fmt: skip


class GoldError(Exception):
    """Annotations that do not fit their text or the format; each line of ``str()`` names the file, fact and reason."""


def compile_annotations(paths: Iterable[Path], *, texts: Path) -> Iterator[dict[str, Any]]:
    """The gold record of annotation files: for each its document line, with the text, and its fact lines.

    Args:
        paths: annotation files.
        texts: folder to which the files' ``source`` paths are relative.

    Raises:
        GoldError: if a file cannot be read, a quotation does not stand in the text, or a value is not of the format.
            It tells of everything that is wrong with the file at hand.
    """
    for path in paths:
        yield from _compile_file(path, texts)


def locate(text: str, quotation: str) -> dict[str, Any]:
    """Where a quotation stands in a text.

    Args:
        text: the whole text.
        quotation: words of it, white space folded; ``@n`` at the end takes the n-th occurrence. Where it begins or ends
            with a letter or digit, that must be the beginning or end of a word.

    Returns:
        ``start``, ``end`` and ``text`` of the occurrence.

    Raises:
        GoldError: if there is no such occurrence.
    """
    nth = 1
    if numbered := _NTH.fullmatch(quotation):
        quotation, nth = numbered["quotation"], int(numbered["nth"])
    found = occurrences(text, quotation)
    if not 1 <= nth <= len(found):
        wanted = f"stands {len(found)} times, occurrence {nth} was wanted" if found else "does not stand in the text"
        raise GoldError(f"{quotation!r} {wanted}")
    start, end = found[nth - 1]
    return {"start": start, "end": end, "text": text[start:end]}


def occurrences(text: str, quotation: str) -> list[tuple[int, int]]:
    """The bounds of every place where a quotation stands in a text, as ``locate`` counts them."""
    pattern = r"\s+".join(map(re.escape, quotation.split()))
    if quotation[:1].isalnum():
        pattern = r"\b" + pattern
    if quotation[-1:].isalnum():
        pattern += r"\b"
    return [match.span() for match in re.finditer(pattern, text)] if quotation.strip() else []


def _compile_file(path: Path, texts: Path) -> list[dict[str, Any]]:
    try:
        annotation = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path}: {error}") from error
    try:
        document = _document(annotation, texts)
    except GoldError as error:
        raise GoldError(f"{path}: {error}") from error
    metadata = dict(annotation.get("document", {}))
    problems: list[str] = []
    lines = []
    try:
        if metadata.get("genre", GENRES[0]) not in GENRES:
            raise GoldError(f"no genre {metadata['genre']!r}")
        if metadata.get("speaker"):
            metadata["speaker"] = _filler(document.text, metadata["speaker"])
        if metadata.get("parts"):
            metadata["parts"] = [
                {"role": part["role"], **_bounds(locate(document.text, part["text"]))} for part in metadata["parts"]
            ]
    except GoldError as error:
        problems.append(f"{path}: document: {error}")
    identity = {"kind": "document", "id": document_id(document.text), "source": annotation["source"]}
    lines.append({**identity, "media_type": document.media_type, **metadata, "text": document.text})
    for number, fact in enumerate(annotation["facts"], 1):
        try:
            lines.append({"kind": "fact", "document": identity["id"], **_fact(document.text, fact)})
        except GoldError as error:
            problems.append(f"{path}: fact {number}: {error}")
    if problems:
        raise GoldError("\n".join(problems))
    return lines


def _document(annotation: Mapping[str, Any], texts: Path) -> Document:
    """The annotated document as the readers read it, so that offsets count in the text that they extract."""
    for key in ("source", "facts"):
        if key not in annotation:
            raise GoldError(f"an annotation needs {key!r}")
    source = texts / annotation["source"]
    try:
        data = source.read_bytes()
    except OSError as error:
        raise GoldError(f"{source}: {error.strerror}") from error
    for document in documents(Source(str(source), data)):
        if isinstance(document, ReadError):
            raise GoldError(str(document)) from document
        if annotation.get("item") in (None, document.source):
            return document
    raise GoldError(f"{source}: holds no document {annotation.get('item') or ''}".rstrip())


def _fact(text: str, fact: Mapping[str, Any]) -> dict[str, Any]:
    kind, realis = fact["type"], fact.get("realis", "actual")
    if kind not in ALL_TYPES:
        raise GoldError(f"no type {kind!r}")
    if realis not in REALIS:
        raise GoldError(f"no realis {realis!r}")
    if not fact.get("evidence"):
        raise GoldError(f"a {kind} without evidence")
    place = fact.get("place")
    return {
        "type": kind,
        "realis": realis,
        "roles": {role: [_filler(text, f) for f in fillers] for role, fillers in fact.get("roles", {}).items()},
        "time": _time(text, fact.get("time")),
        "place": _filler(text, place) if place else None,
        "value": {key: _value(text, kind, key, value) for key, value in (fact.get("value") or {}).items()},
        "attribution": [_filler(text, f) for f in fact.get("attribution", ())],
        "evidence": [locate(text, quotation) for quotation in fact["evidence"]],
    }


def _filler(text: str, given: str | Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(given, str):
        numbered = _NTH.fullmatch(given)
        given = {"name": numbered["quotation"] if numbered else given, "text": given}
    span = locate(text, given["text"]) if given.get("text") else _NO_SPAN
    return {"entity": None, **given, **span}


def _time(text: str, given: str | Mapping[str, Any] | None) -> dict[str, Any] | None:
    if not given:
        return None
    if isinstance(given, str):
        return {"edtf": given, **_NO_SPAN}
    span = locate(text, given["text"]) if given.get("text") else _NO_SPAN
    return {"edtf": given.get("edtf"), **span}


def _value(text: str, kind: str, key: str, value: Any) -> Any:
    allowed = VOCABULARY.get((kind, key))
    if allowed and value not in allowed:
        raise GoldError(f"no {key} {value!r}")
    if key in _LISTS_OF_QUOTATIONS:
        return [locate(text, quotation) for quotation in ([value] if isinstance(value, str) else value)]
    if key in _QUOTATIONS and isinstance(value, str):
        return locate(text, value)
    return value


def _bounds(span: Mapping[str, Any]) -> dict[str, Any]:
    return {"start": span["start"], "end": span["end"]}
