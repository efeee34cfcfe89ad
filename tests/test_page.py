"""One self-contained HTML page: every fact on its words, nothing from anywhere, nothing that a text can bring in."""

from __future__ import annotations

import base64
import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from communique.model import Document, Fact, Filler, Part, Span, TimeRef, document_id
from communique.views.page import document_page, page
from communique.views.shell import LANES, showable

TEXT = "\N{GRINNING FACE} Holm met Rabuka & others.\n\nRABUKA: We agreed <b>at once</b>."


def document(text: str = TEXT, *, title: str | None = "Holm in Suva", url: str | None = None) -> Document:
    parts = ()
    if text == TEXT:
        turn = text.index("We")
        parts = (Part(0, 27, "body"), Part(turn, len(text), "turn", Filler("Josefa Rabuka")))
    return Document(document_id(text), "suva.txt", "text/plain", text, title=title, url=url, parts=parts)


def fact(text: str, *spans: tuple[int, int], type: str = "meeting", name: str = "Sigrid Holm") -> Fact:
    return Fact(
        document_id(text),
        type,
        "planned",
        {"participant": (Filler(name),)},
        tuple(Span.of(text, start, end) for start, end in spans),
        time=TimeRef("2024-05-03"),
        attribution=(Filler("Josefa Rabuka"),),
    )


def rendered(text: str, *facts: Fact, **known: str | None) -> str:
    return "".join(page([(document(text, **known), facts)], title="Holm in Suva"))


def text_shown(source: str) -> str:
    """The text of the page's document as a reader sees it, without the marks."""
    (section,) = html.fromstring(source).find_class("text")
    for mark in [*section.find_class("mark"), *section.find_class("speaker")]:
        mark.drop_tree()
    return "".join("".join(span.itertext()) for span in section.iter("span"))


def test_page_highlights_evidence_and_nothing_else() -> None:
    source = rendered(TEXT, fact(TEXT, (2, 17)))
    (lit,) = html.fromstring(source).find_class("on")
    assert lit.text == "Holm met Rabuka"


def test_page_counts_offsets_in_code_points_beyond_the_emoji() -> None:
    start = TEXT.index("We agreed")
    source = rendered(TEXT, fact(TEXT, (start, start + 9), type="statement"))
    (lit,) = html.fromstring(source).find_class("on")
    assert lit.text == "We agreed"
    assert f"[{start}:{start + 9}]" in source


def test_page_leads_from_the_words_to_the_fact_and_back() -> None:
    tree = html.fromstring(rendered(TEXT, fact(TEXT, (2, 6), (11, 17))))
    ids = {element.get("id") for element in tree.iter() if element.get("id")}
    links = [anchor.get("href")[1:] for anchor in tree.iter("a") if anchor.get("href", "").startswith("#")]
    assert len(links) == 5
    assert set(links) <= ids


def test_page_says_what_happens_when_and_on_whose_word() -> None:
    (card,) = html.fromstring(rendered(TEXT, fact(TEXT, (2, 17)))).find_class("fact")
    assert " ".join(card.find("h2").text_content().split()) == "1 meeting planned Sigrid Holm"
    rows = {row.find("dt").text: row.find("dd").text_content() for row in card.iterfind("dl/div")}
    assert rows["when"] == "2024-05-03"
    assert rows["on the word of"] == "Josefa Rabuka"
    assert "confidence 0.50" in card.text_content()


def test_page_says_that_a_fact_without_attribution_is_the_documents_own() -> None:
    (own,) = (Fact(document_id(TEXT), "visit", "actual", {}, (Span.of(TEXT, 2, 6),)),)
    assert "the document itself" in rendered(TEXT, own)


def test_page_shows_labels_between_the_parts() -> None:
    assert "RABUKA:" in text_shown(rendered(TEXT))


