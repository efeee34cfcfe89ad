"""Gold for documents that may not be kept beside it: offsets, names and types, without the documents' words.

The stand-off form is the record format in which a document stands under its path in a corpus and the SHA-256 of its
text, ``text`` is left out of every span, and so are the document's ``title``, ``url``, ``text`` and ``parts``. Who
fills a role, ``aliases`` and an office are names, which are facts; one of more than six words that stands in the text
is given by its offsets, as ``{"start", "end"}``, like any other quotation.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from communique.evaluation.gold import GoldError
from communique.evaluation.matching import Line
from communique.model import document_id

_LEFT_OUT = frozenset({"kind", "id", "source", "title", "url", "text", "parts"})
_NAMES = frozenset({"name", "aliases", "role"})
#: A name of more words than this may well be a stretch of the text rather than a name.
NAME_WORDS = 6


def to_standoff(gold_lines: Iterable[Line], corpus: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Take the documents' words out of a gold record.

    Args:
        gold_lines: decoded lines in the record format, each document before its facts.
        corpus: path to text, as the readers extract it; among them the documents of the record.

    Yields:
        For each document its line, then those of its facts.

    Raises:
        GoldError: if a document is not in the corpus, or a line is neither a document's nor a fact's.
    """
    paths = {document_id(text): path for path, text in corpus.items()}
    for line in gold_lines:
        document = line["id"] if line["kind"] == "document" else line["document"]
        if document not in paths:
            raise GoldError(f"{line.get('source') or document}: no text of the corpus has its words")
        path = paths[document]
        if line["kind"] == "document":
            known = {key: value for key, value in line.items() if key not in _LEFT_OUT}
            identity = {"kind": "document", "id": document, "path": path, "sha256": _sha256(corpus[path])}
            yield identity | _without_words(known, corpus[path])
        else:
            yield _without_words(line, corpus[path])


def from_standoff(lines: Iterable[Line], corpus: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Put the documents' words back: the gold record, with ``source`` as the path and with the texts.

    Args:
        lines: decoded lines of the stand-off form.
        corpus: path to text, as the readers extract it.

    Raises:
        GoldError: if a document is not in the corpus, has other words there, or a span lies outside its text.
    """
    texts: dict[str, tuple[str, str]] = {}
    for line in lines:
        if line["kind"] == "document":
            path = line["path"]
            text = corpus.get(path)
            if text is None:
                raise GoldError(f"{path}: is not in the corpus")
            if _sha256(text) != line["sha256"]:
                raise GoldError(f"{path}: is not the text that was annotated")
            texts[line["id"]] = path, text
            known = {key: value for key, value in line.items() if key not in ("path", "sha256")}
            yield {**_with_words(known, text, path), "source": path, "text": text}
        else:
            if line["document"] not in texts:
                raise GoldError(f"document {line['document']}: has facts but no line of its own before them")
            path, text = texts[line["document"]]
            yield _with_words(line, text, path)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _without_words(value: Any, text: str, *, key: str = "") -> Any:
    if isinstance(value, Mapping):
        return {k: _without_words(v, text, key=k) for k, v in value.items() if k != "text"}
    if isinstance(value, list | tuple):
        return [_without_words(v, text, key=key) for v in value]
    if key in _NAMES and isinstance(value, str) and value.count(" ") >= NAME_WORDS:
        found = re.search(r"\s+".join(map(re.escape, value.split(" "))), text)
        return {"start": found.start(), "end": found.end()} if found else value
    return value


def _with_words(value: Any, text: str, path: str, *, key: str = "") -> Any:
    if isinstance(value, Mapping):
        restored = {k: _with_words(v, text, path, key=k) for k, v in value.items()}
        if "start" not in value:
            return restored
        words = _words(text, value["start"], value["end"], path)
        # A role may be called "name" too; its fillers are mappings that hold more than offsets.
        if key in _NAMES and len(value) == 2:
            return " ".join((words or "").split())
        return restored | {"text": words}
    if isinstance(value, list | tuple):
        return [_with_words(v, text, path, key=key) for v in value]
    return value


def _words(text: str, start: int | None, end: int | None, path: str) -> str | None:
    """The words of a span, None for one that is only implied."""
    if start is None or end is None:
        return None
    if not 0 <= start < end <= len(text):
        raise GoldError(f"{path}: has no characters {start} to {end}")
    return text[start:end]
