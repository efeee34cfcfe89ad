from communique.model import Document
from communique.readers.layout import compose
from communique.readers.source import Extract


def document(text: str) -> Document:
    return compose(Extract("x.txt", text, "text/plain"))


def spoken(text: str) -> list[tuple[str, str | None, str]]:
    read = document(text)
    return [
        (part.role, part.speaker.name if part.speaker else None, text[part.start : part.end])
        for part in read.parts
        if part.role in ("turn", "question", "answer")
    ]


BRIEFING = """Press Briefing by the Press Secretary

1:43 P.M. EDT

MS. O’HARA:  Good afternoon, everybody.

I have one thing at the top.

Q    Thank you.  Did the President call Ottawa?

MS. O’HARA:  He did.

2:10 P.M. EDT
"""


def test_turns_go_on_until_the_next_label() -> None:
    assert spoken(BRIEFING) == [
        ("turn", "Ms. O’Hara", "Good afternoon, everybody."),
        ("turn", "Ms. O’Hara", "I have one thing at the top."),
        ("question", "Q", "Thank you.  Did the President call Ottawa?"),
        ("turn", "Ms. O’Hara", "He did."),
    ]


def test_turns_point_at_the_label_without_its_colon() -> None:
    speaker = next(part.speaker for part in document(BRIEFING).parts if part.speaker)
    assert speaker.start is not None
    assert speaker.end is not None
    assert BRIEFING[speaker.start : speaker.end] == speaker.text == "MS. O’HARA"


def test_turns_know_questions_from_answers() -> None:
    text = "Question: Is it true?\n\nAnswer: No, it is not.\n\nQuestion: Why?\n\nAnswer: Ask them.\n\nWe did."
    assert [(role, name) for role, name, _ in spoken(text)] == [
        ("question", "Question"),
        ("answer", "Answer"),
        ("question", "Question"),
        ("answer", "Answer"),
        ("answer", "Answer"),
    ]


def test_turns_name_the_medium_that_asks() -> None:
    text = "PRIME MINISTER MORI: Welcome.\n\nQUESTION (Kanto Daily): When?\n\nPRIME MINISTER MORI: In May."
    assert [(role, name) for role, name, _ in spoken(text)] == [
        ("turn", "Prime Minister Mori"),
        ("question", "Question (Kanto Daily)"),
        ("turn", "Prime Minister Mori"),
    ]


def test_turns_know_names_in_small_letters_where_there_are_questions() -> None:
    text = "Question: What came of it?\n\nAnna Kovacs: We agreed: the border opens.\n\nFirst: energy comes next."
    assert [name for _, name, _ in spoken(text)] == ["Question", "Anna Kovacs", "Anna Kovacs"]


def test_turns_know_names_that_alternate() -> None:
    lines = ["Anna Kovacs: We begin with trade.", "Ivan Petrov: Yes, with trade."] * 3
    assert {name for _, name, _ in spoken("\n\n".join(lines))} == {"Anna Kovacs", "Ivan Petrov"}


def test_turns_take_no_list_of_fields_for_a_dialogue() -> None:
    text = "\n\n".join(["Full Name: Jane Doe", "Home Town: Springfield, Illinois"] * 3)
    assert spoken(text) == []


def test_turns_take_no_run_in_heading_for_a_speaker() -> None:
    text = "FACT SHEET: Ports\n\nThe plan has two parts.\n\nPILLAR I: Trade will grow.\n\nSUBJECT: Delegation of powers"
    assert spoken(text) == []


def test_turns_answer_questions_set_in_bold() -> None:
    text = "# Interview\n\n**Q: How is trade?**\n\nIt grows.\n\n**Q: And culture?**\n\nIt grows too."
    assert [(role, words) for role, _, words in spoken(text)] == [
        ("question", "How is trade?"),
        ("answer", "It grows."),
        ("question", "And culture?"),
        ("answer", "It grows too."),
    ]


def test_turns_write_names_as_names_are_written() -> None:
    text = "MR. McINTYRE: One.\n\nSECRETARY MCCARTHY: Two.\n\nTHE PRESIDENT OF SENEGAL: Three.\n\nNSC OFFICIAL: Four."
    assert [name for _, name, _ in spoken(text)] == [
        "Mr. McIntyre",
        "Secretary McCarthy",
        "The President of Senegal",
        "NSC Official",
    ]
