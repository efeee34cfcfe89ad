"""Who travels where: verbs of travel, and visits as nouns."""

from __future__ import annotations

from collections.abc import Sequence

from communique.facts.companions import hosts_talks, together
from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.implied import is_implied
from communique.facts.invitations import invited_to
from communique.facts.settling import plan_if_ahead, realis_of_noun
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_DESTINATIONS = frozenset(("place", "state"))
_VENUES = frozenset(
    "house palace office ministry residence kremlin élysée elysee castle hall headquarters tomb center centre airport "
    "camp base building room guesthouse villa chancellery chancery embassy memorial monument university "
    "secretariat".split()
)
_DELEGATIONS = frozenset(("delegation", "delegations", "premier", "president", "mission", "team", "envoy", "envoys"))
_TEAMS = frozenset("group teams missions observers inspectors panel committee squad contingent".split())
_PURPOSES = frozenset(
    "talks meetings meeting consultations negotiations visit summit conference forum session ceremony signing "
    "commemoration celebrations inauguration funeral launch event events gathering dialogue".split()
)
_STAYS = frozenset("tour visit stay stop stopover vacation holiday".split())
_TRIPS = frozenset("visit trip tour journey travel stay stopover".split())
_CHANGEABLE = frozenset(("visit", "meeting", "call", "session", "conference", "ceremony"))
_SITES = frozenset(
    "port city town village capital island islands region province district state border camp hospital school factory "
    "site valley coast airport base county governorate oblast municipality republic front".split()
)
_SINCE_THEN = (["during"], ["after"], ["following"], ["since"])
_LONGEST_PLACE = 7
_FACILITIES = frozenset(
    "farm farms factory plant plants school schools hospital hospitals clinic clinics shelter shelters base university "
    "college museum church synagogue mosque temple cathedral facility facilities site sites bridge port harbor harbour "
    "camp camps neighborhood neighbourhood library bakery brewery laboratory lab warehouse cemetery shipyard dam mine "
    "refinery headquarters kindergarten orphanage market parliament embassy airfield exhibition pavilion stadium "
    "battlefield garrison barracks atolls islands villages villagers hangars hangar".split()
)
_AWAY = frozenset(("come", "go", "return", "leave", "depart"))
_PRESENT_BE = frozenset(("am", "is", "are", "'m", "’m", "'s", "’s", "'re", "’re"))


def from_verb(site: Site, verb: Verb, frame: Frame) -> list[Draft]:
    """ "traveled to Brest", "will visit Accra on 6 May and Abidjan on 7 May", "will host the minister in Ottawa"."""
    needs = frame.options.get("needs")
    if verb.modal in ("should", "must", "can", "could") or not _fits(site, verb, needs):
        return []
    if verb.lemma in _AWAY and "home" in site.lows[verb.main + 1 : verb.main + 3]:
        return []
    slot, places = _places(site, verb, frame)
    destination = site.fillers(places, place=True)
    if verb.lemma == "travel" and not destination:
        abroad = [k for k in range(verb.j, min(verb.j + 2, len(site.lows))) if site.lows[k] == "abroad"]
        destination = [site.words(k, k + 1) for k in abroad]
    if not destination and verb.lemma in ("visit", "tour", "revisit") and not verb.passive:
        destination = _place_visited(site, verb.objects[:3])
    if not destination and frame.options.get("here") and any(is_implied(p) for p in verb.subject):
        destination = site.here()
    visitors, invited = _visitors(site, verb, frame)
    if verb.lemma == "arrive" and not destination and _has_time(site, verb):
        destination = _home(site, visitors)
    if needs == "place-in" and hosts_talks(site, verb):
        return []
    if needs == "place-in" and any(not is_destination(site, p) for p in places):
        return []
    if not visitors or not destination:
        return []
    if verb.lemma in _AWAY and verb.infinitive and not site.scene.heading and not invited:
        return []
    if verb.lemma == "visit" and verb.passive and not verb.pp("by"):
        return []
    draft = Draft("visit", site.scene, {"visitor": visitors, "destination": _city_first(destination)}, [])
    draft.evidence = [site.evidence(verb, subject=False)]
    draft.realis = invited or site.realis(verb)
    if draft.realis == "actual" and _is_going(site, verb):
        draft.realis = "planned"
    if needs == "invited" and draft.realis in ("actual", "planned"):
        draft.realis = "proposed"
    draft.time = site.time_near(verb.i, max(verb.j, verb.end))
    plan_if_ahead(site, draft)
    draft.value = {"purpose": _purpose(site, verb)}
    return [draft, *_further(site, draft, places[-1:], slot)]


