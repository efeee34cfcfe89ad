"""Readers of calendar dates: days, months, seasons, quarters, years and decades, as the rules of ``time_periods`` match
them. Each is given the tokens of a match and tells the periods in it, or none if it is no time after all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from communique.language.time_grammar import OTHER, Stretch, lexicon
from communique.language.time_values import Period
from communique.model.edtf import is_edtf, without_time

_BEFORE_YEARS = tuple("in since until by from of before between and to dash circa around about".split())
_TITLES = frozenset("Mr Mrs Ms Miss Mme Dr Sir Lady Senator Minister President Chancellor".split())
_PLURALS = frozenset("people men women children staff troops".split())


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many units; ``count`` None where the words do not say how many ("a few days")."""

    unit: str
    count: int | None


#: What a reader makes of a match: tokens ``[first, last)`` and their meaning, in text order; empty: no time after all.
Found = list[tuple[int, int, Period | Quantity]]


def year_tail(s: Stretch) -> tuple[int | None, int | None, int]:
    """Year, or how many years from the anchor's, at the end of the stretch, and where the words before it end."""
    if s.at(s.last - 1, "year"):
        return s.values[s.last - 1], None, s.last
    if s.at(s.last - 1, "unit") and s.at(s.last - 2, "this", "last", "next"):
        start = s.last - 3 if s.at(s.last - 3, "of") else s.last - 2
        if s.values[s.last - 1] != "year":
            return None, None, start
        return None, step_of(s, s.last - 2), s.last
    return None, None, s.last


def step_of(s: Stretch, n: int) -> int:
    """-1 for "last", 1 for "next", 0 for "this" at token ``n``."""
    if s.at(n, "last", "past", "previous"):
        return -1
    return 1 if s.at(n, "next", "coming", "following") else 0


def iso_day(s: Stretch) -> Found:
    """ "2023-05-06"."""
    value = without_time(s.values[s.first])
    return [(s.first, s.last, Period("day", fixed=value))] if is_edtf(value) else []


def numeric_day(s: Stretch) -> Found:
    """ "12.03.2024", "12/25/2023"; of "3/4/2023" only the year is sure."""
    value: str = s.values[s.first]
    mark = "." if "." in value else "/"
    first, second, year = (int(part) for part in value.split(mark))
    if mark == "." or first > 12 or first == second:
        fixed = f"{year}-{second:02}-{first:02}"
    elif second > 12:
        fixed = f"{year}-{first:02}-{second:02}"
    else:  # 3/4/2024 is a day of March to some and of April to others
        fixed = f"{year}"
    return [(s.first, s.last, Period("day", fixed=fixed))] if is_edtf(fixed) else []


def dated_days(s: Stretch) -> Found:
    """ "7th to 9th February 2023", "25 and 26 May", "June 11-13", "3, 4 and 9 July", "the first of May"."""
    whole = s
    if s.at(s.last - 1, "close"):  # "5 May (Monday)", "Monday (5 May)"
        s = Stretch(s.tokens, s.first, s.last - (3 if s.at(s.last - 3, "open") else 1))
    year, year_step, last = year_tail(s)
    month_at = next(n for n in range(s.first, last) if s.at(n, "month", "month_abbreviation"))
    unit = s.value("unit") if last == s.last and year_step is None else None
    if unit not in (None, "day"):  # "the first week of June"
        return month_of_week(s)
    base = Period("day", year=year, month=s.values[month_at], weekday=whole.value("weekday", "weekday_abbreviation"))
    base = replace(base, year_step=year_step)
    numbers = [n for n in range(s.first, last) if s.at(n, "number")]
    if year is None and s.word(whole.last) in lexicon().not_before_name:
        return []  # "the August 7th Memorial Park"
    if not numbers:  # "the twenty-fifth of May"
        day = s.value("ordinal") + (s.value("cardinal") or 0)
        return [(s.first, last, replace(base, day=day))] if day <= 31 else []
    if month_at < numbers[0] and len(numbers) > 1 and _counts_things(s, last, numbers):
        last = numbers[-1] - 1
        while s.at(last - 1, "comma", "and"):
            last -= 1
        numbers.pop()
    groups = [[numbers[0], numbers[0]]]
    spanning = s.at(s.first - 1, "between")
    for before, after in pairwise(numbers):
        span = s.at(before + 1, "dash", "to", "slash") or spanning
        from_day, to_day = s.values[before], s.values[after]
        if (span and from_day < to_day) or to_day == from_day + 1:
            groups[-1][1] = after
        elif span:  # "28-3 March": the first number is no day of it
            groups = [[after, after]]
        else:
            groups.append([after, after])
    found: Found = []
    for n, (low, high) in enumerate(groups):
        days = replace(base, day=s.values[low], last_day=s.values[high] if high > low else None)
        if n > 0:
            days = replace(days, weekday=None)
        begin = s.first if n == 0 and (numbers[0] == low or month_at < low) else low
        finish = high + 1
        if n == len(groups) - 1:
            finish = whole.last if last == s.last else last
        found.append((begin, finish, days))
    return found


