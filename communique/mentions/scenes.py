"""A document as scenes: every sentence with its mentions and clauses, and the register of its persons."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from communique.knowledge import Knowledge
from communique.language.clauses import Clauses, find_clauses
from communique.language.tags import settle_tags, tag_words
from communique.language.tokens import Sentence, plain, split_sentences, tokenize
from communique.language.words import Words, english
from communique.mentions.marked_sentences import MarkedSentence
from communique.mentions.office_forms import OfficeForms, office_forms
from communique.mentions.people import find_people
from communique.mentions.register import Person, Register
from communique.mentions.spots import Index, Spot, find_names, gazetteer, read_as
from communique.mentions.things import find_things
from communique.model import Document, Filler, Part

_SENSE_RANK = {"name": 3, "official": 3, "acronym": 2, "alias": 1}
_TAG_KEEPS = frozenset(("adjective",))
_READ_ROLES = frozenset(("title", "body", "turn", "answer", "question", "dateline"))
_QUOTED = re.compile(r"[“\"][^“”\"]{0,2000}[”\"]")
_FIRST_PERSON = re.compile(r"\b(?:I|my|We|we|our|vested in me)\b")


@dataclass(slots=True, eq=False)
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
        organization: the one the text speaks of most.
        about: the state that it speaks of twice as often as of any other, if there is one.
        signatories: who "we" are in a joint text or declaration.
        signers: the persons listed under it.
        home: state or organization whose voice the document is ((name, id) or None).
        speakers: who "I" is, by part; empty where the text is nobody's own words.
    """

    document: Document
    scenes: list[Scene]
    register: Register
    home: tuple[str, str | None] | None
    speakers: dict[int, tuple[Filler, ...]]
    organization: Filler | None = field(default=None, kw_only=True)
    about: tuple[str, str | None] | None = field(default=None, kw_only=True)
    signatories: tuple[Filler, ...] = field(default=(), kw_only=True)
    signers: tuple[Filler, ...] = field(default=(), kw_only=True)
    knowledge: Knowledge
    words: Words

    def by_part(self) -> dict[int, list[Scene]]:
        """The scenes by the index of their part."""
        found: dict[int, list[Scene]] = {}
        for scene in self.scenes:
            found.setdefault(scene.part, []).append(scene)
        return found


def find_scenes(document: Document, knowledge: Knowledge) -> Text:
    """Sentences, mentions and persons of a document.

    Args:
        document: with its parts.
        knowledge: names and offices.

    Returns:
        The text, without home, bodies of offices and speakers, which later steps find.
    """
    words = english()
    index, forms = gazetteer(knowledge), office_forms(knowledge)
    register = Register()
    scenes: list[Scene] = []
    body_first = sorted(enumerate(document.parts), key=lambda p: p[1].role == "title")  # its names are written best
    for number, part in body_first:
        if part.role not in _READ_ROLES:
            continue
        if part.speaker is not None and part.speaker.start is not None:
            _enter_label(register, part, number, forms, words, index, document.text)
        escaped = part.role == "title" and "\\" in document.text[part.start : part.end]
        tokens = tokenize(document.text, part.start, part.end, escaped=escaped)
        for sentence in split_sentences(tokens, words):
            heading = part.role == "title" or _mostly_capitals(sentence)
            tags = tag_words(sentence, words, heading=heading)
            spots = find_names(sentence.words, sentence.lows, index)
            marked = MarkedSentence(
                sentence.words, sentence.lows, tags, spots, forms, words, register.surnames, heading=heading
            )
            spots = find_things(sentence.words, sentence.lows, tags, find_people(marked), heading)
            scene = Scene(number, part.role, sentence, tags, spots, heading)
            scenes.append(scene)
            for spot in spots:
                if spot.kind == "person":
                    register.add(spot, number, sentence.starts[spot.i], sentence.ends[spot.j - 1])
    scenes.sort(key=lambda s: s.start)
    shown = _prefer_told(scenes, document.text, knowledge)
    _same_organ(scenes)
    for person in register.persons:
        for held in person.held:
            held.body = shown.get(held.body_id or "", held.body)
    text = Text(document, scenes, register, None, {}, knowledge, words)
    for scene in scenes:
        _settle(scene, text)
    return text


