"""How knowledge files fail."""

from __future__ import annotations


class KnowledgeError(Exception):
    """A knowledge file that cannot be used; ``str()`` is one line naming file, entry, field and reason."""

    def __init__(self, file: str, reason: str, *, entry: str | None = None, field: str | None = None) -> None:
        where = [file]
        if entry is not None:
            where.append(f"entry {entry}")
        if field is not None:
            where.append(f"field {field}")
        super().__init__(f"{', '.join(where)}: {reason}")
        self.file = file
        self.entry = entry
        self.field = field
        self.reason = reason
