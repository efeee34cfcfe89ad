"""Expressions of time in a sentence, and the EDTF dates they mean."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.language.time_calendar import Direction
from communique.language.time_grammar import TRIGGERING, lexicon, tokens
from communique.language.time_periods import periods
from communique.language.time_readers import READERS
from communique.language.time_sentences import Now, TimedSentence, TimeExpression
from communique.language.time_values import read_anchor

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


_ZONE = "(open? (zone ((any|dash) number)?|any{1,3} clocktime) close?)"
_HOUR = "(clock|year units)"
_AFTER_AT = f"(at|from|by|around|between) ({_HOUR}|dotted|daypart) {_ZONE}?"
_UNTIL = f"((to|dash|until|and) ({_HOUR}|dotted|daypart) {_ZONE}?)"

#: Rule name -> pattern over class names and the first cascade's ``period`` and ``quantity``.
_RULES: dict[str, str] = {
    "every": "on? every (other|few|cardinal|ordinal)? (period|quantity|unit|units|quarter|daypart)",
    "times": "(once|(cardinal|number|few) times|times) (quantity|(per|every) (unit|quantity))",
    "weekdays": "on? weekdays daypart?|(on|at) units",
    "monthly": "on? (the (ordinal|number|last))? period (of|in) every unit",
    "anniversary": "on the (number|int|(cardinal dash)? ordinal|any)? anniversary",
    "night_range": "(on|in|at)? (the daypart|overnight) (of|from)? the? period (to|dash|until) the? period",
    "clock_before": f"({_AFTER_AT}|{_HOUR} {_ZONE}?) {_UNTIL}? comma? (on|of|in)? the? period",
    "clock_after": f"(on|in|at)? the? period comma? ({_AFTER_AT}|{_HOUR} {_ZONE}?) {_UNTIL}?",
    "between": "between the? period and the? period",
    "range": "(from|in|on|at)? the? period (to|until|dash|slash) the? period|from period comma (to|until) period",
    "earliest": "not before the? period|not (earlier|sooner) than (on|in)? the? period|not until (on|in)? the? period",
    "deadline": (
        "(by|before|until|not later than|prior to|up (to|until) (and including)?|until and including)"
        " (on|in|at|around)? the? period"
    ),
    "since": "since (on|in)? the? period|as (of|from) the? period"
    "|from period onwards|from the? period (to|until) (date|the present)",
    "effective": (
        "(with effect (from|on|as (of|from))|effective (as (of|from)|on|in|from|at)?|part (on|in|from)?) the? period"
    ),
    "spread": "(from|between) the? period",
    "approximately": "(circa dot?|(in|on|at)? or? around|(on|in) or? about) the? period",
    "daypart_of": "(on|in|at)? the? part? (daypart|small? units) (of|on) the? period"
    "|overnight (on|from)? period|part on? period",
    "same_time": "(at|around)? this clocktime period",
    "daypart": "(in|at) the daypart",
    "window": (
        "(at|in|within|from)? (the|this)? (past|last|next|coming|previous|following|recent) (quantity|unit|units)"
    ),
    "within": "within quantity",
    "ago": "(quantity|units) ago",
    "hence": "in? quantity (hence|from period)",
    "counted": "(quantity|the unit) (before|after|prior to|on) the? period",
    "apart": "(quantity|the unit) (later|earlier|before|after)",
    "ahead": "in quantity (apostrophe s? clocktime)?",
    "term": "at (a|the|other) (cardinal (dash cardinal)?|number|int) dash unit any|at (a|the) any of quantity",
    "duration": "at (quantity|units)",
    "vague": "vague",
    "recurring": "recurring",
    "plain": "(in|on|at)? the? period",
}
#: Classes that a match of some rule begins with.
_BEGINNINGS = (
    "period quantity unit units on in at from between the this to not by before until prior up since as with effective "
    "part circa or around about overnight clock year every once cardinal number few times weekdays past last next "
    "coming previous following recent within daypart small vague recurring"
)


@lru_cache(maxsize=1)
def _cascade() -> re.Pattern[str]:
    return lexicon().cascade(_RULES, _BEGINNINGS)


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
        if read is None:
            read, position = _by_later_rule(s, rule, match.start())
        if read is not None:
            found.append(read)
    return found


def _by_later_rule(s: TimedSentence, failed: str, start: int) -> tuple[TimeExpression | None, int]:
    """What the rules behind one that fitted, but read nothing, read at the same place, and where to go on."""
    patterns = _patterns()
    names = list(patterns)
    for rule in names[names.index(failed) + 1 :]:
        match = patterns[rule].match(s.reduced, start)
        if match is not None and (read := READERS[rule](s, start, match.end())) is not None:
            return read, match.end()
    return None, start + 1


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return lexicon().patterns(_RULES)


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