def _counts_things(s: Stretch, last: int, numbers: list[int]) -> bool:
    """Whether the last number belongs to what follows: "on May 5 and 12 ministers"."""
    if last != numbers[-1] + 1 or s.at(numbers[-1] - 1, "dash"):
        return False
    return s.at(last, "units", "unit") or _is_plural(s, last)


def _is_plural(s: Stretch, n: int) -> bool:
    """Whether token ``n`` is a word that a number before it may count."""
    if not 0 <= n < len(s.symbols) or s.symbols[n] != OTHER:
        return False
    return s.word(n)[:1].islower() and (s.word(n)[-1:] == "s" or s.word(n) in _PLURALS)


def half_period(s: Stretch) -> Found:
    """ "the first half of 2025", "the second half of May", "the second half of the year"."""
    number = 2 if s.value("ordinal") is None else s.value("ordinal")
    if number not in (1, 2):
        return []
    year, year_step, last = year_tail(s)
    if (month := s.value("month", "month_abbreviation")) is not None:
        return [(s.first, last, Period("half", year=year, month=month, number=number, year_step=year_step))]
    if year is not None:
        return [(s.first, s.last, Period("half", year=year, number=number))]
    if s.value("unit") != "year":
        return []
    return [(s.first, s.last, Period("half", number=number, step=step_of(s, s.last - 2)))]


def quarter_period(s: Stretch) -> Found:
    """ "the third quarter of 2024", "the first quarter of next year"."""
    number = 4 if s.value("ordinal") is None else s.value("ordinal")
    unit, year = s.value("unit"), s.value("year", "fiscal_year")
    if s.find("fiscal", "fiscal_year") is not None:  # no quarter of the calendar
        return [(s.first, s.last, Period("year", year=year, step=None if year else 0, fiscal=True))]
    if number > 4 or unit not in (None, "year") or (s.value("ordinal") is None and unit is None and year is None):
        return []
    if (
        unit is None
        and year is None
        and not s.at(s.first - 1, "in", "at", "by", "before", "since", "from", "until", "around")
    ):
        return []  # "a third quarter" of something else
    step = None if year is not None else step_of(s, s.last - 2)
    return [(s.first, s.last, Period("quarter", year=year, number=number, step=step))]


def signed_quarter(s: Stretch) -> Found:
    """ "Q3 2024", "H1 2025"."""
    sign: str = s.values[s.first]
    number, year = int(sign[1]), s.value("year")
    if sign[0] == "H" and (number > 2 or year is None):
        return []
    step = 0 if year is None else None
    return [(s.first, s.last, Period("half" if sign[0] == "H" else "quarter", year=year, number=number, step=step))]


def month_of_week(s: Stretch) -> Found:
    """ "the first week of June": its month."""
    year, year_step, last = year_tail(s)
    month = s.value("month", "month_abbreviation")
    return [(s.first, last, Period("month", year=year, month=month, year_step=year_step))]


def month_of_year(s: Stretch) -> Found:
    """ "June 2021", "May of next year"."""
    year, year_step, last = year_tail(s)
    if last != s.last:
        return month_period(Stretch(s.tokens, s.first, last))
    return [(s.first, last, Period("month", year=year, month=s.values[s.first], year_step=year_step))]


def season_period(s: Stretch) -> Found:
    """ "the autumn", "summer 2025", "the winter of 2023-2024"."""
    at = s.first + 1 if s.at(s.first, "the") else s.first
    year, word, following = s.value("year"), s.word(at), s.word(at + 1)
    if year is None:
        guided = at > s.first or s.at(
            at - 1, "in", "at", "since", "by", "until", "before", "every", "and", "to", "from", "around"
        )
        if word in lexicon().ambiguous and not guided:
            return []
        if word[0].isupper() and (not guided or following[:1].isupper()):
            return []  # Prague Spring, Winter Olympics
        if word in lexicon().ambiguous and s.at(at + 1, "of"):
            return []  # the fall of the government
    return [(s.first, s.last, Period("season", year=year, number=s.values[at]))]


