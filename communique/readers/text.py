"""Plain text: the decoded file, character for character."""

from __future__ import annotations

from communique.readers.source import Extract


def read_text(text: str, name: str) -> Extract:
    """The extract of a plain text; what in it is title, body or boilerplate, its layout tells.

    Args:
        text: the decoded file.
        name: of its source.
    """
    return Extract(name, text, "text/plain")
