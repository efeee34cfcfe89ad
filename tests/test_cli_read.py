"""``communique read``: documents in, a table, lines or a page out."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from communique.faces.cli import app

STATEMENT = """\
Foreign Minister Holm visits Fiji

Suva, 3 May 2024

Foreign Minister Sigrid Holm met her Fijian counterpart, Josefa Rabuka, in Suva on 3 May 2024. \
"We will open an embassy next year," Holm said after the meeting.
"""
HOSTILE = "<script>alert(1)</script> & \N{GRINNING FACE}.txt"


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)


def piped(*arguments: str | Path, data: bytes = b"") -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("communique")
    result = subprocess.run([program, *arguments], input=data, capture_output=True, check=False)
    return subprocess.CompletedProcess(result.args, result.returncode, result.stdout.decode(), result.stderr.decode())


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "statement.txt"
    path.write_text(STATEMENT, encoding="utf-8")
    return path


def test_cli_read_table_quotes_the_words_under_each_fact(statement: Path) -> None:
    result = run("read", statement)
    assert result.exit_code == 0
    offsets = re.findall(r"\[(\d+):(\d+)\] “?(.+?)”?$", result.stdout, re.MULTILINE)
    assert offsets
    for start, end, words in offsets:
        assert " ".join(STATEMENT[int(start) : int(end)].split()).strip('“”"') == words.strip('“”"')


def test_cli_read_table_begins_with_what_is_known_of_the_document(statement: Path) -> None:
    lines = run("read", statement).stdout.splitlines()
    assert lines[0] == "Foreign Minister Holm visits Fiji"
    assert any(line.split() == ["published", "2024-05-03", "(from", "the", "text)"] for line in lines)


def test_cli_read_table_is_plain_where_it_is_no_terminal(statement: Path) -> None:
    result = piped("read", statement)
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_cli_read_jsonl_gives_documents_entities_and_facts(statement: Path) -> None:
    lines = [json.loads(line) for line in run("read", statement, "--format", "jsonl").stdout.splitlines()]
    assert [line["kind"] for line in lines[:2]] == ["document", "entity"]
    assert lines[0]["text"] == STATEMENT
    facts = [line for line in lines if line["kind"] == "fact"]
    assert "meeting" in {fact["type"] for fact in facts}
    for fact in facts:
        for span in fact["evidence"]:
            assert STATEMENT[span["start"] : span["end"]] == span["text"]


def test_cli_read_json_is_the_same_as_format_jsonl(statement: Path) -> None:
    assert run("read", statement, "--json").stdout == run("read", statement, "--format", "jsonl").stdout


def test_cli_read_leaves_out_what_is_less_certain_than_asked(statement: Path) -> None:
    lines = [json.loads(line) for line in run("read", statement, "--json", "--min-confidence", "1").stdout.splitlines()]
    assert all(line["confidence"] >= 1 for line in lines if line["kind"] == "fact")


def test_cli_read_takes_standard_input() -> None:
    result = piped("read", "-", "--json", data=STATEMENT.encode())
    assert result.returncode == 0
    assert json.loads(result.stdout.splitlines()[0])["source"] == "-"


def test_cli_read_takes_gzipped_json_lines_from_standard_input() -> None:
    lines = b'{"path": "one", "text": "The ministers met."}\n{"path": "two", "text": "They left."}\n'
    result = piped("read", "-", "--json", data=gzip.compress(lines))
    assert [line["source"] for line in map(json.loads, result.stdout.splitlines()) if line["kind"] == "document"] == [
        "one",
        "two",
    ]


def test_cli_read_takes_date_publisher_and_language_from_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The ministers met on Monday.", encoding="utf-8")
    result = run(
        "read", path, "--json", "--published", "2024-05-03", "--publisher", "Fiji Times", "--language", "en-GB"
    )
    document = json.loads(result.stdout.splitlines()[0])
    assert (document["published"], document["published_basis"]) == ("2024-05-03", "caller")
    assert (document["publisher"], document["language"]) == ("Fiji Times", "en-GB")


@pytest.mark.parametrize(
    "arguments", [("--published", "3 May"), ("--language", "English!"), ("--format", "pdf"), ("--min-confidence", "2")]
)
def test_cli_read_refuses_what_makes_no_sense(statement: Path, arguments: tuple[str, ...]) -> None:
    result = run("read", statement, *arguments)
    assert result.exit_code == 2
    assert arguments[0] in result.stderr


def test_cli_read_tells_what_it_cannot_read_and_reads_the_rest(statement: Path) -> None:
    missing = statement.with_name("missing.txt")
    result = run("read", missing, statement, "--json")
    assert result.exit_code == 1
    assert result.stderr == f"communique: {missing}: does not exist, or has gone meanwhile\n"
    assert json.loads(result.stdout.splitlines()[0])["source"] == str(statement)


def test_cli_read_writes_a_file_when_it_is_complete(statement: Path) -> None:
    page = statement.with_name("page.html")
    result = run("read", statement, "--format", "html", "-o", page)
    assert (result.exit_code, result.stdout) == (0, "")
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert sorted(path.name for path in page.parent.iterdir()) == ["page.html", "statement.txt"]


def test_cli_read_says_where_it_cannot_write(statement: Path) -> None:
    result = run("read", statement, "-o", statement.parent / "nowhere" / "page.html")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_cli_read_page_escapes_names_and_texts(tmp_path: Path) -> None:
    path = tmp_path / HOSTILE.replace("/", "∕")
    path.write_text("The <img src=x onerror=alert(1)> ministers met in Suva & Oslo.", encoding="utf-8")
    page = run("read", path, "--format", "html").stdout
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_cli_read_keeps_a_line_break_in_a_name_from_forging_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt\ncommunique: all is well\x1b[2J"
    path.write_bytes(b"")
    result = run("read", path)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


def test_cli_read_shows_hostile_names_on_one_line_of_the_table(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\nb.txt"
    path.write_text("The ministers met in Suva.", encoding="utf-8")
    stdout = run("read", path).stdout
    assert "\x1b" not in stdout
    assert "\nb.txt" not in stdout


def test_cli_read_reports_progress_when_asked(statement: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.faces.cli.progress._SECONDS_BETWEEN_LINES", 0.0)
    result = run("read", statement, "--json", "--progress")
    assert re.match(r"1 document, .* documents/s, .* words/s, 100%, 0:00:00 left$", result.stderr.strip())
