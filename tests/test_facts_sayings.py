"""Statements in the wild: cues of every shape, nouns of speech, labels, first person, and what only looks like one."""

from __future__ import annotations

import pytest
from told import claimants, facts_of, names, statement_of, words

SIGNED = "Statement by Foreign Minister Ana Brandt of Denmark on Moldova\n\nCopenhagen, 3 May 2024\n\n"


def speakers(text: str) -> list[str]:
    return [" and ".join(names(fact, "speaker")) for fact in facts_of(text, "statement")]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ana Brandt: “The border will stay open as long as we are here.”",
        "“We will stand by our neighbours,” Foreign Minister Ana Brandt said, “as long as it takes.”",
        "With these words Foreign Minister Ana Brandt closed the conference: “We shall meet again in the spring.”",
        "“Our diplomats are the first Danes whom others meet.” – Ana Brandt, Minister of Foreign Affairs",
    ],
)
def test_sayings_of_quotations_with_every_kind_of_cue_are_direct(text: str) -> None:
    assert statement_of(text, "Ana Brandt").value["form"] == "direct"


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("In Foreign Minister Ana Brandt's words, the border is a meeting place.", "Ana Brandt", "neutral"),
        ("As Foreign Minister Ana Brandt put it, the talks are at an end.", "Ana Brandt", "neutral"),
        ("Foreign Minister Ana Brandt's view was that the talks had failed.", "Ana Brandt", "neutral"),
        ("The message of the Danish Government is clear: the border stays open.", "Denmark", "neutral"),
        ("Foreign Minister Ana Brandt was clear that Denmark would not pay.", "Ana Brandt", "neutral"),
        ("Foreign Minister Ana Brandt called the attack a crime.", "Ana Brandt", "criticise"),
        ("Foreign Minister Ana Brandt spoke in favour of a ceasefire.", "Ana Brandt", "support"),
        ("Denmark's Foreign Minister Ana Brandt declined to comment on the report.", "Ana Brandt", "reject"),
        ("Norway supports the proposal of the African Union.", "Norway", "support"),
        ("The Council discussed Norway's condemnation of the attack on the port.", "Norway", "criticise"),
        ("The Assembly received a briefing from the Special Envoy, Paul Otieno.", "Paul Otieno", "neutral"),
        ("Denmark issued a statement in which it condemned the attack on the port.", "Denmark", "criticise"),
        ("The talks were at an end, the farmer told the newspaper.", "farmer", "neutral"),
        ("Two diplomats familiar with the matter said that the deal was close.", "Two diplomats", "neutral"),
        (
            "Lars Holm, spokesperson for the Danish Foreign Ministry, said the talks were useful.",
            "Lars Holm",
            "neutral",
        ),
        ("Mr. Holm, briefing the Council, said the truce was holding.", "Holm", "neutral"),
        ("Danish Foreign Minister Ana Brandt, for her part, pointed to the need for calm.", "Ana Brandt", "neutral"),
    ],
)
def test_sayings_are_told_in_many_ways(text: str, speaker: str, stance: str) -> None:
    assert statement_of(text, speaker).value["stance"] == stance


@pytest.mark.parametrize(
    "text",
    [
        "What did Foreign Minister Ana Brandt of Denmark say about the talks?",
        "Mr. Otieno called on Prime Minister Ana Brandt and opened the new chancery.",
        "Biographical notes",
        "The agency issued a guide, explaining the rules of the vote.",
        "The farmer supports her family, and the audience regretted the delay.",
        "Canberra declared a state of emergency in the north.",
        "The ministries must recognise and acknowledge their role.",
    ],
)
def test_sayings_are_no_statements_where_nobody_says_anything(text: str) -> None:
    assert facts_of(text, "statement") == []


def test_sayings_end_before_another_speaker_behind_a_semicolon() -> None:
    text = "Foreign Minister Ana Brandt said that the deal was good; Norway's Prime Minister Kari Moe rejected it."
    assert words(statement_of(text, "Ana Brandt"), "content") == "the deal was good"
    assert statement_of(text, "Kari Moe").value["stance"] == "reject"


def test_sayings_coordinated_after_an_infinitive_or_a_clause_are_the_speakers_own() -> None:
    assert speakers("Denmark urged Mali to hold elections and called for calm.") == ["Denmark", "Denmark"]
    assert speakers("Denmark noted that Mali would vote in June, and called for calm.") == ["Denmark", "Denmark"]


def test_sayings_behind_what_is_said_attribute_it() -> None:
    text = "Norway expelled two diplomats of Belarus, an Estonian official said."
    assert claimants(facts_of(text, "action")[0]) == ["Estonian official"]


