"""What a noun tells: each frame that it opens is handed to its fact type."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from communique.facts import (
    act_nouns,
    ceremonies,
    conferences,
    delegations,
    instrument_nouns,
    pledges,
    sayings,
    sessions,
    talks,
    tenures,
    visits,
)
from communique.facts.drafts import Draft, distinct
from communique.facts.phones import by_phone
from communique.facts.site import Site
from communique.facts.told import EVENTS, REPEATED_BACK, Told
from communique.language.clauses import Phrase

_FROM_NOUN: Mapping[str, Callable[[Site, Phrase], Draft | None]] = {
    "ceremony": ceremonies.from_noun,
    "tenure": tenures.from_noun,
    "action": act_nouns.from_noun,
    "commitment": pledges.from_noun,
    "instrument": instrument_nouns.from_noun,
}


def read_noun(site: Site, told: Told, phrase: Phrase) -> None:
    """Add to ``told`` what a noun phrase tells."""
    if told.keep(sayings.from_noun(site, phrase)) and site.lows[phrase.i - 1 : phrase.i] == ["at"]:
        return
    kind = site.spot_kind(phrase)
    if kind == "conference" and not conferences.is_organ_acting(site, phrase):
        spot = site.scene.spot_to[phrase.j]
        for name in site.fillers([phrase])[:1]:
            told.keep(conferences.from_spot(site, phrase, name, spot.i, spot.j))
        return
    if kind == "instrument":
        told.keep(instrument_nouns.from_noun(site, phrase))
        return
    if kind in ("body", "organization"):
        told.keep(sessions.from_organ(site, phrase))
    if kind == "organization":
        told.keep(conferences.from_organization(site, phrase))
    told.keep(delegations.named_for(site, phrase))
    for opened in site.frames.nouns.get(site.head(phrase), ()):
        if opened in ("meeting", "call", "session"):
            gathering = _gathering(site, told, phrase, opened)
            if told.keep_apart(site, gathering) and gathering is not None and gathering.type == "session":
                told.keep_all(sessions.others_of(site, phrase, gathering))
        elif opened == "conference":
            told.keep(_conferring(site, told, phrase))
        elif opened == "visit":
            told.keep(visits.from_noun(site, phrase, told.visits))
        elif opened in _FROM_NOUN:
            draft = _FROM_NOUN[opened](site, phrase)
            if draft is not None and not (opened == "action" and _told_by_verb(draft, told)):
                told.keep(draft)


def _told_by_verb(act: Draft, told: Told) -> bool:
    """Whether a verb has told the same act on the same words: "is announcing a grant to"."""
    who, (start, end) = _actor_names(act), act.evidence[0]
    return any(
        d.type == "action" and d.scene is act.scene and _actor_names(d) == who and s < end and start < e
        for d in told.drafts[-REPEATED_BACK:]
        for s, e in d.evidence
    )


def _gathering(site: Site, told: Told, phrase: Phrase, opened: str) -> Draft | None:
    """A meeting, call or session told by a noun: of an organ it is a session."""
    span = site.span(phrase.i, phrase.j)
    if any(d.type == "session" and d.scene is site.scene and _covers(d, span) for d in told.drafts[-3:]):
        return None
    if opened == "call":
        return talks.from_noun(site, phrase, opened)
    if opened == "session" and site.head(phrase) in ("meeting", "meetings"):
        return None  # told as a meeting's noun
    if opened == "meeting" and sessions.is_with_persons(site, phrase):
        return talks.from_noun(site, phrase, opened)
    session = sessions.from_noun(site, phrase, told.sitting) or conferences.from_capitals(site, phrase)
    if opened == "session":
        return session or (talks.from_noun(site, phrase, "meeting") if talks.is_of_people(site, phrase) else None)
    return session or talks.from_noun(site, phrase, opened) or conferences.attended(site, phrase)


def _conferring(site: Site, told: Told, phrase: Phrase) -> Draft | None:
    """A conference told by a noun; by video it is a call."""
    if by_phone(site, phrase.i, phrase.j, noun=True) and "press" not in site.lows[phrase.i : phrase.j]:
        return talks.from_noun(site, phrase, "call")
    return conferences.from_noun(site, phrase, told.conference) or conferences.attended(site, phrase)


def keep_occasion(told: Told, occasion: Draft | None) -> None:
    """What a title says its text was spoken at; one told by its noun already only gets who spoke."""
    if occasion is None:
        return
    here = [d for d in told.drafts if d.scene is occasion.scene and d.type in EVENTS]
    same = next((d for d in here if _overlap(d, occasion.evidence[0])), None)
    role = "visitor" if occasion.type == "visit" else "participant"
    people = occasion.roles.get(role, [])
    if same is not None and same.type == occasion.type:
        same.roles[role] = distinct([*people, *same.roles.get(role, ())])
        same.time = same.time or occasion.time
    elif same is None or (same.type == "meeting" and occasion.type == "ceremony"):
        if same is not None:
            told.drafts.remove(same)  # "at State Dinner"
        if occasion.type != "meeting" or len(people) > 1:
            told.keep(occasion)


def _actor_names(draft: Draft) -> set[str]:
    return {filler.name for filler in draft.roles.get("actor", ())}


def _overlap(draft: Draft, span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in draft.evidence)


def _covers(draft: Draft, span: tuple[int, int]) -> bool:
    return any(start <= span[0] and span[1] <= end + 1 for start, end in draft.evidence)
