"""The PETRARCH benchmark: figures of a validation file, and one clear line where it cannot be read."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "petrarch.py"
FILE = """<Sentences>
<Sentence category="OWN" date="20200601" id="OWN_1" evaluate="true"/>
<EventCoding eventcode="051" sourcecode="PER" targetcode="CHL"/>
<Text>
Peru praised
Chile.
</Text></Sentence>
<Sentence category="OWN" date="20200601" id="OWN_2" evaluate="true"/>
<EventCoding noevents="True"/>
<Text>The weather was mild.</Text></Sentence>
</Sentences>
"""


def run(*arguments: str) -> int:
    names = runpy.run_path(str(SCRIPT), run_name="petrarch")
    return int(names["main"](list(arguments)))


def test_benchmark_petrarch_prints_figures_beside_the_published_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "own.xml"
    file.write_text(FILE, "utf-8")
    sys.modules.pop("petrarch", None)
    assert run(str(file)) == 0
    printed = capsys.readouterr().out
    assert "two-digit codes          P 1.000  R 1.000  F1 1.000  (1 of 1 read, 1 in the file)" in printed
    assert "1 of 1 sentences without event left alone" in printed
    assert "UniversalPetrarch" in printed


@pytest.mark.parametrize("content", [b"no sentences here", b"\xff\xfe\x00", None])
def test_benchmark_petrarch_bad_input_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    file = tmp_path / "bad.xml"
    if content is not None:
        file.write_bytes(content)
    assert run(str(file)) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and str(file) in error
