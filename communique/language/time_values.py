"""What an expression of time means: periods of the calendar, resolved against the day the text was written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from communique.language.time_calendar import (
    Direction,
    around_day,
    century,
    days_of_month,
    months_of_year,
    nth_weekday,
    numbered_week,
    part_of_year,
    pick,
    season,
    week_of,
    weekday_near,
    weekend_near,
)
from communique.model.edtf import bounds, days_in_month, is_edtf, precision, shift, without_time

#: Stand-ins for a year that nobody gave; what is told from them gets ``XXXX`` in place of its years. One for each
#: weekday that a year may begin on, leap year or not.
_UNKNOWN_YEARS = tuple({(date(y, 1, 1).weekday(), days_in_month(y, 2)): y for y in range(2000, 2028)}.values())
_ANY_YEAR = re.compile(r"[0-9]{4}")
#: Years that documents are written in. Outside them an anchor is a mistake, and the calendar's ends are near.
_YEARS = range(1000, 3000)
_YEARS_OF = {"decade": 10, "century": 100}
_ONLY_UNKNOWN = re.compile(r"(?:XXXX|\.\.)/(?:XXXX|\.\.)")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day a text was written, as far as it is known.

    Attributes:
        edtf: the date as given, without a time of day.
        days: every day, or enough of them, that it may be: an expression means something only if it means the same
            on all of them. The years of a date without a year are stand-ins.
        yearless: whether they are.
    """

    edtf: str
    days: tuple[date, ...]
    yearless: bool

    def agree(self, meaning: Callable[[date], str | None]) -> str | None:
        """What ``meaning`` gives for every day that the anchor may be, None if they differ."""
        agreed: str | None = None
        for day in self.days:
            value = meaning(day)
            if value is not None and self.yearless:
                value = _ANY_YEAR.sub("XXXX", value)
                if _ONLY_UNKNOWN.fullmatch(value):
                    return None
            if value is None or (agreed is not None and value != agreed):
                return None
            agreed = value
        return agreed


