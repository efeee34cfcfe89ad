"""Who is put up for a post beside the name: "Ana Brandt, Nominee for …", "Ana Brandt, of Ohio, to be …, vice B"."""

from __future__ import annotations

import re

from communique.mentions.marked_sentences import MarkedSentence
from communique.mentions.personal_names import join_words, name_end, skip_honorifics
from communique.mentions.posts import read_body, read_post
from communique.mentions.spots import Office, Spot

NOMINEES = frozenset(("nominee", "candidate", "nominated", "nominees", "candidates"))
_PUTTING_UP = frozenset("nominate nominated nominating nomination nominations appoint appointing designate".split())
#: Where a federal officer serves, and not whom.
_DISTRICT = re.compile(r"(?:(?:northern|southern|eastern|western|central|middle) )?district of ", re.I)
_RESIDENCE = 36  # tokens within which ", of Ohio, a Career Member of the Service, to be …" names the post
_TERM = 44  # tokens within which "for a term of four years, vice B" names the predecessor


def add_nomination(s: MarkedSentence, spot: Spot) -> None:
    """Give a person the post that the words behind the name put him or her up for.

    Args:
        s: the sentence.
        spot: the person, ``j`` right behind the name; moved behind the post.
    """
    k = _nominated_for(s, spot.j)
    if k < 0:
        return
    _held_before(s, spot, k)
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
    own = s.starts.get(post.i)
    in_a_district = post.body is not None and _DISTRICT.match(post.body) is not None
    if (post.body is None or in_a_district) and own is not None and own.kind in ("state", "adjective"):
        held.body, held.body_id = own.name, own.id  # "United States Attorney", "U.S. Marshal for the District of Utah"
        if in_a_district:
            held.role = join_words(s.words[post.i : post.j])
    spot.offices.append(held)
    spot.j = post.j


def _held_before(s: MarkedSentence, spot: Spot, end: int) -> None:
    """ "Ana Brandt, of Ohio, a Career Member of the Foreign Service, to be …": what the person is until then."""
    for k in range(spot.j + 1, end - 2):
        if s.lows[k] in ("a", "an") and s.lows[k - 1] == ",":
            post = read_post(s.words, s.lows, s.starts, k)
            if post is not None and post.body is not None and post.j <= end:
                spot.offices.append(Office(post.role, "post", post.i, post.j, post.body, post.body_id))
            return


def predecessor(s: MarkedSentence, spot: Spot) -> Spot | None:
    """ "…, vice Peter Holm, resigned": who held the post that the person is put up for.

    Args:
        s: the sentence.
        spot: the person with the nomination.
    """
    held = next((office for office in spot.offices if office.phase == "nominated"), None)
    if held is None:
        return None
    for k in range(spot.j, min(spot.j + _TERM, len(s.lows) - 1)):
        if s.lows[k] in (".", ";"):
            break
        if s.lows[k] != "vice" or s.words[k - 1] not in (",", ")"):
            continue
        name, honorific = skip_honorifics(s, k + 1)
        end = name_end(s, name, after_title=True)
        if end < name + 2:
            return None
        before = Office(held.role, held.rank, held.i, held.j, held.body, held.body_id, "ends")
        person = Spot(name, end, "person", join_words(s.words[name:end]), name_i=name, name_j=end, honorific=honorific)
        person.offices.append(before)
        return person
    return None


def _nominated_for(s: MarkedSentence, j: int) -> int:
    """The token at which what somebody is nominated for begins, or -1."""
    lows, count = s.lows, len(s.lows)
    if j + 3 >= count:
        return -1
    k = j + 1 if lows[j] in (",", ":", "–", "—", "-", "(") else j
    if lows[k] in NOMINEES:
        for opening in (("for",), ("to", "be"), ("to", "serve", "as"), ("as",)):
            if tuple(lows[k + 1 : k + 1 + len(opening)]) == opening:
                return k + 1 + len(opening)
        return -1
    if lows[j : j + 3] == ["to", "serve", "as"] and not _PUTTING_UP.isdisjoint(lows):
        return j + 3  # "the intent to nominate A to serve as X, B to serve as Y, and …"
    if lows[j] == "," and lows[j + 1] in ("of", "to"):
        for k in range(j + 1, min(j + _RESIDENCE, count - 2)):
            if lows[k : k + 2] == ["to", "be"] and lows[k - 1] == ",":
                return k + 2
            if lows[k] in (".", ";", ":"):
                break
    return -1
