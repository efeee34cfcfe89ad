"""Whose office it is, where the words leave it out: what the document makes certain, else likeliest."""

from __future__ import annotations

from collections import Counter

from communique.mentions.delegations import Delegations
from communique.mentions.homes import Owner, names_in
from communique.mentions.office_kinds import (
    HEADS,
    PRINCIPALS,
    WITHOUT_MINISTERS,
    class_of,
    has_no_such,
    has_portfolio,
    is_chair,
    is_monarch,
    is_of_the_publishers,
    serves_a_state,
)
from communique.mentions.register import Held, Person
from communique.mentions.scenes import Text
from communique.model import Filler

_STATES = frozenset(("state", "place"))
_ALL_STATES = frozenset(("state", "place", "adjective", "demonym"))
_NEAR = 400  # characters before an office within which a state named there may be its own
_OFFICIAL = frozenset(("statement", "press-release", "readout", "transcript", "speech"))


_DEPUTIES = frozenset(("deputy", "vice", "assistant", "junior", "state"))
_ALLIANCES = frozenset("alliance bloc organization organisation grouping union".split())
_UNION = frozenset(("European Union", "EU"))
_COMPANY = frozenset("accompanied accompanying accompany escorted joined".split())


#: First words of organs that every state has: whose they are is the state, where the document says which.
_STATE_ORGANS = frozenset(("Ministry", "Government", "Embassy", "Parliament", "Presidency", "Chancellery", "Cabinet"))


def fill_bodies(text: Text) -> None:
    """Give every office without a body one: the person's own, a namesake office's, the publisher's, the nearest state.

    Args:
        text: with its register and home.
    """
    register = text.register
    surroundings = _Surroundings(text)
    _name_counterparts(text, surroundings)
    text.about = surroundings.main
    if surroundings.organization is not None:
        text.organization = Filler(*surroundings.organization)
    taken: dict[str, set[str]] = {"heads": set(), "ministers": set(), "monarchs": set()}
    for person in register.persons:
        for held in person.held:
            if held.body and held.rank in PRINCIPALS and held.phase == "holds":
                taken[class_of(held)].add(held.body)
    titled = [n for n, part in enumerate(text.document.parts) if part.role == "title"]
    by_rank = sorted(register.persons, key=lambda p: not any(place[0] in titled for h in p.held for place in h.places))
    for person in by_rank:
        for held in person.held:
            if held.body is not None and held.body_id is None and held.body.split()[0] in _STATE_ORGANS:
                held.body, held.body_id = surroundings.governing(held) or (held.body, None)
        own = person.serves
        for held in person.held:
            if surroundings.union is not None and "Commissioner" in held.role.split()[:2]:
                if held.body is None or held.body_id == surroundings.union:  # the Union's are its Commission's
                    held.body, held.body_id = "European Commission", None
            if held.body is not None:
                continue
            if is_chair(held) and (surroundings.chaired is not None or not surroundings.noted):
                found = surroundings.chaired
            else:
                others = surroundings.counterparts(held, person) - {text.home[0] if text.home else ""}
                excluded = surroundings.ministries(held) if has_portfolio(held) else taken.get(class_of(held), set())
                excluded = set() if held.phase == "begins" else excluded | others
                scoped = surroundings.possessor(held) or surroundings.delegations.owner_of(held)
                if scoped is not None and held.rank not in ("organization_head", "religious", "counterpart"):
                    held.body, held.body_id = scoped
                    continue
                likeliest = surroundings.likeliest(held, excluded, _namesake(text, held, person))
                mine = (
                    own is not None
                    and own[1] is not None
                    and (serves_a_state(held.rank, held.role) or held.rank == "military")
                )
                found = own if mine else likeliest
            if found is not None:
                held.body, held.body_id = found
                own = own or found
                if held.rank in PRINCIPALS and held.phase == "holds":
                    taken[class_of(held)].add(found[0])
                    surroundings.portfolios.add((held.portfolio, found[0]))


