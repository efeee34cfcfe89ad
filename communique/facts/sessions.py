"""Sessions of organs: councils, committees and commissions that meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.facts.companions import together
from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.organs import is_organ, is_session_noun, organ_filler, plain_organ
from communique.facts.settling import settle, settle_noun
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_NEXT = frozenset("next following upcoming forthcoming subsequent previous last".split())
_HELD = frozenset("hold convene take schedule plan host happen meet open begin".split())
_BESIDE = frozenset("sidelines margins sideline margin".split())
_REGULARLY = frozenset("basis quarterly yearly annually monthly biannually semiannually regularly request".split())
_BEHIND = 8
_PRESIDING = frozenset("chair presiding chairing chaired".split())
_CHAIRING = frozenset(("chair", "lead", "preside", "co-chair"))


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """An organ meets: "the Council will meet", "the Commission held its third session", "convened a meeting of …"."""
    needs = frame.options.get("needs", "")
    if needs == "session-object" and not any(is_session_noun(site.head(p)) for p in verb.objects):
        return None
    if needs == "session-object" and any(site.is_person(p) for o in verb.objects for p in site.noun_pp(o, "with")):
        return None  # "the Council convened a meeting with student leaders": a meeting
    if needs == "" and any(not is_organ(site, p) for p in verb.objects):
        return None  # "is assembling a task force"
    phrases = site.slot(verb, frame.options["body"][0])
    bodies = [p for p in phrases if is_organ(site, p) and site.spot_kind(p) != "conference"]
    if not bodies:
        return None
    chaired = not _PRESIDING.isdisjoint(site.lows)
    met = [*verb.objects[:1], *(() if chaired else verb.pp("with"))]
    if needs == "" and verb.lemma == "meet" and any(site.is_person(p) for p in met):
        return None  # "the Committee met with Minister R": no session
    draft = Draft("session", site.scene, {"body": [organ_filler(site, bodies[0])]}, [site.evidence(verb)])
    draft.value = {"topics": (), "level": None}
    settle(site, draft, verb)
    if draft.realis in ("planned", "proposed") and not _REGULARLY.isdisjoint(site.lows[verb.j : verb.end + _BEHIND]):
        draft.realis = "habitual"  # "shall meet on a quarterly basis"
    if needs == "body-object":
        _add_people(site, draft, verb)
    return draft


def from_noun(site: Site, phrase: Phrase, sitting: Sequence[Filler] = ()) -> Draft | None:
    """ "the ordinary meeting of the Board of Harbour Masters", "the Council's next session".

    Args:
        site: the sentence.
        phrase: "session", "meeting" or the like.
        sitting: the organ last told of, whose "next session" it may be.
    """
    verb = site.governor(phrase) or site.subject_of(phrase)
    bodies = _body_of(site, phrase) or plain_organ(site, phrase)
    if not bodies and verb is not None:
        bodies = _next_of(site, phrase, verb, sitting)
    if not bodies and verb is None and site.lows[0] == "next" and phrase.i == 0 and sitting:
        bodies = [Filler(sitting[0].name, sitting[0].entity)]  # "Next meeting: Oslo, autumn 2025"
    if not bodies:
        return None
    draft = Draft("session", site.scene, {"body": bodies}, [site.noun_evidence(phrase)])
    draft.value = {"topics": (), "level": None}
    settle_noun(site, draft, phrase, verb)
    acting = next((v for v in site.clauses.verbs if v.j <= phrase.i and v.subject and not v.relative), None)
    if site.lows[phrase.i] == "its" and acting is not None and any(is_organ(site, p) for p in acting.subject):
        draft.evidence.append(site.evidence(acting))
    if verb is not None:
        _add_people(site, draft, verb)
    _add_chairs(site, draft, phrase)
    draft.roles = {role: fillers for role, fillers in draft.roles.items() if fillers}
    return draft


def others_of(site: Site, phrase: Phrase, session: Draft) -> list[Draft]:
    """The other organs of "meetings of the Assembly, the Council and the Commission": each has its own session."""
    of = site.noun_pp(phrase, "of")
    if not site.head(phrase).endswith("s") or len(of) < 2 or not all(is_organ(site, p) for p in of):
        return []
    return [
        replace(session, roles={**session.roles, "body": site.fillers([p])}, evidence=[site.span(p.i, p.j)])
        for p in of[1:]
    ]


def from_organ(site: Site, phrase: Phrase) -> Draft | None:
    """ "addressed the General Assembly", "on the sidelines of the General Assembly": its session."""
    if not is_organ(site, phrase):
        return None
    verb = site.governor(phrase)
    joins = words_of(site.frames.data["events"]["session"]["join"])
    before = site.lows[max(0, phrase.i - 2) : phrase.i]
    beside = bool(_BESIDE & set(site.lows[max(0, phrase.i - 3) : phrase.i])) or before == ["ahead", "of"]
    attends = verb is not None and verb.lemma in ("attend", "address") and phrase.among(site.slot(verb, "object"))
    if not (beside or attends):
        return None
    draft = Draft("session", site.scene, {"body": [organ_filler(site, phrase)]}, [site.span(phrase.i, phrase.j)])
    draft.value = {"topics": (), "level": None}
    settle_noun(site, draft, phrase, verb)
    if verb is not None and attends and verb.lemma in joins:
        _add_people(site, draft, verb)
    if beside and draft.realis in ("negated", "proposed", "hypothetical"):
        draft.realis = "actual"
    return draft


def _body_of(site: Site, phrase: Phrase) -> list[Filler]:
    """The organ that the noun's own words name: before "’s", after "of", or inside."""
    possessor = site.possessor(phrase)
    if possessor is not None and is_organ(site, possessor):
        return [organ_filler(site, possessor)]
    if possessor is not None and site.lows[possessor.i] == "its":
        return _its(site, possessor)
    following = [phrases for preposition, phrases in site.after(phrase)[:3] if preposition == "of"]
    if following and is_organ(site, following[0][0]):
        return [organ_filler(site, following[0][0])]
    inside = [
        s for s in site.spots_in(phrase.i, phrase.j) if s.kind == "body" and is_organ(site, Phrase(s.i, s.j, phrase.at))
    ]
    return site.fillers([Phrase(inside[-1].i, inside[-1].j, phrase.at)]) if inside else []


