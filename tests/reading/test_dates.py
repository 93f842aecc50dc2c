"""Which words are a date, and what day it is in its document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.reading.dates import find, match, year_month
from extractors.reading.numerals import number, year
from extractors.reading.reckoning import Known, resolve
from schema.records import DateRange

NOVEMBER = Known(1958, 11, 20, date(1958, 12, 1))


def read(words: str, known: Known = NOVEMBER) -> tuple[str, str, str] | None:
    """Start, end and precision of the date at the head of ``words``."""
    expression = match(words)
    assert expression is not None, words
    when = resolve(expression, known)
    return None if when is None else (when.start, when.end, when.precision)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", 7), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("廿三", 23), ("卅", 30),
        ("初五", 5), ("元", 1), ("正", 1), ("腊", 12), ("", None), ("百", None), ("十二三", None),
    ],
)  # fmt: skip
def test_a_number_is_read_in_digits_and_in_characters(words: str, value: int | None) -> None:
    assert number(words) == value


@given(st.integers(min_value=1, max_value=99))
def test_every_number_below_a_hundred_is_read_as_it_is_spoken(value: int) -> None:
    tens, ones = divmod(value, 10)
    spoken = ("十" if tens == 1 else "〇一二三四五六七八九"[tens] + "十" if tens else "") + (
        "〇一二三四五六七八九"[ones] if ones or not tens else ""
    )
    assert number(spoken) == value


def test_a_year_is_read_digit_by_digit() -> None:
    assert [year(w) for w in ("2019", "二〇一九", "一九五八", "二零零一", "十九年")] == [
        2019, 2019, 1958, 2001, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("9日,县委召开会议", "1958-11-09", "1958-11-09"),
        ("21—29日", "1958-11-21", "1958-11-29"),
        ("9日至10日", "1958-11-09", "1958-11-10"),
        ("28日、29日,", "1958-11-28", "1958-11-29"),
        ("3、5、7日", "1958-11-03", "1958-11-07"),
        ("11月18,19日", "1958-11-18", "1958-11-19"),
        ("11月8、9两日", "1958-11-08", "1958-11-09"),
        ("2021.03.19-21", "2021-03-19", "2021-03-21"),
        ("2016-03-06~08", "2016-03-06", "2016-03-08"),
        ("3月28~31日", "1958-03-28", "1958-03-31"),
        ("6月27至28日", "1958-06-27", "1958-06-28"),
        ("5月30日—6月2日", "1958-05-30", "1958-06-02"),
        ("5月30至6月2日", "1958-05-30", "1958-06-02"),
        ("28日至3日", "1958-11-28", "1958-12-03"),
        ("12月30日至次年1月2日", "1958-12-30", "1959-01-02"),
        ("12月30日至1月2日", "1958-12-30", "1959-01-02"),
        ("1 月4 日", "1958-01-04", "1958-01-04"),
        ("十月一日", "1958-10-01", "1958-10-01"),
        ("十一月廿三日", "1958-11-23", "1958-11-23"),
        ("二〇一九年三月十二日", "2019-03-12", "2019-03-12"),
        ("58年6月3日", "1958-06-03", "1958-06-03"),
        ("2018.07.05", "2018-07-05", "2018-07-05"),
        ("2026-08-28", "2026-08-28", "2026-08-28"),
        ("20230725", "2023-07-25", "2023-07-25"),
        ("今天(3月16日)", "1958-03-16", "1958-03-16"),
        ("3月12日(星期四)上午9时30分", "1958-03-12", "1958-03-12"),
        ("2017.05.08-05.10", "2017-05-08", "2017-05-10"),
        ("5月8日/9日", "1958-05-08", "1958-05-09"),
        ("元月三日一早", "1958-01-03", "1958-01-03"),
        ("7日早上8:00、晚上22:00,8日晚上22:00,", "1958-11-07", "1958-11-08"),
    ],
)
def test_a_day_or_a_range_of_days_is_read(words: str, start: str, end: str) -> None:
    assert read(words) == (start, end, "day")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("同日", ("1958-11-20", "1958-11-20", "day")),
        ("当晚", ("1958-11-20", "1958-11-20", "day")),
        ("翌日", ("1958-11-21", "1958-11-21", "day")),
        ("后两天", ("1958-11-22", "1958-11-22", "day")),
        ("一周后", ("1958-11-27", "1958-11-27", "day")),
        ("昨日", ("1958-11-30", "1958-11-30", "day")),
        ("上周五", ("1958-11-28", "1958-11-28", "day")),
        ("本周三", ("1958-12-03", "1958-12-03", "day")),
        ("年内", ("1958-01-01", "1958-12-31", "year")),
        ("是月", ("1958-11-01", "1958-11-30", "month")),
        ("上月15日", ("1958-10-15", "1958-10-15", "day")),
        ("次月", ("1958-12-01", "1958-12-31", "month")),
        ("是年", ("1958-01-01", "1958-12-31", "year")),
        ("去年12月", ("1957-12-01", "1957-12-31", "month")),
        ("翌年春", ("1959-03-01", "1959-05-31", "period")),
    ],
)
def test_a_relative_date_counts_from_the_date_told_before(
    words: str, expected: tuple[str, str, str]
) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("5月上旬", ("1958-05-01", "1958-05-10", "period")),
        ("2月下旬", ("1958-02-21", "1958-02-28", "period")),
        ("月底", ("1958-11-21", "1958-11-30", "period")),
        ("3月初", ("1958-03-01", "1958-03-10", "period")),
        ("三月初旬", ("1958-03-01", "1958-03-10", "period")),
        ("月中,", ("1958-11-11", "1958-11-20", "period")),
        ("年终", ("1958-12-01", "1958-12-31", "period")),
        ("五月间,", ("1958-05-01", "1958-05-31", "month")),
        ("1960年底", ("1960-12-01", "1960-12-31", "period")),
        ("1960年上半年", ("1960-01-01", "1960-06-30", "period")),
        ("1960年冬", ("1960-12-01", "1961-02-28", "period")),
        ("第三季度", ("1958-07-01", "1958-09-30", "period")),
        ("1959年3月—1961年5月", ("1959-03-01", "1961-05-31", "month")),
        ("2—5月", ("1958-02-01", "1958-05-31", "month")),
        ("1958—1960年", ("1958-01-01", "1960-12-31", "year")),
        ("1959年", ("1959-01-01", "1959-12-31", "year")),
    ],
)
def test_a_month_a_year_or_a_part_of_one_is_never_padded_to_a_day(
    words: str, expected: tuple[str, str, str]
) -> None:
    assert read(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("民国三十五年八月", ("1946-08-01", "1946-08-31", "month")),
        ("光绪二十三年(1897年)三月初五", ("1897-04-06", "1897-04-06", "day")),
        ("清宣统三年八月十九日", ("1911-10-10", "1911-10-10", "day")),
        ("光绪二十四年戊戌八月初六日", ("1898-09-21", "1898-09-21", "day")),
        ("民国一百零八年一月五日", ("2019-01-05", "2019-01-05", "day")),
        ("110年8月", ("2021-08-01", "2021-08-31", "month")),
        ("宣统三年八月十九日", ("1911-10-10", "1911-10-10", "day")),
        ("农历八月十五", ("1958-09-27", "1958-09-27", "day")),
        ("正月初一", ("1958-02-18", "1958-02-18", "day")),
        ("2020年闰四月初一", ("2020-05-23", "2020-05-23", "day")),
        ("农历八月十五(9月27日)", ("1958-09-27", "1958-09-27", "day")),
    ],
)
def test_an_era_or_the_lunar_calendar_gives_gregorian_days(
    words: str, expected: tuple[str, str, str]
) -> None:
    assert read(words) == expected


def test_without_a_year_the_year_stays_open() -> None:
    assert read("7月9日", Known()) == ("--07-09", "--07-09", "day")
    assert read("2月", Known()) == ("--02-01", "--02-29", "month")
    assert read("正月初一", Known()) is None


def test_a_day_without_a_month_or_that_does_not_exist_has_no_date() -> None:
    assert read("9日", Known(1958)) is None
    assert read("2月30日") is None
    assert read("次日", Known(1958, 11)) is None
    assert read("昨日", Known(1958, 11, 20)) is None


@pytest.mark.parametrize(
    "words",
    ["2020年度", "第3次会议", "13月", "1.4亿元", "三个月", "会议", "第二十三次", ""],
)
def test_what_is_no_date_is_not_read_as_one(words: str) -> None:
    assert match(words) is None


@pytest.mark.parametrize(
    ("words", "date_words"),
    [("7月初中毕业生", "7月"), ("2008年春节", "2008年"), ("5日元", None), ("3月份的", "3月份")],
)
def test_a_part_of_a_month_is_not_the_head_of_another_word(
    words: str, date_words: str | None
) -> None:
    found = match(words)
    assert (None if found is None else words[found.start : found.end]) == date_words


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2015.08 开工", "2015-08-01", "2015-08-31"),
        ("1986.10—12:竞赛", "1986-10-01", "1986-12-31"),
        ("2020-03 开工", "2020-03-01", "2020-03-31"),
    ],
)
def test_a_month_in_numbers_is_read_at_the_head_of_a_line(words: str, start: str, end: str) -> None:
    expression = year_month(words, 0, len(words))
    assert expression is not None
    when = resolve(expression, NOVEMBER)
    assert when is not None and (when.start, when.end, when.precision) == (start, end, "month")


@pytest.mark.parametrize("words", ["2015.08亿元", "2015.13 开工", "1986.10—8:竞赛", "20.08 元"])
def test_other_numbers_are_no_months(words: str) -> None:
    assert year_month(words, 0, len(words)) is None


def test_months_under_an_imperial_year_are_lunar_where_they_are_written_in_characters() -> None:
    known = Known(1898, lunar=True)
    assert read("八月初六日", known) == ("1898-09-21", "1898-09-21", "day")
    assert read("8月6日", known) == ("1898-08-06", "1898-08-06", "day")


def test_all_dates_of_a_text_are_found_from_left_to_right() -> None:
    text = "就在此前的4月1日,签订后两天,传达7月3日精神。一九五八年五月,同日,第三次。"
    found = [text[d.start : d.end] for d in find(text)]
    assert found == ["4月1日", "后两天", "7月3日", "一九五八年五月", "同日"]


@given(st.text(alphabet="0123456789年月日、至—十二三正初农历同次春( )(),。底", max_size=40))
def test_no_text_breaks_the_reading_and_no_date_reaches_outside_it(text: str) -> None:
    end = 0
    for found in find(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        when = resolve(found, NOVEMBER)
        assert when is None or isinstance(when, DateRange)


def test_the_same_month_as_a_lunar_one_is_that_lunar_month() -> None:
    known = Known(1897, 6, None)
    sixth = match("光绪二十三年六月")
    assert sixth is not None
    when = resolve(sixth, known)
    assert when is not None
    after = replace(known.told(when), moon=known.moon_of(sixth))
    assert read("同月", after) == ("1897-06-30", "1897-07-28", "period")
    assert read("同月十五日", after) == ("1897-07-14", "1897-07-14", "day")
    assert read("同月", after.told(DateRange("1898-03-05", "1898-03-05"))) == (
        "1898-03-01",
        "1898-03-31",
        "month",
    )


def test_two_parts_of_a_month_are_one_and_a_year_may_bear_its_cycle() -> None:
    assert read("11月中下旬") == ("1958-11-11", "1958-11-30", "period")
    assert read("1976年 (丙辰)") == ("1976-01-01", "1976-12-31", "year")


def test_a_month_in_numbers_may_have_its_word_behind_it() -> None:
    text = "2001.10月 公司获奖"
    found = year_month(text, 0, len(text))
    assert found is not None and (found.first.year, found.first.month) == (2001, 10)
    assert text[found.end] == " "
