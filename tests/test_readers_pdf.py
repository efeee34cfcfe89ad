import pytest

from communique.readers import ReadError, Source, extract
from communique.readers.pdf import read_pdf

Line = tuple[int, int, int, str]


def pdf_file(pages: list[list[Line]], *, title: str = "", encrypted: bool = False) -> bytes:
    """A PDF whose pages hold lines of (left, bottom, type size, words), written by hand."""
    objects: list[bytes] = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    tree = 2 + 2 * len(pages)
    kids = []
    for lines in pages:
        drawn = b"\n".join(b"BT /F1 %d Tf %d %d Td (%s) Tj ET" % (z, x, y, escaped(t)) for x, y, z, t in lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 1 0 R >> >> >>" % (tree, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids)))
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % tree)
    objects.append(b"<< /Title (%s) /CreationDate (D:20190101120000Z) >>" % escaped(title))
    trailer = b"/Size %d /Root %d 0 R /Info %d 0 R" % (len(objects) + 1, tree + 1, tree + 2)
    if encrypted:
        key = b"<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>"
        trailer += b" /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O %s /U %s >> /ID [<01> <01>]" % (key, key)
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer << %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)
    return bytes(out)


def escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


COMMUNIQUE: list[list[Line]] = [
    [
        (72, 800, 9, "Council of the Lakes"),
        (72, 770, 16, "Joint Communiqué of the"),
        (72, 750, 16, "Third Meeting of Ministers"),
        (72, 715, 11, "The ministers of Fishery met in Lucerne on 3 May 2023 and dis-"),
        (72, 701, 11, "cussed “the state of the lakes”."),
        (72, 673, 11, "They agreed to meet again in Como. The host, Minister Anna"),
        (300, 30, 9, "Page 1 of 2"),
    ],
    [
        (72, 800, 9, "Council of the Lakes"),
        (72, 770, 11, "Keller, thanked her colleagues."),
        (72, 742, 11, "The programme of work was adopted."),
        (300, 30, 9, "Page 2 of 2"),
    ],
]


def test_readers_pdf_paragraphs_are_parted_by_blank_lines_and_hyphens_left_as_they_are() -> None:
    read = read_pdf(pdf_file(COMMUNIQUE), "communique.pdf")
    paragraphs = read.text.split("\n\n")
    assert (
        "The ministers of Fishery met in Lucerne on 3 May 2023 and dis-\ncussed “the state of the lakes”." in paragraphs
    )
    assert "The programme of work was adopted." in paragraphs


def test_readers_pdf_a_sentence_runs_on_over_the_end_of_a_page() -> None:
    read = read_pdf(pdf_file(COMMUNIQUE), "communique.pdf")
    assert "The host, Minister Anna\nKeller, thanked her colleagues." in read.text


def test_readers_pdf_running_headers_are_boilerplate_once_and_page_numbers_go() -> None:
    read = read_pdf(pdf_file(COMMUNIQUE), "communique.pdf")
    boilerplate = [read.text[p.start : p.end] for p in read.blocks if p.role == "boilerplate"]
    assert boilerplate == ["Council of the Lakes"]
    assert read.text.count("Council of the Lakes") == 1
    assert "Page 1" not in read.text


def test_readers_pdf_the_files_own_title_counts_where_the_first_page_says_it() -> None:
    title = "Joint Communiqué of the Third Meeting of Ministers"
    read = read_pdf(pdf_file(COMMUNIQUE, title=title), "communique.pdf")
    assert read.title == title
    [part] = [p for p in read.blocks if p.role == "title"]
    assert read.text[part.start : part.end] == "Joint Communiqué of the\nThird Meeting of Ministers"
    assert read_pdf(pdf_file(COMMUNIQUE, title="Microsoft Word - final2.doc"), "communique.pdf").title is None


def test_readers_pdf_the_day_a_file_was_made_is_not_the_day_of_publication() -> None:
    assert read_pdf(pdf_file(COMMUNIQUE), "communique.pdf").published is None


def test_readers_pdf_an_indented_line_begins_a_paragraph() -> None:
    lines = [
        (90, 700, 11, "The first paragraph begins set in and goes"),
        (72, 686, 11, "on at the margin, as in old prints, and ends."),
        (90, 672, 11, "The second one does the same, and its second"),
        (72, 658, 11, "line stands at the margin too."),
    ]
    read = read_pdf(pdf_file([lines]), "note.pdf")
    assert [p.split()[1] for p in read.text.split("\n\n")] == ["first", "second"]


def test_readers_pdf_paragraphs_of_one_line_are_parted_where_most_have_one() -> None:
    clauses = [
        "Recalling the Charter,",
        "Hereby",
        "1. WELCOME the accession of Chad",
        "and of Mali;",
        "2. ELECT Kenya;",
    ]
    clauses += ["3. THANK the host", "and its people;", "4. ADJOURN."]
    bottom, lines = 760, []
    for clause in clauses:
        bottom -= 14 if clause[:3] == "and" else 24
        lines.append((72, bottom, 11, clause))
    read = read_pdf(pdf_file([lines]), "resolution.pdf")
    assert len(read.text.split("\n\n")) == 6
    assert "1. WELCOME the accession of Chad\nand of Mali;" in read.text


@pytest.mark.parametrize("cut", [20, 400, 900, -60, -12])
def test_readers_pdf_a_truncated_file_is_one_line(cut: int) -> None:
    [error] = extract(Source("cut.pdf", pdf_file(COMMUNIQUE)[:cut]))
    assert str(error) == "cut.pdf: is a truncated PDF: its end is missing"


def test_readers_pdf_an_encrypted_file_is_one_line() -> None:
    [error] = extract(Source("locked.pdf", pdf_file(COMMUNIQUE, encrypted=True)))
    assert str(error) == "locked.pdf: is an encrypted PDF, which needs a password"


def test_readers_pdf_a_damaged_file_is_one_line() -> None:
    [error] = extract(Source("bad.pdf", b"%PDF-1.4\nnothing here\n%%EOF\n"))
    assert isinstance(error, ReadError)
    assert error.reason == "is a damaged or truncated PDF"


def test_readers_pdf_a_scan_is_told_from_an_empty_text() -> None:
    [error] = extract(Source("scan.pdf", pdf_file([[], []])))
    assert str(error) == "scan.pdf: is a scan: 2 pages of pictures and no text"
