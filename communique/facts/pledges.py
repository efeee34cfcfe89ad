"""Undertakings told by a noun: "Norway's commitment to train officers", "the promise by Fiji to reopen"."""

from __future__ import annotations

from communique.facts.bound import binds, commitment
from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb

_AIMS = frozenset(("goal", "aim", "target", "objective"))  # "has a goal of training 500 officers"
_INTENTS = frozenset(("intent", "intention", "intentions"))
_ANNOUNCING = frozenset(("announce", "declare", "inform", "signal", "confirm", "have"))
_OWNING = frozenset(("its", "their", "his", "her", "my", "our"))
_VERB_OF_ACTION = 8  # tokens


def from_noun(site: Site, phrase: Phrase) -> Draft | None:
    """The undertaking that a noun and the infinitive behind it tell, where somebody is named to whom it belongs.

    "Reaffirmed its commitment to" is a statement, and none.
    """
    doing = _what_is_promised(site, phrase)
    if doing is None:
        return None
    owner = site.possessor(phrase)
    spots = [s for s in site.spots_in(phrase.i, phrase.j) if s.kind in ("adjective", "state")]
    governor = site.governor(phrase)
    if site.head(phrase) in _AIMS:
        owners = [p for p in governor.subject if binds(site, p)] if governor and governor.lemma == "have" else []
    elif owner is not None and site.lows[owner.i] in _OWNING and governor is not None and governor.subject:
        owners = [p for p in governor.subject if binds(site, p)] or [owner]
    elif owner is not None and binds(site, owner):
        owners = [owner]
    elif spots:
        owners = [Phrase(spots[0].i, spots[0].j, -1)]
    else:
        owners = [p for p in site.noun_pp(phrase, "by", "of", "from", "on") if binds(site, p)]
    announced = site.head(phrase) in _INTENTS and governor is not None and governor.lemma in _ANNOUNCING
    if not announced and _is_reaffirmed(site, governor or _verb_before(site, phrase), owners):
        return None
    if site.head(phrase).startswith("plan") and site.subject_of(phrase) is not None:
        return None  # "its plans to grow are ambitious"
    agents = site.fillers(owners)
    if not agents:
        return None
    last = min(len(site.lows), doing.main + 6)
    while last > doing.j and site.scene.letters[last - 1] in "idcuT,.;":
        last -= 1
    told = site.span(phrase.i, last)
    return commitment(site, doing, agents, told, site.span(doing.main, max(last, doing.end)))


def _what_is_promised(site: Site, phrase: Phrase) -> Verb | None:
    """The verb after "to" behind the noun and its prepositional phrases."""
    for verb in site.clauses.verbs:
        if phrase.j <= verb.i < phrase.j + _VERB_OF_ACTION:
            between = site.clauses.kinds[phrase.at + 1 : verb.at]
            before = "of" if site.head(phrase) in _AIMS else "to"
            to = verb.infinitive or (verb.form == "g" and site.lows[verb.i - 1] == before)
            return verb if to and not set(between) - set("iNR") else None
    return None


def _verb_before(site: Site, phrase: Phrase) -> Verb | None:
    """The verb right before the coordination a phrase is in: "reiterated Fiji's and Norway's commitment"."""
    return next((v for v in reversed(site.clauses.verbs) if phrase.i - _VERB_OF_ACTION <= v.j <= phrase.i), None)


def _is_reaffirmed(site: Site, governor: Verb | None, owners: list[Phrase]) -> bool:
    """Whether it is spoken of: "reiterated its commitment to", "discussed plans to"; not "welcomed Fiji's pledge"."""
    if governor is None:
        return False
    frames = [f for f in site.frames.verbs.get(governor.lemma, ()) if f.type in ("statement", "topics", "commitment")]
    if not frames:
        return False
    mine = {f.name for f in site.fillers(owners)} & {f.name for f in site.fillers(governor.subject)}
    return bool(mine) or not any(f.options.get("target") or f.options.get("stance") == "thank" for f in frames)
