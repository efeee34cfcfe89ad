"""Kinds of offices: which are a state's by their nature, which a state has once, which a publisher's own bear."""

from __future__ import annotations

from communique.mentions.homes import Owner
from communique.mentions.register import Held

HEADS = frozenset(("head_of_state", "head_of_government", "royal"))
PRINCIPALS = HEADS | {"minister"}
_CHAIRS = (
    "chair",
    "chairperson",
    "chairman",
    "chairwoman",
    "secretary general",
    "chairperson in office",
    "president of the commission",
    "commission president",
    "high representative",
)
#: Ranks of those who serve a state unless the words say otherwise.
_OF_STATES = frozenset(
    ("head_of_state", "head_of_government", "royal", "minister", "deputy", "ambassador", "spokesperson", "legislator")
)
#: Titles of other ranks by which a state's own officers are named.
_NATIONAL = frozenset(
    "national president presidential cabinet press lady gentleman chiefs state secretary central staff".split()
)
_MONARCHS = frozenset("king queen emperor emir amir sultan duke duchess prince princess pope".split())
_MINISTERS = frozenset("minister premier chancellor taoiseach".split())
WITHOUT_MINISTERS = frozenset(("United States",))
#: Officers whom their own government names by the bare title: "Director Brandt", "Climate Advisor Holm".
_STAFF = frozenset("director advisor adviser counselor coordinator administrator commandant general commander".split())


def serves_a_state(rank: str, role: str) -> bool:
    """Whether an office whose body is left out is a state's, so that what the document makes certain can tell whose.

    Args:
        rank: of the office, as in the knowledge files.
        role: its words.
    """
    return rank in _OF_STATES or (rank != "organization_head" and bool(_NATIONAL & set(role.lower().split())))


def has_portfolio(held: Held) -> bool:
    """Whether the office is a minister's for something."""
    return held.rank == "minister" and held.portfolio is not None


def class_of(held: Held) -> str:
    """Heads, ministers or monarchs: of each a state has one."""
    if is_monarch(held):
        return "monarchs"
    return "heads" if held.rank in HEADS else "ministers" if held.rank == "minister" else ""


def is_monarch(held: Held) -> bool:
    """Whether the office is a king's, an emir's or the like."""
    return bool(_MONARCHS & set(held.role.lower().split()))


def has_no_such(home: Owner, held: Held) -> bool:
    """Whether the publisher's state has no such office: the United States have secretaries, no ministers."""
    return home[0] in WITHOUT_MINISTERS and bool(_MINISTERS & set(held.role.lower().split()))


def is_of_the_publishers(held: Held) -> bool:
    """Whether an office that is not a state's by its nature is named as the publisher's own officers are."""
    return held.role.lower().split()[-1] in _STAFF or held.rank == "military"


def is_chair(held: Held) -> bool:
    """Whether the office is a chair or a secretary general's, of an organization."""
    return held.role.lower().replace("-", " ").endswith(_CHAIRS)
