"""Who travels where."""

from __future__ import annotations

import pytest
from told import day, fact_of, facts_of, names, words


@pytest.mark.parametrize(
    ("text", "destination"),
    [
        ("President Jonas Vale visited Poland.", "Poland"),
        ("President Jonas Vale travelled to Warsaw.", "Warsaw"),
        ("President Jonas Vale arrived in Warsaw.", "Warsaw"),
        ("President Jonas Vale flew to Warsaw.", "Warsaw"),
        ("President Jonas Vale left for Warsaw.", "Warsaw"),
        ("President Jonas Vale paid an official visit to Poland.", "Poland"),
        ("President Jonas Vale is on an official visit to Poland.", "Poland"),
        ("The visit of President Jonas Vale to Poland ended on Thursday.", "Poland"),
    ],
)
def test_visits_in_many_words(text: str, destination: str) -> None:
    visit = fact_of(text, "visit")
    assert (names(visit, "visitor"), names(visit, "destination")) == (["Jonas Vale"], [destination])


def test_visits_over_several_days() -> None:
    text = "President Jonas Vale paid a state visit to Poland from 28 to 30 April 2024."
    assert day(fact_of(text, "visit")) == "2024-04-28/2024-04-30"


def test_visits_purpose() -> None:
    visit = fact_of("President Jonas Vale will travel to Ghana on 6 May to open the new embassy.", "visit")
    assert (visit.realis, day(visit)) == ("planned", "2024-05-06")
    assert words(visit, "purpose") == "open the new embassy"


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("President Jonas Vale will visit Poland in June.", "planned"),
        ("President Jonas Vale is expected to visit Poland next week.", "planned"),
        ("President Jonas Vale postponed his visit to Poland.", "postponed"),
        ("President Jonas Vale cancelled his visit to Poland.", "cancelled"),
        ("Prime Minister Ana Brandt invited President Jonas Vale to visit Poland.", "proposed"),
        ("President Jonas Vale did not visit Poland.", "negated"),
        ("President Jonas Vale may visit Poland.", "hypothetical"),
    ],
)
def test_visits_realis(text: str, realis: str) -> None:
    visit = fact_of(text, "visit")
    assert (names(visit, "visitor"), visit.realis) == (["Jonas Vale"], realis)


def test_visits_host_is_not_the_visitor() -> None:
    visit = fact_of("President Jonas Vale will host Prime Minister Ana Brandt in Oslo on 14 May.", "visit")
    assert (names(visit, "visitor"), names(visit, "destination")) == (["Ana Brandt"], ["Oslo"])


def test_visits_town_and_state_are_one_destination() -> None:
    visit = fact_of("President Jonas Vale travelled to Brest, Belarus, on Thursday.", "visit")
    assert names(visit, "destination") == ["Brest"]


def test_visits_need_a_place() -> None:
    assert facts_of("President Jonas Vale visited his old friends.", "visit") == []
    assert facts_of("The talks went to the heart of the matter.", "visit") == []


def test_visits_under_way() -> None:
    visit = fact_of("The Foreign Minister of Togo, Kossi Adjei, is visiting Berlin this week.", "visit")
    assert (names(visit, "visitor"), names(visit, "destination")) == (["Kossi Adjei"], ["Berlin"])


def test_visits_to_two_towns_at_two_times_are_two() -> None:
    text = "President Jonas Vale will visit Accra on 6 June 2024 and Abidjan on 7 June 2024."
    visits = facts_of(text, "visit")
    assert [(names(v, "destination"), day(v)) for v in visits] == [
        (["Accra"], "2024-06-06"),
        (["Abidjan"], "2024-06-07"),
    ]


