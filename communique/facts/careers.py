"""Careers: who is put into a post, serves in it and leaves it, one sentence at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from communique.facts.drafts import Draft
from communique.facts.settling import plan_if_ahead
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.language.times import TimeExpression
from communique.mentions.bodies import serves_a_state
from communique.mentions.posts import Post, post_words, read_body, read_post
from communique.mentions.spots import Spot
from communique.model import Filler, TimeRef

#: Verbs that put a person into an office, keep one there or take one out, with the phase they tell.
APPOINTING: Mapping[str, str] = {
    "become": "begins",
    "serve": "holds",
    "name": "begins",
    "appoint": "begins",
    "nominate": "begins",
    "elect": "begins",
    "confirm": "begins",
    "promote": "begins",
    "designate": "begins",
    "reappoint": "begins",
    "remain": "holds",
    "be": "holds",
    "work": "holds",
    "hold": "holds",
    "clerk": "held",
    "begin": "held",
    "start": "held",
    "join": "begins",
    "resign": "ends",
}
_TAKING = frozenset("name appoint nominate elect confirm promote designate reappoint".split())
_PLACED = frozenset(("on", "in", "with"))
_POSITIONS = frozenset("position post office role title rank positions roles posts".split())
_CAREERS = frozenset("career tenure service".split())
_FORMERLY = frozenset("previously formerly earlier once before prior".split())
_BETWEEN_POSTS = frozenset(", and as well then later also subsequently before being that".split())
_PRESENT = frozenset(("currently", "presently", "now", "still"))
_MOST_POSTS = 8
_REACH = 14


@dataclass(frozen=True, slots=True)
class _Career:
    """What the posts of one verb share."""

    site: Site
    verb: Verb
    who: list[Filler]
    first: int

    def draft(self, body: Filler, role: str, end: int, time: TimeRef | None, begin: int) -> Draft:
        site, verb = self.site, self.verb
        draft = Draft("tenure", site.scene, {"holder": self.who, "body": [body]}, [site.span(begin, end)])
        draft.time = time
        draft.value = {"role": role, "phase": _phase(site, verb, time)}
        draft.realis = "planned" if verb.lemma == "nominate" else site.realis(verb)
        plan_if_ahead(site, draft)
        return draft


def from_career(site: Site, verb: Verb) -> list[Draft]:
    """ "X was appointed Ambassador to …", "Y served as a law clerk for … and as …", "Z is the Minister of …"."""
    holder = _holder(site, verb)
    if holder is None:
        return []
    if verb.lemma == "resign":
        return _resignation(site, verb, holder)
    at, fallback = _opening(site, verb)
    if at < 0:
        return []
    who = site.fillers([holder])[:1]
    if not who:
        return []
    first = holder.i if 0 < verb.i - holder.i <= 6 else verb.i
    career = _Career(site, verb, who, first)
    if verb.lemma in ("serve", "clerk") and site.lows[at - 1] not in ("as",):
        return _placed(career, at)
    return _posts(career, at, fallback) or _office_named(career, holder)


def _posts(career: _Career, at: int, fallback: Filler | None) -> list[Draft]:
    """The posts of a list, each with its body and its time."""
    site, drafts = career.site, list[Draft]()
    words, lows = site.scene.sentence.words, site.lows
    names = {s.i: s for s in site.scene.spots}
    fronted = _fronted(site, career.verb)
    k = at
    while len(drafts) < _MOST_POSTS:
        post = read_post(words, lows, names, k)
        if post is None:
            break
        body = _body_of(career, post) or (fallback if not drafts else None)
        if body is None:
            break
        k = _past_place(words, lows, post.j)
        told = _time_at(site, k)
        time = site.reference(told) if told is not None else fronted
        drafts.append(career.draft(body, post.role, post.j, time, career.first if not drafts else post.i))
        k = max(k, _token_after(site, told.end)) if told is not None else k
        after = k
        while after < len(lows) and lows[after] in _BETWEEN_POSTS:
            after += 1
        if after == k:
            break
        k = after
    return drafts


def _past_place(words: list[str], lows: list[str], k: int) -> int:
    """The token after "in Flint, Michigan", where that stands between a post and its time."""
    if lows[k : k + 1] != ["in"] or not words[k + 1 : k + 2] or not words[k + 1][0].isupper():
        return k
    k += 1
    while k < len(words) and (words[k][0].isupper() or (lows[k] in (",", ".") and words[k + 1 : k + 2])):
        if not words[k][0].isupper() and not words[k + 1][0].isupper():
            break
        k += 1
    return k


def _placed(career: _Career, at: int) -> list[Draft]:
    """ "served on the Board of Y", "served in the Navy", "clerked for Judge X on the Court of Z"."""
    site = career.site
    words, lows = site.scene.sentence.words, site.lows
    names = {s.i: s for s in site.scene.spots}
    if career.verb.lemma == "clerk":
        post = read_post(["clerk", *words[at:]], ["clerk", *lows[at:]], {s - at + 1: n for s, n in names.items()}, 0)
        if post is None or post.body is None:
            return []
        end = post.j + at - 1
        body, role = Filler(post.body, post.body_id), "law clerk"
    else:
        found = read_body(words, lows, names, at + 1, lows[at]) if lows[at] in _PLACED else None
        if found is None or not _is_organ(lows[at + 1 : found[2]], names.get(at + 1)):
            return []
        body, end, role = Filler(found[0], found[1]), found[2], "member"
    told = _time_at(site, end)
    time = site.reference(told) if told is not None else _fronted(site, career.verb)
    return [career.draft(body, role, end, time, career.first)]


def _is_organ(lows: list[str], spot: Spot | None) -> bool:
    known = post_words().bodies
    return (spot is not None and spot.kind in ("organization", "body")) or any(low in known for low in lows)


def _office_named(career: _Career, holder: Phrase) -> list[Draft]:
    """The office after the verb whose body the words leave out, if it is one of a state: of the holder's, or home."""
    site, verb = career.site, career.verb
    held = next(
        (
            s
            for s in site.scene.spots
            if s.kind == "office" and s.office is not None and verb.j <= s.i <= verb.end + _REACH and s.i > holder.i
        ),
        None,
    )
    if held is None or held.office is None or held.office.plural or held.office.rank == "counterpart":
        return []
    if verb.lemma in ("work", "hold", "begin", "start", "join", "clerk"):
        return []
    between = site.scene.letters[max(verb.j, holder.j) : held.i]
    between = between.removeprefix("iY").removeprefix("u")  # "Helga Thorn of Germany as Special Representative"
    if any(letter in between for letter in ",;qwuv") or "Y" in between:
        return []
    office = held.office
    body, body_id = office.body, office.body_id
    if body is None and serves_a_state(office.rank, office.role):
        body, body_id = _likeliest(career) or (None, None)
    if body is None:
        return []
    time = site.time_near(verb.i, held.j)
    return [career.draft(Filler(body, body_id), office.role, held.j, time, career.first)]


