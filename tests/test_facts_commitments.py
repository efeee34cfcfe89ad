"""What somebody undertakes, agrees or is told to do."""

from __future__ import annotations

import pytest
from told import claimants, fact_of, facts_of, names, words

MET = "Foreign Minister Ana Brandt of Denmark met Foreign Minister Jonas Vale of Norway. "


@pytest.mark.parametrize(
    "text",
    [
        "Norway will train 500 customs officers.",
        "Norway pledged to train 500 customs officers.",
        "Norway agreed to train 500 customs officers.",
        "Norway plans to train 500 customs officers.",
        "Norway undertook to train 500 customs officers.",
    ],
)
def test_commitments_in_many_words(text: str) -> None:
    commitment = fact_of(text, "commitment")
    assert (names(commitment, "agent"), commitment.realis) == (["Norway"], "planned")
    assert words(commitment, "action") == "train 500 customs officers"


def test_commitments_of_the_two_who_met() -> None:
    commitment = fact_of(MET + "The ministers agreed to resume direct flights by the end of the year.", "commitment")
    assert sorted(names(commitment, "agent")) == ["Ana Brandt", "Jonas Vale"]
    assert words(commitment, "action").startswith("resume direct flights")


def test_commitments_due() -> None:
    assert fact_of("Denmark intends to reopen its embassy in Bamako in 2025.", "commitment").value["due"] == "2025"
    assert fact_of("Norway pledged to pay by 1 July 2024.", "commitment").value["due"] == "../2024-07-01"


def test_commitments_on_a_condition_are_hypothetical() -> None:
    commitment = fact_of("If sanctions are lifted, Iran will resume inspections.", "commitment")
    assert (commitment.realis, words(commitment, "action")) == ("hypothetical", "resume inspections")


def test_commitments_reported_stand_on_the_speakers_word() -> None:
    text = "Foreign Minister Ana Brandt said that Denmark would donate ambulances to Ukraine."
    commitment = fact_of(text, "commitment")
    assert (names(commitment, "agent"), claimants(commitment)) == (["Denmark"], ["Ana Brandt"])


def test_commitments_of_we_bind_the_state() -> None:
    text = (
        "Statement by Foreign Minister Ana Brandt of Denmark\n\nCopenhagen, 3 May 2024\n\n"
        "The need in Sudan is great. We will provide 20 million kroner to the World Food Programme."
    )
    commitment = fact_of(text, "commitment")
    assert (names(commitment, "agent"), claimants(commitment)) == (["Denmark"], ["Ana Brandt"])


def test_commitments_being_ready() -> None:
    commitment = fact_of("Norway is ready to host the talks.", "commitment")
    assert (names(commitment, "agent"), words(commitment, "action")) == (["Norway"], "host the talks")


def test_commitments_weather_binds_nobody() -> None:
    assert facts_of("The rain will continue in the north.", "commitment") == []


def test_commitments_his_country_is_the_speaker_s() -> None:
    text = "Kenyan President William Otieno said on Friday that his country would send police to Haiti."
    commitment = fact_of(text, "commitment")
    assert (names(commitment, "agent"), claimants(commitment)) == (["Kenya"], ["William Otieno"])


@pytest.mark.parametrize(
    ("text", "agent", "action"),
    [
        ("The Commission was mandated to prepare a plan.", "Commission", "prepare a plan"),
        ("Norway is determined to ban landmines.", "Norway", "ban landmines"),
        ("The Task Force is expected to fill the gap.", "Task Force", "fill the gap"),
        ("Norway is working to deploy monitors.", "Norway", "deploy monitors"),
        ("Norway said it would not allow ships to pass.", "Norway", "allow ships to pass"),
        ("The tents will be distributed by the Government of Fiji.", "Fiji", "distributed by the Government of Fiji"),
        ("Fiji welcomed Norway's pledge to reopen its embassy.", "Norway", "reopen its embassy"),
        ("The Secretary, as soon as practicable, shall publish the list.", "Secretary", "publish the list"),
        ("The Secretary shall, as soon as practicable, publish the list.", "Secretary", "publish the list"),
        ("An Executive Order directs the agencies to publish a list.", "agencies", "publish a list"),
    ],
)
def test_commitments_of_whom_to_do_what(text: str, agent: str, action: str) -> None:
    commitment = fact_of(text, "commitment")
    assert (names(commitment, "agent"), words(commitment, "action")) == ([agent], action)