def _is_going(site: Site, verb: Verb) -> bool:
    """ "I’m going to Oslo", "is travelling to Rome": a journey that lies ahead."""
    if verb.lemma in ("visit", "tour") and not _has_time(site, verb):
        return False  # "Minister K, who is visiting Japan"
    return verb.form == "g" and not _PRESENT_BE.isdisjoint(site.lows[max(0, verb.main - 2) : verb.main])


def _has_time(site: Site, verb: Verb) -> bool:
    return not verb.infinitive and site.time_near(verb.i, verb.j, reach=-5) is not None


def _place_visited(site: Site, objects: Sequence[Phrase]) -> list[Filler]:
    """ "Will visit a family farm": the farm, which has no name."""
    place = next((p for p in objects if site.head(p) in _FACILITIES), None)
    if place is None or place.j - objects[0].i > _LONGEST_PLACE:
        return []
    first = objects[0].i
    return [site.words(first + (site.scene.letters[first] == "d"), place.j)]


def _home(site: Site, visitors: list[Filler]) -> list[Filler]:
    """The state whose page it is, for strangers who come without a word of where to."""
    home = site.text.home
    if home is None or all(state.id != home[1] for state in site.text.knowledge.states.values()):
        return []
    theirs = {state.name for state in site.discourse.states_of(tuple(visitors))}
    return [Filler(*home)] if theirs and home[0] not in theirs else []


def _fits(site: Site, verb: Verb, needs: str | None) -> bool:
    if needs == "place" and verb.objects and verb.lemma in ("continue", "proceed", "head", "return"):
        return False  # "continues the emergency with respect to Iran"
    if needs == "place-in":
        objects = site.slot(verb, "object")
        return bool(objects) and site.is_person(objects[0]) and site.spot_kind(objects[0]) != "name"
    if needs == "delegation":
        return bool(_DELEGATIONS & {word for p in site.slot(verb, "object") for word in site.lows[p.i : p.j]})
    if needs == "invited":
        return not verb.infinitive or verb.infinitive_after is None or verb.infinitive_after.lemma != "accept"
    if needs == "trip":
        return any(site.head(p) in _TRIPS for p in verb.subject) or (
            bool(verb.subject) and bool(_TRIPS & set(site.lows[max(0, verb.subject[0].i - 8) : verb.i]))
        )
    return True


def _places(site: Site, verb: Verb, frame: Frame) -> tuple[str, list[Phrase]]:
    """The slot and the phrases that name where somebody goes."""
    for slot in frame.options["destination"]:
        found: list[Phrase] = []
        for phrase in site.slot(verb, slot):
            spot = site.scene.spot_to.get(phrase.j)
            if spot is None or spot.i < phrase.i:
                found.extend(_within(site, phrase) if site.head(phrase) in _SITES else ())
                continue
            if frame.options.get("needs") == "place" and not is_destination(site, phrase):
                continue
            if spot.kind == "name" and verb.lemma in _AWAY and site.scene.sentence.words[spot.i].isupper():
                continue  # "returned to IUPUI": a life told
            if spot.kind in _DESTINATIONS or (spot.kind == "name" and slot in ("to", "on-to", "object")):
                found.append(phrase)
        if found:
            return slot, found
    if (
        verb.lemma in ("visit", "tour")
        and not verb.passive
        and verb.objects
        and site.spot_kind(verb.objects[0]) is None
    ):
        inside = [p for _, phrases in site.after(verb.objects[0])[:2] for p in phrases if is_destination(site, p)]
        return "in", inside[:1]  # "toured the port of Mombasa", "visited villages in Busia County"
    return "", []


def _within(site: Site, phrase: Phrase) -> list[Phrase]:
    """The place that "the port of Mombasa", "the city of Lviv", "a hospital in Gao" lies in or is."""
    for preposition, phrases in site.after(phrase)[:1]:
        if preposition in ("of", "in"):
            return [p for p in phrases if is_destination(site, p)][:1]
    return []


def _visitors(site: Site, verb: Verb, frame: Frame) -> tuple[list[Filler], str]:
    """Who goes, and how real an invitation makes it."""
    phrases = [p for slot in frame.options["visitor"] for p in site.slot(verb, slot)]
    phrases = [p for p in phrases if site.is_person(p) or site.head(p) in _DELEGATIONS | _TEAMS]
    if verb.infinitive:
        guests, realis = invited_to(site, verb)
        if realis:
            return (together(site, guests) if guests else []), realis
    return together(site, phrases), ""


