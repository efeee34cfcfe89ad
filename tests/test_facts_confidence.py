"""How sure the program is of a fact."""

from __future__ import annotations

from told import fact_of, reading_of

from communique.facts.confidence import HIGHEST, LOWEST

TEXT = "Foreign Minister Sigrid Holm met Foreign Minister Josefa Rabuka in Suva and thanked him warmly."


def test_confidence_lies_between_its_bounds() -> None:
    facts = reading_of(TEXT).facts
    assert facts
    assert all(LOWEST <= fact.confidence <= HIGHEST for fact in facts)


def test_confidence_is_higher_for_those_who_are_known() -> None:
    known = fact_of("Germany met France in Suva on 3 May 2024.", "meeting")
    unknown = fact_of("Some envoys met other envoys in Suva on 3 May 2024.", "meeting")
    assert known.confidence > unknown.confidence