def _prefer_told(scenes: list[Scene], whole: str, knowledge: Knowledge) -> dict[str, str]:
    """Of an ambiguous name's readings take one that the document names unambiguously; show the fullest form used."""
    sure = {spot.id for scene in scenes for spot in scene.spots if spot.id and not spot.entries}
    shown: dict[str, tuple[int, str]] = {}
    for scene in scenes:
        for spot in scene.spots:
            if spot.entries and spot.entries[0].id not in sure:
                told = [e for e in spot.entries if e.id in sure and e.type == "organization"]
                if told:
                    again = read_as(spot.i, spot.j, tuple(told))
                    spot.kind, spot.name, spot.id, spot.sense = again.kind, again.name, again.id, again.sense
                    spot.state, spot.state_id, spot.parent = again.state, again.state_id, again.parent
            for office in spot.offices or ([spot.office] if spot.office is not None else []):
                if not office.body_id or office.body_id in shown:
                    continue
                for acronym in scene.sentence.words[office.i : office.j]:  # "the ASEAN Secretary-General"
                    entries = knowledge.names.get(acronym, ()) if len(acronym) > 1 and acronym.isupper() else ()
                    if any(e.id == office.body_id and e.type in ("organization", "body") for e in entries):
                        shown[office.body_id] = (0, acronym)
            if spot.kind in ("organization", "body") and spot.id:
                starts, ends = scene.sentence.starts, scene.sentence.ends
                surface = plain(whole[starts[spot.i] : ends[spot.j - 1]])
                rank = _SENSE_RANK.get(spot.sense, 0) * 100 + len(surface)
                if not surface.isupper() or spot.sense == "acronym":
                    shown[spot.id] = max(shown.get(spot.id, (0, "")), (rank, surface))
    for scene in scenes:
        for spot in scene.spots:
            if spot.kind in ("organization", "body") and spot.id in shown:
                spot.name = shown[spot.id][1]
            if spot.office is not None and spot.office.body_id in shown:
                spot.office.body = shown[spot.office.body_id or ""][1]
    return {identifier: name for identifier, (_, name) in shown.items()}


def _same_organ(scenes: list[Scene]) -> None:
    """ "The Conference" where the text has a "Conference of Heads of State": the organ, not a gathering."""
    organs = {s.name.split()[0] for scene in scenes for s in scene.spots if s.kind == "body" and s.j - s.i > 1}
    for scene in scenes:
        for spot in scene.spots:
            if spot.kind == "conference" and spot.j - spot.i == 1 and spot.name in organs:
                spot.kind = "body"


def _mostly_capitals(sentence: Sentence) -> bool:
    long = [w for w in sentence.words if w[0].isalpha() and len(w) > 3]
    lower = sum(w[0].islower() for w in long)
    return sentence.words[-1] != "." and len(long) >= 2 and lower <= 1 and lower * 4 < len(long)


def _enter_label(
    register: Register, part: Part, number: int, forms: OfficeForms, words: Words, index: Index, text: str
) -> None:
    """A speaker label names a person and office too: "PRESIDENT ERDOĞAN"."""
    speaker = part.speaker
    if speaker is None or speaker.start is None or speaker.end is None:
        return
    tokens = tokenize(text, speaker.start, speaker.end)
    shown = [w if len(w) < 2 or not w.isupper() else w.capitalize() for w in tokens.words]
    label = Sentence(shown, tokens.lows, tokens.starts, tokens.ends)
    tags = ["p" if w[0].isupper() else t for w, t in zip(shown, tag_words(label, words), strict=True)]
    marked = MarkedSentence(
        shown,
        label.lows,
        tags,
        find_names(shown, label.lows, index),
        forms,
        words,
        register.surnames,
    )
    for spot in find_people(marked):
        if spot.kind == "person":
            register.add(spot, number, label.starts[spot.i], label.ends[spot.j - 1])


def _settle(scene: Scene, text: Text) -> None:
    """Turn names that the register knows into persons, mark the mentions in the tags, and settle the rest."""
    register, sentence = text.register, scene.sentence
    starts = {spot.i for spot in scene.spots}
    for spot in scene.spots:
        if spot.kind == "name":
            person = register.find(spot.name)
            if person is not None:
                spot.kind, spot.name_i, spot.name_j = "person", spot.i, spot.j
                scene.persons[spot.i] = person
        elif spot.kind == "person":
            found = register.find(spot.name, spot)
            if found is not None:
                scene.persons[spot.i] = found
        scene.spot_at[spot.i] = spot
        scene.spot_to[spot.j] = spot
        if spot.kind in _TAG_KEEPS:
            scene.tags[spot.i : spot.j] = ["j"] * (spot.j - spot.i)
        else:
            scene.tags[spot.i : spot.j] = ["Y"] + ["y"] * (spot.j - spot.i - 1)
            if spot.kind == "person" and sentence.words[spot.j : spot.j + 1] == [","]:
                closes = "," in sentence.words[spot.i : spot.j] and sentence.words[spot.j - 1] != "."
                if closes and spot.j + 1 not in starts:
                    scene.tags[spot.j] = "y"  # the comma that closes "the Minister, Ana Brandt," is no list's
                    scene.spot_to[spot.j + 1] = spot
    scene.letters = settle_tags(scene.tags, sentence, text.words, heading=scene.heading)


def clauses_of(scene: Scene, text: Text) -> Clauses:
    """The scene's clauses, found once, when first needed."""
    if scene.clauses is None:
        scene.clauses = find_clauses(scene.letters, scene.sentence.lows, text.words)
    return scene.clauses


def person_filler(person: Person, text: str, start: int | None, end: int | None) -> Filler:
    """A filler for a person, on a mention or (without offsets) implied."""
    if start is None or end is None:
        return Filler(person.name, person.entity)
    return Filler(person.name, person.entity, start, end, text[start:end])


def is_first_person(document: Document) -> bool:
    """Whether the body speaks as "I" or "we" outside quotation marks, or by "the authority vested in me"."""
    bodies = (document.text[part.start : part.end] for part in document.parts if part.role == "body")
    return any(_FIRST_PERSON.search(_QUOTED.sub(" ", body)) for body in bodies)
