"""Who "the two ministers" and "the President and Prime Minister" are: of the pair last told of, or of the text."""

from __future__ import annotations

from collections.abc import Sequence

from communique.mentions.scenes import Text
from communique.mentions.spots import Office
from communique.model import Filler

PAIR_DETERMINERS = frozenset(("the", "both", "two", "these", "all", "three", "four", "five", "parties", "our"))
_RANKED = frozenset(("minister", "president", "ambassador"))


def members_of(
    text: Text, told: tuple[Filler, ...], office: Office, determiner: str, states: Sequence[Filler]
) -> tuple[Filler, ...]:
    """Who "the two ministers" are: those of the pair or the text who are ministers; "our ministers" are others.

    Args:
        text: the document.
        told: the pair last told of.
        office: of the phrase, in the plural.
        determiner: before it.
        states: which the pair serves.
    """
    if determiner in ("our", "their"):
        if len(states) < 2:
            return ()
        names = " and ".join(state.name for state in states)
        return (Filler(f"{office.role.lower()} of {names}"),)
    singular = office.role.lower().removesuffix("s").split()[-1]
    if singular in ("diplomat", "official") and determiner in ("two", "three"):
        return ()  # "according to two officials"
    if singular in ("leader", "chair", "diplomat", "official"):
        return told if determiner in PAIR_DETERMINERS else ()
    fit = [
        p
        for p in text.register.persons
        if any(
            singular in h.role.lower().split() and (singular != "minister" or "prime" not in h.role.lower())
            for h in p.held
        )
    ]
    names_of_fit = {p.name for p in fit}
    if told and all(f.name in names_of_fit for f in told):
        return told
    if 2 <= len(fit) <= 3:
        return tuple(Filler(p.name, p.entity) for p in fit)
    paired = [p for f in told if (p := text.register.named(f.name)) is not None and p.held]
    if singular in _RANKED and any(p.name not in names_of_fit for p in paired):
        return ()  # a president of the pair is none of "the foreign ministers"
    return told or text.signatories


def holders_of_both(text: Text, told: tuple[Filler, ...], office: Office, determiner: str) -> tuple[Filler, ...]:
    """ "The President and Prime Minister" where the pair hold one each: not one who is both.

    Args:
        text: the document.
        told: the pair last told of.
        office: of the phrase, with "and" in its role.
        determiner: before it.
    """
    roles = office.role.lower().split(" and ")
    pair = [text.register.named(f.name) for f in told]
    if len(roles) != 2 or len(pair) != 2 or determiner != "the":
        return ()
    held = [{h.role.lower() for h in person.held} if person is not None else set() for person in pair]
    for first, second in ((0, 1), (1, 0)):
        if roles[0] in held[first] and roles[1] in held[second] and not set(roles) <= held[first]:
            return told
    return ()
