"""Who holds, takes or leaves an office, chair or membership."""

from __future__ import annotations

import pytest
from told import claimants, day, fact_of, facts_of, names


def test_tenures_person_named_with_an_office() -> None:
    tenure = fact_of("Norwegian Foreign Minister Sigrid Holm left.", "tenure")
    assert (names(tenure, "holder"), names(tenure, "body")) == (["Sigrid Holm"], ["Norway"])
    assert (tenure.value["role"], tenure.value["phase"]) == ("Foreign Minister", "holds")
    assert tenure.evidence[0].text == "Norwegian Foreign Minister Sigrid Holm"


def test_tenures_former_office() -> None:
    tenure = fact_of("Former President Felipe Robles of Chile opened the exhibition.", "tenure")
    assert (tenure.value["role"], tenure.value["phase"]) == ("President", "held")


@pytest.mark.parametrize(
    ("text", "body", "role", "phase"),
    [
        ("Finland joined NATO on 4 April 2023.", "NATO", "member", "begins"),
        ("Finland became a full member of the SCO in April 2024.", "SCO", "member", "begins"),
        ("Finland, which chairs the SCO this year, proposed a new forum.", "SCO", "chair", "holds"),
        ("Finland holds the presidency of the Nordic Council.", "Nordic Council", "chair", "holds"),
        ("Finland assumed the chairmanship of the Arctic Council on 1 May.", "Arctic Council", "chair", "begins"),
    ],
)
def test_tenures_of_states_in_organizations(text: str, body: str, role: str, phase: str) -> None:
    tenure = fact_of(text, "tenure")
    assert (names(tenure, "holder"), names(tenure, "body")) == (["Finland"], [body])
    assert (tenure.value["role"], tenure.value["phase"]) == (role, phase)


def test_tenures_chair_handed_over_is_two_facts() -> None:
    text = "Norway took over the chairmanship of the Arctic Council from Iceland in May 2023."
    told = {(*names(f, "holder"), f.value["phase"]) for f in facts_of(text, "tenure")}
    assert told == {("Norway", "begins"), ("Iceland", "ends")}
    assert {day(f) for f in facts_of(text, "tenure")} == {"2023-05"}


def test_tenures_to_begin() -> None:
    tenure = fact_of("Poland will assume the chairmanship of the Nordic Council on 1 January 2025.", "tenure")
    assert (tenure.value["phase"], tenure.realis, day(tenure)) == ("begins", "planned", "2025-01-01")


def test_tenures_appointment() -> None:
    tenure = fact_of("Rosa Fuentes was appointed Ambassador of Chile to Norway on 1 May.", "tenure")
    assert (names(tenure, "holder"), names(tenure, "body")) == (["Rosa Fuentes"], ["Chile"])
    assert (tenure.value["phase"], day(tenure)) == ("begins", "2024-05-01")


def test_tenures_same_office_told_twice_is_one_fact() -> None:
    text = "Kenyan President William Otieno left. President Otieno of Kenya thanked his hosts."
    tenure = fact_of(text, "tenure")
    assert len(tenure.evidence) == 2


def test_tenures_stand_in_the_authors_voice_even_in_reported_speech() -> None:
    text = "Foreign Minister Ana Brandt of Denmark said that Kenyan President William Otieno would visit Oslo."
    assert [claimants(f) for f in facts_of(text, "tenure")] == [[], []]


def test_tenures_of_chair_need_a_body() -> None:
    assert facts_of("Minister Jonas Vale took the chair by the window.", "tenure") == []


def test_tenures_appointed_as() -> None:
    text = "President Jonas Vale of Norway appointed Lena Fors as Minister of Defence."
    begun = next(fact for fact in facts_of(text, "tenure") if names(fact, "holder") == ["Lena Fors"])
    assert (names(begun, "body"), begun.value["phase"]) == (["Norway"], "begins")
