"""Ceremonies: wreaths, credentials, openings, and their occasions."""

from __future__ import annotations

from communique.facts.companions import together
from communique.facts.drafts import Draft, distinct
from communique.facts.frames import Frame, words_of
from communique.facts.settling import settle, settle_noun
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_SOLEMN = frozenset(("lay", "gather", "meet", "attend", "unveil", "open"))
_MARKING = frozenset(("mark", "celebrate", "commemorate", "honor", "honour", "observe"))
_PASSIVE_HONOURED = frozenset("present award decorate swear honor honour confer bestow invest".split())
_MEALS = frozenset("dinner lunch luncheon banquet breakfast".split())
_FESTIVE = frozenset("state gala honoring honouring honor honour official welcome farewell".split())
_OWN_DAY = frozenset("inauguration swearing-in investiture coronation enthronement funeral burial".split())
_OPENINGS = frozenset(("opening", "unveiling", "inauguration"))
_LONGEST_OCCASION = 14


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """ "laid a wreath at …", "presented his credentials", "inaugurated …"."""
    if verb.infinitive and verb.infinitive_after is not None and verb.infinitive_after.lemma in _SOLEMN:
        return None  # "laid a wreath to mark the anniversary": its occasion
    needs = words_of(frame.options.get("needs", ""))
    objects = site.slot(verb, "object")
    if needs:
        start = min([verb.i, *(p.i for p in objects)])
        if needs.isdisjoint(site.lows[start : verb.end + 1]):
            return None
    elif not objects:
        return None
    if verb.lemma == "pay" and site.head(objects[0] if objects else verb.objects[0]) not in needs:
        return None
    if verb.passive and verb.lemma in _PASSIVE_HONOURED:
        who = [p for p in verb.subject if site.is_person(p)] + [p for p in verb.pp("by") if site.is_agent(p)]
    else:
        who = [p for p in site.slot(verb, "subject") if site.is_agent(p)]
    given = verb.objects[:2] if verb.lemma in ("award", "present", "decorate") and not verb.passive else []
    if len(given) == 2 and site.is_person(given[0]):
        who = [*who, given[0]]  # "awarded Ambassador X the Order of Merit"
    elif verb.lemma in ("present", "award", "bestow", "confer"):
        who += [p for p in verb.pp("to", "on", "upon") if site.is_person(p)]
    elif verb.lemma == "decorate" and objects and not verb.passive:
        who += [p for p in objects if site.is_person(p)]
    people = together(site, who)
    if verb.lemma in ("receive", "accept"):
        people = distinct([*people, *_givers(site, verb)])
    if not people:
        return None
    draft = Draft("ceremony", site.scene, {"participant": people}, [site.evidence(verb)])
    occasion = objects[:1] if verb.lemma not in _PASSIVE_HONOURED or not verb.passive else verb.objects[:1]
    occasion = occasion or verb.pp("with", "for")[:1]
    if len(given) == 2 and site.is_person(given[0]):
        occasion = given[1:]
    if verb.lemma in _SOLEMN:
        marking = [v for v in site.clauses.verbs if v.infinitive_after is verb and v.lemma in _MARKING]
        occasion = marking[0].objects[:1] if marking else occasion
        if not marking and verb.lemma == "lay":
            occasion = []
    if occasion:
        draft.roles["occasion"] = [_occasion(site, occasion[0])]
    settle(site, draft, verb)
    return draft


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """ "attended the opening ceremony", "the funeral of President K", "hosted a state banquet in honour of …"."""
    head = site.head(phrase)
    after = site.after(phrase)
    if head in _MEALS and not _FESTIVE & set(site.lows[phrase.i : phrase.j + 2]):
        return None
    if head in _OPENINGS and not any(preposition == "of" for preposition, _ in after):
        return None
    verb = site.governor(phrase) or site.subject_of(phrase)
    people: list[Filler] = []
    possessor = site.possessor(phrase)
    if possessor is not None and site.is_person(possessor):
        people = site.fillers([possessor])
    for preposition, phrases in after:
        if preposition == "by" or (preposition == "of" and head in _OWN_DAY):
            people.extend(together(site, [p for p in phrases if site.is_person(p)]))
    if verb is not None:
        people = _attending(site, verb, phrase) or people
        if phrase.among(verb.subject) and not people:
            later = (v for v in site.clauses.verbs if v.lemma in ("attend", "witness") and v.i > phrase.j)
            people = together(site, next((v.pp("by") for v in later), []))
    if not people:
        return None
    draft = Draft("ceremony", site.scene, {"participant": distinct(people)}, [site.noun_evidence(phrase)])
    if verb is not None and phrase.among([*site.slot(verb, "object"), *verb.pp("in", "at")]):
        start, end = site.evidence(verb)
        if start < draft.evidence[0][0] and draft.evidence[0][0] - start < 80:
            draft.evidence = [(start, max(end, draft.evidence[0][1]))]
    draft.roles["occasion"] = [_occasion(site, phrase)]
    settle_noun(site, draft, phrase, verb)
    return draft


def _attending(site: Site, verb: Verb, phrase: Phrase) -> list[Filler]:
    """Who "attended", "hosted", "took part in", "spoke at" it, or those it "was attended by"."""
    joins = words_of(site.frames.data["events"]["ceremony"]["join"])
    part = verb.lemma == "take" and "part" in site.lows[verb.main : verb.main + 2]
    if verb.lemma not in joins and not part:
        return []
    if not phrase.among([*site.slot(verb, "object"), *verb.pp("in"), *verb.pp("at"), *verb.pp("over")]):
        return []
    return together(site, [p for p in site.slot(verb, "subject") if site.is_agent(p)])


def _givers(site: Site, verb: Verb) -> list[Filler]:
    """Whose credentials are received: "of Ambassador H", "from the newly appointed Ambassador of Norway, P"."""
    phrases = [p for preposition, group in verb.pps if preposition in ("of", "from") for p in group]
    for p in verb.objects[:1]:
        phrases += [q for preposition, group in site.after(p) if preposition in ("of", "from") for q in group]
        owner = site.possessor(p)
        phrases += [owner] if owner is not None and site.spot_kind(owner) == "person" else []
    people = [p for p in phrases if site.spot_kind(p) in ("person", "office")]
    last = max((p.j for p in people), default=-1)
    if last >= 0:
        spots = [s for s in site.scene.spots if s.kind == "person" and last <= s.i < last + 30]
        people += [Phrase(s.i, s.j, -1) for s in spots]
    return site.fillers(people)


def _occasion(site: Site, phrase: Phrase) -> Filler:
    of = site.noun_pp(phrase, "of")
    end = of[-1].j if of and of[-1].j - phrase.i < _LONGEST_OCCASION else phrase.j
    return site.words(phrase.i, end)
