"""Which predicted fact stands for which gold fact, and when two names name the same.

A predicted fact is *found* right when its type is the gold fact's, its evidence overlaps the gold evidence, and the
fillers of the roles that identify the type agree with gold's (Jaccard index of at least one half over names). Each gold
fact is matched at most once, best match first. Only documents that stand in gold count.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.model import IDENTIFYING_ROLES

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


@dataclass(frozen=True, slots=True)
class Pair:
    """One gold document, as gold has it and as it was predicted.

    Attributes:
        text: of the document, where either record carries it.
        read: whether the predicted record has the document at all.
        partner: index of a gold fact to index of the predicted fact that was matched with it.
    """

    document: str
    text: str | None
    read: bool
    gold: Sequence[Line]
    predicted: Sequence[Line]
    partner: Mapping[int, int]


def pair_facts(gold_lines: Iterable[Line], predicted_lines: Iterable[Line]) -> tuple[Pair, ...]:
    """Match two records fact by fact.

    Args:
        gold_lines: decoded lines of the gold record; its fillers may carry ``aliases``.
        predicted_lines: decoded lines of the record to judge.

    Returns:
        One pair for each gold document, in the order of their ids.
    """
    gold, predicted = _Record(gold_lines), _Record(predicted_lines)
    texts = gold.texts | predicted.texts
    pairs = []
    for document in sorted(gold.documents):
        facts, others = gold.facts[document], predicted.facts[document]
        read = document in predicted.documents
        pairs.append(Pair(document, texts.get(document), read, facts, others, _match(facts, others)))
    return tuple(pairs)


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


def common(gold: Sequence[Line], predicted: Sequence[Line]) -> int:
    """How many gold fillers have a predicted one of their own."""
    left, hits = list(predicted), 0
    for filler in gold:
        for i, other in enumerate(left):
            if same_name(filler, other):
                del left[i]
                hits += 1
                break
    return hits


def jaccard(gold: Sequence[Line], predicted: Sequence[Line]) -> float:
    """Intersection over union of two lists of fillers; 1 where both are empty."""
    hits = common(gold, predicted)
    union = len(gold) + len(predicted) - hits
    return hits / union if union else 1.0


def characters(fact: Line) -> set[int]:
    """The offsets that the fact's evidence covers."""
    return {i for span in fact["evidence"] for i in range(span["start"], span["end"])}


def _match(gold: Sequence[Line], predicted: Sequence[Line]) -> dict[int, int]:
    """Which predicted fact, by index, stands for which gold fact, best fit first; of equal fits the later pair."""
    gold_characters = [characters(fact) for fact in gold]
    predicted_characters = [characters(fact) for fact in predicted]
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
            jaccard(gold["roles"][role], predicted["roles"].get(role, ()))
            for role in alternatives.split("|")
            if gold["roles"].get(role)
        ]
        if not agreements:
            continue
        best = max(agreements)
        if best < 0.5:
            return 0.0
        total += best
    return total + overlap(gold_characters, predicted_characters)


def overlap(a: set[int], b: set[int]) -> float:
    """Intersection over union; at least one of the two holds something."""
    return len(a & b) / len(a | b)
