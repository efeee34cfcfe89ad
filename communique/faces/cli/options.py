"""Options that several commands have, and checks of what they are given."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

import typer

from communique.model import ALL_TYPES
from communique.model.edtf import is_edtf

Format = Literal["table", "jsonl", "html"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def _edtf(value: str | None) -> str | None:
    if value is not None and not is_edtf(value):
        raise typer.BadParameter(f"{value!r} is not an EDTF date, such as 2020-11-26, 2020-11 or 2020-11-25/2020-11-26")
    return value


def _language(value: str | None) -> str | None:
    if value is not None and not _LANGUAGE.fullmatch(value):
        raise typer.BadParameter(f"{value!r} is not a language code, such as en or pt-BR")
    return value


def _type(value: str | None) -> str | None:
    if value is not None and value not in ALL_TYPES:
        raise typer.BadParameter(f"{value!r} is none of {', '.join(ALL_TYPES)}")
    return value


def _types(incomplete: str) -> list[str]:
    return [name for name in ALL_TYPES if name.startswith(incomplete)]


Inputs = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE|FOLDER|-", allow_dash=True, show_default=False, help="Files, folders, or - for standard input."
    ),
]
Record = Annotated[
    Path, typer.Option("--record", "-r", envvar="COMMUNIQUE_RECORD", metavar="FILE", help="The record's file.")
]
DEFAULT_RECORD = Path("communique.db")
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", show_default=False, help="Write into this file, not to standard output."
    ),
]
AsJsonLines = Annotated[bool, typer.Option("--json", help="The same as --format jsonl.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON Lines, one object a line.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors are still told.")]
Progress = Annotated[
    bool | None,
    typer.Option(
        "--progress/--no-progress",
        show_default=False,
        help="Show progress on standard error; without either, where that is a terminal.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="EDTF", callback=_edtf, show_default=False, help="Publication date of documents that give none."
    ),
]
Publisher = Annotated[
    str | None, typer.Option(metavar="NAME", show_default=False, help="Publisher of documents that do not say.")
]
Language = Annotated[
    str | None,
    typer.Option(metavar="CODE", callback=_language, show_default=False, help="Language, instead of detecting it."),
]
FactType = Annotated[
    str | None,
    typer.Option(
        metavar="TYPE",
        callback=_type,
        autocompletion=_types,
        show_default=False,
        help=f"Only facts of this type: {', '.join(ALL_TYPES)}.",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(metavar="EDTF", callback=_edtf, show_default=False, help="Only what may be on or after this date."),
]
Until = Annotated[
    str | None,
    typer.Option(metavar="EDTF", callback=_edtf, show_default=False, help="Only what may be on or before this date."),
]
MinConfidence = Annotated[
    float, typer.Option(min=0.0, max=1.0, metavar="NUMBER", help="Leave out facts less certain than this.")
]
