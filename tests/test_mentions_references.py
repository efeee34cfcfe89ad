"""Pronouns, titles alone, "the sides", capitals: who is meant, seen in the statements they make."""

from __future__ import annotations

import pytest
from told import claimants, facts_of, names, statement_of

MET = "Foreign Minister Ana Brandt of Denmark met Foreign Minister Jonas Vale of Norway in Oslo. "


def speakers(text: str, stance: str = "demand") -> list[list[str]]:
    return [names(fact, "speaker") for fact in facts_of(text, "statement") if fact.value["stance"] == stance]


@pytest.mark.parametrize("who", ["The two ministers", "The ministers", "Both ministers", "They"])
def test_references_the_two_who_met(who: str) -> None:
    assert speakers(MET + who + " called for a ceasefire.") == [["Ana Brandt", "Jonas Vale"]]


def test_references_sides_are_the_states_that_met() -> None:
    (commitment,) = facts_of(MET + "The sides agreed to open a consulate in Bergen.", "commitment")
    assert names(commitment, "agent") == ["Denmark", "Norway"]


def test_references_she_and_he() -> None:
    thanks = statement_of(MET + "He thanked her for the visit.", "Jonas Vale")
    assert names(thanks, "addressee") == ["Ana Brandt"]


def test_references_pronoun_keeps_its_words() -> None:
    text = MET + "He called for a ceasefire."
    (filler,) = statement_of(text, "Jonas Vale").roles["speaker"]
    assert (filler.name, filler.text) == ("Jonas Vale", "He")


def test_references_surname_alone() -> None:
    assert speakers(MET + "Vale called for a ceasefire.") == [["Jonas Vale"]]


def test_references_title_alone() -> None:
    text = "President Josefa Rabuka of Fiji arrived in Oslo. The President called for a ceasefire."
    assert speakers(text) == [["Josefa Rabuka"]]


def test_references_state_of_an_adjective() -> None:
    assert speakers("The Norwegian side called for a ceasefire.") == [["Norway"]]
    assert speakers("Norway’s government called for a ceasefire.") == [["Norway"]]


def test_references_capital_is_a_government_where_it_speaks() -> None:
    assert speakers("Beijing called for a ceasefire.") == [["China"]]


def test_references_capital_stays_a_town_where_somebody_goes() -> None:
    (visit,) = facts_of("President Jonas Vale arrived in Beijing on Monday.", "visit")
    assert names(visit, "destination") == ["Beijing"]


def test_references_i_is_the_speaker() -> None:
    text = "Statement by Foreign Minister Ana Brandt\n\nOslo, 3 May 2024\n\nI call on all parties to stop the violence."
    demand = statement_of(text, "Ana Brandt", stance="demand")
    assert claimants(demand) == ["Ana Brandt"]


def test_references_description_stands_as_it_is_without_its_article() -> None:
    (meeting,) = facts_of("President Jonas Vale met with the students of the University of Nairobi.", "meeting")
    assert names(meeting, "participant") == ["Jonas Vale", "students of the University of Nairobi"]


def test_references_a_president_is_none_of_the_foreign_ministers() -> None:
    text = (
        "Foreign Minister Ana Brandt of Denmark met President Josefa Rabuka of Fiji in Suva. "
        "The foreign ministers will meet in Oslo in May."
    )
    later = [fact for fact in facts_of(text, "meeting") if fact.realis == "planned"]
    assert all("Josefa Rabuka" not in names(fact, "participant") for fact in later)


def test_references_she_is_the_nearest_person_whose_name_allows_it() -> None:
    text = (
        "Deputy Minister Anne Moe of Norway met Director Pavel Novak of Fiji in Suva. Director Novak praised the port. "
        "She called for a ceasefire."
    )
    assert speakers(text)[-1] == ["Anne Moe"]


def test_references_he_is_never_the_one_who_speaks() -> None:
    text = (
        "Statement by Foreign Minister Jonas Vale of Norway\n\nOslo, 3 May 2024\n\n"
        "I met Prime Minister Pavel Novak. I thank him for the talks. He called for a ceasefire."
    )
    demand = next(f for f in facts_of(text, "statement") if f.value["stance"] == "demand")
    assert names(demand, "speaker") == ["Pavel Novak"]


def test_references_the_diplomat_of_a_state_is_the_one_who_serves_it() -> None:
    text = (
        "Deputy Foreign Minister Anjali Rao of India met Ambassador Rustam Karimov of Uzbekistan in Delhi. "
        "The Uzbek diplomat called for a ceasefire."
    )
    assert speakers(text)[-1] == ["Rustam Karimov"]


def test_references_local_officials_are_nobody_named_before() -> None:
    text = "Minister Ana Brandt of Denmark met Minister Jonas Vale of Norway in Oslo. Local officials called for calm."
    assert speakers(text)[-1] == ["Local officials"]
