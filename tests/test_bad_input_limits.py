"""What is too large for the memory that a run may take is refused before it is parsed, in words for a user."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from communique.readers import ReadError, Source, extract
from communique.readers.limits import TEXT_CHARACTERS

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SENTENCE = "The ministers met in Suva on 3 May 2024. "
MESSAGE = "From: press@mfa.example\nSubject: Talks\nContent-Type: text/plain\n\n"
MOST_MEGABYTES = 300


def docx(body: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return buffer.getvalue()


LARGE = {
    "tags in HTML": ("page.html", f"<html><body>{'<p>a</p>' * 250_000}</body></html>".encode(), "400,000 tags"),
    "tags in TEI": ("debate.xml", TEI.format("<p>a</p>" * 250_000).encode(), "400,000 tags"),
    "tags in DOCX": ("treaty.docx", docx("<w:p/>" * 450_000), "400,000 tags"),
    "text in HTML": ("page.html", f"<html><body><p>{SENTENCE * 250_000}".encode(), "larger than 8 MB"),
    "text in a DOCX": ("treaty.docx", docx(f"<w:p><w:r><w:t>{'a' * 9_000_000}</w:t></w:r></w:p>"), "9 MB of XML"),
    "text in a message": ("talks.eml", (MESSAGE + SENTENCE * 800_000).encode(), f"{TEXT_CHARACTERS:,} characters"),
    "message": ("talks.eml", (MESSAGE + SENTENCE * 1_000_000).encode(), "35 MB"),
    "lines of a message": ("talks.eml", MESSAGE.encode() + b"\n" * 1_100_000, "1,000,000 lines"),
}


@pytest.mark.parametrize(("name", "data", "reason"), LARGE.values(), ids=LARGE)
def test_bad_input_too_large_to_parse_is_refused(name: str, data: bytes, reason: str) -> None:
    [error] = extract(Source(name, data))
    assert isinstance(error, ReadError)
    assert error.source == name
    assert reason in error.reason


LARGEST = {
    "page.html": f"<html><body>{'<p>ab</p>' * 199_000}{'<!-- x -->' * 600}<p>{SENTENCE * 20_000}</p></body></html>",
    "debate.xml": TEI.format("<p>ab</p>" * 199_000 + f"<p>{SENTENCE * 20_000}</p>"),
    "talks.eml": MESSAGE + SENTENCE * 850_000,
}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing tells the peak without what the parent had")
@pytest.mark.parametrize("name", LARGEST)
def test_bad_input_the_largest_that_is_parsed_takes_less_than_300_megabytes(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(LARGEST[name], encoding="utf-8")
    program = (
        "import re, sys\n"
        "from pathlib import Path\n"
        "from communique.readers import extract, source_of\n"
        "list(extract(source_of(sys.argv[1])))\n"
        "print(re.search('VmHWM:[^0-9]*([0-9]+)', Path('/proc/self/status').read_text())[1])"
    )
    run = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert int(run.stdout) / 1000 < MOST_MEGABYTES


BOMB = '<!DOCTYPE TEI [<!ENTITY a "ha">{}]><TEI><text><body><p>&i;</p></body></text></TEI>'.format(
    "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True))
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (f"<!-- <TEI> -->{BOMB}".encode(), "entities, which are refused"),
        (f'<?xml version="1.0" encoding="utf-16"?>{BOMB}'.encode("utf-16"), "entities, which are refused"),
        (TEI.format("<div>" * 300).encode(), "nested more than 256 deep"),
    ],
    ids=["bomb behind a comment", "bomb in UTF-16", "nesting"],
)
def test_bad_input_xml_is_refused_in_words_for_a_user(data: bytes, reason: str) -> None:
    [error] = extract(Source("debate.xml", data))
    assert isinstance(error, ReadError)
    assert reason in error.reason
    assert "XML_PARSE_HUGE" not in error.reason
