"""What the journeys abroad of presidents and secretaries of state were for, read from one remark each.

    python benchmarks/trips.py TRIPS.csv [--misses]

TRIPS.csv is the Office of the Historian's list (CC0): ``id``, ``traveller_office``, ``name``, ``start``, ``end``,
``country``, ``locale``, ``remarks``. A remark has no subject ("Met with President Baez and his Cabinet."): it is read
as a document of the row's start date and country whose speaker is the traveller.

The gold is 200 remarks drawn by a recorded seed and annotated by hand before the program read any of them. It is kept
in ``trips.jsonl`` without the remarks: row, offsets, types, names and offices. One item of a remark is an event and one
counterpart: a person with the office, a group, or the organization or gathering, or, where the remark names none, the
event alone. It is found when the type, the place in the remark and, for persons, name and office agree.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tables import f1, read_kept, read_table, share

from communique.knowledge import load
from communique.model import Document, Fact, Filler, Part, Reading, document_id
from communique.reading import understand

GOLD = Path(__file__).parent / "trips.jsonl"
COLUMNS = ("id", "traveller_office", "name", "start", "end", "country", "locale", "remarks")
SEED = 20261124
DRAWN = 200

#: The roles whose fillers are counterparts, by type of event.
COUNTERPARTS = {
    "meeting": ("participant",),
    "call": ("participant",),
    "visit": ("visitor",),
    "session": ("body",),
    "conference": ("name",),
    "ceremony": ("participant", "occasion"),
    "statement": ("addressee",),
    "instrument": ("instrument",),
}
_PASSING = ("former ", "acting ", "interim ", "ex-", "then ")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Item:
    """An event and one counterpart, as the program reads it: ``span`` is None where only the event is told."""

    type: str
    name: str
    offices: frozenset[str]
    states: frozenset[str]
    span: Span | None
    evidence: tuple[Span, ...]
    occasion: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    found: int
    gold: int
    read: int
    states: int  # of the persons found, those whose office is the right state's
    persons: int
    missed: tuple[dict[str, Any], ...] = ()
    wrong: tuple[Item, ...] = ()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("csv", type=Path)
    ask.add_argument("--misses", action="store_true", help="what was missed and what was wrong, remark by remark")
    args = ask.parse_args()
    rows = {row["id"]: row for row in read_table(args.csv, COLUMNS)}
    gold = read_kept(GOLD)
    lacking = [line["id"] for line in gold if str(line["id"]) not in rows]
    if lacking:
        sys.exit(f"{args.csv}: lacks {len(lacking)} of the rows that were annotated, such as {lacking[0]}")
    strange = {"drawn": {str(line["id"]) for line in gold}, "draw": {row["id"] for row in draw(list(rows.values()))}}
    if strange["drawn"] != strange["draw"]:
        print(f"{args.csv}: is not the table that the gold was drawn from; the rows of the gold are read all the same")
    started = time.perf_counter()
    counts = []
    types: Counter[tuple[str, str]] = Counter()
    for line in gold:
        row = rows[str(line["id"])]
        count = compare(line["items"], read_items(row))
        counts.append(count)
        types.update(_by_type(line["items"], count))
        if args.misses and (count.missed or count.wrong):
            print(f"{row['id']} {row['country']}: {row['remarks']}")
            for item in count.missed:
                print(f"    missed {'/'.join(item['types'])}: {_shown(item, row['remarks'])}")
            for read in count.wrong:
                print(f"    wrong {read.type}: {read.name} ({', '.join(sorted(read.offices))})")
    took = time.perf_counter() - started
    found, wanted, told = (sum(getattr(c, key) for c in counts) for key in ("found", "gold", "read"))
    right = sum(not c.missed and not c.wrong for c in counts)
    print(f"{len(gold)} remarks drawn by seed {SEED} of {len(rows):,}, read in {took:.1f} s")
    print(
        f"event and counterpart: F1 {f1(found, wanted, told):.3f}, precision {share(found, told)}, "
        f"recall {share(found, wanted)}"
    )
    print(f"remarks without a mistake: {share(right, len(gold))}")
    print(
        f"state of the office, of persons found: {share(sum(c.states for c in counts), sum(c.persons for c in counts))}"
    )
    print("type         gold  found  read")
    for kind in COUNTERPARTS:
        numbers = [types[(kind, key)] for key in ("gold", "found", "read")]
        if any(numbers):
            print(f"{kind:12} {numbers[0]:4} {numbers[1]:6} {numbers[2]:5}")


def draw(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The rows to annotate: shuffled by the recorded seed, the first two hundred whose remarks differ."""
    shuffled = sorted(rows, key=lambda row: int(row["id"]))
    random.Random(SEED).shuffle(shuffled)
    seen: dict[str, dict[str, str]] = {}
    for row in shuffled:
        seen.setdefault(row["remarks"], row)
        if len(seen) == DRAWN:
            break
    return list(seen.values())


def document_of(row: dict[str, str]) -> Document:
    """A row as the document that its remark is: the traveller speaks, on the day and in the country of arrival."""
    text = row["remarks"]
    return Document(
        document_id(text),
        f"row {row['id']}",
        "text/plain",
        text,
        publisher="United States",
        published=row["start"] or None,
        published_basis="caller" if row["start"] else None,
        place=row["country"],
        speaker=Filler(row["name"]),
        parts=(Part(0, len(text), "body"),),
    )


def read_items(row: dict[str, str]) -> list[Item]:
    return items_of(understand(document_of(row)), row["name"])


