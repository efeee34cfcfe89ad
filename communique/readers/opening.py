"""The head and foot of a document: its title, letterhead, and the lines that say when and where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from communique.readers.cues import words
from communique.readers.datelines import (
    KNOWN_PLACES,
    LONGEST_DATELINE,
    PARTICLES,
    REGIONS,
    VENUE_WORDS,
    VENUES,
    Dateline,
    is_place,
    is_time_line,
    name_case,
    place_name,
    read_dateline,
    read_prefix,
)
from communique.readers.dates import find_date, find_dates, find_solemn_date
from communique.readers.paragraphs import Paragraph

#: How far the head and the foot are looked for (paragraphs), and the longest title (characters).
HEAD = 40
FOOT = 12
LONGEST_TITLE = 320

_ORGANS = words("organs")
_DOCUMENT_WORDS = words("document_words")
_LABELS = words("labels")
_STATE = re.compile(
    r"(?:the\s+)?(?:(?:"
    + "|".join(sorted((re.escape(form) for form in words("state_forms")), key=len, reverse=True))
    + r")\s+of\s+(?P<name>[^\W\d_][\w\s'’.-]{2,30})|[\w-]+\s+(?:republic|federation|kingdom|confederation))",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"(?:the\s+)?(?:[A-Z][\w'’-]+\s+){0,2}?(?:"
    + "|".join(sorted((re.escape(organ) for organ in _ORGANS), key=len, reverse=True))
    + r")\b(?![’']s\b)",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:"
    + "|".join(
        re.escape(cue).replace(r"mr\ ", r"mr\.?\ ") for cue in sorted(words("salutations"), key=len, reverse=True)
    )
    + r")\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\W*(?:done|signed|adopted|issued|given)\s+(?:at|in)\s+(?P<place>[A-Z][\w’'.-]*(?:\s(?:of\s)?[A-Z][\w’'.-]*){0,3})",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?,?\s*(?P<name>[A-Z][^.|,©]{3,80})", re.IGNORECASE
)
_NOT_ALNUM = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Opening:
    """What the head and foot of a document tell.

    Attributes:
        titles: indexes of the paragraphs that make the title.
        datelines: indexes of paragraphs that say when and where.
        letterhead: indexes of the lines above a title that name the publisher or the kind of document.
        prefix: the dateline at the start of the first paragraph: its index, its end and where the words begin.
        body: index of the first paragraph of the text proper.
    """

    titles: list[int] = field(default_factory=list)
    datelines: list[int] = field(default_factory=list)
    letterhead: list[int] = field(default_factory=list)
    prefix: tuple[int, int, int] | None = None
    body: int = 0
    date: str | None = None
    place: str | None = None
    publisher: str | None = None
    label: str | None = None


def read_opening(
    text: str,
    found: Sequence[Paragraph],
    skipped: Sequence[bool],
    labelled: Mapping[int, object],
    *,
    title: str | None,
    publisher: str | None,
    has_title: bool,
    datelines: Sequence[str] = (),
) -> Opening:
    """The head and foot of a document.

    Args:
        text: the text.
        found: its paragraphs.
        skipped: flags of those that are boilerplate.
        labelled: indexes of those that open a speaker's turn.
        title: the title where the format gives it.
        publisher: the publisher where the format names it.
        has_title: whether a title block outside ``found`` holds it already.
        datelines: lines outside ``found`` that the format says are datelines.
    """
    opening = Opening(body=len(found))
    for line in datelines:
        if dateline := read_dateline(line):
            _take(opening, dateline)
    states: list[str] = []
    organs: list[str] = []
    labels: list[int] = []
    seen = 0
    for index, paragraph in enumerate(found):
        line = text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST_TITLE + 1)]
        dateline = read_dateline(line)
        if skipped[index] and not (dateline and dateline.date):
            continue
        seen += 1
        if seen > HEAD or index in labelled or paragraph.kind == "item":
            opening.body = index
            break
        if dateline and (dateline.date or dateline.publisher or opening.titles or has_title or opening.datelines):
            _note(opening, index, dateline)
        elif is_time_line(line):
            opening.datelines.append(index)
        elif title and not opening.titles and _same(line, title):
            opening.titles.append(index)
        elif publisher and _folded(line) == _folded(publisher):
            opening.letterhead.append(index)
        elif not opening.titles and _folded(line) in _LABELS:
            labels.append(index)
        elif (
            not opening.titles
            and len(line) < 60
            and line.rstrip()[-1] not in ".:;!?,"
            and _rest(found, skipped, index)
            and (state := _STATE.fullmatch(line.strip()))
        ):
            states.append(state["name"] or line)
            opening.letterhead.append(index)
        elif (
            not has_title and _is_organ(line) and _rest(found, skipped, index) and _is_above_title(opening, text, found)
        ):
            organs.append(line)
            opening.letterhead += [*opening.titles, index]
            opening.titles.clear()
        elif (
            _extends_title(text, found, opening, index, line)
            if opening.titles
            else not has_title and not title and _is_title(text, found, skipped, index)
        ):
            opening.titles.append(index)
        elif (opening.titles or has_title or title) and _is_venue(text, found, skipped, labelled, index, line):
            opening.datelines.append(index)
        elif not ((opening.titles or has_title) and _is_subtitle(text, found, skipped, index, line)):
            opening.body = index
            break
    if opening.titles or has_title or title:
        opening.letterhead.extend(labels)
    else:
        opening.titles.extend(labels[-1:])
        opening.letterhead.extend(labels[:-1])
    opening.label = " ".join(text[found[index].start : found[index].end] for index in labels) or None
    opening.publisher = _publisher(states, organs) or opening.publisher
    if (
        opening.body < len(found)
        and opening.body not in labelled
        and (prefix := read_prefix(text, found[opening.body]))
    ):
        opening.prefix = (opening.body, *prefix[1:])
        _take(opening, prefix[0])
    _read_foot(text, found, skipped, opening)
    return opening


def read_title(title: str, body: str) -> tuple[str | None, str | None]:
    """The date and place that a title closes with: "..., Minsk, November 26, 2020".

    Args:
        title: the title.
        body: running text; a place that no list knows is one only if the text, too, has something happen there.

    Returns:
        EDTF with a year, and place; None where the title does not give them.
    """
    for date in find_dates(title[:LONGEST_TITLE]):
        before, after = title[: date.start].rstrip(), title[date.end :].strip(" .)")
        if not date.has_year or (before and before[-1] not in ",(|–—-") or (after and after[0] not in ",|–—-("):
            continue
        pieces = [piece.strip(" ()") for piece in re.split(r"[,(|–—]", before.rstrip(" ,(|–—-"))]
        place = None
        for piece in pieces[-2:][::-1] if len(pieces) > 2 else pieces[1:][::-1]:
            known = piece.casefold() in KNOWN_PLACES
            if is_place(piece) and (known or re.search(rf"\b(?:in|at|to) {re.escape(piece)}\b", body)):
                place = piece
                if piece.casefold() not in REGIONS:
                    break
        return date.edtf, place_name(place) if place else None
    return None, None


def read_copyright(line: str) -> str | None:
    """Whose copyright a line claims: "© 2023 Ministry of Foreign Affairs. All rights reserved"."""
    match = _COPYRIGHT.match(line)
    return " ".join(match["name"].split()) if match and _ORGAN.search(match["name"]) else None


def _read_foot(text: str, found: Sequence[Paragraph], skipped: Sequence[bool], opening: Opening) -> None:
    """Date and place at the foot: "Santiago, 3 July 2023" above a signature, "Done at X on ..."."""
    left = FOOT
    for index in range(len(found) - 1, opening.body, -1):
        if skipped[index]:
            continue
        left -= 1
        if not left:
            break
        paragraph = found[index]
        line = text[paragraph.start : min(paragraph.end, paragraph.start + 400)]
        dateline = read_dateline(line) if paragraph.kind == "prose" else None
        if dateline and dateline.date and dateline.date.has_year and len(dateline.date.edtf) >= 10:
            opening.datelines.append(index)
            if not opening.date:
                _take(opening, dateline)
        elif not opening.date and (match := _DONE.match(line)):
            date = find_date(line) or find_solemn_date(line)
            if date and date.has_year:
                opening.date = date.edtf
                place = place_name(match["place"].strip())
                opening.place = opening.place or (place if is_place(place) else None)
        elif not opening.date and (solemn := find_solemn_date(line)):
            opening.date = solemn.edtf


def _note(opening: Opening, index: int, dateline: Dateline) -> None:
    opening.datelines.append(index)
    _take(opening, dateline)


def _take(opening: Opening, dateline: Dateline) -> None:
    if dateline.date:
        new, old = dateline.date.edtf, opening.date
        if old is None or (old[0] == "X" != new[0]) or len(old) < 10 or (new.startswith(old) and len(new) > len(old)):
            opening.date = new
    opening.place = opening.place or dateline.place
    opening.publisher = opening.publisher or dateline.publisher


def _publisher(states: Sequence[str], organs: Sequence[str]) -> str | None:
    """The ministry of a letterhead, with its state where the letterhead names that on a line of its own."""
    if not organs:
        return None
    organ = name_case(organs[0].strip(" .,"))
    if not states or re.search(r"\bof the [A-Z]\w+ of\b", organ):
        return organ
    state = re.sub(r"^The\b", "the", name_case(states[0].strip()))
    return f"{organ} of {state}"


def _is_organ(line: str) -> bool:
    if len(line) > 120 or line[-1] in ".:;!?," or len(line.split()) > 14 or not _ORGAN.match(line):
        return False
    parts = line.split()
    if any(part.casefold().strip(",") in _DOCUMENT_WORDS for part in parts):
        return False
    return all(not part[0].islower() or part in PARTICLES or part == "for" for part in parts)


def _is_above_title(opening: Opening, text: str, found: Sequence[Paragraph]) -> bool:
    """Whether no title stands above, or only a site's section of a few words ("English Releases")."""
    words_above = sum(len(text[found[index].start : found[index].end].split()) for index in opening.titles)
    return not opening.titles or (words_above < 4 and not opening.datelines)


