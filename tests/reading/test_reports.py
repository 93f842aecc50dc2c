"""Reports, notices and decrees: where each begins, and what day it is of."""

from __future__ import annotations

import pytest

from tests.reading.reading_entries import read, read_with_warnings, table, told


def test_a_page_on_one_line_is_cut_into_its_reports() -> None:
    source = (
        "　　县委书记秦川主持会议　　本报讯 7月2日，县委书记秦川主持会议。　　县长白露出席。　　"
        "白露调研重点项目　　本报讯 7月3日，县长白露调研重点项目。　　白露要求，要加快进度。"
    )
    first, second = read(source, year=2015)
    assert (first.when.start, second.when.start) == ("2015-07-02", "2015-07-03")
    assert told(first).endswith("县长白露出席。")
    assert second.context.heading == "白露调研重点项目"


def test_an_item_printed_twice_is_one_entry_with_a_warning() -> None:
    source = (
        "5月5日，市长安然到高新区调研。\n5月6日，全市经济运行分析会召开。\n"
        "5月5日，市长安然到高新区调研\n5月9日，全市经济运行分析会召开。\n"
    )
    found = read(source, year=2022)
    assert [(e.number, e.when.start) for e in found] == [
        (1, "2022-05-05"), (2, "2022-05-06"), (3, "2022-05-09"),
    ]  # fmt: skip
    assert [[w.code for w in e.warnings] for e in found] == [["repeated"], [], []]


def test_a_doubled_headline_opens_one_report() -> None:
    source = (
        "罗毅会见客商\n罗毅会见客商\n本报讯 5月10日，罗毅会见林峰一行。\n\n"
        "市里签约\n市里签约\n本报讯 5月11日，市里签约。\n"
    )
    assert [day for day, _ in table(source, year=2022)] == ["2022-05-10", "2022-05-11"]


def test_a_report_under_its_own_dated_headline_is_one_entry_with_its_day_of_publication() -> None:
    source = (
        "2025年8月6日省长主持召开常务会议 研究防汛工作\n某某网8月6日讯 今天，省长主持会议。\n"
        "2025-08-07\n\n2025年5月26日省长主持召开常务会议\n会议强调，要抓好落实。\n2025-05-27\n"
    )
    first, second = read(source)
    assert (first.when.start, second.when.start) == ("2025-08-06", "2025-05-26")
    assert first.text.endswith("2025-08-07") and second.text.endswith("2025-05-27")


def test_a_roundup_under_one_by_line_has_its_dated_paragraphs_as_entries() -> None:
    source = (
        "又有一省调整。\n据某报客户端8月30日消息，近日，经批准：张三同志任省委委员。\n"
        "今年7月以来，接连多个省份调整。\n7月2日，李四转任某市委常委。\n"
        "7月3日，王五转任某省委常委。\n此外，8月28日，某省决定免去赵六职务。\n"
    )
    assert [day for day, _ in table(source, year=2020)] == [
        "2020-08-30", "2020-07-02", "2020-07-03", "2020-08-28",
    ]  # fmt: skip
    assert read(source, year=2020)[0].text.endswith("任省委委员。")


NOTICES = (
    "关于陈刚等同志职务任免的通知\n东政任字〔2021〕5号\n各区县人民政府，市政府各部门：\n"
    "经研究决定：\n任命陈刚为市财政局局长；\n免去王强的市财政局局长职务。\n东海市人民政府\n"
    "2021年3月15日\n\n关于周林同志任职的通知\n东政任字〔2021〕6号\n各区县人民政府：\n"
    "经研究决定：\n周林任市审计局局长。\n东海市人民政府\n2021年4月2日\n"
)


def test_a_notice_of_appointment_reaches_from_its_title_to_the_day_below_it() -> None:
    first, second = read(NOTICES)
    assert (first.when.start, second.when.start) == ("2021-03-15", "2021-04-02")
    assert first.text.startswith("关于陈刚") and first.text.endswith("2021年3月15日")
    assert "免去王强" in told(first) and "周林" in told(second)


def test_a_notice_has_the_day_below_it_and_not_a_term_that_it_sets() -> None:
    source = (
        "任前公示\n现将任职情况予以公示：\n张远，现任副局长，拟任局长。\n"
        "公示时间：2021年4月7日至4月12日。\n中共江城市委组织部\n2021年4月6日\n"
    )
    assert [e.when.start for e in read(source)] == ["2021-04-06"]


def test_numbered_decrees_are_each_an_entry_of_the_day_of_their_signature() -> None:
    decree = "某某国主席令\n第{}号\n根据大会的决定，任命{}为部长。\n主席  乙平\n2023年{}月12日\n"
    source = decree.format("一", "甲明", 3) + decree.format("二", "丙强", 4)
    found = read(source)
    assert [e.when.start for e in found] == ["2023-03-12", "2023-04-12"]
    assert [e.text.split("\n")[1] for e in found] == ["第一号", "第二号"]


