"""TEI-XML (P4 and P5, ParlaMint too): paragraphs, headings, speeches and what the header says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from communique.readers.blocks import Block, join_blocks
from communique.readers.decode import cleaned
from communique.readers.metadata import edtf_of, language_of, one_line, publisher_of
from communique.readers.source import Extract, ReadError
from communique.readers.xml import parse_xml

XML = "{http://www.w3.org/XML/1998/namespace}"
#: Elements that are a block each, by local name; those not listed are inline.
BLOCKS = frozenset(
    {"head", "p", "ab", "l", "item", "label", "speaker", "u", "seg", "note", "opener", "closer", "dateline", "signed",
     "salute", "byline", "trailer", "docTitle", "titlePart", "docDate", "docImprint", "cell", "row", "stage", "quote",
     "sp", "div", "div1", "div2", "div3", "body", "front", "back", "list", "lg", "table", "titlePage", "epigraph",
     "argument", "postscript", "floatingText", "figure", "figDesc", "bibl", "listBibl"}
)  # fmt: skip
#: Of these, the ones that are a block only where they do not stand within a paragraph's words.
OFTEN_INLINE = frozenset({"seg", "quote", "bibl", "label", "figure", "list", "table"})
WORDS = frozenset({"p", "ab", "l", "item", "head", "seg", "cell", "q", "hi", "quote"})
#: What is no part of the text, or the printer's furniture.
SKIPPED = frozenset({"fw", "teiHeader", "facsimile", "standOff", "gap", "del"})
#: Within ``choice`` left out: the text is read as corrected, regularized and expanded.
ALTERNATIVES = frozenset({"sic", "orig", "abbr"})

_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class _State:
    """What an open block hands down: its role and who speaks; its pieces so far, and the notes to put after it."""

    role: str = "body"
    speaker: str | None = None
    note: bool = False
    pieces: list[str] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)


def read_tei(data: bytes, name: str) -> Extract:
    """The extract of a TEI document: title, date, publisher, place of publication and language from its header.

    A speech (``sp`` with its ``speaker``, or ``u`` with ``who``) is a turn; its speaker is the label's words, or the
    name that the header gives for ``who``.

    Args:
        data: the file.
        name: of its source.

    Raises:
        ReadError: if it is not well-formed, declares entities, or holds no text.
    """
    root = parse_xml(data, name)
    header = _find(root, "teiHeader")
    text_element = _find(root, "text")
    if text_element is None:
        raise ReadError(name, "is TEI without a text")
    text, parts = join_blocks(_blocks(text_element, _people(header)))
    if not text:
        raise ReadError(name, "holds no text")
    url = _url(header)
    language = text_element.get(f"{XML}lang") or root.get(f"{XML}lang") or _attribute(header, "language", "ident")
    return Extract(
        name,
        text,
        "application/tei+xml",
        title=_title(header),
        published=_published(header),
        publisher=_words(header, "publisher") or publisher_of(url),
        url=url,
        language=language_of(language) if language else None,
        blocks=parts,
    )


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _find(root: etree._Element | None, local: str) -> etree._Element | None:
    return next(root.iter(local, f"{{*}}{local}"), None) if root is not None else None


def _words(root: etree._Element | None, local: str) -> str | None:
    found = _find(root, local)
    return one_line("".join(str(piece) for piece in found.itertext())) if found is not None else None


def _attribute(root: etree._Element | None, local: str, attribute: str) -> str | None:
    found = _find(root, local)
    return found.get(attribute) if found is not None else None


def _title(header: etree._Element | None) -> str | None:
    statement = _find(header, "titleStmt")
    titles = list(statement.iter("title", "{*}title")) if statement is not None else []
    titles.sort(key=lambda title: title.get("type") not in (None, "main"))
    return one_line("".join(str(piece) for piece in titles[0].itertext())) if titles else None


def _published(header: etree._Element | None) -> str | None:
    """The date of publication, else of the source or the setting; the header's own dates of revision never."""
    for part in ("publicationStmt", "sourceDesc", "settingDesc"):
        for date in _all(_find(header, part), "date"):
            when = date.get("when") or date.get("when-iso") or date.get("value") or "".join(map(str, date.itertext()))
            if edtf := edtf_of(when):
                return edtf
    return None


