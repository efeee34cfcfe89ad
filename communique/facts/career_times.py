"""When somebody held a post: the time behind it, or the one that opens the sentence."""

from __future__ import annotations

from communique.facts.site import Site
from communique.language.clauses import Verb
from communique.language.times import TimeExpression
from communique.model import TimeRef

#: Words for now, which date nothing that goes on.
PRESENT = frozenset(("currently", "presently", "now", "still"))


def past_place(words: list[str], lows: list[str], k: int) -> int:
    """The token after "in Flint, Michigan", where that stands between a post and its time."""
    if lows[k : k + 1] != ["in"] or not words[k + 1 : k + 2] or not words[k + 1][0].isupper():
        return k
    k += 1
    while k < len(words) and (words[k][0].isupper() or (lows[k] in (",", ".") and words[k + 1 : k + 2])):
        if not words[k][0].isupper() and not words[k + 1][0].isupper():
            break
        k += 1
    return k


def time_at(site: Site, k: int) -> TimeExpression | None:
    """The expression of time that begins within two tokens of a token, no duration."""
    starts, lows = site.scene.sentence.starts, site.lows
    if k >= len(starts):
        return None
    reach = 1
    if lows[k] == "," and lows[k + 1 : k + 2] == ["where"]:
        reach = 5  # "…, where she worked from 2011 to 2015"
    elif lows[k] in (",", "("):
        k += 1
    first, last = starts[min(k, len(starts) - 1)], starts[min(k + reach, len(starts) - 1)]
    return next((e for e in _dates(site) if first <= e.start <= last), None)


def _dates(site: Site) -> list[TimeExpression]:
    """The sentence's expressions that date something: no durations, and no "currently"."""
    return [
        e
        for e in site.times()
        if e.kind != "duration"
        and any(c.isdigit() for c in e.edtf or "")
        and site.text.document.text[e.start : e.end].lower() not in PRESENT
    ]


def fronted_time(site: Site, verb: Verb) -> TimeRef | None:
    """ "From 2007 to 2011, …": the time that opens the sentence, or the clause, before the verb."""
    starts = site.scene.sentence.starts
    before = [e for e in _dates(site) if e.end <= starts[verb.i]]
    if not before:
        return None
    lows = site.lows
    k = next((n for n, start in enumerate(starts) if start >= before[-1].start), 0)
    opens = k <= 2 or lows[k - 1] in (",", "and", "from", "in", "since", "until", "between")
    lead = {"prior", "before", "after", "following", "joining"} & set(lows[:k])
    return site.reference(before[-1]) if opens and not lead else None


def token_after(site: Site, offset: int) -> int:
    """The first token at or behind an offset, or the sentence's length."""
    starts = site.scene.sentence.starts
    return next((k for k, start in enumerate(starts) if start >= offset), len(starts))
