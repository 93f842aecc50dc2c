"""Lists of appointments with a title and session, alone among the dated lines of a chronicle."""

from __future__ import annotations

from tests.reading.reading_entries import read, table

SESSIONS = (
    "云台市人大常委会人事任免（2017年）\n"
    "云台市人民代表大会常务委员会任免名单\n"
    "（2017年2月24日云台市第七届人民代表大会常务委员会第二次会议通过）\n"
    "一、任命：\n王立新为云台市人大常委会副秘书长；\n二、免去：\n赵志强的研究室主任职务。\n"
    "\n"
    "云台市人民代表大会常务委员会决定任命名单\n"
    "（2017年2月26日云台市第七届人民代表大会常务委员会第三次会议通过）\n"
    "根据市长陈立仁的提请，决定任命：\n李红梅为云台市审计局局长。\n"
    "\n"
    "4月27日，市七届人大常委会第四次会议任命吴晓燕为市中级人民法院审判员。\n"
    "6月29日，市七届人大常委会第六次会议任命周国平为副市长。\n"
)


def test_each_list_of_a_session_is_an_entry_from_its_title_on() -> None:
    first, second, *_ = read(SESSIONS)
    assert first.text.startswith("云台市人民代表大会常务委员会任免名单\n（2017年2月24日")
    assert first.text.endswith("赵志强的研究室主任职务。")
    assert second.text.startswith("云台市人民代表大会常务委员会决定任命名单\n")
    assert second.text.endswith("李红梅为云台市审计局局长。")


def test_the_session_dates_its_list_and_leaves_later_lines_in_the_same_year() -> None:
    dates = [date for date, _ in table(SESSIONS)]
    assert dates == ["2017-02-24", "2017-02-26", "2017-04-27", "2017-06-29"]


def test_a_session_tells_the_year_where_nothing_else_does() -> None:
    page = SESSIONS.partition("\n")[2]
    assert [date[:4] for date, _ in table(page)] == ["2017"] * 4


def test_a_notice_among_dated_lines_has_the_day_of_its_decision() -> None:
    page = (
        "2017年大事记\n8月30日，市长陈立仁到开发区调研。\n关于周国平等同志职务任免的通知\n"
        "云政干〔2017〕14号\n市政府11月3日研究决定：\n周国平任市政府驻北京联络处主任，\n"
        "试用期一年；\n免去吴晓燕的管理委员会副主任职务。\n"
    )
    assert [date for date, _ in table(page)] == ["2017-08-30", "2017-11-03"]
    assert read(page)[1].text.startswith("关于周国平等同志职务任免的通知\n云政干")


def test_a_notice_without_another_day_has_the_day_that_closes_it() -> None:
    page = (
        "2020年大事记\n3月2日，县委召开常委会会议。\n县人民政府关于王立新等职务任免的通知\n"
        "各乡镇人民政府：\n经研究，决定：\n任命王立新为县教育局局长；\n免去赵志强的职务。\n"
        "2020年3月20日\n4月1日，县长赴外地考察。\n"
    )
    assert [date for date, _ in table(page)] == ["2020-03-02", "2020-03-20", "2020-04-01"]


def test_a_notice_as_a_heading_over_dated_lines_is_no_entry() -> None:
    page = "2020年大事记\n通知公告\n3月2日，县委召开常委会会议。\n3月4日，县政府发布防火令。\n"
    assert [date for date, _ in table(page)] == ["2020-03-02", "2020-03-04"]


def test_the_number_of_a_document_may_stand_before_its_day() -> None:
    page = (
        "云政干〔2020〕3号　2020年2月11日　市政府决定：\n王立新任市审计局副局长；\n"
        "免去赵志强的市审计局副局长职务。\n"
        "云政干〔2020〕7号　2020年3月25日　市政府决定：\n李红梅任市统计局局长。\n"
        "云政干〔2020〕19号　2020年9月　吴晓燕任市文化局副局长。\n"
    )
    assert [date for date, _ in table(page)] == ["2020-02-11", "2020-03-25", "2020-09"]


def test_one_report_among_dated_notices_does_not_take_those_behind_it() -> None:
    page = (
        "云政干〔2020〕3号　2020年2月11日　市政府决定：\n王立新任市审计局副局长；\n"
        "赵志强任市财政局副局长；\n免去周国平的市审计局副局长职务。\n"
        "本报讯　市七届人大常委会第六次会议表决通过，任命吴晓燕为副市长。\n"
        "6月20日，云台县召开领导干部会议。\n7月8日，云台电力公司宣布，孙大海任总经理。\n"
    )
    assert [entry.when.start for entry in read(page)][-2:] == ["2020-06-20", "2020-07-08"]


def test_a_report_among_dated_lines_has_the_day_that_it_tells_or_that_of_its_by_line() -> None:
    page = (
        "3月5日，云台县任命新的局长。\n"
        "据云台日报4月30日消息　市七届人大常委会第六次会议29日表决通过，任命吴晓燕为副市长。\n"
        "6月20日，云台县召开领导干部会议。\n7月2日，云台县电力局举行座谈会。\n"
    )
    dates = [entry.when.start for entry in read(page, year=2020)]
    assert dates == ["2020-03-05", "2020-04-29", "2020-06-20", "2020-07-02"]
    told = page.replace("会议29日表决", "会议表决")
    dates = [entry.when.start for entry in read(told, year=2020)]
    assert dates == ["2020-03-05", "2020-04-30", "2020-06-20", "2020-07-02"]


def test_lists_of_appointments_among_reports_open_at_their_titles() -> None:
    page = (
        "云台市人民政府关于王立新等同志职务任免的通知\n市政府2020年3月16日研究决定：\n"
        "王立新任市审计局副局长；\n免去赵志强的市审计局副局长职务。\n"
        "云台市人大常委会任免名单\n（2020年4月29日云台市人大常委会第九次会议通过）\n"
        "任命李红梅为市统计局局长。\n"
        "中共云台市委组织部任前公示\n2020-06-12\n现将周国平拟任情况公示如下：周国平，现任局长。\n"
        "云台市召开领导干部会议\n云台新闻网讯 7月20日，云台市召开领导干部会议。\n"
        "10月27日，市政协主席会议聘任吴晓燕为研究员。\n"
    )
    found = read(page)
    dates = ["2020-03-16", "2020-04-29", "2020-06-12", "2020-07-20", "2020-10-27"]
    assert [entry.when.start for entry in found] == dates
    assert found[2].text.startswith("中共云台市委组织部任前公示\n2020-06-12\n")
