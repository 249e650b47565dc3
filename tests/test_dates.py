"""Date phrases and stamps, as the genre prints them."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomatic_readouts.reading.dates import find_dates
from diplomatic_readouts.reading.stamps import find_stamp

SATURDAY = date(2024, 11, 16)


def dates(text: str, anchor: date | None = SATURDAY) -> list[tuple[str, str]]:
    return [(text[d.start : d.end], d.value) for d in find_dates(text, 0, len(text), anchor)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("September 26, 2018", "2018-09-26"),
        ("26 September 2018", "2018-09-26"),
        ("Tuesday, November 12, 2024", "2024-11-12"),
        ("May 13,2025", "2025-05-13"),
        ("June\n25<sup>th</sup>", "2024-06-25"),
        ("October 3rd", "2024-10-03"),
        ("7 November", "2024-11-07"),
        ("December 30", "2024-12-30"),
        ("January 5", "2025-01-05"),
        ("November 2024", "2024-11"),
        ("May 31 to June 2, 2024", "2024-05-31/2024-06-02"),
        ("May 31 to June 2", "2024-05-31/2024-06-02"),
        ("4 to 7 March 2019", "2019-03-04/2019-03-07"),
        ("March 4-7, 2019", "2019-03-04/2019-03-07"),
        ("December 30 to January 2, 2025", "2024-12-30/2025-01-02"),
        ("June 3 and 4, 2024", "2024-06-03/2024-06-04"),
        ("9 and 10 December", "2024-12-09/2024-12-10"),
        ("May 31 and June 1", "2024-05-31/2024-06-01"),
        ("May, 15th, 2024", "2024-05-15"),
        ("15th, December", "2024-12-15"),
        ("2024-11-15", "2024-11-15"),
        ("February 16 (Friday), 2024", "2024-02-16"),
        ("today", "2024-11-16"),
        ("tonight", "2024-11-16"),
        ("this morning", "2024-11-16"),
        ("yesterday", "2024-11-15"),
        ("Yesterday afternoon", "2024-11-15"),
        ("tomorrow", "2024-11-17"),
        ("today (15)", "2024-11-15"),
        ("Wednesday", "2024-11-13"),
        ("Saturday", "2024-11-16"),
        ("last Saturday", "2024-11-09"),
        ("next Friday", "2024-11-22"),
        ("this year", "2024"),
        ("last year", "2023"),
        ("next year", "2025"),
        ("this month", "2024-11"),
        ("next month", "2024-12"),
        ("last week", "2024-11-04/2024-11-10"),
        ("this September", "2024-09"),
        ("last December", "2023-12"),
    ],
)
def test_phrase_stands_for_its_date(words: str, value: str) -> None:
    assert dates(f"They met on {words} in Lima.") == [(words, value)]


@pytest.mark.parametrize(
    ("before", "year"),
    [("in", "2014"), ("since", "2009"), ("by the year", "2030"), ("half of", "2024"), ("early", "2024")],
)
def test_bare_year_counts_after_a_preposition(before: str, year: str) -> None:
    assert dates(f"It grew {before} {year}, they said.") == [(year, year)]


def test_two_years_with_to_are_a_range() -> None:
    assert dates("from 2026 to 2030") == [("2026 to 2030", "2026/2030")]


@pytest.mark.parametrize(
    "words",
    [
        "The two sides may also agree",
        "May the friendship last",
        "They march on 5 roads",
        "over the past three years",
        "the 55th anniversary",
        "half a century",
        "the 2030 Agenda",
        "Agreement of 2000 officials",
        "the 1990s",
        "in the 1950s",
        "We should go second",
        "on February 30, 2020",
        "May 13,000 people live there",
        "in today's world",
        "over the last year",
        "Good Friday",
        "at 16:50",
        "room 2014",
    ],
)
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert dates(f"{words}.") == []


def test_without_an_anchor_nothing_is_guessed() -> None:
    assert dates("On March 17, yesterday, on Friday, last year and from May 31 to June 2.", None) == []
    assert dates("On March 17, 2021.", None) == [("March 17, 2021", "2021-03-17")]


def test_only_what_counts_from_the_anchor_is_relative() -> None:
    text = "yesterday and on May 13"
    assert [d.relative for d in find_dates(text, 0, len(text), SATURDAY)] == [True, False]


def test_leap_day_without_a_year_is_the_nearest_there_is() -> None:
    assert dates("on February 29", date(2022, 2, 1)) == [("February 29", "2020-02-29")]


@pytest.mark.parametrize(
    ("line", "day", "clock", "kind"),
    [
        ("(2023-04-13 23:55)", "2023-04-13", "23:55", "published"),
        ("2022-08-17 23:55", "2022-08-17", "23:55", "published"),
        ("16:50, April 26, 2019", "2019-04-26", "16:50", "published"),
        ("Updated: May 21, 2022 11:47 Xinhua", "2022-05-21", "11:47", "updated"),
        ("Updated: May 13, 2025 23:00", "2025-05-13", "23:00", "updated"),
        ("Jan 19, 2018", "2018-01-19", None, "published"),
        ("2024/11/16", "2024-11-16", None, "published"),
        (" date 2018-11-23 Headline", "2018-11-23", None, "collected"),
        (" date 2024-11-18 Politics", "2024-11-18", None, "collected"),
        ("10/21/2022 | Press release", "2022-10-21", None, "published"),
        ("05.10.2023", "2023-10-05", None, "published"),
        ("Published 17 May 2010", "2010-05-17", None, "published"),
        ("Published on May 29, 2024 06:04 PM", "2024-05-29", "18:04", "published"),
        ("7 MARCH 2019", "2019-03-07", None, "published"),
        ("August 2, 2025", "2025-08-02", None, "published"),
        ("2021-05-07 14:19:06-04:00", "2021-05-07", "14:19", "published"),
        ("2022-05-17T15:42:00.000+01:00", "2022-05-17", "15:42", "published"),
        ("May 5, 2024 12:10 a.m.", "2024-05-05", "00:10", "published"),
    ],
)
def test_stamp_is_read_with_its_time_and_kind(line: str, day: str, clock: str | None, kind: str) -> None:
    stamp = find_stamp(line)
    assert stamp is not None
    assert (stamp.date.isoformat(), stamp.time, stamp.kind) == (day, clock, kind)


def test_stamp_points_at_date_and_time_without_label() -> None:
    line = "  Updated: May 21, 2022 11:47 Xinhua"
    stamp = find_stamp(line)
    assert stamp is not None
    assert line[stamp.start : stamp.end] == "May 21, 2022 11:47"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "On May 5, 2020 they met",
        "May 5, 2020 they met in Lima",
        "2024-02-30",
        "25:61, May 5, 2020",
        "13:10 PM, May 5, 2020",
        "2024",
        "May 5",
        "date",
        "5 May 2020 and 6 May 2020",
    ],
)
def test_line_that_says_anything_else_is_no_stamp(line: str) -> None:
    assert find_stamp(line) is None


PIECES = [
    "May ",
    "12",
    " ",
    ", ",
    "2024",
    "to ",
    "-",
    "today",
    "(",
    ")",
    "last ",
    "Friday",
    "in ",
    "<sup>th</sup>",
    ":",
    "/",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3))).map("".join), st.none() | st.dates())
def test_any_text_gives_dates_within_it(text: str, anchor: date | None) -> None:
    last = 0
    for found in find_dates(text, 0, len(text), anchor):
        assert last <= found.start < found.end <= len(text)
        last = found.end


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3))).map("".join))
def test_any_line_gives_a_stamp_within_it_or_none(line: str) -> None:
    stamp = find_stamp(line)
    assert stamp is None or 0 <= stamp.start < stamp.end <= len(line)


@pytest.mark.parametrize(
    "piece",
    [
        "May ",
        "May 12 ",
        "May 12 to ",
        "12 May to ",
        "12 ",
        "12-",
        "in ",
        "in 2000 ",
        "last ",
        "this  \n ",
        "12th of ",
        "today (",
        "Monday, ",
        " ",
        "1",
    ],
)
def test_long_odd_text_takes_under_a_second(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    find_dates(text, 0, len(text), SATURDAY)
    assert time.process_time() - began < 1


def test_two_days_that_do_not_run_on_are_no_range() -> None:
    assert dates("on 9 and 16 December 2021") == [("9", "2021-12-09"), ("16 December 2021", "2021-12-16")]
