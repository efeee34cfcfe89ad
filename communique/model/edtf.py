"""Dates as the record keeps them: the part of EDTF (ISO 8601-2, level 1) that the record format uses.

A value is a date at some precision (``2020-11-26``, ``2020-11``, ``2020``), a season (``2024-21`` spring to ``2024-24``
winter), a moment (``2020-11-26T14:26``), any of these with unspecified digits (``XXXX-11-21``, ``199X``) or a qualifier
(``2024~``), or an interval of two of them, either end of which may be open (``2021/..``) or unknown (``2021/``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)"
    r"(?:-(?P<month>0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?P<day>0[1-9]|[12][0-9]|3[01]|XX)"
    r"(?P<time>T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?)?)?)?"
    r"(?P<qualifier>[~?%])?"
)
#: First and last month of each season by the northern meteorological calendar; winter begins in its year's December.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


def is_edtf(value: str) -> bool:
    """Whether ``value`` is a date, season, moment or interval of the record format.

    Days must exist in their month (29 February needs a leap year or an unknown one), and an interval whose ends are
    both known must not run backwards.
    """
    start, slash, end = value.partition("/")
    if not slash:
        return _is_point(start)
    if not (start in ("", "..") or _is_point(start)) or not (end in ("", "..") or _is_point(end)):
        return False
    if not _is_point(start) and not _is_point(end):
        return False
    earliest, latest = bounds(value)
    return earliest is None or latest is None or earliest <= latest


def bounds(value: str) -> tuple[date | None, date | None]:
    """The earliest and the latest day that ``value`` may mean.

    Seasons are those of the northern meteorological calendar. Qualifiers do not widen a date.

    Args:
        value: an EDTF date or interval.

    Returns:
        Two days; None where the value is open, unknown, or without a full year.

    Raises:
        ValueError: if ``value`` is not EDTF.
    """
    start, slash, end = value.partition("/")
    if not slash:
        return _point_bounds(start, value)
    if start in ("", "..") and end in ("", ".."):
        raise ValueError(f"not an EDTF date: {value!r}")
    return (
        None if start in ("", "..") else _point_bounds(start, value)[0],
        None if end in ("", "..") else _point_bounds(end, value)[1],
    )


def overlaps(value: str, since: str | None, until: str | None) -> bool:
    """Whether ``value`` and the window from ``since`` to ``until`` have a day in common.

    Args:
        value: an EDTF date or interval.
        since: EDTF; the window begins with its earliest day. None: the window has no beginning.
        until: EDTF; the window ends with its latest day. None: the window has no end.

    Returns:
        True if they may overlap. A value whose year nobody gave lies in no window but the unlimited one.

    Raises:
        ValueError: if one of the three is not EDTF.
    """
    earliest, latest = bounds(value)
    first = bounds(since)[0] if since is not None else None
    last = bounds(until)[1] if until is not None else None
    if earliest is None and latest is None:
        return first is None and last is None
    if first is not None and latest is not None and latest < first:
        return False
    return last is None or earliest is None or earliest <= last


def precision(value: str) -> str:
    """How fine ``value`` is: ``interval``, ``year``, ``season``, ``month``, ``day`` or ``time``.

    Unspecified digits count for the component they stand in: ``XXXX-11-21`` is a ``day``, ``2004-XX`` a ``year``.

    Raises:
        ValueError: if ``value`` is not EDTF.
    """
    if "/" in value:
        bounds(value)
        return "interval"
    match = _match(value, value)
    if match["time"]:
        return "time"
    if match["month"] is None or match["month"] == "XX":
        return "year"
    if match["day"] is None or match["day"] == "XX":
        return "season" if match["month"] > "12" else "month"
    return "day"


def without_time(value: str) -> str:
    """``value`` without its time of day: ``2020-11-26T14:26`` -> ``2020-11-26``. Intervals keep both ends."""
    if "T" not in value:
        return value
    return "/".join(end.partition("T")[0] for end in value.split("/"))


def shift(value: str, *, years: int = 0, months: int = 0, days: int = 0) -> str | None:
    """``value`` moved along the calendar, at its own precision.

    A day that the month reached does not have becomes that month's last one, as in most calendar arithmetic.

    Args:
        value: an EDTF year, month or day, without unspecified digits.
        years, months, days: how far, forward or back.

    Returns:
        EDTF; None where the value is too coarse for the step, has unspecified digits, or would leave the years 1-9999.

    Raises:
        ValueError: if ``value`` is not EDTF.
    """
    fineness = precision(value)
    if "X" in value or fineness in ("interval", "season", "time"):
        return None
    if (days and fineness != "day") or (months and fineness == "year"):
        return None
    parts = [int(p) for p in value.rstrip("~?%").split("-")]
    count = (parts[0] + years) * 12 + (parts[1] - 1 if len(parts) > 1 else 0) + months
    year, month = divmod(count, 12)
    if not 1 <= year <= 9999:
        return None
    if fineness == "year":
        return f"{year:04}"
    if fineness == "month":
        return f"{year:04}-{month + 1:02}"
    try:
        moved = date(year, month + 1, min(parts[2], days_in_month(year, month + 1))) + timedelta(days=days)
    except OverflowError:
        return None
    return moved.isoformat()


def days_in_month(year: int, month: int) -> int:
    """How many days ``month`` (1-12) of ``year`` has."""
    return monthrange(year, month)[1]


def season_of(day: date) -> tuple[int, int]:
    """Year and number (21 spring to 24 winter) of the season that ``day`` is in; January is of last year's winter."""
    if day.month <= 2:
        return day.year - 1, 24
    return day.year, 20 + day.month // 3


def _match(point: str, whole: str) -> re.Match[str]:
    match = _DATE.fullmatch(point)
    if match is None or not _has_day(match):
        raise ValueError(f"not an EDTF date: {whole!r}")
    return match


def _is_point(value: str) -> bool:
    match = _DATE.fullmatch(value)
    return match is not None and _has_day(match)


def _has_day(match: re.Match[str]) -> bool:
    """Whether the month, if any, has the day, if any."""
    year, month, day = match["year"], match["month"], match["day"]
    if year == "0000":
        return False
    if day is None:
        return True
    if month == "XX":
        return day == "XX" and match["time"] is None
    if month > "12":
        return False
    if day == "XX":
        return match["time"] is None
    # 2000 was a leap year, as an unknown year may be
    return int(day) <= days_in_month(2000 if "X" in year else int(year), int(month))


def _point_bounds(point: str, whole: str) -> tuple[date | None, date | None]:
    match = _match(point, whole)
    year, month, day = match["year"], match["month"], match["day"]
    if year == "XXXX":
        return None, None
    first, last = int(year.replace("X", "0")) or 1, int(year.replace("X", "9"))
    if month is None or month == "XX":
        return date(first, 1, 1), date(last, 12, 31)
    low, high = _SEASON_MONTHS.get(int(month), (int(month), int(month)))
    if high > 12:
        # the last winter of the calendar would end after its last day
        end = date(last + 1, high - 12, days_in_month(last + 1, high - 12)) if last < 9999 else date(9999, 12, 31)
        return date(first, low, 1), end
    if day is None or day == "XX":
        return date(first, low, 1), date(last, high, days_in_month(last, high))
    number = int(day)
    return (
        date(first, low, min(number, days_in_month(first, low))),
        date(last, high, min(number, days_in_month(last, high))),
    )
