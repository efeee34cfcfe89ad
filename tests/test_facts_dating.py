"""Which words date a fact, and what they mean beside its verb."""

from __future__ import annotations

import pytest

from communique.model import Document, Fact, Part, document_id
from communique.reading import understand


def facts_of(text: str, *, published: str = "2024-03-14", genre: str = "news", title: int = 0) -> list[Fact]:
    """The facts of a document of that date whose title is its first ``title`` characters."""
    head = (Part(0, title, "title"),) if title else ()
    parts = (*head, Part(title, len(text), "body"))
    document = Document(
        document_id(text),
        "x.txt",
        "text/plain",
        text,
        parts=parts,
        published=published,
        published_basis="caller",
        genre=genre,
        title=text[:title] or None,
    )
    return list(understand(document).facts)


def dates(text: str, kind: str) -> list[str | None]:
    return [fact.time.edtf if fact.time is not None else None for fact in facts_of(text) if fact.type == kind]


BRANDT, VALE = "Foreign Minister Anna Brandt", "Foreign Minister Jonas Vale"


@pytest.mark.parametrize(
    ("sentence", "kind", "edtf"),
    [
        (f"On Tuesday {BRANDT} met {VALE} in Oslo.", "meeting", "2024-03-12"),
        (f"At 3 p.m. on Tuesday {BRANDT} met {VALE} in Oslo.", "meeting", "2024-03-12"),
        (f"Over the weekend, {BRANDT} met {VALE} in Oslo.", "meeting", "2024-03-09/2024-03-10"),
        (f"{BRANDT} will meet {VALE} on the last Friday of May.", "meeting", "2024-05-31"),
        (f"{BRANDT} travelled to Kenya in May to sign an agreement on fisheries.", "visit", "2023-05"),
        (f"{BRANDT} will visit Kenya in February.", "visit", "2025-02"),
        (f"{BRANDT}, who met {VALE} on 5 March, will visit Kenya in February.", "meeting", "2024-03-05"),
        (f"{BRANDT} visited Kenya on 20-22 February.", "visit", "2024-02-20/2024-02-22"),
        (f"{BRANDT} told her colleagues in January that Norway would host the talks in June.", "statement", "2024-01"),
        ("Sweden and Denmark signed a Defence Cooperation Agreement on 5 March in Oslo.", "instrument", "2024-03-05"),
    ],
)
def test_dating_by_the_words_that_belong_to_the_verb(sentence: str, kind: str, edtf: str) -> None:
    assert dates(sentence, kind) == [edtf]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (f"{BRANDT} called {VALE} today to express her condolences.", "statement"),
        (f"Since Norway takes the chair in August, {BRANDT} urged Denmark to pay.", "statement"),
        ("The Council adopted a Charter on Fisheries and told the Secretariat to report by 30 June.", "instrument"),
    ],
)
def test_dating_leaves_what_other_words_of_the_sentence_date(sentence: str, kind: str) -> None:
    assert set(dates(sentence, kind)) == {None}


def test_dating_an_undertaking_looks_ahead_whatever_the_tense() -> None:
    (fact,) = [
        f for f in facts_of(f"{BRANDT} and {VALE} agreed to open a consulate by 1 February.") if f.value.get("due")
    ]
    assert fact.value["due"] == "../2025-02-01"


@pytest.mark.parametrize(
    ("words", "new", "old"),
    [
        ("until 12 June", "2024-06-12", None),
        ("planned for 12 June", None, "2024-06-12"),
        ("from 5 May to 10 June", "2024-06-10", "2024-05-05"),
    ],
)
def test_dating_a_postponed_event_by_its_new_day(words: str, new: str | None, old: str | None) -> None:
    (fact,) = [f for f in facts_of(f"Denmark postponed the visit of {BRANDT} to Norway {words}.") if f.type == "visit"]
    assert (fact.realis, fact.time and fact.time.edtf, fact.value.get("instead_of")) == ("postponed", new, old)


READOUT = f"Readout of {BRANDT}'s Meeting with {VALE}"


def test_dating_the_meeting_of_a_readout_by_the_readout() -> None:
    text = f"{READOUT}\n\n{BRANDT} of Denmark met {VALE} of Norway. They discussed fisheries."
    (meeting,) = [f for f in facts_of(text, genre="readout", title=len(READOUT)) if f.type == "meeting"]
    assert meeting.time is not None
    assert (meeting.time.edtf, meeting.time.text) == ("2024-03-14", None)


def test_dating_no_meeting_of_a_report_by_the_report() -> None:
    text = f"{READOUT}\n\n{BRANDT} of Denmark met {VALE} of Norway. They discussed fisheries."
    assert [f.time for f in facts_of(text, genre="news", title=len(READOUT)) if f.type == "meeting"] == [None]


DECLARATION = (
    "DECLARATION OF THE LAKE STATES\n\nWe, the Heads of State of Kenya, Uganda and Tanzania,\n\n"
    "1. ADOPT the Lake Transport Plan;\n\n2. WELCOME the Fisheries Agreement signed in Kampala."
)


def test_dating_what_a_declaration_adopts_in_its_own_words_is_of_its_day() -> None:
    told = [f for f in facts_of(DECLARATION, genre="communique", title=30) if f.type == "instrument"]
    assert [(f.value["status"], f.time.edtf if f.time else None) for f in told] == [
        ("adopted", "2024-03-14"),
        ("signed", None),
    ]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        (f"{BRANDT} met today with {VALE} on the margins of the G7 Summit in Turin.", "2024-03-14"),
        (f"{BRANDT} met {VALE} in Oslo and praised the outcome of the G7 Summit in Turin.", None),
        (f"{BRANDT} will fly to Lima on 9 October and attend the APEC Summit.", None),
        (f"{BRANDT} thanked Kenya for inviting her to the Climate Summit held in September.", "2023-09"),
    ],
)
def test_dating_a_summit_by_those_who_meet_beside_it(sentence: str, edtf: str | None) -> None:
    assert dates(sentence, "conference") == [edtf]


def test_dating_a_session_that_follows_a_planned_one_is_planned() -> None:
    text = "The Council of Foreign Ministers will meet in June, followed by a meeting of the UN Security Council."
    assert [f.realis for f in facts_of(text) if f.type == "session"] == ["planned", "planned"]


def test_dating_a_date_that_tells_which_rule_is_meant_is_not_that_of_its_repeal() -> None:
    told = facts_of("The Secretary repealed the July 16, 2015, rule entitled Fair Trade.")
    assert [f.time for f in told if f.type == "instrument"] == [None]
