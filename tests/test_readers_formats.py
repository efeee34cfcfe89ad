import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Document
from communique.readers import ReadError, Source, documents, extract
from communique.readers.media_type import media_type_of
from communique.readers.source import Extract


@pytest.mark.parametrize(
    ("name", "head", "media_type"),
    [
        ("a.txt", b"They met.", "text/plain"),
        ("a.txt", b"%PDF-1.7\n", "application/pdf"),
        ("a.pdf", b"They met.", "text/plain"),
        ("a.txt", b"<!DOCTYPE html><p>They met.", "text/html"),
        ("a.html", b"<p>They met.", "text/html"),
        ("a", b"\xef\xbb\xbf\n<html lang='en'>", "text/html"),
        ("a.htm", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "text/html"),
        ("a.xml", b'<?xml version="1.0"?><!-- x --><tei:TEI xmlns:tei="x">', "application/tei+xml"),
        ("a.xml", '<?xml version="1.0" encoding="utf-16"?><TEI>'.encode("utf-16"), "application/tei+xml"),
        ("a.xml", b"<rss>", "application/xml"),
        ("a.md", b"<div>They</div> met.", "text/markdown"),
        ("a.txt", b"---\ntitle: Call\n---\nThey met.", "text/markdown"),
        ("a", b'{"text": "They met."}\n', "application/jsonl"),
        ("a.jsonl.gz", b"\x1f\x8b\x08", "application/gzip"),
        ("a", b"Received: by x\r\n with y\r\nMessage-ID: <1>\r\nSubject: z\r\n\r\n", "message/rfc822"),
        ("a.txt", b"FROM: Embassy Como\nTO: Capital\nSUBJECT: Fish\n\nThey met.", "text/plain"),
        ("https://example.org/a.html?x=.pdf", b"They met.", "text/html"),
        ("a.docx", b"PK\x03\x04", "application/zip"),
    ],
)
def test_readers_formats_content_tells_first_and_the_name_next(name: str, head: bytes, media_type: str) -> None:
    assert media_type_of(name, head) == media_type


def test_readers_formats_a_declared_type_counts_over_the_name() -> None:
    assert media_type_of("page", b"They met.", declared="text/markdown; charset=utf-8") == "text/markdown"
    assert media_type_of("page", b"%PDF-1.4", declared="text/html") == "application/pdf"


def test_readers_formats_documents_are_composed_with_what_the_caller_knows() -> None:
    [document] = documents(
        Source("a.txt", b"They met in Como."), published="2023-05", publisher="Lake News", language="en"
    )
    assert isinstance(document, Document)
    assert (document.published, document.published_basis, document.publisher) == ("2023-05", "caller", "Lake News")
    assert document.text == "They met in Como."


def test_readers_formats_an_error_is_handed_on_among_documents() -> None:
    assert [str(item) for item in documents(Source("a.txt", b""))] == ["a.txt: is empty"]


def test_readers_formats_a_2_mb_line_is_read() -> None:
    data = b"The ministers met and agreed on fish. " * 52_000
    [item] = extract(Source("line.txt", data))
    assert isinstance(item, Extract)
    assert len(item.text) == len(data)


@pytest.mark.parametrize("name", ["line.txt", "line.md", "line.html", "line.jsonl"])
def test_readers_formats_a_5_mb_line_is_too_long_for_one_document(name: str) -> None:
    text = "The ministers met and agreed on fish. " * 140_000
    content = (
        json.dumps({"path": name, "text": text}) if name.endswith("jsonl") else f"<p>{text}" if "html" in name else text
    )
    [error] = extract(Source(name, content.encode()))
    assert str(error) == f"{name}: has more than 2,000,000 characters of text, the most that is read as one document"


HEADS = (
    b"",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"<html><p>",
    b"<?xml version='1.0'?><TEI>",
    b'{"text": "',
    b"---\na: b\n---\n",
    b"From: x\r\n",
)
NAMES = ("a", "a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.eml", "a.tei", "a.xml", "a.jsonl", "a.jsonl.gz")


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(HEADS), st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_readers_formats_no_bytes_under_any_name_crash_and_every_block_is_in_its_text(
    name: str, head: bytes, rest: bytes
) -> None:
    for item in extract(Source(name, head + rest)):
        if isinstance(item, ReadError):
            assert str(item).startswith(name)
            assert "\n" not in str(item)
        else:
            item.text.encode("utf-8")
            ends = [0]
            for part in item.blocks:
                assert ends[-1] <= part.start < part.end <= len(item.text)
                ends.append(part.end)