def test_a_decision_that_opens_a_list_of_appointments_dates_it() -> None:
    source = (
        "省政府任免一批干部\n省政府2022年6月8日决定，任命：\n张亮为省财政厅副厅长。\n\n"
        "省人大常委会任免名单\n（2022年6月10日省人大常委会第三十次会议通过）\n任命：\n"
        "陈山为省人大常委会副秘书长。\n"
    )
    first, second = read(source)
    assert (first.when.start, second.when.start) == ("2022-06-08", "2022-06-10")
    assert told(first).startswith("省政府2022年6月8日决定")


@pytest.mark.parametrize(
    ("words", "day"),
    [("上周五", "2022-09-23"), ("本周三", "2022-09-28"), ("昨日", "2022-09-29")],
)
def test_a_day_of_the_week_counts_from_the_day_of_publication(words: str, day: str) -> None:
    source = (
        "我市召开筹备会\n时间：2022-09-30 10:00　来源：某报　浏览：56次\n"
        f"　　{words}，我市召开筹备会，副市长黄敏主持。\n"
    )
    assert [e.when.start for e in read(source)] == [day]


def test_a_date_in_the_middle_of_a_sentence_leaves_the_sentence_whole() -> None:
    source = "主席签署命令\n国家主席甲平10月30日签署主席令。\n来源：某某网 2022-10-30\n"
    (entry,) = read(source)
    assert told(entry) == "国家主席甲平10月30日签署主席令。"
    assert entry.when.start == "2022-10-30"


def test_by_lines_of_reporters_in_brackets_open_reports() -> None:
    source = (
        "今日要闻 2020年8月12日 星期三\n\n市委举行学习会\n"
        "（记者 赵云）8月11日下午，市委举行学习会。\n\n"
        "黄蓉检查防汛\n（记者 钱塘）昨日，副市长黄蓉检查防汛。\n"
    )
    found, _ = read_with_warnings(source)
    assert [e.when.start for e in found] == ["2020-08-11", "2020-08-11"]
    assert [told(e) for e in found] == ["市委举行学习会。", "副市长黄蓉检查防汛。"]


PAGE = "# 《要闻》 (20250116)\n\n"


def test_the_contents_of_a_page_are_no_entry() -> None:
    source = (
        f"{PAGE}## 新闻摘要\n\n本期节目主要内容：\n\n1.甲会见乙；\n\n"
        "2.2018年—2025年投入超3亿元；\n\n"
        "### 甲会见乙\n\n某某网消息（要闻）：1月16日上午，甲会见乙。\n\n"
        "### 丙建议明年3月4日开会\n\n某某网消息（要闻）：丙建议，大会于明年3月4日召开。\n\n"
        "### 丁调研\n\n某某网消息（要闻）：2005年，这里还是矿山。丁15日来到这里。\n"
    )
    assert [day for day, _ in table(source)] == ["2025-01-16", "2025-01-16", "2025-01-15"]


def test_a_headline_with_nothing_but_a_link_under_it_is_told_by_itself() -> None:
    source = (
        f"{PAGE}### 甲明会见某国副总统\n\n[查看原文](https://example.org/a)\n\n"
        "### 乙方会见某国总理\n\n某某网消息（要闻）：乙方16日会见某国总理。\n"
    )
    assert table(source) == [
        ("2025-01-16", "甲明会见某国副总统"),
        ("2025-01-16", "乙方16日会见某国总理。"),
    ]


def test_short_news_under_one_headline_are_each_an_entry() -> None:
    source = (
        "江城日报 2019年4月9日 第1版\n\n马云飞调研港口\n"
        "本报讯（记者 李白）4月8日，马云飞调研港口。\n\n"
        "短讯\n●市残联4月7日举行捐赠活动。\n●日前，市图书馆推出夜读服务。\n●8日，市作协换届。\n"
    )
    assert [day for day, _ in table(source)] == [
        "2019-04-08", "2019-04-07", "2019-04-09", "2019-04-08",
    ]  # fmt: skip


def test_a_date_above_a_headline_belongs_to_its_report() -> None:
    source = (
        "2023-05-08\n市委书记会见客商\n5月8日，马云飞会见客商。\n\n"
        "2023-05-09\n市长调研企业\n市长龙小云调研企业。\n"
    )
    found = read(source)
    assert [e.text.split("\n")[:2] for e in found] == [
        ["2023-05-08", "市委书记会见客商"],
        ["2023-05-09", "市长调研企业"],
    ]


def test_a_day_behind_the_stroke_after_a_by_line_is_of_its_month() -> None:
    source = "新华社平川5月22日电/21日，省委在平川召开干部会议，宣布决定。"
    assert [day for day, _ in table(source, year=2007)] == ["2007-05-21"]


