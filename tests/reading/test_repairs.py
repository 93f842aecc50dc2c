"""Dates damaged by scanning or typing, read as their neighbours show."""

from __future__ import annotations

import pytest

from extractors.reading.repairs import broken, tells_months
from tests.reading.reading_entries import table


@pytest.mark.parametrize(
    ("words", "month", "day", "last"),
    [
        ("3 12日,开会", 3, 12, None),
        ("312日,开会", 3, 12, None),
        ("1 2日,开会", None, 12, None),
        ("2 1—2 3日,开会", None, 21, 23),
        ("15曰,开会", None, 15, None),
        ("l8日,开会", None, 18, None),
        ("3O日,开会", None, 30, None),
        ("1 月4 日 开会", 1, 4, None),
    ],
)
def test_a_damaged_day_is_read(words: str, month: int | None, day: int, last: int | None) -> None:
    found = broken(words, 0, len(words), monthly=False)
    assert found is not None
    assert (found.date.first.month, found.date.first.day) == (month, day)
    assert (found.date.last.day if found.date.last else None) == last
    assert words[found.body :] == "开会"


def test_two_numbers_are_month_and_day_where_the_lines_tell_months() -> None:
    found = broken("1 2日,开会", 0, 7, monthly=True)
    assert found is not None and (found.date.first.month, found.date.first.day) == (1, 2)
    assert tells_months("1月3日,开会。\n2月4日,开会。") and not tells_months(
        "3日,开会。\n4日,开会。"
    )


@pytest.mark.parametrize("words", ["12个项目", "3 5日元", "99日", "会议", "5 000元"])
def test_other_numbers_are_no_damaged_days(words: str) -> None:
    assert broken(words, 0, len(words), monthly=False) is None


def test_a_scanned_month_is_read_line_by_line() -> None:
    source = (
        "一九八四年三月份大事记\n1 日  县委召开会议。\n3  县长检查春耕。\n 5 日 表彰大会召开。\n"
        "1 2日，副厅长来县视察。\n15曰，县人大开会。\nl8日，委员视察。\n2 1—2 3日，妇代会召开。\n"
        "3O日，表彰模范。\n"
    )
    assert [day for day, _ in table(source)] == [
        "1984-03-01", "1984-03-03", "1984-03-05", "1984-03-12", "1984-03-15", "1984-03-18",
        "1984-03-21/1984-03-23", "1984-03-30",
    ]  # fmt: skip
