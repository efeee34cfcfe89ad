"""Visits of foreign leaders to the United States, found in the White House's own documents of those days.

    python benchmarks/visits.py VISITS.csv CORPUS.jsonl.gz [--misses] [--draw N --without PATHS.json]

VISITS.csv is the Office of the Historian's list (CC0): ``id``, ``start``, ``end``, ``visitor``, ``from``. CORPUS is
JSON Lines with ``path`` and ``text``; only documents of the days from one before a visit to two after it are read.

Recall: of the visits whose visitor and state are named in such a document, the share told there by a visit or meeting
of the right person, of the right state, on the right day. Precision: fifty visits and meetings with foreign visitors
in the United States, drawn by a recorded seed from the same documents and judged by hand; the verdicts are kept in
``visits.jsonl`` without the documents' words. ``--draw`` prints facts to judge, from documents other than those listed
in a file (blind test documents, which nobody may look at).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tables import read_kept, read_table, share

from communique.knowledge import load
from communique.model import Fact, Filler, Reading
from communique.model.edtf import bounds
from communique.readers import ReadError, Source, documents
from communique.reading import understand

JUDGED = Path(__file__).parent / "visits.jsonl"
COLUMNS = ("id", "start", "end", "visitor", "from")
SEED = 20261124
BEFORE, AFTER = timedelta(days=1), timedelta(days=2)
NEXT_DAY = timedelta(days=1)
#: A fact dated by more days than this is not dated.
LONGEST = timedelta(days=7)
OFFICES = ("prime minister", "president", "chancellor", "taoiseach", "king", "sultan", "amir", "emir", "sheikh")
_PARTICLES = frozenset("bin al el von van de da la jr sr ii iii 3rd haji said the of e".split())
_DAY = re.compile(r"(?<!\d)(20\d\d-\d\d-\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Visit:
    id: str
    start: date
    end: date
    visitor: tuple[str, ...]
    office: str
    state: str | None  # its id; None where the table's name for it is no state's

    def near(self, day: date) -> bool:
        return self.start - BEFORE <= day <= self.end + AFTER


@dataclass(frozen=True, slots=True)
class Told:
    """A visit or meeting as it was read: who took part, with the ids of the states they serve, and when."""

    path: str
    fact: Fact
    people: tuple[tuple[str, frozenset[str]], ...]
    since: date | None
    until: date | None


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("csv", type=Path)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--misses", action="store_true", help="the visits named and not found, with the documents' paths")
    ask.add_argument("--draw", type=int, metavar="N", help="print N facts to judge instead")
    ask.add_argument("--without", type=Path, help="JSON list of paths that --draw leaves out")
    args = ask.parse_args()
    visits = [visit_of(row) for row in read_table(args.csv, COLUMNS)]
    started = time.perf_counter()
    texts = {path: (day, text) for path, day, text in windows(args.corpus, visits)}
    if not texts:
        sys.exit(f"{args.corpus}: has no document of the days of any visit")
    told: dict[str, list[Told]] = {}
    for path, (_, text) in texts.items():
        told[path] = [item for reading in readings(path, text) for item in events_of(path, reading)]
    if args.draw is not None:
        print_drawn(told, {path: text for path, (_, text) in texts.items()}, args.draw, left_out(args.without))
        return
    named = {
        visit: [p for p, (day, text) in texts.items() if visit.near(day) and is_named(visit, text)] for visit in visits
    }
    found = {visit for visit, paths in named.items() if any(tells(visit, t) for p in paths for t in told[p])}
    counted = [visit for visit, paths in named.items() if paths]
    print(f"{len(visits)} visits, {len(texts)} documents of their days, read in {time.perf_counter() - started:.1f} s")
    print(f"visitor and state named in a document: {share(len(counted), len(visits))}")
    print(f"of these found, person, state and day right: {share(len(found), len(counted))}")
    for question, right in (
        ("the person in a visit or meeting", lambda v, t: bool(seen(v, t))),
        ("the person with the right state", lambda v, t: v.state in frozenset().union(*seen(v, t))),
    ):
        hits = sum(any(right(v, t) for p in named[v] for t in told[p]) for v in counted)
        print(f"  {question}: {share(hits, len(counted))}")
    if args.misses:
        for visit in counted:
            if visit not in found:
                print(f"{visit.start} {' '.join(visit.visitor)} ({visit.state}): {', '.join(named[visit])}")
    judged(told)


def judged(told: Mapping[str, Sequence[Told]]) -> None:
    """The precision that the verdicts give, for what is still read as it was judged."""
    verdicts = read_kept(JUDGED)
    now = {key for items in told.values() for t in items for key in keys_of(t)}
    still = [v for v in verdicts if (v["path"], v["type"], v["start"], tuple(v["people"]), v["time"]) in now]
    print(
        f"of {len(verdicts)} facts drawn by seed {SEED} and judged by hand, {len(still)} are still read as they were: "
        f"right {share(sum(v['right'] for v in still), len(still))}"
    )


def keys_of(told: Told) -> Iterator[tuple[str, str, int, tuple[str, ...], str | None]]:
    """What a verdict is on: where a fact stands, who takes part and when."""
    people, when = tuple(name for name, _ in told.people), told.fact.time.edtf if told.fact.time else None
    for span in told.fact.evidence:
        yield told.path, told.fact.type, span.start, people, when


def visit_of(row: Mapping[str, str]) -> Visit:
    """A row of the table; ends the program with one line where its dates are none."""
    try:
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
    except ValueError as error:
        sys.exit(f"visit {row['id']}: {error}")
    words = fold(row["visitor"])
    office = next((o for o in OFFICES if words.startswith(o + " ")), "")
    names = tuple(w for w in words.removeprefix(office).split() if w not in _PARTICLES and w not in OFFICES)
    return Visit(row["id"], start, end, names, office, state_of(row["from"]))


def state_of(name: str) -> str | None:
    """The id of the state that a table's name means: "Congo, Republic of", "Brunei Darussalam"."""
    names = load().names
    plain = name.split(" (")[0]
    for form in (plain, " ".join(reversed(plain.split(", ")))):
        found = next((n for n in names.get(form, ()) if n.type == "state"), None)
        if found is not None:
            return found.id
    return None


