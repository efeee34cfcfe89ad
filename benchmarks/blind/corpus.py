"""The corpus that the blind rounds are drawn from: JSON Lines, gzipped or not, with ``path`` and ``text`` a line."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from communique.model import Document
from communique.readers import ReadError, Source, documents

ROUNDS = Path(__file__).parent


def corpus_rows(corpus: Path) -> Iterator[tuple[str, str]]:
    """Path and text of every line."""
    try:
        with (
            gzip.open(corpus, "rt", encoding="utf-8") if corpus.suffix == ".gz" else corpus.open(encoding="utf-8") as f
        ):
            for line in f:
                row = json.loads(line)
                yield row["path"], row["text"]
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"{corpus}: is not a corpus of lines with path and text: {type(error).__name__}: {error}")


def corpus_documents(corpus: Path, paths: Collection[str] | None = None) -> dict[str, Document]:
    """The documents under these paths (None: all) as the readers read them."""
    found = {}
    for path, text in corpus_rows(corpus):
        if paths is None or path in paths:
            for document in documents(Source(path, text.encode("utf-8", "replace"))):
                if isinstance(document, ReadError):
                    sys.exit(str(document))
                found[path] = document
    return found


def round_file(number: int) -> Path:
    """Where the stand-off gold of a round is kept."""
    return ROUNDS / f"round-{number}.jsonl"
