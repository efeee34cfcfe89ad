"""The frame files: verbs that the lexicon knows, values of the record format, keys that docs/frames.md explains."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from communique.facts.frames import english_frames
from communique.language.words import english

FRAMES = files("communique.language") / "en" / "frames"
FILES = ("statement", "events", "acts", "plover")
DOCUMENTATION = Path(__file__).parent.parent / "docs" / "frames.md"
STANCES = set("support praise thank agree promise neutral concern demand criticise accuse reject threaten".split())
STATUSES = set(
    "proposed under-discussion drafting initialled under-review deferred rejected adopted signed ratified in-force "
    "implementing extended suspended terminated".split()
)
KINDS = set("treaty agreement programme charter statement declaration law resolution sanctions plan other".split())
NO_SLOTS = {"lemmas", "needs", "stance"}


def frame_file(name: str) -> dict[str, Any]:
    data = yaml.safe_load((FRAMES / f"{name}.yaml").read_text("utf-8"))
    assert isinstance(data, dict)
    return data


def keys_of(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from keys_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from keys_of(value)


def verb_entries(name: str) -> Iterator[dict[str, Any]]:
    for key, section in frame_file(name).items():
        lists = [section] if key in ("verbs", "performatives") else [section.get("verbs")] if "verbs" in section else []
        for entries in lists:
            if isinstance(entries, list):
                yield from entries


def test_frames_open_with_verbs_that_the_lexicon_knows() -> None:
    known = {lemma for lemma, _ in english().verbs.values()}
    unknown = sorted(key for key in english_frames().verbs if key not in known and key.split("-")[0] not in known)
    assert not unknown, f"missing from verbs.yaml: {' '.join(unknown)}"


def test_frames_are_reached_by_the_first_word_of_their_key() -> None:
    frames = english_frames()
    known = {lemma for lemma, _ in english().verbs.values()}
    hyphenated = [key for key in frames.verbs if key in known and "-" in key]
    assert all(key in frames.lemmas for key in hyphenated)


@pytest.mark.parametrize("name", FILES)
def test_frames_keys_are_explained_in_the_documentation(name: str) -> None:
    text = DOCUMENTATION.read_text("utf-8")
    assert not sorted({key for key in keys_of(frame_file(name)) if f"`{key}`" not in text})


@pytest.mark.parametrize("name", ["statement", "events", "acts"])
def test_frames_needs_are_explained_in_the_documentation(name: str) -> None:
    text = DOCUMENTATION.read_text("utf-8")
    needs = {str(entry["needs"]) for entry in verb_entries(name) if entry.get("needs")}
    words_instead = {value for value in needs if " " in value}  # a list of words, one of which must be near
    assert not sorted(value for value in needs - words_instead if f"`{value}`" not in text)


def test_frames_stances_are_those_of_the_record_format() -> None:
    data = frame_file("statement")
    assert {entry["stance"] for entry in verb_entries("statement")} <= STANCES
    assert set(data["states"]) | set(data["nouns"]) | set(data["content"]) <= STANCES
    assert set(frame_file("plover")["stances"]) <= STANCES


def test_frames_statuses_and_kinds_are_those_of_the_record_format() -> None:
    instrument = frame_file("acts")["instrument"]
    assert set(instrument["status"]) | set(instrument["nouns"]) <= STATUSES
    assert set(instrument["lower_heads"]) <= KINDS
    assert set(frame_file("plover")["instruments"]) <= STATUSES


def test_frames_acts_all_have_a_plover_event() -> None:
    action = frame_file("acts")["action"]
    mapped = frame_file("plover")["acts"]
    assert [act for act in action["nouns"] if act not in mapped] == []


@pytest.mark.parametrize("name", ["statement", "events", "acts"])
def test_frames_name_verbs_and_slots_as_strings(name: str) -> None:
    for entry in verb_entries(name):
        assert isinstance(entry["lemmas"], str)
        for key, value in entry.items():
            # "on" without quotation marks is a truth value in YAML
            assert key in NO_SLOTS or not isinstance(value, list) or all(isinstance(slot, str) for slot in value), entry