def month_period(s: Stretch) -> Found:
    """ "June"; "May" and "March" only beside another word of time."""
    word, names = s.word(s.first), lexicon().not_before_name
    if s.word(s.last) in names or (s.at(s.last, "number") and s.word(s.last + 1) in names):
        return []  # "26 September Street", "the August 7th Memorial Park"
    if s.word(s.first - 1) in _TITLES or (s.at(s.first - 1, "dot") and s.word(s.first - 2) in _TITLES):
        return []
    if word in lexicon().ambiguous:
        before = s.first - 1
        guided = s.at(
            before,
            "in",
            "at",
            "around",
            "since",
            "by",
            "until",
            "before",
            "of",
            "from",
            "between",
            "every",
            "within",
            "recurring",
        ) or (s.at(before, "to", "dash", "and", "slash") and s.at(before - 1, "month", "year", "number"))
        noun = s.word(s.last)
        if not guided and s.at(before, "the"):  # "the May summit", but not "the March on Rome"
            guided = word != "March" and noun[:1].islower() and s.last < len(s.symbols) and s.symbols[s.last] == OTHER
        if not guided:
            return []
    return [(s.first, s.last, Period("month", month=s.values[s.first]))]


def span_of_years(s: Stretch) -> Found:
    """ "2023-26", "2023/24"; "2023-06" is a month."""
    year, second = s.values[s.first], s.values[s.first + 2]
    digits = s.word(s.first + 2)
    if not (s.glued(s.first + 1) and s.glued(s.first + 2)) or len(digits) != 2 or not is_year(s, s.first):
        return []
    if second == (year + 1) % 100 or second > max(12, year % 100):
        end = year - year % 100 + second + (100 if second < year % 100 else 0)
        return [(s.first, s.last, Period("year", fixed=f"{year}/{end}"))]
    if s.at(s.first + 1, "dash") and 1 <= second <= 12:
        return [(s.first, s.last, Period("month", fixed=f"{year}-{second:02}"))]
    return []


def decade_period(s: Stretch) -> Found:
    """ "the 1990s"."""
    return [(s.first, s.last, Period("decade", year=int(s.values[s.last - 1][:4])))]


def year_period(s: Stretch) -> Found:
    """ "2022", if it is a year."""
    numbered = s.at(s.last, "dash") and s.glued(s.last) and s.glued(s.last + 1) and s.at(s.last + 1, "number", "int")
    if numbered or not is_year(s, s.first):
        return []
    return [(s.first, s.last, Period("year", year=s.values[s.first]))]


def is_year(s: Stretch, n: int) -> bool:
    """Whether a number of four digits is a year: no count of things, no resolution, no part of a longer number."""
    year, before = s.values[n], s.word(n - 1)
    if before in ("$", "€", "£", "¥", "#", "№", "+"):
        return False
    if before.lower() in lexicon().not_before_year and not (s.at(n - 1, "about") and s.at(n - 2, "or")):
        return False
    if before == "-" and s.word(n - 3).lower() in lexicon().not_before_year:
        return False  # "pages 1990-1995"
    if before == "." and s.word(n - 2) in ("C", "R", "S", "L"):
        return False  # 50 U.S.C. 1701, H.R. 1919
    if before == "." and s.word(n - 2).lower() in lexicon().not_before_year:
        return False
    if s.glued(n) and (
        (s.at(n - 1, "slash") and not s.at(n - 2, "year")) or (s.at(n - 1, "dash") and s.at(n - 2, "number", "int"))
    ):
        return False
    following = s.word(n + 1)
    if following.lower() in lexicon().not_after_year:
        return False
    if following == "%" or (s.glued(n + 1) and following in ("$", "€", "£")):
        return False
    if 1900 <= year < 2100 and year % 100 and not (s.at(n - 1, "around") and _is_plural(s, n + 1)):
        return True
    guided = s.at(n - 1, *_BEFORE_YEARS)
    guided = guided or (s.at(n - 1, "dot") and s.at(n - 2, "circa"))
    return not _is_plural(s, n + 1) if guided else 1900 <= year < 2100 and not following[:1].islower()