@pytest.mark.parametrize(
    ("text", "visitor", "realis"),
    [
        (
            "President Ana Brandt extended an invitation to President Jonas Vale to visit Warsaw.",
            "Jonas Vale",
            "proposed",
        ),
        ("President Ana Brandt invited President Jonas Vale to Warsaw.", "Jonas Vale", "proposed"),
        ("President Jonas Vale accepted an invitation to visit Warsaw.", "Jonas Vale", "planned"),
        (
            "President Ana Brandt invited President Jonas Vale to visit Warsaw. The invitation was accepted.",
            "Jonas Vale",
            "planned",
        ),
        ("President Jonas Vale put off a visit to Warsaw.", "Jonas Vale", "postponed"),
        ("President Jonas Vale cancelled plans to travel to Warsaw.", "Jonas Vale", "cancelled"),
        ("President Ana Brandt looks forward to hosting President Jonas Vale in Warsaw.", "Jonas Vale", "planned"),
    ],
)
def test_visits_invited_put_off_and_awaited(text: str, visitor: str, realis: str) -> None:
    visit = fact_of(text, "visit")
    assert (names(visit, "visitor"), names(visit, "destination"), visit.realis) == ([visitor], ["Warsaw"], realis)


@pytest.mark.parametrize(
    "text",
    [
        "A delegation headed by Minister Jonas Vale visited Warsaw.",
        "Norway sent a delegation led by Minister Jonas Vale to Warsaw.",
        "Minister Jonas Vale led a delegation to Warsaw.",
        "Minister Jonas Vale was in Warsaw on Monday.",
        "Minister Jonas Vale continued on to Warsaw.",
        "Minister Jonas Vale travelled to the city of Warsaw.",
        "Ambassador Ana Brandt accompanied Minister Jonas Vale to Warsaw.",
    ],
)
def test_visits_of_delegations_and_stays(text: str) -> None:
    visit = fact_of(text, "visit")
    assert "Jonas Vale" in names(visit, "visitor")
    assert names(visit, "destination") == ["Warsaw"]


@pytest.mark.parametrize(
    "text",
    [
        "President Jonas Vale hosted Prime Minister Ana Brandt at State House.",
        "Ana Brandt was an associate at a law firm in Warsaw from 2004 to 2006.",
        "President Jonas Vale continued the national emergency with respect to Iran.",
    ],
)
def test_visits_that_are_none(text: str) -> None:
    assert facts_of(text, "visit") == []


def test_visits_entries_of_a_diary() -> None:
    visit = fact_of("Ankara: Foreign Minister Ana Brandt on a two-day visit.", "visit")
    assert (names(visit, "visitor"), names(visit, "destination")) == (["Ana Brandt"], ["Ankara"])


def test_visits_of_a_group() -> None:
    visit = fact_of("The Observer Group arrived in Fiji on 2 May.", "visit")
    assert names(visit, "visitor") == ["Observer Group"]


def test_visits_that_lie_ahead_in_the_present() -> None:
    assert fact_of("President Jonas Vale is going to Kenya.", "visit").realis == "planned"


def test_visits_to_a_place_without_a_name() -> None:
    visit = fact_of("President Jonas Vale will visit a family farm to announce new measures.", "visit")
    assert (visit.realis, names(visit, "destination")) == ("planned", ["family farm"])
    assert facts_of("Please visit the museum for information.", "visit") == []


def test_visits_by_a_president_are_not_to_their_own_state() -> None:
    assert facts_of("The sides are preparing a visit by the President of Uzbekistan.", "visit") == []


def test_visits_planned_are_dated_ahead() -> None:
    visit = fact_of("Prime Minister Jonas Vale had been due in Dublin on 14 June.", "visit")
    assert (visit.realis, day(visit)) == ("planned", "2024-06-14")


def test_visits_under_way_and_styled() -> None:
    text = "Foreign Minister Rosa Fuentes, who is visiting Japan, met with Minister Sato."
    assert fact_of(text, "visit").realis == "actual"
    styled = fact_of("The State Visit by His Excellency the President of Namibia to Botswana was postponed.", "visit")
    assert names(styled, "visitor") == ["President of Namibia"]


def test_visits_moving_house_is_none() -> None:
    assert facts_of("In 1988 Rosa Fuentes moved to Salem, Oregon.", "visit") == []
