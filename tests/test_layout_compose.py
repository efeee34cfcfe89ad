import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Part
from communique.readers.genre import genre_of
from communique.readers.language_of import language_of
from communique.readers.layout import compose
from communique.readers.source import Extract

PIECES = st.sampled_from(
    [
        "\n", "\n\n", "\r\n", " ", "  ", "\t", "\x00", "\ufeff", "\u2028", "😀", "“", '"', "*", "**", "#", "- ", "1. ",
        "(a) ", "<table>", "<p", "> ", "|", " – ", "Q    ", "Question: ", "MR. LEE: ", "Anna Berg: ", "• ",
        "Nairobi, 9 February 2023", "26 November 202014:26", "4:37 P.M. ICT", "PRESS RELEASE", "REPUBLIC OF PERU",
        "Ministry of Trade", "Read also", "TR EN FR AR", "English", "Views: 12", "\\###", "©", "Dear Sir,",
        "MINSK, 5 May – ", "The minister", " met his counterpart.", " in the", "A", "a", "é", "中文", "…", ":",
        "/TASS/.", "(AP)", "Done at Lima, ",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)

PAGE = """Skip to main content
Eng  Рус  中文
Ministry of Foreign Affairs of Ruritania
Home    Ministry    Press centre    Contacts
14 March 202316:05
Deputy Minister takes part in the coordinators' meeting
Share: Facebook  X  Telegram
On 13 March, Deputy Minister Rudolf Elphberg took part in the meeting of national coordinators, which met in Zenda.
The coordinators decided to meet again in late April, a week before the ministers gather in Strelsau for their council.
Read also
12 March 2023 Minister meets the Ambassador of Egypt
© 2023 Ministry of Foreign Affairs of Ruritania
"""


def plain(text: str, **known: str) -> Extract:
    return Extract("x.txt", text, "text/plain", **known)  # type: ignore[arg-type]


def test_compose_reads_a_ministry_page() -> None:
    document = compose(plain(PAGE))
    assert document.title == "Deputy Minister takes part in the coordinators' meeting"
    assert document.published == "2023-03-14T16:05"
    assert document.published_basis == "text"
    assert document.publisher == "Ministry of Foreign Affairs of Ruritania"
    assert document.translations == ("en", "ru", "zh")
    assert document.language == "en"
    assert document.genre == "news"
    body = [PAGE[part.start : part.end] for part in document.parts if part.role == "body"]
    assert [line.split()[0] for line in body] == ["On", "The"]


def test_compose_prefers_metadata_to_text_and_text_to_the_caller() -> None:
    text = "Ministers meet\n\nLima, 5 May 2021\n\nThe ministers met."
    assert compose(plain(text, published="2021-05-06"), published="2020").published_basis == "metadata"
    assert compose(plain(text), published="2020").published == "2021-05-05"
    untimed = compose(plain("Ministers meet\n\nThe ministers met."), published="2020")
    assert (untimed.published, untimed.published_basis) == ("2020", "caller")


def test_compose_takes_only_the_year_from_the_caller_where_the_text_gives_the_day() -> None:
    text = "Ministers meet\n\nLIMA, 5 May – The ministers met."
    assert compose(plain(text)).published == "XXXX-05-05"
    dated = compose(plain(text), published="2021-05-06")
    assert (dated.published, dated.published_basis) == ("2021-05-05", "caller")
    assert compose(plain(text), published="2021-11-06").published == "XXXX-05-05"


def test_compose_keeps_the_blocks_of_the_format_and_lays_out_the_rest() -> None:
    text = "---\ntitle: Ministers meet\n---\n\nLima, 5 May 2021\n\nThe ministers met.\n\n\\###\n"
    extract = Extract(
        "x.md", text, "text/markdown", title="Ministers meet", blocks=(Part(11, 25, "title"),), body_start=30
    )
    document = compose(extract)
    assert [(part.role, text[part.start : part.end]) for part in document.parts] == [
        ("title", "Ministers meet"),
        ("dateline", "Lima, 5 May 2021"),
        ("body", "The ministers met."),
        ("boilerplate", "\\###"),
    ]


def test_compose_marks_the_title_that_the_format_gives_where_the_text_repeats_it() -> None:
    text = "MINISTERS MEET IN LIMA\n\nThe ministers met."
    document = compose(plain(text, title="Ministers meet in Lima"))
    assert document.title == "Ministers meet in Lima"
    assert document.parts[0] == Part(0, 22, "title")


def test_compose_marks_a_heading_that_repeats_the_front_matters_title() -> None:
    text = "---\ntitle: Ministers meet\n---\n\n# Ministers meet\n\nThe ministers met.\n"
    extract = Extract(
        "x.md", text, "text/markdown", title="Ministers meet", blocks=(Part(11, 25, "title"),), body_start=30
    )
    assert [part.role for part in compose(extract).parts] == ["title", "title", "body"]


def test_compose_reads_old_line_ends() -> None:
    for line_end in ("\n", "\r\n", "\r", "\u2028"):
        text = line_end.join(["Ministers meet", "", "The ministers met.", "", "They left."])
        assert [text[part.start : part.end] for part in compose(plain(text)).parts] == [
            "Ministers meet",
            "The ministers met.",
            "They left.",
        ]


@pytest.mark.parametrize(
    ("title", "turns", "genre"),
    [
        ("Readout of the President's Call with the Chancellor", False, "readout"),
        ("Remarks by the President Before Bilateral Meeting", True, "transcript"),
        ("Foreign Minister Kovacs' remarks to the media", False, "statement"),
        ("Remarks by the Minister at the Academy", False, "speech"),
        ("JOINT COMMUNIQUÉ of the Ministers", False, "communique"),
        ("Joint Statement on Data Privacy", False, "statement"),
        ("Agreement between Peru and Chile on Trade", False, "treaty"),
        ("Agreement signed in Lima", False, "news"),
        ("NOTICE OF ENTRY INTO FORCE", False, "other"),
        ("Minister receives the Ambassador of Peru", False, "news"),
        ("FACT SHEET: Ports", False, "press-release"),
    ],
)
def test_genre_goes_by_title_and_turns(title: str, turns: bool, genre: str) -> None:
    assert genre_of(title, label=None, opening="", has_turns=turns, has_dateline=False) == genre


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The President of the Republic met with the ministers.", "en"),
        ("Президент Республики принял министра иностранных дел, чтобы обсудить выборы.", "ru"),
        ("Міністр закордонних справ України зустрівся зі своїм колегою.", "uk"),
        ("Le président de la République a reçu le ministre des affaires étrangères.", "fr"),
        ("外交部长会见了大使。", "zh"),
        ("外務大臣は大使と会談した。", "ja"),
        ("12 – 14", "und"),
    ],
)
def test_language_is_told_by_script_and_common_words(text: str, language: str) -> None:
    assert language_of(text) == language


