"""A fact: what one document says, on which words and on whose word."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from communique.model.span import Filler, Span

#: Roles that say which fact it is; ``a|b`` means either will do. The other roles add to it.
IDENTIFYING_ROLES: Mapping[str, tuple[str, ...]] = {
    "meeting": ("participant",),
    "call": ("participant",),
    "visit": ("visitor", "destination"),
    "session": ("body",),
    "conference": ("name|participant",),
    "ceremony": ("participant",),
    "statement": ("speaker",),
    "instrument": ("instrument",),
    "tenure": ("holder", "body"),
    "commitment": ("agent",),
    "action": ("actor",),
}
ALL_TYPES = tuple(IDENTIFYING_ROLES)
REALIS = ("actual", "planned", "proposed", "postponed", "cancelled", "habitual", "hypothetical", "negated")


@dataclass(frozen=True, slots=True)
class TimeRef:
    """When something happens or holds: EDTF (None where the words can't be dated) and the words, if any."""

    edtf: str | None
    text: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Plover:
    """A PLOVER code: event type, mode and contexts (Halterman et al., PLOVER and POLECAT, 2023)."""

    event: str
    mode: str | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one document; fields as in the record format.

    Attributes:
        value: type-specific; spans inside it are ``Span`` objects.
        attribution: outermost claimant first; empty where the author or publisher says it.
    """

    document: str
    type: str
    realis: str
    roles: Mapping[str, tuple[Filler, ...]]
    evidence: tuple[Span, ...]
    time: TimeRef | None = None
    place: Filler | None = None
    value: Mapping[str, Any] = field(default_factory=dict)
    attribution: tuple[Filler, ...] = ()
    plover: Plover | None = None
    confidence: float = 0.5
    extractor: str = ""

    @property
    def id(self) -> str:
        """Stable hash of document, type, evidence and roles: 16 hex digits.

        What tells two facts on the same words apart counts as well: a tenure's role and phase, an instrument's status.
        """
        roles = sorted(f"{role} {f.name} {f.start}" for role, fs in self.roles.items() for f in fs)
        kinds = [str(self.value[k]) for k in ("role", "phase", "status") if k in self.value]
        key = (self.document, self.type, [(s.start, s.end) for s in self.evidence], roles, kinds)
        return hashlib.sha256(repr(key).encode()).hexdigest()[:16]

    def fillers(self) -> Iterator[tuple[str, Filler]]:
        """Every filler with where it stands: a role, ``place`` or ``attribution``."""
        for role, fillers in self.roles.items():
            for filler in fillers:
                yield role, filler
        if self.place is not None:
            yield "place", self.place
        for filler in self.attribution:
            yield "attribution", filler
