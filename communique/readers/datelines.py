"""Lines that say when and where: "Nairobi, 9 February 2023", "RIYADH, 12 March 2023 –", mastheads, venues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.readers.cues import words
from communique.readers.dates import WrittenDate, find_date, find_time
from communique.readers.paragraphs import Paragraph

#: The longest line that says when and where, and the furthest that a dateline runs into the first paragraph
#: (characters).
LONGEST_DATELINE = 140
LONGEST_PREFIX = 130

_NOISE = words("date_noise") | words("weekdays")
_NOT_PLACES = words("not_places")
PARTICLES = words("place_particles")
VENUES = words("venues")
VENUE_WORDS = frozenset(venue for venue in VENUES if " " not in venue)
REGIONS = words("regions") | words("countries")
KNOWN_PLACES = words("seats") | words("countries")
_NUMBERING = re.compile(
    r"(?:"
    + "|".join(re.escape(word) for word in sorted(words("numbering"), key=len, reverse=True))
    + r")?\.?\s*:?\s*[\w/.-]*\d[\w/.-]*|[A-Z]{1,6}[-/]\d[\w/-]*",
    re.IGNORECASE,
)
_ISSUE = re.compile(r"(?:issue|no|nr|vol|volume|edition|bulletin|№)\b\.?\s*\d+", re.IGNORECASE)
_TIME_LINE = re.compile(
    r"(?:END\W+)?\d{1,2}[:.]\d{2}\s*(?:[AP]\.?M\.?)?\s*(?:\(?[A-Z]{2,5}\)?|local time|hrs|hours)?\.?", re.IGNORECASE
)
_SEPARATORS = re.compile(r"[|,;()\[\]•·—–\n]|\s/\s|:(?=\s|$)|\s-\s|\s{3,}")
_DASH = re.compile(r"\s*[*_]*\s*(?:[–—―]|--+|-(?=\s)|[:.](?=\s))\s*[*_]*\s*")
_SLASHED = re.compile(r"[\s.,]*/\s?(?P<agency>[A-Z][\w.\s-]{1,30}?)\s?(?P<close>/)[.:\s–—-]*")
_AGENCY = re.compile(r"\(([^()\d]{2,40})\)\s*$")
_MARKUP = re.compile(r"[*_\\]+|</?\w+>")
_BARS = re.compile("[|•·]")
_BYLINE = re.compile(r"\bby\s+[A-Z].*", re.DOTALL)
_SMALL_WORDS = words("small_words")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a line says of when and where, and who publishes."""

    date: WrittenDate | None = None
    place: str | None = None
    publisher: str | None = None


def read_dateline(line: str) -> Dateline | None:
    """A line that says when or where and nothing else: "Nairobi, 9 February 2023", "Ottawa, Ontario".

    Args:
        line: the whole line.

    Returns:
        Its date, place and, from a masthead ("THE DIGEST | Issue 7 | 16 May 2025"), its publisher; else None.
    """
    if not 2 < len(line) <= LONGEST_DATELINE:
        return None
    plain = _MARKUP.sub("", line).strip()
    has_digit = any(map(str.isdecimal, plain))
    date = find_date(plain) if has_digit else None
    if not date and (has_digit or (plain[-1:] in ".:;!?" and not plain.endswith(("D.C.", "U.S.")))):
        return None
    rest = f"{plain[: date.start]}|{plain[date.end :]}" if date else plain
    if date:
        rest = _BYLINE.sub("", rest)
    if date and (time := find_time(rest)):
        rest = f"{rest[: time[0]]}|{rest[time[1] :]}"
        if not date.has_time and date.has_year and "/" not in date.edtf and len(date.edtf) == 10:
            date = WrittenDate(date.start, date.end, f"{date.edtf}T{time[2]}")
    pieces = [piece for piece in (_without_noise(piece) for piece in _SEPARATORS.split(rest)) if piece]
    numbered = [piece for piece in pieces if _NUMBERING.fullmatch(piece)]
    places = [piece for piece in pieces if not _NUMBERING.fullmatch(piece)]
    if (
        date
        and numbered
        and len(places) == 1
        and _BARS.search(plain)
        and any(_ISSUE.match(piece) for piece in numbered)
    ):
        return Dateline(date, None, name_case(places[0]))
    if date:
        agency = _AGENCY.search(rest)
        if agency and places and places[-1] == agency[1].strip() and len(places) > 1:
            return Dateline(date, _place_of(places[:-1]), agency[1]) if _place_of(places[:-1]) else None
        return Dateline(date, _place_of(places)) if not places or _place_of(places) else None
    if not places or numbered or len(places) > 3 or not (place := _place_of(places)):
        return None
    if len(places) > 1 and (places[-1].casefold().rstrip(".") in REGIONS or places[0].casefold() in KNOWN_PLACES):
        return Dateline(None, place)
    return Dateline(None, place) if plain.casefold().strip("().") in KNOWN_PLACES else None


