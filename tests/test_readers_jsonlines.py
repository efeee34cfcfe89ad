import gzip
import io
import json
import tracemalloc

import pytest

from communique.readers import ReadError, Source, extract
from communique.readers.limits import TEXT_BYTES
from communique.readers.source import Extract


def lines(*records: object) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def extracts(data: bytes, name: str = "corpus.jsonl") -> list[Extract]:
    found = []
    for item in extract(Source(name, data)):
        assert isinstance(item, Extract), item
        found.append(item)
    return found


def test_readers_jsonlines_each_line_is_a_document_read_by_its_paths_extension() -> None:
    markdown, plain, page = extracts(
        lines(
            {"path": "2023/call.md", "text": "---\ntitle: A Call\ndate: '2023-05-03'\n---\nThey spoke. 😀"},
            {"url": "https://www.osce.org/7", "text": "They met.", "title": "A Meeting", "published": "2023-05-04"},
            {"path": "page.html", "text": "<!doctype html><p>They <b>agreed</b>.</p>"},
        )
    )
    assert (markdown.source, markdown.media_type, markdown.title) == ("2023/call.md", "text/markdown", "A Call")
    assert markdown.text[markdown.body_start :] == "They spoke. 😀"
    assert (plain.source, plain.url) == ("https://www.osce.org/7", "https://www.osce.org/7")
    assert (plain.title, plain.published, plain.publisher) == ("A Meeting", "2023-05-04", "OSCE")
    assert page.text == "They agreed."


@pytest.mark.parametrize("name", ["corpus.jsonl.gz", "corpus", "-"])
def test_readers_jsonlines_gzip_is_told_by_content(name: str) -> None:
    [item] = extracts(gzip.compress(lines({"path": "a.txt", "text": "They met."})), name)
    assert (item.source, item.text) == ("a.txt", "They met.")


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{not json", "is not JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1))"),
        (b"[1, 2]", "is not a JSON object"),
        (b'{"path": "a.txt"}', 'has no "text"'),
        (b'{"text": 5}', 'has no "text"'),
        (b'{"text": "  "}', "is empty"),
        (b'{"text": "\xff"}', "is not UTF-8"),
        (b"[" * 200_000, "is JSON nested too deep"),
    ],
)
def test_readers_jsonlines_a_bad_line_is_named_and_the_rest_goes_on(bad: bytes, reason: str) -> None:
    good = lines({"path": "a.txt", "text": "They met."})
    first, error, last = extract(Source("corpus.jsonl", good + bad + b"\n" + good))
    assert isinstance(first, Extract)
    assert isinstance(last, Extract)
    assert str(error) == f"corpus.jsonl:2: {reason}"


def test_readers_jsonlines_empty_lines_are_nothing() -> None:
    data = b"\n" + lines({"path": "a.txt", "text": "They met."}) + b"\n  \r\n"
    assert len(extracts(data)) == 1


def test_readers_jsonlines_lone_surrogates_and_nuls_become_replacement_characters() -> None:
    [item] = extracts(rb'{"path": "a.txt", "text": "A \ud800 pair \ud83d\ude00 and \u0000."}')
    assert item.text == "A \ufffd pair 😀 and \ufffd."


def test_readers_jsonlines_truncated_gzip_gives_what_it_has_and_one_line() -> None:
    records = lines(*({"path": f"{i}.txt", "text": f"They met {i * 7919} times."} for i in range(5000)))
    *found, error = extract(Source("cut.jsonl.gz", gzip.compress(records)[:-2000]))
    assert len(found) > 1000
    assert isinstance(error, ReadError)
    assert error.reason.startswith("is damaged or truncated gzip data after line")


def test_readers_jsonlines_a_line_too_long_is_passed_over_in_bounded_memory() -> None:
    class Endless(io.RawIOBase):
        """A first line of 30 MB that nobody ever holds, then a good one."""

        left = 3 * TEXT_BYTES
        tail = b'"}\n' + lines({"path": "a.txt", "text": "They met."})

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            size = min(len(buffer), self.left) or min(len(buffer), len(self.tail))
            if self.left:
                buffer[:size] = b"x" * size
                self.left -= size
            else:
                buffer[:size] = self.tail[:size]
                self.tail = self.tail[size:]
            return size

    tracemalloc.start()
    error, item = extract(Source("huge.jsonl", opener=lambda: io.BufferedReader(Endless())))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert str(error) == "huge.jsonl:1: is a line of more than 10 MB"
    assert isinstance(item, Extract)
    assert peak < 2.5 * TEXT_BYTES
