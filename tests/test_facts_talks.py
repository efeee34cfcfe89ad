"""Meetings and calls that a noun tells, who takes part in them, and how real they are."""

from __future__ import annotations

import pytest
from told import day, fact_of, facts_of, names, place

PAIR = ["Ana Brandt", "Jonas Vale"]


@pytest.mark.parametrize(
    "text",
    [
        "President Jonas Vale had a working lunch with Prime Minister Ana Brandt.",
        "President Jonas Vale granted an audience to Prime Minister Ana Brandt.",
        "Following talks with President Jonas Vale, Prime Minister Ana Brandt spoke of progress.",
        "President Jonas Vale, in a meeting with Prime Minister Ana Brandt, stressed the role of fisheries.",
        "President Jonas Vale held official talks with Prime Minister Ana Brandt.",
        "President Jonas Vale had an exchange of views with Prime Minister Ana Brandt.",
        "President Jonas Vale hosted a dinner for Prime Minister Ana Brandt.",
        "President Jonas Vale welcomed Prime Minister Ana Brandt to State House.",
        "President Jonas Vale went to see Prime Minister Ana Brandt.",
        "Prime Minister Ana Brandt handed over a letter from King Harald to President Jonas Vale.",
    ],
)
def test_talks_in_many_words(text: str) -> None:
    assert sorted(names(fact_of(text, "meeting"), "participant")) == PAIR


@pytest.mark.parametrize(
    "text",
    [
        "President Jonas Vale conveyed the decision by telephone to Prime Minister Ana Brandt.",
        "President Jonas Vale received a phone call from Prime Minister Ana Brandt.",
        "President Jonas Vale held a video conference with Prime Minister Ana Brandt.",
    ],
)
def test_talks_by_telephone_are_calls(text: str) -> None:
    assert sorted(names(fact_of(text, "call"), "participant")) == PAIR
    assert facts_of(text, "meeting") == []


@pytest.mark.parametrize(
    "text",
    [
        "The order was drafted in consultation with the Minister for Trade, Ana Brandt.",
        "President Jonas Vale welcomed Prime Minister Ana Brandt as a friend.",
        "President Jonas Vale saw Prime Minister Ana Brandt sign the book.",
        "President Jonas Vale broke off relations with Prime Minister Ana Brandt.",
    ],
)
def test_talks_that_are_none(text: str) -> None:
    assert facts_of(text, "meeting") == []


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("President Jonas Vale proposed a meeting with Prime Minister Ana Brandt.", "proposed"),
        ("President Jonas Vale ruled out a meeting with Prime Minister Ana Brandt.", "negated"),
        ("There are no plans for a meeting between President Jonas Vale and Prime Minister Ana Brandt.", "negated"),
        ("Plans for a meeting between President Jonas Vale and Prime Minister Ana Brandt are ready.", "planned"),
        (
            "President Jonas Vale was due to meet Prime Minister Ana Brandt on Monday but the meeting was cancelled.",
            "cancelled",
        ),
        ("President Jonas Vale and Prime Minister Ana Brandt meet every spring.", "habitual"),
    ],
)
def test_talks_are_as_real_as_their_words(text: str, realis: str) -> None:
    assert fact_of(text, "meeting").realis == realis


def test_talks_of_several_ministers_are_one_description() -> None:
    text = "Prime Minister Ana Brandt held talks with the foreign ministers of Ghana, Kenya and Togo."
    participants = names(fact_of(text, "meeting"), "participant")
    assert participants == ["Ana Brandt", "foreign ministers of Ghana, Kenya and Togo"]


def test_talks_with_a_delegation_are_with_its_head_too() -> None:
    text = "Prime Minister Ana Brandt had talks with the delegation of Norway led by Minister Jonas Vale."
    assert "Jonas Vale" in names(fact_of(text, "meeting"), "participant")


def test_talks_in_apposition_are_with_the_one_who_is_named() -> None:
    text = "On Friday Prime Minister Ana Brandt and her guest, Prime Minister Jonas Vale, met in Oslo."
    meeting = fact_of(text, "meeting")
    assert (sorted(names(meeting, "participant")), day(meeting), place(meeting)) == (PAIR, "2024-05-03", "Oslo")


