"""Chronicles of many kinds, cut as an attentive reader cuts them."""

from __future__ import annotations

import pytest

from tests.reading.reading_entries import read, table, told


def test_undated_lines_of_a_chronicle_have_the_date_of_the_heading_over_them() -> None:
    source = (
        "某某大学2018年大事记\n1月\n学校召开教代会。\n8日，副部长林立来校调研。\n"
        "我校化学学科进入全国前列。\n2月\n5日下午，学校召开会议。\n学校获批基金项目32项。\n"
    )
    assert table(source) == [
        ("2018-01", "学校召开教代会。"),
        ("2018-01-08", "副部长林立来校调研。"),
        ("2018-01", "我校化学学科进入全国前列。"),
        ("2018-02-05", "学校召开会议。"),
        ("2018-02", "学校获批基金项目32项。"),
    ]


def test_lines_under_a_topical_heading_have_the_year_of_the_page() -> None:
    source = (
        "2016年大事记\n一、重要会议\n1月8日 区委召开全会。\n3月2日 区政府召开廉政会议。\n"
        "二、重大项目\n区体育中心开工建设。\n滨江路全线通车。\n"
    )
    assert table(source) == [
        ("2016-01-08", "区委召开全会。"),
        ("2016-03-02", "区政府召开廉政会议。"),
        ("2016", "区体育中心开工建设。"),
        ("2016", "滨江路全线通车。"),
    ]


def test_an_undated_line_after_one_that_tells_its_month_has_its_date() -> None:
    source = (
        "青川县大事记（1956年）\n3月26日 县交通科成立。\n全县组建高级社18个。\n"
        "4月 县农业银行成立。\n县砖瓦社成立。\n5月2日 县委召开会议。\n"
    )
    assert [day for day, _ in table(source)] == [
        "1956-03-26", "1956-03-26", "1956-04", "1956-04", "1956-05-02",
    ]  # fmt: skip


def test_years_in_brackets_before_markers_date_the_entries_behind_them() -> None:
    source = (
        "大事记\n【一九八九】★1月3日，公司召开会议。\n[1988]★9月8日，分公司成立。\n"
        "〔1987年〕★公司产值达280万元。\n"
    )
    assert table(source) == [
        ("1989-01-03", "公司召开会议。"),
        ("1988-09-08", "分公司成立。"),
        ("1987", "公司产值达280万元。"),
    ]


@pytest.mark.parametrize(
    "posted",
    [
        "平川林业 2014-11-03",
        "设置字号：【大】 发布时间：2014-11-03",
        "时间：2022-01-14",
        "2013-07-20  2461",
    ],
)
def test_the_day_of_posting_under_a_title_does_not_date_its_entries(posted: str) -> None:
    source = f"2008年林业大事记\n{posted}\n1月3日，市里召开会议。\n2月5日，县里召开会议。"
    assert [day for day, _ in table(source)] == ["2008-01-03", "2008-02-05"]


@pytest.mark.parametrize(
    ("damaged", "day"),
    [
        ("320 27日", "2003-03-20/2003-03-27"),
        ("3月1718日", "2003-03-17/2003-03-18"),
        ("315 ", "2003-03-15"),
    ],
)
def test_days_that_lost_their_marks_are_read_where_one_reading_is_left(
    damaged: str, day: str
) -> None:
    source = (
        f"2003年大事记\n1月4日，开会。\n2月9日，开会。\n{damaged}，县委召开会议。\n"
        "4月6日，开会。\n5月1日，开会。"
    )
    assert [found for found, _ in table(source)][2] == day


def test_of_dates_inside_a_line_those_parted_as_its_first_open_entries() -> None:
    source = (
        "青川市大事记 2002年 1月7日 市里获奖。 1月15日 市委召开会议。3月22日,动员会召开。 "
        "1月18日 县里召开会议。 2月21日 公司成立。"
    )
    assert [day[:10] for day, _ in table(source)] == [
        "2002-01-07", "2002-01-15", "2002-01-18", "2002-02-21",
    ]  # fmt: skip


def test_the_same_day_with_a_space_behind_it_opens_an_entry_as_days_do() -> None:
    source = (
        "2014年1月大事记\n6日 市长林立会见客人。同日 副市长文天会见使节。\n"
        "8日 县委开会。同日，县长调研。"
    )
    assert [day for day, _ in table(source)] == ["2014-01-06", "2014-01-06", "2014-01-08"]


def test_bare_numbers_that_count_up_over_bare_days_are_months() -> None:
    source = (
        "2006年大事记\n1\n57 政协会议在宾馆举行。\n9 物流中心落户。\n10日 公司获奖。\n"
        "是月 司法所获奖。\n2\n8 市长林立调研农村。\n15 副市长文天调研新城。"
    )
    assert [day for day, _ in table(source)] == [
        "2006-01-05/2006-01-07", "2006-01-09", "2006-01-10", "2006-01", "2006-02-08", "2006-02-15",
    ]  # fmt: skip


