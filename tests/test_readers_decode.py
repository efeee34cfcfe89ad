import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.readers import ReadError, Source, extract
from communique.readers.decode import cleaned, decode

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\r\n\t 😀𐍈é"), min_size=1)


def read(data: bytes, name: str = "note.txt") -> str:
    [item] = extract(Source(name, data))
    if isinstance(item, ReadError):
        raise item
    return item.text


@settings(max_examples=60)
@given(TEXTS.filter(lambda text: not text.isspace() and not text.startswith("\ufeff")), st.booleans())
def test_readers_decode_text_is_the_file_character_for_character(text: str, marked: bool) -> None:
    data = text.encode("utf-8-sig" if marked else "utf-8")
    file = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    assert decode(data, "note.txt") == file.read()


@settings(max_examples=40)
@given(TEXTS, st.sampled_from(["cp1252", "utf-8", "utf-16", "koi8_r", "shift_jis"]), st.binary(max_size=30))
def test_readers_decode_any_bytes_end_in_a_text_without_surrogates_or_in_one_line(
    text: str, encoding: str, noise: bytes
) -> None:
    try:
        found = decode(noise + text.encode(encoding, "replace") + noise, "note.txt")
    except ReadError as error:
        assert str(error).startswith("note.txt: ")
        assert "\n" not in str(error)
    else:
        found.encode("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_readers_decode_marks_and_wide_encodings_are_told(encoding: str) -> None:
    text = "Minister Ødegård 😀 met\r\nMrs Müller in Ålesund."
    assert read(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "The “Como Declaration” – Mrs Müller’s proposal – was adopted by the ministers on Friday."),
        ("cp1251", "Министры иностранных дел обсудили вопросы двустороннего сотрудничества в Минске."),
        ("koi8_r", "Министры иностранных дел обсудили вопросы двустороннего сотрудничества в Минске."),
        ("cp1253", "Ο Υπουργός Εξωτερικών συναντήθηκε σήμερα με τον ομόλογό του στην Αθήνα."),
        ("shift_jis", "外務大臣は本日、東京で相手国の外務大臣と会談を行いました。両大臣は協力を確認しました。"),
        ("gb18030", "外交部长今天在北京会见了来访的外国客人，双方就共同关心的问题交换了意见。"),
    ],
)
def test_readers_decode_legacy_encodings_are_found(encoding: str, text: str) -> None:
    assert read(text.encode(encoding)) == text


def test_readers_decode_broken_utf8_loses_only_the_broken_bytes() -> None:
    data = "Министры встретились в Минске и Вене".encode()
    assert read(data + b" \xff\xfe end") == "Министры встретились в Минске и Вене \ufffd\ufffd end"
    assert read(data[:-1]).startswith("Министры встретились в Минске")


def test_readers_decode_a_stray_nul_keeps_its_place() -> None:
    data = b"The ministers met. " * 100 + b"\0" + b"They agreed."
    text = read(data)
    assert text[1900] == "\ufffd"
    assert text.index("They agreed") == 1901


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"text\0with\0nuls", "looks like binary, not text"),
        (bytes(range(256)) * 40, "looks like binary, not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "is a PNG image, not a document that can be read"),
        (b"\x7fELF\2\1\1" + bytes(100), "is a program, not a document that can be read"),
        (b"{\\rtf1 Hello}", "is an RTF file, not a document that can be read"),
    ],
)
def test_readers_decode_what_is_no_text_is_one_line(data: bytes, reason: str) -> None:
    assert [str(error) for error in extract(Source("note.txt", data))] == [f"note.txt: {reason}"]


def test_readers_decode_words_like_a_magic_number_are_still_words() -> None:
    assert read(b"MZ Wallace met the ministers.") == "MZ Wallace met the ministers."
    assert read(b"RIFFA was signed in Cairo.") == "RIFFA was signed in Cairo."


def test_readers_decode_extracted_text_has_plain_spaces_and_nothing_invisible() -> None:
    assert cleaned("Anna\xa0Keller\u200b met\xad 😀\x00\x02") == "Anna Keller met 😀"
