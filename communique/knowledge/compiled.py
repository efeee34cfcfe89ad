"""Puts the YAML files together into ``data/compiled.json``.

Run ``python -m communique.knowledge.compiled`` after editing them. The JSON is committed beside the YAML, and a test
holds that it is in step; reading it takes a tenth of the time.
"""

from __future__ import annotations

import json
import sys

from communique.knowledge.building import build
from communique.knowledge.errors import KnowledgeError
from communique.knowledge.files import read_builtin_files
from communique.knowledge.sections import COMPILED


def compiled_bytes() -> bytes:
    """The built-in YAML files as one piece of JSON, checked.

    Raises:
        KnowledgeError: if a file is not as the schema says, or refers to what is not there.
    """
    sections = read_builtin_files()
    build(sections, file="built-in knowledge")
    return json.dumps(sections, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def main() -> int:
    """Write ``compiled.json``; 0 if done, 1 if the files are wrong."""
    try:
        data = compiled_bytes()
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1
    COMPILED.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
