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


def test_clauses_particle_and_verb_are_one_verb_with_an_object() -> None:
    read = Read("The government called off the talks and will roll out a plan.")
    assert read.words(read["call"].objects) == ["the talks"]
    assert read.words(read["roll"].objects) == ["a plan"]


def test_clauses_verb_after_a_closed_relative_clause_takes_the_antecedent() -> None:
    read = Read("The talks, which were mediated by the envoy, collapsed after the rebels refused to disarm.")
    assert read.words(read["collapse"].subject) == ["The talks"]
    assert read.words(read["refuse"].subject) == ["the rebels"]


def test_clauses_coordinated_verb_does_not_take_the_subject_of_an_infinitive() -> None:
    read = Read("The leaders called on the rebels to lift the siege and agreed on a truce.")
    assert read.words(read["lift"].subject) == ["the rebels"]
    assert read.words(read["agree"].subject) == ["The leaders"]


def test_clauses_verb_of_the_reporting_tense_goes_back_to_who_reports() -> None:
    read = Read("The minister said that the bank would lend more, and thanked the donors.")
    assert read.words(read["thank"].subject) == ["The minister"]


def test_clauses_today_does_not_stand_for_the_subject() -> None:
    read = Read("The council has today imposed sanctions on the mine.")
    assert read.words(read["impose"].subject) == ["The council"]
    assert read.words(read["impose"].objects) == ["sanctions"]


def test_clauses_unknown_verb_has_a_base_form() -> None:
    assert "strand" in Read("The storm stranded the delegation.").verbs
    assert "zigzag" in Read("The convoy zigzagged through the valley.").verbs
    assert "redress" in Read("The minister must redress the balance.").verbs


def test_clauses_subject_stands_before_inserted_words() -> None:
    read = Read("The minister, whose car broke down, thanked the farmers.")
    assert read.words(read["thank"].subject) == ["The minister"]
    read = Read("The delegation, as the envoy repeated on Sunday, will accept the plan.")
    assert read.words(read["accept"].subject) == ["The delegation"]


def test_clauses_time_words_between_subject_and_verb_are_no_subject() -> None:
    read = Read("The minister this morning briefed the ambassadors.")
    assert read.words(read["brief"].subject) == ["The minister"]


def test_clauses_subject_has_a_gerund_of_its_own() -> None:
    read = Read("The petition on closing the factory was rejected.")
    assert read.words(read["reject"].subject) == ["The petition"]
    read = Read("The bill implementing the treaty was read yesterday.")
    assert read.words(read["read"].subject) == ["The bill"]


def test_clauses_object_may_stand_behind_a_prepositional_phrase() -> None:
    read = Read("The council condemned in the strongest terms the attack.")
    assert read.words(read["condemn"].objects) == ["the attack"]
