from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event
from test_record_readings import ENGINE, call_reading, visit_reading

from communique.model import Document, document_id
from communique.reading import Reading
from communique.record import RecordError, open_record
from communique.record.schema import REVISIONS, metadata

MIGRATIONS = Path(sys.modules["communique.record"].__file__ or "").parent / "migrations"


def plain(number: int) -> Reading:
    text = f"Statement number {number}. " + "The ministers discussed the matter at length. " * 30
    return Reading(Document(document_id(text), f"{number}.txt", "text/plain", text), (), (), ())


def test_opening_makes_a_record_of_the_present_schema(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record, record.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    # FTS5's own tables are not in the schema; everything else agrees
    assert [d for d in differences if not (d[0] == "remove_table" and d[1].name.startswith("fulltext"))] == []


def test_opening_knows_every_migration() -> None:
    revisions = [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()]
    assert tuple(reversed(revisions)) == REVISIONS


def test_opening_fills_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.touch()
    with open_record(path) as record:
        assert record.summary().documents == 0


def test_opening_takes_any_path(tmp_path: Path) -> None:
    folder = tmp_path / "50% of? it#1 'é"
    folder.mkdir()
    with open_record(folder / "a?mode=memory&b#c.db") as record:
        record.add(visit_reading(), extractor=ENGINE)
    assert [p.name for p in folder.iterdir()] == ["a?mode=memory&b#c.db"]


def refusal(path: Path, **options: bool) -> str:
    with pytest.raises(RecordError) as error:
        open_record(path, **options)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)
    return error.value.reason


def test_opening_refuses_what_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("Not a database, but long enough to look at. " * 40)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE things (x)")
    other.close()
    before = (tmp_path / "other.db").read_bytes()
    assert "not an SQLite database" in refusal(tmp_path / "text.db")
    assert "an SQLite database of something else" in refusal(tmp_path / "other.db")
    assert (tmp_path / "other.db").read_bytes() == before
    assert "is a folder" in refusal(tmp_path)
    assert "no such folder" in refusal(tmp_path / "nowhere" / "record.db")
    assert "no such record" in refusal(tmp_path / "missing.db", write=False)
    assert not (tmp_path / "missing.db").exists()


def test_opening_refuses_a_newer_version(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    open_record(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "made by a newer Communique (schema 9999" in refusal(path)


def test_opening_for_reading_refuses_to_write(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_record(path) as record:
        record.add(visit_reading(), extractor=ENGINE)
    with open_record(path, write=False) as record:
        assert record.summary().documents == 1
        with pytest.raises(RecordError, match="for reading only"):
            record.add(call_reading(), extractor=ENGINE)


def test_opening_says_when_another_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_record(path) as writer, open_record(path, timeout=0.05) as other, writer.batch():
        writer.add(visit_reading(), extractor=ENGINE)
        # a reader is not kept waiting, and sees what was committed
        assert other.summary().documents == 0
        with pytest.raises(RecordError, match="locked by another process"):
            other.add(call_reading(), extractor=ENGINE)


def test_opening_a_full_disk_keeps_the_record_whole(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        record.add(visit_reading(), extractor=ENGINE)

        @event.listens_for(record.engine, "engine_connect")
        def limit(connection: object) -> None:
            connection.connection.driver_connection.execute("PRAGMA max_page_count = 60")  # type: ignore[attr-defined]

        with pytest.raises(RecordError, match=r"record\.db: the disk is full"), record.batch():
            for number in range(1000):
                record.add(plain(number), extractor=ENGINE)
        assert record.summary().documents == 1
        assert record.verify().ok


def test_opening_a_batch_does_not_outlive_an_error(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:

        @event.listens_for(record.engine, "engine_connect")
        def limit(connection: object) -> None:
            connection.connection.driver_connection.execute("PRAGMA max_page_count = 60")  # type: ignore[attr-defined]

        refused = 0
        with pytest.raises(RecordError, match="an earlier error has ended this batch"), record.batch():
            for number in range(1000):
                try:
                    record.add(plain(number), extractor=ENGINE)
                except RecordError:
                    refused += 1
        assert refused > 100
        assert record.summary().documents == 0


ENDLESS = """
import sys
sys.path.insert(0, sys.argv[2])
from test_record_opening import ENGINE, plain, open_record
with open_record(sys.argv[1]) as record, record.batch():
    for number in range(10**9):
        record.add(plain(number), extractor=ENGINE)
        if number % 500 == 499:
            print(number, flush=True)
"""


def test_opening_after_kill_9_finds_the_record_whole(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(path), str(Path(__file__).parent)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        for _ in range(3):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    with open_record(path) as record:
        assert record.summary().documents >= 1000
        assert record.verify().problems == ()
        assert record.add(plain(0), extractor=ENGINE) == "unchanged"
        assert record.add(plain(-1), extractor=ENGINE) == "added"


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from test_record_opening import ENGINE, plain, open_record
with open_record(sys.argv[1]) as record:
    for number in range(int(sys.argv[3]), int(sys.argv[3]) + 40):
        record.add(plain(number), extractor=ENGINE)
        record.summary()
"""


def test_opening_by_several_processes_at_once(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    command = [sys.executable, "-c", WRITER, str(path), str(Path(__file__).parent)]
    processes = [subprocess.Popen([*command, str(first)]) for first in (0, 20, 60)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    with open_record(path) as record:
        assert record.summary().documents == 100
        assert record.verify().ok
