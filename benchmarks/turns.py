"""Whether the turns of press briefings are told apart, and who speaks in each.

    python benchmarks/turns.py CORPUS.jsonl.gz [--misses 20]

CORPUS is JSON Lines with ``path`` and ``text``; the documents under press-briefings/ are Markdown transcripts in which
a turn opens with its speaker's label in capitals ("MS. PSAKI:") or with "Q". The truth is those labels, found by a
pattern of this benchmark's own. Every briefing is then read as plain text without front matter and without the labels'
mark-up, in three ways:

- ``plain``: no emphasis or escapes, and single spaces after labels;
- ``spread``: the same, with a blank line after every line break that ends a paragraph;
- ``lower``: labels as names are written ("Ms. Psaki:").

A turn is right when a turn begins at its label and has its speaker. F1 over turns, and over boundaries alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.readers import ReadError, Source, documents

FOLDER = "press-briefings/"
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
#: A label at the beginning of a paragraph: capitals with a courtesy, an office or a name before a colon, or Q.
_LABEL = re.compile(
    r"\s*(?:(?P<q>Q)(?=\s|:)|(?P<name>[A-ZÀ-Þ][A-ZÀ-Þa-z.'’\-\xa0 ]{1,45}?)\s*(?:\([^)\n]{1,40}\))?:)\s*"
)
_MARKS = re.compile(r"\\(?=[\W_])|(?<!\w)[*_]+|[*_]+(?!\w)|</?[a-z]{1,6}>")
_BREAK = re.compile(r" {2,}\n|\n[ \xa0]*\n")


@dataclass(frozen=True, slots=True)
class Transcript:
    """A briefing's paragraphs without mark-up, each with the label that opens a turn there, if one does."""

    path: str
    paragraphs: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Turns: in truth, read, with the right boundary, and with the right speaker too."""

    truth: int = 0
    read: int = 0
    boundaries: int = 0
    turns: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.truth + other.truth,
            self.read + other.read,
            self.boundaries + other.boundaries,
            self.turns + other.turns,
        )


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--misses", type=int, default=0, help="show so many turns that were not read right")
    args = ask.parse_args()
    found = [transcript(path, text) for path, text in briefings(args.corpus)]
    if not found:
        sys.exit(f"{args.corpus}: has no documents under {FOLDER}")
    print(f"{len(found)} briefings")
    print(f"{'':8}{'turns':>8}{'read':>8}{'precision':>11}{'recall':>8}{'F1':>8}{'boundaries':>12}")
    for way in ("plain", "spread", "lower"):
        began = time.perf_counter()
        total = Tally()
        missed: list[str] = []
        for item in found:
            tally, wrong = judge(item, way)
            total += tally
            missed += wrong
        precision, recall = total.turns / max(total.read, 1), total.turns / max(total.truth, 1)
        print(
            f"{way:8}{total.truth:>8}{total.read:>8}{precision:>11.4f}{recall:>8.4f}"
            f"{f1(total.turns, total):>8.4f}{f1(total.boundaries, total):>12.4f}   {time.perf_counter() - began:.1f} s"
        )
        for line in missed[: args.misses]:
            print(f"  {line}")


def f1(right: int, tally: Tally) -> float:
    return 2 * right / (tally.truth + tally.read) if tally.truth + tally.read else 1.0


def briefings(corpus: Path) -> Iterator[tuple[str, str]]:
    """Path and text of every press briefing."""
    opened = gzip.open if corpus.suffix == ".gz" else open
    try:
        with opened(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["path"].startswith(FOLDER):
                    yield row["path"], row["text"]
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"{corpus}: is not a corpus of lines with path and text: {type(error).__name__}: {error}")


def transcript(path: str, text: str) -> Transcript:
    """The paragraphs of a briefing and their labels."""
    body = _FRONT_MATTER.sub("", text)
    pieces = [piece for part in _BREAK.split(body) if (piece := _MARKS.sub("", part)).strip()]
    labels = Counter(label for piece in pieces if (label := label_of(piece)[0]))
    paragraphs = []
    for piece in pieces:
        label, words = label_of(piece)
        if label and not is_label(label, labels):
            label, words = None, piece
        paragraphs.append((label, " ".join(words.split())))
    return Transcript(path, tuple(paragraphs))


def label_of(paragraph: str) -> tuple[str | None, str]:
    """The label that may open a paragraph, and what follows it."""
    match = _LABEL.match(paragraph)
    if not match:
        return None, paragraph
    name = "Q" if match["q"] else " ".join(match["name"].split())
    return name, paragraph[match.end() :]


def is_label(label: str, labels: Counter[str]) -> bool:
    """Capitals throughout but for the letters of a Mc; a word alone counts where it comes back."""
    capitals = label.replace("Mc", "MC").replace("Mac", "MAC")
    return label == "Q" or (capitals == capitals.upper() and (" " in label or labels[label] > 1))


def judge(item: Transcript, way: str) -> tuple[Tally, list[str]]:
    """Score one briefing, read in one of the ways."""
    text, truth = written(item, way)
    read: dict[int, str] = {}
    for document in documents(Source("briefing.txt", text.encode())):
        if isinstance(document, ReadError):
            sys.exit(f"{item.path}: {document}")
        if document.text != text:
            sys.exit(f"{item.path}: is not read as it was written")
        for part in document.parts:
            if part.speaker and part.speaker.start is not None and part.role in ("turn", "question", "answer"):
                read[part.speaker.start] = str(part.speaker.text)
    boundaries = truth.keys() & read.keys()
    right = {start for start in boundaries if plain(truth[start]) == plain(read[start])}
    wrong = [
        f"{item.path} {start}: {truth.get(start)!r} read as {read.get(start)!r}: {text[start : start + 60]!r}"
        for start in sorted(truth.keys() | read.keys())
        if start not in right
    ]
    return Tally(len(truth), len(read), len(boundaries), len(right)), wrong


def written(item: Transcript, way: str) -> tuple[str, dict[int, str]]:
    """The text to read, and where in it each turn's label begins."""
    truth: dict[int, str] = {}
    pieces: list[str] = []
    at = 0
    for label, words in item.paragraphs:
        piece = words
        if label:
            shown = as_name(label) if way == "lower" else label
            truth[at] = shown
            piece = f"{shown}{'' if label == 'Q' else ':'} {words}".rstrip()
        piece += "\n\n" if way != "plain" else "\n"
        pieces.append(piece)
        at += len(piece)
    return "".join(pieces), truth


def as_name(label: str) -> str:
    """A label in capitals as a name is written."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0][0] + word[0][1:].lower(), label)


def plain(label: str) -> str:
    return "".join(filter(str.isalnum, label.casefold()))


if __name__ == "__main__":
    main()
