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
