"""Score the program on the documents of all blind rounds and further sets.

    python benchmarks/blind/run.py CORPUS.jsonl.gz [--types] [--names] [--save RUN.jsonl] [--before RUN.jsonl]
                                   [--gold FOLDER]

The gold is kept without the documents' words (round-*.jsonl); CORPUS has them. A round is blind only the first time it
is scored: that figure is added to ``rounds.yaml`` there and then, and from then on printed beside the day's. The sets
of ``further/`` are for writing rules on; their first scores were blind too. ``--save`` keeps what was read now, and
``--before`` tells what has been gained and lost since. ``--gold`` writes each set's gold with its words, to a folder
outside the repository, for ``communique evaluate --misses``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from corpus import ROUNDS, corpus_documents

from communique.evaluation import (
    GoldError,
    Pair,
    Row,
    compare_runs,
    format_comparison,
    format_reliability,
    format_table,
    found_intervals,
    from_standoff,
    gain_interval,
    pair_facts,
    reliability,
    score_pairs,
    score_references,
)
from communique.model import Document, to_json
from communique.reading import understand

Line = dict[str, Any]
FIRST_SCORES = ROUNDS / "rounds.yaml"


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--types", action="store_true", help="each set by type of fact")
    ask.add_argument("--names", action="store_true", help="references that were not resolved")
    ask.add_argument("--save", type=Path, help="write what was read now to this file")
    ask.add_argument("--before", type=Path, help="an earlier --save to compare with")
    ask.add_argument("--gold", type=Path, help="folder to write the sets' gold to, with words")
    args = ask.parse_args()
    files = [*sorted(ROUNDS.glob("round-*.jsonl")), *sorted(ROUNDS.glob("further/*.jsonl"))]
    kept = {path.stem: read_lines(path) for path in files}
    paths = {line["path"] for lines in kept.values() for line in lines if line["kind"] == "document"}
    documents = corpus_documents(args.corpus, paths)
    texts = {path: document.text for path, document in documents.items()}
    try:
        sets = {name: list(from_standoff(lines, texts)) for name, lines in kept.items()}
    except GoldError as error:
        sys.exit(str(error))
    if args.gold:
        args.gold.mkdir(parents=True, exist_ok=True)
        for name, gold in sets.items():
            write_lines(args.gold / f"{name}.jsonl", gold)
    now = read_documents(documents.values())
    if args.save:
        write_lines(args.save, now)
    first = first_scores()
    for name in sorted(sets.keys() - first.keys()):
        record_first_score(name, score_pairs(pair_facts(sets[name], now)).rows["all"])
    first = first_scores()
    print_scores(sets, now, first, args)
    if args.before:
        gold = [line for lines in sets.values() for line in lines]
        print_comparison(pair_facts(gold, read_lines(args.before)), pair_facts(gold, now))


def print_scores(
    sets: dict[str, list[Line]], now: Sequence[Line], first: dict[str, Line], args: argparse.Namespace
) -> None:
    header = ("set", "documents", "facts", "blind", "now", "95 %", "precision", "recall", "whole", "names")
    print(f"{header[0]:14}{header[1]:>10}{header[2]:>7}{header[3]:>8}{header[4]:>8}{header[5]:>15}", end="")
    print("".join(f"{title:>10}" for title in header[6:]))
    every: list[Pair] = []
    tables = []
    for name, gold in sets.items():
        pairs = pair_facts(gold, now)
        every += pairs
        print(set_line(name, pairs, first.get(name)))
        tables.append(f"{name}\n{format_table(score_pairs(pairs))}")
    print(set_line("all", every, None))
    if args.types:
        print("", *tables, sep="\n\n")
    print(f"\nConfidence\n{format_reliability(reliability(every))}")
    if args.names:
        print("\nReferences that were read otherwise")
        for mention, name, instead in score_references(every).missed:
            print(f"  {' '.join(mention.split())}: {name}, not {instead or 'anybody'}")


def set_line(title: str, pairs: Sequence[Pair], first: Line | None) -> str:
    row: Row = score_pairs(pairs).rows["all"]
    bounds = found_intervals(pairs)["all"]
    interval = f"{bounds.low:.3f}-{bounds.high:.3f}"
    blind = f"{first['found']:.3f}" if first else "-"
    figures = (row.precision, row.recall, row.whole, score_references(pairs).names)
    start = f"{title:14}{len(pairs):>10}{row.gold:>7}{blind:>8}{row.found:>8.3f}{interval:>15}"
    return start + "".join(f"{figure:>10.3f}" for figure in figures)


def print_comparison(before: Sequence[Pair], after: Sequence[Pair]) -> None:
    gain = gain_interval(before, after)
    print(f"\nSince then: found {gain.value:+.3f} ({gain.low:+.3f} to {gain.high:+.3f})")
    print(format_comparison(compare_runs(before, after)))


def first_scores() -> dict[str, Line]:
    """What each set reached when it was scored for the first time."""
    scores: dict[str, Line] = yaml.safe_load(FIRST_SCORES.read_text(encoding="utf-8"))["first"]
    return scores


def record_first_score(name: str, row: Row) -> None:
    """Add the figures of a set that was scored for the first time."""
    figures = ", ".join(f"{score}: {getattr(row, score):.3f}" for score in ("found", "precision", "recall", "whole"))
    with FIRST_SCORES.open("a", encoding="utf-8") as file:
        file.write(f"  {name}: {{scored: {date.today()}, revision: {revision()}, {figures}}}\n")


def revision() -> str:
    """The commit that is scored, with a plus sign where files were changed since; "unknown" outside a clone."""
    try:
        git = ["git", "-C", str(ROUNDS)]
        head = subprocess.run([*git, "rev-parse", "--short=7", "HEAD"], capture_output=True, text=True, check=True)
        changed = subprocess.run([*git, "diff", "--quiet", "HEAD", "--", "../../communique"], check=False).returncode
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return f'"{head.stdout.strip()}{"+" if changed else ""}"'


def read_documents(documents: Iterable[Document]) -> list[Line]:
    """Each document and its facts as decoded lines of the record format."""
    lines = []
    for document in documents:
        reading = understand(document)
        lines.append(to_json(reading.document))
        lines += map(to_json, reading.facts)
    return lines


def read_lines(path: Path) -> list[Line]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        sys.exit(f"{path}: {error}")


def write_lines(path: Path, lines: Iterable[Line]) -> None:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
