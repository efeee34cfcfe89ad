"""``communique add``: documents into a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.faces.cli import options
from communique.faces.cli.interrupts import noticed_interrupts
from communique.faces.cli.output import note
from communique.faces.cli.progress import Progress, clock, wanted

if TYPE_CHECKING:
    from communique.faces.cli.intake import Job

EXAMPLES = (
    "communique add statements/",
    "communique add corpus.jsonl.gz --record corpus.db --workers 4",
    "curl -s https://example.org/statement | communique add - --publisher 'Ministry of Foreign Affairs'",
)


def add(
    inputs: options.Inputs,
    record: options.Record = options.DEFAULT_RECORD,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            "-w",
            min=1,
            metavar="N",
            show_default=False,
            help="Processes that read; by default as many as there are processors, for more than 50 documents.",
        ),
    ] = None,
    published: options.Published = None,
    publisher: options.Publisher = None,
    language: options.Language = None,
    quiet: options.Quiet = False,
    progress: options.Progress = None,
) -> None:
    """Read documents into a record, making it if it is not there.

    What the record has already is not read again. A file that has changed becomes a new version.
    """
    from communique.faces.cli.intake import Given, Known, jobs
    from communique.faces.cli.workers import read_jobs
    from communique.facts import EXTRACTOR
    from communique.readers import ReadError
    from communique.record import EvidenceError, open_record

    given = Given(published, publisher, language)
    outcomes: Counter[str] = Counter()
    with (
        noticed_interrupts() as end_if_interrupted,
        open_record(record) as opened,
        Progress(inputs, show=wanted(progress, quiet=quiet)) as meter,
    ):

        def is_known(source: str, content_hash: str) -> bool:
            # What the caller says now may be other than what was said before, which only reading tells
            return given == Given() and opened.has_source(source, content_hash, EXTRACTOR)

        def unknown() -> Iterator[Job]:
            for found in jobs(inputs, is_known, meter):
                if isinstance(found, ReadError):
                    fail(found)
                elif isinstance(found, Known):
                    outcomes["unchanged"] += 1
                    meter.count(words=0)
                else:
                    yield found

        def fail(error: Exception) -> None:
            outcomes["failed"] += 1
            meter.complain(error)

        with opened.batch(), closing(read_jobs(unknown(), given, workers)) as readings:
            for job, items in readings:
                end_if_interrupted()
                for item, words in items:
                    if isinstance(item, ReadError):
                        fail(item)
                        continue
                    try:
                        outcomes[opened.add(item, job.original, extractor=EXTRACTOR)] += 1
                        outcomes["in other languages"] += not item.document.language.startswith("en")
                        meter.count(words=words)
                    except EvidenceError as error:
                        fail(error)
    if not quiet:
        note(_summary(record, outcomes, meter))
    if outcomes["failed"]:
        raise typer.Exit(1)


def _summary(record: Path, outcomes: Counter[str], meter: Progress) -> str:
    counts = ", ".join(f"{outcomes[name]:,} {name}" for name in ("added", "unchanged", "updated", "failed"))
    pace = f"{meter.words:,} words, {meter.words / max(meter.seconds, 0.001):,.0f} words/s, {clock(meter.seconds)}"
    other = outcomes["in other languages"]
    # A document without facts is not to be taken for one that says nothing
    kept = f"; {other:,} in other languages than English, kept without facts" if other else ""
    return f"{record}: {counts}; {pace}{kept}"
