from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_record_readings import CALL, ENGINE, ESTONIA, NUNEZ, TAMM, VISIT, call_reading, visit_reading

from communique.model import Document, Filler, Mention, Part, Span, TimeRef, document_id
from communique.reading import Reading
from communique.record import EvidenceError, Record, UnknownDocumentError, open_record
from communique.record.folding import fold
from communique.record.schema import metadata


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "record.db"
    open_record(path).close()
    return path


@pytest.fixture
def record(tmp_path: Path, empty: Path) -> Iterator[Record]:
    with open_record(copy(empty, tmp_path)) as opened:
        yield opened


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# Adding


def test_store_takes_the_same_reading_once(record: Record) -> None:
    assert record.add(visit_reading(), extractor=ENGINE) == "added"
    lines = list(record.lines())
    assert record.add(visit_reading(), extractor=ENGINE) == "unchanged"
    assert list(record.lines()) == lines
    assert len(list(record.versions())) == 1


def test_store_makes_an_edited_source_a_new_version(record: Record) -> None:
    first, second = visit_reading(), visit_reading(text=VISIT + "Corrected on 6 March.\n")
    record.add(first, extractor=ENGINE)
    assert record.add(second, extractor=ENGINE) == "updated"
    assert [h.id for h in record.documents()] == [second.document.id]
    assert {h.id for h in record.documents(superseded=True)} == {first.document.id, second.document.id}
    assert record.document(first.document.id).text == VISIT
    assert {f.document for f, _ in record.facts()} == {second.document.id}
    assert [(v.version, v.document, v.current) for v in record.versions(source="statements/visit.txt")] == [
        (1, first.document.id, False),
        (2, second.document.id, True),
    ]


def test_store_follows_a_source_back_to_an_earlier_text(record: Record) -> None:
    first, second = visit_reading(), visit_reading(text=VISIT + "Corrected on 6 March.\n")
    for reading in (first, second, first):
        record.add(reading, extractor=ENGINE)
    assert [h.id for h in record.documents()] == [first.document.id]
    assert len(list(record.versions())) == 3


def test_store_keeps_one_document_for_two_sources_with_the_same_text(record: Record) -> None:
    record.add(visit_reading(), extractor=ENGINE)
    assert record.add(visit_reading(source="mirror/visit.txt"), extractor=ENGINE) == "added"
    assert record.add(visit_reading(source="mirror/visit.txt"), extractor=ENGINE) == "unchanged"
    assert record.summary().documents == 1
    # the text is superseded only when no source holds it any more
    record.add(
        replace(call_reading(), document=replace(call_reading().document, source="mirror/visit.txt")), extractor=ENGINE
    )
    assert record.summary().documents == 2


def test_store_replaces_what_an_older_extractor_read(record: Record) -> None:
    old = visit_reading()
    new = replace(old, facts=old.facts[:1], mentions=old.mentions[1:])
    record.add(old, extractor=ENGINE)
    assert record.add(new, extractor="communique 0.2.0") == "updated"
    assert record.reading(old.document.id).facts == new.facts
    # nothing refers to Estonia now
    assert [e.id for e in record.entities()] == ["Q1770", "person/jose-nunez"]
    assert record.verify().ok


def test_store_notices_other_metadata(record: Record) -> None:
    record.add(call_reading(), extractor=ENGINE)
    dated = replace(call_reading(), document=replace(call_reading().document, published="2022-01-11"))
    assert record.add(dated, extractor=ENGINE) == "updated"
    assert record.document(dated.document.id).published == "2022-01-11"
    assert record.verify().ok


def test_store_keeps_the_original_bytes(record: Record) -> None:
    page = f"<html><body><p>{CALL}</p></body></html>".encode()
    record.add(call_reading(), page, extractor=ENGINE)
    record.add(visit_reading(), VISIT.encode(), extractor=ENGINE)
    assert record.original(call_reading().document.id) == page
    assert record.original(visit_reading().document.id) == VISIT.encode()


