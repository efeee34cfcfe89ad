"""Offices and the persons who hold them, found in a sentence's tokens."""

from __future__ import annotations

from communique.mentions.marked_sentences import MarkedSentence
from communique.mentions.office_phrases import read_office, title_wins
from communique.mentions.personal_names import join_words, name_end, skip_honorifics, speaks
from communique.mentions.posts import read_body, read_post
from communique.mentions.spots import Office, Spot

_CLOSING = frozenset((",", ".", ";", ")", "and", "who", "-", "—", "–", ":", "(", "[", "*", "<", "|", "•"))
_WITHOUT_ORGAN = frozenset(("head_of_state", "head_of_government", "royal", "legislator", "religious", "counterpart"))
_NOMINEES = frozenset(("nominee", "candidate", "nominated", "nominees", "candidates"))
_RESIDENCE = 36  # tokens within which ", of Ohio, a Career Member of the Service, to be …" names the post


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
        if here is None and tags[i] == "p" and i not in s.inside:
            here = _bare_name(s, i)
        if here is None:
            i += 1
            continue
        found.extend(here if isinstance(here, list) else [here])
        i = floor = max(found[-1].j, i + 1)
    if not found:
        return s.spots
    taken: set[int] = set()
    for spot in found:
        taken.update(range(spot.i, spot.j))
    found.extend(x for x in s.spots if x.i not in taken and x.j - 1 not in taken)
    found.sort(key=lambda spot: spot.i)
    return found


def _office(s: MarkedSentence, t: int, floor: int) -> Spot | list[Spot] | None:
    """The office whose title begins at ``t``, or the persons named by it."""
    office = read_office(s, t, floor)
    if office is None:
        return None
    people = _named_after(s, office)
    if people:
        return people
    return Spot(office.i, office.j, "office", " ".join(s.words[office.i : office.j]), office=office)


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
        if held.offices:
            return held
    return Spot(i, j, "name", join_words(tokens))


def _named_after(s: MarkedSentence, office: Office) -> list[Spot]:
    """Persons whose names follow an office: "…, H.E. Ingrid Solbakken", "Presidents A and B"."""
    words, lows = s.words, s.lows
    count = len(words)
    at = office.j
    comma = at < count and words[at] == ","
    if comma:
        at += 1
    name_at, honorific = skip_honorifics(s, at)
    j = name_end(s, name_at, after_title=not comma)
    if j == name_at:
        return []
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
    if office.plural:
        office.plural = False
        office.role = _singular(office.role)
        while j < count and (lows[j] == "and" or (words[j] == "," and not comma)):
            after = j + 2 if words[j] == "," and lows[j + 1 : j + 2] == ["and"] else j + 1
            start, _ = skip_honorifics(s, after)
            end = name_end(s, start, after_title=True)
            if end == start:
                break
            people.append(_person(s, _copy(office), start, start, end, ""))
            j = people[-1].j
    return people


def _person(
    s: MarkedSentence, office: Office | None, i: int, name_i: int, name_j: int, honorific: str, end: int = 0
) -> Spot:
    words, lows, count = s.words, s.lows, len(s.words)
    name = join_words(words[name_i:name_j])
    j = max(name_j, end)
    spot = Spot(i, j, "person", name, office=office, name_i=name_i, name_j=name_j, honorific=honorific)
    if office:
        spot.offices.append(office)
    if j + 1 < count and lows[j] == "of" and office is not None and office.body is None:
        after = j + 2 if lows[j + 1] == "the" else j + 1
        state = s.starts.get(after)
        if state is not None and state.kind in ("state", "organization"):
            office.body, office.body_id = state.name, state.id
            spot.j = state.j
            return spot
    if j + 2 < count and words[j] == "," and s.tags[j + 1] != "z":
        if office is not None and office.body is None and _body_after_comma(s, office, j):
            spot.j = office.j
        else:
            _apposition(s, spot, j + 1)
    _nomination(s, spot)
    return spot


def _body_after_comma(s: MarkedSentence, office: Office, comma: int) -> bool:
    """ "Secretary Brandt, Department of Trade, …": the body behind the name or the title, which thereby ends there."""
    if office.rank in _WITHOUT_ORGAN or s.title(comma + 1) is not None:
        return False
    found = read_body(s.words, s.lows, s.starts, comma + 1, ",")
    if found is None or not _closes(s, found[2]) or "," in s.lows[comma + 1 : found[2]]:
        return False
    office.body, office.body_id, office.j = found
    return True


def _closes(s: MarkedSentence, k: int) -> bool:
    return k >= len(s.words) or s.lows[k] in _CLOSING


