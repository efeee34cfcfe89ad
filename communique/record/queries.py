"""What a record holds, asked for in the terms of the record format."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, and_, bindparam, func, or_, select

from communique.model import Document, Entity, Fact, Mention, Reading
from communique.record.folding import fold
from communique.record.rows import day_bounds, document_from, entity_from, fact_from, storable
from communique.record.schema import (
    ATTRIBUTION,
    PLACE,
    documents,
    entities,
    evidence,
    facts,
    fillers,
    mentions,
    names,
    parts,
    versions,
)

#: How many facts are loaded at a time.
_CHUNK = 400
#: The largest number that SQLite takes.
MOST_ROWS = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Header:
    """What is known about a document, without its text.

    Attributes:
        words: how many the text has, counted at white space.
        extractor: what read it last.
        current: False if every source that held it holds another text now.
    """

    id: str
    source: str
    media_type: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    place: str | None
    language: str
    genre: str
    words: int
    extractor: str
    current: bool


class Finding(NamedTuple):
    """A fact and the document that says it."""

    fact: Fact
    document: Header


@dataclass(frozen=True, slots=True)
class Version:
    """What one source held at one time.

    Attributes:
        version: 1 for the first.
        document: id of the document that it was read as.
        hash: SHA-256 of its bytes, hexadecimal.
        added: when it came into the record, UTC, ISO 8601.
        current: whether it is the source's last.
    """

    source: str
    version: int
    document: str
    hash: str
    added: str
    current: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a record holds. All but ``superseded`` and ``entities`` count current documents only."""

    documents: int
    superseded: int
    words: int
    facts: dict[str, int]
    entities: dict[str, int]


#: The columns that a ``Header`` is made of.
HEADER = tuple(documents.c[name] for name in Header.__dataclass_fields__)
_NUMBER: BindParameter[int] = bindparam("number")
_NUMBERS: BindParameter[Any] = bindparam("numbers", expanding=True)
# Made once: to make a query costs several times what it takes to run one of these
_DOCUMENT = select(documents).where(documents.c.number == _NUMBER)
_PARTS = select(parts).where(parts.c.document == _NUMBER).order_by(parts.c.position)
_MENTIONS = (
    select(entities.c.id, mentions.c.start, mentions.c.end, mentions.c.text)
    .join(entities, entities.c.number == mentions.c.entity)
    .where(mentions.c.document == _NUMBER)
    .order_by(mentions.c.position)
)
_ENTITIES = (
    select(entities)
    .where(
        or_(
            entities.c.number.in_(select(mentions.c.entity).where(mentions.c.document == _NUMBER)),
            entities.c.number.in_(
                select(fillers.c.entity)
                .join(facts, facts.c.number == fillers.c.fact)
                .where(facts.c.document == _NUMBER)
            ),
        )
    )
    .order_by(entities.c.id)
)
_FACTS_OF = select(facts.c.number).where(facts.c.document == _NUMBER).order_by(facts.c.number)
_FACTS = select(facts).where(facts.c.number.in_(_NUMBERS))
_HEADERS = select(documents.c.number, *HEADER).where(
    documents.c.number.in_(select(facts.c.document).where(facts.c.number.in_(_NUMBERS)))
)
_FILLERS = (
    select(
        fillers.c.fact,
        fillers.c.role,
        names.c.name,
        entities.c.id.label("entity"),
        fillers.c.start,
        fillers.c.end,
        fillers.c.text,
    )
    .join(names, names.c.number == fillers.c.name)
    .outerjoin(entities, entities.c.number == fillers.c.entity)
    .where(fillers.c.fact.in_(_NUMBERS))
    .order_by(fillers.c.fact, fillers.c.position)
)
_EVIDENCE = (
    select(evidence.c.fact, evidence.c.start, evidence.c.end, evidence.c.text)
    .where(evidence.c.fact.in_(_NUMBERS))
    .order_by(evidence.c.fact, evidence.c.position)
)


def headers(connection: Connection, *, superseded: bool) -> Iterator[Header]:
    """Documents by date, the undated last; see ``Record.documents``."""
    query = select(*HEADER).order_by(*_by_date(documents))
    if not superseded:
        query = query.where(documents.c.current)
    for row in connection.execute(query):
        yield Header(*row)


def current_numbers(connection: Connection) -> list[int]:
    """Numbers of the documents that some source holds now, in the order in which they came."""
    query = select(documents.c.number).where(documents.c.current).order_by(documents.c.number)
    return list(connection.scalars(query))


def numbers_of(connection: Connection, prefix: str, *, limit: int = 2) -> list[tuple[int, str]]:
    """Number and id of the first ``limit`` documents whose id begins with ``prefix``."""
    if not prefix.isascii() or not prefix:
        return []
    # beyond every hexadecimal digit, so that the index on id answers
    query = select(documents.c.number, documents.c.id).where(documents.c.id >= prefix, documents.c.id < prefix + "g")
    return [(row.number, row.id) for row in connection.execute(query.order_by(documents.c.id).limit(limit))]


def document(connection: Connection, number: int) -> Document:
    """The document of a number that there is."""
    row = connection.execute(_DOCUMENT, {"number": number}).one()
    return document_from(row, connection.execute(_PARTS, {"number": number}))


def reading(connection: Connection, number: int) -> Reading:
    """The document of a number that there is, with all that was read out of it."""
    return Reading(
        document(connection, number),
        tuple(entity_from(row) for row in connection.execute(_ENTITIES, {"number": number})),
        tuple(mentions_of(connection, number)),
        tuple(finding.fact for finding in _load(connection, fact_numbers(connection, number))),
    )


