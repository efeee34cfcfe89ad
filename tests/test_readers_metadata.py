import pytest

from communique.readers.metadata import edtf_of, language_of, language_tag, publisher_of, publishers


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("2022-06-08", "2022-06-08"),
        ("2022-06-08 08:00:00-04:00", "2022-06-08"),
        ("2022-06-08T23:59:59Z", "2022-06-08"),
        ("20220608", "2022-06-08"),
        ("2022/06/08", "2022-06-08"),
        ("2022-06", "2022-06"),
        ("2022", "2022"),
        ("8 June 2022", "2022-06-08"),
        ("Wednesday, 8 June 2022", "2022-06-08"),
        ("June 8, 2022 5:54 PM", "2022-06-08"),
        ("June 2022", "2022-06"),
        ("08.06.2022", "2022-06-08"),
        ("25/06/2022", "2022-06-25"),
        ("06/25/2022", "2022-06-25"),
        ("Wed, 08 Jun 2022 21:09:38 -0400", "2022-06-08"),
    ],
)
def test_readers_metadata_dates_of_every_form_become_edtf(said: str, edtf: str) -> None:
    assert edtf_of(said) == edtf


@pytest.mark.parametrize("said", ["", "yesterday", "2022-13-40", "31 February 2022", "the 3rd", "202206", "May"])
def test_readers_metadata_what_is_no_date_stays_unknown(said: str) -> None:
    assert edtf_of(said) is None


def test_readers_metadata_a_date_that_may_be_two_days_gives_its_year_alone() -> None:
    assert edtf_of("03/04/2022") == "2022"


def test_readers_metadata_languages_become_bcp47() -> None:
    assert [language_of(code) for code in ("en_US", "zh-Hans-CN", "RU", "russian", "")] == [
        "en",
        "zh-Hans",
        "ru",
        None,
        None,
    ]
    assert [language_tag(code) for code in ("en_gb", "sr-latn-rs", "fr")] == ["en-GB", "sr-Latn-RS", "fr"]


def test_readers_metadata_a_host_names_its_publisher_and_so_do_hosts_below_it() -> None:
    assert publisher_of("https://www.mofa.go.jp/press/1.html") == "Ministry of Foreign Affairs of Japan"
    assert publisher_of("https://bidenwhitehouse.archives.gov/x") == "The White House"
    assert publisher_of("press@osce.org") == "OSCE"
    assert publisher_of("https://www.archives.gov/x") is None
    assert publisher_of("https://notmid.ru/x") is None
    assert publisher_of("https://[broken") is None


def test_readers_metadata_every_host_is_listed_once_in_lower_case() -> None:
    hosts = list(publishers())
    assert len(hosts) > 100
    assert all(host == host.lower() and "/" not in host and not host.startswith("www.") for host in hosts)