def test_a_report_of_a_forum_has_the_day_of_its_by_line() -> None:
    source = (
        "• 113阅读\n离线admin\n只看楼主 倒序阅读 0 发表于: 2000-05-01\n青川大学成立\n"
        "本报青川4月30日电 记者林立报道：今天，青川大学在新校区成立。\n"
    )
    assert [day for day, _ in table(source)] == ["2000-04-30"]


def test_a_by_line_behind_a_caption_opens_the_report() -> None:
    source = (
        "青川撤县设区\n图为青川县举行撤县设区大会。林立 摄 中新网青川7月22日电(记者 林立)"
        "青川县22日举行撤县设区大会。\n"
    )
    assert table(source) == [("--07-22", "青川县22日举行撤县设区大会。")]


def test_days_that_there_are_not_have_lost_their_month_where_several_do() -> None:
    source = (
        "2019年纪事\n71日  市里举行仪式。\n73日至5  全市普降大雨。\n75日  市委开会。\n"
        "99日  县里开会。"
    )
    assert [day for day, _ in table(source)] == [
        "2019-07-01", "2019-07-03/2019-07-05", "2019-07-05", "2019-09-09",
    ]  # fmt: skip


def test_lines_that_speak_on_of_the_entry_before_stay_with_it() -> None:
    source = (
        "2020年3月大事\n3月2日，市委召开会议，书记文天主持。\n会议审议了方案。\n"
        "文天强调，要突出重点。\n3月5日，市长陆秀调研企业。\n陆秀先后来到三家企业。\n"
        "3月9日，市政府签署协议。\n"
    )
    assert [day for day, _ in table(source)] == ["2020-03-02", "2020-03-05", "2020-03-09"]


@pytest.mark.parametrize(
    "lead",
    [
        "【摘要】本月，市委召开全会，市政府签约项目12个。",
        "编者按：本期摘编一周要闻。",
        "为便于各部门了解情况，现将6月份大事记印发如下。",
        "内容提要：7月15日，市长调研成为亮点。",
    ],
)
def test_an_abstract_before_the_list_is_no_entry(lead: str) -> None:
    source = f"2013年7月大事记\n{lead}\n1日，市委召开会议。\n3日，市政府召开会议。\n△县医院揭牌。"
    assert [day for day, _ in table(source)] == ["2013-07-01", "2013-07-03", "2013-07-03"]


def test_a_week_given_only_as_a_span_dates_what_names_no_day() -> None:
    source = "一周工作动态\n（2017年9月11日至17日）\n县委开展专题学习。\n县长汤臣调研学校。\n"
    assert table(source) == [
        ("2017-09-11/2017-09-17", "县委开展专题学习。"),
        ("2017-09-11/2017-09-17", "县长汤臣调研学校。"),
    ]
    assert {entry.when.precision for entry in read(source)} == {"period"}


def test_an_unnamed_day_in_a_roundup_of_a_week_is_the_week() -> None:
    source = (
        "本周要闻（6月3日—6月9日）\n【常委会】6月3日，何平主持会议。\n"
        "【会见】6—7日，何平会见客商。\n【政协】近日，市政协召开会议。\n"
    )
    assert [day for day, _ in table(source, year=2019)] == [
        "2019-06-03", "2019-06-06/2019-06-07", "2019-06-03/2019-06-09",
    ]  # fmt: skip


def test_places_as_headings_of_a_roundup_switch_the_place_until_the_next() -> None:
    source = (
        "都市圈动态（7月5日—11日）\n\n江州市\n市委书记马力调研制造业\n"
        "7月6日，市委书记马力调研。\n市长会见客商\n7月7日，市长齐心会见客商。\n\n"
        "东昌市\n7月5日，市委书记龙飞讲话。\n\n仙桥市\n　　市委常委会召开会议\n"
        "　　市委书记古月主持会议并讲话。\n"
    )
    found = read(source, place="湖中省", year=2021)
    assert [(e.context.place, e.when.start) for e in found] == [
        ("湖中省江州市", "2021-07-06"),
        ("湖中省江州市", "2021-07-07"),
        ("湖中省东昌市", "2021-07-05"),
        ("湖中省仙桥市", "2021-07-05"),
    ]
    assert found[3].when.precision == "period"


def test_a_headline_about_a_place_does_not_switch_it() -> None:
    source = "5月6日\n县委召开全会\n县长丁力调研东山镇\n5月7日\n县政协视察学校\n"
    found = read(source, place="某省龙泉县", year=2011)
    assert [(e.context.place, told(e)) for e in found] == [
        ("某省龙泉县", "县委召开全会"),
        ("某省龙泉县", "县长丁力调研东山镇"),
        ("某省龙泉县", "县政协视察学校"),
    ]


def test_captions_and_adverts_between_items_are_left_out() -> None:
    source = (
        "2022年5月要闻\n5月9日，罗毅会见客商。\n图为会见现场。　　张三摄\n广告热线：0123-4567\n"
        "【广告】诚招代理\n本报记者 李四 摄\n5月12日，市人大举行会议。\n"
    )
    assert table(source) == [
        ("2022-05-09", "罗毅会见客商。"),
        ("2022-05-12", "市人大举行会议。"),
    ]


