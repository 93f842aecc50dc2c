"""Ages instead of years (1990年代, 解放初): as headings, as dates of entries, as background."""

from __future__ import annotations

import pytest

from extractors.reading.ages import age
from tests.reading.reading_entries import read, table


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("1990年代", (1990, 1999)),
        ("2000年代", (2000, 2009)),
        ("20世纪60年代末", (1967, 1969)),
        ("二十世纪八十年代初期", (1980, 1983)),
        ("19世纪70年代", (1870, 1879)),
        ("上世纪50年代", (1950, 1959)),
        ("九十年代中期", (1994, 1996)),
        ("70年代(1970—1979)", (1970, 1979)),
        ("民国初年", (1912, 1916)),
        ("解放初期", (1949, 1952)),
        ("“文化大革命”期间", (1966, 1976)),
    ],
)
def test_an_age_is_read_to_its_end(words: str, years: tuple[int, int]) -> None:
    read_age = age(words + ",全县推行新法。", 0)
    assert read_age is not None
    point, end = read_age
    assert (point.years, end) == (years, len(words))


def test_a_decade_over_dated_lines_is_a_heading_and_no_entry() -> None:
    page = (
        "云台县人民医院院史\n1960年代\n1962年4月1日　医院迁入新址。\n1980年代\n"
        "1983年6月2日　门诊楼动工。\n1987年9月9日　门诊楼竣工。\n2000年代\n"
        "2004年5月3日　医院改名。\n"
    )
    assert table(page) == [
        ("1962-04-01", "医院迁入新址。"),
        ("1983-06-02", "门诊楼动工。"),
        ("1987-09-09", "门诊楼竣工。"),
        ("2004-05-03", "医院改名。"),
    ]
    assert [entry.text[:5] for entry in read(page)] == ["1962年", "1983年", "1987年", "2004年"]


def test_a_decade_as_a_markdown_heading_heads_several_entries() -> None:
    page = (
        "# 校史\n## 1950年代\n1952年9月，学校成立。\n1956年5月，首届运动会举行。\n"
        "## 20世纪60年代\n1964年7月3日，新楼落成。\n"
    )
    assert [date for date, _ in table(page)] == ["1952-09", "1956-05", "1964-07-03"]


def test_a_telling_under_a_decade_alone_is_of_the_decade() -> None:
    page = "八十年代\n医院开设骨科门诊，床位增至八十张。\n九十年代\n医院建成住院大楼。\n"
    assert [date for date, _ in table(page)] == ["1980-01-01/1989-12-31", "1990-01-01/1999-12-31"]
    entry = read(page)[0]
    assert (entry.context.year, entry.context.month) == (1980, None)


def test_an_age_dates_an_entry_of_a_chronicle_of_many_years() -> None:
    page = (
        "清末，县城设邮政所。\n1919年5月，学生罢课。\n抗战时期，中学迁至云台乡。\n"
        "1950年3月，县人民政府成立。\n解放初，全县清剿匪患。\n同年10月，农会成立。\n"
    )
    assert table(page) == [
        ("1901-01-01/1911-12-31", "县城设邮政所。"),
        ("1919-05", "学生罢课。"),
        ("1937-01-01/1945-12-31", "中学迁至云台乡。"),
        ("1950-03", "县人民政府成立。"),
        ("1949-01-01/1952-12-31", "全县清剿匪患。"),
        ("1950-10", "农会成立。"),
    ]


def test_an_age_long_before_the_chronicle_is_background() -> None:
    page = (
        "2018年3月5日，县委召开常委会会议。\n上世纪90年代，这里曾是矿区。\n"
        "2018年3月9日，县长王立新调研矿山修复。\n"
    )
    assert [date for date, _ in table(page)] == ["2018-03-05", "2018-03-09"]
    assert "矿区" in read(page)[0].text


@pytest.mark.parametrize(
    "headings",
    [
        ("清代", "民国", "中华人民共和国"),
        ("民国时期（1912—1949）", "建国初期", "改革开放以来"),
        ("创业时期（1913—1935年）", "调整时期（1936—1965年）", "改革时期（1966—2000年）"),
        ("1910-1935", "1936-1965", "1966-2000"),
    ],
)
def test_a_heading_that_names_a_time_heads_each_line_under_it(
    headings: tuple[str, str, str],
) -> None:
    first, second, third = headings
    page = (
        f"{first}\n1914年5月1日，县立小学改名。\n{second}\n1950年3月1日，学校迁址。\n"
        f"1956年5月4日，新楼落成。\n{third}\n1985年9月10日，庆祝会举行。\n"
    )
    assert table(page) == [
        ("1914-05-01", "县立小学改名。"),
        ("1950-03-01", "学校迁址。"),
        ("1956-05-04", "新楼落成。"),
        ("1985-09-10", "庆祝会举行。"),
    ]
    assert [entry.text[:2] for entry in read(page)] == ["19"] * 4


def test_a_headline_that_speaks_of_a_stage_is_still_the_headline_of_a_report() -> None:
    page = (
        "全县防汛进入关键阶段\n7月3日，县长王立新检查水库。\n\n"
        "春耕工作全面展开\n7月5日，副县长李红梅到乡镇调研。\n"
    )
    assert read(page, year=2016)[0].text.startswith("全县防汛")
