"""Instruments in force, told by nouns, told by the document itself, and what each is called."""

from __future__ import annotations

import pytest
from told import day, facts_of, names

from communique.model import Fact


def instruments_of(text: str) -> list[Fact]:
    return facts_of(text, "instrument")


def told(text: str) -> set[tuple[str, str]]:
    """Name and status of each instrument of a text."""
    return {(names(fact, "instrument")[0], fact.value["status"]) for fact in instruments_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Pursuant to the Ocean Fisheries Act, the Ministry closed three ports.",
        "In accordance with section 12(b) of the Ocean Fisheries Act (40 U.S.C. 12), the ports are closed.",
        "The ports were closed consistent with the Ocean Fisheries Act.",
        "Officials act under chapter 4 of the Ocean Fisheries Act.",
        "The closure is required by the Ocean Fisheries Act.",
        "The Minister condemned violations of the Ocean Fisheries Act.",
        "The Ocean Fisheries Act prohibits trawling near the coast.",
    ],
)
def test_instruments_binding_now(text: str) -> None:
    assert told(text) == {("Ocean Fisheries Act", "in-force")}


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke about the Act.",
        "Everyone is equal under the law.",
        "They discussed the rule of law and the international order.",
        "The leaders called for a peaceful resolution of the conflict.",
        "This order shall be implemented consistent with applicable law.",
    ],
)
def test_instruments_words_without_standing_or_name_are_none(text: str) -> None:
    assert instruments_of(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ministers welcomed the entry into force, on 1 June 2023, of the Protocol on Seeds.", "in-force"),
        ("The ratification by Norway of the Protocol on Seeds was welcomed.", "ratified"),
        ("The ministers welcomed the progress made towards the Protocol on Seeds.", "under-discussion"),
        ("The renewal of the Protocol on Seeds took two years.", "extended"),
        ("The lifting of the Protocol on Seeds was a mistake.", "terminated"),
        ("The launch of the Protocol on Seeds drew a crowd.", "adopted"),
    ],
)
def test_instruments_stages_told_by_nouns(text: str, status: str) -> None:
    assert told(text) == {("Protocol on Seeds", status)}


def test_instruments_called_for_are_proposed() -> None:
    (proposed,) = instruments_of("The Minister urged the Senate to pass the Safe Harbours Act.")
    assert (proposed.value["status"], proposed.realis) == ("adopted", "proposed")


def test_instruments_coordinated_are_several() -> None:
    assert told("Norway signed a treaty on rivers and a protocol on lakes.") == {
        ("treaty on rivers", "signed"),
        ("protocol on lakes", "signed"),
    }
    assert told("The parliament passed the Clean Rivers Act and the Freedom to Fish Act.") == {
        ("Clean Rivers Act", "adopted"),
        ("Freedom to Fish Act", "adopted"),
    }


def test_instruments_object_behind_what_is_put_between() -> None:
    assert told("The Council lifted, with effect from 1 June 2022, the financial sanctions imposed on Gabon.") >= {
        ("financial sanctions", "terminated")
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Senate passed a bill to sanction chip makers.", "bill to sanction chip makers"),
        ("The Ministry repealed the 2015 rule entitled “Safe Waters for All”.", "Safe Waters for All"),
        ("The Ministry issued guidance to managers of public parks.", "guidance to managers of public parks"),
        ("The President signed H.R. 5512 into law.", "H.R. 5512"),
        ("The Security Council adopted resolution 2585 (2021).", "resolution 2585 (2021)"),
        ("The President issued Presidential Determination No. 2022-25.", "Presidential Determination No. 2022-25"),
        ("Norway ratified the Convention relating to the Status of Seafarers.",
         "Convention relating to the Status of Seafarers"),
    ],
)  # fmt: skip
def test_instruments_names(text: str, name: str) -> None:
    assert name in {found for found, _ in told(text)}


def test_instruments_national_emergency_is_named_by_the_title() -> None:
    text = (
        "Notice on the Continuation of the National Emergency with Respect to Ruritania\n\n"
        "May 3, 2024\n\nFor this reason I am continuing for 1 year the national emergency.\n"
    )
    assert ("national emergency with respect to Ruritania", "extended") in told(text)


def test_instruments_an_order_is_signed_by_itself() -> None:
    text = (
        "Executive Order on Safe Harbours\n\nWashington, May 2, 2024\n\n"
        "By the authority vested in me as President, it is hereby ordered as follows: ports are closed.\n"
    )
    (order,) = [fact for fact in instruments_of(text) if fact.value["status"] == "signed"]
    assert names(order, "instrument") == ["Executive Order on Safe Harbours"]
    assert day(order) == "2024-05-02"


def test_instruments_headline_tells_a_stage() -> None:
    text = "President Ana Brandt Approves Jutland Disaster Declaration\n\n3 May 2024\n\nThe sea rose in the night.\n"
    assert told(text) == {("Jutland Disaster Declaration", "adopted")}
