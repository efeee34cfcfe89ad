"""``communique add``: documents into a record, once, in one process or several."""

from __future__ import annotations

import contextlib
import gzip
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from communique.faces.cli import app
from communique.faces.cli.intake import Given, Job
from communique.faces.cli.interrupts import noticed_interrupts
from communique.faces.cli.workers import read_jobs
from communique.readers import ReadError, Source
from communique.record import open_record

SENTENCE = (
    "Foreign Minister Sigrid Holm met her Fijian counterpart, Josefa Rabuka, in Suva on {} May 2024. They agreed."
)


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)


def piped(*arguments: str | Path, data: bytes) -> subprocess.CompletedProcess[bytes]:
    program = Path(sys.executable).with_name("communique")
    return subprocess.run([program, *arguments], input=data, capture_output=True, check=False)


def documents_of(record: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("documents", "--record", record, "--json").stdout.splitlines()]


def facts_of(record: Path) -> str:
    return str(run("facts", "--record", record, "--json").stdout)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "statements"
    folder.mkdir()
    for day in (1, 2, 3):
        (folder / f"{day}.txt").write_text(SENTENCE.format(day), encoding="utf-8")
    return folder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl.gz"
    lines = [json.dumps({"path": f"{day}.txt", "text": SENTENCE.format(day)}) for day in range(1, 31)]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def test_cli_add_says_what_it_did(folder: Path, record: Path) -> None:
    result = run("add", folder, "--record", record)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"{record}: 3 added, 0 unchanged, 0 updated, 0 failed; 54 words, ")
    assert [document["source"] for document in documents_of(record)] == [str(folder / f"{n}.txt") for n in (1, 2, 3)]


def test_cli_add_quietly_says_nothing(folder: Path, record: Path) -> None:
    assert run("add", folder, "--record", record, "-q").stderr == ""


def test_cli_add_twice_changes_nothing(folder: Path, corpus: Path, record: Path) -> None:
    run("add", folder, corpus, "--record", record)
    before = facts_of(record)
    result = run("add", folder, corpus, "--record", record)
    assert result.stderr.startswith(f"{record}: 0 added, 33 unchanged, 0 updated, 0 failed; 0 words")
    assert facts_of(record) == before


def test_cli_add_makes_a_new_version_of_a_changed_file(folder: Path, record: Path) -> None:
    run("add", folder, "--record", record)
    (folder / "2.txt").write_text(SENTENCE.format(20), encoding="utf-8")
    assert ": 0 added, 2 unchanged, 1 updated, 0 failed" in run("add", folder, "--record", record).stderr
    with open_record(record, write=False) as opened:
        assert [version.version for version in opened.versions(source=str(folder / "2.txt"))] == [1, 2]


def test_cli_add_reads_again_when_the_caller_says_more(folder: Path, record: Path) -> None:
    run("add", folder, "--record", record)
    result = run("add", folder, "--record", record, "--publisher", "Ministry of Foreign Affairs of Norway")
    assert ": 0 added, 0 unchanged, 3 updated, 0 failed" in result.stderr
    assert {document["publisher"] for document in documents_of(record)} == {"Ministry of Foreign Affairs of Norway"}


def test_cli_add_goes_on_after_what_it_cannot_read(folder: Path, record: Path) -> None:
    empty = folder / "0.txt"
    empty.write_bytes(b"")
    result = run("add", folder, "--record", record)
    assert result.exit_code == 1
    complaint, summary = result.stderr.splitlines()
    assert complaint == f"communique: {empty}: is empty"
    assert ": 3 added, 0 unchanged, 0 updated, 1 failed" in summary


