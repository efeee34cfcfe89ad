"""Dates as documents write them at their head and foot, to EDTF: never a component that is not there."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from communique.readers.cues import cues

#: Month by each of its names, case-folded, in all languages of ``layout.yaml``.
MONTHS: dict[str, int] = {
    form.casefold(): number
    for names in cues("months").values()
    for number, forms in enumerate(names, start=1)
    for form in forms
}

_MONTH = "(?P<month>" + "|".join(map(re.escape, sorted(MONTHS, key=len, reverse=True))) + r")(?![^\W\d_])\.?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d|21\d\d)(?=\D|$|\d{1,2}:\d\d)"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|er|º|ª)\b|\.)?"
_DAY = rf"(?<![\d/.:])(?P<day>\d{{1,2}}){_ORDINAL}"
_LAST = rf"(?:\s?[-–—]\s?(?P<last>\d{{1,2}}){_ORDINAL}(?!\d))?"
_TIME = (
    r"(?:(?:\s|,|\||–|—|-|at\b|в\b|à\b|um\b|T|/)*(?P<hour>[01]?\d|2[0-3])(?::|(?<=\s\d\d)\.|h)(?P<minute>[0-5]\d)(?!\d)"
    r"(?::\d\d)?(?:\s?(?P<half>[ap])\.?m\b\.?)?)?"
)
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        rf"{_DAY}{_LAST}\s*(?:of\s|de\s|del\s|di\s|do\s)?\s*{_MONTH}(?:[\s,]*(?:of\s|de\s|del\s|do\s)?\s*{_YEAR})?",
        rf"(?<![^\W\d_]){_MONTH}\s*(?P<day>\d{{1,2}})(?![\d:]){_ORDINAL}{_LAST}(?:\s*,?\s*{_YEAR})?",
        rf"(?<![^\W\d_]){_MONTH},?\s+(?:de\s|del\s|of\s)?{_YEAR}",
        r"(?<!\d)(?P<year>1[5-9]\d\d|20\d\d|21\d\d)(?P<mark>[-/.])(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d(?!\d?:))",
        r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>1[5-9]\d\d|20\d\d|21\d\d)(?=\D|$|\d{1,2}:)",
        r"(?<!\d)(?P<year>\d{4})\s?年\s?(?P<number>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日",
    )
)
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d)?(?!\d)(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?",
    re.IGNORECASE,
)

_DAYS_IN_WORDS = {word: day for day, word in enumerate(cues("days_in_words"), start=1)}
_NUMBERS = {word: number for number, word in enumerate(cues("numbers"), start=1)} | {
    word: number for number, word in zip(range(20, 100, 10), cues("tens"), strict=True)
}
_SOLEMN = re.compile(
    rf"\b(?:the|this)\s+(?:(?P<word>{'|'.join(sorted(_DAYS_IN_WORDS, key=len, reverse=True))})|(?P<day>\d{{1,2}})"
    rf"(?:st|nd|rd|th)?)\s+(?:day\s+)?of\s+{_MONTH},?\s*(?:in\s+the\s+year\s+(?:of\s+our\s+Lord\s+)?)?"
    r"(?:(?P<year>\d{4})|(?P<years>[a-z]+(?:[\s-]+[a-z]+){1,6}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written: its place in the line it was found in, and its EDTF."""

    start: int
    end: int
    edtf: str

    @property
    def has_year(self) -> bool:
        """Whether the words give the year."""
        return not self.edtf.startswith("X")

    @property
    def has_time(self) -> bool:
        """Whether the words give a time of day."""
        return "T" in self.edtf


