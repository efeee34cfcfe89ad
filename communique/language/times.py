"""Expressions of time in a sentence, and the EDTF dates they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from communique.language.time_dates import Quantity
from communique.language.time_grammar import TRIGGERING, Tokens, lexicon, tokens
from communique.language.time_periods import Item, periods
from communique.language.time_values import (
    Anchor,
    Direction,
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

__all__ = ["Direction", "TimeExpression", "find_times"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time as it stands in the text.

    Attributes:
        start, end: offsets into the text; a preposition that belongs to it ("on", "in", "since") is inside.
        edtf: what it means; None where the words, the anchor and the reference day together do not tell.
        kind: ``date`` (a day, month, season or year with a name), ``interval`` ("from 7 to 9 May", "in the first half
            of 2025", "over the past year"), ``relative`` (told from another day: "today", "on Tuesday", "next week"),
            ``vague`` ("soon"), ``recurring`` ("every spring"), ``duration`` ("for three years"), ``deadline`` ("by the
            end of June", "until 2027", "within sixty days") or ``since`` ("since March").
        bare_year: only a year stands there, without a preposition, as in "the 2022 NATO Summit".
        same_day: it points back at a day told before ("the same afternoon", "in the evening").
    """

    start: int
    end: int
    edtf: str | None
    kind: str
    bare_year: bool = False
    same_day: bool = False


@dataclass(frozen=True, slots=True)
class _Now:
    """What the words are read against."""

    anchor: Anchor | None
    reference: Anchor | None
    direction: Direction | None


def find_times(
    text: str,
    start: int,
    end: int,
    *,
    anchor: str | None,
    direction: Direction | None = None,
    reference: str | None = None,
) -> list[TimeExpression]:
    """The expressions of time in one sentence.

    Args:
        text: the document's text.
        start, end: offsets of the sentence.
        anchor: the document's date in EDTF, perhaps without a year or a day, or None if nobody knows it.
        direction: where the sentence's tense points; decides which June "in June" is. None: the nearest.
        reference: the day told last (EDTF), from which "the same afternoon", "the following day", "two days later" and
            "the previous week" count. None: "the day before" and "the previous week" count from the anchor, and so does
            "in the evening"; the others are left without a date.

    Returns:
        Expressions in text order, without overlap. No component of a date is there that the words, the anchor or the
        reference do not give: a month or day whose year nobody knows is ``XXXX-06``.
    """
    now = _Now(read_anchor(anchor), read_anchor(reference), direction)
    if end - start <= _LONGEST:
        return _find(text, start, end, now)
    found: list[TimeExpression] = []
    while start < end:
        cut = min(start + _LONGEST, end)
        if cut < end and (space := text.rfind(" ", start + 1, cut)) > 0:
            cut = space
        found += _find(text, start, cut, now)
        start = cut
    return found


#: Characters read at once; what pretends to be a longer sentence is read in pieces, to bound the memory.
_LONGEST = 20_000


def _find(text: str, start: int, end: int, now: _Now) -> list[TimeExpression]:
    words = lexicon()
    present = TRIGGERING.findall(text, start, end)
    expressions: list[TimeExpression] = []
    if not words.triggers.isdisjoint(present):
        found = tokens(text, start, end)
        expressions = _Sentence(found, periods(found), now).expressions()
    if not words.phrase_triggers.isdisjoint(present):
        expressions = _with_phrases(expressions, text, start, end, now)
    return expressions


#: Rule name -> pattern over class names and the first cascade's ``period`` and ``quantity``.
_RULES: dict[str, str] = {
    "every": "on? every (other|few|cardinal|ordinal)? (period|quantity|unit|units|quarter|daypart)",
    "times": "(once|(cardinal|number|few) times|times) (quantity|(per|every) (unit|quantity))",
    "weekdays": "on? weekdays daypart?",
    "between": "between period and period",
    "range": "(from|in|on|at)? the? period (to|until|dash|slash) the? period",
    "deadline": "(by|before|until|not later than|prior to|up to) (on|in|at)? the? period",
    "since": "since (on|in)? the? period|as of the? period|from period onwards",
    "spread": "(from|between) the? period",
    "daypart_of": "(on|in|at)? the? daypart of the? period",
    "daypart": "(in|at) the daypart",
    "window": (
        "(at|in|within|from)? (the|this)? (past|last|next|coming|previous|following|recent) (quantity|unit|units)"
    ),
    "within": "within quantity",
    "ago": "(quantity|units) ago",
    "apart": "(quantity|the unit) (later|earlier|before|after)",
    "ahead": "in quantity",
    "duration": "at quantity",
    "vague": "vague",
    "recurring": "recurring",
    "plain": "(in|on|at)? the? period",
}


