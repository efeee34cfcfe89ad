"""What later sentences add to an event told before: its topics, and more who took part."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Verb
from communique.model import Filler

#: Drafts back to look for the event that topics or companions belong to.
_TOPICS_BACK, _COMPANIONS_BACK = 120, 30
_FRAMING = frozenset(("meeting", "call", "conference", "session"))
_JOINED = {"visit": "visitor", "meeting": "participant", "session": "participant", "call": "participant"}
_PARTS_BACK = 6


def framing_event(site: Site, who: list[Filler], drafts: list[Draft]) -> Draft | None:
    """The event whose topics a sentence tells: the last one that those who discuss took part in.

    Args:
        site: the sentence.
        who: who discusses, empty where it does not say.
        drafts: so far.
    """
    names = {f.name for f in who}
    bodies = {s.name for s in site.discourse.states_of(tuple(who))}
    for draft in reversed(drafts[-_TOPICS_BACK:]):
        if draft.type not in _FRAMING:
            continue
        if draft.scene.part != site.scene.part and draft.type in ("conference", "session") and names:
            continue
        participants = tuple(draft.roles.get("participant", ()))
        members = {f.name for f in participants}
        if not names or names <= members or len(names & members) >= 2 or (members and members <= names):
            return draft
        if len(bodies) > 1 and bodies == {s.name for s in site.discourse.states_of(participants)}:
            return draft  # "the sides", of an event told by its persons
    return None


def add_companions(site: Site, verb: Verb, drafts: list[Draft]) -> bool:
    """ "He was joined by …", "The meeting was attended by …": more participants of the visit and meeting last told.

    Args:
        site: the sentence.
        verb: "accompany", "join" or "attend" in the passive.
        drafts: so far; changed in place.

    Returns:
        Whether such an event was found.
    """
    people = site.fillers(p for p in verb.pp("by") if site.is_agent(p))
    subjects = {f.name for f in site.fillers(verb.subject)}
    found = False
    for draft in reversed(drafts[-_COMPANIONS_BACK:]):
        role = _JOINED.get(draft.type)
        if role is None or draft.scene.part + _PARTS_BACK < site.scene.part:
            continue
        if verb.lemma == "attend" and draft.realis != site.realis(verb):
            continue
        if verb.lemma != "attend" and not subjects & {m.name for m in draft.roles.get(role, ())}:
            continue
        draft.join(role, people)
        draft.evidence.append(site.evidence(verb, subject=True))
        found = True
        if draft.type != "meeting" or verb.lemma == "attend":
            break
    return found
