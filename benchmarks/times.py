"""Expressions of time: Communique's own grammar beside dateparser, in one run.

    pip install -e '.[bench]'
    python benchmarks/times.py [--gold GOLD.jsonl] [--misses 20]

Three questions, each put to both:

- ``expressions``: the expression alone, as the table of the tests has it (tests/data/times_en.tsv), against its anchor;
  is its day right? Only expressions that mean one day, which is what dateparser can say.
- ``sentences``: the whole sentence of the table; are just these expressions found in it, and are their values right?
  Days only, as above; what else is found counts against either.
- ``gold``: with --gold, the words that annotators took for the time of a fact, against the document's date. These were
  not written for either.

The table was written while the grammar was, so the first two say that the grammar does what it was made to do; only
the third compares the two on neutral ground. dateparser is given the anchor as its base and English as its language.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from communique.language.times import find_times

TABLE = Path(__file__).parent.parent / "tests/data/times_en.tsv"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SETTINGS = {"PREFER_DATES_FROM": "current_period", "RETURN_AS_TIMEZONE_AWARE": False}


@dataclass(frozen=True, slots=True)
class Case:
    """An expression within a sentence, the day that it means, and the day that it is read on."""

    sentence: str
    words: str
    day: str
    anchor: str


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--gold", type=Path, help="a gold record, whose documents are dated")
    ask.add_argument("--misses", type=int, default=0, help="show so many expressions that the grammar reads wrongly")
    args = ask.parse_args()
    try:
        from dateparser import __version__
    except ImportError:
        sys.exit("dateparser is not installed: pip install -e '.[bench]'")
    print(f"{'':14}{'cases':>7}{'communique':>12}{'dateparser ' + __version__:>20}   seconds for all")
    table = list(table_cases(TABLE))
    compare("expressions", table, own_day, other_day, args.misses)
    compare_sentences(table)
    if args.gold:
        compare("gold", list(gold_cases(args.gold)), own_day, other_day, args.misses)


def compare(
    name: str,
    cases: list[Case],
    own: Callable[[Case], str | None],
    other: Callable[[Case], str | None],
    misses: int,
) -> None:
    """Print the share of expressions whose day is right, for both."""
    began = time.perf_counter()
    ours = [own(case) for case in cases]
    between = time.perf_counter()
    theirs = [other(case) for case in cases]
    ended = time.perf_counter()
    own_share, other_share = (
        sum(day == case.day for day, case in zip(days, cases, strict=True)) / max(len(cases), 1)
        for days in (ours, theirs)
    )
    row(name, len(cases), own_share, other_share, between - began, ended - between)
    wrong = [(case, day) for case, day in zip(cases, ours, strict=True) if day != case.day]
    for case, day in wrong[:misses]:
        print(f"  {case.words!r} on {case.anchor}: {day}, should be {case.day}")


def compare_sentences(cases: Iterable[Case]) -> None:
    """Print F1 over days found in whole sentences, for both."""
    wanted: dict[tuple[str, str], list[str]] = {}
    for case in cases:
        wanted.setdefault((case.sentence, case.anchor), []).append(case.day)
    figures, seconds = [], []
    for find in (own_days, other_days):
        began = time.perf_counter()
        right = read = 0
        for (sentence, anchor), days in wanted.items():
            found = find(sentence, anchor)
            read += len(found)
            right += sum(min(found.count(day), days.count(day)) for day in set(days))
        seconds.append(time.perf_counter() - began)
        figures.append(2 * right / (read + sum(map(len, wanted.values()))))
    row("sentences", len(wanted), *figures, *seconds)


def row(name: str, cases: int, own: float, other: float, own_seconds: float, other_seconds: float) -> None:
    print(f"{name:14}{cases:>7}{own:>12.3f}{other:>20.3f}   {own_seconds:.2f} and {other_seconds:.2f}")


def own_day(case: Case) -> str | None:
    found = own_days(case.words, case.anchor)
    return found[0] if len(found) == 1 else None


def own_days(text: str, anchor: str) -> list[str]:
    values = (t.edtf for t in find_times(text, 0, len(text), anchor=anchor))
    return [value for value in values if value and _DAY.fullmatch(value)]


def other_day(case: Case) -> str | None:
    from dateparser import parse

    # The preposition is not part of what dateparser calls a date
    words = re.sub(r"^(?:on|in|at|by|from)\s+", "", case.words, flags=re.IGNORECASE)
    found = parse(words, languages=["en"], settings=_settings(case.anchor))
    return found.date().isoformat() if found else None


def other_days(text: str, anchor: str) -> list[str]:
    from dateparser.search import search_dates

    found = search_dates(text, languages=["en"], settings=_settings(anchor)) or []
    return [moment.date().isoformat() for _, moment in found]


def _settings(anchor: str) -> dict[str, object]:
    return {**_SETTINGS, "RELATIVE_BASE": datetime.fromisoformat(anchor)}


def table_cases(table: Path) -> Iterator[Case]:
    """The expressions of the table that mean one day, where the anchor is one day too and no tense is given."""
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        anchor, direction, sentence, values, _ = line.replace("\\n", "\n").split("\t")
        words = re.findall(r"\[([^]]*)\]", sentence)
        if direction or not _DAY.fullmatch(anchor):
            continue
        for expression, value in zip(words, values.split(";"), strict=False):
            if _DAY.fullmatch(value):
                yield Case(re.sub(r"[\[\]]", "", sentence), expression, value, anchor)


def gold_cases(gold: Path) -> Iterator[Case]:
    """The words of dated facts whose document is dated, each once."""
    dates: dict[str, str] = {}
    seen: set[Case] = set()
    try:
        lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        sys.exit(f"{gold}: {error}")
    for line in lines:
        if line["kind"] == "document":
            dates[line["id"]] = str(line.get("published") or "")[:10]
        elif (when := line.get("time")) and when.get("text") and _DAY.fullmatch(str(when.get("edtf"))):
            case = Case(when["text"], " ".join(when["text"].split()), when["edtf"], dates.get(line["document"], ""))
            if _DAY.fullmatch(case.anchor) and case not in seen:
                seen.add(case)
                yield case


if __name__ == "__main__":
    main()
