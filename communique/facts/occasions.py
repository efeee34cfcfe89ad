"""Events that a title says its text was spoken at: "Remarks by President Brandt at a Roundtable with Nurses"."""

from __future__ import annotations

from communique.facts.companions import can_meet, together, with_shared_heads
from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.model import Filler, TimeRef

_SPOKEN = frozenset(
    "remarks speech address statement statements intervention toast toasts keynote message lecture comments".split()
)
_OPENING_WORDS = 4
_AT = frozenset("at in during before after following".split())
_TYPES = {
    "conference": frozenset(
        "gaggle roundtable event forum webinar workshop retreat briefing luncheon convening".split()
    ),
    "ceremony": frozenset(
        "ceremony reception celebration breakfast gala commemoration vigil service signing commencement convocation "
        "graduation dedication unveiling banquet "
        "groundbreaking inauguration funeral observance parade swearing-in rally dinner".split()
    ),
    "meeting": frozenset(("meeting", "meetings", "talks", "lunch")),
    "visit": frozenset(("tour", "visit")),
}
_TYPE_OF = {noun: kind for kind, nouns in _TYPES.items() for noun in nouns}
_PRESS = frozenset(("press", "media", "news"))
_PRESS_EVENTS = frozenset("call gaggle briefing conference availability".split())
_TOPICS = frozenset("on about previewing regarding ahead before after aboard in at".split())
_BEHIND = frozenset(
    "with on to for of in at celebrating honoring honouring highlighting marking commemorating "
    "announcing discussing and by following | : , ;".split()
)
_ROLES = {"conference": "participant", "ceremony": "participant", "meeting": "participant", "visit": "visitor"}
_DAY = len("2024-05-03")
_LONGEST = 14


def from_title(site: Site) -> Draft | None:
    """The event a title says was spoken at, with who spoke."""
    lows = site.lows
    if site.scene.role == "title" and "by" in lows[:_OPENING_WORDS] and not _PRESS.isdisjoint(lows[:2]):
        return _press(site, lows.index("by"))
    if (
        site.scene.role != "title"
        or _SPOKEN.isdisjoint(lows[:_OPENING_WORDS])
        or "by" not in lows[: _OPENING_WORDS + 3]
    ):
        return None
    speakers = [s for s in site.scene.spots if s.kind in ("person", "office") and s.i > lows.index("by")]
    found = _event(site, speakers[0].j if speakers else len(lows))
    if found is None:
        return None
    i, head = found
    kind = _TYPE_OF[lows[head]]
    people = site.fillers(Phrase(s.i, s.j, -1) for s in speakers if s.j <= i)
    if not people:
        return None
    end = _end(site, head)
    draft = Draft(kind, site.scene, {_ROLES[kind]: people}, [site.span(i, end)])
    if kind == "meeting":
        draft.join("participant", _partners(site, head))
    if kind == "visit":
        place = _toured(site, head)
        if not place:
            return None
        draft.roles["destination"] = place
    if kind == "conference":
        draft.roles["name"] = [site.words(i, end)]
        draft.join("participant", _partners(site, head))
    if kind == "ceremony":
        draft.roles["occasion"] = [site.words(i, end)]
    draft.time = _published(site)
    return draft


def _press(site: Site, by: int) -> Draft | None:
    """ "Press Gaggle by Press Secretary R", "Background Press Call by Senior Officials on Kenya"."""
    if site.lows[by - 1] not in _PRESS_EVENTS:
        return None
    end = next((k for k in range(by, len(site.lows)) if site.lows[k] in _TOPICS), len(site.lows))
    phrases = [p for k, p in sorted(site.clauses.phrases.items()) if p.i > by]
    people = together(site, [p for p in phrases[:1] if site.is_agent(p)])
    spots = [s for s in site.scene.spots if s.kind == "person" and by < s.i < end]
    people = site.fillers(Phrase(s.i, s.j, -1) for s in spots[:3]) or people
    draft = Draft("conference", site.scene, {"name": [site.words(0, by)]}, [site.span(0, by)])
    if people:
        draft.roles["participant"] = people
    draft.time = _published(site)
    return draft


def _published(site: Site) -> TimeRef | None:
    published = site.text.document.published or ""
    return TimeRef(published) if len(published) == _DAY and "X" not in published else None


def _event(site: Site, start: int) -> tuple[int, int] | None:
    """First and head token of the event after the speakers."""
    lows = site.lows
    for k in range(start, len(lows) - 1):
        if lows[k] not in _AT:
            continue
        i = k + 1 + (lows[k + 1] in ("a", "an", "the"))
        j = i
        while j < len(lows) and (lows[j] not in _BEHIND or lows[j] == "of") and j - i < _LONGEST:
            if lows[j] in _TYPE_OF and (j + 1 == len(lows) or lows[j + 1] in _BEHIND | {"discussion"}):
                return i, j
            j += 1
    return None


def _end(site: Site, head: int) -> int:
    end = min(len(site.lows), head + _LONGEST)
    return next((k for k in range(head, end) if site.lows[k] in ("|", ";", "—")), end)


def _partners(site: Site, head: int) -> list[Filler]:
    """Whom it was with."""
    following = site.lows[head + 1 : head + 3]
    if "with" not in following:
        return []
    at = head + 1 + following.index("with")
    kinds, bounds = site.clauses.kinds, site.clauses.bounds
    for k, (i, _) in enumerate(bounds):
        if i == at and kinds[k] == "i":
            group, _ = site.clauses.behind_preposition(k)
            return together(site, [p for p in with_shared_heads(site, group) if can_meet(site, p)])
    return []


def _toured(site: Site, head: int) -> list[Filler]:
    """The town or thing toured, or the place that the text is from."""
    named = [s for s in site.scene.spots if head < s.i <= head + 4 and s.kind in ("place", "state")]
    if named:
        return site.fillers([Phrase(named[0].i, named[0].j, -1)], place=True)
    return site.here()
