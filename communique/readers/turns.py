"""Who speaks: the labels of transcripts, interviews and briefings, and the turns they open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from communique.model import Filler
from communique.readers.cues import words
from communique.readers.paragraphs import Paragraph

#: A label is no longer than this (characters), its words no more than these.
LONGEST = 90
MOST_WORDS = 9
#: Without any sure label ("QUESTION:", "PRESIDENT X:"), repeated names before colons are labels if they open at least
#: this share of the paragraphs; a list of "Offense: ..." and "Sentence: ..." stays a list by its lack of full stops.
DIALOGUE_SHARE = 0.15
SENTENCE_SHARE = 0.6

_QUESTIONS = words("questions")
_ANSWERS = words("answers")
_OFFICES = words("offices")
_NOT_LABELS = words("not_labels")
_PARTICLES = words("place_particles") | {"to", "for", "al-", "ul", "von", "van", "ibn", "abu"}
_Q = re.compile(r"Q(?:\d{1,2}\s?[:.]|[:.](?!\w)|[\xa0 \t]{2,}|\xa0|\s(?=[A-ZÀ-Þ—–“\"(‘…\[])|\s*[—–](?=\s))[\s*_]*")
_A = re.compile(r"A(?:\d{1,2}\s?[:.]|[:.]\s|[\xa0 \t]{2,})[\s*_]*")
_AFTER = re.compile(r"[:：][\s*_]*(?:</u>|</b>)?[\s*_]*")
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_VOWEL = re.compile(r"[AEIOUYÀ-ÖØ-ÝĀĒĪŌŪЀЁАЕИОУЫЭЮЯ]")
_SMALL_WORDS = words("small_words")


@dataclass(frozen=True, slots=True)
class Turn:
    """A label: ``text[start:end]`` are its characters, the words spoken begin at ``words_start``."""

    start: int
    end: int
    words_start: int
    role: str
    speaker: Filler


class _Candidate(NamedTuple):
    paragraph: int
    start: int
    end: int
    words_start: int
    name: str
    role: str
    sure: bool
    capitals: bool


def turns(text: str, found: Sequence[Paragraph], skipped: Sequence[bool]) -> dict[int, Turn]:
    """The speaker labels of a document.

    Capitals with an office or a courtesy before the name ("MS. PSAKI:"), "Q", "Question:" and "Answer:" are labels
    wherever they stand; any other name before a colon is one only in a document that has such labels, or repeats
    several names so.

    Args:
        text: the text.
        found: its paragraphs.
        skipped: flags of paragraphs that are no running text.

    Returns:
        For the index of each paragraph that opens a turn, its label.
    """
    candidates = [
        candidate
        for index, paragraph in enumerate(found)
        if not skipped[index] and (candidate := _candidate(text, index, paragraph))
    ]
    return {
        candidate.paragraph: Turn(
            candidate.start,
            candidate.end,
            candidate.words_start,
            candidate.role,
            Filler(
                _displayed(candidate.name),
                None,
                candidate.start,
                candidate.end,
                text[candidate.start : candidate.end],
            ),
        )
        for candidate in _accepted(text, found, candidates)
    }


def _candidate(text: str, index: int, paragraph: Paragraph) -> _Candidate | None:
    start, end = paragraph.start, paragraph.end
    first = text[start]
    if first in "QA" and (match := (_Q if first == "Q" else _A).match(text, start, end)):
        role = "question" if first == "Q" else "answer"
        return _Candidate(
            index, start, start + 1, min(match.end(), end), first, role, first == "Q" or ":" in match[0], True
        )
    colon = text.find(":", start, min(end, start + LONGEST))
    if colon < 0:
        colon = text.find("：", start, min(end, start + 20)) if first > "\u2e00" else -1
        if colon < 0:
            return None
    label_end = colon
    while label_end > start and text[label_end - 1] in " \xa0*_":
        label_end -= 1
    label = text[start:label_end]
    name = _ASIDE.sub("", label) if label[-1:] in ")]" else label
    if not name or not _is_name(name):
        return None
    after = _AFTER.match(text, colon, end)
    words_start = after.end() if after else colon + 1
    if words_start == colon + 1 < end and text[colon] == ":" and not text[colon + 1].isupper():
        return None
    folded = name.casefold()
    opening = folded.split()[0].rstrip(".:")
    capitals = sum(map(str.islower, name)) <= 2 and any(map(str.isupper, name))
    if folded in _QUESTIONS or (capitals and opening in _QUESTIONS) or folded.rstrip(" 0123456789#") in _QUESTIONS:
        return _Candidate(index, start, label_end, words_start, label, "question", True, capitals)
    if folded in _ANSWERS or folded.rstrip(" 0123456789#") in _ANSWERS:
        return _Candidate(index, start, label_end, words_start, label, "answer", True, capitals)
    if opening in _NOT_LABELS and not _is_the_office(folded):
        return None
    sure = capitals and paragraph.kind == "prose" and (opening in _OFFICES or _is_the_office(folded))
    return _Candidate(index, start, label_end, words_start, label, "turn", sure, capitals)


def _is_the_office(folded: str) -> bool:
    first, _, rest = folded.partition(" ")
    return first == "the" and rest.partition(" ")[0] in _OFFICES


def _is_name(name: str) -> bool:
    """Whether words before a colon may be somebody's name: few, all capitalised but particles, no sentence."""
    if len(name) < 2 and name.isascii():
        return False
    first = name[0]
    if not (first.isupper() or (first.isalpha() and not first.islower())):
        return False
    parts = name.split()
    if len(parts) > MOST_WORDS or any(mark in name for mark in '?!;"“”<>=/|@'):
        return False
    for part in parts:
        lead = part[0]
        if lead.islower() and part not in _PARTICLES and not part.startswith(("al-", "d'", "d’", "el-")):
            return False
        if lead.isdigit() and len(part) > 2:
            return False
    return True