def test_sayings_of_a_list_belong_to_its_lead() -> None:
    text = "After deliberations, the Assembly:\n\n1. CONDEMNED the attack;\n\n2. REAFFIRMED its respect for peace;"
    assert [names(f, "speaker") for f in facts_of(text, "statement")] == [["Assembly"], ["Assembly"]]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("We continue to affirm our support for Moldova.", "support"),
        ("We are watching the situation closely and stand with the people of Moldova.", "support"),
        ("Our hearts go out to the families of the victims.", "concern"),
        ("Congratulations to the people of Moldova on the vote.", "praise"),
        ("Happy Nowruz to all who celebrate.", "support"),
        ("It is a great pleasure to welcome the Head of Mission.", "praise"),
        ("That is simply untrue.", "reject"),
        ("Those responsible must be brought to justice.", "demand"),
        ("Our message is simple: nobody stands alone.", "neutral"),
        ("I look forward to deepening our bonds and thank both of you for your friendship.", "thank"),
    ],
)
def test_sayings_in_the_first_person_are_performed(sentence: str, stance: str) -> None:
    said = statement_of(SIGNED + sentence, "Ana Brandt")
    assert (said.value["form"], said.value["stance"]) == ("direct", stance)


def test_sayings_of_a_proclamation() -> None:
    text = (
        "A Proclamation on Rivers Day\n\n"
        "NOW, THEREFORE, I, ELEANOR WHITCOMB, President of the United States of America, "
        "do hereby proclaim June 5, 2022, as Rivers Day."
    )
    assert speakers(text) == ["Eleanor Whitcomb"]


@pytest.mark.parametrize(
    "sentence",
    ["Thank you for your attention.", "As we celebrate this day, work goes on.", "We will urge the Council."],
)
def test_sayings_in_the_first_person_are_not_all_performed(sentence: str) -> None:
    assert facts_of(SIGNED + sentence, "statement") == []


def test_sayings_of_a_headline_are_told_once() -> None:
    text = (
        "Brandt: No date for talks\n\nOslo, 3 May 2024\n\nDanish Foreign Minister Ana Brandt arrived in Oslo on Friday."
    )
    assert speakers(text) == ["Ana Brandt"]
    again = "Denmark condemns attack\n\nOslo, 3 May 2024\n\nDenmark condemned the attack on the cable on Friday."
    assert speakers(again) == ["Denmark"]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("But thank you for your friendship.", "thank"),
        ("I thank you all so very much.", "thank"),
        ("As I have often said, the port is a lifeline.", "neutral"),
        ("I hereby report that the decree is in force.", "neutral"),
        ("That is why I strongly support the Fair Ports Act.", "support"),
        ("This month, we renew our commitment to Moldova.", "promise"),
    ],
)
def test_sayings_of_ceremony_are_performed(sentence: str, stance: str) -> None:
    assert statement_of(SIGNED + sentence, "Ana Brandt").value["stance"] == stance


@pytest.mark.parametrize(
    "sentence",
    [
        "I thank you.",
        "I hope so.",
        "I have asked our Special Envoy, Lars Holm, to lead the review.",
        "The plan is about saying that everybody counts.",
        "The law provides consumers with tax credits to buy cars.",
        "The rules are amended as described in the Annex.",
        "The fund opened its first Call for Proposals.",
        "Most people agree with this principle.",
        "The crisis demands our attention.",
    ],
)
def test_sayings_of_duty_and_habit_are_no_statements(sentence: str) -> None:
    assert facts_of(SIGNED + sentence, "statement") == []


def test_sayings_of_what_was_shared_are_told_by_a_clause() -> None:
    assert speakers("Foreign Minister Ana Brandt of Denmark shared how the law had failed.") == ["Ana Brandt"]
    assert speakers("Foreign Minister Ana Brandt of Denmark shared data and tools.") == []


def test_sayings_of_a_letter_are_those_of_who_closes_it() -> None:
    letter = (
        "Letter to the Speaker\n\nI have determined that the sanctions are necessary.\n\nSincerely,\nELEANOR WHITCOMB"
    )
    assert speakers(letter) == ["Eleanor Whitcomb"]


def test_sayings_bid_in_the_passive_are_the_speakers_own() -> None:
    assert speakers(SIGNED + "Heads of agencies are urged to review their rules.") == ["Ana Brandt"]
    assert speakers(SIGNED + "Citizens were encouraged to vote.") == []


def test_sayings_of_a_text_are_those_of_its_author() -> None:
    assert speakers("The Supreme Court's ruling stated that the levy was void.") == ["Supreme Court"]


def test_sayings_of_a_feeling_are_one_with_what_it_is_about() -> None:
    assert speakers(SIGNED + "I am proud to stand with the people of Moldova.") == ["Ana Brandt"]
    assert speakers(SIGNED + "I was proud to stand with the workers of Moldova.") == []


def test_sayings_resume_behind_a_clause_with_a_pronoun_of_its_own() -> None:
    text = (
        "Prime Minister Lars Holm of Denmark noted that these plans are what he ran on, conveyed his thanks for "
        "the help, and reiterated his hope for a vote."
    )
    assert [claimants(fact) for fact in facts_of(text, "statement")] == [[], [], []]


