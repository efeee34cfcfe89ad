"""Readers of what has a name or number in the calendar besides dates: feasts, weeks, weekdays of a month, fiscal years,
centuries. As those of ``time_dates``, each is given the tokens of a match.
"""

from __future__ import annotations

from dataclasses import replace

from communique.language.time_calendar import century
from communique.language.time_dates import Found, dated_days, is_year, span_of_years, step_of, year_tail
from communique.language.time_grammar import OTHER, Stretch
from communique.language.time_values import Period

_GUIDES = ("in", "at", "on", "since", "by", "until", "before", "from", "between", "within", "around")
_OPENING = frozenset(("beginning", "starting", "commencing"))


def feast(s: Stretch) -> Found:
    """ "Christmas Day 2023", "New Year's Eve", "before Christmas"."""
    month, day = s.values[s.first]
    year, year_step, last = year_tail(s)
    bounding = s.at(s.first - (2 if s.at(s.first - 1, "the") else 1), "before", "by", "until", "since")
    if s.at(s.first, "loose_feast") and not bounding:
        if year is None and year_step is None:
            return []
        return [(s.first, last, Period("month", year=year, year_step=year_step, month=month))]
    return [(s.first, last, Period("day", year=year, year_step=year_step, month=month, day=day))]


def nth_weekday_of_month(s: Stretch) -> Found:
    """ "the last Friday of May 2024", "the first Monday in October", "the third Tuesday of next month"."""
    weekday_at = s.find("weekday")
    assert weekday_at is not None
    which = s.values[weekday_at - 1]
    if not isinstance(which, int):
        which = -1
    if not -1 <= which <= 5:
        return []
    year, year_step, last = year_tail(s)
    base = Period("day", weekday=s.values[weekday_at], nth=which)
    month = s.value("month", "month_abbreviation")
    if month is not None:
        return [(s.first, last, replace(base, month=month, year=year, year_step=year_step))]
    if s.values[s.last - 1] != "month":
        return []
    return [(s.first, s.last, replace(base, step=step_of(s, s.last - 2)))]


def week_of_day(s: Stretch) -> Found:
    """ "the week of 11 March", "the week beginning May 6", "the weekend of 16 March"."""
    unit_at = s.find("unit")
    assert unit_at is not None
    unit = s.values[unit_at]
    if unit not in ("week", "weekend"):
        return []
    body = unit_at + 2
    body += s.at(body, "on")
    days = dated_days(Stretch(s.tokens, body, s.last))
    if len(days) != 1 or not isinstance(days[0][2], Period):
        return []
    opening = not s.at(unit_at + 1, "of")
    if opening and s.word(unit_at + 1).lower() not in _OPENING:
        return []
    return [(s.first, days[0][1], replace(days[0][2], around="from" if opening else unit))]


def numbered_week(s: Stretch) -> Found:
    """ "week 12 of 2025", "calendar week 12", "in week 12"."""
    number, year = s.value("number"), s.value("year")
    if s.value("unit") != "week":
        return []
    told = year is not None or s.at(s.first, "calendar") or (s.at(s.first - 1, "in") and not s.at(s.last, "of"))
    return [(s.first, s.last, Period("week", number=number, year=year))] if told else []


def days_of_stepped_month(s: Stretch) -> Found:
    """ "the 14th of this month", "14 to 16 of next month", "14 inst."."""
    numbers = [n for n in range(s.first, s.last) if s.at(n, "number")]
    instant = s.find("instant", "ultimo", "proximo")
    if instant is not None:
        step = 0 if s.at(instant, "instant") else -1 if s.at(instant, "ultimo") else 1
        if s.at(s.last - 1, "instant") and s.word(s.last - 1).lower() == "inst":
            return []
    elif s.values[s.last - 1] != "month":
        return []
    else:
        step = step_of(s, s.last - 2)
    day, last_day = s.values[numbers[0]], s.values[numbers[-1]] if len(numbers) > 1 else None
    if len(numbers) > 2 or (last_day is not None and last_day <= day):
        return []
    return [(s.first, s.last, Period("month", day=day, last_day=last_day, step=step))]


def day_alone(s: Stretch) -> Found:
    """ "on the 14th", where no noun follows that would be the fourteenth one."""
    number_at = s.last - 1
    ordinal = not s.word(number_at)[-1:].isdigit()
    following = s.word(s.last)
    closed = s.last >= len(s.symbols) or s.symbols[s.last] != OTHER or not following[:1].isalnum()
    if not ordinal or not closed or not s.at(s.first - 1, "on") or s.at(s.last, "dash", "of", "unit", "anniversary"):
        return []
    return [(s.first, s.last, Period("month", day=s.values[number_at]))]


