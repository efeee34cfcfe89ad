"""Who and what a record is about."""

from __future__ import annotations

from dataclasses import dataclass

ENTITY_TYPES = ("person", "state", "organization", "body", "place", "group", "instrument", "event")


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, state, organization, body, place, group, instrument or event.

    ``id`` is the Wikidata QID where the program knows it, else a stable slug such as ``person/maxim-ryzhenkov``.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a document's text refers to an entity, by name, title, description or pronoun."""

    entity: str
    start: int
    end: int
    text: str
