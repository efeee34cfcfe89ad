import pytest

from communique.model import Document
from communique.readers.datelines import read_dateline
from communique.readers.layout import compose
from communique.readers.source import Extract

BODY = "The two ministers met on Monday and discussed trade. They agreed to meet again in the spring.\n"


def read(text: str) -> Document:
    return compose(Extract("x.txt", text, "text/plain"))


def roles(text: str) -> list[tuple[str, str]]:
    return [(part.role, text[part.start : part.end]) for part in read(text).parts]


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Nairobi, 9 February 2023", "Nairobi", "2023-02-09"),
        ("26 November 202014:26", None, "2020-11-26T14:26"),
        ("16:05, 14 March 2023", None, "2023-03-14T16:05"),
        ("ULAANBAATAR, Wednesday, 8 November 2023", "Ulaanbaatar", "2023-11-08"),
        ("Published: 3 May 2023", None, "2023-05-03"),
        ("(Geneva, 3 May 2023)", "Geneva", "2023-05-03"),
        ("Ottawa, Ontario", "Ottawa", None),
        ("Madrid, Spain", "Madrid", None),
        ("Harare, Republic of Zimbabwe", "Harare", None),
        ("(TASHKENT)", "Tashkent", None),
    ],
)
def test_opening_reads_lines_that_say_when_and_where(line: str, place: str | None, date: str | None) -> None:
    dateline = read_dateline(line)
    assert dateline is not None
    assert dateline.place == place
    assert (dateline.date and dateline.date.edtf) == date


@pytest.mark.parametrize(
    "line",
    [
        "12 March 2023 Minister meets the Ambassador of Egypt",
        "East Room",
        "The Minister arrived on 5 May 2023.",
        "Hello",
    ],
)
def test_opening_takes_no_other_line_for_a_dateline(line: str) -> None:
    assert read_dateline(line) is None


@pytest.mark.parametrize(
    ("prefix", "place", "published", "publisher"),
    [
        ("RIYADH, 12 March 2023 – ", "Riyadh", "2023-03-12", None),
        ("MINSK, 5 September (Eurasia Newswire) — ", "Minsk", "XXXX-09-05", "Eurasia Newswire"),
        ("ASTANA, March 14. /TASS/. ", "Astana", "XXXX-03-14", "TASS"),
        ("BERLIN (AP) — ", "Berlin", None, "AP"),
        ("WASHINGTON – ", "Washington", None, None),
        ("Astana, 2 June 2025. ", "Astana", "2025-06-02", None),
        ("*Washington, DC –* ", "Washington", None, None),
    ],
)
def test_opening_parts_a_dateline_from_the_first_paragraph(
    prefix: str, place: str, published: str | None, publisher: str | None
) -> None:
    text = f"Ministers meet on trade\n\n{prefix}{BODY}"
    document = read(text)
    assert (document.place, document.published, document.publisher) == (place, published, publisher)
    assert [part.role for part in document.parts] == ["title", "dateline", "body"]
    assert text[document.parts[2].start :].startswith("The two ministers")


def test_opening_takes_no_date_in_a_sentence_for_a_dateline() -> None:
    text = f"Ministers meet\n\nOn May 31, 2022, U.S. Secretary Miller was their guest. {BODY}"
    assert [role for role, _ in roles(text)] == ["title", "body"]
    assert read(text).place is None


def test_opening_takes_no_dash_for_a_dateline() -> None:
    text = f"Ministers meet\n\nNATO – the alliance of thirty – was their subject. {BODY}"
    assert [role for role, _ in roles(text)] == ["title", "body"]


def test_opening_reads_date_and_place_at_a_titles_end() -> None:
    title = "Foreign Minister Anna Kovacs' remarks to the media after talks with Ivan Petrov, Astana, March 14, 2024"
    document = read(f"{title}\n\nGood afternoon. {BODY}")
    assert (document.title, document.place, document.published) == (title, "Astana", "2024-03-14")


def test_opening_takes_no_date_inside_a_title_for_its_own() -> None:
    assert read(f"Statement on the anniversary of the treaty of 5 May 1992\n\n{BODY}").published is None


def test_opening_names_the_publisher_of_a_letterhead() -> None:
    text = f"REPUBLIC OF GHANA\nMINISTRY OF FOREIGN AFFAIRS\n\nPRESS RELEASE\n\nVISIT OF THE MINISTER OF PERU\n\n{BODY}"
    document = read(text)
    assert document.publisher == "Ministry of Foreign Affairs of Ghana"
    assert document.title == "VISIT OF THE MINISTER OF PERU"
    assert document.genre == "press-release"


def test_opening_keeps_the_article_of_a_state() -> None:
    text = f"KINGDOM OF THE NETHERLANDS\nMinistry of Foreign Affairs\n\nNOTICE OF SIGNATURE\n\n{BODY}"
    assert read(text).publisher == "Ministry of Foreign Affairs of the Netherlands"


def test_opening_joins_a_title_in_capitals_over_several_lines() -> None:
    text = f"TREATY BETWEEN THE REPUBLIC OF PERU\nAND THE REPUBLIC OF GHANA\n\nON EXTRADITION\n\n{BODY}"
    assert read(text).title == "TREATY BETWEEN THE REPUBLIC OF PERU AND THE REPUBLIC OF GHANA ON EXTRADITION"


def test_opening_reads_a_masthead() -> None:
    document = read(f"THE LAGOS LETTER | Issue 7 | 16 May 2025\n\nWhat the summit left open\n\n{BODY}")
    assert (document.publisher, document.published) == ("The Lagos Letter", "2025-05-16")
    assert document.title == "What the summit left open"


def test_opening_knows_a_venue_by_the_time_below_it() -> None:
    text = "Remarks by the President\n\nSokha Hotel\nPhnom Penh, Cambodia\n\n4:37 P.M. ICT\n\nTHE PRESIDENT: Welcome."
    assert [role for role, _ in roles(text)] == ["title", "dateline", "dateline", "dateline", "turn"]
    assert read(text).place == "Phnom Penh"


def test_opening_reads_date_and_place_at_the_foot() -> None:
    text = f"NOTICE OF ENTRY INTO FORCE\n\n{BODY}\nSantiago, 3 July 2023\n\nRosa Vidal\nDirector"
    assert (read(text).published, read(text).place) == ("2023-07-03", "Santiago")


def test_opening_reads_a_closing_formula() -> None:
    text = f"AGREEMENT ON FISHERIES\n\n{BODY}\nDONE at Accra, this third day of May, two thousand and twenty-one."
    assert (read(text).published, read(text).place, read(text).genre) == ("2021-05-03", "Accra", "treaty")


def test_opening_finds_no_title_above_a_letter() -> None:
    assert read(f"Dear Mr. Secretary-General,\n\n{BODY}\nYours sincerely,").title is None


def test_opening_takes_a_sentence_about_a_government_for_no_letterhead() -> None:
    line = "The Government of Norway called for a ceasefire."
    assert roles(line + "\n") == [("body", line)]
