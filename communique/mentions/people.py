"""Offices and the persons who hold them, found in a sentence's tokens."""

from __future__ import annotations

from communique.mentions.appositions import apposition, body_after_comma
from communique.mentions.joined_offices import join_offices
from communique.mentions.marked_sentences import MarkedSentence
from communique.mentions.nominations import add_nomination, predecessor
from communique.mentions.office_phrases import read_office, title_wins
from communique.mentions.personal_names import (
    ends_portfolio,
    join_words,
    name_end,
    skip_honorifics,
    speaks,
    style_before,
)
from communique.mentions.posts import read_body
from communique.mentions.spots import Office, Spot

_JUDGES = frozenset(("judge", "justice", "magistrate"))
_COURTS = frozenset(("court", "courts", "circuit", "district", "tribunal"))
_HITHERTO = frozenset("currently presently now most recently previously formerly also first later then".split())
_NOBLE = frozenset(("prince", "princess", "lord", "count", "general"))


def find_people(s: MarkedSentence) -> list[Spot]:
    """All spots of the sentence in order: persons and offices, and the gazetteer names outside them."""
    found: list[Spot] = []
    i, floor, count = 0, 0, len(s.words)
    titles, honorifics = s.forms.titles, s.forms.honorifics
    tags = s.tags
    lows = s.plain
    while i < count:
        here: Spot | list[Spot] | None = None
        low = lows[i]
        if low in titles and (i not in s.inside or title_wins(s, i)):
            here = _office(s, i, floor)
        if here is None and low in honorifics:
            here = _with_honorific(s, i)
        if here is None and tags[i] == "p" and (i not in s.inside or _before_initial(s, i)):
            here = _bare_name(s, i)
        if here is None:
            i += 1
            continue
        found.extend(here if isinstance(here, list) else [here])
        before = predecessor(s, found[-1])
        if before is not None:
            found.append(before)
        join_offices(s, found)
        if len(found) > 1 and found[-2].kind == "name" and found[-1].i <= found[-2].i:
            del found[-2]  # "Northwind" in "Northwind's mayor", whose body it is
        i = max(found[-1].j, i + 1)
        floor = i if found[-1].kind != "name" else floor
    if not found:
        return s.spots
    taken: set[int] = set()
    for spot in found:
        taken.update(range(spot.i, spot.j))
    found.extend(x for x in s.spots if x.i not in taken and x.j - 1 not in taken)
    found.sort(key=lambda spot: spot.i)
    return found


def _before_initial(s: MarkedSentence, i: int) -> bool:
    """ "Charlotte N. Holm", "Austin D. Lund": a town's name that is a person's given name."""
    rest = s.words[i + 1 : i + 4]
    return s.given(s.words[i]) and len(rest) == 3 and len(rest[0]) == 1 and rest[1] == "." and rest[2][0].isupper()


def _office(s: MarkedSentence, t: int, floor: int) -> Spot | list[Spot] | None:
    """The office whose title begins at ``t``, or the persons named by it."""
    office = read_office(s, t, floor)
    if office is None:
        return None
    people = _named_after(s, office)
    if people:
        return people
    return Spot(style_before(s, office.i), office.j, "office", " ".join(s.words[office.i : office.j]), office=office)


def _with_honorific(s: MarkedSentence, i: int) -> Spot | None:
    name_i, honorific = skip_honorifics(s, i)
    if not honorific:
        return None
    matched = s.title(name_i) if name_i < len(s.words) else None
    if matched is not None:
        return None  # "Mr. President", "H.E. the Minister": the office speaks for itself
    j = name_end(s, name_i, after_title=True)
    return None if j == name_i else _person(s, None, i, name_i, j, honorific)


def _bare_name(s: MarkedSentence, i: int) -> Spot | None:
    """A name without office: known from elsewhere in the document, or with a common given name."""
    if s.words[i] in s.vocabulary.not_names and not s.given(s.words[i]):
        return None
    j = name_end(s, i, after_title=False)
    if j == i:
        return None
    tokens = s.words[i:j]
    known = next((k for k in range(j - 1, i - 1, -1) if s.lows[k] in s.surnames), -1)
    if known >= 0:
        start = (
            i
            if s.words[i] in s.forms.given_names or known == i or s.surnames[s.lows[known]].find(s.words[i]) >= 0
            else known
        )
        return _person(s, None, start, start, j, "")
    if len(tokens) >= 2 and (
        s.given(tokens[0]) or (speaks(s, j) and all(s.vocabulary.tags.get(low) is None for low in s.lows[i:j]))
    ):
        return _person(s, None, i, i, j, "")
    if len(tokens) >= 2:  # an office behind it makes a name of unknown shape a person's
        held = _person(s, None, i, i, j, "")
        if held.offices or _has_career(s, j):
            return held
    return Spot(i, j, "name", join_words(tokens))


