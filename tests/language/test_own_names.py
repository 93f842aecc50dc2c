"""The names that a body had in its own chronicle, and posts that another entry explains."""

from __future__ import annotations

from extractors.pipeline import extract
from extractors.reading.sidecar import Sidecar
from extractors.reading.sources import Document


def posts(text: str, place: str) -> dict[tuple[str, str], str]:
    """The bodies of a chronicle's posts by day and name."""
    source = Document("own.txt", text, Sidecar(place=place), "", "text", "utf-8", None)
    return {
        (event.when.start, person.name): role.organisation
        for record in extract(source)
        for event in record.events
        for person in event.persons
        for role in person.roles
    }


def test_an_entry_after_a_change_of_name_is_told_of_the_body_under_that_name() -> None:
    found = posts(
        "院史大事记\n"
        "1951年4月1日 滨州县卫生院东街分院成立,首任院长秦立新。\n"
        "1956年3月1日 迁至东大街,更名滨州县第二医院。\n"
        "1964年8月1日 外科主任韩志明带队下乡。\n"
        "1993年9月1日 更名为滨州市东街医院。\n"
        "1994年9月1日 院长苏明哲主持会议。\n",
        "滨州市东街医院（山东省滨州市）",
    )
    assert found["1951-04-01", "秦立新"] == "滨州县卫生院东街分院"
    assert found["1964-08-01", "韩志明"] == "滨州县第二医院外科"
    assert found["1994-09-01", "苏明哲"] == "滨州市东街医院"


def test_another_body_that_changes_its_name_leaves_the_own_one() -> None:
    found = posts(
        "2003年大事记\n3月5日 附属中学更名为滨州第九中学。\n3月6日 校长秦立新主持会议。\n",
        "青江大学（山东省滨州市）",
    )
    assert found["2003-03-06", "秦立新"] == "青江大学"


def test_a_post_without_a_body_is_the_one_that_another_entry_gives_its_holder() -> None:
    found = posts(
        "2012年大事记\n"
        "3月5日 市人大常委会副主任秦立新出席会议。\n"
        "3月8日 副主任秦立新带队检查教育工作。\n",
        "山东省滨州市",
    )
    assert found["2012-03-08", "秦立新"] == "滨州市人大常委会"


def test_the_title_says_which_body_of_a_place_keeps_the_chronicle() -> None:
    found = posts(
        "青海省农牧厅2009年大事记\n1月6日 副厅长秦立新、厅人事处处长韩雨到乡调研。\n", "青海省"
    )
    assert found["2009-01-06", "秦立新"] == "青海省农牧厅"
    assert found["2009-01-06", "韩雨"] == "青海省农牧厅人事处"