def test_a_headline_behind_the_day_it_was_posted_on_opens_a_report_of_its_own() -> None:
    source = (
        "领导活动\n李明主持召开会议\n2024-05-06 10:11  本站讯 5月6日，县委书记李明主持召开会议。\n"
        "2024-05-07  王强调研春耕\n5月7日，县长王强到新坪镇调研春耕生产。\n"
        "全县举行春季运动会\n5月9日，全县春季运动会在体育馆举行。\n"
    )
    assert [day for day, _ in table(source)] == ["2024-05-06", "2024-05-07", "2024-05-09"]


def test_headlines_that_close_with_their_day_give_its_month_to_the_text_under_them() -> None:
    page = (
        "市长调研企业\t3月2日\n2日，市长周海涛到高新区调研。\n"
        "市委召开常委会\t3月5日\n市委书记孙立军主持召开常委会会议。\n"
        "消防演练\t3月9日\n9日上午，市消防支队举行演练。\n"
    )
    assert [day for day, _ in table(page)] == ["--03-02", "--03-05", "--03-09"]
    assert [day for day, _ in table(page, year=2020)] == ["2020-03-02", "2020-03-05", "2020-03-09"]


def test_a_stamp_with_its_paper_is_no_day_of_the_report_under_it() -> None:
    page = (
        "市长会见客人\n2024-06-14 08:12　南岭日报\n6月13日下午，市长李明会见客人一行。\n\n"
        "防汛会议召开\n2024-06-12 10:05　县融媒体中心\n昨日晚，防汛会议召开，王强讲话。\n\n"
        "县医院启用\n南岭新闻网 2024-06-09 09:00\n6月8日，县医院新院区启用。\n"
    )
    assert [day for day, _ in table(page)] == ["2024-06-13", "2024-06-11", "2024-06-08"]


def test_a_day_long_after_the_report_before_it_opens_an_item_without_a_headline() -> None:
    page = (
        "领导调研\n3月2日，市长周海涛到高新区调研。\n签署协议\n4月5日，两局签署协议。\n"
        "培训班开班\n6月9日，培训班开班。\n学员随后到石坪镇参观，听取介绍。\n"
        "干部任免\n7月13日，市委决定任免干部。\n8月22日，石坪镇一电梯困人，6人获救。\n"
        "9月5日，县里获批筹建示范区。\n"
    )
    days = [day for day, _ in table(page, year=2022)]
    assert days[-3:] == ["2022-07-13", "2022-08-22", "2022-09-05"]
    assert days[2] == "2022-06-09" and len(days) == 6


def test_a_notice_is_of_the_day_on_which_its_body_decided() -> None:
    page = (
        "关于李明等同志职务任免的通知\n各区县人民政府：\n市政府2022年5月17日决定：\n"
        "李明任市商务局局长。\n2022年5月20日\n\n"
        "关于王强同志任职的通知\n各区县人民政府：\n经2022年6月1日市政府常务会议研究，决定：\n"
        "王强任市水务局局长。\n2022年6月3日\n"
    )
    assert [day for day, _ in table(page)] == ["2022-05-17", "2022-06-03"]


def test_the_line_of_a_site_with_its_address_and_day_is_no_part_of_a_report() -> None:
    page = (
        "县委召开会议\n石坪县人民政府 www.example.org 2021-03-05 来源：县委办\n"
        "3月4日，县委召开会议，部署春耕。\n"
        "医院启用\n2021年04月02日 16:20 | 来源：石坪发布\n昨日，县医院新院区启用。\n"
    )
    assert [day for day, _ in table(page)] == ["2021-03-04", "2021-04-01"]


def test_the_day_of_a_telling_goes_before_the_day_in_brackets_on_which_it_was_posted() -> None:
    page = (
        "市领导来院检查\n[2019-03-14]　3月13日下午，副市长王立新来院检查。\n"
        "医院召开职工代表大会\n[2020-01-02]　12月30日，医院召开职工代表大会。\n"
        "专家来院讲学\n[2020-01-15]　省医院专家来院讲学。\n"
    )
    assert [entry.when.start for entry in read(page)] == ["2019-03-13", "2019-12-30", "2020-01-15"]


def test_headlines_closed_by_the_day_they_were_posted_on_stand_over_their_texts() -> None:
    page = (
        "李明到石坪县调研 [2020-04-03]\n4月2日，市委书记李明到石坪县调研春耕。\n"
        "周海涛会见企业家 [2020-04-05]\n4月4日，市长周海涛会见企业家王强一行。\n"
        "南陵举行清明祭扫 [2020-04-05]\n4月4日上午，祭扫活动在烈士陵园举行。\n"
    )
    assert [day for day, _ in table(page)] == ["2020-04-02", "2020-04-04", "2020-04-04"]
