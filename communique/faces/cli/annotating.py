"""``communique annotate``: a document's annotation to correct by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from communique.faces.cli import options
from communique.faces.cli.output import output_to

EXAMPLES = (
    "communique annotate texts/statement.txt -o annotations/statement.json",
    "communique annotate texts/statement.txt --blank -o annotations/statement.json",
    "communique evaluate annotations/statement.json",
)


def annotate(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, show_default=False, help="The document.")
    ],
    blank: Annotated[
        bool, typer.Option("--blank", help="Only what is known of the document, no facts: for gold made unseen.")
    ] = False,
    item: Annotated[
        str | None,
        typer.Option(metavar="NAME", show_default=False, help="Which document, where the file holds several."),
    ] = None,
    published: options.Published = None,
    publisher: options.Publisher = None,
    output: options.Output = None,
) -> None:
    """Write what the program reads in a document as an annotation, to be corrected in a text editor.

    Quotations stand for offsets: "@2" at the end of one takes its second occurrence in the text. Delete the facts that
    are wrong, mend what is not quite right, add what was missed, then score the program against it with "communique
    evaluate". The annotation names FILE as it is given here.
    """
    from communique.evaluation import annotation
    from communique.readers import ReadError, documents, source_of
    from communique.reading import understand

    held = []
    for document in documents(source_of(file), published=published, publisher=publisher):
        if isinstance(document, ReadError):
            raise document
        held.append(document)
    chosen = [document for document in held if item in (None, document.source)]
    if len(chosen) != 1:
        names = ", ".join(document.source for document in held[:3])
        more = ", ..." if len(held) > 3 else ""
        reason = f"{file} has no document {item}" if item else f"{file} holds {len(held)} documents"
        raise typer.BadParameter(f"{reason}; one of: {names}{more}" if held else reason, param_hint="'--item'")
    facts = () if blank else understand(chosen[0]).facts
    named = chosen[0].source if len(held) > 1 else None
    written = annotation(chosen[0], facts, source=str(file), item=named)
    with output_to(output) as stream:
        stream.write(json.dumps(written, ensure_ascii=False, indent=1) + "\n")
