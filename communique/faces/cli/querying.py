"""``communique facts``, ``documents``, ``show`` and ``search``: what a record holds."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from communique.faces.cli import options
from communique.faces.cli.output import json_line, line_writer, note, output_to, reading_json, width_of
from communique.model import dump_line

FACTS_EXAMPLES = (
    "communique facts --type meeting --since 2024-03 --until 2024-06",
    "communique facts --actor Lavrov --limit 20",
    "communique facts --type commitment --json | jq -r '.value.action.text'",
)
DOCUMENTS_EXAMPLES = ("communique documents", "communique documents --json | jq -r .title")
SHOW_EXAMPLES = (
    "communique show 2e93855fa26c5743",
    "communique show 2e93 --format html > document.html",
)
SEARCH_EXAMPLES = ("communique search transport corridors", "communique search '\"transport corridors\" Baku' --json")

DocumentId = Annotated[
    str, typer.Argument(metavar="ID", show_default=False, help="A document's id, or a beginning that only it has.")
]


def facts(
    type: options.FactType = None,
    actor: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            show_default=False,
            help="Only facts in which somebody of this name, or entity id, has a part.",
        ),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    document: Annotated[
        str | None,
        typer.Option(metavar="ID", show_default=False, help="Only facts of this document, by id or beginning of it."),
    ] = None,
    min_confidence: options.MinConfidence = 0.0,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", show_default=False, help="At most so many.")] = None,
    record: options.Record = options.DEFAULT_RECORD,
    json: options.Json = False,
) -> None:
    """List facts by date, each with the words that it stands on.

    A fact without a date counts as of its document's; those without either come last.
    """
    from communique.record import open_record
    from communique.views.table import finding_lines

    write = line_writer(sys.stdout)
    width = width_of(sys.stdout)
    found = 0
    with open_record(record, write=False) as opened:
        found_facts = opened.facts(
            type=type,
            actor=actor,
            since=since,
            until=until,
            document=document,
            min_confidence=min_confidence,
            limit=limit,
        )
        for finding in found_facts:
            if json:
                sys.stdout.write(dump_line(finding.fact) + "\n")
            else:
                if found:
                    write([()])
                write(finding_lines(finding.fact, finding.document, width=width))
            found += 1
    if not found and not json:
        note("No such facts.")


def documents(record: options.Record = options.DEFAULT_RECORD, json: options.Json = False) -> None:
    """List the documents, and say how much the record holds."""
    from communique.record import open_record
    from communique.views.table import HEADING, header_line, summary_lines

    write = line_writer(sys.stdout)
    width = width_of(sys.stdout)
    with open_record(record, write=False) as opened:
        if json:
            for header in opened.documents():
                sys.stdout.write(json_line({"kind": "document", **asdict(header)}))
            return
        write([HEADING])
        write(header_line(header, width=width) for header in opened.documents())
        write(summary_lines(opened.summary(), width=width))


def show(
    id: DocumentId,
    format: Annotated[
        options.Format,
        typer.Option(
            "--format",
            "-f",
            metavar="table|jsonl|html",
            help="A table to read, the record format, or a page with every fact on its words.",
        ),
    ] = "table",
    json: options.AsJsonLines = False,
    output: options.Output = None,
    record: options.Record = options.DEFAULT_RECORD,
) -> None:
    """Show one document and every fact in it."""
    from communique.record import open_record

    with open_record(record, write=False) as opened:
        reading = opened.reading(id)
    with output_to(output) as stream:
        if json or format == "jsonl":
            stream.writelines(reading_json(reading))
        elif format == "html":
            from communique.views.page import page
            from communique.views.summary import document_title

            stream.writelines(page([(reading.document, reading.facts)], title=document_title(reading.document)))
        else:
            from communique.views.table import reading_lines

            line_writer(stream)(reading_lines(reading.document, reading.facts, width=width_of(stream)))


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", show_default=False, help='Words that a document has; "quoted" ones in a row.'),
    ],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many documents.")] = 20,
    record: options.Record = options.DEFAULT_RECORD,
    json: options.Json = False,
) -> None:
    """Find documents by their words, the best first.

    All the words must be there; case, accents and English endings make no difference.
    """
    from communique.record import open_record
    from communique.views.table import hit_lines

    write = line_writer(sys.stdout)
    width = width_of(sys.stdout)
    found = 0
    with open_record(record, write=False) as opened:
        for hit in opened.search(" ".join(words), limit=limit):
            if json:
                sys.stdout.write(json_line({"kind": "hit", **asdict(hit)}))
            else:
                if found:
                    write([()])
                write(hit_lines(hit.document, hit.snippet, hit.passages, width=width))
            found += 1
    if not found and not json:
        note("No such documents.")
