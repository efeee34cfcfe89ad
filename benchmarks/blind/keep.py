"""Keep the annotations of a blind round as stand-off gold, without the documents' words.

    python benchmarks/blind/keep.py CORPUS.jsonl.gz FOLDER --round 3 [--sealed]

FOLDER is what ``draw.py`` wrote, with annotations/*.json added. Writes round-3.jsonl beside this file. Run ``run.py``
next, before any rule is written on these documents: the first score is the blind one. With --sealed it goes into
sealed/, where nothing scores it, to be moved here when its time has come.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from corpus import corpus_documents, corpus_rows, round_file

from communique.evaluation import GoldError, compile_annotations, to_standoff


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--round", type=int, required=True, help="1, 2, ...")
    ask.add_argument("--sealed", action="store_true", help="keep it for later, unscored")
    args = ask.parse_args()
    annotations = sorted((args.folder / "annotations").glob("*.json"))
    texts = {path.read_bytes() for path in (args.folder / "texts").iterdir()}
    if len(annotations) != len(texts):
        sys.exit(f"{args.folder}: has {len(annotations)} annotations of {len(texts)} texts")
    try:
        gold = list(compile_annotations(annotations, texts=args.folder))
        kept = list(to_standoff(gold, texts_of(args.corpus, texts)))
    except GoldError as error:
        sys.exit(str(error))
    target = round_file(args.round)
    if args.sealed:
        target = target.parent / "sealed" / target.name
        target.parent.mkdir(exist_ok=True)
    target.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in kept), encoding="utf-8")
    facts = sum(line["kind"] == "fact" for line in kept)
    print(f"{target}: {len(kept) - facts} documents, {facts} facts")


def texts_of(corpus: Path, wanted: set[bytes]) -> dict[str, str]:
    """Path to text, as the readers extract it, of those documents of the corpus that have the texts wanted."""
    paths = {path for path, text in corpus_rows(corpus) if text.encode("utf-8", "replace") in wanted}
    return {path: document.text for path, document in corpus_documents(corpus, paths).items()}


if __name__ == "__main__":
    main()
