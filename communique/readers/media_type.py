"""What a source is: by its first bytes, then by its name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from communique.readers.decode import BOMS

PDF = "application/pdf"
ZIP = "application/zip"
GZIP = "application/gzip"
EML = "message/rfc822"
TEI = "application/tei+xml"
XML = "application/xml"
HTML = "text/html"
MARKDOWN = "text/markdown"
JSON_LINES = "application/jsonl"
TEXT = "text/plain"

BY_SUFFIX = {
    ".txt": TEXT, ".text": TEXT, ".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML, ".xhtml": HTML,
    ".pdf": PDF, ".docx": ZIP, ".eml": EML, ".xml": XML, ".tei": TEI, ".jsonl": JSON_LINES, ".ndjson": JSON_LINES,
}  # fmt: skip
#: Other names of the types, as servers and callers give them.
SYNONYMS = {
    "application/xhtml+xml": HTML,
    "text/xml": XML,
    "text/x-markdown": MARKDOWN,
    "application/x-ndjson": JSON_LINES,
    "application/x-jsonlines": JSON_LINES,
    "application/jsonlines": JSON_LINES,
    "application/x-gzip": GZIP,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ZIP,
}
#: How many bytes from the start are looked at.
HEAD = 65_536

_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_TAGS = re.compile(
    r"<(?:!doctype\s+html|html|head|body|p|div|article|section|h[1-6]|table|meta)\b[^>]*>", re.IGNORECASE
)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:#[^\n]*\n)*[A-Za-z][\w-]*[ \t]*:")
_HEADER = re.compile(r"(?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+")
_MAIL_FIELDS = re.compile(
    r"^(?:received|message-id|mime-version|return-path|dkim-signature):", re.IGNORECASE | re.MULTILINE
)
_JSON_OBJECT = re.compile(r'\s*\{\s*"(?:[^"\\\n]|\\.){0,80}"\s*:')


def media_type_of(name: str, head: bytes, *, declared: str | None = None) -> str:
    """The media type by which a source is to be read.

    Args:
        name: path or URL.
        head: its first bytes, up to ``HEAD``.
        declared: by the caller or a server; counts where the bytes do not tell.

    Returns:
        One of this module's constants.
    """
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ZIP
    if head.startswith(b"\x1f\x8b"):
        return GZIP
    stated = (declared or "").partition(";")[0].strip().lower()
    by_name = SYNONYMS.get(stated, stated) if stated else BY_SUFFIX.get(_suffix(name), TEXT)
    return _of_text(_loosely(head).lstrip(), by_name)


def _of_text(head: str, by_name: str) -> str:
    if head.startswith("<") and by_name != MARKDOWN:
        lower = head[:512].lower()
        if lower.startswith(("<!doctype html", "<html")):
            return HTML
        if by_name == HTML:
            return HTML
        if lower.startswith("<?xml") or by_name in (XML, TEI):
            root = _ROOT.search(head)
            local = root[1] if root else ""
            if local in ("TEI", "teiCorpus", "TEI.2"):
                return TEI
            return HTML if local.lower() == "html" else by_name if by_name == TEI else XML
        if lower.startswith(("<tei", "<teicorpus")):
            return TEI
        if _TAGS.match(head) or (lower.startswith("<!--") and _TAGS.search(head)):
            return HTML
    if by_name in (JSON_LINES, EML, HTML, MARKDOWN, XML, TEI):
        return by_name
    if head.startswith("{") and _JSON_OBJECT.match(head) and '"text"' in head:
        return JSON_LINES
    if (header := _HEADER.match(head)) and len(_MAIL_FIELDS.findall(header[0])) >= 2:
        return EML
    if _FRONT_MATTER.match(head):
        return MARKDOWN
    return TEXT


def without_gz(name: str) -> str:
    """``name`` without a final ``.gz``: what is in it goes by the rest."""
    return name[:-3] if name.lower().endswith(".gz") else name


def _suffix(name: str) -> str:
    if "://" in name:
        try:
            name = urlsplit(name).path
        except ValueError:
            return ""
    return PurePosixPath(without_gz(name)).suffix.lower()


def _loosely(head: bytes) -> str:
    for mark, encoding in BOMS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    return head.decode("utf-8", "replace")
