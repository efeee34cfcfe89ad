"""A reading for the terminal: the document's header, then its facts by type with the words under each."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from communique.model import Document, Fact, Span
from communique.views.summary import (
    FactSummary,
    Row,
    count_types,
    count_words,
    counted,
    document_rows,
    document_title,
    one_line,
    printable,
    quoted,
    summarize,
)

if TYPE_CHECKING:
    from communique.record import Header, Summary

#: A line as runs of text, each with the name of its style (``""`` for none).
Line = tuple[tuple[str, str], ...]
_LABEL_WIDTH = 15
_NARROWEST = 40
_SPACE = re.compile(r"\s+")
#: Over a list of documents.
HEADING: Line = ((f"{'id':16}  {'published':16}  {'lang.':5}  {'genre':13}  {'words':>9}  title", "label"),)


def reading_lines(document: Document, facts: Iterable[Fact], *, width: int | None = None) -> Iterator[Line]:
    """The document and its facts, line by line.

    Args:
        document: whose header comes first.
        facts: all of the document.
        width: columns to wrap to; None leaves every row on one line, as a pipe wants it.

    Yields:
        Lines without line breaks; nothing in them can act on a terminal.
    """
    facts = sorted(facts, key=lambda fact: fact.evidence[0].start if fact.evidence else 0)
    yield from _wrapped("", one_line(document_title(document)), "", width, style="title")
    for row in document_rows(document):
        yield from _row(row, "  ", width)
    by_type = count_types(facts)
    tally = ", ".join(f"{number} {name}" for name, number in by_type.items())
    counts = f"{counted(len(facts), 'fact')} in {counted(count_words(document.text), 'word')}"
    yield from _row(Row("found", (f"{counts}: {tally}" if tally else counts,)), "  ", width)
    for name, number in by_type.items():
        yield ()
        yield ((f"{name.upper()} ({number})", "type"),)
        for fact in facts:
            if fact.type == name:
                yield from fact_lines(fact, width=width)


def fact_lines(fact: Fact, *, width: int | None = None, with_type: bool = False) -> Iterator[Line]:
    """One fact: who, then what, when and where, on whose word, and the words themselves with their offsets.

    Args:
        fact: the fact.
        width: columns to wrap to, or None.
        with_type: also say what type it is of, for lists of several types.
    """
    summary = summarize(fact)
    lead = f"{summary.type.upper()}  " if with_type else ""
    realis = "" if summary.realis == "actual" else f"  ({summary.realis})"
    yield from _wrapped("  " + lead, one_line(summary.who) + realis, "    ", width, style="who")
    for row in fact_rows(summary):
        yield from _row(row, "    ", width)
    for span in summary.evidence:
        offsets = f"[{span.start}:{span.end}]"
        yield from _wrapped("    " + offsets + " ", quoted(span.text), "      ", width, style="quote")


def finding_lines(fact: Fact, header: Header, *, width: int | None = None) -> Iterator[Line]:
    """One fact of a record, as in ``fact_lines``, and the document that says it."""
    yield from fact_lines(fact, width=width, with_type=True)
    yield from _row(Row("in", (_reference(header),)), "    ", width)


def header_line(header: Header, *, width: int | None = None) -> Line:
    """One document of a list, under ``HEADING``; its title is cut to the width, if there is one."""
    known = (
        f"{header.id:16}  {header.published or '':16}  {header.language:5.5}  {header.genre:13}  {header.words:>9,}  "
    )
    title = one_line(header.title or header.source)
    if width is not None:
        title = textwrap.shorten(title, max(width - len(known), _LABEL_WIDTH), placeholder="…")
    return (known, "label"), (title, "who")


def hit_lines(header: Header, snippet: Span, passages: Sequence[Span], *, width: int | None = None) -> Iterator[Line]:
    """One document that was found, with the words around what was sought."""
    yield from _wrapped("", one_line(header.title or header.source), "", width, style="title")
    yield from _row(Row("document", (_reference(header, title=False),)), "  ", width)
    yield from _row(Row("source", (header.source,)), "  ", width)
    pieces: list[tuple[str, str]] = [(f"  [{snippet.start}:{snippet.end}] ", "label")]
    at = 0
    for passage in passages:
        start, end = passage.start - snippet.start, passage.end - snippet.start
        pieces += [(_flat(snippet.text[at:start]), ""), (_flat(snippet.text[start:end]), "match")]
        at = end
    yield (*pieces, (_flat(snippet.text[at:]), ""))


def summary_lines(summary: Summary, *, width: int | None = None) -> Iterator[Line]:
    """How much a record holds."""
    by_type = ", ".join(f"{number:,} {name}" for name, number in summary.facts.items())
    total = sum(summary.facts.values())
    superseded = f", and {summary.superseded:,} superseded" if summary.superseded else ""
    counts = f"{counted(summary.documents, 'document')}{superseded}, {counted(summary.words, 'word')}"
    yield ()
    yield from _wrapped("", f"{counts}, {counted(total, 'fact')}{': ' if by_type else ''}{by_type}", "  ", width)


def fact_rows(summary: FactSummary) -> list[Row]:
    """The labelled rows of a fact below its headline."""
    rows = list(summary.rows)
    if summary.when:
        rows.append(Row("when", (summary.when,)))
    if summary.where:
        rows.append(Row("where", (summary.where,)))
    if summary.word:
        rows.append(Row("on the word of", (", quoting ".join(summary.word),)))
    if summary.plover:
        rows.append(Row("PLOVER", (summary.plover,)))
    return rows


def _reference(header: Header, *, title: bool = True) -> str:
    parts = (header.published, header.title or header.source if title else None, f"document {header.id}")
    return ", ".join(part for part in parts if part)


def _flat(text: str) -> str:
    """On one line, blanks at the ends kept."""
    return printable(_SPACE.sub(" ", text))


def _row(row: Row, indent: str, width: int | None) -> Iterator[Line]:
    label = one_line(row.label).ljust(_LABEL_WIDTH - 1) + " "
    yield from _wrapped(indent + label, "; ".join(one_line(v) for v in row.values), indent + " " * _LABEL_WIDTH, width)


def _wrapped(lead: str, text: str, hanging: str, width: int | None, *, style: str = "") -> Iterator[Line]:
    if width is None:
        yield ((lead, "label"), (text, style))
        return
    room = max(width, _NARROWEST)
    lines = textwrap.wrap(
        text, room, initial_indent=" " * len(lead), subsequent_indent=hanging, break_on_hyphens=False
    ) or [""]
    yield ((lead, "label"), (lines[0][len(lead) :], style))
    for line in lines[1:]:
        yield ((line, style),)
