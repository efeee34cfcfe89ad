"""Offices and posts behind a name: "Ana Brandt, General Counsel at the Department of Trade"."""

from __future__ import annotations

from communique.mentions.marked_sentences import MarkedSentence
from communique.mentions.nominations import NOMINEES
from communique.mentions.office_bodies import body_of_line
from communique.mentions.office_phrases import read_office
from communique.mentions.personal_names import is_name_start, name_end, skip_honorifics
from communique.mentions.posts import Post, read_body, read_post
from communique.mentions.spots import Office, Spot

_CLOSING = frozenset((",", ".", ";", ")", "and", "who", "-", "—", "–", ":", "(", "[", "*", "<", "|", "•"))
_WITHOUT_ORGAN = frozenset(("head_of_state", "head_of_government", "royal", "legislator", "religious", "counterpart"))
_THE_STATE = frozenset(("country", "nation", "kingdom", "republic", "island", "government", "emirate"))


def body_after_comma(s: MarkedSentence, office: Office, comma: int) -> bool:
    """ "Secretary Brandt, Department of Trade, …": the body behind the name or the title, which thereby ends there."""
    if office.rank in _WITHOUT_ORGAN or comma + 1 >= len(s.words) or s.title(comma + 1) is not None:
        return False
    found = read_body(s.words, s.lows, s.starts, comma + 1, ",")
    if found is None or not _closes(s, found[2]) or "," in s.lows[comma + 1 : found[2]]:
        return False
    if any(s.title(k) is not None and is_name_start(s, k + 1) for k in range(comma + 2, found[2] - 1)):
        return False  # "Advisor Ana Brandt, Climate Office Director Jan Holm": the next one's
    office.body, office.body_id, office.j = found
    return True


def _closes(s: MarkedSentence, k: int) -> bool:
    """Whether an apposition can end before a token: at a comma, or at "from 2020 to 2023"."""
    if k >= len(s.words) or s.lows[k] in _CLOSING:
        return True
    return s.lows[k] in ("from", "since", "until") and s.words[k + 1 : k + 2] != [] and s.words[k + 1][0].isdigit()


def apposition(s: MarkedSentence, spot: Spot, start: int) -> None:
    """ "Tendai Mukonoweshuro, President of the Republic of Zimbabwe": an office after the name."""
    lows, count = s.lows, len(s.words)
    if lows[start] == "and" and s.words[start - 1] == ",":
        return  # ", and President of the Commission, Jan Holm": the next one's
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
        elif lows[k] in _THE_STATE and s.tags[k + 1 : k + 2] == ["z"]:
            k += 2  # "the country's justice minister"
        else:
            _post_behind(s, spot, start)
            return
    else:
        _post_behind(s, spot, start)
        return
    held = read_office(s, k, at)
    if held is not None and not held.plural:
        if held.body is None and lows[held.j : held.j + 1] == [","] and not body_after_comma(s, held, held.j):
            body_of_line(s, held, held.j)
        following = held.j
        opens_next = lows[start] == "the" or lows[start - 1] == "and"
        if opens_next and following < count and lows[following] == ",":
            name = skip_honorifics(s, following + 1)[0]
            if name_end(s, name, after_title=False) > name + 1:
                return  # "Ana Brandt, the Minister of Trade, Jan Novak, and": the office opens the next name
        if spot.office is not None and spot.office.i < spot.name_i and _next_ones(s, following):
            return  # "Chair Ana Brandt, Senior Advisor and Plan Coordinator Jan Holm": the next one's
        told_of = held.body is not None and s.words[k][0].isupper()
        if lows[following : following + 1] in (["from"], ["until"]) and held.phase == "holds":
            held.phase = "held"
        if _closes(s, following) or (told_of and s.tags[following] in "vexMHD"):
            spot.offices.append(held)
            if spot.office is None:
                spot.office = held
            spot.j = held.j
            if lows[spot.j : spot.j + 1] == ["and"] and spot.j + 2 < count:
                apposition(s, spot, spot.j + 1)  # "…, Mayor of X and former Governor of Y"


def _next_ones(s: MarkedSentence, k: int) -> bool:
    """Whether "and", a title and a name follow at a token."""
    if s.lows[k : k + 1] != ["and"]:
        return False
    titles = (s.title(n) for n in range(k + 1, min(k + 8, len(s.lows))))
    return any(t is not None and t[0] < len(s.lows) and is_name_start(s, t[0]) for t in titles)


def _post_behind(s: MarkedSentence, spot: Spot, start: int) -> None:
    """ "Ana Brandt, General Counsel at the Department of Trade": a post of no known title, with its body."""
    if s.lows[start] in NOMINEES:
        return
    post = read_post(s.words, s.lows, s.starts, start)
    if post is not None and post.body is None and s.lows[post.j : post.j + 1] == ["and"]:
        shared = read_post(s.words, s.lows, s.starts, post.j + 1)
        if shared is not None and shared.body is not None:  # "Chief Officer and administrator of the Office of …"
            post = Post(f"{post.role} and {shared.role}", post.i, shared.j, shared.body, shared.body_id)
    if post is not None and post.body is None and s.lows[post.j : post.j + 1] == [","]:
        listed = Office(post.role, "post", post.i, post.j)
        if body_of_line(s, listed, post.j):
            post = Post(post.role, post.i, listed.j, listed.body, None)
    if post is None or post.body is None or not _closes(s, post.j):
        return
    if any(is_name_start(s, k) for k in range(max(post.i + 1, post.j - 2), post.j)):
        return  # "Ana Brandt, Official at the Fund Peter Holm, and": the post is the next one's
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