def test_cli_add_finds_the_record_by_the_environment(
    folder: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_RECORD", str(record))
    run("add", folder)
    assert record.is_file()
    assert run("documents").stdout.splitlines()[-1].startswith("3 documents, 54 words, ")


def test_cli_add_makes_communique_db_here_if_nothing_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    run("add", folder)
    assert (folder.parent / "communique.db").is_file()


def test_cli_add_gives_the_same_with_several_workers(corpus: Path, folder: Path, tmp_path: Path) -> None:
    run("add", corpus, folder, "--record", tmp_path / "one.db", "--workers", "1")
    run("add", corpus, folder, "--record", tmp_path / "two.db", "--workers", "2")
    assert facts_of(tmp_path / "one.db") == facts_of(tmp_path / "two.db") != ""
    assert documents_of(tmp_path / "one.db") == documents_of(tmp_path / "two.db")


def test_cli_add_keeps_the_bytes_of_a_gzipped_page(tmp_path: Path, record: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(f"<html><body><p>{SENTENCE.format(3)}</p></body></html>".encode()))
    run("add", path, "--record", record)
    (document,) = documents_of(record)
    with open_record(record, write=False) as opened:
        assert opened.original(document["id"]) == path.read_bytes()
    assert ": 0 added, 1 unchanged" in run("add", path, "--record", record).stderr


def test_cli_add_knows_a_message_and_its_attachment_again(tmp_path: Path, record: Path) -> None:
    path = tmp_path / "message.eml"
    path.write_text(
        "From: press@mfa.example.fj\nSubject: Visit\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n"
        f"--X\nContent-Type: text/plain\n\n{SENTENCE.format(3)}\n"
        f"--X\nContent-Type: text/plain\nContent-Disposition: attachment; filename=note.txt\n\n{SENTENCE.format(4)}\n"
        "--X--\n",
        encoding="utf-8",
    )
    run("add", path, "--record", record)
    assert sorted(document["source"] for document in documents_of(record)) == [str(path), f"{path}#note.txt"]
    assert ": 0 added, 2 unchanged, 0 updated" in run("add", path, "--record", record).stderr


def test_cli_add_names_standard_input_after_its_text(record: Path) -> None:
    for day in (1, 2):
        assert piped("add", "-", "--record", record, data=SENTENCE.format(day).encode()).returncode == 0
    documents = documents_of(record)
    assert [document["source"] for document in documents] == [f"stdin:{document['id']}" for document in documents]
    assert len(documents) == 2


def test_cli_add_takes_json_lines_from_standard_input(record: Path, corpus: Path) -> None:
    piped("add", "-", "--record", record, data=corpus.read_bytes())
    assert len(documents_of(record)) == 30


def test_cli_add_says_how_many_documents_are_not_in_english(folder: Path, record: Path) -> None:
    text = "Die Außenminister trafen sich am Montag in Suva und sprachen über die Fischerei und das Meer."
    (folder / "de.txt").write_text(text, encoding="utf-8")
    result = run("add", folder, "--record", record)
    assert result.stderr.endswith("; 1 in other languages than English, kept without facts\n")


def test_cli_add_refuses_a_record_that_is_none(folder: Path) -> None:
    result = run("add", folder, "--record", folder / "1.txt")
    assert result.exit_code == 3
    assert result.stderr == f"communique: {folder / '1.txt'}: not a Communique record: not an SQLite database\n"


def test_cli_add_refuses_no_workers(folder: Path, record: Path) -> None:
    assert run("add", folder, "--record", record, "--workers", "0").exit_code == 2
    assert not record.exists()


def test_cli_add_interrupted_leaves_the_record_whole(corpus: Path, record: Path) -> None:
    lines = [json.dumps({"path": f"{n}", "text": f"{n}. " + SENTENCE.format(1) * 300}) for n in range(400)]
    corpus.write_bytes(gzip.compress("\n".join(lines).encode(), 1))
    program = Path(sys.executable).with_name("communique")
    arguments = [program, "add", corpus, "--record", record, "--workers", "1", "--progress"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        while not record.exists():
            assert process.poll() is None
        process.send_signal(2)
        complaints = process.stderr.read()
    assert process.returncode == 130
    assert complaints.splitlines()[-1] == "communique: interrupted"
    assert run("verify", "--record", record).exit_code == 0


class Fatal(Source):
    """A source that ends the process that reads it, as one that runs out of memory does."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _source_in_worker, (self.name,)


def _source_in_worker(name: str) -> Source:
    import os

    os._exit(9)


def test_cli_add_loses_only_the_document_that_ends_its_process() -> None:
    good = [Job(Source(f"{day}.txt", SENTENCE.format(day).encode()), b"") for day in (1, 2)]
    jobs = [good[0], Job(Fatal("fatal.txt", b"x"), b""), good[1]]
    read = [item for _, items in read_jobs(jobs, Given(), 2) for item, _ in items]
    assert [item.source if isinstance(item, ReadError) else item.document.source for item in read] == [
        "1.txt",
        "fatal.txt",
        "2.txt",
    ]
    assert isinstance(read[1], ReadError)
    assert "ended the process" in read[1].reason


def test_cli_add_interrupt_that_a_library_swallowed_ends_the_run_at_the_next_document() -> None:
    with pytest.raises(KeyboardInterrupt), noticed_interrupts() as end_if_interrupted:
        with contextlib.suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        end_if_interrupted()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
