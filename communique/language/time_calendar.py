"""Arithmetic of the calendar: weeks, weekends, weekdays, seasons and centuries around a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from communique.model.edtf import bounds, days_in_month, season_of, shift

Direction = Literal["past", "future"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def pick(distances: list[tuple[int, int]], step: int | None, direction: Direction | None) -> int | None:
    """The second part of the pair whose distance is the nearest in the direction asked for."""
    if step == -1:
        wanted = [pair for pair in distances if pair[0] < 0]
    elif step == 1:
        wanted = [pair for pair in distances if pair[0] > 0]
    elif direction == "past":
        wanted = [pair for pair in distances if pair[0] <= 0]
    elif direction == "future":
        wanted = [pair for pair in distances if pair[0] >= 0]
    else:
        wanted = distances
    if not wanted:
        return None
    return min(wanted, key=lambda pair: (abs(pair[0]), pair[0]))[1]


def season(number: int, step: int | None, today: date, direction: Direction | None) -> str | None:
    """The season of that EDTF number: this year's, last year's, next year's or by direction."""
    year, current = season_of(today)
    distances = []
    for other in range(year - 1, year + 2):
        first, last = bounds(f"{other:04}-{number}")
        assert first is not None and last is not None
        ahead, behind = (first - today).days, (last - today).days
        distances.append((ahead if ahead > 0 else min(behind, 0), other))
    if step == 0:
        return f"{year if current == 24 and number == 24 else today.year:04}-{number}"
    chosen = pick(distances, step, direction)
    return None if chosen is None else f"{chosen:04}-{number}"


def weekday_near(weekday: int, step: int | None, today: date, direction: Direction | None) -> date:
    """Of weekdays "last" is the latest before today, "next" the one in next week, "this" the one in this week."""
    ahead = (weekday - today.weekday()) % 7
    if step == -1:
        return today + timedelta(ahead - 7)
    if step == 1:
        return today + timedelta(7 - today.weekday() + weekday)
    if step == 0:
        in_week = today + timedelta(weekday - today.weekday())
        return today + timedelta(ahead) if direction == "future" else in_week
    if direction == "future":
        return today + timedelta(ahead)
    if direction == "past":
        return today + timedelta(ahead - 7 if ahead else 0)
    return today + timedelta(ahead if ahead <= 3 else ahead - 7)


def week_of(day: date) -> str:
    """The ISO week that a day is in, Monday to Sunday."""
    monday = day - timedelta(day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def weekend_near(step: int | None, today: date, direction: Direction | None) -> str:
    """Saturday and Sunday of this, last or next week; without a step the weekend in that direction."""
    saturday = today + timedelta(5 - today.weekday())
    if step is None:
        step = -1 if direction != "future" and today.weekday() < 5 else 0
    saturday += timedelta(weeks=step)
    return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"


def part_of_year(year: int, unit: str, number: int) -> str:
    """The months of a quarter or half."""
    length = 3 if unit == "quarter" else 6
    last = number * length
    return f"{year:04}-{last - length + 1:02}/{year:04}-{last:02}"


def months_of_year(year: int, count: int) -> str | None:
    """The first months of a year, so many, or the last ones where the count is negative."""
    if not 1 < abs(count) <= 12:
        return None
    return f"{year:04}-01/{year:04}-{count:02}" if count > 0 else f"{year:04}-{13 + count:02}/{year:04}-12"


def numbered_week(year: int, number: int) -> str | None:
    """The ISO week of that number; None for a week 53 that the year does not have."""
    try:
        return week_of(date.fromisocalendar(year, number, 1))
    except ValueError:
        return None


def century(number: int) -> str:
    """The years of a century: the 19th are 1801 to 1900."""
    return f"{number * 100 - 99:04}/{number * 100:04}"


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> str | None:
    """The first (1), second … or last (-1) Monday or the like of a month; None if it has no such day."""
    first, length = monthrange(year, month)
    day = 1 + (weekday - first) % 7
    day += 7 * (nth - 1) if nth > 0 else 7 * ((length - day) // 7)
    return f"{year:04}-{month:02}-{day:02}" if day <= length else None


def days_of_month(
    day: int, last_day: int | None, step: int | None, today: date, direction: Direction | None
) -> str | None:
    """ "The 14th": of this, last or next month, or of the nearest month in that direction."""
    distances: list[tuple[int, int]] = []
    for months in (-2, -1, 0, 1, 2) if step is None else (step,):
        month = shift(today.isoformat()[:7], months=months)
        if month is not None and max(day, last_day or 0) <= days_in_month(int(month[:4]), int(month[5:])):
            distances.append(((date.fromisoformat(f"{month}-{day:02}") - today).days, months))
    chosen = pick(distances, None, direction if step is None else None)
    month = shift(today.isoformat()[:7], months=chosen) if chosen is not None else None
    if month is None:
        return None
    return f"{month}-{day:02}" + (f"/{month}-{last_day:02}" if last_day is not None else "")


def around_day(value: str, stretch: str) -> str | None:
    """The ``week`` or ``weekend`` that a day is in, or the seven days that begin ``from`` it; longer runs stay."""
    if "/" in value:
        return value
    if not _DAY.fullmatch(value):
        return None
    day = date.fromisoformat(value)
    if stretch == "week":
        return week_of(day)
    if stretch == "from":
        return f"{value}/{(day + timedelta(6)).isoformat()}"
    return weekend_near(0, day, None) if day.weekday() >= 5 else None
