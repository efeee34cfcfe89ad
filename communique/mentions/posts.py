"""Posts as careers and lists tell them: "a law clerk for Judge X on the Court of Y", "Dean of the School of Z"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from communique.mentions.spots import Spot
from communique.mentions.things import thing_words

_LINKS = frozenset(("of", "for", "to", "at", "on", "in", "with", "within"))
_LINKS_AND_COMMA = _LINKS | {","}
_ENDS_A_BODY = _LINKS | {"and", "where", "who"}
_ROLE_LINKS = frozenset(("of", "for", "to"))
_INSIDE_NAMES = frozenset(("of", "for", "the", "&", "on"))
_STRENGTH = {"at": 6, "on": 5, "with": 5, "within": 5, "of": 4, "in": 3, ",": 3, "for": 2, "to": 1}
_ENDS = frozenset((".", ";", ":", "(", ")", "—", "–", "“", "”", '"', "\\", "*", "\u2022", "|"))
_LONGEST_ROLE = 12
_LONGEST_NAME = 16
_DETERMINERS = frozenset(
    "the a an his her its their our my this that who which where told said served serves serving "
    "is was has as former".split()
)
_RANKS = frozenset("extraordinary and plenipotentiary general designate emeritus at large".split())
_OWNED = frozenset(("'s", "’s", "’", "'"))
_OF_WHOLES = frozenset("president ceo founder co-founder owner trustee chairman chairwoman".split())
_ON_TOPICS = frozenset("council commission committee subcommittee panel conference".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_NAMED_BY_CAPITALS = frozenset(("at", "with"))
#: Words that open a person's mention after "for": the one a clerk or aide serves, who is no body.
_PERSONAL = frozenset(
    "judge justice chief senator representative congressman congresswoman president governor mayor secretary mr ms mrs "
    "dr chancellor the honorable hon".split()
)


@dataclass(frozen=True, slots=True)
class PostWords:
    """Nouns for posts, words in the names of what posts are in, and words before a post."""

    posts: frozenset[str]
    bodies: frozenset[str]
    openers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Post:
    """A post in tokens ``[i, j)``: its role, and the body whose it is if the words say so."""

    role: str
    i: int
    j: int
    body: str | None
    body_id: str | None


@cache
def post_words() -> PostWords:
    """The words of English, from ``language/en/posts.yaml``; heads of organs are those of ``things.yaml``."""
    path = files("communique.language") / "en" / "posts.yaml"
    lists: dict[str, str] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    organs = {form for form, (kind, _) in thing_words().heads.items() if kind == "body"} - {
        "commissioner",
        "representatives",
    }
    return PostWords(
        frozenset(lists["posts"].split()),
        frozenset(lists["bodies"].split()) | organs,
        frozenset(lists["openers"].split()),
    )


def read_post(words: Sequence[str], lows: Sequence[str], names: Mapping[int, Spot], i: int) -> Post | None:
    """The post that the words from a token on name, or None.

    Args:
        words, lows: the sentence's tokens.
        names: gazetteer names by their first token; those of persons and offices are passed over.
        i: the token, perhaps an article.
    """
    count, known = len(words), post_words()
    while i < count and lows[i] in known.openers:
        i += 1
    owner = _owner(words, lows, names, i)
    start = owner[2] if owner is not None else i
    role_end = _role_end(words, lows, start)
    if role_end == start or (role_end < count and lows[role_end] in _OWNED):
        return None  # "the President's nominee"
    best: tuple[int, str, str | None] | None = (4, owner[0], owner[1]) if owner is not None else None
    k = role_j = role_end
    while k < count and lows[k] in _LINKS_AND_COMMA:
        link, after = lows[k], k + 1
        if after < count and lows[after] in ("the", "a", "an", "its", "their", "our"):
            after += 1
        if after >= count:
            break
        found = _body(words, lows, names, after, link)
        if found is None and link == "of" and k == role_end and best is None and _of_wholes(lows, start, k):
            found = _body(words, lows, names, after, "at")
        if found is None and link == "for" and lows[after] in _PERSONAL:
            k = _past_person(words, lows, after)
            if k == after:
                break
            continue
        if link == ",":
            if found is None:
                break
        elif found is None:
            end = _role_more(words, lows, after)
            if end == after or best is not None or link not in _ROLE_LINKS:
                break
            k = role_j = end
            continue
        name, identifier, end = found
        if link == "to" and best is None and role_j == k:
            role_j = end  # "Ambassador to the Republic of Kenya" is the office, and is not of Kenya
        elif best is None or _STRENGTH[link] > best[0]:
            if best is not None and link in ("in", ","):
                pass
            else:
                best = (_STRENGTH[link], name, identifier)
        k = end
    role = " ".join(words[start:role_j]).replace(" ,", ",").replace(" .", ".").replace(" - ", "-").replace(" / ", "/")
    return Post(role, i, k, best[1] if best else None, best[2] if best else None)


def _of_wholes(lows: Sequence[str], i: int, j: int) -> bool:
    """ "Founder of", "Chairman of": posts that are of a body, where directors and secretaries are of a field."""
    return lows[j - 1] in _OF_WHOLES and not {"vice", "staff"} & set(lows[i:j])


def read_body(
    words: Sequence[str], lows: Sequence[str], names: Mapping[int, Spot], i: int, link: str
) -> tuple[str, str | None, int] | None:
    """The body that the words from a token on name after a preposition: its name, id and end; or None."""
    if i < len(lows) and lows[i] == "the":
        i += 1
    return _body(words, lows, names, i, link) if i < len(lows) else None


def _owner(
    words: Sequence[str], lows: Sequence[str], names: Mapping[int, Spot], i: int
) -> tuple[str, str | None, int] | None:
    """ "OSTP's Deputy Director", "the Institute’s Director": whose the post is, before it."""
    spot = names.get(i)
    if spot is not None and spot.kind in ("organization", "body", "state") and lows[spot.j : spot.j + 1]:
        if lows[spot.j] in _OWNED:
            return spot.name, spot.id, spot.j + 1
    k = i
    while k < len(words) and k < i + 8 and (words[k][0].isupper() or lows[k] in _INSIDE_NAMES) and k not in names:
        k += 1
    if i < k < len(words) and lows[k] in _OWNED and lows[k - 1] in post_words().bodies:
        return _join(words[i:k]), None, k + 1
    return None


def _role_end(words: Sequence[str], lows: Sequence[str], i: int) -> int:
    """End of the words that name a post, or ``i``: up to the last noun for a post before a preposition or comma."""
    posts, end, k = post_words().posts, i, i
    while k < len(words) and k < i + _LONGEST_ROLE:
        low = lows[k]
        if low == "at" and end == k > i and lows[k + 1 : k + 2] == ["large"]:
            k = end = k + 2  # "Ambassador at Large for"
            continue
        if low in _LINKS or low in _ENDS or low in _OWNED or low in _DETERMINERS:
            break
        if low == "and":
            ranked = k + 1 < len(lows) and lows[k + 1] in _RANKS
            if not ranked and (end != k or not _is_post_ahead(words, lows, k + 1)):
                break
        elif low == "," or not (words[k][0].isalpha() or low in ("-", "/", "&")):
            break
        if low in posts or low.removesuffix("s") in posts:
            end = k + 1
        k += 1
        if k < len(words) and lows[k] == "." and len(words[k - 1]) <= 2:
            k += 1
    ranked = i < end < k and all(low in _RANKS for low in lows[end:k])
    return k if ranked else end  # "Ambassador Extraordinary and Plenipotentiary to"


def _is_post_ahead(words: Sequence[str], lows: Sequence[str], k: int) -> bool:
    """ "Senior Advisor and Director of Public Engagement": whether a post in capitals goes on after "and"."""
    posts = post_words().posts
    for n in range(k, min(k + 4, len(words))):
        if not words[n][0].isupper():
            return False
        if lows[n] in posts:
            return lows[n + 1 : n + 2] not in (["at"],)
    return False


def _role_more(words: Sequence[str], lows: Sequence[str], i: int) -> int:
    """End of what a role goes on with after "of", "for" or "to": "State", "Near Eastern Affairs", "the President"."""
    k = i
    while k < len(words) and k < i + _LONGEST_NAME:
        if words[k][0].isupper() or (
            lows[k] in ("and", "&", ",")
            and k > i
            and (_capital(words, k + 1) or lows[k + 1 : k + 2] in (["and"], ["&"]))
        ):
            if lows[k] == "and" and _is_post_ahead(words, lows, k + 1):
                break
            if lows[k] == "," and not _in_series(words, lows, k, begun="," in lows[i:k]):
                break
            k += 1
            while lows[k - 1] == "," and k < len(words) and lows[k] in ("and", "&"):
                k += 1
            continue
        break
    if k == i and words[i][0].isalpha() and lows[i] not in _LINKS:
        while k < len(words) and k < i + 4 and words[k][0].islower() and lows[k] not in _ENDS_A_BODY:
            k += 1
    return k


def _in_series(words: Sequence[str], lows: Sequence[str], k: int, *, begun: bool = False) -> bool:
    """Whether the comma at a token is one of "Research, Education, and Economics"; the last only if one came before."""
    for n in range(k + 1, min(k + 8, len(words))):
        if lows[n] in ("and", "&"):
            return (begun or n > k + 1) and _capital(words, n + 1)
        if not (words[n][0].isupper() or words[n] == ","):
            return False
    return False


def _capital(words: Sequence[str], k: int) -> bool:
    return k < len(words) and words[k][0].isupper()


def _body(
    words: Sequence[str], lows: Sequence[str], names: Mapping[int, Spot], i: int, link: str
) -> tuple[str, str | None, int] | None:
    spot = names.get(i)
    if spot is not None and spot.kind in ("organization", "body", "conference") and spot.name:
        end = _name_end(words, lows, i)
        if end <= spot.j:
            return spot.name, spot.id, spot.j
    if spot is not None and spot.kind == "state" and link in ("of", ","):
        if not _capital(words, spot.j) and (link == "of" or spot.j >= len(words)):
            return (spot.name, spot.id, spot.j) if spot.name else None
    if link == "for" and lows[i] in _PERSONAL:
        return None
    if not _capital(words, i) and not (words[i][0].isdigit() and _capital(words, i + 1)):
        return None
    end = _name_end(words, lows, i)
    known = post_words().bodies
    bodied = any(low in known for low in lows[i:end])
    if link in ("of", "for") and _other_first(lows, i, end, known, "of" if link == "for" else "for"):
        return None  # "for Trade Policy for the State Department": what the post is for, then what it is of
    acronym = len(words[i]) > 2 and all(word.isupper() or word == "-" for word in words[i:end])
    if not bodied and not acronym and link not in _NAMED_BY_CAPITALS:
        return None
    if not bodied and spot is not None and spot.kind in ("place", "state", "adjective", "person", "office"):
        if spot.j >= end:
            return None
    return _join(words[i:end]), None, end


def _other_first(lows: Sequence[str], i: int, end: int, known: frozenset[str], link: str) -> bool:
    cut = next((k for k in range(i, end) if lows[k] in ("for", link)), end)
    return cut < end and not any(low in known for low in lows[i:cut])


def _name_end(words: Sequence[str], lows: Sequence[str], i: int) -> int:
    """End of a run of capitals with "of", "for", "the", "and" and "&" between them."""
    k, count = i, len(words)
    while k < count and k < i + _LONGEST_NAME:
        word, low = words[k], lows[k]
        if word[0].isupper() or (word[0].isdigit() and k == i):
            k += 1
            if k < count and lows[k] == "." and len(word) <= 2 and _capital(words, k + 1):
                k += 1
            continue
        if low in ("'s", "’s") and _capital(words, k + 1):
            k += 1
            continue
        step = k
        while step < count and lows[step] in _INSIDE_NAMES and step < k + 2:
            step += 1
        of_topic = lows[step - 1] == "on" and lows[k - 1] in _ON_TOPICS and lows[step : step + 1] != []
        if step > k and _capital(words, step) and (lows[step - 1] != "on" or (of_topic and lows[step] not in _DAYS)):
            k = step
            continue
        if low == "and" and _capital(words, k + 1) and not _is_post_ahead(words, lows, k + 1):
            k += 1
            continue
        if low == "," and _in_series(words, lows, k, begun="," in lows[i:k]):
            k += 1
            while k < count and lows[k] in ("and", "&"):
                k += 1
            continue
        if low == "at" and _capital(words, k + 1) and "university" in lows[i:k]:
            k += 1  # "University of North Carolina at Chapel Hill"
            continue
        if low == "," and lows[k + 1 : k + 2] and lows[k + 1].rstrip(".") in ("inc", "llc", "llp", "ltd", "p"):
            k += 2
            if k < count and words[k] == "." and words[k - 1] == "Inc":
                k += 1
            break
        if low in ("-", "/") and _capital(words, k + 1):
            k += 1
            continue
        break
    return k


def _past_person(words: Sequence[str], lows: Sequence[str], i: int) -> int:
    """ "for the Honorable Ana Brandt on …": the token after the person."""
    k = i
    while k < len(words) and k < i + 9 and (words[k][0].isupper() or (lows[k] == "." and k > i)):
        k += 1
    if k < len(words) and lows[k] == "," and lows[k + 1 : k + 2] in (["jr"], ["jr."], ["sr"], ["ii"], ["iii"]):
        k += 2
        if k < len(words) and words[k] == ".":
            k += 1
    return k


def _join(tokens: Sequence[str]) -> str:
    out = ""
    for token in tokens:
        close = not out or token[0] in ".,-’'/" or out[-1] in "-/"
        out += token if close else " " + token
    return out