def test_items_and_items_cut_by_semicolons_stand_each_for_itself() -> None:
    source = "一月\n4日 县委召开会议；5日 县政府召开会议；9日 县人大视察。"
    assert [day for day, _ in table(source, year=1987)] == [
        "1987-01-04", "1987-01-05", "1987-01-09",
    ]  # fmt: skip


def test_circled_items_of_one_day_are_entries_of_that_day() -> None:
    source = "1992年3月\n5日　①县团委组织活动。②县妇联召开表彰会。\n12日　县里植树。"
    assert [day for day, _ in table(source)] == ["1992-03-05", "1992-03-05", "1992-03-12"]


def test_a_marker_after_the_date_belongs_to_neither() -> None:
    source = "1963年6月\n2日△县医院奠基。\n13日—15日△运动会。\n"
    assert table(source) == [
        ("1963-06-02", "县医院奠基。"),
        ("1963-06-13/1963-06-15", "运动会。"),
    ]


@pytest.mark.parametrize(
    ("source", "days"),
    [
        (
            "2015.03.12　公司成立。\n2015.08　厂房开工。\n"
            "2017.05.08-05.10　参展。\n2019　产值过亿。\n",
            ["2015-03-12", "2015-08", "2017-05-08/2017-05-10", "2019"],
        ),
        (
            "1985.4.3：工会成立。\n1986.10—12：开展竞赛。\n1995年“五一”：表彰劳模。\n"
            "2000年国庆前夕：慰问职工。\n2001年元月：换届。\n",
            ["1985-04-03", "1986-10-01/1986-12-31", "1995-05", "2000", "2001-01"],
        ),
        (
            "[2019-03-04] 市长主持会议\n[2019-03-06] 市长调研\n[2019-03-11] 市人大开会\n",
            ["2019-03-04", "2019-03-06", "2019-03-11"],
        ),
        (
            "市长主持常务会议 2019-03-04\n市长调研项目建设 2019-03-06\n市人大召开会议 2019-03-11\n",
            ["2019-03-04", "2019-03-06", "2019-03-11"],
        ),
        (
            "2014年第一季度大事记\n1.6 区委召开会议。\n1.9-1.11 区“两会”召开。\n2.14 区长调研。\n",
            ["2014-01-06", "2014-01-09/2014-01-11", "2014-02-14"],
        ),
        (
            "序号 时间 事项\n1 2022-01-05 召开会议\n2 2022-01-12 开展检查\n3 2022-02-08 举办培训\n",
            ["2022-01-05", "2022-01-12", "2022-02-08"],
        ),
        (
            "1.【党代会】1月9日，大会召开。\n2.【高铁】9月28日，高铁开通。\n"
            "3.【环保】4月至5月，督察组进驻。\n",
            ["--01-09", "--09-28", "--04-01/--05-31"],
        ),
        (
            "1898年7月3日，创办学堂。\n1946年5月4日，结业。\n1952年院系调整。\n2000年4月，合并。\n",
            ["1898-07-03", "1946-05-04", "1952", "2000-04"],
        ),
        (
            "1986年1月，公司成立。2月，设备到厂。3月15日，试车。1987年6月，获奖。同年12月，增产。",
            ["1986-01", "1986-02", "1986-03-15", "1987-06", "1987-12"],
        ),
    ],
)
def test_each_way_of_dating_lines_is_read(source: str, days: list[str]) -> None:
    assert [day for day, _ in table(source)] == days


def test_sections_counted_up_are_no_days() -> None:
    source = "2014年5月要闻\n5月1日，开会。\n1.1 总则如下。\n1.2 范围如下。\n1.3 职责如下。\n"
    assert {entry.when.start for entry in read(source)} == {"2014-05-01"}


def test_months_of_an_imperial_year_are_lunar_and_those_of_the_republic_are_not() -> None:
    source = (
        "光绪二十四年（1898年）\n戊戌八月初六日，政变起。\n腊月，知县卒。\n"
        "民国三年（1914年）\n八月，设县视学。\n"
    )
    assert [day for day, _ in table(source)] == ["1898-09-21", "1899-01-12/1899-02-09", "1914-08"]


def test_a_month_that_its_calendar_does_not_have_leaves_the_year() -> None:
    source = "光绪二十三年（1897年）\n三月初五，地震。\n闰四月，大水。\n"
    assert [day for day, _ in table(source)] == ["1897-04-06", "1897"]


def test_years_of_the_republic_are_counted_on_in_taiwan() -> None:
    source = "民國一百零八年大事記\n1月5日 校慶。\n民國110年\n2月1日 新校長就職。\n110年8月 動工。"
    assert [day for day, _ in table(source)] == ["2019-01-05", "2021-02-01", "2021-08"]


@pytest.mark.parametrize(
    "heading", ["★★★ 三月 ★★★", "——三月——", "〖三月〗", "【三月】", "＜三月＞", "（三月）"]
)
def test_a_decorated_month_is_a_heading(heading: str) -> None:
    assert table(f"1999年\n{heading}\n8日，妇联表彰。") == [("1999-03-08", "妇联表彰。")]