def _likeliest(career: _Career) -> tuple[str, str | None] | None:
    """The state that the holder, or whoever appoints, serves elsewhere in the document; else the publisher's."""
    site, verb = career.site, career.verb
    register = site.text.register
    known = register.named(career.who[0].name)
    appointing = site.fillers(verb.subject[:1]) if verb.lemma in _TAKING and not verb.passive else []
    maker = register.named(appointing[0].name) if appointing else None
    owners = (p.serves for p in (maker, known) if p is not None and p.serves is not None)
    states = {state.name for state in site.text.knowledge.states.values()}
    return next((owner for owner in owners if owner[0] in states), None) or site.text.home


def _body_of(career: _Career, post: Post) -> Filler | None:
    if post.body is not None:
        return Filler(post.body, post.body_id)
    for spot in career.site.scene.spots:
        office = spot.office
        if spot.kind == "office" and office is not None and post.i <= spot.i < post.j:
            if office.body is not None:
                return Filler(office.body, office.body_id)
            if serves_a_state(office.rank, office.role):
                owner = _likeliest(career)
                return Filler(*owner) if owner is not None else None
    return None


def _holder(site: Site, verb: Verb) -> Phrase | None:
    taking = verb.lemma in _TAKING
    holders = site.slot(verb, "object")[:1] if taking else verb.subject[:1]
    if not taking and verb.passive:
        return None
    return next(
        (
            p
            for p in holders
            if site.spot_kind(p) == "person"
            or (site.scene.letters[p.i] == "r" and site.lows[p.i] not in ("it", "they", "them", "we", "us"))
            or (site.spot_kind(p) == "name" and p.j - p.i >= 2 and not site.scene.heading)
        ),
        None,
    )


def _opening(site: Site, verb: Verb) -> tuple[int, Filler | None]:
    """Where the post may begin, and the body told before it; -1 where none is told."""
    lows, count = site.lows, len(site.lows)
    k = verb.j
    if verb.lemma in _TAKING and not verb.passive:
        k = verb.objects[0].j if verb.objects else k
    if verb.infinitive and verb.lemma in ("serve", "be", "become", "work", "hold"):
        return -1, None  # what the verb before it tells, or nothing yet
    if verb.lemma in ("serve", "work", "join", "begin", "start", "hold"):
        return _after_as(site, verb, k)
    if verb.lemma == "clerk":
        return (k, None) if k < count and lows[k] == "for" else (-1, None)
    while k < count and (lows[k].endswith("ly") or lows[k] in ("today", "by", "also", "again")):
        if lows[k] == "by":
            spot = next((s for s in site.scene.spots if k < s.i <= k + 2), None)
            if spot is None:
                return -1, None
            k = spot.j
        else:
            k += 1
    for opening in (["to", "serve", "as"], ["to", "be"], ["as"], ["to", "the", "position", "of"], ["to", "become"]):
        if lows[k : k + len(opening)] == opening:
            return k + len(opening), None
    return (k, None) if k < count and lows[k] not in ("to", "for", "in", "on") else (-1, None)