def _its(site: Site, possessor: Phrase) -> list[Filler]:
    """ "The Council will return to it at its meeting": the organ before in the sentence, else the one last told of."""
    for spot in reversed(site.scene.spots):
        if spot.j <= possessor.i and spot.kind in ("body", "organization", "conference"):
            phrase = Phrase(spot.i, spot.j, -1)
            if spot.kind == "conference" or is_organ(site, phrase):
                return site.fillers([phrase])
    for spot in site.scene.spots[:4]:  # "At its 12th meeting, held in Oslo, the Council decided"
        organ = Phrase(spot.i, spot.j, -1)
        acts = any(p.j == spot.j for v in site.clauses.verbs for p in v.subject)
        if acts and spot.i > possessor.i and spot.kind in ("body", "organization") and is_organ(site, organ):
            return site.fillers([organ])
    thing = site.discourse.thing
    return [Filler(thing.name, thing.entity)] if thing is not None and is_organ_name(thing.name) else []


def is_with_persons(site: Site, phrase: Phrase) -> bool:
    """ "The Committee's meeting with the Coordinator": no session, the Committee meets somebody."""
    partners = [p for p in site.noun_pp(phrase, "with") if site.spot_kind(p) in ("person", "office")]
    return bool(partners)


def is_organ_name(name: str) -> bool:
    """Whether a name told before is an organ's."""
    return any(word in ORGAN_NAMES for word in name.lower().split())


ORGAN_NAMES = frozenset(
    "council committee commission assembly group parliament congress senate dialogue mechanism board cabinet troika "
    "collegium conference quad forum".split()
)


def _next_of(site: Site, phrase: Phrase, verb: Verb, sitting: Sequence[Filler]) -> list[Filler]:
    """ "The next session is to be held in Oslo", "will hold the fifth round in May": of the organ last told of."""
    head = site.head(phrase)
    if not sitting or head in ("round", "rounds", "meetings") or verb.lemma not in _HELD:
        return []
    if site.after(phrase)[:1] and site.after(phrase)[0][0] in ("with", "between", "of"):
        return []
    own = set(site.lows[phrase.i : phrase.j])
    ordinal = any(low.endswith(("th", "st", "nd", "rd")) and low[:-2].isdigit() for low in own)
    if not (_NEXT & own or ordinal or head in ("session", "sitting")):
        return []
    return [Filler(sitting[0].name, sitting[0].entity)]


def _add_chairs(site: Site, draft: Draft, phrase: Phrase) -> None:
    """Who presides over "the third session of the Commission, held in Riga and co-chaired by A and B"."""
    for verb in site.clauses.verbs:
        if verb.i >= phrase.j and verb.lemma in _CHAIRING and verb.pp("by"):
            people = together(site, [p for p in verb.pp("by") if site.is_person(p)])
            draft.join("participant", people)
            draft.join("chair", people)
            return


def _add_people(site: Site, draft: Draft, verb: Verb) -> None:
    """Who attends and who chairs."""
    joins = words_of(site.frames.data["events"]["session"]["join"])
    if verb.lemma not in joins and verb.lemma not in _CHAIRING and verb.lemma != "take":
        return
    people = together(site, [p for p in site.slot(verb, "subject") if site.is_person(p)])
    if people:
        draft.roles["participant"] = people
        if verb.lemma in _CHAIRING:
            draft.roles["chair"] = people