def _has_career(s: MarkedSentence, j: int) -> bool:
    """ "… becomes", "… is named", "… has served as": ", who …": what follows a name that is a person's."""
    lows = s.lows[j : j + 4]
    if s.heading or not lows:
        return False
    if lows[:2] == [",", "who"]:
        return True
    while lows[:1] and lows[0] in _HITHERTO:
        lows = lows[1:]
    if not lows:
        return False
    if lows[0] in ("becomes", "became", "served", "serves"):
        return True
    put = {"named", "appointed", "nominated", "elected", "reappointed", "promoted", "served", "confirmed"}
    return lows[0] in ("is", "was", "has", "will") and bool(put & set(lows[1:4]))


def _named_after(s: MarkedSentence, office: Office) -> list[Spot]:
    """Persons whose names follow an office: "…, H.E. Ingrid Solbakken", "Presidents A and B"."""
    words, lows = s.words, s.lows
    count = len(words)
    at = office.j
    comma = at < count and words[at] == ","
    if comma:
        at += 1
    if not comma and lows[at : at + 1] and lows[at] in _NOBLE and words[at][0].isupper():
        at += 1  # "Foreign Minister Prince Saud"
    name_at, honorific = skip_honorifics(s, at)
    if comma and not honorific and lows[at : at + 1] == ["the"]:
        name_at, honorific = skip_honorifics(s, at + 1)  # "the Secretary-General, the Hon. Ana Brandt"
    j = name_end(s, name_at, after_title=not comma)
    if j == name_at:
        return []
    portfolio = not {"for", "of"}.isdisjoint(office.role.split()) and at == name_at == office.j
    if portfolio and j - name_at > 2 and ends_portfolio(s, name_at):
        office.role, office.j, name_at = f"{office.role} {words[at]}", at + 1, at + 1
    if comma and not honorific and j - name_at < 2 and lows[name_at] not in s.surnames:
        return []
    name_j = j
    while j < count and 2 <= len(words[j]) <= 4 and words[j].isupper() and s.tags[j] == "p" and words[j] != "I":
        j += 1  # "TD", "MP"
    if comma and not (
        j >= count
        or lows[j] in (",", ".", ";", ")", "and", ":", "—", "–", "’s", "'s")
        or honorific
        or s.tags[j] in "vexMHwicu"
        or words[j] in '“"'
    ):
        return []
    people = [_person(s, office, office.i, name_at, name_j, honorific, j)]
    if comma and office.body is not None:
        people += _each_of_a_state(s, office, people[0].j)
    j = max(j, people[0].j) if lows[name_j : name_j + 1] == ["("] else j
    if office.plural:
        office.plural = False
        office.role = _singular(office.role)
        while j < count and (lows[j] == "and" or (words[j] == "," and not comma)):
            after = j + 2 if words[j] == "," and lows[j + 1 : j + 2] == ["and"] else j + 1
            start, _ = skip_honorifics(s, after)
            end = name_end(s, start, after_title=True)
            if end == start:
                break
            own = _copy(office)
            if people[-1].j > people[-1].name_j and lows[people[-1].name_j] == "(":
                own.body = own.body_id = None  # each has a state of their own
            people.append(_person(s, own, start, start, end, ""))
            j = people[-1].j
    return people


def _each_of_a_state(s: MarkedSentence, office: Office, j: int) -> list[Spot]:
    """ "…Ministers of Kenya, Ms. A, of Uganda, Mr. B, and of Malawi, Mr. C": the same office, of a state each."""
    people: list[Spot] = []
    lows, count = s.lows, len(s.words)
    while j + 3 < count:
        k = j
        while k < count and lows[k] in (",", "and", "the") and k < j + 3:
            k += 1
        if k == j or lows[k] != "of":
            break
        k += 2 if lows[k + 1] == "the" else 1
        state = s.starts.get(k)
        if state is None or state.kind not in ("state", "organization") or lows[state.j : state.j + 1] != [","]:
            break
        name, honorific = skip_honorifics(s, state.j + 1)
        end = name_end(s, name, after_title=True)
        if end == name:
            break
        own = _copy(office)
        own.role, own.plural = _singular(own.role), False
        own.body, own.body_id = state.name, state.id
        people.append(_person(s, own, state.i, name, end, honorific))
        j = people[-1].j
    return people


