"""Who travels where: verbs of travel, and visits as nouns."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.implied import is_implied
from communique.facts.settling import plan_if_ahead
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_DESTINATIONS = frozenset(("place", "state"))
_STAYS = frozenset(("tour", "visit", "stay", "stop", "stopover", "vacation", "holiday"))
_DEMONYMS_TOO = frozenset(("place", "state", "organization", "name"))


def visit_from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """ "traveled to Brest", "will visit India", "arrived in Minsk", "will host the minister in Ottawa"."""
    options = frame.options
    needs = options.get("needs")
    destination: list[Filler] = []
    for slot in options["destination"]:
        phrases = site.slot(verb, slot)
        for phrase in phrases:
            spot = site.scene.spot_to.get(phrase.j)
            if (spot is not None and spot.kind in _DESTINATIONS and (spot.i >= phrase.i)) or (
                spot is not None and spot.kind == "name" and slot in ("to", "on-to", "object")
            ):
                destination.extend(site.fillers([phrase], place=True))
            elif verb.lemma == "travel" and site.head(phrase) == "abroad":
                destination.extend(site.fillers([phrase]))
        if destination:
            break
    if not destination and options.get("here") and any(is_implied(p) for p in verb.subject):
        destination = site.here()
    visitors = [p for slot in options["visitor"] for p in site.slot(verb, slot)]
    visitors = [p for p in visitors if site.is_person(p) or site.head(p) in ("delegation", "premier", "president")]
    people = site.fillers(visitors)
    if verb.modal in ("should", "must", "can", "could"):
        return None  # advice, not a journey
    if needs == "place-in" and (not destination or not visitors or not site.is_person(visitors[0])):
        return None
    if not people or not destination:
        return None
    if verb.lemma in ("come", "go", "return", "leave", "depart") and verb.infinitive and not site.scene.heading:
        return None
    if verb.lemma == "visit" and verb.passive and not verb.pp("by"):
        return None
    draft = Draft(
        "visit",
        site.scene,
        {"visitor": people, "destination": _city_first(destination)},
        [site.evidence(verb, subject=False)],
    )
    draft.realis = site.realis(verb)
    draft.time = site.time_near(verb.i, max(verb.j, verb.end))
    plan_if_ahead(site, draft)
    draft.value = {"purpose": _purpose(site, verb)}
    return draft


def visit_due(site: Site, verb: Verb) -> Draft | None:
    """ "had been due in Dublin", "is expected in New York", "will be in Nairobi", "is in Berlin for talks with …"."""
    coming = verb.modal in ("will", "shall", "'ll", "’ll")
    purpose = [p for p in verb.pp("for") if site.head(p) in ("talks", "meetings", "consultations", "visit", "summit")]
    due = "due" in site.lows[verb.main : verb.main + 3] or verb.lemma == "expect"
    if not (coming or purpose or due):
        return None
    people = site.fillers(p for p in verb.subject if site.is_person(p))
    where = [p for p in verb.pp("in", "at") if _is_destination(site, p)]
    if not where:  # "due" is taken for the object: its place stands behind
        after = [s for s in site.scene.spots if verb.j <= s.i <= verb.j + 3 and s.kind in _DESTINATIONS]
        where = [Phrase(after[0].i, after[0].j, -1)] if after and site.lows[after[0].i - 1] == "in" else []
    if not people or not where:
        return None
    draft = Draft(
        "visit",
        site.scene,
        {"visitor": people, "destination": site.fillers(where[:1], place=True)},
        [site.evidence(verb)],
    )
    draft.realis = "planned" if coming or due else site.realis(verb)
    draft.time = site.time_near(verb.i, where[0].j)
    draft.value = {"purpose": None}
    return draft


def visit_from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """ "paid an official visit to Kenya", "a visit by the foreign minister", "the President's trip to …"."""
    verb = site.governor(phrase) or site.subject_of(phrase)
    light = words_of(site.frames.data["events"]["visit"]["light"])
    people: list[Filler] = []
    possessor = site.possessor(phrase)
    if possessor is not None and (
        site.is_person(possessor) or site.lows[possessor.i] in ("his", "her", "their", "my", "our")
    ):
        people = site.fillers([possessor])
    destination: list[Filler] = []
    stopping = site.head(phrase) in ("stop", "stopover")  # "a stop en route to Paris" is not in Paris
    for preposition, phrases in site.after(phrase):
        if (preposition == "to" and not stopping) or (preposition in ("of", "in") and site.head(phrase) in _STAYS):
            destination.extend(site.fillers((p for p in phrases if _is_destination(site, p)), place=True))
        if preposition in ("by", "of", "between") and not people:
            people = site.fillers(p for p in phrases if site.is_person(p))
    spots = [s for s in site.spots_in(phrase.i, phrase.j) if s.kind in _DESTINATIONS]
    if spots and not destination and site.scene.letters[spots[-1].j : spots[-1].j + 1] != "z":
        destination = site.fillers([Phrase(spots[-1].i, spots[-1].j, -1)], place=True)  # "Tokyo trip"
    governed = verb is not None and phrase.among([*site.slot(verb, "object"), *verb.pp("on", "for")])
    if (
        not people
        and verb is not None
        and governed
        and (verb.lemma in light or verb.lemma in ("be", "arrive", "travel"))
    ):
        people = site.fillers(p for p in site.slot(verb, "subject") if site.is_person(p))
    if not destination and verb is not None and verb.lemma in ("be", "arrive"):
        in_place = [p for p in verb.pp("in") if _is_destination(site, p)]
        destination = site.fillers(in_place, place=True)
    if not people and verb is None:
        people = site.keeper(phrase)
        destination = destination or site.here()
    exchanged = site.head(phrase) == "visits" and bool(site.noun_pp(phrase, "between"))
    if not people or (not destination and not exchanged):
        return None
    draft = Draft("visit", site.scene, {"visitor": people}, [site.noun_evidence(phrase)])
    if destination:
        draft.roles["destination"] = _city_first(destination)
    if verb is not None:
        draft.realis = site.realis(verb) if governed or phrase.among(verb.subject) else "actual"
        if verb.lemma in site.frames.planned and phrase.among(verb.subject):
            draft.realis = "planned"
    if verb is not None and verb.negated and phrase.among(verb.subject):
        draft.realis = "negated"
    if {"annual", "regular"} & set(site.lows[max(0, phrase.i - 4) : phrase.j]):
        draft.realis = "habitual"
    draft.time = site.time_near(phrase.i, phrase.j)
    plan_if_ahead(site, draft)
    draft.value = {"purpose": None}
    return draft


def change_of_event(site: Site, verb: Verb, frame: Frame) -> tuple[str, Phrase] | None:
    """ "has postponed a state visit", "the meeting was cancelled": the new realis and the event's phrase."""
    nouns = site.frames.nouns
    for phrase in [*site.slot(verb, "object"), *(verb.subject if not verb.passive else [])]:
        if any(kind in ("visit", "meeting", "call", "session") for kind in nouns.get(site.head(phrase), ())):
            return str(frame.options["realis"]), phrase
    return None


def _is_destination(site: Site, phrase: Phrase) -> bool:
    spot = site.scene.spot_to.get(phrase.j)
    return (spot is not None and spot.kind in _DESTINATIONS) or (
        spot is not None and spot.kind == "name" and spot.i == phrase.i
    )


def _city_first(destination: list[Filler]) -> list[Filler]:
    """ "Brest, Belarus" is one destination: the town; the state after it only says where that is."""
    if len(destination) == 2 and destination[0].end is not None and destination[1].start is not None:
        gap = destination[1].start - destination[0].end
        if 0 < gap <= 2 and destination[1].entity and not destination[0].entity:
            return destination[:1]
    return destination


def _purpose(site: Site, verb: Verb) -> object:
    verbs = site.clauses.verbs
    index = next(n for n, v in enumerate(verbs) if v is verb)
    if index + 1 < len(verbs):
        following = verbs[index + 1]
        if following.infinitive and following.infinitive_after is verb:
            end = len(site.lows)
            while end > following.main and site.scene.letters[end - 1] in ".q":
                end -= 1
            start, stop = site.span(following.main, end)
            return site.quote(start, stop)
    return None
