"""Typical shapes of a diplomatic sentence, each by the fact that it must give."""

from __future__ import annotations

import pytest
from told import fact_of, facts_of, names, reading_of, words


@pytest.mark.parametrize("opening", ["In Oslo", "On Monday", "During the talks in Oslo", "After the summit"])
def test_sentences_opening_phrase_is_no_subject(opening: str) -> None:
    demand = fact_of(f"{opening}, Norway and Denmark called for a ceasefire.", "statement")
    assert names(demand, "speaker") == ["Norway", "Denmark"]


@pytest.mark.parametrize("verb", ["travelled to", "arrived in"])
def test_sentences_name_between_commas_belongs_to_the_subject(verb: str) -> None:
    visit = fact_of(f"The Foreign Minister of Denmark, Ana Brandt, {verb} Oslo on Thursday.", "visit")
    assert names(visit, "visitor") == ["Ana Brandt"]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"'])
def test_sentences_speaker_behind_the_quotation(marks: str) -> None:
    text = marks.format("We will not recognise the annexation,") + " said Foreign Minister Ana Brandt."
    said = fact_of(text, "statement")
    assert (names(said, "speaker"), said.value["form"]) == (["Ana Brandt"], "direct")
    assert words(said, "content") == "We will not recognise the annexation,"


def test_sentences_colon_or_comma_before_the_quotation() -> None:
    said = fact_of("Foreign Minister Ana Brandt said, “We have no comment on the report.”", "statement")
    assert words(said, "content").startswith("We have")


def test_sentences_never_and_refusing_deny() -> None:
    assert fact_of("President Jonas Vale never visited Poland.", "visit").realis == "negated"
    assert fact_of("President Jonas Vale refused to meet President William Otieno.", "meeting").realis == "negated"


def test_sentences_two_meetings_of_one_person() -> None:
    text = "President Jonas Vale met Prime Minister Ana Brandt. President Jonas Vale met President William Otieno."
    assert [names(f, "participant")[1] for f in facts_of(text, "meeting")] == ["Ana Brandt", "William Otieno"]


def test_sentences_it_is_the_organization_told_of() -> None:
    text = "The European Union condemned the attack. It called for an inquiry."
    assert [names(f, "speaker") for f in facts_of(text, "statement")] == [["European Union"], ["European Union"]]


def test_sentences_ministry_speaks_under_its_whole_name() -> None:
    said = fact_of("The Ministry of Foreign Affairs of Peru condemned the attack on the convoy.", "statement")
    assert names(said, "speaker") == ["Ministry of Foreign Affairs of Peru"]


def test_sentences_blaming_is_accusing() -> None:
    assert fact_of("Russia on Monday blamed Ukraine for the strike.", "statement").value["stance"] == "accuse"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A meeting was held between President Jonas Vale and President William Otieno.", "meeting"),
        ("President Jonas Vale paid a courtesy call on President William Otieno.", "meeting"),
        ("A phone call took place between President Jonas Vale and President William Otieno.", "call"),
        ("President Jonas Vale had a telephone conversation with President William Otieno.", "call"),
    ],
)
def test_sentences_events_told_by_a_noun(text: str, kind: str) -> None:
    assert names(fact_of(text, kind), "participant") == ["Jonas Vale", "William Otieno"]


@pytest.mark.parametrize(
    "text",
    ["Norway is ready to", "President Jonas Vale called on a visit to", "Joint Statement\n\nWe,\n\nthe Ministers"],
)
def test_sentences_cut_short_are_read_all_the_same(text: str) -> None:
    assert reading_of(text).document.text == text
