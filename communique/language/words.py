"""The word lists of a language: which class each form belongs to, and which verb it is a form of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

#: Sections of words.yaml and the tag letter their words get; later sections override earlier ones.
_SECTIONS = (
    ("adjectives", "j"),
    ("adverbs", "R"),
    ("prepositions", "i"),
    ("determiners", "d"),
    ("pronouns", "r"),
    ("relatives", "w"),
    ("subordinators", "u"),
    ("conjunctions", "c"),
    ("modals", "M"),
    ("be", "x"),
    ("have", "H"),
    ("do", "D"),
    ("negations", "K"),
    ("to", "T"),
    ("time_nouns", "m"),
    ("ing_nouns", "n"),
    ("ed_nominals", "j"),
    ("participial", "j"),
)
_SYMBOLS = {
    ",": ",",
    ";": ";",
    ":": ":",
    ".": ".",
    "!": ".",
    "?": ".",
    "…": ".",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    "“": "q",
    "”": "q",
    '"': "q",
    "«": "q",
    "»": "q",
    "„": "q",
    "—": "-",
    "–": "-",
    "-": "-",
    "*": "'",
    "_": "'",
    "'": "'",
    "’": "'",
    "‘": "q",
    "&": "c",
    "$": "#",
    "€": "#",
    "£": "#",
    "¥": "#",
    "'s": "z",
    "’s": "z",
    "'S": "z",
    "’S": "z",
    "\\u2019s": "z",
}


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of a language's words.

    Attributes:
        tags: lower-case form -> tag letter.
        verbs: lower-case verb form -> (lemma, form) with form ``f`` base, ``v`` third person or past, ``p`` past,
            ``e`` past or participle, ``g`` gerund.
        ambiguous: forms that are nouns as well as verbs.
        object_control: lemmas whose object is the subject of the infinitive after them.
    particles: lemma -> the particles with which it is one verb that takes an object ("call off the talks").
        clausal: lemmas after which a content clause may stand without "that".
    """

    tags: Mapping[str, str]
    verbs: Mapping[str, tuple[str, str]]
    ambiguous: frozenset[str]
    clausal: frozenset[str]
    object_control: frozenset[str]
    particles: Mapping[str, frozenset[str]]
    ing_nouns: frozenset[str]
    not_names: frozenset[str]
    abbreviations: frozenset[str]
    sentence_openers: frozenset[str]


def inflect(base: str) -> tuple[str, str, str]:
    """Third person, past and gerund of a regular English verb.

    Args:
        base: the infinitive.
    """
    vowels = "aeiou"
    if base.endswith("e"):
        gerund = base[:-1] + "ing" if not base.endswith(("ee", "ye", "oe")) else base + "ing"
        if base.endswith("ie"):
            gerund = base[:-2] + "ying"
        return base + "s", base + "d", gerund
    if base.endswith("y") and base[-2] not in vowels:
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    doubled = base in _DOUBLING or (
        len(base) <= 4
        and base[-1] not in vowels + "wxy"
        and base[-2] in vowels
        and (len(base) < 3 or base[-3] not in vowels)
    )
    stem = base + base[-1] if doubled else base
    return third, stem + "ed", stem + "ing"


_DOUBLING = frozenset(
    "admit commit compel confer control defer deter expel occur omit patrol permit prefer propel rebut recur refer "
    "regret repel submit transfer transmit cancel travel signal counsel level handicap kidnap".split()
)


@cache
def english() -> Words:
    """The word lists of English, from ``language/en``."""
    folder = files("communique.language") / "en"
    lists: dict[str, Any] = yaml.load((folder / "words.yaml").read_text("utf-8"), yaml.CSafeLoader)
    verb_lists: dict[str, Any] = yaml.load((folder / "verbs.yaml").read_text("utf-8"), yaml.CSafeLoader)
    tags: dict[str, str] = {}
    verbs: dict[str, tuple[str, str]] = {}
    for base in verb_lists["regular"].split() + verb_lists["ambiguous"].split():
        third, past, gerund = inflect(base)
        for form, kind in ((base, "f"), (third, "v"), (past, "e"), (gerund, "g")):
            verbs.setdefault(form, (base, kind))
        if base in _BRITISH_DOUBLING:
            verbs.setdefault(base + base[-1] + "ed", (base, "e"))
    for line in verb_lists["irregular"]:
        base, third, past, participle = line.split()
        gerund = inflect(base)[2] if base not in _IRREGULAR_GERUNDS else _IRREGULAR_GERUNDS[base]
        for form, kind in ((base, "f"), (third, "v"), (gerund, "g")):
            verbs[form] = (base, kind)
        verbs[past] = (base, "p" if past not in (participle, base) else "e")
        if participle != base:
            verbs[participle] = (base, "e")
    for form, (_, kind) in verbs.items():
        tags[form] = {"p": "v"}.get(kind, kind)
    for section, tag in _SECTIONS:
        for word in str(lists[section]).split():
            if section in ("adjectives", "adverbs") and word in verbs:
                continue
            tags[word] = tag
    tags.update(_SYMBOLS)
    tags["may"] = "M"
    tags["march"] = "n"
    ambiguous = set()
    for base in verb_lists["ambiguous"].split():
        ambiguous |= {base, inflect(base)[0]}
    for noun_like in ("lead", "leads", "deal", "deals", "cut", "cuts", "strike", "strikes", "spread", "shows", "show"):
        ambiguous.add(noun_like)
    ambiguous -= set(lists["time_nouns"].split())
    return Words(
        tags,
        verbs,
        frozenset(w for w in ambiguous if tags.get(w) in ("f", "v", "e")),
        frozenset(verb_lists["clausal"].split()),
        frozenset(verb_lists["object_control"].split()),
        {verb: frozenset(particles.split()) for verb, particles in verb_lists["particles"].items()},
        frozenset(lists["ing_nouns"].split()),
        frozenset(lists["not_names"].split()),
        frozenset(lists["abbreviations"].split()),
        frozenset(lists["sentence_openers"].split()),
    )


_BRITISH_DOUBLING = frozenset({"travel", "cancel", "signal", "initial"})
_IRREGULAR_GERUNDS = {
    "get": "getting",
    "put": "putting",
    "set": "setting",
    "cut": "cutting",
    "begin": "beginning",
    "forget": "forgetting",
    "hit": "hitting",
    "let": "letting",
    "run": "running",
    "sit": "sitting",
    "shut": "shutting",
    "win": "winning",
    "swear": "swearing",
}