@pytest.mark.parametrize(
    "opening", ["周一（5月8日）：", "星期一 5月8日 ", "星期一，5月8日，", "5月8日（星期一），"]
)
def test_a_day_of_the_week_beside_the_date_is_part_of_it(opening: str) -> None:
    source = f"领导活动\n{opening}市长调研。\n5月9日，市长视察。\n"
    assert table(source, year=2023)[0] == ("2023-05-08", "市长调研。")


def test_a_log_with_weekday_and_weather_has_its_lines_as_entries() -> None:
    source = (
        "2021年5月8日 星期六 晴\n上午，公司召开例会。\n下午，接待外宾。\n"
        "2021年5月9日 星期日 小雨\n二车间投产。\n"
    )
    assert [day for day, _ in table(source)] == ["2021-05-08", "2021-05-08", "2021-05-09"]


def test_entries_that_close_with_their_date_have_it() -> None:
    source = (
        "医院完成首例手术。（2016年3月9日）\n门诊大楼启用。（2017年5月1日）\n"
        "医院获评三甲。（2018年12月）"
    )
    assert [day for day, _ in table(source)] == ["2016-03-09", "2017-05-01", "2018-12"]


def test_a_month_or_year_that_is_told_again_needs_no_mark_behind_it() -> None:
    source = (
        "某县大事记\n1957年\n2月8日，县农场建成。\n本月开始兴修水利。\n同月县委召开扩大会议。\n"
        "是年全县粮食增产。\n9月1日，县中学开学。\n"
    )
    assert table(source) == [
        ("1957-02-08", "县农场建成。"),
        ("1957-02", "开始兴修水利。"),
        ("1957-02", "县委召开扩大会议。"),
        ("1957", "全县粮食增产。"),
        ("1957-09-01", "县中学开学。"),
    ]


def test_a_month_that_is_printed_twice_keeps_its_day() -> None:
    source = (
        "某某大学1996年大事\n三月3月5日 学校召开教代会。\n"
        "3月9日 学校设立研究所。\n五月5月4日 校庆。"
    )
    assert [day for day, _ in table(source)] == ["1996-03-05", "1996-03-09", "1996-05-04"]


@pytest.mark.parametrize(
    "caption", ["1983年的某某大学", "1987年新校区开工", "1979年教工合影(前排)"]
)
def test_the_caption_of_an_old_picture_does_not_turn_back_the_years(caption: str) -> None:
    source = (
        f"某某大学大事记\n1995年\n3月5日 学校召开教代会。\n{caption}\n4月6日 学校设立研究所。\n"
    )
    assert [day for day, _ in table(source)] == ["1995-03-05", "1995-04-06"]


def test_years_of_an_era_in_the_heading_have_the_year_in_brackets() -> None:
    source = (
        "中华民国\n元年(1912)\n2月，县公署设立。\n3年(1914)\n3月，县城设邮局。\n"
        "是年，县城开设照相馆。\n十二年（1923年）\n冬，大雪。\n"
    )
    assert [day for day, _ in table(source)] == [
        "1912-02",
        "1914-03",
        "1914",
        "1923-12-01/1924-02-29",
    ]


def test_the_items_of_a_list_that_counts_up_keep_their_own_days() -> None:
    source = (
        "2006年公司大事记\n1、公司产值突破十亿元。\n2、3月9日，公司召开职代会。\n"
        "3、公司被评为先进单位。\n4、6月2日总经理率队赴外考察。\n5、在7月8日召开的大会上，公司获奖。\n"
    )
    assert [day for day, _ in table(source)] == [
        "2006",
        "2006-03-09",
        "2006",
        "2006-06-02",
        "2006-07-08",
    ]


def test_days_that_run_on_in_one_paragraph_are_entries_without_a_mark_between() -> None:
    source = (
        "1963年5月4日县委成立领导小组。9日县委派出工作组下乡。21日东山公社遭受雹灾。"
        "6月3日撤销县木材公司。8日县人委批转报告。\n"
    )
    assert [day for day, _ in table(source)] == [
        "1963-05-04",
        "1963-05-09",
        "1963-05-21",
        "1963-06-03",
        "1963-06-08",
    ]


def test_days_before_the_first_month_of_a_page_are_of_the_month_that_was_given() -> None:
    source = "2009年\n27日 全市召开动员大会。\n29日 市委召开会议。\n7月\n2日 市委召开常委会议。\n"
    assert [day for day, _ in table(source, month=6)] == ["2009-06-27", "2009-06-29", "2009-07-02"]


def test_paragraphs_of_a_year_are_cut_at_the_months_in_them() -> None:
    source = (
        "某县大事记\n1951年4月某县粮食局成立。7月县卫生院成立。同年县里兴修水利。\n"
        "1952年3月县邮政局成立，下设三个所。9月县供销社成立。\n"
        "1953年1月县工委召开会议；同月县农场建立。6月县税务局成立。10月县民校开学。\n"
    )
    assert [day for day, _ in table(source)] == [
        "1951-04",
        "1951-07",
        "1951",
        "1952-03",
        "1952-09",
        "1953-01",
        "1953-06",
        "1953-10",
    ]


