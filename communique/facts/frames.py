"""The frames of the fact types, read from ``language/en/frames`` once."""

from __future__ import annotations

from collections.abc import KeysView, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb means: the fact type, and where its roles stand.

    Attributes:
        type: fact type.
        options: the rest of its entry in the frame file: role -> slots, ``needs``, ``stance`` …
    """

    type: str
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames of a language.

    Attributes:
        verbs: lemma, or lemma-particle -> frames, in the order of the files.
        lemmas: first words of those keys: a verb that is none of them opens no frame.
        nouns: head noun -> fact type it opens.
        planned, proposed, postponed, cancelled: lemmas that govern how real the event after "to" is.
        data: the files as read, by name, for what only one module uses.
    """

    verbs: Mapping[str, tuple[Frame, ...]]
    lemmas: frozenset[str]
    nouns: Mapping[str, tuple[str, ...]]
    planned: frozenset[str]
    proposed: frozenset[str]
    postponed: frozenset[str]
    cancelled: frozenset[str]
    data: Mapping[str, Any]


@cache
def words_of(listed: str) -> KeysView[str]:
    """A word list of a frame file as an ordered set, split once."""
    return dict.fromkeys(listed.split()).keys()


@cache
def english_frames() -> Frames:
    """The frames of English."""
    folder = files("communique.language") / "en" / "frames"
    data: dict[str, Any] = {
        name: yaml.load((folder / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
        for name in ("statement", "events", "acts", "plover")
    }
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[str]] = {}

    def enter(kind: str, entries: list[dict[str, Any]], **extra: object) -> None:
        for entry in entries:
            options = {k: v for k, v in entry.items() if k != "lemmas"} | extra
            for lemma in entry["lemmas"].split():
                verbs.setdefault(lemma, []).append(Frame(kind, options))

    enter("statement", data["statement"]["verbs"])
    enter("statement", data["statement"]["performatives"], performative=True)
    events, acts = data["events"], data["acts"]
    for kind in ("meeting", "call", "visit", "session", "ceremony"):
        enter(kind, events[kind].get("verbs", []))
    for kind, key in (("conference", "join"), ("conference", "shun"), ("session", "join"), ("ceremony", "join")):
        for lemma in events[kind][key].split():
            verbs.setdefault(lemma, []).append(Frame(f"{kind}-{key}", {}))
    for lemma in events["meeting"]["topics"].split():
        verbs.setdefault(lemma, []).append(Frame("topics", {}))
    enter("commitment", acts["commitment"]["verbs"])
    for phase in ("holds", "begins", "ends"):
        for lemma in acts["tenure"][phase].split():
            verbs.setdefault(lemma, []).append(Frame("tenure", {"phase": phase}))
    for status, lemmas in acts["instrument"]["status"].items():
        for lemma in lemmas.split():
            verbs.setdefault(lemma, []).append(Frame("instrument", {"status": status}))
    for lemma in acts["instrument"]["in_force"].split():
        verbs.setdefault(lemma, []).append(Frame("instrument", {"status": "in-force"}))
    for act, lemmas in acts["action"]["verbs"].items():
        for lemma in lemmas.split():
            verbs.setdefault(lemma, []).append(Frame("action", {"act": act}))
    for status in ("postponed", "cancelled"):
        for lemma in events[status].split():
            verbs.setdefault(lemma, []).append(Frame("change", {"realis": status}))
    for kind in ("meeting", "call", "visit", "session", "ceremony", "conference"):
        for noun in events[kind].get("nouns", "").split():
            nouns.setdefault(noun, []).append(kind)
    for noun in acts["tenure"]["nouns"].split():
        nouns.setdefault(noun, []).append("tenure")
    for noun in acts["commitment"]["nouns"].split():
        nouns.setdefault(noun, []).append("commitment")
    for acts_nouns in acts["action"]["nouns"].values():
        for noun in acts_nouns.split():
            nouns.setdefault(noun, []).append("action")
    for heads in acts["instrument"]["lower_heads"].values():
        for noun in heads.split():
            nouns.setdefault(noun, []).append("instrument")
    for tied_heads in acts["instrument"]["compound_heads"].values():
        for tied in tied_heads.split():
            words = tied.split("-")
            nouns.setdefault(words[0] if "of" in words else words[-1], []).append("instrument")
    for cue in data["statement"]["cues"].values():
        for noun in cue["nouns"].split():
            nouns.setdefault(noun, []).append("statement")
    for noun in (*data["statement"]["heard"].split(), *data["statement"]["messages"].split()):
        nouns.setdefault(noun, []).append("statement")
    planned, proposed, postponed, cancelled = (
        frozenset(events[realis].split()) for realis in ("planned", "proposed", "postponed", "cancelled")
    )
    return Frames(
        verbs={key: tuple(frames) for key, frames in verbs.items()},
        lemmas=frozenset(verbs) | frozenset(key.split("-")[0] for key in verbs),
        nouns={noun: tuple(kinds) for noun, kinds in nouns.items()},
        planned=planned,
        proposed=proposed,
        postponed=postponed,
        cancelled=cancelled,
        data=data,
    )
