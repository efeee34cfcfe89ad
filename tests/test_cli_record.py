"""``communique facts``, ``documents``, ``show``, ``search``, ``remove`` and ``verify``: a record asked and kept."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from communique.faces.cli import app
from communique.model import ALL_TYPES

FIJI = (
    "Suva, 3 May 2024\n\n"
    "Foreign Minister Sigrid Holm met her Fijian counterpart, Josefa Rabuka, in Suva on 3 May 2024. They agreed."
)
KENYA = (
    "Nairobi, 9 June 2024\n\nPresident Achieng Otieno visited Uganda on 7 June 2024 to talk about the rail corridor."
)
HOSTILE = "<b>\x1b[31m\N{GRINNING FACE}</b>\nfacts: none.txt"


def run(*arguments: str | Path, **options: Any) -> Any:
    return CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False, **options)


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    record = tmp_path / "record.db"
    monkeypatch.setenv("COMMUNIQUE_RECORD", str(record))
    for name, text in (("fiji.txt", FIJI), ("kenya.txt", KENYA)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        run("add", tmp_path / name)
    return record


def lines_of(*arguments: str | Path) -> list[dict[str, Any]]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def id_of(name: str) -> str:
    return next(str(line["id"]) for line in lines_of("documents") if line["source"].endswith(name))


def test_cli_facts_show_type_words_and_document(record: Path) -> None:
    stdout = run("facts", "--type", "meeting").stdout
    assert stdout.startswith("  MEETING  ")
    assert "2024-05-03" in stdout
    assert f"document {id_of('fiji.txt')}" in stdout


def test_cli_facts_json_is_the_record_format(record: Path) -> None:
    facts = lines_of("facts")
    assert {fact["kind"] for fact in facts} == {"fact"}
    texts = {id_of("fiji.txt"): FIJI, id_of("kenya.txt"): KENYA}
    for fact in facts:
        for span in fact["evidence"]:
            assert texts[fact["document"]][span["start"] : span["end"]] == span["text"]


def test_cli_facts_are_chosen_by_type_actor_date_and_document(record: Path) -> None:
    assert {fact["type"] for fact in lines_of("facts", "--type", "meeting")} == {"meeting"}
    assert {fact["document"] for fact in lines_of("facts", "--actor", "rabuka")} == {id_of("fiji.txt")}
    assert {fact["document"] for fact in lines_of("facts", "--since", "2024-06")} == {id_of("kenya.txt")}
    assert {fact["document"] for fact in lines_of("facts", "--until", "2024-05")} == {id_of("fiji.txt")}
    assert {fact["document"] for fact in lines_of("facts", "--document", id_of("fiji.txt")[:6])} == {id_of("fiji.txt")}
    assert len(lines_of("facts", "--limit", "1")) == 1


def test_cli_facts_of_nobody_are_none_and_that_is_no_error(record: Path) -> None:
    result = run("facts", "--actor", "Nobody")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No such facts.\n")


@pytest.mark.parametrize(
    "arguments", [("--type", "marriage"), ("--since", "May"), ("--until", "2024-13"), ("--limit", "0")]
)
def test_cli_facts_refuse_what_makes_no_sense(record: Path, arguments: tuple[str, str]) -> None:
    result = run("facts", *arguments)
    assert result.exit_code == 2
    assert arguments[0] in result.stderr


def test_cli_facts_name_the_types_there_are(record: Path) -> None:
    assert all(name in run("facts", "--type", "marriage").stderr for name in ALL_TYPES)


def test_cli_facts_of_an_unknown_document_exit_with_2(record: Path) -> None:
    result = run("facts", "--document", "ffff")
    assert (result.exit_code, result.stderr) == (2, f"communique: {record}: no document 'ffff'\n")


def test_cli_documents_come_by_date_and_end_with_a_summary(record: Path) -> None:
    heading, first, second, _, summary = run("documents").stdout.splitlines()
    assert heading.split() == ["id", "published", "lang.", "genre", "words", "title"]
    assert first.startswith(f"{id_of('fiji.txt')}  2024-05-03")
    assert second.startswith(f"{id_of('kenya.txt')}  2024-06-09")
    assert summary.startswith("2 documents, ")
    assert " meeting" in summary


def test_cli_documents_keep_hostile_names_on_their_line(record: Path, tmp_path: Path) -> None:
    path = tmp_path / HOSTILE.replace("/", "∕")
    path.write_text("They met.", encoding="utf-8")
    run("add", path)
    stdout = run("documents").stdout
    assert len(stdout.splitlines()) == 6
    assert "\x1b" not in stdout
    assert str(path) in {line["source"] for line in lines_of("documents")}


def test_cli_show_gives_the_document_and_its_facts(record: Path) -> None:
    result = run("show", id_of("fiji.txt")[:8])
    assert result.exit_code == 0
    assert "MEETING (1)" in result.stdout
    assert "published      2024-05-03" in result.stdout


def test_cli_show_json_is_what_read_prints(record: Path, tmp_path: Path) -> None:
    shown = lines_of("show", id_of("fiji.txt"))
    read = lines_of("read", tmp_path / "fiji.txt")
    assert [line for line in shown if line["kind"] == "fact"] == [line for line in read if line["kind"] == "fact"]
    assert {"document", "entity", "fact"} == {line["kind"] for line in shown}


def test_cli_show_html_is_one_page(record: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("show", id_of("fiji.txt"), "--format", "html", "-o", page).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_cli_show_of_an_unknown_document_exits_with_2(record: Path) -> None:
    result = run("show", "ffff")
    assert (result.exit_code, result.stdout) == (2, "")


def test_cli_search_finds_words_and_phrases(record: Path) -> None:
    stdout = run("search", '"rail corridor"', "uganda").stdout
    assert id_of("kenya.txt") in stdout
    assert "rail corridor" in stdout
    assert run("search", '"corridor rail"').stdout == ""


def test_cli_search_json_says_where_the_words_stand(record: Path) -> None:
    (hit,) = lines_of("search", "rail", "corridor")
    assert hit["document"]["id"] == id_of("kenya.txt")
    for passage in hit["passages"]:
        assert KENYA[passage["start"] : passage["end"]] == passage["text"]


def test_cli_search_takes_signs_for_words(record: Path) -> None:
    assert run("search", "AND OR ( * ^ : -").exit_code == 0


def test_cli_remove_needs_a_yes(record: Path) -> None:
    result = run("remove", id_of("fiji.txt"))
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert len(lines_of("documents")) == 2


def test_cli_remove_takes_a_document_and_its_facts(record: Path) -> None:
    fiji = id_of("fiji.txt")
    result = run("remove", fiji, "--yes")
    assert result.exit_code == 0
    assert result.stderr.startswith(f"removed {fiji}: ")
    assert {fact["document"] for fact in lines_of("facts")} == {id_of("kenya.txt")}
    assert run("remove", fiji, "--yes").exit_code == 2


def test_cli_verify_says_what_it_checked(record: Path) -> None:
    result = run("verify")
    assert result.exit_code == 0
    assert "2 documents" in result.stdout
    assert "full-text" in result.stdout
    assert result.stdout.endswith("nothing is wrong\n")


def test_cli_verify_finds_what_was_changed_behind_its_back(record: Path) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE evidence SET text = 'never met'")
    connection.close()
    result = run("verify", "--json")
    assert result.exit_code == 3
    found = json.loads(result.stdout)
    assert found["ok"] is False
    assert any("evidence" in problem for problem in found["problems"])


def test_cli_verify_makes_no_record(tmp_path: Path) -> None:
    result = run("verify", "--record", tmp_path / "nothing.db")
    assert result.exit_code == 3
    assert not (tmp_path / "nothing.db").exists()


@pytest.mark.parametrize("command", [("facts",), ("documents",), ("show", "ab"), ("search", "x"), ("verify",)])
def test_cli_commands_refuse_what_is_no_record(tmp_path: Path, command: tuple[str, ...]) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"no record at all" * 100)
    result = run(*command, "--record", other)
    assert result.exit_code == 3
    assert result.stderr == f"communique: {other}: not a Communique record: not an SQLite database\n"


@pytest.mark.parametrize("command", [("facts",), ("documents",), ("verify",)])
def test_cli_commands_tell_of_a_damaged_record(record: Path, command: tuple[str, ...]) -> None:
    data = bytearray(record.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    record.write_bytes(data)
    for suffix in ("-wal", "-shm"):
        record.with_name(record.name + suffix).unlink(missing_ok=True)
    result = run(*command)
    assert result.exit_code == 3
    assert "Traceback" not in result.stderr


def test_cli_facts_less_certain_than_asked_for_are_left_out(record: Path) -> None:
    every = [json.loads(line) for line in run("facts", "--record", record, "--json").stdout.splitlines()]
    least = sorted(fact["confidence"] for fact in every)[len(every) // 2]
    asked = run("facts", "--record", record, "--min-confidence", str(least), "--json").stdout.splitlines()
    assert len(asked) == sum(fact["confidence"] >= least for fact in every) < len(every)