def _further(site: Site, first: Draft, places: list[Phrase], slot: str) -> list[Draft]:
    """ "… on 6 May and Abidjan on 7 May": a place with its own time is a second visit."""
    kinds, out = site.clauses.kinds, []
    if not places or places[0].at < 0 or first.time is None:
        return []
    k = places[0].at + 1
    limit = min(len(kinds), k + 12)
    while k < limit and kinds[k] in "iN,cR":
        if kinds[k] == "c" or kinds[k] == ",":
            step = k + 1 + (kinds[k + 1 : k + 2] == "c")
            if kinds[step : step + 1] == "i" and site.lows[site.clauses.bounds[step][0]] == slot:
                step += 1
            phrase = site.clauses.phrases.get(step)
            if phrase is not None and is_destination(site, phrase):
                time = site.time_near(phrase.i, phrase.j, reach=-4)
                if time is not None and time.start != first.time.start:
                    roles = {"visitor": list(first.roles["visitor"]), "destination": site.fillers([phrase], place=True)}
                    another = Draft(
                        "visit", site.scene, roles, [site.noun_evidence(phrase, words=4)], first.realis, time
                    )
                    another.value = {"purpose": None}
                    out.append(another)
                    k = step
        k += 1
    return out


def visit_due(site: Site, verb: Verb) -> Draft | None:
    """ "had been due in Dublin", "is expected in New York", "will be in Nairobi", "is in Berlin for talks with …"."""
    coming = verb.modal in ("will", "shall", "'ll", "’ll")
    purpose = [p for p in verb.pp("for", "on") if site.head(p) in _PURPOSES]
    follows = any(
        v.infinitive_after is verb
        and v.lemma
        in ("attend", "meet", "hold", "take", "join", "participate", "announce", "open", "sign", "discuss", "visit")
        for v in site.clauses.verbs
    )
    due = "due" in site.lows[verb.main : verb.main + 3] or verb.lemma == "expect"
    where = [p for p in verb.pp("in", "at") if is_destination(site, p) and site.spot_kind(p) in _DESTINATIONS]
    if verb.lemma == "be" and (verb.objects and not due):
        return None  # "was an associate at a firm in Oslo"
    if not where and due:  # "due" is taken for the object: its place stands behind
        after = [s for s in site.scene.spots if verb.j <= s.i <= verb.j + 3 and s.kind in _DESTINATIONS]
        where = [Phrase(after[0].i, after[0].j, -1)] if after and site.lows[after[0].i - 1] == "in" else []
    if not where:
        return None
    time = site.time_near(verb.i, where[0].j, reach=0)
    dated = time is not None and not verb.modal and not verb.negated and site.lows[verb.i - 1 : verb.i] != ["we"]
    if not (coming or purpose or due or follows or dated):
        return None
    named = [p for p in verb.subject if site.scene.spot_to.get(p.j) is not None or site.scene.letters[p.i] == "r"]
    named += [p for p in verb.subject if p not in named and site.head(p) in _DELEGATIONS | {"ministers", "leaders"}]
    people = together(site, [p for p in (verb.subject if due else named) if site.is_person(p)])
    if not people:
        return None
    destination = site.fillers(where, place=True)
    draft = Draft("visit", site.scene, {"visitor": people, "destination": _city_first(destination)}, [])
    draft.evidence = [site.evidence(verb)]
    draft.realis = "planned" if coming or due else site.realis(verb)
    draft.time = site.time_near(verb.i, where[0].j)
    if draft.time is not None and site.lows[verb.main] in ("was", "were") and not due:
        draft.time = site.behind(draft.time)  # "when I was in Oslo in August"
    plan_if_ahead(site, draft)
    draft.value = {"purpose": None}
    return draft