def century_period(s: Stretch) -> Found:
    """ "in the 19th century", "the late twentieth century"; not "the challenges of the 21st century"."""
    if s.values[s.last - 1] != "century" or (s.at(s.first - 1, "of") and s.find("part") is None):
        return []
    number = s.value("number", "ordinal")
    if s.find("cardinal") is not None:
        number += s.value("cardinal")
    guided = s.find("part") is not None or s.at(s.first - 1, *_GUIDES)
    if not guided or not 10 <= number <= 22:
        return []
    return [(s.first, s.last, Period("century", fixed=century(number)))]


def fiscal_year(s: Stretch) -> Found:
    """ "FY 2023", "FY2023-24", "FY 2022/23"."""
    return _years(s, s.values[s.first], s.first)


def fiscal_before(s: Stretch) -> Found:
    """ "the 2022 fiscal year", "the 2021-22 academic year"."""
    at = s.find("year")
    if at is None or s.values[s.last - 1] != "year":
        return []
    if s.at(at + 1, "dash", "slash"):
        years = (
            span_of_years(Stretch(s.tokens, at, at + 3)) if not s.at(at + 2, "year") else _years(s, s.values[at], at)
        )
        return [(s.first, s.last, period) for _, _, period in years]
    return [(s.first, s.last, Period("year", year=s.values[at], fiscal=True))]


def named_year(s: Stretch) -> Found:
    """ "the year 2000", "fiscal year 2023", "financial year 2021-22", "the years 2020 and 2021", "fiscal 2022"."""
    at = s.find("year")
    assert at is not None
    if s.value("unit", "units") not in ("year", None) or s.find("unit", "units", "fiscal", "calendar") is None:
        return []
    found = _years(s, s.values[at], at)
    return [(s.first, last, period) for _, last, period in found]


def _years(s: Stretch, year: int, at: int) -> Found:
    """A year with what follows it: "2021-22", "2020/2021", "2022 and 2023"."""
    fiscal = s.find("fiscal", "fiscal_year") is not None
    alone: Found = [(s.first, at + 1, Period("year", year=year, fiscal=fiscal))]
    if at + 2 >= s.last:
        return alone
    second = s.values[at + 2]
    if s.at(at + 2, "year", "fiscal_year"):
        joined = second > year and (s.at(at + 1, "dash", "slash", "to") or second == year + 1)
        return [(s.first, s.last, Period("year", fixed=f"{year}/{second}", fiscal=fiscal))] if joined else alone
    end = year - year % 100 + (second or 0)
    if s.at(at + 1, "dash", "slash") and len(s.word(at + 2)) == 2 and end > year:
        return [(s.first, s.last, Period("year", fixed=f"{year}/{end}", fiscal=fiscal))]
    return alone


def months_of_year(s: Stretch) -> Found:
    """ "the first nine months of 2024", "the last three months of the year"."""
    count = s.value("cardinal", "number")
    if s.value("units") != "month" or s.value("ordinal") not in (None, 1) or count is None:
        return []
    count = count if s.value("ordinal") == 1 else -count
    year = s.value("year")
    if year is not None:
        return [(s.first, s.last, Period("months", number=count, year=year))] if is_year(s, s.last - 1) else []
    if s.value("unit") != "year":
        return []
    return [(s.first, s.last, Period("months", number=count, step=step_of(s, s.last - 2)))]


def end_of_unit(s: Stretch) -> Found:
    """ "year's end", "year-end 2024", "next year's end"."""
    unit_at = s.find("unit")
    assert unit_at is not None
    unit, year = s.values[unit_at], s.value("year")
    if unit not in ("year", "month", "week", "decade") or s.value("part") != "end":
        return []
    if year is not None:
        return [(s.first, s.last, Period("year", year=year, part="end"))] if unit == "year" else []
    if s.at(s.last - 2, "dash") and not s.at(s.first - 1, *_GUIDES):
        return []  # "a year-end review"
    return [(s.first, s.last, Period(unit, step=step_of(s, unit_at - 1), part="end"))]


def weekend(s: Stretch) -> Found:
    """ "over the weekend"."""
    guided = s.at(s.first - 1, "at", "on", "by", "until", "before", "since", "from")
    return [(s.first, s.last, Period("weekend"))] if s.values[s.last - 1] == "weekend" and guided else []


def weekday_week(s: Stretch) -> Found:
    """ "Tuesday week", a week after the coming Tuesday; "last Tuesday week", one before the last."""
    weekday_at = s.find("weekday")
    assert weekday_at is not None
    unit = s.values[s.last - 1]
    guided = s.at(s.first - 1, "on", "by", "until", "before", "since", "from") or s.at(s.first, "last")
    if unit not in ("week", "fortnight") or not guided:
        return []
    weeks = 2 if unit == "fortnight" else 1
    days = -7 * (weeks + 1) if s.at(s.first, "last") else 7 * weeks + 1
    return [(s.first, s.last, Period("day", weekday=s.values[weekday_at], days=days))]
