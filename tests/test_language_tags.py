"""Word classes, settled by the neighbours."""

from __future__ import annotations

import pytest

from communique.language.tags import settle_tags, tag_words
from communique.language.tokens import split_sentences, tokenize
from communique.language.words import english


def tags(text: str) -> str:
    words = english()
    (sentence,) = split_sentences(tokenize(text, 0, len(text)), words)
    return settle_tags(tag_words(sentence, words), sentence, words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the talks resumed", "dne"),
        ("she talks with us", "rvir"),
        ("the visit to the minister", "dnidn"),
        ("ministers will visit us", "nMfr"),
    ],
)
def test_tags_noun_or_verb_by_the_neighbours(text: str, expected: str) -> None:
    assert tags(text) == expected


def test_tags_participle_before_a_noun_is_an_adjective() -> None:
    assert tags("the signed agreement") == "djn"
    assert tags("they signed the agreement") == "redn"


def test_tags_may_is_a_modal_or_a_month() -> None:
    assert tags("they may meet in May") == "rMfim"


def test_tags_that_opens_a_clause_or_a_relative() -> None:
    assert tags("a report said that they agreed")[3] == "u"
    assert tags("the plan that failed")[2] == "w"


def test_tags_meeting_after_a_form_of_be_is_a_verb() -> None:
    assert tags("the meeting was long")[1] == "n"
    assert tags("they were meeting there")[2] == "g"


def test_tags_unknown_capitalised_words_are_names() -> None:
    assert tags("ministers praised Vale and Brandt") == "nepcp"


def test_tags_give_every_token_one_letter() -> None:
    text = "“No,” she said (in Oslo); 3 of 27 members – all new – didn’t vote!"
    assert len(tags(text)) == len(tokenize(text, 0, len(text)).words)


def test_tags_a_sentence_without_verb_has_one_in_a_noun_after_its_subject() -> None:
    assert tags("Border forces clash with rioters.")[2] == "v"
    assert "v" not in tags("Joint remarks on trade with farmers.")
