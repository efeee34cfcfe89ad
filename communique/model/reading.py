"""A document with all that was read out of it."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.document import Document
from communique.model.entity import Entity, Mention
from communique.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with all that was read out of it."""

    document: Document
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]