def fact_numbers(connection: Connection, number: int) -> Sequence[int]:
    """Numbers of the facts of a document, in the order in which they were read."""
    return connection.scalars(_FACTS_OF, {"number": number}).all()


def mentions_of(connection: Connection, number: int) -> Iterator[Mention]:
    """The mentions in a document, in the order in which they were read."""
    for row in connection.execute(_MENTIONS, {"number": number}):
        yield Mention(*row)


def entities_of(connection: Connection, *, type: str | None, number: int | None) -> Iterator[Entity]:
    """Entities by id; see ``Record.entities``."""
    query = select(entities).order_by(entities.c.id) if number is None else _ENTITIES.params(number=number)
    if type is not None:
        query = query.where(entities.c.type == type)
    for row in connection.execute(query):
        yield entity_from(row)


def versions_of(connection: Connection, *, number: int | None, source: str | None) -> Iterator[Version]:
    """Versions by source and number; see ``Record.versions``."""
    query = select(versions, documents.c.id).join(documents, documents.c.number == versions.c.document)
    if number is not None:
        query = query.where(versions.c.document == number)
    if source is not None:
        query = query.where(versions.c.source == source)
    for row in connection.execute(query.order_by(versions.c.source, versions.c.version)):
        yield Version(row.source, row.version, row.id, row.hash, row.added, row.current)


def findings(
    connection: Connection,
    *,
    type: str | None,
    actor: str | None,
    since: str | None,
    until: str | None,
    number: int | None,
    min_confidence: float,
    superseded: bool,
    limit: int | None,
) -> Iterator[Finding]:
    """Facts by date, the undated last; see ``Record.facts``."""
    query = select(facts.c.number).order_by(*_by_date(facts))
    if type is not None:
        query = query.where(facts.c.type == type)
    if number is not None:
        query = query.where(facts.c.document == number)
    elif not superseded:
        query = query.join(documents, documents.c.number == facts.c.document).where(documents.c.current)
    if actor is not None:
        query = query.where(facts.c.number.in_(_facts_with(actor)))
    if min_confidence > 0:
        query = query.where(facts.c.confidence >= min_confidence)
    query = query.where(*_in_window(since, until))
    # The numbers of a million facts take 8 MB; the facts themselves come in chunks
    yield from _load(
        connection, connection.scalars(query.limit(limit if limit is None else min(limit, MOST_ROWS))).all()
    )


def summary(connection: Connection) -> Summary:
    """Counts; see ``Record.summary``."""
    of_current = facts.join(documents, documents.c.number == facts.c.document)
    row = connection.execute(
        select(func.count(), func.coalesce(func.sum(documents.c.words), 0)).where(documents.c.current)
    ).one()
    by_type = (
        select(facts.c.type, func.count()).select_from(of_current).where(documents.c.current).group_by(facts.c.type)
    )
    return Summary(
        documents=row[0],
        superseded=connection.scalar(select(func.count()).where(~documents.c.current)) or 0,
        words=row[1],
        facts=_counts(connection, by_type),
        entities=_counts(connection, select(entities.c.type, func.count()).group_by(entities.c.type)),
    )


def _counts(connection: Connection, query: Select[Any]) -> dict[str, int]:
    """What two columns say, the most frequent first."""
    rows = [(str(kind), int(count)) for kind, count in connection.execute(query)]
    return dict(sorted(rows, key=lambda row: (-row[1], row[0])))


def _by_date(table: Any) -> Sequence[ColumnElement[Any]]:
    day = func.coalesce(table.c.earliest, table.c.latest)
    return day.is_(None), day, table.c.number


def _in_window(since: str | None, until: str | None) -> Iterator[ColumnElement[bool]]:
    """Conditions under which a fact may fall between two EDTF dates; without a known year it falls in no window."""
    first = day_bounds(since)[0] if since is not None else None
    last = day_bounds(until)[1] if until is not None else None
    if first is not None or last is not None:
        yield or_(facts.c.earliest.is_not(None), facts.c.latest.is_not(None))
    if first is not None:
        yield or_(facts.c.latest.is_(None), facts.c.latest >= first)
    if last is not None:
        yield or_(facts.c.earliest.is_(None), facts.c.earliest <= last)


def _facts_with(actor: str) -> Select[Any]:
    """Numbers of the facts in whose roles stands the entity ``actor``, or a name with all the words of ``actor``."""
    actor = storable(actor)
    matches: ColumnElement[bool] = fillers.c.entity.in_(select(entities.c.number).where(entities.c.id == actor))
    words = fold(actor).split()
    if words:
        named = select(names.c.number).where(and_(*(func.instr(names.c.folded, f" {word} ") > 0 for word in words)))
        matches = or_(matches, fillers.c.name.in_(named))
    return select(fillers.c.fact).where(matches, fillers.c.role.not_in((PLACE, ATTRIBUTION)))


def _load(connection: Connection, numbers: Sequence[int]) -> Iterator[Finding]:
    """The facts of these numbers, in this order, with their documents."""
    remaining = iter(numbers)
    while chunk := list(islice(remaining, _CHUNK)):
        rows = {row.number: row for row in connection.execute(_FACTS, {"numbers": chunk})}
        by_document = {row[0]: Header(*row[1:]) for row in connection.execute(_HEADERS, {"numbers": chunk})}
        roles = _by_fact(connection, _FILLERS, chunk)
        words = _by_fact(connection, _EVIDENCE, chunk)
        for number in chunk:
            header = by_document[rows[number].document]
            yield Finding(fact_from(rows[number], header.id, roles[number], words[number]), header)


def _by_fact(connection: Connection, query: Select[Any], numbers: Sequence[int]) -> dict[int, list[Any]]:
    grouped: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query, {"numbers": numbers}):
        grouped[row[0]].append(row)
    return grouped
