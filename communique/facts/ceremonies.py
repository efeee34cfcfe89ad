"""Ceremonies: wreaths, credentials, openings, and their occasions."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.settling import settle
from communique.facts.site import Site
from communique.language.clauses import Verb

_SOLEMN = frozenset(("lay", "gather", "meet", "attend", "unveil", "open"))
_MARKING = frozenset(("mark", "celebrate", "commemorate", "honor", "honour", "observe"))


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """ "laid a wreath at …", "presented his credentials", "inaugurated …"."""
    if verb.infinitive and verb.infinitive_after is not None and verb.infinitive_after.lemma in _SOLEMN:
        return None  # "laid a wreath to mark the anniversary": its occasion
    needs = words_of(frame.options.get("needs", ""))
    objects = site.slot(verb, "object")
    if needs:
        if needs.isdisjoint(site.lows[verb.i : verb.end + 1]):
            return None
    elif not objects:
        return None
    if verb.passive and verb.lemma in ("present", "award", "decorate", "swear"):
        who = [p for p in verb.subject if site.is_person(p)]
    else:
        who = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
    given = verb.objects[:2] if verb.lemma in ("award", "present") and not verb.passive else []
    if len(given) == 2 and site.is_person(given[0]):
        who = [*who, given[0]]  # "awarded Ambassador X the Order of Merit"
    elif verb.lemma == "present":
        who += [p for p in verb.pp("to") if site.is_person(p)]
    people = site.fillers(who)
    if not people:
        return None
    draft = Draft("ceremony", site.scene, {"participant": people}, [site.evidence(verb)])
    occasion = verb.objects[:1] or verb.pp("with", "for")[:1]
    if len(given) == 2 and site.is_person(given[0]):
        occasion = given[1:]
    if verb.lemma in _SOLEMN:
        marking = [v for v in site.clauses.verbs if v.infinitive_after is verb and v.lemma in _MARKING]
        occasion = marking[0].objects[:1] if marking else occasion
        if not marking and verb.lemma == "lay":
            occasion = []
    if occasion:
        group = occasion[0]
        of = site.noun_pp(group, "of")
        draft.roles["occasion"] = [site.words(group.i, of[0].j if of and of[0].j - group.i < 14 else group.j)]
    settle(site, draft, verb)
    return draft
