"""A sentence whose periods and quantities have been read, and the expressions of time that lie in it."""

from __future__ import annotations

from dataclasses import dataclass

from communique.language.time_calendar import Direction
from communique.language.time_dates import Quantity
from communique.language.time_grammar import Tokens, lexicon
from communique.language.time_periods import Item
from communique.language.time_values import (
    Anchor,
    Period,
    resolve,
)


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
class Now:
    """What the words are read against."""

    anchor: Anchor | None
    reference: Anchor | None
    direction: Direction | None


class TimedSentence:
    """A sentence after the first cascade: one symbol for each period, quantity or other token."""

    def __init__(self, found: Tokens, items: list[Item], now: Now) -> None:
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
