"""Offices and the persons who hold them, found in a sentence's tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from communique.knowledge import Knowledge, Organization, State
from communique.knowledge.offices import Title
from communique.language.tokens import tokenize
from communique.language.words import Words
from communique.mentions.spots import Office, Spot
from communique.mentions.things import thing_words

_PARTICLES = frozenset(
    "bin bint ibn al el van von der den de da di du dos das del della la le af av ter ten abu abd ben "
    "y e zu zur".split()
)
_NUMERALS = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII".split())
_ROLE_PREPOSITIONS = frozenset(("of", "for", "to", "in", "at"))
_PHASES = {"past": "held", "future": "begins", "outgoing": "ends"}
_ENVOY_RANKS = frozenset(("ambassador", "official", "deputy", "organization_head"))
_ORGAN_NOUNS = frozenset(
    "ministry government presidency delegation commission council alliance organization organisation party palace army "
    "parliament assembly committee agency movement group bloc union mission region city province opposition".split()
)
_ELECT = ("-elect", "-designate")


@dataclass(frozen=True, slots=True)
class OfficeForms:
    """Titles by their first word, and what may stand around them."""

    titles: Mapping[str, tuple[tuple[tuple[str, ...], Title], ...]]
    modifiers: Mapping[str, str]
    suffixes: Mapping[str, str]
    honorifics: Mapping[str, tuple[tuple[str, ...], ...]]
    portfolios: Mapping[str, tuple[tuple[str, ...], ...]]
    styles: frozenset[str]
    owners: Mapping[str, tuple[str, str]]
    given_names: frozenset[str]


@lru_cache(maxsize=4)
def office_forms(knowledge: Knowledge) -> OfficeForms:
    """The knowledge files' titles, tokenised as texts are, longest first."""
    offices = knowledge.offices
    titles: dict[str, list[tuple[tuple[str, ...], Title]]] = {
        word: [((word,), Title(word, word, "counterpart"))] for word in ("counterpart", "colleague", "homologue")
    }
    for form, title in offices.titles.items():
        lows = tuple(tokenize(form, 0, len(form)).lows)
        titles.setdefault(lows[0], []).append((lows, title))
    honorifics: dict[str, list[tuple[str, ...]]] = {}
    for form in offices.honorifics:
        lows = tuple(tokenize(form, 0, len(form)).lows)
        honorifics.setdefault(lows[0], []).append(lows)
        if lows[-1] == ".":
            honorifics[lows[0]].append(lows[:-1])
    portfolios: dict[str, list[tuple[str, ...]]] = {}
    for portfolio in offices.portfolios.values():
        for name in portfolio.names:
            lows = tuple(tokenize(name, 0, len(name)).lows)
            portfolios.setdefault(lows[0], []).append(lows)
    entries: list[State | Organization] = [*knowledge.states.values(), *knowledge.organizations.values()]
    return OfficeForms(
        {first: tuple(sorted(forms, key=lambda f: -len(f[0]))) for first, forms in titles.items()},
        {form.lower(): kind for form, kind in offices.modifiers.items() if not form.startswith("-")},
        {form[1:].lower(): kind for form, kind in offices.modifiers.items() if form.startswith("-")},
        {first: tuple(sorted(set(forms), key=len, reverse=True)) for first, forms in honorifics.items()},
        {first: tuple(sorted(names, key=len, reverse=True)) for first, names in portfolios.items()},
        frozenset(s.rstrip(".").lower() for s in offices.styles),
        {key: (entry.name, entry.id) for entry in entries for key in (entry.key, entry.id)},
        knowledge.given_names,
    )


