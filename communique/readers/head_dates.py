"""The day of a text without a dateline: the first full date that closes or opens a line of its head."""

from __future__ import annotations

import re

from communique.readers.dates import find_dates

_HEAD, _LINES = 1200, 12
_LONGEST_HEADING, _LONGEST_OPENING = 280, 45
_DAY = len("2024-05-03")
_BEFORE = re.compile(
    r"(?:^|[,(|–—-]\s*|\b(?:published|issued|released|posted|updated|dated)(?:\s+on)?:?\s+)"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?$",
    re.IGNORECASE,
)
_SPOKEN_ON = re.compile(
    r"\b(?:conference|briefing|remarks|interview|speech|address|statement|q&a|answers?)\b[^.]*\bon\s+$", re.IGNORECASE
)
_AFTER_LINE = re.compile(r"\s*(?:$|[|)(–—]|at\s+\d|\d{1,2}[:.]\d{2})")
_AFTER_OPENING = re.compile(r"\s*(?::|\)?\s*[–—]|\s-{1,2}\s)")


def date_of_head(text: str, start: int) -> str | None:
    """EDTF of the day that a heading, a line of its own or the opening of the first paragraph gives, or None.

    "Report of the week — Wednesday 28 February 2024"; "14/11/2024 17:22"; "Nairobi, 8 December 2025: The Ministry …".

    Args:
        text: the document's.
        start: where its text begins.
    """
    lines = [line.strip() for line in text[start : start + _HEAD].splitlines()]
    for line in [line for line in lines if line][:_LINES]:
        for date in find_dates(line[:_LONGEST_HEADING]):
            edtf = date.edtf[:_DAY]
            if not date.has_year or len(edtf) < _DAY or "/" in date.edtf:
                continue
            before, after = line[: date.start], line[date.end :]
            heading = len(line) < _LONGEST_HEADING and _AFTER_LINE.match(after) is not None
            opening = date.end < _LONGEST_OPENING and _AFTER_OPENING.match(after) is not None
            if (heading or opening) and (_BEFORE.search(before) or (heading and _SPOKEN_ON.search(before))):
                return edtf
    return None
