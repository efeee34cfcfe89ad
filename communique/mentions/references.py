"""Who a phrase means: names, titles, pronouns, "the two leaders", capitals as governments, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.language.clauses import Phrase
from communique.language.tokens import plain
from communique.mentions.genders import likely_gender
from communique.mentions.holding import holds
from communique.mentions.pairs import PAIR_DETERMINERS, holders_of_both, members_of
from communique.mentions.register import Person
from communique.mentions.scenes import Scene, Text, person_filler
from communique.mentions.spots import Spot
from communique.mentions.things import thing_words
from communique.model import Filler

_PAIR_NOUNS = frozenset(
    "leaders sides pair two both interlocutors officials parties counterparts principals heads presidents ministers "
    "premiers countries states nations diplomats delegations negotiators colleagues three delegates".split()
)
_SIDES = frozenset("sides parties delegations countries states nations".split())
_SINGULAR = frozenset(("he", "him", "his", "she", "her", "himself", "herself"))
_PLURAL = frozenset(("they", "them", "their", "themselves", "both"))
_FIRST = frozenset(("i", "me", "my", "myself", "we", "us", "our", "ourselves"))
_STATE_KINDS = frozenset(("state", "adjective", "demonym", "organization", "body", "place"))
_KNOWN = 60  # persons of a text, the first named, among whom "the minister" is looked for
_GOVERNING = frozenset(("government", "governments", "authorities", "republic"))
_STYLES = frozenset(("Excellency", "Majesty", "Highness", "Eminence", "Holiness"))
_NAMELESS = frozenset(
    "official source diplomat aide adviser advisor spokesman spokeswoman spokesperson officer".split()
)
_BARE = frozenset("ministers presidents secretaries".split())
_DEFINITE = frozenset("the both two three these all our their".split())
_NOT_HOME = frozenset(("incoming", "new", "next", "previous", "successive", "local"))
_HOME_NOUNS = frozenset(("government", "administration", "state", "country"))


@dataclass(slots=True)
class Discourse:
    """What a reader of the text has in mind at this point; moves on sentence by sentence.

    Attributes:
        voice: who "I" is here.
        recent: persons, the one most in mind last.
        pair: participants of the event last told.
        nameless: an unnamed official or source who spoke last.
        guests: who the last visit told of is by.
        instruments: those told of, the last one last.
        lead: whose the verbs are that open the items of a list.
        thing: the organization, body or state last told of as a subject, for "it".
    """

    text: Text
    voice: tuple[Filler, ...] = ()
    addressee: tuple[Filler, ...] = ()
    recent: list[Person] = field(default_factory=list)
    pair: tuple[Filler, ...] = ()
    thing: Filler | None = None
    nameless: Filler | None = None
    guests: tuple[Filler, ...] = ()
    instruments: list[Filler] = field(default_factory=list)
    lead: tuple[Filler, ...] = ()
    _full_names: dict[tuple[str, str], str] | None = None

    def advance(self, scene: Scene, subjects: list[Filler]) -> None:
        """Take in a sentence that has been read: its subjects are most in mind, then its other persons."""
        for person in scene.persons.values():
            self._recall(person)
        if scene.persons or subjects:
            self.nameless = None
        for filler in subjects[:1]:
            if filler.entity is None and filler.name.split()[-1].lower() in _NAMELESS and len(subjects) == 1:
                self.nameless = filler
            subject = self.text.register.named(filler.name)
            if subject is not None:
                self._recall(subject)
            elif filler.entity is not None or self._is_organ(scene, filler):
                self.thing = filler

    def _is_organ(self, scene: Scene, filler: Filler) -> bool:
        return any(
            s.kind in ("body", "conference", "organization") and scene.sentence.ends[s.j - 1] == filler.end
            for s in scene.spots
        )

    def _recall(self, person: Person) -> None:
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)
        if len(self.recent) > 12:
            del self.recent[0]

    def resolve(self, scene: Scene, phrase: Phrase, *, place: bool = False) -> list[Filler]:
        """The fillers that a noun phrase stands for.

        Args:
            scene: the sentence.
            phrase: tokens of it.
            place: the phrase is where something happens or somebody goes: a capital stays a city.

        Returns:
            One filler, several where a plural has named members, none where the phrase names nobody.
        """
        return [filler for filler in self._meant(scene, phrase, place=place) if filler.name.strip()]

    def _meant(self, scene: Scene, phrase: Phrase, *, place: bool) -> list[Filler]:
        i, j = phrase.i, phrase.j
        owner = self._state_behind(scene, i, j)
        if owner is not None:
            return [owner]
        last = scene.spot_to.get(j)
        if last is not None and last.i >= i:
            return self._of_spot(scene, last, i, place=place)
        lows = scene.sentence.lows
        if j - i == 1 and scene.letters[i] in "rd":
            return self._pronoun(scene, i)
        head = lows[j - 1]
        if scene.letters[j - 1] == "z":
            return []
        spots = [s for s in scene.spots if s.i >= i and s.j <= j]
        if head in _PAIR_NOUNS and not spots and self._is_pair(scene, i, j):
            pair = self.pair or self.text.signatories or self._of_title() or self._last_two()
            if pair:
                members = list(pair)
                if head in _SIDES:
                    states = self.states_of(pair)
                    members = states if len(states) == len(members) else members
                if head in ("countries", "states", "nations") and len(members) != 2:
                    return [self._group(scene, i, j)]
                return [self._again(f, scene, i, j) for f in members]
        things = thing_words()
        if head in things.state_nouns:
            state = self._state_of_noun(scene, i, j, spots, head)
            if state:
                return [state]
        if scene.letters[j - 1] == "m":
            return []
        return [self._group(scene, i, j)]

    def _of_spot(self, scene: Scene, spot: Spot, i: int, *, place: bool) -> list[Filler]:
        text, sentence = self.text.document.text, scene.sentence
        start, end = sentence.starts[spot.i], sentence.ends[spot.j - 1]
        if spot.kind == "person":
            person = scene.persons.get(spot.i)
            if person:
                return [person_filler(person, text, start, end)]
            return [Filler(spot.name, None, start, end, text[start:end])]
        if spot.kind == "office":
            return self._of_office(scene, spot, i)
        if spot.kind == "place":
            if place or not spot.state:
                return [Filler(spot.name or text[start:end], None, start, end, text[start:end])]
            return [Filler(spot.state, spot.state_id, start, end, text[start:end])]
        if spot.kind == "demonym":
            if spot.j - i == 1:
                return [Filler(sentence.words[i], None, start, end, text[start:end])]
            return [self._group(scene, i, spot.j)]
        if spot.kind == "adjective":
            return [Filler(spot.name, spot.id, start, end, text[start:end])]
        name = spot.name
        if spot.kind == "name" and name in _STYLES and self.recent:  # "His Excellency arrived last night"
            speaking = {f.name for f in self.voice}
            others = [person for person in self.recent if person.name not in speaking]
            return [person_filler((others or self.recent)[-1], text, start, end)]
        if spot.kind in ("body", "conference", "instrument") and spot.j - spot.i == 1:
            j = self._named_behind(scene, spot)
            if j > spot.j:
                end = sentence.ends[j - 1]
                return [Filler(" ".join(sentence.words[spot.i : j]), spot.id, start, end, text[start:end])]
            name = self._fuller(scene, spot) or name
        return [Filler(name, spot.id, start, end, text[start:end])]

    def _state_behind(self, scene: Scene, i: int, j: int) -> Filler | None:
        """ "The Government of the Republic of Norway": the state named behind."""
        lows = scene.sentence.lows
        if lows[j - 1] not in _GOVERNING or lows[j : j + 1] != ["of"]:
            return None
        after = j + 2 if lows[j + 1 : j + 2] == ["the"] else j + 1
        spot = scene.spot_at.get(after)
        if spot is None or spot.kind != "state":
            return None
        start, end = scene.sentence.starts[i], scene.sentence.ends[spot.j - 1]
        return Filler(spot.name, spot.id, start, end, self.text.document.text[start:end])

    def _named_behind(self, scene: Scene, spot: Spot) -> int:
        """Where a name goes on behind its first word: "Panel of Experts", "Office of Inspector General"."""
        words = scene.sentence.words
        j, count = spot.j + 1, len(words)
        behind = scene.spot_at.get(j)
        if words[spot.j : j] != ["of"] or not words[spot.i][0].isupper() or scene.heading:
            return spot.j
        if behind is not None and behind.kind not in ("office", "name"):
            return spot.j
        while j < min(count, spot.j + 4) and words[j][0].isupper() and words[j].isalpha():
            j += 1
        return j if j > spot.j + 1 and words[j : j + 1] not in (["of"], ["and"]) else spot.j

    def _fuller(self, scene: Scene, spot: Spot) -> str | None:
        """ "the Council" in a text on "the Permanent Council": the first name told that has the word."""
        word = scene.sentence.lows[spot.i]
        if self._full_names is None:
            self._full_names = {}
            for other in sorted(self.text.scenes, key=lambda other: other.heading):
                for s in other.spots:
                    if s.kind in ("body", "conference", "instrument") and s.j - s.i > 1:
                        for part in s.name.lower().split():
                            self._full_names.setdefault((s.kind, part), s.name)
        return self._full_names.get((spot.kind, word))

    def _of_office(self, scene: Scene, spot: Spot, i: int) -> list[Filler]:
        """ "the foreign minister": whoever holds that office here; "the two ministers": the pair."""
        office = spot.office
        if office is None:
            return []
        lows = scene.sentence.lows
        i = max(i, office.i) if office.i > spot.i else i  # past "His Excellency the"
        if office.plural:
            if office.body is None and lows[spot.j : spot.j + 1] != ["of"]:
                members: tuple[Filler, ...] = ()
                if self._is_definite(scene, spot, i):
                    members = members_of(self.text, self.pair, office, lows[i], self.states_of(self.pair))
                if members:
                    return [self._again(f, scene, spot.i, spot.j) for f in members]
            return [self._group(scene, i, spot.j)]
        if office.rank == "counterpart" and lows[i] in ("my", "our") and self.voice:
            others = [f for f in self.pair if all(f.name != v.name for v in self.voice)]
            if len(others) == 1:
                return [self._again(others[0], scene, i, spot.j)]
        if office.rank == "counterpart":
            for person in reversed([*self.text.register.persons[:_KNOWN], *self.recent]):
                if office.body and any(h.body == office.body and h.phase == "holds" for h in person.held):
                    return [self._again(person, scene, spot.i, spot.j)]
            return [self._group(scene, i, spot.j)]
        both = holders_of_both(self.text, self.pair, office, lows[i])
        if both:
            return [self._again(f, scene, spot.i, spot.j) for f in both]
        wanted = office.role.lower().split()
        head = wanted[-1] if wanted else ""
        possessor = lows[i] if i < spot.i else ""
        known = self.text.register.persons
        candidates = [*reversed(self.recent), *(p for p in known[:_KNOWN] if p not in self.recent)]
        holders = (p for p in candidates if any(holds(h, office) for h in p.held))
        meant = next(holders, None) if possessor not in ("a", "an") else None
        if meant is None and possessor in ("our", "my") and head == "minister":
            meant = next((p for p in candidates if any(h.rank == "minister" for h in p.held)), None)
        return [self._again(meant, scene, spot.i, spot.j) if meant is not None else self._group(scene, i, spot.j)]

    def _of_title(self) -> tuple[Filler, ...]:
        """The two states or organizations of the title: "EU-U.S. joint statement"."""
        for scene in self.text.scenes:
            if scene.role != "title":
                continue
            named = {s.name: Filler(s.name, s.id) for s in scene.spots if s.kind in ("state", "organization") and s.id}
            if len(named) == 2:
                return tuple(named.values())
        return ()

    def _is_definite(self, scene: Scene, spot: Spot, i: int) -> bool:
        """Whether "the ministers" or "both presidents" are those told of, as "senators" are not."""
        lows = scene.sentence.lows
        bare = spot.i == i and (scene.heading or scene.role == "title" or lows[spot.j - 1] in _BARE)
        return lows[i] in _DEFINITE or bare

    def _last_two(self) -> tuple[Filler, ...]:
        """The two persons most in mind, where no meeting has paired any."""
        if len(self.recent) < 2:
            return ()
        return tuple(Filler(p.name, p.entity) for p in self.recent[-2:])

    def states_of(self, fillers: tuple[Filler, ...]) -> list[Filler]:
        """The states that persons serve; states stay themselves."""
        out: list[Filler] = []
        for filler in fillers:
            person = self.text.register.named(filler.name)
            if person is not None:
                held = next((h for h in person.held if h.body and h.phase != "held"), None)
                if held is None or held.body is None:
                    continue
                filler = Filler(held.body, held.body_id, filler.start, filler.end, filler.text)
            if all(filler.name != other.name for other in out):
                out.append(filler)
        return out

    def _is_pair(self, scene: Scene, i: int, j: int) -> bool:
        lows = scene.sentence.lows
        if lows[j - 1] in ("two", "both", "pair", "three") and j - i <= 2:
            return True
        if lows[j - 1] in ("countries", "states", "nations") and not {"both", "two"} & set(lows[i:j]):
            return False  # "the countries", "all states"
        return lows[i] in PAIR_DETERMINERS and all(low in PAIR_DETERMINERS or low in _PAIR_NOUNS for low in lows[i:j])

    def _again(self, who: Filler | Person, scene: Scene, i: int, j: int) -> Filler:
        """Who was named before, on tokens ``[i, j)``."""
        start, end = scene.sentence.starts[i], scene.sentence.ends[j - 1]
        return Filler(who.name, who.entity, start, end, self.text.document.text[start:end])

    def _pronoun(self, scene: Scene, i: int) -> list[Filler]:
        low = scene.sentence.lows[i]
        meant: Iterable[Filler | Person | None] = ()
        if low in _FIRST:
            meant = self.voice or self.text.signatories
        elif low in ("you", "your"):
            meant = self.addressee
        elif low in _SINGULAR and self.nameless is not None:
            meant = (self.nameless,)
        elif low in _SINGULAR:
            meant = (self._recent_person("f" if low in ("she", "her", "herself") else "m", scene, i),)
        elif low in _PLURAL:
            meant = self.pair or self.text.signatories
        elif low in ("it", "its", "itself"):
            meant = (self.it_at(scene, i),)
        return [self._again(who, scene, i, i + 1) for who in meant if who is not None]

    def it_at(self, scene: Scene, i: int) -> Filler | None:
        """The state or organization that "it" means: the one that opens the sentence, else the one last told of."""
        first = next((s for s in scene.spots if s.kind in ("state", "organization", "body")), None)
        if (
            first is not None
            and first.j < i
            and first.i <= 2
            and scene.letters[first.j : first.j + 1] not in ("z", "n")
        ):
            start, end = scene.sentence.starts[first.i], scene.sentence.ends[first.j - 1]
            return Filler(first.name, first.id, start, end, self.text.document.text[start:end])
        return self.thing

    def _recent_person(self, gender: str, scene: Scene, i: int) -> Person | None:
        """The person whom "he" or "she" means: a subject before it in the sentence, else the one most in mind."""
        spoken_by = {f.name for f in self.voice}
        before = [person for k, person in scene.persons.items() if scene.spot_at[k].j <= i]
        told = [*(before[:1] or self._opening(scene, i)), *reversed(self.recent)] or list(scene.persons.values())[:1]
        if not before and not self.recent:  # "During his visit to Suva, the Minister …": told before he is named
            told = list(scene.persons.values())[:1]
        candidates = [p for p in told if p.gender in ("", gender) and p.name not in spoken_by]
        other = {"m": "f", "f": "m"}[gender]
        fit = (p for p in candidates if p.gender == gender or likely_gender(p.name) != other)
        return next(fit, candidates[0] if candidates else None)

    def _opening(self, scene: Scene, i: int) -> list[Person]:
        """Who holds the office that opens a sentence: "The President said that he …"."""
        opener = scene.spots[0] if scene.spots else None
        if opener is None or opener.kind != "office" or opener.i > 2 or opener.j >= i or not opener.office:
            return []
        if opener.office.plural or scene.letters[opener.j : opener.j + 1] in ("z", "n"):
            return []
        holders = [self.text.register.named(filler.name) for filler in self._of_office(scene, opener, opener.i)]
        return [holder for holder in holders if holder is not None]

    def _state_of_noun(self, scene: Scene, i: int, j: int, spots: list[Spot], head: str) -> Filler | None:
        """ "the Belarusian side", "the Biden administration", "the regime": the state that is meant."""
        start, end = scene.sentence.starts[i], scene.sentence.ends[j - 1]
        quoted = self.text.document.text[start:end]
        for spot in spots:
            if spot.kind in _STATE_KINDS and (spot.state or spot.name) and head != "delegation":
                return Filler(spot.state or spot.name, spot.state_id or spot.id, start, end, quoted)
            if spot.kind in ("person", "name"):
                person = scene.persons.get(spot.i) or self.text.register.find(spot.name)
                if person is not None and person.held and person.held[0].body:
                    return Filler(person.held[0].body, person.held[0].body_id, start, end, quoted)
                if head == "administration":  # as English calls the governments of United States presidents
                    united_states = self.text.knowledge.states["US"]
                    home = self.text.home or (united_states.name, united_states.id)
                    return Filler(*home, start, end, quoted)
        if set(scene.sentence.lows[i:j]) & _NOT_HOME and not any(s.kind in ("person", "name") for s in spots):
            return None
        possessive = scene.sentence.lows[i]
        owners: tuple[Filler, ...] = self.voice if possessive in ("my", "our") else ()
        if possessive in ("his", "her"):
            before = {person.name for k, person in scene.persons.items() if scene.spot_at[k].j <= i}
            if len(before) == 1:  # "President Otieno said that his country would …"
                owners = (Filler(before.pop()),)
            elif self.recent:
                owners = (Filler(self.recent[-1].name),)
        if not spots and head in _HOME_NOUNS and owners:
            states = self.states_of(owners)
            if len(states) == 1:
                return self._again(states[0], scene, i, j)
        if (
            not spots
            and head in _HOME_NOUNS
            and self.text.home is not None
            and scene.sentence.lows[i] in ("the", "our", "my")
        ):
            return Filler(*self.text.home, start, end, quoted)
        if not spots and head == "regime" and self.thing is not None:
            return self._again(self.thing, scene, i, j)
        return None

    def _group(self, scene: Scene, i: int, j: int) -> Filler:
        """A description as it stands, without its article."""
        if scene.letters[i] == "d" and scene.sentence.lows[i] in ("the", "a", "an") and j - i > 1:
            i += 1
        j = self._with_of(scene, j)
        start, end = scene.sentence.starts[i], scene.sentence.ends[j - 1]
        quoted = self.text.document.text[start:end]
        return Filler(plain(quoted), None, start, end, quoted)

    def _with_of(self, scene: Scene, j: int) -> int:
        """Token at which a description with its "of …" ends: "students of the University of Nairobi"."""
        clauses = scene.clauses
        if clauses is None:
            return j
        at = next((k for k, (_, end) in enumerate(clauses.bounds) if end == j), -1)
        kinds = clauses.kinds
        if at < 0 or kinds[at : at + 3] != "NiN":
            return j
        preposition = scene.sentence.lows[clauses.bounds[at + 1][0]]
        if preposition != "of" and not (preposition == "in" and scene.sentence.lows[j - 1] in _NAMELESS):
            return j  # "students of …", "an official in Tbilisi"
        group, _ = clauses.group_right(at + 2)
        return group[-1].j if group[-1].j - j < 14 else group[0].j
