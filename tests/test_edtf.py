"""EDTF values of the record format."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.edtf import bounds, is_edtf, overlaps, precision, season_of, shift, without_time

days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
points = st.one_of(
    days.map(date.isoformat),
    days.map(lambda d: d.isoformat()[:7]),
    days.map(lambda d: d.isoformat()[:4]),
    days.map(lambda d: d.isoformat()[:4] + "~"),
    days.map(lambda d: f"{d.isoformat()[:4]}-{season_of(date(2000, d.month, 1))[1]}"),
    days.map(lambda d: "XXXX" + d.isoformat()[4:]),
    days.map(lambda d: d.isoformat()[:3] + "X"),
)


@pytest.mark.parametrize(
    "value",
    [
        "2020-11-26",
        "2020-11",
        "2020",
        "2020-11-25/2020-11-26",
        "2021/..",
        "../2021",
        "2021/",
        "XXXX-11-21",
        "XXXX-11-21/XXXX-11-22",
        "XXXX-02-29",
        "2024-02-29",
        "2024~",
        "2024-06?",
        "2024-21",
        "2024-24",
        "../2024-22",
        "199X",
        "2004-XX",
        "2020-11-26T14:26",
        "2020-11-26T14:26:05Z",
        "2020-11-26T14:26+03:00",
    ],
)
def test_edtf_knows_the_values_of_the_record_format(value: str) -> None:
    assert is_edtf(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "..",
        "../..",
        "/",
        "20",
        "2020-1-2",
        "2020-13",
        "2020-25",
        "2020-11-31",
        "2023-02-29",
        "XXXX-02-30",
        "2020-22-05",
        "2020-XX-05",
        "0000",
        "2021/2020",
        "2021/2022/2023",
        "26 November 2020",
        "2020-11-26 14:26",
        "2020-11-26T25:00",
        "2020-11T14:26",
        "2020-11-26\n",
        "٢٠٢٠",
    ],
)
def test_edtf_refuses_what_is_no_date(value: str) -> None:
    assert not is_edtf(value)
    assert value in ("2021/2020",) or _raises(value)


def _raises(value: str) -> bool:
    try:
        bounds(value)
    except ValueError:
        return True
    return False


def test_edtf_bounds_are_the_first_and_last_day_it_may_mean() -> None:
    assert bounds("2020-11-26T14:26") == (date(2020, 11, 26), date(2020, 11, 26))
    assert bounds("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert bounds("2020") == (date(2020, 1, 1), date(2020, 12, 31))
    assert bounds("199X") == (date(1990, 1, 1), date(1999, 12, 31))
    assert bounds("2024-23") == (date(2024, 9, 1), date(2024, 11, 30))
    assert bounds("2020-05/2021") == (date(2020, 5, 1), date(2021, 12, 31))


def test_edtf_bounds_of_a_winter_reach_into_the_next_year() -> None:
    assert bounds("2023-24") == (date(2023, 12, 1), date(2024, 2, 29))


def test_edtf_bounds_are_none_where_open_or_without_a_year() -> None:
    assert bounds("2021/..") == (date(2021, 1, 1), None)
    assert bounds("../2021") == (None, date(2021, 12, 31))
    assert bounds("XXXX-11-21") == (None, None)


def test_edtf_error_names_the_value() -> None:
    with pytest.raises(ValueError, match="not an EDTF date: 'next week'"):
        bounds("next week")


def test_edtf_overlaps_a_window_that_shares_a_day() -> None:
    assert overlaps("2021-05", "2021-05-31", None)
    assert overlaps("2021/..", "2025", "2026")
    assert overlaps("../2021", None, "1990")
    assert not overlaps("2021-05", "2021-06", "2021-07")
    assert not overlaps("2021-05", None, "2021-04-30")


def test_edtf_without_a_year_lies_in_no_limited_window() -> None:
    assert not overlaps("XXXX-11-21", "2020", None)
    assert overlaps("XXXX-11-21", None, None)


def test_edtf_precision_is_the_finest_component_given() -> None:
    values = ("2020", "2020-XX", "2020-11", "2020-22", "2020-11-26", "XXXX-11-26", "2020-11-26T14:26", "2020/2021")
    expected = ["year", "year", "month", "season", "day", "day", "time", "interval"]
    assert [precision(value) for value in values] == expected


def test_edtf_shift_keeps_the_precision() -> None:
    assert shift("2024-12", months=2) == "2025-02"
    assert shift("2024", years=-1) == "2023"
    assert shift("2024-01-31", months=1) == "2024-02-29"
    assert shift("2024-03-14", days=-14) == "2024-02-29"


def test_edtf_shift_does_not_refine_a_date() -> None:
    assert shift("2024-03", days=1) is None
    assert shift("2024", months=1) is None
    assert shift("XXXX-03-01", days=-1) is None
    assert shift("9999-12-31", days=1) is None


def test_edtf_without_time_keeps_the_day() -> None:
    assert without_time("2020-11-26T14:26") == "2020-11-26"
    assert without_time("2020-11-26T14:26/2020-11-27T10:00") == "2020-11-26/2020-11-27"
    assert without_time("2020-11") == "2020-11"


@given(days)
def test_edtf_bounds_of_a_day_are_that_day(day: date) -> None:
    assert is_edtf(day.isoformat())
    assert bounds(day.isoformat()) == (day, day)


@given(days)
def test_edtf_bounds_of_a_month_hold_exactly_its_days(day: date) -> None:
    first, last = bounds(day.isoformat()[:7])
    assert first is not None and last is not None
    assert first <= day <= last
    assert (last - first).days + 1 == monthrange(day.year, day.month)[1]


@given(days.filter(lambda d: d.year > 1))
def test_edtf_every_day_is_within_its_season(day: date) -> None:
    year, season = season_of(day)
    first, last = bounds(f"{year:04}-{season}")
    assert first is not None and last is not None and first <= day <= last


@given(points, points)
def test_edtf_intervals_are_valid_exactly_if_they_do_not_run_backwards(left: str, right: str) -> None:
    first, last = bounds(left)[0], bounds(right)[1]
    assert is_edtf(f"{left}/{right}") is (first is None or last is None or first <= last)


@given(points, days, st.integers(0, 5000))
def test_edtf_overlaps_agrees_with_its_bounds(value: str, since: date, length: int) -> None:
    until = since + timedelta(min(length, (date.max - since).days))
    first, last = bounds(value)
    expected = first is not None and last is not None and first <= until and since <= last
    assert overlaps(value, since.isoformat(), until.isoformat()) is expected


@given(days, st.integers(-400, 400))
def test_edtf_shift_by_days_and_back_is_the_same_day(day: date, count: int) -> None:
    there = shift(day.isoformat(), days=count)
    assert there is None or shift(there, days=-count) == day.isoformat()


@given(st.text(alphabet="0123456789X-/.T:~?Z", max_size=24))
def test_edtf_never_fails_on_a_string(value: str) -> None:
    if is_edtf(value):
        bounds(value)
        precision(value)
        shift(value, years=1)
