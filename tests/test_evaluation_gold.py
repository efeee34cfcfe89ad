"""Annotations by hand, compiled to records with offsets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation import GoldError, compile_annotations, score
from communique.evaluation.gold import locate
from communique.model import Document, Fact, Span, from_json

TEXT = """Ministers meet in Valletta

Valletta, 4 June 2024. Foreign Minister Rita Camilleri received
Foreign Minister Paulo Nhantumbo of Mozambique. Camilleri said
that Malta would open an embassy in Maputo.
"""
MEETING = {
    "type": "meeting",
    "roles": {"participant": ["Rita Camilleri", {"name": "Paulo Nhantumbo", "text": "Paulo Nhantumbo"}]},
    "time": {"edtf": "2024-06-04", "text": "4 June 2024"},
    "place": "Valletta@2",
    "value": {"topics": []},
    "evidence": ["Camilleri received Foreign Minister Paulo Nhantumbo", "Ministers meet"],
}
STATEMENT = {
    "type": "statement",
    "roles": {"speaker": [{"name": "Rita Camilleri", "text": "Camilleri@2"}]},
    "value": {"form": "indirect", "content": "Malta would open an embassy", "stance": "promise"},
    "evidence": ["Camilleri said that Malta would open an embassy"],
}


def annotate(folder: Path, *facts: dict[str, Any], text: str = TEXT, **more: Any) -> Path:
    (folder / "valletta.txt").write_text(text, encoding="utf-8", newline="")
    path = folder / "valletta.json"
    path.write_text(json.dumps({"source": "valletta.txt", "facts": list(facts), **more}), encoding="utf-8")
    return path


def compile_one(folder: Path, *facts: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    return list(compile_annotations([annotate(folder, *facts, **more)], texts=folder))


def test_gold_compiles_to_lines_of_the_record_format(tmp_path: Path) -> None:
    document, meeting, statement = map(from_json, compile_one(tmp_path, MEETING, STATEMENT))
    assert isinstance(document, Document)
    assert isinstance(meeting, Fact)
    assert isinstance(statement, Fact)
    assert document.text == TEXT
    assert meeting.document == statement.document == document.id
    assert meeting.realis == "actual"
    for span in (*meeting.evidence, *statement.evidence, *statement.value["content"]):
        assert document.text[span.start : span.end] == span.text


def test_gold_quotation_may_run_over_a_line_break(tmp_path: Path) -> None:
    _, meeting = compile_one(tmp_path, MEETING)
    assert meeting["evidence"][0]["text"] == "Camilleri received\nForeign Minister Paulo Nhantumbo"


def test_gold_at_sign_takes_a_later_occurrence(tmp_path: Path) -> None:
    _, meeting = compile_one(tmp_path, MEETING)
    assert meeting["place"] == {"name": "Valletta", "entity": None, "start": 28, "end": 36, "text": "Valletta"}


def test_gold_filler_without_text_is_implied(tmp_path: Path) -> None:
    _, fact = compile_one(tmp_path, STATEMENT | {"roles": {"speaker": [{"name": "Malta", "aliases": ["Valletta"]}]}})
    assert fact["roles"]["speaker"] == [
        {"entity": None, "name": "Malta", "aliases": ["Valletta"], "start": None, "end": None, "text": None}
    ]


def test_gold_time_may_be_a_date_without_words(tmp_path: Path) -> None:
    _, fact = compile_one(tmp_path, STATEMENT | {"time": "2024-06-04"})
    assert fact["time"] == {"edtf": "2024-06-04", "start": None, "end": None, "text": None}


def test_gold_metadata_go_into_the_document(tmp_path: Path) -> None:
    metadata = {
        "title": "Ministers meet in Valletta",
        "genre": "news",
        "parts": [{"role": "title", "text": "Ministers meet"}],
    }
    document, _ = compile_one(tmp_path, MEETING, document=metadata)
    assert document["genre"] == "news"
    assert document["parts"] == [{"role": "title", "start": 0, "end": 14}]


def test_gold_compiled_scores_perfectly_against_itself(tmp_path: Path) -> None:
    lines = compile_one(tmp_path, MEETING, STATEMENT)
    assert score(lines, lines).rows["all"].whole == 1.0


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"evidence": ["Camilleri refused"]}, "'Camilleri refused' does not stand in the text"),
        ({"evidence": ["Camilleri@3"]}, "'Camilleri' stands 2 times, occurrence 3 was wanted"),
        ({"evidence": ["ister Rita"]}, "'ister Rita' does not stand in the text"),
        ({"evidence": []}, "a statement without evidence"),
        ({"type": "rumour"}, "no type 'rumour'"),
        ({"realis": "likely"}, "no realis 'likely'"),
        ({"value": {"stance": "angry"}}, "no stance 'angry'"),
        ({"value": {"content": ["no embassy"]}}, "'no embassy' does not stand in the text"),
    ],
)
def test_gold_error_names_file_fact_and_reason(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    path = annotate(tmp_path, MEETING, STATEMENT | change)
    with pytest.raises(GoldError) as error:
        list(compile_annotations([path], texts=tmp_path))
    assert str(error.value) == f"{path}: fact 2: {reason}"


def test_gold_error_tells_of_every_fact_that_is_wrong(tmp_path: Path) -> None:
    path = annotate(tmp_path, MEETING | {"type": "rumour"}, STATEMENT, STATEMENT | {"realis": "likely"})
    with pytest.raises(GoldError) as error:
        list(compile_annotations([path], texts=tmp_path))
    assert [line.split(": ")[1] for line in str(error.value).splitlines()] == ["fact 1", "fact 3"]


def test_gold_error_for_a_text_that_is_missing(tmp_path: Path) -> None:
    path = annotate(tmp_path, source="marsaxlokk.txt")
    with pytest.raises(GoldError, match=r"valletta\.json: .*marsaxlokk\.txt: No such file"):
        list(compile_annotations([path], texts=tmp_path))


def test_gold_error_for_a_file_that_is_not_json(tmp_path: Path) -> None:
    path = tmp_path / "valletta.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match=r"valletta\.json: "):
        list(compile_annotations([path], texts=tmp_path))


def test_gold_item_of_a_jsonl_file(tmp_path: Path) -> None:
    lines = [{"path": "a", "text": "Nothing."}, {"path": "b", "text": "The ministers met."}]
    (tmp_path / "items.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    fact = {"type": "meeting", "roles": {"participant": ["The ministers"]}, "evidence": ["met"]}
    document, meeting = compile_one(tmp_path, fact, source="items.jsonl", item="b")
    assert document["text"] == "The ministers met."
    assert meeting["evidence"] == [{"start": 14, "end": 17, "text": "met"}]


@given(
    words=st.lists(
        st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="@"), min_size=1), min_size=1
    ),
    gaps=st.lists(st.sampled_from([" ", "\n", "  ", "\t", "\r\n"]), min_size=3, max_size=3),
    before=st.sampled_from(["", "😀 ", "x. "]),
)
def test_gold_locate_gives_offsets_that_reproduce_the_quotation(words: list[str], gaps: list[str], before: str) -> None:
    text = before + "".join(word + gaps[i % 3] for i, word in enumerate(words))
    span = locate(text, " ".join(words))
    assert Span.of(text, span["start"], span["end"]).text == span["text"]
    assert span["text"].split() == " ".join(words).split()