def test_talks_on_the_page_of_a_programme_are_with_its_owner() -> None:
    text = "Weekly programme of Minister Ana Brandt\n\nOslo, 3 May 2024\n\n10.00 Meeting with Ambassador Jonas Vale"
    assert sorted(names(fact_of(text, "meeting"), "participant")) == PAIR


def test_talks_that_are_asked_after_are_not_told() -> None:
    assert facts_of("Will President Jonas Vale meet Prime Minister Ana Brandt?", "meeting") == []


def test_talks_a_virtual_meeting_is_a_meeting() -> None:
    text = "President Jonas Vale held a virtual meeting with Prime Minister Ana Brandt."
    assert sorted(names(fact_of(text, "meeting"), "participant")) == PAIR


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("President Jonas Vale met with federal, state and tribal leaders.", ["federal, state and tribal leaders"]),
        ("President Jonas Vale met with private sector executives.", ["private sector executives"]),
        ("President Jonas Vale met with educators and students.", ["educators", "students"]),
    ],
)
def test_meetings_with_people_of_any_kind(text: str, others: list[str]) -> None:
    assert names(fact_of(text, "meeting"), "participant") == ["Jonas Vale", *others]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Denmark agreed to continue their close consultations.",
        "Norway and Denmark will strengthen the dialogue between their officials.",
        "Norway and Denmark need resources to meet them.",
        "We, Norway and Denmark, will meet that test.",
    ],
)
def test_meetings_wished_for_are_none(text: str) -> None:
    assert facts_of(text, "meeting") == []


@pytest.mark.parametrize(
    "text",
    [
        "President Jonas Vale and Prime Minister Ana Brandt raised their glasses.",
        "President Jonas Vale met a man whose father had fished there.",
    ],
)
def test_meetings_idioms_and_anecdotes_are_none(text: str) -> None:
    assert facts_of(text, "meeting") == []


def test_meetings_of_a_title_have_the_people_told_below() -> None:
    text = (
        "Readout of President Jonas Vale's Meeting with Labor Leaders\n\n3 May 2024\n\n"
        "President Jonas Vale met today with 12 national labor leaders to discuss wages."
    )
    assert names(fact_of(text, "meeting"), "participant") == ["Jonas Vale", "12 national labor leaders"]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("Foreign Minister Ana Brandt held a listening session with veterans.", ["Ana Brandt", "veterans"]),
        ("Foreign Minister Ana Brandt hosted a town-hall discussion with students.", ["Ana Brandt", "students"]),
        ("In Lima, where EU foreign ministers were meeting, the talks went on.", ["EU foreign ministers"]),
    ],
)
def test_talks_sessions_and_discussions_with_people(text: str, participants: list[str]) -> None:
    assert names(fact_of(text, "meeting"), "participant") == participants


def test_talks_a_discussion_of_a_topic_is_none() -> None:
    assert facts_of("The report has a detailed discussion by the experts.", "meeting") == []


@pytest.mark.parametrize(
    "text",
    [
        "Attacks on our people will be met with force by the United States.",
        "The programme requires meetings between tribes and agencies.",
    ],
)
def test_meetings_in_other_senses_are_none(text: str) -> None:
    assert facts_of(text, "meeting") == []


def test_meetings_of_a_committee_with_a_person_are_no_session() -> None:
    text = "The Trade Committee met with Foreign Minister Ana Brandt."
    assert names(fact_of(text, "meeting"), "participant") == ["Trade Committee", "Ana Brandt"]
    assert facts_of(text, "session") == []


@pytest.mark.parametrize(
    "text",
    [
        "It is an ambitious target, but Norway and Denmark can meet it.",
        "The Corps works to bring people together.",
        "The executive has a hand in delicate negotiations with foreign countries.",
    ],
)
def test_meetings_of_nobody_told_are_none(text: str) -> None:
    assert facts_of(text, "meeting") == []
