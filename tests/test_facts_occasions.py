"""What a title says a text was spoken at, days that people are called to keep, delegations named for a journey."""

from __future__ import annotations

import pytest
from told import day, fact_of, facts_of, names

PROCLAIMED = (
    "NOW, THEREFORE, I, ANA BRANDT, President of Kenya, do hereby proclaim May 6 through May 12, 2024, as "
    "Coral Reef Week. "
)
BODY = "\n\n3 May 2024\n\nPRESIDENT BRANDT: Good afternoon, everybody. Thank you for coming.\n"


@pytest.mark.parametrize(
    ("call", "participants"),
    [
        ("I call upon all Kenyans to observe this week with appropriate ceremonies and activities.", ["all Kenyans"]),
        ("I invite the people of Kenya to mark this week with programs in their schools.", ["people of Kenya"]),
    ],
)
def test_observances_are_proposed_to_those_called_upon(call: str, participants: list[str]) -> None:
    ceremony = fact_of(PROCLAIMED + call, "ceremony")
    assert (ceremony.realis, names(ceremony, "participant")) == ("proposed", participants)
    assert (names(ceremony, "occasion"), day(ceremony)) == (["Coral Reef Week"], "2024-05-06/2024-05-12")


def test_observances_of_a_rule_are_none() -> None:
    assert facts_of(PROCLAIMED + "I call upon all Kenyans to observe the law.", "ceremony") == []


@pytest.mark.parametrize(
    ("title", "kind", "people"),
    [
        ("Remarks by President Ana Brandt at a Reception Celebrating Nowruz", "ceremony", ["Ana Brandt"]),
        ("Remarks by President Ana Brandt in Press Gaggle", "conference", ["Ana Brandt"]),
        ("Remarks by President Ana Brandt in Meeting with Governors", "meeting", ["Ana Brandt", "Governors"]),
        ("Remarks by President Ana Brandt at an Event on Fisheries", "conference", ["Ana Brandt"]),
    ],
)
def test_occasions_of_titles_have_who_spoke(title: str, kind: str, people: list[str]) -> None:
    fact = fact_of(title + BODY, kind)
    assert names(fact, "participant") == people


def test_occasions_of_titles_on_a_topic_are_none() -> None:
    title = "Remarks by President Ana Brandt on Lowering the Cost of Medicine"
    assert [f for kind in ("meeting", "conference", "ceremony") for f in facts_of(title + BODY, kind)] == []


def test_delegations_named_for_an_inauguration() -> None:
    text = (
        "President Ana Brandt today announced the designation of a Presidential Delegation to the Republic of Chile to "
        "attend the Inauguration of His Excellency Felipe Robles on May 20, 2024."
    )
    visit, ceremony = fact_of(text, "visit"), fact_of(text, "ceremony")
    assert (visit.realis, names(visit, "visitor"), names(visit, "destination")) == (
        "planned",
        ["Presidential Delegation"],
        ["Chile"],
    )
    assert (ceremony.realis, names(ceremony, "participant")) == (
        "planned",
        ["Felipe Robles", "Presidential Delegation"],
    )


def test_delegations_that_stay_are_none() -> None:
    assert facts_of("President Ana Brandt thanked the delegation of Chile.", "visit") == []
