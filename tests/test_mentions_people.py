"""Persons and offices."""

from __future__ import annotations

import pytest
from told import offices_of, person_of, spots_of, text_of


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Norwegian Foreign Minister Sigrid Holm left.", "Sigrid Holm", ("Foreign Minister", "Norway", "holds")),
        (
            "The Minister of Foreign Affairs of Armenia, Ani Sarkisyan, left.",
            "Ani Sarkisyan",
            ("Minister of Foreign Affairs", "Armenia", "holds"),
        ),
        ("Kofi Mensah, President of Ghana, left.", "Kofi Mensah", ("President", "Ghana", "holds")),
        ("OSCE Secretary General Helga Thorn left.", "Helga Thorn", ("Secretary General", "OSCE", "holds")),
        ("Norway’s Prime Minister Jonas Vale left.", "Jonas Vale", ("Prime Minister", "Norway", "holds")),
        ("Former President Felipe Robles of Chile left.", "Felipe Robles", ("President", "Chile", "held")),
        ("Outgoing President Felipe Robles of Chile left.", "Felipe Robles", ("President", "Chile", "ends")),
    ],
)
def test_people_with_an_office_in_many_shapes(text: str, name: str, office: tuple[str, str, str]) -> None:
    person = person_of(text, name)
    assert person.name == name
    assert office in offices_of(person)


def test_people_president_elect_has_yet_to_begin() -> None:
    ((_, body, phase),) = offices_of(person_of("President-elect Felipe Robles of Chile spoke.", "Robles"))
    assert (body, phase) == ("Chile", "begins")


def test_people_two_offices_of_one_person() -> None:
    person = person_of(
        "Ambassador Rosa Fuentes, Permanent Representative of Chile to the United Nations, spoke.", "Fuentes"
    )
    assert [role.split()[0] for role, _, _ in offices_of(person)] == ["Ambassador", "Permanent"]


@pytest.mark.parametrize(
    "name",
    [
        "Jassim bin Nasser Al-Khater",
        "Nawaf bin Talal al-Harbi",
        "Walid el-Masri",
        "Robert L. Hale Jr.",
        "Piet van Aken",
        "José Luis García Núñez",
        "Yoon Min-ho",
        "Willem IV",
    ],
)
def test_people_names_of_many_shapes(name: str) -> None:
    assert person_of(f"President {name} left yesterday.", name).name == name


def test_people_name_after_an_honorific() -> None:
    person = person_of("Ms. Holm thanked the hosts.", "Holm")
    assert (person.name, person.gender) == ("Holm", "f")


def test_people_office_without_a_name_is_no_person() -> None:
    assert [spot.kind for words, spot in spots_of("The Prime Minister of Kenya left.") if "Minister" in words] == [
        "office"
    ]


def test_people_capitalised_names_of_things_are_no_persons() -> None:
    kinds = {spot.kind for _, spot in spots_of("The Golden Gate Bridge and the Silk Road Fund were mentioned.")}
    assert "person" not in kinds


def test_people_an_office_that_opens_the_next_clause_is_not_the_addressee_s() -> None:
    text = "Mr. Babic, Hungary's foreign minister said yesterday that enlargement should wait."
    assert all(held.body != "Hungary" for person in text_of(text).register.persons for held in person.held)


def test_people_jan_is_a_month_before_a_number_only() -> None:
    text = "Prime Minister Jan Novak visited Kyiv on Jan 5."
    assert [person.name for person in text_of(text).register.persons] == ["Jan Novak"]


def test_people_names_in_titles_end_before_en_route_and_previewing() -> None:
    gaggle = "Press Gaggle by Press Secretary Rosa Fuentes En Route Santiago\n\nThe Press Secretary spoke to the press."
    assert [person.name for person in text_of(gaggle).register.persons] == ["Rosa Fuentes"]
    call = "Press Call by Senior Officials Previewing the Summit\n\nThe officials spoke to the press."
    assert not text_of(call).register.persons
