"""The record format as frozen dataclasses: documents, entities, facts, and the way to and from JSON Lines."""

from communique.model.document import Document, Part, document_id
from communique.model.entity import Entity, Mention
from communique.model.fact import ALL_TYPES, IDENTIFYING_ROLES, Fact, Plover, TimeRef
from communique.model.jsonl import dump_line, from_json, to_json
from communique.model.reading import Reading
from communique.model.span import Filler, Span

__all__ = [
    "ALL_TYPES",
    "IDENTIFYING_ROLES",
    "Document",
    "Entity",
    "Fact",
    "Filler",
    "Mention",
    "Part",
    "Plover",
    "Reading",
    "Span",
    "TimeRef",
    "document_id",
    "dump_line",
    "from_json",
    "to_json",
]
