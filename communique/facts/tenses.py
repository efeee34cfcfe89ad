"""Where a sentence points in time: ahead or back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.language.clauses import Verb
from communique.language.times import Direction

_AHEAD = frozenset("next upcoming forthcoming".split())
_EVENTS = frozenset("meeting summit session round visit conference talks consultations edition gathering".split())


def direction(verbs: Sequence[Verb], lows: list[str], planned: Collection[str]) -> Direction | None:
    """The direction in which a sentence's dates without a year lie, or None if its verbs do not tell.

    Args:
        verbs: the sentence's verbs in order.
        lows: its words in lower case.
        planned: lemmas that make a plan of the infinitive after them.
    """
    tense: Direction | None = "future" if _names_next_event(lows) else None
    ahead = False
    for verb in verbs:
        governor = verb.infinitive_after
        if verb.modal in ("will", "shall", "'ll", "’ll", "would") or (
            governor is not None and (governor.lemma in planned or governor.lemma == "be")
        ):
            tense = "future"
            break
        if verb.form == "v" and verb.i == verb.main and tense is None:
            ahead = True
        if verb.form == "p" or (verb.form == "e" and verb.i == verb.main and not verb.relative):
            tense = tense or "past"
    return tense or ("future" if ahead else None)


def _names_next_event(lows: list[str]) -> bool:
    """Whether the sentence names a next event: "invited him to the Council's next meeting, on December 4"."""
    return any(low in _AHEAD and any(word in _EVENTS for word in lows[k + 1 : k + 4]) for k, low in enumerate(lows))
