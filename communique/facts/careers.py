"""Careers: who is put into a post, serves in it and leaves it, one sentence at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.facts.career_bodies import TAKING, body_of_post, likeliest
from communique.facts.career_times import PRESENT, fronted_time, past_place, time_at, token_after
from communique.facts.drafts import Draft
from communique.facts.settling import date_of_state, plan_if_ahead
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.mentions.office_kinds import serves_a_state
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
    "announce": "begins",
    "select": "begins",
    "choose": "begins",
    "pick": "begins",
    "tap": "begins",
    "continue": "holds",
    "relinquish": "ends",
    "vacate": "ends",
    "reappoint": "begins",
    "remain": "holds",
    "be": "holds",
    "work": "holds",
    "hold": "holds",
    "clerk": "held",
    "begin": "held",
    "start": "held",
    "join": "begins",
    "swear": "begins",
    "inaugurate": "begins",
    "install": "begins",
    "take": "begins",
    "assume": "begins",
    "succeed": "begins",
    "replace": "begins",
    "resign": "ends",
    "retire": "ends",
    "step": "ends",
    "dismiss": "ends",
    "remove": "ends",
    "sack": "ends",
    "oust": "ends",
}
#: Verbs that tell of a post only with "as", and what must stand beside them.
_WITH_AS: Mapping[str, frozenset[str]] = {
    "swear": frozenset(("in",)),
    "inaugurate": frozenset(),
    "install": frozenset(),
    "take": frozenset(("office", "over", "oath")),
    "assume": frozenset(("office", "duties")),
    "retire": frozenset(),
    "step": frozenset(("down", "aside")),
    "dismiss": frozenset(),
    "remove": frozenset(),
    "sack": frozenset(),
    "oust": frozenset(),
    "resign": frozenset(),
    "succeed": frozenset(),
    "replace": frozenset(),
}
_STAYING = frozenset(("continue", "remain"))
_LEAVING = frozenset(("relinquish", "vacate"))
_WITH_POSITIONS = _LEAVING | {"hold"}
_ONLY_AS = frozenset("announce select choose pick tap".split())
_OWNERS = frozenset("his her its their the my our a".split())
_CHOICES = frozenset("choice pick nominee candidate selection".split())
_AIDED = frozenset("judge justice chief magistrate".split())
_PLACED = frozenset(("on", "in", "with"))
_POSITIONS = frozenset("position post office role title rank positions roles posts".split())
_CAREERS = frozenset("career tenure service".split())
_FORMERLY = frozenset("previously formerly earlier once before prior".split())
_BETWEEN_POSTS = frozenset(", and as well then later also subsequently before being that".split())
_LOSING = frozenset("resign dismiss sack oust".split())
_MOST_POSTS = 8
_REACH = 14
_INSERTED = 30


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
        draft.time = time if verb.lemma != "nominate" else None  # the day is that of the announcement
        draft.value = {"role": role, "phase": _phase(site, verb, time)}
        draft.realis = "planned" if verb.lemma == "nominate" else site.realis(verb)
        if verb.lemma in _STAYING and draft.realis == "planned":
            draft.realis, draft.value["phase"] = "actual", "holds"  # who will continue in a post has it
        date_of_state(draft)
        plan_if_ahead(site, draft)
        return draft


def from_career(site: Site, verb: Verb) -> list[Draft]:
    """ "X was appointed Ambassador to …", "Y served as a law clerk for … and as …", "Z is the Minister of …"."""
    holder = _holder(site, verb)
    if holder is None:
        return []
    at, fallback = _opening(site, verb)
    if at < 0:
        return _resignation(site, verb, holder) if verb.lemma in _LOSING else []
    who = site.fillers([holder])[:1]
    if not who:
        return []
    if verb.lemma in ("succeed", "replace"):
        return _succession(site, verb, holder, who, at)
    first = holder.i if 0 < verb.i - holder.i <= 6 else verb.i
    career = _Career(site, verb, who, first)
    if verb.lemma in ("serve", "clerk") and site.lows[at - 1] not in ("as",):
        return _placed(career, at)
    return _posts(career, at, fallback) or _office_named(career, holder)


def _succession(site: Site, verb: Verb, holder: Phrase, who: list[Filler], at: int) -> list[Draft]:
    """ "Lena Fors replaced Jonas Vale as Minister of Defence of Norway": one begins, the other ends."""
    before = [p for p in site.slot(verb, "object") if site.spot_kind(p) in ("person", "name")]
    gone = site.fillers(before[:1])
    career = _Career(site, verb, who, min(holder.i, verb.i))
    drafts = _posts(career, at, None) or _office_named(career, holder)
    if not drafts or not gone:
        return drafts
    last = drafts[0]
    ended = Draft("tenure", site.scene, {"holder": gone, "body": last.roles["body"]}, list(last.evidence), last.realis)
    ended.value = {"role": last.value["role"], "phase": "ends"}
    ended.time = last.time
    return [last, ended]


def _posts(career: _Career, at: int, fallback: Filler | None) -> list[Draft]:
    """The posts of a list, each with its body and its time."""
    site, drafts = career.site, list[Draft]()
    words, lows = site.scene.sentence.words, site.lows
    names = {s.i: s for s in site.scene.spots}
    fronted = fronted_time(site, career.verb)
    k, again = at, False
    while len(drafts) < _MOST_POSTS:
        post = _clerk_again(words, lows, names, k) if drafts else None
        clerk = str(drafts[0].value["role"]) if post is not None else ""
        if clerk.split()[-1:] != ["clerk"]:
            post = read_post(words, lows, names, k)
        if post is None:
            break
        if post.body is None and lows[post.j : post.j + 1] == ["and"]:
            shared = read_post(words, lows, names, post.j + 1)
            if shared is not None and shared.body is not None and shared.role[:1].islower() == post.role[:1].islower():
                post = Post(post.role, post.i, post.j, shared.body, shared.body_id)
        body = body_of_post(site, career.verb, career.who, post, fallback if not drafts or again else None)
        if body is None:
            break
        k = past_place(words, lows, post.j)
        told = time_at(site, k)
        time = site.reference(told) if told is not None else fronted
        role = _role_of(site, post) if clerk.split()[-1:] != ["clerk"] else clerk
        drafts.append(career.draft(body, role, post.j, time, career.first if not drafts else post.i))
        k = max(k, token_after(site, told.end)) if told is not None else k
        after = k
        while after < len(lows) and lows[after] in _BETWEEN_POSTS:
            after += 1
        if after == k:
            break
        again = "as" in lows[k:after]  # "served in the Office as a clerk and as a counsel": both are the Office's
        k = after
    return drafts


def _clerk_again(words: Sequence[str], lows: list[str], names: Mapping[int, Spot], k: int) -> Post | None:
    """ "… for Judge A on the Court of X and Judge B on the Court of Y": the clerk's second post, of no own words."""
    if k >= len(lows) or lows[k] not in _AIDED:
        return None
    post = read_post(
        [*words[: k - 2], "clerk", "for", *words[k:]], [*lows[: k - 2], "clerk", "for", *lows[k:]], names, k - 2
    )
    return post if post is not None and post.body is not None else None


