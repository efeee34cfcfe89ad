"""The benchmark of journeys abroad: its matching, that it can fail, and its draw."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from tables import read_table
from trips import COLUMNS, compare, draw, read_items, same_person

ROW = {
    "id": "1",
    "traveller_office": "secretary",
    "name": "Ana Brandt",
    "start": "2024-05-03",
    "end": "2024-05-04",
    "country": "Norway",
    "locale": "Oslo",
    "remarks": "Met with Prime Minister Vale and senior Norwegian officials.",
}
VALE: dict[str, Any] = {
    "types": ["meeting"],
    "kind": "person",
    "start": 24,
    "end": 28,
    "name": "Vale",
    "office": "Prime Minister",
    "state": "Norway",
}
OFFICIALS: dict[str, Any] = {"types": ["meeting"], "kind": "group", "start": 33, "end": 59}


def test_benchmark_trips_finds_counterparts_with_their_offices() -> None:
    count = compare([VALE, OFFICIALS], read_items(ROW))
    assert (count.found, count.gold, count.read) == (2, 2, 2)
    assert (count.states, count.persons) == (1, 1)


def test_benchmark_trips_a_wrong_office_or_type_is_missed_and_wrong() -> None:
    for changed in ({"office": "President"}, {"types": ["call"]}):
        count = compare([VALE | changed, OFFICIALS], read_items(ROW))
        assert (count.found, count.gold, count.read) == (1, 2, 2)


def test_benchmark_trips_optional_items_count_neither_way() -> None:
    count = compare([VALE, OFFICIALS | {"optional": True}], read_items(ROW))
    assert (count.found, count.gold, count.read) == (1, 1, 1)


def test_benchmark_trips_names_agree_in_the_last_word() -> None:
    assert same_person("Vale", "Jonas Vale")
    assert same_person("Mao Tse-tung", "Mao Tse tung")
    assert not same_person("Jonas Vale", "Jonas Brandt")


def test_benchmark_trips_draws_remarks_that_differ_the_same_each_time() -> None:
    rows = [ROW | {"id": str(n), "remarks": f"Remark {n % 300}."} for n in range(900)]
    drawn = draw(rows)
    assert len({row["remarks"] for row in drawn}) == 200
    assert drawn == draw(list(reversed(rows)))


def test_benchmark_trips_tells_bad_tables_in_one_line(tmp_path: Path) -> None:
    bad = tmp_path / "trips.csv"
    bad.write_text("id,name\n1,Ana Brandt\n")
    with pytest.raises(SystemExit, match="has no column"):
        read_table(bad, COLUMNS)
    with pytest.raises(SystemExit, match="is not a readable CSV file"):
        read_table(tmp_path / "none.csv", COLUMNS)
