"""The built-in knowledge: that it is whole, in step, and right about the world where we can check it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from communique.knowledge import Knowledge, Named, load
from communique.knowledge.compiled import compiled_bytes
from communique.knowledge.schema import schema
from communique.knowledge.sections import COMPILED, DATA


@pytest.fixture(scope="module")
def world() -> Knowledge:
    return load()


def keys(world: Knowledge, organization: str, on: str | None = None, status: str = "members") -> set[str]:
    return {member.key for member in world.members(organization, on, status=status)}


def test_knowledge_compiled_file_is_in_step_with_the_yaml() -> None:
    assert COMPILED.read_bytes() == compiled_bytes(), "run python -m communique.knowledge.compiled"


def test_knowledge_is_read_once() -> None:
    assert load() is load()


def test_knowledge_has_what_it_promises(world: Knowledge) -> None:
    kinds = Counter(state.kind for state in world.states.values())
    assert kinds["state"] == 193
    assert kinds["observer"] == 2
    assert len(world.organizations) >= 130
    assert len(world.places) >= 2500
    assert len(world.given_names) >= 2500
    assert len(world.groups) >= 50


def test_knowledge_every_united_nations_member_has_its_codes(world: Knowledge) -> None:
    for state in world.states.values():
        if state.kind in ("state", "observer"):
            assert state.iso2 == state.key
            assert state.iso3
            assert state.cameo
            assert state.capital
            assert re.fullmatch(r"Q\d+", state.id)
            assert state.adjectives


def test_knowledge_iso_codes_are_unique(world: Knowledge) -> None:
    for field in ("iso2", "iso3", "wikidata"):
        codes = Counter(code for state in world.states.values() if (code := getattr(state, field)))
        assert [code for code, times in codes.items() if times > 1] == []


def test_knowledge_every_name_leads_to_an_entry(world: Knowledge) -> None:
    for form, found in world.names.items():
        assert found, form
        for named in found:
            assert world.by_id[named.id].name == named.name
            assert named.parent is None or named.parent in world.by_id


def test_knowledge_every_alias_is_found(world: Knowledge) -> None:
    for state in world.states.values():
        for form in (state.name, *state.official, *state.acronyms, *state.aliases, *state.seats, *state.adjectives):
            assert state.id in {named.id for named in world.names[form]}, form
    for organization in world.organizations.values():
        for form in (organization.name, *organization.acronyms, *organization.aliases):
            assert organization.id in {named.id for named in world.names[form]}, form


def test_knowledge_forms_have_no_article_and_single_spaces(world: Knowledge) -> None:
    for form in world.names:
        assert form == " ".join(form.split())
        assert not form.startswith("the ")


def test_knowledge_no_entity_id_is_used_twice(world: Knowledge) -> None:
    owners = [*world.states.values(), *world.organizations.values()]
    ids = Counter(
        [entry.id for entry in (*owners, *world.places.values(), *world.groups.values())]
        + [body.id for owner in owners for body in owner.bodies]
    )
    assert [id_ for id_, times in ids.items() if times > 1] == []


@pytest.mark.parametrize(
    ("organization", "number"),
    [
        ("un", 193),
        ("au", 55),
        ("osce", 57),
        ("oic", 57),
        ("commonwealth", 56),
        ("coe", 46),
        ("oecd", 38),
        ("nato", 32),
        ("eu", 27),
        ("arab-league", 22),
        ("apec", 21),
        ("pif", 18),
        ("sadc", 16),
        ("asean", 11),
        ("gcc", 6),
        ("g7", 7),
    ],
)
def test_knowledge_members_are_all_there(world: Knowledge, organization: str, number: int) -> None:
    assert len(world.members(organization)) == number


def test_knowledge_csto_members(world: Knowledge) -> None:
    assert keys(world, "csto") == {"AM", "BY", "KG", "KZ", "RU", "TJ"}
    assert "UZ" in keys(world, "csto", "2010")
    assert "UZ" not in keys(world, "csto", "2013")


def test_knowledge_belarus_joined_the_sco_on_4_july_2024(world: Knowledge) -> None:
    assert "BY" not in keys(world, "sco", "2024-07-03")
    assert "BY" in keys(world, "sco", "2024-07-04")
    assert "BY" in keys(world, "sco", "2024-07")
    assert "BY" in keys(world, "sco", "2020", "observers")


def test_knowledge_finland_joined_nato_on_4_april_2023(world: Knowledge) -> None:
    assert "FI" not in keys(world, "nato", "2023-04-03")
    assert "FI" in keys(world, "nato", "2023-04-04")


def test_knowledge_the_united_kingdom_left_the_european_union(world: Knowledge) -> None:
    assert "GB" in keys(world, "eu", "2020-01-31")
    assert "GB" not in keys(world, "eu", "2020-02-01")
    assert "GB" not in keys(world, "eu")


def test_knowledge_syria_was_away_from_the_arab_league(world: Knowledge) -> None:
    assert "SY" in keys(world, "arab-league", "2005")
    assert "SY" not in keys(world, "arab-league", "2015")
    assert "SY" in keys(world, "arab-league", "2024")


def test_knowledge_belarus_is_a_brics_partner(world: Knowledge) -> None:
    assert "BY" in keys(world, "brics", status="partners")
    assert "BY" not in keys(world, "brics")


def test_knowledge_organizations_may_be_members(world: Knowledge) -> None:
    assert {"eu", "au"} <= keys(world, "g20")
    assert "au" not in keys(world, "g20", "2022")


def test_knowledge_members_of_an_unknown_organization(world: Knowledge) -> None:
    with pytest.raises(KeyError, match="no organization 'nowhere'"):
        world.members("nowhere")


def test_knowledge_members_by_entity_id(world: Knowledge) -> None:
    assert world.members("Q7184") == world.members("nato")


@pytest.mark.parametrize(
    ("form", "name", "sense"),
    [
        ("Türkiye", "Turkey", "alias"),
        ("Turkiye", "Turkey", "alias"),
        ("U.S.", "United States", "acronym"),
        ("ROK", "South Korea", "acronym"),
        ("Republic of Korea", "South Korea", "official"),
        ("Russian Federation", "Russia", "official"),
        ("Viet Nam", "Vietnam", "alias"),
        ("Burma", "Myanmar", "alias"),
        ("Kyrgyz Republic", "Kyrgyzstan", "official"),
        ("Czechia", "Czech Republic", "alias"),
        ("Swaziland", "Eswatini", "former"),
        ("Kiev", "Ukraine", "capital"),
        ("Minsk", "Belarus", "capital"),
        ("Kremlin", "Russia", "seat"),
        ("Quai d’Orsay", "France", "seat"),
        ("Byelorussian", "Belarus", "adjective"),
        ("Briton", "United Kingdom", "demonym"),
        ("Belarusians", "Belarus", "demonym_plural"),
        ("Côte d’Ivoire", "Ivory Coast", "alias"),
        ("Cote d'Ivoire", "Ivory Coast", "alias"),
    ],
)
def test_knowledge_names_of_states(world: Knowledge, form: str, name: str, sense: str) -> None:
    first = world.names[form][0]
    assert (first.type, first.name, first.sense) == ("state", name, sense)


def test_knowledge_a_capital_is_a_seat_of_government_and_a_place(world: Knowledge) -> None:
    assert world.names["Ankara"] == (
        Named("Q43", "state", "Turkey", "capital"),
        Named("place/ankara-tr", "place", "Ankara", "name", "Q43"),
    )


def test_knowledge_brussels_is_also_the_european_union(world: Knowledge) -> None:
    assert [(n.name, n.sense) for n in world.names["Brussels"]][:2] == [
        ("Belgium", "capital"),
        ("European Union", "seat"),
    ]


def test_knowledge_a_town_of_a_region_does_not_stand_for_it(world: Knowledge) -> None:
    assert [n.type for n in world.names["Kazan"]] == ["place"]


def test_knowledge_acronyms_keep_their_case(world: Knowledge) -> None:
    assert world.names["US"][0].name == "United States"
    assert "us" not in world.names
    assert "who" not in world.names


def test_knowledge_english_words_are_no_names(world: Knowledge) -> None:
    for word in ("States", "Male", "Sale", "Nice", "Split", "Reading", "Alliance", "Union", "Republic", "Council"):
        assert word not in world.names


def test_knowledge_bodies_are_found_with_their_organization(world: Knowledge) -> None:
    for form in (
        "CSTO Council of Foreign Ministers",
        "Council of Foreign Ministers of the CSTO",
        "Council of Foreign Ministers of the Collective Security Treaty Organization",
    ):
        (body,) = world.names[form]
        assert (body.type, body.name, body.parent) == ("body", "Council of Foreign Ministers", "Q318693")
    assert {n.parent for n in world.names["Council of Foreign Ministers"]} > {"Q318693", "Q485207", "Q7779"}


def test_knowledge_bodies_of_states(world: Knowledge) -> None:
    congress = world.names["US Congress"][0]
    assert (congress.type, congress.parent) == ("body", "Q30")
    assert world.names["Verkhovna Rada"][0].parent == "Q212"


def test_knowledge_places_know_their_state(world: Knowledge) -> None:
    for town, state in (("Davos", "CH"), ("Schloss Elmau", "DE"), ("Grodno", "BY"), ("Lvov", "UA"), ("Nusa Dua", "ID")):
        (place,) = world.names[town]
        assert (place.type, place.parent) == ("place", world.states[state].id)


def test_knowledge_groups_with_members(world: Knowledge) -> None:
    assert set(world.groups["nordic-countries"].members) == {"DK", "FI", "IS", "NO", "SE"}
    assert world.names["Central Asian"][0].sense == "adjective"
    assert world.names["NATO allies"][0].id == "group/allies"


def test_knowledge_state_by_iso(world: Knowledge) -> None:
    belarus = world.state_by_iso("blr")
    assert belarus is world.state_by_iso("BY")
    assert belarus is not None
    assert belarus.name == "Belarus"
    assert world.state_by_iso("ZZ") is None


def test_knowledge_says_which_forms_are_ambiguous(world: Knowledge) -> None:
    ambiguous = world.ambiguous()
    assert {"Congolese", "Georgia", "Dominican"} <= set(ambiguous)
    assert "Minsk" not in ambiguous
    assert "Belarus" not in ambiguous


def test_knowledge_no_two_states_share_a_full_name(world: Knowledge) -> None:
    for form, found in world.ambiguous().items():
        strong = [n for n in found if n.type == "state" and n.sense in ("name", "official", "acronym")]
        assert len(strong) <= 1, form


def test_knowledge_people_of_the_texts_have_known_given_names(world: Knowledge) -> None:
    assert {"Sergey", "Maxim", "Hakan", "Subrahmanyam", "Yoshimasa", "Retno", "Ngozi", "Faisal"} <= world.given_names


def test_knowledge_docs_name_every_section_and_field() -> None:
    docs = (Path(__file__).parent.parent / "docs" / "knowledge.md").read_text(encoding="utf-8")
    for section, rule in schema().items():
        assert f"### `{section}`" in docs
        for field in rule.get("fields", ()):
            assert f"| `{field}`" in docs.split(f"### `{section}`")[1].split("###")[0], (section, field)


def test_knowledge_files_say_where_their_facts_come_from() -> None:
    for path in DATA.glob("*.yaml"):
        if path.name != "schema.yaml":
            assert re.search(r"^# Sources?: ", path.read_text(encoding="utf-8"), re.MULTILINE), path.name
