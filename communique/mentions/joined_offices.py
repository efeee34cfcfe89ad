"""Two offices told one after the other of one person: "Commander of the Fleet Admiral Erik Holm"."""

from __future__ import annotations

from communique.mentions.marked_sentences import MarkedSentence
from communique.mentions.register import HEADS
from communique.mentions.spots import Spot

_STYLED = frozenset(("military", "ambassador"))  # ranks by which the holder of an office is styled: "General Holm"


def join_offices(s: MarkedSentence, found: list[Spot]) -> None:
    """Give the person found last the office that stands before the name, too.

    "Mayor of Kyiv and Deputy Ana Brandt", "the Chief of Staff of the Army, General Holm".

    Args:
        s: the sentence.
        found: its mentions so far; the office's own is taken out.
    """
    if len(found) < 2:
        return
    before, person = found[-2:]
    if before.kind != "office" or before.office is None or before.office.plural or person.kind != "person":
        return
    office, own = before.office, person.office
    if own is None or own.i != person.i or office.rank == "counterpart":
        return
    between = s.lows[before.j : person.i]
    if between == ["and"] and office.body is None and office.rank in HEADS | {"deputy"} and own.rank in HEADS:
        return  # "the President and Prime Minister Holm": two persons
    definite = s.lows[before.i - 1 : before.i] == ["the"]
    styled = between == [","] and definite and office.body is not None and own.rank in _STYLED and own.body is None
    chairs = between == [","] and "chair" in office.role.lower() and office.body is not None
    if not (between in ([], ["and"]) or chairs or styled) or s.lows[before.i - 1 : before.i] in (["a"], ["an"]):
        return
    if styled:
        person.offices.remove(own)
        person.office = office
    person.offices.append(office)
    person.i = before.i
    del found[-2]