def test_store_knows_a_source_before_it_is_read(record: Record) -> None:
    page = f"<html><body><p>{CALL}</p></body></html>".encode()
    record.add(call_reading(), page, extractor=ENGINE)
    record.add(visit_reading(), extractor=ENGINE)
    assert record.has_source("statements/call.txt", sha256(page), ENGINE)
    assert record.has_source("statements/visit.txt", sha256(VISIT.encode()), ENGINE)
    assert not record.has_source("statements/call.txt", sha256(page + b" "), ENGINE)
    assert not record.has_source("statements/call.txt", sha256(page), "communique 0.2.0")
    assert not record.has_source("statements/other.txt", sha256(page), ENGINE)


def test_store_gathers_the_aliases_of_an_entity(record: Record) -> None:
    record.add(visit_reading(), extractor=ENGINE)
    call = call_reading()
    estonia = replace(ESTONIA, aliases=("Eesti",))
    at = Span.of(CALL, 0, 17)
    record.add(
        replace(call, entities=(*call.entities, estonia), mentions=(*call.mentions, Mention("Q191", 0, 17, at.text))),
        extractor=ENGINE,
    )
    assert next(record.entities(type="state")).aliases == ("Republic of Estonia", "Eesti")


def test_store_takes_a_file_name_that_is_not_unicode(record: Record) -> None:
    names = [b"\xff.txt".decode("utf-8", "surrogateescape"), b"\xfe.txt".decode("utf-8", "surrogateescape")]
    assert record.add(visit_reading(source=names[0]), extractor=ENGINE) == "added"
    assert record.add(call_reading(source=names[1]), extractor=ENGINE) == "added"
    assert record.add(visit_reading(source=names[0]), extractor=ENGINE) == "unchanged"
    assert record.has_source(names[0], sha256(VISIT.encode()), ENGINE)


# Refusing


def broken_readings() -> dict[str, Reading]:
    good = visit_reading()
    meeting, commitment = good.facts
    shifted = Span(meeting.evidence[0].start + 1, meeting.evidence[0].end + 1, meeting.evidence[0].text)
    return {
        "evidence": replace(good, facts=(replace(meeting, evidence=(shifted,)), commitment)),
        "has no evidence": replace(good, facts=(replace(meeting, evidence=()),)),
        "topics": replace(good, facts=(replace(meeting, value={"topics": (shifted,)}),)),
        "participant": replace(
            good,
            facts=(
                replace(
                    meeting,
                    roles={
                        "participant": (Filler("X", None, 0, 3, "Min "),),
                    },
                ),
            ),
        ),
        "time": replace(good, facts=(replace(meeting, time=TimeRef("2021-03-04", "4 March", 0, 7)),)),
        "not an EDTF date": replace(good, facts=(replace(meeting, time=TimeRef("March 4")),)),
        "mention": replace(good, mentions=(Mention(NUNEZ.id, -5, -1, VISIT[-5:-1]),)),
        "unknown entity": replace(good, entities=()),
        "another document": replace(good, facts=(replace(meeting, document="0" * 16),)),
        "part": replace(good, document=replace(good.document, parts=(Part(0, 30, "title"), Part(20, 40, "body")))),
        "hash": replace(good, document=replace(good.document, id="0" * 16)),
        "no role": replace(good, facts=(replace(meeting, roles={"place": (Filler("X"),)}),)),
    }


@pytest.mark.parametrize("problem", broken_readings())
def test_store_refuses_a_reading_whose_spans_do_not_reproduce_the_text(record: Record, problem: str) -> None:
    with pytest.raises(EvidenceError, match=problem) as error:
        record.add(broken_readings()[problem], extractor=ENGINE)
    assert str(error.value).startswith("statements/visit.txt: ")
    assert "\n" not in str(error.value)
    assert list(record.documents()) == [] and list(record.entities()) == []


def test_store_goes_on_with_a_batch_after_a_refusal(record: Record) -> None:
    with record.batch():
        record.add(visit_reading(), extractor=ENGINE)
        with pytest.raises(EvidenceError):
            record.add(replace(call_reading(), entities=()), extractor=ENGINE)
        assert record.add(call_reading(source="calls/2.txt"), extractor=ENGINE) == "added"
    assert record.summary().documents == 2
    assert record.verify().ok


