"""Users' own knowledge files: what they can say, and how they fail."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge import KnowledgeError, load, overlays_from_environment
from communique.knowledge.sections import laid_over

BENELUX_PLUS = """
organizations:
  lake-forum:
    name: Lake Constance Forum
    kind: grouping
    acronyms: [LCF]
    members: {AT: 2019-05-01, CH: 2019-05-01, DE: 2019-05-01/2022-12-31}
    bodies:
      council: {name: Lake Council, level: foreign ministers, offices: [Chair]}
"""


def overlay(folder: Path, text: str, name: str = "own.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_overlays_add_an_organization(tmp_path: Path) -> None:
    world = load([overlay(tmp_path, BENELUX_PLUS)])
    assert world.names["LCF"][0].id == "organization/lake-forum"
    assert [s.name for s in world.members("lake-forum")] == ["Austria", "Switzerland"]
    assert len(world.members("lake-forum", "2022")) == 3
    assert world.names["Lake Council of the LCF"][0].parent == "organization/lake-forum"


def test_overlays_leave_the_built_in_knowledge_alone(tmp_path: Path) -> None:
    load([overlay(tmp_path, BENELUX_PLUS)])
    assert "LCF" not in load().names


def test_overlays_add_to_lists_and_replace_values(tmp_path: Path) -> None:
    text = "states: {TR: {name: Türkiye, aliases: [Turquie]}}"
    turkey = load([overlay(tmp_path, text)]).states["TR"]
    assert turkey.name == "Türkiye"
    assert "Turquie" in turkey.aliases
    assert "Turkiye" in turkey.aliases
    assert turkey.capital == "Ankara"


def test_overlays_null_takes_an_entry_away(tmp_path: Path) -> None:
    world = load([overlay(tmp_path, "groups: {global-south: null}")])
    assert "Global South" not in world.names


def test_overlays_add_places_names_and_titles(tmp_path: Path) -> None:
    text = """
cities: {CH: [Gottlieben|Gottlieben TG]}
given_names: {own: [Zebedäus]}
heads: {landammann: {title: Landammann, plural: Landammänner, rank: head_of_government, state: CH}}
"""
    world = load([overlay(tmp_path, text)])
    assert world.names["Gottlieben TG"][0].parent == "Q39"
    assert "Zebedäus" in world.given_names
    assert world.offices.titles["landammann"].rank == "head_of_government"


def test_overlays_may_be_a_folder_and_later_ones_win(tmp_path: Path) -> None:
    overlay(tmp_path, "states: {BY: {capital: Mensk}}", "1.yaml")
    overlay(tmp_path, "states: {BY: {capital: Miensk}}", "2.yml")
    overlay(tmp_path, "not yaml: [", "notes.txt")
    assert load([tmp_path]).states["BY"].capital == "Miensk"


def test_overlays_norway_is_no_boolean(tmp_path: Path) -> None:
    assert load([overlay(tmp_path, "states: {NO: {aliases: [Norge]}}")]).names["Norge"][0].name == "Norway"


def test_overlays_empty_file_says_nothing(tmp_path: Path) -> None:
    assert len(load([overlay(tmp_path, "# nothing yet\n")]).states) == len(load().states)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("states: {BY: {nmae: Belarus}}", "entry BY, field nmae: no such field"),
        ("states: {BY: {iso2: by}}", "entry BY, field iso2: 'by' does not look like [A-Z]{2}"),
        ("states: {BY: {kind: kingdom}}", "entry BY, field kind: 'kingdom' is none of state,"),
        ("states: {BY: {aliases: White Russia}}", "entry BY, field aliases: a list of texts is wanted, not text"),
        ("states: {BY: {aliases: [White  Russia]}}", "is empty or has spaces too many"),
        ("states: {BY: {aliases: [A, A]}}", "'A' stands there twice"),
        ("states: {BY: Belarus}", "entry BY: an entry is a mapping of fields, not text"),
        ("states: [BY]", "section states is a mapping of entries, not a list"),
        ("planets: {}", "no section 'planets'; there are states,"),
        ("[1, 2]", "a knowledge file is a mapping of sections, not a list"),
        ("states: {QQ: {kind: state}}", "entry QQ, field name: is missing"),
        ("states: {QQ: {name: Belarus, kind: state}}", "entry QQ, field name: 'Belarus' is the name of BY too"),
        ("states: {QQ: {name: Quux, kind: state, wikidata: Q184}}", "Q184 is the Wikidata item of several entries"),
        ("states: {QQ: {name: Quux, kind: territory, within: XX}}", "field within: there is no state 'XX'"),
        (
            "organizations: {eu: {members: {XX: 2020}}}",
            "entry eu, field members: there is no state or organization 'XX'",
        ),
        ("organizations: {eu: {members: {FR: soon}}}", "entry eu, field members: 'soon' of FR is no EDTF date"),
        ("organizations: {eu: {bodies: {x: {name: X}}}}", "entry eu/x, field level: is missing"),
        ("groups: {us: {name: We, kind: bloc, of: nowhere}}", "field of: there is no organization 'nowhere'"),
        ("cities: {XX: [Atlantis]}", "entry XX: section cities has places of a state that is not there"),
        ("heads: {x: {title: X, rank: official, state: XX}}", "entry x, field state: there is no state 'XX'"),
        ("states: {BY: {name: A}, BY: {name: B}}", "line 1: key 'BY' stands twice"),
        ("states: {BY: [", "did not find expected node content"),
        ("states: &a {BY: *a}", "line 1: "),
    ],
)
def test_overlays_mistakes_are_named(tmp_path: Path, text: str, message: str) -> None:
    path = overlay(tmp_path, text)
    with pytest.raises(KnowledgeError) as caught:
        load([path])
    assert str(path) in str(caught.value)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_overlays_missing_file(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="No such file"):
        load([tmp_path / "absent.yaml"])


def test_overlays_broken_encoding(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("states: {TR: {name: Türkiye}}".encode("latin-1"))
    with pytest.raises(KnowledgeError, match="is not UTF-8 at byte"):
        load([path])


def test_overlays_nested_too_deep(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError):
        load([overlay(tmp_path, "states: " + "[" * 20_000)])


def test_overlays_from_the_environment() -> None:
    value = os.pathsep.join(("/etc/communique", "own.yaml"))
    assert overlays_from_environment({"COMMUNIQUE_KNOWLEDGE": value}) == (Path("/etc/communique"), Path("own.yaml"))
    assert overlays_from_environment({}) == ()


plain = st.recursive(
    st.text(max_size=3),
    lambda inner: st.lists(st.text(max_size=3), max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)
mapping = st.dictionaries(st.text(max_size=2), plain, max_size=4)


@given(mapping, mapping)
def test_overlays_laid_twice_are_as_laid_once(below: dict[str, object], above: dict[str, object]) -> None:
    once = laid_over(below, above)
    assert laid_over(once, above) == once