def _role_of(site: Site, post: Post) -> str:
    """The office's words without its body, where they are a known title's."""
    for spot in site.scene.spots:
        if spot.kind == "office" and spot.office is not None and spot.office.body and post.body is None:
            if post.i <= spot.i and spot.j <= post.j:
                before = site.scene.sentence.words[post.i : spot.office.i] if post.role[0].islower() else []
                return " ".join([*before, spot.office.role])
    return post.role


def _placed(career: _Career, at: int) -> list[Draft]:
    """ "served on the Board of Y", "served in the Navy", "clerked for Judge X on the Court of Z"."""
    site = career.site
    words, lows = site.scene.sentence.words, site.lows
    names = {s.i: s for s in site.scene.spots}
    if career.verb.lemma == "clerk":
        clerk = [*words[: at - 1], "clerk", *words[at:]]
        post = read_post(clerk, [*lows[: at - 1], "clerk", *lows[at:]], names, at - 1)
        if post is None or post.body is None:
            return []
        end = post.j
        body, role = Filler(post.body, post.body_id), "law clerk"
    else:
        found = read_body(words, lows, names, at + 1, lows[at]) if lows[at] in _PLACED else None
        if found is None or not _is_organ(lows[at + 1 : found[2]], names.get(at + 1)):
            return []
        body, end, role = Filler(found[0], found[1]), found[2], "member"
    told = time_at(site, end)
    time = site.reference(told) if told is not None else fronted_time(site, career.verb)
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
    if site.lows[held.j : held.j + 1] in (["'s"], ["’s"]):
        return []  # "is the President's nominee"
    if verb.lemma in ("work", "hold", "begin", "start", "join", "clerk"):
        return []
    between = site.scene.letters[max(verb.j, holder.j) : held.i]
    between = between.removeprefix("iY").removeprefix("u")  # "Helga Thorn of Germany as Special Representative"
    if any(letter in between for letter in ",;qwuv") or "Y" in between:
        return []
    office = held.office
    body, body_id = office.body, office.body_id
    if body is None and serves_a_state(office.rank, office.role):
        body, body_id = likeliest(career.site, career.verb, career.who) or (None, None)
    if body is None:
        return []
    told = time_at(site, past_place(site.scene.sentence.words, site.lows, held.j))
    time = site.reference(told) if told is not None else site.time_near(verb.i, held.j)
    return [career.draft(Filler(body, body_id), office.role, held.j, time, career.first)]


