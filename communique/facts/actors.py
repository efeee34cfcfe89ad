"""Who acts on somebody, and who is acted on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.facts.agents import AGENT_NOUNS
from communique.facts.bound import for_whom
from communique.facts.frames import words_of
from communique.facts.site import Site
from communique.language.clauses import Phrase
from communique.model import Filler

_ACTORS = frozenset(("state", "organization", "group", "demonym", "place", "adjective", "body"))
_SPEAKERS_ONLY = frozenset("president minister spokesperson statement report declaration communique communiqué".split())
_OWN = frozenset(("its", "their"))
_REACH = 10  # chunks
_FAR_BACK = 16  # chunks
_NOT_ACTED_ON = frozenset((None, "conference", "instrument", "name"))


def is_actor(site: Site, phrase: Phrase) -> bool:
    """Whether a phrase means a state, an organ, forces, or people who do such things."""
    spot = site.scene.spot_to.get(phrase.j)
    if spot is not None and spot.i >= phrase.i and spot.kind != "name":
        return spot.kind in _ACTORS and (spot.kind != "place" or bool(spot.state))
    if site.scene.letters[phrase.i] == "r":
        return site.lows[phrase.i] in ("it", "they", "who", "we", "us")
    if site.scene.letters[phrase.i] == "d" and phrase.j - phrase.i == 1:
        return site.lows[phrase.i] in ("its", "their", "our")
    head = site.head(phrase)
    known = words_of(site.frames.data["acts"]["action"]["actors"])
    if head in known or (head in AGENT_NOUNS and head not in _SPEAKERS_ONLY):
        return True
    word = site.scene.sentence.words[phrase.j - 1]
    return word.isupper() and 3 <= len(word) <= 6 and not site.scene.heading  # an agency nobody knows


def actors(site: Site, phrases: Iterable[Phrase]) -> list[Filler]:
    """Whom the phrases mean as those who act: of "Houthi drones" it is the Houthis."""
    found: list[Filler] = []
    weapons = words_of(site.frames.data["acts"]["action"]["weapons"])
    for phrase in phrases:
        owner = next((s for s in site.spots_in(phrase.i, phrase.j) if s.kind in _ACTORS), None)
        if owner is not None and site.head(phrase) in weapons:
            phrase = Phrase(owner.i, owner.j, -1)
        fillers = site.fillers([phrase])
        if site.lows[phrase.i] in ("we", "our", "us"):
            fillers = for_whom(site, fillers)
        found.extend(fillers)
    return found


def owner_meant(site: Site, possessor: Phrase) -> list[Phrase]:
    """Who "its" or "their" means: the nearest before it in the sentence that can act, coordinated where plural."""
    low = site.lows[possessor.i]
    if possessor.j - possessor.i > 1 or low not in _OWN:
        return [possessor]
    kinds = site.clauses.kinds
    for k in range(possessor.at - 1, max(-1, possessor.at - _REACH), -1):
        if kinds[k] != "N":
            continue
        meant = _named_in(site, site.clauses.phrases[k])
        if meant is None:
            continue
        group = [meant]
        while low == "their" and k >= 2 and kinds[k - 1] == "c" and kinds[k - 2] == "N":
            k -= 2
            group.insert(0, site.clauses.phrases[k])
        return group
    return [possessor]


def _named_in(site: Site, phrase: Phrase) -> Phrase | None:
    """The actor that a phrase names: of "Russia accountable" it is Russia."""
    for spot in site.spots_in(phrase.i, phrase.j):
        if spot.kind in ("state", "organization", "body", "group") and site.scene.letters[spot.j : spot.j + 1] != "z":
            return Phrase(spot.i, spot.j, phrase.at)
    return phrase if site.scene.letters[phrase.i] not in "rd" and is_actor(site, phrase) else None


def phrases_before(site: Site, at: int) -> Iterator[Phrase]:
    """The phrases before chunk ``at``, the nearest first, a bounded way back."""
    for k in range(at - 1, max(-1, at - _FAR_BACK), -1):
        phrase = site.clauses.phrases.get(k)
        if phrase is not None:
            yield phrase


def acted_on(site: Site, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Those of the phrases that mean somebody, or a place."""
    return [
        p
        for p in phrases
        if (site.spot_kind(p) not in _NOT_ACTED_ON or site.is_agent(p))
        and site.head(p) not in _SPEAKERS_ONLY - {"president", "minister"}
    ]
