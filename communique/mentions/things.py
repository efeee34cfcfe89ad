"""Named organs, conferences and instruments: capitalised runs around a telling head word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from communique.language.words import english
from communique.mentions.spots import Spot

_CONNECTORS: Mapping[str, frozenset[str]] = {
    "body": frozenset(("of", "for", "on", "and", "the", "&")),
    "conference": frozenset(("of", "for", "on", "and", "the")),
    "object": frozenset(("of", "the")),
    "instrument": frozenset(("of", "on", "for", "between", "and", "the", "to", "in", "with", "against", "from", "&")),
}
_MEALS = frozenset("dinner lunch luncheon breakfast banquet reception".split())
_LONGEST = 30
_NUMBERED = frozenset(
    "order resolution decree protocol bill law proclamation determination directive regulation ordinance rule".split()
)
_OWNERS = frozenset(("children", "women", "people", "men"))
_LAW_PLACES = frozenset("school schools enforcement review center centre professor firm".split())
_NOT_OF_LAWS = frozenset(("to", "from", "in", "with", "between"))
_CALENDAR = frozenset(("day", "week", "month", "year"))
#: "Treaty establishing the European Community", "Convention relating to the Status of Refugees"
_ESTABLISHING = frozenset("establishing amending relating governing prohibiting supplementing".split())
#: How numbers of bills and resolutions of two chambers begin, "H.R. 55", "S. Con. Res. 14", and what may stand between.
_BILL_OPENERS = frozenset(("h.r.", "s", "h", "s.j.", "h.j.", "h.con.", "s.con."))
_BILL_WORDS = frozenset((".", "con", "res", "j", "r"))
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_ORGAN_MEMBERS = frozenset(
    ("heads", "ministers", "parties", "presidents", "leaders", "chiefs", "governors", "speakers", "mayors", "bishops")
)


@dataclass(frozen=True, slots=True)
class ThingWords:
    """Head words: form -> (``body``, ``conference`` or ``instrument``, instrument kind); and nouns for states.

    ``gathering`` heads are conferences where an organization or one of the words of ``assembled`` stands before them.
    """

    heads: Mapping[str, tuple[str, str]]
    state_nouns: frozenset[str]
    assembled: frozenset[str]


@cache
def thing_words() -> ThingWords:
    """The head words of English, from ``language/en/things.yaml``."""
    path = files("communique.language") / "en" / "things.yaml"
    lists: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    heads: dict[str, tuple[str, str]] = {}
    for kind, forms in lists["instrument"].items():
        for form in forms.split():
            heads[form] = ("instrument", kind)
    for section in ("object", "body", "gathering", "conference"):
        for form in lists[section].split():
            heads[form] = (section, "")
    return ThingWords(heads, frozenset(lists["state_nouns"].split()), frozenset(lists["assembled"].split()))


def find_things(words: list[str], lows: list[str], tags: list[str], spots: list[Spot], heading: bool) -> list[Spot]:
    """Named organs, conferences and instruments, merged into a sentence's spots.

    Args:
        words, lows, tags: the sentence's tokens.
        spots: persons, offices and gazetteer names found before; persons are never swallowed.
        heading: whether the sentence is a title or stands in capitals, where capitals tell nothing.

    Returns:
        All spots in order, without overlap.
    """
    heads = thing_words().heads
    for spot in spots:
        if spot.kind == "body" and heads.get(lows[spot.j - 1], ("", ""))[0] == "conference":
            spot.kind = "conference"  # "the NATO Summit", though the knowledge files list it as an organ
        elif spot.kind == "organization" and "summit" in (lows[spot.i], lows[spot.j - 1]):
            spot.kind = "conference"  # "the Summit of the Americas"
    at_heads = [
        i
        for i, low in enumerate(lows)
        if low in heads
        and (words[i][0].isupper() or (low == "resolution" and words[i + 1 : i + 2] and words[i + 1].isdigit()))
    ]
    bills = [Spot(i, j, "instrument", _join(words[i:j]), sense="law") for i, j in _bills(words, lows)]
    if not at_heads and not bills:
        return spots
    starts = {s.i: s for s in spots}
    ends = {s.j: s for s in spots}
    closed = {k for s in spots if s.kind in ("person", "office") for k in range(s.i, s.j)}
    covered = {k for s in spots for k in range(s.i, s.j)}
    found = [bill for bill in bills if closed.isdisjoint(range(bill.i, bill.j))]
    floor = 0
    for head in at_heads:
        if head < floor or head in closed or (head in covered and head not in starts):
            continue
        if head in covered and starts[head].kind != "group":
            continue
        kind, subtype = heads[lows[head]]
        if subtype == "law" and lows[head + 1 : head + 2] and lows[head + 1] in _LAW_PLACES:
            continue
        if (
            kind == "conference"
            and lows[head + 1 : head + 2] == ["of"]
            and _ORGAN_MEMBERS & set(lows[head + 2 : head + 4])
        ):
            kind = "body"  # "the Conference of Heads of State" is an organ
        i = _left(words, lows, tags, ends, closed, head, floor, heading, kind)
        if kind == "gathering":
            if lows[head + 1 : head + 2] == ["of"] or not _assembled(lows, spots, i, head, heading=heading):
                continue  # "a Joint Session of Congress" is its organ's
            kind = "conference"
        j = _right(words, lows, tags, starts, closed, head + 1, kind, law=subtype == "law")
        last = heads.get(lows[j - 1], ("", ""))
        if kind != "instrument" and last[0] == "instrument" and all(w[0].isupper() for w in words[head:j]):
            kind, subtype = last  # "the Ocean Protection Act", "the Bank Secrecy Act"
        if j - i == 1 and (heading or (i == 0 and lows[head] != "parliament")):
            continue
        spot = Spot(i, j, kind, _join(words[i:j]), sense=subtype)
        parent = next(
            (s for s in spots if s.i >= i and s.j <= j and s.kind in ("organization", "state", "adjective")), None
        )
        if parent is not None:
            spot.parent, spot.state, spot.state_id = parent.id, parent.name, parent.id
        elif i >= 2 and tags[i - 1] == "z" and i - 1 in ends and ends[i - 1].kind in ("organization", "state"):
            owner = ends[i - 1]
            spot.parent, spot.state, spot.state_id = owner.id, owner.name, owner.id
        found.append(spot)
        floor = j
    if not found:
        return spots
    found.sort(key=lambda s: s.i)
    taken = {k for s in found for k in range(s.i, s.j)}
    merged = found + [s for s in spots if s.i not in taken]
    merged.sort(key=lambda s: s.i)
    return merged


def _assembled(lows: list[str], spots: list[Spot], i: int, head: int, *, heading: bool) -> bool:
    """Whether a meeting in capitals is a conference by name: not what an organ holds, which is its session."""
    inside = [s for s in spots if s.i >= i and s.j <= head]
    if any(s.kind == "body" and s.j == head for s in inside):
        return False
    if any(s.kind in ("organization", "group") for s in inside):
        return True
    return not heading and not thing_words().assembled.isdisjoint(lows[i:head])


def _left(
    words: list[str],
    lows: list[str],
    tags: list[str],
    ends: dict[int, Spot],
    closed: set[int],
    head: int,
    floor: int,
    heading: bool,
    kind: str,
) -> int:
    i = head
    gathers = kind in ("gathering", "conference")
    while i > floor and head - i < 8:
        k = i - 1
        apostrophe = words[k] in "'’"
        members = ends.get(k if apostrophe else i) if gathers else None
        if members is not None and members.office is not None and members.office.plural and members.kind == "office":
            i = members.i  # "Foreign Ministers’ Meeting"
            continue
        spot = ends.get(i)
        if lows[head] == "act" and spot is not None and spot.kind in ("office", "person") and floor < i < head:
            if (spot.kind == "office" or i < head - 1) and all(word[0].isupper() for word in words[spot.i : i]):
                i = spot.i  # "the Inspector General Empowerment Act", "the Ana Brandt Voting Rights Act"
                continue
        if k in closed or (heading and _is_headline_verb(lows[k], k in ends or k - 1 in closed)):
            break
        if spot is not None and spot.kind in (
            "state",
            "organization",
            "adjective",
            "demonym",
            "body",
            "place",
            "group",
        ):
            i = spot.i
            continue
        if apostrophe and k > floor and words[k - 1][0].isupper() and tags[k - 1] in "pn":
            i = k - 1  # "Leaders' Summit"
            continue
        if words[k] in "-–" and k > floor and (words[k - 1][0].isupper() or words[k - 1][0].isdigit()):
            i = k
            continue
        if words[k] in ("’s", "'s") and k > floor and lows[k - 1] in _OWNERS and words[k - 1][0].isupper():
            i = k - 1  # "the Children’s Health Programme"
            continue
        if lows[head] == "act" and words[k][0].isupper() and tags[k] in "wdgefv" and k > floor and k not in ends:
            i = k  # "Protecting Mothers Who Served Act"
            continue
        if lows[head] == "act" and lows[k] in ("to", "of", "for") and i < head + 1 and k - 1 > floor:
            if words[i][0].isupper() and words[k - 1][0].isupper() and tags[k - 1] in "pjn" and k - 1 not in closed:
                i = k - 1  # "Freedom of Information Act"
                continue
        if (
            (tags[k] in "pj#n" or lows[k] in _CALENDAR)
            and (words[k][0].isupper() or words[k][0].isdigit())
            and lows[k] not in ("on", "in")
        ):
            i = k
            continue
        if lows[head] == "act" and lows[k] == "the" and k - 1 >= floor and words[k - 1] == "For":
            return k - 1  # "For the People Act"
        if (
            lows[k] in ("and", "&")
            and k - 1 > floor
            and words[k - 1][0].isupper()
            and (tags[k - 1] in "pj" or (lows[head] == "act" and tags[k - 1] == "n" and k - 1 not in closed))
            and i != head
        ):
            if k - 1 in closed or (k in ends and ends[k].kind != "name"):
                break
            i = k - 1
            continue
        break
    while i < head and (
        tags[i] in "dir" or (tags[i] == "#" and i > 0 and tags[i - 1] == "m") or lows[i] in ("and", "&", "-", "–")
    ):
        i += 1
    return i


def _is_headline_verb(low: str, after_subject: bool) -> bool:
    """Whether a word of a headline is its verb: "Approves", and "Signs" after its subject."""
    words = english()
    form = words.verbs.get(low, ("", ""))[1]
    return form == "v" and (after_subject or low not in words.ambiguous)


def _right(
    words: list[str],
    lows: list[str],
    tags: list[str],
    starts: dict[int, Spot],
    closed: set[int],
    j: int,
    kind: str,
    *,
    law: bool,
) -> int:
    connectors = _CONNECTORS[kind] - (_NOT_OF_LAWS if law else frozenset())
    count = len(words)
    limit = min(count, j + _LONGEST)
    if kind == "instrument" and lows[j : j + 2] == ["no", "."] and j + 2 < limit and words[j + 2][0].isdigit():
        return j + 3
    if kind == "instrument" and j < limit and words[j].isdigit() and lows[j - 1] in _NUMBERED:
        j += 1  # "Executive Order 13664", "resolution 2702 (2023)", "Public Law 117-58", "Determination No. 2022-25"
        if j + 1 < limit and words[j] in "-–/" and words[j + 1].isdigit():
            j += 2
        if j + 2 < limit and words[j] == "(" and words[j + 2] == ")":
            j += 3
        return j
    first = j
    if kind == "instrument" and j + 1 < limit and words[j] == "/" and words[j + 1].isupper():
        j += 2  # "National Security Memorandum/NSM-2"
        if j + 1 < limit and words[j] in "-–" and words[j + 1].isdigit():
            j += 2
        return j
    while j < limit:
        if (
            kind == "instrument"
            and j > first
            and words[j] in ("’s", "'s")
            and j + 1 < limit
            and words[j + 1][0].isupper()
        ):
            j += 1  # "Executive Order on Improving the Nation’s Cybersecurity"
            continue
        if kind == "conference" and lows[j] in _MEALS:
            break  # "the Leaders Summit Dinner" is a dinner
        if kind == "instrument" and lows[j] in _ESTABLISHING and not words[j][0].isupper():
            k = j + 1
            while k < limit and lows[k] in ("to", "the") and k - j < 3:
                k += 1
            if k < limit and words[k][0].isupper() and (k not in starts or starts[k].kind not in ("person", "office")):
                j = starts[k].j if k in starts else k + 1
                continue
            break
        if j in starts and j not in closed and tags[j - 1] not in "nP":
            if lows[j - 1] in connectors:
                j = starts[j].j
                continue
        if (
            words[j][0].isupper()
            and j not in closed
            and (j not in starts or starts[j].kind == "name")
            and tags[j] in "pjngR"
        ):
            j += 1
            continue
        k = j
        while k < limit and lows[k] in connectors and k - j < 3:
            k += 1
        if k == j and words[k] == "," and k + 2 < limit and words[k + 1][0].isupper() and kind != "conference":
            # "Organ on Politics, Defence and Security Cooperation"
            if lows[k + 2] == "and" and k + 3 < limit and words[k + 3][0].isupper() and k + 1 not in closed:
                j = k + 2
                continue
        if k == j or k >= limit or k in closed:
            break
        if kind == "instrument" and lows[j] in ("and", "&") and _another(words, lows, k, limit):
            break
        if law and lows[j - 1] == "act" and lows[j:k] == ["of"] and _is_year(words[k]):
            return k + 1  # "the Wilderness Act of 1964"
        if tags[k] == "m" or lows[k] in _MONTHS:
            break  # "the Regular Press Conference on March 19"
        if kind == "instrument" and lows[j] == "to" and thing_words().heads.get(lows[k], ("",))[0] == "body":
            break  # "submitted the Protocol to the Senate"
        if k in starts:
            if starts[k].kind in ("person", "office") or (lows[k - 1] == "in" and starts[k].kind == "place"):
                break
            if "from" in lows[j:k]:
                break  # "the Statement from Japan"
            if lows[k - 1] in ("and", "&") and kind != "instrument" and lows[j] in ("and", "&"):
                break
            j = starts[k].j
            continue
        if words[k][0].isupper() and tags[k] in "pjn":
            if lows[j] in ("and", "&") and kind != "instrument" and lows[k] in thing_words().heads:
                break
            j = k + 1
            continue
        if kind == "instrument" and words[k][0].isdigit() and lows[k - 1] == "for":
            j = k + 1
            while j + 1 < limit and words[j] in "-–" and words[j + 1][0].isdigit():
                j += 2
            continue
        break
    return j


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def _another(words: list[str], lows: list[str], k: int, limit: int) -> bool:
    """Whether the capitalised run from ``k`` on is an instrument by itself: "the Rivers Act and the Lakes Act"."""
    heads = thing_words().heads
    limit = min(limit, k + 10)
    while k < limit and (
        words[k][0].isupper() or (lows[k] in ("to", "of", "for", "and") and words[k - 1][0].isupper())
    ):
        if heads.get(lows[k], ("", ""))[0] == "instrument":
            return True
        k += 1
    return False


def _bills(words: list[str], lows: list[str]) -> list[tuple[int, int]]:
    """Token ranges of bills by their numbers: "S. 1941", "H.R. 55", "S. Con. Res. 14"."""
    found = []
    for i, low in enumerate(lows):
        if low not in _BILL_OPENERS or not words[i][0].isupper():
            continue
        j = i + 1
        while j < len(lows) and j - i < 6 and lows[j] in _BILL_WORDS:
            j += 1
        if j < len(lows) and words[j].isdigit() and len(words[j]) < 6 and "." in low + "".join(lows[i + 1 : j]):
            found.append((i, j + 1))
    return found


def _join(tokens: list[str]) -> str:
    out = ""
    for token in tokens:
        closes = (
            not out
            or token in (".", ",", "’", "'", "’s", "'s", "-", "–", ")")
            or out[-1] in "-–("
            or (token[0].isdigit() and out in ("G", "D", "P"))
        )
        out += token if closes else " " + token  # "G7 Ministerial Meeting"
    return out
