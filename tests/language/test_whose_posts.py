"""Whose post it is where the words before it are short, the body's own, or a name of its own."""

from __future__ import annotations

import pytest

from extractors.language.scope import resolve_body, scope_of
from tests.language.reading import posts_of

COUNTY = "湖北省宜昌市夷陵区"
CITY = "湖北省襄阳市"


def whose(text: str, place: str, name: str) -> list[tuple[str, str]]:
    return list(posts_of(text, place)[name])


@pytest.mark.parametrize(
    ("text", "place", "post"),
    [
        (
            "区政府与中国移动宜昌分公司签约,分公司总经理秦立签字。",
            COUNTY,
            ("中国移动宜昌分公司", "总经理"),
        ),
        ("青江中学百年校庆举行,学校校长秦立致辞。", COUNTY, ("青江中学", "校长")),
        ("青江新区召开会议,新区党工委书记秦立讲话。", CITY, ("青江新区党工委", "书记")),
        ("市领导到谷城县石花镇调研,镇党委书记秦立汇报。", CITY, ("石花镇党委", "书记")),
        ("二区召开会议,区委书记秦立主持。", "甘肃省定西市临洮县", ("二区区委", "书记")),
        ("区人大召开常委会,常委会主任秦立主持。", COUNTY, ("夷陵区人大常委会", "主任")),
        (
            "县革委会办学习班,政工组组长秦立动员。",
            "广西壮族自治区田林县",
            ("田林县革委会政工组", "组长"),
        ),
        ("省卫生厅副厅长王峻、市长助理秦立参加。", CITY, ("襄阳市政府", "市长助理")),
        ("县公安局局长张明、武装部政委秦立出席。", "甘肃省定西市临洮县", ("临洮县武装部", "政委")),
    ],
)
def test_a_short_word_is_the_body_named_before_or_the_places_own(
    text: str, place: str, post: tuple[str, str]
) -> None:
    assert post in whose(text, place, "秦立")


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("长江航道管理局局长秦立到区调研。", ("长江航道管理局", "局长")),
        ("黄河水利委员会主任秦立检查防汛。", ("黄河水利委员会", "主任")),
        ("青江集团工会主席秦立来访。", ("青江集团工会", "主席")),
        ("中华全国总工会副主席秦立慰问。", ("中华全国总工会", "副主席")),
        ("政协第六届夷陵区委员会主席秦立出席。", ("政协第六届夷陵区委员会", "主席")),
    ],
)
def test_a_body_with_a_name_of_its_own_takes_no_place_before_it(
    text: str, post: tuple[str, str]
) -> None:
    assert post in whose(text, COUNTY, "秦立")


@pytest.mark.parametrize(
    ("text", "place", "post"),
    [
        (
            "厂党委书记秦立讲话。",
            "上海市（上海第十九棉纺织厂）",
            ("上海第十九棉纺织厂党委", "书记"),
        ),
        (
            "革委会主任秦立讲话。",
            "徐州农业机械厂（江苏省徐州市）",
            ("徐州农业机械厂革委会", "主任"),
        ),
        ("护理部主任秦立参加。", "四川省绵阳市第二人民医院", ("绵阳市第二人民医院护理部", "主任")),
        (
            "理工学院党委书记秦立出席。",
            "青江大学（山东省青岛市）",
            ("青江大学理工学院党委", "书记"),
        ),
    ],
)
def test_in_its_own_chronicle_a_body_has_its_parts(
    text: str, place: str, post: tuple[str, str]
) -> None:
    assert post in whose(text, place, "秦立")


def test_what_a_works_runs_is_not_the_works_itself() -> None:
    scope = scope_of("徐州农业机械厂（江苏省徐州市）")
    assert resolve_body("厂办红专大学", scope) == "厂办红专大学"
    assert resolve_body("厂办", scope) == "徐州农业机械厂厂办"


def test_a_county_of_old_stands_without_its_province() -> None:
    scope = scope_of("黑龙江省双鸭山市")
    assert resolve_body("黑龙江省虎饶县林业局", scope) == "虎饶县林业局"
    assert resolve_body("黑龙江省林业局", scope) == "黑龙江省林业局"


def test_the_committee_of_a_school_keeps_its_full_name() -> None:
    scope = scope_of("山东省青岛市")
    assert resolve_body("中共青江师范学院委员会", scope) == "中共青江师范学院委员会"
    assert resolve_body("中共青岛市委员会", scope) == "青岛市委"