def test_store_refuses_lone_surrogates(record: Record) -> None:
    text = "Broken \ud800 text"
    with pytest.raises(EvidenceError, match="lone surrogate"):
        record.add(Reading(Document(document_id(text), "x.txt", "text/plain", text), (), (), ()), extractor=ENGINE)


def test_store_undoes_a_batch_that_fails(record: Record) -> None:
    with pytest.raises(KeyboardInterrupt), record.batch():
        record.add(visit_reading(), extractor=ENGINE)
        raise KeyboardInterrupt
    assert list(record.documents(superseded=True)) == []
    assert record.add(visit_reading(), extractor=ENGINE) == "added"


# Asking


@pytest.fixture
def filled(record: Record) -> Record:
    record.add(visit_reading(), extractor=ENGINE)
    record.add(call_reading(), extractor=ENGINE)
    return record


def types(record: Record, **query: str | None) -> list[str]:
    return [finding.fact.type for finding in record.facts(**query)]  # type: ignore[arg-type]


def test_store_lists_facts_by_date_with_their_documents(filled: Record) -> None:
    assert types(filled) == ["meeting", "commitment", "call", "statement"]
    fact, document = next(filled.facts(type="call"))
    assert fact == call_reading().facts[0]
    assert (document.id, document.source, document.published) == (fact.document, "statements/call.txt", "2022-01-10")
    assert len(list(filled.facts(limit=2))) == 2


@pytest.mark.parametrize("actor", ["José Núñez", "jose nunez", "NUNEZ", "person/jose-nunez"])
def test_store_finds_facts_by_actor(filled: Record, actor: str) -> None:
    assert types(filled, actor=actor) == ["meeting", "commitment"]


@pytest.mark.parametrize("actor", ["Jos", "Núñez Tamm", "Tallinn", "", "%", "' OR 1=1 --"])
def test_store_finds_no_facts_of_others(filled: Record, actor: str) -> None:
    assert types(filled, actor=actor) == []


def test_store_filters_facts_by_time(filled: Record) -> None:
    # the commitment has no date of its own and goes by its document's, 5 March; the statement's year nobody gave
    assert types(filled, since="2021-03-05") == ["commitment", "call"]
    assert types(filled, until="2021-03-04") == ["meeting"]
    assert types(filled, since="2021", until="2021") == ["meeting", "commitment"]
    assert types(filled, since="2023") == []
    with pytest.raises(ValueError, match="not an EDTF date"):
        types(filled, since="yesterday")


def test_store_finds_a_document_by_the_beginning_of_its_id(filled: Record) -> None:
    whole = visit_reading().document.id
    assert filled.document(whole[:6]).id == whole
    for beginning in ("", "zz", whole + "0", "%", whole[:6].upper() + "X"):
        with pytest.raises(UnknownDocumentError, match="no document"):
            filled.document(beginning)


def test_store_says_when_a_beginning_is_not_unique(record: Record) -> None:
    for number in range(40):
        text = f"Statement number {number}."
        record.add(
            Reading(Document(document_id(text), f"{number}.txt", "text/plain", text), (), (), ()), extractor=ENGINE
        )
    first = min(h.id[0] for h in record.documents() if sum(o.id[0] == h.id[0] for o in record.documents()) > 1)
    with pytest.raises(UnknownDocumentError, match="more than one document"):
        record.document(first)


def test_store_removes_a_document_and_all_it_carries(filled: Record) -> None:
    filled.add(visit_reading(source="copy.html"), b"<p>bytes of a page</p>", extractor=ENGINE)
    assert filled.remove(visit_reading().document.id[:8]) == visit_reading().document.id
    assert [h.source for h in filled.documents(superseded=True)] == ["statements/call.txt"]
    assert list(filled.entities()) == [TAMM]
    assert [hit.document.source for hit in filled.search("Tallinn")] == []
    with filled.engine.connect() as connection:
        counts = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
            for table in ("originals", "versions", "parts", "mentions", "facts", "names", "fillers", "evidence")
        ]
    assert counts == [0, 1, 0, 1, 2, 2, 2, 2]
    assert filled.verify().ok


