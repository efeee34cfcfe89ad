"""Who met or called whom, when, where, and whether it took place."""

from __future__ import annotations

import pytest
from told import day, fact_of, facts_of, names, place, words

PAIR = ["Ana Brandt", "Jonas Vale"]


@pytest.mark.parametrize(
    "text",
    [
        "President Jonas Vale met Prime Minister Ana Brandt.",
        "President Jonas Vale met with Prime Minister Ana Brandt.",
        "President Jonas Vale and Prime Minister Ana Brandt met in Oslo.",
        "President Jonas Vale received Prime Minister Ana Brandt.",
        "Prime Minister Ana Brandt was received by President Jonas Vale.",
        "President Jonas Vale held talks with Prime Minister Ana Brandt.",
        "Talks between President Jonas Vale and Prime Minister Ana Brandt took place in Oslo.",
        "President Jonas Vale and Prime Minister Ana Brandt exchanged views on the Sahel.",
    ],
)
def test_meetings_in_many_words(text: str) -> None:
    assert sorted(names(fact_of(text, "meeting"), "participant")) == PAIR


@pytest.mark.parametrize(
    "text",
    [
        "President Jonas Vale spoke by telephone with Prime Minister Ana Brandt.",
        "President Jonas Vale called Prime Minister Ana Brandt.",
        "President Jonas Vale held a phone call with Prime Minister Ana Brandt.",
        "President Jonas Vale spoke with Prime Minister Ana Brandt today.",
    ],
)
def test_calls_in_many_words(text: str) -> None:
    assert sorted(names(fact_of(text, "call"), "participant")) == PAIR
    assert facts_of(text, "meeting") == []


def test_meetings_day_and_place() -> None:
    meeting = fact_of("President Jonas Vale met Prime Minister Ana Brandt in Oslo on 2 May 2024.", "meeting")
    assert (day(meeting), place(meeting)) == ("2024-05-02", "Oslo")


def test_meetings_weekday_counts_from_the_documents_date() -> None:
    assert day(fact_of("President Jonas Vale met Prime Minister Ana Brandt on Tuesday.", "meeting")) == "2024-04-30"


def test_meetings_weekday_without_a_date_is_not_guessed() -> None:
    text = "President Jonas Vale met Prime Minister Ana Brandt on Tuesday."
    meeting = fact_of(text, "meeting", published=None)
    assert meeting.time is not None
    assert meeting.time.edtf is None or "X" in meeting.time.edtf
    assert "Tuesday" in (meeting.time.text or "")


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("President Jonas Vale will meet Prime Minister Ana Brandt on 10 May.", "planned"),
        ("President Jonas Vale is scheduled to meet Prime Minister Ana Brandt.", "planned"),
        ("President Jonas Vale did not meet Prime Minister Ana Brandt.", "negated"),
        ("President Jonas Vale proposed to meet Prime Minister Ana Brandt.", "proposed"),
        ("President Jonas Vale may meet Prime Minister Ana Brandt in the autumn.", "hypothetical"),
        ("If the truce holds, President Jonas Vale will meet Prime Minister Ana Brandt.", "hypothetical"),
        ("President Jonas Vale and Prime Minister Ana Brandt meet regularly.", "habitual"),
        ("The meeting between President Jonas Vale and Prime Minister Ana Brandt was postponed.", "postponed"),
        ("The meeting between President Jonas Vale and Prime Minister Ana Brandt was cancelled.", "cancelled"),
    ],
)
def test_meetings_realis(text: str, realis: str) -> None:
    assert fact_of(text, "meeting").realis == realis


def test_meetings_with_people_without_a_name() -> None:
    meeting = fact_of("President Jonas Vale met with students of the University of Nairobi.", "meeting")
    assert names(meeting, "participant") == ["Jonas Vale", "students of the University of Nairobi"]


def test_meetings_topics_are_told_in_the_next_sentence() -> None:
    text = "President Jonas Vale met Prime Minister Ana Brandt. The two leaders discussed the Sahel and fisheries."
    assert "the Sahel and fisheries" in words(fact_of(text, "meeting"), "topics")


def test_meetings_to_meet_demands_is_no_meeting() -> None:
    assert facts_of("The plan met the requirements of Norway.", "meeting") == []


def test_calls_for_something_are_no_calls() -> None:
    assert facts_of("President Jonas Vale called for a ceasefire in Sudan.", "call") == []
    assert facts_of("President Jonas Vale called on Prime Minister Ana Brandt to sign.", "call") == []


def test_meetings_who_took_part_is_told_later() -> None:
    text = (
        "Foreign Minister Ana Brandt convened a meeting with mayors. Governors took part in the meeting. "
        "Participants included Governor Jonas Vale."
    )
    meeting = fact_of(text, "meeting")
    assert names(meeting, "participant") == ["Ana Brandt", "mayors", "Governors", "Jonas Vale"]


def test_meetings_of_a_title_are_no_call() -> None:
    text = (
        "Readout of President Jonas Vale's Meeting with Prime Minister Ana Brandt\n\n3 May 2024\n\n"
        "President Jonas Vale spoke today with Prime Minister Ana Brandt in Oslo."
    )
    assert facts_of(text, "call") == []
    assert names(fact_of(text, "meeting"), "participant") == ["Jonas Vale", "Ana Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Brandt held separate meetings with King Olav and Prime Minister Jonas Vale.",
        "President Ana Brandt met separately with King Olav and Prime Minister Jonas Vale.",
    ],
)
def test_meetings_held_separately_are_several(text: str) -> None:
    met = [names(fact, "participant") for fact in facts_of(text, "meeting")]
    assert met == [["Ana Brandt", "Olav"], ["Ana Brandt", "Jonas Vale"]]


def test_meetings_a_date_that_spells_out_tomorrow_counts() -> None:
    text = "President Jonas Vale will meet King Olav tomorrow, May 8, in Oslo."
    assert day(fact_of(text, "meeting")) == "2024-05-08"


@pytest.mark.parametrize(
    "text",
    [
        "Schools must meet students’ needs.",
        "The Union will actively consult with partners on vaccine uptake.",
        "Minister Adam Kuk and Minister Rosa Fuentes are going to get this done together.",
        "We gather at a time when many norms are under threat.",
    ],
)
def test_meetings_of_nobody(text: str) -> None:
    assert facts_of(text, "meeting") == []


def test_meetings_convened_by_a_council_with_people() -> None:
    text = "Yesterday, the National Security Council convened a meeting with student leaders on literacy."
    assert len(facts_of(text, "meeting")) == 1
    assert facts_of(text, "session") == []


def test_meetings_in_a_diary_entry() -> None:
    text = "Ankara: Spanish Prime Minister Carlos Ibarra on a one-day visit; lunch with President Kemal Demir."
    assert names(fact_of(text, "meeting"), "participant") == ["Carlos Ibarra", "Kemal Demir"]


def test_meetings_hosted_for_talks_are_no_visits() -> None:
    text = (
        "Saudi Deputy Foreign Minister Turki Shammari hosted delegations of the two Sudanese parties in Jeddah "
        "for a third round of talks."
    )
    assert len(facts_of(text, "meeting")) == 1
    assert facts_of(text, "visit") == []


def test_meetings_counterpart_is_named_after_the_comma() -> None:
    meeting = fact_of("Minister Adam Kuk met his counterpart in Oslo, Minister Vera Holm.", "meeting")
    assert names(meeting, "participant") == ["Adam Kuk", "Vera Holm"]


def test_calls_for_help_are_none() -> None:
    assert facts_of("The Red Cross responded to emergency calls from military families.", "call") == []
