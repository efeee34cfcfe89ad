"""``communique read``: what documents say, printed and not kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Annotated

import typer

from communique.faces.cli import options
from communique.faces.cli.output import line_writer, output_to, reading_json, width_of
from communique.faces.cli.progress import Progress, wanted
from communique.views.summary import document_title

if TYPE_CHECKING:
    from communique.reading import Reading

EXAMPLES = (
    "communique read statement.html",
    "communique read statements/ --format jsonl > statements.jsonl",
    "communique read statement.pdf --format html -o statement-read.html",
    "curl -s https://example.org/statement | communique read - --published 2024-05-03",
)


def read(
    inputs: options.Inputs,
    format: Annotated[
        options.Format,
        typer.Option(
            "--format",
            "-f",
            metavar="table|jsonl|html",
            help="A table to read, the record format, or one page with every fact on its words.",
        ),
    ] = "table",
    json: options.AsJsonLines = False,
    published: options.Published = None,
    publisher: options.Publisher = None,
    language: options.Language = None,
    min_confidence: options.MinConfidence = 0.0,
    output: options.Output = None,
    quiet: options.Quiet = False,
    progress: options.Progress = None,
) -> None:
    """Print what documents say; store nothing.

    Reads plain text, Markdown, HTML, PDF, DOCX, e-mail, TEI-XML and JSON Lines, gzipped or not.
    """
    from communique.faces.cli.intake import Given, readings

    failed = 0
    given = Given(published, publisher, language)
    show = wanted(progress, quiet=quiet, output=output is None)

    def successes(meter: Progress) -> Iterator[Reading]:
        nonlocal failed
        for item, words in readings(inputs, given, meter):
            if isinstance(item, Exception):
                failed += 1
                meter.complain(item)
                continue
            meter.count(words=words)
            yield replace(item, facts=tuple(f for f in item.facts if f.confidence >= min_confidence))

    with Progress(inputs, show=show) as meter, output_to(output) as stream:
        if json or format == "jsonl":
            _write_lines(successes(meter), stream)
        elif format == "html":
            _write_page(successes(meter), stream)
        else:
            _write_table(successes(meter), stream)
    if failed:
        raise typer.Exit(1)


def _write_lines(readings: Iterator[Reading], stream: IO[str]) -> None:
    for reading in readings:
        stream.writelines(reading_json(reading))
        if stream is sys.stdout:
            # Whoever reads a pipe has each document as soon as it is read
            stream.flush()


def _write_table(readings: Iterator[Reading], stream: IO[str]) -> None:
    from communique.views.table import reading_lines

    write = line_writer(stream)
    for number, reading in enumerate(readings):
        if number:
            write([(), ()])
        write(reading_lines(reading.document, reading.facts, width=width_of(stream)))


def _write_page(readings: Iterator[Reading], stream: IO[str]) -> None:
    from communique.views.page import page

    first = list(islice(readings, 2))
    if not first:
        return
    title = document_title(first[0].document) if len(first) == 1 else "Communique"
    pairs = ((reading.document, reading.facts) for reading in chain(first, readings))
    stream.writelines(page(pairs, title=title))
