from hypothesis import given
from hypothesis import strategies as st

from communique.readers.paragraphs import paragraphs

CHARACTERS = st.text(alphabet="aB1 .:\n\r\t*#<>|-–—()\"'Q/©•\xa0é中😀", max_size=300)


def laid_out(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in paragraphs(text, [(0, len(text))])]


def test_paragraphs_joins_hard_wrapped_lines() -> None:
    text = (
        "The Minister of Foreign Affairs of Estonia arrived in Accra on Monday for\n"
        "talks with his counterpart. They reviewed trade and agreed to open a\n"
        "consulate in Kumasi before the end of the year.\n"
        "\n"
        "The visit goes on until Wednesday.\n"
    )
    assert [len(part.split("\n")) for part in laid_out(text)] == [3, 1]


def test_paragraphs_keeps_lines_apart_that_are_each_a_paragraph() -> None:
    lines = [
        "Deputy Minister receives the Ambassador of Peru",
        "On 4 June, Deputy Minister Aino Saar received the Ambassador of Peru, who presented copies of his credentials "
        "and conveyed the greetings of his government on the occasion of the national day.",
        "The sides discussed trade, and both said that more students should be exchanged between the universities of "
        "the two countries. They thanked the rectors for their work.",
        "The Ambassador also visited the port.",
    ]
    assert laid_out("\n".join(lines)) == lines


def test_paragraphs_breaks_an_unindented_wrapped_text_where_a_line_ends_early() -> None:
    text = (
        "The delegations reviewed the bilateral agenda and noted the excellent state of their\n"
        "relations, in particular in renewable energy and ocean research.\n"
        "Both sides reaffirmed their commitment to multilateralism and to the reform of the\n"
        "Security Council.\n"
        "The next round will take place in Lima."
    )
    assert [part[:10] for part in laid_out(text)] == ["The delega", "Both sides", "The next r"]


def test_paragraphs_leaves_markers_outside() -> None:
    text = "1. The Parties agree.\n2) They sign.\n(a) first;\n•  second;\n-   third\n    goes further\n1.2.3 Fourth"
    assert laid_out(text) == [
        "The Parties agree.",
        "They sign.",
        "first;",
        "second;",
        "third\n    goes further",
        "Fourth",
    ]


def test_paragraphs_takes_no_date_or_initial_for_a_marker() -> None:
    assert laid_out("9. Februar 2023\n\nJ. Smith arrived.") == ["9. Februar 2023", "J. Smith arrived."]


def test_paragraphs_breaks_no_sentence_at_a_number_that_wraps() -> None:
    text = (
        "The two ministers, who met in the capital for the first time since the 20th of\n"
        "2. May is the month in which the commission will come together for its session"
    )
    assert len(laid_out(text)) == 1


def test_paragraphs_leaves_markdown_signs_outside() -> None:
    text = "## Outcomes\n\n*The text of the statement*\n\n> quoted words\n\n**Next steps:** They meet in May."
    assert laid_out(text) == [
        "Outcomes",
        "The text of the statement",
        "quoted words",
        "Next steps:",
        "They meet in May.",
    ]


def test_paragraphs_joins_a_title_that_goes_on_in_small_letters() -> None:
    text = "JOINT COMMUNIQUÉ\nof the Ministers of Peru and Chile\n\n" + "Long paragraph of one line. " * 12
    assert laid_out(text)[0] == "JOINT COMMUNIQUÉ\nof the Ministers of Peru and Chile"


def test_paragraphs_reads_the_cells_of_a_table_left_in_markdown() -> None:
    text = '<table>\n<tr class="odd">\n<td>Kenya</td>\n<td>12 million</td>\n</tr>\n</table>'
    assert laid_out(text) == ["Kenya", "12 million"]


@given(CHARACTERS)
def test_paragraphs_are_ordered_stripped_and_not_empty(text: str) -> None:
    at = 0
    for start, end, _ in paragraphs(text.replace("\r", "\n"), [(0, len(text))]):
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        at = end


@given(st.lists(st.text(alphabet="deg XYZ", min_size=2, max_size=60).filter(str.strip), max_size=12))
def test_paragraphs_loses_no_words(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    assert " ".join(laid_out(text)).split() == text.split()
