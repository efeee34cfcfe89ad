"""Every expression of ``data/times_en.tsv`` in its sentence, read against its anchor."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from communique.language.times import find_times

TABLE = Path(__file__).parent / "data" / "times_en.tsv"


def cases() -> list[Any]:
    """Anchor, direction, sentence with its expressions in brackets, their EDTF values (empty: None) and kinds."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return [pytest.param(*line.replace("\\n", "\n").split("\t"), id=line.split("\t")[2][:60]) for line in lines]


@pytest.mark.parametrize(("anchor", "direction", "sentence", "edtf", "kind"), cases())
def test_times_of_a_sentence(anchor: str, direction: Any, sentence: str, edtf: str, kind: str) -> None:
    text = re.sub(r"[\[\]]", "", sentence)
    words = re.findall(r"\[([^]]*)\]", sentence)
    expected = [(w, e or None, k) for w, e, k in zip(words, edtf.split(";"), kind.split(";"), strict=False)]
    found = find_times(text, 0, len(text), anchor=anchor or None, direction=direction or None)
    assert [(text[t.start : t.end], t.edtf, t.kind) for t in found] == expected
