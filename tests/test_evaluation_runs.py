"""Intervals, comparisons, confidence and references: what is made of matched records beyond the scores."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation import (
    Pair,
    compare_runs,
    format_comparison,
    format_reliability,
    found_intervals,
    gain_interval,
    pair_facts,
    reliability,
    score,
    score_references,
)

TEXT = (
    "Prime Minister Leilani Tauga received Foreign Minister Bram Oosten in Apia. He thanked her for the welcome. "
    "The two leaders discussed fisheries. The Hague would lift its tariffs, he said. "
    "Samoan officials were pleased with Oosten's words."
)
Line = dict[str, Any]


def mention(name: str, words: str | None = None, **more: Any) -> Line:
    if words is None:
        return {"name": name, "start": None, "end": None, "text": None, **more}
    return {"name": name, "start": TEXT.index(words), "end": TEXT.index(words) + len(words), "text": words, **more}


def fact(kind: str, words: str, roles: dict[str, Sequence[Line]], *, document: str = "apia", **more: Any) -> Line:
    start = TEXT.index(words)
    return {
        "kind": "fact",
        "document": document,
        "type": kind,
        "realis": "actual",
        "roles": roles,
        "evidence": [{"start": start, "end": start + len(words), "text": words}],
        **more,
    }


def document(name: str = "apia") -> Line:
    return {"kind": "document", "id": name, "text": TEXT}


MEETING = fact(
    "meeting",
    "received Foreign Minister Bram Oosten",
    {"participant": [mention("Leilani Tauga", "Leilani Tauga"), mention("Bram Oosten", "Bram Oosten")]},
)
THANKS = fact("statement", "He thanked her", {"speaker": [mention("Bram Oosten", "He")]})
PROMISE = fact("commitment", "The Hague would lift its tariffs", {"agent": [mention("Netherlands", "The Hague")]})
INVENTED = fact("visit", "in Apia", {"visitor": [mention("Bram Oosten")], "destination": [mention("Samoa")]})


def pairs(gold: Sequence[Line], predicted: Sequence[Line]) -> tuple[Pair, ...]:
    return pair_facts([document(), *gold], [document(), *predicted])


def many(number: int, predicted_in: int) -> tuple[Pair, ...]:
    """``number`` documents with one fact each, found in the first ``predicted_in``."""
    names = [f"{n:03}" for n in range(number)]
    gold = [line for name in names for line in (document(name), THANKS | {"document": name})]
    predicted = [document(name) for name in names] + [THANKS | {"document": name} for name in names[:predicted_in]]
    return pair_facts(gold, predicted)


def test_bootstrap_intervals_hold_the_score_between_their_bounds() -> None:
    interval = found_intervals(many(30, 20))["all"]
    assert interval.value == pytest.approx(2 * 20 / 50)
    assert interval.low < interval.value < interval.high


def test_bootstrap_intervals_are_the_same_for_the_same_seed() -> None:
    assert found_intervals(many(9, 4), seed=7) == found_intervals(many(9, 4), seed=7)


def test_bootstrap_intervals_narrow_with_more_documents() -> None:
    few, more = found_intervals(many(12, 6))["all"], found_intervals(many(120, 60))["all"]
    assert more.high - more.low < few.high - few.low


def test_bootstrap_intervals_are_given_by_type() -> None:
    assert list(found_intervals(pairs([MEETING, THANKS], [MEETING, INVENTED]))) == [
        "meeting",
        "visit",
        "statement",
        "all",
    ]


def test_bootstrap_intervals_of_nothing_are_none() -> None:
    assert found_intervals([]) == {}


def test_bootstrap_gain_of_a_better_run_is_above_nought() -> None:
    gain = gain_interval(many(40, 10), many(40, 35))
    assert 0 < gain.low <= gain.value <= gain.high


def test_bootstrap_gain_of_a_run_over_itself_is_nought() -> None:
    gain = gain_interval(many(40, 10), many(40, 10))
    assert (gain.low, gain.value, gain.high) == (0, 0, 0)


@given(st.integers(1, 12), st.data())
def test_bootstrap_intervals_stay_within_bounds(documents: int, data: st.DataObject) -> None:
    found = data.draw(st.integers(0, documents))
    interval = found_intervals(many(documents, found), rounds=50)["all"]
    assert 0 <= interval.low <= interval.high <= 1


def test_comparison_tells_what_was_gained_and_lost() -> None:
    comparison = compare_runs(
        pairs([MEETING, THANKS, PROMISE], [MEETING, INVENTED]),
        pairs([MEETING, THANKS, PROMISE], [THANKS, PROMISE]),
    )
    assert format_comparison(comparison).splitlines() == [
        "2 gained, 1 lost:",
        "  + statement: He thanked her",
        "  + commitment: The Hague would lift its tariffs",
        "  - meeting: received Foreign Minister Bram Oosten",
        "1 extras gone, 0 new:",
        "  + visit: in Apia",
    ]


def test_comparison_of_a_run_with_itself_is_empty() -> None:
    run = pairs([MEETING, THANKS], [THANKS, INVENTED])
    assert format_comparison(compare_runs(run, run)) == "0 gained, 0 lost\n0 extras gone, 0 new"


def test_comparison_needs_the_same_gold() -> None:
    with pytest.raises(ValueError, match="not scored against the same gold"):
        compare_runs(pairs([MEETING], []), pairs([MEETING, THANKS], []))


def test_confidence_reliability_of_honest_confidence_has_no_error() -> None:
    facts = [THANKS | {"document": f"{n:03}", "confidence": 0.75} for n in range(4)]
    documents = [document(f"{n:03}") for n in range(4)]
    table = reliability(pair_facts([*documents, *facts[:3]], [*documents, *facts]))
    (only,) = table.bins
    assert (only.low, only.high, only.facts, only.confidence, only.precision) == (0.7, 0.8, 4, 0.75, 0.75)
    assert table.error == 0


def test_confidence_reliability_error_is_the_distance_averaged_over_facts() -> None:
    right, wrong = MEETING | {"confidence": 1.0}, INVENTED | {"confidence": 0.3}
    table = reliability(pairs([MEETING], [right, wrong]))
    assert [(b.low, b.precision) for b in table.bins] == [(0.3, 0.0), (0.9, 1.0)]
    assert table.error == pytest.approx((0.0 + 0.3) / 2)


def test_confidence_reliability_tells_what_a_lowest_confidence_keeps() -> None:
    right, wrong = MEETING | {"confidence": 0.9}, INVENTED | {"confidence": 0.4}
    every, half, certain = reliability(pairs([MEETING, THANKS], [right, wrong]), thresholds=(0, 0.5, 1)).thresholds
    assert (every.facts, every.precision, every.recall) == (2, 0.5, 0.5)
    assert (half.facts, half.precision, half.recall) == (1, 1.0, 0.5)
    assert (certain.facts, certain.precision, certain.recall) == (0, None, 0.0)


def test_confidence_table_has_a_line_a_bin() -> None:
    lines = format_reliability(reliability(pairs([MEETING], [MEETING | {"confidence": 0.9}]))).splitlines()
    assert lines[1].split() == ["0.90", "to", "1.00", "1", "0.900", "1.000"]
    assert lines[2] == "expected calibration error 0.100"


def test_references_count_only_mentions_that_are_not_the_name() -> None:
    scores = score_references(pairs([MEETING, THANKS, PROMISE], [MEETING, THANKS, PROMISE]))
    assert (scores.gold, scores.read, scores.right, scores.names) == (2, 2, 2, 1.0)


def test_references_read_as_somebody_else_are_wrong() -> None:
    other = fact("statement", "He thanked her", {"speaker": [mention("Leilani Tauga", "He")]})
    scores = score_references(pairs([THANKS], [other]))
    assert (scores.precision, scores.recall) == (0.0, 0.0)
    assert scores.missed == (("He", "Bram Oosten", "Leilani Tauga"),)


def test_references_do_not_ask_whether_the_fact_was_found() -> None:
    other = fact("action", "thanked her for the welcome", {"actor": [mention("Bram Oosten", "He")]})
    assert score(*([document(), line] for line in (THANKS, other))).rows["all"].found == 0
    assert score_references(pairs([THANKS], [other])).names == 1.0


def test_references_to_a_group_are_its_members_each() -> None:
    both = [mention("Leilani Tauga", "The two leaders"), mention("Bram Oosten", "The two leaders")]
    gold = fact("meeting", "discussed fisheries", {"participant": both})
    one = fact("meeting", "discussed fisheries", {"participant": both[:1]})
    scores = score_references(pairs([gold], [one]))
    assert (scores.gold, scores.read, scores.precision, scores.recall) == (2, 1, 1.0, 0.5)


def test_references_in_attributions_and_places_count() -> None:
    gold = PROMISE | {"attribution": [mention("Bram Oosten", "he said")], "place": mention("Samoa", "Samoan")}
    assert score_references(pairs([gold], [])).gold == 3


def test_references_by_an_alias_are_named() -> None:
    gold = fact(
        "statement", "He thanked her", {"speaker": [mention("Netherlands", "The Hague", aliases=["The Hague"])]}
    )
    assert score_references(pairs([gold], [])).gold == 0


def test_references_in_the_possessive_are_named() -> None:
    gold = fact("statement", "with Oosten's words", {"speaker": [mention("Bram Oosten", "Oosten's")]})
    assert score_references(pairs([gold], [])).gold == 0
