"""The tables of journeys and visits that the benchmarks compare with, and the gold kept beside them."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any


def read_table(path: Path, columns: Collection[str]) -> list[dict[str, str]]:
    """The rows of a CSV file that has at least these columns; ends the program with one line where it is none."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            table = csv.DictReader(lines, strict=True)
            missing = [name for name in columns if name not in (table.fieldnames or ())]
            if missing:
                sys.exit(f"{path}: has no column {', '.join(missing)}")
            rows = list(table)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        sys.exit(f"{path}: is not a readable CSV file: {error}")
    for number, row in enumerate(rows, 2):
        if any(row[name] is None for name in columns):
            sys.exit(f"{path}: row {number} is cut short")
    if not rows:
        sys.exit(f"{path}: has no rows")
    return rows


def read_kept(path: Path) -> list[dict[str, Any]]:
    """The lines of a gold or verdict file of ours."""
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        sys.exit(f"{path}: is not a readable file of JSON Lines: {error}")


def f1(found: int, gold: int, read: int) -> float:
    return 2 * found / (gold + read) if gold + read else 0.0


def share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.3f})" if whole else "0 of 0"
