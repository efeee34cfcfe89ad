"""Offices told beside the deed: "As Chair of …, B led", "the authority vested in me as …", lists of members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.mentions.office_kinds import serves_a_state
from communique.mentions.scenes import Scene, Text, person_filler
from communique.mentions.spots import Office, Spot
from communique.model import Filler

_CAPACITIES = frozenset("capacity role capacities duties function position".split())
_BETWEEN_OFFICES = frozenset((",", "and", "then", "later", "the", "as", "a", "his", "her"))
_OPENING = 12
_ROSTERS = frozenset("delegation mission commission committee council panel board team jury task-force".split())
_BEFORE_NAMES = frozenset("the honorable honourable hon mr mrs ms dr h.e he his her excellency".split())
_ROSTER_WORDS = 16
_SIGNATURE_WORDS = 8


def from_capacity(site: Site) -> list[Draft]:
    """ "As National Security Advisor and Chairman of …, B led", "in her capacity as …, B spoke"."""
    lows, scene = site.lows, site.scene
    at = next((k for k in range(len(lows[:_OPENING])) if lows[k] == "as" and _opens_capacity(lows, k)), -1)
    if at < 0:
        return []
    held, end = _offices_from(scene, at + 1)
    verb = next((v for v in site.clauses.verbs if v.i >= end and v.subject and v.subject[0].i >= end), None)
    if not held or verb is None or lows[end : end + 1] != [","] or not _is_one_person(site, verb.subject[0]):
        return []
    who = site.fillers(verb.subject[:1])[:1]
    phase = "held" if lows[verb.main] in ("was", "were") else "holds"
    return [draft for spot in held for draft in _of_office(site, spot, who, phase)]


def from_authority(site: Site) -> list[Draft]:
    """ "By the authority vested in me as President": the office of whoever signs."""
    lows = site.lows
    at = next((k for k in range(len(lows) - 4) if lows[k : k + 4] == ["vested", "in", "me", "as"]), -1)
    who = _signatory(site.text) if at >= 0 else None
    held = [] if who is None else _offices_from(site.scene, at + 4)[0][:1]
    drafts = [draft for spot in held if who is not None for draft in _of_office(site, spot, [who], "holds")]
    for draft in drafts:
        draft.evidence = [site.span(max(0, at - 2), held[0].j)]
    return drafts


def from_rosters(text: Text) -> list[Draft]:
    """ "Members of the Presidential Delegation:" and the persons listed below: members all.

    Args:
        text: with its register filled.
    """
    drafts: list[Draft] = []
    for scenes in _sections(text):
        body: Filler | None = None
        missed = 0
        for scene in scenes:
            opened = _roster(scene, text)
            if opened is not None:
                body, missed = opened, 0
                continue
            person = _listed(scene) if body is not None else None
            missed = 0 if person is not None else missed + 1  # a name of unknown shape does not end the list
            if missed > 1:
                body = None
            elif body is not None and person is not None:
                drafts.append(_member(text, scene, person, body))
    return drafts


def _sections(text: Text) -> Iterable[Sequence[Scene]]:
    """The scenes of the body in order: a list may lie in paragraphs, parts of their own."""
    yield [scene for scene in text.scenes if scene.role != "title"]


def _roster(scene: Scene, text: Text) -> Filler | None:
    lows = scene.sentence.lows
    if len(lows) > _ROSTER_WORDS or "members" not in lows[:4] or lows[-1] == ".":
        return None
    at = lows.index("members")
    head = next((k for k in range(at + 1, len(lows)) if lows[k] in _ROSTERS), -1)
    if head < 0 or lows[at + 1] != "of":
        return None
    first = at + 2 + (lows[at + 2] in ("the", "our", "its"))
    spot = scene.spot_at.get(first)
    if spot is not None and spot.kind in ("organization", "body") and spot.name:
        return Filler(spot.name, spot.id)
    start, end = scene.sentence.starts[first], scene.sentence.ends[head]
    return Filler(" ".join(text.document.text[start:end].split()))


def _listed(scene: Scene) -> Spot | None:
    """The person whom a line of a list names first."""
    first = next((s for s in scene.spots if s.kind != "adjective"), None)
    if first is None or first.i not in scene.persons or first.i > 4:
        return None
    return (
        first if all(low in _BEFORE_NAMES or not low[0].isalpha() for low in scene.sentence.lows[: first.i]) else None
    )


def _member(text: Text, scene: Scene, spot: Spot, body: Filler) -> Draft:
    start, end = scene.sentence.starts[spot.i], scene.sentence.ends[max(spot.name_j, spot.i + 1) - 1]
    who = person_filler(scene.persons[spot.i], text.document.text, start, end)
    draft = Draft("tenure", scene, {"holder": [who], "body": [body]}, [(start, end)])
    draft.value = {"role": "member", "phase": "holds"}
    return draft


def _opens_capacity(lows: list[str], k: int) -> bool:
    return k == 0 or lows[k - 1] in _CAPACITIES


def _offices_from(scene: Scene, at: int) -> tuple[list[Spot], int]:
    """The offices that follow one another from a token on, and where the last one ends."""
    lows, held, end = scene.sentence.lows, list[Spot](), at
    for spot in scene.spots:
        if spot.kind != "office" or spot.i < at:
            continue
        if any(low not in _BETWEEN_OFFICES for low in lows[end : spot.i]):
            break
        held.append(spot)
        end = spot.j
    return held, end


def _of_office(site: Site, spot: Spot, who: list[Filler], phase: str) -> list[Draft]:
    office = spot.office
    body = _body(site, office, who) if office is not None and who and not office.plural else None
    if office is None or body is None:
        return []
    draft = Draft("tenure", site.scene, {"holder": who, "body": [body]}, [site.span(spot.i, spot.j)])
    draft.value = {"role": office.role, "phase": phase}
    return [draft]


def _body(site: Site, office: Office, who: list[Filler]) -> Filler | None:
    if office.body is not None:
        return Filler(office.body, office.body_id)
    if not serves_a_state(office.rank, office.role):
        return None
    known = site.text.register.named(who[0].name)
    owner = site.text.home or (known.serves if known is not None else None)
    return Filler(*owner) if owner is not None else None


def _is_one_person(site: Site, phrase: Phrase) -> bool:
    if site.spot_kind(phrase) == "person":
        return True
    return site.scene.letters[phrase.i] == "r" and site.lows[phrase.i] in ("he", "she", "i")


def _signatory(text: Text) -> Filler | None:
    """Who signs: the speaker of the document, or the person alone on one of its last lines."""
    if text.document.speaker is not None:
        return text.document.speaker
    for scene in reversed([s for s in text.scenes if s.role == "body"][-2:]):
        for spot in scene.spots:
            if spot.i in scene.persons and len(scene.sentence.words) <= _SIGNATURE_WORDS:
                return person_filler(scene.persons[spot.i], text.document.text, None, None)
    return None