def test_a_month_in_which_works_end_does_not_open_an_entry() -> None:
    source = (
        "1966年\n5月2日，建东湖水闸。7月底完工。\n8月9日，西山渠开工。11月竣工。\n"
        "10月1日，县电厂投产。\n"
    )
    assert [day for day, _ in table(source)] == ["1966-05-02", "1966-08-09", "1966-10-01"]


def test_who_wrote_an_item_stands_below_it() -> None:
    source = (
        "●6月2日，州委书记文天到东湖县调研。(记者 陆秀)\n●6月1日，副州长辛弃到西山县检查。\n"
        "(通讯员 州直)\n●5月31日，州林业局召开会议。\n(通讯员 文山)\n"
    )
    assert [day for day, _ in table(source, year=2023)] == [
        "2023-06-02",
        "2023-06-01",
        "2023-05-31",
    ]


def test_a_span_over_the_list_is_not_the_day_of_its_first_entry() -> None:
    source = (
        "某市大事记\n2017-05-08\n(2017年4月3日—2017年4月28日)\n"
        "4月3日，市里开会。\n4月9日，市里调研。"
    )
    assert [day for day, _ in table(source)] == ["2017-04-03", "2017-04-09"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("中共某县十届三次全体会议于2008年3月7日开幕。会上作了报告。", "2008-03-07"),
        ("为保障饮水安全，3月9日，县水利局开展执法。", "2008-03-09"),
        ("县里传达3月2日全市会议精神，部署工作。", "2008-03"),
    ],
)
def test_an_undated_paragraph_has_the_day_that_its_first_sentence_tells(
    line: str, day: str
) -> None:
    source = f"2008年大事记\n3月\n4日 县委召开会议。\n6日 县政府召开会议。\n{line}\n"
    assert table(source)[2][0] == day


def test_a_month_alone_with_a_letter_for_a_figure() -> None:
    source = (
        "1961年大事记\nl月\n3日 县委召开会议。\n2月\n5日 县农场建成。\nl1月\n9日 县剧团成立。\n"
    )
    assert [day for day, _ in table(source)] == ["1961-01-03", "1961-02-05", "1961-11-09"]


def test_a_year_that_is_compared_with_dates_no_entry_of_a_list_of_days() -> None:
    source = (
        "1月\n1日 副市长到平川县走访。\n2日 区财政收入新闻发布会举行。\n"
        "2015年，全区收入增长两成。\n3日 展览开幕。\n6日 市政协召开会议。\n8日 市长调研。\n"
    )
    assert [day for day, _ in table(source, year=2016)] == [
        "2016-01-01",
        "2016-01-02",
        "2016-01-03",
        "2016-01-06",
        "2016-01-08",
    ]


def test_who_published_a_page_is_no_item_of_its_list() -> None:
    source = (
        "1957年大事记\n- 发布人：admin\n- 点击：147\n- 来源：\n"
        "1月\n3日 县委召开会议。\n5日 县里开工。\n"
    )
    assert [day for day, _ in table(source)] == ["1957-01-03", "1957-01-05"]


def test_number_one_of_a_works_is_no_first_of_the_month() -> None:
    (entry,) = read("1957年\n4月8日 建厂工程动工。次年9月13日，一号高炉出铁。\n")
    assert [span.when.start for span in entry.dates] == ["1958-09-13"]


def test_entries_of_a_full_line_and_a_rest_are_put_together_again() -> None:
    source = (
        "P. 343\n大 事 记\n"
        "9月7日 中共文山市委召开领导干部大会，宣布省委决定：陆秀任文山市委\n书记。\n"
        "9月8日 全国人大环资委巡视员辛弃率领新闻采访组到文山市，就环境保护进行\n实地采访。\n"
        "9月12日 文山市人大常委会召开第三十八次会议。会议接受文天辞去文山市人民\n政府市长职务。\n"
        "9月19日 中共云州省委统战部部长柳永到东湖县河镇乡开展极贫乡定点包干脱贫\n工作。\n"
    )
    tellings = [text for _, text in table(source, year=2016)]
    assert len(tellings) == 4
    assert all("\n" not in text for text in tellings)


def test_a_page_on_one_line_is_cut_where_a_space_parts_stop_and_date() -> None:
    source = (
        "1月 县委召开扩大会议。 同月 县粮食局改为粮食科。 2月1日 汽车站建成。全站占地三亩。 "
        "2月下旬 北乡遭雪灾。 3月8日 召开妇女大会。 3月 全县捐献棉衣。"
    )
    assert table(source, year=1951) == [
        ("1951-01", "县委召开扩大会议。"),
        ("1951-01", "县粮食局改为粮食科。"),
        ("1951-02-01", "汽车站建成。全站占地三亩。"),
        ("1951-02-21/1951-02-28", "北乡遭雪灾。"),
        ("1951-03-08", "召开妇女大会。"),
        ("1951-03", "全县捐献棉衣。"),
    ]


