"""Gold kept without the words of its documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation import GoldError, compile_annotations, from_standoff, score, to_standoff
from communique.evaluation.standoff import NAME_WORDS
from communique.model import document_id

PATH = "statements/2024-05-03-suva.txt"
TEXT = (
    "SUVA, 3 May 2024. Foreign Minister Sigrid Holm met Josefa Rabuka, Minister for Foreign Affairs, External Trade\n"
    "and Overseas Fijians, and thanked her for the warm welcome. 🌺 The two ministers agreed to open embassies in both "
    "capitals by the end of the year."
)
OFFICE = "Minister for Foreign Affairs, External Trade and Overseas Fijians"
ANNOTATION: dict[str, Any] = {
    "source": "suva.txt",
    "document": {
        "title": "Holm meets Rabuka",
        "published": "2024-05-03",
        "genre": "press-release",
        "speaker": None,
        "parts": [{"role": "dateline", "text": "SUVA, 3 May 2024"}],
    },
    "facts": [
        {
            "type": "meeting",
            "roles": {"participant": ["Sigrid Holm", {"name": "Josefa Rabuka", "text": "Josefa Rabuka"}]},
            "time": {"edtf": "2024-05-03", "text": "3 May 2024"},
            "place": {"name": "Suva", "text": "SUVA", "aliases": ["the Fijian capital"]},
            "value": {"topics": []},
            "evidence": ["Sigrid Holm met Josefa Rabuka"],
        },
        {
            "type": "tenure",
            "roles": {"holder": ["Josefa Rabuka"], "body": [{"name": "Fiji"}]},
            "value": {"role": OFFICE, "phase": "holds"},
            "evidence": [f"Josefa Rabuka, {OFFICE}"],
        },
        {
            "type": "conference",
            "roles": {"name": [{"name": "warm welcome", "text": "the warm welcome"}]},
            "evidence": ["the warm welcome"],
        },
        {
            "type": "commitment",
            "realis": "planned",
            "roles": {"agent": [{"name": "Sigrid Holm", "text": "The two ministers"}]},
            "value": {"action": "open embassies in both capitals", "due": "../2024-12-31"},
            "evidence": ["agreed to open embassies in both capitals"],
        },
    ],
}
CORPUS = {PATH: TEXT, "statements/other.txt": "Nothing happened."}


@pytest.fixture
def gold(tmp_path: Path) -> list[dict[str, Any]]:
    (tmp_path / "suva.txt").write_text(TEXT, encoding="utf-8")
    annotation = tmp_path / "suva.json"
    annotation.write_text(json.dumps(ANNOTATION), encoding="utf-8")
    return list(compile_annotations([annotation], texts=tmp_path))


def test_standoff_comes_back_as_it_was(gold: list[dict[str, Any]]) -> None:
    document, *facts = from_standoff(to_standoff(gold, CORPUS), CORPUS)
    assert facts == gold[1:]
    assert (document["source"], document["text"], document["published"]) == (PATH, TEXT, "2024-05-03")
    assert score(gold, [document, *facts]).rows["all"].whole == 1.0


def test_standoff_has_the_document_under_its_path_and_hash(gold: list[dict[str, Any]]) -> None:
    document = next(to_standoff(gold, CORPUS))
    assert document["path"] == PATH
    assert document["sha256"].startswith(document["id"])
    assert not {"title", "url", "text", "parts", "source"} & document.keys()


def test_standoff_holds_no_quotation(gold: list[dict[str, Any]]) -> None:
    text = " ".join(TEXT.split())
    written = json.dumps(list(to_standoff(gold, CORPUS)), ensure_ascii=False)
    words = text.split()
    runs = [" ".join(words[i : i + NAME_WORDS + 1]) for i in range(len(words) - NAME_WORDS)]
    assert not [run for run in runs if run in written]
    assert '"text"' not in written


def test_standoff_keeps_short_names_readable_and_long_ones_as_offsets(gold: list[dict[str, Any]]) -> None:
    _, meeting, tenure, *_ = to_standoff(gold, CORPUS)
    assert [f["name"] for f in meeting["roles"]["participant"]] == ["Sigrid Holm", "Josefa Rabuka"]
    assert meeting["place"]["aliases"] == ["the Fijian capital"]
    office = tenure["value"]["role"]
    assert TEXT[office["start"] : office["end"]].replace("\n", " ") == OFFICE


def test_standoff_implied_filler_has_neither_offsets_nor_words(gold: list[dict[str, Any]]) -> None:
    tenure = list(from_standoff(to_standoff(gold, CORPUS), CORPUS))[2]
    (body,) = tenure["roles"]["body"]
    assert body == {"entity": None, "name": "Fiji", "start": None, "end": None, "text": None}


def test_standoff_document_outside_the_corpus_is_an_error(gold: list[dict[str, Any]]) -> None:
    with pytest.raises(GoldError, match=r"suva\.txt: no text of the corpus has its words"):
        list(to_standoff(gold, {PATH: "Other words."}))
    kept = list(to_standoff(gold, CORPUS))
    with pytest.raises(GoldError, match=rf"{PATH}: is not in the corpus"):
        list(from_standoff(kept, {}))


def test_standoff_changed_text_is_an_error(gold: list[dict[str, Any]]) -> None:
    kept = list(to_standoff(gold, CORPUS))
    with pytest.raises(GoldError, match="is not the text that was annotated"):
        list(from_standoff(kept, {PATH: TEXT + " "}))


def test_standoff_span_outside_the_text_is_an_error(gold: list[dict[str, Any]]) -> None:
    kept = json.loads(json.dumps(list(to_standoff(gold, CORPUS))))
    kept[1]["evidence"][0]["end"] = len(TEXT) + 1
    with pytest.raises(GoldError, match=rf"{PATH}: has no characters"):
        list(from_standoff(kept, CORPUS))


def test_standoff_fact_before_its_document_is_an_error(gold: list[dict[str, Any]]) -> None:
    kept = list(to_standoff(gold, CORPUS))
    with pytest.raises(GoldError, match="has facts but no line of its own"):
        list(from_standoff(kept[1:], CORPUS))


@given(st.text(min_size=1, max_size=80).filter(str.strip), st.data())
def test_standoff_spans_of_any_text_come_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = {"start": start, "end": end, "text": text[start:end]}
    identity = document_id(text)
    fact = {
        "kind": "fact",
        "document": identity,
        "type": "statement",
        "realis": "actual",
        "roles": {"speaker": [{"name": " ".join(text[start:end].split()), "entity": None, **span}]},
        "value": {"content": [span]},
        "attribution": [],
        "evidence": [span],
    }
    kept = list(to_standoff([{"kind": "document", "id": identity}, fact], {"a": text}))
    assert list(from_standoff(kept, {"a": text}))[1] == fact
