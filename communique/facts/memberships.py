"""States in organizations told beside the deed: "Kenya, a member of the EAC", "the Swedish Chair", "as chair of X"."""

from __future__ import annotations

from collections.abc import Mapping

from communique.facts.drafts import Draft
from communique.facts.settling import date_of_state
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.mentions.spots import Spot
from communique.model import Filler

#: Nouns for what a state is in an organization -> the role of the record.
ROLES: Mapping[str, str] = {
    **dict.fromkeys(
        "chair chairman chairmanship chairmanships chairpersonship chairperson presidency co-chair vice-chair "
        "vice-chairmanship co-chairmanship chairship president helm leadership".split(),
        "chair",
    ),
    **dict.fromkeys("member members membership".split(), "member"),
    **dict.fromkeys("observer observers".split(), "observer"),
    **dict.fromkeys("partner partners".split(), "partner"),
}
#: Nouns for the coming of a state into an organization.
ENTERING: frozenset[str] = frozenset("accession admission entry".split())
#: Verbs that put states into organizations.
PUTTING: frozenset[str] = frozenset(
    "elect elects elected admit admits admitted admitting designate designates designated grant grants granted "
    "reelect re-elect appoint appoints electing".split()
)
_ORGANS = frozenset(("organization", "body", "conference", "group"))
_TO_BODY = frozenset(("of", "in", "at", "to", "on", "with", "into", "within"))
_OFFICES = frozenset(("president", "chairman", "leadership", "helm", "chair"))
_LOOSE = frozenset(
    "a an the its this current present rotating incoming outgoing former next previous full founding permanent "
    "non-permanent elected associate new annual pro tempore also now currently year 's ’s term long-standing active "
    "fellow valued dialogue sectoral key close".split()
)
_COPULAS = frozenset("is are was were be been has have had became become becomes remains remained being".split())
_STATUS = frozenset(("status", "state", "country", "states", "countries", "nation", "nations"))
_REACH = 9


def from_memberships(site: Site) -> list[Draft]:
    """Every membership or chair of a state that the sentence tells by a noun.

    Args:
        site: the sentence.
    """
    lows = site.lows
    drafts: list[Draft] = []
    for k, low in enumerate(lows):
        role = ROLES.get(low)
        found = None
        spot = site.scene.spot_at.get(k)
        if spot is not None and spot.kind == "office" and spot.office is not None:
            chair = next((ROLES[w] for w in lows[spot.i : spot.j] if w in ROLES), None)
            if chair is not None and not spot.office.plural:
                found = _held(site, _noun_in(lows, spot), chair, spot)
        elif role is not None and spot is None:
            found = _held(site, k, role, None)
        elif low in ENTERING:
            found = _entered(site, k)
        elif low in PUTTING:
            drafts += _put(site, k)
        if found is not None:
            drafts.append(found)
    return drafts


def _noun_in(lows: list[str], spot: Spot) -> int:
    return next(k for k in range(spot.i, spot.j) if lows[k] in ROLES)


def _held(site: Site, k: int, role: str, office: Spot | None) -> Draft | None:
    """The membership or chair that the noun at a token tells; a chair that is read as an office has its body there."""
    lows = site.lows
    first = k if office is None else office.i
    if office is not None and office.office is not None and office.office.body is not None:
        body: Filler | None = Filler(office.office.body, office.office.body_id)
        end = office.j
    else:
        end = k + 2 if lows[k + 1 : k + 2] and lows[k + 1] in _STATUS else k + 1
        body, end = _body(site, first, end)
    holder, begin, end = _holder(site, first, end)
    states = {state.name for state in site.text.knowledge.states.values()}
    if body is not None and body.name in states:
        body = None
    if holder is None:
        return None
    if body is None and role == "chair" and holder.kind == "adjective":
        body = site.text.organization  # "the Swedish Chair", where one organization meets
    if body is None or body.name in (holder.name, holder.state):
        return None
    words = set(lows[max(begin, k - 4) : k])
    if holder.kind != "adjective" and lows[k] in _OFFICES - {"chair"} and not words & {"as"}:
        return None  # a state's president is no office of the state in the organization
    phase, realis = "holds", "actual"
    if words & {"incoming", "next", "became", "become", "becomes", "elected"}:
        phase, realis = "begins", "actual" if words & {"became", "becomes", "elected"} else "planned"
    elif words & {"outgoing", "former", "previous"} or (words & {"was", "were"} and "been" not in words):
        phase = "ends" if "outgoing" in words else "held"
    return _draft(site, holder, body, role, phase, realis, begin, end)


def _put(site: Site, k: int) -> list[Draft]:
    """ "elects Zambia as Chair and Malawi as Vice-Chair", "admits Comoros as a member"."""
    lows, at = site.lows, site.scene.spot_at
    drafts: list[Draft] = []
    verb = next((v for v in site.clauses.verbs if v.i <= k < v.j), None)
    realis = site.realis(verb) if verb is not None else "actual"
    j = k + 1
    while j < len(lows):
        while j < len(lows) and lows[j] in ("the", "and", ",", "to") and j < k + 40:
            j += 1
        spot = at.get(j)
        if spot is None or (spot.kind != "state" and not (spot.kind == "place" and spot.state)):
            break
        end = spot.j
        role = next((n for n in range(end, min(end + 7, len(lows))) if lows[n] in ROLES), -1)
        linked = lows[end : end + 1] == ["as"] or lows[k].startswith("grant")
        if role < 0 or not linked or any(low in (",", ".", "of") for low in lows[end:role]):
            break
        title = next((s for s in site.scene.spots if s.i <= role < s.j), None)
        past = role + 1 + (lows[role + 1 : role + 2] == ["status"])
        body, stop = _body(site, role, past if title is None else title.j)
        if title is not None and title.office is not None and title.office.body is not None:
            body = Filler(title.office.body, title.office.body_id)
        body = body or site.text.organization
        if body is None:
            break
        draft = _draft(site, spot, body, ROLES[lows[role]], "begins", realis, k, max(stop, past))
        drafts.append(draft)
        j = max(stop, past)
        while j < len(lows) and lows[j] in ("for", "in") and j < stop + 2:
            j += 2
    return drafts


