"""Undertakings told by a noun: "Norway's commitment to train officers", "the promise by Fiji to reopen"."""

from __future__ import annotations

from communique.facts.bound import binds, commitment
from communique.facts.drafts import Draft
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb

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
    if owner is not None and site.lows[owner.i] in ("its", "their") and governor is not None and governor.subject:
        owners = [p for p in governor.subject if binds(site, p)] or [owner]
    elif owner is not None and binds(site, owner):
        owners = [owner]
    elif spots:
        owners = [Phrase(spots[0].i, spots[0].j, -1)]
    else:
        owners = [p for p in site.noun_pp(phrase, "by", "of", "from", "on") if binds(site, p)]
    if _is_reaffirmed(site, governor, owners):
        return None
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
            to = verb.infinitive or (verb.form == "g" and site.lows[verb.i - 1] == "to")
            return verb if to and not set(between) - set("iNR") else None
    return None


def _is_reaffirmed(site: Site, governor: Verb | None, owners: list[Phrase]) -> bool:
    """Whether it is spoken of: "reiterated its commitment to", "discussed plans to"; not "welcomed Fiji's pledge"."""
    if governor is None:
        return False
    frames = [f for f in site.frames.verbs.get(governor.lemma, ()) if f.type in ("statement", "topics", "commitment")]
    if not frames:
        return False
    mine = {f.name for f in site.fillers(owners)} & {f.name for f in site.fillers(governor.subject)}
    return bool(mine) or not any(f.options.get("target") or f.options.get("stance") == "thank" for f in frames)
