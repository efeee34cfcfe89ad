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
