"""The CAMEO event code of a fact that the engine has read: by its type and value, made finer by its words."""

from __future__ import annotations

import re

from communique.cameo.lexicon import Lexicon, lexicon
from communique.language.words import english
from communique.model import Fact

_UNTOLD = frozenset(("negated", "hypothetical", "cancelled"))
_WORD = re.compile(r"[^\W\d_]+")


def code_of_fact(fact: Fact) -> str | None:
    """The event code of a fact, or None where CAMEO has none for it: a tenure, a ceremony, what did not happen.

    Args:
        fact: as ``communique.facts`` leaves it.
    """
    if fact.realis in _UNTOLD:
        return None
    words = lexicon()
    base = words.facts.get(fact.type)
    if base is not None and not isinstance(base, str):
        base = base.get(_kind(fact))
    if base is None:
        return None
    return _finer(fact, base, words)


def _kind(fact: Fact) -> str:
    if fact.type == "action":
        return fact.plover.event if fact.plover is not None else ""
    return str(fact.value.get("stance" if fact.type == "statement" else "status", ""))


def _finer(fact: Fact, base: str, words: Lexicon) -> str:
    """A longer code that a verb of the evidence has: "expelled" of a coercion, "urged" of a demand."""
    roots = words.finer.get(fact.type)
    if roots is None or not fact.evidence:
        return base
    verbs = english().verbs
    for word in _WORD.findall(fact.evidence[0].text.lower()):
        lemma = verbs.get(word, ("",))[0]
        for rule in words.rules.get(lemma, ()):
            if rule.code[:2] == base[:2] or (rule.code[:2] in roots and not rule.objects):
                return rule.code
        governor = words.governing.get(lemma)
        if governor is not None and governor.map.get("", "")[:2] in roots:
            return governor.map[""]
    return base
