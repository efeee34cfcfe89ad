"""The entities of a document and where it mentions them."""

from __future__ import annotations

from collections.abc import Iterable

from communique.mentions.register import slug
from communique.mentions.scenes import Text
from communique.model import Entity, Fact, Filler, Mention

_NAMED = frozenset(("state", "organization", "body", "place", "group"))
_THINGS = {"conference": "event", "instrument": "instrument", "body": "body"}


def find_entities(text: Text, facts: Iterable[Fact]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Entities that the document names, and their mentions in text order.

    Args:
        text: with its scenes and register.
        facts: whose fillers are mentions too.

    Returns:
        Entities by first mention, and mentions without repetition.
    """
    whole = text.document.text
    entities: dict[str, Entity] = {}
    seen: dict[tuple[int, int], Mention] = {}

    def enter(entity: Entity, start: int, end: int) -> None:
        entities.setdefault(entity.id, entity)
        seen.setdefault((start, end), Mention(entity.id, start, end, whole[start:end]))

    for scene in text.scenes:
        starts, ends = scene.sentence.starts, scene.sentence.ends
        for spot in scene.spots:
            start, end = starts[spot.i], ends[spot.j - 1]
            if spot.kind == "person" and spot.i in scene.persons:
                person = scene.persons[spot.i]
                enter(Entity(person.entity, "person", person.name), start, end)
            elif spot.kind in _NAMED and spot.id:
                wikidata = spot.id if spot.id.startswith("Q") else None
                enter(Entity(spot.id, spot.kind, spot.name or whole[start:end], (), wikidata), start, end)
            elif spot.kind in _THINGS and not spot.id and spot.j - spot.i > 1:
                kind = _THINGS[spot.kind]
                enter(Entity(f"{kind}/{slug(spot.name)}", kind, spot.name), start, end)
            elif spot.kind in ("adjective", "demonym") and spot.state_id:
                wikidata = spot.state_id if spot.state_id.startswith("Q") else None
                enter(Entity(spot.state_id, "state", spot.state or spot.name, (), wikidata), start, end)
    for fact in facts:
        for _, filler in fact.fillers():
            if filler.entity is None:
                continue
            if filler.entity not in entities:
                entities[filler.entity] = _implied(filler)
            if filler.start is not None and filler.end is not None:
                seen.setdefault(
                    (filler.start, filler.end), Mention(filler.entity, filler.start, filler.end, filler.text or "")
                )
    return tuple(entities.values()), tuple(seen[key] for key in sorted(seen))


def _implied(filler: Filler) -> Entity:
    """The entity of a filler that the document names only indirectly: a state by its capital, a person by a label."""
    identifier = filler.entity or ""
    kind = identifier.split("/")[0] if "/" in identifier else "state"
    return Entity(identifier, kind, filler.name, (), identifier if identifier.startswith("Q") else None)
