"""An instrument in the making: its name, kind, status and the parties that stand with the noun."""

from __future__ import annotations

import re

from communique.facts.drafts import Draft
from communique.facts.instrument_names import name_of
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.model import Filler, TimeRef

#: Kinds of time that date a stage.
DATED = frozenset(("date", "relative", "deadline", "since"))
#: Who acts for the state whose document it is, where no name stands beside the office.
_CHIEFS = frozenset(("President", "Administration", "the Administration"))
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\b")


def instrument_draft(site: Site, phrase: Phrase, kind: str, status: str) -> Draft:
    """A draft on the words of a noun phrase.

    Args:
        site: the sentence.
        phrase: the instrument.
        kind, status: as the record format has them.
    """
    name, i, j = name_of(site, phrase)
    draft = Draft("instrument", site.scene, {"instrument": [name]}, [site.span(i, min(j, i + 16))])
    validity = None
    years = _YEARS.search(name.name)
    if years:
        validity = f"{years[1]}/{years[2]}"
    draft.value = {
        "kind": "agreement" if kind == "treaty" and "treaty" not in name.name.lower() else kind,
        "status": status,
        "validity": validity,
    }
    parties = site.noun_pp(phrase, "between", "with", "against")
    named = [p for p in parties if site.scene.spot_to.get(p.j) is not None and site.is_agent(p)]
    if named and status != "proposed":
        draft.roles["party"] = site.fillers(named)
    return draft


def outside_name(draft: Draft, time: TimeRef | None) -> TimeRef | None:
    """A date that is no part of the instrument's own name."""
    name = draft.roles["instrument"][0]
    if time is None or time.start is None or name.start is None or name.end is None:
        return time
    return None if name.start <= time.start < name.end else time


def as_states(site: Site, who: list[Filler]) -> list[Filler]:
    """Signatories stand for their states where the document says whom they serve."""
    home = site.text.home
    if home is not None:
        who = [Filler(*home, f.start, f.end, f.text) if f.name in _CHIEFS else f for f in who]
    return site.discourse.states_of(tuple(who)) or who
