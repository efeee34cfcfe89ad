"""Posts that careers, nominations, lists and capacities tell of, each with its body and its time."""

from __future__ import annotations

import pytest
from told import day, fact_of, facts_of, names, offices_of, person_of


def held(text: str, surname: str) -> set[tuple[str, str, str, str | None]]:
    return {
        (f.value["role"], *names(f, "body"), f.value["phase"], day(f))
        for f in facts_of(text, "tenure")
        if names(f, "holder")[0].endswith(surname)
    }


def test_careers_posts_of_one_verb_have_each_a_body_and_a_time() -> None:
    text = (
        "Judge Rosa Fuentes served as a law clerk for Judge Anna Holm on the United States Court of Appeals for the "
        "Ninth Circuit from 2006 to 2007 and as an associate at Brandt & Vale LLP from 2007 to 2011."
    )
    assert held(text, "Fuentes") == {
        ("law clerk", "United States Court of Appeals for the Ninth Circuit", "held", "2006/2007"),
        ("associate", "Brandt & Vale LLP", "held", "2007/2011"),
    }


def test_careers_post_held_since_goes_on() -> None:
    text = "Carla Holm has served as Chief Economist at the Institute of Trade since 2019."
    assert held(text, "Holm") == {("Chief Economist", "Institute of Trade", "holds", "2019/..")}


def test_careers_judge_whose_court_is_not_told_is_nobodys() -> None:
    assert facts_of("Judge Rosa Fuentes spoke at the ceremony.", "tenure", publisher="The White House") == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Peter Holm, Nominee for Commissioner of the Consumer Safety Commission", "Consumer Safety Commission"),
        ("Peter Holm: Candidate for the Tax Court of Denmark", "Tax Court of Denmark"),
    ],
)
def test_careers_nominee_is_planned(text: str, body: str) -> None:
    tenure = fact_of(text, "tenure")
    assert (names(tenure, "holder"), names(tenure, "body")) == (["Peter Holm"], [body])
    assert (tenure.value["phase"], tenure.realis) == ("begins", "planned")


def test_careers_nomination_that_is_put_forward_is_proposed() -> None:
    tenure = fact_of("Peter Holm, of Ohio, to be a Member of the National Labor Board.", "tenure")
    assert (names(tenure, "holder"), names(tenure, "body")) == (["Peter Holm"], ["National Labor Board"])
    assert (tenure.value["phase"], tenure.realis) == ("begins", "proposed")


def test_careers_succession_is_two_facts() -> None:
    text = "Lena Fors replaced Jonas Vale as Minister of Defence of Norway."
    told = {(*names(f, "holder"), f.value["phase"]) for f in facts_of(text, "tenure")}
    assert told == {("Lena Fors", "begins"), ("Jonas Vale", "ends")}


def test_careers_capacity_in_which_somebody_acts() -> None:
    text = "In his capacity as Chairman of the OSCE, Foreign Minister Jonas Vale of Norway went to Tirana."
    assert ("Chairman", "OSCE", "holds", None) in held(text, "Vale")


def test_careers_authority_vested_in_who_signs() -> None:
    text = "By the authority vested in me as President of Chile, it is ordered as follows.\n\nROSA FUENTES, President"
    assert ("President", "Chile", "holds", None) in held(text, "Fuentes")


def test_careers_members_listed_under_their_delegation() -> None:
    text = (
        "The members were named on Monday.\n\nMembers of the Presidential Delegation:\n\nMs. Ana Brandt, Ambassador of "
        "Denmark to Fiji\n\nMr. Peter Holm, Director of the Danish Arctic Institute"
    )
    members = [f for f in facts_of(text, "tenure") if f.value["role"] == "member"]
    assert [(names(f, "holder"), names(f, "body")) for f in members] == [
        (["Ana Brandt"], ["Presidential Delegation"]),
        (["Peter Holm"], ["Presidential Delegation"]),
    ]


@pytest.mark.parametrize(
    ("text", "role", "phase"),
    [
        ("Kenya, a member of the OSCE since 2016, applied.", "member", "holds"),
        ("As chair of the OSCE, Kenya spoke first.", "chair", "holds"),
        ("The incoming chair of the OSCE, Kenya, spoke first.", "chair", "begins"),
        ("Kenya has been an observer in the OSCE since 2015.", "observer", "holds"),
        ("The accession of Kenya to the OSCE was discussed.", "member", "begins"),
    ],
)
def test_careers_states_in_organizations(text: str, role: str, phase: str) -> None:
    tenure = fact_of(text, "tenure")
    assert (names(tenure, "holder"), names(tenure, "body")) == (["Kenya"], ["OSCE"])
    assert (tenure.value["role"], tenure.value["phase"]) == (role, phase)


def test_careers_members_in_general_are_nobody() -> None:
    assert facts_of("Kenya supports the members of the OSCE.", "tenure") == []


@pytest.mark.parametrize(
    ("text", "surname", "office"),
    [
        ("Ms. Vera Holm, Dean of the School of Law, spoke.", "Holm", ("Dean", "School of Law", "holds")),
        ("Governor Asa Brandt of Arkansas called.", "Brandt", ("Governor", "Arkansas", "holds")),
        ("Ministers Ana Brandt (Kenya) and Josef Holm (Uganda) signed.", "Holm", ("Minister", "Uganda", "holds")),
        ("Kenyan President William Otieno's spokesman Peter Holm left.", "Holm", ("spokesman", "Kenya", "holds")),
        ("Haapsalu's mayor, Karl Holm, spoke.", "Holm", ("mayor", "Haapsalu", "holds")),
        ("UN envoy Karl Holm spoke.", "Holm", ("envoy", "UN", "holds")),
    ],
)
def test_careers_body_in_the_words_beside_a_title(text: str, surname: str, office: tuple[str, str, str]) -> None:
    assert office in offices_of(person_of(text, surname))


@pytest.mark.parametrize(
    "text",
    [
        "Sec. 3. General Provisions apply.",
        "The market in King County opened.",
        "The address begins at 9 PM EST.",
        "The General Services Administration leased the building.",
    ],
)
def test_careers_things_behind_a_title_are_nobody(text: str) -> None:
    assert facts_of(text, "tenure", publisher="The White House") == []


def test_careers_delegation_gives_its_members_a_state() -> None:
    text = "The Mongolian delegation was led by State Secretary Ganbold Tsend and included Colonel Erdene Sukh."
    assert {(*names(f, "holder"), *names(f, "body")) for f in facts_of(text, "tenure")} == {
        ("Ganbold Tsend", "Mongolia"),
        ("Erdene Sukh", "Mongolia"),
    }
