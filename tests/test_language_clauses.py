"""Verbs with their subjects, objects and complements."""

from __future__ import annotations

from communique.language.clauses import Phrase, Verb, find_clauses
from communique.language.tags import settle_tags, tag_words
from communique.language.tokens import split_sentences, tokenize
from communique.language.words import english


class Read:
    """The verbs of a sentence by lemma, and phrases as words."""

    def __init__(self, text: str) -> None:
        words = english()
        (self.sentence,) = split_sentences(tokenize(text, 0, len(text)), words)
        letters = settle_tags(tag_words(self.sentence, words), self.sentence, words)
        self.verbs = {verb.lemma: verb for verb in find_clauses(letters, self.sentence.lows, words).verbs}

    def __getitem__(self, lemma: str) -> Verb:
        return self.verbs[lemma]

    def words(self, phrases: list[Phrase]) -> list[str]:
        return [" ".join(self.sentence.words[p.i : p.j]) for p in phrases]


def test_clauses_subject_object_and_prepositional_phrase() -> None:
    read = Read("The minister met the ambassador in the palace.")
    assert read.words(read["meet"].subject) == ["The minister"]
    assert read.words(read["meet"].objects) == ["the ambassador"]
    assert read.words(read["meet"].pp("in")) == ["the palace"]


def test_clauses_passive_subject_is_what_is_acted_on() -> None:
    read = Read("The agreement was signed by the ministers.")
    assert read["sign"].passive
    assert read.words(read["sign"].subject) == ["The agreement"]
    assert read.words(read["sign"].pp("by")) == ["the ministers"]


def test_clauses_coordinated_subjects() -> None:
    read = Read("The president and the minister will not attend the forum.")
    assert read.words(read["attend"].subject) == ["The president", "the minister"]
    assert read["attend"].modal == "will"
    assert read["attend"].negated


def test_clauses_infinitive_shares_the_subject() -> None:
    read = Read("The ministers agreed to resume the talks.")
    assert read["resume"].infinitive
    assert read.words(read["resume"].subject) == ["The ministers"]


def test_clauses_who_is_invited_is_the_subject_of_the_infinitive() -> None:
    read = Read("The minister invited the ambassador to visit the factory.")
    assert read.words(read["visit"].subject) == ["the ambassador"]


def test_clauses_coordinated_verbs_share_the_subject() -> None:
    read = Read("The minister met the president and thanked the ambassador.")
    assert read.words(read["thank"].subject) == ["The minister"]
    assert read.words(read["thank"].objects) == ["the ambassador"]


def test_clauses_subject_stands_before_a_relative_clause() -> None:
    read = Read("The minister, who arrived yesterday, thanked the hosts.")
    assert read["arrive"].relative
    assert read.words(read["thank"].subject) == ["The minister"]


def test_clauses_reduced_relative_does_not_take_the_sentence() -> None:
    read = Read("The agreement signed by the ministers entered into force.")
    assert read["sign"].relative
    assert read.words(read["enter"].subject) == ["The agreement"]


def test_clauses_content_clause_begins_after_that() -> None:
    read = Read("The spokesman said that the talks had failed.")
    assert read.sentence.words[read["say"].that] == "the"
    assert read.words(read["fail"].subject) == ["the talks"]


def test_clauses_opening_participle_shares_the_subject() -> None:
    read = Read("Speaking to reporters, the minister praised the plan.")
    assert read.words(read["speak"].subject) == ["the minister"]
