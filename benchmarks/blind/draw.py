"""Draw the documents of one blind round, for a person to annotate before any program has read them.

    python benchmarks/blind/draw.py CORPUS.jsonl.gz --gold ../shared/gold/dev.jsonl --round 3 --to FOLDER

Documents of at most 1,500 words that the development gold does not have are shuffled by the recorded seed; round n
takes the n-th twenty. Writes FOLDER/texts/NN.md and FOLDER/paths.json, the documents' paths in the corpus. FOLDER lies
outside the repository, which keeps no words of the corpus. Annotations go to FOLDER/annotations/NN.json, in the form
that ``communique.evaluation.gold`` describes; ``keep.py`` then takes the words out.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from corpus import corpus_rows

SEED = 20261124
DOCUMENTS = 20
WORDS = 1500
#: File names are compared up to here, since some copies of a document have theirs cut short.
NAME_CHARACTERS = 60


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--gold", type=Path, required=True, help="development gold, whose documents are not drawn")
    ask.add_argument("--round", type=int, required=True, help="1, 2, ...")
    ask.add_argument("--to", type=Path, required=True, help="folder to write, which must not hold texts yet")
    args = ask.parse_args()
    drawn = draw(corpus_rows(args.corpus), known_names(args.gold), args.round)
    texts = args.to / "texts"
    if texts.exists():
        sys.exit(f"{texts}: is there already")
    texts.mkdir(parents=True)
    for number, (_, text) in enumerate(drawn):
        (texts / f"{number:02}.md").write_bytes(text.encode("utf-8", "replace"))
    (args.to / "paths.json").write_text(json.dumps([path for path, _ in drawn], indent=1) + "\n", encoding="utf-8")
    print(f"{len(drawn)} documents in {texts}")


def draw(rows: Iterable[tuple[str, str]], known: set[str], number: int) -> list[tuple[str, str]]:
    """The documents of round ``number``: path and text."""
    rows = [row for row in rows if not is_known(row[0], known) and len(row[1].split()) <= WORDS]
    random.Random(SEED).shuffle(rows)
    return rows[(number - 1) * DOCUMENTS : number * DOCUMENTS]


def known_names(gold: Path) -> set[str]:
    """File names of the documents of a gold file."""
    lines = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    return {PurePosixPath(line["source"]).name for line in lines if line["kind"] == "document"}


def is_known(path: str, known: set[str]) -> bool:
    name = PurePosixPath(path).name
    return name in known or any(name.startswith(other[:NAME_CHARACTERS]) for other in known)


if __name__ == "__main__":
    main()
