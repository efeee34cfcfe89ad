"""Offices in a sentence: the title, whose it is, and what belongs to the role."""

from __future__ import annotations

from communique.mentions.marked_sentences import ELECT, MarkedSentence
from communique.mentions.personal_names import is_name_start, join_words, name_end
from communique.mentions.posts import post_words, read_body
from communique.mentions.spots import Office, Spot

_ROLE_PREPOSITIONS = frozenset(("of", "for", "to", "in", "at"))
_BEHIND_TITLES = frozenset(("elect", "designate", "nominee"))  # before one, "elect" is a verb
_BODY_PREPOSITIONS = frozenset(("of", "at", "on", "with", "in", "for"))
_PHASES = {"past": "held", "future": "begins", "outgoing": "ends"}
_ENVOY_RANKS = frozenset(("ambassador", "official", "deputy", "organization_head"))
_ORGAN_NOUNS = frozenset(
    "ministry government presidency delegation commission council alliance organization organisation party palace army "
    "parliament assembly committee agency movement group bloc union mission region city province opposition".split()
)


def read_office(s: MarkedSentence, t: int, floor: int) -> Office | None:
    """The office whose title begins at ``t``; nothing before ``floor`` belongs to it."""
    matched = s.title(t)
    if matched is None or _is_verb(s, t, matched[0]):
        return None
    if s.lows[t] == "pm" and t and s.words[t - 1][0].isdigit():
        return None  # nine in the evening
    j, title = matched
    words, lows, tags = s.words, s.lows, s.tags
    count = len(words)
    phase = "holds"
    k = t
    role_i = t
    while k > floor and lows[k - 1] in s.forms.modifiers and lows[k - 1] not in _BEHIND_TITLES:
        k -= 1
        kind = s.forms.modifiers[lows[k]]
        if lows[k] in ("outgoing", "departing"):
            phase = "ends"
        elif kind in _PHASES:
            phase = _PHASES[kind]
        elif role_i == k + 1:
            role_i = k  # "First Deputy Minister", but not "former Minister"
    office = Office("", title.rank, k, j, plural=title.plural, portfolio=title.portfolio, phase=phase)
    _body_before(s, office, floor)
    if j < count and words[j] == "-" and j + 1 < count and lows[j + 1] in s.forms.suffixes:
        j += 2
        office.phase = "begins"
    elif lows[j - 1].endswith(ELECT):
        office.phase = "begins"
    role_end = j
    capitalised = words[t][0].isupper()
    for _ in range(6):
        if j + 1 < count and lows[j] == "and" and capitalised and words[j + 1][0].isupper():
            second = s.title(j + 1)  # "Deputy Prime Minister and Minister of Foreign Affairs"
            if second is not None and not second[1].plural and office.body is None:
                j = role_end = second[0]
                continue
        if j + 1 >= count or lows[j] not in _ROLE_PREPOSITIONS:
            break
        preposition = lows[j]
        after = j + 2 if lows[j + 1] == "the" else j + 1
        if after >= count:
            break
        spot = s.starts.get(after)
        if spot is not None and spot.kind in ("state", "organization", "body", "place", "group"):
            if (
                preposition in ("of", "for", "at")
                and spot.kind not in ("place", "group")
                and not (preposition == "for" and spot.kind == "state")
            ):
                name, identifier, longer = _organ(s, spot, preposition)
                if office.body is None:
                    office.body, office.body_id = name, identifier
                j = longer
                continue
            if preposition == "in" and spot.kind in ("body", "organization") and capitalised:
                j = role_end = spot.j
                owner = s.forms.owners.get(spot.parent or "")
                if owner is not None and office.body is None:
                    office.body, office.body_id = owner
                continue
            if preposition == "for" and spot.kind == "state" and lows[spot.j : spot.j + 1] in (["'s"], ["’s"]):
                break  # "thanked the President for Denmark's support"
            if (preposition == "to" and title.rank in _ENVOY_RANKS and capitalised) or preposition == "for":
                j = role_end = spot.j
                continue
            break
        if preposition == "of" and _of_government(s, office, after):
            j = role_end = office.j
            break
        portfolio = _portfolio(s, after) if preposition in ("of", "for") else after
        if portfolio > after:  # "Deputy Minister of Foreign Affairs": what follows is a name
            j = role_end = portfolio
            continue
        if tags[after] in "pj" and words[after][0].isupper() and preposition != "to" and capitalised:
            j = role_end = _capital_run(s, after)
            continue
        if lows[after] in _ORGAN_NOUNS and not words[after][0].isupper() and preposition in ("of", "for", "at"):
            j = after + 1  # "the spokesperson of the ministry"
            continue
        second = s.title(after)
        if second is not None and after == j + 1 and name_end(s, second[0], after_title=True) > second[0]:
            break  # "Special Assistant to Secretary Ana Brandt": the name is the secretary's
        if second is not None and preposition in ("to", "of", "for") and capitalised:
            j = role_end = second[0]
            continue
        break
    if office.body is None and not title.plural and j < count:
        j = _body_behind(s, office, j)
    office.j = j
    inside = next((x for x in s.spots if x.i > t and x.j <= matched[0] and x.kind in ("body", "organization")), None)
    if inside is not None and office.body is None:  # "President of the European Commission" is one title
        office.body, office.body_id = inside.name, inside.id
        if inside.j == role_end:
            role_end = inside.i - (2 if lows[inside.i - 1] == "the" else 1)
    owner = s.forms.owners.get(title.state or title.organization or "")
    if owner is not None and office.body is None:
        office.body, office.body_id = owner
    office.role = " ".join(words[role_i:role_end]).replace(" ,", ",").replace(" - ", "-")
    return office


