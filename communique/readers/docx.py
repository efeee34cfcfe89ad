"""DOCX: the words of a Word document, with tracked insertions, text boxes and footnotes, read straight from its XML.

Only the members with text are unpacked, and each is measured first: pictures cost nothing, and a bomb is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from communique.readers.blocks import Block, join_blocks
from communique.readers.decode import cleaned
from communique.readers.limits import MARKUP_BYTES, ZIP_BYTES, ZIP_MEMBERS, ZIP_RATIO, megabytes
from communique.readers.metadata import edtf_of, language_of, one_line
from communique.readers.source import Extract, ReadError
from communique.readers.xml import parse_xml

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
#: Subtrees without words of the document as it stands: deleted or moved away, or drawn once more for old programs.
SKIPPED = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}rPr", f"{W}pPr", f"{W}sectPr", f"{W}tblPr"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
#: What else is in a ZIP archive that is no Word document, by a member that tells.
OTHER_ARCHIVES = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "META-INF/manifest.xml": "an OpenDocument file",
    "META-INF/container.xml": "an EPUB book",
}
TITLE_STYLES = frozenset({"title"})


def read_docx(data: bytes, name: str) -> Extract:
    """The extract of a Word document.

    Headers and footers become boilerplate, a paragraph in the style "Title" the title. The file's dates say when it was
    saved, not when its text was published; only an explicit ``dcterms:issued`` counts.

    Args:
        data: the file.
        name: of its source.

    Raises:
        ReadError: if it is no Word document, damaged, encrypted, a ZIP bomb, or without text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive, name)
            return _read(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ReadError(name, f"is a damaged DOCX file ({error})") from error


def _check(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    if "word/document.xml" not in names:
        kind = next((kind for member, kind in OTHER_ARCHIVES.items() if member in names), "a ZIP archive")
        raise ReadError(name, f"is {kind}, not a Word document")
    packed = sum(member.compress_size for member in members)
    unpacked = sum(member.file_size for member in members)
    if len(members) > ZIP_MEMBERS or unpacked > ZIP_BYTES or unpacked > ZIP_RATIO * max(packed, 10_000):
        raise ReadError(
            name,
            f"looks like a ZIP bomb: {len(members):,} members of {megabytes(unpacked)}, packed {megabytes(packed)}",
        )
    if any(member.flag_bits & 1 for member in members):
        raise ReadError(name, "is an encrypted archive, which needs a password")


def _read(archive: zipfile.ZipFile, name: str) -> Extract:
    names = archive.namelist()
    styles = _style_names(_member(archive, "word/styles.xml", name))
    document = _member(archive, "word/document.xml", name)
    if document is None:
        raise ReadError(name, "is a damaged DOCX file (no document in it)")
    blocks = [
        *_furniture(archive, "word/header", names, name),
        *_blocks(document, styles),
        *_notes(_member(archive, "word/footnotes.xml", name)),
        *_notes(_member(archive, "word/endnotes.xml", name)),
        *_furniture(archive, "word/footer", names, name),
    ]
    text, parts = join_blocks(blocks)
    if not text:
        raise ReadError(name, "holds no text")
    core = _member(archive, "docProps/core.xml", name)
    heading = next((part for part in parts if part.role == "title"), None)
    title = one_line(text[heading.start : heading.end]) if heading else None
    issued = _property(core, f"{DCTERMS}issued")
    language = _property(core, f"{DC}language")
    return Extract(
        name,
        text,
        MEDIA_TYPE,
        title=title or one_line(_property(core, f"{DC}title")),
        published=edtf_of(issued) if issued else None,
        publisher=one_line(_property(core, f"{DC}publisher")),
        language=language_of(language) if language else None,
        blocks=parts,
    )


def _member(archive: zipfile.ZipFile, member: str, name: str) -> etree._Element | None:
    try:
        info = archive.getinfo(member)
    except KeyError:
        return None
    if info.file_size > MARKUP_BYTES:
        raise ReadError(name, f"holds {megabytes(info.file_size)} of XML in {member}, too much to read")
    return parse_xml(archive.read(info), name)


def _property(core: etree._Element | None, tag: str) -> str | None:
    found = core.find(tag) if core is not None else None
    return found.text if found is not None else None


def _style_names(styles: etree._Element | None) -> dict[str, str]:
    """Style id to lower-case name; built-in styles keep their English names in every language of Word."""
    names: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        named = style.find(f"{W}name")
        if named is not None:
            names[style.get(f"{W}styleId") or ""] = (named.get(f"{W}val") or "").lower()
    return names


def _furniture(archive: zipfile.ZipFile, prefix: str, names: list[str], name: str) -> Iterator[Block]:
    seen: set[str] = set()
    for member in sorted(n for n in names if n.startswith(prefix) and n.endswith(".xml")):
        root = _member(archive, member, name)
        for block in _blocks(root, {}) if root is not None else ():
            if block.text not in seen and not block.text.isdigit():
                seen.add(block.text)
                yield Block(block.text, "boilerplate")


def _notes(root: etree._Element | None) -> Iterator[Block]:
    return _blocks(root, {}) if root is not None else iter(())


def _blocks(root: etree._Element, styles: dict[str, str]) -> Iterator[Block]:
    """The paragraphs in order, those of a table's row whose cells hold one each as one block."""
    row: list[str] | None = None
    #: Pieces of the paragraphs that are open: one, or more where a text box stands within a paragraph.
    open_paragraphs: list[list[str]] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if tag in SKIPPED:
                walker.skip_subtree()
            elif tag == f"{W}p":
                open_paragraphs.append([])
            elif tag == f"{W}tr" and row is None and _is_row(element):
                row = []
            elif open_paragraphs:
                open_paragraphs[-1].append(_characters(element))
        elif tag == f"{W}p" and open_paragraphs:
            text = _trimmed("".join(open_paragraphs.pop()))
            if row is not None:
                row.append(text)
            else:
                yield Block(text, "title" if _style(element, styles) in TITLE_STYLES else "body")
        elif tag == f"{W}tr" and row is not None:
            yield Block(" | ".join(cell for cell in row if cell))
            row = None


def _characters(element: etree._Element) -> str:
    tag = element.tag
    if tag == f"{W}t":
        return element.text or ""
    if tag in (f"{W}tab", f"{W}ptab"):
        return "\t"
    if tag in (f"{W}br", f"{W}cr"):
        return "\n"
    if tag == f"{W}noBreakHyphen":
        return "-"
    return ""


def _is_row(row: etree._Element) -> bool:
    cells = [cell for cell in row if cell.tag == f"{W}tc"]
    return len(cells) > 1 and all(len(list(islice(cell.iter(f"{W}p"), 2))) == 1 for cell in cells)


def _style(paragraph: etree._Element, styles: dict[str, str]) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return styles.get(style.get(f"{W}val") or "", "") if style is not None else ""


def _trimmed(text: str) -> str:
    return "\n".join(line for part in cleaned(text).split("\n") if (line := part.strip()))