def _nomination(s: MarkedSentence, spot: Spot) -> None:
    """ "Ana Brandt, Nominee for …", "Ana Brandt: Candidate for the Court of …", "Ana Brandt, of Ohio, to be …"."""
    k = _nominated_for(s, spot.j)
    if k < 0:
        return
    post = read_post(s.words, s.lows, s.starts, k)
    if post is None:
        bench = read_body(s.words, s.lows, s.starts, k, "at")
        if bench is not None and "court" in bench[0].lower():
            spot.offices.append(Office("Judge", "judge", k, bench[2], bench[0], bench[1], "nominated"))
            spot.j = bench[2]
        return
    titles = [t for t in (s.title(n) for n in range(post.i, post.j)) if t is not None]
    rank = titles[0][1].rank if titles else "post"
    held = Office(post.role, rank, post.i, post.j, post.body, post.body_id, "nominated")
    if post.body is None and (own := s.starts.get(post.i)) is not None and own.kind in ("state", "adjective"):
        held.body, held.body_id = own.name, own.id  # "United States Attorney", "U.S. Marshal"
    spot.offices.append(held)
    spot.j = post.j


def _nominated_for(s: MarkedSentence, j: int) -> int:
    """The token at which what somebody is nominated for begins, or -1."""
    lows, count = s.lows, len(s.lows)
    if j + 3 >= count:
        return -1
    k = j + 1 if lows[j] in (",", ":", "–", "—", "-", "(") else j
    if lows[k] in _NOMINEES:
        for opening in (("for",), ("to", "be"), ("to", "serve", "as"), ("as",)):
            if tuple(lows[k + 1 : k + 1 + len(opening)]) == opening:
                return k + 1 + len(opening)
        return -1
    if lows[j] == "," and lows[j + 1] in ("of", "to"):
        for k in range(j + 1, min(j + _RESIDENCE, count - 2)):
            if lows[k : k + 2] == ["to", "be"] and lows[k - 1] == ",":
                return k + 2
            if lows[k] in (".", ";", ":"):
                break
    return -1


def _apposition(s: MarkedSentence, spot: Spot, start: int) -> None:
    """ "Tendai Mukonoweshuro, President of the Republic of Zimbabwe": an office after the name."""
    lows, count = s.lows, len(s.words)
    at = start
    if lows[at] in ("the", "a", "an", "his", "her", "their"):
        at += 1
    k = at
    for _ in range(5):
        if k >= count:
            _post_behind(s, spot, start)
            return
        if s.title(k) is not None and k not in s.inside:
            break
        gazetteer = s.starts.get(k)
        if gazetteer is not None and gazetteer.kind in ("state", "adjective", "demonym", "organization", "body"):
            k = gazetteer.j
            if k < count and s.tags[k] == "z":
                k += 1
        elif lows[k] in s.forms.modifiers:
            k += 1
        else:
            _post_behind(s, spot, start)
            return
    else:
        _post_behind(s, spot, start)
        return
    held = read_office(s, k, at)
    if held is not None and not held.plural:
        if held.body is None and lows[held.j : held.j + 1] == [","]:
            _body_after_comma(s, held, held.j)
        following = held.j
        if lows[start] == "the" and following < count and lows[following] == ",":
            name = skip_honorifics(s, following + 1)[0]
            if name_end(s, name, after_title=False) > name + 1:
                return  # "Ana Brandt, the Minister of Trade, Jan Novak, and": the office opens the next name
        if _closes(s, following):
            spot.offices.append(held)
            if spot.office is None:
                spot.office = held
            spot.j = held.j


def _post_behind(s: MarkedSentence, spot: Spot, start: int) -> None:
    """ "Ana Brandt, General Counsel at the Department of Trade": a post of no known title, with its body."""
    if s.lows[start] in _NOMINEES:
        return
    post = read_post(s.words, s.lows, s.starts, start)
    if post is None or post.body is None or not _closes(s, post.j):
        return
    role, phase = post.role, "holds"
    first = role.split()[0].lower()
    if s.forms.modifiers.get(first) == "past":
        role, phase = role[len(first) :].strip(), "held"
    if not role:
        return
    held = Office(role, "post", post.i, post.j, post.body, post.body_id, phase)
    spot.offices.append(held)
    if spot.office is None:
        spot.office = held
    spot.j = post.j


def _singular(role: str) -> str:
    return role[:-1] if role.endswith("s") else role


def _copy(office: Office) -> Office:
    return Office(office.role, office.rank, office.i, office.j, office.body, office.body_id, office.phase)
