"""Who takes part together: several of one description, delegations and who leads them, whose programme a page is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.facts.agents import AGENT_NOUNS, MET
from communique.facts.drafts import distinct
from communique.facts.site import Site
from communique.language.clauses import Phrase, Verb
from communique.mentions.scenes import Text, person_filler
from communique.model import Filler

_PROGRAMMES = frozenset("programme program schedule agenda diary appointments engagements calendar itinerary".split())
_LEADING = frozenset(("lead", "head"))
_DELEGATIONS = frozenset("delegation delegations team mission party group".split())
_ALSO_PEOPLE = frozenset(
    "speaker chairperson chairman chairwoman co-chair colleague guest host hostess envoy predecessor successor".split()
)
_WHENCE = frozenset("countries states sides parties ministries regions nations".split())
_CROWDS = frozenset("group members leaders representatives coalition number range".split())
_DELEGATES = frozenset("delegation delegations negotiators representatives envoys mediators".split())
_TALKS = frozenset("talks consultations negotiations discussions meeting meetings round".split())
_TO_APPOSITION = 5
_MEMBERS = frozenset(("state", "organization", "group", "place", "adjective"))


_SHARERS = frozenset(
    "federal state local tribal territorial city county municipal regional provincial national public private academic "
    "civic civilian military religious faith business labor labour industry community congressional legislative "
    "environmental".split()
)


def can_meet(site: Site, phrase: Phrase) -> bool:
    """Whether a phrase means somebody whom one can sit down with: an actor, or people of any kind."""
    return site.is_agent(phrase) or (site.scene.spot_to.get(phrase.j) is None and site.head(phrase) in MET)


def with_shared_heads(site: Site, phrases: Sequence[Phrase]) -> list[Phrase]:
    """ "Federal, state, and Tribal leaders" is one phrase: the adjectives before the comma have its head too."""
    out: list[Phrase] = []
    first = -1
    for n, phrase in enumerate(phrases):
        adjective = all(low in _SHARERS for low in site.lows[phrase.i : phrase.j])
        if adjective and n + 1 < len(phrases) and phrases[n + 1].i - phrase.j <= 2:
            first = phrase.i if first < 0 else first
            continue
        shared = first >= 0 and phrase.j - phrase.i > 1 and site.head(phrase).endswith(("s", "people"))
        out.append(Phrase(first, phrase.j, phrase.at) if shared else phrase)
        first = -1
    return out


def together(site: Site, phrases: Sequence[Phrase]) -> list[Filler]:
    """Who coordinated phrases mean: "the foreign ministers of Ghana, Kenya and Togo" are one description, not three.

    Args:
        site: the sentence.
        phrases: in order.
    """
    out: list[Filler] = []
    k = 0
    while k < len(phrases):
        phrase = phrases[k]
        last = k
        if _is_shared(site, phrase):
            while last + 1 < len(phrases) and _is_bare_member(site, phrases[last + 1]):
                last += 1
        origin = _origin(site, phrase)
        if origin:
            out.append(site.words(phrase.i + (site.scene.letters[phrase.i] == "d"), origin))
        elif _is_crowd(site, phrase):
            i = phrase.i + (site.scene.letters[phrase.i] == "d")
            out.append(site.words(i, site.span_end(phrase, 10, "of")))
        elif last > k:
            i = phrase.i + (site.scene.letters[phrase.i] == "d")
            out.append(site.words(i, phrases[last].j))
        else:
            out.extend(_apposed(site, phrase) or _guest(site, phrase) or site.fillers([phrase]))
            out.extend(led_by(site, phrase))
        k = last + 1
    named = [filler for filler in out if (filler.entity or "").startswith("person/")]
    if len(named) > 1 and len(named) == len(out) - 1 and _is_shared(site, phrases[0]):
        return named  # "the Presidents of Kenya and Uganda, James Otieno and Peter Museveni"
    return distinct(out)


def _is_crowd(site: Site, phrase: Phrase) -> bool:
    """A title's "Bipartisan Group of Senators", whose first words alone look like a name."""
    spot = site.scene.spot_to.get(phrase.j)
    crowd = site.scene.heading and site.head(phrase) in _CROWDS and bool(site.noun_pp(phrase, "of"))
    return crowd and (spot is None or spot.kind == "name")


