"""How far a score would wander on other documents of the same kind.

Documents are drawn again with replacement, since facts of one document are not independent of each other, and the score
is computed anew each time: the percentile bootstrap of Efron and Tibshirani (An Introduction to the Bootstrap, 1993,
chapter 13).
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.evaluation.matching import Pair
from communique.evaluation.score import f1
from communique.model import ALL_TYPES

_Counts = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Interval:
    """A score and the bounds between which it lies with the confidence asked for."""

    value: float
    low: float
    high: float


def found_intervals(
    pairs: Sequence[Pair], *, level: float = 0.95, rounds: int = 1000, seed: int = 0
) -> dict[str, Interval]:
    """Found F1 with its confidence interval, by type and under ``all``.

    Args:
        pairs: matched documents.
        level: confidence, between 0 and 1.
        rounds: how often the documents are drawn again.
        seed: of the draws; the same seed gives the same bounds.
    """
    counts = _counts(pairs)
    draws = defaultdict(list)
    for drawn in _draws(len(pairs), rounds, seed):
        for kind, by_document in counts.items():
            draws[kind].append(_found(by_document, drawn))
    every = Counter(range(len(pairs)))
    return {
        kind: _interval(_found(counts[kind], every), draws[kind], level) for kind in (*ALL_TYPES, "all") if draws[kind]
    }


def gain_interval(
    before: Sequence[Pair], after: Sequence[Pair], *, level: float = 0.95, rounds: int = 1000, seed: int = 0
) -> Interval:
    """By how much found F1 over all rose from one run to another, the same documents being drawn for both.

    Args:
        before, after: the two runs' documents, matched with the same gold.
        level: confidence, between 0 and 1.
        rounds: how often the documents are drawn again.
        seed: of the draws.

    Returns:
        The gain, negative where the later run is worse. An interval without 0 tells a gain from chance.
    """
    first, second = _counts(before)["all"], _counts(after)["all"]
    every = Counter(range(len(before)))
    gains = [_found(second, drawn) - _found(first, drawn) for drawn in _draws(len(before), rounds, seed)]
    return _interval(_found(second, every) - _found(first, every), gains, level)


def _counts(pairs: Sequence[Pair]) -> dict[str, dict[int, _Counts]]:
    """By type and document number: how many facts were found right, stand in gold, were predicted."""
    counts: dict[str, dict[int, _Counts]] = {"all": {}}
    for number, pair in enumerate(pairs):
        right = Counter(pair.gold[i]["type"] for i in pair.partner)
        gold = Counter(fact["type"] for fact in pair.gold)
        predicted = Counter(fact["type"] for fact in pair.predicted)
        counts["all"][number] = (right.total(), gold.total(), predicted.total())
        for kind in gold | predicted:
            counts.setdefault(kind, {})[number] = (right[kind], gold[kind], predicted[kind])
    return counts


def _draws(documents: int, rounds: int, seed: int) -> Iterator[Mapping[int, int]]:
    """How often each document was drawn, once for each round."""
    rng = random.Random(seed)
    numbers = range(documents)
    for _ in range(rounds if documents else 0):
        yield Counter(rng.choices(numbers, k=documents))


def _found(by_document: Mapping[int, _Counts], drawn: Mapping[int, int]) -> float:
    right = gold = predicted = 0
    for number, (r, g, p) in by_document.items():
        times = drawn.get(number, 0)
        right += times * r
        gold += times * g
        predicted += times * p
    return f1(right, gold, predicted)


def _interval(value: float, draws: Sequence[float], level: float) -> Interval:
    if not draws:
        return Interval(value, value, value)
    ordered = sorted(draws)
    tail = (1 - level) / 2
    last = len(ordered) - 1
    return Interval(value, ordered[round(tail * last)], ordered[round((1 - tail) * last)])
