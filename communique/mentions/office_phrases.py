"""Offices in a sentence: the title, whose it is, and what belongs to the role."""

from __future__ import annotations

from communique.knowledge.offices import Title
from communique.mentions.marked_sentences import ELECT, PAST, MarkedSentence
from communique.mentions.office_bodies import body_before_title, body_of_government
from communique.mentions.personal_names import is_name_start, join_words, name_end
from communique.mentions.posts import post_words, read_body
from communique.mentions.spots import Office, Spot

_ROLE_PREPOSITIONS = frozenset(("of", "for", "to", "in", "at"))
_REGIONAL = frozenset(
    "attorney attorneys lieutenant senator senators representative representatives assemblymember assemblyman "
    "assemblywoman delegate legislator majority minority treasurer comptroller auditor speaker".split()
)
_LOCAL = frozenset("mayor governor sheriff governors mayors".split())
_OF_COMPANIES = frozenset("ceo officer coo cfo founder co-founder cofounder dean provost rector publisher".split())
_BEHIND_TITLES = frozenset(("elect", "designate", "nominee"))  # before one, "elect" is a verb
_BODY_PREPOSITIONS = frozenset(("of", "at", "on", "with", "in", "for"))
_PHASES = {"past": "held", "future": "begins", "outgoing": "ends"}
#: What is official without being anybody's.
_OFFICIAL = frozenset(
    "talks visit visits trip meeting meetings negotiations consultations statement statements ceremony dinner lunch "
    "reception welcome opening launch residence programme program delegation delegations position invitation language "
    "languages data figures document documents website development assistance capacity name title duties business "
    "friend friendly working bilateral state and or recognition relations contacts dialogue correspondence letter "
    "letters request note notes text version results announcement publication account accounts currency level channels "
    "function functions purposes history line view status".split()
)
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
    if (
        s.lows[t : matched[0]] == ["official"]
        and s.lows[matched[0] : matched[0] + 1]
        and s.lows[matched[0]] in _OFFICIAL
    ):
        return None  # "official talks"
    if s.lows[t] == "pm" and t and s.words[t - 1][0].isdigit():
        return None  # nine in the evening
    j, title = matched
    words, lows, tags = s.words, s.lows, s.tags
    count = len(words)
    phase = "holds"
    k = t
    role_i = t
    while k > floor and lows[k - 1] in s.forms.modifiers and k - 1 not in s.crossed:
        if lows[k - 1] in _BEHIND_TITLES:
            break
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
    if office.i < k:
        _phase_before(s, office, floor)
    if j < count and words[j] == "-" and j + 1 < count and lows[j + 1] in s.forms.suffixes:
        j += 2
        office.phase = "begins"
    elif lows[j - 1].endswith(ELECT):
        office.phase = "begins"
    elif lows[t].startswith(PAST):
        office.phase = "held"
    role_end = j
    capitalised = words[t][0].isupper()
    for _ in range(6):
        if j + 1 < count and lows[j] == "and" and capitalised and words[j + 1][0].isupper():
            second = s.title(j + 1)  # "Deputy Prime Minister and Minister of Foreign Affairs"
            if second is not None and (_of_two(s, title.rank, second) or _is_apart(s, role_i, j, second[0])):
                break
            if second is not None and not second[1].plural and office.body is None:
                j = role_end = second[0]
                continue
        if lows[j : j + 2] == ["at", "large"]:
            j = role_end = j + 2
            continue
        if j + 1 >= count or lows[j] not in _ROLE_PREPOSITIONS:
            break
        preposition = lows[j]
        after = j + 2 if lows[j + 1] == "the" else j + 1
        if after >= count:
            break
        spot = s.starts.get(after)
        if spot is not None and spot.kind == "organization" and preposition in ("of", "to", "for"):
            superior = s.title(spot.j) if spot.j < count else None
            if superior is not None:  # "Special Representative of the UN Secretary-General"
                j = role_end = superior[0]
                if office.body is None:
                    office.body, office.body_id = spot.name, spot.id
                continue
        if spot is not None and spot.kind in ("state", "organization", "body", "place", "group"):
            if spot.kind == "place" and preposition == "of" and _is_local(s, t) and office.body is None:
                office.body, office.body_id = join_words(words[spot.i : spot.j]), spot.id
                j = spot.j
                continue
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
            if preposition == "in" and spot.kind == "place" and title.rank == "ambassador":
                j = role_end = spot.j  # "ambassador in Nairobi", "Honorary Consul of Latvia in Bari"
                continue
            if preposition == "in" and spot.kind in ("body", "organization") and capitalised:
                j = role_end = spot.j
                owner = s.forms.owners.get(spot.parent or "")
                if owner is not None and office.body is None:
                    office.body, office.body_id = owner
                continue
            if preposition == "for" and spot.kind == "state" and lows[spot.j : spot.j + 1] in (["'s"], ["’s"]):
                break  # "thanked the President for Denmark's support"
            if (
                preposition == "to" and title.rank in _ENVOY_RANKS and (capitalised or title.rank == "ambassador")
            ) or preposition == "for":
                j = role_end = spot.j
                continue
            break
        if preposition == "of" and body_of_government(s, office, after):
            j = role_end = office.j
            break
        portfolio = _portfolio(s, after, capitals=capitalised) if preposition in ("of", "for") else after
        if portfolio > after:  # "Deputy Minister of Foreign Affairs": what follows is a name
            j = role_end = _portfolio_goes_on(s, after, portfolio)
            continue
        if lows[j - 1] in _OF_COMPANIES:
            break
        if preposition in ("of", "at") and title.rank != "minister" and office.body is None and not title.plural:
            organ = _body_named(s, j + 1, preposition)
            if organ is not None:  # "President of the National Council"
                office.body, office.body_id, j = organ
                continue
        if tags[after] in "pj" and words[after][0].isupper() and preposition != "to" and capitalised:
            j = role_end = _before_name(s, after, _capital_run(s, after))
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
    inside = next((x for x in s.spots if x.i >= t and x.j <= matched[0] and x.kind in ("body", "organization")), None)
    if inside is not None and office.body is None:  # "President of the European Commission" is one title
        office.body, office.body_id = inside.name, inside.id
        if inside.j == role_end:
            role_end = inside.i - (2 if lows[inside.i - 1] == "the" else 1)
    owner = s.forms.owners.get(title.state or title.organization or "")
    if owner is not None and office.body is None:
        office.body, office.body_id = owner
    office.role = " ".join(words[role_i:role_end]).replace(" ,", ",").replace(" .", ".").replace(" - ", "-")
    return office