def _entered(site: Site, k: int) -> Draft | None:
    """ "the accession of Timor-Leste to ASEAN", "Egypt's entry into BRICS as a full member"."""
    lows, at = site.lows, site.scene.spot_at
    holder = None
    begin, end = k, k + 1
    if lows[k + 1 : k + 2] == ["of"]:
        after = k + 3 if lows[k + 2 : k + 3] == ["the"] else k + 2
        holder = at.get(after)
        end = holder.j if holder is not None else end
    elif lows[k - 1 : k] in (["'s"], ["’s"]):
        holder = site.scene.spot_to.get(k - 1)
        begin = holder.i if holder is not None else begin
    if holder is None or holder.kind != "state" or end >= len(lows) or lows[end] not in ("to", "into", "in"):
        return None
    after = end + 2 if lows[end + 1 : end + 2] == ["the"] else end + 1
    organ = at.get(after)
    if organ is None or organ.kind not in _ORGANS:
        return None
    body = site.fillers([Phrase(organ.i, organ.j, -1)])[:1]
    role = next((ROLES[low] for low in lows[organ.j : organ.j + 6] if low in ROLES), "member")
    governed = set(lows[max(0, k - 8) : k])
    welcomed = governed & {"welcomed", "welcome", "welcomes", "after", "since", "following", "marked"}
    realis = "actual" if welcomed else "planned"
    return _draft(site, holder, body[0], role, "begins", realis, begin, organ.j) if body else None


def _body(site: Site, k: int, end: int) -> tuple[Filler | None, int]:
    """The organization that the noun at a token is of: behind it, or right before it."""
    lows, at = site.lows, site.scene.spot_at
    if end < len(lows) and lows[end] in _TO_BODY:
        after = end + 2 if lows[end + 1 : end + 2] == ["the"] else end + 1
        spot = at.get(after)
        if spot is not None and spot.kind in _ORGANS:
            return _one(site, spot), spot.j
    before = k
    while before > 0 and lows[before - 1] in _LOOSE and before > k - 3:
        before -= 1
    spot = site.scene.spot_to.get(before)
    if spot is not None and spot.kind in _ORGANS:
        return _one(site, spot), end
    return None, end


def _one(site: Site, spot: Spot) -> Filler | None:
    return next(iter(site.fillers([Phrase(spot.i, spot.j, -1)])), None)


def _holder(site: Site, k: int, end: int) -> tuple[Spot | None, int, int]:
    """The state that the noun at a token tells of, where the telling begins, and where it ends."""
    lows, to, at = site.lows, site.scene.spot_to, site.scene.spot_at
    b = k
    seen_body = False
    while b > 0 and k - b < _REACH:
        spot = to.get(b)
        if spot is not None:
            if spot.kind in ("state", "adjective"):
                linked = lows[spot.j : k]
                told = spot.kind == "state" or b == k or all(low in _LOOSE for low in linked)
                return (spot, spot.i, end) if told and _links(linked, k, spot) else (None, k, end)
            if spot.kind in _ORGANS and not seen_body:
                seen_body = True
                b = spot.i
                continue
            return None, k, end
        low = lows[b - 1]
        if low not in _LOOSE and low not in _COPULAS and low not in (",", "as", "in", "capacity", "which", "under"):
            break
        b -= 1
    if lows[end : end + 1] == [","]:  # "The Forum's chair, Turkey,", "As chair of IGAD, Kenya …"
        spot = at.get(end + 1) or at.get(end + 2)
        if spot is not None and spot.kind == "state" and spot.i <= end + 2:
            opens = "as" in lows[max(0, b - 1) : k] or lows[spot.j : spot.j + 1] in ([","], ["."], [";"])
            if opens:
                return spot, b, spot.j
    if lows[end : end + 1] == ["by"]:
        spot = at.get(end + 1) or at.get(end + 2)
        if spot is not None and spot.kind == "state" and "assumption" in lows[max(0, k - 4) : k]:
            return spot, b, spot.j
    return None, k, end


def _links(linked: list[str], k: int, spot: Spot) -> bool:
    """Whether the words between a state and the noun make the state the one that is it."""
    if spot.kind == "adjective":
        return True
    words = set(linked)
    if {"'s", "’s"} & set(linked[:1]):
        return False  # "Kenya's chairmanship" is the noun frame's
    return bool(words & _COPULAS) or linked[:1] == [","] or "as" in words


def _draft(site: Site, holder: Spot, body: Filler, role: str, phase: str, realis: str, begin: int, end: int) -> Draft:
    start, stop = site.span(holder.i, holder.j)
    name, entity = (holder.state or holder.name), (holder.state_id or holder.id)
    who = Filler(name, entity, start, stop, site.text.document.text[start:stop])
    draft = Draft(
        "tenure", site.scene, {"holder": [who], "body": [body]}, [site.span(min(begin, holder.i), end)], realis
    )
    draft.value = {"role": role, "phase": phase}
    draft.time = site.time_near(min(begin, holder.i), end)
    date_of_state(draft)
    return draft