def _body_behind(s: MarkedSentence, office: Office, j: int) -> int:
    """ "Dean of the School of Z", "Director for Climate at the Council on W": the body in the words behind the role."""
    link = s.lows[j]
    if link not in _BODY_PREPOSITIONS or j + 1 >= len(s.words):
        return j
    found = _body_named(s, j + 1, link)
    if found is None:
        return j
    office.body, office.body_id = found[:2]
    return found[2]


def title_wins(s: MarkedSentence, i: int) -> bool:
    """Whether the title at a token is longer than the name of an organization there."""
    spot = s.starts.get(i)
    return (
        spot is not None
        and spot.kind in ("organization", "body", "group")
        and s.title(i) is not None
        and (
            s.title(i)[0] > spot.j  # type: ignore[index]
        )
    )


def _organ(s: MarkedSentence, spot: Spot, preposition: str) -> tuple[str | None, str | None, int]:
    """The body that a gazetteer name begins, and where it ends: "the United Nations Support Mission"."""
    whole = _body_named(s, spot.i, preposition) if spot.kind in ("organization", "body") else None
    if whole is not None and whole[2] > spot.j:
        return whole
    return spot.name or spot.state, spot.id, spot.j


def _body_named(s: MarkedSentence, i: int, preposition: str) -> tuple[str, str | None, int] | None:
    """The body that the words after a preposition name, cut where a person's name follows it."""
    found = read_body(s.words, s.lows, s.starts, i, preposition)
    if found is None:
        return None
    start, known = i + (s.lows[i] == "the"), post_words().bodies
    last = max((k for k in range(start, found[2]) if s.lows[k] in known), default=-1)
    cut = next((k for k in range(max(start + 1, last + 1), found[2]) if is_name_start(s, k)), found[2])
    if cut < found[2] and last < start:
        spot = s.starts.get(start)
        return None if spot is None or spot.j != cut else (spot.name, spot.id, cut)
    if cut < found[2]:
        return join_words(s.words[start:cut]), None, cut
    return found if found[1] is not None or last >= start else None


def _is_verb(s: MarkedSentence, t: int, j: int) -> bool:
    """ "Belarus now heads the EAEU", "also chairs the Council": a verb, though there is such a title."""
    if j > t + 1 or t == 0 or j >= len(s.words) or s.lows[t] not in s.vocabulary.verbs:
        return False
    after = s.words[j]
    return s.tags[t] in "vf" and s.tags[t - 1] not in "djz" and (s.tags[j] == "d" or after[0].isupper())


def _portfolio(s: MarkedSentence, i: int) -> int:
    """End of the portfolio name that begins at token ``i``, or ``i``."""
    for name in s.forms.portfolios.get(s.plain[i], ()):
        if tuple(s.plain[i : i + len(name)]) == name and s.words[i][0].isupper():
            return i + len(name)
    return i


def _of_government(s: MarkedSentence, office: Office, after: int) -> bool:
    """ "head of the Russian government": the office, and whose it is."""
    spot = s.starts.get(after)
    if spot is None or spot.kind not in ("adjective", "demonym") or s.lows[spot.j : spot.j + 1] != ["government"]:
        return False
    office.body, office.body_id, office.j, office.rank = spot.name, spot.id, spot.j + 1, "head_of_government"
    return True


def _body_before(s: MarkedSentence, office: Office, floor: int) -> None:
    """ "Russian", "Kuwait's", "NATO" before a title, also with an acronym in brackets between."""
    b = office.i
    if b > floor and s.words[b - 1] == ")" and b - 3 >= floor and s.words[b - 3] == "(":
        b -= 3
    if b > floor and s.lows[b - 1] in ("our", "my"):
        office.ours = True
        return
    if b > floor and s.tags[b - 1] == "z":
        b -= 1
    else:
        b = _before_modifiers(s, b, floor)
    spot = s.ends.get(b)
    if (
        spot is None
        or spot.i < floor
        or spot.kind not in ("state", "adjective", "demonym", "organization", "body", "place")
    ):
        return
    if spot.kind == "place" and (not spot.state or s.lows[max(0, spot.i - 1)] in ("in", "at", "from", "to", "near")):
        return  # "While in Brussels President X" is no office of Brussels
    office.body = spot.name or spot.state
    office.body_id = spot.id if spot.kind != "place" else spot.state_id
    office.i = spot.i


def _before_modifiers(s: MarkedSentence, b: int, floor: int) -> int:
    """ "UN Senior Humanitarian Coordinator": the end of the organization, if only capitals follow it."""
    k = b
    while k > max(floor, b - 4) and k not in s.ends and s.words[k - 1][0].isupper() and s.tags[k - 1] in "pjn":
        k -= 1
    spot = s.ends.get(k)
    return k if k > 0 and spot is not None and spot.kind in ("organization", "adjective", "state") else b


def _capital_run(s: MarkedSentence, i: int) -> int:
    """End of a run of capitalised words with "and", "of", "for", "the" and commas between them."""
    words, tags, lows = s.words, s.tags, s.lows
    k, count = i, len(words)
    while k < count:
        if words[k][0].isupper() and k not in s.starts and tags[k] not in "r":
            k += 1
            continue
        step = k
        while step < count and step < k + 3 and lows[step] in ("and", "of", "for", "the", "&", ",", "in", "on"):
            step += 1
        if step == k or step >= count or not words[step][0].isupper() or step in s.starts:
            break
        if lows[k] == "," and not (lows[step - 1] in ("and", "&") or lows[step + 1 : step + 2] in (["and"], [","])):
            break
        if is_name_start(s, step):
            break
        k = step
    return k
