"""A document understood before its sentences: its parts, and what head and foot tell of title, date and place."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.model import Document, Part, document_id
from communique.readers.boilerplate import boilerplate, language_alone, translations_of
from communique.readers.datelines import is_time_line
from communique.readers.dates import with_year_of
from communique.readers.genre import genre_of
from communique.readers.head_dates import date_of_head
from communique.readers.language_of import language_of
from communique.readers.opening import Opening, read_copyright, read_opening, read_title
from communique.readers.paragraphs import Paragraph, paragraphs
from communique.readers.source import Extract
from communique.readers.turns import Turn, turns

#: How much running text the language and the genre are told by, and the longest line that may be but a time
#: (characters).
SAMPLE = 4000
LONGEST_TIME_LINE = 60

#: Line ends and characters without width, each to one character, so that offsets stay.
_VIEW = {ord(char): "\n" for char in "\x0b\x0c\x85\u2028\u2029"} | {
    ord(char): " " for char in "\x00\ufeff\u200b\u200e\u200f"
}
_ODD = tuple(map(chr, _VIEW))


def compose(
    extract: Extract, *, published: str | None = None, publisher: str | None = None, language: str | None = None
) -> Document:
    """The document that a format reader's extract is: laid out in parts, with all that its head and foot tell.

    What the format itself gives (blocks, title, date, publisher, languages) stands; the text tells the rest; what the
    caller knows fills what neither does, but the caller's language overrides.

    Args:
        extract: what a format reader got out of a source.
        published: EDTF date for a document that gives none.
        publisher: who published it, for a document that does not say.
        language: BCP 47 code, instead of detecting it.

    Returns:
        The document, without speaker: finding who "I" is takes more than layout. Parts are in order, do not overlap,
        are not empty and have no outer white space. Linear in the length of the text; raises nothing.
    """
    text = extract.text
    view = _line_view(text)
    given = _given(view, extract.blocks)
    fixed = [part for part in given if part.role != "body" or part.speaker]
    found = paragraphs(view, _stretches(view, given, extract.body_start))
    skipped = boilerplate(view, found)
    labelled = turns(view, found, skipped)
    opening = read_opening(
        view,
        found,
        skipped,
        labelled,
        title=extract.title,
        publisher=extract.publisher,
        has_title=any(part.role == "title" for part in fixed),
        datelines=[view[part.start : part.end] for part in fixed if part.role == "dateline"],
    )
    parts = _merged(view, fixed, _parts(view, found, skipped, labelled, opening))
    body = _running_text(text, parts)
    title = extract.title or _title(text, parts)
    title_date, title_place = read_title(title, body) if title else (None, None)
    date, basis = _published(extract.published, opening.date, title_date, published)
    if date is None and (in_head := date_of_head(view, extract.body_start)):
        date, basis = in_head, "text"
    return Document(
        id=document_id(text),
        source=extract.source,
        media_type=extract.media_type,
        text=text,
        title=title,
        publisher=extract.publisher or opening.publisher or _copyright(text, parts) or publisher,
        url=extract.url,
        published=date,
        published_basis=basis,
        place=opening.place or title_place,
        language=language or extract.language or language_of(body or title or text),
        translations=_translations(view, extract.translations, parts),
        genre=genre_of(
            title,
            label=opening.label,
            opening=body,
            has_turns=any(part.speaker for part in parts),
            has_dateline=opening.prefix is not None,
        ),
        parts=tuple(parts),
    )


def _line_view(text: str) -> str:
    """The text with every line end as ``\\n`` and no characters without width; offsets are the same."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return text.translate(_VIEW) if any(char in text for char in _ODD) else text


def _given(view: str, blocks: Sequence[Part]) -> list[Part]:
    """The format's blocks without outer white space, those that overlap or are empty left out."""
    given: list[Part] = []
    at = 0
    for part in blocks:
        start, end = max(part.start, at), min(part.end, len(view))
        while start < end and view[start].isspace():
            start += 1
        while start < end and view[end - 1].isspace():
            end -= 1
        if start < end:
            given.append(Part(start, end, part.role, part.speaker))
            at = end
    return given


def _stretches(view: str, given: Sequence[Part], body_start: int) -> Iterator[tuple[int, int]]:
    """What is left to lay out: the format's body blocks, each for itself, and what is outside blocks and labels."""
    at = body_start
    for part in given:
        label = part.speaker
        if label and label.start is not None and label.end is not None and at <= label.start < label.end <= part.start:
            yield at, label.start
            at = label.end
        if at < part.start:
            yield at, part.start
        if part.role == "body" and not part.speaker:
            yield part.start, part.end
        at = max(at, part.end)
    if at < len(view):
        yield at, len(view)


