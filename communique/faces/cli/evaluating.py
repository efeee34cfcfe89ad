"""``communique evaluate``: how good what is read is, against documents annotated by hand."""

from __future__ import annotations

import json as json_module
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.faces.cli.output import complain, json_line
from communique.views.summary import one_line

if TYPE_CHECKING:
    from communique.evaluation import Report
    from communique.readers import ReadError, Source

EXAMPLES = (
    "communique evaluate gold.jsonl",
    "communique read texts/ --format jsonl > predicted.jsonl && communique evaluate gold.jsonl predicted.jsonl",
    "communique evaluate gold.jsonl --misses",
)
Line = dict[str, Any]


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD.jsonl",
            exists=True,
            dir_okay=False,
            show_default=False,
            help="The record as it should be, in the record format.",
        ),
    ],
    predicted: Annotated[
        Path | None,
        typer.Argument(
            metavar="PREDICTED.jsonl",
            exists=True,
            dir_okay=False,
            show_default=False,
            help="The record to judge; without it, the documents of the gold file are read now.",
        ),
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="Also list the facts that were missed, invented or read differently.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Score what is read against documents annotated by hand.

    Without PREDICTED.jsonl the documents are read now: from the path that a document's "source" gives, seen from the
    gold file's folder or from a folder beside it that has its name (gold/dev.jsonl, gold/dev/), or from its "text".
    """
    from communique.evaluation import format_table, score

    gold_lines = list(_lines(gold))
    problems: list[ReadError] = []
    judged = _lines(predicted) if predicted else _read_again(gold_lines, gold, problems)
    report = score(gold_lines, judged)
    for problem in problems:
        complain(problem)
    if json:
        data = asdict(report)
        sys.stdout.write(json_line(data if misses else {key: data[key] for key in ("rows", "unread")}))
    else:
        print(format_table(report))
        if misses:
            _print_misses(report)
    for document in report.unread:
        complain(f"{gold}: document {document} was not read")
    if report.unread or problems:
        raise typer.Exit(1)


def _lines(path: Path) -> Iterator[Line]:
    """The decoded lines of a file in the record format.

    Raises:
        ReadError: if it cannot be read or is not in the format.
    """
    from communique.readers import ReadError
    from communique.readers.formats import os_reason

    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.isspace():
                    continue
                try:
                    decoded = json_module.loads(line)
                except (ValueError, RecursionError) as error:
                    raise ReadError(f"{path}:{number}", "is not JSON") from error
                missing = _missing(decoded)
                if missing:
                    raise ReadError(f"{path}:{number}", f"is not a line of the record format: {missing}")
                yield decoded
    except OSError as error:
        raise ReadError(str(path), os_reason(error)) from error


def _missing(line: Any) -> str | None:
    """What a line lacks that the scores are made from."""
    if not isinstance(line, dict):
        return "it is not an object"
    needed = {"document": ("id",), "fact": ("document", "type", "realis", "roles", "evidence")}.get(
        str(line.get("kind")), ("kind",)
    )
    lacking = [field for field in needed if field not in line]
    return f"it has no {', '.join(lacking)}" if lacking else None


def _read_again(gold_lines: list[Line], gold: Path, problems: list[ReadError]) -> Iterator[Line]:
    """The documents of a gold file as they are read now, in decoded lines."""
    from communique.model import to_json
    from communique.readers import ReadError, documents
    from communique.reading import understand

    by_source: dict[str, dict[str, Line]] = {}
    for line in gold_lines:
        if line["kind"] == "document":
            by_source.setdefault(str(line.get("source")), {})[line["id"]] = line
    for name, wanted in by_source.items():
        for source in _sources(name, wanted, gold):
            if isinstance(source, ReadError):
                problems.append(source)
                continue
            for document in documents(source):
                if isinstance(document, ReadError):
                    problems.append(document)
                elif wanted.pop(document.id, None):
                    reading = understand(document)
                    yield to_json(reading.document)
                    yield from map(to_json, reading.facts)


def _sources(name: str, wanted: dict[str, Line], gold: Path) -> Iterator[Source | ReadError]:
    """The file, if there is one, then the texts of those lines that it did not have."""
    from communique.readers import ReadError, Source, source_of

    places = (gold.parent / name, gold.parent / gold.stem / name)
    path = next((place for place in places if place.is_file()), None)
    if path is not None:
        try:
            yield source_of(path)
        except ReadError as error:
            yield error
    for line in list(wanted.values()):
        if line.get("text"):
            yield Source(name, str(line["text"]).encode("utf-8", "replace"), line.get("media_type"))
        elif path is None:
            yield ReadError(f"{gold}: {name}", "is not there, and the line has no text")


def _print_misses(report: Report) -> None:
    for heading, unmatched in (("Missed", report.misses), ("Not in gold", report.extras)):
        print(f"\n{heading}: {len(unmatched)}")
        for fact in unmatched:
            print(f"  {fact.document} {fact.type}: {one_line(fact.evidence)}\n    {one_line(fact.context)}")
    print(f"\nRead differently: {len(report.differences)}")
    for difference in report.differences:
        print(f"  {difference.document} {difference.type}: {one_line(difference.evidence)}")
        print(f"    {difference.field}: {one_line(difference.predicted)}, should be {one_line(difference.gold)}")
