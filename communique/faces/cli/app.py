"""The program: its commands, its exit codes, and how it ends when something goes wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from communique.faces.cli.adding import EXAMPLES as ADD_EXAMPLES
from communique.faces.cli.adding import add
from communique.faces.cli.annotating import EXAMPLES as ANNOTATE_EXAMPLES
from communique.faces.cli.annotating import annotate
from communique.faces.cli.evaluating import EXAMPLES as EVALUATE_EXAMPLES
from communique.faces.cli.evaluating import evaluate
from communique.faces.cli.keeping import REMOVE_EXAMPLES, VERIFY_EXAMPLES, remove, verify
from communique.faces.cli.output import OutputError, complain, silence
from communique.faces.cli.querying import (
    DOCUMENTS_EXAMPLES,
    FACTS_EXAMPLES,
    SEARCH_EXAMPLES,
    SHOW_EXAMPLES,
    documents,
    facts,
    search,
    show,
)
from communique.faces.cli.reading import EXAMPLES as READ_EXAMPLES
from communique.faces.cli.reading import read

OK, UNREADABLE, USAGE, BAD_RECORD, INTERRUPTED = 0, 1, 2, 3, 130
EXIT_CODES = {
    OK: "all is well",
    UNREADABLE: "some input could not be read; the rest was done",
    USAGE: "the command was given wrongly, or names a document that the record does not have",
    BAD_RECORD: "the record cannot be opened, or is damaged",
    INTERRUPTED: "interrupted; the record holds whole documents, all that were committed before",
}
EXAMPLES = (
    "communique add statements/",
    "communique facts --type meeting --since 2024",
    "communique read statement.html --format html -o statement-read.html",
)
#: The commands, in the order of the help, and what to type for each.
COMMANDS = (
    (read, READ_EXAMPLES),
    (add, ADD_EXAMPLES),
    (facts, FACTS_EXAMPLES),
    (documents, DOCUMENTS_EXAMPLES),
    (show, SHOW_EXAMPLES),
    (search, SEARCH_EXAMPLES),
    (remove, REMOVE_EXAMPLES),
    (verify, VERIFY_EXAMPLES),
    (evaluate, EVALUATE_EXAMPLES),
    (annotate, ANNOTATE_EXAMPLES),
)


class Commands(TyperGroup):
    """The commands, with every known failure as one line on standard error and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command.

        Raises:
            typer.Exit: with the exit code, if it fails or standard output is closed early.
        """
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever reads has enough, as `head` does. What is still buffered must not fail again at exit.
            silence(sys.stdout)
            raise typer.Exit(OK) from None
        except KeyboardInterrupt:
            complain("interrupted")
            raise typer.Exit(INTERRUPTED) from None
        except OSError as error:
            # Files that are read and written have errors of their own; what is left is standard output, on a full disk
            silence(sys.stdout)
            raise typer.Exit(_told(OutputError(error.filename or "standard output", error))) from error
        except Exception as error:
            raise typer.Exit(_told(error)) from error
        return result


def _told(error: Exception) -> int:
    """Tell of a failure that is known; the exit code for it.

    Raises:
        Exception: the error itself, if it is none of ours.
    """
    if not type(error).__module__.startswith("communique."):
        # Not ours; typer ends every --help and every wrong option this way, which must not wait for what follows
        raise error
    from communique.evaluation import GoldError
    from communique.readers import ReadError
    from communique.record import RecordError, UnknownDocumentError

    if not isinstance(error, ReadError | GoldError | RecordError | OutputError):
        raise error
    for line in str(error).splitlines():
        complain(line)
    if isinstance(error, UnknownDocumentError):
        return USAGE
    return BAD_RECORD if isinstance(error, RecordError) else UNREADABLE


def _epilog(examples: Iterable[str]) -> str:
    """The end of a help text; the first line of each paragraph keeps its lines as they are."""
    typed = "".join(f"\n  {example}" for example in examples)
    codes = "".join(f"\n  {code:<3}  {meaning}" for code, meaning in EXIT_CODES.items())
    return f"\b\nExamples:{typed}\n\n\b\nExit codes:{codes}"


def _version(wanted: bool) -> None:
    if wanted:
        from communique import __version__

        typer.echo(f"communique {__version__}")
        raise typer.Exit


app = typer.Typer(
    name="communique",
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_epilog(EXAMPLES),
)


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read diplomatic documents and keep the record: who met whom, said what and agreed to what.

    Under every fact stand the words that it was read from. The record is one file, ./communique.db unless
    --record or $COMMUNIQUE_RECORD names another.
    """


for _command, _examples in COMMANDS:
    app.command(epilog=_epilog(_examples))(_command)


def main() -> None:
    """Run the program on the arguments of the process; ends the process."""
    for stream in (sys.stdout, sys.stderr):
        # A name or a text that the terminal cannot show must not end a run; what goes into a file or pipe is UTF-8
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    app(prog_name="communique")
