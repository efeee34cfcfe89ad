"""The benchmark of speaker turns: its own truth, and that it can fail."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

from turns import Transcript, judge, transcript, written

BRIEFING = """---
title: Briefing
---

MS. **OKAFOR:**  Good afternoon.  One thing at the top:  The Minister
travels to Accra.

We will say more tomorrow.

Q    Thank you.  On the border: is it open?

MS. OKAFOR:  It is.

MR. LINDQVIST (via telephone):  It opened on Monday.
"""


def test_benchmark_turns_finds_the_labels_of_a_briefing() -> None:
    item = transcript("briefing.md", BRIEFING)
    assert [label for label, _ in item.paragraphs] == ["MS. OKAFOR", None, "Q", "MS. OKAFOR", "MR. LINDQVIST"]
    assert item.paragraphs[0][1].startswith("Good afternoon. One thing at the top: The Minister")


def test_benchmark_turns_writes_labels_without_mark_up() -> None:
    text, truth = written(transcript("briefing.md", BRIEFING), "lower")
    assert "Q Thank you." in text
    assert [text[start:].split(":")[0] for start, label in truth.items() if label != "Q"] == [
        "Ms. Okafor",
        "Ms. Okafor",
        "Mr. Lindqvist",
    ]


def test_benchmark_turns_counts_turns_that_are_read() -> None:
    tally, wrong = judge(transcript("briefing.md", BRIEFING), "plain")
    assert (tally.truth, tally.read, tally.turns) == (4, 4, 4)
    assert wrong == []


def test_benchmark_turns_counts_a_label_that_is_not_in_truth() -> None:
    item = transcript("briefing.md", BRIEFING)
    (*before, (label, words)) = item.paragraphs
    paragraphs = (*before, (None, f"{label}: {words}"))
    tally, wrong = judge(Transcript(item.path, paragraphs), "plain")
    assert (tally.truth, tally.read, tally.turns) == (3, 4, 3)
    assert len(wrong) == 1
