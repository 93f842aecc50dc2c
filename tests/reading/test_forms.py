"""Pages that are forms: the day in a line with a label, among other lines with labels."""

from __future__ import annotations

from tests.reading.reading_entries import read, table


def test_a_form_is_one_entry_with_the_day_of_its_label() -> None:
    page = (
        "会议名称：云台县工会第三次常委会\n时间：2019年3月5日上午\n地点：县工会三楼会议室\n"
        "主持人：王立新\n出席：李红梅、赵志强\n内容：会议研究了全年工作。\n"
    )
    (entry,) = read(page)
    assert (entry.when.start, entry.when.end) == ("2019-03-05", "2019-03-05")
    assert entry.text == page.strip()


def test_each_form_of_a_page_begins_with_its_headline() -> None:
    page = (
        "云台县领导活动记事\n调研农业\n活动时间：2019年3月5日\n活动地点：城关镇\n"
        "内容：县长王立新到城关镇调研春耕生产。\n\n调研工业\n活动时间：2019年3月8日\n"
        "活动地点：开发区\n内容：副县长李红梅到开发区调研项目建设。\n"
    )
    first, second = read(page)
    assert (first.when.start, second.when.start) == ("2019-03-05", "2019-03-08")
    assert first.text.startswith("调研农业\n") and second.text.startswith("调研工业\n")


def test_a_form_takes_its_year_from_what_the_user_knows() -> None:
    page = "时间：5月6日\n地点：市民广场\n主要内容：副市长陈立仁宣布敬老月活动启动。\n"
    assert table(page, year=2021)[0][0] == "2021-05-06"


def test_a_day_with_a_label_alone_makes_no_form() -> None:
    page = "发布时间：2019年3月5日\n3月2日，县委召开会议。\n3月4日，县长赴京。\n"
    assert [date for date, _ in table(page)] == ["2019-03-02", "2019-03-04"]
