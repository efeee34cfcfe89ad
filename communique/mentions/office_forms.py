"""Titles of offices, tokenised as texts are, and the words that may stand around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from communique.knowledge import Knowledge, Organization, State
from communique.knowledge.offices import Title
from communique.language.tokens import tokenize


@dataclass(frozen=True, slots=True)
class OfficeForms:
    """Titles by their first word and their second ("" for those of one word), and what may stand around them."""

    titles: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], Title], ...]]]
    modifiers: Mapping[str, str]
    suffixes: Mapping[str, str]
    honorifics: Mapping[str, tuple[tuple[str, ...], ...]]
    portfolios: Mapping[str, tuple[tuple[str, ...], ...]]
    styles: frozenset[str]
    owners: Mapping[str, tuple[str, str]]
    owner_names: frozenset[str]
    given_names: frozenset[str]


@lru_cache(maxsize=4)
def office_forms(knowledge: Knowledge) -> OfficeForms:
    """The knowledge files' titles, tokenised as texts are, longest first."""
    offices = knowledge.offices
    titles: dict[str, dict[str, list[tuple[tuple[str, ...], Title]]]] = {
        word: {"": [((word,), Title(word, word, "counterpart"))]} for word in ("counterpart", "colleague", "homologue")
    }
    for form, title in offices.titles.items():
        lows = tuple(tokenize(form, 0, len(form)).lows)
        titles.setdefault(lows[0], {}).setdefault(lows[1] if len(lows) > 1 else "", []).append((lows, title))
    honorifics: dict[str, list[tuple[str, ...]]] = {}
    for form in offices.honorifics:
        lows = tuple(tokenize(form, 0, len(form)).lows)
        honorifics.setdefault(lows[0], []).append(lows)
        if lows[-1] == ".":
            honorifics[lows[0]].append(lows[:-1])
    portfolios: dict[str, list[tuple[str, ...]]] = {}
    for portfolio in offices.portfolios.values():
        for name in portfolio.names:
            lows = tuple(tokenize(name, 0, len(name)).lows)
            portfolios.setdefault(lows[0], []).append(lows)
    entries: list[State | Organization] = [*knowledge.states.values(), *knowledge.organizations.values()]
    return OfficeForms(
        {
            first: {second: tuple(sorted(forms, key=lambda f: -len(f[0]))) for second, forms in by_second.items()}
            for first, by_second in titles.items()
        },
        {form.lower(): kind for form, kind in offices.modifiers.items() if not form.startswith("-")},
        {form[1:].lower(): kind for form, kind in offices.modifiers.items() if form.startswith("-")},
        {first: tuple(sorted(set(forms), key=len, reverse=True)) for first, forms in honorifics.items()},
        {first: tuple(sorted(names, key=len, reverse=True)) for first, names in portfolios.items()},
        frozenset(s.rstrip(".").lower() for s in offices.styles),
        {key: (entry.name, entry.id) for entry in entries for key in (entry.key, entry.id)},
        frozenset(entry.name for entry in entries),
        knowledge.given_names,
    )