def _is_apart(s: MarkedSentence, i: int, j: int, k: int) -> bool:
    """ "Senior Advisor to the President and Director of the Office of …": two offices, each of its own body."""
    return s.lows[j - 3 : j] == ["to", "the", "president"] and j - i > 3 and s.lows[k : k + 1] == ["of"]


def _of_two(s: MarkedSentence, rank: str, second: tuple[int, Title]) -> bool:
    """ "the Vice President and Prime Minister Holm": two persons, as nobody is both."""
    heads = ("head_of_state", "deputy")
    return (
        rank in heads
        and second[1].rank == "head_of_government"
        and name_end(s, second[0], after_title=True) > second[0]
    )


def _body_behind(s: MarkedSentence, office: Office, j: int) -> int:
    """ "Dean of the School of Z", "Director for Climate at the Council on W": the body in the words behind the role."""
    link = s.lows[j]
    if link not in _BODY_PREPOSITIONS or j + 1 >= len(s.words):
        return j
    found = _body_named(s, j + 1, link)
    if found is None and link == "of" and s.lows[j - 1] in _OF_COMPANIES:
        found = read_body(s.words, s.lows, s.starts, j + 1, "at")
    if found is None:
        return j
    office.body, office.body_id = found[:2]
    return found[2]


def title_wins(s: MarkedSentence, i: int) -> bool:
    """Whether the title at a token is longer than the name of an organization there."""
    spot = s.starts.get(i)
    return (
        spot is not None
        and spot.kind in ("organization", "body", "group", "adjective", "demonym")
        and s.title(i) is not None
        and (
            s.title(i)[0] >= spot.j + (spot.kind not in ("organization", "body"))  # type: ignore[index]
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
    cut = next(
        (k for k in range(max(start + 1, last + 1), found[2]) if is_name_start(s, k) or s.title(k) is not None),
        found[2],
    )
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


def _portfolio(s: MarkedSentence, i: int, *, capitals: bool) -> int:
    """End of the portfolio name that begins at token ``i``, in capitals as the title, or ``i``."""
    for name in s.forms.portfolios.get(s.plain[i], ()):
        if tuple(s.plain[i : i + len(name)]) == name and s.words[i][0].isupper() == capitals:
            return i + len(name)
    return i


def _portfolio_goes_on(s: MarkedSentence, i: int, end: int) -> int:
    """ "Minister of Health and Social Protection Ana Brandt": to "Protection", which is a word and no name."""
    after = s.lows[end + 1] if s.lows[end : end + 1] == ["and"] and end + 1 < len(s.lows) else ""
    if not after or not s.words[end + 1][0].isupper() or s.title(end + 1) is not None:
        return end
    if s.vocabulary.tags.get(after) is None or is_name_start(s, end + 1):
        return end
    return _before_name(s, i, _capital_run(s, i))


def _body_before(s: MarkedSentence, office: Office, floor: int) -> None:
    """ "Russian", "Kuwait's", "NATO" before a title, also with an acronym in brackets between."""
    b = office.i
    if b > floor and s.words[b - 1] == ")" and b - 3 >= floor and s.words[b - 3] == "(":
        b -= 3
    if b > floor and s.lows[b - 1] in ("our", "my"):
        office.ours = True
        return
    if b > floor and s.lows[b - 1] == "its":  # "Norway recalled its ambassador"
        owner = next((x for x in reversed(s.spots) if x.j <= b and x.kind in ("state", "organization")), None)
        if owner is not None:
            office.body, office.body_id = owner.name, owner.id
        return
    if b > floor and s.tags[b - 1] == "z":
        b -= 1
    else:
        b = _before_modifiers(s, b, floor)
    spot = s.ends.get(b)
    if spot is None and b < office.i:
        _unknown_owner(s, office, b, floor)
    elif spot is None:
        body_before_title(s, office, floor)
    if (
        spot is None
        or spot.i < floor
        or spot.kind not in ("state", "adjective", "demonym", "organization", "body", "place")
        or (spot.kind in ("adjective", "demonym") and spot.name not in s.forms.owner_names)
    ):
        return
    if spot.kind == "place" and (
        _is_local(s, office.j - 1 if office.j - office.i == 1 else office.i) or _is_regional(s, office, spot)
    ):
        office.body, office.body_id, office.i = join_words(s.words[spot.i : spot.j]), spot.id, spot.i
        return
    if spot.kind == "place" and (not spot.state or s.lows[max(0, spot.i - 1)] in ("in", "at", "from", "to", "near")):
        return  # "While in Brussels President X" is no office of Brussels
    office.body = spot.name or spot.state
    office.body_id = spot.id if spot.kind != "place" else spot.state_id
    office.i = spot.i


def _is_regional(s: MarkedSentence, office: Office, spot: Spot) -> bool:
    """ "Oregon Attorney General", "New York State Senator": an officer of the region or its legislature."""
    words = set(s.lows[office.i : office.j])
    return bool(words & _REGIONAL) and s.lows[max(0, spot.i - 1)] not in ("in", "at", "from", "to", "near")


def _phase_before(s: MarkedSentence, office: Office, floor: int) -> None:
    """ "Former United States Ambassador", "the outgoing Chilean President": a phase told before the body."""
    low = s.lows[office.i - 1] if office.i > floor else ""
    kind = s.forms.modifiers.get(low, "")
    if kind in _PHASES and low not in _BEHIND_TITLES:
        office.phase = "ends" if low in ("outgoing", "departing") else _PHASES[kind]
        office.i -= 1


def _is_local(s: MarkedSentence, t: int) -> bool:
    """Whether the title at a token is one of a town's or region's: "Mayor", "Governor"."""
    return any(s.lows[k] in _LOCAL for k in range(t, min(t + 2, len(s.lows))))


def _unknown_owner(s: MarkedSentence, office: Office, b: int, floor: int) -> None:
    """ "Haapsalu's mayor", "the Northwind Foundation's Director": a body that the knowledge does not have."""
    k = b
    while (
        k > floor and (s.words[k - 1][0].isupper() or s.lows[k - 1] in ("of", "for", "and")) and k - 1 not in s.inside
    ):
        k -= 1
    while k < b and not s.words[k][0].isupper():
        k += 1
    if k == b or any(is_name_start(s, n) for n in range(k, b)):
        return
    if _is_local(s, office.i) or any(low in post_words().bodies for low in s.lows[k:b]):
        office.body, office.body_id, office.i = join_words(s.words[k:b]), None, k


def _before_modifiers(s: MarkedSentence, b: int, floor: int) -> int:
    """ "UN Senior Humanitarian Coordinator": the end of the organization, if only capitals follow it."""
    k = b
    while k > max(floor, b - 4) and k not in s.ends and s.words[k - 1][0].isupper() and s.tags[k - 1] in "pjn":
        k -= 1
    spot = s.ends.get(k)
    return k if k > 0 and spot is not None and spot.kind in ("organization", "adjective", "state") else b


def _before_name(s: MarkedSentence, i: int, end: int) -> int:
    """ "Director of Public Engagement Keisha Bottoms": the run without a name of unknown words that ends it."""
    k = end
    while (
        k > i
        and s.vocabulary.tags.get(s.lows[k - 1]) is None
        and s.lows[k - 1] not in s.heads
        and s.words[k - 1] != ","
    ):
        if s.words[k - 1][0].islower():
            return end
        k -= 1
    return k if i < k <= end - 2 and s.words[k - 1][0].isupper() else end


def _capital_run(s: MarkedSentence, i: int) -> int:
    """End of a run of capitalised words with "and", "of", "for", "the" and commas between them."""
    words, tags, lows = s.words, s.tags, s.lows
    k, count = i, len(words)
    while k < count:
        if k > i and lows[k] in s.forms.honorifics:
            break  # "Chairman of the High Council Dr. Abdullah"
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
