"""Lines to paragraphs: hard-wrapped lines are joined, lines that each are a paragraph are not, markers are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from communique.readers.cues import words
from communique.readers.dates import MONTHS, find_date

#: A text is hard-wrapped if at most LONG_SHARE of its characters stand in lines longer than LONG_LINE and at least
#: WRAPPED_SHARE of the characters in lines that go on below stand in lines whose break was forced: the next word had no
#: room. So lists of short lines do not outvote the paragraphs. Room is counted with SLACK, because lines of a PDF's
#: proportional type and of editors that break unevenly end early. Set on plain-text press releases, PDF text and 6,085
#: White House documents wrapped at 72: in 4 of 2,028 of them more than two paragraphs are still broken mid-sentence.
LONG_LINE = 140
LONG_SHARE = 0.2
WRAPPED_SHARE = 0.7
SLACK = 0.88
NARROWEST = 40
#: The width is that of the line at which this share of the characters has passed, from the shortest line on: below the
#: longest, which are addresses of pages that no editor breaks.
TYPICAL = 0.7
#: About how many line breaks are looked at to decide.
SAMPLE = 4000

_CLOSERS = "\"'”’»)]*_"
_TERMINAL = frozenset(".!?;:…。！？")
_BULLETS = frozenset("-*+•·▪▫◦●○■□►▶‣⁃➢✓\uf0b7\\")
_BULLET = re.compile(r"(?:\\?[-*+•·▪▫◦●○■□►▶‣⁃➢✓\uf0b7]|o(?=\s{2}))\s+(?=\S)")
_DASH = re.compile(r"[–—]\s+(?=\S)")
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivxlc]{1,6}|[IVXLC]{2,6})\\?[.)]|\d{1,3}(?:\.\d{1,3}){1,3}"
    r"|\([A-Z]\)|[A-Z]\))\s+(?=\S)"
)
_BARE_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})\\?[.)]")
_LEAD = re.compile(r"(?:[*_]{1,3}(?=[^\s*_])|</?(?:u|b|i|strong|em|p|div|span|font)\b[^<>\n]{0,80}>|#{1,6}\s+|>\s*)+")
_TRAIL = re.compile(r"(?:[*_]{1,3}|</?(?:u|b|i|strong|em|p|div|span)>|(?<=\s)#{1,6}|\\)\s*$")
_LONE_MARK = re.compile(r"[#*_>]{1,2}|=+")
_RUN_IN = re.compile(r"[:.?!]\s?(?:</u>)?\*\*|\*\*:")
_BLOCK_TAG = re.compile(
    r"</?(?:table|thead|tbody|tfoot|tr|td|th|col|colgroup|caption|figure|figcaption|img|p|div|br|hr|ul|ol|li|h[1-6]"
    r"|iframe|section|article|blockquote|dl|dt|dd)\b[^<>]*>",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:Q|QUESTION|ANSWER|Question|Answer|[A-Z][A-Z .'’-]{2,40})(?:\s*\([^)\n]{1,60}\))?\s?:\s")
_TURN_Q = re.compile(r"Q(?:[ \xa0]{2,}|\xa0|\s+[—“(])\S")
_UNFINISHED = words("unfinished")


class Paragraph(NamedTuple):
    """One paragraph's place in the text, without its marker; ``kind`` is ``prose``, ``heading`` or ``item``."""

    start: int
    end: int
    kind: str = "prose"


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    hard_break: bool


def paragraphs(text: str, stretches: Iterable[tuple[int, int]]) -> list[Paragraph]:
    """The paragraphs of stretches of a text.

    Args:
        text: with line breaks as ``\\n``.
        stretches: ``(start, end)`` in order, without overlap.

    Returns:
        The paragraphs in order: not empty, without outer white space. Linear in the length of the text.
    """
    runs = [run for start, end in stretches for run in _runs(text, start, end)]
    width = _wrap_width(text, runs)
    found: list[Paragraph] = []
    for run in runs:
        if text[run[0].start] == "<" and _BLOCK_TAG.match(text, run[0].start):
            found.extend(_between_tags(text, run[0].start, run[-1].end))
        elif len(run) == 1:
            found.extend(_paragraph(text, run[0].start, run[0].end))
        else:
            for start, end in _split(text, run, width):
                found.extend(_paragraph(text, start, end))
    return found


