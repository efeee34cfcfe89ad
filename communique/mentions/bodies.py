"""Whose office it is, where the words leave it out: what the document makes certain, else likeliest."""

from __future__ import annotations

from collections import Counter

from communique.mentions.homes import Owner, names_in
from communique.mentions.register import Held, Person
from communique.mentions.scenes import Text
from communique.model import Filler

_HEADS = frozenset(("head_of_state", "head_of_government", "royal"))
_PRINCIPALS = _HEADS | {"minister"}
_STATES = frozenset(("state", "place"))
_ALL_STATES = frozenset(("state", "place", "adjective", "demonym"))
_NEAR = 400  # characters before an office within which a state named there may be its own
_OFFICIAL = frozenset(("statement", "press-release", "readout", "transcript", "speech"))
_CHAIRS = ("chair", "chairperson", "chairman", "chairwoman", "secretary general", "chairperson in office")


#: Ranks of those who serve a state unless the words say otherwise.
_OF_STATES = frozenset(
    ("head_of_state", "head_of_government", "royal", "minister", "deputy", "ambassador", "spokesperson", "legislator")
)
#: Titles of other ranks by which a state's own officers are named.
_NATIONAL = (
    "national",
    "president",
    "presidential",
    "cabinet",
    "press",
    "lady",
    "gentleman",
    "joint chiefs",
    "state",
    "secretary",
)


_MONARCHS = frozenset("king queen emperor emir amir sultan duke duchess prince princess pope".split())
_MINISTERS = frozenset("minister premier chancellor taoiseach".split())
_WITHOUT_MINISTERS = frozenset(("United States",))
#: Officers whom their own government names by the bare title: "Director Brandt", "Climate Advisor Holm".
_STAFF = frozenset("director advisor adviser counselor coordinator administrator commandant general commander".split())


def serves_a_state(rank: str, role: str) -> bool:
    """Whether an office whose body is left out is a state's, so that what the document makes certain can tell whose.

    Args:
        rank: of the office, as in the knowledge files.
        role: its words.
    """
    low = role.lower()
    return rank in _OF_STATES or any(word in low for word in _NATIONAL)


def fill_bodies(text: Text) -> None:
    """Give every office without a body one: the person's own, a namesake office's, the publisher's, the nearest state.

    Args:
        text: with its register and home.
    """
    register = text.register
    surroundings = _Surroundings(text)
    _name_counterparts(text, surroundings)
    if surroundings.organization is not None:
        text.organization = Filler(*surroundings.organization)
    taken: dict[str, set[str]] = {"heads": set(), "ministers": set()}
    for person in register.persons:
        for held in person.held:
            if held.body and held.rank in _PRINCIPALS and held.phase == "holds":
                taken[_class(held)].add(held.body)
    titled = [n for n, part in enumerate(text.document.parts) if part.role == "title"]
    by_rank = sorted(register.persons, key=lambda p: not any(place[0] in titled for h in p.held for place in h.places))
    for person in by_rank:
        own = person.serves
        for held in person.held:
            if held.body is not None:
                continue
            if _is_chair(held):
                found = surroundings.organization
            else:
                excluded = taken.get(_class(held), set()) | surroundings.counterparts(held, person)
                likeliest = surroundings.likeliest(held, excluded, _namesake(text, held, person))
                found = own if own is not None and serves_a_state(held.rank, held.role) else likeliest
            if found is not None:
                held.body, held.body_id = found
                own = own or found
                if held.rank in _PRINCIPALS and held.phase == "holds":
                    taken[_class(held)].add(found[0])


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
            if owner is not None and owner.serves is not None:
                held.body, held.body_id = owner.serves


def _class(held: Held) -> str:
    return "heads" if held.rank in _HEADS else "ministers" if held.rank == "minister" else ""


def _is_monarch(held: Held) -> bool:
    return bool(_MONARCHS & set(held.role.lower().split()))


def _has_no_such(home: Owner, held: Held) -> bool:
    """Whether the publisher's state has no such office: the United States have secretaries, no ministers."""
    return home[0] in _WITHOUT_MINISTERS and bool(_MINISTERS & set(held.role.lower().split()))


def _is_of_the_publishers(held: Held) -> bool:
    """Whether an office that is not a state's by its nature is named as the publisher's own officers are."""
    return held.role.lower().split()[-1] in _STAFF or held.rank == "military"


def _is_chair(held: Held) -> bool:
    return held.role.lower().replace("-", " ").endswith(_CHAIRS)


def _namesake(text: Text, held: Held, person: Person) -> Owner | None:
    """ "Former Prime Minister Abe" where the only other prime minister of the text is Japan's."""
    if text.home is None or held.rank not in _HEADS:
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
        # one mention in passing makes nobody's state certain
        self.states = [owner for owner, times in states.most_common(6) if times > 1]
        self.organization = organizations.most_common(1)[0][0] if organizations else None
        self.portfolios = {
            (held.portfolio, held.body)
            for person in text.register.persons
            for held in person.held
            if held.portfolio and held.body and held.rank == "minister" and held.phase == "holds"
        }
        self.seated: Owner | None = None
        self.dateline: Owner | None = self._dateline()

    def counterparts(self, held: Held, person: Person) -> set[str]:
        """States that other persons named in the same sentence are said to be of."""
        part, start, _ = held.places[0]
        for scene in self.by_part.get(part, ()):
            if scene.start <= start < scene.end:
                return {
                    spot.office.body
                    for spot in scene.spots
                    if spot.office is not None and spot.office.body and scene.persons.get(spot.i) is not person
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
        head = held.rank in _PRINCIPALS
        part, start, _ = held.places[0]
        near = self._before(part, start, sentence_only=head or held.phase == "begins")
        if not serves_a_state(held.rank, held.role):
            return home if home is not None and home[1] and _is_of_the_publishers(held) else None
        if near is not None and held.phase == "begins":
            return near
        if _is_monarch(held):
            return namesake or near
        host = self.dateline if home is None else None
        if held.rank == "ambassador" and host is not None:
            return near if near is not None and near[0] != host[0] else None
        if home is not None and home[1] and not self._abroad(near, home, head) and not _has_no_such(home, held):
            second = held.portfolio is not None and (held.portfolio, home[0]) in self.portfolios
            if second if held.rank not in _HEADS else home[0] in taken or held.phase == "held":
                pass
            else:
                return home
            if namesake is not None:
                return namesake
        official = self.text.document.genre in _OFFICIAL
        if home is None and not head and official:
            if self.dateline is not None or self.seated is not None:
                return self.dateline or self.seated
        if held.rank == "ambassador":
            return None  # nobody says whose
        before = near or (self._before(part, start, sentence_only=False) if not official else None)
        for owner in (before, self.dateline if home is None else None, *self.states):
            if owner is not None and (not head or owner[0] not in taken) and owner != home:
                return owner
        return None if home is not None else near or self.dateline or (self.states[0] if self.states else None)

    def _abroad(self, near: Owner | None, home: Owner, head: bool) -> bool:
        return head and near is not None and near[0] != home[0]

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
                if spot.kind in _STATES and spot.state:
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