def windows(corpus: Path, visits: Sequence[Visit]) -> Iterator[tuple[str, date, str]]:
    """Path, day and text of the corpus's documents of the days of some visit, by the day in the path."""
    days = {day for v in visits for day in span_of(v)}
    try:
        with (
            gzip.open(corpus, "rt", encoding="utf-8") if corpus.suffix == ".gz" else corpus.open(encoding="utf-8") as f
        ):
            for line in f:
                row = json.loads(line)
                match = _DAY.search(row["path"])
                day = date.fromisoformat(match[1]) if match else None
                if day is not None and day in days:
                    yield row["path"], day, row["text"]
    except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
        sys.exit(f"{corpus}: is not a corpus of lines with path and text: {type(error).__name__}: {error}")


def span_of(visit: Visit) -> Iterator[date]:
    day = visit.start - BEFORE
    while day <= visit.end + AFTER:
        yield day
        day += timedelta(days=1)


def readings(path: str, text: str) -> Iterator[Reading]:
    for document in documents(Source(path, text.encode("utf-8", "replace"))):
        if isinstance(document, ReadError):
            sys.exit(str(document))
        yield understand(document)


def events_of(path: str, reading: Reading) -> Iterator[Told]:
    """The visits and meetings of a reading that took place or will, with whom each person serves."""
    serves: dict[str, set[str]] = {}
    for fact in reading.facts:
        if fact.type == "tenure":
            for holder in fact.roles.get("holder", ()):
                serves.setdefault(holder.name, set()).update(ids_of(fact.roles.get("body", ())))
    for fact in reading.facts:
        if fact.type in ("visit", "meeting") and fact.realis in ("actual", "planned"):
            fillers = fact.roles.get("visitor" if fact.type == "visit" else "participant", ())
            people = tuple((f.name, frozenset(serves.get(f.name, ()))) for f in fillers)
            since, until = days_of(fact)
            yield Told(path, fact, people, since, until)


def ids_of(fillers: Iterable[Filler]) -> set[str]:
    names = load().names
    return {f.entity for f in fillers if f.entity} | {n.id for f in fillers for n in names.get(f.name, ())}


def days_of(fact: Fact) -> tuple[date | None, date | None]:
    """First and last day of a fact; none where it is dated to no week."""
    if fact.time is None or fact.time.edtf is None:
        return None, None
    since, until = bounds(fact.time.edtf)
    if since is None or until is None or until - since > LONGEST:
        return None, None
    return since, until


