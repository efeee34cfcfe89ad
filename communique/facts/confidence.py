"""How likely a fact is right: a sum of points for what can be seen of it, as a probability.

The points are the weights of a logistic regression, fitted by ``benchmarks/confidence.py`` to facts that were judged
against gold. They lie in ``confidence.yaml``, where a reader can see what each thing counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import yaml

from communique.facts.drafts import Draft
from communique.model import IDENTIFYING_ROLES, Document

#: Nobody should take a fact that was read by rules for certain.
LOWEST, HIGHEST = 0.05, 0.98
_LENGTHS = ((15, "shortest"), (30, "short"), (60, "middling"), (120, "long"))
_SENTENCES = ((80, "short"), (200, "middling"), (400, "long"))


def confidence(draft: Draft, document: Document) -> float:
    """The probability that the fact is right, from 0.05 to 0.98."""
    points = _points()
    total = points["base"] + sum(points.get(feature, 0.0) for feature in features(draft, document))
    return round(max(LOWEST, min(HIGHEST, 1 / (1 + math.exp(-total)))), 2)


def features(draft: Draft, document: Document) -> Iterator[str]:
    """What counts for or against a fact, each as the name of a row of ``confidence.yaml``."""
    kind = draft.type
    yield kind
    yield f"realis {draft.realis}"
    yield f"genre {document.genre}"
    for key in ("stance", "status", "phase"):
        if draft.value.get(key):
            yield f"{key} {draft.value[key]}"
    if draft.act:
        yield f"act {draft.act}"
    longest = max(end - start for start, end in draft.evidence)
    yield f"evidence {_bin(longest, _LENGTHS)}"
    yield f"{kind} evidence {min(len(draft.evidence), 3)}"
    yield f"sentence {_bin(draft.scene.end - draft.scene.start, _SENTENCES)}"
    if draft.scene.heading:
        yield "heading"
    if draft.by_office:
        yield "by office"
    if draft.own_voice:
        yield "own voice"
    if draft.time is not None and draft.time.edtf:
        yield f"{kind} dated"
    if draft.place is not None:
        yield f"{kind} placed"
    if draft.attribution:
        yield "attributed"
    yield from _who(draft)


def _who(draft: Draft) -> Iterator[str]:
    """How well those who identify the fact are known."""
    for role in "|".join(IDENTIFYING_ROLES[draft.type]).split("|"):
        fillers = draft.roles.get(role, [])
        if not fillers:
            yield f"{draft.type} no {role}"
            continue
        if len(fillers) > 2:
            yield "many"
        if any(f.start is None for f in fillers):
            yield "implied"
        if all(f.entity for f in fillers):
            yield f"{role} known"
        if any(f.name[:1].islower() for f in fillers):
            yield f"{role} described"
        if any(len(f.name.split()) > 5 for f in fillers):
            yield f"{role} wordy"
        if any(len(f.name.split()) == 1 and not f.entity for f in fillers):
            yield "one word"


def _bin(number: int, bins: tuple[tuple[int, str], ...]) -> str:
    return next((name for limit, name in bins if number < limit), "longest")


@cache
def _points() -> Mapping[str, float]:
    text = files("communique.facts").joinpath("confidence.yaml").read_text("utf-8")
    points: Mapping[str, float] = yaml.load(text, yaml.CSafeLoader)
    return points
