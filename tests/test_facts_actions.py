"""Political acts on somebody that are nothing else."""

from __future__ import annotations

import pytest
from told import day, fact_of, facts_of, names, words


@pytest.mark.parametrize(
    ("text", "actor", "event"),
    [
        ("Poland expelled three Russian diplomats.", "Poland", "COERCE"),
        ("Uganda arrested 12 opposition activists.", "Uganda", "COERCE"),
        ("Israel struck targets in southern Lebanon.", "Israel", "ASSAULT"),
        ("Qatar released four Indian sailors.", "Qatar", "CONCEDE"),
        ("Mali recalled its ambassador from Algiers.", "Mali", "SANCTION"),
        ("Turkey sent humanitarian aid to Sudan.", "Turkey", "AID"),
        ("France withdrew its troops from Niger.", "France", "RETREAT"),
    ],
)
def test_actions_with_their_plover_event(text: str, actor: str, event: str) -> None:
    action = fact_of(text, "action")
    assert names(action, "actor") == [actor]
    assert action.plover is not None
    assert action.plover.event == event


def test_actions_passive() -> None:
    assert names(fact_of("Three Russian diplomats were expelled by Poland.", "action"), "actor") == ["Poland"]


def test_actions_told_by_a_noun() -> None:
    action = fact_of("Russia's invasion of Ukraine changed Europe.", "action")
    assert (names(action, "actor"), names(action, "target")) == (["Russia"], ["Ukraine"])


def test_actions_what_and_when() -> None:
    action = fact_of("North Korea launched two ballistic missiles on Thursday.", "action")
    assert words(action, "what").startswith("launched two ballistic missiles")
    assert day(action) == "2024-05-02"


def test_actions_that_did_not_happen() -> None:
    assert fact_of("Lithuania did not expel the diplomats of China.", "action").realis == "negated"


def test_actions_called_for_are_proposed() -> None:
    action = fact_of("Georgia called on Russia to withdraw its troops from Abkhazia.", "action")
    assert (names(action, "actor"), action.realis) == (["Russia"], "proposed")


def test_actions_launching_a_website_is_none() -> None:
    assert facts_of("The summit launched into a long debate.", "action") == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Morocco closed its border with Algeria.", "Algeria"),
        ("Bolivia broke off diplomatic relations with Israel.", "Israel"),
    ],
)
def test_actions_borders_closed_and_relations_broken_off(text: str, target: str) -> None:
    assert names(fact_of(text, "action"), "target") == [target]


def test_actions_closing_a_session_is_none() -> None:
    assert not facts_of("Morocco closed the session with Algeria.", "action")


def test_actions_of_doing_something_are_the_possessor_s() -> None:
    text = "Minister Ana Brandt recalled the Fijian government's “dirty trick” of expelling 120 Norwegian diplomats."
    assert names(fact_of(text, "action"), "actor") == ["Fiji"]


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Mali's decision to expel two Danish diplomats surprised Copenhagen.", ["Mali"], ["two Danish diplomats"]),
        ("Armed men attacked the town of Gao on Monday.", ["Armed men"], ["Gao"]),
        ("The attack of 9 January by armed men on Gao was condemned.", ["armed men"], ["Gao"]),
        ("Norwegian drones struck a Fijian tanker.", ["Norway"], ["Fijian tanker"]),
        ("Norway provided $5 million to Fiji.", ["Norway"], ["Fiji"]),
        ("Norway announced 30 million kroner in aid to Fiji.", ["Norway"], ["Fiji"]),
        ("Japan used water cannon against a Fijian boat.", ["Japan"], ["Fijian boat"]),
        ("The African Union suspended Guinea.", ["African Union"], ["Guinea"]),
        ("Norway recognised Kosovo in 2008.", ["Norway"], ["Kosovo"]),
        ("Fiji imposed sanctions on Mali.", ["Fiji"], ["Mali"]),
    ],
)
def test_actions_who_acts_on_whom(text: str, actor: list[str], target: list[str]) -> None:
    action = fact_of(text, "action")
    assert names(action, "actor") == actor
    assert any(wanted in name for wanted in target for name in names(action, "target"))


@pytest.mark.parametrize(
    "text",
    [
        "Journalist Ana Brandt was abducted in Damascus.",
        "The kidnapping of Ana Brandt shocked the town.",
        "Economic sanctions imposed in March against Iran had little effect.",
    ],
)
def test_actions_of_nobody_knows_whom(text: str) -> None:
    action = fact_of(text, "action")
    assert names(action, "actor") == []
    assert names(action, "target")


def test_actions_of_which_the_possessor_suffers() -> None:
    action = fact_of("Minister Ana Brandt of Denmark called for Jonas Vale's release.", "action")
    assert (names(action, "actor"), names(action, "target"), action.realis) == ([], ["Jonas Vale"], "proposed")


def test_actions_told_in_a_list_of_a_regime_s_acts() -> None:
    text = "Fiji condemned Mali's provocations, including the launch of two missiles."
    assert [names(action, "actor") for action in facts_of(text, "action")] == [["Mali"], ["Mali"]]


def test_actions_of_those_held_accountable_for_them() -> None:
    text = "Norway and Fiji will hold Russia accountable for its war against Ukraine."
    assert names(fact_of(text, "action"), "actor") == ["Russia"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway struck a deal with Fiji.",
        "Norway provided an answer to Fiji.",
        "Norway released a report.",
        "Norway will send experts and contribute 30 million kroner to the fund.",
        "The ministers spoke of the threat of an attack on Fiji.",
        "Fiji holds the presidency of the Council.",
    ],
)
def test_actions_that_are_none(text: str) -> None:
    assert facts_of(text, "action") == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Latvia refused visas to twelve Belarusian officials.", "Latvia"),
        ("Estonia declared two Russian diplomats personae non gratae.", "Estonia"),
        ("Ethiopia restored diplomatic relations with Mali.", "Ethiopia"),
        ("Oman mediated between Norway and Mali.", "Oman"),
        ("Fiji deployed two ships to the shoal.", "Fiji"),
        ("Norway accused Mali of shelling the village of Gao.", "Mali"),
        ("They discussed Norwegian-backed attacks by the Houthis against Fiji.", "Houthis"),
    ],
)
def test_actions_of_many_kinds(text: str, actor: str) -> None:
    assert names(fact_of(text, "action"), "actor") == [actor]


