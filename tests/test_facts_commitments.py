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
