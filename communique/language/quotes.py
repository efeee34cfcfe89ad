"""Quotations, by a state machine that survives mixed, unbalanced and multi-paragraph marks."""

from __future__ import annotations

import re

_MARK = re.compile(r"[“”\"«»„]")
_LONGEST = 4000  # characters after which an unclosed mark is taken for a stray one
_SHORTEST_WORDS = 3
_CLOSING = {"“": "”", "«": "»", "„": "“”"}


def find_quotes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Quoted stretches of a part, marks excluded.

    An opening mark that no closing one follows quotes up to the part's end (a quotation goes on in the next paragraph)
    unless that is too far. Straight marks open and close by turns. Nested marks belong to the outer quotation.

    Args:
        text: a document's text.
        start, end: offsets of a part.

    Returns:
        (start, end) pairs in order, without overlap, of at least three words.
    """
    quotes: list[tuple[int, int]] = []
    opened = -1
    closing = ""
    for match in _MARK.finditer(text, start, end):
        mark, at = match[0], match.start()
        if opened < 0:
            if mark in _CLOSING:
                opened, closing = match.end(), _CLOSING[mark]
            elif mark == '"':
                opened, closing = match.end(), '"'
            elif mark == "”" and (at == start or text[at - 1].isspace()):
                opened, closing = match.end(), "”"  # a wrong mark, opening all the same
        elif mark in closing or (mark == '"' and closing != '"') or at - opened > _LONGEST:
            stray = at - opened > _LONGEST
            if _is_quotation(text, opened, at):
                quotes.append((opened, at))
            opened = -1
            if stray and mark in _CLOSING:
                opened, closing = match.end(), _CLOSING[mark]
    if opened >= 0 and _is_quotation(text, opened, end):
        quotes.append((opened, end))
    return quotes


def _is_quotation(text: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST and len(text[start:end].split(None, _SHORTEST_WORDS)) >= _SHORTEST_WORDS
