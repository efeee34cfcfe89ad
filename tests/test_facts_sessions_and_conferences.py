"""Organs that meet, and conferences by name."""

from __future__ import annotations

import pytest
from told import day, fact_of, facts_of, names, place


@pytest.mark.parametrize(
    "text",
    [
        "The Permanent Council met in Vienna on 2 May.",
        "The Permanent Council convened in Vienna on 2 May.",
        "The Permanent Council held its session in Vienna on 2 May.",
        "A session of the Permanent Council took place in Vienna on 2 May.",
    ],
)
def test_sessions_in_many_words(text: str) -> None:
    session = fact_of(text, "session")
    assert names(session, "body") == ["Permanent Council"]
    assert (day(session), place(session)) == ("2024-05-02", "Vienna")
    assert facts_of(text, "meeting") == []


def test_sessions_to_come() -> None:
    session = fact_of("The Intergovernmental Commission on Trade will convene in Baku in June.", "session")
    assert (session.realis, day(session)) == ("planned", "2024-06")
    assert names(session, "body") == ["Intergovernmental Commission on Trade"]


def test_sessions_chair() -> None:
    text = "Foreign Minister Ana Brandt chaired the session of the Committee of Ministers in Strasbourg."
    assert names(fact_of(text, "session"), "chair") == ["Ana Brandt"]


def test_conferences_who_attends() -> None:
    conference = fact_of("Foreign Minister Ana Brandt attended the Lake Chad Conference in Niamey.", "conference")
    assert names(conference, "name") == ["Lake Chad Conference"]
    assert names(conference, "participant") == ["Ana Brandt"]
    assert place(conference) == "Niamey"


def test_conferences_day() -> None:
    conference = fact_of("President Jonas Vale took part in the Samarkand Summit on 2 May.", "conference")
    assert (day(conference), conference.realis) == ("2024-05-02", "actual")


def test_conferences_to_be_hosted() -> None:
    conference = fact_of("Ghana will host the West Africa Energy Summit in November 2024.", "conference")
    assert (names(conference, "name"), conference.realis) == (["West Africa Energy Summit"], "planned")
    assert day(conference) == "2024-11"


def test_conferences_without_a_name_of_its_own() -> None:
    conference = fact_of("The NATO summit in Vilnius ended on Thursday.", "conference")
    assert "summit" in names(conference, "name")[0]
    assert place(conference) == "Vilnius"


def test_sessions_next_one_lies_ahead() -> None:
    session = fact_of("They prepared the next meeting of the Security Council, on December 4.", "session")
    assert (session.realis, day(session)) == ("planned", "2024-12-04")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Working Group is to hold its first meeting in Oslo.", "Working Group"),
        ("The Permanent Council convened an emergency meeting.", "Permanent Council"),
        ("At its 12th meeting, held in Oslo, the Permanent Council took the decision.", "Permanent Council"),
        ("The Permanent Council, meeting in Oslo on Monday, adopted the decision.", "Permanent Council"),
        (
            "The extraordinary session of the Assembly of Heads of State and Government of IGAD was held in Oslo.",
            "Assembly of Heads of State and Government of IGAD",
        ),
    ],
)
def test_sessions_of_organs_in_other_words(text: str, body: str) -> None:
    assert names(fact_of(text, "session"), "body") == [body]


def test_sessions_next_one_is_of_the_organ_that_sat() -> None:
    text = "The Joint Commission met in Oslo on 2 May 2024. The next session is to be held in Nairobi in 2025."
    sat, to_come = facts_of(text, "session")
    assert names(sat, "body") == names(to_come, "body") == ["Joint Commission"]
    assert (to_come.realis, day(to_come), place(to_come)) == ("planned", "2025", "Nairobi")


def test_sessions_are_none_where_an_organ_meets_a_person() -> None:
    text = "The Committee's meeting with Minister Ana Brandt took place on Monday."
    assert facts_of(text, "session") == []
    assert "Ana Brandt" in names(fact_of(text, "meeting"), "participant")


@pytest.mark.parametrize(
    ("text", "name", "participants"),
    [
        ("Norway will host an international donor conference for Sudan in June.", "donor conference", ["Norway"]),
        ("Minister Ana Brandt attended the Munich Security Conference.", "Munich Security Conference", ["Ana Brandt"]),
        (
            "At a joint press conference with President Jonas Vale, Prime Minister Ana Brandt thanked Norway.",
            "joint press conference",
            ["Ana Brandt", "Jonas Vale"],
        ),
        (
            "Minister Ana Brandt told a press conference in Oslo that talks had failed.",
            "press conference",
            ["Ana Brandt"],
        ),
        ("Minister Ana Brandt addressed a seminar on fisheries in Bergen.", "seminar on fisheries", ["Ana Brandt"]),
    ],
)
def test_conferences_and_who_attends(text: str, name: str, participants: list[str]) -> None:
    conference = fact_of(text, "conference")
    assert name in names(conference, "name")[0]
    assert names(conference, "participant") == participants


def test_conferences_that_somebody_stays_away_from() -> None:
    conference = fact_of("Minister Ana Brandt will skip the summit in Kazan.", "conference")
    assert (conference.realis, names(conference, "participant")) == ("negated", ["Ana Brandt"])


@pytest.mark.parametrize(
    "text",
    ["The Conference considered the report.", "This is an initiative for meeting the needs of the poor."],
)
def test_conferences_that_are_none(text: str) -> None:
    assert facts_of(text, "conference") == []


def test_sessions_who_presides_is_told_behind() -> None:
    text = "The sixth meeting of the Joint Commission was held in Riga on 2 May, co-chaired by Minister Ana Brandt."
    assert names(fact_of(text, "session"), "chair") == ["Ana Brandt"]


def test_conferences_the_day_is_no_part_of_the_name() -> None:
    text = "Norway and Denmark met on the sidelines of the African Union summit on Friday."
    assert names(fact_of(text, "conference"), "name") == ["African Union summit"]


def test_sessions_on_a_quarterly_basis_are_habitual() -> None:
    assert fact_of("The Working Group shall meet on a quarterly basis.", "session").realis == "habitual"


def test_conferences_taking_the_chair_is_none() -> None:
    assert facts_of("Samoa takes the chair of the Pacific Islands Forum in August.", "conference") == []