def find_dates(line: str) -> Iterator[WrittenDate]:
    """The dates in a line, in order: "26 November 202014:26", "Nov. 21-22", "14.03.2024", "2020-11-26", "May 2023".

    A date in figures is taken only where day and month cannot be mistaken: "21/11/2020" but not "03/04/2020".

    Args:
        line: a short stretch of text; a heading or the like.
    """
    at = 0 if _DIGIT.search(line) else len(line)
    while at < len(line):
        best: tuple[int, int, str] | None = None
        for form in _FORMS:
            match = form.search(line, at)
            while match and (edtf := _edtf(match)) is None:
                match = form.search(line, match.start() + 1)
            if match and edtf:
                found = (match.start(), -match.end(), edtf)
                best = found if best is None else min(best, found)
        if best is None:
            return
        start, end, edtf = best
        yield WrittenDate(start, -end, edtf)
        at = -end


def find_date(line: str) -> WrittenDate | None:
    """The first date in a line, if any."""
    return next(find_dates(line), None)


def find_time(line: str) -> tuple[int, int, str] | None:
    """The first time of day in a line: its place and ``HH:MM``."""
    match = _CLOCK.search(line)
    return (match.start(), match.end(), _clock(match)) if match else None


def find_solemn_date(line: str) -> WrittenDate | None:
    """The date of a closing formula: "this seventeenth day of August 2024", "the third of May, two thousand two"."""
    match = _SOLEMN.search(line) if " of " in line else None
    if not match:
        return None
    year = int(match["year"]) if match["year"] else _year_in_words(match["years"])
    day = int(match["day"]) if match["day"] else _DAYS_IN_WORDS[match["word"].lower()]
    edtf = _day(year, MONTHS[match["month"].casefold()], day) if year else None
    return WrittenDate(match.start(), match.end(), edtf) if edtf else None


def with_year_of(yearless: str, reference: str) -> str | None:
    """A day without a year, dated by a day not before it and at most a month after it.

    Args:
        yearless: ``XXXX-MM-DD``.
        reference: an EDTF day, or a year in which the day must lie.

    Returns:
        The day with its year, or None where the two do not fit.
    """
    month, day = int(yearless[5:7]), int(yearless[8:10])
    if re.fullmatch(r"\d{4}", reference):
        return _day(int(reference), month, day)
    if not re.match(r"\d{4}-\d\d-\d\d(?:$|T)", reference):
        return None
    try:
        later = date.fromisoformat(reference[:10])
    except ValueError:
        return None
    for year in (later.year, later.year - 1):
        if edtf := _day(year, month, day):
            gap = later - date(year, month, day)
            if timedelta(0) <= gap <= timedelta(days=31):
                return edtf
    return None


def _edtf(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    year = int(found["year"]) if found.get("year") else None
    if "first" in found:
        first, second = int(found["first"]), int(found["second"])
        if found["mark"] == "." or first > 12 or first == second:
            day, month = first, second
        elif second > 12:
            month, day = first, second
        else:
            return None
    elif found.get("number"):
        month, day = int(found["number"]), int(found["day"])
    else:
        month = MONTHS[found["month"].casefold()]
        if not found.get("day"):
            return f"{year:04}-{month:02}"
        day = int(found["day"])
    edtf = _day(year, month, day)
    if edtf is None:
        return None
    if found.get("last"):
        last = _day(year, month, int(found["last"]))
        return f"{edtf}/{last}" if last and int(found["last"]) > day else None
    return f"{edtf}T{_clock(match)}" if found.get("hour") and year else edtf


def _day(year: int | None, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}"


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    if (half := match["half"]) and hour <= 12:
        hour = hour % 12 + (12 if half in "pP" else 0)
    return f"{hour:02}:{int(match['minute']):02}"


def _year_in_words(phrase: str) -> int | None:
    """Read "two thousand and twenty-two" as 2022, "one thousand nine hundred and sixty-one" as 1961."""
    total = current = 0
    for word in re.split(r"[\s-]+", phrase.lower()):
        if word in _NUMBERS:
            current += _NUMBERS[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word != "and" or not (total or current):
            break
    year = total + current
    return year if 1500 <= year <= 2199 else None
