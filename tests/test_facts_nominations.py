"""Nominations, lists of appointees, and offices that a line or a word before the title places."""

from __future__ import annotations

import pytest

from communique.model import Fact
from communique.readers import Source
from communique.reading import read_source

_HEAD = """---
date: '2022-03-01'
source_url: https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2022/03/01/notice/
title: Notice to the Press
---

"""


def tenures(text: str) -> list[tuple[str, str, str, str]]:
    """(holder, body, phase, realis) of each tenure read in a notice of the White House."""
    facts: list[Fact] = []
    for reading in read_source(Source("notice.md", (_HEAD + text).encode())):
        facts += [fact for fact in reading.facts if fact.type == "tenure"]
    return [(f.roles["holder"][0].name, f.roles["body"][0].name, str(f.value["phase"]), f.realis) for f in facts]


def test_a_post_somebody_is_to_be_given_is_proposed_and_the_predecessor_leaves_it() -> None:
    read = tenures(
        "Ana Brandt, of Ohio, to be United States Attorney for the District of Utah for the term of four years, "
        "vice Peter Holm, resigned."
    )
    assert ("Ana Brandt", "United States", "begins", "proposed") in read  # a federal post, wherever it is held
    assert ("Peter Holm", "United States", "ends", "actual") in read


def test_a_nomination_sent_before_and_now_listed_again_is_withdrawn() -> None:
    read = tenures(
        "Ana Brandt, of Ohio, to be a Member of the Board of Directors of the Port Corporation, vice Peter Holm, "
        "resigned, which was sent to the Senate on January 4, 2022."
    )
    assert ("Ana Brandt", "Board of Directors of the Port Corporation", "begins", "cancelled") in read


def test_vice_before_a_title_names_no_predecessor() -> None:
    assert tenures("Ana Brandt, Nominee for Judge of the Court of Claims, thanked the vice chair, Peter Holm.") == [
        ("Ana Brandt", "Court of Claims", "begins", "planned")
    ]


def test_persons_listed_for_key_roles_are_to_begin_in_them() -> None:
    read = tenures(
        "Today, the President announced his intent to appoint the following individuals to serve in key roles:\n\n"
        "- Peter Holm, Member, National Council on Disability\n- Helen Lund, Chair, National Council on Disability\n"
    )
    assert ("Peter Holm", "National Council on Disability", "begins", "planned") in read
    assert ("Helen Lund", "National Council on Disability", "begins", "planned") in read


def test_persons_listed_as_participants_hold_their_offices() -> None:
    read = tenures("Participants included:\n\n- Helen Lund, President, United Teachers of Dade\n")
    assert read == [("Helen Lund", "United Teachers of Dade", "holds", "actual")]


def test_the_appointers_agency_has_the_post_that_it_gives() -> None:
    read = tenures(
        "Dana Holm, Administrator, Federal Emergency Management Agency (FEMA), named Myra M. Lund as the Federal "
        "Coordinating Officer for recovery operations."
    )
    assert ("Myra M. Lund", "FEMA", "begins", "actual") in read


@pytest.mark.parametrize(
    ("words", "holder", "body"),
    [
        ("New Jersey Acting Attorney General Andrew Brook spoke.", "Andrew Brook", "New Jersey"),
        ("Colorado State Representative Megan Lund spoke.", "Megan Lund", "Colorado"),
        ("Northwind CEO James Lund spoke.", "James Lund", "Northwind"),
        ("Gender Policy Council Director Jennifer Lund spoke.", "Jennifer Lund", "Gender Policy Council"),
        ("OMB Director Brian A. Lund spoke.", "Brian A. Lund", "OMB"),
    ],
)
def test_a_region_company_or_organ_before_the_title_is_the_body(words: str, holder: str, body: str) -> None:
    assert (holder, body, "holds", "actual") in tenures(words)


def test_a_judge_is_of_the_court_behind_the_name_and_so_is_each_clerk() -> None:
    read = tenures(
        "Ms. Ana Brandt served as a law clerk for Judge Peter Holm on the United States Court of Appeals for the "
        "Sixth Circuit from 2010 to 2011 and Judge Louis Lund on the United States District Court for the District "
        "of Utah from 2009 to 2010."
    )
    bodies = {(holder, body) for holder, body, _, _ in read}
    sixth = "United States Court of Appeals for the Sixth Circuit"
    utah = "United States District Court for the District of Utah"
    assert bodies == {("Ana Brandt", sixth), ("Peter Holm", sixth), ("Ana Brandt", utah), ("Louis Lund", utah)}