def _rest(found: Sequence[Paragraph], skipped: Sequence[bool], index: int) -> bool:
    """Whether running text follows."""
    return any(not skipped[later] for later in range(index + 1, min(len(found), index + HEAD)))


def _is_title(text: str, found: Sequence[Paragraph], skipped: Sequence[bool], index: int) -> bool:
    paragraph = found[index]
    length = paragraph.end - paragraph.start
    line = text[paragraph.start : paragraph.end]
    if length > LONGEST_TITLE or not any(map(str.isalpha, line)) or not _rest(found, skipped, index):
        return False
    if _SALUTATION.match(line) and ((length < 100 and line[-1] in ",:!.") or len(line.split()) < 5):
        return False
    if line[0].islower() or line[-1] in ",;:":
        return False
    if paragraph.kind == "heading" or line.isupper():
        return True
    if line[-1] in ".…" and not line.endswith(("Jr.", "Sr.", "U.S.", "U.N.", "D.C.", "etc.")):
        after = next((later for later in range(index + 1, len(found)) if not skipped[later]), None)
        if after is None or ". " in line or length > 200:
            return False
        following = read_dateline(text[found[after].start : found[after].end][: LONGEST_DATELINE + 1])
        return bool(following and following.date)
    return True


def _extends_title(text: str, found: Sequence[Paragraph], opening: Opening, index: int, line: str) -> bool:
    """A title set over several lines: capitals that go on in capitals, or "JOINT STATEMENT" and "of the Presidents"."""
    last = opening.titles[-1]
    if index != last + 1 or len(line) > LONGEST_TITLE or line[-1] in ".:;":
        return False
    before = text[found[last].start : found[last].end]
    return (before.isupper() and line.isupper()) or (
        line[0].islower()
        and len(before.split()) < 8
        and line.split()[0] in ("of", "on", "by", "between", "for", "to", "with", "from", "and", "at", "in")
    )


