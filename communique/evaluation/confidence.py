"""Whether a fact's confidence is the share of such facts that are right.

The reliability table sorts predicted facts by confidence into bins of equal width; the expected calibration error is
the distance between a bin's average confidence and its precision, averaged over facts (Naeini, Cooper and Hauskrecht,
Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI 2015).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.evaluation.matching import Pair


@dataclass(frozen=True, slots=True)
class Bin:
    """The predicted facts whose confidence is in ``[low, high)``; the last bin holds 1 as well.

    Attributes:
        facts: how many there are.
        confidence: their average.
        precision: share of them that gold has.
    """

    low: float
    high: float
    facts: int
    confidence: float
    precision: float


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a user keeps who asks for this confidence at least, and how good it is; precision of nothing is None."""

    confidence: float
    facts: int
    precision: float | None
    recall: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The table.

    Attributes:
        bins: those that hold facts, in ascending order.
        error: the expected calibration error, 0 to 1; 0 where there are no facts.
        thresholds: precision and recall by lowest confidence.
    """

    bins: tuple[Bin, ...]
    error: float
    thresholds: tuple[Threshold, ...]


def reliability(
    pairs: Sequence[Pair], *, bins: int = 10, thresholds: Sequence[float] = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
) -> Reliability:
    """How well confidence tells right facts from wrong.

    Args:
        pairs: matched documents; a predicted fact without ``confidence`` counts as certain.
        bins: into how many the range from 0 to 1 is divided.
        thresholds: lowest confidences to keep facts at.
    """
    judged = sorted(
        (float(fact.get("confidence", 1.0)), j in matched)
        for pair in pairs
        for matched in [set(pair.partner.values())]
        for j, fact in enumerate(pair.predicted)
    )
    gold = sum(len(pair.gold) for pair in pairs)
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in judged:
        # Decimals such as 0.3 fall just below their bin's edge in binary.
        sorted_in[min(bins - 1, int(confidence * bins + 1e-9))].append((confidence, right))
    rows = []
    error = 0.0
    for number, facts in enumerate(sorted_in):
        if facts:
            confidence = sum(c for c, _ in facts) / len(facts)
            precision = sum(right for _, right in facts) / len(facts)
            rows.append(Bin(number / bins, (number + 1) / bins, len(facts), confidence, precision))
            error += abs(confidence - precision) * len(facts) / len(judged)
    return Reliability(tuple(rows), error, tuple(_kept(judged, gold, lowest) for lowest in thresholds))


def format_reliability(table: Reliability) -> str:
    """The table for people, without a closing line break."""
    lines = [f"{'confidence':14}{'facts':>8}{'average':>10}{'precision':>11}"]
    lines += [f"{b.low:.2f} to {b.high:.2f}  {b.facts:>8}{b.confidence:>10.3f}{b.precision:>11.3f}" for b in table.bins]
    lines += [f"expected calibration error {table.error:.3f}", ""]
    lines.append(f"{'at least':14}{'facts':>8}{'precision':>11}{'recall':>10}")
    for kept in table.thresholds:
        precision = "-" if kept.precision is None else f"{kept.precision:.3f}"
        lines.append(f"{kept.confidence:<14.2f}{kept.facts:>8}{precision:>11}{kept.recall:>10.3f}")
    return "\n".join(lines)


def _kept(judged: Sequence[tuple[float, bool]], gold: int, lowest: float) -> Threshold:
    kept = [right for confidence, right in judged if confidence >= lowest]
    right = sum(kept)
    return Threshold(lowest, len(kept), right / len(kept) if kept else None, right / gold if gold else 0.0)
