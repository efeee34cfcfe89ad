"""Who is who: names that agree are one person, under the fullest name."""

from __future__ import annotations

import pytest
from told import offices_of, person_of, text_of

from communique.mentions.register import Register, fold, slug
from communique.mentions.spots import Spot


def register(*names: str) -> Register:
    filled = Register()
    for name in names:
        filled.add(Spot(0, 1, "person", name), 0, 0, len(name))
    return filled


def test_register_surname_means_the_full_name() -> None:
    filled = register("Sigrid Holm", "Holm")
    assert [person.name for person in filled.persons] == ["Sigrid Holm"]


def test_register_full_name_told_later_wins() -> None:
    filled = register("Holm", "Sigrid Holm")
    assert [person.name for person in filled.persons] == ["Sigrid Holm"]


def test_register_keeps_namesakes_apart() -> None:
    filled = register("Sigrid Holm", "Anders Holm")
    assert [person.name for person in filled.persons] == ["Sigrid Holm", "Anders Holm"]
    assert filled.find("Anders Holm") is filled.persons[1]


@pytest.mark.parametrize(
    ("full", "short"), [("José Núñez", "Nunez"), ("Jonas Vale", "J. Vale"), ("Ana Łoś", "ANA ŁOŚ")]
)
def test_register_spelling_may_differ(full: str, short: str) -> None:
    filled = register(full, short)
    assert [person.name for person in filled.persons] == [full]


def test_register_capitals_of_a_label_are_not_the_name_shown() -> None:
    assert [person.name for person in register("ANA BRANDT").persons] == ["Ana Brandt"]


def test_register_folds_accents_and_case() -> None:
    assert fold("Núñez") == "nunez"
    assert slug("José Núñez") == "jose-nunez"


def test_register_one_office_however_often_it_is_told() -> None:
    text = (
        "President Felipe Robles of Chile arrived. President Robles spoke. The guests of Chilean President Robles left."
    )
    assert offices_of(person_of(text, "Robles")) == [("President", "Chile", "holds")]


def test_register_former_and_present_office_are_two() -> None:
    text = "Former Prime Minister Jonas Vale of Norway, now Secretary General of NATO, spoke."
    assert ("Prime Minister", "Norway", "held") in offices_of(person_of(text, "Vale"))


def test_register_honorifics_tell_he_from_she() -> None:
    found = text_of("Mr. Vale met Ms. Holm and Queen Margarethe.").register
    genders = {person.name: person.gender for person in found.persons}
    assert genders["Vale"] == "m"
    assert genders["Holm"] == "f"


@pytest.mark.parametrize(
    "text",
    [
        "President Joe Torres and First Lady Ana Torres spoke. President Torres met Chancellor Holm.",
        "President Joe Torres spoke. Dr. Ana Torres spoke. President Torres met Chancellor Holm.",
    ],
)
def test_register_office_chooses_between_namesakes(text: str) -> None:
    assert all("President" not in [h.role for h in p.held] for p in text_of(text).register.persons if "Ana" in p.name)


def test_register_first_lady_is_not_the_president() -> None:
    people = text_of("President Torres met Chancellor Holm. First Lady Ana Torres toured a school.").register.persons
    assert [person.name for person in people] == ["Torres", "Holm", "Ana Torres"]


def test_register_end_of_a_portfolio_is_no_name() -> None:
    text = "Deputy National Trade Advisor for Space and New Technologies Anne Holm travelled to Brussels."
    assert [person.name for person in text_of(text).register.persons] == ["Anne Holm"]
    assert text_of(text).register.persons[0].held[0].role.endswith("New Technologies")
