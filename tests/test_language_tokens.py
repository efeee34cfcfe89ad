"""Tokens and sentences, with their offsets."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.language.tokens import plain, split_sentences, tokenize
from communique.language.words import english


def tokens(text: str) -> list[str]:
    return tokenize(text, 0, len(text)).words


def sentences(text: str) -> list[str]:
    return [text[s.starts[0] : s.ends[-1]] for s in split_sentences(tokenize(text, 0, len(text)), english())]


def test_tokens_keep_hyphens_years_and_apostrophes_of_names() -> None:
    assert tokens("O’Brien’s co-chair read the 2023-2024 plan") == [
        "O’Brien",
        "’s",
        "co-chair",
        "read",
        "the",
        "2023-2024",
        "plan",
    ]


def test_tokens_keep_abbreviations_and_figures_whole() -> None:
    assert tokens("U.S. aid of 1,250.5 million") == ["U.S.", "aid", "of", "1,250.5", "million"]


def test_tokens_offsets_count_code_points() -> None:
    text = "🕊 Łódź 🇵🇱 met"
    found = tokenize(text, 0, len(text))
    assert [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)] == found.words
    assert "Łódź" in found.words


def test_tokens_of_a_part_only() -> None:
    text = "Vale met Brandt in Oslo"
    assert tokenize(text, 5, 15).words == ["met", "Brandt"]


def test_tokens_sentence_does_not_end_after_a_title_or_initial() -> None:
    assert sentences("J. P. Vale met Mr. Brandt in St. Petersburg. It rained.") == [
        "J. P. Vale met Mr. Brandt in St. Petersburg.",
        "It rained.",
    ]


def test_tokens_abbreviation_ends_a_sentence_where_the_next_word_opens_one() -> None:
    assert sentences("He arrived in the U.S. He left on Nov. 5 for Oslo.") == [
        "He arrived in the U.S.",
        "He left on Nov. 5 for Oslo.",
    ]
    assert sentences("The U.S. Secretary of State left.") == ["The U.S. Secretary of State left."]


def test_tokens_closing_quotation_mark_belongs_to_its_sentence() -> None:
    assert sentences("“We agree.” She left.") == ["“We agree.”", "She left."]


def test_tokens_full_stop_inside_an_address_ends_nothing() -> None:
    assert sentences("See mfa.example for details. It is public.") == ["See mfa.example for details.", "It is public."]


def test_tokens_leave_out_where_links_go_and_marks_of_emphasis() -> None:
    text = "We issued a [**joint**\nplan](https://mfa.example/plan_(2024).pdf) [1] today."
    assert tokenize(text, 0, len(text)).words == ["We", "issued", "a", "joint", "plan", "[", "1", "]", "today", "."]
    assert plain(text[12 : text.index(" [1]")]) == "joint plan"


def test_tokens_plain_name_has_single_spaces() -> None:
    assert plain("Ana \n  Brandt") == "Ana Brandt"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_tokens_reproduce_any_text_in_order(text: str) -> None:
    found = tokenize(text, 0, len(text))
    end = 0
    for word, low, start, stop in zip(found.words, found.lows, found.starts, found.ends, strict=True):
        assert end <= start < stop
        assert text[start:stop] == word
        assert low == word.lower()
        end = stop


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["Mr", ".", " ", "U.S.", "”", "He", "met", "!", "“", "A", "\n", "3.5"])).map("".join))
def test_tokens_every_token_is_in_one_sentence(text: str) -> None:
    found = tokenize(text, 0, len(text))
    apart = list(split_sentences(found, english()))
    assert [start for sentence in apart for start in sentence.starts] == found.starts
    assert all(sentence.words for sentence in apart)
