"""Who a noun phrase means, as a CAMEO actor code: a state, organization or group, and roles after it."""

from __future__ import annotations

from dataclasses import dataclass

from communique.cameo.lexicon import ActorWords, Leader, actor_words
from communique.facts.site import Site
from communique.knowledge import Knowledge
from communique.knowledge.entries import Body, Organization, State
from communique.language.clauses import Phrase
from communique.mentions.register import fold
from communique.mentions.spots import Spot

_NAMED = frozenset(("person", "office", "state", "organization", "body", "group", "demonym"))
_PROPER = frozenset(("state", "organization", "place", "adjective", "conference", "instrument"))
_OWNERS = frozenset(("of", "in", "from", "at", "for"))
_LEVELS = {"parliament": "LEG", "court": "JUD", "government": "GOV", "ministry": "GOV", "ministries": "GOV"}
_LEADING = frozenset(("head_of_state", "head_of_government", "royal", "minister", "deputy", "organization_head"))
_MOST_ROLES = 2
_IN_MIND = 12  # subjects among whom "he" and "it" are looked for
#: "Saudi-led forces" are Saudi Arabia's; those "Saudi-backed" are not.
_LED = frozenset(("led", "run", "owned", "flagged", "registered"))
#: Places that stand for those who sit there.
_SEATS = frozenset("kremlin pentagon white knesset duma bundestag".split())
#: Names of states that are words too.
_WORDS_TOO = frozenset("china turkey chad jordan polish guinea dutch swiss niger malice".split())
NOBODY = "---"


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor code in its two halves; ``primary`` is ``---`` where only a role is known."""

    primary: str
    roles: tuple[str, ...] = ()
    head: str = ""

    @property
    def code(self) -> str:
        """The whole code."""
        return self.primary + "".join(self.roles)

    @property
    def known(self) -> bool:
        """Whether the words say whose it is."""
        return self.primary != NOBODY


class ActorCoder:
    """Codes the noun phrases of one text.

    Args:
        knowledge: states and organizations with their codes.
        year: of the document, for who was in office; None where unknown.
    """

    def __init__(self, knowledge: Knowledge, year: int | None) -> None:
        self.knowledge = knowledge
        self.year = year
        self.words: ActorWords = actor_words()
        self.apart: frozenset[str] = frozenset()  # codes of those who act: whom they act on is somebody else
        self.last: list[tuple[int, Actor]] = []  # subjects told of so far, with their offsets

    def notice(self, site: Site, phrase: Phrase, actor: Actor) -> None:
        """Keep in mind a subject, for "he" and "it"."""
        self.last.append((site.scene.sentence.starts[phrase.i], actor))
        del self.last[:-_IN_MIND]

    def of_phrases(self, site: Site, phrases: list[Phrase]) -> list[Actor]:
        """The actors of coordinated phrases, each once."""
        each = [(phrase, actor) for phrase in phrases for actor in self.of_phrase(site, phrase)]
        found: dict[str, Actor] = {}
        for n, (phrase, actor) in enumerate(each):
            if not actor.roles and site.scene.letters[phrase.j - 1] == "j" and n + 1 < len(each):
                actor = Actor(actor.primary, each[-1][1].roles, each[-1][1].head)  # "Cuban and US officials"
            elif (
                n
                and not actor.roles
                and each[n - 1][1].roles
                and "of" in site.lows[each[n - 1][0].i : each[n - 1][0].j]
            ):
                actor = Actor(actor.primary, each[n - 1][1].roles, actor.head)  # "the ministers of Chile and Peru"
            elif not actor.known and n and site.scene.letters[phrase.i] != "d":
                actor = Actor(each[n - 1][1].primary, actor.roles, actor.head)  # "Sudan's rebels and government"
            elif not actor.known and not n and site.lows[phrase.j : phrase.j + 1] == ["and"]:
                known = next((a for _, a in each if a.known), actor)  # "lawmakers and officials in Sudan"
                behind = site.after(each[-1][0])
                actor = Actor(known.primary, actor.roles, actor.head) if behind else actor
            found.setdefault(actor.code, actor)
        return list(found.values())

    def doers(self, site: Site, phrases: list[Phrase]) -> list[Actor]:
        """The same for those who act: "a crowd" is nobody known."""
        return [a for a in self.of_phrases(site, phrases) if a.known or a.roles != ("PPL",)]

    def of_phrase(self, site: Site, phrase: Phrase, *, depth: int = 0) -> list[Actor]:
        """The actors a phrase names; several for "French and British troops", none where it names nobody."""
        letters, lows = site.scene.letters, site.lows
        head = site.head(phrase)
        if phrase.j - phrase.i == 1 and letters[phrase.i] in "rd":
            found = self._antecedent(site, phrase)
            return [found] if found is not None else []
        primaries, roles, special = self._inside(site, phrase)
        if head in self.words.partitive and depth < 3:
            for preposition, owners in site.after(phrase):
                if preposition not in ("of", "from"):
                    break
                behind = [a for p in owners for a in self.of_phrase(site, p, depth=depth + 1)]
                if any(a.known or a.roles for a in behind):
                    if primaries and not any(a.known for a in behind):
                        return [Actor(primaries[-1], roles or behind[0].roles, head)]
                    return [Actor(a.primary, a.roles or roles, head) for a in behind]
        acts = bool(roles) or head in self.words.actors or head in self.words.partitive
        if not primaries and acts and depth < 3:
            loyal = lows[phrase.j - 1] in ("loyal", "allied", "faithful")
            for preposition, owners in site.after(phrase):
                if preposition in _OWNERS or (loyal and preposition in ("to", "with")):
                    behind = [a for p in owners for a in self.of_phrase(site, p, depth=depth + 1) if a.known]
                    if behind:
                        return [Actor(a.primary, roles or (a.roles if not roles else ()), head) for a in behind]
        if not primaries and lows[phrase.i] in ("its", "his", "their", "her") and acts:
            owner = self._antecedent(site, Phrase(phrase.i, phrase.i + 1, phrase.at))
            if owner is not None:
                return [Actor(owner.primary, roles, head)]
        if not primaries and depth == 0:
            beside = self._beside(site, phrase) or self._by_register(site, phrase)
            if beside is not None:
                return [Actor(beside.primary, roles or beside.roles, head)]
        if special is not None:
            return [
                special if not roles else Actor(special.primary, tuple(dict.fromkeys((*special.roles, *roles))), head)
            ]
        if primaries:
            return [Actor(p, roles if not p.startswith(("IGO", "NGO")) else _no_office(roles), head) for p in primaries]
        return [Actor(NOBODY, roles, head)] if roles else []

    # --- the words of one phrase -------------------------------------------------------------------------------

    def _inside(self, site: Site, phrase: Phrase) -> tuple[list[str], tuple[str, ...], Actor | None]:
        """Primaries and roles in a phrase's own words, and the actor that a body or leader is by itself."""
        lows = site.lows
        roles = self._roles(site, phrase.i, phrase.j)
        primaries: list[str] = []
        special: Actor | None = None
        joined = False
        group = self._group(site, phrase.i, phrase.j)
        spots = [s for s in site.scene.spots if phrase.i <= s.i < phrase.j]
        for spot in spots:
            here = self._spot(site, spot)
            if here is None:
                continue
            if here.roles:
                special = here
            both = spot.kind == "adjective" and joined
            primaries = [*primaries, here.primary] if both and here.primary not in primaries else [here.primary]
            joined = spot.kind == "adjective" and lows[spot.j : spot.j + 1] in (["and"], [","])
        if special is not None:
            if roles or len(primaries) != 1 or primaries[0] != special.primary:
                special = Actor(special.primary, roles or special.roles, site.head(phrase))
            return [special.primary], special.roles, None
        if group is not None:
            primary, extra = group
            owner = primaries[-1] if primaries and primary == NOBODY else primary
            full = owner if owner != NOBODY or not extra else NOBODY
            arms = ("MIL", "UAF", "CRM", "OPP") if "REB" in full or full.startswith("IMG") else ()
            kept = tuple(r for r in roles if r not in ("REB", "MUS", *arms))
            return [full] if full != NOBODY else [], (*((extra,) if extra else ()), *kept), None
        if not primaries:
            for k in range(phrase.i, phrase.j):
                code = self._lower_case(site, k)
                if code:
                    return [code], roles, None
                leaders = self._leader_at(site, k)
                if leaders:
                    actor = self._of_leader(leaders[0])
                    return [actor.primary], roles or actor.roles, None
        return primaries, roles, None

    def _lower_case(self, site: Site, k: int) -> str | None:
        """A state where its name or adjective is written without capital, or with capitals led astray."""
        word = site.scene.sentence.words[k]
        stem, _, tail = word.partition("-")
        if tail in _LED:
            return next((c for e in self.knowledge.names.get(stem, ()) if (c := self._of_id(e.id))), None)
        if word.istitle() or word.isupper() or len(word) < 4 or word in _WORDS_TOO:
            return None
        for entry in self.knowledge.names.get(word.lower().capitalize(), ()):
            if entry.type == "state" and entry.sense in ("name", "adjective", "demonym", "demonym_plural"):
                return self._of_id(entry.id)
        return None

    def _roles(self, site: Site, i: int, j: int) -> tuple[str, ...]:
        lows = site.lows
        strong: list[str] = []
        weak: list[str] = []
        named = {k for s in site.scene.spots if s.kind in _PROPER for k in range(s.i, s.j)}
        former = any(low in self.words.former for low in lows[i:j])
        k = i
        while k < j:
            step = 1
            for term, code, is_weak in self.words.terms.get(lows[k], ()) if k not in named or lows[k] in _SEATS else ():
                size = len(term)
                if k + size <= j and tuple(lows[k : k + size]) == term:
                    if lows[k : k + 1] == ["general"] and site.scene.letters[k] == "j" and k + 1 < j:
                        break
                    (weak if is_weak else strong).append(code)
                    step = size
                    break
            k += step
        found = tuple(dict.fromkeys(strong or weak[-1:]))[:_MOST_ROLES]
        if "GOV" in found and any(r.startswith("GOV") and r != "GOV" for r in found):
            found = tuple(r for r in found if r != "GOV")
        if former and found:
            return ("ELI",)
        return found

    def _group(self, site: Site, i: int, j: int) -> tuple[str, str] | None:
        """(primary, further code) of an armed or political group named among the words."""
        lows = site.lows
        for k in range(i, j):
            for name, code in self.words.groups.get(lows[k], ()):
                if code.endswith("BUS") and not site.scene.sentence.words[k][0].isupper():
                    continue
                if k + len(name) <= j and tuple(lows[k : k + len(name)]) == name:
                    return (NOBODY, code[3:]) if code.startswith(NOBODY) else (code, "")
        return None

    def _spot(self, site: Site, spot: Spot) -> Actor | None:
        if spot.kind == "person":
            return self._of_person(site, spot)
        if spot.kind == "name":
            leaders = self._leaders(spot, site)
            return self._of_leader(leaders[0]) if leaders else None
        if spot.kind == "office":
            code = self._named_within(site, spot)
            return Actor(code) if code else None
        if spot.kind == "body":
            return self._of_body(spot)
        if spot.kind == "group":
            group = next((g for g in self.knowledge.groups.values() if g.id == spot.id), None)
            organization = self.knowledge.organizations.get(group.of) if group is not None and group.of else None
            return Actor(organization.cameo) if organization is not None and organization.cameo else None
        code = self._of_id(spot.state_id or spot.id)
        return Actor(code) if code else None

    def _of_id(self, identifier: str | None) -> str | None:
        entry = self.knowledge.by_id.get(identifier or "")
        if isinstance(entry, State):
            return entry.cameo or entry.iso3 or self._within(entry)
        if isinstance(entry, Organization):
            return entry.cameo or ("IGO" if entry.kind != "grouping" else None)
        if isinstance(entry, Body):
            return self._of_id(entry.parent)
        return None

    def _within(self, state: State) -> str | None:
        parent = self.knowledge.states.get(state.within or "")
        return (parent.cameo or parent.iso3) if parent is not None else None

    def _of_body(self, spot: Spot) -> Actor | None:
        entry = self.knowledge.by_id.get(spot.id or "")
        parent = self._of_id(spot.parent or (entry.parent if isinstance(entry, Body) else None))
        if parent is None:
            return None
        role = _LEVELS.get(entry.level) if isinstance(entry, Body) else None
        return Actor(parent, (role,) if role and not parent.startswith("IGO") else ())

    # --- persons -----------------------------------------------------------------------------------------------

    def _of_person(self, site: Site, spot: Spot) -> Actor | None:
        code = self._named_within(site, spot)
        leaders = self._leaders(spot, site)
        leader = self._of_leader(leaders[0]) if leaders else None
        return leader if leader is not None and code in (None, leader.primary) else Actor(code) if code else None

    def _named_within(self, site: Site, spot: Spot) -> str | None:
        """The state or organization that the words of an office name: "Syrian President", "leaders of Egypt"."""
        words = site.scene.sentence.words
        for k in range(spot.i, spot.j):
            for size in (3, 2, 1):
                for entry in self.knowledge.names.get(" ".join(words[k : k + size]), ()) if k + size <= spot.j else ():
                    code = self._of_id(entry.parent if entry.type in ("place", "body") else entry.id)
                    if code and entry.type != "place":
                        return code
        return None

    def _by_register(self, site: Site, phrase: Phrase) -> Actor | None:
        """Whose office a person or office has elsewhere in the text, or by what the sentence names."""
        spot = site.scene.spot_to.get(phrase.j)
        if spot is None or spot.i < phrase.i or spot.kind not in ("person", "office"):
            return None
        person = site.scene.persons.get(spot.i)
        for held in person.held if person is not None else ():
            code = self._of_id(held.body_id)
            if code:
                return Actor(code, ("ELI",) if held.phase == "held" else ("GOV",) if not code.startswith("IGO") else ())
        code = self._of_id(spot.office.body_id) if spot.office is not None else None
        return Actor(code) if code else None

    def _leaders(self, spot: Spot, site: Site) -> tuple[Leader, ...]:
        """Leaders of the list that a mention names, in full or by a surname that nobody else here bears."""
        if spot.kind not in ("person", "name"):
            return ()
        name = fold(" ".join(site.scene.sentence.words[spot.name_i : spot.name_j])) if spot.name_i >= 0 else ""
        for form in (name, fold(spot.name)):
            found = self.words.leaders.get(form)
            if found:
                return self._in_office(found)
        parts = fold(spot.name).split()
        if not parts or parts[-1] not in self.words.leaders:
            return ()
        if spot.office is not None and spot.office.rank not in _LEADING:
            return ()  # "Mayor Fischer"
        found = tuple(x for x in self.words.leaders[parts[-1]] if len(parts) == 1 or x.name.split()[0] == parts[0])
        return self._in_office(found)

    def _leader_at(self, site: Site, k: int) -> tuple[Leader, ...]:
        low = fold(site.lows[k])
        found = self.words.leaders.get(low)
        if not found or len(low) < 5 or site.scene.letters[k] not in "npYy":
            return ()
        return self._in_office(found)

    def _in_office(self, found: tuple[Leader, ...]) -> tuple[Leader, ...]:
        """Those in office in the year of the document go first, then the latest."""
        year = self.year if self.year is not None else max(x.since for x in found)
        if len(found) < 2:
            return found
        return tuple(sorted(found, key=lambda x: (not (x.since <= year <= (x.until or 9999)), -x.since)))

    def _of_leader(self, leader: Leader) -> Actor:
        state = self.knowledge.states.get(leader.owner)
        if state is None:
            organization = self.knowledge.organizations[leader.owner]
            return Actor(organization.cameo or "IGO")
        code = state.cameo or state.iso3 or NOBODY
        if self.year is not None and self.year < leader.since:
            return Actor(code)  # not in office yet
        over = self.year is not None and leader.until is not None and leader.until < self.year
        return Actor(code, ("ELI",) if over else ("GOV",))

    # --- other words for an actor ------------------------------------------------------------------------------

    def _antecedent(self, site: Site, phrase: Phrase) -> Actor | None:
        """Who a pronoun means: the nearest subject before it that it fits."""
        low = site.lows[phrase.i]
        at = site.scene.sentence.starts[phrase.i]
        before = [actor for start, actor in self.last if start < at and actor.code not in self.apart]
        if low in ("he", "she", "him", "her", "his"):
            fit = [a for a in before if a.roles]
        elif low in ("it", "its"):
            fit = [a for a in before if a.known and (not a.roles or a.head not in ("minister", "president"))]
        elif low in ("they", "them", "their"):
            fit = before
        else:
            return None
        return fit[-1] if fit else None

    def _beside(self, site: Site, phrase: Phrase) -> Actor | None:
        """The apposition of a name without a state: "the US commander, General Brandt", "Brandt, a US envoy"."""
        if site.spot_kind(phrase) not in ("person", "name", "office"):
            return None
        kinds, phrases, k = site.clauses.kinds, site.clauses.phrases, phrase.at
        if kinds[k - 1 : k] == "," and kinds[k - 2 : k - 1] == "N" and k >= 2:
            first = k - 2
            while first >= 2 and kinds[first - 1] == "i" and kinds[first - 2] == "N":
                first -= 2
            found = self.of_phrase(site, phrases[first], depth=1)
            if found and found[0].known and found[0].roles:
                return found[0]
        if kinds[k + 1 : k + 3] == ",N" and not phrases[k + 2].among([phrase]):
            found = self.of_phrase(site, phrases[k + 2], depth=1)
            if found and found[0].known and found[0].roles:
                return found[0]
        return None


def _no_office(roles: tuple[str, ...]) -> tuple[str, ...]:
    """Those who head or serve an organization are the organization."""
    return tuple(r for r in roles if not r.startswith(("GOV", "ELI")))
