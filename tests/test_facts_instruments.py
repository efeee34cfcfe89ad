"""Documents and legal measures, and where they stand in their lives."""

from __future__ import annotations

import pytest
from told import day, fact_of, facts_of, names, place

from communique.model import Fact


def stage_of(text: str, status: str) -> Fact:
    (stage,) = [fact for fact in facts_of(text, "instrument") if fact.value["status"] == status]
    return stage


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway and Fiji signed the Agreement on Fisheries.", "signed"),
        ("The Agreement on Fisheries was signed in Suva.", "signed"),
        ("The two sides initialled the Agreement on Fisheries.", "initialled"),
        ("The parliament of Fiji ratified the Agreement on Fisheries.", "ratified"),
        ("The leaders adopted the Declaration on Fisheries.", "adopted"),
        ("The Agreement on Fisheries entered into force on 1 January 2024.", "in-force"),
        ("Norway suspended the Agreement on Fisheries.", "suspended"),
        ("Norway terminated the Agreement on Fisheries.", "terminated"),
        ("The Senate rejected the Agreement on Fisheries.", "rejected"),
        ("Norway proposed an Agreement on Fisheries.", "proposed"),
        ("The two sides are negotiating the Agreement on Fisheries.", "under-discussion"),
        ("The implementation of the Agreement on Fisheries remains slow.", "implementing"),
        ("The signing of the Agreement on Fisheries was a success.", "signed"),
    ],
)
def test_instruments_stages_of_their_life(text: str, status: str) -> None:
    instrument = fact_of(text, "instrument")
    assert names(instrument, "instrument")[0].endswith("on Fisheries")
    assert (instrument.value["status"], instrument.realis) == (status, "actual")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministers signed an agreement on visa-free travel.", "agreement"),
        ("The ministers signed a joint declaration on climate.", "declaration"),
        ("The ministers signed the Programme of Cooperation for 2025-2027.", "programme"),
        ("The Security Council adopted resolution 2719 on the financing of missions.", "resolution"),
        ("The European Union extended the sanctions against Syria.", "sanctions"),
        ("The Duma passed a bill on digital currencies.", "law"),
    ],
)
def test_instruments_kinds(text: str, kind: str) -> None:
    assert {fact.value["kind"] for fact in facts_of(text, "instrument")} == {kind}


def test_instruments_day_and_place_of_signature() -> None:
    signed = fact_of("The ministers signed an agreement on visa-free travel in Accra on 2 May 2024.", "instrument")
    assert (day(signed), place(signed)) == ("2024-05-02", "Accra")


def test_instruments_signatories_stand_for_their_states() -> None:
    text = (
        "Foreign Minister Ana Brandt of Denmark and Foreign Minister Josefa Rabuka of Fiji signed "
        "a joint declaration on climate."
    )
    assert names(stage_of(text, "signed"), "party") == ["Denmark", "Fiji"]


def test_instruments_proposer_is_no_party_yet() -> None:
    proposed = fact_of("Brazil proposed a resolution on humanitarian pauses in Gaza.", "instrument")
    assert (names(proposed, "proposer"), names(proposed, "party")) == (["Brazil"], [])


def test_instruments_in_force_since() -> None:
    in_force = fact_of("The Treaty on the Ocean entered into force on 1 January 2024.", "instrument")
    assert in_force.value["validity"] == "2024-01-01/.."


def test_instruments_extended_until() -> None:
    text = "The European Union extended the sanctions against Syria until 1 June 2025."
    assert stage_of(text, "extended").value["validity"] == "../2025-06-01"


def test_instruments_two_stages_are_two_facts() -> None:
    text = "The agreement on transit, signed in 1994, remains in force."
    assert sorted(f.value["status"] for f in facts_of(text, "instrument")) == ["in-force", "signed"]


def test_instruments_to_be_signed() -> None:
    planned = fact_of("The ministers will sign a cooperation plan for 2024-2026 next week.", "instrument")
    assert (planned.value["status"], planned.realis) == ("signed", "planned")


def test_instruments_signing_a_guest_book_is_none() -> None:
    assert facts_of("Foreign Minister Ana Brandt signed the book of condolence.", "instrument") == []


def test_instruments_what_remains_in_force_is_not_dated_by_its_signature() -> None:
    text = "The Convention on Fisheries, signed in Kisumu on 30 June 1994, remains in force."
    standing = stage_of(text, "in-force")
    assert (standing.time, standing.value["validity"]) == (None, None)


def test_instruments_those_to_whom_one_is_proposed_are_no_part_of_its_name() -> None:
    text = "Tanzania proposed a charter for the protection of the lake to the other partner states."
    assert names(fact_of(text, "instrument"), "instrument") == ["charter for the protection of the lake"]


def test_instruments_a_treaty_that_is_known_as_an_organization() -> None:
    assert stage_of("Norway acceded to the Antarctic Treaty.", "ratified").realis == "actual"
