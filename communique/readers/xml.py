"""XML, parsed so that a document can neither reach out nor blow up."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from communique.readers.limits import MARKUP_TAGS, tags_reason
from communique.readers.source import ReadError

REFUSED = "declares XML entities, which are refused"
#: What libxml2 means to tell programmers, in words for a user.
_REASONS = (
    ("entity amplification", REFUSED),
    ("Entity", REFUSED),
    ("Excessive depth", "has XML tags nested more than 256 deep"),
    ("Resource limit", "has more than 10 MB of text within one XML tag"),
)
_FIRST_ELEMENT = re.compile(rb"<[A-Za-z]")


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of an XML document that declares no entities.

    Args:
        data: the document in its own encoding.
        name: of its source, for the error.

    Raises:
        ReadError: if it is not well-formed, declares entities (bombs and external ones alike), or has more than
            ``MARKUP_TAGS``, or is nested or large beyond libxml2's own limits (256 deep, 10 MB in one text node).
    """
    refuse_entities(data, name)
    if data.count(b"<") > MARKUP_TAGS:
        raise ReadError(name, tags_reason())
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = next((reason for words, reason in _REASONS if words in error.msg), None)
        raise ReadError(name, reason or f"is not well-formed XML ({error.msg})") from error
    dtd: Any = root.getroottree().docinfo.internalDTD  # lxml-stubs leave out what it can do
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise ReadError(name, REFUSED)
    return root


def refuse_entities(data: bytes, name: str) -> None:
    """Look for entity declarations before anything is parsed.

    Raises:
        ReadError: if there is one before the first element.
    """
    first = _FIRST_ELEMENT.search(data)
    if b"<!ENTITY" in data[: first.start() if first else len(data)]:
        raise ReadError(name, REFUSED)
