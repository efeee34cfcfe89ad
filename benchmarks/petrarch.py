"""CAMEO codings compared with those of a PETRARCH validation file.

    python benchmarks/petrarch.py PETR2_GSR_validation.xml [--half even|odd]

The file is that of openeventdata/UniversalPetrarch (MIT). Its parses are not used: the coder gets the text and date of
each sentence. A sentence's codings are compared as multisets, so that each one found counts once. Triples are compared
with the two-digit event code, and exactly, as UniversalPetrarch's validation.py does.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.cameo.coding import code_document
from communique.model import Document, Part, document_id

PUBLISHED = "UniversalPetrarch, given their parses: triples F1 .709; two-digit codes P .726 R .897 (F1 .802)"
_SENTENCE = re.compile(r"<Sentence\b([^>]*)>(.*?)</Sentence>", re.DOTALL)
_CODING = re.compile(r"<EventCoding\b([^>]*)>")
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)\s*=\s*"([^"]*)"')

Triple = tuple[str, str, str]


class BadFileError(Exception):
    """The file cannot be read as a validation file; the message is one line."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of the file; ``codings`` as (source, event, target), empty where it says there is no event."""

    text: str
    date: str | None
    codings: tuple[Triple, ...]


@dataclass
class Score:
    found: int = 0
    read: int = 0
    gold: int = 0

    def add(self, gold: Iterable[object], read: Iterable[object]) -> None:
        expected, got = Counter(gold), Counter(read)
        self.found += (expected & got).total()
        self.read += got.total()
        self.gold += expected.total()

    def line(self, name: str) -> str:
        precision = self.found / self.read if self.read else 0.0
        recall = self.found / self.gold if self.gold else 0.0
        f1 = 2 * self.found / (self.read + self.gold) if self.read + self.gold else 0.0
        counts = f"({self.found} of {self.read} read, {self.gold} in the file)"
        return f"{name:24} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {counts}"


def sentences(path: Path) -> list[Sentence]:
    """The sentences of a validation file, in its order.

    Raises:
        BadFileError: if it cannot be read or holds none.
    """
    try:
        content = path.read_text("utf-8")
    except OSError as error:
        raise BadFileError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise BadFileError(f"{path}: is no UTF-8 text") from error
    found = list(_parsed(content))
    if not found:
        raise BadFileError(f"{path}: holds no <Sentence> with <Text>: not a PETRARCH validation file")
    return found


def _parsed(content: str) -> Iterator[Sentence]:
    for attributes, inside in _SENTENCE.findall(content):
        text = _TEXT.search(inside)
        if text is None:
            continue
        codings = [dict(_ATTRIBUTE.findall(coding)) for coding in _CODING.findall(inside)]
        yield Sentence(
            " ".join(html.unescape(text[1]).split()),
            _date(dict(_ATTRIBUTE.findall(attributes)).get("date", "")),
            tuple(
                (c.get("sourcecode", "---"), c["eventcode"], c.get("targetcode", "---"))
                for c in codings
                if "eventcode" in c
            ),
        )


def _date(digits: str) -> str | None:
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdigit() else None


def read(sentence: Sentence) -> list[Triple]:
    """The codings read from a sentence's text alone."""
    text = sentence.text
    document = Document(
        document_id(text), "sentence", "text/plain", text, published=sentence.date, parts=(Part(0, len(text), "body"),)
    )
    return [(event.source, event.code, event.target) for event in code_document(document)]


def report(chosen: list[Sentence]) -> str:
    codes, triples, exact, with_silence = Score(), Score(), Score(), Score()
    silent = [0, 0]
    for sentence in chosen:
        got = read(sentence)
        codes.add((c[1][:2] for c in sentence.codings), (c[1][:2] for c in got))
        triples.add(((a, e[:2], b) for a, e, b in sentence.codings), ((a, e[:2], b) for a, e, b in got))
        exact.add(sentence.codings, got)
        quiet = () if sentence.codings else (None,)  # validation.py counts a sentence rightly left alone as found
        with_silence.add(sentence.codings or quiet, got or quiet)
        if not sentence.codings:
            silent[0] += not got
            silent[1] += 1
    lines = [
        codes.line("two-digit codes"),
        triples.line("triples, two digits"),
        exact.line("triples, exact code"),
        with_silence.line("exact, and silence"),
        f"{silent[0]} of {silent[1]} sentences without event left alone",
    ]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Compare CAMEO codings with those of a PETRARCH validation file.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--half", choices=("even", "odd"), help="only sentences at even or odd places, from 0")
    options = parser.parse_args(arguments)
    try:
        chosen = sentences(options.file)
    except BadFileError as error:
        print(f"petrarch.py: {error}", file=sys.stderr)
        return 1
    if options.half:
        chosen = chosen[options.half == "odd" :: 2]
    print(f"{options.file.name}: {len(chosen)} sentences, {sum(len(s.codings) for s in chosen)} codings; text only")
    print(report(chosen))
    print(PUBLISHED)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
