from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from shutil import copy

import pytest
from test_record_readings import CALL, ENGINE, call_reading, visit_reading

from communique.record import open_record


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "record.db"
    with open_record(path) as record:
        record.add(visit_reading(), extractor=ENGINE)
        record.add(call_reading(), f"<p>{CALL}</p>".encode(), extractor=ENGINE)
    return path


@pytest.fixture
def path(tmp_path: Path, sound: Path) -> Path:
    return Path(copy(sound, tmp_path))


def problems(path: Path, *statements: str) -> str:
    """What verify finds after somebody edited the file by SQL."""
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    with open_record(path) as record:
        verification = record.verify()
    assert verification.ok == (not verification.problems)
    return "\n".join(verification.problems)


def test_verify_counts_what_it_checked_and_finds_a_sound_record_sound(path: Path) -> None:
    with open_record(path) as record:
        verification = record.verify()
    assert verification.ok
    counts = {k: v for k, v in verification.checked.items() if k != "pages"}
    assert counts == {
        "references": 10,
        "originals": 1,
        "documents": 2,
        "parts": 2,
        "mentions": 3,
        "facts": 4,
        "evidence": 4,
        "versions": 2,
        "full-text indexes": 1,
    }


PLANTED = {
    "id .* is not the hash of its text": "UPDATE documents SET text = replace(text, 'rail', 'road')",
    "evidence .* does not stand there": 'UPDATE evidence SET start = start + 1, "end" = "end" + 1',
    "mention 'Jose Nunez' at": "UPDATE mentions SET text = 'Jose Nunez' WHERE text = 'José Núñez'",
    "participant of a meeting": "UPDATE fillers SET text = 'her' || substr(text, 4) WHERE text LIKE 'his %'",
    "topics .* does not stand there": "UPDATE facts SET value = replace(value, 'rail', 'road')",
    "fact .* its id is not the hash": "UPDATE facts SET type = 'visit' WHERE type = 'meeting'",
    "has no evidence": "DELETE FROM evidence",
    "field does not hold what it should": "UPDATE facts SET value = '{'",
    "not an EDTF date": "UPDATE facts SET time_edtf = '4 March' WHERE time_edtf = '2021-03-04'",
    "overlaps the part before": 'UPDATE parts SET "end" = 99999',
    "refers to a row of entities": "DELETE FROM entities WHERE id = 'Q1770'",
    "refers to a row of documents": "DELETE FROM documents WHERE source = 'statements/call.txt'",
    "do not decompress": "UPDATE originals SET bytes = x'00'",
    "bytes are others": "UPDATE originals SET size = size + 1",
    "not those that came": "UPDATE versions SET hash = 'abc' WHERE original IS NULL",
    "whether it is current": "UPDATE documents SET current = 0",
    "full text: the index is out of step": "INSERT INTO fulltext(fulltext) VALUES ('delete-all')",
}


@pytest.mark.parametrize("problem", PLANTED)
def test_verify_finds_planted_corruption(path: Path, problem: str) -> None:
    found = problems(path, PLANTED[problem])
    assert re.search(problem, found), found


def test_verify_finds_a_damaged_file(path: Path) -> None:
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'evidence'").fetchone()
    connection.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 8192 + 8 : (page - 1) * 8192 + 40] = b"\xff" * 32
    path.write_bytes(data)
    assert "the record is damaged" in problems(path)


def test_verify_of_a_record_opened_for_reading_leaves_the_index_out(path: Path) -> None:
    with open_record(path, write=False) as record:
        verification = record.verify()
    assert verification.ok
    assert "full-text indexes" not in verification.checked
