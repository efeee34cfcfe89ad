"""A document as scenes: every sentence with its mentions and clauses, and the register of its persons."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from communique.knowledge import Knowledge
from communique.language.clauses import Clauses, find_clauses
from communique.language.tags import settle_tags, tag_words
from communique.language.tokens import Sentence, split_sentences, tokenize
from communique.language.words import Words, english
from communique.mentions.people import PeopleFinder, office_forms
from communique.mentions.register import Person, Register, fold, name_words
from communique.mentions.spots import Spot, find_names, gazetteer
from communique.mentions.things import find_things
from communique.model import Document, Filler, Part

_TAG_KEEPS = frozenset(("adjective",))
_READ_ROLES = frozenset(("title", "body", "turn", "answer", "question", "dateline"))
_FIRST_PERSON = re.compile(r"\b(?:I|my|We|we|our)\b")


@dataclass(slots=True)
class Scene:
    """One sentence: tokens, tags, mentions and, once asked for, clauses."""

    part: int
    role: str
    sentence: Sentence
    tags: list[str]
    spots: list[Spot]
    heading: bool
    letters: str = ""
    persons: dict[int, Person] = field(default_factory=dict)
    spot_at: dict[int, Spot] = field(default_factory=dict)
    spot_to: dict[int, Spot] = field(default_factory=dict)
    clauses: Clauses | None = None

    @property
    def start(self) -> int:
        """Offset at which the sentence begins."""
        return self.sentence.starts[0]

    @property
    def end(self) -> int:
        """Offset at which it ends."""
        return self.sentence.ends[-1]


@dataclass(slots=True)
class Text:
    """A document understood up to its mentions.

    Attributes:
        home: state or organization whose voice the document is ((name, id) or None).
        speakers: who "I" is, by part; empty where the text is nobody's own words.
    """

    document: Document
    scenes: list[Scene]
    register: Register
    home: tuple[str, str | None] | None
    speakers: dict[int, tuple[Filler, ...]]
    knowledge: Knowledge
    words: Words


def find_scenes(document: Document, knowledge: Knowledge) -> Text:
    """Sentences, mentions and persons of a document.

    Args:
        document: with its parts.
        knowledge: names and offices.

    Returns:
        The text; persons' offices have their bodies where the document makes them certain.
    """
    words = english()
    index, forms = gazetteer(knowledge), office_forms(knowledge)
    register = Register()
    scenes: list[Scene] = []
    for number, part in enumerate(document.parts):
        if part.role not in _READ_ROLES:
            continue
        escaped = part.role == "title" and "\\" in document.text[part.start : part.end]
        tokens = tokenize(document.text, part.start, part.end, escaped=escaped)
        for sentence in split_sentences(tokens, words):
            heading = part.role == "title" or _mostly_capitals(sentence)
            tags = tag_words(sentence, words)
            spots = find_names(sentence.words, sentence.lows, index)
            finder = PeopleFinder(
                sentence.words, sentence.lows, tags, spots, forms, words, register.surnames, heading=heading
            )
            spots = find_things(sentence.words, sentence.lows, tags, finder.find(), heading)
            scene = Scene(number, part.role, sentence, tags, spots, heading)
            scenes.append(scene)
            for spot in spots:
                if spot.kind == "person":
                    register.add(spot, number, sentence.starts[spot.i], sentence.ends[spot.j - 1])
        if part.speaker is not None and part.speaker.start is not None:
            _enter_label(register, part, number, forms, words, index, document.text)
    text = Text(document, scenes, register, None, {}, knowledge, words)
    for scene in scenes:
        _settle(scene, text)
    text.home = _home(text)
    _fill_bodies(text)
    return text


def _mostly_capitals(sentence: Sentence) -> bool:
    alphabetic = [w for w in sentence.words if w[0].isalpha() and len(w) > 3]
    if len(alphabetic) < 2:
        return False
    return sum(w[0].isupper() for w in alphabetic) > 0.7 * len(alphabetic)


def _enter_label(
    register: Register, part: Part, number: int, forms: object, words: Words, index: object, text: str
) -> None:
    """A speaker label names a person and office too: "PRESIDENT ERDOĞAN"."""
    speaker = part.speaker
    if speaker is None or speaker.start is None or speaker.end is None:
        return
    tokens = tokenize(text, speaker.start, speaker.end)
    shown = [w if len(w) < 2 or not w.isupper() else w.capitalize() for w in tokens.words]
    label = Sentence(shown, tokens.lows, tokens.starts, tokens.ends)
    tags = ["p" if w[0].isupper() else t for w, t in zip(shown, tag_words(label, words), strict=True)]
    finder = PeopleFinder(
        shown, label.lows, tags, find_names(shown, label.lows, index), forms, words, register.surnames  # type: ignore[arg-type]
    )
    for spot in finder.find():
        if spot.kind == "person":
            register.add(spot, number, label.starts[spot.i], label.ends[spot.j - 1])


def _settle(scene: Scene, text: Text) -> None:
    """Turn names that the register knows into persons, mark the mentions in the tags, and settle the rest."""
    register, sentence = text.register, scene.sentence
    for spot in scene.spots:
        if spot.kind == "name":
            person = register.find(spot.name)
            if person is not None:
                spot.kind, spot.name_i, spot.name_j = "person", spot.i, spot.j
                scene.persons[spot.i] = person
        elif spot.kind == "person":
            found = register.find(spot.name)
            if found is not None:
                scene.persons[spot.i] = found
        scene.spot_at[spot.i] = spot
        scene.spot_to[spot.j] = spot
        if spot.kind in _TAG_KEEPS:
            scene.tags[spot.i : spot.j] = ["j"] * (spot.j - spot.i)
        else:
            scene.tags[spot.i : spot.j] = ["Y"] + ["y"] * (spot.j - spot.i - 1)
    scene.letters = settle_tags(scene.tags, sentence, text.words)


def clauses_of(scene: Scene, text: Text) -> Clauses:
    """The scene's clauses, found once, when first needed."""
    if scene.clauses is None:
        scene.clauses = find_clauses(scene.letters, scene.sentence.lows, text.words)
    return scene.clauses


