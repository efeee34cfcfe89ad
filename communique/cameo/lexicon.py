"""The CAMEO scheme and its English words, read from ``language/en/cameo`` once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_FOLDER = files("communique.language") / "en" / "cameo"


@dataclass(frozen=True, slots=True)
class Noun:
    """A class of nouns: the code that they tell by themselves, if any, and whether both who take part act."""

    code: str
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What a verb means.

    Attributes:
        code: CAMEO event code.
        objects: classes of nouns one of which its object must be of; ``words``: words one of which must follow.
        to: slots in which the target is looked for, in this order.
        symmetric: ``subject``: those who do it together do it to each other; ``both``: the target does it too.
        reverse: the subject is the one it is done to: "received arms from".
        persons: the object must be persons; ``organizations``: what is left must be an organization or state.
        particle: prepositions one of which must follow.
        doer: roles one of which the subject must have.
        intransitive: the noun of ``objects`` is the subject: "talks began between …".
    """

    code: str
    objects: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    to: tuple[str, ...] = ("object",)
    symmetric: str = ""
    reverse: bool = False
    persons: bool = False
    organizations: bool = False
    particle: tuple[str, ...] = ()
    intransitive: bool = False
    doer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Governing:
    """How a class of verbs turns the code of the verb or noun it governs.

    Attributes:
        map: beginning of the governed code -> code; "" is the default.
        plain: roots that stay as they are; ``drop``: roots that give no event.
        to: slots in which the target is looked for.
    """

    name: str
    map: Mapping[str, str]
    plain: frozenset[str]
    drop: frozenset[str]
    to: tuple[str, ...]

    def turned(self, code: str) -> str | None:
        """The code of a governed code, or None where nothing is told."""
        root = code[:2]
        if root in self.drop:
            return None
        if root in self.plain or self.name == "plain":
            return code
        best = max((start for start in self.map if code.startswith(start)), key=len)
        return self.map[best]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of ``events.yaml``; ``rules`` and ``governing`` by lemma or lemma-particle, ``nouns`` by noun."""

    scheme: Mapping[str, str]
    nouns: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, Noun]
    rules: Mapping[str, tuple[Rule, ...]]
    lemmas: frozenset[str]
    governing: Mapping[str, Governing]
    states: Mapping[str, Governing]
    reporting: frozenset[str]
    accusable: frozenset[str]
    protest_roles: tuple[str, ...]
    protest_heads: frozenset[str]
    protest_violence: Mapping[str, str]
    any_force: frozenset[str]
    bombing_roles: tuple[str, ...]
    killing: frozenset[str]
    armed_roles: tuple[str, ...]
    denying: frozenset[str]
    force_roles: tuple[str, ...]
    facts: Mapping[str, str | Mapping[str, str]]
    finer: Mapping[str, frozenset[str]]
    place_for_doer: frozenset[str]
    place_for_target: frozenset[str]
    papers: frozenset[str]
    holding: frozenset[str]


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load((_FOLDER / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return data


def _rule(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        entry["code"],
        tuple(entry.get("objects", "").split()),
        frozenset(entry.get("words", "").split()),
        tuple(entry.get("to", "object").split()),
        entry.get("symmetric", ""),
        entry.get("reverse", False),
        entry.get("persons", False),
        entry.get("organizations", False),
        tuple(entry.get("particle", "").split()),
        entry.get("intransitive", False),
        tuple(entry.get("doer", "").split()),
    )


@cache
def lexicon() -> Lexicon:
    """The event lexicon of English."""
    data = _read("events")
    nouns: dict[str, list[str]] = {}
    classes: dict[str, Noun] = {}
    for name, entry in data["nouns"].items():
        classes[name] = Noun(entry.get("code", ""), entry.get("symmetric", False))
        for word in entry["words"].split():
            nouns.setdefault(word, []).append(name)
    rules: dict[str, list[Rule]] = {}
    for entry in data["verbs"]:
        rule = _rule(entry)
        for verb in dict.fromkeys(entry["verbs"].split()):
            rules.setdefault(verb, []).append(rule)
    governing: dict[str, Governing] = {}
    by_name: dict[str, Governing] = {}
    for name, entry in data["governing"].items():
        one = Governing(
            name,
            entry.get("map", {}),
            frozenset(entry.get("plain", "").split()),
            frozenset(entry.get("drop", "").split()),
            tuple(entry.get("to", "object").split()),
        )
        by_name[name] = one
        for verb in entry["verbs"].split():
            governing.setdefault(verb, one)
    return Lexicon(
        scheme=data["scheme"],
        nouns={word: tuple(names) for word, names in nouns.items()},
        classes=classes,
        # what asks more of a sentence is asked first
        rules={verb: tuple(sorted(found, key=_loose)) for verb, found in rules.items()},
        lemmas=frozenset(verb.split("-")[0] for verb in (*rules, *governing)) | frozenset((*rules, *governing)),
        governing=governing,
        states={word: by_name[name] for name, words in data["states"].items() for word in words.split()},
        reporting=frozenset(data["reporting"].split()),
        accusable=frozenset(data["accusable"].split()),
        protest_roles=tuple(data["protest_roles"].split()),
        protest_heads=frozenset(data["protest_heads"].split()),
        protest_violence=data["protest_violence"],
        any_force=frozenset(data["any_force"].split()),
        bombing_roles=tuple(data["bombing_roles"].split()),
        killing=frozenset(data["killing"].split()),
        armed_roles=tuple(data["armed_roles"].split()),
        denying=frozenset(data["denying"].split()),
        force_roles=tuple(data["force_roles"].split()),
        facts=data["facts"],
        finer={kind: frozenset(roots.split()) for kind, roots in data["finer"].items()},
        place_for_doer=frozenset(data["place_for_doer"].split()),
        place_for_target=frozenset(data["place_for_target"].split()),
        papers=frozenset(data["papers"].split()),
        holding=frozenset(data["holding"].split()),
    )


def _loose(rule: Rule) -> int:
    if rule.objects or rule.words:
        return 0
    return 1 if rule.persons or rule.organizations or rule.particle else 2


@dataclass(frozen=True, slots=True)
class Leader:
    """A head of state or government, or minister, of a state (its key) or organization, and the years in office."""

    owner: str
    name: str
    since: int
    until: int | None


@dataclass(frozen=True, slots=True)
class ActorWords:
    """All of ``actors.yaml`` and ``leaders.yaml``.

    Attributes:
        terms: first word -> (words of the term, role code, whether weak), longest first.
        groups: first word -> (words of the name, actor code), longest first.
        leaders: full name and, where it does alone, surname, in lower case -> leaders.
    """

    roles: Mapping[str, str]
    terms: Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]
    groups: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    actors: frozenset[str]
    partitive: frozenset[str]
    former: frozenset[str]
    leaders: Mapping[str, tuple[Leader, ...]]


@cache
def actor_words() -> ActorWords:
    """The actor lexicon of English."""
    data = _read("actors")
    terms: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for weak, section in ((False, data["words"]), (True, data["weak"])):
        for code, words in section.items():
            for word in words.split():
                term = (word,) if word.startswith("ex-") else tuple(word.split("-"))
                terms.setdefault(term[0], []).append((term, code, weak))
                if len(term) == 2:
                    terms.setdefault(word, []).append(((word,), code, weak))
    groups: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for code, names in (*data["groups"].items(), *data["companies"].items()):
        for name in names:
            words = tuple(str(name).split())
            groups.setdefault(words[0], []).append((words, code))
    leaders: dict[str, list[Leader]] = {}
    for owners in _read("leaders").values():
        for owner, listed in owners.items():
            for item in listed.split(", "):
                _enter(leaders, str(owner), item)
    return ActorWords(
        data["roles"],
        {first: tuple(sorted(found, key=lambda t: -len(t[0]))) for first, found in terms.items()},
        {first: tuple(sorted(found, key=lambda t: -len(t[0]))) for first, found in groups.items()},
        frozenset(data["actors"].split()),
        frozenset(data["partitive"].split()),
        frozenset(data["former"].split()),
        {name: tuple(found) for name, found in leaders.items()},
    )


def _enter(leaders: dict[str, list[Leader]], owner: str, item: str) -> None:
    name, _, years = item.rpartition(" ")
    since, _, until = years.partition("/")
    full_only = name.endswith("*")
    leader = Leader(owner, name.rstrip("*").lower(), int(since), int(until) if until else None)
    leaders.setdefault(leader.name, []).append(leader)
    surname = leader.name.split()[-1]
    if not full_only and surname != leader.name:
        leaders.setdefault(surname, []).append(leader)
