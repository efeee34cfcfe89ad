"""Who is in a document: persons with their offices, under the fullest name it gives them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from communique.mentions.genders import likely_gender
from communique.mentions.spots import Office, Spot

_MALE = frozenset(("mr", "his", "king", "sir", "lord", "sheikh", "emir", "sultan", "prince"))
_FEMALE = frozenset(("ms", "mrs", "miss", "her", "queen", "lady", "dame", "princess", "madam", "madame"))
_CONSORTS = frozenset(("first lady", "first gentleman", "second lady", "second gentleman"))
#: Ranks of those who lead a state.
HEADS = frozenset(("head_of_state", "head_of_government"))
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii"))


@dataclass(slots=True)
class Held:
    """One office of a person in this document, with where it is mentioned.

    Attributes:
        ours: told as "our …": it is in the speaker's state.
        places: (part index, start, end) offsets of each mention of person and office together.
    """

    role: str
    rank: str
    phase: str
    body: str | None
    body_id: str | None
    portfolio: str | None
    places: list[tuple[int, int, int]] = field(default_factory=list)
    ours: bool = False


@dataclass(slots=True, eq=False)
class Person:
    """A person of a document; ``keys`` are the words of the name that may stand for them alone."""

    name: str
    surname: str
    words: frozenset[str]
    held: list[Held] = field(default_factory=list)
    gender: str = ""
    first: tuple[int, int] = (0, 0)

    @property
    def entity(self) -> str:
        """Stable slug of the person."""
        return "person/" + slug(self.name)

    @property
    def serves(self) -> tuple[str, str | None] | None:
        """State or organization (name, id) of the first office whose body is known."""
        return next(((held.body, held.body_id) for held in self.held if held.body and held.phase != "nominated"), None)


def fold(name: str) -> str:
    """Lower case without accents, for comparing names."""
    if name.isascii():
        return name.lower()
    flat = unicodedata.normalize("NFKD", name)
    return "".join(c for c in flat if not unicodedata.combining(c)).casefold()


def slug(name: str) -> str:
    """A name as an identifier: lower case, plain letters where there are any, hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split())[:80]


def name_words(name: str) -> tuple[list[str], str]:
    """Folded words of a name and its surname: the last word that is no suffix, numerals kept with royal names."""
    words = [w.strip(".,") for w in fold(name).replace(",", " ").split()]
    words = [w for w in words if w]
    core = [w for w in words if w not in _SUFFIXES] or words
    return words, core[-1] if core else ""


