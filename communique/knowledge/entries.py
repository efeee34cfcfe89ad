"""States, organizations, places and groups as frozen entries, and the names that lead to them."""

from __future__ import annotations

from dataclasses import dataclass

#: From the strongest to the weakest; a surface form that leads to one entry in two senses keeps the first.
SENSES = (
    "name",
    "official",
    "acronym",
    "alias",
    "former",
    "capital",
    "seat",
    "adjective",
    "demonym",
    "demonym_plural",
)
NAMED_TYPES = ("state", "organization", "body", "place", "group")
STATUSES = ("members", "partners", "observers", "candidates", "suspended")


@dataclass(frozen=True, slots=True)
class Named:
    """What a surface form may stand for.

    Attributes:
        id: Wikidata QID where known, else a slug such as ``organization/union-state``.
        type: one of ``NAMED_TYPES``.
        name: the entry's name, whatever the surface form was ("Ankara" -> "Turkey").
        sense: one of ``SENSES``: in which way the surface form leads there.
        parent: of a body, the id of the organization or state whose organ it is; of a place, its state's id.
    """

    id: str
    type: str
    name: str
    sense: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name no longer borne; ``until`` is EDTF (the last year or day of its use) or None."""

    name: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """An organ of an organization or a state.

    Attributes:
        level: who sits in it: ``heads of state``, ``heads of government``, ``foreign ministers``, ``ministers``,
            ``parliament``, ``court``, ``secretariat``, ``government``, ``ministry``, ``other``.
        offices: titles of those who lead it ("Secretary General").
        parent: id of the organization or state.
    """

    key: str
    id: str
    name: str
    parent: str
    level: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A state, a disputed or dependent territory, or a state of the past.

    Attributes:
        key: ISO 3166-1 alpha-2 code, else a slug; what members lists refer to.
        kind: ``state`` (member of the United Nations), ``observer`` (at the United Nations), ``associated``,
            ``disputed``, ``territory`` or ``historical``. A label for the engine, no position on anybody's status.
        within: key of the state that it is part of or claimed by, or None.
        capital: the seat of government as a text would name it, with ``capital_aliases`` for its other spellings.
        seats: other places and buildings whose name stands for the government ("the Kremlin").
        cameo: CAMEO actor code.
    """

    key: str
    id: str
    name: str
    kind: str
    within: str | None = None
    official: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    demonyms_plural: tuple[str, ...] = ()
    capital: str | None = None
    capital_aliases: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    iso2: str | None = None
    iso3: str | None = None
    cameo: str | None = None
    wikidata: str | None = None
    bodies: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """One state's or organization's standing in an organization.

    Attributes:
        member: key of a state or an organization.
        status: one of ``STATUSES``.
        since, until: EDTF dates, the last day of membership included; None where unknown or not over.
    """

    member: str
    status: str
    since: str | None = None
    until: str | None = None

    def holds_on(self, date: str | None) -> bool:
        """Whether it may hold on an EDTF date; unknown limits are open.

        Args:
            date: an EDTF year, month or day, or None for the present (not ended).
        """
        if date is None:
            return self.until is None
        first, last = _first_day(date), _last_day(date)
        begun = self.since is None or _first_day(self.since) <= last
        return begun and (self.until is None or first <= _last_day(self.until))


@dataclass(frozen=True, slots=True)
class Organization:
    """An international organization or grouping.

    Attributes:
        kind: ``organization``, ``agency``, ``bank``, ``court``, ``treaty`` or ``grouping`` (without a founding
            treaty: G7, Quad, Normandy Format).
        part_of: key of the organization it belongs to, or None.
        native: names in its own languages, by BCP 47 code.
        leaders: titles of its chief ("Secretary General").
        seat: town of its headquarters.
    """

    key: str
    id: str
    name: str
    kind: str
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    adjectives: tuple[str, ...] = ()
    native: tuple[tuple[str, str], ...] = ()
    part_of: str | None = None
    seat: str | None = None
    seats: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    founded: str | None = None
    dissolved: str | None = None
    cameo: str | None = None
    wikidata: str | None = None
    bodies: tuple[Body, ...] = ()
    memberships: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A city, venue, region or feature that texts name as the place of an event.

    Attributes:
        country: key of its state, or None (Antarctica, the Black Sea).
        kind: ``city``, ``venue``, ``region`` or ``feature``.
    """

    key: str
    id: str
    name: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """States or persons that texts treat as one: the West, Nordic countries, G7 leaders.

    Attributes:
        kind: ``bloc``, ``region``, ``category`` or ``community``.
        members: keys of states where the group can be told off, else empty.
        of: key of the organization whose members or leaders they are, or None.
    """

    key: str
    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    of: str | None = None


def _first_day(date: str) -> str:
    """The first day of an EDTF year, month or day, as text that sorts."""
    plain = date.rstrip("~?%")
    return plain + "-01-01"[len(plain) - 4 :] if len(plain) < 10 else plain


def _last_day(date: str) -> str:
    plain = date.rstrip("~?%")
    return plain + "-12-31"[len(plain) - 4 :] if len(plain) < 10 else plain