def test_store_sums_up(filled: Record) -> None:
    summary = filled.summary()
    assert (summary.documents, summary.superseded, summary.words) == (2, 0, len(VISIT.split()) + len(CALL.split()))
    assert summary.facts == {"call": 1, "commitment": 1, "meeting": 1, "statement": 1}
    assert summary.entities == {"person": 2, "place": 1, "state": 1}


def test_store_exports_one_document(filled: Record) -> None:
    lines = list(filled.lines(document=call_reading().document.id))
    assert [line.split(",")[0] for line in lines] == [
        '{"kind": "entity"',
        '{"kind": "document"',
        *['{"kind": "fact"'] * 2,
    ]


# Searching


def test_store_finds_words_and_says_where_they_stand(filled: Record) -> None:
    (hit,) = filled.search("memorandums RAIL")
    assert hit.document.id == visit_reading().document.id
    assert hit.snippet.text == VISIT[hit.snippet.start : hit.snippet.end]
    assert [passage.text for passage in hit.passages] == ["rail", "memorandum"]
    assert all(VISIT[p.start : p.end] == p.text for p in hit.passages)


def test_store_finds_words_without_their_accents(filled: Record) -> None:
    assert [hit.document.title for hit in filled.search("nunez")] == ["Minister visits Tallinn"]


def test_store_finds_phrases_only_where_the_words_follow_each_other(filled: Record) -> None:
    assert len(list(filled.search('"rail corridor"'))) == 1
    assert list(filled.search('"corridor rail"')) == []


def test_store_ranks_a_title_above_a_mention(record: Record) -> None:
    for name, title, text in (("a", "Fisheries", "Quotas were agreed."), ("b", "Quotas", "Fisheries, and much else.")):
        record.add(Reading(Document(document_id(text), name, "text/plain", text, title), (), (), ()), extractor=ENGINE)
    assert [hit.document.source for hit in record.search("fisheries")] == ["a", "b"]


def test_store_searches_what_is_current(record: Record) -> None:
    record.add(visit_reading(), extractor=ENGINE)
    record.add(call_reading(source="statements/visit.txt"), extractor=ENGINE)
    assert list(record.search("corridor")) == []


HOSTILE = [
    "",
    '"',
    '"unclosed',
    "*",
    "rail*",
    "title:rail",
    "NEAR(rail corridor, 2)",
    "rail AND NOT corridor",
    "^rail",
    "-rail",
    "(rail",
    "{title text}: rail",
    "rail'; DROP TABLE documents; --",
    "\0",
    "rail\0corridor",
    "\ud800",
    ":memory:",
    "?1 :x @y $z",
    "rail " * 5000,
    " ".join(f"word{n}" for n in range(3000)),
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_store_searches_for_any_words_without_reading_them_as_commands(filled: Record, words: str) -> None:
    list(filled.search(words))
    assert filled.summary().documents == 2


@given(words=st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_store_searches_for_any_text(any_record: Record, words: str) -> None:
    list(any_record.search(words))
    list(any_record.facts(actor=words, limit=1))


@pytest.fixture(scope="module")
def any_record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("any") / "record.db") as opened:
        opened.add(visit_reading(), extractor=ENGINE)
        yield opened


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Sergey Lavrov", " sergey lavrov "),
        ("Núñez-Østergård", " nunez ostergard "),
        ("ŁÓDŹ", " lodz "),
        ("…", " "),
        ("Иван", " иван "),
    ],
)
def test_folding_leaves_words(name: str, folded: str) -> None:
    assert fold(name) == folded


# The documentation


def test_store_answers_the_queries_of_its_documentation(filled: Record) -> None:
    page = (Path(__file__).parents[1] / "docs" / "record.md").read_text(encoding="utf-8")
    statements = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    with filled.engine.connect() as connection:
        answers = [connection.exec_driver_sql(statement).all() for statement in statements]
    assert len(answers) == 5 and all(answers)
    assert set(answers[1][0][2].split(" – ")) == {"José Núñez", "Foreign Minister of Estonia"}


def test_store_documents_every_table(record: Record) -> None:
    page = (Path(__file__).parents[1] / "docs" / "record.md").read_text(encoding="utf-8")
    assert all(f"| `{table}` |" in page for table in metadata.tables)