def _runs(text: str, start: int, end: int) -> list[list[_Line]]:
    """Lines between blank lines."""
    runs: list[list[_Line]] = []
    run: list[_Line] = []
    at = start
    for raw in text[start:end].split("\n"):
        line = raw.strip()
        if line:
            indent = 0 if raw[0] == line[0] else len(raw) - len(raw.lstrip())
            first = at + indent
            run.append(_Line(first, first + len(line), indent, raw.endswith("  ")))
        elif run:
            runs.append(run)
            run = []
        at += len(raw) + 1
    if run:
        runs.append(run)
    return runs


def _wrap_width(text: str, runs: Sequence[Sequence[_Line]]) -> int:
    """The width at which the text is hard-wrapped, 0 if it is not."""
    total = long = 0
    pairs: list[tuple[int, int]] = []
    for run in runs:
        if text[run[0].start] == "<":
            continue
        before: _Line | None = None
        for line in run:
            length = line.end - line.start
            total += length
            # No editor breaks the address of a page.
            if length > LONG_LINE and text.find("://", line.start, line.end) < 0:
                long += length
            # The end of a list's item says nothing of the width.
            if before is not None and text[line.start] not in _BULLETS:
                pairs.append((before.end - before.start + before.indent, _first_word(text, line)))
            before = line
        if len(pairs) > SAMPLE:
            break
    if not pairs or long > LONG_SHARE * total:
        return 0
    broken = sum(length for length, _ in pairs)
    width = passed = 0
    for width in sorted(length for length, _ in pairs):
        passed += width
        if passed >= TYPICAL * broken:
            break
    forced = sum(length for length, word in pairs if length + 1 + word >= SLACK * width)
    return width if width >= NARROWEST and forced >= WRAPPED_SHARE * broken else 0


def _first_word(text: str, line: _Line) -> int:
    space = text.find(" ", line.start, min(line.end, line.start + LONG_LINE))
    return (space if space >= 0 else line.end) - line.start


def _split(text: str, run: Sequence[_Line], width: int) -> list[tuple[int, int]]:
    """A run of lines to the paragraphs it holds."""
    found: list[tuple[int, int]] = []
    start = run[0].start
    before = run[0]
    for line in run[1:]:
        if not _continues(text, before, line, width):
            found.append((start, before.end))
            start = line.start
        before = line
    found.append((start, before.end))
    return found


def _continues(text: str, before: _Line, line: _Line, width: int) -> bool:
    """Whether a line goes on with the paragraph of the line before it."""
    first = text[line.start]
    if first.islower():
        if first == "o" and _BULLET.match(text, line.start, line.end):
            return False
        if not _is_finished(text, before):
            return True
        if _NUMBER.match(text, line.start, line.end):
            return False
        return width > 0
    if first in _BULLETS and _BULLET.match(text, line.start, line.end):
        return False
    if first in "#|<>" and (first != "<" or _BLOCK_TAG.match(text, line.start, line.end)):
        return False
    finished = _is_finished(text, before)
    if first == "Q" and finished and _TURN_Q.match(text, line.start, line.end):
        return False
    listed = finished or text.endswith((" and", " or"), before.start, before.end)
    if listed and (first.isdigit() or first in "(–—" or first.isupper()) and _is_marked(text, line):
        return False
    if text[before.end - 1] == "-" and text[before.end - 2 : before.end - 1].isalpha():
        return True
    if not finished and _last_word(text, before) in _UNFINISHED:
        return True
    if not width or _is_date_line(text, before) or _is_date_line(text, line):
        return False
    room = before.end - before.start + before.indent + 1 + _first_word(text, line)
    if finished and line.indent >= before.indent + 2 and first.isupper() and text[before.start].isalpha():
        return False
    if before.hard_break and room < SLACK * width:
        return False
    if (
        line.end - line.start > 12
        and text[before.start : before.end].isupper() != text[line.start : line.end].isupper()
    ):
        return False
    return room >= SLACK * width or (not finished and room >= 0.7 * width)


