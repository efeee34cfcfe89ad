"""Entries out of plain sections, with the checks that need all of them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from communique.knowledge.entries import STATUSES, Body, FormerName, Group, Membership, Organization, Place, State
from communique.knowledge.errors import KnowledgeError
from communique.knowledge.names import plain
from communique.knowledge.offices import Head, Honorific, Offices, Portfolio, written_forms
from communique.knowledge.sections import Sections
from communique.knowledge.world import Knowledge

_PLACE_SECTIONS = {"cities": "city", "venues": "venue", "regions": "region", "features": "feature"}
_SLUG = str.maketrans({" ": "-", "'": None, ".": None, ",": None, "|": None})


def build(sections: Sections, *, file: str) -> Knowledge:
    """Entries from plain sections.

    Args:
        sections: as from ``sources``; every value checked by itself.
        file: name to put in errors.

    Raises:
        KnowledgeError: if a required field is missing, two entries bear the same name or Wikidata item, or an entry
            refers to one that is not there.
    """
    states = {k: _state(file, k, v) for k, v in sections["states"].items() if v is not None}
    organizations = {k: _organization(file, k, v) for k, v in sections["organizations"].items() if v is not None}
    groups = {k: _group(file, k, v) for k, v in sections["groups"].items() if v is not None}
    _check_references(file, states, organizations, groups)
    places = _places(file, sections, states)
    given_names = frozenset(
        form for names in sections["given_names"].values() for name in names or () for form in (name, plain(name))
    )
    offices = _offices(file, sections)
    _check_heads(file, offices, states, organizations)
    return Knowledge(states, organizations, offices, places, groups, given_names)


def _need(file: str, key: str, entry: Mapping[str, Any], field: str) -> str:
    value = entry.get(field)
    if value is None:
        raise KnowledgeError(file, "is missing", entry=key, field=field)
    return str(value)


def _texts(entry: Mapping[str, Any], field: str) -> tuple[str, ...]:
    return tuple(entry.get(field) or ())


def _former(entry: Mapping[str, Any]) -> tuple[FormerName, ...]:
    return tuple(FormerName(name, until) for name, until in (entry.get("former") or {}).items())


def _bodies(file: str, key: str, entry: Mapping[str, Any], parent: str) -> tuple[Body, ...]:
    return tuple(
        Body(
            key=slug,
            id=body.get("wikidata") or f"body/{key.lower()}/{slug}",
            name=_need(file, f"{key}/{slug}", body, "name"),
            parent=parent,
            level=_need(file, f"{key}/{slug}", body, "level"),
            aliases=_texts(body, "aliases"),
            acronyms=_texts(body, "acronyms"),
            offices=_texts(body, "offices"),
            wikidata=body.get("wikidata"),
        )
        for slug, body in (entry.get("bodies") or {}).items()
        if body is not None
    )


def _state(file: str, key: str, entry: Mapping[str, Any]) -> State:
    id_ = entry.get("wikidata") or f"state/{key.lower()}"
    demonyms: Mapping[str, str | None] = entry.get("demonyms") or {}
    return State(
        key=key,
        id=id_,
        name=_need(file, key, entry, "name"),
        kind=_need(file, key, entry, "kind"),
        within=entry.get("within"),
        official=_texts(entry, "official"),
        acronyms=_texts(entry, "acronyms"),
        aliases=_texts(entry, "aliases"),
        former=_former(entry),
        adjectives=_texts(entry, "adjectives"),
        demonyms=tuple(demonyms),
        demonyms_plural=tuple(plural for plural in demonyms.values() if plural),
        capital=entry.get("capital"),
        capital_aliases=_texts(entry, "capital_aliases"),
        seats=_texts(entry, "seats"),
        iso2=entry.get("iso2"),
        iso3=entry.get("iso3"),
        cameo=entry.get("cameo"),
        wikidata=entry.get("wikidata"),
        bodies=_bodies(file, key, entry, id_),
    )


def _organization(file: str, key: str, entry: Mapping[str, Any]) -> Organization:
    id_ = entry.get("wikidata") or f"organization/{key}"
    return Organization(
        key=key,
        id=id_,
        name=_need(file, key, entry, "name"),
        kind=_need(file, key, entry, "kind"),
        acronyms=_texts(entry, "acronyms"),
        aliases=_texts(entry, "aliases"),
        former=_former(entry),
        adjectives=_texts(entry, "adjectives"),
        native=tuple((entry.get("native") or {}).items()),
        part_of=entry.get("part_of"),
        seat=entry.get("seat"),
        seats=_texts(entry, "seats"),
        leaders=_texts(entry, "leaders"),
        founded=entry.get("founded"),
        dissolved=entry.get("dissolved"),
        cameo=entry.get("cameo"),
        wikidata=entry.get("wikidata"),
        bodies=_bodies(file, key, entry, id_),
        memberships=tuple(m for status in STATUSES for m in _memberships(status, entry.get(status) or ())),
    )


def _memberships(status: str, members: Sequence[str] | Mapping[str, Any]) -> list[Membership]:
    if not isinstance(members, Mapping):
        return [Membership(member, status) for member in members]
    memberships = []
    for member, intervals in members.items():
        for interval in intervals if isinstance(intervals, list) else [intervals]:
            since, _, until = (interval or "").partition("/")
            memberships.append(Membership(member, status, since or None, until.strip(".") or None))
    return memberships


def _group(file: str, key: str, entry: Mapping[str, Any]) -> Group:
    return Group(
        key=key,
        id=f"group/{key}",
        name=_need(file, key, entry, "name"),
        kind=_need(file, key, entry, "kind"),
        aliases=_texts(entry, "aliases"),
        adjectives=_texts(entry, "adjectives"),
        members=_texts(entry, "members"),
        of=entry.get("of"),
    )


def _places(file: str, sections: Sections, states: Mapping[str, State]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for section, kind in _PLACE_SECTIONS.items():
        for country, entries in sections[section].items():
            if country != "world" and country not in states:
                raise KnowledgeError(file, f"section {section} has places of a state that is not there", entry=country)
            for entry in entries or ():
                name, *aliases = (form.strip() for form in entry.split("|"))
                key = f"{plain(name).lower().translate(_SLUG)}-{country.lower()}"
                if key in places:
                    raise KnowledgeError(file, f"{name!r} stands twice among the places", entry=country)
                owner = None if country == "world" else country
                places[key] = Place(key, f"place/{key}", name, kind, owner, tuple(aliases))
    return places


def _offices(file: str, sections: Sections) -> Offices:
    heads = {
        key: Head(
            key=key,
            title=_need(file, key, entry, "title"),
            rank=_need(file, key, entry, "rank"),
            plural=entry.get("plural"),
            aliases=tuple((entry.get("aliases") or {}).items()),
            state=entry.get("state"),
            organization=entry.get("organization"),
            portfolio=entry.get("portfolio"),
        )
        for key, entry in sections["heads"].items()
        if entry is not None
    }
    portfolios = {
        key: Portfolio(key, _texts(entry, "names"), _texts(entry, "attributive"))
        for key, entry in sections["portfolios"].items()
        if entry is not None
    }
    portfolio_heads = {
        title: (_need(file, title, entry, "plural"), _need(file, title, entry, "rank"))
        for title, entry in sections["portfolio_heads"].items()
        if entry is not None
    }
    titles = written_forms(heads, portfolios, portfolio_heads)
    return Offices(
        modifiers={form: kind for kind, forms in sections["modifiers"].items() for form in forms or ()},
        heads=heads,
        portfolios=portfolios,
        portfolio_heads={title: rank for title, (_, rank) in portfolio_heads.items()},
        short={form: tuple(ranks) for form, ranks in sections["short"].items() if ranks},
        honorifics={
            form: Honorific(form, kind) for kind, forms in sections["honorifics"].items() for form in forms or ()
        },
        styles=frozenset(form for forms in sections["styles"].values() for form in forms or ()),
        organs={form: level for level, forms in sections["organs"].items() for form in forms or ()},
        titles=titles,
        longest=max((form.count(" ") for form in titles), default=0) + 1,
    )


def _check_references(
    file: str,
    states: Mapping[str, State],
    organizations: Mapping[str, Organization],
    groups: Mapping[str, Group],
) -> None:
    named: tuple[Iterable[State | Organization | Group], ...] = (
        states.values(),
        organizations.values(),
        groups.values(),
    )
    for entries in named:
        keys: dict[str, str] = {}
        for entry in entries:
            if entry.name in keys:
                reason = f"{entry.name!r} is the name of {keys[entry.name]} too"
                raise KnowledgeError(file, reason, entry=entry.key, field="name")
            keys[entry.name] = entry.key
    owners: list[State | Organization] = [*states.values(), *organizations.values()]
    items = Counter(entry.wikidata for owner in owners for entry in (owner, *owner.bodies) if entry.wikidata)
    for item, times in items.items():
        if times > 1:
            raise KnowledgeError(file, f"{item} is the Wikidata item of several entries", field="wikidata")
    for state in states.values():
        if state.within and state.within not in states:
            raise KnowledgeError(file, f"there is no state {state.within!r}", entry=state.key, field="within")
    for organization in organizations.values():
        if organization.part_of and organization.part_of not in organizations:
            reason = f"there is no organization {organization.part_of!r}"
            raise KnowledgeError(file, reason, entry=organization.key, field="part_of")
        for membership in organization.memberships:
            if membership.member not in states and membership.member not in organizations:
                reason = f"there is no state or organization {membership.member!r}"
                raise KnowledgeError(file, reason, entry=organization.key, field=membership.status)
    for group in groups.values():
        if group.of and group.of not in organizations:
            raise KnowledgeError(file, f"there is no organization {group.of!r}", entry=group.key, field="of")
        for member in group.members:
            if member not in states:
                raise KnowledgeError(file, f"there is no state {member!r}", entry=group.key, field="members")


def _check_heads(
    file: str, offices: Offices, states: Mapping[str, State], organizations: Mapping[str, Organization]
) -> None:
    for head in offices.heads.values():
        for field, key, known in (
            ("state", head.state, states),
            ("organization", head.organization, organizations),
            ("portfolio", head.portfolio, offices.portfolios),
        ):
            if key is not None and key not in known:
                raise KnowledgeError(file, f"there is no {field} {key!r}", entry=head.key, field=field)