def test_an_act_named_for_a_soldier_and_a_service_named_in_words_are_nobody() -> None:
    assert tenures("The Sgt. Ketchum Rural Veterans Health Act of 2021 became law.") == []
    assert tenures("She met the Director of the U.S. Fish and Wildlife Service.") == []


def test_two_heads_named_together_are_two_persons() -> None:
    assert ("Andrew Lund", "United States") not in {
        pair[:2] for pair in tenures("The Vice President and Prime Minister Andrew Lund of Jamaica spoke.")
    }


def test_a_career_told_between_the_name_and_the_post_is_held_until_then() -> None:
    read = tenures("Lucy Holm, of Ohio, a Career Member of the Senior Foreign Service, to be Ambassador to Chad.")
    assert ("Lucy Holm", "Senior Foreign Service", "holds", "actual") in read


def test_a_head_named_as_owner_is_nobody_s_post() -> None:
    assert tenures("Stephanie Davis is the President’s choice for the bench.") == []


def test_posts_after_one_body_are_all_of_it() -> None:
    read = tenures(
        "Ms. Ana Brandt served in the United States Attorney’s Office for the District of Utah as Executive Assistant "
        "United States Attorney from 2010 to 2015 and as an Assistant United States Attorney from 1997 to 2010."
    )
    assert [body for _, body, _, _ in read] == ["United States Attorney’s Office for the District of Utah"] * 2


def test_a_county_an_award_or_a_company_named_for_somebody_is_nobody() -> None:
    assert tenures("The Peter Holm Lifetime Achievement Award and the China General Nuclear Power Corporation.") == []


def test_a_commissioner_beside_the_union_is_the_commissions() -> None:
    read = tenures("The U.S. and the EU held a dialogue led by Commissioner Thierry Lund and Secretary Ana Brandt.")
    assert ("Thierry Lund", "European Commission", "holds", "actual") in read
    assert ("Ana Brandt", "United States", "holds", "actual") in read


def test_who_will_continue_in_an_office_holds_it() -> None:
    read = tenures("Ms. Ana Brandt will continue as Minister for Foreign Affairs of Denmark.")
    assert ("Ana Brandt", "Denmark", "holds", "actual") in read


def test_an_office_after_and_opens_the_next_name() -> None:
    read = tenures("President of Chile, Ana Brandt, and President of the European Commission, Henrik Lund, met.")
    assert ("Ana Brandt", "European Commission") not in {pair[:2] for pair in read}
    assert ("Henrik Lund", "European Commission", "holds", "actual") in read


def test_a_president_elect_is_of_the_state_whose_presidency_was_told() -> None:
    read = tenures(
        "I congratulate Isaac Lund on his election to serve as the 11th President of the State of Israel. "
        "President-elect Lund has been able."
    )
    assert ("Isaac Lund", "Israel", "begins", "actual") in read


def test_a_generals_rank_is_of_the_state_that_the_office_is_of() -> None:
    read = tenures("Jake Holm spoke with General Nikolay Lund, Secretary of the Russian Security Council, today.")
    assert {pair[:2] for pair in read} == {("Nikolay Lund", "Russia")}


def test_who_is_confirmed_behind_an_insertion_begins_in_the_post() -> None:
    read = tenures(
        "The Senate took a step by confirming Steve Lund, an able prosecutor with strong support, to be the first "
        "permanent head of the Bureau of Alcohol and Tobacco."
    )
    assert ("Steve Lund", "Bureau of Alcohol and Tobacco", "begins", "actual") in read


def test_a_shorter_form_of_a_name_is_the_same_person() -> None:
    read = tenures("President Hassan Sheikh Omar of Somalia came. President Hassan Sheikh thanked the United States.")
    assert [pair[:2] for pair in read] == [("Hassan Sheikh Omar", "Somalia")]


def test_a_towns_name_before_an_initial_is_a_given_name() -> None:
    read = tenures("Charlotte N. Holm, of Colorado, to be Director of the Census Board, vice Austin D. Lund, resigned.")
    assert [holder for holder, *_ in read] == ["Charlotte N. Holm", "Austin D. Lund"]
