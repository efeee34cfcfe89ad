"""Expressions of time in a sentence, and the EDTF dates they mean."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.language.time_grammar import TRIGGERING, lexicon, tokens
from communique.language.time_periods import periods
from communique.language.time_readers import READERS
from communique.language.time_sentences import Now, TimedSentence, TimeExpression
from communique.language.time_values import (
    Direction,
    read_anchor,
)

__all__ = ["Direction", "TimeExpression", "find_times"]


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
    now = Now(read_anchor(anchor), read_anchor(reference), direction)
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


def _find(text: str, start: int, end: int, now: Now) -> list[TimeExpression]:
    words = lexicon()
    present = TRIGGERING.findall(text, start, end)
    expressions: list[TimeExpression] = []
    if not words.triggers.isdisjoint(present):
        found = tokens(text, start, end)
        expressions = _expressions(TimedSentence(found, periods(found), now))
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


def _expressions(s: TimedSentence) -> list[TimeExpression]:
    """The second cascade: what stands around periods and quantities makes expressions of them."""
    pattern = _cascade()
    found: list[TimeExpression] = []
    position = 0
    while match := pattern.search(s.reduced, position):
        rule = match.lastgroup
        assert rule is not None
        read = READERS[rule](s, match.start(), match.end())
        position = match.end() if read is not None else match.start() + 1
        if read is None and rule == "range":  # two periods after all
            first = next(n for n in range(match.start(), match.end()) if s.period(n) is not None)
            begin = match.start() + s.at(match.start(), "from")
            read, position = s.plain(begin, first + 1), first + 1
        if read is not None:
            found.append(read)
    return found


def _with_phrases(expressions: list[TimeExpression], text: str, start: int, end: int, now: Now) -> list[TimeExpression]:
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
