"""Whose office it is where the words leave it out."""

from __future__ import annotations

from told import offices_of, person_of, text_of


def test_bodies_publisher_speaks_of_its_own_minister() -> None:
    text = "Foreign Minister Rosa Fuentes spoke to the press."
    person = person_of(text, "Fuentes", publisher="Ministry of Foreign Affairs of Chile")
    assert offices_of(person) == [("Foreign Minister", "Chile", "holds")]


def test_bodies_dateline_of_an_official_text_is_at_home() -> None:
    text = "Press release\n\nSantiago, 3 May 2024\n\nDeputy Minister Rosa Fuentes spoke to the press about the border."
    assert offices_of(person_of(text, "Fuentes"))[0][1] == "Chile"


def test_bodies_second_minister_of_a_meeting_is_of_another_state() -> None:
    text = "Norwegian Foreign Minister Sigrid Holm met Foreign Minister Josefa Rabuka of Fiji."
    found = text_of(text).register
    assert [person.held[0].body for person in found.persons] == ["Norway", "Fiji"]


def test_bodies_our_minister_serves_the_state_of_the_speaker() -> None:
    text = (
        "Statement by Foreign Minister Ana Brandt of Denmark\n\nCopenhagen, 3 May 2024\n\n"
        "I deplore the attack. Our Ambassador Lars Holt is safe."
    )
    assert offices_of(person_of(text, "Holt")) == [("Ambassador", "Denmark", "holds")]


def test_bodies_home_is_whose_ministry_publishes() -> None:
    found = text_of("The border is closed.", publisher="Ministry of Foreign Affairs of Chile")
    assert found.home == ("Chile", "Q298")


def test_bodies_nobody_is_given_a_state_out_of_nothing() -> None:
    assert offices_of(person_of("Foreign Minister Rosa Fuentes spoke to the press.", "Fuentes")) == [
        ("Foreign Minister", None, "holds")
    ]


def test_bodies_nobody_is_minister_of_a_region() -> None:
    text = (
        "Prime Minister Ana Brandt of Estonia spoke.\n\nPrime Minister Ante Babic said that Croatia supports the "
        "Baltic states. The Baltic states and Croatia are allies. Zagreb, he said, keeps its word to the Baltic states."
    )
    assert offices_of(person_of(text, "Babic"))[0][1] != "Baltic states"
