"""The store: one SQLite file with documents, their bytes and versions, and every fact on its evidence."""

from communique.record.errors import EvidenceError, RecordError, UnknownDocumentError
from communique.record.queries import Finding, Header, Summary, Version
from communique.record.searching import Hit
from communique.record.store import Record, open_record
from communique.record.verifying import Verification
from communique.record.writing import Outcome

__all__ = [
    "EvidenceError",
    "Finding",
    "Header",
    "Hit",
    "Outcome",
    "Record",
    "RecordError",
    "Summary",
    "UnknownDocumentError",
    "Verification",
    "Version",
    "open_record",
]
