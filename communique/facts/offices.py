"""Offices and memberships that a sentence tells without a verb of a frame."""

from __future__ import annotations

from communique.facts import appointments, capacities, memberships
from communique.facts.drafts import Draft
from communique.facts.site import Site

_PLACES = frozenset((*memberships.ROLES, *memberships.ENTERING, *memberships.PUTTING))
_CHANGES = frozenset((*appointments.APPOINTMENTS, *appointments.DEPARTURES))
_OPENING = 12  # words at a sentence's beginning among which "as" opens a capacity

#: Words one of which every such sentence has.
WORDS = frozenset((*_PLACES, *_CHANGES, "vested"))


def from_sentence(site: Site) -> list[Draft]:
    """ "As chair of …, B led", "Kenya, a member of …", "the appointment of B as …", "vested in me as President".

    Args:
        site: the sentence.
    """
    lows = site.lows
    drafts: list[Draft] = []
    if "as" in lows[:_OPENING]:
        drafts += capacities.from_capacity(site)
    if not _PLACES.isdisjoint(lows):
        drafts += memberships.from_memberships(site)
    if not _CHANGES.isdisjoint(lows):
        drafts += appointments.from_appointment(site)
    if "vested" in lows:
        drafts += capacities.from_authority(site)
    return drafts