def _holder(site: Site, verb: Verb) -> Phrase | None:
    taking = verb.lemma in TAKING
    holders = site.slot(verb, "object")[:1] if taking else verb.subject[:1]
    if not taking and verb.passive and verb.lemma not in ("swear", "succeed", "replace"):
        return None
    if verb.passive and verb.lemma == "swear":
        holders = verb.subject[:1]
    elif verb.lemma in ("succeed", "replace"):
        holders = site.slot(verb, "subject")[:1]
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
    if verb.lemma in TAKING and not verb.passive:
        k = verb.objects[0].j if verb.objects else k
    if verb.lemma in TAKING and lows[k : k + 1] == [","]:  # "confirmed Ana Brandt, an able prosecutor, to be …"
        for n in range(k + 1, min(k + _INSERTED, count - 2)):
            if lows[n : n + 2] == ["to", "be"] and lows[n - 1] == ",":
                return n + 2, None
            if lows[n] in (".", ";"):
                break
    if verb.infinitive and verb.lemma in ("serve", "be", "become", "work", "hold"):
        return -1, None  # what the verb before it tells, or nothing yet
    if verb.lemma in ("serve", "work", "join", "begin", "start", "hold", "continue", "relinquish", "vacate"):
        return _after_as(site, verb, k)
    if verb.lemma in _WITH_AS:
        near = lows[verb.main : verb.main + 4]
        wanted = _WITH_AS[verb.lemma]
        as_at = next((n for n in range(verb.j, min(verb.end + _REACH, count)) if lows[n] in ("as", ".", ";")), count)
        told = as_at < count and lows[as_at] == "as" and (not wanted or bool(wanted & set(near)))
        return (as_at + 1, None) if told else (-1, None)
    if verb.lemma == "clerk":
        return (k, None) if k < count and lows[k] == "for" else (-1, None)
    while k < count and (lows[k].endswith("ly") or lows[k] in (",", "today", "by", "also", "again")):
        if lows[k] == "by":
            spot = next((s for s in site.scene.spots if k < s.i <= k + 2), None)
            if spot is None:
                return -1, None
            k = spot.j
        else:
            k += 1
    for opening in (["to", "serve", "as"], ["to", "be"], ["as"], ["to", "the", "position", "of"], ["to", "become"]):
        if lows[k : k + len(opening)] == opening:
            return _past_choice(lows, k + len(opening)), None
    if verb.lemma in _ONLY_AS:
        return -1, None
    return (k, None) if k < count and lows[k] not in ("to", "for", "in", "on") else (-1, None)


def _past_choice(lows: list[str], k: int) -> int:
    """ "as his choice to serve as", "as its nominee for": the token behind, else the same."""
    if lows[k : k + 1] and lows[k] in _OWNERS and lows[k + 1 : k + 2] and lows[k + 1] in _CHOICES:
        for opening in (["to", "serve", "as"], ["to", "be"], ["for"], ["as"]):
            if lows[k + 2 : k + 2 + len(opening)] == opening:
                return k + 2 + len(opening)
    return k


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
        if low == "as" or (low == "of" and verb.lemma in _WITH_POSITIONS and lows[n - 1] in _POSITIONS):
            before = set(lows[k:n])
            if verb.lemma in _LEAVING and low != "of":
                return -1, None
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
    if near & PRESENT:
        return "holds"
    if verb.perfect:
        return "held" if closed or near & _FORMERLY or "also" in lows[verb.i : verb.j] else "holds"
    past = verb.form in ("e", "p") or lows[verb.main] in ("was", "were", "held")
    return "held" if past or (closed and verb.form == "g") else "holds"


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
