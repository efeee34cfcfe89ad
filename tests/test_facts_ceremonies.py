"""Wreaths, credentials, openings."""

from __future__ import annotations

import pytest
from told import day, fact_of, facts_of, names


def test_ceremonies_wreath() -> None:
    text = "President Jonas Vale laid a wreath at the Tomb of the Unknown Soldier in Warsaw on 2 May."
    ceremony = fact_of(text, "ceremony")
    assert (names(ceremony, "participant"), day(ceremony)) == (["Jonas Vale"], "2024-05-02")


def test_ceremonies_credentials() -> None:
    text = "Ambassador Rosa Fuentes presented her credentials to President Jonas Vale on 2 May."
    ceremony = fact_of(text, "ceremony")
    assert "Rosa Fuentes" in names(ceremony, "participant")
    assert day(ceremony) == "2024-05-02"


def test_ceremonies_opening_of_an_embassy() -> None:
    ceremony = fact_of("Foreign Minister Ana Brandt inaugurated the new embassy of Denmark in Accra.", "ceremony")
    assert names(ceremony, "participant") == ["Ana Brandt"]


def test_ceremonies_presenting_a_plan_is_none() -> None:
    assert facts_of("Foreign Minister Ana Brandt presented her plan for the fisheries.", "ceremony") == []
    assert facts_of("Foreign Minister Ana Brandt laid the blame on her predecessor.", "ceremony") == []


@pytest.mark.parametrize(
    ("text", "participants", "occasion"),
    [
        (
            "Ambassador Rosa Fuentes presented her credentials to President Jonas Vale.",
            ["Rosa Fuentes", "Jonas Vale"],
            "her credentials",
        ),
        (
            "President Jonas Vale awarded Ambassador Rosa Fuentes the Order of Merit.",
            ["Jonas Vale", "Rosa Fuentes"],
            "the Order of Merit",
        ),
        (
            "President Jonas Vale attended the inauguration of President Felipe Robles of Chile.",
            ["Jonas Vale"],
            "the inauguration of President Felipe Robles of Chile",
        ),
        ("Foreign Minister Ana Brandt signed the book of condolence.", ["Ana Brandt"], "the book of condolence"),
    ],
)
def test_ceremonies_recipients_take_part(text: str, participants: list[str], occasion: str) -> None:
    ceremony = fact_of(text, "ceremony")
    assert names(ceremony, "participant") == participants
    assert names(ceremony, "occasion") == [occasion]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("Minister Ana Brandt opened the new embassy in Oslo.", ["Ana Brandt"]),
        ("The ring road was opened by Minister Ana Brandt.", ["Ana Brandt"]),
        ("Minister Ana Brandt took part in a flower-laying ceremony at the monument.", ["Ana Brandt"]),
        ("A signing ceremony was held in Oslo, attended by President Jonas Vale.", ["Jonas Vale"]),
        (
            "President Jonas Vale received the credentials of Ambassador Rosa Fuentes of Chile.",
            ["Jonas Vale", "Rosa Fuentes"],
        ),
    ],
)
def test_ceremonies_by_their_nouns_and_openings(text: str, participants: list[str]) -> None:
    assert names(fact_of(text, "ceremony"), "participant") == participants


@pytest.mark.parametrize(
    "text",
    [
        "President Jonas Vale unveiled a plan for the economy.",
        "The two sides agreed to inaugurate a dialogue on trade.",
        "President Jonas Vale honours the service of teachers.",
        "The workers have broken new ground.",
    ],
)
def test_ceremonies_that_are_none(text: str) -> None:
    assert facts_of(text, "ceremony") == []


def test_ceremonies_watched_by_somebody() -> None:
    text = "The agreement was signed at a ceremony in Oslo attended by President Jonas Vale."
    assert names(fact_of(text, "ceremony"), "participant") == ["Jonas Vale"]


@pytest.mark.parametrize(
    "text",
    [
        "2024 marks the 50th anniversary of our relations.",
        "Foreign Minister Ana Brandt celebrated her wedding anniversary in Oslo.",
        "Ana Brandt was awarded the Army Medal for her service.",
        "Foreign Minister Ana Brandt attended the consular service in Oslo.",
    ],
)
def test_ceremonies_of_a_life_told_are_none(text: str) -> None:
    assert facts_of(text, "ceremony") == []


def test_ceremonies_host_and_guest_open_a_place_together() -> None:
    text = "President Jonas Vale opened the rebuilt border post with his host, Foreign Minister Besa Adem."
    assert names(fact_of(text, "ceremony"), "participant") == ["Jonas Vale", "Besa Adem"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2012, Rosa Fuentes was presented with the Medal of Merit of Friesland.",
        "Mr. Paul Grant was sworn in as the Deputy Auditor of the Department of Trade on March 3, 2012.",
        "He received the 2014 John F. Ransome, Jr. Award for Trade Promotion.",
    ],
)
def test_ceremonies_of_a_career_told_are_none(text: str) -> None:
    assert facts_of(text, "ceremony") == []
