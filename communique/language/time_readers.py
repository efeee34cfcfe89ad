"""What each rule of the second cascade reads in the symbols that it covers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from communique.language.time_dates import Quantity
from communique.language.time_sentences import TimedSentence, TimeExpression
from communique.language.time_values import (
    Period,
    away,
    before,
    deadline,
    reach,
    read_anchor,
    resolve,
    window,
)
from communique.model.edtf import is_edtf

_TERMS = frozenset(
    "term period mandate tenure stint spell stretch duration span interval maximum minimum total".split()
)


def _recurring(s: TimedSentence, first: int, last: int) -> TimeExpression:
    return s.make(first, last, None, "recurring")


def _times(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "twice a month", "three times a year"; not "the Times every day"."""
    start = s.span(first, last)[0]
    return None if s.tokens.text.startswith("Times", start) and first > 0 else s.make(first, last, None, "recurring")


def _on_weekdays(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "on Mondays", "on weekdays", "at weekends"."""
    units = s.at(last - 1, "units") and s.word(last - 1) != "weekends"
    return None if units else s.make(first, last, None, "recurring")


def _monthly(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "on the first Monday of every month"."""
    return s.make(first, last, None, "recurring") if s.periods(first, last)[0].weekday is not None else None


def _anniversary(s: TimedSentence, first: int, last: int) -> TimeExpression:
    """ "on the 80th anniversary of …": a day that is known to the writer only."""
    return s.make(first, last, None, "vague")


def _vague(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    if s.at(last, "before", "after"):
        return None  # "shortly before midnight"
    return s.make(first, last, None, "vague")


def _range(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "from 28 February to 3 March 2024", "2020-2021", "between May and July"."""
    left, right = s.periods(first, last)
    led = s.at(first, "from", "between")
    if led and s.at(last - 2, "to", "until") and (right.unit == "now" or right.days == 0) and left.named:
        return s.make(first, last, _open_ahead(s.value(left, "past")), "since")  # "from 2016 until now"
    iso = left.fixed is not None and right.fixed is not None
    if s.at(last - 2, "slash") and not (iso or left.unit == right.unit == "year"):
        return None
    if left == right:
        return None
    alike = left.unit == right.unit or (left.month is not None and right.month is not None)
    if not alike and not (led and left.named and right.named) and not (led and not left.named and not right.named):
        return None
    if not led and (not left.named or not right.named) and left.weekday is None:
        return None
    if left.fixed is None and right.fixed is None and left.month is not None and right.month is not None:
        left, right = _with_one_year(s, left, right)
    start, end = s.value(left), s.value(right)
    if left.weekday is not None and right.weekday is not None and left.day is None and right.day is None:
        anchor = read_anchor(start)
        end = resolve(replace(right, step=None), anchor, "future") if anchor is not None else None
    if start is None or end is None:
        return s.make(first, last, None, "interval")
    value = f"{start.partition('/')[0]}/{end.rpartition('/')[2]}"
    return s.make(first, last, value if is_edtf(value) else None, "interval")


def _with_one_year(s: TimedSentence, left: Period, right: Period) -> tuple[Period, Period]:
    """Both ends of an interval with the year that only one has; the turn of the year may lie between them."""
    wraps = (left.month or 0, left.day or 0) > (right.month or 0, right.last_day or right.day or 99)
    if left.year is None and right.year is not None:
        return replace(left, year=right.year - wraps, step=None), right
    if left.year is None:
        start = s.value(left)
        if start is None or not start[:4].isdigit():
            return left, right
        left = replace(left, year=int(start[:4]))
    if right.year is None and left.year is not None:
        right = replace(right, year=left.year + wraps, step=None)
    return left, right


def _deadline(s: TimedSentence, first: int, last: int) -> TimeExpression:
    (period,) = s.periods(first, last)
    ahead = s.at(first, "by", "not") or s.now.direction is None
    value = s.value(period, "future" if ahead else None)
    if value is not None:
        value = "../" + (before(period, value) if s.at(first, "before", "prior") else deadline(period, value))
    return s.make(
        first, last, value if value is not None and is_edtf(value) and value != "../XXXX" else None, "deadline"
    )


def _earliest(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "not before 2026", "no earlier than 1 May", "not until June": open ahead."""
    periods = s.periods(first, last)
    if len(periods) != 1:
        return None
    value = s.value(periods[0], s.now.direction or "future")
    return s.make(first, last, _open_ahead(value), "since")


def _effective(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "effective January 1, 2022", "with effect from 1 July", "starting next week", "beginning in May"."""
    if s.at(first, "part") and s.word(first) != "beginning":
        return None
    (period,) = s.periods(first, last)
    weekday = period.weekday is not None and not period.named
    direction = s.now.direction or ("future" if weekday else None)
    return s.make(first, last, _open_ahead(s.value(period, direction)), "since")


def _open_ahead(value: str | None) -> str | None:
    return f"{value.partition('/')[0]}/.." if value is not None and not value.startswith(".") else None


def _approximately(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "circa 1815", "around 12 April", "on or about 3 May"."""
    at = last - 1
    (period,) = s.periods(first, last)
    if s.word(first) == "c" and not s.at(first + 1, "dot"):
        return None
    plain = s.plain(at, last)
    single = period.named and plain.edtf is not None and "/" not in plain.edtf and period.unit != "season"
    value = f"{plain.edtf}~" if single and plain.edtf is not None and is_edtf(f"{plain.edtf}~") else plain.edtf
    return replace(plain, start=s.span(first, last)[0], edtf=value, bare_year=False)


def _since(s: TimedSentence, first: int, last: int) -> TimeExpression:
    (period,) = s.periods(first, last)
    value = s.value(period, "past" if period.step is None else None)
    return s.make(first, last, f"{value.partition('/')[0]}/.." if value is not None else None, "since")


def _daypart_of(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "on the morning of 9 May", "in the small hours of Sunday", "overnight on Saturday", "late on Monday"."""
    if s.at(first, "part") and (s.word(first) not in ("late", "early") or not _is_day(s.periods(first, last)[0])):
        return None
    period = s.period(last - 1)
    hours = next((n for n in range(first, last) if s.at(n, "units")), None)
    if period is None or not (_is_day(period) or s.at(last - 2, "of")):
        return None
    if hours is not None and (s.word(hours) != "hours" or not s.at(hours - 1, "part", "small")):
        return None
    plain = s.plain(last - 1, last)
    return replace(plain, start=s.span(first, last)[0], bare_year=False)


def _night_range(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "on the night of Friday to Saturday", "overnight from 3 May to 4 May"."""
    at = next(n for n in range(first, last) if s.period(n) is not None)
    if not all(_is_day(period) for period in s.periods(first, last)):
        return None
    found = _range(s, at, last)
    return replace(found, start=s.span(first, last)[0]) if found is not None else None


def _is_day(period: Period) -> bool:
    return period.unit == "day" or (period.weekday is not None and period.unit == "week")


def _clocked(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "at 3:30 p.m. EST on 4 March 2024", "on Monday at 14:00 GMT": the day, as a record keeps no hours."""
    at = next(n for n in range(first, last) if s.period(n) is not None)
    period = s.period(at)
    hours = [n for n in range(first, last) if s.at(n, "units") and s.word(n) not in ("hours", "hrs")]
    if period is None or not _is_day(period) or hours:
        return None
    start, end = s.span(first, last)
    return replace(s.plain(at, at + 1), start=start, end=end, bare_year=False)


def _same_time(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "this time next year"."""
    (period,) = s.periods(first, last)
    if period.named or period.step in (None, 0) or period.pointing:
        return None
    return replace(s.plain(last - 1, last), start=s.span(first, last)[0])


def _daypart(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    if s.word(first) not in ("in", "during"):
        return None
    told = s.now.reference or s.now.anchor
    return s.make(first, last, told.edtf if told is not None else None, "relative", same_day=True)


def _window(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "over the past twelve months", "within the next year", "in the coming weeks", "the last three days"."""
    which = last - 2
    quantity = s.quantity(first, last)
    if quantity is None:
        unit = s.tokens.values[s.parts[last - 1][0]]
        if s.at(last - 1, "units"):
            quantity = Quantity(unit, None)
        elif s.at(which, "past", "coming", "last", "next") and unit not in ("day", "hour", "minute"):
            quantity = Quantity(unit, 1)
        else:
            return None
    if first == which and not s.at(which, "recent", "past", "coming"):
        return None  # "last three days" without an article may be anything
    future = s.at(which, "next", "coming", "following")
    kind = "deadline" if future and s.at(first, "within") else "interval"
    if quantity.count is None:
        return s.make(first, last, None, "vague")
    if s.now.anchor is None or s.at(which, "previous", "following"):
        return s.make(first, last, None, kind)
    value = window(quantity.unit, quantity.count if future else -quantity.count, s.now.anchor)
    if kind == "deadline" and value is not None:
        value = "../" + value.rpartition("/")[2]
    return s.make(first, last, value, kind)


def _within(s: TimedSentence, first: int, last: int) -> TimeExpression:
    quantity = s.quantity(first, last)
    told_elsewhere = s.at(last, "of", "from", "after")  # "within sixty days of its signature"
    if quantity is None or quantity.count is None or s.now.anchor is None or told_elsewhere:
        return s.make(first, last, None, "deadline")
    value = reach(quantity.unit, quantity.count, s.now.anchor)
    return s.make(first, last, f"../{value}" if value is not None and value != "XXXX" else None, "deadline")


def _ago(s: TimedSentence, first: int, last: int) -> TimeExpression:
    quantity = s.quantity(first, last)
    if quantity is None or quantity.count is None:
        return s.make(first, last, None, "vague")
    value = away(quantity.unit, -quantity.count, s.now.anchor) if s.now.anchor is not None else None
    return s.make(first, last, value, "relative")


def _hence(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "six months from now", "two weeks from Monday", "a year hence"."""
    quantity, periods = s.quantity(first, last), s.periods(first, last)
    if quantity is None or (periods and not (_is_day(periods[0]) or periods[0].unit == "now")):
        return None
    if quantity.count is None:
        return s.make(first, last, None, "vague")
    base = read_anchor(s.value(periods[0])) if periods else s.now.anchor
    value = away(quantity.unit, quantity.count, base) if base is not None else None
    return s.make(first, last, value, "relative")


def _counted(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "two days before Christmas 2023", "the day after 5 May", "a week on Tuesday"."""
    quantity, (period,) = s.quantity(first, last), s.periods(first, last)
    link = next(n for n in range(first, last) if s.at(n, "before", "after", "prior", "on"))
    if quantity is None:
        quantity = Quantity(s.tokens.values[s.parts[first + 1][0]], 1)
    if not _is_day(period) or quantity.unit in ("minute", "hour"):
        return None
    if s.at(link, "on") and (period.weekday is None or period.named or quantity.unit not in ("week", "fortnight")):
        return None  # "spent two days on Monday's paper"
    if quantity.count is None:
        return s.make(first, last, None, "vague")
    base = read_anchor(s.value(period, "future" if s.at(link, "on") else None))
    back = s.at(link, "before", "prior")
    if base is None:
        return s.make(first, last, None, "relative")
    days = {"week": 7, "fortnight": 14}.get(quantity.unit)
    unit, count = ("day", quantity.count * days) if days is not None else (quantity.unit, quantity.count)
    return s.make(first, last, away(unit, -count if back else count, base), "relative")


def _apart(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "the day before", "two weeks later": from the day told last, if nothing follows to count from."""
    quantity = s.quantity(first, last)
    if quantity is None:
        quantity = Quantity(s.tokens.values[s.parts[first + 1][0]], 1)
    counted_from = s.at(last - 1, "before", "after") and not _closed(s, last)
    backward = s.at(last - 1, "before", "earlier")
    if quantity.unit in ("minute", "hour"):
        return None
    if counted_from or quantity.count is None:
        return s.make(first, last, None, "relative" if quantity.count is not None else "vague")
    base = s.now.reference or (s.now.anchor if backward and s.at(first, "the") else None)
    value = away(quantity.unit, -quantity.count if backward else quantity.count, base) if base is not None else None
    return s.make(first, last, value, "relative")


def _closed(s: TimedSentence, n: int) -> bool:
    """Whether nothing follows that "the day before" could be before."""
    return (
        n >= len(s.reduced)
        or s.at(n, "comma", "dot", "dash")
        or s.word(n) in (";", ":", ")", "”", '"', "and", "in", "at")
    )


def _ahead(s: TimedSentence, first: int, last: int) -> TimeExpression:
    """ "in two weeks"; of the past, or after "for the first time", how long something took."""
    quantity = s.quantity(first, last)
    if quantity is None or quantity.count is None:
        return s.make(first, last, None, "vague")
    counting = s.word(first - 1) in ("time", "visit", "first", "once") or s.at(last, "of")
    if s.now.direction == "past" or counting:
        return s.make(first, last, None, "duration")
    value = away(quantity.unit, quantity.count, s.now.anchor) if s.now.anchor is not None else None
    return s.make(first, last, value, "relative")


def _term(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "for a five-year term", "over a three-month period", "for a period of two years"."""
    of = next((n for n in range(first, last) if s.at(n, "of")), None)
    noun = s.word(last - 1 if of is None else of - 1)
    return s.make(first, last, None, "duration") if noun in _TERMS else None


def _duration(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    if s.at(last - 1, "units") and (s.word(first) != "for" or s.word(last - 1) == "quarters"):
        return None
    return s.make(first, last, None, "duration") if s.word(first) in ("for", "over", "during", "throughout") else None


def _spread(s: TimedSentence, first: int, last: int) -> TimeExpression | None:
    """ "from 7th to 9th February 2023": one period, whose preposition belongs to it."""
    (period,) = s.periods(first, last)
    return s.plain(first, last) if period.last_day is not None else None


def _plain(s: TimedSentence, first: int, last: int) -> TimeExpression:
    return s.plain(first, last)


#: Rule name -> what reads it; None where the words are no expression after all.
READERS: dict[str, Callable[[TimedSentence, int, int], TimeExpression | None]] = {
    "monthly": _monthly,
    "anniversary": _anniversary,
    "night_range": _night_range,
    "clock_before": _clocked,
    "clock_after": _clocked,
    "earliest": _earliest,
    "effective": _effective,
    "approximately": _approximately,
    "same_time": _same_time,
    "hence": _hence,
    "counted": _counted,
    "term": _term,
    "every": _recurring,
    "times": _times,
    "weekdays": _on_weekdays,
    "recurring": _recurring,
    "between": _range,
    "range": _range,
    "spread": _spread,
    "deadline": _deadline,
    "since": _since,
    "daypart_of": _daypart_of,
    "daypart": _daypart,
    "window": _window,
    "within": _within,
    "ago": _ago,
    "apart": _apart,
    "ahead": _ahead,
    "duration": _duration,
    "vague": _vague,
    "plain": _plain,
}
