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
        ("financial sanctions imposed on Gabon", "terminated")
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The grain deal expires on 18 July.", {("grain deal", "terminated")}),
        ("The draft resolution, tabled by Mexico, was vetoed by China.", {("resolution", "rejected")}),
        ("The two countries are working on a visa waiver agreement.", {("visa waiver agreement", "under-discussion")}),
        ("A joint communiqué was issued after the talks.", {("joint communiqué", "adopted")}),
        ("The visa-free regime was suspended by Brussels.", {("visa-free regime", "suspended")}),
        ("Norway signs fisheries pact with Fiji", {("fisheries pact with Fiji", "signed")}),
        ("Norway joined the EU sanctions against Iran.", {("EU sanctions against Iran", "in-force")}),
        ("France ended the military agreement with Chad.", {("military agreement with Chad", "terminated")}),
        (
            "Executive Order 13845 of July 19, 2018 (Establishing a Council), and Executive Order 13777 of "
            "June 26, 2020 (Continuing a Council), are revoked.",
            {("Executive Order 13845", "terminated"), ("Executive Order 13777", "terminated")},
        ),
        (
            "The ministers signed three documents: a memorandum on tourism and a protocol on customs.",
            {("three documents", "signed"), ("memorandum on tourism", "signed"), ("protocol on customs", "signed")},
        ),
    ],
)
def test_instruments_verbs_and_headlines(text: str, found: set[tuple[str, str]]) -> None:
    assert told(text) >= found


def test_instruments_still_to_come() -> None:
    (unratified,) = instruments_of("Parliament has yet to ratify the accord.")
    assert unratified.realis == "negated"
    (scheduled,) = instruments_of("The signing of the accord is scheduled for 12 June.")
    assert scheduled.realis == "planned"


def test_instruments_take_no_date_of_another_verb() -> None:
    (initialled,) = [
        fact
        for fact in instruments_of("A protocol on tax was initialled and will be submitted to the Council in December.")
        if fact.value["status"] == "initialled"
    ]
    assert day(initialled) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Secretary shall examine the effects of the May 3, 2019, rule entitled “Open Waters”.", "Open Waters"),
        ("The Assembly adopted by consensus a resolution on ocean noise.", "resolution on ocean noise"),
        ("Russia suspended its participation in the Arms Limits Treaty.", "Arms Limits Treaty"),
        ("The Council took note of the roadmap adopted in Suva in April.", "roadmap"),
        ("The treaty on rivers is legally binding on all parties.", "treaty on rivers"),
        ("The protocol on lakes awaits ratification.", "protocol on lakes"),
    ],
)
def test_instruments_behind_other_nouns(text: str, found: str) -> None:
    assert found in {name for name, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Agencies described in section 3502 of title 44, United States Code, shall report.",
        "The President had a phone call with the Speaker of the House.",
        "You are authorized and directed to publish this determination.",
        "Congress must pass legislation.",
        "The rules included in the Ocean Fisheries Act are strict.",
        "Ministers shall consider rescinding any orders.",
        "The Governor spoke of abiding by international humanitarian law.",
    ],
)
def test_instruments_pointed_to_in_passing_are_none(text: str) -> None:
    assert instruments_of(text) == []


def test_every_law_of_a_list_is_bound_by_what_binds_the_first() -> None:
    text = (
        "By the authority vested in me, including the Ocean Fisheries Act (40 U.S.C. 12 et seq.) (OFA), as amended, "
        "the Harbours Act of 1964 (40 U.S.C. 30), and section 7 of title 3, United States Code, I order an inquiry."
    )
    assert told(text) == {
        ("Ocean Fisheries Act", "in-force"),
        ("Harbours Act of 1964", "in-force"),
        ("section 7 of title 3, United States Code", "in-force"),
    }


def test_a_law_provides_behind_its_citation() -> None:
    text = "Section 12 of the Ocean Fisheries Act (40 U.S.C. 12(d)) provides for the closure of ports."
    assert told(text) == {("Ocean Fisheries Act", "in-force")}


@pytest.mark.parametrize(
    ("text", "name", "status", "realis"),
    [
        ("The Administration opposes H.R. 350, the River Gravel Act.", "H.R. 350", "under-discussion", "actual"),
        ("The Administration supports House passage of H.R. 1620.", "H.R. 1620", "adopted", "proposed"),
        (
            "The President transmitted the Fisheries Protocol to the Senate.",
            "Fisheries Protocol",
            "under-review",
            "actual",
        ),
        ("She signed historic legislation, the Harbours Act, in May.", "Harbours Act", "signed", "actual"),
        ("He worked on the Inspector General Lakes Act.", "Inspector General Lakes Act", "under-discussion", "actual"),
    ],
)
def test_bills_before_parliaments(text: str, name: str, status: str, realis: str) -> None:
    [fact] = instruments_of(text)
    assert (names(fact, "instrument"), fact.value["status"], fact.realis) == ([name], status, realis)


def test_a_law_at_work_is_told_once_where_a_verb_tells_of_its_signing() -> None:
    assert told("We signed the Harbours Treaty, which provides for free passage.") == {("Harbours Treaty", "signed")}


@pytest.mark.parametrize(
    ("text", "name", "status", "realis"),
    [
        ("The Agency finalized a rule that phases out lead.", "rule", "adopted", "actual"),
        ("The Department of Labor issued a proposed rule on overtime.", "rule on overtime", "proposed", "actual"),
        ("The mission recommended that the Elections Act be revised.", "Elections Act", "drafting", "proposed"),
        ("Possible signature of the Harbours Treaty on Friday.", "Harbours Treaty", "signed", "hypothetical"),
        (
            "The ministers launched a strategic partnership on food.",
            "strategic partnership on food",
            "adopted",
            "actual",
        ),
        ("The attack violates the Suva Declaration.", "Suva Declaration", "in-force", "actual"),
    ],
)
def test_stages_of_rules_laws_and_partnerships(text: str, name: str, status: str, realis: str) -> None:
    [fact] = instruments_of(text)
    assert (names(fact, "instrument"), fact.value["status"], fact.realis) == ([name], status, realis)


def test_a_partnership_that_goes_on_is_no_instrument() -> None:
    assert instruments_of("They agreed to strengthen the strategic partnership between Peru and Chile.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Congress must pass the For the People Act.", {"For the People Act"}),
        ("Congress passed the Ana Brandt Voting Rights Act.", {"Ana Brandt Voting Rights Act"}),
        ("Aid is given under the Harbour Relief and Emergency Aid Act.", {"Harbour Relief and Emergency Aid Act"}),
        ("Congress passed the Rivers Act and Lakes Act.", {"Rivers Act", "Lakes Act"}),
    ],
)
def test_acts_bear_their_whole_names(text: str, found: set[str]) -> None:
    assert {name for name, _ in told(text)} == found


def test_what_an_act_establishes_is_no_event_beside_it() -> None:
    assert "adopted" not in {status for _, status in told("The Harbours Act establishes a programme for schools.")}


def test_a_signing_looked_forward_to_is_planned() -> None:
    [fact] = instruments_of("The President repeated her enthusiasm for signing the Harbours Act.")
    assert fact.realis == "planned"
