"""Verbs with their subjects, objects and prepositional phrases, by regular expressions over word classes.

No parser: noun phrases and verb groups are cut out of the tag string by one regular expression (finite-state cascades
in the manner of FASTUS, Hobbs et al. 1997), then each verb looks left for its subject and right for its complements.
Looks are bounded, so the work grows in proportion to the text.
"""

from __future__ import annotations

import re

from communique.language.chunks import Clauses, Phrase, Verb
from communique.language.complements import add_complements
from communique.language.later_subjects import join_interrupted_modals, mark_reduced_relatives, share_with_participles
from communique.language.subjects import add_subject, anchor_of
from communique.language.words import Words

__all__ = ["Clauses", "Phrase", "Verb", "find_clauses"]

_CHUNK = re.compile(
    r"(?P<N>r(?!z)|(?<=i)m+n?(?=Y)|d*(?:R(?=j)|(?<=j),(?=j[jnc]*[npY])|[jnp#z]|(?<![Yynp])m|Yy*|(?<=j)c(?=j))*"
    r"(?:[np#j]|(?<![Yynp])m|Yy*)|d+|[jnp#m]+)"
    r"|(?P<V>(?:[RK]+(?:cR+)?)?(?:T[RK]*)?(?:[MHDx][RK]*)*[vefg]|R*(?:T[RK]*)?[MHDx](?:[RK]*[MHDx])*[RK]*)"
    r"|(?P<R>[RK]+)|(?P<O>.)",
    re.S,
)


def find_clauses(tags: str, lows: list[str], words: Words) -> Clauses:
    """Chunk a tagged sentence and give every verb its subject and complements.

    Args:
        tags: one letter a token, as ``settle_tags`` returns them.
        lows: the tokens in lower case.
        words: the language's word lists.
    """
    kinds: list[str] = []
    bounds: list[tuple[int, int]] = []
    phrases: dict[int, Phrase] = {}
    verbs: list[Verb] = []
    for match in _CHUNK.finditer(tags):
        kind = match.lastgroup or "O"
        i, j = match.span()
        if kind == "N":
            phrases[len(kinds)] = Phrase(i, _noun_end(tags, i, j), len(kinds))
        elif kind == "V":
            verbs.append(_verb(tags, lows, words, i, j, len(kinds)))
        elif kind == "O":
            kind = tags[i]
        kinds.append(kind)
        bounds.append((i, j))
    clauses = Clauses("".join(kinds), bounds, verbs, phrases, lows, tags)
    for verb in verbs:
        add_complements(clauses, verb, words)
    for n, verb in enumerate(verbs):
        add_subject(clauses, verb, verbs[n - 1] if n else None, anchor_of(clauses, verbs, n), words)
    mark_reduced_relatives(clauses, verbs)
    share_with_participles(verbs)
    for verb in verbs:
        above = verb.follows
        if above is not None and above.passive and verb.form == "e" and verb.i == verb.main and not verb.objects:
            if clauses.kinds[verb.at - 1] == "c" and (verb.pp("by") or above.at == verb.at - 2):
                verb.passive = True  # "was praised by A and condemned by B", "were killed or injured"
    join_interrupted_modals(clauses, verbs)
    return clauses


def _noun_end(tags: str, i: int, j: int) -> int:
    """Where a phrase ends but for adjectives behind a name: "diplomats familiar with", "officials responsible for"."""
    k = j
    while k - 1 > i and tags[k - 1] == "j" and tags[j : j + 1] == "i":
        k -= 1
    return k if k < j and tags[k - 1] in "Yy" else j


def _verb(tags: str, lows: list[str], words: Words, i: int, j: int, at: int) -> Verb:
    main = j - 1
    while main > i and tags[main] in "RK":
        main -= 1
    group = tags[i:j]
    lemma, form = words.verbs.get(lows[main], (lows[main], tags[main]))
    if tags[main] == "x":
        lemma = "be"
    elif tags[main] in "H":
        lemma, form = "have", "v"
    elif tags[main] == "D":
        lemma = "do"
    elif lemma == lows[main] and tags[main] == "e" and lemma.endswith("ed"):
        lemma = _base_of(lemma)
    verb = Verb(i, j, main, at, lemma, form if tags[main] in "vefgp" else tags[main])
    if tags[main] in "fg":
        verb.form = tags[main]
    auxiliary = ""
    for k in range(i, main):
        tag = tags[k]
        if tag == "M":
            verb.modal = lows[k]
        elif tag == "H":
            verb.perfect = True
        elif tag == "K":
            verb.negated = True
        elif tag == "T":
            verb.infinitive = True
        if tag in "xHD":
            auxiliary = tag
    if "K" in group[main - i :]:
        verb.negated = True
    for k in range(i, j):
        if lows[k] in ("never", "hardly"):
            verb.negated = True
    verb.passive = auxiliary == "x" and tags[main] == "e"
    return verb


def _base_of(past: str) -> str:
    """The base form of a past in "-ed" whose verb the lists do not have, as far as its spelling tells."""
    if past.endswith("eed"):
        return past[:-1]
    stem = past[:-2]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt":
        return stem[:-1]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    return stem + "e" if stem.endswith(("at", "iz", "is", "c", "v", "u", "rg", "dg")) else stem
