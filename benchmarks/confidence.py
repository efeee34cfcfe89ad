"""Fit the points of communique/facts/confidence.yaml to facts that were judged against gold.

    python benchmarks/confidence.py GOLD ... [--fitted GOLD ...] [--write]

Each GOLD is a gold record with the documents' texts, or a folder of texts and annotations such as tests/gold:
documents that few rules or none were written on. Those after --fitted are gold that rules were fitted to, where facts
are right more often than they will be elsewhere: they help to tell what counts, but whether a document is one of them
is a point of its own, which is left out of what is written.

A logistic regression with a quadratic penalty (Hosmer and Lemeshow, Applied Logistic Regression, 2000), by Newton's
method. Printed are the expected calibration error and the precision above .8 and .9 of ten-fold cross-validation by
documents, over the documents that are not fitted.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from communique.evaluation import compile_annotations, pair_facts
from communique.facts import confidence as points
from communique.facts import finish
from communique.model import Document, to_json
from communique.readers import Source, documents
from communique.reading import understand

FILE = Path(points.__file__).with_suffix(".yaml")
PENALTY = 2.0
FOLDS = 10
#: A row that fewer facts have says nothing of its own.
FEWEST = 8
FITTED = "fitted"
Case = tuple[frozenset[str], bool, str]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path, nargs="+")
    ask.add_argument("--fitted", type=Path, nargs="*", default=[])
    ask.add_argument("--write", action="store_true", help=f"write {FILE.name}")
    args = ask.parse_args()
    cases = [case for path in args.gold for case in judged(path, fitted=False)]
    cases += [case for path in args.fitted for case in judged(path, fitted=True)]
    kept = {name for name, count in Counter(n for names, _, _ in cases for n in names).items() if count >= FEWEST}
    cases = [(names & kept, right, document) for names, right, document in cases]
    report(cross_validated(cases))
    weights = fit(cases)
    if args.write:
        lines = [f"{json.dumps(name)}: {weight:.2f}" for name, weight in sorted(weights.items()) if name != FITTED]
        FILE.write_text(
            "# Points for and against a fact, in log odds; written by benchmarks/confidence.py.\n"
            + "\n".join(lines)
            + "\n"
        )
        print(f"{FILE}: {len(lines)} rows")


def judged(path: Path, *, fitted: bool) -> Iterator[Case]:
    """Every fact read in the gold's documents: what counts for it, whether gold has it, and its document."""
    gold = gold_lines(path)
    seen: dict[str, frozenset[str]] = {}
    written = finish.confidence

    def noticed(draft: Any, document: Document) -> float:
        # The number itself tells which draft a fact was made from
        number = len(seen) / 1e6
        seen[f"{number:.6f}"] = frozenset(points.features(draft, document)) | ({FITTED} if fitted else set())
        return number

    lines: list[dict[str, Any]] = []
    read: dict[str, dict[int, frozenset[str]]] = {}
    finish.confidence = noticed
    try:
        for line in gold:
            if line["kind"] == "document":
                for document in texts(line, path):
                    if document.id != line["id"]:
                        continue
                    reading = understand(document)
                    lines.append(to_json(reading.document))
                    lines += map(to_json, reading.facts)
                    read[document.id] = {n: seen[f"{f.confidence:.6f}"] for n, f in enumerate(reading.facts)}
    finally:
        finish.confidence = written
    for pair in pair_facts(gold, lines):
        right = set(pair.partner.values())
        for n, names in read.get(pair.document, {}).items():
            yield names, n in right, pair.document


def gold_lines(path: Path) -> list[dict[str, Any]]:
    """The gold of a JSON Lines file, or of a folder's annotations."""
    if path.is_dir():
        return list(compile_annotations(sorted((path / "annotations").glob("*.json")), texts=path))
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def texts(line: dict[str, Any], path: Path) -> Iterator[Document]:
    """The documents of a gold line's source, which lies beside the gold, or its own text."""
    places = [folder / line["source"] for folder in (path, path.parent, path.parent / path.stem)]
    place = next((p for p in places if p.is_file()), None)
    if place is None and not line.get("text"):
        sys.exit(f"{path}: {line['source']} is not there, and the line has no text")
    data = place.read_bytes() if place else line["text"].encode("utf-8", "replace")
    for document in documents(Source(str(place or line["source"]), data, None if place else line.get("media_type"))):
        if isinstance(document, Document):
            yield document


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Weights by feature, and ``base``."""
    names = ["base", *sorted({name for case in cases for name in case[0]})]
    index = {name: n for n, name in enumerate(names)}
    rows = [[0, *(index[name] for name in case[0])] for case in cases]
    weights = [0.0] * len(names)
    for _ in range(25):
        gradient = [-PENALTY * w for w in weights]
        gradient[0] = 0.0
        hessian = [[0.0] * len(names) for _ in names]
        for n in range(1, len(names)):
            hessian[n][n] = PENALTY
        hessian[0][0] = 1e-6
        for row, (_, right, _) in zip(rows, cases, strict=True):
            chance = 1 / (1 + math.exp(-sum(weights[n] for n in row)))
            spread = chance * (1 - chance)
            for n in row:
                gradient[n] += right - chance
                for m in row:
                    hessian[n][m] += spread
        step = solve(hessian, gradient)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-4:
            break
    return dict(zip(names, weights, strict=True))


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The solution of a system with a symmetric positive definite matrix, by Gaussian elimination."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for n in range(size):
        pivot = rows[n][n]
        for m in range(n + 1, size):
            if factor := rows[m][n] / pivot:
                for k in range(n, size + 1):
                    rows[m][k] -= factor * rows[n][k]
    solution = [0.0] * size
    for n in reversed(range(size)):
        known = sum(rows[n][k] * solution[k] for k in range(n + 1, size))
        solution[n] = (rows[n][size] - known) / rows[n][n]
    return solution


def cross_validated(cases: Sequence[Case]) -> list[tuple[float, bool]]:
    """Chance and truth of every case that is not fitted, each told by a fit to the documents of other folds."""
    names = sorted({document for features, _, document in cases if FITTED not in features})
    random.Random(0).shuffle(names)
    folds = {document: n % FOLDS for n, document in enumerate(names)}
    told = []
    for fold in range(FOLDS):
        weights = fit([case for case in cases if folds.get(case[2]) != fold])
        for features, right, document in cases:
            if folds.get(document) == fold and FITTED not in features:
                total = weights["base"] + sum(weights.get(name, 0.0) for name in features)
                chance = max(points.LOWEST, min(points.HIGHEST, 1 / (1 + math.exp(-total))))
                told.append((chance, right))
    return told


def report(told: Sequence[tuple[float, bool]]) -> None:
    error = 0.0
    print(f"{len(told)} facts\n{'confidence':12}{'facts':>7}{'average':>9}{'precision':>11}")
    for low in range(10):
        bin_ = [(c, r) for c, r in told if low <= min(c * 10, 9.999) < low + 1]
        if bin_:
            average, precision = (sum(x) / len(bin_) for x in zip(*bin_, strict=True))
            error += len(bin_) / len(told) * abs(average - precision)
            print(f".{low}{'':10}{len(bin_):>7}{average:>9.3f}{precision:>11.3f}")
    print(f"expected calibration error {error:.3f}")
    for least in (0.8, 0.85, 0.9):
        above = [right for chance, right in told if chance >= least]
        print(f"at least {least}: {len(above)} facts, precision {sum(above) / max(len(above), 1):.3f}")


if __name__ == "__main__":
    main()
