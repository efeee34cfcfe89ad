"""Who "I" is: the speaker of a first-person text, and of each turn of a transcript."""

from __future__ import annotations

from dataclasses import replace

from communique.mentions.register import Person
from communique.mentions.scenes import Scene, Text, is_first_person, person_filler
from communique.model import Filler, Part

_SPEECH_NOUNS = frozenset(
    "statement statements remarks speech address interview answer answers comments comment message letter greeting "
    "greetings toast op-ed article lecture briefing intervention conference delivered".split()
)
_HONORIFIC = frozenset(
    ("hon", "h.e.", "mr", "ms", "mrs", "dr", "his", "her", "excellency", "ambassador", "rt", "right")
)
_TO_NAMES = 8  # tokens after "we" up to the first of those who speak
_LAST_SENTENCES, _MOSTLY_NAMES, _FEWEST_SIGNERS = 40, 0.8, 3
_BY = frozenset(("by", "from", "of"))
_BEHIND_NAMES = frozenset((".", ",", "jr", "sr", "jr.", "sr.", "ii", "iii"))
_BYLINE_SCENES, _LONGEST_BYLINE = 3, 16
_CLOSINGS = frozenset(("sincerely", "respectfully", "faithfully", "cordially"))


def find_speakers(text: Text) -> None:
    """Fill the document's ``speaker`` and the text's ``speakers`` by part, or the signatories of a joint text."""
    document = text.document
    text.signatories = _signatories(text)
    text.signers = _signers(text) if text.signatories else ()
    first_person = is_first_person(document)
    whole = (
        document.speaker
        or _title_speaker(text, first_person=first_person)
        or _author(text)
        or _signed(text, first_person=first_person)
    )
    joint = bool(document.title and "joint" in document.title.lower().split()[:2])
    turns = any(part.speaker is not None for part in document.parts)
    if whole is not None and not joint and not turns and not text.signatories:
        text.document = replace(document, speaker=whole)
        for number, part in enumerate(document.parts):
            if part.role == "body":
                text.speakers[number] = (whole,)
        return
    if not turns:
        return
    for number, part in enumerate(document.parts):
        if part.role in ("turn", "answer", "question"):
            found = _label_speaker(text, part, whole)
            if found is not None:
                text.speakers[number] = (found,)


def _signatories(text: Text) -> tuple[Filler, ...]:
    """ "We, Australia, Denmark and Norway, …"; "The leaders of … released the following statement"; a joint title."""
    whole = text.document.text
    title: tuple[Filler, ...] = ()
    for scene in text.scenes[:40]:
        lows, starts, ends = scene.sentence.lows, scene.sentence.starts, scene.sentence.ends
        if lows[0] == "we" and lows[1:2] in (["—"], ["–"], ["-"]):  # "We—the governments of A, B and C—meet"
            first = next((s for s in scene.spots if s.i >= 2), None)
            if first is not None and first.i < _TO_NAMES and not set(scene.letters[2 : first.i]) & set("vexMf"):
                named = _named(scene, whole, 2, len(lows))
                if len(named) > 1:
                    return named
        if lows[0] == "we" and lows[1:2] == [","] and len(lows) > 2:
            opens = scene.spot_at.get(3 if lows[2] == "the" else 2)
            named = (
                _named(scene, whole, 2, len(lows))
                if opens is not None and opens.kind in ("state", "organization")
                else ()
            )
            if named:
                return named
            k = next((n for n in range(2, len(lows)) if lows[n] == ","), len(lows))
            i = 3 if lows[2] == "the" else 2
            if k > i:
                quoted = whole[starts[i] : ends[k - 1]]
                return (Filler(" ".join(quoted.split()), None, starts[i], ends[k - 1], quoted),)
        if lows[-1] in (":", ",") and len(lows) < 12 and _capitals_follow(text, scene):
            organs = tuple(s for s in scene.spots if s.kind in ("organization", "body"))
            if organs and organs[0].i <= 1:
                return _named(scene, whole, 0, organs[0].j)
        if (
            "following" in lows
            and "statement" in lows
            and any(w in lows for w in ("released", "issued", "made", "signed"))
        ):
            named = _named(scene, whole, 0, len(lows))
            if len(named) > 1:
                return named
        if scene.role == "title" and not title and ("joint" in lows[:4] or _two_speak(scene)):
            title = _named(scene, whole, 0, len(lows))
    return title if len(title) > 1 else ()


