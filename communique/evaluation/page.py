"""One self-contained HTML page of what a record missed, invented or read differently, each in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from communique.evaluation.bootstrap import Interval
from communique.evaluation.confusion import confusion, format_confusion
from communique.evaluation.matching import Line, Pair, characters
from communique.evaluation.score import Report, Row, differences
from communique.views.shell import asset, environment, page_head, showable, type_class

#: How much of the text is shown before and after the words of a fact.
CONTEXT_CHARACTERS = 240
_PACKAGE = "communique.evaluation"
_CUT = "\u2026"


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact that is not as gold has it.

    Attributes:
        kind: ``missed``, ``extra`` or ``differs``.
        who: its roles and their fillers.
        before, words, after: the text around its first piece of evidence.
        notes: what was read there instead, or which fields differ and how.
    """

    kind: str
    type: str
    type_class: str
    who: str
    before: str
    words: str
    after: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentEntries:
    """One document of the page."""

    anchor: str
    name: str
    right: int
    gold: int
    entries: tuple[Entry, ...]


def score_page(
    pairs: Sequence[Pair], report: Report, *, interval: Interval | None, title: str, names: Mapping[str, str]
) -> Iterator[str]:
    """The page, piece by piece.

    Args:
        pairs: matched documents; those that are wholly right are only counted.
        report: their scores.
        interval: of found F1 over all.
        title: of the page.
        names: of the documents, by id; one that is not here is shown by its id.

    Yields:
        HTML; joined, it is one complete page that asks for nothing from anywhere.
    """
    yield page_head(title, style=asset("page.css") + asset("scores.css", _PACKAGE))
    columns = [f.name for f in fields(Row)]
    rows = [(kind, [_figure(getattr(row, name)) for name in columns]) for kind, row in report.rows.items()]
    shown = [entries for number, pair in enumerate(pairs, 1) if (entries := _document(number, pair, names)).entries]
    yield (
        environment(_PACKAGE)
        .get_template("scores.html")
        .render(
            title=showable(title),
            columns=columns,
            rows=rows,
            interval=f"{interval.low:.3f} to {interval.high:.3f}" if interval else None,
            confusion=format_confusion(confusion(pairs)),
            documents=shown,
            right=len(pairs) - len(shown),
            counts={
                "missed": len(report.misses),
                "extra": len(report.extras),
                "differs": sum(entry.kind == "differs" for document in shown for entry in document.entries),
            },
        )
    )


def _figure(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _document(number: int, pair: Pair, names: Mapping[str, str]) -> DocumentEntries:
    matched = set(pair.partner.values())
    extras = [fact for j, fact in enumerate(pair.predicted) if j not in matched]
    entries = [(fact, "extra", list(_instead(fact, pair.gold))) for fact in extras]
    for i, fact in enumerate(pair.gold):
        if i not in pair.partner:
            entries.append((fact, "missed", list(_instead(fact, extras))))
        elif different := differences(fact, pair.predicted[pair.partner[i]]):
            notes = [f"{d.field}: {d.predicted}, should be {d.gold}" for d in different]
            entries.append((fact, "differs", notes))
    entries.sort(key=lambda entry: _first(entry[0])[0])
    shown = tuple(_entry(fact, kind, notes, pair.text or "") for fact, kind, notes in entries)
    name = showable(names.get(pair.document, pair.document))
    return DocumentEntries(f"d-{number}", name, len(pair.partner), len(pair.gold), shown)


def _instead(fact: Line, others: Iterable[Line]) -> Iterator[str]:
    """The facts of the other record on the same words."""
    here = characters(fact)
    for other in others:
        if not here.isdisjoint(characters(other)):
            yield f"there: {other['type']}, {_who(other)}"


def _entry(fact: Line, kind: str, notes: Iterable[str], text: str) -> Entry:
    start, end = _first(fact)
    words = text[start:end] or (fact["evidence"][0]["text"] if fact["evidence"] else "")
    before, after = text[max(0, start - CONTEXT_CHARACTERS) : start], text[end : end + CONTEXT_CHARACTERS]
    return Entry(
        kind=kind,
        type=showable(f"{fact['type']} {fact['realis']}".removesuffix(" actual")),
        type_class=type_class(fact["type"]),
        who=showable(_who(fact)),
        before=showable((_CUT if start > CONTEXT_CHARACTERS else "") + before),
        words=showable(words),
        after=showable(after + (_CUT if end + CONTEXT_CHARACTERS < len(text) else "")),
        notes=tuple(map(showable, notes)),
    )


def _first(fact: Line) -> tuple[int, int]:
    return (fact["evidence"][0]["start"], fact["evidence"][0]["end"]) if fact["evidence"] else (0, 0)


def _who(fact: Line) -> str:
    filled = ((role, ", ".join(f["name"] for f in fillers)) for role, fillers in fact["roles"].items() if fillers)
    return "; ".join(f"{role} {names}" for role, names in filled) or "nobody"