def _accepted(text: str, found: Sequence[Paragraph], candidates: Sequence[_Candidate]) -> list[_Candidate]:
    named = Counter(candidate.name.casefold() for candidate in candidates)
    asked = any(candidate.role == "question" for candidate in candidates)
    if any(candidate.sure for candidate in candidates):
        # Where names stand in capitals, a colon after other words is but a colon: "Also, on Ukraine: ...".
        in_capitals = any(candidate.sure and candidate.capitals and len(candidate.name) > 1 for candidate in candidates)
        return [
            candidate
            for candidate in candidates
            if candidate.sure
            or (
                found[candidate.paragraph].kind != "item"
                and (
                    (candidate.capitals and len(candidate.name.split()) <= 5)
                    or (not in_capitals and named[candidate.name.casefold()] > 1)
                    or (not in_capitals and asked and 1 < len(candidate.name.split()) <= 6)
                )
            )
        ]
    repeated = [
        candidate
        for candidate in candidates
        if candidate.role == "turn"
        and found[candidate.paragraph].kind != "item"
        and named[candidate.name.casefold()] > 1
    ]
    if len({candidate.name.casefold() for candidate in repeated}) < 2 or len(repeated) < DIALOGUE_SHARE * len(found):
        return []
    sentences = sum(text[found[candidate.paragraph].end - 1] in '.!?…"”»)—' for candidate in repeated)
    return repeated if sentences >= SENTENCE_SHARE * len(repeated) else []


def _displayed(label: str) -> str:
    """A label in capitals as a name is written: "PRIME MINISTER AL-JUMAILI" to "Prime Minister Al-Jumaili"."""
    label = " ".join(label.split())
    if len(label) < 2 or sum(map(str.islower, _ASIDE.sub("", label))) > 2:
        return label
    parts = label.split(" ")
    return " ".join(_capitalised(part, first=index == 0) for index, part in enumerate(parts))


def _capitalised(part: str, *, first: bool) -> str:
    if any(map(str.islower, part)) and not part.startswith("Mc"):
        return part
    if not first and part.lower() in _SMALL_WORDS:
        return part.lower()
    plain = part.strip("().,")
    if re.fullmatch(r"(?:[IVX]{2,}|(?:[A-Z]\.)+)", plain):
        return part
    if plain.isascii() and 1 < len(plain) < 5 and not _VOWEL.search(plain) and plain not in ("MR", "MRS", "MS", "DR"):
        return part
    if part[:2] in ("Mc", "MC") and len(part) > 4:
        return f"Mc{part[2]}{part[3:].lower()}"
    return re.sub(r"[^\W\d_]+(?:['’]S\b)?", lambda match: match[0][0] + match[0][1:].lower(), part)