def test_page_leaves_out_the_blank_lines_around_what_stands_between_the_parts() -> None:
    text = "Holm arrived.\n\n* * *\n\nRabuka left."
    left = Document(
        document_id(text), "suva.txt", "text/plain", text, parts=(Part(0, 13, "body"), Part(22, 34, "body"))
    )
    blocks = document_page(left, [], anchor="d-1").blocks
    assert [segment.text for block in blocks if block.role == "between" for segment in block.segments] == ["* * *"]


def test_page_runs_a_label_in_before_what_follows_on_its_line() -> None:
    (_, turn) = document_page(document(), [], anchor="d-1").blocks
    assert [(segment.text, segment.aside) for segment in turn.segments] == [
        ("RABUKA: ", True),
        ("We agreed <b>at once</b>.", False),
    ]


def test_page_of_a_text_without_facts_says_so() -> None:
    assert "No facts were found in this text." in rendered(TEXT)


def test_page_underlines_overlapping_evidence_in_lanes_of_their_own() -> None:
    facts = [fact(TEXT, (2, 17 + n), name=f"Minister {n}") for n in range(LANES)]
    (block, *_) = document_page(document(), facts, anchor="d-1").blocks
    lanes = {name.partition("-")[0] for segment in block.segments for name in segment.classes.split()}
    assert lanes == {f"u{n}" for n in range(LANES)}


def test_page_of_several_documents_has_an_index() -> None:
    other = document("They left.", title="Departure <i>")
    source = "".join(page([(document(), ()), (other, ())]))
    nav = html.fromstring(source).get_element_by_id("index")
    assert [link.text_content() for link in nav.iter("a")] == ["Holm in Suva", "Departure <i>"]


def test_page_takes_no_markup_from_text_title_name_or_address() -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    text = f"{hostile} Holm met Rabuka."
    known = Document(
        document_id(text), hostile, "text/plain", text, title=hostile, publisher=hostile, url="javascript:alert(1)"
    )
    source = "".join(page([(known, [fact(text, (0, 20), name=hostile)])], title=hostile))
    tree = html.fromstring(source)
    assert len(list(tree.iter("script"))) == 1
    assert not list(tree.iter("img"))
    assert not [e for e in tree.iter() if any(name.startswith("on") for name in e.attrib)]
    assert not [a for a in tree.iter("a") if a.get("href", "").startswith("javascript")]
    assert text_shown(source) == text


def test_page_links_to_the_address_of_the_document() -> None:
    source = rendered(TEXT, url="https://www.foreign.example.fj/1?a=b&c=d")
    links = [a for a in html.fromstring(source).iter("a") if a.get("href", "").startswith("https:")]
    assert [link.get("href") for link in links] == ["https://www.foreign.example.fj/1?a=b&c=d"]
    assert "noopener" in links[0].get("rel")


def test_page_allows_its_own_script_and_style_by_their_hashes_and_asks_for_nothing() -> None:
    source = rendered(TEXT, fact(TEXT, (2, 17)))
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', source)
    assert "default-src 'none'" in policy
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.replace("&#39;", "'").replace("&#43;", "+")
    assert not re.findall(r'(?:src|href)="(?!#)', source)
    assert "url(" not in source


def test_page_shows_control_characters_and_lone_surrogates_as_replaced() -> None:
    assert showable("a\x00b\x1b[31m\ud800\n\té") == "a\ufffdb\ufffd[31m\ufffd\n\té"


@given(st.data())
def test_page_shows_the_whole_text_whatever_the_evidence(data: st.DataObject) -> None:
    text = data.draw(st.text(st.characters(blacklist_categories=["Cc", "Cs"]), min_size=1).filter(str.strip))
    ends = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(ends, ends).filter(lambda span: span[0] < span[1]), max_size=8))
    blocks = document_page(document(text), [fact(text, span) for span in spans], anchor="d-1").blocks
    assert "".join(segment.text for block in blocks for segment in block.segments) == text
    marks = [mark for block in blocks for segment in block.segments for mark in segment.marks]
    assert len(marks) == len(spans)
