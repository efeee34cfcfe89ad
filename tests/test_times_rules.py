"""What holds for the times of any sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.language.times import TimeExpression, find_times
from communique.model.edtf import is_edtf

WORDS = re.split(
    r"\s+",
    """on in at by before after since from to until between within the a of and or this that same last next past coming
    previous following every each few several May March June Nov. Sept 1 2 7th 22 31 30 2024 1996 2023-2026 1990s Q3
    2020-11-26 3/4/2023 31.02.2024 Monday Friday Tuesday's today yesterday tomorrow morning evening night week month
    year day days weeks years quarter half first second third end beginning late early mid - – , . ; / spring summer
    winter fall ago later earlier two sixty twenty now recently soon in the near future annually times twice per
    year FY FY23 fiscal academic century 19th 19 circa c. around about or Christmas Christmas_Eve New_Year's_Day
    effective with effect starting not than sooner earlier Q1/2025 10:30 3_p.m. noon EST time Moscow 's overnight
    small hours anniversary inst. the_14th weekend weekdays 2021-22 week 12 hence present term five-year
    met visited ministers said Minsk 29 February December January weekend decade hour ( ) 's no not than as up
    prior""",
)
WORDS = [word.replace("_", " ") for word in WORDS]
sentences = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
ANCHORS = """2024-03-14 2024-02-29 2023-12-31T23:59 XXXX-09-05 XXXX-02-29 XXXX 2024-03 2024 2024~ 0001-01-01 9999-12-31
    2024-03-14/2024-03-15 2024/.. 2023-22 199X nonsense"""
anchors = st.sampled_from([None, *re.split(r"\s+", ANCHORS)])
directions = st.sampled_from([None, "past", "future"])


def years_of(text: str) -> set[int]:
    """The years that the words of ``text`` can mean: those that stand in it, their neighbours, and named spans."""
    fiscal = {2000 + int(y) for y in re.findall(r"FY\s?['’]?([0-9]{2})(?![0-9])", text)}
    return (
        fiscal
        | {int(y) + n for y in re.findall(r"[0-9]{4}", text) for n in (-1, 0, 1)}
        | {
            1801,
            1900,
            1999,
            2022,
            2023,
            2026,
        }
    )


def times(text: str, anchor: str | None = "2024-03-14", **options: str) -> list[TimeExpression]:
    return find_times(text, 0, len(text), anchor=anchor, **options)  # type: ignore[arg-type]


@settings(max_examples=400, deadline=None)
@given(sentences, anchors, directions, anchors)
def test_times_are_well_formed_in_order_and_apart(text: str, anchor: str, direction: str, reference: str) -> None:
    found = times(text, anchor, direction=direction, reference=reference)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert [t.edtf for t in found if t.edtf is not None and not is_edtf(t.edtf)] == []


@settings(max_examples=300, deadline=None)
@given(sentences)
def test_times_without_an_anchor_invent_no_year(text: str) -> None:
    given_years = years_of(text)
    for t in times(text, None):
        years = {int(y) for y in re.findall(r"[0-9]{4}", t.edtf or "")}
        assert years <= given_years


@settings(max_examples=300, deadline=None)
@given(sentences)
def test_times_without_a_year_in_the_anchor_invent_no_year(text: str) -> None:
    given_years = years_of(text)
    for t in times(text, "XXXX-09-05"):
        years = {int(y) for y in re.findall(r"[0-9]{4}", t.edtf or "")}
        assert years <= given_years


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), anchors)
def test_times_never_fail_on_any_text(text: str, anchor: str) -> None:
    times(text, anchor)


@given(sentences, sentences, sentences)
@settings(max_examples=150, deadline=None)
def test_times_lie_inside_their_sentence_with_offsets_of_the_whole_text(before: str, text: str, after: str) -> None:
    whole = f"😀 {before}\n{text}\n{after}"
    start = len(before) + 3
    alone = times(text)
    inside = find_times(whole, start, start + len(text), anchor="2024-03-14")
    assert [(t.start - start, t.end - start, t.edtf) for t in inside] == [(t.start, t.end, t.edtf) for t in alone]


def test_times_of_a_name_are_flagged_as_a_bare_year() -> None:
    assert times("the 2022 NATO Summit")[0].bare_year
    assert times("Security Council resolution 2231 (2015)")[0].bare_year
    assert not times("they met in 2022")[0].bare_year
    assert not times("the Treaty of 2022")[0].bare_year


def test_times_that_point_back_are_told_from_the_reference_day() -> None:
    text = "The Commission met the same afternoon, and the guests left the following day."
    found = times(text, "2023-02-20", reference="2023-02-08")
    assert [(t.edtf, t.same_day) for t in found] == [("2023-02-08", True), ("2023-02-09", False)]


def test_times_after_a_reference_day_are_counted_from_it() -> None:
    assert times("He left two days later.", reference="2023-02-08")[0].edtf == "2023-02-10"
    assert times("He had left the day before.", reference="2023-02-08")[0].edtf == "2023-02-07"
    assert times("He left the following week.", reference="2023-02-08")[0].edtf == "2023-02-13/2023-02-19"
    assert times("In the evening he left.", reference="2023-02-08")[0].edtf == "2023-02-08"


def test_times_look_where_the_tense_points() -> None:
    assert times("They meet in June.", "2024-12-01", direction="future")[0].edtf == "2025-06"
    assert times("They met in June.", "2024-12-01", direction="past")[0].edtf == "2024-06"
    assert times("in January", "2024-12-01")[0].edtf == "2025-01"


def test_times_weekday_tells_the_year_of_its_date() -> None:
    assert times("on Friday, 5 January", "2023-07-06")[0].edtf == "2024-01-05"
    assert times("on Thursday, 5 January", "2023-07-06")[0].edtf == "2023-01-05"


def test_times_of_hostile_texts_are_found_without_harm() -> None:
    for unit in (
        "1,111",
        "May-",
        "2020-",
        "the past ",
        "5 May to ",
        "Monday, ",
        "twenty-",
        "5 and ",
        "in\n",
        "FY",
        "(Monday) ",
        "at 10:00 ",
        "the first Monday of ",
        "from 2 to ",
        "year's ",
        "19th ",
        "Christmas ",
        "not before ",
        "a ",
    ):
        text = "in May 2020 " + unit * 4000
        assert times(text)[0].edtf in ("2020-05", "2020")


def test_times_a_count_beyond_all_calendars_dates_nothing() -> None:
    assert [t.edtf for t in times("They met for 14028 weeks, 14028 years ago.")] == [None, None]