def _after_as(site: Site, verb: Verb, k: int) -> tuple[int, Filler | None]:
    """ "served at the Treasury as an adviser", "joined the Court as a clerk", "held the position of …"."""
    lows, words = site.lows, site.scene.sentence.words
    names = {s.i: s for s in site.scene.spots}
    if verb.lemma == "serve" and k < len(lows) and lows[k] in _PLACED:
        found = read_body(words, lows, names, k + 1, lows[k])
        if found is None or lows[found[2] : found[2] + 1] != ["as"]:
            return k, None
    for n in range(k, min(k + _REACH, len(lows))):
        low = lows[n]
        if low == "as" or (low == "of" and verb.lemma == "hold" and lows[n - 1] in _POSITIONS):
            before = set(lows[k:n])
            if verb.lemma in ("begin", "start") and not before & _CAREERS:
                return -1, None
            if verb.lemma == "hold" and not before & _POSITIONS:
                return -1, None
            if lows[n + 1 : n + 2] in (["well"], ["part"], ["of"]):
                continue
            opener = k + 1 if verb.lemma != "join" else k
            link = lows[k] if verb.lemma != "join" else "at"
            fallback = read_body(words, lows, names, opener, link) if n > k else None
            return n + 1, Filler(fallback[0], fallback[1]) if fallback is not None else None
        if low in (".", ";", ":", "who", "which", "where", "that"):
            break
    return -1, None


def _phase(site: Site, verb: Verb, time: TimeRef | None) -> str:
    phase = APPOINTING[verb.lemma]
    lows = site.lows
    if phase != "holds" or verb.modal:
        return "begins" if verb.modal and phase == "holds" else phase
    closed = time is not None and time.edtf is not None and "/" in time.edtf and not time.edtf.endswith("..")
    near = set(lows[max(0, verb.i - 8) : verb.j + 2])
    if near & _PRESENT:
        return "holds"
    if verb.perfect:
        return "held" if closed or near & _FORMERLY or "also" in lows[verb.i : verb.j] else "holds"
    past = verb.form in ("e", "p") or lows[verb.main] in ("was", "were", "held")
    return "held" if past or (closed and verb.form == "g") else "holds"


def _time_at(site: Site, k: int) -> TimeExpression | None:
    """The expression of time that begins within two tokens of a token, no duration."""
    starts, lows = site.scene.sentence.starts, site.lows
    if k >= len(starts):
        return None
    reach = 1
    if lows[k] == "," and lows[k + 1 : k + 2] == ["where"]:
        reach = 5  # "…, where she worked from 2011 to 2015"
    elif lows[k] in (",", "("):
        k += 1
    first, last = starts[min(k, len(starts) - 1)], starts[min(k + reach, len(starts) - 1)]
    return next((e for e in _dates(site) if first <= e.start <= last), None)


def _dates(site: Site) -> list[TimeExpression]:
    """The sentence's expressions that date something: no durations, and no "currently"."""
    return [
        e
        for e in site.times()
        if e.kind != "duration"
        and any(c.isdigit() for c in e.edtf or "")
        and site.text.document.text[e.start : e.end].lower() not in _PRESENT
    ]


def _fronted(site: Site, verb: Verb) -> TimeRef | None:
    """ "From 2007 to 2011, …": the time that opens the sentence, or the clause, before the verb."""
    starts = site.scene.sentence.starts
    before = [e for e in _dates(site) if e.end <= starts[verb.i]]
    if not before:
        return None
    lows = site.lows
    k = next((n for n, start in enumerate(starts) if start >= before[-1].start), 0)
    opens = k <= 2 or lows[k - 1] in (",", "and", "from", "in", "since", "until", "between")
    lead = {"prior", "before", "after", "following", "joining"} & set(lows[:k])
    return site.reference(before[-1]) if opens and not lead else None


def _token_after(site: Site, offset: int) -> int:
    starts = site.scene.sentence.starts
    return next((k for k, start in enumerate(starts) if start >= offset), len(starts))


def _resignation(site: Site, verb: Verb, holder: Phrase) -> list[Draft]:
    """ "Foreign Minister B of Denmark resigned": the office named with the person ends."""
    who = site.fillers([holder])
    known = site.text.register.named(who[0].name) if who else None
    held = next((h for h in known.held if h.body and h.phase == "holds"), None) if known is not None else None
    if held is None or held.body is None:
        return []
    draft = Draft(
        "tenure", site.scene, {"holder": who, "body": [Filler(held.body, held.body_id)]}, [site.evidence(verb)]
    )
    draft.value = {"role": held.role, "phase": "ends"}
    draft.realis = site.realis(verb)
    draft.time = site.time_near(verb.i, verb.j)
    return [draft]
