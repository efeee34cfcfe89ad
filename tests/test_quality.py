"""The quality gate: what is read, against the documents that we wrote and annotated, may not fall below its floors.

``pytest tests/test_quality.py -s`` prints the tables of ``docs/accuracy.md``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from communique.evaluation import (
    Pair,
    Report,
    compile_annotations,
    format_reliability,
    format_table,
    found_intervals,
    pair_facts,
    reliability,
    score_pairs,
    score_references,
)
from communique.model import ALL_TYPES, to_json
from communique.readers import source_of
from communique.reading import Reading, read_source

ROOT = Path(__file__).parent.parent
OURS = ((ROOT / "tests/gold/annotations", ROOT / "tests/gold"), (ROOT / "samples/gold", ROOT / "samples/documents"))
FLOORS: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load((ROOT / "tests/gold/floors.yaml").read_text("utf-8"))
#: Gold that lies beside the repository on some machines, and is scored where it does.
DEVELOPMENT = ROOT.parent / "shared/gold/dev.jsonl"
BLIND = ROOT / "benchmarks/blind"
#: A type of fewer gold facts wanders too far to be held to a floor.
FACTS_FOR_A_FLOOR = 20
Line = dict[str, Any]


def read_files(paths: Iterable[Path]) -> list[Line]:
    """What the program reads in these files, as decoded lines of the record format."""
    lines = []
    for path in dict.fromkeys(paths):
        for reading in read_source(source_of(path)):
            assert isinstance(reading, Reading), reading
            lines.append(to_json(reading.document))
            lines += map(to_json, reading.facts)
    return lines


def print_figures(title: str, pairs: tuple[Pair, ...]) -> None:
    found, names = found_intervals(pairs)["all"], score_references(pairs)
    print(f"\n\n{title}: {len(pairs)}\n{format_table(score_pairs(pairs))}")
    print(f"found, 95 %: {found.low:.3f} to {found.high:.3f}")
    print(f"names of references: {names.gold} in gold, {names.read} read, {names.right} right, F1 {names.names:.3f}")
    print(format_reliability(reliability(pairs)))


@pytest.fixture(scope="module")
def gold() -> list[Line]:
    """The annotations of all our documents, compiled."""
    return [
        line
        for annotations, texts in OURS
        for line in compile_annotations(sorted(annotations.glob("*.json")), texts=texts)
    ]


@pytest.fixture(scope="module")
def ours(gold: list[Line]) -> tuple[Pair, ...]:
    """Every document of ours with its gold and what is read in it today."""
    sources = [line["source"] for line in gold if line["kind"] == "document"]
    places = [texts / source for source in sources for _, texts in OURS]
    return pair_facts(gold, read_files(place for place in places if place.is_file()))


@pytest.fixture(scope="module")
def report(ours: tuple[Pair, ...]) -> Report:
    print_figures("Documents of ours", ours)
    return score_pairs(ours)


def test_quality_gold_is_at_least_sixty_documents_all_of_which_are_read(report: Report, ours: tuple[Pair, ...]) -> None:
    assert len(ours) >= 60
    assert not report.unread


@pytest.mark.parametrize("kind", [*ALL_TYPES, "all"])
def test_quality_found_stays_above_its_floor(report: Report, kind: str) -> None:
    row = report.rows[kind]
    if kind not in FLOORS["ours"]:
        assert row.gold < FACTS_FOR_A_FLOOR, f"{kind} has {row.gold} gold facts and no floor"
        return
    floor = FLOORS["ours"][kind]["floor"]
    assert row.found >= floor, f"{kind}: found F1 {row.found:.3f} is below {floor}\n{format_table(report)}"


def test_quality_floors_say_since_when_and_why() -> None:
    for floors in FLOORS.values():
        for kind, entry in floors.items():
            assert kind in {*ALL_TYPES, "all"}
            assert 0 < entry["floor"] < 1
            assert isinstance(entry["since"], date)
            assert len(entry["why"].split()) >= 4


@pytest.mark.skipif(not DEVELOPMENT.is_file(), reason="the development gold does not lie beside the repository")
def test_quality_development_gold_stays_above_its_floor() -> None:
    gold = [json.loads(line) for line in DEVELOPMENT.read_text("utf-8").splitlines()]
    texts = DEVELOPMENT.with_suffix("")
    predicted = read_files(texts / line["source"] for line in gold if line["kind"] == "document")
    pairs = pair_facts(gold, predicted)
    print_figures("Development gold", pairs)
    report = score_pairs(pairs)
    assert not report.unread
    assert report.rows["all"].found >= FLOORS["development"]["all"]["floor"], format_table(report)


def test_quality_gold_evidence_never_stands_in_boilerplate(gold: list[Line]) -> None:
    boilerplate = {
        line["id"]: [part for part in line.get("parts", ()) if part["role"] == "boilerplate"]
        for line in gold
        if line["kind"] == "document"
    }
    for fact in gold:
        for span in fact.get("evidence", ()):
            for part in boilerplate[fact["document"]]:
                assert span["end"] <= part["start"] or part["end"] <= span["start"], span["text"]


def test_quality_gold_commitments_are_planned_or_hypothetical(gold: list[Line]) -> None:
    assert {line["realis"] for line in gold if line.get("type") == "commitment"} <= {"planned", "hypothetical"}


def test_quality_gold_has_no_fact_twice(gold: list[Line]) -> None:
    facts = Counter(json.dumps(line, sort_keys=True) for line in gold if line["kind"] == "fact")
    assert not [fact for fact, times in facts.items() if times > 1]


def test_quality_blind_rounds_are_kept_without_words() -> None:
    for path in BLIND.rglob("*.jsonl"):
        for line in map(json.loads, path.read_text("utf-8").splitlines()):
            assert not {"title", "text"} & line.keys()
            # "text" may be what the date stands on, and nothing else
            assert '"text"' not in json.dumps(line | {"published_basis": None})
            assert all(span.keys() == {"start", "end"} for span in line.get("evidence", ()))


def test_quality_blind_rounds_each_have_their_first_score() -> None:
    first = yaml.safe_load((BLIND / "rounds.yaml").read_text("utf-8"))["first"]
    scored = [*BLIND.glob("round-*.jsonl"), *BLIND.glob("further/*.jsonl")]
    assert {f"{name}.jsonl" for name in first} == {path.name for path in scored}
