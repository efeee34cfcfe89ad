"""What compiling brings: Communique as it stands here beside a compiled wheel of it, in one run on the same documents.

    make compiled                                         # builds the wheel, unpacks it into build/compiled, runs this
    python benchmarks/compiled.py build/compiled [CORPUS.jsonl.gz] [--documents 400] [--seed 0]

Each reads every document three times, in a process of its own, with one worker; its fastest time counts. Printed are
words a second and, for single documents of 1,000 words or more, the seconds for each 100,000 words. Both must find the
same facts: if they do not, the exit code is 1. Without a corpus the repository's own documents are read.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from speed import SAMPLES, corpus_texts, draw

ROOT = Path(__file__).parent.parent
OURS = (SAMPLES, ROOT / "tests/gold/texts")
READINGS = 3
LONG = 1000  # words


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("compiled", type=Path, help="folder into which the compiled wheel was installed")
    ask.add_argument("corpus", nargs="?", type=Path)
    ask.add_argument("--documents", type=int, default=400, help="how many documents, drawn at random (default 400)")
    ask.add_argument("--seed", type=int, default=0, help="of the draw (default 0)")
    ask.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    args = ask.parse_args()
    if args.measure:
        print(json.dumps(measure(args.corpus)))
        return
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder) / "documents.jsonl"
        items = draw(args.corpus, args.documents, args.seed) if args.corpus else own_texts()
        drawn.write_text("\n".join(map(json.dumps, items)), encoding="utf-8")
        digests = [run(title, place, drawn) for title, place in (("as it stands", ROOT), ("compiled", args.compiled))]
    if len(set(digests)) > 1:
        sys.exit("The compiled one finds other facts.")
    print("Both find the same facts.")


def own_texts() -> list[dict[str, str]]:
    """The repository's documents in plain text."""
    texts = [path for folder in OURS for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".md")]
    return [{"path": path.name, "text": path.read_text(encoding="utf-8")} for path in texts]


def run(title: str, place: Path, drawn: Path) -> str:
    """Measure the package that lies in a folder, print its line, and return the digest of what it found."""
    command = [sys.executable, __file__, str(place), str(drawn), "--measure"]
    environment = {**os.environ, "PYTHONPATH": str(place.resolve())}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment)
    row = json.loads(done.stdout)
    if not Path(row["package"]).is_relative_to(place.resolve()):
        sys.exit(f"{place}: has no package communique; {row['package']} was read with")
    rates = sorted(row["rates"])
    print(
        f"{title}: {row['words'] / row['seconds']:,.0f} words/s over {row['documents']} documents, {row['facts']} facts"
    )
    if rates:
        median, most = rates[len(rates) // 2], rates[len(rates) * 9 // 10]
        print(
            f"  seconds for each 100,000 words, of {len(rates)} documents of {LONG:,} words or more: "
            f"median {median:.2f}, nine in ten under {most:.2f}, slowest {rates[-1]:.2f}",
            flush=True,
        )
    digest: str = row["digest"]
    return digest


def measure(drawn: Path) -> dict[str, Any]:
    """Times, and a digest of all facts."""
    import communique
    from communique.model import to_json
    from communique.readers import Source
    from communique.reading import Reading, read_source

    digest = hashlib.sha256()
    rates, seconds, words, facts, count = [], 0.0, 0, 0, 0
    for item in corpus_texts(drawn):
        source = Source(item["path"], item["text"].encode())
        fastest = float("inf")
        for _ in range(READINGS):
            start = time.perf_counter()
            readings = list(read_source(source))
            fastest = min(fastest, time.perf_counter() - start)
        for reading in readings:
            if isinstance(reading, Reading):
                facts += len(reading.facts)
                for fact in reading.facts:
                    digest.update(json.dumps(to_json(fact), sort_keys=True).encode())
        length = len(item["text"].split())
        seconds, words, count = seconds + fastest, words + length, count + 1
        if length >= LONG:
            rates.append(fastest / length * 100_000)
    return {
        "package": str(Path(communique.__file__).resolve()),
        "rates": rates,
        "seconds": seconds,
        "words": words,
        "facts": facts,
        "documents": count,
        "digest": digest.hexdigest(),
    }


if __name__ == "__main__":
    main()