def _is_subtitle(text: str, found: Sequence[Paragraph], skipped: Sequence[bool], index: int, line: str) -> bool:
    """A short line between the title and a line that says when: the name of a spokesperson, a forum."""
    if len(line) > 90 or line[-1] in ".!?;:,":
        return False
    for later in range(index + 1, min(index + 5, len(found))):
        following = text[found[later].start : min(found[later].end, found[later].start + LONGEST_DATELINE + 1)]
        if len(following) > 90 or found[later].kind == "item":
            return False
        dateline = None if skipped[later] else read_dateline(following)
        if dateline and dateline.date and dateline.date.has_year:
            return True
    return False


def _is_venue(
    text: str,
    found: Sequence[Paragraph],
    skipped: Sequence[bool],
    labelled: Mapping[int, object],
    index: int,
    line: str,
) -> bool:
    """A short line that says where, next to a line that says when or to the first speaker's label."""
    if len(line) > 90 or (line[-1] in ".!?;," and not line.endswith("D.C.")):
        return False
    folded = line.casefold().strip("*_ ()")
    if folded in VENUES:
        return True
    if line[0].islower() or len(line.split()) > 10:
        return False
    named = any(word.strip(",.") in VENUE_WORDS for word in folded.split())
    for later in range(index + 1, min(index + 4, len(found))):
        if skipped[later]:
            continue
        if later in labelled:
            return named or len(line.split()) < 8
        following = text[found[later].start : min(found[later].end, found[later].start + LONGEST_DATELINE + 1)]
        if is_time_line(following):
            return True
        if dateline := read_dateline(following):
            if named or dateline.date:
                return named
            continue
        if len(following) > 90:
            return False
    return False


def _folded(line: str) -> str:
    return " ".join(line.casefold().split()).strip(" .:*_()-–—!")


def _same(line: str, title: str) -> bool:
    """Whether a line is the title, in whatever case and spacing; a site's name may follow the title."""
    ours = _NOT_ALNUM.sub("", line).casefold()
    theirs = _NOT_ALNUM.sub("", title).casefold()
    return bool(ours) and (ours == theirs or (len(ours) > 20 and theirs.startswith(ours)))