class Register:
    """Persons of one document by surname; names that agree are one person, the fullest name wins."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self.by_surname: dict[str, list[Person]] = {}
        self.surnames: dict[str, str] = {}

    def add(self, spot: Spot, part: int, start: int, end: int) -> Person:
        """Enter a person mention with its offices.

        Args:
            spot: a mention of kind ``person``.
            part: index of the part it stands in.
            start, end: its offsets.
        """
        person = self.find(spot.name, spot) or self._new(spot.name, part, start)
        words, _ = name_words(spot.name)
        if len(words) > len(person.words) or (spot.name[-1:].isupper() < person.name.isupper()):
            person.words = frozenset(words) | person.words
            _, surname = name_words(spot.name)
            if person not in self.by_surname.setdefault(surname, []):
                self.by_surname[surname].append(person)
                self.surnames[surname] = spot.name
            if len(spot.name) > len(person.name) or person.name.isupper():
                person.name = spot.name if not spot.name.isupper() else spot.name.title()
        if spot.honorific in _MALE:
            person.gender = person.gender or "m"
        elif spot.honorific in _FEMALE:
            person.gender = person.gender or "f"
        for office in spot.offices:
            if office.role.lower() in _MALE:
                person.gender = person.gender or "m"
            elif office.role.lower() in _FEMALE:
                person.gender = person.gender or "f"
            self._hold(person, office, part, start, end)
        return person

    def find(self, name: str, spot: Spot | None = None) -> Person | None:
        """The person whom a name stands for, or None; initials and given names must not disagree.

        Args:
            name: full or not.
            spot: the mention, whose offices tell namesakes apart.
        """
        words, surname = name_words(name)
        given = [w for w in words if w != surname and w not in _SUFFIXES]
        best = None
        for person in self.by_surname.get(surname, ()):
            others = [w for w in person.words if w != surname and w not in _SUFFIXES]
            if spot is not None and (not given or not others) and _is_namesake(person, spot, given):
                continue
            if not given or not others or _agree(given, others):
                best = person if given or best is None else _likelier(best, person, spot)
                if given and others:
                    break
        if best is None and len(words) > 1:  # "Yoon Suk Yeol" after "President Yoon"
            short = {id(p): p for w in words for p in self.by_surname.get(w, ()) if len(p.words) == 1}
            if not short:  # "Hassan Sheikh" after "Hassan Sheikh Mohamud"
                spoken = set(words)
                short = {id(p): p for p in self.persons if spoken < p.words and p.held}
            if spot is not None:
                short = {key: p for key, p in short.items() if not _is_namesake(p, spot, given)}
            return next(iter(short.values())) if len(short) == 1 else None
        if best is None and len(words) == 1:
            sharing = [p for p in self.persons if surname in p.words]
            if spot is not None:
                sharing = [p for p in sharing if not _is_namesake(p, spot, given)]
            return sharing[0] if len(sharing) == 1 else None
        return best

    def named(self, name: str) -> Person | None:
        """The person shown under exactly this name, or None."""
        _, surname = name_words(name)
        return next((p for p in self.by_surname.get(surname, ()) if p.name == name), None)

    def _new(self, name: str, part: int, start: int) -> Person:
        words, surname = name_words(name)
        shown = name.title() if name.isupper() and len(name) > 3 else name
        person = Person(shown, surname, frozenset(words), first=(part, start))
        self.persons.append(person)
        self.by_surname.setdefault(surname, []).append(person)
        self.surnames[surname] = shown
        return person

    def _hold(self, person: Person, office: Office, part: int, start: int, end: int) -> None:
        phase = office.phase
        for held in person.held:
            same_role = _same_role(held.role, office.role) or (
                office.portfolio is not None and held.portfolio == office.portfolio and held.rank == office.rank
            )
            if (
                same_role
                and (held.body is None or office.body is None or held.body == office.body)
                and all((held.phase == apart) == (phase == apart) for apart in ("held", "nominated"))
            ):
                held.body, held.body_id = held.body or office.body, held.body_id or office.body_id
                if len(office.role) > len(held.role) and held.role.lower() in office.role.lower():
                    held.role = office.role
                held.places.append((part, start, end))
                return
        person.held.append(
            Held(
                office.role,
                office.rank,
                phase,
                office.body,
                office.body_id,
                office.portfolio,
                [(part, start, end)],
                office.ours,
            )
        )


def _is_namesake(person: Person, spot: Spot, given: list[str]) -> bool:
    """Whether a mention cannot be a person of its surname: "First Lady Ana Torres" is not "President Torres"."""
    held = {h.role.lower() for h in person.held}
    said = {office.role.lower() for office in spot.offices}
    if held and said and bool(held & _CONSORTS) != bool(said & _CONSORTS):
        return True
    leads = any(h.rank in HEADS for h in person.held)
    titled = bool(spot.honorific) and not said and bool(given)
    return leads and titled and person.gender != "f" and likely_gender(spot.name) == "f"  # "Dr. Ana Torres"


def _likelier(before: Person, after: Person, spot: Spot | None) -> Person:
    """Which of two namesakes a bare surname means: who holds the office said, then who leads, then the last named."""
    said = [office.role for office in spot.offices] if spot is not None else []
    for role in said:
        holders = [p for p in (before, after) if any(_same_role(h.role, role) for h in p.held)]
        if len(holders) == 1:
            return holders[0]
    leads = any(h.rank in HEADS for h in before.held) and not any(h.rank in HEADS for h in after.held)
    return before if leads else after


def _agree(given: list[str], others: list[str]) -> bool:
    """Whether given names can be one person's: one shared, or one an initial or short form of the other's."""
    if set(given) & set(others):
        return True
    a, b = given[0], sorted(others)[0]
    return any(o[0] == a[0] and (len(o) == 1 or len(a) == 1 or o.startswith(a[:2])) for o in others) and (
        len(a) <= 3 or len(b) <= 3
    )


def _same_role(a: str, b: str) -> bool:
    p, q = fold(a).replace("-", " ").split(), fold(b).replace("-", " ").split()
    if len(p) == 1 or len(q) == 1:
        return (p[0] in q[-1:] + q[:1]) if len(p) == 1 else (q[0] in p[-1:] + p[:1])
    return (
        p == q or (len(p) > 1 and p[: len(q)] == q and len(q) > 1) or (len(q) > 1 and q[: len(p)] == p and len(p) > 1)
    )
