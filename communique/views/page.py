"""Readings as one self-contained HTML page: the text with every fact highlighted on its words, the facts beside it.

The page asks for nothing from anywhere, and works without its few lines of script. Its content security policy allows
its own style sheet and script by their hashes and nothing else, so that no text, title or file name can bring any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.model import Document, Fact, Part
from communique.views.shell import LANES, asset, environment, page_head, showable, type_class
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
from communique.views.table import fact_rows

#: The word that marks a fact of each type within the text.
MARKS: Mapping[str, str] = {
    "meeting": "met",
    "call": "call",
    "visit": "visit",
    "session": "session",
    "conference": "conf.",
    "ceremony": "ceremony",
    "statement": "said",
    "instrument": "text",
    "tenure": "post",
    "commitment": "next",
    "action": "act",
}
#: What runs in before the part that follows on the same line.
_RUN_IN = frozenset(("between", "dateline"))
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Mark:
    """The beginning of a piece of evidence: the anchor it is found by, and the fact it leads to."""

    anchor: str
    number: int
    word: str
    type_class: str
    fact_anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same facts.

    Attributes:
        marks: pieces of evidence that begin here.
        classes: one ``lane-type`` class for each underline; empty where no fact stands on the text.
        facts: numbers of the facts that stand on it, separated by blanks.
        aside: whether it runs in before the block's own text: a number, a dateline, a speaker's label.
    """

    text: str
    marks: tuple[Mark, ...]
    classes: str
    facts: str
    aside: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the document with what stands before it on its line, or what lies between two parts."""

    role: str
    speaker: str | None
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A piece of evidence beside its fact, with the way to where it stands."""

    anchor: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One fact beside the text."""

    number: int
    anchor: str
    type_class: str
    who: str
    summary: FactSummary
    rows: tuple[Row, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One type of fact: the word in the text, its name, and how many there are."""

    type: str
    type_class: str
    word: str
    number: int


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document as the template shows it."""

    anchor: str
    title: str
    language: str
    url: str | None
    rows: tuple[Row, ...]
    tally: str
    legend: tuple[LegendEntry, ...]
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]


def page(readings: Iterable[tuple[Document, Sequence[Fact]]], *, title: str = "Communique") -> Iterator[str]:
    """The page, piece by piece, so that any number of documents takes the memory of one.

    Args:
        readings: documents with their facts, in the order in which they are shown.
        title: of the page; a page of one document is better named after it.

    Yields:
        HTML; joined, it is one complete page. Lone surrogates in any text have become U+FFFD.
    """
    style, script = asset("page.css"), asset("page.js")
    yield page_head(one_line(title), style=style, script=script)
    section = environment().get_template("page_document.html")
    index: list[tuple[str, str]] = []
    for number, (document, facts) in enumerate(readings, 1):
        shown = document_page(document, facts, anchor=f"d-{number}")
        index.append((shown.anchor, shown.title))
        yield section.render(document=shown)
    yield environment().get_template("page_foot.html").render(index=index, script=script)


def document_page(document: Document, facts: Sequence[Fact], *, anchor: str) -> DocumentPage:
    """What the page shows of one document.

    Args:
        document: its text and parts.
        facts: all of its facts, in any order.
        anchor: name of the document's own anchor in the page.
    """
    ordered = sorted(facts, key=lambda fact: fact.evidence[0].start if fact.evidence else 0)
    names: Counter[str] = Counter()
    cards = []
    for number, fact in enumerate(ordered, 1):
        names[fact.id] += 1
        again = f"-{names[fact.id]}" if names[fact.id] > 1 else ""
        cards.append(_card(number, fact, again))
    by_type = count_types(ordered)
    return DocumentPage(
        anchor=anchor,
        title=one_line(document_title(document)),
        language=document.language,
        url=document.url if document.url and document.url.startswith(("https://", "http://")) else None,
        rows=tuple(Row(r.label, tuple(one_line(v) for v in r.values)) for r in document_rows(document)),
        tally=f"{counted(len(ordered), 'fact')} in {counted(count_words(document.text), 'word')}",
        legend=tuple(LegendEntry(t, type_class(t), MARKS.get(t, t), n) for t, n in by_type.items()),
        blocks=tuple(_blocks(document, cards)),
        cards=tuple(cards),
    )


def _card(number: int, fact: Fact, again: str) -> Card:
    summary = summarize(fact)
    quotes = tuple(
        Quote(f"e-{summary.id}{again}-{i}", span.start, span.end, quoted(span.text))
        for i, span in enumerate(summary.evidence, 1)
    )
    rows = tuple(Row(row.label, tuple(one_line(v) for v in row.values)) for row in fact_rows(summary))
    return Card(number, f"f-{summary.id}{again}", type_class(fact.type), one_line(summary.who), summary, rows, quotes)


@dataclass(frozen=True, slots=True)
class _Highlight:
    start: int
    end: int
    lane: int
    card: Card
    quote: Quote


def _highlights(cards: Iterable[Card], length: int) -> list[_Highlight]:
    """Every piece of evidence with the underline it is given: the first that is free where it begins."""
    pieces = sorted(
        ((q.start, -q.end, c.number, c, q) for c in cards for q in c.quotes if 0 <= q.start < q.end <= length),
        key=lambda piece: piece[:3],
    )
    free_from = [0] * LANES
    highlights = []
    for start, negative_end, _, card, quote in pieces:
        end = -negative_end
        lane = next((i for i, free in enumerate(free_from) if free <= start), LANES - 1)
        free_from[lane] = max(free_from[lane], end)
        highlights.append(_Highlight(start, end, lane, card, quote))
    return highlights


def _blocks(document: Document, cards: Sequence[Card]) -> Iterator[Block]:
    text = document.text
    highlights = _highlights(cards, len(text))
    cuts = sorted({h.start for h in highlights} | {h.end for h in highlights})
    first_cut = first_highlight = 0
    active: list[_Highlight] = []
    segments: list[Segment] = []
    for stretch, following in pairwise((*_stretches(text, document.parts), None)):
        assert stretch is not None
        start, end, role, speaker = stretch
        runs_in = role in _RUN_IN and following is not None and "\n" not in text[end : following[0]]
        if runs_in and following is not None:
            end = following[0]
        while first_cut < len(cuts) and cuts[first_cut] <= start:
            first_cut += 1
        points = [start]
        while first_cut < len(cuts) and cuts[first_cut] < end:
            points.append(cuts[first_cut])
            first_cut += 1
        points.append(end)
        for left, right in pairwise(points):
            active = [h for h in active if h.end > left]
            begun = []
            while first_highlight < len(highlights) and highlights[first_highlight].start <= left:
                begun.append(highlights[first_highlight])
                first_highlight += 1
            active += [h for h in begun if h.end > left]
            segments.append(_segment(showable(text[left:right]), begun, active, aside=runs_in))
        if not runs_in:
            yield Block(role, one_line(speaker) if speaker else None, tuple(segments))
            segments = []


def _segment(text: str, begun: Iterable[_Highlight], active: Sequence[_Highlight], *, aside: bool) -> Segment:
    marks = tuple(
        Mark(
            anchor=h.quote.anchor,
            number=h.card.number,
            word=MARKS.get(h.card.summary.type, h.card.summary.type),
            type_class=h.card.type_class,
            fact_anchor=h.card.anchor,
            label=f"fact {h.card.number}, {h.card.summary.type}: {h.card.who}",
        )
        for h in begun
    )
    classes = " ".join(dict.fromkeys(f"u{h.lane}-{h.card.type_class}" for h in active))
    facts = " ".join(dict.fromkeys(str(h.card.number) for h in active))
    return Segment(text, marks, classes, facts, aside)


def _stretches(text: str, parts: Sequence[Part]) -> Iterator[tuple[int, int, str, str | None]]:
    """The document cut at its parts; what lies between them is ``between``, without the blank lines around it."""
    if not parts:
        yield from ((start, end, "unparted", None) for start, end in _paragraphs(text))
        return
    at = 0
    for part in parts:
        yield from _between(text, at, part.start)
        if part.end > max(at, part.start):
            yield max(at, part.start), part.end, part.role, part.speaker.name if part.speaker else None
        at = max(at, part.end)
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, str | None]]:
    stretch = text[start:end]
    if not (words := stretch.strip()):
        return
    begin = start + len(stretch) - len(stretch.lstrip())
    stop = begin + len(words)
    last_line = text.rfind("\n", begin, stop) + 1
    if last_line and "\n" not in text[stop:end]:
        # Only the line on which the next part begins runs in before it
        yield begin, begin + len(text[begin:last_line].rstrip()), "between", None
        begin = last_line
    yield begin, stop, "between", None


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        gap = _BLANK_LINE.search(text, at)
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            yield at, end
        at = gap.end() if gap else len(text)
