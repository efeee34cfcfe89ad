"""The heart: a document in, its facts out. A pure function; everything that stores or shows stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from communique.facts import find_facts
from communique.knowledge import load
from communique.mentions.bodies import fill_bodies, own_offices
from communique.mentions.entities import find_entities
from communique.mentions.homes import home_of
from communique.mentions.scenes import find_scenes
from communique.mentions.speakers import find_speakers
from communique.model import Document, Fact, Reading
from communique.readers import ReadError, Source, documents, source_of

__all__ = ["Reading", "read", "read_source", "understand"]


def understand(document: Document) -> Reading:
    """The entities, mentions and facts of a document.

    Args:
        document: as the readers compose it.

    Returns:
        The reading; its document has ``speaker`` filled in where the text is somebody's own words.
    """
    if not document.language.startswith("en"):
        return Reading(document, (), (), ())
    text = find_scenes(document, load())
    text.home = home_of(text)
    fill_bodies(text)
    find_speakers(text)
    own_offices(text)
    facts = find_facts(text)
    entities, mentions = find_entities(text, facts)
    return Reading(text.document, entities, mentions, facts)


def read_source(
    source: Source, *, published: str | None = None, publisher: str | None = None, language: str | None = None
) -> Iterator[Reading | ReadError]:
    """Read every document of one source; an unreadable one is yielded as its error, and the rest go on.

    Args:
        source: bytes and their name.
        published: EDTF date to read the documents by where they give none themselves.
        publisher: who published them, where they do not say.
        language: BCP 47 code, where it should not be detected.
    """
    for item in documents(source, published=published, publisher=publisher, language=language):
        yield item if isinstance(item, ReadError) else understand(item)


def read(
    path: str | Path, *, published: str | None = None, publisher: str | None = None, language: str | None = None
) -> tuple[Document, list[Fact]]:
    """Read one document from a file.

    Args:
        path: a file in any format that the readers know.
        published: EDTF date to read it by where it gives none itself.
        publisher: who published it, where it does not say.
        language: BCP 47 code, where it should not be detected.

    Returns:
        The document and its facts; of a file with several documents, the first.

    Raises:
        ReadError: if the file cannot be read.
    """
    for item in read_source(source_of(path), published=published, publisher=publisher, language=language):
        if isinstance(item, ReadError):
            raise item
        return item.document, list(item.facts)
    raise ReadError(str(path), "holds no document")
