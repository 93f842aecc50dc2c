"""Where entries begin and end, and which dates, place and heading they have."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.reading.clean import clean
from extractors.reading.entries import entries
from extractors.reading.entry import Entry


def read(text: str, **hints: object) -> tuple[Entry, ...]:
    return entries("page.txt", text, clean(text), **hints)[0]  # type: ignore[arg-type]


def days(text: str, **hints: object) -> list[str]:
    """The date of each entry, a range as start/end."""
    return [
        e.when.start if e.when.start == e.when.end else f"{e.when.start}/{e.when.end}"
        for e in read(text, **hints)
    ]


def told(entry: Entry) -> str:
    return entry.clean.text[entry.body :]


def test_each_dated_line_opens_an_entry_and_its_text_is_the_source() -> None:
    source = "2019年3月大事记\n\n２日，县委召开会议。\n5日,县长李明调研。\n"
    first, second = read(source)
    assert (first.text, second.text) == ("２日，县委召开会议。", "5日,县长李明调研。")
    assert source[first.start : first.end] == first.text
    assert told(first) == "县委召开会议。"
    assert (first.when.start, second.when.start) == ("2019-03-02", "2019-03-05")
    assert (first.context.year, first.context.month, first.context.day) == (2019, 3, 2)
    assert first.number == 1 and second.number == 2


@pytest.mark.parametrize("marker", ["△", "☆", "●", "▲ ", "◆", "■", "★", "○", "◇", "□", "※", "▪ "])
def test_a_marker_opens_an_entry_of_the_day_before(marker: str) -> None:
    source = f"3日,县委召开会议。\n{marker}县医院新楼落成。\n{marker}7日,县长李明调研。"
    assert days(source, year=2001, month=6) == ["2001-06-03", "2001-06-03", "2001-06-07"]
    assert told(read(source, year=2001, month=6)[1]) == "县医院新楼落成。"


def test_a_marker_before_a_year_in_a_name_keeps_the_day() -> None:
    source = "3日,县委召开会议。\n△2020年全县足球联赛开幕。"
    assert days(source, year=2020, month=6) == ["2020-06-03", "2020-06-03"]


def test_a_date_on_a_line_of_its_own_belongs_to_the_first_entry_under_it() -> None:
    source = "13日\n县委召开会议。\n☆县医院揭牌。\n7月\n公园建成。"
    first, second, third = read(source, year=2020, month=7)
    assert first.text == "13日\n县委召开会议。"
    assert second.when == first.when
    assert (third.when.start, third.when.end, third.when.precision) == (
        "2020-07-01", "2020-07-31", "month",
    )  # fmt: skip


def test_lines_under_a_date_are_entries_each_where_the_whole_page_is_so_built() -> None:
    source = (
        "2020年5月6日\n区委召开全会,李某出席。\n区长王某调研东山镇。\n"
        "2020年5月7日\n区政协召开会议。\n区人大代表视察学校。\n"
    )
    assert days(source) == ["2020-05-06", "2020-05-06", "2020-05-07", "2020-05-07"]


def test_a_year_heading_dates_the_lines_under_it() -> None:
    source = (
        "7.1958年:\n6月12日 工程局成立。\n同日 举行开工典礼。\n是月 修公路。\n"
        "夏 大旱。\n是年 减产。\n"
        "8.1959年:\n2月上旬 开会。\n12月30日至次年1月2日 开党代会。\n"
    )
    assert days(source) == [
        "1958-06-12", "1958-06-12", "1958-06-01/1958-06-30", "1958-06-01/1958-08-31",
        "1958-01-01/1958-12-31", "1959-02-01/1959-02-10", "1959-12-30/1960-01-02",
    ]  # fmt: skip


def test_years_glued_to_their_lines_open_entries_where_all_lines_are_so_dated() -> None:
    source = "1958年成立县委。\n1959年大旱。\n1960年5月建水库。\n1961年通车。"
    assert [e.when.precision for e in read(source)] == ["year", "year", "month", "year"]


def test_the_year_rises_where_december_goes_over_into_january() -> None:
    source = "11月3日,开会。\n12月5日,开会。\n1月6日,开会。\n2月1日,开会。"
    assert days(source, year=1999) == ["1999-11-03", "1999-12-05", "2000-01-06", "2000-02-01"]


def test_months_in_no_order_do_not_change_the_year() -> None:
    source = (
        "9月5日,开会。\n3月6日,开会。\n12月1日,开会。\n1月8日,开会。\n6月1日,开会。\n2月3日,开会。"
    )
    assert {day[:4] for day in days(source, year=1999)} == {"1999"}


def test_a_day_glued_to_the_telling_opens_it_but_a_month_in_a_phrase_does_not() -> None:
    source = "10日省卫健委主任王某来县调研。\n12日,县委召开会议。\n5月召开的全会精神在各地传达。"
    assert days(source, year=2020, month=7) == ["2020-07-10", "2020-07-12"]


def test_several_entries_on_one_line_are_parted() -> None:
    source = "1983年大事记 1月3日,县委开会。5日,县长李明检查春耕。△医院落成。12日,厅长王平来县。"
    assert days(source) == ["1983-01-03", "1983-01-05", "1983-01-05", "1983-01-12"]


def test_a_later_day_inside_one_entry_is_a_date_of_that_entry() -> None:
    source = "16日\n县里举行文艺展。17日,县里举行座谈会。\n18日\n县里签约。"
    first, second = read(source, year=2020, month=7)
    assert [(first.clean.text[d.start : d.end], d.when.start) for d in first.dates] == [
        ("17日", "2020-07-17")
    ]
    assert second.dates == ()


def test_a_day_up_to_which_a_task_lasted_makes_it_a_range() -> None:
    (entry,) = read("1976年7月28日，医院派出抗震救灾医疗队，至9月12日返回，救治伤员千余人。\n")
    assert (entry.when.start, entry.when.end) == ("1976-07-28", "1976-09-12")
    assert entry.dates == ()


def test_a_day_of_leaving_makes_the_visit_a_range() -> None:
    source = "5月18日 水利代表团来县考察,21日离开工地。\n5月25日 开会。"
    assert days(source, year=1961) == ["1961-05-18/1961-05-21", "1961-05-25"]


@pytest.mark.parametrize(
    "telling",
    [
        "会议召开,传达7月3日省委会议精神。",
        "开工仪式举行。该校建于1958年6月1日。",
        "项目开工,截至6月30日完成投资3亿元。",
        "县长调研学校,该校计划于5月12日开学。",
        "学习《7月1日讲话》。",
        "新规发布,自8月1日起施行。",
    ],
)
def test_a_date_inside_a_phrase_is_no_date_of_the_entry(telling: str) -> None:
    (entry,) = read(f"9日,{telling}", year=2024, month=7)
    assert (entry.when.start, entry.dates) == ("2024-07-09", ())


def test_numbered_items_under_a_date_are_entries() -> None:
    source = "5月6日\n1、县委召开会议。\n2、县政府召开会议。\n5月7日\n1、县长调研。\n2、人大视察。"
    assert days(source, year=2001) == ["2001-05-06", "2001-05-06", "2001-05-07", "2001-05-07"]


def test_a_numbered_list_inside_a_report_is_not_parted() -> None:
    source = "新华社北京3月21日电\n任命名单\n一、任命张三为部长。\n二、任命李四为局长。"
    assert days(source, year=2018) == ["2018-03-21"]


def test_titles_in_brackets_open_entries_before_and_after_the_date() -> None:
    source = "8日【常委会】 王某主持会议。\n【经济会议】 9日,会议召开。\n【检查】区长李某检查防汛。"
    assert days(source, year=2019, month=6) == ["2019-06-08", "2019-06-09", "2019-06-09"]
    assert told(read(source, year=2019, month=6)[0]) == "王某主持会议。"


def test_bullets_under_a_dated_heading_are_entries() -> None:
    source = (
        "# 2021年要闻\n\n## 7月5日\n\n- 市委召开会议。\n- 市长调研。\n\n## 7月6日\n\n- 会见。\n"
    )
    assert days(source) == ["2021-07-05", "2021-07-05", "2021-07-06"]


REPORTS = (
    "代表团来市考察\n\n本报讯(记者 张三)4月30日,代表团来市考察。\n\n当天,代表团参观工厂。\n\n"
    "市长强调\n\n确保安全\n\n"
    "本报讯(记者 李四)4月29日,市长王某调研学校。\n\n学校计划于5月12日开学。\n\n"
    "市政府签约\n\n4月15日,市政府签署协议。\n\n就在协议签署后两天,双方又签署备忘录。\n\n据某某日报\n\n"
    "为加快建设,4月28日召开的全会确立了目标。\n"
)


def test_a_report_begins_at_its_headline_and_keeps_its_later_paragraphs() -> None:
    found = read(REPORTS, year=2020)
    assert [e.when.start for e in found] == ["2020-04-30", "2020-04-29", "2020-04-15", "2020-04-28"]
    assert found[0].text.startswith("代表团来市考察") and found[0].text.endswith("参观工厂。")
    assert found[1].text.startswith("市长强调") and found[1].text.endswith("5月12日开学。")
    assert told(found[1]).startswith("市长王某调研学校")
    assert found[1].context.heading == "市长强调"


def test_a_day_after_the_signing_counts_from_the_date_before() -> None:
    third = read(REPORTS, year=2020)[2]
    (later,) = third.dates
    assert third.clean.text[later.start : later.end] == "就在协议签署后两天"
    assert later.when.start == "2020-04-17"


def test_sections_headed_by_an_officer_switch_the_place() -> None:
    source = (
        "一周要闻回顾。\n\n东山区区委书记李某:\n\n落实责任\n\n7月26日,李某主持会议。\n\n28日,李某调研。\n\n"
        "西川市委书记王某:\n\n抓好防汛\n\n为做好防汛,7月27日,王某检查水库。\n\n"
        "南河县委书记赵某:\n\n推进项目\n\n7月29日,赵某调研。\n"
    )
    found = read(source, place="某省某市", year=2021)
    assert [e.context.place for e in found] == [
        "某省某市东山区",
        "某省某市西川市",
        "某省某市南河县",
    ]
    assert [e.when.start for e in found] == ["2021-07-26", "2021-07-27", "2021-07-29"]
    assert [d.when.start for d in found[0].dates] == ["2021-07-28"]


def test_a_heading_that_names_a_place_holds_for_the_entries_under_it() -> None:
    source = (
        "武汉市\n7月1日,市长李某调研。\n7月3日,市委开会。\n鄂州市\n7月2日,王某检查。\n7月4日,签约。"
    )
    found = read(source, place="湖北省", year=2021)
    assert [e.context.place for e in found] == ["湖北省武汉市"] * 2 + ["湖北省鄂州市"] * 2


def test_items_with_their_day_of_publication_are_dated_by_their_telling_or_by_it() -> None:
    source = (
        "市长会见客人\n17日上午,市长会见客人。\n来源:某某网 2018-03-17 16人阅读\n\n"
        "任命名单\n任命张三为秘书长。\n来源:某某社 2018-03-16 52人阅读\n\n"
        "理事会通过决议\n理事会31日一致通过决议。\n来源:某某社 2018-04-01 7人阅读\n"
    )
    assert days(source) == ["2018-03-17", "2018-03-16", "2018-03-31"]


def test_a_headline_over_its_day_of_publication_opens_a_report() -> None:
    source = (
        "省政府召开会议\n2025-03-05\n省长李某3月4日主持会议。\n会议强调,要抓好落实。\n"
        "省政府召开专题会议\n2025-03-12\n昨日,省长李某主持专题会议。\n"
    )
    assert days(source) == ["2025-03-04", "2025-03-11"]


def test_a_page_of_news_dates_what_gives_no_day() -> None:
    source = (
        "# 《要闻》 (20241203)\n\n### 甲完成调研\n\n某某网消息(要闻):近日,甲完成调研。\n\n"
        "### 乙会见丙\n\n某某网消息(要闻):乙30日在京会见丙。\n"
    )
    assert days(source) == ["2024-12-03", "2024-11-30"]


def test_a_report_alone_is_one_entry_with_all_its_paragraphs() -> None:
    source = "1月12日,区长王某主持会议。\n会议强调,要抓好落实。\n会议还研究了其他事项。\n"
    (entry,) = read(source, year=2026)
    assert entry.text == source.strip() and entry.when.start == "2026-01-12"


def test_a_festival_in_a_chronicle_is_an_entry_of_its_month() -> None:
    source = "25日,全会召开。\n八一建军节到来之际,李某慰问部队。\n26日,仪式举行。"
    second = read(source, year=2024, month=7)[1]
    assert (second.when.start, second.when.end, second.when.precision) == (
        "2024-07-01", "2024-07-31", "month",
    )  # fmt: skip


def test_a_wrong_month_of_the_heading_gives_way_and_both_readings_are_named() -> None:
    source = (
        "工作要事记\n\n发布时间: 2024-08-10 10:33\n\n(2024年5月)\n\n1日,举行“七一”党日活动。\n\n"
        "9日,会议召开,传达7月3日会议精神。\n\n29日,“八一”前夕慰问部队。\n\n31日,开会。\n"
    )
    found, warnings = entries("page.txt", source, clean(source))
    assert [e.when.start for e in found] == ["2024-07-01", "2024-07-09", "2024-07-29", "2024-07-31"]
    (warning,) = warnings
    assert "5" in warning.message and "7" in warning.message
    assert all(warning in e.warnings for e in found)


def test_a_heading_that_nothing_speaks_against_stands() -> None:
    source = "(2024年5月)\n1日,开会。\n9日,传达5月3日会议精神。\n"
    found, warnings = entries("page.txt", source, clean(source))
    assert [e.when.start for e in found] == ["2024-05-01", "2024-05-09"]
    assert warnings == ()


@pytest.mark.parametrize("lost", ["4  县委召开会议。", "3 4日,县委召开会议。"])
def test_a_day_that_lost_a_character_is_read_from_its_neighbours(lost: str) -> None:
    assert days(f"{lost}\n6日,县长视察。", year=1984, month=3) == ["1984-03-04", "1984-03-06"]


def test_without_a_year_dates_keep_it_open_and_without_a_month_only_the_year_is_known() -> None:
    assert days("9月5日,开会。\n8月6日至7日,调研。") == ["--09-05", "--08-06/--08-07"]
    entry = read("9日,开会。\n10日,调研。", year=1984)[0]
    assert entry.when.precision == "year"
    assert [w.code for w in entry.warnings] == ["no-month"]


@pytest.mark.parametrize(
    "source", ["", "\n\n", "关于加强管理的通知\n各单位要认真落实。", "1日,开会。"]
)
def test_a_document_without_a_date_gives_no_entry_and_says_so(source: str) -> None:
    found, warnings = entries("page.txt", source, clean(source))
    assert found == ()
    assert [w.code for w in warnings] == ["no-date"]
    assert "page.txt" in warnings[-1].message


PIECES = st.sampled_from(
    [
        "1日,", "3月5日", "\n", "\n\n", "△", "县委召开会议。", "武汉市", "本报讯(记者 张三)", "# ",
        "2020年", "7月", "2020-08-28", "会议强调,", "1、", "【题】", "次日,", " ", "来源:某报",
        "、", "十月一日", "农历", "(2024年5月)", "某区委书记李某:", "21日离开。",
    ]
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_entries_stand_in_order_and_are_words_of_the_source(source: str) -> None:
    end = 0
    for entry in read(source, year=2020):
        assert end <= entry.start < entry.end
        assert source[entry.start : entry.end] == entry.text
        assert 0 <= entry.body <= len(entry.clean.text)
        assert all(0 <= d.start < d.end <= len(entry.clean.text) for d in entry.dates)
        end = entry.end
