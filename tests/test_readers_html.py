import time

import pytest

from communique.readers import ReadError, Source, extract
from communique.readers.html import read_html
from communique.readers.source import Extract

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Minister receives Ambassador of Peru | Ministry of the Lakes</title>
<meta property="og:site_name" content="Ministry of the Lakes">
<meta property="article:published_time" content="2024-05-06T10:00:00+02:00">
<link rel="canonical" href="https://lakes.example/news/12">
<link rel="alternate" hreflang="fr" href="/fr"><link rel="alternate" hreflang="x-default" href="/">
<script>var menu = "Minister";</script><style>p { color: red }</style></head>
<body class="nav-open"><header><a href="/">Home</a>
<nav><ul><li><a href="a">News</a><li><a href="b">Visas</a></ul></nav></header>
<a class="sr-only" href="#m">Skip to content</a><div class="breadcrumb"><a href="/">Home</a> / News</div>
<div id="content"><h1>Minister receives Ambassador of Peru</h1><div class="date">6 May 2024</div>
<p>On 6 May 2024, Minister Anna&nbsp;Keller received the <b>Ambassador</b> of Peru, Ms. Ana 😀 Quispe.<br>They discussed
trade.<br><br>A new paragraph stands after two breaks, with a <a href="x">link</a> in it.</p>
<ul><li>Trade in grain<li>Culture</ul>
<table><tr><th>Name</th><th>Office</th></tr><tr><td>A. Keller</td><td>Minister</td></tr></table>
Loose words at the end of the division.
<div class="share-buttons"><a href="f">Facebook</a> <a href="t">Telegram</a></div>
<ul class="more"><li><a href="1">Minister meets the Ambassador of Egypt</a><li><a href="2">Consultations with Norway</a>
<li><a href="3">Call with Chile</a></ul></div><footer>&copy; 2024 Ministry of the Lakes</footer></body></html>"""


def blocks(read: Extract, role: str) -> list[str]:
    return [read.text[part.start : part.end] for part in read.blocks if part.role == role]


def test_readers_html_the_head_gives_title_date_publisher_address_and_languages() -> None:
    read = read_html(PAGE, "page.html")
    assert read.title == "Minister receives Ambassador of Peru"
    assert (read.published, read.publisher) == ("2024-05-06", "Ministry of the Lakes")
    assert (read.url, read.language, read.translations) == ("https://lakes.example/news/12", "en", ("fr",))


def test_readers_html_paragraphs_items_and_rows_are_blocks_parted_by_blank_lines() -> None:
    read = read_html(PAGE, "page.html")
    assert blocks(read, "title") == ["Minister receives Ambassador of Peru"]
    assert blocks(read, "body") == [
        "6 May 2024",
        "On 6 May 2024, Minister Anna Keller received the Ambassador of Peru, Ms. Ana 😀 Quispe.\n"
        "They discussed trade.",
        "A new paragraph stands after two breaks, with a link in it.",
        "Trade in grain",
        "Culture",
        "Name | Office",
        "A. Keller | Minister",
        "Loose words at the end of the division.",
    ]
    assert read.text == "\n\n".join(read.text[p.start : p.end] for p in read.blocks)


def test_readers_html_menus_and_footers_go_and_what_stands_beside_the_text_is_boilerplate() -> None:
    read = read_html(PAGE, "page.html")
    assert blocks(read, "boilerplate") == [
        "Facebook Telegram",
        "Minister meets the Ambassador of Egypt",
        "Consultations with Norway",
        "Call with Chile",
    ]
    for gone in ("Visas", "Skip to content", "©", "color", "var menu"):
        assert gone not in read.text


def test_readers_html_a_marked_main_part_is_taken_at_its_word() -> None:
    aside = "<div><p>Weather in town today: sun.</p></div>"
    page = f"<body>{aside}<main><h1>Call</h1><p>They spoke at length about fish.</p></main></body>"
    read = read_html(page, "page.html")
    assert blocks(read, "body") == ["They spoke at length about fish."]
    assert blocks(read, "boilerplate") == ["Weather in town today: sun."]


def test_readers_html_a_page_wrapped_in_something_called_menu_keeps_its_text() -> None:
    paragraphs = "<p>The ministers spoke at length about the lakes.</p>" * 5
    page = f"<body><div class='menu-page'><h1>Call</h1>{paragraphs}</div></body>"
    assert read_html(page, "page.html").text.count("ministers spoke") == 5


def test_readers_html_schema_org_data_and_time_of_issue_are_read() -> None:
    page = """<html><head><script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",
      "headline": "A call", "datePublished": "2023-01-02T03:04:05Z", "publisher": {"name": "Lake News"}}]}</script>
      <script type="application/ld+json">{broken</script></head><body><p>They spoke.</p></body></html>"""
    read = read_html(page, "page.html")
    assert (read.title, read.published, read.publisher) == ("A call", "2023-01-02", "Lake News")


def test_readers_html_a_day_of_change_is_not_the_day_of_publication() -> None:
    page = '<meta property="article:modified_time" content="2023-01-02"><p>They spoke.</p><p>© 2021</p>'
    assert read_html(page, "page.html").published is None


def test_readers_html_a_known_host_names_the_publisher() -> None:
    read = read_html("<p>They met.</p>", "https://www.kemlu.go.id/read/1")
    assert read.publisher == "Ministry of Foreign Affairs of the Republic of Indonesia"
    assert read.url == "https://www.kemlu.go.id/read/1"


def test_readers_html_hidden_words_are_not_read() -> None:
    page = '<p>Seen.</p><p hidden>No.</p><p style="display: none">No.</p><template><p>No.</p></template><!-- No. -->'
    assert read_html(page, "page.html").text == "Seen."


def test_readers_html_preformatted_lines_stay_lines() -> None:
    assert read_html("<pre>Dear  colleagues,\n\nWe met.</pre>", "page.html").text == "Dear  colleagues,\n\nWe met."


@pytest.mark.parametrize("label", ["windows-1251", "iso-8859-5"])
def test_readers_html_the_declared_encoding_counts(label: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">'
    page = f"<html><head>{meta}</head><body><p>Встреча</p></body></html>"
    [read] = extract(Source("page.html", page.encode(label)))
    assert isinstance(read, Extract)
    assert read.text == "Встреча"


@pytest.mark.parametrize("label", ["unicode_escape", "utf-7", "no-such-thing", "base64"])
def test_readers_html_a_nonsense_encoding_is_no_crash(label: str) -> None:
    page = f'<meta charset="{label}"><p>Caf\\ud800 '.encode() + b"\xe9 in the town of Como, where they met</p>"
    [read] = extract(Source("page.html", page))
    assert isinstance(read, Extract)
    assert "é in the town" in read.text


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li"])
def test_readers_html_100_000_nested_tags_are_one_line(tag: str) -> None:
    [error] = extract(Source("deep.html", f"<html><body>{f'<{tag}>' * 100_000}Words.".encode()))
    assert str(error) == "deep.html: has HTML tags nested more than 2,048 deep"


def test_readers_html_a_thousand_unclosed_tags_are_read() -> None:
    page = (
        "<html><body>" + "<div class='menu nav'><font>" * 500 + "<p>The ministers met in Como and agreed on fish.</p>"
    )
    assert "met in Como" in read_html(page, "page.html").text


def test_readers_html_a_page_without_words_is_one_line() -> None:
    for page in (b"<html><body><script>1</script></body></html>", b"<!-- -->", b"<html>"):
        [error] = extract(Source("page.html", page))
        assert isinstance(error, ReadError)
        assert error.reason == "holds no text outside its markup"


def test_readers_html_time_grows_with_length_alone() -> None:
    def seconds(times: int) -> float:
        pieces = [
            "<p>The ministers met <a href=x>here</a>.",
            "<div class='menu'>x</div>",
            "<br>",
            "<tr><td>a<td>b",
            "<li>",
        ]
        start = time.process_time()
        for piece in pieces:
            read_html(f"<html><body><main>words {piece * times}</main>", "page.html")
        return time.process_time() - start

    seconds(100)
    assert seconds(20_000) < 40 * seconds(2_000) + 0.5
