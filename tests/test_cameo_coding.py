"""Coded events: who did what to whom, in CAMEO's codes, as PETRARCH's users know them."""

from __future__ import annotations

import pytest

from communique.cameo.coding import CodedEvent, code_document
from communique.model import Document, Part, document_id


def events_of(text: str, *, published: str | None = None) -> tuple[CodedEvent, ...]:
    parts = (Part(0, len(text), "body"),)
    return code_document(Document(document_id(text), "x.txt", "text/plain", text, published=published, parts=parts))


def coded(text: str, *, published: str | None = None) -> list[str]:
    return sorted(f"{e.source} {e.code} {e.target}" for e in events_of(text, published=published))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peru praised Chile for its help.", "PER 051 CHL"),
        ("Chile was praised by Peru.", "PER 051 CHL"),
        ("Norway provided humanitarian aid to Haiti.", "NOR 073 HTI"),
        ("Norway will provide Haiti with food.", "NOR 073 HTI"),
        ("Haiti received aid from Norway.", "NOR 070 HTI"),
        ("Kenya signed a trade agreement with Uganda.", "KEN 057 UGA"),
        ("Japan lodged a formal complaint with Russia.", "JPN 114 RUS"),
        ("The European Union imposed sanctions on Belarus.", "IGOEUREEC 163 BLR"),
        ("Sanctions on Belarus were lifted by Poland.", "POL 085 BLR"),
        ("Indonesia recalled its ambassador from Canberra.", "IDN 161 AUS"),
        ("Ethiopian troops invaded Somalia.", "ETHMIL 190 SOM"),
        ("A Danish aid worker was kidnapped by Somali gunmen.", "SOMUAF 181 DNKNGO"),
    ],
)
def test_cameo_codes_source_event_and_target(text: str, event: str) -> None:
    assert coded(text) == [event]


def test_cameo_those_who_do_something_together_do_it_to_each_other() -> None:
    assert coded("Brazil and Argentina signed a treaty.") == ["ARG 057 BRA", "BRA 057 ARG"]
    assert coded("Talks between Oman and Yemen resumed in Muscat.") == ["OMN 046 YEM", "YEM 046 OMN"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Iceland wants to help Malta.", "ISL 033 MLT"),
        ("Iceland refused to help Malta.", "ISL 122 MLT"),
        ("Iceland will not help Malta.", "ISL 122 MLT"),
        ("Iceland stopped helping Malta.", "ISL 162 MLT"),
        ("Iceland asked Cyprus to help Malta.", "ISL 023 CYP"),
        ("Iceland demanded that Cyprus withdraw its troops.", "ISL 105 CYP"),
        ("Iceland threatened to attack Cyprus.", "ISL 138 CYP"),
        ("Iceland is scheduled to visit Malta.", "ISL 042 MLT"),
        ("Iceland called for talks with Malta.", "ISL 026 MLT"),
        ("Iceland demanded that Cyprus halt the drilling.", "ISL 100 CYP"),
        ("Iceland wants Cyprus to pay.", "ISL 020 CYP"),
        ("Iceland is unwilling to negotiate with Malta.", "ISL 125 MLT"),
        ("Iceland denied that it had attacked Malta.", "ISL 016 MLT"),
        ("Iceland is considering a request from Malta.", "ISL 014 MLT"),
        ("Iceland does not recognise Malta.", "ISL 120 MLT"),
    ],
)
def test_cameo_a_governing_verb_turns_the_code(text: str, event: str) -> None:
    assert coded(text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Iceland may help Malta.",
        "Iceland did not attack Malta.",
        "Iceland would help Malta if Cyprus agreed.",
        "Iceland published a report on fisheries.",
        "The weather in Iceland was mild.",
    ],
)
def test_cameo_what_is_unreal_denied_or_no_interaction_is_not_coded(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The Cypriot parliament adopted a resolution condemning Malta.", ["CYPLEG 111 MLT"]),
        ("Cyprus and Malta accused each other of smuggling.", ["CYP 112 MLT", "MLT 112 CYP"]),
        ("Cyprus recalled its ambassador to Malta.", ["CYP 161 MLTGOV"]),
        ("Cypriot troops retook Larnaca from Hezbollah.", ["CYPMIL 192 LBNREBHEZ"]),
        ("Two Maltese journalists were expelled from Cyprus.", ["CYP 174 MLTMED"]),
        ("Malta said that Cyprus should lower its tariffs.", ["MLT 020 CYP"]),
        ("Gunmen opened fire on a bus carrying Cypriot pilgrims.", ["---UAF 190 CYPCVL"]),
        ("There was a clash between Cypriot police and Maltese smugglers.", ["CYPCOP 190 MLTCRM", "MLTCRM 190 CYPCOP"]),
    ],
)
def test_cameo_who_acts_and_on_whom_is_found_in_other_places(text: str, events: list[str]) -> None:
    assert coded(text) == events


def test_cameo_what_others_have_done_by_somebodys_word_accuses_them() -> None:
    assert coded("Armenia said that Georgia had attacked its border posts.") == ["ARM 112 GEO"]
    assert coded("Armenian troops attacked Georgia, officials in Tbilisi said.") == ["ARMMIL 190 GEO"]


def test_cameo_violence_of_crowds_is_protest_and_force_against_them_repression() -> None:
    assert coded("Chilean demonstrators attacked the Peruvian embassy.") == ["CHLOPP 145 PERGOV"]
    assert coded("Soldiers in Chad fired at protesters.") == ["TCDMIL 175 ---OPP"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The foreign minister of Chile criticized Peru.", "CHLGOV"),
        ("Chile's opposition leader criticized Peru.", "CHLOPP"),
        ("A court in Chile criticized Peru.", "CHLJUD"),
        ("Hundreds of Chilean students criticized Peru.", "CHLEDU"),
        ("UN peacekeepers criticized Peru.", "IGOUNOMIL"),
        ("Santiago criticized Peru.", "CHL"),
        ("The Turkish commander in Iraq, General Deniz Kara, criticized Peru.", "TURMIL"),
        ("The chilean government criticized Peru.", "CHLGOV"),
        ("Angela Merkel criticized Peru.", "DEUGOV"),
    ],
)
def test_cameo_actors_are_states_and_organizations_with_roles(text: str, actor: str) -> None:
    assert coded(text) == [f"{actor} 111 PER"]


def test_cameo_a_leader_out_of_office_on_the_day_is_of_the_elites() -> None:
    assert coded("Angela Merkel criticized Peru.", published="2023-05-01") == ["DEUELI 111 PER"]


def test_cameo_a_leader_not_yet_in_office_has_only_the_state() -> None:
    assert coded("Angela Merkel criticized Peru.", published="1999-05-01") == ["DEU 111 PER"]


def test_cameo_events_stand_on_their_words_and_tell_what_is_only_the_place() -> None:
    text = "Two Turkish soldiers were killed in Iraq on Monday."
    (event,) = events_of(text)
    assert (event.source, event.target, event.by_place) == ("IRQ", "TURMIL", ("source",))
    assert text[event.evidence.start : event.evidence.end] == event.evidence.text


def test_cameo_a_document_in_another_language_has_no_events() -> None:
    text = "Norwegen half Haiti."
    document = Document(document_id(text), "x", "text/plain", text, language="de", parts=(Part(0, len(text), "body"),))
    assert code_document(document) == ()
