"""PDF: the lines of its pages, blank lines where its paragraphs end, running headers and footers told from the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw

from communique.model import Part
from communique.readers.decode import cleaned
from communique.readers.limits import TEXT_CHARACTERS, text_reason
from communique.readers.source import Extract, ReadError

#: A distance between lines this many times the document's usual one ends a paragraph.
PARAGRAPH_GAP = 1.25
#: The distance of lines in single spacing, as a multiple of the height of the type.
SINGLE_SPACING = 1.2
#: The smallest distance that at least this share of the lines keeps is that within paragraphs: in a resolution the one
#: between paragraphs may be commoner.
GAP_SHARE = 0.1
#: Lines of type sizes this far apart (ratio) are no one paragraph.
SIZE_CHANGE = 1.15
#: A line set in by this much, in points, where the next is not, begins a paragraph.
INDENT = 8.0
#: Share of the text's width from which a page's last line is full, so that its paragraph may go on overleaf.
FULL_LINE = 0.8
#: How many lines at a page's head and foot may be running ones, how far they may move from page to page, in points,
#: and on which share of the pages they must stand.
EDGE_LINES = 3
EDGE_DRIFT = 4.0
EDGE_SHARE = 0.5

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:page|seite|pág\.?|página|стр\.?|p\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de|из|sur)\s*\d{1,4})?[-–—\s]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LATER_OBJECT = re.compile(rb"\b\d{1,10} \d{1,5} obj\b")
_PASSWORD_ERROR = "password"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page; distances in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


def read_pdf(data: bytes, name: str) -> Extract:
    """The extract of a PDF.

    A hyphen at the end of a line stays, with its line break. Running headers and footers become boilerplate, each once:
    before the text if they stand on the first page's head, else after it, so that they part no sentence that runs
    over a page's end; bare page numbers are left out. The file's own dates say when it was made, not when its text
    was published, and are not used; its title is, if it stands on the first page.

    Args:
        data: the file.
        name: of its source.

    Raises:
        ReadError: if it is encrypted, truncated, damaged, a scan without text, or too large.
    """
    end = data.rfind(b"%%EOF")
    if end < 0 or _LATER_OBJECT.search(data, end):
        raise ReadError(name, "is a truncated PDF: its end is missing")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD_ERROR in str(error).lower():
            raise ReadError(name, "is an encrypted PDF, which needs a password") from error
        raise ReadError(name, "is a damaged or truncated PDF") from error
    try:
        pages = _pages(document, name)
        title = document.get_metadata_value("Title")
    finally:
        document.close()
    if not any(pages):
        count = len(pages)
        raise ReadError(name, f"is a scan: {count} page{'s' if count != 1 else ''} of pictures and no text")
    return _compose(pages, title, name)


def _pages(document: pypdfium2.PdfDocument, name: str) -> list[list[_Line]]:
    pages: list[list[_Line]] = []
    size = 0
    for index in range(len(document)):
        try:
            page = document[index]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise ReadError(name, f"is a damaged PDF: page {index + 1} cannot be read") from error
        lines = list(_lines(textpage))
        textpage.close()
        page.close()
        size += sum(len(line.text) for line in lines)
        if size > TEXT_CHARACTERS:
            raise ReadError(name, text_reason())
        pages.append(lines)
    return pages


def _lines(textpage: pypdfium2.PdfTextPage) -> Iterator[_Line]:
    count = textpage.count_chars()
    text = textpage.get_text_range()
    if len(text) != count:
        # Characters that the range leaves out would shift all boxes.
        text = "".join(chr(pypdfium2.raw.FPDFText_GetUnicode(textpage.raw, i)) for i in range(count))
    # PDFium joins a word hyphenated over a line's end and leaves U+FFFE or U+0002 in place of hyphen and break.
    text = text.replace("\x02", "\ufffe").replace("\r", "\n")
    start = 0
    while start < count:
        stops = [at for at in (text.find("\n", start), text.find("\ufffe", start)) if at >= 0]
        stop = min(stops, default=count)
        words = text[start:stop]
        hyphen = "-" if stop < count and text[stop] == "\ufffe" else ""
        shown = cleaned(" ".join(words.split()))
        if shown:
            first = start + len(words) - len(words.lstrip())
            left, bottom, _, top = textpage.get_charbox(first, loose=True)
            right = textpage.get_charbox(start + len(words.rstrip()) - 1, loose=True)[2]
            yield _Line(shown + hyphen, left, right, bottom, max(top - bottom, 1.0))
        start = stop + 1


def _compose(pages: list[list[_Line]], title: str, name: str) -> Extract:
    running = _running(pages)
    gap = _usual_gap(pages)
    head: list[str] = []
    foot: list[str] = []
    seen: set[str] = set()
    paragraphs: list[str] = []
    title_lines = _title_lines(pages[0], title)
    width = max((line.right - line.left for lines in pages for line in lines), default=0.0)
    last: _Line | None = None
    for number, lines in enumerate(pages):
        own: list[_Line] = []
        for index, line in enumerate(lines):
            if index not in running[number]:
                own.append(line)
                continue
            key = _key(line)
            if key not in seen and not _PAGE_NUMBER.fullmatch(line.text):
                seen.add(key)
                (head if number == 0 and index < EDGE_LINES else foot).append(line.text)
        for paragraph in _paragraphs(own, gap, title_lines if number == 0 else []):
            if last and _runs_on(last, own[0], width):
                paragraphs[-1] += "\n" + paragraph
            else:
                paragraphs.append(paragraph)
            last = None
        last = own[-1] if own else last
    whole = "\n".join(title_lines)
    pieces = [*((t, "boilerplate") for t in head), *((p, "title" if p == whole else "") for p in paragraphs)]
    pieces += [(t, "boilerplate") for t in foot]
    parts: list[Part] = []
    at = 0
    for text, role in pieces:
        if role and not (role == "title" and any(part.role == "title" for part in parts)):
            parts.append(Part(at, at + len(text), role))
        at += len(text) + 2
    return Extract(
        name,
        "\n\n".join(text for text, _ in pieces),
        "application/pdf",
        title=" ".join(title_lines) or None,
        blocks=tuple(parts),
    )


def _paragraphs(lines: list[_Line], gap: float, title_lines: list[str]) -> Iterator[str]:
    """The lines of a page, joined by line breaks where they are one paragraph as far as spacing and size tell."""
    paragraph: list[str] = []
    title = len(title_lines)
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        after = lines[index + 1] if index + 1 < len(lines) else None
        within_title = bool(paragraph) and [*paragraph, line.text] == title_lines[: len(paragraph) + 1]
        ended = paragraph == title_lines or (before is not None and _parted(before, line, after, gap))
        if paragraph and ended and not within_title:
            yield "\n".join(paragraph)
            paragraph = []
        if title and paragraph and [near.text for near in lines[index : index + title]] == title_lines:
            yield "\n".join(paragraph)
            paragraph = []
        paragraph.append(line.text)
    if paragraph:
        yield "\n".join(paragraph)


def _parted(before: _Line, line: _Line, after: _Line | None, gap: float) -> bool:
    distance = (before.bottom - line.bottom) / max(before.height, line.height)
    if distance > PARAGRAPH_GAP * gap:
        return True
    if not 1 / SIZE_CHANGE < line.height / before.height < SIZE_CHANGE:
        return distance > 0.5 * gap
    return after is not None and line.left - before.left > INDENT and line.left - after.left > INDENT


def _usual_gap(pages: list[list[_Line]]) -> float:
    """The usual distance from line to line, as a multiple of the height of the type."""
    gaps = [
        round(distance / line.height, 1)
        for lines in pages
        for before, line in pairwise(lines)
        if (distance := before.bottom - line.bottom) > 0.5 * line.height
    ]
    common = [gap for gap, times in Counter(gaps).items() if times > 1 and times >= GAP_SHARE * len(gaps)]
    return min(common or [SINGLE_SPACING, *gaps])


def _running(pages: list[list[_Line]]) -> list[set[int]]:
    """For each page the indices of its running header and footer lines and of its page number."""
    edges = [{i for i in range(len(lines)) if i < EDGE_LINES or i >= len(lines) - EDGE_LINES} for lines in pages]
    places = Counter(
        place for lines, edge in zip(pages, edges, strict=True) for place in {_place(lines[i]) for i in edge}
    )
    needed = max(2, EDGE_SHARE * len(pages))
    running: list[set[int]] = []
    for lines, edge in zip(pages, edges, strict=True):
        found = set()
        for index in edge:
            key, height = _place(lines[index])
            times = sum(places[key, near] for near in (height - 1, height, height + 1))
            outermost = index in (0, len(lines) - 1)
            if times >= needed or (outermost and len(lines) > 1 and _PAGE_NUMBER.fullmatch(lines[index].text)):
                found.add(index)
        running.append(found if len(found) < len(lines) else set())
    return running


def _place(line: _Line) -> tuple[str, int]:
    return _key(line), round(line.bottom / EDGE_DRIFT)


def _key(line: _Line) -> str:
    return _DIGITS.sub("#", line.text)


def _title_lines(lines: list[_Line], title: str) -> list[str]:
    """The lines of the first page that say the file's own title; none where it says something else."""
    wanted = _squeezed(title)
    if len(wanted) < 8:
        return []
    for start in range(min(len(lines), 12)):
        said = ""
        for end in range(start, min(len(lines), start + 6)):
            said += _squeezed(lines[end].text)
            if said == wanted:
                return [line.text for line in lines[start : end + 1]]
            if not wanted.startswith(said):
                break
    return []


def _squeezed(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _runs_on(last: _Line, first: _Line, width: float) -> bool:
    """Whether a page's first line goes on with the sentence in the last line of the page before."""
    if last.text[-1] in ".!?:;…。»”\"'" or not 1 / SIZE_CHANGE < first.height / last.height < SIZE_CHANGE:
        return False
    return first.text[0].islower() or last.text[-1] in ",-–—" or last.right - last.left > FULL_LINE * width