@dataclass(slots=True)
class PeopleFinder:
    """Finds offices and persons in one sentence; ``spots`` are its gazetteer names and grow by what is found."""

    words: list[str]
    lows: list[str]
    tags: list[str]
    spots: list[Spot]
    forms: OfficeForms
    vocabulary: Words
    surnames: Mapping[str, str]
    heading: bool = False
    _heads: Mapping[str, object] = field(default_factory=lambda: thing_words().heads)
    _plain: list[str] = field(default_factory=list)
    _starts: dict[int, Spot] = field(default_factory=dict)
    _ends: dict[int, Spot] = field(default_factory=dict)
    _inside: set[int] = field(default_factory=set)
    _crossed: set[int] = field(default_factory=set)

    def find(self) -> list[Spot]:
        """All spots of the sentence in order: persons and offices, and the gazetteer names outside them."""
        for spot in self.spots:
            self._starts[spot.i] = spot
            self._ends[spot.j] = spot
            self._inside.update(range(spot.i, spot.j))
            self._crossed.update(range(spot.i + 1, spot.j))
        found: list[Spot] = []
        i, floor, count = 0, 0, len(self.words)
        titles, honorifics = self.forms.titles, self.forms.honorifics
        tags = self.tags
        self._plain = lows = [low[: low.rfind("-")] if low.endswith(_ELECT) else low for low in self.lows]
        while i < count:
            here: Spot | list[Spot] | None = None
            low = lows[i]
            if low in titles and (i not in self._inside or self._title_wins(i)):
                here = self._office(i, floor)
            if here is None and low in honorifics:
                here = self._with_honorific(i)
            if here is None and tags[i] == "p" and i not in self._inside:
                here = self._bare_name(i)
            if here is None:
                i += 1
                continue
            found.extend(here if isinstance(here, list) else [here])
            i = floor = max(found[-1].j, i + 1)
        if not found:
            return self.spots
        taken: set[int] = set()
        for spot in found:
            taken.update(range(spot.i, spot.j))
        found.extend(s for s in self.spots if s.i not in taken and s.j - 1 not in taken)
        found.sort(key=lambda s: s.i)
        return found

    def _title_wins(self, i: int) -> bool:
        spot = self._starts.get(i)
        return (
            spot is not None
            and spot.kind in ("organization", "body", "group")
            and self._title(i) is not None
            and (
                self._title(i)[0] > spot.j  # type: ignore[index]
            )
        )

    def _title(self, i: int) -> tuple[int, Title] | None:
        lows = self._plain
        for form, title in self.forms.titles.get(lows[i], ()):
            size = len(form)
            if (size == 1 or tuple(lows[i : i + size]) == form) and i + size not in self._crossed:
                return i + size, title  # but not "President of the Republic" in "… of the Republic of Angola"
        return None

    def _office(self, t: int, floor: int, *, named: bool = True) -> Spot | list[Spot] | None:
        """The office whose title begins at ``t``, with the persons named by it if ``named``."""
        matched = self._title(t)
        if matched is None or self._is_verb(t, matched[0]):
            return None
        j, title = matched
        words, lows, tags = self.words, self.lows, self.tags
        count = len(words)
        phase = "holds"
        k = t
        role_i = t
        while k > floor and lows[k - 1] in self.forms.modifiers:
            k -= 1
            kind = self.forms.modifiers[lows[k]]
            if lows[k] in ("outgoing", "departing"):
                phase = "ends"
            elif kind in _PHASES:
                phase = _PHASES[kind]
            elif role_i == k + 1:
                role_i = k  # "First Deputy Minister", but not "former Minister"
        office = Office("", title.rank, k, j, plural=title.plural, portfolio=title.portfolio, phase=phase)
        self._body_before(office, floor)
        if j < count and words[j] == "-" and j + 1 < count and lows[j + 1] in self.forms.suffixes:
            j += 2
            office.phase = "begins"
        elif lows[j - 1].endswith(_ELECT):
            office.phase = "begins"
        role_end = j
        capitalised = words[t][0].isupper()
        for _ in range(6):
            if j + 1 < count and lows[j] == "and" and capitalised and words[j + 1][0].isupper():
                second = self._title(j + 1)  # "Deputy Prime Minister and Minister of Foreign Affairs"
                if second is not None and not second[1].plural and office.body is None:
                    j = role_end = second[0]
                    continue
            if j + 1 >= count or lows[j] not in _ROLE_PREPOSITIONS:
                break
            preposition = lows[j]
            after = j + 2 if lows[j + 1] == "the" else j + 1
            if after >= count:
                break
            spot = self._starts.get(after)
            if spot is not None and spot.kind in ("state", "organization", "body", "place", "group"):
                if (
                    preposition in ("of", "for", "at")
                    and spot.kind not in ("place", "group")
                    and not (preposition == "for" and spot.kind == "state")
                ):
                    longer = self._goes_on(spot)
                    if office.body is None:
                        office.body, office.body_id = spot.name or spot.state, spot.id
                        if longer > spot.j:
                            office.body, office.body_id = _join(words[spot.i : longer]), None
                    j = longer
                    continue
                if preposition == "in" and spot.kind in ("body", "organization") and capitalised:
                    j = role_end = spot.j
                    owner = self.forms.owners.get(spot.parent or "")
                    if owner is not None and office.body is None:
                        office.body, office.body_id = owner
                    continue
                if preposition == "for" and spot.kind == "state" and lows[spot.j : spot.j + 1] in (["'s"], ["’s"]):
                    break  # "thanked the President for Denmark's support"
                if (preposition == "to" and title.rank in _ENVOY_RANKS and capitalised) or preposition == "for":
                    j = role_end = spot.j
                    continue
                break
            if preposition == "of" and self._of_government(office, after):
                j = role_end = office.j
                break
            portfolio = self._portfolio(after) if preposition in ("of", "for") else after
            if portfolio > after:  # "Deputy Minister of Foreign Affairs": what follows is a name
                j = role_end = portfolio
                continue
            if tags[after] in "pj" and words[after][0].isupper() and preposition != "to" and capitalised:
                j = role_end = self._capital_run(after)
                continue
            if lows[after] in _ORGAN_NOUNS and not words[after][0].isupper() and preposition in ("of", "for", "at"):
                j = after + 1  # "the spokesperson of the ministry"
                continue
            if self._title(after) is not None and preposition in ("to", "of", "for") and capitalised:
                j = role_end = self._title(after)[0]  # type: ignore[index]
                continue
            break
        office.j = j
        inside = next(
            (s for s in self.spots if s.i > t and s.j <= matched[0] and s.kind in ("body", "organization")), None
        )
        if inside is not None and office.body is None:  # "President of the European Commission" is one title
            office.body, office.body_id = inside.name, inside.id
            if inside.j == role_end:
                role_end = inside.i - (2 if lows[inside.i - 1] == "the" else 1)
        owner = self.forms.owners.get(title.state or title.organization or "")
        if owner is not None and office.body is None:
            office.body, office.body_id = owner
        office.role = " ".join(words[role_i:role_end]).replace(" ,", ",").replace(" - ", "-")
        people = self._named_after(office) if named else []
        if people:
            return people
        return Spot(office.i, office.j, "office", " ".join(words[office.i : office.j]), office=office)

    def _goes_on(self, spot: Spot) -> int:
        """Where a name that begins with an organization's ends: "the United Nations Support Mission"."""
        k = spot.j
        while k < len(self.words) and self.words[k][0].isupper() and self.tags[k] == "p" and k not in self._starts:
            k += 1
        return k if any(low in self._heads for low in self.lows[spot.j : k]) else spot.j

    def _is_verb(self, t: int, j: int) -> bool:
        """ "Belarus now heads the EAEU", "also chairs the Council": a verb, though there is such a title."""
        if j > t + 1 or t == 0 or j >= len(self.words) or self.lows[t] not in self.vocabulary.verbs:
            return False
        after = self.words[j]
        return self.tags[t] in "vf" and self.tags[t - 1] not in "djz" and (self.tags[j] == "d" or after[0].isupper())

    def _portfolio(self, i: int) -> int:
        """End of the portfolio name that begins at token ``i``, or ``i``."""
        for name in self.forms.portfolios.get(self._plain[i], ()):
            if tuple(self._plain[i : i + len(name)]) == name and self.words[i][0].isupper():
                return i + len(name)
        return i

    def _of_government(self, office: Office, after: int) -> bool:
        """ "head of the Russian government": the office, and whose it is."""
        spot = self._starts.get(after)
        if (
            spot is None
            or spot.kind not in ("adjective", "demonym")
            or self.lows[spot.j : spot.j + 1] != ["government"]
        ):
            return False
        office.body, office.body_id, office.j, office.rank = spot.name, spot.id, spot.j + 1, "head_of_government"
        return True

    def _body_before(self, office: Office, floor: int) -> None:
        """ "Russian", "Kuwait's", "NATO" before a title, also with an acronym in brackets between."""
        b = office.i
        if b > floor and self.words[b - 1] == ")" and b - 3 >= floor and self.words[b - 3] == "(":
            b -= 3
        if b > floor and self.lows[b - 1] in ("our", "my"):
            office.ours = True
            return
        if b > floor and self.tags[b - 1] == "z":
            b -= 1
        spot = self._ends.get(b)
        if (
            spot is None
            or spot.i < floor
            or spot.kind not in ("state", "adjective", "demonym", "organization", "body", "place")
        ):
            return
        if spot.kind == "place" and (
            not spot.state or self.lows[max(0, spot.i - 1)] in ("in", "at", "from", "to", "near")
        ):
            return  # "While in Brussels President X" is no office of Brussels
        office.body = spot.name or spot.state
        office.body_id = spot.id if spot.kind != "place" else spot.state_id
        office.i = spot.i

    def _capital_run(self, i: int) -> int:
        """End of a run of capitalised words with "and", "of", "for", "the" and commas between them."""
        words, tags, lows = self.words, self.tags, self.lows
        k, count = i, len(words)
        while k < count:
            if words[k][0].isupper() and k not in self._starts and tags[k] not in "r":
                k += 1
                continue
            step = k
            while step < count and step < k + 3 and lows[step] in ("and", "of", "for", "the", "&", ",", "in", "on"):
                step += 1
            if step == k or step >= count or not words[step][0].isupper() or step in self._starts:
                break
            if lows[k] == "," and not (lows[step - 1] in ("and", "&") or lows[step + 1 : step + 2] in (["and"], [","])):
                break
            if self._is_name_start(step):
                break
            k = step
        return k

    def _given(self, word: str) -> bool:
        """Whether a word is a common given name, in capitals too."""
        return word in self.forms.given_names or (word.isupper() and word.capitalize() in self.forms.given_names)

    def _is_name_start(self, i: int) -> bool:
        return self._given(self.words[i]) or self.lows[i] in self.surnames

    def _named_after(self, office: Office) -> list[Spot]:
        """Persons whose names follow an office: "…, H.E. Ingrid Solbakken", "Presidents A and B"."""
        words, lows = self.words, self.lows
        count = len(words)
        at = office.j
        comma = at < count and words[at] == ","
        if comma:
            at += 1
        name_at, honorific = self._skip_honorifics(at)
        j = self._name_end(name_at, after_title=not comma)
        if j == name_at:
            return []
        if comma and not honorific and j - name_at < 2 and lows[name_at] not in self.surnames:
            return []
        name_j = j
        while j < count and 2 <= len(words[j]) <= 4 and words[j].isupper() and self.tags[j] == "p" and words[j] != "I":
            j += 1  # "TD", "MP"
        if comma and not (
            j >= count
            or lows[j] in (",", ".", ";", ")", "and", ":", "—", "–", "’s", "'s")
            or honorific
            or self.tags[j] in "vexMHwicu"
            or words[j] in '“"'
        ):
            return []
        people = [self._person(office, office.i, name_at, name_j, honorific, j)]
        if office.plural:
            office.plural = False
            office.role = _singular(office.role)
            while j < count and (lows[j] == "and" or (words[j] == "," and not comma)):
                after = j + 2 if words[j] == "," and lows[j + 1 : j + 2] == ["and"] else j + 1
                start, _ = self._skip_honorifics(after)
                end = self._name_end(start, after_title=True)
                if end == start:
                    break
                people.append(self._person(_copy(office), start, start, end, ""))
                j = people[-1].j
        return people

    def _person(self, office: Office | None, i: int, name_i: int, name_j: int, honorific: str, end: int = 0) -> Spot:
        words, lows, count = self.words, self.lows, len(self.words)
        name = _join(words[name_i:name_j])
        j = max(name_j, end)
        spot = Spot(i, j, "person", name, office=office, name_i=name_i, name_j=name_j, honorific=honorific)
        if office:
            spot.offices.append(office)
        if j + 1 < count and lows[j] == "of" and office is not None and office.body is None:
            after = j + 2 if lows[j + 1] == "the" else j + 1
            state = self._starts.get(after)
            if state is not None and state.kind in ("state", "organization"):
                office.body, office.body_id = state.name, state.id
                spot.j = state.j
                return spot
        if j + 2 < count and words[j] == "," and self.tags[j + 1] != "z":
            self._apposition(spot, j + 1)
        return spot

    def _apposition(self, spot: Spot, start: int) -> None:
        """ "Tendai Mukonoweshuro, President of the Republic of Zimbabwe": an office after the name."""
        lows, count = self.lows, len(self.words)
        at = start
        if lows[at] in ("the", "a", "an", "his", "her", "their"):
            at += 1
        k = at
        for _ in range(5):
            if k >= count:
                return
            if self._title(k) is not None and k not in self._inside:
                break
            gazetteer = self._starts.get(k)
            if gazetteer is not None and gazetteer.kind in ("state", "adjective", "demonym", "organization", "body"):
                k = gazetteer.j
                if k < count and self.tags[k] == "z":
                    k += 1
            elif lows[k] in self.forms.modifiers:
                k += 1
            else:
                return
        else:
            return
        held = self._office(k, at, named=False)
        if isinstance(held, Spot) and held.kind == "office" and held.office and not held.office.plural:
            following = held.j
            if lows[start] == "the" and following < count and lows[following] == ",":
                name = self._skip_honorifics(following + 1)[0]
                if self._name_end(name, after_title=False) > name + 1:
                    return  # "Ana Brandt, the Minister of Trade, Jan Novak, and": the office opens the next name
            if following >= count or lows[following] in (
                ",",
                ".",
                ";",
                ")",
                "and",
                "who",
                "-",
                "—",
                ":",
            ):
                spot.offices.append(held.office)
                if spot.office is None:
                    spot.office = held.office
                spot.j = held.j

    def _with_honorific(self, i: int) -> Spot | None:
        name_i, honorific = self._skip_honorifics(i)
        if not honorific:
            return None
        matched = self._title(name_i) if name_i < len(self.words) else None
        if matched is not None:
            return None  # "Mr. President", "H.E. the Minister": the office speaks for itself
        j = self._name_end(name_i, after_title=True)
        return None if j == name_i else self._person(None, i, name_i, j, honorific)

    def _speaks(self, j: int) -> bool:
        """Whether a verb of saying or meeting follows at once, as after persons it does."""
        entry = self.vocabulary.verbs.get(self.lows[j]) if j < len(self.lows) else None
        return not self.heading and entry is not None and entry[0] in self.vocabulary.clausal

    def _skip_honorifics(self, i: int) -> tuple[int, str]:
        lows, words, count = self.lows, self.words, len(self.words)
        honorific = ""
        while i < count:
            for form in self.forms.honorifics.get(lows[i], ()):
                size = len(form)
                if (tuple(lows[i : i + size]) == form) and words[i][0].isupper():
                    honorific = honorific or form[0]
                    i += size
                    break
            else:
                return i, honorific
            if i < count and words[i] == ".":
                i += 1
        return i, honorific

    def _name_end(self, i: int, *, after_title: bool) -> int:
        """End of the personal name that begins at token ``i``, or ``i`` where none does."""
        words, lows, tags = self.words, self.lows, self.tags
        count, k, size = len(words), i, 0
        while k < count and size < 7:
            word, low = words[k], lows[k]
            if (
                size >= 2
                and 2 <= len(word) <= 4
                and word.isupper()
                and not words[i].isupper()
                and word not in _NUMERALS
            ):
                break  # letters after a name: "TD", "MP"
            if word[0].isupper() and tags[k] == "p":
                if not self._continues_name(k, size, after_title=after_title):
                    break
                size += 1
                k += 1
                if len(word) == 1 and k < count and words[k] == ".":
                    k += 1
                continue
            if word in _NUMERALS and size:
                k += 1
                break
            if size and low in _PARTICLES:
                after = k + 1
                while after < min(count, k + 3) and lows[after] in _PARTICLES:
                    after += 1
                if after < count and words[after][0].isupper() and tags[after] == "p":
                    k = after
                    continue
            break
        if size and k + 1 < count and words[k] == "," and lows[k + 1] in self.forms.styles and lows[k + 1] != "ii":
            k += 2
            if k < count and words[k] == ".":
                k += 1
        elif size and k < count and lows[k] in ("jr", "sr"):
            k += 1
            if k < count and words[k] == ".":
                k += 1
        if size and k < count and words[k][0].isupper() and lows[k] in self._heads and tags[k] == "p" and size < 3:
            return i  # "Support" in "Support Mission"
        return k if size else i

    def _continues_name(self, k: int, size: int, *, after_title: bool) -> bool:
        """Whether a capitalised token can be the next word of a personal name.

        Args:
            k: the token.
            size: words of the name before it.
            after_title: the name stands right after an office, which makes a name likelier.
        """
        word, low, words, tags = self.words[k], self.lows[k], self.words, self.tags
        vocabulary = self.vocabulary
        followed = tags[k + 1 : k + 2] == ["p"]
        if low in self.surnames and (size or after_title or k not in self._inside):
            spot = self._starts.get(k)
            return k not in self._inside or (spot is not None and spot.j == k + 1)
        if k in self._inside:
            spot = self._starts.get(k)
            if spot is None or spot.j != k + 1:
                return False
            if size:
                return self._given(words[k - 1]) or tags[k - 1] == "."
            return spot.kind == "place" and not spot.state and followed and (after_title or self._given(word))
        if word in vocabulary.not_names and not (self._given(word) and size == 0):
            return False
        if low.endswith("ing") and low in vocabulary.verbs and not self._given(word):
            return False  # "Officials Previewing the Summit", in a title
        if low in self._heads and not (size and self.lows[k - 1] in _PARTICLES):
            return False
        if low in self.forms.titles:
            if size < 2:
                return size == 0 and after_title and not followed
            return not followed and self.lows[k + 1 : k + 2] != ["of"]  # "Martin Luther King"
        if self.heading and not self._given(word):
            if low in vocabulary.verbs:
                return False
            return size > 0 or after_title or low not in vocabulary.tags
        return True

    def _bare_name(self, i: int) -> Spot | None:
        """A name without office: known from elsewhere in the document, or with a common given name."""
        if self.words[i] in self.vocabulary.not_names and not self._given(self.words[i]):
            return None
        j = self._name_end(i, after_title=False)
        if j == i:
            return None
        tokens = self.words[i:j]
        known = next((k for k in range(j - 1, i - 1, -1) if self.lows[k] in self.surnames), -1)
        if known >= 0:
            start = (
                i
                if self.words[i] in self.forms.given_names
                or known == i
                or self.surnames[self.lows[known]].find(self.words[i]) >= 0
                else known
            )
            return self._person(None, start, start, j, "")
        if len(tokens) >= 2 and (
            self._given(tokens[0])
            or (self._speaks(j) and all(self.vocabulary.tags.get(low) is None for low in self.lows[i:j]))
        ):
            return self._person(None, i, i, j, "")
        return Spot(i, j, "name", _join(tokens))


def _join(tokens: list[str]) -> str:
    out = ""
    for token in tokens:
        out += token if not out or token in ".,-" else " " + token
    return out


def _singular(role: str) -> str:
    return role[:-1] if role.endswith("s") else role


def _copy(office: Office) -> Office:
    return Office(office.role, office.rank, office.i, office.j, office.body, office.body_id, office.phase)
