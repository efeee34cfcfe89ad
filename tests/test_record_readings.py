"""Readings made by hand, as the engine would make them; the record gives them back as they were."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import (
    Document,
    Entity,
    Fact,
    Filler,
    Mention,
    Part,
    Plover,
    Span,
    TimeRef,
    document_id,
    from_json,
)
from communique.reading import Reading
from communique.record import open_record

ENGINE = "communique 0.1.0"
VISIT = (
    "Minister visits Tallinn\n\n"
    "On 4 March 2021 Foreign Minister José Núñez of Portugal met his Estonian counterpart in Tallinn 🇪🇪. "
    "They discussed the rail corridor and agreed to sign a memorandum in autumn.\n"
)
CALL = "The two ministers spoke by telephone today. Minister Liis Tamm welcomed the offer.\n"
NUNEZ = Entity("person/jose-nunez", "person", "José Núñez", ("Núñez",))
ESTONIA = Entity("Q191", "state", "Estonia", ("Republic of Estonia",), "Q191")
TALLINN = Entity("Q1770", "place", "Tallinn", (), "Q1770")
TAMM = Entity("person/liis-tamm", "person", "Liis Tamm")


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def filler(text: str, words: str, name: str | None = None, entity: Entity | None = None) -> Filler:
    at = span(text, words)
    return Filler(name or words, entity.id if entity else None, at.start, at.end, words)


def mention(text: str, words: str, entity: Entity) -> Mention:
    at = span(text, words)
    return Mention(entity.id, at.start, at.end, words)


def visit_reading(*, source: str = "statements/visit.txt", text: str = VISIT, title: str | None = None) -> Reading:
    """A visit with a meeting and a commitment; ``text`` may be longer than ``VISIT``."""
    identity = document_id(text)
    when = span(text, "4 March 2021")
    minister = filler(text, "José Núñez", entity=NUNEZ)
    meeting = Fact(
        identity,
        "meeting",
        "actual",
        {"participant": (minister, filler(text, "his Estonian counterpart", "Foreign Minister of Estonia"))},
        (span(text, "Foreign Minister José Núñez of Portugal met his Estonian counterpart in Tallinn 🇪🇪"),),
        TimeRef("2021-03-04", when.text, when.start, when.end),
        filler(text, "in Tallinn 🇪🇪", "Tallinn", TALLINN),
        {"topics": (span(text, "the rail corridor"),)},
        plover=Plover("CONSULT", "visit", ("diplomatic", "economic")),
        confidence=0.8,
        extractor=ENGINE,
    )
    commitment = Fact(
        identity,
        "commitment",
        "planned",
        {"agent": (filler(text, "They", "José Núñez", NUNEZ), Filler("Estonia", ESTONIA.id))},
        (span(text, "agreed to sign a memorandum in autumn"),),
        TimeRef(None, "in autumn", *((at := span(text, "in autumn")).start, at.end)),
        value={"action": span(text, "sign a memorandum in autumn"), "due": "2021-23"},
        attribution=(Filler("José Núñez", NUNEZ.id),),
        confidence=0.6,
        extractor=ENGINE,
    )
    body = text.index("On 4 March")
    return Reading(
        Document(
            identity,
            source,
            "text/plain",
            text,
            title=title or "Minister visits Tallinn",
            publisher="Ministry of Foreign Affairs",
            published="2021-03-05",
            published_basis="caller",
            place="Tallinn",
            translations=("et", "pt"),
            genre="press-release",
            parts=(Part(0, 23, "title"), Part(body, len(text.rstrip()), "body", minister)),
        ),
        (TALLINN, ESTONIA, NUNEZ),
        (mention(text, "José Núñez", NUNEZ), mention(text, "Tallinn", TALLINN)),
        (meeting, commitment),
    )


def call_reading(*, source: str = "statements/call.txt") -> Reading:
    """A call and a statement, neither with a date in the text."""
    identity = document_id(CALL)
    facts = (
        Fact(
            identity,
            "call",
            "actual",
            {"participant": (filler(CALL, "The two ministers"),)},
            (span(CALL, "The two ministers spoke by telephone today"),),
            extractor=ENGINE,
        ),
        Fact(
            identity,
            "statement",
            "actual",
            {"speaker": (filler(CALL, "Liis Tamm", entity=TAMM),)},
            (span(CALL, "Minister Liis Tamm welcomed the offer"),),
            TimeRef("XXXX-05-09"),
            value={"form": "indirect", "stance": "support"},
            extractor=ENGINE,
        ),
    )
    document = Document(identity, source, "text/plain", CALL, published="2022-01-10", published_basis="text")
    return Reading(document, (TAMM,), (mention(CALL, "Liis Tamm", TAMM),), facts)


def test_readings_come_back_as_they_were(tmp_path: Path) -> None:
    reading = visit_reading()
    with open_record(tmp_path / "record.db") as record:
        assert record.add(reading, extractor=ENGINE) == "added"
        back = record.reading(reading.document.id)
        assert record.document(reading.document.id) == reading.document
    assert back.document == reading.document
    assert back.mentions == reading.mentions
    assert back.facts == reading.facts
    assert set(back.entities) == set(reading.entities)


def test_readings_leave_in_the_record_format(tmp_path: Path) -> None:
    reading = visit_reading()
    with open_record(tmp_path / "record.db") as record:
        record.add(reading, extractor=ENGINE)
        items = [from_json(json.loads(line)) for line in record.lines()]
    assert {item for item in items if isinstance(item, Entity)} == set(reading.entities)
    assert [item for item in items if isinstance(item, Document | Fact)] == [reading.document, *reading.facts]


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any text without lone surrogates, with facts, mentions and parts anywhere in it."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
    offsets = st.integers(0, len(text) - 1)

    def any_span() -> Span:
        start = draw(offsets)
        return Span.of(text, start, draw(st.integers(start + 1, len(text))))

    def any_filler() -> Filler:
        at = any_span()
        return Filler(
            draw(st.text(max_size=9)), draw(st.sampled_from([None, "person/a", "Q1"])), at.start, at.end, at.text
        )

    facts = [
        Fact(
            document_id(text),
            draw(st.sampled_from(["meeting", "action"])),
            "actual",
            {role: tuple(any_filler() for _ in range(draw(st.integers(1, 3)))) for role in ("participant", "target")},
            tuple(any_span() for _ in range(draw(st.integers(1, 2)))),
            value={"topics": (any_span(),), "level": draw(st.none() | st.text(max_size=5))},
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    cuts = sorted(draw(st.sets(offsets, max_size=4)))
    parts = tuple(Part(a, b, "body") for a, b in pairwise([*cuts, len(text)]))
    at = any_span()
    return Reading(
        Document(document_id(text), draw(st.text(max_size=9)), "text/plain", text, parts=parts),
        (Entity("person/a", "person", draw(st.text(max_size=9))), Entity("Q1", "state", "One")),
        (Mention("Q1", at.start, at.end, at.text),),
        tuple(facts),
    )


@given(st.lists(readings(), min_size=1, max_size=4, unique_by=lambda reading: reading.document.text))
@settings(max_examples=25, deadline=None)
def test_readings_of_any_text_are_kept_exactly(many: list[Reading]) -> None:
    with TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        with record.batch():
            for reading in many:
                record.add(reading, extractor=ENGINE)
        for reading in many:
            back = record.reading(reading.document.id)
            assert (back.document, back.mentions, back.facts) == (reading.document, reading.mentions, reading.facts)
            assert record.original(reading.document.id) == reading.document.text.encode()
        assert record.verify().problems == ()
