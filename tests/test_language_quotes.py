"""Quotations, whatever marks they stand in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.language.quotes import find_quotes


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in find_quotes(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "He said “we will go home” and left.",
        'He said "we will go home" and left.',
        "He said «we will go home» and left.",
        "He said „we will go home“ and left.",
    ],
)
def test_quotes_in_the_marks_of_many_languages(text: str) -> None:
    assert quoted(text) == ["we will go home"]


def test_quotes_straight_marks_open_and_close_by_turns() -> None:
    assert quoted('"We will go home," he said, "and we will stay there."') == [
        "We will go home,",
        "and we will stay there.",
    ]


def test_quotes_go_on_in_the_next_paragraph_where_none_closes() -> None:
    assert quoted("She said: “It is over for us") == ["It is over for us"]


def test_quotes_of_one_or_two_words_are_names_or_irony() -> None:
    assert quoted("They called it “a joke” today.") == []


def test_quotes_nested_ones_belong_to_the_outer() -> None:
    assert quoted("“We regret that he said ‘no’ to us,” she said.") == ["We regret that he said ‘no’ to us,"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", '"', "«", "»", "„", " a b c d ", " x ", "\n"])).map("".join))
def test_quotes_lie_in_order_and_apart(text: str) -> None:
    found = find_quotes(text, 0, len(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


def test_quotes_far_down_a_document_close_once() -> None:
    before = "The session went on. " * 250
    text = before + "„Wir gehen jetzt nach Hause“, sagte er, und niemand ging nach Hause. „Morgen kommen wir wieder“."
    assert quoted(text) == ["Wir gehen jetzt nach Hause", "Morgen kommen wir wieder"]