def _signers(text: Text) -> tuple[Filler, ...]:
    """The persons listed with their offices at the end of a text, in sentences that hold little else."""
    listed: list[Filler] = []
    for scene in reversed([s for s in text.scenes if s.role == "body"][-_LAST_SENTENCES:]):
        spots = [s for s in scene.spots if s.kind in ("person", "state", "organization", "office", "body")]
        told = sum(s.j - s.i for s in spots) + sum(low in ("of", "the", "and", ",") for low in scene.sentence.lows)
        if scene.persons and told >= _MOSTLY_NAMES * len(scene.sentence.lows):
            listed = [*(_filler(scene, text.document.text, i) for i in sorted(scene.persons)), *listed]
        elif listed:
            break
    return tuple(listed) if len(listed) >= _FEWEST_SIGNERS else ()


def _capitals_follow(text: Text, scene: Scene) -> bool:
    """Whether a verb in capitals opens one of the next sentences: "DECIDES to …", "Calls on" does not count."""
    at = text.scenes.index(scene)
    return any(
        s.sentence.words[0].isupper() and len(s.sentence.words[0]) > 3 and s.sentence.lows[0] in text.words.verbs
        for s in text.scenes[at + 1 : at + 4]
    )


def _two_speak(scene: Scene) -> bool:
    """ "Statement from President A and President B": a title that names two who speak."""
    lows = scene.sentence.lows
    for k, low in enumerate(lows):
        if low in ("statement", "declaration") and lows[k + 1 : k + 2] in (["by"], ["from"], ["of"]):
            people = [s for s in scene.spots if s.i in scene.persons and s.i > k]
            return len(people) > 1 and people[1].i - people[0].j == 1 and lows[people[0].j] == "and"
    return False


def _named(scene: Scene, whole: str, i: int, j: int) -> tuple[Filler, ...]:
    """States, organizations and persons named in tokens ``[i, j)`` before the first verb after them."""
    out: list[Filler] = []
    out_end = i
    for spot in scene.spots:
        if spot.i < i or spot.j > j:
            continue
        if out and any(tag in "vexMf" for tag in scene.letters[out_end : spot.i]):
            break
        if spot.kind in ("state", "organization", "body") and spot.name:
            start, end = scene.sentence.starts[spot.i], scene.sentence.ends[spot.j - 1]
            out.append(Filler(spot.name, spot.id, start, end, whole[start:end]))
            out_end = spot.j
        elif spot.i in scene.persons:
            out.append(_filler(scene, whole, spot.i))
            out_end = spot.j
    return tuple(out)


def _title_speaker(text: Text, *, first_person: bool) -> Filler | None:
    """The person whose statement, remarks or letter the title says this is."""
    opening = [s for s in text.scenes if s.role == "title"]
    if first_person:
        opening += [s for s in text.scenes if s.role in ("body", "dateline")][:3]  # "… as delivered by Ambassador X"
    for scene in opening:
        lows = scene.sentence.lows
        for k, low in enumerate(lows):
            if low == "readout" and k + 1 < len(lows) and lows[k + 1] in ("from", "by"):
                return _person_near(text, scene, k + 2)
            if low not in _SPEECH_NOUNS:
                continue
            if scene.role != "title" and low not in ("statement", "remarks", "speech", "delivered", "address"):
                continue
            owner = k - 1
            while owner > k - 4 and owner > 0 and scene.tags[owner] in "jpn":
                owner -= 1  # "X's Regular Press Conference"
            if owner >= 1 and scene.tags[owner] == "z":
                spot = scene.spot_to.get(owner)
                if spot is not None and spot.i in scene.persons:
                    return _filler(scene, text.document.text, spot.i)
            for step in range(k + 1, min(k + 5, len(lows))):
                if lows[step] in _BY:
                    found = _person_near(text, scene, step + 1)
                    if found is not None:
                        return found
                    break
    if text.document.genre in ("statement", "speech") and first_person:
        for scene in text.scenes:
            if scene.role == "title" and scene.spots and scene.spots[0].i == 0 and 0 in scene.persons:
                return _filler(scene, text.document.text, 0)
    return None


