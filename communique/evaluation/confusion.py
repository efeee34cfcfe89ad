"""What was read in the place of facts that were missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from communique.evaluation.matching import Pair, characters
from communique.model import ALL_TYPES

#: Read with the right type, but with others in the roles that identify the fact.
OTHER_ROLES = "roles"
#: Nothing was read on the words.
NOTHING = "nothing"


def confusion(pairs: Iterable[Pair]) -> Mapping[str, Counter[str]]:
    """For each type of gold fact, what stands on the words of those that were missed.

    Args:
        pairs: matched documents.

    Returns:
        Counts by gold type, then by the type that was read there instead, of a fact that matches no other gold fact:
        the one that shares most characters. ``roles`` is the same type with others in it, ``nothing`` no such fact.
    """
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in ALL_TYPES}
    for pair in pairs:
        matched = set(pair.partner.values())
        left = [(fact["type"], characters(fact)) for j, fact in enumerate(pair.predicted) if j not in matched]
        for i, fact in enumerate(pair.gold):
            if i in pair.partner:
                continue
            here = characters(fact)
            shared, instead = max(
                ((len(here & there), kind) for kind, there in left if not here.isdisjoint(there)), default=(0, NOTHING)
            )
            counts[fact["type"]][OTHER_ROLES if shared and instead == fact["type"] else instead] += 1
    return {kind: counted for kind, counted in counts.items() if counted}


def format_confusion(counts: Mapping[str, Counter[str]]) -> str:
    """The counts as a table for people, one type of gold fact a line, without a closing line break."""
    seen = {kind for counted in counts.values() for kind in counted}
    columns = [kind for kind in (NOTHING, OTHER_ROLES, *ALL_TYPES) if kind in seen]
    lines = [f"{'missed':11}" + "".join(f"{kind:>11}" for kind in columns)]
    for kind, counted in counts.items():
        lines.append(f"{kind:11}" + "".join(f"{counted[column] or '.':>11}" for column in columns))
    return "\n".join(lines)
