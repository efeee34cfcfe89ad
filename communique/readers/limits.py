"""How much a reader takes before it refuses: each ends in one clear line, never in a machine without memory."""

#: The text of one document of any format, in characters: some 300,000 words, more than any but whole volumes of treaty
#: series. Understanding holds some 90 bytes for each character, and a run is to stay under 300 MB.
TEXT_CHARACTERS = 2_000_000
#: One document of text or Markdown, or one line of JSON Lines, in bytes: with room for markup and escapes.
TEXT_BYTES = 5 * TEXT_CHARACTERS
#: One HTML or XML document, in bytes: its tree takes about ten times as much memory, and a run is to stay under 300 MB.
MARKUP_BYTES = 20_000_000
#: One file that holds more than text (PDF, DOCX, e-mail with attachments), in bytes.
FILE_BYTES = 100_000_000
#: How deep HTML tags may be nested; libxml2 stops there and loses the rest. Real pages stay under 100, pages with
#: hundreds of unclosed tags under 1,000.
HTML_DEPTH = 2048
#: Members of a DOCX archive: their number, their unpacked size in bytes, and unpacked over packed size.
ZIP_MEMBERS = 10_000
ZIP_BYTES = 200_000_000
ZIP_RATIO = 200
#: One XML member of a DOCX, in bytes: a tree takes about ten times as much memory.
ZIP_XML_BYTES = 20_000_000
#: YAML front matter, in characters.
FRONT_MATTER = 65_536
#: Messages within messages within messages.
EMAIL_DEPTH = 8


def text_reason() -> str:
    """Why a text is refused that has more than ``TEXT_CHARACTERS``."""
    return f"has more than {TEXT_CHARACTERS:,} characters of text, the most that is read as one document"


def megabytes(size: int) -> str:
    """``size`` bytes in words: ``10 MB``."""
    return f"{size / 1_000_000:.0f} MB"
