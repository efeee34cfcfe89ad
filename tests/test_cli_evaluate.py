"""``communique evaluate``: what is read, against documents annotated by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from typer.testing import CliRunner

from communique.faces.cli import app

TEXT = (
    "Foreign Minister Sigrid Holm met her Fijian counterpart, Josefa Rabuka, in Suva on 3 May 2024. "
    "They talked about fish and the sea."
)


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)


def written(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def lines(tmp_path: Path) -> list[dict[str, Any]]:
    """A gold record: what the program reads, so that it scores 1."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(TEXT, encoding="utf-8")
    read = [json.loads(line) for line in run("read", tmp_path / "texts" / "one.txt", "--json").stdout.splitlines()]
    return [{**line, "source": "texts/one.txt"} if line["kind"] == "document" else line for line in read]


def without_text(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in line.items() if key != "text"} for line in lines]


def test_cli_evaluate_reads_the_sources_beside_the_gold_file(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    result = run("evaluate", written(tmp_path / "gold.jsonl", without_text(lines)))
    assert result.exit_code == 0
    heading, *_, total, _, _ = result.stdout.splitlines()
    assert heading.split()[:6] == ["type", "gold", "predicted", "precision", "recall", "found"]
    assert total.split()[0] == "all"
    assert total.split()[3:6] == ["1.000", "1.000", "1.000"]


def test_cli_evaluate_reads_the_sources_in_the_folder_of_the_same_name(
    tmp_path: Path, lines: list[dict[str, Any]]
) -> None:
    (tmp_path / "dev").mkdir()
    (tmp_path / "texts").rename(tmp_path / "dev" / "texts")
    assert run("evaluate", written(tmp_path / "dev.jsonl", without_text(lines))).exit_code == 0


def test_cli_evaluate_reads_the_text_of_a_line_without_a_source(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    (tmp_path / "texts" / "one.txt").unlink()
    result = run("evaluate", written(tmp_path / "gold.jsonl", lines), "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["rows"]["all"]["found"] == 1


def test_cli_evaluate_tells_of_a_document_that_is_not_there(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    (tmp_path / "texts" / "one.txt").unlink()
    result = run("evaluate", written(tmp_path / "gold.jsonl", without_text(lines)))
    assert result.exit_code == 1
    assert "texts/one.txt" in result.stderr
    assert "all" in result.stdout


def test_cli_evaluate_compares_two_files(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    gold = written(tmp_path / "gold.jsonl", lines)
    nothing = written(tmp_path / "predicted.jsonl", [line for line in lines if line["kind"] == "document"])
    found = json.loads(run("evaluate", gold, nothing, "--json").stdout)
    assert found["rows"]["all"]["found"] == 0
    assert found["unread"] == []


def test_cli_evaluate_lists_what_was_missed(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    gold = written(tmp_path / "gold.jsonl", lines)
    nothing = written(tmp_path / "predicted.jsonl", [line for line in lines if line["kind"] == "document"])
    stdout = run("evaluate", gold, nothing, "--misses").stdout
    facts = [line for line in lines if line["kind"] == "fact"]
    assert f"Missed: {len(facts)}" in stdout
    assert facts[0]["evidence"][0]["text"] in stdout
    assert len(json.loads(run("evaluate", gold, nothing, "--misses", "--json").stdout)["misses"]) == len(facts)


@pytest.mark.parametrize("line", ["{", "[]", '{"kind": "fact"}', '{"kind": "document"}', "{}"])
def test_cli_evaluate_says_which_line_is_not_of_the_format(tmp_path: Path, line: str) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line + "\n", encoding="utf-8")
    result = run("evaluate", gold)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"communique: {gold}:1: ")
    assert len(result.stderr.splitlines()) == 1


def test_cli_evaluate_of_a_file_that_is_not_there_exits_with_2(tmp_path: Path) -> None:
    assert run("evaluate", tmp_path / "gold.jsonl").exit_code == 2


def test_cli_evaluate_gives_the_interval_of_what_was_found(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    gold = written(tmp_path / "gold.jsonl", lines)
    assert "found, 95 %: 1.000 to 1.000" in run("evaluate", gold).stdout
    assert json.loads(run("evaluate", gold, "--json").stdout)["intervals"]["all"]["low"] == 1


def test_cli_evaluate_counts_what_was_read_in_the_place_of_misses(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    gold = written(tmp_path / "gold.jsonl", lines)
    called = [line | {"type": "call"} if line.get("type") == "meeting" else line for line in lines]
    other = written(tmp_path / "predicted.jsonl", called)
    counts = json.loads(run("evaluate", gold, other, "--confusion", "--json").stdout)["confusion"]
    assert counts["meeting"]["call"] >= 1
    assert "call" in run("evaluate", gold, other, "--confusion").stdout.partition("missed")[2]


def test_cli_evaluate_compares_with_an_earlier_run(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    gold = written(tmp_path / "gold.jsonl", lines)
    fewer = written(tmp_path / "fewer.jsonl", [line for line in lines if line.get("type") != "meeting"])
    run("evaluate", gold, fewer, "--save", tmp_path / "before.jsonl")
    stdout = run("evaluate", gold, "--before", tmp_path / "before.jsonl").stdout
    assert "gained, 0 lost:" in stdout
    assert "+ meeting: " in stdout


def test_cli_evaluate_writes_a_page_of_misses_in_context(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    gold = written(tmp_path / "gold.jsonl", lines)
    nothing = written(tmp_path / "predicted.jsonl", [line for line in lines if line["kind"] == "document"])
    assert run("evaluate", gold, nothing, "--html", tmp_path / "misses.html").exit_code == 0
    page = html.fromstring((tmp_path / "misses.html").read_text(encoding="utf-8"))
    entries = page.find_class("entry")
    assert len(entries) == sum(line["kind"] == "fact" for line in lines)
    assert all("missed" in entry.get("class").split() for entry in entries)
    assert all(mark.text in TEXT for mark in page.iter("mark"))


def test_cli_evaluate_page_takes_nothing_from_a_text(tmp_path: Path, lines: list[dict[str, Any]]) -> None:
    hostile = [
        line | {"source": "<script>alert(1)</script>", "text": TEXT + "<img src=x onerror=alert(1)>"}
        if line["kind"] == "document"
        else line
        for line in lines
    ]
    gold = written(tmp_path / "gold.jsonl", hostile)
    nothing = written(tmp_path / "predicted.jsonl", [line for line in lines if line["kind"] == "document"])
    run("evaluate", gold, nothing, "--html", tmp_path / "misses.html")
    page = html.fromstring((tmp_path / "misses.html").read_text(encoding="utf-8"))
    assert not list(page.iter("script", "img"))