def test_parts_of_months_stand_in_a_run_of_dated_sentences() -> None:
    source = (
        "1961年1月5日,县委召开会议。上旬,县成立办公室。1月17日,现场会举行。同月,农具厂投产。"
        "2月下旬,北乡遭雪灾。2月,撤销工业部。3月8日,县妇联表彰先进。秋,大旱。"
    )
    assert [day for day, _ in table(source)] == [
        "1961-01-05", "1961-01-01/1961-01-10", "1961-01-17", "1961-01",
        "1961-02-21/1961-02-28", "1961-02", "1961-03-08", "1961-09-01/1961-11-30",
    ]  # fmt: skip


def test_a_month_before_the_first_mark_of_its_items_heads_them() -> None:
    source = "2009年大事记\n1月份 ▲1日 公司开会。 ▲14日 公司表彰先进。 2月份 ▲17日 公司获奖。"
    assert [day for day, _ in table(source)] == ["2009-01-01", "2009-01-14", "2009-02-17"]


def test_a_span_of_years_over_the_page_tells_its_first_year() -> None:
    source = "林明远 1951年1月-1952年9月任县委书记\n1月5日 县委开会。\n3月8日 县里集会。\n"
    assert [day for day, _ in table(source)] == ["1951-01-05", "1951-03-08"]


def test_an_item_without_a_date_has_the_day_of_the_heading_over_a_longer_one() -> None:
    source = (
        "2004年4月\n1日\n水价调整。\n▲1—2日,副省长来检查。\n▲妇联举行启动仪式。\n2日\n厂子开工。"
    )
    assert [day for day, _ in table(source)][2] == "2004-04-01"


def test_the_year_behind_the_last_day_of_a_list_sums_it_up() -> None:
    source = (
        "东川县大事记(1956年)\n1月3日 县委开会。\n3月2日 县里开会。\n5月1日 集会。\n"
        "6月4日 学校成立。\n1956年 全县粮食丰收。"
    )
    assert table(source)[-1] == ("1956", "全县粮食丰收。")


def test_a_report_under_its_headline_may_tell_its_day_late() -> None:
    source = (
        "东湖公司领导来中心交流\n2012年3月27日下午，双方的交流会在中心举行。\n"
        "骨干座谈会召开\n为推进申请工作，提升团队水平，3月17日（周六），骨干座谈会召开。\n"
        "省里专家来中心座谈\n2012年3月16日下午，专家一行来中心座谈。\n"
    )
    assert [day for day, _ in table(source)] == ["2012-03-27", "2012-03-17", "2012-03-16"]


def test_a_month_opens_before_a_name_in_letters() -> None:
    source = "1984年\n3月9日 召开职代会。\n11月  ZK-73型输送机获优秀产品奖。\n"
    assert [day for day, _ in table(source)] == ["1984-03-09", "1984-11"]


def test_items_of_a_week_have_the_days_in_brackets_at_their_ends() -> None:
    source = (
        "安平区一周要事(2024年5月6日-5月12日)\n★区委书记调研文旅产业。（5月7日）\n"
        "★区政府常务会议召开。（5月8日）\n★三个村入选重点村。（5月10日）\n"
    )
    assert [day for day, _ in table(source)] == ["2024-05-07", "2024-05-08", "2024-05-10"]


def test_the_year_of_an_era_stands_over_months_on_its_line() -> None:
    source = (
        "民国三十五年大事记 三月十二日,县长到任。五月,大水,淹田万亩。七月七日,举行追悼会。"
        "八月,中学增设高中部。十月十日,举行大会。"
    )
    assert [day for day, _ in table(source)][:2] == ["1946-03-12", "1946-05"]


def test_a_holiday_that_opens_an_entry_is_its_day() -> None:
    source = (
        "1962年\n3月5日,县委开会。\n“五一”节,县城集会。\n国庆节，举行庆祝大会。\n12月，颁布规定。"
    )
    assert [day for day, _ in table(source)] == [
        "1962-03-05",
        "1962-05-01",
        "1962-10-01",
        "1962-12",
    ]


def test_months_that_a_space_parts_from_what_they_date_open_entries_inside_a_line_too() -> None:
    source = (
        "厂志大事记\n1957年\n4月3日 第一台车床下线。8月15日 专家来厂指导。11月 职工医院建成。\n"
        "1964年\n2月 厂里开展“双反”。10月18日 代表团来厂参观。\n"
    )
    assert [day for day, _ in table(source)] == [
        "1957-04-03", "1957-08-15", "1957-11", "1964-02",
    ]  # fmt: skip


def test_the_bare_number_of_a_year_heads_the_days_under_it() -> None:
    source = (
        "1949\n5月25日 大军进城。\n6月1日 县长到任。\n1950\n2月6日 电厂停工。\n7月 改名县纺织厂。\n"
    )
    assert table(source) == [
        ("1949-05-25", "大军进城。"),
        ("1949-06-01", "县长到任。"),
        ("1950-02-06", "电厂停工。"),
        ("1950-07", "改名县纺织厂。"),
    ]


