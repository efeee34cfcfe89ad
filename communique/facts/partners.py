"""Who acts jointly with the subject: "together with Fiji, Norway imposed", "Norway, along with Fiji, imposed"."""

from __future__ import annotations

from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb

_JOINING = frozenset(("together", "along", "jointly"))
_BY_PREPOSITION = frozenset(("coordination", "partnership", "concert", "conjunction"))
_REACH = 20  # tokens before the verb


def subjects_with_partners(site: Site, verb: Verb, subjects: list[Phrase]) -> list[Phrase]:
    """The subject and those named as acting together with it in the same clause."""
    if not subjects or verb.relative or verb.passive:
        return subjects
    lows = site.lows
    at = next((k for k in range(verb.i - 2, max(-1, verb.i - _REACH), -1) if _joins(lows, k)), None)
    if at is None:
        return subjects
    run = [p for p in site.clauses.phrases.values() if at + 2 <= p.i < verb.i]
    partners: list[Phrase] = []
    end = at + 2
    for phrase in sorted(run, key=lambda p: p.i):
        if any(low not in (",", "and") for low in lows[end : phrase.i]):
            break
        partners.append(phrase)
        end = phrase.j
    start = at - (lows[at] in _BY_PREPOSITION)  # "in coordination with"
    if not partners:
        return subjects
    enclosed = lows[start - 1 : start] == [","] and lows[end : end + 1] == [","]
    if enclosed and any(subjects[0].among([p]) for p in partners):
        before = next((p for p in site.clauses.phrases.values() if p.j == start - 1), None)
        return subjects if before is None else [before, *partners]  # "Norway, together with Fiji, imposed"
    if subjects[0].i < start:
        return [*subjects, *partners] if subjects[-1].j >= start - 1 else subjects
    first = next((k for k, p in enumerate(partners) if subjects[0].among([p])), len(partners))
    return [*subjects, *partners[:first]]


def _joins(lows: list[str], k: int) -> bool:
    """Whether "with" behind this word joins the acting: "together with", "in coordination with"."""
    if lows[k + 1] != "with":
        return False
    return lows[k] in _JOINING or (lows[k] in _BY_PREPOSITION and k > 0 and lows[k - 1] == "in")
