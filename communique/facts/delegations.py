"""Delegations that are named for a journey: "announced a Presidential Delegation to Chile to attend …"."""

from __future__ import annotations

from bisect import bisect_right

from communique.facts.drafts import Draft, distinct
from communique.facts.settling import plan_if_ahead
from communique.facts.site import Site
from communique.facts.visits import is_destination
from communique.language.clauses import Phrase, Verb
from communique.model import Filler

_DELEGATION = frozenset(("delegation", "delegations", "mission"))
_NAMING = frozenset("announce designate name appoint designation appointment composition announces".split())
_ATTENDING = frozenset("attend participate join represent witness observe pay celebrate commemorate".split())
_STYLES = frozenset("honorable honourable mr mrs ms dr miss ambassador reverend rev general admiral senator".split())
_MEMBERS_AFTER = 40
_LONGEST_ENTRY = 60
_REACH = 14


def named_for(site: Site, phrase: Phrase) -> Draft | None:
    """The journey of a delegation that is announced or designated, with those whom the list below it names."""
    if site.head(phrase) not in _DELEGATION or not _is_named(site, phrase):
        return None
    places = [
        p
        for preposition, group in site.after(phrase)[:3]
        if preposition == "to"
        for p in group
        if is_destination(site, p)
    ]
    if not places:
        return None
    visitors = distinct([*_itself(site, phrase), *_members(site)])
    draft = Draft("visit", site.scene, {"visitor": visitors}, [site.noun_evidence(phrase, words=8)], "planned")
    draft.roles["destination"] = site.fillers(places[:1], place=True)
    draft.time = site.time_near(places[-1].j, min(places[-1].j + 1, len(site.lows)), reach=_REACH)
    if draft.time is not None and draft.time.edtf and not site.is_future(draft.time.edtf):
        draft.time = None
    draft.value = {"purpose": None}
    plan_if_ahead(site, draft)
    return draft


def attending(site: Site, verb: Verb) -> list[Filler]:
    """ "A delegation to Chile to attend …": the delegation, not who names it."""
    if not verb.infinitive or verb.lemma not in _ATTENDING:
        return []
    before = [p for p in site.clauses.phrases.values() if p.j <= verb.i and site.head(p) in _DELEGATION]
    nearest = max(before, key=lambda p: p.i, default=None)
    if nearest is None or verb.i - nearest.j > _REACH:
        return []
    if any(nearest.j <= v.i < verb.i for v in site.clauses.verbs):
        return []
    return _itself(site, nearest)


def _itself(site: Site, phrase: Phrase) -> list[Filler]:
    return [site.words(phrase.i + (site.scene.letters[phrase.i] == "d"), phrase.j)]


def _is_named(site: Site, phrase: Phrase) -> bool:
    before = site.lows[max(0, phrase.i - 8) : phrase.i]
    verb = site.governor(phrase)
    return not _NAMING.isdisjoint(before) or (verb is not None and verb.lemma in _NAMING)


def _members(site: Site) -> list[Filler]:
    """Those whom the entries below name, one an entry: "Mr. Tom Berg, Chargé d’Affaires"."""
    scenes, found = site.text.scenes, list[Filler]()
    at = bisect_right(scenes, site.scene.start, key=lambda scene: scene.start)
    for scene in scenes[at : at + _MEMBERS_AFTER]:
        words = [low for low in scene.sentence.lows[:5] if low.isalpha()]
        if scene.role != "body" or len(scene.sentence.lows) > _LONGEST_ENTRY or _STYLES.isdisjoint(words):
            continue
        first = next((s for s in scene.spots if s.kind == "person" and s.i <= 6), None)
        if first is not None:
            found.extend(Site(scene, site.discourse, site.frames).fillers([Phrase(first.i, first.j, -1)]))
    return found
