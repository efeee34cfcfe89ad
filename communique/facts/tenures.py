"""Who holds, takes or leaves an office, a chair or a membership."""

from __future__ import annotations

import re

from communique.facts.drafts import Draft
from communique.facts.frames import Frame
from communique.facts.settling import date_of_state, plan_if_ahead
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.mentions.posts import post_words
from communique.model import Filler

_CHAIR_NOUNS = frozenset(
    "chairmanship chairpersonship chairship presidency chair helm gavel leadership chairmanships".split()
)
_ORGANIZATION_NOUNS = frozenset("organization organisation alliance bloc grouping union forum body".split())
_DELEGATION = re.compile(r"\b(?:[A-Z][a-z]+\s){1,3}Delegation\b")
_ORGANS = post_words().bodies - {"city", "county", "school", "house", "force", "conference"}
_BODIES = frozenset(("organization", "body", "conference", "group"))
_HOLDERS = frozenset(("state", "organization", "person", "office", "place", "group"))


def from_verb(site: Site, verb: Verb, frame: Frame) -> list[Draft]:
    """ "Russia is chairing the CSTO", "will take over the chairmanship of the CIS", "presides over the SCO"."""
    phase = str(frame.options["phase"])
    lows = site.lows
    holders = [p for p in site.slot(verb, "subject") if _can_hold(site, p)]
    if not holders:
        return []
    objects = [*site.slot(verb, "object"), *verb.pp("over")]
    chair = next((p for p in objects if site.head(p) in _CHAIR_NOUNS or _chair_inside(site, p)), None)
    if chair is None and verb.lemma == "hand":
        chair = next((p for p in objects if site.head(p) in ("mission", "baton", "role", "torch")), None)
    role = "chair"
    body: list[Filler] = []
    if chair is not None:
        body = _body_of(site, chair)
    elif verb.lemma in ("chair", "head", "preside", "lead") and not (verb.lemma == "lead" and verb.passive):
        body = site.fillers(p for p in objects if _is_body(site, p))
        if not body and any(site.head(p) in _ORGANIZATION_NOUNS for p in objects):
            body = _last_organization(site, verb.i)
        if not body and verb.lemma in ("chair", "head") and all(site.spot_kind(p) == "person" for p in holders):
            role = "head" if verb.lemma == "head" else "chair"
            body = [site.words(p.i + (site.lows[p.i] == "the"), p.j) for p in objects if site.head(p) in _ORGANS][:1]
        if not body and verb.lemma in ("lead", "head") and any(site.head(p) == "delegation" for p in objects):
            role, body = "head", _named_delegation(site)
        if not body and verb.lemma == "preside" and not objects:
            body = _organ_before(site, verb.i)
        if not body:
            return []
    elif verb.lemma == "step" and "down" in lows[verb.main : verb.main + 2]:
        if any(site.spot_kind(p) == "person" for p in holders):
            return []  # a person steps down from an office, which the register knows
        body = _last_organization(site, verb.i)
    elif verb.lemma in ("become", "join", "rejoin", "accede", "be", "leave", "quit", "exit"):
        return _membership(site, verb, holders, phase)
    else:
        return []
    body = body or (_organ_before(site, verb.i) if verb.lemma == "preside" else _last_organization(site, verb.i))
    if not body:
        return []
    if verb.lemma in ("hold", "have", "lead", "head", "chair", "preside"):
        phase = (
            "held"
            if lows[verb.main].endswith("ed") and verb.form == "e" and not verb.perfect and not verb.passive
            else "holds"
        )
        if verb.lemma == "preside" and verb.modal:
            phase = "begins"
    who = site.fillers(holders)
    drafts = [_draft(site, verb, who, body, role, phase)]
    if verb.lemma == "hand" or verb.lemma == "pass":
        heirs = [p for p in verb.pp("to") if _can_hold(site, p)]
        if heirs:
            drafts.append(_draft(site, verb, site.fillers(heirs), body, role, "begins"))
    if verb.lemma in ("take", "assume"):
        before = [p for p in verb.pp("from") if _can_hold(site, p)]
        if before:
            drafts.append(_draft(site, verb, site.fillers(before), body, role, "ends"))
    return drafts


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """ "India's presidency of the G20", "Kyrgyzstan's chairmanship of the Commonwealth"."""
    if site.head(phrase) == "administration":
        return _administration(site, phrase)
    if site.head(phrase) not in _CHAIR_NOUNS - {"chair", "leadership", "gavel", "helm"}:
        return None
    if site.lows[phrase.i - 1 : phrase.i] == ["under"]:
        return _under_chairmanship(site, phrase)
    possessor = site.possessor(phrase)
    if possessor is None or not _can_hold(site, possessor):
        return None
    holder = site.fillers([possessor])
    body = _body_of(site, phrase)
    if not holder or not body:
        return None
    draft = Draft("tenure", site.scene, {"holder": holder, "body": body}, [site.noun_evidence(phrase)])
    draft.value = {"role": "chair", "phase": "holds"}
    return draft


def _administration(site: Site, phrase: Phrase) -> Draft | None:
    """ "the outgoing Biden administration": whose presidency ends or begins."""
    words = set(site.lows[phrase.i : phrase.j])
    phase = "ends" if words & {"outgoing", "departing"} else "begins" if words & {"incoming"} else None
    named = [s for s in site.spots_in(phrase.i, phrase.j) if s.kind in ("person", "name")]
    body = site.discourse.resolve(site.scene, phrase)
    if phase is None or not named or not body or body[0].entity is None:
        return None
    holder = site.fillers([Phrase(named[0].i, named[0].j, -1)])
    draft = Draft("tenure", site.scene, {"holder": holder, "body": body}, [site.span(phrase.i, phrase.j)], "planned")
    draft.value = {"role": "President", "phase": phase}
    return draft