def _all(root: etree._Element | None, local: str) -> Iterator[etree._Element]:
    return root.iter(local, f"{{*}}{local}") if root is not None else iter(())


def _url(header: etree._Element | None) -> str | None:
    for local in ("ptr", "ref", "idno"):
        for element in _all(_find(header, "fileDesc"), local):
            address = (element.get("target") or element.text or "").strip()
            if address.startswith(("http://", "https://")) and (local != "idno" or element.get("type") != "handle"):
                return address
    return None


def _people(header: etree._Element | None) -> dict[str, str]:
    """``xml:id`` to name, from the header's list of persons."""
    people: dict[str, str] = {}
    for person in (*_all(header, "person"), *_all(header, "org")):
        identity = person.get(f"{XML}id")
        named = _find(person, "persName")
        if named is None:
            named = _find(person, "orgName")
        if identity and named is not None:
            forename, surname = _words(named, "forename"), _words(named, "surname")
            whole = f"{forename} {surname}" if forename and surname else one_line("".join(map(str, named.itertext())))
            if whole:
                people[identity] = whole
    return people


def _blocks(root: etree._Element, people: dict[str, str]) -> Iterator[Block]:
    states = [_State()]
    titled = False
    #: The last ``note type="speaker"``, as in ParlaMint, for a speech that does not say whose it is.
    announced: str | None = None
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        local = _local(element)
        outer = states[-1]
        if event == "start":
            if _is_skipped(element, local):
                walker.skip_subtree()
                states.append(outer)
                continue
            if local == "lb" and element.get("break") != "no":
                outer.pieces.append(" ")
            if outer.note or not _is_block(element, local):
                states.append(outer)
                outer.pieces.append(" " if outer.note and local in BLOCKS else "")
            elif local == "note" and element.get("type") != "speaker":
                states.append(_State(note=True))
            else:
                for block in _flush(outer):
                    titled = True
                    yield block
                states.append(_opened(element, local, outer, people, titled=titled, announced=announced))
            if element.text:
                states[-1].pieces.append(element.text)
        else:
            state = states.pop()
            if state is not states[-1]:
                closed = list(_flush(state))
                if state.note:
                    states[-1].notes.extend(closed)
                else:
                    titled = titled or bool(closed)
                    if state.role == "label" and closed:
                        announced = closed[0].text.rstrip(" .:")
                    yield from closed
            if element.tail and element is not root:
                states[-1].pieces.append(element.tail)
    yield from _flush(states[0])


def _opened(
    element: etree._Element,
    local: str,
    outer: _State,
    people: dict[str, str],
    *,
    titled: bool,
    announced: str | None,
) -> _State:
    if local == "sp":
        return _State("turn", _speaker(element, people))
    if local == "u":
        return _State("turn", people.get((element.get("who") or "").rpartition("#")[2]) or announced)
    if local in ("speaker", "note"):
        return _State("label", outer.speaker)
    if local in ("head", "titlePart", "docTitle"):
        return _State("body" if titled else "title")
    if local == "stage":
        return _State()
    return _State(outer.role, outer.speaker)


def _flush(state: _State) -> Iterator[Block]:
    text = cleaned(_SPACE.sub(" ", "".join(state.pieces))).strip()
    notes, state.notes = state.notes, []
    state.pieces = []
    if text:
        yield Block(text, state.role, state.speaker if state.role in ("turn", "label") else None)
    yield from notes


def _is_block(element: etree._Element, local: str) -> bool:
    if local in OFTEN_INLINE:
        outer = element.getparent()
        return outer is None or _local(outer) not in WORDS
    return local in BLOCKS


def _is_skipped(element: etree._Element, local: str) -> bool:
    if local in ALTERNATIVES:
        outer = element.getparent()
        return outer is not None and _local(outer) == "choice"
    return local in SKIPPED


def _speaker(speech: etree._Element, people: dict[str, str]) -> str | None:
    identity = (speech.get("who") or "").rpartition("#")[2]
    label = _words(speech, "speaker")
    return people.get(identity) or (label.rstrip(" .:") if label else None)
