"""The CAMEO files: codes of the scheme, known verbs, actor codes of the right form, keys that are explained."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from told import fact_of

from communique.cameo.facts import code_of_fact
from communique.cameo.lexicon import actor_words, lexicon
from communique.knowledge import load
from communique.language.words import english

FOLDER = Path(__file__).parent.parent / "communique" / "language" / "en" / "cameo"
DOCUMENTATION = (Path(__file__).parent.parent / "docs" / "cameo.md").read_text("utf-8")
ROOTS = [f"{n:02}" for n in range(1, 21)]


def test_cameo_lexicon_has_words_for_every_root_of_the_scheme() -> None:
    words = lexicon()
    told = {rule.code[:2] for rules in words.rules.values() for rule in rules}
    told |= {code[:2] for governing in words.governing.values() for code in governing.map.values()}
    assert sorted(told) == ROOTS == sorted(code for code in words.scheme if len(code) == 2)


def test_cameo_lexicon_uses_no_code_outside_the_scheme() -> None:
    words = lexicon()
    codes = {rule.code for rules in words.rules.values() for rule in rules}
    codes |= {noun.code for noun in words.classes.values() if noun.code}
    codes |= {code for governing in words.governing.values() for code in governing.map.values()}
    assert not sorted(codes - set(words.scheme))


def test_cameo_lexicon_verbs_are_verbs_of_the_language() -> None:
    known = {lemma for lemma, _ in english().verbs.values()} | {"be", "have", "do"}
    words = lexicon()
    keys = {*words.rules, *words.governing}
    assert not sorted(key for key in keys if key not in known and key.split("-")[0] not in known)


def test_cameo_lexicon_rules_name_classes_that_are_there() -> None:
    words = lexicon()
    assert not {o for rules in words.rules.values() for rule in rules for o in rule.objects} - set(words.classes)


def test_cameo_actors_roles_and_codes_have_cameos_form() -> None:
    words = actor_words()
    assert all(re.fullmatch("[A-Z]{3}", role) for role in words.roles)
    used = {code for terms in words.terms.values() for _, code, _ in terms}
    assert all(code[i : i + 3] in words.roles for code in used for i in range(0, len(code), 3))
    codes = {code for groups in words.groups.values() for _, code in groups}
    assert all(re.fullmatch("(---|[A-Z]{3})([A-Z]{3}){0,3}", code) for code in codes)


def test_cameo_leaders_serve_states_and_organizations_that_are_known() -> None:
    knowledge = load()
    owners = {leader.owner for found in actor_words().leaders.values() for leader in found}
    assert not owners - set(knowledge.states) - set(knowledge.organizations)


@pytest.mark.parametrize("name", ["events", "actors", "leaders"])
def test_cameo_keys_are_explained_in_the_documentation(name: str) -> None:
    data = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    keys = set(data)
    if name == "events":
        keys |= {key for entry in (*data["verbs"], *data["nouns"].values()) for key in entry}
        keys |= {key for entry in data["governing"].values() for key in entry}
    assert not sorted(key for key in keys if f"`{key}`" not in DOCUMENTATION)


def test_cameo_facts_have_a_code_by_their_type_value_and_verb() -> None:
    met = fact_of(
        "Foreign Minister Ana Brandt of Denmark met Foreign Minister Jonas Vale of Norway in Oslo.", "meeting"
    )
    assert code_of_fact(met) == "040"
    condemned = fact_of("Denmark condemned the attack on the cable.", "statement")
    assert code_of_fact(condemned) == "111"
    expelled = fact_of("Denmark expelled three Russian diplomats.", "action")
    assert code_of_fact(expelled) in ("166", "174")


def test_cameo_facts_that_did_not_happen_and_offices_have_none() -> None:
    assert code_of_fact(fact_of("Ana Brandt, the Foreign Minister of Denmark, spoke.", "tenure")) is None
