"""What a short text tells: from its words to the reading of it, in one call, for tests that read as examples."""

from __future__ import annotations

from communique.knowledge import load
from communique.mentions.bodies import fill_bodies, own_offices
from communique.mentions.homes import home_of
from communique.mentions.register import Person
from communique.mentions.scenes import Text, find_scenes
from communique.mentions.speakers import find_speakers
from communique.mentions.spots import Spot
from communique.model import Document, Fact, Span
from communique.readers import ReadError, Source, documents
from communique.reading import Reading, understand

#: A Friday.
PUBLISHED = "2024-05-03"


def document_of(text: str, *, published: str | None = PUBLISHED, publisher: str | None = None) -> Document:
    source = Source("text.txt", text.encode())
    (document,) = documents(source, published=published, publisher=publisher, language="en")
    assert not isinstance(document, ReadError), document
    return document


def reading_of(text: str, *, published: str | None = PUBLISHED, publisher: str | None = None) -> Reading:
    return understand(document_of(text, published=published, publisher=publisher))


def facts_of(text: str, kind: str, *, published: str | None = PUBLISHED, publisher: str | None = None) -> list[Fact]:
    """The text's facts of one type."""
    return [fact for fact in reading_of(text, published=published, publisher=publisher).facts if fact.type == kind]


def fact_of(text: str, kind: str, *, published: str | None = PUBLISHED, publisher: str | None = None) -> Fact:
    """The text's only fact of a type."""
    (fact,) = facts_of(text, kind, published=published, publisher=publisher)
    return fact


def names(fact: Fact, role: str) -> list[str]:
    return [filler.name for filler in fact.roles.get(role, ())]


def statement_of(text: str, speaker: str, *, stance: str | None = None) -> Fact:
    """The text's only statement of a speaker, or the only one with this stance."""
    (found,) = [
        fact
        for fact in facts_of(text, "statement")
        if names(fact, "speaker") == [speaker] and stance in (None, fact.value["stance"])
    ]
    return found


def words(fact: Fact, key: str) -> str:
    """The words of a fact's value: one span's, or several with " | " between them."""
    value = fact.value[key]
    return value.text if isinstance(value, Span) else " | ".join(span.text for span in value)


def day(fact: Fact) -> str | None:
    return fact.time.edtf if fact.time else None


def place(fact: Fact) -> str | None:
    return fact.place.name if fact.place else None


def claimants(fact: Fact) -> list[str]:
    return [filler.name for filler in fact.attribution]


def text_of(text: str, *, published: str | None = PUBLISHED, publisher: str | None = None) -> Text:
    """A document understood up to its mentions, with its persons' offices and its speakers."""
    found = find_scenes(document_of(text, published=published, publisher=publisher), load())
    found.home = home_of(found)
    fill_bodies(found)
    find_speakers(found)
    own_offices(found)
    return found


def spots_of(text: str) -> list[tuple[str, Spot]]:
    """The text's mentions, each with its words."""
    found = text_of(text)
    whole = found.document.text
    return [
        (whole[scene.sentence.starts[spot.i] : scene.sentence.ends[spot.j - 1]], spot)
        for scene in found.scenes
        for spot in scene.spots
    ]


def person_of(text: str, surname: str, *, publisher: str | None = None) -> Person:
    person = text_of(text, publisher=publisher).register.find(surname)
    assert person is not None
    return person


def offices_of(person: Person) -> list[tuple[str, str | None, str]]:
    return [(held.role, held.body, held.phase) for held in person.held]
