"""Bodies that no list knows, told by their place beside an office: "CEA Chair Holm", "Ana Holm, CEO, Northwind"."""

from __future__ import annotations

from communique.mentions.marked_sentences import MarkedSentence
from communique.mentions.personal_names import join_words
from communique.mentions.posts import post_words
from communique.mentions.spots import Office

_OF_COMPANIES = frozenset("ceo coo cfo cto founder co-founder cofounder".split())
_LINKS = frozenset(("of", "for", "the", "and", "&", "on", "at", "in", "-", "’s", "'s", "/"))
_FINITE = frozenset("vexMHD")
_NO_ORGANS = frozenset(("state", "house", "senate", "force", "press"))
_STATE_ORGANS = frozenset(
    "government ministry presidency navy army police force forces parliament senate mission embassy delegation staff "
    "service guard".split()
)
_MOST_WORDS = 10


def body_before_title(s: MarkedSentence, office: Office, floor: int) -> None:
    """ "CEA Chair Holm", "Gender Policy Council Director Brandt", "Northwind CEO Lund": the body right before.

    Args:
        s: the sentence.
        office: with its title; is given the body.
        floor: the token before which nothing belongs to it.
    """
    b = k = office.i
    if s.heading and all(word.isupper() for word in s.words if word[0].isalpha()):
        return
    while k > max(floor, b - 6) and (s.words[k - 1][0].isupper() or s.words[k - 1] == "-") and k - 1 not in s.inside:
        k -= 1
    k = _past_topic(s, k, floor)
    if k == b or s.title(b - 1) is not None or not s.words[k][0].isupper():
        return
    of_company = s.lows[office.j - 1] in _OF_COMPANIES and s.vocabulary.tags.get(s.lows[k]) is None
    of_acronym = all(_is_acronym(word) or word == "-" for word in s.words[k:b])
    of_organ = b - k >= 2 and bool({s.lows[b - 1], s.lows[k]} & (post_words().bodies - _NO_ORGANS))
    if of_company or of_acronym or of_organ:
        office.body, office.body_id, office.i = join_words(s.words[k:b]), None, k


def _past_topic(s: MarkedSentence, k: int, floor: int) -> int:
    """ "Council on Environmental Quality Chair": the token of "Council", where the run begins at "Environmental"."""
    if k - 2 >= floor and s.lows[k - 1] in ("on", "for") and s.lows[k - 2] in post_words().bodies - _NO_ORGANS:
        return k - 2 if s.words[k - 2][0].isupper() and k - 2 not in s.inside else k
    return k


def _is_acronym(word: str) -> bool:
    return 3 <= len(word) <= 8 and word.replace("-", "").isalpha() and word.isupper()


def body_of_line(s: MarkedSentence, office: Office, comma: int) -> bool:
    """ "Ana Holm, President, United Nurses of Dade", a line of a list: what the line ends with is the body.

    Args:
        s: the sentence.
        office: without a body; is given it.
        comma: the token behind the title.
    """
    count = len(s.words)
    if count > comma + _MOST_WORDS + 1 or s.words[-1] in (".", "?", "!", ":", ";") or s.title(comma + 1) is not None:
        return False
    if comma + 1 >= count or not s.words[comma + 1][0].isupper() or any(tag in _FINITE for tag in s.tags[:comma]):
        return False
    end = next((k for k in range(comma + 1, count) if s.words[k] == ","), count)
    if any(
        not (w[0].isupper() or w[0].isdigit() or w.lower() in _LINKS) for w in s.words[comma + 1 : count] if w != ","
    ):
        return False
    known = s.starts.get(comma + 1)
    if known is not None and known.j == end and known.kind in ("state", "organization", "body", "place"):
        office.body, office.body_id = known.name or join_words(s.words[known.i : known.j]), known.id
    elif end - comma > 2 or s.words[comma + 1].isupper():
        office.body, office.body_id = join_words(s.words[comma + 1 : end]), None
    else:
        return False
    office.j = end
    return True


def body_of_government(s: MarkedSentence, office: Office, after: int) -> bool:
    """ "head of the Russian government", "chief of the Somali navy": the office, and whose it is.

    Args:
        s: the sentence.
        office: with its title; is given the body.
        after: the token behind "of the".
    """
    spot = s.starts.get(after)
    if spot is None or spot.kind not in ("adjective", "demonym") or spot.name not in s.forms.owner_names:
        return False
    organ = next((k for k in range(spot.j, min(spot.j + 3, len(s.lows))) if s.lows[k] in _STATE_ORGANS), -1)
    if s.lows[spot.j : spot.j + 2] in (["security", "council"], ["state", "council"], ["national", "assembly"]):
        organ = spot.j + 1
    if organ < 0:
        return False
    office.body, office.body_id, office.j = spot.name, spot.id, organ + 1
    if s.lows[organ] == "government" and organ == spot.j:
        office.rank = "head_of_government"
    return True
