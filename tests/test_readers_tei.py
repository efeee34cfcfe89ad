import pytest

from communique.readers import Source, extract
from communique.readers.tei import read_tei

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
HEADER = """<teiHeader><fileDesc>
  <titleStmt><title type="sub">Sub</title><title type="main">Minutes of the Lake Conference</title></titleStmt>
  <publicationStmt><publisher>Archive of the Lakes</publisher><pubPlace>Como</pubPlace>
    <date when="2023-05-03">3 May</date><ptr target="https://archive.example/lake/7"/></publicationStmt>
  <sourceDesc><p>Born digital.</p></sourceDesc></fileDesc>
  <profileDesc><particDesc><listPerson><person xml:id="AK"><persName><surname>Keller</surname>
    <forename>Anna</forename></persName></person></listPerson></particDesc></profileDesc></teiHeader>"""


def tei(body: str, header: str = HEADER) -> bytes:
    return f'<?xml version="1.0"?>\n<TEI {NS} xml:lang="en">{header}<text><body>{body}</body></text></TEI>'.encode()


def test_readers_tei_the_header_gives_title_date_publisher_address_and_language() -> None:
    read = read_tei(tei("<p>The conference opened.</p>"), "minutes.xml")
    assert read.title == "Minutes of the Lake Conference"
    assert (read.published, read.publisher, read.language) == ("2023-05-03", "Archive of the Lakes", "en")
    assert read.url == "https://archive.example/lake/7"


def test_readers_tei_headings_and_paragraphs_are_blocks_with_white_space_folded() -> None:
    read = read_tei(
        tei("<head>Opening</head><p>The\n   ministers 😀 <hi>met</hi>.</p><list><item>Fish</item></list>"), "m.xml"
    )
    assert [(p.role, read.text[p.start : p.end]) for p in read.blocks] == [
        ("title", "Opening"),
        ("body", "The ministers 😀 met."),
        ("body", "Fish"),
    ]


def test_readers_tei_a_speech_is_a_turn_and_its_speaker_points_at_the_label() -> None:
    read = read_tei(tei("<sp><speaker>Mrs Lund:</speaker><p>We met.</p><p>We agreed.</p></sp>"), "m.xml")
    assert [read.text[p.start : p.end] for p in read.blocks] == ["We met.", "We agreed."]
    for part in read.blocks:
        assert part.role == "turn"
        assert part.speaker is not None
        assert part.speaker.name == "Mrs Lund"
        assert read.text[part.speaker.start : part.speaker.end] == "Mrs Lund:"


def test_readers_tei_an_utterance_takes_its_speaker_from_the_list_of_persons() -> None:
    read = read_tei(tei('<note type="speaker">The Minister</note><u who="#AK"><seg>Thank you.</seg></u>'), "m.xml")
    [part] = read.blocks
    assert part.role == "turn"
    assert part.speaker is not None
    assert (part.speaker.name, part.speaker.text) == ("Anna Keller", "The Minister")


def test_readers_tei_a_note_stands_after_its_paragraph_and_not_within_its_sentence() -> None:
    read = read_tei(tei("<p>The ministers<note place='foot'>See <hi>annex</hi>.</note> met.</p>"), "m.xml")
    assert read.text == "The ministers met.\n\nSee annex."


def test_readers_tei_editors_corrections_are_read() -> None:
    corrected = "<choice><sic>minsters</sic><corr>ministers</corr></choice>"
    expanded = "<choice><abbr>Rep.</abbr><expan>Republic</expan></choice>"
    body = f"<p>The {corrected} met<lb/>in the {expanded}.</p>"
    assert read_tei(tei(body), "m.xml").text == "The ministers met in the Republic."


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE TEI [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE TEI [<!ENTITY % p SYSTEM "http://example.org/x.dtd"> %p;]>',
    ],
)
def test_readers_tei_entities_are_refused(doctype: str) -> None:
    data = f"{doctype}<TEI {NS}><text><body><p>&b;</p></body></text></TEI>".encode()
    assert [str(error) for error in extract(Source("bomb.xml", data))] == [
        "bomb.xml: declares XML entities, which are refused"
    ]


def test_readers_tei_other_xml_is_named() -> None:
    [error] = extract(Source("feed.xml", b'<?xml version="1.0"?><rss><channel/></rss>'))
    assert str(error) == "feed.xml: is XML, but neither TEI nor XHTML"
    [error] = extract(Source("bomb.xml", b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l "ha">]><l>&l;</l>'))
    assert str(error) == "bomb.xml: declares XML entities, which are refused"


def test_readers_tei_broken_xml_is_one_line() -> None:
    [error] = extract(Source("cut.xml", tei("<p>The conference</p>")[:-30]))
    assert str(error).startswith("cut.xml: is not well-formed XML (")
    assert "\n" not in str(error)


def test_readers_tei_a_text_in_a_legacy_encoding_is_read_as_it_declares() -> None:
    body = f'<TEI {NS}><text xml:lang="ru"><body><p>Встреча министров</p></body></text></TEI>'
    data = f'<?xml version="1.0" encoding="windows-1251"?>{body}'
    [read] = extract(Source("ru.xml", data.encode("cp1251")))
    assert getattr(read, "text", None) == "Встреча министров"
