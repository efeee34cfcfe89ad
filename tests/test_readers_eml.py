from email.message import EmailMessage

from communique.readers import ReadError, Source, extract
from communique.readers.source import Extract


def message(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Press Office of the Lakes <press@lakes.example>"
    mail["Date"] = "Wed, 03 May 2023 23:30:00 -0400"
    mail["Message-ID"] = "<1@lakes.example>"
    for name, value in headers.items():
        mail[name] = value
    return mail


def read(mail: EmailMessage | bytes, name: str = "mail.eml") -> list[Extract | ReadError]:
    return list(extract(Source(name, mail if isinstance(mail, bytes) else mail.as_bytes())))


def test_readers_eml_subject_date_and_sender_are_metadata_and_the_subject_heads_the_text() -> None:
    mail = message(Subject="Ministers met in Como — “Lakes” 😀")
    mail.set_content("The ministers met.\n\nThey agreed.\n\n-- \nPress Office\nTel. 12")
    [item] = read(mail)
    assert isinstance(item, Extract)
    assert item.title == "Ministers met in Como — “Lakes” 😀"
    assert (item.published, item.publisher) == ("2023-05-03", "Press Office of the Lakes")
    assert [(p.role, item.text[p.start : p.end]) for p in item.blocks] == [
        ("title", "Ministers met in Como — “Lakes” 😀"),
        ("boilerplate", "-- \nPress Office\nTel. 12"),
    ]
    assert item.text.startswith("Ministers met in Como — “Lakes” 😀\n\nThe ministers met.\n\nThey agreed.")


def test_readers_eml_the_senders_host_names_the_publisher() -> None:
    mail = EmailMessage()
    mail["From"] = "no-reply@mid.ru"
    mail["Subject"] = "On the meeting"
    mail.set_content("They met.")
    [item] = read(mail)
    assert isinstance(item, Extract)
    assert item.publisher == "Ministry of Foreign Affairs of the Russian Federation"


def test_readers_eml_html_is_read_where_there_is_no_plain_body() -> None:
    mail = message(Subject="Readout")
    mail.set_content("<html><body><h1>Readout</h1><p>They met in <b>Como</b>.</p></body></html>", subtype="html")
    [item] = read(mail)
    assert isinstance(item, Extract)
    assert item.text.endswith("They met in Como.")
    assert "<" not in item.text


def test_readers_eml_attachments_that_can_be_read_are_documents_of_their_own() -> None:
    mail = message(Subject="Press release")
    mail.set_content("See the attached text.")
    mail.add_attachment(b"---\ntitle: Annex\n---\nThe annex.", maintype="text", subtype="markdown", filename="annex.md")
    mail.add_attachment(b"\x89PNG....", maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment(b"\0\1\2\3" * 9, maintype="application", subtype="octet-stream", filename="data.bin")
    body, annex, data = read(mail)
    assert isinstance(body, Extract)
    assert isinstance(annex, Extract)
    assert (annex.source, annex.title) == ("mail.eml#annex.md", "Annex")
    assert str(data) == "mail.eml#data.bin: looks like binary, not text"


def test_readers_eml_a_body_in_a_legacy_encoding_is_read_as_declared() -> None:
    head = (
        "From: a@example.org\r\nMIME-Version: 1.0\r\nMessage-ID: <1@x>\r\n"
        "Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    [item] = read(head.encode() + "Министры встретились в Минске.".encode("koi8-r"), "x")
    assert isinstance(item, Extract)
    assert item.text == "Министры встретились в Минске."


def test_readers_eml_messages_within_messages_end_somewhere() -> None:
    inner = message(Subject="0")
    inner.set_content("The innermost.")
    for level in range(1, 14):
        outer = message(Subject=str(level))
        outer.set_content("See below.")
        outer.add_attachment(inner)
        inner = outer
    items = read(inner)
    assert isinstance(items[-1], ReadError)
    assert "within more than 8 others" in str(items[-1])


def test_readers_eml_broken_headers_are_no_crash() -> None:
    broken = b"From: =?utf-8?q?\xff?= <<<@@\r\nDate: yesterday, perhaps\r\nMessage-ID: [\r\nSubject: \r\n\r\nThe text."
    [item] = read(broken)
    assert isinstance(item, Extract)
    assert item.text == "The text."
    assert item.published is None


def test_readers_eml_parts_nested_without_end_are_one_line() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n" for i in range(3000))
    [error] = read(f"{nested}\r\nText.".encode())
    assert str(error) == "mail.eml: is a message whose parts are nested too deep"


def test_readers_eml_a_header_without_end_is_cut() -> None:
    [item] = read(b"From: a@example.org\r\nSubject: " + b"=?utf-8?q?a?= " * 50_000 + b"\r\n\r\nThey met.")
    assert isinstance(item, Extract)
    assert item.text.endswith("They met.")
    assert len(item.text) < 5000


def test_readers_eml_a_message_without_words_is_one_line() -> None:
    [error] = read(b"From: a@example.org\r\nSubject: nothing\r\n\r\n")
    assert str(error) == "mail.eml: is empty"
