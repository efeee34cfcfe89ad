"""The benchmark of visits to the United States: who is named, who is found, and on which day."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from visits import Visit, events_of, in_united_states, is_named, may_be, readings, state_of, tells, visit_of, windows

READOUT = (
    "President Joseph R. Biden, Jr. met today with Prime Minister Tupou Vale of Tonga at the White House to discuss "
    "fisheries."
)
PATH = "statements-releases/2022-05/2022-05-03-readout.txt"


def vale(day: str = "2022-05-03", state: str = "Tonga") -> Visit:
    return visit_of({"id": "1", "start": day, "end": day, "visitor": "Prime Minister Tupou Vale", "from": state})


def found(visit: Visit, text: str = READOUT) -> bool:
    page = f"---\ntitle: Readout\ndate: 2022-05-03\n---\n\n{text}\n"
    return any(tells(visit, told) for r in readings("2022-05-03-a.md", page) for told in events_of(PATH, r))


def test_benchmark_visits_finds_person_state_and_day() -> None:
    assert found(vale())
    assert found(vale("2022-05-02")), "the table has the day of arrival"
    assert not found(vale("2022-05-07"))
    assert not found(vale(state="Fiji"))
    assert not found(vale(), READOUT.replace("Tupou Vale", "Jonas Brandt"))


def test_benchmark_visits_counts_only_visitors_who_are_named() -> None:
    assert is_named(vale(), READOUT)
    assert is_named(vale(), "Prime Minister Vale came from Tonga.")
    assert not is_named(vale(), "Prime Minister Vale came by ship.")
    assert not is_named(vale(), "Mr. Vale came from Tonga.")


def test_benchmark_visits_knows_names_in_another_order_and_spelling() -> None:
    assert may_be(("suga", "yoshihide"), ["yoshihide", "suga"])
    assert may_be(("volodymyr", "zelensky"), ["zelenskyy"])
    assert not may_be(("volodymyr", "zelensky"), ["volodymyr", "brandt"])
    assert state_of("Congo, Republic of") == state_of("Republic of the Congo")
    assert state_of("Somoa") is None


def test_benchmark_visits_asks_for_visitors_in_the_united_states() -> None:
    def inside(text: str) -> list[bool]:
        (reading,) = readings(PATH, text)
        return [in_united_states(told) for told in events_of(PATH, reading)]

    assert inside("President Ana Brandt of Norway travelled to Washington.") == [True]
    assert inside("President Ana Brandt of Norway travelled to Suva.") == [False]


def test_benchmark_visits_reads_only_the_days_of_visits(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text('{"path": "a/2022-05-05-a.md", "text": ""}\n{"path": "a/2022-05-06-a.md", "text": ""}\n')
    assert [(path, day) for path, day, _ in windows(corpus, [vale()])] == [("a/2022-05-05-a.md", date(2022, 5, 5))]


def test_benchmark_visits_tells_bad_input_in_one_line(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("no JSON\n")
    with pytest.raises(SystemExit, match="is not a corpus"):
        list(windows(corpus, [vale()]))
    with pytest.raises(SystemExit, match="visit 1: "):
        vale("3 May")
