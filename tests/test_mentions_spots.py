"""Names of the knowledge files in a text."""

from __future__ import annotations

from told import spots_of


def kinds(text: str) -> dict[str, str]:
    return {words: spot.kind for words, spot in spots_of(text)}


def test_spots_states_and_organizations_by_their_names() -> None:
    assert kinds("The European Union and the Republic of Moldova opened talks.") == {
        "European Union": "organization",
        "Republic of Moldova": "state",
    }


def test_spots_show_the_usual_name_of_a_state() -> None:
    (_, spot), *_ = spots_of("Yesterday the Republic of Moldova opened talks.")
    assert (spot.name, spot.id) == ("Moldova", "Q217")


def test_spots_capital_is_a_place_that_can_stand_for_its_state() -> None:
    (words, spot), *_ = spots_of("Minsk rejected the accusation.")
    assert (words, spot.kind, spot.state) == ("Minsk", "place", "Belarus")


def test_spots_adjective_belongs_to_its_state() -> None:
    (_, spot), *_ = spots_of("A Belarusian court released him.")
    assert (spot.kind, spot.state) == ("adjective", "Belarus")


def test_spots_longest_name_wins() -> None:
    assert [words for words, _ in spots_of("Niger borders Nigeria, and Guinea-Bissau borders Guinea.")] == [
        "Niger",
        "Nigeria",
        "Guinea-Bissau",
        "Guinea",
    ]


def test_spots_acronyms_only_in_capitals() -> None:
    assert "organization" in kinds("The OSCE met in Vienna.").values()
    assert "organization" not in kinds("They were told who may sit in the un and eu rooms.").values()


def test_spots_names_across_a_line_break() -> None:
    text = (
        "Yesterday he spoke for a long time with his old friends from many countries of the European\nUnion, and left."
    )
    assert kinds(text) == {"European\nUnion": "organization"}