def _home(text: Text) -> tuple[str, str | None] | None:
    """The state or organization that publishes: by the publisher's name, else the letterhead's."""
    document, index = text.document, gazetteer(text.knowledge)
    if document.publisher:
        tokens = tokenize(document.publisher, 0, len(document.publisher))
        for spot in find_names(tokens.words, tokens.lows, index):
            if spot.state:
                return spot.state, spot.state_id
            if spot.kind == "organization":
                return spot.name, spot.id
    return None


def _fill_bodies(text: Text) -> None:
    """Give offices without a body the one that the document makes certain."""
    register = text.register
    state_of_person: dict[int, tuple[str, str | None]] = {}
    for person in register.persons:
        for held in person.held:
            if held.body:
                state_of_person.setdefault(id(person), (held.body, held.body_id))
    nearest = _NearestStates(text)
    for person in register.persons:
        for held in person.held:
            if held.body is None:
                known = state_of_person.get(id(person))
                if known is None and held.phase != "held":
                    known = _same_office_elsewhere(register, held.role, person)
                found = known or nearest.before(held.places[0], person) or text.home
                if found:
                    held.body, held.body_id = found


def _same_office_elsewhere(register: Register, role: str, person: Person) -> tuple[str, str | None] | None:
    return None


class _NearestStates:
    """For an office without a body: the state that the words before it speak of, else the document's main one."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.by_part: dict[int, list[Scene]] = {}
        counts: Counter[tuple[str, str | None]] = Counter()
        for scene in text.scenes:
            self.by_part.setdefault(scene.part, []).append(scene)
            for spot in scene.spots:
                if spot.state and spot.kind in ("state", "adjective", "demonym", "place"):
                    counts[(spot.state, spot.state_id)] += 1
        self.main = counts.most_common(1)[0][0] if counts else None

    def before(self, place: tuple[int, int, int], person: Person) -> tuple[str, str | None] | None:
        """The nearest state before an office mention in its sentence, or the document's main state."""
        part, start, _ = place
        for scene in self.by_part.get(part, ()):
            if scene.start <= start < scene.end:
                best = None
                for spot in scene.spots:
                    if scene.sentence.starts[spot.i] >= start:
                        break
                    owner = None
                    if spot.kind == "person" and spot.i in scene.persons:
                        continue
                    if spot.state and spot.kind in ("state", "place"):
                        owner = (spot.state, spot.state_id)
                    if owner and (self.text.home is None or owner[0] != self.text.home[0]):
                        best = owner
                if best:
                    return best
                break
        if self.text.home:
            return self.text.home
        return self._dateline() or self.main

    def _dateline(self) -> tuple[str, str | None] | None:
        place = self.text.document.place
        if not place:
            return None
        tokens = tokenize(place, 0, len(place))
        for spot in find_names(tokens.words, tokens.lows, gazetteer(self.text.knowledge)):
            if spot.state:
                return spot.state, spot.state_id
        return None


def person_filler(person: Person, text: str, start: int | None, end: int | None) -> Filler:
    """A filler for a person, on a mention or (without offsets) implied."""
    if start is None or end is None:
        return Filler(person.name, person.entity)
    return Filler(person.name, person.entity, start, end, text[start:end])


def is_first_person(document: Document) -> bool:
    """Whether the body speaks as "I" or "we" outside quotation marks."""
    hits = 0
    for part in document.parts:
        if part.role == "body":
            unquoted = re.sub(r"[“\"][^“”\"]{0,2000}[”\"]", " ", document.text[part.start : part.end])
            hits += len(_FIRST_PERSON.findall(unquoted))
            if hits >= 1:
                return True
    return False


__all__ = ["Scene", "Text", "clauses_of", "find_scenes", "fold", "is_first_person", "name_words", "person_filler", "replace"]
