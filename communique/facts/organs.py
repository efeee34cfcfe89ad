"""Organs that can sit: councils, committees, parliaments, with a name or without."""

from __future__ import annotations

from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.model import Filler

_ORGAN_WORDS = frozenset(
    "council quad troika committee forum group assembly commission conference summit parliament congress senate "
    "dialogue mechanism board diet duma knesset rada majlis bundestag cabinet organ collegium quartet subcommittee "
    "taskforce presidium plenum synod conclave".split()
)
_ORGANS = frozenset(
    "collegium collegiums commission committee council presidium bureau subcommittee parliament cabinet".split()
)
_OF_ORGANIZATIONS = frozenset(("council", "quad", "troika", "committee", "forum", "assembly"))
_SESSIONS = frozenset("session sessions meeting meetings sitting summit round plenary".split())
_LINKS = frozenset(("of", "and", "for", "the"))
_LONGEST = 14


def is_session_noun(head: str) -> bool:
    """Whether an organ can hold it."""
    return head in _SESSIONS


def is_organ(site: Site, phrase: Phrase) -> bool:
    """Whether a phrase means an organ that sits."""
    spot = site.scene.spot_to.get(phrase.j)
    if spot is None or spot.i < phrase.i:
        return spot is None and site.head(phrase) in _ORGANS
    if spot.kind == "body":
        return any(word in _ORGAN_WORDS or word in _ORGANS for word in spot.name.lower().split())
    return (
        spot.kind == "organization"
        and spot.sense in ("name", "alias")
        and any(word in _OF_ORGANIZATIONS for word in spot.name.lower().split())
    )


def organ_filler(site: Site, phrase: Phrase) -> Filler:
    """The organ, with whose it is: "the Assembly of Heads of State and Government of IGAD"."""
    spot = site.scene.spot_to.get(phrase.j)
    name = site.fillers([phrase])[0]
    if spot is None or spot.kind != "body" or spot.id is not None or site.lows[phrase.j : phrase.j + 1] != ["of"]:
        return name
    words, j = site.scene.sentence.words, phrase.j
    while j < min(len(words), phrase.j + _LONGEST) and (site.lows[j] in _LINKS or words[j][0].isupper()):
        j += 1
    while site.lows[j - 1] in _LINKS:
        j -= 1
    return site.words(spot.i, j) if j > phrase.j + 1 else name


def plain_organ(site: Site, phrase: Phrase) -> list[Filler]:
    """ "a joint collegium meeting", "a meeting between the collegiums": an organ without capitals."""
    for k in range(phrase.i, phrase.j - 1):
        if site.lows[k] in _ORGANS:
            i = phrase.i + (site.scene.letters[phrase.i] == "d")
            return [site.words(i, k + 1)]
    verb = site.subject_of(phrase) or site.governor(phrase)
    held_between = verb.pp("between", "of") if verb is not None and verb.passive else []
    for group in (site.noun_pp(phrase, "of", "between"), held_between):
        if group and group[0].j - group[0].i > 0 and site.head(group[0]) in _ORGANS:
            i = group[0].i + (site.scene.letters[group[0].i] == "d")
            return [site.words(i, site.span_end(group[0], 12, "of", "for", "on"))]
    return []
