"""Whether the program knows who is meant where the words do not name them: "he", "the two ministers", "Minsk".

This score does not ask whether the fact around a reference was found. It looks at every gold filler whose mention is
not its name, and at the fillers of whatever facts were predicted on the same words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.evaluation.matching import Line, Pair, same_name
from communique.evaluation.score import f1

#: A predicted mention is gold's where they share at least this part of the characters that either has.
SAME_MENTION = 0.5
_Bounds = tuple[int, int]
#: The possessive, and Markdown's escaped underscore, which some pages have for a space that does not break.
_NOT_OF_A_NAME = re.compile(r"['’]s\b|\\_")


@dataclass(frozen=True, slots=True)
class References:
    """The scores of references.

    Attributes:
        gold: names behind mentions that are not the name, each once a mention.
        read: names that were predicted on such mentions.
        right: those on which both agree.
        precision, recall, names: of the right ones, ``names`` being their F1.
        missed: mention, name and what was read instead ("" for nothing), in text order.
    """

    gold: int
    read: int
    right: int
    precision: float
    recall: float
    names: float
    missed: tuple[tuple[str, str, str], ...]


def score_references(pairs: Sequence[Pair]) -> References:
    """Names on mentions that are not the name.

    A mention that has a word of the name, and its last one (a surname, a short form), is the name.

    Args:
        pairs: matched documents.
    """
    gold = read = right = 0
    missed: list[tuple[str, str, str]] = []
    for pair in pairs:
        wanted = _by_mention(f for fact in pair.gold for f in _fillers(fact) if not _is_named(f))
        predicted = sorted(_by_mention(f for fact in pair.predicted for f in _fillers(fact)).items())
        for span, fillers in sorted(wanted.items()):
            there = _there(span, predicted)
            hits = [f for f in fillers if any(same_name(f, other) for other in there)]
            agreed = sum(any(same_name(f, other) for f in fillers) for other in there)
            gold += len(fillers)
            read += len(there)
            right += min(len(hits), agreed)
            instead = ", ".join(sorted({other["name"] for other in there}))
            missed += [(f["text"], f["name"], instead) for f in fillers if f not in hits]
    return References(
        gold=gold,
        read=read,
        right=right,
        precision=right / read if read else 0.0,
        recall=right / gold if gold else 0.0,
        names=f1(right, gold, read),
        missed=tuple(missed),
    )


def _fillers(fact: Line) -> Iterator[Line]:
    for fillers in fact["roles"].values():
        yield from fillers
    yield from fact.get("attribution", ())
    if fact.get("place"):
        yield fact["place"]


def _is_named(filler: Line) -> bool:
    """Whether the mention itself names the filler."""
    return same_name(filler, {"name": _NOT_OF_A_NAME.sub(" ", filler["text"])}) if filler.get("text") else True


def _by_mention(fillers: Iterable[Line]) -> dict[_Bounds, list[Line]]:
    """The different fillers on each mention; those without words of their own are left out."""
    found: dict[_Bounds, list[Line]] = defaultdict(list)
    for filler in fillers:
        if filler.get("start") is not None:
            known = found[filler["start"], filler["end"]]
            if all(filler["name"] != other["name"] for other in known):
                known.append(filler)
    return found


def _there(span: _Bounds, predicted: Sequence[tuple[_Bounds, list[Line]]]) -> list[Line]:
    """The different predicted fillers on the mention at ``span``; ``predicted`` is sorted."""
    start, end = span
    # A mention that shares enough is at most so much longer than this one.
    reach = int((end - start) / SAME_MENTION)
    there: dict[str, Line] = {}
    for k in range(bisect_left(predicted, start - reach, key=lambda item: item[0][0]), len(predicted)):
        (other_start, other_end), fillers = predicted[k]
        if other_start >= end:
            break
        shared = min(end, other_end) - max(start, other_start)
        if shared >= SAME_MENTION * (max(end, other_end) - min(start, other_start)):
            there.update((f["name"], f) for f in fillers)
    return list(there.values())
