"""Scores of one record against another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation import Report, format_table, score

TEXT = (
    "Foreign Minister Sigrid Holm met her Fijian counterpart, Josefa Rabuka, in Suva on 3 May 2024. "
    "Holm thanked Fiji for its hospitality. The two ministers agreed to open embassies by the end of the year."
)
DOCUMENT = {"kind": "document", "id": "suva", "text": TEXT}


def filler(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "entity": None, "start": None, "end": None, "text": None, **more}


def fact(kind: str, quotation: str, roles: dict[str, Sequence[str | dict[str, Any]]], **more: Any) -> dict[str, Any]:
    start = TEXT.index(quotation)
    return {
        "kind": "fact",
        "document": "suva",
        "type": kind,
        "realis": "actual",
        "roles": {role: [filler(f) if isinstance(f, str) else f for f in fs] for role, fs in roles.items()},
        "time": None,
        "place": None,
        "attribution": [],
        "evidence": [{"start": start, "end": start + len(quotation), "text": quotation}],
        **more,
    }


MEETING = fact(
    "meeting",
    "met her Fijian counterpart",
    {"participant": ["Sigrid Holm", "Josefa Rabuka"]},
    time={"edtf": "2024-05-03", "start": None, "end": None, "text": None},
    place=filler("Suva"),
)
THANKS = fact("statement", "Holm thanked Fiji", {"speaker": ["Sigrid Holm"], "addressee": ["Fiji"]})
PROMISE = fact("commitment", "agreed to open embassies", {"agent": ["Sigrid Holm", "Josefa Rabuka"]}, realis="planned")


def compare(gold: Sequence[dict[str, Any]], predicted: Sequence[dict[str, Any]]) -> Report:
    return score([DOCUMENT, *gold], [DOCUMENT, *predicted])


def test_score_record_against_itself_is_perfect() -> None:
    report = compare([MEETING, THANKS, PROMISE], [MEETING, THANKS, PROMISE])
    everything = report.rows["all"]
    assert (everything.gold, everything.predicted) == (3, 3)
    assert everything.found == everything.whole == everything.roles == everything.evidence == 1.0
    assert not report.misses + report.extras + report.differences


def test_score_counts_misses_and_extras() -> None:
    invented = fact("visit", "in Suva", {"visitor": ["Sigrid Holm"], "destination": ["Fiji"]})
    report = compare([MEETING, THANKS, PROMISE], [MEETING, invented])
    everything = report.rows["all"]
    assert everything.precision == 1 / 2
    assert everything.recall == 1 / 3
    assert everything.found == 2 / 5
    assert [(m.type, m.evidence) for m in report.misses] == [
        ("statement", "Holm thanked Fiji"),
        ("commitment", "agreed to open embassies"),
    ]
    assert [(e.type, e.evidence) for e in report.extras] == [("visit", "in Suva")]


def test_score_shows_misses_in_the_text_around_them() -> None:
    (miss,) = compare([THANKS], []).misses
    assert miss.context == (
        "r Fijian counterpart, Josefa Rabuka, in Suva on 3 May 2024. Holm thanked Fiji for its hospitality. "
        "The two ministers agreed to open embas"
    )


def test_score_without_texts_shows_the_evidence_alone() -> None:
    report = score([{"kind": "document", "id": "suva"}, THANKS], [{"kind": "document", "id": "suva"}])
    assert report.misses[0].context == "Holm thanked Fiji"


@pytest.mark.parametrize(
    ("changes", "field", "gold_value", "predicted_value"),
    [
        ({"realis": "planned"}, "realis", "actual", "planned"),
        ({"time": None}, "time", "2024-05-03", "None"),
        ({"attribution": [filler("Fiji Times")]}, "attribution", "nobody", "Fiji Times"),
    ],
)
def test_score_found_but_not_whole(changes: dict[str, Any], field: str, gold_value: str, predicted_value: str) -> None:
    report = compare([MEETING], [MEETING | changes])
    row = report.rows["meeting"]
    assert (row.found, row.whole, getattr(row, field)) == (1.0, 0.0, 0.0)
    (difference,) = report.differences
    assert (difference.field, difference.gold, difference.predicted) == (field, gold_value, predicted_value)


def test_score_place_counts_for_itself_but_not_for_whole() -> None:
    row = compare([MEETING], [MEETING | {"place": filler("Nadi")}]).rows["meeting"]
    assert (row.whole, row.place) == (1.0, 0.0)


def test_score_evidence_is_intersection_over_union_of_characters() -> None:
    longer = fact("statement", "Holm thanked Fiji for its hospitality", {"speaker": ["Sigrid Holm"]})
    row = compare([THANKS], [longer]).rows["statement"]
    assert row.found == 1.0
    assert row.evidence == len("Holm thanked Fiji") / len("Holm thanked Fiji for its hospitality")


def test_score_needs_evidence_that_overlaps() -> None:
    elsewhere = fact("statement", "its hospitality", {"speaker": ["Sigrid Holm"]})
    assert compare([THANKS], [elsewhere]).rows["statement"].found == 0.0


def test_score_needs_half_of_the_identifying_fillers() -> None:
    half = fact("meeting", "met her Fijian counterpart", {"participant": ["Sigrid Holm"]})
    third = fact("meeting", "met her Fijian counterpart", {"participant": ["Sigrid Holm", "Fiji Times"]})
    assert compare([MEETING], [half]).rows["meeting"].found == 1.0
    assert compare([MEETING], [third]).rows["meeting"].found == 0.0


def test_score_other_roles_lower_roles_only() -> None:
    silent = fact("statement", "Holm thanked Fiji", {"speaker": ["Sigrid Holm"]})
    row = compare([THANKS], [silent]).rows["statement"]
    assert (row.found, row.whole) == (1.0, 1.0)
    assert row.roles == 2 * 1 / (2 + 1)


def test_score_conference_by_name_or_by_participants() -> None:
    gold = fact("conference", "met her Fijian counterpart", {"name": ["Pacific Forum"], "participant": ["Fiji"]})
    by_name = fact("conference", "met her Fijian counterpart", {"name": ["Pacific Forum"]})
    by_participant = fact("conference", "met her Fijian counterpart", {"participant": ["Fiji"]})
    by_neither = fact("conference", "met her Fijian counterpart", {"name": ["Budget Forum of 2020"]})
    assert compare([gold], [by_name]).rows["conference"].found == 1.0
    assert compare([gold], [by_participant]).rows["conference"].found == 1.0
    assert compare([gold], [by_neither]).rows["conference"].found == 0.0


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("Josefa Rabuka", "Rabuka", True),
        ("Josefa Rabuka", "Foreign Minister Josefa Rabuka", True),
        ("Josefa Rabuka", "Josefa", False),
        ("Orhan Selçukoğlu", "ORHAN SELCUKOGLU", True),
        ("Republic of Fiji", "Fiji", True),
        ("Foreign Secretary", "Secretary", True),
        ("Fiji", "", False),
    ],
)
def test_score_names_agree(gold: str, predicted: str, same: bool) -> None:
    report = compare(
        [fact("statement", "Holm thanked Fiji", {"speaker": [gold]})],
        [fact("statement", "Holm thanked Fiji", {"speaker": [predicted]})],
    )
    assert report.rows["statement"].found == float(same)


def test_score_alias_is_as_good_as_the_name() -> None:
    gold = fact("statement", "Holm thanked Fiji", {"speaker": [filler("Turkey", aliases=["Türkiye"])]})
    predicted = fact("statement", "Holm thanked Fiji", {"speaker": ["Türkiye"]})
    assert compare([gold], [predicted]).rows["statement"].found == 1.0


def test_score_matches_each_fact_once_and_the_best_first() -> None:
    vague = fact("statement", "Holm", {"speaker": ["Sigrid Holm"]}, realis="planned")
    report = compare([THANKS], [vague, THANKS])
    row = report.rows["statement"]
    assert (row.gold, row.predicted, row.precision) == (1, 2, 1 / 2)
    assert row.realis == 1.0
    assert [extra.evidence for extra in report.extras] == ["Holm"]


def test_score_leaves_out_documents_that_gold_does_not_have() -> None:
    other = THANKS | {"document": "elsewhere"}
    report = score([DOCUMENT, THANKS], [DOCUMENT, THANKS, {"kind": "document", "id": "elsewhere"}, other])
    assert report.rows["all"].predicted == 1


def test_score_names_the_documents_that_were_not_read() -> None:
    report = score([DOCUMENT, THANKS], [])
    assert report.unread == ("suva",)
    assert report.rows["all"].recall == 0.0


def test_score_two_empty_records_agree() -> None:
    row = score([], []).rows["all"]
    assert (row.gold, row.predicted, row.found, row.precision) == (0, 0, 1.0, 0.0)


def test_score_rows_stand_in_the_order_of_the_format() -> None:
    assert list(compare([PROMISE, THANKS, MEETING], []).rows) == ["meeting", "statement", "commitment", "all"]


def test_format_table_has_a_line_a_type() -> None:
    table = format_table(compare([MEETING, THANKS], [MEETING]))
    header, *lines = table.splitlines()
    assert header.split()[:6] == ["type", "gold", "predicted", "precision", "recall", "found"]
    assert [line.split()[:6] for line in lines] == [
        ["meeting", "1", "1", "1.000", "1.000", "1.000"],
        ["statement", "1", "0", "0.000", "0.000", "0.000"],
        ["all", "2", "1", "1.000", "0.500", "0.667"],
    ]


@given(st.lists(st.sampled_from([MEETING, THANKS, PROMISE])), st.lists(st.sampled_from([MEETING, THANKS, PROMISE])))
def test_score_stays_within_bounds(gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> None:
    report = compare(gold, predicted)
    row = report.rows["all"]
    assert 0 <= row.whole <= row.found <= 1
    assert len(report.misses) + row.recall * row.gold == pytest.approx(len(gold))
    assert len(report.extras) + row.precision * row.predicted == pytest.approx(len(predicted))
