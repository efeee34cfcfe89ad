"""One fact an event, on whose word each stands, PLOVER codes, confidence."""

from __future__ import annotations

import pytest
from told import claimants, day, fact_of, facts_of, names, place, reading_of

REPORT = """President Vale meets Prime Minister Brandt

Oslo, 3 May 2024

President Jonas Vale of Norway met Prime Minister Ana Brandt of Denmark in Oslo yesterday. The meeting between \
President Vale and Prime Minister Brandt lasted two hours.
"""


def test_finish_one_meeting_however_often_it_is_told() -> None:
    meeting = fact_of(REPORT, "meeting")
    assert sorted(names(meeting, "participant")) == ["Ana Brandt", "Jonas Vale"]
    assert len(meeting.evidence) >= 2


def test_finish_day_and_place_come_from_the_sentence_that_tells_them() -> None:
    assert (day(fact_of(REPORT, "meeting")), place(fact_of(REPORT, "meeting"))) == ("2024-05-02", "Oslo")


def test_finish_two_days_are_two_meetings() -> None:
    text = (
        "President Jonas Vale met Prime Minister Ana Brandt on 4 March 2024. "
        "President Jonas Vale met Prime Minister Ana Brandt again on 2 May 2024."
    )
    assert sorted(day(f) or "" for f in facts_of(text, "meeting")) == ["2024-03-04", "2024-05-02"]


def test_finish_other_participants_are_another_meeting() -> None:
    text = (
        "President Jonas Vale met Prime Minister Ana Brandt for talks on fisheries. "
        "Later that day, President Jonas Vale met President William Otieno for talks on climate."
    )
    assert [names(f, "participant")[1] for f in facts_of(text, "meeting")] == ["Ana Brandt", "William Otieno"]


def test_finish_event_inside_reported_speech_is_the_speakers_claim() -> None:
    text = "Spokesperson Lena Fors said that President Jonas Vale had met Prime Minister Ana Brandt in Oslo."
    assert claimants(fact_of(text, "meeting")) == ["Lena Fors"]


def test_finish_report_of_a_report_names_both_outermost_first() -> None:
    text = (
        "Foreign Minister Sergei Orlov spoke after President Viktor Melnyk. "
        "Orlov commented that Melnyk had said the talks were over."
    )
    inner = next(f for f in facts_of(text, "statement") if names(f, "speaker") == ["Viktor Melnyk"])
    assert claimants(inner) == ["Sergei Orlov"]


def test_finish_event_in_the_first_person_is_the_speakers_claim() -> None:
    text = (
        "Remarks by Prime Minister Ana Brandt of Denmark\n\nOslo, 3 May 2024\n\n"
        "Last year we signed an agreement on fisheries with Chad. I am grateful for it."
    )
    assert claimants(fact_of(text, "instrument")) == ["Ana Brandt"]


@pytest.mark.parametrize(
    ("text", "kind", "event", "mode"),
    [
        ("President Jonas Vale met Prime Minister Ana Brandt.", "meeting", "CONSULT", "meet"),
        ("President Jonas Vale telephoned Prime Minister Ana Brandt.", "call", "CONSULT", "phone"),
        ("President Jonas Vale visited Poland.", "visit", "CONSULT", "visit"),
        ("Poland condemned the attack.", "statement", "ACCUSE", "disapprove"),
        ("Germany called for a ceasefire.", "statement", "REQUEST", None),
        ("Norway and Fiji signed the Agreement on Fisheries.", "instrument", "AGREE", None),
    ],
)
def test_finish_plover_event_and_mode(text: str, kind: str, event: str, mode: str | None) -> None:
    code = fact_of(text, kind).plover
    assert code is not None
    assert (code.event, code.mode) == (event, mode)


def test_finish_plover_context_by_the_words() -> None:
    code = fact_of("Poland condemned the missile attack on the hospital.", "statement").plover
    assert code is not None
    assert "military" in code.context


def test_finish_neutral_statement_has_no_plover_event() -> None:
    assert fact_of("Spokesperson Lena Fors said that the talks had ended.", "statement").plover is None


def test_finish_confidence_is_a_probability() -> None:
    facts = reading_of(REPORT).facts
    assert facts
    assert all(0 < fact.confidence < 1 for fact in facts)


def test_finish_ids_are_unlike() -> None:
    ids = [fact.id for fact in reading_of(REPORT).facts]
    assert len(set(ids)) == len(ids)


def test_finish_two_who_speak_together_are_one_source() -> None:
    text = (
        "President Jonas Vale of Norway and President Josefa Rabuka of Fiji met in Suva. "
        "The two leaders said that North Korea had launched two missiles."
    )
    assert claimants(fact_of(text, "action")) == ["Jonas Vale and Josefa Rabuka"]


def test_finish_an_act_that_is_condemned_is_no_claim() -> None:
    text = "President Jonas Vale of Norway condemned North Korea's missile launch."
    assert claimants(fact_of(text, "action")) == []


def test_finish_source_named_behind_a_whole_sentence_tells_all_of_it() -> None:
    text = (
        "President Jonas Vale met Prime Minister Ana Brandt on Tuesday and congratulated her on the treaty, "
        "the Norwegian Foreign Ministry said in a statement."
    )
    assert claimants(fact_of(text, "meeting")) == ["Norwegian Foreign Ministry"]
    said = {names(f, "speaker")[0]: claimants(f) for f in facts_of(text, "statement")}
    assert said == {"Jonas Vale": ["Norwegian Foreign Ministry"], "Norwegian Foreign Ministry": []}


def test_finish_resolution_named_in_what_rejects_it_is_on_nobodys_word() -> None:
    text = "The Council of Ministers rejected a resolution passed by the Parliament of Norway in June."
    adopted = [f for f in facts_of(text, "instrument") if f.value["status"] == "adopted"]
    assert [claimants(f) for f in adopted] == [[]]
