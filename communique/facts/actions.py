"""Acts upon somebody that are nothing else: expulsions, sanctions, attacks, aid, releases."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_CALLS = frozenset("urge call demand ask request implore exhort appeal encourage press invite".split())
_ACTOR_NOUNS = frozenset(
    "regime government forces authorities troops officials states leaders army military police navy insurgents rebels "
    "militants gang gangs guard junta militia fighters side ministry ship vessel vessels warships jets air".split()
)
_VICTIMS = frozenset(("state", "place", "person", "organization", "body"))
_CAPTIVES = frozenset("prisoners prisoner hostages hostage detainees captives captive soldiers crew sailors".split())
_ACTORS = frozenset(("state", "organization", "group", "demonym", "place"))
_SOFT = frozenset("provide deliver supply send grant fund launch move target impose test train recall suspend".split())


def from_verb(site: Site, verb: Verb, frame: Frame) -> Draft | None:
    """ "Poland expelled three diplomats", "has launched some 50 missiles"."""
    called_for = verb.infinitive and verb.infinitive_after is not None and verb.infinitive_after.lemma in _CALLS
    if (verb.modal and verb.modal != "must") or (verb.infinitive and not called_for and not _told(verb)):
        return None
    act = str(frame.options["act"])
    personal = act in ("coerce", "relent", "yield")
    subjects = [p for p in site.slot(verb, "subject") if _is_actor(site, p) or (personal and site.is_agent(p))]
    objects = site.slot(verb, "object") or verb.pp("off")
    if not subjects:
        return None
    needed = site.frames.data["acts"]["action"]["needs"].get(verb.lemma)
    if needed is not None and not (objects and site.head(objects[0]) in words_of(needed)):
        return None
    if verb.lemma in _SOFT and (not objects or site.conditional(verb)):
        return None
    if verb.lemma == "declare" and "persona" not in site.lows[verb.j : verb.j + 12]:
        return None
    if act == "relent" and not any(site.is_agent(p) or site.head(p) in _CAPTIVES for p in objects):
        return None  # "released a report"
    actor = site.fillers(subjects)
    if not actor:
        return None
    draft = Draft("action", site.scene, {"actor": actor}, [site.evidence(verb)], site.realis(verb))
    if called_for:
        draft.realis = "proposed"
    targets = _acted_on(site, objects) or _acted_on(site, verb.pp("against", "on", "to", "from", "with"))
    if not targets and objects and site.head(objects[0]) in ("relations", "ties", "links"):
        targets = [p for p in site.noun_pp(objects[0], "with") if site.spot_kind(p) is not None]
    if targets:
        draft.roles["target"] = site.fillers(targets)
    elif act in ("aid", "support", "reduce", "mobilize", "impose"):
        return None
    start, end = site.span(verb.main, max(verb.end, verb.j))
    draft.value = {"what": site.quote(start, end)}
    draft.time = site.time_near(verb.i, max(verb.j, verb.end))
    draft.act = act
    return draft


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """ "Russia's invasion of Ukraine", "the regime's crackdown"."""
    head = site.head(phrase)
    data = site.frames.data["acts"]["action"]
    act = next(name for name, nouns in data["nouns"].items() if head in words_of(nouns))
    possessor = site.possessor(phrase)
    actor: list[Filler] = []
    if possessor is not None and (_is_actor(site, possessor) or site.spot_kind(possessor) == "person"):
        actor = site.fillers([possessor])
    else:
        spots = [s for s in site.spots_in(phrase.i, phrase.j) if s.kind in ("adjective", "state", "demonym")]
        if spots:
            actor = site.fillers([Phrase(spots[0].i, spots[0].j, -1)])
        else:
            actor = site.fillers(p for p in site.noun_pp(phrase, "by") if _is_actor(site, p) or site.is_agent(p))
    suffered = [p for p in site.noun_pp(phrase, "on", "of", "against", "in") if site.spot_kind(p) in _VICTIMS]
    if not actor and (head not in words_of(data["actorless"]) or not suffered):
        return None
    draft = Draft("action", site.scene, {"actor": actor} if actor else {}, [site.noun_evidence(phrase)])
    targets = [
        p
        for p in site.noun_pp(phrase, "against", "of", "on", "towards", "toward", "in")
        if _is_actor(site, p) or site.is_agent(p)
    ]
    if targets:
        draft.roles["target"] = site.fillers(targets)
    elif act in words_of(data["transitive"]):
        return None
    start, end = draft.evidence[0]
    draft.value = {"what": site.quote(start, end)}
    draft.act = act
    draft.time = site.time_near(phrase.i, phrase.j, reach=4)
    return draft


def _is_actor(site: Site, phrase: Phrase) -> bool:
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None and spot.i >= phrase.i:
        return spot.kind in _ACTORS or spot.kind in ("adjective", "body") or (spot.kind == "place" and bool(spot.state))
    head = site.head(phrase)
    if site.scene.letters[phrase.i] in "r":
        return site.lows[phrase.i] in ("it", "they", "who")
    if site.scene.letters[phrase.i] == "d" and phrase.j - phrase.i == 1:
        return site.lows[phrase.i] in ("its", "their")
    return head in _ACTOR_NOUNS or (site.is_agent(phrase) and head not in ("president", "minister", "spokesperson"))


def _acted_on(site: Site, phrases: list[Phrase]) -> list[Phrase]:
    return [p for p in phrases if site.scene.spot_to.get(p.j) is not None or site.is_agent(p)]


def _told(verb: Verb) -> bool:
    return verb.infinitive_after is not None and verb.infinitive_after.lemma in ("continue", "begin")
