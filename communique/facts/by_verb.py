"""What a verb tells: each frame that it opens is handed to its fact type."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from communique.facts import (
    actions,
    careers,
    ceremonies,
    commitments,
    futures,
    instruments,
    meetings,
    observances,
    relief,
    sayings,
    sessions,
    statements,
    tenures,
    visits,
)
from communique.facts.by_noun import read_noun
from communique.facts.drafts import Draft
from communique.facts.frames import Frame, words_of
from communique.facts.framing import accept, add_attendees, add_companions, add_heads, framing_event, is_companions
from communique.facts.phones import by_phone
from communique.facts.settling import put_off, settle
from communique.facts.site import Site
from communique.facts.told import Told
from communique.language.clauses import Verb
from communique.model.span import is_within

#: What a verb after "will" may tell besides a promise: "will conclude an arrangement" is both.
_ALSO_PROMISED = frozenset(("instrument",))
_COMPANIONS = frozenset(("accompany", "join", "attend", "chair", "co-chair"))

_FROM_VERB: Mapping[str, Callable[[Site, Verb, Frame], Draft | None]] = {
    "meeting": meetings.from_verb,
    "call": meetings.from_verb,
    "session": sessions.from_verb,
    "ceremony": ceremonies.from_verb,
    "action": actions.from_verb,
    "statement": statements.from_verb,
}
_SEVERAL_FROM_VERB: Mapping[str, Callable[[Site, Verb, Frame], list[Draft]]] = {
    "tenure": tenures.from_verb,
    "instrument": instruments.from_verb,
    "commitment": commitments.from_verb,
    "visit": visits.from_verb,
}


def read_verb(site: Site, told: Told, verb: Verb) -> None:
    """Add to ``told`` what a verb tells."""
    if verb.lemma in relief.VERBS and told.keep(relief.from_relief(site, verb)) and verb.lemma == "be":
        return
    if verb.lemma in ("be", "stand", "remain"):
        before = len(told.drafts)
        if told.keep(commitments.from_state(site, verb)):
            _undertake(site, told, verb, told.drafts[before:])
            return
    if verb.lemma in careers.APPOINTING:
        told.keep_all(careers.from_career(site, verb))
    if verb.lemma == "be" or (verb.lemma == "expect" and verb.passive):
        told.keep(visits.visit_due(site, verb))
    if verb.lemma in ("be", "remain", "continue") or (verb.passive and not verb.relative):
        if told.keep(statements.from_state(site, verb) or sayings.from_message(site, verb)):
            return
    if verb.lemma == "be":
        return
    told.keep(meetings.from_telephone(site, verb))
    if verb.infinitive:
        told.keep(observances.from_call(site, verb))
    if verb.passive and verb.lemma in _COMPANIONS and verb.pp("by") and is_companions(site, verb):
        if not add_companions(site, verb, told.drafts) and not site.scene.heading:
            told.awaiting = (site.scene.start, site.fillers(verb.subject), site.fillers(verb.pp("by")))
        return
    if add_attendees(site, verb, told.drafts):
        told.changed.update(site.span(p.i, p.j)[0] for p in (*verb.objects[:1], *verb.pp("in")[:1]))
        return
    if verb.lemma == "accept" and accept(site, verb, told.drafts):
        return
    if verb.passive and not verb.relative and verb.lemma in ("lead", "head") and verb.pp("by"):
        if add_heads(site, verb, told.drafts):
            return
    before = len(told.drafts)
    if _frames_of(site, told, verb) <= _ALSO_PROMISED or verb.modal == "shall":
        _future(site, told, verb)
    _undertake(site, told, verb, told.drafts[before:])


def _future(site: Site, told: Told, verb: Verb) -> None:
    """What a verb that opens no frame promises by its "will", "is to", or by one before it."""
    if verb.infinitive and told.keep(futures.from_be_to(site, verb)):
        return
    if told.keep(futures.from_coordinated(site, verb, told.undertaken)) or not verb.modal:
        return
    at = site.span(verb.i, verb.j)[0]
    report = next((d for d in told.drafts[-4:] if d.type == "statement" and is_within(at, d.content)), None)
    sources = list(report.roles["speaker"]) if report is not None else list(site.discourse.voice)
    told.keep(futures.from_will(site, verb, reported=bool(sources)))
    told.keep(futures.from_passive(site, verb, sources))


def _undertake(site: Site, told: Told, verb: Verb, drafts: list[Draft]) -> None:
    """Remember which verb a promise is about, for those coordinated with it."""
    for draft in drafts:
        if draft.type == "commitment" and draft.value["action"] is not None:
            at = draft.value["action"].start
            for doing in site.clauses.verbs:
                if site.span(doing.i, doing.j)[0] <= at <= site.span(doing.main, doing.j)[0]:
                    told.undertaken[doing.i] = draft


def _frames_of(site: Site, told: Told, verb: Verb) -> set[str]:
    """Open every frame of a verb and say which; one of lemma and particle shuts out those of the lemma alone."""
    if verb.lemma not in site.frames.lemmas:
        return set()
    taken: set[str] = set()
    for key in site.keys(verb):
        for frame in site.frames.verbs.get(key, ()):
            if frame.type not in taken and _frame(site, told, verb, frame, key):
                taken.add(frame.type)
        if taken and "-" in key:
            break
    return taken


def _frame(site: Site, told: Told, verb: Verb, frame: Frame, key: str) -> bool:
    if frame.type == "statement" and (commitments.is_commitment(site, verb) or actions.is_act(site, verb)):
        return False
    if frame.type == "topics":
        return _topics(site, told, verb, key)
    if frame.type == "change":
        return _change(site, told, verb, frame)
    if frame.type in _SEVERAL_FROM_VERB:
        return told.keep_all(_SEVERAL_FROM_VERB[frame.type](site, verb, frame))
    one = _FROM_VERB.get(frame.type)
    draft = one(site, verb, frame) if one is not None else None
    return told.keep_apart(site, draft)


def _topics(site: Site, told: Told, verb: Verb, key: str) -> bool:
    """Topics belong to the event that frames them; without one, those who "discuss" have met."""
    found = meetings.topics_from_verb(site, verb)
    if found is None:
        return False
    who, evidence, topics = found
    spans = tuple(site.quote(*topic) for topic in topics)
    framing = framing_event(site, who, told.drafts)
    if framing is not None:
        framing.value["topics"] = (*framing.value.get("topics", ()), *spans)
        framing.evidence.append(evidence)
        return True
    talked = bool(verb.pp("with")) and site.is_agent(verb.pp("with")[0])  # "reviewed the talks with the King"
    if len(who) < 2 or not (talked or key in words_of(site.frames.data["events"]["meeting"]["discuss"])):
        return False
    kind = "call" if by_phone(site, verb.j, len(site.lows), noun=True) else "meeting"  # "… when they spoke by phone"
    draft = Draft(kind, site.scene, {"participant": who}, [evidence])
    settle(site, draft, verb)
    draft.value["topics"] = spans
    return told.keep(draft)


def _change(site: Site, told: Told, verb: Verb, frame: Frame) -> bool:
    """ "has postponed a state visit": the event, as postponed or cancelled."""
    changed = visits.change_of_event(site, verb, frame)
    if changed is None:
        return False
    realis, phrase = changed
    told.changed.add(site.span(phrase.i, phrase.j)[0])
    first = len(told.drafts)
    read_noun(site, told, phrase)
    for draft in told.drafts[first:]:
        draft.realis = realis
        start, end = draft.evidence[0]
        draft.evidence = [(min(start, site.span(verb.i, verb.j)[0]), end)]
        put_off(site, draft)
    return len(told.drafts) > first