def _parts(
    view: str, found: Sequence[Paragraph], skipped: Sequence[bool], labelled: Mapping[int, Turn], opening: Opening
) -> Iterator[Part]:
    """The parts that the paragraphs are."""
    titles, datelines, letterhead = map(frozenset, (opening.titles, opening.datelines, opening.letterhead))
    role, speaker = "body", None
    only_questions = all(turn.role == "question" for turn in labelled.values())
    for index, (start, end, _) in enumerate(found):
        if index in titles:
            yield Part(start, end, "title")
        elif index in datelines:
            yield Part(start, end, "dateline")
        elif skipped[index] or index in letterhead:
            yield Part(start, end, "boilerplate")
        elif turn := labelled.get(index):
            role, speaker = turn.role, turn.speaker
            if turn.words_start < end:
                yield Part(turn.words_start, end, role, speaker)
            if only_questions and view[start - 2 : start] == view[end : end + 2] == "**":
                # Questions in bold: what follows in plain type answers them.
                role, speaker = "answer", None
        elif opening.prefix and opening.prefix[0] == index:
            _, prefix_end, words_start = opening.prefix
            yield Part(start, prefix_end, "dateline")
            yield Part(words_start, end, role, speaker)
        elif end - start < LONGEST_TIME_LINE and is_time_line(view[start:end]):
            yield Part(start, end, "dateline")
        else:
            yield Part(start, end, role, speaker)


def _merged(view: str, fixed: Sequence[Part], parts: Iterable[Part]) -> list[Part]:
    """Both in text order; the lines of one title as one part."""
    merged: list[Part] = []
    for part in heapq.merge(fixed, parts, key=lambda part: part.start):
        if (
            part.role == "title"
            and merged
            and merged[-1].role == "title"
            and not view[merged[-1].end : part.start].strip("#*_ \t\n")
        ):
            merged[-1] = Part(merged[-1].start, part.end, "title")
        else:
            merged.append(part)
    return merged


def _running_text(text: str, parts: Iterable[Part]) -> str:
    """The beginning of what is neither head nor boilerplate."""
    pieces: list[str] = []
    length = 0
    for part in parts:
        if part.role in ("body", "turn", "question", "answer"):
            pieces.append(text[part.start : min(part.end, part.start + SAMPLE)])
            length += len(pieces[-1])
            if length > SAMPLE:
                break
    return "\n".join(pieces)


def _title(text: str, parts: Iterable[Part]) -> str | None:
    return next((" ".join(text[part.start : part.end].split()) for part in parts if part.role == "title"), None)


def _published(
    metadata: str | None, dateline: str | None, title: str | None, caller: str | None
) -> tuple[str | None, str | None]:
    """When it was published, and on whose word: metadata before the text, the text before the caller."""
    if metadata:
        return metadata, "metadata"
    written = title if title and (not dateline or dateline[0] == "X" or len(dateline) < len("2020-11-26")) else dateline
    if not written:
        return (caller, "caller") if caller else (None, None)
    if caller and len(written) < len(caller) and caller.startswith(f"{written}-"):
        return caller, "caller"
    if caller and written[0] == "X" and (dated := with_year_of(written, caller)):
        return dated, "caller"
    return written, "text"


def _copyright(text: str, parts: Iterable[Part]) -> str | None:
    owners = (
        read_copyright(text[part.start : part.end])
        for part in parts
        if part.role == "boilerplate" and text[part.start] in "©(Cc"
    )
    return next((owner for owner in owners if owner), None)


def _translations(view: str, declared: Sequence[str], parts: Iterable[Part]) -> tuple[str, ...]:
    """The languages that the format declares, then those of language strips, in their own order."""
    named = list(declared)
    column: list[str] = []
    for part in parts:
        line = view[part.start : part.end] if part.role == "boilerplate" and part.end - part.start < 120 else ""
        alone = language_alone(line) if line else None
        if alone:
            column.append(alone)
            continue
        if len(column) > 1:
            named += column
        column = []
        if line:
            named += translations_of(line)
    if len(column) > 1:
        named += column
    languages: dict[str, str] = {}
    for code in named:
        languages.setdefault(code if "Han" in code else code.partition("-")[0], code)
    return tuple(languages.values())