def _person(
    s: MarkedSentence, office: Office | None, i: int, name_i: int, name_j: int, honorific: str, end: int = 0
) -> Spot:
    words, lows, count = s.words, s.lows, len(s.words)
    name = join_words(words[name_i:name_j])
    j = max(name_j, end)
    spot = Spot(i, j, "person", name, office=office, name_i=name_i, name_j=name_j, honorific=honorific)
    if office is None and lows[j : j + 1] == ["("] and lows[j + 2 : j + 4] == [")", ","]:
        if (of := s.starts.get(j + 1)) is not None and of.kind == "state" and of.j == j + 2:
            apposition(s, spot, j + 4)  # "Jan Holm (Norway), Chair of the Committee"
            if spot.offices:
                return spot
    if office:
        spot.offices.append(office)
        if office.body_id is None and _on_the_bench(s, spot, j):
            return spot
    if j + 1 < count and lows[j] == "of" and office is not None:
        after = _past_government(lows, j + 1)
        state = s.starts.get(after)
        before = s.starts.get(office.i)
        listed = before is not None and before.kind == "state"  # "… of Palau / Prime Minister Tau of Tonga"
        open_body = office.body_id is None or listed
        if state is not None and state.kind in ("state", "organization") and open_body:
            office.body, office.body_id = state.name, state.id
            spot.j = state.j
            if listed and before is not None:
                office.i = spot.i = before.j
            return spot
        if (
            state is not None
            and office.body is None
            and state.kind == "place"
            and {"mayor", "governor"} & set(office.role.lower().split())
        ):
            office.body, office.body_id = join_words(words[state.i : state.j]), state.id
            spot.j = state.j
            return spot
        organ = None
        if not s.heading and office.body is None and (state is None or state.kind == "body"):
            organ = read_body(words, lows, s.starts, after, "of")
        if organ is not None:  # "Deputy Director Oyun Bat of the Department of Trade"
            office.body, office.body_id, spot.j = organ
            return spot
    if office is not None and office.body is None and lows[j : j + 1] == ["("]:
        owner = s.starts.get(j + 1)  # "Ministers Ana Brandt (Kenya) and Josef Holm (Uganda)"
        if owner is not None and lows[owner.j : owner.j + 1] == [")"]:
            if owner.kind in ("state", "organization") or "overnor" in office.role:
                office.body, office.body_id = owner.name or join_words(words[owner.i : owner.j]), owner.id
                spot.j = owner.j + 1
                return spot
    if j + 2 < count and words[j] == "," and s.tags[j + 1] != "z":
        if office is not None and office.body is None and body_after_comma(s, office, j):
            spot.j = office.j
        else:
            apposition(s, spot, j + 1)
    add_nomination(s, spot)
    return spot


def _on_the_bench(s: MarkedSentence, spot: Spot, j: int) -> bool:
    """ "Judge Ana Brandt on the Court of Appeals", "Justice Holm of the Supreme Court": the court behind."""
    office = spot.office
    if office is None or s.lows[j : j + 1] not in (["on"], ["of"], ["in"], ["for"]):
        return False
    if not _JUDGES & set(office.role.lower().split()):
        return False
    court = read_body(s.words, s.lows, s.starts, j + 1, "on")
    if court is None or not _COURTS & set(s.lows[j : court[2]]):
        return False
    office.body, office.body_id, spot.j = court
    return True


def _past_government(lows: list[str], k: int) -> int:
    """The token behind "the" or "the Government of the"."""
    k += lows[k : k + 1] == ["the"]
    if lows[k : k + 2] == ["government", "of"]:
        k += 2
        k += lows[k : k + 1] == ["the"]
    return k


def _singular(role: str) -> str:
    """ "Ministers of Foreign Affairs" -> "Minister of Foreign Affairs", "Prime Ministers" -> "Prime Minister"."""
    head, link, rest = role.partition(" of ")
    return (head[:-1] if head.endswith("s") else head) + link + rest


def _copy(office: Office) -> Office:
    return Office(office.role, office.rank, office.i, office.j, office.body, office.body_id, office.phase)