def tells(visit: Visit, told: Told) -> bool:
    """Whether a fact is this visit: the person, of that state, on a day of it or the next.

    The table gives most visits a single day, that of arrival or of the meeting.
    """
    if told.since is None or told.until is None or told.until < visit.start or told.since > visit.end + NEXT_DAY:
        return False
    return any(visit.state in states for states in seen(visit, told))


def seen(visit: Visit, told: Told) -> list[frozenset[str]]:
    """For each of those in a fact who may be the visitor by name, the states served."""
    return [states for name, states in told.people if may_be(visit.visitor, fold(name).split())]


def may_be(visitor: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a name may be the visitor's: they share a word, and all or two words of the shorter."""
    ours = [w for w in name if w not in _PARTICLES and w not in OFFICES]
    shared = sum(any(alike(word, other) for other in visitor) for word in ours)
    return shared >= min(2, len(ours)) and shared > 0


def alike(one: str, other: str) -> bool:
    """Whether two words are one name, but for an ending: Zelensky, Zelenskyy."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 6 and longer.startswith(shorter) and len(longer) - len(shorter) <= 2


def is_named(visit: Visit, text: str) -> bool:
    """Whether a text names the visitor (two words of the name, or one after the office) and the state."""
    if visit.state is None:
        return False
    words = folded_words(text)
    for n, word in enumerate(words):
        if not any(alike(word, name) for name in visit.visitor):
            continue
        before = " ".join(words[max(0, n - 2) : n])
        near = [w for w in words[n + 1 : n + 4] if any(alike(w, name) for name in visit.visitor) and not alike(w, word)]
        if near or (visit.office and before.endswith(visit.office)):
            return state_pattern(visit.state).search(text) is not None
    return False


@cache
def state_pattern(state: str) -> re.Pattern[str]:
    """The names, adjectives and inhabitants of a state."""
    senses = ("name", "official", "acronym", "alias", "adjective", "demonym", "demonym_plural")
    forms = {form for form, named in load().names.items() for n in named if n.id == state and n.sense in senses}
    return re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + r")\b")


@cache
def folded_words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())


def fold(text: str) -> str:
    """Lower case without marks, only letters and digits between single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain.replace("'", "").replace("’", "")))


def in_united_states(told: Told) -> bool:
    """A visit there, or a meeting there or without a place, with somebody of another state."""
    world = load()
    home = world.states["US"].id
    foreign = any(states and home not in states and states & set(world.by_id) for _, states in told.people)
    states = {s.id for s in world.states.values()}
    if not foreign or not any(states & served - {home} for _, served in told.people):
        return False
    where = told.fact.roles.get("destination", ()) if told.fact.type == "visit" else (told.fact.place,)
    places = [f for f in where if f is not None]
    if not places:
        return told.fact.type == "meeting"
    return any(home in within(f) for f in places)


def within(place: Filler) -> set[str]:
    """The ids of what a place is and of the state it lies in."""
    names = load().names.get(place.name, ())
    return {n.id for n in names} | {n.parent for n in names if n.parent} | ({place.entity} if place.entity else set())


def left_out(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    try:
        return frozenset(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        sys.exit(f"{path}: is not a JSON list of paths: {error}")


def print_drawn(
    told: Mapping[str, Sequence[Told]], texts: Mapping[str, str], size: int, without: frozenset[str]
) -> None:
    """Facts to judge, a line each in the form of the verdicts, with the words around their evidence."""
    pool = [t for path in sorted(told) if path not in without for t in told[path] if in_united_states(t)]
    for item in random.Random(SEED).sample(pool, min(size, len(pool))):
        span = item.fact.evidence[0]
        when = item.fact.time.edtf if item.fact.time else None
        line: dict[str, Any] = {"path": item.path, "type": item.fact.type, "start": span.start, "end": span.end}
        print(json.dumps(line | {"people": [name for name, _ in item.people], "time": when}, ensure_ascii=False))
        people = [(name, sorted(states)) for name, states in item.people]
        where = [f.name for f in item.fact.roles.get("destination", ())] or (item.fact.place and item.fact.place.name)
        print(f"    {item.fact.realis} {people} {where} {when}")
        text = texts[item.path]
        before, after = text[max(0, span.start - 250) : span.start], text[span.end : span.end + 250]
        print("    " + " ".join(f"{before}>>{span.text}<<{after}".split()))


if __name__ == "__main__":
    main()
