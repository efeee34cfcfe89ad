"""The program with hostile input: one line that says what and where, never a traceback, and the record stays whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SENTENCE = "Foreign Minister Sigrid Holm met her Fijian counterpart, Josefa Rabuka, in Suva on 3 May 2024. "
PROGRAM = str(Path(sys.executable).with_name("communique"))


def run(*arguments: str | bytes | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("record")
    (folder / "suva.txt").write_text(SENTENCE)
    path = folder / "record.db"
    assert run("add", folder / "suva.txt", "--record", path, "-q").returncode == 0
    return path


QUERIES = [
    '"',
    '"Oslo',
    "'",
    "NEAR(Holm Suva)",
    "*",
    "^",
    "OR",
    "'); DROP TABLE documents;--",
    "\\",
    "(((",
    b"\xff\xfe",
]


@pytest.mark.parametrize("query", QUERIES)
def test_bad_input_search_words_are_only_words(record: Path, query: str | bytes) -> None:
    found = run("search", "--record", record, "--", query)
    assert (found.returncode, "Traceback" in found.stderr) == (0, False)
    assert run("verify", "--record", record).returncode == 0


@pytest.mark.parametrize("query", QUERIES)
def test_bad_input_actor_is_only_a_name(record: Path, query: str | bytes) -> None:
    found = run("facts", "--record", record, "--actor", query)
    assert (found.returncode, found.stdout) == (0, "")
    assert found.stderr == "No such facts.\n"


@pytest.mark.parametrize("document", ["'", "%", "", b"\xff\xfe"])
def test_bad_input_document_that_cannot_be_is_not_there(record: Path, document: str | bytes) -> None:
    shown = run("show", "--record", record, "--", document)
    assert shown.returncode == 2
    assert len(shown.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", [("search", "Suva"), ("facts",)])
def test_bad_input_limit_larger_than_any_number_of_rows(record: Path, command: tuple[str, ...]) -> None:
    found = run(*command, "--record", record, "--limit", "9" * 30)
    assert found.returncode == 0
    assert "Josefa Rabuka" in found.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_bad_input_standard_output_on_a_full_disk_is_told_in_one_line(record: Path) -> None:
    with Path("/dev/full").open("w") as full:
        shown = subprocess.run(
            [PROGRAM, "facts", "--json", "--record", record],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert shown.returncode == 1
    assert shown.stderr == "communique: standard output: cannot be written (No space left on device)\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_bad_input_output_file_on_a_full_disk_is_told_in_one_line(record: Path) -> None:
    shown = run("read", record.parent / "suva.txt", "--json", "-o", "/dev/full")
    assert shown.returncode == 1
    assert shown.stderr == "communique: /dev/full: cannot be written (No space left on device)\n"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device")
@pytest.mark.parametrize("command", [("documents",), ("verify",), ("add", "nothing.txt")])
def test_bad_input_record_that_is_a_device_is_refused(command: tuple[str, ...]) -> None:
    refused = run(*command, "--record", "/dev/null")
    assert refused.returncode == 3
    assert refused.stderr == "communique: /dev/null: is a device, pipe or socket, not a record\n"


@pytest.mark.skipif(sys.platform == "darwin", reason="its file names are UTF-8")
def test_bad_input_record_whose_name_is_not_utf8(tmp_path: Path, record: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\xfe.db"
    assert run("add", record.parent / "suva.txt", "-q", "--record", name).returncode == 0
    assert run("verify", "--record", name).returncode == 0


HOSTILE = [
    b"new\nline.txt",
    b"\x1b[31mred.txt",
    b"-rf.txt",
    b"\xff\xfe.txt",
    "😀.txt".encode(),
    b"surrogate\xed\xa0\x80.txt",
]


@pytest.mark.skipif(sys.platform == "darwin", reason="its file names are UTF-8")
@pytest.mark.parametrize("name", HOSTILE)
def test_bad_input_hostile_file_name_is_one_printable_line(tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).touch()
    read = run("read", tmp_path)
    assert read.returncode == 1
    assert read.stderr.endswith(".txt: is empty\n")
    assert read.stderr.strip().isprintable()


@pytest.mark.skipif(sys.platform == "darwin", reason="its file names are UTF-8")
@pytest.mark.parametrize("name", HOSTILE)
def test_bad_input_hostile_file_name_is_known_again(tmp_path: Path, name: bytes) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    Path(os.fsdecode(os.fsencode(documents) + b"/" + name)).write_text(SENTENCE)
    record = tmp_path / "record.db"
    assert run("add", documents, "--record", record).returncode == 0
    assert "0 added, 1 unchanged" in run("add", documents, "--record", record).stderr
    assert run("verify", "--record", record).returncode == 0


SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize("field", ["path", "title", "text", "publisher"])
def test_bad_input_script_is_escaped_on_the_page(tmp_path: Path, field: str) -> None:
    line = {"path": "a", "title": "Talks", "publisher": "Press office", "text": SENTENCE}
    line[field] = f"{line[field]} {SCRIPT}"
    path = tmp_path / "items.jsonl"
    path.write_text(json.dumps(line))
    page = run("read", path, "--format", "html").stdout
    assert "Josefa Rabuka" in page
    assert SCRIPT not in page


def test_bad_input_killed_while_adding_leaves_whole_documents(tmp_path: Path) -> None:
    path, record = tmp_path / "corpus.jsonl", tmp_path / "record.db"
    path.write_text("".join(json.dumps({"path": str(n), "text": f"{SENTENCE}Item {n}."}) + "\n" for n in range(1500)))
    adding = subprocess.Popen([PROGRAM, "add", path, "--record", record, "-q", "--workers", "1"])
    log = Path(f"{record}-wal")
    while adding.poll() is None and not (log.exists() and log.stat().st_size > 300_000):
        time.sleep(0.01)
    adding.send_signal(signal.SIGKILL)
    assert adding.wait() in (-signal.SIGKILL, 0)
    assert run("verify", "--record", record).returncode == 0
    assert run("add", path, "--record", record, "-q").returncode == 0
    assert run("verify", "--record", record).returncode == 0
    assert len(run("documents", "--record", record, "--json").stdout.splitlines()) == 1500
