"""What later sentences add to an event told before: its topics, and more who took part."""

from __future__ import annotations

from communique.facts.companions import can_meet, together
from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Verb
from communique.model import Filler

#: Drafts back to look for the event that topics or companions belong to.
_TOPICS_BACK, _COMPANIONS_BACK = 120, 30
_FRAMING = frozenset(("meeting", "call", "conference", "session"))
_JOINED = {"visit": "visitor", "meeting": "participant", "session": "participant", "call": "participant"}
_PARTS_BACK = 6
_CHAIRING = frozenset(("chair", "co-chair"))
_OF_EVENT = _CHAIRING | {"attend"}
_MEETINGS = frozenset("meeting session talks round sitting consultations negotiations discussions event".split())
_ATTENDING = frozenset(("participate", "attend", "join", "take"))
_ATTENDEES = frozenset("participants attendees panelists panellists".split())
_TOLD = frozenset(
    "meeting session roundtable discussion conversation call event summit briefing convening talks".split()
)
_DELEGATIONS = frozenset(("delegation", "delegations", "side", "sides"))


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


def accept(site: Site, verb: Verb, drafts: list[Draft]) -> bool:
    """ "The invitation was accepted": the visit or ceremony proposed last is planned.

    Args:
        site: the sentence.
        verb: "accept", in the passive or with its object.
        drafts: so far; changed in place.
    """
    if not any(site.head(p) == "invitation" for p in site.slot(verb, "object")) or verb.negated:
        return False
    for draft in reversed(drafts[-_COMPANIONS_BACK:]):
        near = draft.scene.part + _PARTS_BACK >= site.scene.part
        if draft.type in ("visit", "ceremony", "conference") and draft.realis == "proposed" and near:
            draft.realis = "planned"
            draft.evidence.append(site.evidence(verb))
            return True
    return False


def add_heads(site: Site, verb: Verb, drafts: list[Draft]) -> bool:
    """ "The delegations were headed by R and S": R and S took part in what was told last.

    Args:
        site: the sentence.
        verb: "lead" or "head" in the passive.
        drafts: so far; changed in place.
    """
    if not any(_DELEGATIONS & set(site.lows[p.i : p.j]) for p in verb.subject):
        return False
    people = site.fillers(p for p in verb.pp("by") if site.is_person(p))
    for draft in reversed(drafts[-_COMPANIONS_BACK:]):
        role = _JOINED.get(draft.type)
        if people and role is not None and draft.scene.part + 1 >= site.scene.part:
            draft.join(role, people)
            draft.evidence.append(site.evidence(verb))
            return True
    return False


def is_companions(site: Site, verb: Verb) -> bool:
    """Whether who is told after "by" joins an event told before: "it was chaired by" does, "the Commission was" not."""
    if verb.lemma not in _CHAIRING:
        return True
    return not verb.relative and any(site.head(p) in _MEETINGS for p in verb.subject)


def add_attendees(site: Site, verb: Verb, drafts: list[Draft]) -> bool:
    """ "Mayors took part in the meeting", "Participants included Governor R": more who took part in what was told last.

    Args:
        site: the sentence.
        verb: any.
        drafts: so far; changed in place.
    """
    if verb.passive or verb.relative or verb.infinitive or verb.modal or verb.negated:
        return False
    if verb.lemma == "include" and any(site.head(p) in _ATTENDEES for p in verb.subject):
        people = together(site, [p for p in verb.objects if site.is_agent(p)])
    elif verb.lemma in _ATTENDING:
        events = [*verb.objects[:1], *verb.pp("in")[:1]]
        if not any(site.head(p) in _TOLD and site.lows[p.i] in ("the", "this") and p.j - p.i == 2 for p in events):
            return False
        people = together(site, [p for p in verb.subject if can_meet(site, p)])
    else:
        return False
    for draft in reversed(drafts[-_COMPANIONS_BACK:]):
        if draft.type in _FRAMING and draft.realis in ("actual", "planned"):
            if not people or draft.scene.part + _PARTS_BACK < site.scene.part:
                return False
            draft.join("participant", people)
            draft.evidence.append(site.evidence(verb))
            return True
    return False


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
        if verb.lemma in _OF_EVENT and draft.realis != site.realis(verb):
            continue
        if verb.lemma not in _OF_EVENT and not subjects & {m.name for m in draft.roles.get(role, ())}:
            continue
        draft.join(role, people)
        draft.evidence.append(site.evidence(verb, subject=True))
        found = True
        if verb.lemma in _CHAIRING and draft.type == "session":
            draft.join("chair", people)
        if draft.type != "meeting" or verb.lemma in _OF_EVENT:
            break
    return found