def _author(text: Text) -> Filler | None:
    """ "By Economic Adviser Ana Silva" above a text: an official's; what a reporter writes is on nobody's word."""
    for scene in [s for s in text.scenes if s.role != "title"][:_BYLINE_SCENES]:
        lows = scene.sentence.lows
        if lows[0] != "by" or len(lows) > _LONGEST_BYLINE or set(scene.letters) & set("vexMf"):
            continue
        if len(scene.persons) == 1 and "and" not in lows and next(iter(scene.persons.values())).held:
            return _person_near(text, scene, 2 if lows[1:2] == [":"] else 1)
    return None


def _signed(text: Text, *, first_person: bool) -> Filler | None:
    """ "I, JOSEPH …, President of …, do hereby proclaim"; a name alone on the last line of a first-person text."""
    for scene in text.scenes:
        if scene.sentence.lows[:2] == ["i", ","] or scene.sentence.lows[:3] == ["therefore", ",", "i"]:
            found = _person_near(text, scene, 2)  # not "Therefore, I have determined"
            if found is not None:
                return found
        if "i" in scene.sentence.lows[:6] and "hereby" in scene.sentence.lows:
            at = scene.sentence.lows.index("i")
            found = _person_near(text, scene, at + 1)
            if found is not None:
                return found
    if not first_person or text.document.genre in ("readout", "communique"):
        return None
    last = [s for s in text.scenes if s.role == "body"][-4:]
    letter = any(scene.sentence.lows[0] in _CLOSINGS for scene in last)
    if text.document.genre == "news" and not letter:
        return None
    for scene in last:
        spots, lows = scene.spots, scene.sentence.lows
        closing = 2 if lows[0] in _CLOSINGS else 1
        if len(spots) == 1 and spots[0].i in scene.persons and spots[0].i <= closing:
            if all(low in _BEHIND_NAMES for low in lows[spots[0].j :]):
                return _filler(scene, text.document.text, spots[0].i)
    return None


def _person_near(text: Text, scene: Scene, i: int) -> Filler | None:
    for spot in scene.spots:
        if i <= spot.i <= i + 2 or (
            i < spot.i <= i + 5
            and all(low in _HONORIFIC or low in ("the", ".") for low in scene.sentence.lows[i : spot.i])
        ):
            if spot.i in scene.persons:
                return _filler(scene, text.document.text, spot.i)
            if spot.kind == "office" and spot.office is not None:
                holder = _holder(text, spot.office.role)
                if holder is not None:
                    return person_filler(holder, text.document.text, None, None)
    return None


def _holder(text: Text, role: str) -> Person | None:
    wanted = role.lower()
    for person in text.register.persons:
        if any(h.role.lower() == wanted and h.phase == "holds" for h in person.held):
            return person
    return None


def _holder_of_label(text: Text, role: str, whole: Filler | None) -> Person | None:
    """Who "THE PRESIDENT:" is: whose remarks these are, else the publisher's own, else the first in office."""
    wanted = role.lower()
    titled = text.register.named(whole.name) if whole is not None else None
    if titled is not None and any(wanted in h.role.lower().split(" of ")[0] for h in titled.held):
        return titled
    if text.home is not None:
        for person in text.register.persons:
            if any(h.role.lower() == wanted and h.phase == "holds" and h.body == text.home[0] for h in person.held):
                return person
    return _holder(text, role)


def _filler(scene: Scene, whole: str, i: int) -> Filler:
    spot = scene.spot_at[i]
    start, end = scene.sentence.starts[max(spot.name_i, spot.i)], scene.sentence.ends[max(spot.name_j, spot.i + 1) - 1]
    return person_filler(scene.persons[i], whole, start, end)


def _label_speaker(text: Text, part: Part, whole: Filler | None) -> Filler | None:
    """A turn's speaker under the fullest name the document gives; "Answer" is the one who was asked."""
    speaker = part.speaker
    if speaker is None:
        return None
    words = speaker.name.split()
    if part.role == "question" or (words and words[0].lower() in ("q", "question")):
        return None
    if part.role == "answer" and whole is not None and len(words) == 1:
        return Filler(whole.name, whole.entity)
    person = text.register.find(speaker.name)
    for k in range(1, len(words)):  # "President Erdoğan", "Ms. Psaki"
        person = person or text.register.find(" ".join(words[k:]))
    if person is None:
        person = _holder_of_label(text, speaker.name.removeprefix("The "), whole)
    name, entity = (person.name, person.entity) if person else (speaker.name, speaker.entity)
    return Filler(name, entity, speaker.start, speaker.end, speaker.text)