def read_prefix(text: str, paragraph: Paragraph) -> tuple[Dateline, int, int] | None:
    """A dateline run into a paragraph: "MINSK, 5 September (Newswire) —", "ASTANA, March 14. /TASS/.", "PARIS –".

    Args:
        text: the text.
        paragraph: the first of the text proper.

    Returns:
        What the dateline says, where it ends, and where the paragraph's own words begin.
    """
    start, end = paragraph.start, paragraph.end
    reach = text[start : min(end, start + LONGEST_PREFIX)]
    if slashed := _SLASHED.search(reach):
        dateline = _prefix_of(reach[: slashed.start()], slashed["agency"])
        if dateline and (words_start := _next_word(text, start + slashed.end(), end)):
            return dateline, start + slashed.end("close"), words_start
    for dash in _DASH.finditer(reach):
        head = reach[: dash.start()].rstrip()
        words_start = _next_word(text, start + dash.end(), end)
        if len(head) < 3 or not words_start or text[words_start].islower():
            continue
        agency = _AGENCY.search(head)
        dateline = _prefix_of(head[: agency.start()] if agency else head, agency[1] if agency else None)
        # A full stop or colon sets off a dateline only after a place and a whole date: "Astana, 2 June 2025. ..."
        if dateline and (
            not any(mark in dash[0] for mark in ":.")
            or (dateline.place and dateline.date and dateline.date.has_year and (agency or head[-1].isdecimal()))
        ):
            return dateline, start + len(head), words_start
    return None


def _next_word(text: str, at: int, end: int) -> int:
    """Where the next word begins, 0 if none does."""
    while at < end and text[at].isspace():
        at += 1
    return at if at < end else 0


def _prefix_of(head: str, agency: str | None) -> Dateline | None:
    plain = _MARKUP.sub("", head).strip(" ,.()")
    if not plain:
        return None
    date = find_date(plain)
    if agency and not date and any(map(str.isdecimal, agency)):
        return None
    rest = f"{plain[: date.start]}|{plain[date.end :]}" if date else plain
    pieces = [piece for piece in (_without_noise(piece) for piece in _SEPARATORS.split(rest)) if piece]
    place = _place_of(pieces)
    if pieces and not place:
        return None
    if date and (place or (not pieces and date.has_year)):
        return Dateline(date, place, agency)
    if not place or len(pieces) > 3:
        return None
    if agency or (len(pieces) == 1 and pieces[0].casefold() in KNOWN_PLACES):
        return Dateline(None, place, agency)
    if len(pieces) > 1 and pieces[-1].casefold().rstrip(".") in REGIONS:
        return Dateline(None, place, agency)
    return Dateline(None, place) if len(pieces) == 1 and plain.isupper() and len(plain) > 5 else None


def is_time_line(line: str) -> bool:
    """Whether a line gives a time of day and nothing else: "5:54 P.M. CEST", "END  1:57 P.M. EST"."""
    return (
        len(line) < 60
        and line[-1:] in "mMTtSsEe.)0123456789"
        and bool(_TIME_LINE.fullmatch(" ".join(line.split()).strip("*_ ")))
    )


def _without_noise(piece: str) -> str:
    piece = piece.strip(" \t.,:;'\"-–—/*")
    folded = piece.casefold()
    if not piece or folded in _NOISE:
        return ""
    return " ".join(part for part in piece.split() if not (part[0].islower() and part.casefold().strip(".:") in _NOISE))


def _place_of(pieces: Sequence[str]) -> str | None:
    """The place that one to three pieces between commas name, the city first."""
    if not 0 < len(pieces) <= 3 or not all(is_place(piece) for piece in pieces):
        return None
    return place_name(pieces[0])


def is_place(piece: str) -> bool:
    """Whether a few words may name a place: capitalised, none of them a word of offices, documents or venues."""
    parts = piece.split()
    if not 0 < len(parts) <= 5 or len(piece) > 50 or any(map(str.isdecimal, piece)):
        return False
    folded = [part.casefold().strip(".()'’") for part in parts]
    if piece.casefold() in KNOWN_PLACES or piece.casefold().rstrip(".") in REGIONS:
        return True
    if not parts[0][0].isalpha() or parts[0][0].islower() or folded[-1] in PARTICLES:
        return False
    if any(word in _NOT_PLACES or word in VENUE_WORDS for word in folded):
        return False
    if any(mark in piece for mark in '"“”«»?!@=<>#'):
        return False
    return all(
        part[0].isupper() or not part[0].isalpha() or word in PARTICLES or not part[0].islower()
        for part, word in zip(parts, folded, strict=True)
    )


def place_name(piece: str) -> str:
    """A place as its name is written: "RIYADH" to "Riyadh"."""
    return name_case(piece.strip(" .,()")) if piece.isupper() and len(piece) > 3 else piece.strip(" ,()")


def name_case(name: str) -> str:
    """Capitals to a name's own case: "THE VIENNA DIGEST" to "The Vienna Digest"."""
    name = " ".join(name.split())
    if not name.isupper():
        return name
    lowered = re.sub(
        r"[^\W\d_]+(?:['’]s\b)?", lambda match: match[0][0] + match[0][1:].lower(), name, flags=re.IGNORECASE
    )
    parts = lowered.split(" ")
    return " ".join(
        part.lower() if index and part.lower() in _SMALL_WORDS else part for index, part in enumerate(parts)
    )