@lru_cache(maxsize=1)
def _cascade() -> re.Pattern[str]:
    words = lexicon()
    return re.compile("|".join(f"(?P<{name}>{words.pattern(rule)})" for name, rule in _RULES.items()))


class _Sentence:
    """A sentence after the first cascade: one symbol for each period, quantity or other token."""

    def __init__(self, found: Tokens, items: list[Item], now: _Now) -> None:
        self.tokens, self.now = found, now
        classes, symbols = lexicon().classes, found.symbols
        reduced: list[str] = []
        #: For each symbol the tokens it covers, and its meaning.
        self.parts: list[tuple[int, int, Item | None]] = []
        position = 0
        for item in items:
            reduced.append(symbols[position : item.first])
            self.parts += [(n, n + 1, None) for n in range(position, item.first)]
            reduced.append(classes["quantity" if isinstance(item.meaning, Quantity) else "period"])
            self.parts.append((item.first, item.last, item))
            position = item.last
        reduced.append(symbols[position:])
        self.parts += [(n, n + 1, None) for n in range(position, len(symbols))]
        self.reduced = "".join(reduced)

    def expressions(self) -> list[TimeExpression]:
        """The second cascade: what stands around periods and quantities makes expressions of them."""
        pattern = _cascade()
        found: list[TimeExpression] = []
        position = 0
        while match := pattern.search(self.reduced, position):
            rule = match.lastgroup
            assert rule is not None
            read = _READERS[rule](self, match.start(), match.end())
            position = match.end() if read is not None else match.start() + 1
            if read is None and rule == "range":  # two periods after all
                first = next(n for n in range(match.start(), match.end()) if self.period(n) is not None)
                begin = match.start() + self.at(match.start(), "from")
                read, position = self.plain(begin, first + 1), first + 1
            if read is not None:
                found.append(read)
        return found

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the text of symbols ``[first, last)``."""
        spans = self.tokens.spans
        return spans[self.parts[first][0]][0], spans[self.parts[last - 1][1] - 1][1]

    def word(self, n: int) -> str:
        """The words of symbol ``n`` in lower case; empty outside the sentence."""
        if not 0 <= n < len(self.parts):
            return ""
        start, end = self.span(n, n + 1)
        return self.tokens.text[start:end].lower()

    def at(self, n: int, *names: str) -> bool:
        """Whether symbol ``n`` is there and of one of the classes."""
        classes = lexicon().classes
        return 0 <= n < len(self.reduced) and self.reduced[n] in [classes[name] for name in names]

    def period(self, n: int) -> Period | None:
        """The period at symbol ``n``, if that is one."""
        item = self.parts[n][2]
        return item.meaning if item is not None and isinstance(item.meaning, Period) else None

    def periods(self, first: int, last: int) -> list[Period]:
        """The periods among symbols ``[first, last)``."""
        return [period for n in range(first, last) if (period := self.period(n)) is not None]

    def quantity(self, first: int, last: int) -> Quantity | None:
        """The quantity among symbols ``[first, last)``, if there is one."""
        for n in range(first, last):
            item = self.parts[n][2]
            if item is not None and isinstance(item.meaning, Quantity):
                return item.meaning
        return None

    def value(self, period: Period, direction: Direction | None = None) -> str | None:
        """The period's date, told from the day it is told from; in the sentence's direction if none is given."""
        direction = direction or self.now.direction
        if not period.pointing:
            return resolve(period, self.now.anchor, direction)
        if self.now.reference is not None:
            return resolve(period, self.now.reference, direction)
        back = period.step == -1 or period.days == -1
        return resolve(period, self.now.anchor, direction) if back else None

    def make(self, first: int, last: int, edtf: str | None, kind: str, *, same_day: bool = False) -> TimeExpression:
        """The expression of symbols ``[first, last)``."""
        start, end = self.span(first, last)
        return TimeExpression(start, end, edtf, kind, same_day=same_day)

    def plain(self, first: int, last: int) -> TimeExpression:
        """A period with or without a preposition."""
        period = self.periods(first, last)[0]
        value = self.value(period)
        whole = "interval" if value is not None and "/" in value else "date"
        kind = whole if period.named else "relative"
        item = self.parts[last - 1][2]
        bare = item is not None and item.rule == "year" and not self.at(first, "in", "on", "at")
        start, end = self.span(first, last)
        return TimeExpression(
            start,
            end,
            value,
            kind,
            bare_year=bare and not self.at(first - 1, "of"),
            same_day=period.pointing and period.days == 0,
        )


def _recurring(s: _Sentence, first: int, last: int) -> TimeExpression:
    return s.make(first, last, None, "recurring")


def _vague(s: _Sentence, first: int, last: int) -> TimeExpression:
    return s.make(first, last, None, "vague")


def _range(s: _Sentence, first: int, last: int) -> TimeExpression | None:
    """ "from 28 February to 3 March 2024", "2020-2021", "between May and July"."""
    left, right = s.periods(first, last)
    led = s.at(first, "from", "between")
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


def _with_one_year(s: _Sentence, left: Period, right: Period) -> tuple[Period, Period]:
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


def _deadline(s: _Sentence, first: int, last: int) -> TimeExpression:
    (period,) = s.periods(first, last)
    value = s.value(period)
    if value is not None:
        value = "../" + (before(period, value) if s.at(first, "before", "prior") else deadline(period, value))
    return s.make(
        first, last, value if value is not None and is_edtf(value) and value != "../XXXX" else None, "deadline"
    )


def _since(s: _Sentence, first: int, last: int) -> TimeExpression:
    (period,) = s.periods(first, last)
    value = s.value(period, "past" if period.step is None else None)
    return s.make(first, last, f"{value.partition('/')[0]}/.." if value is not None else None, "since")


def _daypart_of(s: _Sentence, first: int, last: int) -> TimeExpression:
    plain = s.plain(last - 1, last)
    return replace(plain, start=s.span(first, last)[0], bare_year=False)


def _daypart(s: _Sentence, first: int, last: int) -> TimeExpression | None:
    if s.word(first) not in ("in", "during"):
        return None
    told = s.now.reference or s.now.anchor
    return s.make(first, last, told.edtf if told is not None else None, "relative", same_day=True)


def _window(s: _Sentence, first: int, last: int) -> TimeExpression | None:
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


def _within(s: _Sentence, first: int, last: int) -> TimeExpression:
    quantity = s.quantity(first, last)
    told_elsewhere = s.at(last, "of", "from", "after")  # "within sixty days of its signature"
    if quantity is None or quantity.count is None or s.now.anchor is None or told_elsewhere:
        return s.make(first, last, None, "deadline")
    value = reach(quantity.unit, quantity.count, s.now.anchor)
    return s.make(first, last, f"../{value}" if value is not None and value != "XXXX" else None, "deadline")


def _ago(s: _Sentence, first: int, last: int) -> TimeExpression:
    quantity = s.quantity(first, last)
    if quantity is None or quantity.count is None:
        return s.make(first, last, None, "vague")
    value = away(quantity.unit, -quantity.count, s.now.anchor) if s.now.anchor is not None else None
    return s.make(first, last, value, "relative")


def _apart(s: _Sentence, first: int, last: int) -> TimeExpression | None:
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


def _closed(s: _Sentence, n: int) -> bool:
    """Whether nothing follows that "the day before" could be before."""
    return (
        n >= len(s.reduced)
        or s.at(n, "comma", "dot", "dash")
        or s.word(n) in (";", ":", ")", "”", '"', "and", "in", "at")
    )


def _ahead(s: _Sentence, first: int, last: int) -> TimeExpression:
    """ "in two weeks"; of the past, or after "for the first time", how long something took."""
    quantity = s.quantity(first, last)
    if quantity is None or quantity.count is None:
        return s.make(first, last, None, "vague")
    counting = s.word(first - 1) in ("time", "visit", "first", "once") or s.at(last, "of")
    if s.now.direction == "past" or counting:
        return s.make(first, last, None, "duration")
    value = away(quantity.unit, quantity.count, s.now.anchor) if s.now.anchor is not None else None
    return s.make(first, last, value, "relative")


def _duration(s: _Sentence, first: int, last: int) -> TimeExpression | None:
    return s.make(first, last, None, "duration") if s.word(first) in ("for", "over", "during", "throughout") else None


def _spread(s: _Sentence, first: int, last: int) -> TimeExpression | None:
    """ "from 7th to 9th February 2023": one period, whose preposition belongs to it."""
    (period,) = s.periods(first, last)
    return s.plain(first, last) if period.last_day is not None else None


def _plain(s: _Sentence, first: int, last: int) -> TimeExpression:
    return s.plain(first, last)


_READERS: dict[str, Callable[[_Sentence, int, int], TimeExpression | None]] = {
    "every": _recurring,
    "times": _recurring,
    "weekdays": _recurring,
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


def _with_phrases(
    expressions: list[TimeExpression], text: str, start: int, end: int, now: _Now
) -> list[TimeExpression]:
    """The expressions with the fixed phrases that lie between them."""
    phrases: list[TimeExpression] = []
    for match in lexicon().phrases.finditer(text, start, end):
        if match.lastgroup == "now":
            phrases.append(
                TimeExpression(*match.span(), now.anchor.edtf if now.anchor is not None else None, "relative")
            )
        else:
            phrases.append(TimeExpression(*match.span(), None, match.lastgroup or "vague"))
    merged: list[TimeExpression] = []
    for expression in sorted(expressions + phrases, key=lambda e: (e.start, -e.end)):
        if not merged or merged[-1].end <= expression.start:
            merged.append(expression)
    return merged
