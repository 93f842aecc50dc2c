"""Lines that date themselves in numbers alone: years, months, days, month and day."""

from __future__ import annotations

import pytest

from tests.reading.reading_entries import table


def dates(text: str, **hints: object) -> list[str]:
    return [day for day, _ in table(text, **hints)]


def test_bare_days_under_months_in_characters_are_days_of_them() -> None:
    page = (
        "一九五三年\n一月\n5 县委召开扩大会议。\n12 县人民政府颁布春耕布告。\n"
        "二月\n3 全县扫盲。\n18至20 县各界人民代表会议举行。\n"
    )
    assert table(page) == [
        ("1953-01-05", "县委召开扩大会议。"),
        ("1953-01-12", "县人民政府颁布春耕布告。"),
        ("1953-02-03", "全县扫盲。"),
        ("1953-02-18/1953-02-20", "县各界人民代表会议举行。"),
    ]


def test_bare_days_alone_are_days_of_the_month_given() -> None:
    page = "2 市委召开常委会。\n5～7 科技大会召开。\n9 市长检查工作。\n28、29 文艺调演。\n"
    assert dates(page, year=1992, month=4) == [
        "1992-04-02",
        "1992-04-05/1992-04-07",
        "1992-04-09",
        "1992-04-28/1992-04-29",
    ]


def test_numbers_counted_up_from_one_are_no_days() -> None:
    page = "3月\n5日，局里召开会议。\n1 部署春耕。\n2 检查仓库。\n3 通报灾情。\n"
    assert dates(page, year=1992) == ["1992-03-05"]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (
            "1/5 学院召开党委会。\n2/27 开学典礼举行。\n3/6-3/8 代表大会召开。\n",
            ["--01-05", "--02-27", "--03-06/--03-08"],
        ),
        (
            "1.15县委召开会议。\n2.3全县备耕。\n3.18至20文艺汇演举行。\n4.1植树。\n",
            ["--01-15", "--02-03", "--03-18/--03-20", "--04-01"],
        ),
        (
            "01-05 学院召开党委会。\n02-27 开学典礼举行。\n03-06至03-08 代表大会召开。\n",
            ["--01-05", "--02-27", "--03-06/--03-08"],
        ),
        (
            "88.1.3 校务会召开。\n88.3.5 校长赴京开会。\n89.2.1 研究生考试。\n",
            ["1988-01-03", "1988-03-05", "1989-02-01"],
        ),
        (
            "3/2(一) 校务会召开。\n3/4(三) 教学检查。\n3/9(一) 家长会。\n",
            ["--03-02", "--03-04", "--03-09"],
        ),
        (
            "1.8 县委召开会议。\n3.12 植树。\n12.下旬 剧团赴省演出。\n",
            ["--01-08", "--03-12", "--12-21/--12-31"],
        ),
    ],
)
def test_month_and_day_in_numbers_are_days_however_they_are_joined(
    page: str, told: list[str]
) -> None:
    assert dates(page) == told


def test_decimals_that_open_lines_are_no_days() -> None:
    page = "2019年3月5日，全区重点项目开工。\n1.5亿元投入建校。\n2.3万人受益。\n3.2公里道路通车。\n"
    assert set(dates(page)) == {"2019-03-05"}


def test_years_open_lines_with_a_stop_a_colon_or_a_stroke_behind_them() -> None:
    assert dates("1964. 县委开会。\n1965. 社教队进村。\n1967. 发大水。\n") == [
        "1964",
        "1965",
        "1967",
    ]
    assert dates("1964：建厂。\n1965：投产。\n1967：改名。\n") == ["1964", "1965", "1967"]
    assert dates("1964——建校。\n1965—1966 停课。\n1978.9——恢复招生。\n") == [
        "1964",
        "1965-01-01/1966-12-31",
        "1978-09",
    ]


def test_bare_months_stand_under_bare_years() -> None:
    page = "1964\n1\n县委召开会议。\n3\n工作队进村。\n1965\n2\n农业学大寨。\n8\n发大水。\n"
    assert dates(page) == ["1964-01", "1964-03", "1965-02", "1965-08"]


def test_one_day_in_numbers_lies_between_the_days_of_the_lines_around_it() -> None:
    page = (
        "2014年\n1月14日 我院完成首例手术。\n1.21 院长看望医务人员。\n2月27日 来院宣布决定。\n"
        "5月9日 我院签订协议。\n6.6-6.8 学术会议召开。\n8月3日 我院派出医疗队。\n"
    )
    dates = [date for date, _ in table(page)]
    assert dates[1] == "2014-01-21" and dates[4] == "2014-06-06/2014-06-08"
    apart = page.replace("1.21 ", "9.21 ")
    assert "2014-09-21" not in [date for date, _ in table(apart)]
