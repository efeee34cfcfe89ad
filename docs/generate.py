"""Writes docs/cli.md from the program itself: python docs/generate.py."""

from __future__ import annotations

from pathlib import Path

import typer

from communique.faces.cli import app

_WIDTH = 96
_INTRODUCTION = """\
# The command line

<!-- Written by docs/generate.py from the program's own help. -->

`communique` reads documents and keeps the record. `communique COMMAND --help` says what stands here;
`communique --install-completion` teaches your shell to complete commands, options and fact types.

- **What is asked for goes to standard output**, everything about the run to standard error: errors, one line each
  (`communique: NAME: reason`), progress if that is a terminal, and a summary at the end of `add`.
- **`--json`** prints JSON Lines, one object a line. Documents, entities and facts are in the [record format](index.md).
- **On a terminal** tables are wrapped and styled; in a pipe or file each row is one plain line. `NO_COLOR` is honoured.
- **A document is named** by its id or by any beginning of it that no other has.
- **`-`** is standard input. `add` names what comes through it after its text: `stdin:2e93855fa26c5743`.
- **Dates** are EDTF: `2024-05-03`, `2024-05`, `2024`, `2024-05-03/2024-05-07`.
"""


def reference() -> str:
    """The whole of docs/cli.md."""
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    program = typer.Context(group, info_name="communique", terminal_width=_WIDTH)
    pages = [_INTRODUCTION, _section("communique", group.get_help(program))]
    for name, command in group.commands.items():
        context = typer.Context(command, info_name=name, parent=program, terminal_width=_WIDTH)
        # The exit codes are every command's, and stand above
        text = command.get_help(context).partition("\n  Exit codes:")[0].rstrip()
        pages.append(_section(f"communique {name}", text))
    return "\n".join(pages)


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n```\n{text}\n```\n"


if __name__ == "__main__":
    Path(__file__).with_name("cli.md").write_text(reference(), encoding="utf-8")
