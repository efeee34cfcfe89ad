"""Organs, conferences and instruments by name."""

from __future__ import annotations

import pytest
from told import spots_of


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The Permanent Council met on Monday.", "body", "Permanent Council"),
        (
            "He spoke to the Intergovernmental Commission on Trade.",
            "body",
            "Intergovernmental Commission on Trade",
        ),
        ("She addressed the Astana Economic Forum.", "conference", "Astana Economic Forum"),
        ("They met before the Samarkand Summit.", "conference", "Samarkand Summit"),
        ("They signed the Agreement on Fisheries.", "instrument", "Agreement on Fisheries"),
        ("The Council adopted Resolution 2719.", "instrument", "Resolution 2719"),
        (
            "They signed a Memorandum of Understanding on Fisheries.",
            "instrument",
            "Memorandum of Understanding on Fisheries",
        ),
        ("The leaders adopted the Nairobi Declaration on Water.", "instrument", "Nairobi Declaration on Water"),
    ],
)
def test_things_by_their_head_word(text: str, kind: str, name: str) -> None:
    assert (kind, name) in [(spot.kind, spot.name) for _, spot in spots_of(text)]


@pytest.mark.parametrize("text", ["The Senate passed H.R. 5512.", "The Senate passed S. Con. Res. 14."])
def test_things_bills_by_their_numbers(text: str) -> None:
    assert ("instrument", text[18:-1]) in [(spot.kind, spot.name) for _, spot in spots_of(text)]


def test_things_without_capitals_have_no_name() -> None:
    assert spots_of("They discussed the agreement before the council met.") == []


def test_things_never_swallow_a_person() -> None:
    found = spots_of("They thanked Council President Helga Thorn and the Security Council.")
    assert "Helga Thorn" in [spot.name for _, spot in found if spot.kind == "person"]
