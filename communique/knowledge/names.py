"""The index from surface forms to what they may stand for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from communique.knowledge.entries import SENSES, Body, Group, Named, Organization, Place, State

#: Letters that Unicode does not take apart into a base letter and a mark.
_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "Þ": "Th", "ß": "ss",
     "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A", "ʻ": "'", "ʽ": "'", "ʼ": "'", "‘": "'", "’": "'"}
)  # fmt: skip
#: Names that would be common English words without their marks: Malé, Salé, Pará.
_NEVER_PLAIN = frozenset(("Male", "Sale", "Para"))
_STRENGTH = {sense: position for position, sense in enumerate(SENSES)}


def plain(form: str) -> str:
    """``form`` without diacritics and with straight apostrophes: "Türkiye" -> "Turkiye"."""
    if form.isascii():
        return form
    taken_apart = unicodedata.normalize("NFKD", form.translate(_PLAIN))
    return "".join(c for c in taken_apart if not unicodedata.combining(c))


def index_names(
    states: Iterable[State], organizations: Iterable[Organization], places: Iterable[Place], groups: Iterable[Group]
) -> Mapping[str, tuple[Named, ...]]:
    """Every surface form with what it may stand for, the strongest sense first and places last.

    Forms with diacritics or apostrophes are also found without diacritics and with the other kind of apostrophe;
    bodies also with their organization's or state's name ("CSTO Council of Foreign Ministers", "Council of Foreign
    Ministers of the CSTO", "US Congress").

    Args:
        states, organizations, places, groups: the entries.

    Returns:
        Surface form in its exact case, without "the" -> tuple with one ``Named`` for each entry, places last.
    """
    found: dict[str, dict[str, Named]] = {}
    ids: dict[str, str] = {}
    for state in states:
        ids[state.key] = state.id
        _add(found, state.id, "state", state.name, _state_forms(state))
        for body in state.bodies:
            _add_body(found, body, (*state.adjectives, *state.acronyms), (state.name, *state.acronyms))
    for organization in organizations:
        _add(found, organization.id, "organization", organization.name, _organization_forms(organization))
        for body in organization.bodies:
            _add_body(
                found, body, organization.acronyms or (organization.name,), (organization.name, *organization.acronyms)
            )
    for group in groups:
        forms = [
            (group.name, "name"),
            *((f, "alias") for f in group.aliases),
            *((f, "adjective") for f in group.adjectives),
        ]
        _add(found, group.id, "group", group.name, forms)
    for place in places:
        parent = ids.get(place.country or "")
        forms = [(place.name, "name"), *((f, "alias") for f in place.aliases)]
        _add(found, place.id, "place", place.name, forms, parent)
    return {
        form: tuple(named.values() if len(named) == 1 else sorted(named.values(), key=_rank))
        for form, named in found.items()
    }


def _rank(named: Named) -> tuple[bool, int]:
    return named.type == "place", _STRENGTH[named.sense]


def _add(
    found: dict[str, dict[str, Named]],
    id_: str,
    type_: str,
    name: str,
    forms: Iterable[tuple[str, str]],
    parent: str | None = None,
) -> None:
    for form, sense in forms:
        named: Named | None = None
        for variant in _variants(form):
            here = found.setdefault(variant, {})
            before = here.get(id_)
            if before is None or _STRENGTH[sense] < _STRENGTH[before.sense]:
                named = named or Named(id_, type_, name, sense, parent)
                here[id_] = named


def _variants(form: str) -> tuple[str, ...]:
    if form.isascii() and "'" not in form:
        return (form,)
    straight, unmarked = form.replace("’", "'"), plain(form)
    marked = (form, straight, straight.replace("'", "’"))
    if unmarked in _NEVER_PLAIN:
        return tuple(dict.fromkeys(marked))
    return tuple(dict.fromkeys((*marked, unmarked, unmarked.replace("'", "’"))))


def _add_body(found: dict[str, dict[str, Named]], body: Body, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    full = (body.name, *body.aliases)
    forms = [
        (body.name, "name"),
        *((f, "alias") for f in body.aliases),
        *((f, "acronym") for f in body.acronyms),
        *((f"{word} {f}", "alias") for word in before for f in full if word not in f),
        *(
            (f"{body.name} of {article}{word}", "alias")
            for word in after
            for article in ("", "the ")
            if word not in body.name
        ),
    ]
    _add(found, body.id, "body", body.name, forms, body.parent)


def _state_forms(state: State) -> Iterator[tuple[str, str]]:
    # "Kazan" and "Munich" are towns of Russia and Germany to a text, not the governments of Tatarstan and Bavaria.
    yield from _forms(
        ("name", [state.name]),
        ("official", state.official),
        ("acronym", state.acronyms),
        ("alias", state.aliases),
        ("former", [former.name for former in state.former]),
        ("capital", [state.capital, *state.capital_aliases] if state.capital and state.kind != "territory" else ()),
        ("seat", state.seats),
        ("adjective", state.adjectives),
        ("demonym", state.demonyms),
        ("demonym_plural", state.demonyms_plural),
    )


def _organization_forms(organization: Organization) -> Iterator[tuple[str, str]]:
    yield from _forms(
        ("name", [organization.name]),
        ("acronym", organization.acronyms),
        ("alias", organization.aliases),
        ("alias", [form for _, form in organization.native]),
        ("former", [former.name for former in organization.former]),
        ("seat", organization.seats),
        ("adjective", organization.adjectives),
    )


def _forms(*senses: tuple[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    for sense, forms in senses:
        for form in forms:
            yield form, sense