def items_of(reading: Reading, traveller: str) -> list[Item]:
    """What a reading tells of events and counterparts, the traveller left out."""
    held: dict[str, list[Fact]] = {}
    for fact in reading.facts:
        if fact.type == "tenure":
            for holder in fact.roles.get("holder", ()):
                held.setdefault(holder.name, []).append(fact)
    out: list[Item] = []
    for fact in reading.facts:
        if fact.type not in COUNTERPARTS or fact.realis == "negated":
            continue
        evidence = tuple((span.start, span.end) for span in fact.evidence)
        told = []
        for role in COUNTERPARTS[fact.type]:
            for filler in fact.roles.get(role, ()):
                if filler.start is None or filler.end is None or filler.name == traveller:
                    continue
                offices = frozenset(_plain_office(str(t.value["role"])) for t in held.get(filler.name, ()))
                states = frozenset(b.name for t in held.get(filler.name, ()) for b in t.roles.get("body", ()))
                span = (filler.start, filler.end)
                told.append(Item(fact.type, filler.name, offices, states, span, evidence, role == "occasion"))
                if role == "occasion":
                    told.extend(_within(fact.type, span, reading.facts, evidence))
        if any(item.occasion for item in told) and len(told) > 1:
            told = [item for item in told if not item.occasion]
        out.extend(told or [Item(fact.type, "", frozenset(), frozenset(), None, evidence)])
    return out


def _within(kind: str, occasion: Span, facts: Iterable[Fact], evidence: tuple[Span, ...]) -> list[Item]:
    """The persons of an occasion: in "the funeral of President Otieno" he is the counterpart."""
    return [
        Item(
            kind,
            holder.name,
            frozenset((_plain_office(str(fact.value["role"])),)),
            frozenset(body.name for body in fact.roles.get("body", ())),
            (holder.start, holder.end),
            evidence,
        )
        for fact in facts
        if fact.type == "tenure"
        for holder in fact.roles["holder"]
        if holder.start is not None and holder.end is not None and occasion[0] <= holder.start < occasion[1]
    ]


def compare(gold: Sequence[dict[str, Any]], read: Sequence[Item]) -> Count:
    """Match what was read of one remark with what a person found in it.

    Several fillers inside one gold group ("the Presidents of Poland and Hungary") are that one item. What matches an
    optional item counts neither for nor against.
    """
    claimed: dict[int, list[Item]] = {}
    wrong: list[Item] = []
    for item in read:
        fits = [n for n, wanted in enumerate(gold) if fit(wanted, item)]
        exact = [n for n in fits if gold[n]["kind"] != "trigger"] or fits
        free = [n for n in exact if n not in claimed or gold[n]["kind"] == "group"] or exact
        if free:
            claimed.setdefault(free[0], []).append(item)
        else:
            wrong.append(item)
    found = {n for n in claimed if not gold[n].get("optional")}
    wanted = {n for n, item in enumerate(gold) if not item.get("optional")}
    persons = [n for n in found if gold[n]["kind"] == "person"]
    states = sum(any(same_state(gold[n]["state"], s) for item in claimed[n] for s in item.states) for n in persons)
    missed = tuple(gold[n] for n in sorted(wanted - found))
    return Count(len(found), len(wanted), len(found) + len(wrong), states, len(persons), missed, tuple(wrong))


def fit(gold: dict[str, Any], item: Item) -> bool:
    """Whether something read is an item of the gold."""
    if item.type not in gold["types"]:
        return False
    wanted = (gold["start"], gold["end"])
    if gold["kind"] == "trigger":
        return any(_shared(wanted, span) for span in item.evidence)
    if gold["kind"] == "group":
        spans = [item.span] if item.span else []
        if item.type in ("session", "conference", "instrument", "ceremony") or not spans:
            spans.extend(item.evidence)
        return any(_shared(wanted, span) * 2 >= min(span[1] - span[0], wanted[1] - wanted[0]) for span in spans)
    if item.span is None or not _shared(wanted, item.span):
        return False
    return same_person(gold["name"], item.name) and gold["office"].lower() in item.offices


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: the last word of one is in the other, and half of the shorter agrees."""
    ours, theirs = (name.lower().replace("-", " ").split() for name in (one, other))
    if not ours or not theirs or (ours[-1] not in theirs and theirs[-1] not in ours):
        return False
    return 2 * len(set(ours) & set(theirs)) >= min(len(ours), len(theirs))


def same_state(one: str, other: str) -> bool:
    if one == other:
        return True
    names = load().names
    return bool({n.id for n in names.get(one, ())} & {n.id for n in names.get(other, ())})


def _plain_office(role: str) -> str:
    low = role.lower()
    for word in _PASSING:
        low = low.removeprefix(word)
    return low


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _by_type(gold: Sequence[dict[str, Any]], count: Count) -> Counter[tuple[str, str]]:
    """Counts by type; a gold item that several types would fit counts under the first."""
    out: Counter[tuple[str, str]] = Counter()
    for item in gold:
        if not item.get("optional"):
            kind = item["types"][0]
            hit = not any(item is other for other in count.missed)
            out.update({(kind, "gold"): 1, (kind, "found"): int(hit), (kind, "read"): int(hit)})
    out.update((item.type, "read") for item in count.wrong)
    return out


def _shown(item: dict[str, Any], remark: str) -> str:
    office = f", {item['office']}" if item["kind"] == "person" else ""
    return remark[item["start"] : item["end"]] + office


if __name__ == "__main__":
    main()