def test_commitments_coordinated() -> None:
    text = "The two sides decided to renew the Forum, which has not convened since 2020, and to train officers in Suva."
    first, second = facts_of(MET + text, "commitment")
    assert names(first, "agent") == names(second, "agent") == ["Denmark", "Norway"]
    assert words(second, "action") == "train officers in Suva"


def test_commitments_in_a_list_under_a_heading() -> None:
    text = (
        "Plan for the Pacific\n\nSpecifically, Norway will:\n\n- Train 50 officers by 1 July 2025;\n\n"
        "- Open an embassy in Suva.\n\nThe plan was drafted in Oslo."
    )
    assert [words(commitment, "action") for commitment in facts_of(text, "commitment")] == [
        "Train 50 officers by 1 July 2025",
        "Open an embassy in Suva",
    ]


def test_commitments_agreed_on() -> None:
    assert words(fact_of("Norway and Fiji agreed on a joint patrol.", "commitment"), "action") == "a joint patrol"
    assert not facts_of("Norway and Fiji agreed on the importance of trade.", "commitment")


@pytest.mark.parametrize(
    "text",
    [
        "Norway reiterated its commitment to train officers.",
        "Norway will benefit from the pact.",
        "Jonas Vale is scheduled to arrive on Monday.",
        "Norway is to hold talks with Fiji.",
        "None of the ministers agreed to be named.",
    ],
)
def test_commitments_that_are_none(text: str) -> None:
    assert facts_of(text, "commitment") == []


def test_commitments_of_what_one_is_going_to_do() -> None:
    commitment = fact_of("The Ministry of Health is going to open three clinics in Suva.", "commitment")
    assert names(commitment, "agent") == ["Ministry of Health"]


@pytest.mark.parametrize(
    "text",
    [
        "THE PRESIDENT: I'm going to turn it over to the Minister of Energy for questions.",
        "Norway was going to train 500 customs officers.",
        "Norway must pledge to train 500 customs officers.",
        "Norway is authorized to train 500 customs officers.",
        "The judge has won confirmation by the Senate.",
        "Let us recommit to protecting the ocean.",
    ],
)
def test_commitments_not_of_what_nobody_undertakes(text: str) -> None:
    assert not facts_of(text, "commitment")


def test_commitments_authorized_and_directed_are_one() -> None:
    (commitment,) = facts_of("The Secretary of Labor is authorized and directed to publish this notice.", "commitment")
    assert names(commitment, "agent") == ["Secretary of Labor"]


def test_commitments_of_whom_a_memorandum_is_written_to() -> None:
    text = (
        "MEMORANDUM FOR THE SECRETARY OF STATE\n\n"
        "You are authorized and directed to publish this determination in the Gazette."
    )
    assert [name.lower() for name in names(fact_of(text, "commitment"), "agent")] == ["secretary of state"]


def test_commitments_of_an_intent_that_is_announced() -> None:
    text = "President Ana Brandt announced her intent to nominate Jonas Vale as Ambassador to Fiji."
    assert names(fact_of(text, "commitment"), "agent") == ["Ana Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers explained how the vaccines will be shared through COVAX.",
        "Nobody will be sent home over fees.",
        "The repeal of PLCAA would enhance safety.",
        "The national emergency is to continue in effect beyond 6 March 2024.",
        "Dr Lund will continue as Minister for Foreign Affairs.",
        "They issued a joint declaration pledging visa waivers.",
    ],
)
def test_commitments_not_of_what_is_only_foreseen(text: str) -> None:
    assert not facts_of(text, "commitment")


def test_commitments_of_what_one_shall_not_do_in_a_list() -> None:
    text = "Norway will:\n\n- Not transfer mines to others;\n\n- Destroy its stockpiles by 2026."
    assert [words(c, "action") for c in facts_of(text, "commitment")] == [
        "Not transfer mines to others",
        "Destroy its stockpiles by 2026",
    ]


def test_commitments_of_a_meeting_that_an_order_prescribes() -> None:
    text = "The Attorney General shall convene a meeting of lawyers."
    assert names(fact_of(text, "commitment"), "agent") == ["Attorney General"]


@pytest.mark.parametrize(
    "text",
    ["The ministers discussed how Norway will respond to the storm.", "They agreed that protests should not be met."],
)
def test_commitments_not_of_what_is_asked_or_ought_to_be(text: str) -> None:
    assert not facts_of(MET + text, "commitment")


def test_commitments_of_a_councils_spokesperson_bind_its_state() -> None:
    text = "Statement by NSC Spokesperson Ana Brandt on Denmark\n\nWe will continue to patrol the strait.\n"
    assert [f.name for f in fact_of(text, "commitment").roles["agent"]] == ["United States"]
