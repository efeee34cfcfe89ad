"""Writes docs/cli.md from the program itself: python docs/generate.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typer

from communique.faces.cli.app import COMMANDS, EXIT_CODES, app

_INTRODUCTION = """\
# The command line

<!-- Written by docs/generate.py from the program itself. -->

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
    group: Any = typer.main.get_command(app)
    examples = {function.__name__: examples for function, examples in COMMANDS}
    codes = "\n".join(f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items())
    pages = [_INTRODUCTION, f"## Exit codes\n\n| code | says |\n|---|---|\n{codes}\n"]
    pages += ["\n".join(_command(name, command, examples[name])) for name, command in group.commands.items()]
    return "\n".join(pages)


def _command(name: str, command: Any, examples: Iterable[str]) -> Iterator[str]:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join(["communique", name, "[OPTIONS]", *map(_usage, arguments)])
    yield f"## communique {name}\n\n```\n{usage}\n```\n"
    yield f"{command.help.strip()}\n"
    yield "| argument or option | is |\n|---|---|"
    for argument in arguments:
        yield f"| `{_cell(argument.metavar)}` | {_cell(argument.help)} |"
    for option in options:
        yield f"| {_names(option)} | {_cell(option.help)}{_default(option)} |"
    yield "\n```\n" + "".join(f"{example}\n" for example in examples) + "```\n"


def _usage(argument: Any) -> str:
    name = f"{argument.metavar}{' ...' if argument.nargs == -1 else ''}"
    return name if argument.required else f"[{name}]"


def _names(option: Any) -> str:
    names = ", ".join(f"`{name}`" for name in sorted([*option.opts, *option.secondary_opts], key=len))
    return names if option.is_flag else f"{names} `{_cell(option.metavar)}`"


def _default(option: Any) -> str:
    known = [f"`${option.envvar}`"] if option.envvar else []
    if option.show_default and option.default not in (None, False):
        known.append(f"else `{option.default}`" if known else f"default `{option.default}`")
    return f" ({', '.join(known)})" if known else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    Path(__file__).with_name("cli.md").write_text(reference(), encoding="utf-8")
