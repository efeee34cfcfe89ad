"""A reading for the terminal: the document's header, then its facts by type with the words under each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from communique.model import Document, Fact
from communique.views.summary import (
    FactSummary,
    Row,
    count_types,
    count_words,
    counted,
    document_rows,
    document_title,
    one_line,
    quoted,
    summarize,
)

#: A line as runs of text, each with the name of its style (``""`` for none).
Line = tuple[tuple[str, str], ...]
_LABEL_WIDTH = 15
_NARROWEST = 40


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
