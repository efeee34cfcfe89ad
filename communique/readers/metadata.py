"""What formats say about a document, brought to one form: dates to EDTF, languages to BCP 47, hosts to publishers."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_tz
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import yaml

#: libyaml's parser where PyYAML was built with it, which is everywhere but on rare platforms.
YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:([-/.]?)(\d{2})(?:\2(\d{2}))?)?(?=$|[T\sZ~?+])")
_DAY_FIRST = re.compile(r"(?:[a-z]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    r"(?:[a-z]+\.?,\s+)?([a-z]+)\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b", re.IGNORECASE
)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?=$|[.@;\s])", re.IGNORECASE)


def edtf_of(value: str) -> str | None:
    """The day, month or year that a metadata field gives, as EDTF; the time of day is left out.

    Args:
        value: as found: ISO 8601, RFC 5322, "8 June 2022", "June 8, 2022", "08.06.2022".

    Returns:
        EDTF, or None where it is no date. Of "03/04/2022", whose day and month nobody can tell, only the year.
    """
    value = value.strip()
    if match := _ISO.match(value):
        year, separator, month, day = match.groups()
        if month is None or separator or day:
            return _edtf(int(year), int(month) if month else None, int(day) if day else None)
        return None
    if match := _NUMBERS.match(value):
        first, separator, second, year = match.groups()
        if separator == "." or int(first) > 12:
            return _edtf(int(year), int(second), int(first))
        if int(second) > 12 or first == second:
            return _edtf(int(year), int(first), int(second))
        return year
    if match := _DAY_FIRST.match(value):
        day, month, year = match.groups()
        if number := MONTHS.get(month.lower()):
            return _edtf(int(year), number, int(day))
    if match := _MONTH_FIRST.match(value):
        month, day, year = match.groups()
        if number := MONTHS.get(month.lower()):
            return _edtf(int(year), number, int(day) if day else None)
    if "," in value or ":" in value:
        parsed = parsedate_tz(value)
        if parsed:
            return _edtf(parsed[0], parsed[1], parsed[2])
    return None


def language_of(value: str) -> str | None:
    """The language of a metadata field as BCP 47, without its region: ``en_US`` and ``en-GB`` are ``en``."""
    match = _LANGUAGE.match(value.strip())
    if not match:
        return None
    language, script, _ = match.groups()
    return language.lower() + (f"-{script.title()}" if script else "")


def language_tag(value: str) -> str | None:
    """The language of a metadata field as BCP 47, with its region: ``en_gb`` is ``en-GB``."""
    match = _LANGUAGE.match(value.strip())
    if not match:
        return None
    language, script, region = match.groups()
    return "-".join(part for part in (language.lower(), script and script.title(), region and region.upper()) if part)


def one_line(value: str | None) -> str | None:
    """``value`` with every run of white space, fixed spaces too, as one space; None if nothing is left."""
    return " ".join(value.split()) or None if value else None


def publisher_of(url: str | None) -> str | None:
    """Who publishes at a web or e-mail address, by its host and the hosts in ``publishers.yaml``; else None."""
    if not url:
        return None
    if "://" in url:
        try:
            host = urlsplit(url).hostname
        except ValueError:
            return None
    else:
        host = url.rpartition("@")[2] if "@" in url else None
    labels = (host or "").lower().rstrip(".").split(".")
    known = publishers()
    for start in range(len(labels) - 1):
        if name := known.get(".".join(labels[start:])):
            return name
    return None


@cache
def publishers() -> dict[str, str]:
    """Host to publisher, as ``publishers.yaml`` lists them; a host stands for all hosts below it."""
    text = files("communique.readers").joinpath("publishers.yaml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = yaml.load(text, Loader=YAML_LOADER)["publishers"]
    return {host: entry["name"] for entry in entries for host in entry["hosts"]}


def _edtf(year: int, month: int | None, day: int | None) -> str | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