@lru_cache(maxsize=1024)
def read_anchor(edtf: str | None) -> Anchor | None:
    """The anchor of a document dated ``edtf``; None if that is None, open, no EDTF at all, or no year of documents."""
    if edtf is None or not is_edtf(edtf):
        return None
    edtf = without_time(edtf)
    first, last = bounds(edtf)
    if first is not None and last is not None:
        if first.year not in _YEARS or last.year not in _YEARS:
            return None
        steps = {0, 1, (last - first).days // 2, (last - first).days}
        middle = {first + timedelta(n) for n in steps if n <= (last - first).days}
        if last.year > first.year or last.month > first.month:  # some day of every second month or so
            middle |= {first + (last - first) * n // 7 for n in range(1, 7)}
        return Anchor(edtf, tuple(sorted(middle)), False)
    if "/" in edtf or not edtf.startswith("XXXX"):
        return None
    days = []
    for year in _UNKNOWN_YEARS:
        value = str(year) + edtf[4:]
        if is_edtf(value):
            low, high = bounds(value)
            days += [day for day in (low, high) if day is not None]
    return Anchor(edtf, tuple(dict.fromkeys(days)), True)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar as the words describe it.

    Attributes:
        unit: how long it is: ``day``, ``weekend``, ``week``, ``month``, ``months``, ``quarter``, ``season``, ``half``,
            ``year``, ``decade``, ``century``, or ``now``.
        year, month, day: what the words give. ``day`` to ``last_day`` for a run of days.
        weekday: Monday is 0. With ``nth`` the first (1), second … or last (-1) such day of its month.
        number: of a week (1-53), quarter (1-4), half (1-2) or season (21-24), or how many months of a year.
        step: for "last" -1, "this" 0, "next" 1: how many units from the anchor, or which of the named ones.
        days: for "yesterday" -1, counted from the anchor; with a weekday the first such day from there on.
        part: ``early``, ``late``, ``start``, ``middle`` or ``end`` of it.
        fixed: EDTF of a date that needs no resolving.
        year_step: for "May next year" 1.
        around: ``week`` or ``weekend`` that the day is in, or the week ``from`` it.
        fiscal: a year of money or school, which begins when nobody says.
        pointing: it is told from a day in the story ("the previous week"), not from the anchor.
    """

    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    number: int | None = None
    step: int | None = None
    days: int | None = None
    part: str | None = None
    fixed: str | None = None
    year_step: int | None = None
    nth: int | None = None
    around: str | None = None
    fiscal: bool = False
    pointing: bool = False

    @property
    def named(self) -> bool:
        """Whether it has a name in the calendar, apart from any anchor."""
        return self.fixed is not None or (
            self.days is None
            and (
                self.month is not None
                or not (self.unit == "weekend" or (self.unit == "month" and self.day is not None))
            )
            and self.step is None
            and self.unit != "now"
            and (self.weekday is None or self.day is not None or self.nth is not None)
        )


def resolve(period: Period, anchor: Anchor | None, direction: Direction | None) -> str | None:
    """The EDTF date of ``period``.

    Args:
        period: what the words say.
        anchor: the day it is told from.
        direction: whether to look for a month, weekday or the like before or after the anchor; None: the nearest.

    Returns:
        EDTF, with ``XXXX`` for a year that is not known; None if nothing is.
    """
    if period.fixed is not None:
        return period.fixed
    if period.around is not None:
        day = resolve(replace(period, around=None), anchor, direction)
        return around_day(day, period.around) if day is not None else None
    if period.fiscal and period.year is None:
        return None
    if anchor is not None:
        if period.unit == "now":
            return anchor.edtf
        if period.days == 0 and len(anchor.days) > 1:
            return anchor.edtf
        if period.year is None and not (anchor.yearless and period.month is not None):
            value = anchor.agree(lambda today: _on(period, today, direction))
            if value is not None:
                return value
    return _unanchored(period)


def deadline(period: Period, value: str) -> str:
    """The last date by which something due "by" ``period`` is due, where ``value`` is the period's own date."""
    first, _, last = value.rpartition("/")
    if (
        period.part in (None, "early", "late")
        or period.fiscal
        or period.unit == "season"
        or (first and period.part != "end")
    ):
        return last
    if precision(last) == "year" and (last == "XXXX" or last.isdigit()):
        return last + {"start": "-01-01", "middle": "-06-30", "end": "-12-31"}[period.part]
    if precision(last) == "month":
        year, month = last[:4], int(last[5:])
        if period.part != "end":
            return last + {"start": "-01", "middle": "-15"}[period.part]
        if year.isdigit() or month != 2:  # nobody knows how long the February of an unknown year is
            return f"{last}-{days_in_month(int(year) if year.isdigit() else 2000, month)}"
    return last


def before(period: Period, value: str) -> str:
    """The last date that is "before" ``period``: of a month or year the one before it; days stay as they are."""
    if period.part in ("start", "middle", "end"):
        return deadline(period, value)
    first = value.partition("/")[0]
    if precision(first) == "month":
        return shift(first, months=-1) or first
    if precision(first) == "year":
        return shift(first, years=-1) or first
    return first


def away(unit: str, count: int, anchor: Anchor) -> str | None:
    """The date ``count`` units from the anchor, as fine as the unit: a day, the days of a week, a month, a year."""

    def meaning(today: date) -> str | None:
        if unit in ("minute", "hour"):
            hours = count if unit == "hour" else 0
            if abs(hours) > 12:
                return None if hours % 24 else (today + timedelta(hours // 24)).isoformat()
            return today.isoformat()
        if unit == "day":
            return (today + timedelta(count)).isoformat()
        if unit in ("week", "fortnight", "weekend"):
            return week_of(today + timedelta(weeks=count * (2 if unit == "fortnight" else 1)))
        if unit in ("month", "quarter"):
            return shift(today.isoformat()[:7], months=count * (3 if unit == "quarter" else 1))
        return shift(today.isoformat()[:4], years=count * _YEARS_OF.get(unit, 1))

    return anchor.agree(meaning)


def reach(unit: str, count: int, anchor: Anchor) -> str | None:
    """The end of a stretch of ``count`` units from the anchor, no finer than such a stretch is meant.

    Days and weeks count to the day, months and a single year to the month, more years to the year.
    """

    def meaning(today: date) -> str | None:
        if unit in ("day", "week", "fortnight"):
            return (today + timedelta(count * {"day": 1, "week": 7, "fortnight": 14}[unit])).isoformat()
        if unit == "hour":
            return None if count % 24 else (today + timedelta(count // 24)).isoformat()
        if unit in ("month", "quarter"):
            return shift(today.isoformat()[:7], months=count * (3 if unit == "quarter" else 1))
        if unit == "year" and abs(count) == 1:
            return shift(today.isoformat()[:7], years=count)
        if unit in ("year", "decade", "century"):
            return shift(today.isoformat()[:4], years=count * _YEARS_OF.get(unit, 1))
        return None

    return anchor.agree(meaning)


def window(unit: str, count: int, anchor: Anchor) -> str | None:
    """The interval between the anchor and ``count`` units from it ("over the past twelve months" -> ``count`` -12)."""
    far = reach(unit, count, anchor)
    if far is None:
        return None
    here = anchor.agree(lambda today: today.isoformat()[: len(far)])
    if here is None:
        return None
    value = f"{far}/{here}" if count < 0 else f"{here}/{far}"
    return None if _ONLY_UNKNOWN.fullmatch(value) else value


def _on(period: Period, today: date, direction: Direction | None) -> str | None:
    """The date of a period without a year, told on ``today``."""
    unit, step = period.unit, period.step
    if period.days is not None:
        day = today + timedelta(period.days)
        return (day + timedelta((period.weekday - day.weekday()) % 7 if period.weekday is not None else 0)).isoformat()
    if period.nth is not None and period.weekday is not None and period.month is None:
        month = shift(today.isoformat()[:7], months=step or 0)
        return nth_weekday(int(month[:4]), int(month[5:]), period.weekday, period.nth) if month is not None else None
    if unit == "month" and period.day is not None:
        return days_of_month(period.day, period.last_day, step, today, direction)
    if period.weekday is not None and unit == "week":
        monday = today + timedelta(weeks=step or 0, days=-today.weekday())
        return (monday + timedelta(period.weekday)).isoformat()
    if period.weekday is not None and period.day is None and period.month is None:
        return weekday_near(period.weekday, step, today, direction).isoformat()
    if period.month is not None:
        if period.year_step is not None:
            return _month_value(period, f"{today.year + period.year_step:04}")
        year = _nearest_year(period, today, direction)
        return _month_value(period, f"{year:04}") if year is not None else None
    if unit == "season":
        return season(period.number or 21, period.step, today, direction)
    if unit == "year":
        return f"{today.year + (step or 0):04}"
    if unit == "month":
        return shift(today.isoformat()[:7], months=step or 0)
    if unit == "week":
        if period.number is not None:
            return numbered_week(today.year, period.number)
        return week_of(today + timedelta(weeks=step or 0))
    if unit == "months" and period.number is not None:
        return months_of_year(today.year + (step or 0), period.number)
    if unit == "century":
        return century((today.year - 1) // 100 + 1 + (step or 0))
    if unit == "weekend":
        return weekend_near(step, today, direction)
    if unit == "decade":
        start = (today.year // 10 + (step or 0)) * 10
        return f"{start:04}/{start + 9:04}"
    if unit == "quarter" and period.number is None:
        quarter = today.year * 4 + (today.month - 1) // 3 + (step or 0)
        return part_of_year(quarter // 4, "quarter", quarter % 4 + 1)
    if unit in ("quarter", "half") and period.number is not None:
        return part_of_year(today.year + (step or 0), unit, period.number)
    return today.isoformat() if unit == "day" and step == 0 else None


def _unanchored(period: Period) -> str | None:
    """The date of a period that stands on its own words."""
    year = f"{period.year:04}" if period.year is not None else "XXXX"
    if period.month is not None:
        return _month_value(period, year)
    if period.unit == "season" and period.year is not None:
        return f"{year}-{period.number}"
    if period.year is None:
        return None
    if period.unit in ("quarter", "half") and period.number is not None:
        return part_of_year(period.year, period.unit, period.number)
    if period.unit == "week" and period.number is not None:
        return numbered_week(period.year, period.number)
    if period.unit == "months" and period.number is not None:
        return months_of_year(period.year, period.number)
    if period.unit == "decade":
        return f"{period.year:04}/{period.year + 9:04}"
    return year if period.unit == "year" else None


def _month_value(period: Period, year: str) -> str | None:
    """A month, half of one, day or run of days of it; None for days that the month does not have."""
    assert period.month is not None
    month = f"{year}-{period.month:02}"
    if period.nth is not None and period.weekday is not None:
        return month if year == "XXXX" else nth_weekday(int(year), period.month, period.weekday, period.nth)
    length = days_in_month(2000 if year == "XXXX" else int(year), period.month)
    if period.unit == "half":
        if period.number == 1:
            return f"{month}-01/{month}-15"
        return month if year == "XXXX" and period.month == 2 else f"{month}-16/{month}-{length}"
    if period.day is None:
        return month
    if period.day > length or (period.last_day or 0) > length:
        return None
    if period.last_day is None:
        return f"{month}-{period.day:02}"
    return f"{month}-{period.day:02}/{month}-{period.last_day:02}"


def _nearest_year(period: Period, today: date, direction: Direction | None) -> int | None:
    """The year of a month or day without one: by "last", "this" or "next", else by direction, else the nearest."""
    month, day = period.month or 1, period.day
    reachable = 8 if (month, day) == (2, 29) else 1  # eight years at most from one 29 February to the next
    distances: list[tuple[int, int]] = []
    for year in range(today.year - reachable, today.year + reachable + 1):
        if day is None:
            distances.append(((year - today.year) * 12 + month - today.month, year))
        elif day <= days_in_month(year, month):
            distances.append(((date(year, month, day) - today).days, year))
    if period.weekday is not None and day is not None:
        # "Friday, July 22" tells its year, if it is near
        matching = [(d, y) for d, y in distances if date(y, month, day).weekday() == period.weekday]
        distances = matching or distances
    if period.step == 0 and day is None:
        return today.year
    return pick(distances, period.step, direction)
