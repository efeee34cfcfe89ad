"""Who says what: cue, content, stance, addressee and target."""

from __future__ import annotations

import pytest
from told import claimants, day, fact_of, facts_of, names, statement_of, words

STATEMENT = """Statement by Foreign Minister Ana Brandt of Denmark on Sudan

Copenhagen, 3 May 2024

I am deeply concerned about the fighting in El Fasher. I call on all parties to stop the violence.
"""


def test_statements_indirect_speech() -> None:
    said = fact_of("Foreign Minister Ana Brandt said that Denmark supports the ceasefire.", "statement")
    assert names(said, "speaker") == ["Ana Brandt"]
    assert words(said, "content") == "Denmark supports the ceasefire"
    assert (said.value["form"], said.value["stance"]) == ("indirect", "neutral")


def test_statements_evidence_holds_the_cue() -> None:
    said = fact_of("Foreign Minister Ana Brandt said that Denmark supports the ceasefire.", "statement")
    assert "Ana Brandt said that" in said.evidence[0].text


def test_statements_direct_speech_after_its_cue() -> None:
    said = fact_of("Foreign Minister Ana Brandt said: “We have no comment on the report.”", "statement")
    assert said.value["form"] == "direct"
    assert words(said, "content").strip("“.") == "We have no comment on the report"


def test_statements_straight_quotation_marks() -> None:
    said = fact_of('Foreign Minister Ana Brandt said: "We have no comment on the report."', "statement")
    assert (said.value["form"], names(said, "speaker")) == ("direct", ["Ana Brandt"])


def test_statements_words_quoted_inside_reported_speech() -> None:
    text = "Foreign Minister Ana Brandt described the talks as “open and very constructive”."
    assert fact_of(text, "statement").value["form"] == "mixed"


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Poland strongly condemned the attack on the embassy.", "Poland", "criticise"),
        ("Moscow accused Kyiv of shelling the border village.", "Russia", "accuse"),
        ("Algeria rejected the accusations of Mali.", "Algeria", "reject"),
        ("Iran denied any involvement in the attack.", "Iran", "reject"),
        ("Germany called for an immediate ceasefire in Sudan.", "Germany", "demand"),
        ("The African Union urged the parties to return to the table.", "African Union", "demand"),
        ("Foreign Minister Ana Brandt expressed concern over the situation in Haiti.", "Ana Brandt", "concern"),
        ("Prime Minister Ana Brandt welcomed the decision of the court.", "Ana Brandt", "support"),
        ("Prime Minister Ana Brandt praised Kenya for its role in the talks.", "Ana Brandt", "praise"),
        ("President Jonas Vale thanked Oman for its mediation.", "Jonas Vale", "thank"),
        ("President Jonas Vale threatened to close the border.", "Jonas Vale", "threaten"),
        ("Foreign Minister Ana Brandt assured Kenya that Denmark would help.", "Ana Brandt", "promise"),
    ],
)
def test_statements_stance_by_the_verb(text: str, speaker: str, stance: str) -> None:
    assert stance in [f.value["stance"] for f in facts_of(text, "statement") if names(f, "speaker") == [speaker]]


def test_statements_stance_of_stressing_is_in_the_content() -> None:
    text = "Minister Jonas Vale stressed the importance of regional cooperation."
    assert fact_of(text, "statement").value["stance"] == "support"


def test_statements_addressee_of_telling_and_thanking() -> None:
    told = fact_of("Foreign Minister Ana Brandt told President Josefa Rabuka that the talks had failed.", "statement")
    assert names(told, "addressee") == ["Josefa Rabuka"]
    thanked = fact_of("President Jonas Vale thanked Prime Minister Ana Brandt for her hospitality.", "statement")
    assert names(thanked, "addressee") == ["Ana Brandt"]
    assert words(thanked, "content") == "her hospitality"


def test_statements_target_of_an_accusation() -> None:
    assert names(fact_of("Moscow accused Kyiv of shelling the village.", "statement"), "target") == ["Ukraine"]


def test_statements_call_on_somebody_to_do_something() -> None:
    demand = fact_of("The European Union called on Georgia to withdraw the law.", "statement")
    assert (names(demand, "speaker"), names(demand, "addressee")) == (["European Union"], ["Georgia"])
    assert words(demand, "content") == "withdraw the law"


def test_statements_day_of_the_statement() -> None:
    text = "Prime Minister Jonas Vale on Thursday accused Russia of jamming GPS signals."
    assert day(fact_of(text, "statement")) == "2024-05-02"


def test_statements_according_to_somebody() -> None:
    said = fact_of("According to the Foreign Minister of Peru, Rosa Fuentes, the border remains closed.", "statement")
    assert names(said, "speaker") == ["Rosa Fuentes"]
    assert words(said, "content") == "the border remains closed"


def test_statements_two_acts_of_one_speaker() -> None:
    text = "Foreign Minister Ana Brandt condemned the attack and called for an inquiry."
    assert [f.value["stance"] for f in facts_of(text, "statement")] == ["criticise", "demand"]
    assert {tuple(names(f, "speaker")) for f in facts_of(text, "statement")} == {("Ana Brandt",)}


def test_statements_in_the_first_person_are_the_speakers_own() -> None:
    concern = statement_of(STATEMENT, "Ana Brandt", stance="concern")
    assert claimants(concern) == ["Ana Brandt"]
    assert concern.value["form"] == "direct"


def test_statements_of_a_speaker_stand_in_the_reports_own_voice() -> None:
    assert (
        claimants(fact_of("Foreign Minister Ana Brandt said that Denmark supports the ceasefire.", "statement")) == []
    )


def test_statements_nobody_says_it() -> None:
    assert facts_of("The ministry building says much about its architect.", "statement") == []


def test_statements_a_government_s_concern() -> None:
    statement = fact_of("The Government of Fiji is deeply concerned about the escalation.", "statement")
    assert (names(statement, "speaker"), statement.value["stance"]) == (["Fiji"], "concern")