def _name_counterparts(text: Text, surroundings: _Surroundings) -> None:
    """ "Her Fijian counterpart, Josefa Rabuka" holds the office that the other one named there holds."""
    for person in text.register.persons:
        for held in person.held:
            if held.rank != "counterpart":
                continue
            other = surroundings.companion(held, person)
            if other is not None:
                held.role, held.rank, held.portfolio = other.role, other.rank, other.portfolio


def own_offices(text: Text) -> None:
    """ "Our foreign minister" serves the state of whoever speaks there; for when the speakers are known.

    Args:
        text: with bodies and speakers found.
    """
    for person in text.register.persons:
        for held in person.held:
            speaker = text.speakers.get(held.places[0][0])
            if not held.ours or not speaker:
                continue
            owner = text.register.named(speaker[0].name)
            served = _state_of(text, owner) if owner is not None else None
            if served is not None:
                held.body, held.body_id = served


def _state_of(text: Text, person: Person) -> Owner | None:
    """The state that somebody serves: a minister's, and of a ministry's spokesperson the publisher's."""
    states = {state.name for state in text.knowledge.states.values()}
    of_states = [(h.body, h.body_id) for h in person.held if h.body in states]
    if of_states and of_states[0][0] is not None:
        return of_states[0][0], of_states[0][1]
    return text.home or person.serves


def _namesake(text: Text, held: Held, person: Person) -> Owner | None:
    """ "Former Prime Minister Abe" where the only other prime minister of the text is Japan's."""
    if text.home is None or held.rank not in HEADS:
        return None
    owners = {
        (h.body, h.body_id)
        for other in text.register.persons
        if other is not person
        for h in other.held
        if h.body and h.role == held.role and h.body != text.home[0]
    }
    if len(owners) == 1:
        body, body_id = next(iter(owners))
        return (body, body_id) if body else None
    return None


