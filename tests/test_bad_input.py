"""Input that nobody wants ends in one line that names the file and the reason, and the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from communique.readers import ReadError, Source, sources
from communique.reading import Reading, read_source

SENTENCE = "Foreign Minister Sigrid Holm met her Fijian counterpart, Josefa Rabuka, in Suva on 3 May 2024. "
MEGABYTE = 1_000_000
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True))
    + ']><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&i;</p></body></text></TEI>'
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY secret SYSTEM "SECRET">]>'
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>The ministers met. &secret;</p></body></text></TEI>'
)
NOBODY = 65534


def read_all(*paths: Path) -> list[Reading | ReadError]:
    return [
        reading
        for source in sources(paths)
        for reading in ([source] if isinstance(source, ReadError) else read_source(source))
    ]


def error_of(path: Path) -> ReadError:
    (item,) = read_all(path)
    assert isinstance(item, ReadError)
    return item


def reading_of(path: Path) -> Reading:
    (item,) = read_all(path)
    assert isinstance(item, Reading)
    return item


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def pdf(*, password: str | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password) if password else None)
    canvas.drawString(72, 720, SENTENCE)
    canvas.save()
    return buffer.getvalue()


def zip_of(member: str, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(member, content)
    return buffer.getvalue()


@contextmanager
def without_privileges() -> Iterator[None]:
    """As a user to whom permissions apply."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("empty.txt", lambda: b"", "empty"),
    "white space": ("blank.txt", lambda: b" \r\n\t\n" * 100, "empty"),
    "binary": ("statement.txt", lambda: bytes(range(256)) * 100, "binary"),
    "image": ("statement.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
    "encrypted PDF": ("treaty.pdf", lambda: pdf(password="suva"), "password|encrypted"),
    "truncated PDF": ("treaty.pdf", lambda: pdf()[:300], "damaged|truncated|broken|PDF"),
    "truncated DOCX": ("treaty.docx", lambda: zip_of("word/document.xml", b"<x/>")[:60], "DOCX|ZIP|zip|damaged"),
    "archive that is no DOCX": ("treaty.docx", lambda: zip_of("photo.raw", b"0"), "DOCX|Word|ZIP|zip"),
    "DOCX bomb": ("bomb.docx", lambda: zip_of("word/document.xml", b"<a/>" * 10 * MEGABYTE), "unpack|larger|bomb|MB"),
    "gzip bomb": ("bomb.txt.gz", lambda: gzip.compress(b"The ministers met. " * 6 * MEGABYTE), "MB"),
    "truncated gzip": (
        "news.jsonl.gz",
        lambda: gzip.compress(SENTENCE.encode() * 99)[:-20],
        "gzip|truncated|damaged|JSON",
    ),
    "XML bomb": ("bomb.xml", lambda: BOMB.encode(), "entit"),
    "broken XML": ("debate.xml", lambda: b"<TEI><text><body><p>The ministers", "XML"),
    "not JSON": ("items.jsonl", lambda: b"The ministers met.\n", "JSON"),
}


@pytest.mark.parametrize(("name", "content", "reason"), BAD.values(), ids=BAD)
def test_bad_input_ends_in_one_line(tmp_path: Path, name: str, content: Callable[[], bytes], reason: str) -> None:
    path = written(tmp_path, name, content())
    error = error_of(path)
    assert str(error).startswith(str(path))
    assert "\n" not in str(error)
    assert any(word in error.reason for word in reason.split("|")), error.reason


@pytest.mark.parametrize(("name", "content", "reason"), BAD.values(), ids=BAD)
def test_bad_input_does_not_stop_the_rest(tmp_path: Path, name: str, content: Callable[[], bytes], reason: str) -> None:
    written(tmp_path, "a.txt", SENTENCE)
    written(tmp_path, f"m-{name}", content())
    written(tmp_path, "z.txt", SENTENCE)
    first, bad, last = read_all(tmp_path)
    assert isinstance(first, Reading)
    assert isinstance(bad, ReadError)
    assert isinstance(last, Reading)


def test_bad_input_200_megabytes_of_text(tmp_path: Path) -> None:
    path = written(tmp_path, "huge.txt", SENTENCE * 10_000)
    os.truncate(path, 200 * MEGABYTE)
    assert "larger than" in error_of(path).reason


