"""How much a reader takes before it refuses: each ends in one clear line, never in a machine without memory."""

#: The text of one document of any format, in characters: some 300,000 words, more than any but whole volumes of treaty
#: series. Understanding holds some 90 bytes for each character, and a run is to stay under 300 MB.
TEXT_CHARACTERS = 2_000_000
#: One document of text or Markdown, or one line of JSON Lines, in bytes: with room for markup and escapes.
TEXT_BYTES = 5 * TEXT_CHARACTERS
#: One HTML or XML document, or one XML member of a DOCX, in bytes, and its tags: a tree takes some 20 bytes for each
#: byte of text and 300 for each tag, and a run is to stay under 300 MB.
MARKUP_BYTES = 8_000_000
MARKUP_TAGS = 400_000
#: One file that holds more than text (PDF, DOCX), in bytes.
FILE_BYTES = 100_000_000
#: How deep HTML tags may be nested; libxml2 stops there and loses the rest. Real pages stay under 100, pages with
#: hundreds of unclosed tags under 1,000.
HTML_DEPTH = 2048
#: Members of a DOCX archive: their number, their unpacked size in bytes, and unpacked over packed size.
ZIP_MEMBERS = 10_000
ZIP_BYTES = 200_000_000
ZIP_RATIO = 200
#: YAML front matter, in characters.
FRONT_MATTER = 65_536
#: One message with its attachments, in bytes and lines: mail of 25 MB, the most that many servers take, has 34 MB and
#: 450,000 lines in base64. Its parser holds several copies, and each line on its own.
EMAIL_BYTES = 35_000_000
EMAIL_LINES = 1_000_000
#: Messages within messages within messages.
EMAIL_DEPTH = 8


def text_reason() -> str:
    """Why a text is refused that has more than ``TEXT_CHARACTERS``."""
    return f"has more than {TEXT_CHARACTERS:,} characters of text, the most that is read as one document"


def tags_reason() -> str:
    """Why HTML or XML is refused that has more than ``MARKUP_TAGS``."""
    return f"has more than {MARKUP_TAGS:,} tags, the most that is read as one document"


def megabytes(size: int) -> str:
    """``size`` bytes in words: ``10 MB``."""
    return f"{size / 1_000_000:.0f} MB"
