"""Facts in the making, as the modules of the fact types leave them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from communique.mentions.scenes import Scene
from communique.model import Filler, TimeRef


@dataclass(slots=True)
class Draft:
    """A fact in the making; spans are offsets into the document's text.

    Attributes:
        evidence: (start, end) of each stretch, the first one the trigger's.
        content: for statements: what is said, as (start, end); facts inside it are on the speaker's word.
        act: of an action: which kind it is, as the frames name it.
        own_voice: the speaker's own statement in the first person; by_office: a person named with an office;
            by_noun: named and not asserted, as "the attack on".
    """

    type: str
    scene: Scene
    roles: dict[str, list[Filler]]
    evidence: list[tuple[int, int]]
    realis: str = "actual"
    time: TimeRef | None = None
    place: Filler | None = None
    value: dict[str, Any] = field(default_factory=dict)
    attribution: list[Filler] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    act: str = ""
    own_voice: bool = False
    by_office: bool = False
    by_noun: bool = False

    @property
    def at(self) -> int:
        """Offset of the earliest evidence."""
        return min(start for start, _ in self.evidence)

    def join(self, role: str, people: Iterable[Filler]) -> None:
        """Add to a role whom it does not have yet."""
        self.roles[role] = distinct([*self.roles.get(role, ()), *people])


def distinct(fillers: Iterable[Filler]) -> list[Filler]:
    """The first filler of each name, in order."""
    found: dict[str, Filler] = {}
    for filler in fillers:
        found.setdefault(filler.name, filler)
    return list(found.values())