class _Surroundings:
    """What the text around an office speaks of."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.by_part = text.by_part()
        self.delegations = Delegations(text)
        self.state_ids = {state.id for state in text.knowledge.states.values()}
        known = {o.id: o.name for o in text.knowledge.organizations.values()}
        groups = {group.name for group in text.knowledge.groups.values()}  # nobody is minister of the Baltic states
        states: Counter[Owner] = Counter()
        organizations: Counter[Owner] = Counter()
        for scene in text.scenes:
            for spot in scene.spots:
                if spot.kind in _ALL_STATES and spot.state and spot.state not in groups:
                    states[(spot.state, spot.state_id)] += 1
                elif spot.kind == "organization":
                    organizations[(spot.name, spot.id)] += 1
                elif spot.kind == "body" and spot.parent in known:
                    organizations[(known[spot.parent], spot.parent)] += 1
                if spot.office is not None and spot.office.body_id in known and spot.office.body:
                    organizations[(spot.office.body, spot.office.body_id)] += 1
        self.union = next((owner[1] for owner in organizations if owner[0] in _UNION), None)
        # one mention in passing makes nobody's state certain
        self.states = [owner for owner, times in states.most_common(6) if times > 1]
        self.named = list(states)
        top = states.most_common(2)
        clear = bool(top) and top[0][1] > 1 and (len(top) == 1 or top[0][1] >= 2 * top[1][1])
        self.main: Owner | None = top[0][0] if clear else None  # whom the text is about
        ranked = organizations.most_common(2)
        self.organization = ranked[0][0] if ranked else None
        # whose chair "the Chair" is, only where one organization is spoken of more than any other
        self.chaired = self.organization if len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1]) else None
        self.portfolios: set[tuple[str | None, str]] = {
            (held.portfolio, held.body)
            for person in text.register.persons
            for held in person.held
            if held.portfolio and held.body and held.rank == "minister" and held.phase == "holds"
        }
        self.seated: Owner | None = None
        self.dateline: Owner | None = self._dateline()
        self.noted = text.document.speaker is not None  # by the caller: the notes of somebody abroad

    def ministries(self, held: Held) -> set[str]:
        """The states whose minister for the same thing is somebody else: each has one, but many ministers."""
        return {body for portfolio, body in self.portfolios if portfolio == held.portfolio}

    def governing(self, held: Held) -> Owner | None:
        """The state whose ministry or embassy is told of: of the delegation's list, the publisher's, the dateline's."""
        home = self.text.home
        return self.delegations.owner_of(held) or (home if home is not None and home[1] else None) or self.dateline

    def possessor(self, held: Held) -> Owner | None:
        """ "President Holm's spokesman Lars Berg": the state of the person whose the office is."""
        part, start, _ = held.places[0]
        scene = next((s for s in self.by_part.get(part, ()) if s.start <= start < s.end), None)
        spot = (
            next((s for s in scene.spots if scene.sentence.starts[s.i] == start), None) if scene is not None else None
        )
        if scene is None or spot is None or scene.sentence.lows[max(0, spot.i - 1) : spot.i] not in (["'s"], ["’s"]):
            return None
        before = scene.spot_to.get(spot.i - 1)
        if before is None and scene.sentence.lows[spot.i - 2] in _ALLIANCES:
            return self.organization  # "the alliance's spokesperson"
        superior = scene.persons.get(before.i) if before is not None else None
        return superior.serves if superior is not None else None

    def counterparts(self, held: Held, person: Person) -> set[str]:
        """States that other persons named in the same sentence are said to be of."""
        part, start, _ = held.places[0]
        for scene in self.by_part.get(part, ()):
            if scene.start <= start < scene.end:
                return {
                    spot.office.body
                    for spot in scene.spots
                    if spot.office is not None
                    and spot.office.body
                    and scene.persons.get(spot.i) is not person
                    and (not has_portfolio(held) or spot.office.portfolio in (None, held.portfolio))
                }
        return set()

    def companion(self, held: Held, person: Person) -> Held | None:
        """The office of the other person named with one, in the same sentence or the part's sentences before."""
        part, start, _ = held.places[0]
        found = None
        for scene in self.by_part.get(part, ()):
            if scene.start > start:
                break
            for other in scene.persons.values():
                if other is not person:
                    found = next((h for h in other.held if h.rank != "counterpart" and h.phase == "holds"), found)
        return found

    def likeliest(self, held: Held, taken: set[str], namesake: Owner | None) -> Owner | None:
        """The state an office belongs to by its surroundings.

        Args:
            held: the office.
            taken: states whose leader or minister is somebody else here; two principals of one text are of two states.
            namesake: whose the same office of somebody else is.
        """
        home = self.text.home
        head = held.rank in PRINCIPALS
        part, start, _ = held.places[0]
        if self.noted and self.dateline is not None:
            return home if self._in_company(part, start) else self.dateline
        near = self._before(part, start, sentence_only=head or held.phase == "begins")
        if not serves_a_state(held.rank, held.role):
            return home if home is not None and home[1] and is_of_the_publishers(held) else None
        if held.phase == "begins":  # "the 11th President of Israel. President-elect Holm has …"
            told = near or self._same_office(held, part, start)
            if told is not None:
                return told
        if is_monarch(held):
            return namesake or near
        host = self.dateline if home is None else None
        if held.rank == "ambassador" and host is not None:
            return None  # one is named where one is posted
        if home is not None and home[1]:
            return self._for_the_publisher(held, home, near, taken, namesake)
        official = self.text.document.genre in _OFFICIAL
        if not head and official and (self.dateline is not None or self.seated is not None):
            return self.dateline or self.seated
        if held.rank == "ambassador":
            return None  # nobody says whose
        if head and held.phase == "held":
            return near or (self.main if self.main is not None and self._alone(part, start, self.main[0]) else None)
        before = near or (self._before(part, start, sentence_only=False) if not official else None)
        news = self.text.document.genre == "news"
        for owner in (near, self.main, before, None if news and held.rank in HEADS else self.dateline, *self.states):
            if owner is not None and (not head or owner[0] not in taken):
                return owner
        return self.named[0] if len(self.named) == 1 and (not head or self.named[0][0] not in taken) else None

    def _same_office(self, held: Held, part: int, start: int) -> Owner | None:
        """The body of the office without a name that was told of before: "the 11th President of Israel"."""
        wanted = held.role.lower().split("-")[0].split()[-1]
        for scene in self.by_part.get(part, ()):
            if start - _NEAR < scene.start < start:
                for spot in scene.spots:
                    office = spot.office if spot.kind == "office" else None
                    if office is not None and office.body and office.role.lower().split()[-1:] == [wanted]:
                        return office.body, office.body_id
        return None

    def _for_the_publisher(
        self, held: Held, home: Owner, near: Owner | None, taken: set[str], namesake: Owner | None
    ) -> Owner | None:
        """The publisher's own, unless another holds that office there; then the only other state of the text."""
        second = (
            has_portfolio(held)
            and not _DEPUTIES & set(held.role.lower().split()[:2])
            and (held.portfolio, home[0]) in self.portfolios
        )
        head = held.rank in HEADS
        another = home[0] in taken or held.phase == "held" if head else second
        foreign = held.rank in PRINCIPALS and near is not None and near[0] != home[0]
        foreign = foreign and not (home[0] in WITHOUT_MINISTERS and held.role == "Secretary")
        if not another and not foreign and not has_no_such(home, held):
            return home
        if namesake is not None:
            return namesake
        if foreign and near is not None and near[0] not in taken:
            return near
        served = {
            (h.body, h.body_id)
            for person in self.text.register.persons
            for h in person.held
            if h.body and h.body_id in self.state_ids and h.body_id != home[1]
        }
        if len(served) == 1 and head + (held.rank == "minister"):
            body, body_id = next(iter(served))
            if body is not None and body not in taken:
                return body, body_id
        others = [owner for owner in self.named if owner != home and owner[0] not in taken]
        return others[0] if len(others) == 1 and others[0] in self.states else None

    def _alone(self, part: int, start: int, state: str) -> bool:
        """Whether the sentence at an offset names no other state."""
        scene = next((s for s in self.by_part.get(part, ()) if s.start <= start < s.end), None)
        return scene is None or all(s.state in (None, state) for s in scene.spots if s.kind in _ALL_STATES)

    def _in_company(self, part: int, start: int) -> bool:
        """Whether somebody is named as the one whom the keeper of the notes accompanied."""
        for scene in self.by_part.get(part, ()):
            if scene.start <= start < scene.end:
                at = scene.sentence.starts.index(start)
                return at > 0 and scene.sentence.lows[at - 1] in _COMPANY
        return False

    def _before(self, part: int, start: int, *, sentence_only: bool) -> Owner | None:
        """The state named last before an offset of a part, not as somebody's office or by an adjective."""
        best = None
        for scene in self.by_part.get(part, ()):
            if scene.start > start:
                break
            if scene.end < (start if sentence_only else start - _NEAR):
                continue
            for spot in scene.spots:
                if scene.sentence.starts[spot.i] >= start:
                    break
                hyphenated = "-" in scene.sentence.words[max(0, spot.i - 1) : spot.i]  # "U.S.-Kenya relations"
                if spot.kind in _STATES and spot.state and not hyphenated:
                    best = (spot.state, spot.state_id)
        return best

    def _dateline(self) -> Owner | None:
        place = self.text.document.place
        if not place:
            return None
        by_id = {s.id: s.name for s in self.text.knowledge.states.values()}
        for entry in self.text.knowledge.names.get(place, ()):
            if entry.type == "organization" and entry.sense == "seat" and self.organization is not None:
                if self.organization[1] == entry.id:
                    self.seated = self.organization
                    return None  # Brussels, where the European Union speaks, is not Belgium
        for spot in names_in(place, self.text):
            if spot.state:
                return spot.state, spot.state_id
            if spot.kind == "place" and spot.state_id in by_id:
                return by_id[spot.state_id], spot.state_id
        return None