def test_bad_input_200_megabytes_in_one_json_line(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        lines.write('{"path": "huge", "text": "')
        for _ in range(200):
            lines.write("The ministers met. " * 52_632)
        lines.write('"}\n' + json.dumps({"path": "small", "text": SENTENCE}) + "\n")
    huge, small = read_all(path)
    assert isinstance(huge, ReadError)
    assert isinstance(small, Reading)
    assert small.document.source == "small"


def test_bad_input_json_lines_go_on_after_a_bad_one(tmp_path: Path) -> None:
    lines = [
        '{"path": "one", "text": "The ministers met."}',
        "{",
        '{"path": "two"}',
        '{"path": "three", "text": "They left."}',
    ]
    one, broken, without_text, three = read_all(written(tmp_path, "items.jsonl", "\n".join(lines)))
    assert isinstance(one, Reading)
    assert isinstance(broken, ReadError)
    assert "2" in str(broken)
    assert isinstance(without_text, ReadError)
    assert isinstance(three, Reading)


def test_bad_input_broken_utf8_is_read_with_replacements(tmp_path: Path) -> None:
    broken = "Der Außenminister empfängt Josefa Rabuka – höflich, übrigens.".encode().replace(b"\xc3\xb6", b"\xc3", 1)
    document = reading_of(written(tmp_path, "broken.txt", broken)).document
    assert "Außenminister empfängt Josefa Rabuka" in document.text
    assert "\ufffd" in document.text
    document.text.encode("utf-8")


def test_bad_input_nul_bytes_keep_offsets(tmp_path: Path) -> None:
    text = "The minis\0ters met in Suva. " + "They talked about fish. " * 100
    document = reading_of(written(tmp_path, "nul.txt", text)).document
    assert "\0" not in document.text
    assert len(document.text) == len(text)


@pytest.mark.parametrize("tag", ["div", "blockquote", "b", "table><tr><td", "ul><li"])
def test_bad_input_html_with_100_000_nested_tags(tmp_path: Path, tag: str) -> None:
    path = written(tmp_path, "nested.html", f"<html><body>{f'<{tag}>' * 100_000}{SENTENCE * 10}</body></html>")
    for item in read_all(path):
        assert isinstance(item, ReadError) or "Josefa Rabuka" in item.document.text


def test_bad_input_external_entities_are_never_opened(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.txt", "the password is Suva")
    path = written(tmp_path, "external.xml", EXTERNAL.replace("SECRET", secret.as_uri()))
    for item in read_all(path):
        assert isinstance(item, ReadError) or "password" not in item.document.text


def test_bad_input_folder_without_permission() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        closed = Path(folder) / "m-closed"
        closed.mkdir(mode=0)
        written(Path(folder), "a.txt", SENTENCE)
        written(Path(folder), "z.txt", SENTENCE)
        with without_privileges():
            first, error, last = sources([Path(folder)])
        closed.chmod(0o700)
    assert isinstance(first, Source)
    assert isinstance(error, ReadError)
    assert str(error).startswith(f"{closed}: ")
    assert "permission" in error.reason
    assert isinstance(last, Source)


def test_bad_input_file_that_vanishes(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        written(tmp_path, name, SENTENCE)
    found = sources([tmp_path])
    first = next(found)
    (tmp_path / "b.txt").unlink()
    vanished, last = found
    assert isinstance(first, Source)
    assert isinstance(vanished, ReadError)
    assert str(vanished).startswith(f"{tmp_path / 'b.txt'}: ")
    assert isinstance(last, Source)


def test_bad_input_file_that_was_never_there(tmp_path: Path) -> None:
    assert str(error_of(tmp_path / "nowhere.txt")).startswith(f"{tmp_path / 'nowhere.txt'}: ")


@pytest.mark.parametrize("mark", ['"', "“", "«", "'", "(", "["])
def test_bad_input_10_000_unclosed_quotation_marks(tmp_path: Path, mark: str) -> None:
    reading = reading_of(written(tmp_path, "marks.txt", f"{mark}Yes, said Holm. " * 10_000))
    for fact in reading.facts:
        for span in fact.evidence:
            assert reading.document.text[span.start : span.end] == span.text


def test_bad_input_line_of_almost_2_megabytes(tmp_path: Path) -> None:
    line = SENTENCE + " ".join([f"{number:0200}" for number in range(19 * MEGABYTE // 2000)])
    assert reading_of(written(tmp_path, "line.txt", line)).document.text == line


def test_bad_input_line_of_5_megabytes(tmp_path: Path) -> None:
    error = error_of(written(tmp_path, "line.txt", SENTENCE * (5 * MEGABYTE // len(SENTENCE))))
    assert "more than 2,000,000 characters" in error.reason


def test_bad_input_word_of_almost_2_megabytes(tmp_path: Path) -> None:
    assert reading_of(written(tmp_path, "word.txt", "M" + "e" * (2 * MEGABYTE - 1))).facts == ()


@pytest.mark.parametrize("characters", ["😀" * 5000, "\u202e" * 5000, "e\u0301" * 5000, "\ufeff" * 5000, "م" * 5000])
def test_bad_input_strange_characters_keep_offsets_right(tmp_path: Path, characters: str) -> None:
    reading = reading_of(written(tmp_path, "strange.txt", f"{characters}\n\n{SENTENCE}\n\n{characters}"))
    for fact in reading.facts:
        for span in fact.evidence:
            assert reading.document.text[span.start : span.end] == span.text


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("communique")
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)


def test_bad_input_to_the_program_names_the_file_and_exits_with_1(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    written(documents, "a.txt", SENTENCE)
    empty = written(documents, "m.txt", "")
    binary = written(documents, "n.txt", bytes(range(256)) * 100)
    written(documents, "z.txt", "The ministers of Fiji and Norway met again in Oslo on 5 June 2024.")
    added = run("add", documents, "--record", tmp_path / "record.db")
    assert added.returncode == 1
    complaints = [line for line in added.stderr.splitlines() if str(empty) in line or str(binary) in line]
    assert len(complaints) == 2
    assert "Traceback" not in added.stderr
    listed = run("documents", "--record", tmp_path / "record.db", "--json")
    assert listed.returncode == 0
    assert "a.txt" in listed.stdout
    assert "z.txt" in listed.stdout
    assert "m.txt" not in listed.stdout


def test_bad_input_alone_is_told_in_one_line(tmp_path: Path) -> None:
    result = run("read", written(tmp_path, "empty.txt", ""))
    assert result.returncode == 1
    assert len(result.stderr.strip().splitlines()) == 1
    assert str(tmp_path / "empty.txt") in result.stderr
