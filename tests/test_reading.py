"""The whole way from a text to its facts: what holds for every text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from told import document_of, facts_of, names, reading_of

from communique import read
from communique.model import ALL_TYPES, IDENTIFYING_ROLES, Fact, Filler, Span, dump_line
from communique.model.edtf import is_edtf
from communique.model.fact import REALIS
from communique.readers import ReadError, Source
from communique.reading import Reading, read_source, understand

PIECES = """President Jonas Vale|Foreign Minister Ana Brandt of Denmark|the Foreign Minister|her Fijian counterpart|
    Vale|he|she|they|we|I|the two ministers|the sides|Minsk|the European Union|Norway and Fiji|the Security Council|
    the Astana Summit|the Agreement on Fisheries|met|said that|said|will visit|signed|condemned|agreed to|called on|
    did not|was received by|thanked|expelled|chairs|which|who|and|,|,|.|.|;|:|“|”|"|(|)|?|in Oslo|on Tuesday|
    on 2 May 2024|from 3 to 5 June|yesterday|the talks|a visit to|to|of|with|\n|\n\n|QUESTION:|MS. BRANDT:|1.|•|🕊|
    \U0001f1f3\U0001f1f4|Łódź|\r\n|\x0b|\u2028|https://mfa.example/en|Joint Statement|Copenhagen, 3 May 2024|—|’s"""
pieces = st.sampled_from([piece.strip(" ") for piece in PIECES.replace("|\n    ", "|").split("|")])
prose = st.lists(pieces, max_size=40).map(" ".join)
anything = st.text(alphabet=st.characters(codec="utf-8"), max_size=200)


def spans_of(fact: Fact) -> Iterator[Span]:
    yield from fact.evidence
    for value in fact.value.values():
        yield from (v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, Span))


def fillers_of(fact: Fact) -> Iterator[Filler]:
    for fillers in fact.roles.values():
        yield from fillers
    yield from fact.attribution
    if fact.place is not None:
        yield fact.place


def stretches(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Every quoted stretch of a reading, with the words that it is said to be."""
    for fact in reading.facts:
        yield from ((span.start, span.end, span.text) for span in spans_of(fact))
        for filler in fillers_of(fact):
            if filler.start is None:
                assert filler.end is None and filler.text is None
            else:
                assert filler.end is not None and filler.text is not None
                yield filler.start, filler.end, filler.text
        if fact.time is not None and fact.time.start is not None:
            assert fact.time.end is not None and fact.time.text is not None
            yield fact.time.start, fact.time.end, fact.time.text
    yield from ((mention.start, mention.end, mention.text) for mention in reading.mentions)


def check(reading: Reading) -> None:
    text = reading.document.text
    for start, end, words in stretches(reading):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == words
    end = 0
    for part in reading.document.parts:
        assert end <= part.start < part.end <= len(text)
        end = part.end
    for fact in reading.facts:
        assert fact.evidence
        assert fact.type in ALL_TYPES
        assert fact.realis in REALIS
        assert fact.document == reading.document.id
        assert fact.time is None or fact.time.edtf is None or is_edtf(fact.time.edtf)
        assert all(filler.name.strip() for filler in fillers_of(fact))


@settings(max_examples=250, deadline=None)
@given(prose.filter(str.strip))
def test_reading_every_span_reproduces_the_text(text: str) -> None:
    check(reading_of(text))


@settings(max_examples=150, deadline=None)
@given(anything)
@example("“" * 50)
@example("President \U0001f1f3\U0001f1f4 met \U0001f1e9\U0001f1f0.")
def test_reading_never_fails_on_any_text(text: str) -> None:
    for reading in read_source(Source("text.txt", text.encode()), published="2024-05-03", language="en"):
        if isinstance(reading, ReadError):
            assert "\n" not in str(reading)
        else:
            check(reading)


@settings(max_examples=40, deadline=None)
@given(prose.filter(str.strip))
def test_reading_twice_gives_the_same(text: str) -> None:
    first, second = reading_of(text), reading_of(text)
    assert [dump_line(fact) for fact in first.facts] == [dump_line(fact) for fact in second.facts]
    assert first == second


@pytest.mark.parametrize("mark", ["🕊🇳🇴 ", "Ł\u0301ódź: ", "\ufeff"])
def test_reading_offsets_count_code_points(mark: str) -> None:
    text = f"The flag {mark}was raised at noon.\n\nPresident Jonas Vale met Prime Minister Ana Brandt in Oslo."
    reading = reading_of(text)
    check(reading)
    assert [fact.type for fact in reading.facts if fact.type == "meeting"] == ["meeting"]


def test_reading_offsets_hold_in_a_file_with_carriage_returns(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    text = (
        "Press release\r\n\r\nOslo, 3 May 2024\r\n\r\n"
        "President Jonas Vale yesterday met for two hours in the old town hall with Prime\r\n"
        "Minister Ana Brandt of Denmark, who had come for the opening of the museum.\r\n"
    )
    path.write_bytes(text.encode())
    document, facts = read(path)
    assert document.text == text
    (meeting,) = [fact for fact in facts if fact.type == "meeting"]
    assert names(meeting, "participant") == ["Jonas Vale", "Ana Brandt"]
    assert all(text[span.start : span.end] == span.text for fact in facts for span in fact.evidence)


def test_reading_name_across_a_line_break_is_shown_with_a_space() -> None:
    text = "Yesterday, in the old town hall, President Jonas Vale met Prime Minister Ana\nBrandt for two long hours."
    (meeting,) = facts_of(text, "meeting")
    assert names(meeting, "participant") == ["Jonas Vale", "Ana Brandt"]


def test_reading_identifying_roles_are_filled() -> None:
    text = (
        "President Jonas Vale of Norway met Prime Minister Ana Brandt of Denmark in Oslo. He thanked her for coming. "
        "They signed an agreement on fisheries. Denmark will build a bridge in Bergen. Poland expelled two diplomats."
    )
    facts = reading_of(text).facts
    assert {"meeting", "statement", "instrument", "commitment", "action", "tenure"} <= {fact.type for fact in facts}
    for fact in facts:
        for role in IDENTIFYING_ROLES[fact.type]:
            assert any(names(fact, r) for r in role.split("|")), fact


def test_reading_a_year_nobody_gave_stays_unknown() -> None:
    text = "President Jonas Vale met Prime Minister Ana Brandt on 21 November."
    (meeting,) = facts_of(text, "meeting", published=None)
    assert meeting.time is not None
    assert meeting.time.edtf == "XXXX-11-21"


def test_reading_boilerplate_is_no_evidence() -> None:
    text = (
        "Skip to content\n\nPresident Jonas Vale met Prime Minister Ana Brandt\n\nOslo, 3 May 2024\n\n"
        "President Jonas Vale of Norway met Prime Minister Ana Brandt of Denmark in Oslo on Thursday.\n\n"
        "Share on Facebook\n\nRelated: President Orlov met Prime Minister Otieno"
    )
    reading = reading_of(text)
    waste = [(part.start, part.end) for part in reading.document.parts if part.role == "boilerplate"]
    assert waste
    for fact in reading.facts:
        assert not any(a <= span.start < b for span in fact.evidence for a, b in waste)


def test_reading_a_language_it_does_not_know_gives_no_facts() -> None:
    document = replace(document_of("Der Präsident traf den Kanzler in Wien."), language="de")
    assert understand(document).facts == ()


def test_reading_an_empty_file_is_an_error_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    with pytest.raises(ReadError, match=r"empty\.txt"):
        read(path)