@given(TEXTS, st.none() | st.sampled_from(["The minister", "Ministers meet"]), st.integers(0, 20))
@settings(max_examples=300, deadline=None)
def test_compose_makes_ordered_stripped_parts_of_any_text(text: str, title: str | None, body_start: int) -> None:
    extract = Extract("x.txt", text, "text/plain", title=title, body_start=min(body_start, len(text)), language="en")
    document = compose(extract)
    assert document.text == text
    at = 0
    for part in document.parts:
        assert at <= part.start < part.end <= len(text)
        assert text[part.start : part.end].strip() == text[part.start : part.end]
        at = part.end
        if part.speaker:
            assert part.speaker.start is not None
            assert text[part.speaker.start : part.speaker.end] == part.speaker.text


@given(TEXTS, st.lists(st.integers(0, 60), min_size=2, max_size=6))
@settings(max_examples=100, deadline=None)
def test_compose_keeps_order_whatever_blocks_the_format_gives(text: str, cuts: list[int]) -> None:
    edges = sorted(cuts)
    blocks = tuple(
        Part(start, end, role)
        for start, end, role in zip(
            edges, edges[1:], ["title", "body", "boilerplate", "dateline", "body"], strict=False
        )
    )
    document = compose(Extract("x.html", text, "text/html", blocks=blocks, language="en"))
    at = 0
    for part in document.parts:
        assert at <= part.start < part.end <= len(text)
        at = part.end


@pytest.mark.parametrize(
    "text",
    [
        "word " * 1_000_000,
        "Ab cd\n" * 50_000,
        "“ " * 10_000 + "The minister said",
        "<p \n" * 50_000,
        "MR. LEE: yes\n\n" * 10_000,
        " " * 1_000_000 + "x",
    ],
    ids=["long-line", "short-lines", "open-quotes", "open-tags", "labels", "spaces"],
)
def test_compose_reads_monstrous_texts(text: str) -> None:
    assert compose(Extract("x.txt", text, "text/plain", language="en")).parts