def _origin(site: Site, phrase: Phrase) -> int:
    """Token at which "mediators from Qatar and Egypt", "his colleagues from Chile" ends; 0 where there is no such."""
    if phrase.at < 0 or site.scene.spot_to.get(phrase.j) is not None or not site.head(phrase).endswith("s"):
        return 0
    for preposition, phrases in site.after(phrase)[:1]:
        if preposition == "from" and all(_is_bare_member(site, p) or site.head(p) in _WHENCE for p in phrases):
            return phrases[-1].j
    return 0


def led_by(site: Site, phrase: Phrase) -> list[Filler]:
    """ "A delegation headed by Deputy Minister R": R."""
    if site.head(phrase) not in _DELEGATIONS and not (_DELEGATIONS & set(site.lows[phrase.i : phrase.j])):
        return []
    for verb in site.clauses.verbs:
        if verb.lemma in _LEADING and verb.pp("by") and 0 <= verb.i - phrase.j <= 8:
            return site.fillers(p for p in verb.pp("by") if site.is_person(p))
    return []


def hosts_talks(site: Site, verb: Verb) -> bool:
    """ "Hosted delegations of both parties in Oslo for a round of talks": a meeting, and whose visit it is not said."""
    if not any(_DELEGATES & set(site.lows[p.i : p.j]) for p in verb.objects):
        return False
    return any(_TALKS & set(site.lows[p.i : p.j + 3]) for p in verb.pp("for"))


def members_of(text: Text) -> list[Filler]:
    """Whose programme a page is: "Programme of President Otieno, 3 May"."""
    for scene in text.scenes:
        if scene.role == "title" and not _PROGRAMMES.isdisjoint(scene.sentence.lows):
            return _first(person_filler(p, text.document.text, None, None) for p in scene.persons.values())
    return []


def _guest(site: Site, phrase: Phrase) -> list[Filler]:
    """ "The guest laid flowers": who came on the visit told last."""
    if site.lows[phrase.i : phrase.j] not in (["the", "guest"], ["the", "visitor"]):
        return []
    start, end = site.span(phrase.i, phrase.j)
    said = site.text.document.text[start:end]
    return [Filler(f.name, f.entity, start, end, said) for f in site.discourse.guests[:1]]


def _apposed(site: Site, phrase: Phrase) -> list[Filler]:
    """ "My colleague in Oslo, Minister V", "the next speaker, the photographer O": V and O."""
    words, k = site.scene.sentence.words, phrase.j
    spot = site.scene.spot_to.get(phrase.j)
    counterpart = spot is not None and spot.office is not None and spot.office.rank == "counterpart"
    if not counterpart and (spot is not None or site.head(phrase) not in AGENT_NOUNS | _ALSO_PEOPLE):
        return []
    while k < len(words) and k - phrase.j < _TO_APPOSITION and words[k] != ",":
        if site.scene.letters[k] not in "idYyjn":
            return []
        k += 1
    if k >= len(words) or words[k : k + 1] != [","]:
        return []
    for spot in site.scene.spots:
        if k < spot.i <= k + 3 and spot.kind == "person":
            return site.fillers([Phrase(spot.i, spot.j, -1)])
    return []


def _first(fillers: Iterable[Filler]) -> list[Filler]:
    return next(([filler] for filler in fillers), [])


def _is_shared(site: Site, phrase: Phrase) -> bool:
    """ "the foreign ministers of Ghana": several, of a state that is named."""
    spot = site.scene.spot_to.get(phrase.j)
    if spot is None or spot.i < phrase.i:
        return False
    return spot.office is not None and spot.office.plural and "of" in site.lows[spot.i : spot.j]


def _is_bare_member(site: Site, phrase: Phrase) -> bool:
    spot = site.scene.spot_to.get(phrase.j)
    return spot is not None and spot.i <= phrase.i + 1 and spot.kind in _MEMBERS