def test_actions_of_captives_whose_release_is_asked() -> None:
    text = "Ambassador Ana Brandt deplored the kidnapping of two drivers and appealed for their release."
    kidnapping, release = facts_of(text, "action")
    assert names(kidnapping, "target") == names(release, "target") == ["two drivers"]
    assert release.realis == "proposed"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("President Ana Brandt declared that a major disaster exists in the State of Ohio.", "Ana Brandt"),
        ("The Department of Labor made 20 million dollars available to community colleges.", "Department of Labor"),
        ("Norway made additional disaster assistance available to Fiji.", "Norway"),
    ],
)
def test_actions_of_an_authority_that_opens_aid(text: str, actor: str) -> None:
    assert names(fact_of(text, "action"), "actor") == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Norway will make 5 million dollars available to Fiji.",
        "If Norway makes 5 million dollars available to Fiji, the clinics can open.",
        "Norway made its position available to reporters.",
    ],
)
def test_actions_not_of_aid_that_is_yet_to_be_opened(text: str) -> None:
    assert not facts_of(text, "action")


@pytest.mark.parametrize(
    "text",
    [
        "Fiji welcomed the launch of a new website.",
        "Fiji's actions on climate were discussed.",
        "Two million people are incarcerated in the country.",
        "Officer Lund has been charged with carrying out the farm programme.",
        "Norway announced a goal of investing 1 billion dollars.",
        "Norway has hit the ground running.",
        "Fiji noted the release of the report of the Council.",
    ],
)
def test_actions_not_of_words_that_only_resemble_one(text: str) -> None:
    assert not facts_of(text, "action")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The regime's use of indiscriminate violence against civilians continues.", "regime"),
        ("The use of force against protesters by Malian police was condemned.", "Malian police"),
        ("The army retook the airport.", "army"),
        ("Treasury's contribution of 10 million dollars to the International Fund will help farmers.", "Treasury"),
    ],
)
def test_actions_of_force_and_of_money(text: str, actor: str) -> None:
    assert names(fact_of(text, "action"), "actor") == [actor]


@pytest.mark.parametrize(
    "text", ["Norway's use of solar power grows.", "Fiji's response to the storm was swift.", "Norway released a plan."]
)
def test_actions_not_of_use_and_response_in_peace(text: str) -> None:
    assert not facts_of(text, "action")


def test_actions_of_money_told_by_a_noun() -> None:
    action = fact_of("The visit builds on Norway's 60 million euro investment in Fiji.", "action")
    assert names(action, "actor") == ["Norway"]
    assert not facts_of("Norway's investment climate and foreign investment in Fiji were studied.", "action")


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Fijian officers have been training Tongan police.", ["Fijian officers"], ["Tongan police"]),
        ("The EU adopted a decision imposing sanctions on four Belarusian judges.", ["EU"], ["four Belarusian judges"]),
        ("Together with Fiji and Kenya, Norway sanctioned four companies.", ["Norway", "Fiji", "Kenya"], None),
        ("Norway, in coordination with Fiji, sanctioned four companies.", ["Norway", "Fiji"], ["four companies"]),
        ("Japan is pleased to announce a grant of 3 million dollars to Fiji.", ["Japan"], ["Fiji"]),
    ],
)
def test_actions_by_whoever_decides_joins_and_announces(text: str, actor: list[str], target: list[str] | None) -> None:
    action = fact_of(text, "action")
    assert names(action, "actor") == actor
    assert target is None or names(action, "target") == target


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("They condemned the deployment of Kenyan troops to Mali.", ["Kenya"], ["Mali"]),
        ("He demanded the withdrawal of Kenyan forces from Mali.", ["Kenya"], ["Mali"]),
        ("We call for the release of political prisoners in Cuba.", ["Cuba"], ["political prisoners"]),
    ],
)
def test_actions_of_the_state_whose_forces_move_or_that_holds(text: str, actor: list[str], target: list[str]) -> None:
    action = fact_of(text, "action")
    assert (names(action, "actor"), names(action, "target")) == (actor, target)


@pytest.mark.parametrize(
    "text",
    [
        "Norway, together with Fiji, studied four companies.",
        "The deployment of new software in Kenya went well.",
        "Norway is pleased to announce a plan for Fiji.",
        "The EU may adopt a decision imposing sanctions on four judges.",
        "Norway is holding a seminar for journalists.",
    ],
)
def test_actions_not_of_the_same_words_in_peace(text: str) -> None:
    assert not facts_of(text, "action")


def test_actions_of_arming_and_of_crossing() -> None:
    assert names(fact_of("Norway has armed the rebels.", "action"), "actor") == ["Norway"]
    assert names(fact_of("Fijian forces have crossed the border.", "action"), "actor") == ["Fijian forces"]
    assert not facts_of("Their citizens have been crossing the border.", "action")


def test_actions_of_the_first_to_act() -> None:
    action = fact_of("Norway was the first country to recognise Kosovo.", "action")
    assert (names(action, "actor"), names(action, "target")) == (["Norway"], ["Kosovo"])
    assert not facts_of("Norway may be the first country to recognise Kosovo.", "action")
