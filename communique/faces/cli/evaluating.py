"""``communique evaluate``: how good what is read is, against documents annotated by hand."""

from __future__ import annotations

import json as json_module
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.faces.cli.output import complain, json_line, output_to
from communique.views.summary import one_line

if TYPE_CHECKING:
    from communique.evaluation import Report
    from communique.readers import ReadError, Source

EXAMPLES = (
    "communique evaluate gold.jsonl",
    "communique read texts/ --format jsonl > predicted.jsonl && communique evaluate gold.jsonl predicted.jsonl",
    "communique evaluate gold.jsonl --misses",
    "communique evaluate gold.jsonl --confusion --html misses.html",
    "communique evaluate gold.jsonl --save before.jsonl",
    "communique evaluate gold.jsonl --before before.jsonl",
)
Line = dict[str, Any]


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            exists=True,
            dir_okay=False,
            show_default=False,
            help="The record as it should be: GOLD.jsonl in the record format, or ANNOTATION.json made by hand.",
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
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", show_default=False, help="Write a page that shows the same in context, to look through."
        ),
    ] = None,
    confusion: Annotated[
        bool, typer.Option("--confusion", help="Also count what was read in the place of facts that were missed.")
    ] = False,
    save: Annotated[
        Path | None,
        typer.Option(metavar="FILE", show_default=False, help="Keep what was read, for a later --before."),
    ] = None,
    before: Annotated[
        Path | None,
        typer.Option(
            metavar="RUN.jsonl",
            exists=True,
            dir_okay=False,
            show_default=False,
            help="An earlier reading of the same documents: tell what has been gained and lost since.",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Score what is read against documents annotated by hand.

    A fact is found when its type, its words and those who identify it are right; whole when realis, time and
    attribution are right too. The interval is of found F1, with the documents drawn again and again.

    Without PREDICTED.jsonl the documents are read now: from the path that a document's "source" gives, seen from the
    gold file's folder or from a folder beside it that has its name (gold/dev.jsonl, gold/dev/), or from its "text".
    """
    from communique.evaluation import (
        compare_runs,
        format_comparison,
        format_confusion,
        format_table,
        found_intervals,
        gain_interval,
        pair_facts,
        score_pairs,
    )
    from communique.evaluation import confusion as confused

    gold_lines = list(_annotated(gold) if gold.suffix == ".json" else _lines(gold))
    problems: list[ReadError] = []
    judged = list(_lines(predicted) if predicted else _read_again(gold_lines, gold, problems))
    pairs = pair_facts(gold_lines, judged)
    report, intervals = score_pairs(pairs), found_intervals(pairs)
    for problem in problems:
        complain(problem)
    if save:
        with output_to(save) as stream:
            stream.writelines(map(json_line, judged))
    if html:
        from communique.evaluation import score_page

        names = {line["id"]: str(line.get("source") or line["id"]) for line in gold_lines if line["kind"] == "document"}
        with output_to(html) as stream:
            stream.writelines(score_page(pairs, report, interval=intervals.get("all"), title=gold.name, names=names))
    earlier = pair_facts(gold_lines, _lines(before)) if before else None
    if json:
        data = asdict(report)
        shown = data if misses else {key: data[key] for key in ("rows", "unread")}
        shown["intervals"] = {kind: asdict(interval) for kind, interval in intervals.items()}
        if confusion:
            shown["confusion"] = confused(pairs)
        if earlier:
            shown["compared"] = asdict(compare_runs(earlier, pairs))
        sys.stdout.write(json_line(shown))
    else:
        print(format_table(report))
        if "all" in intervals:
            print(f"\nfound, 95 %: {intervals['all'].low:.3f} to {intervals['all'].high:.3f}")
        if confusion:
            print(f"\n{format_confusion(confused(pairs))}")
        if misses:
            _print_misses(report)
        if earlier:
            gain = gain_interval(earlier, pairs)
            print(f"\nfound {gain.value:+.3f}, 95 %: {gain.low:+.3f} to {gain.high:+.3f}")
            print(format_comparison(compare_runs(earlier, pairs)))
    for document in report.unread:
        complain(f"{gold}: document {document} was not read")
    if report.unread or problems:
        raise typer.Exit(1)


def _annotated(path: Path) -> Iterator[Line]:
    """The gold of one annotation; the path of its text is seen from here, or from a folder that the annotation is in.

    Raises:
        GoldError: if it does not fit its text.
    """
    from communique.evaluation import compile_annotations

    try:
        name = str(json_module.loads(path.read_bytes())["source"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        name = ""  # what is wrong with it is told below
    texts = next((f for f in (Path.cwd(), *path.absolute().parents) if name and (f / name).is_file()), Path.cwd())
    for line in compile_annotations([path], texts=texts):
        yield line | {"source": str(texts / name)} if line["kind"] == "document" else line


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
