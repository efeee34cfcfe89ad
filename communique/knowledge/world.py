"""Everything that is known, in one object."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from communique.knowledge.entries import Body, Group, Named, Organization, Place, State
from communique.knowledge.names import index_names
from communique.knowledge.offices import Offices


class Knowledge:
    """What the program knows of the world; read-only.

    Attributes:
        states: by key (ISO 3166-1 alpha-2 code or slug).
        organizations: by slug.
        offices: forms of political office.
        places: by slug with the key of their state (``brest-by``).
        groups: by slug.
        given_names: given names, with and without diacritics: a hint that a capitalised sequence is a person.
    """

    def __init__(
        self,
        states: Mapping[str, State],
        organizations: Mapping[str, Organization],
        offices: Offices,
        places: Mapping[str, Place],
        groups: Mapping[str, Group],
        given_names: frozenset[str],
    ) -> None:
        self.states = MappingProxyType(dict(states))
        self.organizations = MappingProxyType(dict(organizations))
        self.offices = offices
        self.places = MappingProxyType(dict(places))
        self.groups = MappingProxyType(dict(groups))
        self.given_names = given_names

    @cached_property
    def names(self) -> Mapping[str, tuple[Named, ...]]:
        """Every surface form in its exact case, single-spaced and without "the", with what it may stand for.

        One ``Named`` for each entry, the strongest sense first, places last among equals.
        """
        return MappingProxyType(
            dict(
                index_names(
                    self.states.values(), self.organizations.values(), self.places.values(), self.groups.values()
                )
            )
        )

    @cached_property
    def longest(self) -> int:
        """Number of words of the longest surface form."""
        return max(form.count(" ") for form in self.names) + 1

    @cached_property
    def by_id(self) -> Mapping[str, State | Organization | Body | Place | Group]:
        """Every entry and every body by its entity id."""
        entries: dict[str, State | Organization | Body | Place | Group] = {}
        for place in self.places.values():
            entries[place.id] = place
        for group in self.groups.values():
            entries[group.id] = group
        owners: list[State | Organization] = [*self.states.values(), *self.organizations.values()]
        for owner in owners:
            entries.update((body.id, body) for body in owner.bodies)
            entries[owner.id] = owner
        return MappingProxyType(entries)

    @cached_property
    def _by_iso(self) -> Mapping[str, State]:
        return {code: state for state in self.states.values() for code in (state.iso3, state.iso2) if code is not None}

    def state_by_iso(self, code: str) -> State | None:
        """The state with an ISO 3166-1 alpha-2 or alpha-3 code, in either case.

        Args:
            code: "BY", "blr".
        """
        return self._by_iso.get(code.upper())

    def members(
        self, organization: Organization | str, on: str | None = None, *, status: str = "members"
    ) -> tuple[State | Organization, ...]:
        """Who belongs to an organization.

        Args:
            organization: itself, its key or its id.
            on: EDTF year, month or day at (or in) which; None for those whose membership has not ended.
            status: ``members``, ``partners``, ``observers``, ``candidates`` or ``suspended``.

        Returns:
            States and organizations in the order of the file. Where the file has no dates, they are taken to have
            been members all the time.

        Raises:
            KeyError: if there is no such organization.
        """
        if isinstance(organization, str):
            found = self.organizations.get(organization) or self.by_id.get(organization)
            if not isinstance(found, Organization):
                raise KeyError(f"no organization {organization!r}")
            organization = found
        keys = dict.fromkeys(
            m.member for m in organization.memberships if m.status == status and m.holds_on(on)
        )  # a dict keeps their order
        return tuple(self.states.get(key) or self.organizations[key] for key in keys)

    def ambiguous(self) -> Mapping[str, tuple[Named, ...]]:
        """Surface forms that lead to more than one entry; a capital and the place of its name count as one."""
        return {
            form: named
            for form, named in self.names.items()
            if len({n.parent if n.type == "place" else n.id for n in named}) > 1
        }