def test_days_in_numbers_run_up_under_each_year() -> None:
    source = "1976\n1.15 全县集会。\n6.28 连降大雨。\n1977\n3.5 县长到任。\n8.11 县代会召开。\n"
    assert table(source) == [
        ("1976-01-15", "全县集会。"),
        ("1976-06-28", "连降大雨。"),
        ("1977-03-05", "县长到任。"),
        ("1977-08-11", "县代会召开。"),
    ]


def test_items_counted_from_one_under_each_month_are_days_of_it() -> None:
    page = (
        "2004年\n一月份\n1、5日，局党组会议召开。\n2、19日，全市工作会召开。\n"
        "二月份\n1、3日，慰问困难职工。\n2、26日，启动打假行动。\n"
    )
    assert [day for day, _ in table(page)] == [
        "2004-01-05", "2004-01-19", "2004-02-03", "2004-02-26",
    ]  # fmt: skip


def test_the_number_of_an_item_is_no_first_month_of_a_list() -> None:
    page = "一、1月5日，会议召开。\n二、2月3日，慰问职工。\n三、3月，开始行动。\n"
    assert [day for day, _ in table(page, year=2005)] == ["2005-01-05", "2005-02-03", "2005-03"]


def test_a_title_of_the_year_gives_it_to_the_days_under_it() -> None:
    page = "2006年度大事记\n3月5日 学雷锋。\n3月28日 签约。\n"
    assert [day for day, _ in table(page)] == ["2006-03-05", "2006-03-28"]


@pytest.mark.parametrize(
    ("telling", "day"),
    [
        ("3月11日，副主任来县察看，住一宿，次日往邻县。", "1950-03-11/1950-03-12"),
        ("5月7日，县长率队赴省汇报，12日返县。", "1950-05-07/1950-05-12"),
        ("6月24日，全县开展剿匪，至7月24日，抓获多人。", "1950-06-24/1950-07-24"),
        ("2月9日起，开展整顿。至11月底，立案664人。", "1950-02-09/1950-11-30"),
        ("2月9日，开展整顿。至11月底，立案664人。", "1950-02-09"),
        ("10月3日，大桥动工。至此，全线开工。", "1950-10-03"),
    ],
)
def test_a_day_of_leaving_or_until_which_it_went_on_ends_what_is_told(
    telling: str, day: str
) -> None:
    assert [told for told, _ in table(telling + "\n", year=1950)] == [day]


def test_a_day_behind_the_subject_dates_an_item_of_its_month() -> None:
    source = (
        "市人大常委会2018年大事记\n9月\n△省政府常务会议20日通过《湿地办法》。\n12月\n"
        "△4日，举行宪法日宣传活动。\n△受省厅委托，处长李明27日到市局宣读通知。\n"
        "△全市下调税率3日内报备。\n"
    )
    days = [day for day, _ in table(source, year=2018)]
    assert days[:3] == ["2018-09-20", "2018-12-04", "2018-12-27"]


def test_a_part_of_a_month_begins_an_item_where_the_line_before_has_no_full_stop() -> None:
    source = (
        "2004年石坪县大事记\n4月9日，旅游推介会在石坪大酒店举行，24家客商到会，总投资3.17亿元\n"
        "4月下旬，石坪、长河两乡撤并。\n7月，大旱，全县受旱面积六万余亩，人畜饮水困难\n"
        "8月 普降喜雨，旱情解除。\n"
    )
    assert [day for day, _ in table(source)] == [
        "2004-04-09",
        "2004-04-21/2004-04-30",
        "2004-07",
        "2004-08",
    ]


def test_a_month_in_numbers_opens_a_line_before_a_quotation_or_a_word() -> None:
    source = "1971.10　县里兴建水泥厂。\n2012.6　“石坪”牌获驰名商标。\n2013.11召开职工大会。\n"
    assert [day for day, _ in table(source)] == ["1971-10", "2012-06", "2013-11"]


@pytest.mark.parametrize(
    ("telling", "days"),
    [
        ("7月9日　沙河决口，县长率民工抢堵，至12日合龙。", "1956-07-09/1956-07-12"),
        ("8月6日　沙河决口。民工昼夜抢堵，22日合龙。", "1956-08-06/1956-08-22"),
        ("2月11日　副书记李明带工作组驻石坪大队，至3月22日。", "1956-02-11/1956-03-22"),
        ("2月　专家来厂指导安装，至五月离厂。", "1956-02-01/1956-05-31"),
    ],
)
def test_a_day_until_which_it_went_on_ends_what_is_told(telling: str, days: str) -> None:
    assert [day for day, _ in table(f"1956年\n{telling}\n")] == [days]


def test_a_day_behind_the_one_who_acts_opens_a_stretch() -> None:
    entry = read("2016年\n7月4日　仓库起火，烧毁棉花。副县长李明7月6日到现场慰问。\n")[0]
    assert [dated.when.start for dated in entry.dates] == ["2016-07-06"]


