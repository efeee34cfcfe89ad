"""What makes a call of a conversation: the telephone and its kin."""

from __future__ import annotations

from communique.facts.site import Site
from communique.language.clauses import Verb

_PHONE = frozenset(
    "phone telephone video videoconference videoconferencing teleconference videolink telephonic telephonically".split()
)
_BY = frozenset(("by", "over", "via", "through", "on"))
_MEANS = frozenset("phone telephone video videoconference videoconferencing teleconference videolink".split())
_REACH = 4


def by_phone(site: Site, i: int, j: int, *, noun: bool = False) -> bool:
    """Whether a word for telephone or video stands among tokens ``[i, j)``.

    Args:
        site: the sentence.
        i, j: the tokens.
        noun: they are a noun and what stands before it; else "call" counts too, as in "in a call".
    """
    return any(low in _PHONE or (low == "call" and not noun) for low in site.lows[i:j])


def spoken(site: Site, verb: Verb) -> bool:
    """Whether a verb tells of a call: "spoke by phone", "conferred in a video conference"."""
    return by_phone(site, verb.i, verb.end + _REACH)


def by_telephone(site: Site, verb: Verb) -> bool:
    """Whether "by telephone", "over the phone" or the like stands with a verb."""
    lows = site.lows
    for k in range(verb.j, min(verb.end + _REACH, len(lows))):
        if lows[k] in _MEANS and not _BY.isdisjoint(lows[max(verb.j, k - 2) : k]):
            return True
    return False
