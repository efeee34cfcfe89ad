"""Bytes to text: the encoding found, never a crash, never a lone surrogate, and binary told from text."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from communique.readers.source import ReadError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What the first bytes say a file is, where it is nothing that is read here.
MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office file (.doc, .xls, .ppt, .msg)"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"BZh", "a bzip2 archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "an RTF file"),
    (b"%!PS", "a PostScript file"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
)
#: Control characters that no text has: all but tab, line feed, vertical tab, form feed, carriage return and escape.
CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"
#: More control characters than this share of the bytes, and it is no text.
CONTROL_SHARE = 0.001
#: Bytes that the guess at a legacy encoding sees, from the first character outside ASCII on.
SAMPLE = 16_384
#: Broken UTF-8 is still UTF-8 where it has this many good multi-byte characters for each bad byte.
GOOD_PER_BAD = 4
#: Under this share of letters outside ASCII a legacy text is Western, which charset-normalizer takes for many things.
WESTERN_SHARE = 0.04
LEGACY = [
    "cp1251", "cp1252", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "cp866", "iso8859_2",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
SURROGATES = re.compile("[\ud800-\udfff]")
#: Code points that stand in an extracted text only by accident, and what becomes of them.
CLEANED = {
    **{c: None for c in range(32) if chr(c) not in "\t\n\r\x0b\x0c"},
    0xA0: " ",
    0xAD: None,
    0x200B: None,
    0x2060: None,
    0xFEFF: None,
    0x202F: " ",
    0x2007: " ",
}
_TO_CLEAN = re.compile("[\x00-\x08\x0e-\x1f\xa0\xad\u200b\u2060\ufeff\u202f\u2007\ud800-\udfff]")


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    """The text of ``data``, character for character; a byte order mark is dropped, line breaks are kept.

    So ``decode(data, name) == open(path, encoding="utf-8-sig", newline="").read()`` for every UTF-8 file. A few stray
    NUL bytes become U+FFFD, which keeps all offsets.

    Args:
        data: the bytes of a text.
        name: of the source, for the error.
        declared: the encoding that the format itself declares, used where the bytes are not UTF-8.

    Raises:
        ReadError: if there is nothing in it, or it is binary.
    """
    text = _decode(data, name, declared)
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if not text or text.isspace():
        raise ReadError(name, "is empty")
    return text


def without_surrogates(text: str) -> str:
    """``text`` with each surrogate, which stands for no character, as U+FFFD."""
    return text if text.isascii() else SURROGATES.sub("\ufffd", text)


def cleaned(text: str) -> str:
    """Extracted text without control and zero-width characters and soft hyphens, its fixed spaces as plain ones."""
    if not _TO_CLEAN.search(text):
        return text
    return SURROGATES.sub("\ufffd", text.translate(CLEANED))


def _decode(data: bytes, name: str, declared: str | None) -> str:
    if not data:
        raise ReadError(name, "is empty")
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for magic, kind in MAGIC:
        if data.startswith(magic) and not (magic.isalpha() and _looks_like_text(data[:512])):
            raise ReadError(name, f"is {kind}, not a document that can be read")
    if wide := _wide_encoding(data):
        return data.decode(wide, "replace")
    if not _looks_like_text(data):
        raise ReadError(name, "looks like binary, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = error.start
    if declared and (text := _decode_as(data, declared)) is not None:
        return text
    loose = data.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    good = (len(data) - len(data.translate(None, bytes(range(0xC2, 0xF5))))) - bad
    if good >= GOOD_PER_BAD * bad:
        return loose
    return data.decode(_legacy_encoding(data, start), "replace")


def _looks_like_text(data: bytes) -> bool:
    controls = len(data) - len(data.translate(None, CONTROLS))
    return controls <= CONTROL_SHARE * len(data)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of a Western, Greek or Cyrillic text is below 5."""
    head = data[:4096]
    if len(head) < 8 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        encoding = "utf-16-le"
    elif even > 0.4 * half and odd < 0.05 * half:
        encoding = "utf-16-be"
    else:
        return None
    decoded = head[: half * 2].decode(encoding, "replace")
    letters = sum(c.isalnum() or c.isspace() for c in decoded)
    return encoding if letters > 0.6 * len(decoded) else None


def _decode_as(data: bytes, encoding: str) -> str | None:
    try:
        codec = codecs.lookup(encoding.strip().strip("\"'").lower())
    except (LookupError, ValueError):
        return None
    # Only the true character sets: "unicode_escape" and their like run a little language over the bytes.
    if not codec._is_text_encoding or codec.name in {
        "utf-7",
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "utf-8",
    }:
        return None
    # Pages that declare ISO 8859-1 or ASCII mean Windows-1252, as browsers do (WHATWG Encoding Standard).
    name = "cp1252" if codec.name in {"iso8859-1", "ascii"} else codec.name
    return without_surrogates(data.decode(name, "replace"))


def _legacy_encoding(data: bytes, first_bad: int) -> str:
    start = max(0, first_bad - 256)
    sample = data[start : start + SAMPLE]
    high = sum(b >= 0xA0 for b in sample)
    letters = high + sum(65 <= (b & 0xDF) <= 90 for b in sample)
    if high < WESTERN_SHARE * max(letters, 1):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=LEGACY, threshold=0.4).best()
    return best.encoding if best else "cp1252"
