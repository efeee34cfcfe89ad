"""Events of joint texts and of titles: who signed has met, and what was said at a meeting was said on its day."""

from __future__ import annotations

from told import fact_of, facts_of, names

from communique.model import Fact
from communique.readers import Source
from communique.reading import Reading, read_source

JOINT = """---
title: "Declaration on Fisheries"
date: 2024-05-03
---

We—the governments of Fiji, Tonga, and Palau—meet on the occasion of the Pacific Summit, held in Suva on 3 May 2024.

We agree to protect the sea.

{closing}
"""
SIGNED = """Prime Minister Jone Vakatora of the Republic of Fiji  
President Olina Remengau of the Republic of Palau  
Prime Minister Sione Taufa of the Kingdom of Tonga
"""  # noqa: W291


def facts_in(text: str, kind: str) -> list[Fact]:
    (reading,) = read_source(Source("text.md", text.encode()))
    assert isinstance(reading, Reading)
    return [fact for fact in reading.facts if fact.type == kind]


def test_facts_those_who_sign_a_joint_text_meet_with_their_governments() -> None:
    (meeting,) = facts_in(JOINT.format(closing=SIGNED), "meeting")
    governments, persons = ["Fiji", "Tonga", "Palau"], ["Jone Vakatora", "Olina Remengau", "Sione Taufa"]
    assert names(meeting, "participant") == [*governments, *persons]


def test_facts_persons_told_of_at_the_end_of_a_joint_text_have_not_signed_it() -> None:
    (meeting,) = facts_in(JOINT.format(closing="Prime Minister Jone Vakatora thanked the fishers for it."), "meeting")
    assert names(meeting, "participant") == ["Fiji", "Tonga", "Palau"]


def test_facts_the_state_behind_a_name_goes_before_the_one_in_the_line_above() -> None:
    bodies = {names(f, "holder")[0]: names(f, "body")[0] for f in facts_in(JOINT.format(closing=SIGNED), "tenure")}
    assert bodies == {"Jone Vakatora": "Fiji", "Olina Remengau": "Palau", "Sione Taufa": "Tonga"}


def test_facts_remarks_before_a_meeting_are_on_its_day() -> None:
    page = "---\ntitle: {} by President Ana Brandt of Norway and King Tupou of Tonga {} Bilateral Meeting\ndate: 2024-05-03\n---\n\nPRESIDENT BRANDT: Welcome.\n\nKING TUPOU: Thank you.\n"  # noqa: E501
    (meeting,) = facts_in(page.format("Remarks", "Before"), "meeting")
    assert meeting.time is not None
    assert meeting.time.edtf == "2024-05-03"
    for upcoming in facts_in(page.format("Remarks", "Previewing Their"), "meeting"):
        assert upcoming.time is None


def test_facts_a_preposition_said_again_goes_on_with_the_list() -> None:
    meeting = fact_of("Minister Vale met with King Olav of Norway and with Prime Minister Ana Brandt.", "meeting")
    assert names(meeting, "participant") == ["Vale", "Olav", "Ana Brandt"]


def test_facts_a_day_between_verb_and_company_is_no_object() -> None:
    meeting = fact_of("Minister Vale met May 2 with King Olav of Norway.", "meeting")
    assert names(meeting, "participant") == ["Vale", "Olav"]
    assert meeting.time is not None
    assert meeting.time.edtf == "2024-05-02"
    assert not facts_of("Ministers must meet the goals we set with care.", "meeting")


def test_facts_a_meeting_in_capitals_is_a_conference_if_it_says_whose() -> None:
    conference = fact_of("Minister Vale attended the G7 Foreign Ministers’ Meeting in Suva.", "conference")
    assert names(conference, "name") == ["G7 Foreign Ministers’ Meeting"]
    assert not facts_of("Minister Vale attended a Joint Session of Congress.", "conference")
