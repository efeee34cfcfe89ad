"""Scores of a predicted record against a gold record.

What counts as found is told in ``communique.evaluation.matching``. A match is *whole* when its realis, time and
attribution are gold's too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from communique.evaluation.matching import Line, Pair, characters, common, jaccard, overlap, pair_facts, same_name
from communique.model import ALL_TYPES

CONTEXT_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Row:
    """The scores of one type of fact, or of all.

    Attributes:
        gold, predicted: how many facts each record has.
        precision, recall, found: of facts found right, ``found`` being their F1.
        whole: F1 over matches whose realis, time and attribution are right too.
        realis, time, place, attribution: share of the matches in which it is gold's.
        roles: F1 over all fillers of the matches.
        evidence: intersection over union of the matches' evidence, in characters, averaged.
    """

    gold: int
    predicted: int
    precision: float
    recall: float
    found: float
    whole: float
    realis: float
    time: float
    place: float
    attribution: float
    roles: float
    evidence: float


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A fact without a counterpart: a gold fact that was missed, or a predicted one that gold does not have.

    Attributes:
        context: the document's text around the first piece of evidence, or that piece where the text is not known.
    """

    document: str
    type: str
    evidence: str
    context: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A match that is not whole: the field in which the predicted fact is not gold's, and both values."""

    document: str
    type: str
    evidence: str
    field: str
    gold: str
    predicted: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came out of a comparison.

    Attributes:
        rows: the scores by type, in the order of the format's types, and under ``all``.
        misses: gold facts that were not found.
        extras: predicted facts that gold does not have.
        differences: realis, time and attribution that were not right in facts that were found.
        unread: ids of gold documents that the predicted record does not have.
    """

    rows: Mapping[str, Row]
    misses: tuple[Unmatched, ...]
    extras: tuple[Unmatched, ...]
    differences: tuple[Difference, ...]
    unread: tuple[str, ...]


def score(gold_lines: Iterable[Line], predicted_lines: Iterable[Line]) -> Report:
    """Compare two records.

    Args:
        gold_lines: decoded lines of the gold record; its fillers may carry ``aliases``.
        predicted_lines: decoded lines of the record to judge.

    Returns:
        Scores, misses and extras, the latter two in document order.
    """
    return score_pairs(pair_facts(gold_lines, predicted_lines))


def score_pairs(pairs: Iterable[Pair]) -> Report:
    """The report on records that are matched already, document by document."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    misses: list[Unmatched] = []
    extras: list[Unmatched] = []
    different: list[Difference] = []
    unread: list[str] = []
    for pair in pairs:
        for i, fact in enumerate(pair.gold):
            tallies[fact["type"]]["gold"] += 1
            if i in pair.partner:
                other = pair.predicted[pair.partner[i]]
                tallies[fact["type"]].update(_agreement(fact, other))
                different += differences(fact, other)
            else:
                misses.append(unmatched(fact, pair.text))
        matched = set(pair.partner.values())
        for j, fact in enumerate(pair.predicted):
            tallies[fact["type"]]["predicted"] += 1
            if j not in matched:
                extras.append(unmatched(fact, pair.text))
        if not pair.read:
            unread.append(pair.document)
    total: Counter[str] = Counter()
    for tally in tallies.values():
        total.update(tally)
    rows = {kind: _row(tallies[kind]) for kind in ALL_TYPES if kind in tallies}
    return Report(
        rows={**rows, "all": _row(total)},
        misses=tuple(misses),
        extras=tuple(extras),
        differences=tuple(different),
        unread=tuple(unread),
    )


def format_table(report: Report) -> str:
    """The scores as a table for people, one type a line, without a closing line break."""
    columns = [f.name for f in fields(Row)]
    lines = [f"{'type':11}" + "".join(f"{name[:9]:>10}" for name in columns)]
    for kind, row in report.rows.items():
        values = [getattr(row, name) for name in columns]
        cells = (f"{value:>10}" if isinstance(value, int) else f"{value:>10.3f}" for value in values)
        lines.append(f"{kind:11}" + "".join(cells))
    return "\n".join(lines)


def _edtf(fact: Line) -> str | None:
    return (fact.get("time") or {}).get("edtf")


def _same_attribution(gold: Line, predicted: Line) -> bool:
    return jaccard(gold.get("attribution", ()), predicted.get("attribution", ())) == 1.0


def _same_place(gold: Line | None, predicted: Line | None) -> bool:
    if gold and predicted:
        return same_name(gold, predicted)
    return not gold and not predicted


def _agreement(gold: Line, predicted: Line) -> dict[str, float]:
    """What a match adds to the tally of its type."""
    realis = gold["realis"] == predicted["realis"]
    time = _edtf(gold) == _edtf(predicted)
    attribution = _same_attribution(gold, predicted)
    gold_roles, predicted_roles = gold["roles"], predicted["roles"]
    return {
        "hits": 1,
        "realis": realis,
        "time": time,
        "attribution": attribution,
        "whole": realis and time and attribution,
        "place": _same_place(gold.get("place"), predicted.get("place")),
        "evidence": overlap(characters(gold), characters(predicted)),
        "role_hits": sum(common(fillers, predicted_roles.get(role, ())) for role, fillers in gold_roles.items()),
        "role_gold": sum(map(len, gold_roles.values())),
        "role_predicted": sum(map(len, predicted_roles.values())),
    }


def differences(gold: Line, predicted: Line) -> list[Difference]:
    """The fields that make a match not whole: realis, time and attribution, where they are not gold's."""
    found = []
    if gold["realis"] != predicted["realis"]:
        found.append(("realis", gold["realis"], predicted["realis"]))
    if _edtf(gold) != _edtf(predicted):
        found.append(("time", str(_edtf(gold)), str(_edtf(predicted))))
    if not _same_attribution(gold, predicted):
        found.append(("attribution", _names(gold), _names(predicted)))
    quoted = gold["evidence"][0]["text"]
    return [Difference(gold["document"], gold["type"], quoted, *values) for values in found]


def _names(fact: Line) -> str:
    return ", ".join(filler["name"] for filler in fact.get("attribution", ())) or "nobody"


def unmatched(fact: Line, text: str | None) -> Unmatched:
    """The fact with the text around its first piece of evidence."""
    first: Line = fact["evidence"][0] if fact["evidence"] else {"start": 0, "end": 0, "text": ""}
    context: str = first["text"]
    if text:
        start, end = max(0, first["start"] - CONTEXT_CHARACTERS), first["end"] + CONTEXT_CHARACTERS
        context = text[start:end]
    return Unmatched(fact["document"], fact["type"], first["text"], " ".join(context.split()))


def f1(hits: float, gold: float, predicted: float) -> float:
    """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
    return 2 * hits / (gold + predicted) if gold + predicted else 1.0


def _row(tally: Mapping[str, float]) -> Row:
    hits, gold, predicted = (tally.get(key, 0) for key in ("hits", "gold", "predicted"))
    share = {key: tally[key] / hits if hits else 0.0 for key in ("realis", "time", "place", "attribution", "evidence")}
    return Row(
        gold=int(gold),
        predicted=int(predicted),
        precision=hits / predicted if predicted else 0.0,
        recall=hits / gold if gold else 0.0,
        found=f1(hits, gold, predicted),
        whole=f1(tally.get("whole", 0), gold, predicted),
        roles=f1(tally["role_hits"], tally["role_gold"], tally["role_predicted"]) if hits else 0.0,
        **share,
    )
