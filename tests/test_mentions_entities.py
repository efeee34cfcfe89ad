"""Entities of a document and their mentions."""

from __future__ import annotations

from itertools import pairwise

from told import reading_of

TEXT = "Norwegian Foreign Minister Sigrid Holm met Ana Brandt in Oslo. Holm praised Denmark and the European Union."


def test_entities_known_to_wikidata_have_its_id() -> None:
    entities = {entity.name: entity for entity in reading_of(TEXT).entities}
    assert (entities["Denmark"].id, entities["Denmark"].type, entities["Denmark"].wikidata) == ("Q35", "state", "Q35")
    assert entities["European Union"].id == "Q458"


def test_entities_unknown_persons_have_a_stable_slug() -> None:
    assert "person/sigrid-holm" in [entity.id for entity in reading_of(TEXT).entities]


def test_entities_every_mention_is_of_one_of_them() -> None:
    reading = reading_of(TEXT)
    assert {mention.entity for mention in reading.mentions} <= {entity.id for entity in reading.entities}


def test_entities_mentions_stand_in_text_order() -> None:
    reading = reading_of(TEXT)
    assert all(before.start <= after.start for before, after in pairwise(reading.mentions))
    mentioned = [mention.text for mention in reading.mentions if mention.entity == "person/sigrid-holm"]
    assert mentioned[-1] == "Holm"


def test_entities_are_told_once() -> None:
    ids = [entity.id for entity in reading_of(TEXT).entities]
    assert len(ids) == len(set(ids))