def from_noun(site: Site, phrase: Phrase, told: Sequence[Draft] = ()) -> Draft | None:
    """ "paid an official visit to Kenya", "a visit by the foreign minister", "the President's trip to …".

    Args:
        site: the sentence.
        phrase: "visit", "trip" or the like.
        told: visits told before, the last one last: where "his visit" goes.
    """
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
            destination.extend(site.fillers((p for p in phrases if is_destination(site, p)), place=True))
        of_visitor = preposition == "of" and site.head(phrase) not in _STAYS - {"visit"}  # "a tour of the factory"
        if (preposition in ("by", "between") or of_visitor) and not people:
            people = together(site, [p for p in phrases if site.is_person(p)])
    spots = [s for s in site.spots_in(phrase.i, phrase.j) if s.kind in _DESTINATIONS]
    if spots and not destination and site.scene.letters[spots[-1].j : spots[-1].j + 1] != "z":
        destination = site.fillers([Phrase(spots[-1].i, spots[-1].j, -1)], place=True)  # "Tokyo trip"
    governed = verb is not None and phrase.among(
        [*site.slot(verb, "object"), *verb.pp("on", "for", "off"), *verb.pp("up")]
    )
    if (
        not people
        and verb is not None
        and governed
        and (verb.lemma in light or verb.lemma in ("be", "arrive", "travel", "put"))
    ):
        people = together(site, [p for p in site.slot(verb, "subject") if site.is_person(p)])
    if not people:
        people = _during(site, phrase)
    if not destination and verb is not None and verb.lemma in ("make", "pay") and phrase.among(verb.objects):
        to = [p for p in verb.pp("to") if is_destination(site, p)]
        destination = site.fillers(to, place=True)  # "the visit that she had made to Oslo"
    if not destination and verb is not None and verb.lemma in ("be", "arrive"):
        in_place = [p for p in verb.pp("in") if is_destination(site, p)]
        destination = site.fillers(in_place, place=True)
    entry = site.lows[phrase.i - 1 : phrase.i] == ["on"] and site.lows[phrase.i] in ("a", "an", "his", "her")
    if not people and verb is None and entry:
        before = site.scene.spot_to.get(phrase.i - 1)
        people = site.fillers([Phrase(before.i, before.j, -1)]) if before and before.kind == "person" else []
        destination = destination or _labelled(site)  # "Accra: Foreign Minister R on a two-day visit"
    if not people and verb is None:
        people = site.keeper(phrase)
        destination = destination or (site.here() if people else [])
    exchanged = site.head(phrase) == "visits" and bool(site.noun_pp(phrase, "between"))
    if people and not destination and not stopping:
        destination = _labelled(site)  # "Helsinki: State visit of King O begins"
    if people and not destination and not exchanged and site.head(phrase) in ("visit", "trip"):
        destination = _told_before(people, told)
        if not destination and not (possessor is not None and possessor.j - possessor.i == 1):
            destination = _home(site, people)
    if not people or (not destination and not exchanged):
        return None
    if destination and all(destination[0].name in person.name for person in people):
        return None  # "a visit by the President of Chad" is not one to Chad
    draft = Draft("visit", site.scene, {"visitor": people}, [site.noun_evidence(phrase)])
    if destination:
        draft.roles["destination"] = _city_first(destination)
    draft.realis = realis_of_noun(site, phrase, verb if governed or (verb and phrase.among(verb.subject)) else None)
    if (
        verb is not None
        and draft.realis == "actual"
        and {"annual", "regular"} & set(site.lows[max(0, phrase.i - 4) : phrase.j])
    ):
        draft.realis = "habitual"
    draft.time = site.time_near(phrase.i, phrase.j)
    if draft.time is not None and draft.realis == "actual" and site.lows[phrase.i - 1 : phrase.i] in _SINCE_THEN:
        draft.time = site.behind(draft.time)  # "during his trip to Korea in May"
    plan_if_ahead(site, draft)
    draft.value = {"purpose": None}
    return draft


def _labelled(site: Site) -> list[Filler]:
    """The town that opens an entry of a diary: "Accra: …"."""
    first = site.scene.spots[0] if site.scene.spots else None
    if first is None or first.i or first.kind not in _DESTINATIONS or site.lows[first.j : first.j + 1] != [":"]:
        return []
    return site.fillers([Phrase(first.i, first.j, -1)], place=True)


def _told_before(people: list[Filler], told: Sequence[Draft]) -> list[Filler]:
    names = {f.name for f in people}
    for draft in reversed(told):
        if names & {f.name for f in draft.roles["visitor"]} and draft.realis != "negated":
            return [Filler(f.name, f.entity) for f in draft.roles.get("destination", ())[:1]]
    return []


def _during(site: Site, phrase: Phrase) -> list[Filler]:
    """ "During a visit to Kenya, the Minister met …": the Minister."""
    if site.lows[max(0, phrase.i - 1) : phrase.i] not in (["during"], ["on"], ["after"], ["following"], ["before"]):
        return []
    later = next((v for v in site.clauses.verbs if v.i > phrase.j and v.subject and v.subject[0].i > phrase.j), None)
    return together(site, [p for p in later.subject if site.is_person(p)]) if later is not None else []


def change_of_event(site: Site, verb: Verb, frame: Frame) -> tuple[str, Phrase] | None:
    """ "has postponed a state visit", "the meeting was cancelled": the new realis and the event's phrase."""
    nouns = site.frames.nouns
    for phrase in [*site.slot(verb, "object"), *verb.pp("off"), *(verb.subject if not verb.passive else [])]:
        if any(kind in _CHANGEABLE for kind in nouns.get(site.head(phrase), ())):
            return str(frame.options["realis"]), phrase
    return None


def is_destination(site: Site, phrase: Phrase) -> bool:
    """Whether a phrase names a state or town, no house in it."""
    spot = site.scene.spot_to.get(phrase.j)
    if spot is None or _VENUES & set(site.lows[spot.i : spot.j]):
        return False
    return spot.kind in _DESTINATIONS or (spot.kind == "name" and spot.i == phrase.i)


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
