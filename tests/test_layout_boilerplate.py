import pytest

from communique.readers.boilerplate import boilerplate, is_boilerplate, translations_of
from communique.readers.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("strip", "languages"),
    [
        ("• de-DE1 en-GB1 es-ES1 ru-RU1 fr-FR1", ("de-DE", "en-GB", "es-ES", "ru-RU", "fr-FR")),
        ("kk-KZ ru-RU en-GB", ("kk-KZ", "ru-RU", "en-GB")),
        ("TR EN FR AR", ("tr", "en", "fr", "ar")),
        ("Kyr | Рус | Eng", ("ky", "ru", "en")),
        ("O'zb  Рус  Eng  中文", ("uz", "ru", "en", "zh")),
        ("Available in: English, Français and Español", ("en", "fr", "es")),
    ],
)
def test_boilerplate_reads_language_strips(strip: str, languages: tuple[str, ...]) -> None:
    assert translations_of(strip) == languages
    assert is_boilerplate(strip)


@pytest.mark.parametrize("words", ["it is", "IT IS", "so am I", "English", "de la", "No", "Minsk, Vienna", ""])
def test_boilerplate_takes_no_words_for_a_language_strip(words: str) -> None:
    assert translations_of(words) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content",
        "Home    Ministry    Foreign policy    Contacts",
        "Home / Press centre / News",
        "Press Releases | Ministry | Sub Units | Contact",
        "Share: Facebook  X  Telegram  WhatsApp  Print   A-  A+",
        "Views: 1 204",
        "12 min read",
        "Print version | Back to list",
        "- End -",
        "\\###",
        "* * *",
        "© 2023 Ministry of Foreign Affairs",
        "This site uses cookies. By continuing to browse, you agree to it.",
        "For enquiries: press@ministry.example",
        "Subscribe to our Telegram channel",
        "(Provisional translation)",
        "Page 3 of 7",
    ],
)
def test_boilerplate_knows_the_furniture_of_pages(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Thank you.",
        "The President thanked the Minister.",
        "By continuing to invest in our alliances, we keep the peace.",
        "Anna Berg  Ivan Petrov",
        "14.03.2024",
        "Cookies were served at the reception which the Ambassador gave for the delegates of the conference.",
        "We share these values.",
    ],
)
def test_boilerplate_leaves_the_document_alone(line: str) -> None:
    assert not is_boilerplate(line)


def test_boilerplate_runs_from_a_list_heading_until_prose_resumes() -> None:
    text = (
        "The ministers met.\n\nRead also\n\nMinister meets the Ambassador of Egypt\n\nConsultations held in Oslo\n\n"
        "The two sides agreed to hold the next round of consultations in the spring, when the new building of the "
        "embassy will have been opened."
    )
    assert boilerplate(text, paragraphs(text, [(0, len(text))])) == [False, True, True, True, False]


def test_boilerplate_reads_languages_set_in_a_column() -> None:
    text = "English\n\nРусский\n\nҚазақша\n\nThe Minister received the Ambassador."
    assert boilerplate(text, paragraphs(text, [(0, len(text))])) == [True, True, True, False]