def _is_date_line(text: str, line: _Line) -> bool:
    """Whether a line is a date, with or without a place before it, and nothing else."""
    if line.end - line.start > 60 or not text[line.end - 1].isdecimal():
        return False
    words_of_line = text[line.start : line.end]
    date = find_date(words_of_line)
    return (
        date is not None and date.end == len(words_of_line) and (not date.start or words_of_line[date.start - 2] == ",")
    )


def _is_finished(text: str, line: _Line) -> bool:
    last = line.end - 1
    while last > line.start and text[last] in _CLOSERS:
        last -= 1
    return text[last] in _TERMINAL


def _is_marked(text: str, line: _Line) -> bool:
    if (number := _NUMBER.match(text, line.start, line.end)) is not None:
        return not _is_month(text, number.end())
    return bool(_DASH.match(text, line.start, line.end) or _LABEL.match(text, line.start, line.end))


def _last_word(text: str, line: _Line) -> str:
    space = text.rfind(" ", max(line.start, line.end - 20), line.end)
    return text[space + 1 : line.end].lower() if space >= 0 else ""


def _is_month(text: str, at: int) -> bool:
    """Whether a month stands here: "9. Februar" is a date, not an item."""
    end = at
    while end < len(text) and end - at < 12 and text[end].isalpha():
        end += 1
    return text[at:end].casefold() in MONTHS


def _paragraph(text: str, start: int, end: int) -> list[Paragraph]:
    """A paragraph without its marker and emphasis; with a bold run-in heading, two."""
    kind = "prose"
    first = text[start]
    if first in "#*_>=" and _LONE_MARK.fullmatch(text, start, end):
        return []
    if first in "#*_<>":
        start, end, kind = _unwrapped(text, start, end)
        if start >= end:
            return []
        first = text[start]
    if not first.isalpha() or text[start + 1 : start + 7].strip()[:1] in ("", ".", ")", "\\") or first in "ivxlcIVXLCo":
        marker = _BULLET.match(text, start, end) or _DASH.match(text, start, end)
        if marker is None and (marker := _NUMBER.match(text, start, end)) and _is_month(text, marker.end()):
            marker = None
        if marker:
            kind = "item"
            start = marker.end()
            if text[start] in "#*_<>":
                start, end, _ = _unwrapped(text, start, end)
        elif _BARE_NUMBER.fullmatch(text, start, end):
            return []
    elif first == "|":
        start += 1
    if start > 1 and text[start - 2 : start] == "**" and (run_in := _RUN_IN.search(text, start, min(end, start + 200))):
        head_end = run_in.end() if text[run_in.end() - 1] == ":" else run_in.end() - 2
        head = _stripped(text, start, head_end)
        rest = _stripped(text, run_in.end(), end)
        if head and rest:
            return [Paragraph(*_without_trail(text, *head), "heading"), Paragraph(*rest, kind)]
    found = _stripped(text, start, end)
    return [Paragraph(*found, kind)] if found else []


def _unwrapped(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Without quotation and heading signs and the emphasis around it."""
    kind = "heading" if text[start] == "#" else "prose"
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
        start, end = _without_trail(text, start, end)
        while start < end and text[start].isspace():
            start += 1
    return start, end, kind


def _without_trail(text: str, start: int, end: int) -> tuple[int, int]:
    tail = max(start, end - 24)
    while trail := _TRAIL.search(text[tail:end]):
        end = tail + trail.start()
        if end <= tail:
            break
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, max(start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _between_tags(text: str, start: int, end: int) -> list[Paragraph]:
    """What stands between the block tags of HTML left in a Markdown text: the cells of a table, a caption."""
    found: list[Paragraph] = []
    at = start
    for tag in _BLOCK_TAG.finditer(text, start, end):
        if piece := _stripped(text, at, tag.start()):
            found.append(Paragraph(*piece, "item"))
        at = tag.end()
    if piece := _stripped(text, at, end):
        found.append(Paragraph(*piece, "item"))
    return found
