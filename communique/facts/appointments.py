"""Appointments and departures told by nouns: "the appointment of B as …", "the resignation of Minister C"."""

from __future__ import annotations

from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.mentions.posts import read_post
from communique.mentions.spots import Spot
from communique.model import Filler

#: Nouns for putting somebody into a post, and for taking one out.
APPOINTMENTS: frozenset[str] = frozenset(
    "appointment election reappointment designation selection nomination re-election".split()
)
DEPARTURES: frozenset[str] = frozenset("resignation dismissal removal retirement ouster sacking".split())


def from_appointment(site: Site) -> list[Draft]:
    """ "the appointment of Ms. Thandi Holm as Executive Secretary of the Community"."""
    lows, scene = site.lows, site.scene
    drafts: list[Draft] = []
    for spot in scene.spots:
        before = lows[max(0, spot.i - 2) : spot.i]
        if spot.i not in scene.persons or before[-1:] != ["of"]:
            continue
        if before[0] in DEPARTURES:
            drafts += _departure(site, spot)
        if before[0] not in APPOINTMENTS:
            continue
        at = spot.j + (lows[spot.j : spot.j + 1] == [","])
        if lows[at : at + 1] != ["as"]:
            continue
        post = read_post(scene.sentence.words, lows, {s.i: s for s in scene.spots}, at + 1)
        office = next((s.office for s in scene.spots if s.kind == "office" and at < s.i <= at + 3), None)
        body = Filler(post.body, post.body_id) if post is not None and post.body is not None else None
        if body is None and office is not None and office.body is not None:
            body = Filler(office.body, office.body_id)
        if post is None or body is None:
            continue
        who = site.fillers([Phrase(spot.i, spot.j, -1)])[:1]
        draft = Draft("tenure", scene, {"holder": who, "body": [body]}, [site.span(spot.i - 2, post.j)])
        draft.value = {"role": office.role if office is not None else post.role, "phase": "begins"}
        if before[0] in ("nomination", "candidacy"):
            draft.realis = "planned"
        drafts.append(draft)
    return drafts


def _departure(site: Site, spot: Spot) -> list[Draft]:
    """ "accepted the resignation of Deputy Minister B": the office named with the person ends."""
    person = site.scene.persons[spot.i]
    held = next((h for h in person.held if h.body and h.phase == "holds"), None)
    if held is None or held.body is None:
        return []
    who = site.fillers([Phrase(spot.i, spot.j, -1)])[:1]
    draft = Draft("tenure", site.scene, {"holder": who, "body": [Filler(held.body, held.body_id)]}, [])
    draft.evidence = [site.span(spot.i - 2, spot.j)]
    draft.value = {"role": held.role, "phase": "ends"}
    draft.time = site.time_near(spot.i - 2, spot.j)
    return [draft]
