import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.readers.dates import find_date, find_dates, find_solemn_date, with_year_of


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("26 November 202014:26", "2020-11-26T14:26"),
        ("14 March 2024 17:40", "2024-03-14T17:40"),
        ("March 14, 2024 at 5:40 p.m.", "2024-03-14T17:40"),
        ("Wednesday, 8 November 2023", "2023-11-08"),
        ("7th February 2023", "2023-02-07"),
        ("the 1st of June, 2021", "2021-06-01"),
        ("Nov. 21", "XXXX-11-21"),
        ("MINSK, 5 September", "XXXX-09-05"),
        ("5-6 June 2023", "2023-06-05/2023-06-06"),
        ("May 2023", "2023-05"),
        ("2020-11-26T14:26", "2020-11-26T14:26"),
        ("14.03.2024", "2024-03-14"),
        ("21/11/2020", "2020-11-21"),
        ("11/21/2020", "2020-11-21"),
        ("26 ноября 2020 года", "2020-11-26"),
        ("le 1er mai 2023", "2023-05-01"),
        ("3 de mayo de 2022", "2022-05-03"),
        ("9. Februar 2023", "2023-02-09"),
        ("14 Mart 2024", "2024-03-14"),
        ("2024年3月14日", "2024-03-14"),
    ],
)
def test_dates_reads_the_forms_that_documents_use(written: str, edtf: str) -> None:
    found = find_date(written)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize("written", ["03/04/2020", "Resolution 1325", "Views: 1 204", "30 February", "26 marchers", ""])
def test_dates_finds_none_where_none_is_sure(written: str) -> None:
    assert find_date(written) is None


def test_dates_reads_the_date_of_a_closing_formula() -> None:
    words = "DONE at Vienna, this eighteenth day of April, one thousand nine hundred and sixty-one."
    found = find_solemn_date(words)
    assert found is not None
    assert found.edtf == "1961-04-18"


def test_dates_takes_a_year_only_from_a_day_close_after() -> None:
    assert with_year_of("XXXX-09-05", "2024-09-06") == "2024-09-05"
    assert with_year_of("XXXX-12-31", "2024-01-02") == "2023-12-31"
    assert with_year_of("XXXX-09-05", "2024-03-01") is None
    assert with_year_of("XXXX-09-05", "2024") == "2024-09-05"


@given(st.text(alphabet="0123456789 .,/-:tMayjune年月日T", max_size=80))
def test_dates_lie_in_the_line_in_order(line: str) -> None:
    at = 0
    for date in find_dates(line):
        assert at <= date.start < date.end <= len(line)
        at = date.end
