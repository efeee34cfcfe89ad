"""Scores of a predicted record against a gold record.

A predicted fact is *found* right when its type is the gold fact's, its evidence overlaps the gold evidence, and the
fillers of the roles that identify the type agree with gold's (Jaccard index of at least one half over names). Each gold
fact is matched at most once, best match first. A match is *whole* when its realis, time and attribution are gold's too.
Only documents that stand in gold are scored.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from communique.model import ALL_TYPES, IDENTIFYING_ROLES

Line = Mapping[str, Any]

#: Words of a title, which tell two names apart only where a name consists of nothing else.
TITLE_WORDS = frozenset(
    {
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "president",
        "prime",
        "minister",
        "foreign",
        "secretary",
        "chancellor",
        "king",
        "queen",
        "emir",
        "crown",
        "prince",
        "sultan",
        "his",
        "her",
        "the",
        "of",
        "and",
        "state",
        "federal",
        "republic",
        "kingdom",
        "deputy",
        "vice",
    }
)
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
    gold, predicted = _Record(gold_lines), _Record(predicted_lines)
    texts = gold.texts | predicted.texts
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    misses: list[Unmatched] = []
    extras: list[Unmatched] = []
    differences: list[Difference] = []
    for document in sorted(gold.documents):
        text = texts.get(document)
        gold_facts, predicted_facts = gold.facts[document], predicted.facts[document]
        partner = _match(gold_facts, predicted_facts)
        for i, fact in enumerate(gold_facts):
            tallies[fact["type"]]["gold"] += 1
            if i in partner:
                other = predicted_facts[partner[i]]
                tallies[fact["type"]].update(_agreement(fact, other))
                differences += _differences(fact, other)
            else:
                misses.append(_unmatched(fact, text))
        matched = set(partner.values())
        for j, fact in enumerate(predicted_facts):
            tallies[fact["type"]]["predicted"] += 1
            if j not in matched:
                extras.append(_unmatched(fact, text))
    total: Counter[str] = Counter()
    for tally in tallies.values():
        total.update(tally)
    rows = {kind: _row(tallies[kind]) for kind in ALL_TYPES if kind in tallies}
    return Report(
        rows={**rows, "all": _row(total)},
        misses=tuple(misses),
        extras=tuple(extras),
        differences=tuple(differences),
        unread=tuple(sorted(gold.documents - predicted.documents)),
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


class _Record:
    """The documents, texts and facts of a record's lines."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.documents: set[str] = set()
        self.texts: dict[str, str] = {}
        self.facts: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            if line["kind"] == "fact":
                self.facts[line["document"]].append(line)
            elif line["kind"] == "document":
                self.documents.add(line["id"])
                if line.get("text"):
                    self.texts[line["id"]] = line["text"]


def same_name(gold: Line, predicted: Line) -> bool:
    """Whether two fillers name the same: equal words, or one name's words within the other's with the last in common.

    Accents, case and words of titles do not count; any alias of either will do.
    """
    return any(
        _same_words(_name_words(x), _name_words(y))
        for x in [gold.get("name"), *gold.get("aliases", ())]
        for y in [predicted.get("name"), *predicted.get("aliases", ())]
    )


def _same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not a or not b:
        return False
    p, q = set(a), set(b)
    return p == q or (a[-1] == b[-1] and (p <= q or q <= p))


@lru_cache(maxsize=16384)
def _name_words(name: str | None) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", name or "")
    flat = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    words = re.findall(r"\w+", flat)
    return tuple(word for word in words if word not in TITLE_WORDS) or tuple(words)


def _common(gold: Sequence[Line], predicted: Sequence[Line]) -> int:
    """How many gold fillers have a predicted one of their own."""
    left, hits = list(predicted), 0
    for filler in gold:
        for i, other in enumerate(left):
            if same_name(filler, other):
                del left[i]
                hits += 1
                break
    return hits


def _jaccard(gold: Sequence[Line], predicted: Sequence[Line]) -> float:
    hits = _common(gold, predicted)
    union = len(gold) + len(predicted) - hits
    return hits / union if union else 1.0


def _characters(fact: Line) -> set[int]:
    return {i for span in fact["evidence"] for i in range(span["start"], span["end"])}


def _match(gold: Sequence[Line], predicted: Sequence[Line]) -> dict[int, int]:
    """Which predicted fact, by index, stands for which gold fact, best fit first; of equal fits the later pair."""
    gold_characters = [_characters(fact) for fact in gold]
    predicted_characters = [_characters(fact) for fact in predicted]
    fits = []
    for i, fact in enumerate(gold):
        for j, other in enumerate(predicted):
            if fact["type"] == other["type"]:
                fit = _fit(fact, other, gold_characters[i], predicted_characters[j])
                if fit:
                    fits.append((fit, i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(fits, reverse=True):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def _fit(gold: Line, predicted: Line, gold_characters: set[int], predicted_characters: set[int]) -> float:
    """How well two facts of one type agree, 0 where they are not the same fact."""
    if gold_characters.isdisjoint(predicted_characters):
        return 0.0
    total = 1.0
    for alternatives in IDENTIFYING_ROLES[gold["type"]]:
        agreements = [
            _jaccard(gold["roles"][role], predicted["roles"].get(role, ()))
            for role in alternatives.split("|")
            if gold["roles"].get(role)
        ]
        if not agreements:
            continue
        best = max(agreements)
        if best < 0.5:
            return 0.0
        total += best
    return total + _overlap(gold_characters, predicted_characters)


def _overlap(a: set[int], b: set[int]) -> float:
    return len(a & b) / len(a | b)


def _edtf(fact: Line) -> str | None:
    return (fact.get("time") or {}).get("edtf")


def _same_attribution(gold: Line, predicted: Line) -> bool:
    return _jaccard(gold.get("attribution", ()), predicted.get("attribution", ())) == 1.0


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
        "evidence": _overlap(_characters(gold), _characters(predicted)),
        "role_hits": sum(_common(fillers, predicted_roles.get(role, ())) for role, fillers in gold_roles.items()),
        "role_gold": sum(map(len, gold_roles.values())),
        "role_predicted": sum(map(len, predicted_roles.values())),
    }


def _differences(gold: Line, predicted: Line) -> list[Difference]:
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


def _unmatched(fact: Line, text: str | None) -> Unmatched:
    first: Line = fact["evidence"][0] if fact["evidence"] else {"start": 0, "end": 0, "text": ""}
    context: str = first["text"]
    if text:
        start, end = max(0, first["start"] - CONTEXT_CHARACTERS), first["end"] + CONTEXT_CHARACTERS
        context = text[start:end]
    return Unmatched(fact["document"], fact["type"], first["text"], " ".join(context.split()))


def _f1(hits: float, gold: float, predicted: float) -> float:
    return 2 * hits / (gold + predicted) if gold + predicted else 1.0


def _row(tally: Mapping[str, float]) -> Row:
    hits, gold, predicted = (tally.get(key, 0) for key in ("hits", "gold", "predicted"))
    share = {key: tally[key] / hits if hits else 0.0 for key in ("realis", "time", "place", "attribution", "evidence")}
    return Row(
        gold=int(gold),
        predicted=int(predicted),
        precision=hits / predicted if predicted else 0.0,
        recall=hits / gold if gold else 0.0,
        found=_f1(hits, gold, predicted),
        whole=_f1(tally.get("whole", 0), gold, predicted),
        roles=_f1(tally["role_hits"], tally["role_gold"], tally["role_predicted"]) if hits else 0.0,
        **share,
    )
