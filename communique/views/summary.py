"""Facts in few words: what a fact says, row by row, and how many of which kind there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from communique.model import ALL_TYPES, IDENTIFYING_ROLES, Document, Fact, Filler, Span

#: Words for the roles and values whose field names do not speak for themselves.
LABELS: Mapping[str, str] = {"what": "does", "action": "to do", "instead_of": "instead of", "form": "said"}
#: Values that repeat what another row says.
_SILENT_VALUES: Mapping[str, frozenset[str]] = {"form": frozenset({"direct", "indirect", "mixed"})}
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_OPENING_MARKS = frozenset('“"«„')
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that a fact says: ``label`` is a word, ``values`` what stands under it."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactSummary:
    """A fact as a reader wants it.

    Attributes:
        who: the fillers of the roles that identify the fact, in one phrase.
        rows: the other roles and the values.
        when: EDTF, with the words of the text where they say more; None if the text gives no time.
        where: name of the place or None.
        word: on whose word the fact stands, outermost first; empty where it is the document's own.
        realis: as in the record format.
        evidence: the stretches of text that carry the fact.
    """

    id: str
    type: str
    realis: str
    who: str
    rows: tuple[Row, ...]
    when: str | None
    where: str | None
    word: tuple[str, ...]
    evidence: tuple[Span, ...]
    plover: str | None
    confidence: float


def printable(text: str) -> str:
    """``text`` safe to print: what could act on a terminal, break its line or hide what stands there is U+FFFD."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """``text`` on one line and safe to print.

    Runs of white space become one space; the rest as in ``printable``: control characters, bidirectional overrides and
    lone surrogates become U+FFFD.
    """
    return printable(_SPACE.sub(" ", text)).strip()


def quoted(text: str) -> str:
    """``text`` on one line in quotation marks, unless it brings its own."""
    line = one_line(text)
    return line if line[:1] in _OPENING_MARKS else f"“{line}”"


def summarize(fact: Fact) -> FactSummary:
    """The fact's roles, values, time, place and attribution as short phrases.

    Args:
        fact: any fact; types and roles that the program does not know are shown as they are.
    """
    identifying = [role for key in IDENTIFYING_ROLES.get(fact.type, ()) for role in key.split("|")]
    phrases = [_names(fact.roles[role]) for role in identifying if fact.roles.get(role)]
    separator = " → " if fact.type == "visit" else ", "
    rows = [
        Row(LABELS.get(role, role), tuple(filler_phrase(f) for f in fillers))
        for role, fillers in fact.roles.items()
        if role not in identifying and fillers
    ]
    for name, value in fact.value.items():
        values = tuple(_value_phrases(value))
        if values and not (len(values) == 1 and values[0] in _SILENT_VALUES.get(name, frozenset())):
            rows.append(Row(LABELS.get(name, name.replace("_", " ")), values))
    plover = fact.plover
    return FactSummary(
        id=fact.id,
        type=fact.type,
        realis=fact.realis,
        who=separator.join(phrases) or "nobody named",
        rows=tuple(rows),
        when=_when(fact),
        where=fact.place.name if fact.place else None,
        word=tuple(f.name for f in fact.attribution),
        evidence=fact.evidence,
        plover=" · ".join(filter(None, (plover.event, plover.mode, *plover.context))) if plover else None,
        confidence=fact.confidence,
    )


def filler_phrase(filler: Filler) -> str:
    """The filler's name, with the words of the text where they differ: ``Sergey Lavrov (“He”)``."""
    if filler.text is None or one_line(filler.text) == one_line(filler.name):
        return filler.name
    return f"{filler.name} ({quoted(filler.text)})"


def count_types(facts: Iterable[Fact]) -> dict[str, int]:
    """How many facts there are of each type, in the order of the record format; types without facts are left out."""
    counts = Counter(fact.type for fact in facts)
    order = [*ALL_TYPES, *sorted(counts.keys() - set(ALL_TYPES))]
    return {name: counts[name] for name in order if counts[name]}


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """``1 fact``, ``6,085 documents``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def count_words(text: str) -> int:
    """Words of a text: runs of characters between white space."""
    return len(text.split())


def document_rows(document: Document) -> list[Row]:
    """What is known of a document beyond its title; what is not known is left out."""
    published = document.published
    if published and document.published_basis:
        basis = {"text": "the text", "metadata": "the file's metadata", "caller": "the caller"}
        published = f"{published} (from {basis.get(document.published_basis, document.published_basis)})"
    known = {
        "source": document.source,
        "published": published,
        "publisher": document.publisher,
        "place": document.place,
        "speaker": document.speaker.name if document.speaker else None,
        "genre": document.genre,
        "language": document.language,
        "also in": ", ".join(document.translations),
        "address": document.url if document.url != document.source else None,
        "id": document.id,
    }
    return [Row(label, (value,)) for label, value in known.items() if value]


def document_title(document: Document) -> str:
    """The document's title, or its source where it has none."""
    return document.title or document.source


def _names(fillers: Iterable[Filler]) -> str:
    names = list(dict.fromkeys(f.name for f in fillers))
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"


def _when(fact: Fact) -> str | None:
    time = fact.time
    if time is None:
        return None
    words = quoted(time.text) if time.text else None
    if time.edtf is None:
        return words
    return time.edtf if words is None or one_line(time.text or "") == time.edtf else f"{time.edtf} ({words})"


def _value_phrases(value: Any) -> Iterable[str]:
    if value is None or value == "":
        return
    if isinstance(value, Span):
        yield quoted(value.text)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _value_phrases(item)
    elif isinstance(value, Mapping):
        yield ", ".join(f"{k} {v}" for k, v in value.items() if v is not None)
    else:
        yield str(value)
