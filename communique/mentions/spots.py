"""Where a sentence names somebody or something: gazetteer names, offices and persons, over its tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from communique.knowledge import Knowledge, Named
from communique.language.tokens import tokenize


@dataclass(slots=True)
class Office:
    """An office as a text words it.

    Attributes:
        role: its words without the body ("Deputy Foreign Minister").
        body, body_id: the state or organization it is in, where the words say so; else None.
        rank: head_of_state, minister, … as in the knowledge files.
        phase: ``holds``, ``held`` (former), ``begins`` (incoming, -elect), ``ends`` (outgoing) or
            ``nominated``.
        plural: several persons bear it ("foreign ministers").
        ours: the words are "our foreign minister".
        i, j: its tokens.
    """

    role: str
    rank: str
    i: int
    j: int
    body: str | None = None
    body_id: str | None = None
    phase: str = "holds"
    plural: bool = False
    ours: bool = False
    portfolio: str | None = None


@dataclass(slots=True)
class Spot:
    """A mention in a sentence, tokens ``[i, j)``.

    Attributes:
        kind: ``person``, ``office`` (an office without a name), ``state``, ``organization``, ``body``, ``place``,
            ``group``, ``adjective`` or ``name`` (capitalised and unknown).
        name, id: canonical name and entity id where known.
        state, state_id: for a place or adjective: the state it can stand for.
        entries: all readings of an ambiguous gazetteer name.
        office: of a person or office; ``name_i``: where a person's bare name begins.
    """

    i: int
    j: int
    kind: str
    name: str
    id: str | None = None
    sense: str = ""
    state: str | None = None
    state_id: str | None = None
    parent: str | None = None
    office: Office | None = None
    name_i: int = -1
    name_j: int = -1
    offices: list[Office] = field(default_factory=list)
    honorific: str = ""
    entries: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    lows: tuple[str, ...]
    exact: str | None
    entries: tuple[Named, ...]


#: First word -> second word ("" for names of one word) -> names that begin so, longest first.
Index = Mapping[str, Mapping[str, tuple[_Form, ...]]]


@lru_cache(maxsize=4)
def gazetteer(knowledge: Knowledge) -> Index:
    """Names of the knowledge files by their first two words, longest first, tokenised as texts are."""
    index: dict[str, dict[str, list[_Form]]] = {}
    for surface, entries in knowledge.names.items():
        tokens = tokenize(surface, 0, len(surface))
        if not tokens.words:
            continue
        acronym = len(tokens.words) == 1 and (surface.isupper() or len(surface) <= 3 or surface[0].islower())
        form = _Form(tuple(tokens.lows), surface if acronym else None, entries)
        second = tokens.lows[1] if len(tokens.lows) > 1 else ""
        index.setdefault(tokens.lows[0], {}).setdefault(second, []).append(form)
    return {
        first: {second: tuple(sorted(forms, key=lambda f: -len(f.lows))) for second, forms in by_second.items()}
        for first, by_second in index.items()
    }


def find_names(words: list[str], lows: list[str], index: Index) -> list[Spot]:
    """Gazetteer names in a sentence, leftmost longest, without overlap.

    Args:
        words, lows: the sentence's tokens as they stand and in lower case.
        index: of ``gazetteer``.
    """
    spots: list[Spot] = []
    get = index.get
    i, count = 0, len(words)
    while i < count:
        by_second = get(lows[i])
        if by_second is not None:
            word = words[i]
            longer = by_second.get(lows[i + 1], ()) if i + 1 < count else ()
            for form in (*longer, *by_second.get("", ())):
                size = len(form.lows)
                if form.exact is not None:
                    if word != form.exact:
                        continue
                elif (not word[0].isupper() and not word[0].isdigit()) or (
                    size > 1 and (tuple(lows[i : i + size]) != form.lows or words[i + size - 1][0].islower())
                ):
                    continue
                spot = read_as(i, i + size, form.entries)
                if len(form.entries) > 1:
                    spot.entries = form.entries
                spots.append(spot)
                i += size - 1
                break
        i += 1
    return spots


def read_as(i: int, j: int, entries: tuple[Named, ...]) -> Spot:
    """The strongest reading of a surface form; a capital or seat stays a place that can stand for its state."""
    entry = entries[0]
    if entry.sense in ("capital", "seat"):
        return Spot(i, j, "place", "", entry.id, entry.sense, entry.name, entry.id)
    if entry.sense == "adjective":
        demonym = next((e for e in entries if e.sense.startswith("demonym")), None)
        kind = "adjective" if demonym is None or demonym.sense != "demonym_plural" else "demonym"
        return Spot(i, j, kind, entry.name, entry.id, entry.sense, entry.name, entry.id)
    if entry.sense.startswith("demonym"):
        return Spot(i, j, "demonym", entry.name, entry.id, entry.sense, entry.name, entry.id)
    spot = Spot(i, j, entry.type, entry.name, entry.id, entry.sense, parent=entry.parent)
    if entry.type == "state":
        spot.state, spot.state_id = entry.name, entry.id
    elif entry.type == "place":
        spot.state_id = entry.parent
        spot.name = ""
    return spot
