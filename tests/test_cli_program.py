"""The program as a whole: help, version, completion, pipes, how it starts and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from communique import __version__
from communique.faces.cli import app
from communique.faces.cli.app import COMMANDS, EXIT_CODES

ROOT = Path(__file__).parent.parent
PROGRAM = Path(sys.executable).with_name("communique")
NAMES = [function.__name__ for function, _ in COMMANDS]


def run(*arguments: str | Path, **options: Any) -> Any:
    return CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False, **options)


@pytest.mark.parametrize("name", NAMES)
def test_cli_help_has_examples_and_exit_codes(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"  Examples:\n    communique {name} " in result.stdout or f"communique {name}\n" in result.stdout
    for code, meaning in EXIT_CODES.items():
        assert f"    {code:<3}  {meaning}" in result.stdout


@pytest.mark.parametrize("name", NAMES)
def test_cli_examples_use_options_that_there_are(name: str) -> None:
    options = set(re.findall(r"(?<!\w)--?[a-z][\w-]*", run(name, "--help").stdout.partition("Examples:")[0]))
    for example in {function.__name__: examples for function, examples in COMMANDS}[name]:
        ours = example.partition(f"communique {name}")[2].partition("|")[0].partition("&&")[0]
        assert set(re.findall(r"(?<![\w'])--?[a-z][\w-]*", ours)) <= options


def test_cli_without_a_command_shows_the_help() -> None:
    result = run()
    assert result.exit_code == 2
    assert all(name in result.output for name in NAMES)


def test_cli_version() -> None:
    assert run("--version").stdout == f"communique {__version__}\n"


def test_cli_unknown_command_exits_with_2() -> None:
    assert run("rad").exit_code == 2


def test_cli_completes_commands_and_fact_types() -> None:
    def completions(words: str) -> list[str]:
        environment = {**os.environ, "_COMMUNIQUE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": words}
        result = subprocess.run([PROGRAM], env=environment, capture_output=True, text=True, check=False)
        return re.findall(r'"([\w-]+)"', result.stdout)

    assert "evaluate" in completions("communique ev")
    assert completions("communique facts --type mee") == ["meeting"]


def test_cli_ends_quietly_when_nobody_reads_on(tmp_path: Path) -> None:
    lines = [json.dumps({"path": f"{n}", "text": f"{n}. The ministers met in Suva. " * 50}) for n in range(200)]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    arguments = [PROGRAM, "read", tmp_path / "corpus.jsonl", "--json"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()
    assert (process.returncode, complaints) == (0, b"")


def test_cli_goes_on_when_nobody_listens_to_its_complaints(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}-empty.txt").write_bytes(b"")
    (tmp_path / "z.txt").write_text("The ministers met in Suva.", encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run([PROGRAM, "add", tmp_path, "--record", tmp_path / "r.db"], stderr=writer, check=False)
    os.close(writer)
    assert result.returncode == 1
    assert run("documents", "--record", tmp_path / "r.db", "--json").stdout.count("\n") == 1


def test_cli_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ministers met in Chișinău \N{GRINNING FACE}.", encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "LC_ALL": "C"}
    result = subprocess.run(
        [PROGRAM, "read", tmp_path / "a.txt", "--json"], env=environment, capture_output=True, check=True
    )
    assert "Chișinău \N{GRINNING FACE}" in json.loads(result.stdout.splitlines()[0])["text"]


def test_cli_names_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(path)).write_bytes(b"")
    result = subprocess.run([PROGRAM, "read", path], capture_output=True, check=False)
    assert result.returncode == 1
    assert result.stderr.decode().endswith("\N{REPLACEMENT CHARACTER}.txt: is empty\n")


def loaded_by(*arguments: str | Path) -> set[str]:
    """The modules that a run of the program imports."""
    program = "import sys; from communique.faces.cli import app; app(sys.argv[1:], standalone_mode=False)"
    run = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); " + program
    ended = subprocess.run([sys.executable, "-c", run, *map(str, arguments)], capture_output=True, text=True)
    assert ended.returncode == 0
    return set(ended.stderr.split())


@pytest.mark.parametrize("arguments", [("--help",), ("facts", "--help"), ("read", "--help")])
def test_cli_starts_without_what_its_help_does_not_need(arguments: tuple[str, ...]) -> None:
    assert not {"trafilatura", "py3langid", "sqlalchemy", "rich", "jinja2", "docx"} & loaded_by(*arguments)


def test_cli_asks_a_record_without_what_only_reading_needs(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text("Prime Minister Amara Diallo met President Jon Berg in Oslo on 3 May 2024.")
    record = tmp_path / "communique.db"
    assert run("add", tmp_path / "talks.txt", "--record", record, "--quiet").exit_code == 0
    readers = {"trafilatura", "py3langid", "pypdfium2", "lxml", "docx", "communique.facts", "communique.language"}
    assert not readers & loaded_by("facts", "--record", record)


def test_cli_reference_is_in_step_with_the_program() -> None:
    spec = spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    generate = module_from_spec(spec)
    spec.loader.exec_module(generate)
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == generate.reference(), (
        "docs/cli.md is out of step: python docs/generate.py"
    )
