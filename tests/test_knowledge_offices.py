"""Titles of office: from the words on the page to rank and portfolio."""

from __future__ import annotations

import pytest

from communique.knowledge import Offices, load
from communique.knowledge.offices import RANKS


@pytest.fixture(scope="module")
def offices() -> Offices:
    return load().offices


@pytest.mark.parametrize(
    "form",
    [
        "Foreign Minister",
        "Minister of Foreign Affairs",
        "Minister for Foreign Affairs",
        "Minister of External Affairs",
        "External Affairs Minister",
        "Foreign Secretary",
        "Secretary of State",
    ],
)
def test_offices_foreign_ministers_go_by_many_titles(offices: Offices, form: str) -> None:
    title = offices.titles[form.lower()]
    assert (title.rank, title.portfolio, title.plural) == ("minister", "foreign", False)


@pytest.mark.parametrize(
    ("form", "rank"),
    [
        ("President", "head_of_state"),
        ("King", "head_of_state"),
        ("Prime Minister", "head_of_government"),
        ("Chancellor", "head_of_government"),
        ("Crown Prince", "royal"),
        ("Deputy Prime Minister", "deputy"),
        ("Defence Minister", "minister"),
        ("Cabinet Secretary", "minister"),
        ("Ambassador", "ambassador"),
        ("Chargé d'Affaires", "ambassador"),
        ("Spokeswoman", "spokesperson"),
        ("Press Secretary", "spokesperson"),
        ("Secretary-General", "organization_head"),
        ("Chairperson-in-Office", "organization_head"),
        ("Speaker", "legislator"),
        ("National Security Adviser", "official"),
        ("Major General", "military"),
    ],
)
def test_offices_titles_have_a_rank(offices: Offices, form: str, rank: str) -> None:
    assert offices.titles[form.lower()].rank == rank


def test_offices_plurals_are_marked(offices: Offices) -> None:
    assert offices.titles["foreign ministers"].plural
    assert offices.titles["heads of state"].plural
    assert offices.titles["ministers of defence"].portfolio == "defence"


def test_offices_some_titles_imply_their_state(offices: Offices) -> None:
    assert offices.titles["taoiseach"].state == "IE"
    assert offices.titles["chancellor of the exchequer"].state == "GB"
    assert offices.titles["pope"].state == "VA"


def test_offices_modifiers_say_when_it_is_held(offices: Offices) -> None:
    kinds = {form: offices.modifiers[form] for form in ("former", "outgoing", "incoming", "Acting", "Deputy", "-elect")}
    assert kinds == {
        "former": "past",
        "outgoing": "outgoing",
        "incoming": "future",
        "Acting": "acting",
        "Deputy": "subordinate",
        "-elect": "future",
    }


def test_offices_short_references_name_ranks(offices: Offices) -> None:
    assert offices.short["president"] == ("head_of_state",)
    assert offices.short["premier"] == ("head_of_government",)
    assert "head_of_state" in offices.short["leader"]
    assert {rank for ranks in offices.short.values() for rank in ranks} <= set(RANKS)


def test_offices_honorifics_are_no_titles(offices: Offices) -> None:
    assert offices.honorifics["Mr."].kind == "civil"
    assert offices.honorifics["Her Majesty"].kind == "royal"
    assert "mr." not in offices.titles


def test_offices_organs_that_every_state_has(offices: Offices) -> None:
    assert offices.organs["Foreign Ministry"] == "ministry"
    assert offices.organs["Embassy"] == "agency"


def test_offices_longest_title_bounds_the_search(offices: Offices) -> None:
    assert all(len(form.split()) <= offices.longest for form in offices.titles)
