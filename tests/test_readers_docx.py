import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from communique.readers import ReadError, Source, extract
from communique.readers.docx import read_docx


def word_file(write: Callable[[Document], None]) -> bytes:
    document = docx.Document()
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def note_verbale(document: Document) -> None:
    document.core_properties.title = "final_v3"
    document.core_properties.language = "en-GB"
    document.add_paragraph("Note Verbale No. 114/2023", style="Title")
    document.add_paragraph("The Embassy presents its compliments 😀 and has the honour to inform the Ministry.")
    document.add_paragraph("Consultations were held in Como.\nThe sides agreed to go on.")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("Name", "Office", "Anna Keller", "Minister of Fishery"), strict=True):
        cell.text = words
    document.add_paragraph("Done in Lucerne.", style="List Bullet")
    document.sections[0].header.paragraphs[0].text = "Embassy of the Republic of Lakes"


def test_readers_docx_paragraphs_tables_and_headers_are_blocks() -> None:
    read = read_docx(word_file(note_verbale), "note.docx")
    assert [(p.role, read.text[p.start : p.end]) for p in read.blocks] == [
        ("boilerplate", "Embassy of the Republic of Lakes"),
        ("title", "Note Verbale No. 114/2023"),
        ("body", "The Embassy presents its compliments 😀 and has the honour to inform the Ministry."),
        ("body", "Consultations were held in Como.\nThe sides agreed to go on."),
        ("body", "Name | Office"),
        ("body", "Anna Keller | Minister of Fishery"),
        ("body", "Done in Lucerne."),
    ]


def test_readers_docx_properties_give_title_and_language_but_no_date() -> None:
    read = read_docx(word_file(note_verbale), "note.docx")
    assert (read.title, read.language, read.published) == ("Note Verbale No. 114/2023", "en", None)


def test_readers_docx_the_title_property_counts_where_no_paragraph_is_the_title() -> None:
    def plan(document: Document) -> None:
        document.core_properties.title = "A Plan"
        document.add_paragraph("Words.")

    assert read_docx(word_file(plan), "plan.docx").title == "A Plan"


def test_readers_docx_tracked_insertions_count_and_deletions_do_not() -> None:
    def amended(document: Document) -> None:
        paragraph = document.add_paragraph("The Parties ")
        for xml in (
            '<w:del {ns} w:id="1"><w:r><w:delText>may</w:delText></w:r></w:del>',
            '<w:ins {ns} w:id="2"><w:r><w:t xml:space="preserve">shall </w:t></w:r></w:ins>',
            "<w:r {ns}><w:t>cooperate.</w:t></w:r>",
        ):
            paragraph._p.append(parse_xml(xml.replace("{ns}", nsdecls("w"))))

    assert read_docx(word_file(amended), "draft.docx").text == "The Parties shall cooperate."


def test_readers_docx_text_boxes_are_paragraphs_of_their_own() -> None:
    def boxed(document: Document) -> None:
        paragraph = document.add_paragraph("Outside the box.")
        inner = "<w:p><w:r><w:t>Inside it.</w:t></w:r></w:p>"
        box = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
        paragraph._p.append(parse_xml(box))

    assert set(read_docx(word_file(boxed), "box.docx").text.split("\n\n")) == {"Outside the box.", "Inside it."}


def test_readers_docx_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w/>")
        archive.writestr("word/media/image1.png", bytes(60_000_000))
    [error] = extract(Source("bomb.docx", out.getvalue()))
    assert str(error) == "bomb.docx: looks like a ZIP bomb: 2 members of 60 MB, packed 0 MB"


def test_readers_docx_a_bomb_of_entities_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>')
    [error] = extract(Source("bomb.docx", out.getvalue()))
    assert str(error) == "bomb.docx: declares XML entities, which are refused"


@pytest.mark.parametrize(("member", "kind"), [("xl/workbook.xml", "an Excel workbook"), ("notes.txt", "a ZIP archive")])
def test_readers_docx_other_archives_are_named(member: str, kind: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(member, "x")
    [error] = extract(Source("sheet.docx", out.getvalue()))
    assert str(error) == f"sheet.docx: is {kind}, not a Word document"


def test_readers_docx_a_truncated_file_is_one_line() -> None:
    [error] = extract(Source("cut.docx", word_file(note_verbale)[:9000]))
    assert isinstance(error, ReadError)
    assert error.reason.startswith("is a damaged DOCX file")


def test_readers_docx_a_document_without_words_is_one_line() -> None:
    [error] = extract(Source("blank.docx", word_file(lambda d: None)))
    assert str(error) == "blank.docx: holds no text"
