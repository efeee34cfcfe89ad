"""Two runs against the same gold: what the later one gained and what it lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.evaluation.matching import Line, Pair
from communique.evaluation.score import Unmatched, unmatched


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two runs differ.

    Attributes:
        gained, lost: gold facts that only the later run found, and that only the earlier one did.
        new_extras, gone_extras: facts that gold does not have, of the later run only, and of the earlier one only.
    """

    gained: tuple[Unmatched, ...]
    lost: tuple[Unmatched, ...]
    new_extras: tuple[Unmatched, ...]
    gone_extras: tuple[Unmatched, ...]


def compare_runs(before: Sequence[Pair], after: Sequence[Pair]) -> Comparison:
    """What changed from one run to another.

    Args:
        before, after: the two runs' documents, matched with the same gold.

    Raises:
        ValueError: if the two were not matched with the same gold documents.
    """
    if [(pair.document, len(pair.gold)) for pair in before] != [(pair.document, len(pair.gold)) for pair in after]:
        raise ValueError("the two runs were not scored against the same gold")
    gained: list[Unmatched] = []
    lost: list[Unmatched] = []
    new_extras: list[Unmatched] = []
    gone_extras: list[Unmatched] = []
    for old, new in zip(before, after, strict=True):
        text = new.text or old.text
        for i, fact in enumerate(new.gold):
            if i in new.partner and i not in old.partner:
                gained.append(unmatched(fact, text))
            elif i in old.partner and i not in new.partner:
                lost.append(unmatched(fact, text))
        new_extras += [unmatched(fact, text) for fact in _only_in_first(_extras(new), _extras(old))]
        gone_extras += [unmatched(fact, text) for fact in _only_in_first(_extras(old), _extras(new))]
    return Comparison(tuple(gained), tuple(lost), tuple(new_extras), tuple(gone_extras))


def format_comparison(comparison: Comparison) -> str:
    """The comparison for people: "12 gained, 3 lost: ...", one fact a line below, without a closing line break."""
    sides = (
        ("gained", "lost", comparison.gained, comparison.lost),
        ("extras gone", "new", comparison.gone_extras, comparison.new_extras),
    )
    lines = []
    for good, bad, better, worse in sides:
        lines.append(f"{len(better)} {good}, {len(worse)} {bad}" + (":" if better or worse else ""))
        for sign, facts in (("+", better), ("-", worse)):
            lines += [f"  {sign} {fact.type}: {' '.join(fact.evidence.split())}" for fact in facts]
    return "\n".join(lines)


def _extras(pair: Pair) -> list[Line]:
    matched = set(pair.partner.values())
    return [fact for j, fact in enumerate(pair.predicted) if j not in matched]


def _only_in_first(first: Iterable[Line], second: Iterable[Line]) -> list[Line]:
    """Facts of one list whose type and place of evidence the other does not have, or not as often."""
    left = Counter(map(_place, second))
    only = []
    for fact in first:
        place = _place(fact)
        if left[place]:
            left[place] -= 1
        else:
            only.append(fact)
    return only


def _place(fact: Line) -> tuple[str, tuple[tuple[int, int], ...]]:
    return fact["type"], tuple((span["start"], span["end"]) for span in fact["evidence"])
