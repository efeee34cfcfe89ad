"""Where a sentence points in time: ahead or back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.language.clauses import Verb
from communique.language.times import Direction

#: After which an infinitive lies ahead, whatever their own tense: "agreed to meet in May".
_BINDING = frozenset(
    "agree decide pledge promise undertake commit resolve vow instruct task direct order mandate ask request urge "
    "invite call encourage propose suggest offer oblige require".split()
)
_PAST = frozenset(("was", "were", "had", "did", "been"))
_DEPTH = 4
_AHEAD = frozenset("next upcoming forthcoming".split())
_EVENTS = frozenset("meeting summit session round visit conference talks consultations edition gathering".split())


def direction(verbs: Sequence[Verb], lows: list[str], planned: Collection[str]) -> Direction | None:
    """The direction in which a sentence's dates without a year lie, or None if its verbs do not tell.

    Args:
        verbs: the sentence's verbs in order.
        lows: its words in lower case.
        planned: lemmas that make a plan of the infinitive after them.
    """
    tense: Direction | None = "future" if names_next_event(lows) else None
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


def verb_direction(verb: Verb, lows: list[str], planned: Collection[str], *, depth: int = 0) -> Direction | None:
    """Where one verb points, None if its form does not tell."""
    if verb.modal:
        return "future" if verb.modal in ("will", "shall", "'ll", "’ll", "would") else None
    governor = verb.infinitive_after
    if verb.infinitive and governor is not None and depth < _DEPTH:
        if governor.lemma in planned or governor.lemma in _BINDING or (governor.lemma == "be" and not governor.passive):
            return "future"
        return verb_direction(governor, lows, planned, depth=depth + 1)
    if verb.form == "p" or verb.perfect or (set(lows[verb.i : verb.main]) & _PAST):
        return "past"
    if verb.form == "e" and verb.i == verb.main:
        return "past"
    return None


def names_next_event(lows: list[str]) -> bool:
    """Whether the sentence names a next event: "invited him to the Council's next meeting, on December 4"."""
    return any(low in _AHEAD and any(word in _EVENTS for word in lows[k + 1 : k + 4]) for k, low in enumerate(lows))
