"""Whose delegation a list of persons is: "The Kenyan delegation included: …", "For the Government of Nepal: …"."""

from __future__ import annotations

from bisect import bisect_right

from communique.mentions.register import Held
from communique.mentions.scenes import Scene, Text
from communique.mentions.spots import Spot

Owner = tuple[str, str | None]

_DELEGATIONS = frozenset("delegation side team party".split())
_MEMBERS = frozenset(
    "included includes comprised comprises comprising consisted consists led headed accompanied represented composed "
    "including members member participants attended following made".split()
)
_SIGNING = frozenset(("for", "behalf", "from"))
_NEXT = 3  # lines that a list may be interrupted by before it has ended
_LINE_OPENING = 4


class Delegations:
    """The stretches of a text in which the persons named are one state's.

    Args:
        text: with its mentions.
    """

    def __init__(self, text: Text) -> None:
        self._starts: list[int] = []
        self._scopes: list[tuple[int, Owner]] = []
        self._read([scene for scene in text.scenes if scene.role != "title"])  # a line of a list may be a part
        order = sorted(range(len(self._starts)), key=self._starts.__getitem__)
        self._starts = [self._starts[n] for n in order]
        self._scopes = [self._scopes[n] for n in order]

    def owner_of(self, held: Held) -> Owner | None:
        """The state in whose delegation an office is told of, or None.

        Args:
            held: the office.
        """
        at = held.places[0][1]
        n = bisect_right(self._starts, at) - 1
        if n >= 0:
            end, owner = self._scopes[n]
            if at < end:
                return owner
        return None

    def _read(self, scenes: list[Scene]) -> None:
        open_list: Owner | None = None
        missed = 0
        for scene in scenes:
            told = _opened(scene)
            if told is not None:
                start, owner = told
                self._add(start, scene.end, owner)
                open_list = owner if scene.sentence.words[-1] in (":", ";", "-") else None
                missed = 0
            elif open_list is not None:
                if any(spot.kind == "person" and spot.i <= _LINE_OPENING for spot in scene.spots):
                    self._add(scene.start, scene.end, open_list)
                    missed = 0
                else:
                    missed += 1
                    open_list = open_list if missed < _NEXT else None

    def _add(self, start: int, end: int, owner: Owner) -> None:
        self._starts.append(start)
        self._scopes.append((end, owner))


def _opened(scene: Scene) -> tuple[int, Owner] | None:
    """Where a sentence begins to name the members of a delegation, and whose it is."""
    lows, starts = scene.sentence.lows, scene.sentence.starts
    for spot in scene.spots:
        if spot.kind not in ("state", "adjective") or not (spot.state or spot.name):
            continue
        if _is_delegation(lows, spot) and _MEMBERS & set(lows):
            return starts[min(spot.j, len(starts) - 1)], (spot.state or spot.name, spot.state_id or spot.id)
        before = lows[max(0, spot.i - 5) : spot.i]
        if _SIGNING & set(before) and "government" in before and lows[spot.j : spot.j + 1] == [":"]:
            return starts[spot.j], (spot.state or spot.name, spot.state_id or spot.id)
    return None


def _is_delegation(lows: list[str], spot: Spot) -> bool:
    """ "the Kenyan delegation", "Kenya's side", "the delegation of Kenya"."""
    after = lows[spot.j : spot.j + 2]
    if after[:1] and (
        after[0] in _DELEGATIONS or (after[0] in ("'s", "’s") and after[1:] and after[1] in _DELEGATIONS)
    ):
        return True
    before = [low for low in lows[max(0, spot.i - 3) : spot.i] if low not in ("the", "republic")]
    return before[-1:] == ["of"] and bool(_DELEGATIONS & set(before[-2:-1]))
