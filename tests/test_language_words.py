"""Verb forms and word classes of English."""

from __future__ import annotations

import pytest

from communique.language.words import english, inflect


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("visit", ("visits", "visited", "visiting")),
        ("agree", ("agrees", "agreed", "agreeing")),
        ("ratify", ("ratifies", "ratified", "ratifying")),
        ("convey", ("conveys", "conveyed", "conveying")),
        ("discuss", ("discusses", "discussed", "discussing")),
        ("confer", ("confers", "conferred", "conferring")),
        ("postpone", ("postpones", "postponed", "postponing")),
    ],
)
def test_words_inflect_regular_verbs(base: str, forms: tuple[str, str, str]) -> None:
    assert inflect(base) == forms


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("met", "meet"), ("held", "hold"), ("spoken", "speak"), ("undertook", "undertake"), ("travelled", "travel")],
)
def test_words_know_irregular_and_british_forms(form: str, lemma: str) -> None:
    assert english().verbs[form][0] == lemma


def test_words_meeting_and_understanding_are_nouns() -> None:
    assert {english().tags[word] for word in ("meeting", "understanding", "briefing")} == {"n"}


def test_words_which_are_nouns_as_well_as_verbs_are_known() -> None:
    assert {"visit", "visits", "call", "talks"} <= english().ambiguous


def test_words_who_is_invited_does_what_follows() -> None:
    assert {"invite", "urge", "instruct"} <= english().object_control