def test_sayings_of_he_behind_an_office_are_its_holders() -> None:
    text = (
        "Prime Minister Lars Holm of Denmark met the Norwegian adviser Ole Berg in Oslo. The Prime Minister announced "
        "that he has asked Sweden to send ships."
    )
    assert speakers(text) == ["Lars Holm", "Lars Holm"]


@pytest.mark.parametrize(
    "text",
    [
        "Danish Foreign Minister Ana Brandt would have supported a longer truce.",
        "The Danish Foreign Ministry commemorated Rivers Day with a reception.",
    ],
)
def test_sayings_never_uttered_are_no_statements(text: str) -> None:
    assert facts_of(text, "statement") == []


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        ("We have shared the data, and last month, I announced that Moldova would have more.", "2024-04"),
        ("Minister Ole Berg of Norway told his colleagues this in Geneva yesterday.", "2024-05-02"),
        ("After the attack in March, Norway condemned the crime.", None),
        ("Minister Ole Berg of Norway announced that the ship sank yesterday.", None),
    ],
)
def test_sayings_are_dated_by_what_introduces_or_closes_them(sentence: str, dated: str | None) -> None:
    said = facts_of(SIGNED + sentence, "statement")[0]
    assert (said.time.edtf if said.time else None) == dated


def test_sayings_of_two_offices_are_those_of_the_pair() -> None:
    text = (
        "President Ana Brandt of Iceland met Prime Minister Lars Holm of Norway. The President and Prime Minister "
        "renewed their commitment to the fund and reinforced the importance of trade."
    )
    assert speakers(text) == ["Ana Brandt and Lars Holm", "Ana Brandt and Lars Holm"]


@pytest.mark.parametrize(
    "text",
    [
        "These numbers are encouraging.",
        "Judge Ana Brandt was confirmed by the Senate.",
        "The families got the benefits and support they deserve.",
        "Governors in the north are pushing for extreme laws.",
        "Two years later, families feel the pain.",
    ],
)
def test_sayings_are_not_what_acts_and_things_do(text: str) -> None:
    assert facts_of(text, "statement") == []


def test_sayings_of_two_officials_are_not_the_pairs() -> None:
    text = (
        "President Ana Brandt of Iceland met Prime Minister Lars Holm of Norway. According to two officials, the talks "
        "were at an end."
    )
    assert speakers(text) == ["two officials"]


def test_sayings_of_a_message_are_those_of_who_signs_above_the_place() -> None:
    text = (
        "A Message to the Congress on Mali\n\nTherefore, I have determined that the emergency must go on.\n\n"
        "ELEANOR R. WHITCOMB JR.\n\nTHE WHITE HOUSE,\n\nMay 12, 2022."
    )
    assert [claimants(fact) for fact in facts_of(text, "statement")] == [["Eleanor R. Whitcomb Jr."]]


@pytest.mark.parametrize(
    "sentence",
    [
        "I was honored to be the first to speak.",
        "Nobody accepts Norway's claims on the island.",
        "They share an interest in maintaining a free region.",
        "Norway issued statements in New York condemning the attack.",
    ],
)
def test_sayings_of_the_past_and_of_titles_are_no_statements(sentence: str) -> None:
    assert facts_of(SIGNED + sentence, "statement") == []


def test_sayings_heard_from_somebody_are_theirs() -> None:
    assert speakers("The Council heard from the Special Envoy, Paul Otieno, that the truce was holding.") == [
        "Paul Otieno"
    ]


def test_sayings_behind_as_are_told() -> None:
    text = "As Foreign Minister Ana Brandt repeated in Oslo, the talks go on. Prices fell as Norway added ships."
    assert speakers(text) == ["Ana Brandt"]


def test_sayings_agreed_on_are_views_where_nobody_is_to_do_anything() -> None:
    text = (
        "Ministers Ana Brandt of Denmark and Kari Moe of Norway met. They agreed that both states can pay for the port."
    )
    assert speakers(text) == ["Ana Brandt and Kari Moe"]


def test_sayings_withheld_are_negated() -> None:
    text = "Foreign Minister Ana Brandt would not speculate."
    assert [fact.realis for fact in facts_of(text, "statement")] == ["negated"]


def test_sayings_of_two_feelings_are_two() -> None:
    text = "Our thoughts are with the injured and our deepest condolences go to those who lost loved ones."
    assert speakers(SIGNED + text) == ["Ana Brandt", "Ana Brandt"]


@pytest.mark.parametrize(
    "sentence", ["We stand in defence of free passage.", "Our government supports efforts to waive these rights."]
)
def test_sayings_of_those_who_stand_for_something_are_performed(sentence: str) -> None:
    assert [f.value["stance"] for f in facts_of(SIGNED + sentence, "statement")] == ["support"]
