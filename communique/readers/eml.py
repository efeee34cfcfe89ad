"""E-mail (RFC 5322, MIME): subject and body as a document, readable attachments for the caller to read on."""

from __future__ import annotations

import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.parser import BytesFeedParser
from email.utils import parseaddr
from typing import cast

from communique.model import Part
from communique.readers.blocks import GAP
from communique.readers.decode import cleaned, decode
from communique.readers.html import decode_html, read_html
from communique.readers.limits import EMAIL_BYTES, EMAIL_LINES, TEXT_BYTES, megabytes, text_reason
from communique.readers.metadata import edtf_of, language_of, one_line, publisher_of
from communique.readers.source import Extract, ReadError, Source

#: Attachments of these main types hold no text; all others are handed on.
WITHOUT_TEXT = frozenset({"image", "audio", "video", "font"})
#: How many characters of a header are read; no subject is as long.
HEADER = 4_000
#: The line before a signature (RFC 3676, 4.3).
SIGNATURE = "\n-- \n"


class _BoundedHeaders(email.policy.EmailPolicy):
    """The standard policy, shown only a header's beginning: its parser's time and memory grow with the square."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """A header's name and the beginning of its value."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:HEADER]


_POLICY = _BoundedHeaders()
_PIECE = 65_536


def read_eml(data: bytes, name: str) -> Iterator[Extract | Source]:
    """The message as an extract, then each of its attachments that may hold text as a source of its own.

    The text begins with the subject, which is the title; the body is the plain one, or else the HTML one as a page is
    read. The publisher is known by the sender's host, or is the name under which the message was sent.

    Args:
        data: the message.
        name: of its source; attachments are named ``name#attachment``.

    Raises:
        ReadError: if there is neither a body nor an attachment to read, or it is too large.
    """
    if len(data) > EMAIL_BYTES:
        raise ReadError(name, f"is larger than {megabytes(EMAIL_BYTES)}, the most that is read as one message")
    if data.count(b"\n") > EMAIL_LINES:
        raise ReadError(name, f"has more than {EMAIL_LINES:,} lines, the most that is read as one message")
    parser = BytesFeedParser(EmailMessage, policy=_POLICY)
    try:
        # Piece by piece: in one piece the parser would hold four bytes for each
        for start in range(0, len(data), _PIECE):
            parser.feed(data[start : start + _PIECE])
        message = cast(EmailMessage, parser.close())
    except RecursionError as error:
        raise ReadError(name, "is a message whose parts are nested too deep") from error
    attachments = list(_attachments(message, name))
    try:
        yield _body(message, name)
    except ReadError:
        if not attachments:
            raise
    yield from attachments


def _body(message: EmailMessage, name: str) -> Extract:
    part = message.get_body(("plain", "html"))
    if part is None:
        raise ReadError(name, "is a message without a readable body")
    if len(str(part.get_payload())) > 2 * TEXT_BYTES:  # base64 and quoted-printable hold more than the text
        raise ReadError(name, text_reason())
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    subject = cleaned(one_line(_header(message, "Subject")) or "")
    if part.get_content_type() == "text/html":
        page = read_html(decode_html(data, name), name)
        text, blocks, language = page.text, page.blocks, page.language
    else:
        text = cleaned(decode(data, name, declared=part.get_content_charset()).replace("\r\n", "\n")).strip()
        signature = text.rfind(SIGNATURE)
        blocks = (Part(signature + 1, len(text), "boilerplate"),) if signature >= 0 else ()
        language = None
    sender, address = parseaddr(_header(message, "From") or "")
    extract = Extract(
        name,
        text,
        "message/rfc822",
        title=subject or None,
        published=edtf_of(_header(message, "Date") or ""),
        publisher=publisher_of(address) or cleaned(one_line(sender) or "") or None,
        language=language_of(_header(message, "Content-Language") or "") or language,
        blocks=blocks,
    )
    return _with_subject(extract, subject) if subject else extract


def _with_subject(extract: Extract, subject: str) -> Extract:
    """``extract`` with the subject before its text, as its only title."""
    shift = len(subject) + len(GAP)
    moved = (
        Part(p.start + shift, p.end + shift, "body" if p.role == "title" else p.role, p.speaker) for p in extract.blocks
    )
    return replace(extract, text=subject + GAP + extract.text, blocks=(Part(0, len(subject), "title"), *moved))


def _header(message: EmailMessage, field: str) -> str | None:
    try:
        value = message[field]
    except Exception:  # the standard library's header parser raises many kinds on broken headers (CPython gh-73016)
        value = next((raw for key, raw in message.raw_items() if key.lower() == field.lower()), None)
    return str(value) if value is not None else None


def _attachments(message: EmailMessage, name: str) -> Iterator[Source]:
    for number, part in enumerate(message.iter_attachments(), 1):
        if part.get_content_maintype() in WITHOUT_TEXT:
            continue
        label = f"{name}#{part.get_filename() or f'attachment-{number}'}"
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            yield Source(label, inner.as_bytes(), "message/rfc822")
        else:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload:
                yield Source(label, payload)
