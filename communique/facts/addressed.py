"""Whom "the leaders" and "you" mean before anything is told."""

from __future__ import annotations

from collections.abc import Iterable

from communique.facts.frames import Frames
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.mentions.references import Discourse
from communique.mentions.scenes import Text
from communique.model import Filler

_OPENING_SCENES = 8  # within which a memorandum says whom it is for
_ADDRESSED_SCENES = 4


def open_pair(text: Text, discourse: Discourse) -> None:
    """Before anything is told, "the leaders" are the persons of the title."""
    for scene in text.scenes:
        if scene.role == "title":
            people = list(scene.persons.values())
            if len(people) >= 2:
                discourse.pair = tuple(Filler(p.name, p.entity) for p in people[:3])
                return


def addressees(text: Text, discourse: Discourse, frames: Frames) -> tuple[Filler, ...]:
    """Whom "you" means in a memorandum: the offices under "Memorandum for"."""
    for n, scene in enumerate(text.scenes[:_OPENING_SCENES]):
        if scene.sentence.lows[:2] == ["memorandum", "for"]:
            offices: list[Filler] = []
            for each in text.scenes[n : n + _ADDRESSED_SCENES]:
                site = Site(each, discourse, frames)
                here = [Phrase(s.i, s.j, -1) for s in each.spots if s.kind in ("office", "person")]
                if not here or each.sentence.words[-1] in (".", ":"):
                    break
                offices.extend(site.fillers(here))
            return tuple(offices[:_ADDRESSED_SCENES])
    return ()


def other_speaker(voice: tuple[Filler, ...], speaking: Iterable[Filler]) -> tuple[Filler, ...]:
    """ "You" in a turn is the other one who speaks, where just two do."""
    people = list(speaking)
    return tuple(f for f in people if len(people) == 2 and f.name != voice[0].name)
