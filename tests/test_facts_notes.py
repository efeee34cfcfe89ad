"""Notes without subjects, as a minister's diary or a table of journeys has them: whoever keeps them is meant."""

from __future__ import annotations

import dataclasses

from told import document_of, facts_of, names

from communique.model import Fact, Filler
from communique.reading import understand


def noted(text: str, kind: str, *, place: str | None = "Norway") -> list[Fact]:
    """The facts of one type in the notes of Ana Brandt."""
    document = dataclasses.replace(document_of(text), speaker=Filler("Ana Brandt"), place=place)
    return [fact for fact in understand(document).facts if fact.type == kind]


def test_notes_are_the_speakers_meetings() -> None:
    (meeting,) = noted("Met with Prime Minister Jonas Vale and senior Norwegian officials.", "meeting")
    assert names(meeting, "participant") == ["Ana Brandt", "Jonas Vale", "senior Norwegian officials"]
    assert meeting.roles["participant"][0].start is None


def test_notes_without_a_known_speaker_have_no_subject() -> None:
    assert not facts_of("Met with Prime Minister Jonas Vale.", "meeting")


def test_notes_opened_by_a_place_have_the_speaker_for_subject_too() -> None:
    (meeting,) = noted("In Bergen, met with King Olav.", "meeting")
    assert names(meeting, "participant") == ["Ana Brandt", "Olav"]


def test_notes_after_a_semicolon_begin_anew() -> None:
    text = "State visit; met with President Ekeli and addressed the Storting."
    (visit,), (meeting,) = noted(text, "visit"), noted(text, "meeting")
    assert (names(visit, "visitor"), names(visit, "destination")) == (["Ana Brandt"], ["Norway"])
    assert names(meeting, "participant") == ["Ana Brandt", "Ekeli"]


def test_notes_leave_sentences_with_a_subject_alone() -> None:
    (meeting,) = noted("Foreign Minister Jonas Vale met King Olav in Bergen.", "meeting")
    assert names(meeting, "participant") == ["Jonas Vale", "Olav"]


def test_notes_of_company_are_a_journey_of_both_to_the_documents_place() -> None:
    (visit,) = noted("Accompanied President Ekeli to a meeting with King Olav.", "visit")
    (meeting,) = noted("Accompanied President Ekeli to a meeting with King Olav.", "meeting")
    assert names(visit, "visitor") == ["Ana Brandt", "Ekeli"]
    assert names(visit, "destination") == ["Norway"]
    assert names(meeting, "participant") == ["Ana Brandt", "Ekeli", "Olav"]


def test_notes_of_company_without_a_place_are_no_journey() -> None:
    assert not noted("Accompanied President Ekeli.", "visit", place=None)


def test_notes_of_reviewing_with_somebody_are_a_meeting() -> None:
    (meeting,) = noted("Reviewed the peace process with Foreign Minister Jonas Vale.", "meeting")
    assert names(meeting, "participant") == ["Ana Brandt", "Jonas Vale"]
    assert not noted("Reviewed the peace process.", "meeting")


def test_notes_of_attending_name_the_gathering() -> None:
    (conference,) = noted("Attended the NATO Ministerial Meeting.", "conference")
    assert names(conference, "name") == ["NATO Ministerial Meeting"]
    assert names(conference, "participant") == ["Ana Brandt"]


def test_notes_of_talks_without_a_verb_are_the_speakers() -> None:
    (meeting,) = noted("Informal meeting with President Ekeli.", "meeting")
    assert names(meeting, "participant") == ["Ana Brandt", "Ekeli"]
