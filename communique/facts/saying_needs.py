"""What a verb needs around it to be speech: "found that", "declined to comment", "called it a gift"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from communique.facts.frames import words_of
from communique.facts.site import Site
from communique.language.clauses import Verb

_NAMED = frozenset(("state", "organization", "body", "office", "person"))
_HEARERS = frozenset(
    "personnel audience crowd gathering congregation cadets graduates veterans workers rally plenary servicemembers "
    "soldiers sailors guests assembly nation public press".split()
)
#: What a refusal is a refusal to do.
SAYING = frozenset(
    "comment say answer name identify confirm discuss disclose elaborate specify speculate respond reveal tell deny "
    "explain give provide reply".split()
)


def has_what_it_needs(site: Site, verb: Verb, options: Mapping[str, Any], *, first: bool) -> bool:
    """Whether what a frame's ``needs`` asks for stands around a verb of speech.

    Args:
        site: the sentence.
        verb: with a frame of type ``statement``.
        options: of its frame.
        first: whether "I" or "we" speak.
    """
    letters, needs = site.scene.letters, options.get("needs")
    quoted = "q" in letters[verb.i : verb.i + 30]
    if needs == "as":  # "regards the budget as "an instrument of pressure""
        if verb.lemma in ("consider", "regard", "view") and _holds_to_be(site, verb):
            return True
        return quoted and bool(verb.pp("as"))
    if needs == "that":
        return verb.that >= 0 or "q" in letters[max(0, verb.i - 3) : verb.j + 3] or as_before(site, verb)
    if needs == "how":  # "shared how the law had failed", "shared that …"
        following = site.lows[verb.j : verb.j + 6]
        asked = next((k for k, low in enumerate(following) if low in ("how", "why", "what")), -1)
        return verb.that >= 0 or (asked >= 0 and not {",", "and"} & set(following[:asked]))
    if needs == "called":
        return _is_called(site, verb) and not (verb.relative and first)
    if needs == "as-before":  # "As Minister Brandt put it, …"
        return bool(verb.subject) and site.lows[verb.subject[0].i - 1] == "as"
    if needs == "agent-object":
        objects = site.slot(verb, "object")
        return any((site.is_agent(p) and site.spot_kind(p) != "place") or site.head(p) in _HEARERS for p in objects)
    if needs == "position":
        positions = words_of(site.frames.data["statement"]["positions"])
        return not verb.infinitive and any(site.head(p) in positions for p in site.slot(verb, "object")[:1])
    if needs == "named-subject":
        return bool(verb.subject) and site.spot_kind(verb.subject[0]) in _NAMED and not verb.infinitive
    if needs == "saying":
        return any(v.infinitive_after is verb and not v.passive and v.lemma in SAYING for v in site.clauses.verbs)
    return True


def as_before(site: Site, verb: Verb) -> bool:
    """ "The ship sank, as the Panel had found", "As the Minister repeated in Oslo, …": no object of its own."""
    if not verb.subject or verb.objects or verb.passive or verb.infinitive or not site.is_agent(verb.subject[0]):
        return False
    at = verb.subject[0].i
    return site.lows[at - 1 : at] == ["as"] and site.scene.letters[at - 2 : at - 1] in ("", ",") and verb.form == "e"


def _holds_to_be(site: Site, verb: Verb) -> bool:
    """ "considers the shelling an act of aggression", "to be an act"."""
    lows = site.lows[verb.j : verb.j + 22]
    to_be = any(lows[k : k + 2] == ["to", "be"] for k in range(len(lows) - 1))
    return to_be and bool(verb.objects) and not verb.passive


def _is_called(site: Site, verb: Verb) -> bool:
    """ "calls the road a present", "called it “a gift”": an object, and what it is called."""
    if verb.passive:
        return False
    if not verb.objects:
        return site.scene.letters[verb.j : verb.j + 1] == "q" and "what" in site.lows[: verb.i]
    if len(verb.objects) > 1 and verb.objects[1].at == verb.objects[0].at + 1:
        return site.scene.letters[verb.objects[1].i] in "dj"
    letters, last = site.scene.letters, verb.objects[-1].j
    if letters[last : last + 1] == "q" or "q" in letters[verb.j : verb.objects[0].i]:
        return True
    following = verb.objects[-1].at + 1
    if letters[last : last + 1] == "u" and site.lows[last] == "as":
        return True
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    if kinds[following : following + 1] == "N" and letters[bounds[following][0]] in "dj":
        return letters[bounds[following][1] - 1] != "m"
    return (
        letters[last - 1] == "j" and verb.lemma in ("call", "deem") and last - verb.j > 1
    )  # "called the plan useless"