def test_a_month_glued_to_what_is_told_opens_a_stretch_behind_a_full_stop() -> None:
    entry = read("1993年\n10月9日　专家来校检查。11月被定为示范学校。\n")[0]
    assert [dated.when.start for dated in entry.dates] == ["1993-11-01"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("自3月5日起，至4月10日止，全县抗旱。", "1961-03-05/1961-04-10"),
        ("10月的一天，石坪水库渗漏。", "1961-10"),
        ("12月里，工作组整顿社队。", "1961-12"),
        ("岁末，全县粮食总产九千万斤。", "1961-12-01/1961-12-31"),
        ("〔三月〕五日，县委召开会议。", "1961-03-05"),
        ("3月8日，县妇联开会。15日，将召开劳模会。", "1961-03-08"),
    ],
)
def test_times_that_open_an_entry_of_the_year_above(line: str, day: str) -> None:
    assert [when for when, _ in table(f"※1961年※\n{line}\n")] == [day]


def test_a_plan_for_a_later_day_opens_no_stretch() -> None:
    assert read("1961年\n3月8日，县妇联开会。15日，将召开劳模会。\n")[0].dates == ()


def test_a_year_and_its_items_may_stand_between_ornaments_and_markers() -> None:
    source = (
        "★1964年★\n▲3.18 石坪水库动工。\n▲7.20 大旱。\n◆1965年◆\n▲1.5 召开贫协会议。\n"
        "▲初旬 降雪。\n▲月内 建校三所。\n"
    )
    assert [day for day, _ in table(source)] == [
        "1964-03-18",
        "1964-07-20",
        "1965-01-05",
        "1965-01-01/1965-01-10",
        "1965-01",
    ]


def test_digits_that_stand_apart_or_became_letters_are_one_date() -> None:
    source = (
        "1 9 5 6 年\n3 月 1 8 日　县剧团成立。\n1 0 月 2 日　秋征开始。\n"
        "l958年\n8月I5日　公社成立。\n"
    )
    assert [day for day, _ in table(source)] == ["1956-03-18", "1956-10-02", "1958-08-15"]


def test_items_under_a_title_of_one_day_are_of_that_day() -> None:
    source = "今日要闻（8月6日）\n☆ 市委召开专题会议\n☆ 市长调研防汛，要求确保安全\n"
    assert [day for day, _ in table(source, year=2019)] == ["2019-08-06", "2019-08-06"]


def test_a_numbered_list_of_headlines_and_days_is_no_report() -> None:
    source = (
        "南陵市一周要闻\n（2023年9月11日—17日）\n1.常委会召开会议。9月11日，书记李明主持会议。\n"
        "2.表彰大会召开。9月12日下午，大会举行。\n3.港区开工。15日上午，开工仪式举行。\n"
    )
    assert [day for day, _ in table(source)] == ["2023-09-11", "2023-09-12", "2023-09-15"]


def test_a_year_of_an_older_era_is_that_in_brackets_behind_it() -> None:
    source = (
        "南宋绍兴二年（1132）　建石坪寨。\n道光庚子年（1840年）　大水。\n咸丰四年　重修县志。\n"
    )
    assert [day for day, _ in table(source)] == ["1132", "1840", "1854"]


def test_a_month_is_parted_from_a_number_that_is_no_day() -> None:
    source = "1978年9月1日 恢复高中部。\n1998年10月 90周年校庆。\n1999年10月 5日 校舍落成。\n"
    assert [day for day, _ in table(source)] == ["1978-09-01", "1998-10", "1999-10-05"]


def test_the_day_in_brackets_at_the_end_dates_the_first_item_of_a_month_too() -> None:
    source = (
        "一月份\n1、召开工作会议（8日）。\n2、市长看望职工（20日）。\n"
        "二月份\n1、人代会召开（10—15日）。\n2、大桥开工（26日）。\n"
    )
    assert [day for day, _ in table(source, year=2003)] == [
        "2003-01-08",
        "2003-01-20",
        "2003-02-10/2003-02-15",
        "2003-02-26",
    ]


def test_a_note_that_the_day_is_not_known_is_no_part_of_the_telling() -> None:
    source = "1983年\n9月13日 公判大会召开。\n12月（具体日期不详） 局机关迁入新址。\n"
    assert table(source)[1] == ("1983-12", "局机关迁入新址。")


def test_a_day_up_to_which_is_counted_ends_what_is_told() -> None:
    source = "1983年\n8月9日 统一行动，抓获案犯210名。至11日，共抓获350名。\n"
    assert [day for day, _ in table(source)] == ["1983-08-09/1983-08-11"]


@pytest.mark.parametrize(
    ("telling", "days"),
    [
        ("5日 县委召开三级干部会议，会期4天。", "1960-01-05/1960-01-08"),
        ("8日 全县农业会议闭幕，历时四天。", "1960-01-05/1960-01-08"),
        ("5日 县委召开扩大会议，会议开了十二天。", "1960-01-05/1960-01-16"),
        ("5日 县党代会开幕，会期4天。", "1960-01-05"),
        ("5日 县委召开会议，水库工程历时90天完成。", "1960-01-05"),
    ],
)
def test_how_long_a_meeting_took_tells_its_last_day_or_its_first(telling: str, days: str) -> None:
    page = f"1960年1月\n2日 县委发出通知。\n{telling}\n25日 县委发出通知。\n"
    assert table(page)[1][0] == days
