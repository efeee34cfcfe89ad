"""From words of time to periods: the first cascade of the grammar.

The grammar of time is a cascade of finite-state rules (Abney 1996, "Partial parsing via finite-state cascades"). The
first, here, finds periods ("the end of May", "Friday, July 22", "next week") and quantities ("sixty days"); the second,
in ``times``, puts prepositions and ranges around them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from communique.language.time_dates import (
    Found,
    Quantity,
    dated_days,
    decade_period,
    half_period,
    iso_day,
    month_of_week,
    month_of_year,
    month_period,
    numeric_day,
    quarter_period,
    season_period,
    signed_quarter,
    span_of_years,
    step_of,
    year_period,
    year_tail,
)
from communique.language.time_grammar import Stretch, Tokens, lexicon
from communique.language.time_named import (
    century_period,
    day_alone,
    days_of_stepped_month,
    end_of_unit,
    feast,
    fiscal_before,
    fiscal_year,
    months_of_year,
    named_year,
    nth_weekday_of_month,
    numbered_week,
    week_of_day,
    weekday_week,
    weekend,
)
from communique.language.time_values import Period


@dataclass(frozen=True, slots=True)
class Item:
    """What the first cascade makes of tokens ``[first, last)``: a period or a quantity, named by its rule."""

    first: int
    last: int
    rule: str
    meaning: Period | Quantity


_MONTH = "(month|month_abbreviation dot?)"
_STEP = "(this|last|past|previous|next|coming|following|same|that)"
_YEAR = "(comma? year|of? (this|last|next) unit)"
_WEEKDAY = "((this|next|last|coming)? (weekday|weekday_abbreviation dot?) daypart? comma?)"
_JOIN = "(dash|to|and|ampersand|slash|comma and?)"
_NAMED_AFTER = "(open (weekday|weekday_abbreviation dot?) close)"
_DAY_MONTH = (
    f"(the|this)? (number ({_JOIN} number){{0,4}} unit? of?|(cardinal dash)? ordinal unit? of) {_MONTH} {_YEAR}?"
)
_MONTH_DAY = f"{_MONTH} the? number ({_JOIN} number){{0,4}} {_YEAR}?"
_SPAN = "((dash|slash) (year|number|int))"

_COUNT = "((cardinal|number|int) ((dash|to|or) (cardinal|number|int))?)"

#: Rule name -> pattern over class names; of those that fit at a place the first wins.
_RULES: dict[str, str] = {
    "iso": "iso",
    "numeric": "numeric",
    "week_of": f"the? unit (of|part|effective) on? {_WEEKDAY}? ({_DAY_MONTH}|{_MONTH_DAY})",
    "feast": f"(feast|loose_feast) {_YEAR}?",
    "months_of": "the? (ordinal|last) (cardinal|number) units of (year|(the|this|last|next) unit)",
    "fiscal_before": f"the? year {_SPAN}? (calendar|fiscal) unit",
    "in_brackets": f"weekday open ({_DAY_MONTH}|{_MONTH_DAY}) close",
    "day_month": f"{_WEEKDAY}? {_DAY_MONTH} {_NAMED_AFTER}?",
    "month_day": f"{_WEEKDAY}? {_MONTH_DAY} {_NAMED_AFTER}?",
    "nth_weekday": f"the? (ordinal|number|last) weekday (of|in) ({_MONTH} {_YEAR}?|(the|this|last|next) unit)",
    "stepped_days": f"the? number ({_JOIN} the? number)? (of (the|this|last|next) unit|(instant|ultimo|proximo) dot?)",
    "century": "the? part? (number|(cardinal dash)? ordinal) unit",
    "numbered_week": "calendar? unit number (of? comma? year)?",
    "half": f"the? (ordinal|last) half of ((the|this|last|next|coming)? (unit|year)|{_MONTH} {_YEAR}?)",
    "quarter": "the? (ordinal|last) quarter "
    "(of (the|this|last|next)? (unit|year|fiscal unit year?|fiscal year|fiscal_year))?",
    "quarter_sign": "quarter_sign ((of|comma|slash)? year)?",
    "month_week": f"the? (ordinal|last) (few|cardinal)? (unit|units) of {_MONTH} {_YEAR}?",
    "part": f"the? (part|earlier|later) dash? (on|in|of)? the? {_STEP}? "
    f"({_MONTH} {_YEAR}?|season of? year?|year|(calendar|fiscal)? unit year?|fiscal year|fiscal_year|decade|day)",
    "month_year": f"{_MONTH} (comma year|of? year|of? (this|last|next) unit)",
    "end_of_unit": "(the|this|next|last)? calendar? unit (apostrophe s|dash) part year?",
    "weekday_week": "last? weekday unit",
    "week_day": "weekday daypart? of? (this|last|next|coming) unit",
    "step": f"(the|this)? {_STEP} (past|coming)? "
    f"(unit daypart?|fiscal unit|quarter|{_MONTH}|weekday daypart?|season|daypart|date)",
    "season": f"the? season recess? (of? year {_SPAN}?)?",
    "day": "(the unit (before|after))? day daypart?",
    "weekday": "weekday daypart?",
    "month": "month|month_abbreviation dot",
    "year_span": "year (dash|slash) (number|int)",
    "year_unit": f"(the|calendar|fiscal) (calendar|fiscal)? (unit|units)? year ({_SPAN}|(to|and) year)?",
    "fiscal_year": f"fiscal_year ({_SPAN}|(dash|to|and) fiscal_year)?",
    "decade": "the? decade",
    "quantity": f"({_COUNT}|a few|a? few of?|half a|a half|a) (unit|units|quarter)",
    "day_alone": "the number",
    "weekend": "the unit",
    "year": "year",
    "now": "now",
}
#: Classes that a match of some rule begins with.
_BEGINNINGS = (
    "iso numeric number cardinal ordinal month month_abbreviation weekday weekday_abbreviation season year decade day "
    "now quarter_sign part earlier later the this last past previous next coming following same that a few half int "
    "calendar unit fiscal fiscal_year feast loose_feast"
)


def periods(tokens: Tokens) -> list[Item]:
    """The periods and quantities of a sentence, in text order, without overlap."""
    pattern, symbols = _cascade(), tokens.symbols
    items: list[Item] = []
    position = 0
    while match := pattern.search(symbols, position):
        rule = match.lastgroup
        assert rule is not None
        found = _read(tokens, rule, match) or _by_later_rule(tokens, rule, match.start())
        items += found
        position = found[-1].last if found else match.start() + 1
    return items


def _read(tokens: Tokens, rule: str, match: re.Match[str]) -> list[Item]:
    found = _READERS[rule](Stretch(tokens, match.start(), match.end()))
    return [Item(first, last, rule, meaning) for first, last, meaning in found]


def _by_later_rule(tokens: Tokens, failed: str, position: int) -> list[Item]:
    """What the rules behind one that fitted, but read nothing, read at the same place."""
    patterns = _patterns()
    names = list(patterns)
    for rule in names[names.index(failed) + 1 :]:
        match = patterns[rule].match(tokens.symbols, position)
        if match is not None and (found := _read(tokens, rule, match)):
            return found
    return []


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return lexicon().patterns(_RULES)


@lru_cache(maxsize=1)
def _cascade() -> re.Pattern[str]:
    return lexicon().cascade(_RULES, _BEGINNINGS)


def _part(s: Stretch) -> Found:
    """ "the end of May", "mid-June", "early next year", "late 2023", "later in the week", "earlier today"."""
    head = s.first + 1 if s.at(s.first, "the") else s.first
    part: str | None = s.values[head] if s.at(head, "part") else None
    body = head + 1
    while s.at(body, "dash", "on", "in", "of"):
        body += 1
    linked = body > head + 1
    mid = s.word(head).lower() == "mid"
    edge = part == "end" and s.word(head).lower() == "end" and (s.at(body - 1, "dash") or body == head + 1)
    edge = edge and s.at(s.first - 1, "by", "at", "until", "before", "since", "from", "in", "to", "around")
    if part in ("start", "middle", "end") and not s.at(body - 1, "of") and not mid and not edge:
        return []  # "will start in May", "ends this week"
    if edge and not s.at(body, "month", "month_abbreviation", "year", "fiscal_year"):
        return []
    if mid and s.at(body - 1, "dash") and s.values[body] == "year" and s.at(body, "unit"):
        guided = s.at(s.first - 1, "by", "at", "until", "before", "since", "from", "in", "around")
        return [(s.first, body + 1, Period("year", step=0, part=part))] if guided else []
    determined = s.at(body, "the")
    while s.at(body, "the", "this", "last", "past", "previous", "next", "coming", "following", "same", "that"):
        determined = True
        body += 1
    step = step_of(s, body - 1) if determined and not s.at(body - 1, "the") else None
    pointing = s.at(body - 1, "previous", "following", "same", "that")
    plain = s.at(head, "earlier", "later") and not linked and not determined
    if s.at(body, "day"):
        return [(s.first, s.last, Period("day", days=s.values[body]))]
    if plain:
        return []
    if s.at(body, "month", "month_abbreviation"):
        year, year_step, last = year_tail(Stretch(s.tokens, body, s.last))
        month = s.values[body]
        return [
            (s.first, last, Period("month", year=year, month=month, step=step, year_step=year_step, part=part)),
        ]
    if s.at(body, "season"):
        number = s.values[body]
        return [(s.first, s.last, Period("season", year=s.value("year"), number=number, step=step, part=part))]
    if s.at(body, "year"):
        return [(s.first, s.last, Period("year", year=s.values[body], part=part))]
    if s.at(body, "decade"):
        return [(s.first, s.last, Period("decade", year=int(s.values[body][:4]), part=part))]
    if s.at(body, "fiscal_year"):
        return [(s.first, s.last, Period("year", year=s.values[body], part=part, fiscal=True))]
    fiscal = s.at(body, "fiscal")
    if fiscal or s.at(body, "calendar"):
        body += 1
    if s.at(s.last - 1, "year"):  # "the end of fiscal year 2023", "the end of the year 2023"
        return [(s.first, s.last, Period("year", year=s.values[s.last - 1], part=part, fiscal=fiscal))]
    unit = s.values[body]
    if unit in ("minute", "hour") or not (determined or s.at(body - 1, "of", "calendar", "fiscal")):
        return []
    if fiscal:
        return [(s.first, s.last, Period(unit, step=step or 0, part=part, fiscal=True))] if unit == "year" else []
    if unit == "day":
        return [(s.first, s.last, Period("day", days=0))] if part in (None, "early", "late") and determined else []
    return [(s.first, s.last, Period(unit, step=step or 0, part=part, pointing=pointing))]


def _week_day(s: Stretch) -> Found:
    if s.value("unit") != "week":
        return [(s.first, s.first + 1, Period("day", weekday=s.values[s.first]))]
    return [(s.first, s.last, Period("week", weekday=s.values[s.first], step=step_of(s, s.last - 2)))]


def _stepped(s: Stretch) -> Found:
    """ "next week", "last December", "this morning", "the same day", "this coming Monday"."""
    n = s.first + 1 if s.at(s.first, "the") or s.at(s.first + 1, "last", "past", "next", "coming") else s.first
    if s.at(n + 1, "past", "coming"):
        n += 1
    the = s.at(s.first, "the") or s.at(s.first - 1, "the")
    before = s.first - 1 if s.at(s.first, "the") else s.first - 2
    step, back = step_of(s, n), s.at(n, "same", "that")
    pointing = back or s.at(n, "previous", "following") or (the and s.at(n, "next"))
    first, last, body = s.first, s.last, n + 1
    value = s.values[body]

    def found(period: Period) -> Found:
        return [(first, last, period)]

    if s.at(body, "month", "month_abbreviation"):
        if back:
            return []
        if s.at(body, "month_abbreviation") and not s.at(body + 1, "dot"):
            return []
        return found(Period("month", month=value, step=step, pointing=pointing and not s.at(n, "next")))
    if s.at(body, "weekday"):
        if back:
            return []
        if s.at(n, "coming", "past"):
            return found(Period("day", weekday=value, step=-1) if step < 0 else Period("day", weekday=value, days=1))
        return found(Period("day", weekday=value, step=step, pointing=s.at(n, "previous", "following")))
    if s.at(body, "season"):
        return [] if back else found(Period("season", number=value, step=step))
    if s.at(body, "daypart"):
        if back or pointing:
            return found(Period("day", days=step, pointing=True))
        return found(Period("day", days=step)) if step < 1 else []
    if s.at(body, "fiscal"):
        fiscal = Period("year", step=step, fiscal=True)
        return found(fiscal) if s.values[body + 1] == "year" and not back else []
    if s.at(body, "quarter"):
        return [] if back or pointing else found(Period("quarter", step=step))
    if s.at(body, "date"):
        return found(Period("day", days=0, pointing=True)) if back else []
    if value in ("minute", "hour"):
        return []
    if value == "day":
        if s.at(n, "this"):
            return found(Period("day", days=0))
        return found(Period("day", days=step, pointing=True)) if pointing else []
    if value == "weekend":
        step = 0 if s.at(n, "coming") else step
        return found(Period(value, step=step, pointing=pointing and not (the and s.at(n, "next"))))
    if s.at(n, "past", "coming") and not s.at(s.first, "this"):
        return []  # "the past year" is the twelve months up to now
    if the and s.at(n, "last", "next") and s.at(before, "at", "within", "in"):
        return []  # so is "over the last year"
    return found(Period(value, step=step, pointing=pointing and not (the and s.at(n, "next"))))


def _day(s: Stretch) -> Found:
    days: int = s.value("day")
    if s.at(s.first, "the"):
        if s.value("unit") != "day":
            return []
        days += -1 if s.at(s.first + 2, "before") else 1
    return [(s.first, s.last, Period("day", days=days))]


def _weekday(s: Stretch) -> Found:
    if s.word(s.first - 1) in lexicon().not_after or s.word(s.last) in lexicon().not_before_name:
        return []  # "Bloody Sunday", "the Sunday Times"
    return [(s.first, s.last, Period("day", weekday=s.values[s.first]))]


def _quantity(s: Stretch) -> Found:
    unit = s.values[s.last - 1]
    if s.at(s.last - 1, "quarter"):
        unit = "quarter"
    joint = s.find("dash", "to", "or")
    tens = s.values[s.first]
    compound = joint is not None and s.at(joint, "dash") and s.at(s.first, "cardinal") and tens >= 20
    if s.glued(s.first) and s.at(s.first - 1, "dash"):  # "3-5 days"
        count = None
    elif joint is not None and not (compound and s.at(joint + 1, "cardinal") and s.values[joint + 1] < 10):
        count = None  # "three to five years"
    elif s.at(s.first, "half") or s.at(s.first + 1, "half"):
        unit, count = ("month", 6) if unit == "year" else (unit, None)
    elif s.at(s.first, "a", "few"):
        count = 1 if s.at(s.first, "a") and s.first + 2 == s.last else None
    else:
        told = [s.values[n] for n in range(s.first, s.last - 1) if s.at(n, "cardinal", "number", "int")]
        count = None if None in told else sum(told)  # a number of more than four digits counts no time
    return [(s.first, s.last, Quantity(unit, count))]


def _now(s: Stretch) -> Found:
    return [(s.first, s.last, Period("now"))]


_READERS: dict[str, Callable[[Stretch], Found]] = {
    "week_of": week_of_day,
    "feast": feast,
    "months_of": months_of_year,
    "fiscal_before": fiscal_before,
    "in_brackets": dated_days,
    "nth_weekday": nth_weekday_of_month,
    "stepped_days": days_of_stepped_month,
    "century": century_period,
    "numbered_week": numbered_week,
    "end_of_unit": end_of_unit,
    "weekday_week": weekday_week,
    "weekend": weekend,
    "fiscal_year": fiscal_year,
    "day_alone": day_alone,
    "iso": iso_day,
    "numeric": numeric_day,
    "day_month": dated_days,
    "month_day": dated_days,
    "half": half_period,
    "quarter": quarter_period,
    "quarter_sign": signed_quarter,
    "month_week": month_of_week,
    "part": _part,
    "month_year": month_of_year,
    "week_day": _week_day,
    "step": _stepped,
    "season": season_period,
    "day": _day,
    "weekday": _weekday,
    "month": month_period,
    "year_span": span_of_years,
    "year_unit": named_year,
    "decade": decade_period,
    "quantity": _quantity,
    "year": year_period,
    "now": _now,
}
