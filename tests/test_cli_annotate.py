"""``communique annotate``: from the program's own reading to gold that a person corrects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from communique.faces.cli import app

TEXT = (
    "Foreign Minister Sigrid Holm met her Fijian counterpart, Josefa Rabuka, in Suva on 3 May 2024.\n\n"
    "Holm met Josefa Rabuka again in Nadi on 4 May. She said that Norway would send an ambassador to Suva.\n"
)


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "texts" / "statement.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_cli_annotate_writes_gold_against_which_the_program_scores_one(tmp_path: Path, statement: Path) -> None:
    gold = tmp_path / "statement.json"
    assert run("annotate", statement, "-o", gold).exit_code == 0
    result = run("evaluate", gold, "--json")
    assert result.exit_code == 0
    rows = json.loads(result.stdout)["rows"]
    assert rows["all"]["gold"] > 3
    assert rows["all"]["whole"] == rows["all"]["evidence"] == rows["all"]["roles"] == 1


def test_cli_annotate_numbers_a_quotation_that_stands_before(statement: Path) -> None:
    annotation = json.loads(run("annotate", statement).stdout)
    places = [fact["place"]["text"] for fact in annotation["facts"] if fact["type"] == "meeting"]
    assert places == ["Suva", "Nadi"]
    holders = [f["text"] for fact in annotation["facts"] for f in fact["roles"].get("participant", ())]
    assert "Josefa Rabuka@2" in holders


def test_cli_annotate_blank_has_no_facts(statement: Path) -> None:
    annotation = json.loads(run("annotate", statement, "--blank", "--published", "2024-05-05").stdout)
    assert annotation["facts"] == []
    assert annotation["source"] == str(statement)
    assert annotation["document"]["published"] == "2024-05-05"


def test_cli_annotate_asks_which_of_several_documents(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("".join(json.dumps({"path": f"{n}.txt", "text": f"{n}. {TEXT}"}) + "\n" for n in range(2)))
    result = run("annotate", corpus)
    assert result.exit_code == 2
    assert "holds 2 documents" in result.stderr
    assert "0.txt, 1.txt" in result.stderr
    annotation = json.loads(run("annotate", corpus, "--item", "1.txt").stdout)
    assert annotation["item"] == "1.txt"
    assert run("annotate", corpus, "--item", "7.txt").exit_code == 2


def test_cli_evaluate_says_what_is_wrong_with_an_annotation(tmp_path: Path, statement: Path) -> None:
    gold = tmp_path / "statement.json"
    gold.write_text(json.dumps({"source": "texts/statement.txt", "facts": [{"type": "meeting", "evidence": ["No"]}]}))
    result = run("evaluate", gold)
    assert result.exit_code == 1
    assert result.stderr == f"communique: {gold}: fact 1: 'No' does not stand in the text\n"
