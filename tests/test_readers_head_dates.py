"""The day of a text that its head gives without a dateline."""

from __future__ import annotations

import pytest

from communique.readers.head_dates import date_of_head

BODY = "\n\nThe Ministry welcomed the agreement that was signed on 12 January 2021 in Oslo."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Report of the Committee — Thursday 7 March 2024", "2024-03-07"),
        ("You are here: Home > News\n17/10/2024 09:15\nMinister receives envoys", "2024-10-17"),
        ("Spokesperson's Regular Press Conference on May 21, 2024", "2024-05-21"),
        ("Lake Observer | Monday, March 2, 2020 | Page 4", "2020-03-02"),
        ("Press release\nPublished 17 May 2023", "2023-05-17"),
        (
            "Communiqué\n\nNairobi, 8 December 2025: The Chairperson has learned with concern of the flood.",
            "2025-12-08",
        ),
    ],
)
def test_head_dates_a_line_that_a_date_closes_or_opens(head: str, day: str) -> None:
    assert date_of_head(head + BODY, 0) == day


@pytest.mark.parametrize(
    "head",
    [
        "Minister visits the site of the battle of 3 May 1921",
        "The Week Ahead\nWeek of 2 to 8 June 2025",
        "The treaty was signed on 3 May 2020 by both sides.",
    ],
)
def test_head_dates_no_day_from_what_a_head_tells_of(head: str) -> None:
    assert date_of_head(head + BODY, 0) is None
