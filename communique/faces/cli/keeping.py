"""``communique remove`` and ``verify``: what changes a record by hand, and what checks it."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from communique.faces.cli import options
from communique.faces.cli.output import json_line, note
from communique.faces.cli.querying import DocumentId
from communique.views.summary import counted, document_title, one_line, printable

REMOVE_EXAMPLES = ("communique remove 2e93855fa26c5743", "communique remove 2e93 --yes --record corpus.db")
VERIFY_EXAMPLES = ("communique verify", "communique verify --record corpus.db --json | jq .problems")
_DAMAGED = 3


def remove(
    id: DocumentId,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    record: options.Record = options.DEFAULT_RECORD,
    quiet: options.Quiet = False,
) -> None:
    """Remove a document, with its text, bytes, versions and facts."""
    from communique.record import open_record

    with open_record(record, write=False) as opened:
        reading = opened.reading(id)
    title = one_line(document_title(reading.document))
    if not yes:
        if not sys.stdin.isatty():
            raise typer.BadParameter("there is nobody to ask; give --yes to remove without asking", param_hint="--yes")
        typer.confirm(f"Remove “{title}” and its {counted(len(reading.facts), 'fact')}?", abort=True, err=True)
    with open_record(record) as opened:
        opened.remove(reading.document.id)
    if not quiet:
        note(f"removed {reading.document.id}: {title}, {counted(len(reading.facts), 'fact')}")


def verify(record: options.Record = options.DEFAULT_RECORD, json: options.Json = False) -> None:
    """Check the whole record again, and say what was checked.

    Checks every span, id and hash, all references, the full text and the file. Ends with exit code 3 if anything is
    wrong.
    """
    from communique.record import open_record

    # Only what may write can check the full text; a record that is not there must not be made
    writable = record.is_file() and os.access(record, os.W_OK) and os.access(record.absolute().parent, os.W_OK)
    with open_record(record, write=writable) as opened:
        found = opened.verify()
    if json:
        sys.stdout.write(
            json_line({"kind": "verification", "ok": found.ok, "checked": found.checked, "problems": found.problems})
        )
    else:
        for problem in found.problems:
            print(printable(problem))
        checked = ", ".join(f"{number:,} {name}" for name, number in found.checked.items())
        print(f"checked {checked}: {counted(len(found.problems), 'problem') if found.problems else 'nothing is wrong'}")
    if not found.ok:
        raise typer.Exit(_DAMAGED)
