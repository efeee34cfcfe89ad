"""Whether "the Minister", "the Uzbek diplomat" or "the Cabinet Secretary" fits an office that a person holds."""

from __future__ import annotations

from communique.mentions.register import Held
from communique.mentions.spots import Office

_ANY_OFFICE = frozenset("diplomat envoy official leader politician delegate representative emissary".split())


def holds(held: Held, office: Office) -> bool:
    """Whether an office that somebody holds is meant by a phrase.

    Args:
        held: of a person.
        office: as a phrase without a name tells it.
    """
    if office.body is not None and held.body is not None and office.body != held.body:
        return False
    if held.phase == "held":
        return False
    mine = held.role.lower().replace("-", " ")
    wanted = office.role.lower().replace("-", " ")
    if wanted in _ANY_OFFICE and office.body is not None and office.body == held.body:
        return True  # "the Uzbek diplomat"
    if " " in wanted and mine.startswith((wanted + " for ", wanted + " of ")):
        return True  # "the Cabinet Secretary"
    if mine == wanted or (mine.endswith(" " + wanted) and wanted not in ("president", "minister")):
        return True
    if " " not in wanted and wanted not in ("minister", "president"):
        title = mine.replace(" for ", " of ").split(" of ")[0].split()
        if title and title[-1] == wanted:
            return True
    if wanted == "minister" and (held.rank == "minister" or "minister" in mine.split()) and "prime" not in mine:
        return True
    if wanted in ("secretary", "ambassador", "spokesperson", "chair", "king", "secretary general"):
        return wanted in mine
    if office.rank in ("head_of_state", "head_of_government") and held.rank == office.rank:
        return (
            wanted.startswith("head of")
            or wanted in ("head of state", "premier", "head of government", "leader")
            or mine == wanted
        )
    return False