def _under_chairmanship(site: Site, phrase: Phrase) -> Draft | None:
    """ "held its session under the chairmanship of H.E. …": the chair of the organ that meets."""
    who = site.fillers(p for p in site.noun_pp(phrase, "of") if _can_hold(site, p))
    organs = [s for s in site.scene.spots if s.kind in ("body", "conference") and s.j <= phrase.i]
    body = site.fillers([Phrase(organs[0].i, organs[0].j, -1)]) if organs else _last_organization(site, phrase.i)
    if not who or not body:
        return None
    draft = Draft("tenure", site.scene, {"holder": who, "body": body}, [site.noun_evidence(phrase)])
    draft.value = {"role": "chair", "phase": "holds"}
    return draft


def _draft(site: Site, verb: Verb, who: list[Filler], body: list[Filler], role: str, phase: str) -> Draft:
    draft = Draft("tenure", site.scene, {"holder": who, "body": body}, [site.evidence(verb)])
    draft.value = {"role": role, "phase": phase}
    draft.realis = site.realis(verb)
    draft.time = site.time_near(verb.i, max(verb.j, verb.end))
    if draft.realis == "planned" and draft.time is not None and (draft.time.text or "").lower() in ("now", "currently"):
        draft.time = None
    plan_if_ahead(site, draft)
    date_of_state(draft)
    return draft


def _organ_before(site: Site, before: int) -> list[Filler]:
    """ "a session of the Permanent Council, where Kenya presides": the organ told of last in the sentence."""
    spots = [s for s in site.scene.spots if s.j <= before and s.kind in ("organization", "body")]
    return site.fillers([Phrase(spots[-1].i, spots[-1].j, -1)]) if spots else []


def _named_delegation(site: Site) -> list[Filler]:
    """ "will lead the delegation", where the text has told of a "Presidential Delegation"."""
    document = site.text.document
    bodies = (document.text[part.start : part.end] for part in document.parts if part.role == "body")
    named = next((found for found in map(_DELEGATION.search, bodies) if found is not None), None)
    return [Filler(" ".join(named[0].split()))] if named is not None else []


def _membership(site: Site, verb: Verb, holders: list[Phrase], phase: str) -> list[Draft]:
    """ "became a BRICS partner nation", "joined NATO", "will become a full member"."""
    roles = {"member": "member", "members": "member", "partner": "partner", "observer": "observer"}
    for phrase in verb.objects:
        window = site.lows[phrase.i : phrase.j]
        role = next((roles[w] for w in window if w in roles), None)
        if role is None:
            persons = all(site.spot_kind(p) == "person" for p in holders)
            if persons and verb.lemma in ("leave", "quit", "exit"):
                continue  # whom one leaves is not what one was a member of
            if verb.lemma in ("join", "rejoin", "accede", "leave", "quit", "exit") and _is_body(site, phrase):
                body = site.fillers([phrase])
                return [_draft(site, verb, site.fillers(holders), body, "member", phase)]
            continue
        inside = [s for s in site.spots_in(phrase.i, phrase.j) if s.kind in _BODIES]
        body = (
            site.fillers([Phrase(inside[0].i, inside[0].j, -1)])
            if inside
            else site.fillers(p for p in site.noun_pp(phrase, "of", "in", "to") if _is_body(site, p))
        )
        body = body or _last_organization(site, verb.i)
        if body:
            return [_draft(site, verb, site.fillers(holders), body, role, phase)]
    return []


def _last_organization(site: Site, before: int) -> list[Filler]:
    """Whose chair "the chairmanship" is: the organization named before it, else the one the text speaks of most."""
    spots = [s for s in site.scene.spots if s.j <= before and s.kind == "organization"]
    if spots:
        return site.fillers([Phrase(spots[-1].i, spots[-1].j, -1)])
    return [site.text.organization] if site.text.organization is not None else []


def _body_of(site: Site, phrase: Phrase) -> list[Filler]:
    """The body whose chair a phrase names: "of the CIS" after it, or "the BRICS presidency"."""
    of = [p for p in site.noun_pp(phrase, "of", "in", "at") if _is_body(site, p)]
    if of:
        return site.fillers(of[:1])
    capitals = [p for p in site.noun_pp(phrase, "of") if site.spot_kind(p) in (None, "name") and _is_named(site, p)]
    if capitals:
        return [site.words(p.i + (site.lows[p.i] == "the"), p.j) for p in capitals[:1]]
    possessor = site.possessor(phrase)
    stop = possessor.j if possessor is not None else phrase.i
    inside = [s for s in site.spots_in(stop, phrase.j) if s.kind in _BODIES]
    if inside:
        return site.fillers([Phrase(inside[0].i, inside[0].j, -1)])
    return []


def _is_named(site: Site, phrase: Phrase) -> bool:
    words = site.scene.sentence.words[phrase.i + (site.lows[phrase.i] == "the") : phrase.j]
    return bool(words) and words[0][0].isupper()


def _chair_inside(site: Site, phrase: Phrase) -> bool:
    return any(word in _CHAIR_NOUNS for word in site.lows[phrase.i : phrase.j])


def _is_body(site: Site, phrase: Phrase) -> bool:
    spot = site.scene.spot_to.get(phrase.j)
    return spot is not None and spot.kind in _BODIES


def _can_hold(site: Site, phrase: Phrase) -> bool:
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None:
        return spot.kind in _HOLDERS
    return site.scene.letters[phrase.i] in "r" or site.head(phrase) in ("side", "country")
