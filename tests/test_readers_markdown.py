import time

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.readers import ReadError, Source, extract
from communique.readers.markdown import read_markdown
from communique.readers.source import Extract

READOUT = """---
date: '2023-05-03'
published_time: 2023-05-03 23:30:00-04:00
source_url: https://www.mofa.go.jp/readouts/7
title: "Readout of the\\_Minister\\u2019s Call with Her Swiss\\
  \\ Counterpart 😀"
tags: [readouts, lakes]
---
The Minister spoke today with her Swiss counterpart.
"""


def title_in_file(read: Extract) -> str:
    [part] = read.blocks
    assert part.role == "title"
    return read.text[part.start : part.end]


def test_readers_markdown_front_matter_is_metadata_and_the_text_is_the_whole_file() -> None:
    read = read_markdown(READOUT, "readout.md")
    assert read.text == READOUT
    assert read.title == "Readout of the Minister’s Call with Her Swiss Counterpart 😀"
    assert (read.published, read.url) == ("2023-05-03", "https://www.mofa.go.jp/readouts/7")
    assert read.publisher == "Ministry of Foreign Affairs of Japan"
    assert read.text[read.body_start :].startswith("The Minister spoke")


def test_readers_markdown_the_title_block_is_its_raw_characters() -> None:
    read = read_markdown(READOUT, "readout.md")
    assert title_in_file(read) == "Readout of the\\_Minister\\u2019s Call with Her Swiss\\\n  \\ Counterpart 😀"


def test_readers_markdown_publisher_language_and_translations_are_taken_from_their_fields() -> None:
    read = read_markdown("---\npublisher: Lake Council\nlang: en_GB\ntranslations: [fr, de-CH]\n---\nText.", "x.md")
    assert (read.publisher, read.language, read.translations) == ("Lake Council", "en", ("fr", "de-CH"))


def test_readers_markdown_a_folded_title_is_one_line() -> None:
    read = read_markdown("---\ntitle: >-\n  The ministers\n  met\n---\nText.", "x.md")
    assert read.title == "The ministers met"
    assert title_in_file(read) == "The ministers\n  met"


def test_readers_markdown_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    read = read_markdown("---\ntitle: Readout: the call\ndate: 2023-05-03\n---\nText.", "x.md")
    assert (read.title, read.published) == ("Readout: the call", "2023-05-03")
    assert title_in_file(read) == "Readout: the call"


def test_readers_markdown_a_first_heading_is_the_title_where_no_field_is() -> None:
    for text in ("# Statement on *Lakes* #\n\nText.", "Statement on *Lakes*\r\n====\r\n\r\nText."):
        read = read_markdown(text, "x.md")
        assert read.title == title_in_file(read) == "Statement on *Lakes*"
    assert read_markdown("## Second level\n\nText.", "x.md").title is None


def test_readers_markdown_rules_are_no_front_matter() -> None:
    read = read_markdown("---\n\nThe ministers met.\n\n---\n\nMore.", "x.md")
    assert (read.body_start, read.blocks) == (0, ())


def test_readers_markdown_line_ends_and_marks_keep_offsets_in_the_file() -> None:
    data = b"\xef\xbb\xbf" + READOUT.replace("\n", "\r\n").encode()
    [read] = extract(Source("readout.md", data))
    assert not isinstance(read, ReadError)
    assert read.text == data.decode("utf-8-sig")
    assert read.text[read.body_start :].startswith("The Minister")
    assert title_in_file(read).startswith("Readout of the")


def test_readers_markdown_yaml_makes_no_objects_and_no_bombs() -> None:
    bomb = "".join(
        f"{b}: &{b} [*{a},*{a},*{a},*{a},*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    read = read_markdown(f"---\na: &a x\n{bomb}title: !!python/object/apply:os.system [true]\n---\nText.", "x.md")
    assert read.text.endswith("Text.")
    deep = read_markdown("---\ntitle: Deep\nx: " + "[" * 50_000 + "\n---\nText.", "x.md")
    assert deep.title == "Deep"


def test_readers_markdown_time_grows_with_length_alone() -> None:
    def seconds(size: int) -> float:
        hard = ["# a" + " " * size + "b", "---\n" * size, "---\na: b" + " " * size, "\n" * size + "x\n=" + "=" * size]
        start = time.process_time()
        for text in hard:
            read_markdown(text, "x.md")
        return time.process_time() - start

    seconds(1000)
    assert seconds(400_000) < 40 * seconds(40_000) + 0.5


@settings(max_examples=80)
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).map(str.strip).filter(bool),
    st.sampled_from(["\n", "\r\n"]),
    st.text(st.sampled_from("ab 😀.\n"), max_size=30),
)
def test_readers_markdown_a_quoted_title_is_found_at_its_offsets(title: str, end: str, body: str) -> None:
    raw = title.replace("\\", "\\\\").replace('"', '\\"')
    text = f'---{end}emoji: "😀"{end}title: "{raw}"{end}---{end}{body}'
    read = read_markdown(text, "x.md")
    assert text[read.body_start :] == body
    if read.title == " ".join(title.split()):
        assert title_in_file(read).split() == raw.split()
