"""Boilerplate told from text: menus, language strips, share buttons, counters, link lists, cookie notes, end marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.readers.cues import cues, words
from communique.readers.paragraphs import Paragraph

#: No line longer than this is boilerplate by its words (characters).
LONGEST = 320
#: How long a line may be that begins like a button or a credit but could be prose (characters).
SHORT = 90
#: A paragraph at least this long that ends like a sentence is prose again after a list of links (characters).
PROSE = 110

_LINES = words("lines")
_TAILS = words("tails")
_NAVIGATION = words("navigation")
_SHARING = words("sharing")
_PREFIXES = re.compile("|".join(re.escape(prefix) for prefix in sorted(words("prefixes"))))
_SHORT_PREFIXES = re.compile("|".join(re.escape(prefix) for prefix in sorted(words("short_prefixes"))))
_COUNTER = "|".join(re.escape(word) for word in sorted(words("counters"), key=len, reverse=True))
_COUNTERS = re.compile(
    rf"(?:{_COUNTER})\s*[:–-]?\s*\d[\d\s.,]*[km]?|\d[\d\s.,]*[km]?\s*(?:{_COUNTER})|page \d+(?: of \d+)?|\d+\s*/\s*\d+"
)
_LANGUAGES: dict[str, str] = {
    name.casefold(): code for code, names in cues("languages").items() for name in (*names, code)
}
_LEADS = re.compile(
    "(?:" + "|".join(re.escape(lead) for lead in sorted(words("translation_leads"), reverse=True)) + r")\s*:?\s+"
)
_TAG = re.compile(r"([a-z]{2,3})[-_]([a-z]{2})\d{0,3}")
_SPACES_ONLY = re.compile(r"[^|•·‧∙/,;›»]*")
_CODES_LIKE_WORDS = words("codes_like_words")
_SEPARATED = re.compile(r"\s*[|•·‧∙/,;›»]\s*|\s{2,}|\t")
_MENU = re.compile(r"\s*(?:[|•·›»→]|(?<=\s)[/>](?=\s))\s*|\s{2,}|\t")
_EDGES = " \t\xa0.:;,!…-–—*_#|\\[](){}«»\"'•·→›»<>"
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def is_boilerplate(line: str) -> bool:
    """Whether a line by its own words is a site's furniture rather than the document's text.

    Args:
        line: one paragraph, of any length.
    """
    if len(line) > LONGEST:
        return False
    folded = line.casefold()
    bare = folded.strip(_EDGES)
    if not _LETTER_OR_DIGIT.search(bare) or (bare.isdecimal() and len(bare) < 4):
        return True
    if bare in _LINES or bare in _TAILS or _PREFIXES.match(folded):
        return True
    if len(line) <= SHORT and _SHORT_PREFIXES.match(folded):
        return True
    if (bare[0].isdecimal() or bare[-1].isdecimal() or bare[-1] in "km") and _COUNTERS.fullmatch(bare):
        return True
    return _is_menu(folded) or (len(line) < 120 and bool(translations_of(line)))


def is_tail_heading(line: str) -> bool:
    """Whether a line heads a list of links or contacts ("Read also", "Associated links")."""
    return len(line) < 60 and line.casefold().strip(_EDGES) in _TAILS


def boilerplate(text: str, found: Sequence[Paragraph]) -> list[bool]:
    """Which paragraphs are boilerplate: by their own words, or as what follows "Read also" and its like.

    Args:
        text: the text.
        found: its paragraphs.

    Returns:
        A flag for each paragraph.
    """
    flags: list[bool] = []
    in_tail = False
    for paragraph in found:
        length = paragraph.end - paragraph.start
        if length > LONGEST:
            in_tail = False
            flags.append(False)
            continue
        line = text[paragraph.start : paragraph.end]
        if is_boilerplate(line):
            in_tail = in_tail or is_tail_heading(line)
            flags.append(True)
        elif in_tail:
            in_tail = not (length >= PROSE and line.rstrip("\"'”’»)")[-1:] in (".", "!", "?"))
            flags.append(in_tail)
        else:
            flags.append(False)
    _join_language_columns(text, found, flags)
    return flags


def translations_of(line: str) -> tuple[str, ...]:
    """The languages a strip names, as BCP 47 in its own order; empty if the line is no such strip.

    "de-DE1 en-GB1 es-ES1", "Kyr | Рус | Eng", "TR EN FR AR" and "Available in: English, Français" are strips;
    one language alone is none.

    Args:
        line: a short line.
    """
    folded = line.casefold().strip(_EDGES)
    if lead := _LEADS.match(folded):
        pieces = _SEPARATED.split(folded[lead.end() :].replace(" and ", ", "))
        codes = [_language(piece) for piece in pieces if piece]
        return () if None in codes else _distinct(codes)
    tokens = folded.split()
    if not tokens or not (_language(_SEPARATED.split(tokens[0])[0]) or _language(tokens[0])):
        return ()
    pieces = [piece for piece in _SEPARATED.split(folded) if piece]
    codes = [_language(piece) for piece in pieces]
    if len(codes) > 1 and None not in codes and not _SPACES_ONLY.fullmatch(folded):
        found = _distinct(codes)
        return found if len(found) > 1 else ()
    tokens = [token for piece in pieces for token in piece.split()]
    codes = [_language(token) for token in tokens]
    found = _distinct(codes)
    if None in codes or len(found) < 2:
        return ()
    # Set apart by spaces alone, codes may be words: "it is", "so am".
    sure = sum(token not in _CODES_LIKE_WORDS for token in tokens)
    return found if sure > 1 or (sure and not line.islower()) else ()


def _distinct(codes: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code))


def language_alone(line: str) -> str | None:
    """The language that a line names and nothing else, as BCP 47."""
    return _language(line.casefold().strip(_EDGES)) if len(line) < 20 else None


def _language(piece: str) -> str | None:
    piece = piece.strip(" .:()[]")
    if code := _LANGUAGES.get(piece):
        return code
    tag = _TAG.fullmatch(piece)
    return f"{_LANGUAGES[tag[1]]}-{tag[2].upper()}" if tag and tag[1] in _LANGUAGES else None


def _is_menu(folded: str) -> bool:
    """A row of links or buttons: short pieces, one of them at least a word of navigation."""
    if folded[-1] in ".!?;":
        return False
    pieces = [piece.strip(_EDGES) for piece in _MENU.split(folded)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) > 1 and all(len(piece.split()) <= 6 for piece in pieces):
        known = sum(piece in _NAVIGATION for piece in pieces)
        if known and ("|" in folded or len(pieces) > 2 or known == len(pieces)):
            return True
    tokens = folded.replace(":", " ").replace("|", " ").replace(",", " ").split()
    return len(tokens) > 1 and len(tokens) < 16 and all(token in _SHARING for token in tokens)


def _join_language_columns(text: str, found: Sequence[Paragraph], flags: list[bool]) -> None:
    """Two or more neighbouring lines that each name a language are a strip set in a column."""
    run: list[int] = []
    for index, paragraph in enumerate(found):
        if paragraph.end - paragraph.start < 20 and language_alone(text[paragraph.start : paragraph.end]):
            run.append(index)
            continue
        if len(run) > 1:
            for member in run:
                flags[member] = True
        run = []
    if len(run) > 1:
        for member in run:
            flags[member] = True
