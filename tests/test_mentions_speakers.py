"""Who "I" and "we" are."""

from __future__ import annotations

from told import text_of

STATEMENT = """Statement by Foreign Minister Ana Brandt of Denmark

Copenhagen, 3 May 2024

I deplore the attack on the convoy. My thoughts are with the families.
"""
BRIEFING = """Press Briefing by Spokesperson Lena Fors

MS. FORS: Good morning. We regret the decision.

QUESTION: Why?

MS. FORS: I will come back to you.
"""


def speakers(text: str) -> list[list[str]]:
    return [[filler.name for filler in fillers] for fillers in text_of(text).speakers.values()]


def test_speakers_of_a_statement_by_its_title() -> None:
    speaker = text_of(STATEMENT).document.speaker
    assert speaker is not None
    assert speaker.name == "Ana Brandt"
    assert speakers(STATEMENT) == [["Ana Brandt"]]


def test_speakers_of_turns_under_their_full_name() -> None:
    assert speakers(BRIEFING) == [["Lena Fors"], ["Lena Fors"]]


def test_speakers_of_a_letter_by_its_signature() -> None:
    letter = "I am writing about the border.\n\nWe ask the Council to act.\n\nSincerely,\n\nRosa Fuentes"
    speaker = text_of(letter).document.speaker
    assert speaker is not None
    assert speaker.name == "Rosa Fuentes"


def test_speakers_of_a_joint_statement_are_its_signatories() -> None:
    joint = (
        "Joint Statement by Norway, Denmark and Iceland\n\nOslo, 3 May 2024\n\nWe condemn the attack on the embassy."
    )
    assert [filler.name for filler in text_of(joint).signatories] == ["Norway", "Denmark", "Iceland"]
    assert text_of(joint).document.speaker is None


def test_speakers_third_person_report_has_none() -> None:
    report = "Foreign Minister Ana Brandt said: “I deplore the attack on the convoy.”"
    assert text_of(report).document.speaker is None
    assert speakers(report) == []


def test_speakers_the_president_is_the_one_whose_remarks_these_are() -> None:
    text = text_of(
        "Remarks by President Eleanor Whitcomb of the United States on Fiji\n\n"
        "THE PRESIDENT: Good morning. President Josefa Rabuka of Fiji is here.\n\n"
        "Q Will President Rabuka stay?\n\nTHE PRESIDENT: He will stay."
    )
    assert {who[0].name for who in text.speakers.values()} == {"Eleanor Whitcomb"}


def test_speakers_of_a_text_under_an_officials_byline() -> None:
    post = "Clean Water for All\n\nBy Climate Advisor Rosa Fuentes\n\nToday the Ministry opened two more plants."
    speaker = text_of(post).document.speaker
    assert speaker is not None
    assert speaker.name == "Rosa Fuentes"


def test_speakers_a_reporters_byline_is_nobodys_word() -> None:
    report = "Clean Water for All\n\nBy Rosa Fuentes\n\nToday the Ministry opened two more plants."
    assert text_of(report).document.speaker is None


def test_speakers_of_a_readout_by_a_spokesperson() -> None:
    readout = "Readout by Spokesperson Lena Fors of the Minister's Call\n\nThe Minister spoke with her counterpart."
    speaker = text_of(readout).document.speaker
    assert speaker is not None
    assert speaker.name == "Lena Fors"


def test_speakers_of_an_order_without_i_is_who_signs_it() -> None:
    order = (
        "Order on the Port Authority\n\nBy the authority vested in me as President of Kenya, it is hereby ordered that "
        "the Port Authority is dissolved.\n\nROSA FUENTES"
    )
    speaker = text_of(order).document.speaker
    assert speaker is not None
    assert speaker.name.lower() == "rosa fuentes"
