"""Whose office is still to come: persons put up for a post, and those whom a list says are to be appointed."""

from __future__ import annotations

from communique.mentions.scenes import Scene, Text

_INTENT = frozenset(("intent", "intends", "intention", "plans"))
_PUTTING_UP = frozenset(("appoint", "nominate", "name", "designate"))
_POSTS = frozenset(("roles", "role", "positions", "posts", "leaders"))
_FINITE = frozenset("vexMHD")
_FIRST = 4  # tokens of a line within which it names the person


def realis_of_nomination(scene: Scene) -> str:
    """How real what somebody is nominated for is.

    A post that somebody is "to be" given, with a senate's consent, is proposed; one that somebody is the announced
    nominee for is planned; a nomination "which was sent to the Senate" before stands in a list of those withdrawn.

    Args:
        scene: the sentence that tells of it.
    """
    lows = scene.sentence.lows
    for k in range(len(lows) - 2):
        if lows[k] == "which" and "sent" in lows[k : k + 3]:
            return "cancelled"
    return "proposed" if any(lows[k : k + 2] == ["to", "be"] for k in range(len(lows))) else "planned"


def appointees(text: Text) -> frozenset[tuple[int, int]]:
    """Part and offset of the persons listed under "his intent to appoint the following individuals to key roles:".

    Args:
        text: with its register filled.
    """
    found: set[tuple[int, int]] = set()
    missed = -1
    for scene in text.scenes:
        if scene.role == "title":
            continue
        if _opens_list(scene):
            missed = 0
        elif missed >= 0:
            listed = _listed(scene)
            if listed is not None:
                found.add((scene.part, listed))
            missed = 0 if listed is not None else missed + 1
            if missed > 1:
                missed = -1
    return frozenset(found)


def _opens_list(scene: Scene) -> bool:
    words = set(scene.sentence.lows)
    return "following" in words and bool(words & _INTENT and words & _PUTTING_UP and words & _POSTS)


def _listed(scene: Scene) -> int | None:
    """The offset of the person whom a line without a verb names first."""
    if scene.sentence.words[-1] in (".", "?", "!") or any(tag in _FINITE for tag in scene.tags):
        return None
    return next((scene.sentence.starts[i] for i in sorted(scene.persons) if i <= _FIRST), None)
