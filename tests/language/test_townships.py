"""Townships by their bare names, in the chronicle of their county (all happenings invented)."""

from __future__ import annotations

import re

import pytest

from extractors import lexicon
from extractors.language.document import Frame
from extractors.language.gazetteer import unit_of_code
from extractors.language.locations import find_places
from extractors.language.scope import scope_of
from extractors.language.townships import bare_names
from schema.records import DateRange

DAY = DateRange("1951-05-06", "1951-05-06")
COUNTY = "江苏省如皋县"


def found(text: str, place: str = COUNTY, kind: str = "meeting") -> list[str]:
    frame = Frame(0, len(text), DAY, kind)
    return [named.name for named in find_places(text, (frame,), scope_of(place))]


def test_a_county_has_its_townships_without_their_level() -> None:
    names = bare_names(scope_of(COUNTY).units)
    assert {"搬经", "白蒲", "石庄"} <= set(names)
    assert not any(re.search("[镇乡]$|街道$", name) for name in names)
    assert list(names) == sorted(names, key=lambda name: (-len(name), name))


def test_the_peoples_of_a_township_are_no_part_of_its_bare_name() -> None:
    assert "八达营" in bare_names(scope_of("河北省隆化县").units)


def test_a_prefecture_has_those_of_all_its_counties() -> None:
    assert {"搬经", "岔河"} <= set(bare_names(scope_of("江苏省南通市").units))


def test_no_town_bears_the_name_of_the_county_itself() -> None:
    units = scope_of("江苏省如皋市").units
    assert not {units[-1].short, units[-2].short} & set(bare_names(units))


@pytest.mark.parametrize("place", ["江苏省", "某地", None])
def test_a_province_or_an_unknown_place_has_none(place: str | None) -> None:
    assert bare_names(scope_of(place).units) == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("县委在搬经召开会议。", ["搬经"]),
        ("解放军进占白蒲,敌退守城内。", ["白蒲"]),
        ("县粮食局在白蒲、丁堰两地设立仓库。", ["白蒲", "丁堰"]),
        ("全县设石庄、搬经、吴窑5个考点。", ["石庄", "搬经", "吴窑"]),
        ("工作团到搬经、高明、吴窑等地筹建。", ["搬经", "高明", "吴窑"]),
        ("搬经一带降暴雨,麦田被淹。", ["搬经"]),
        ("县委在八步桥、搬经召开会议。", ["八步桥", "搬经"]),
        ("县委在丁堰、八步桥和下原召开会议。", ["丁堰", "八步桥", "下原"]),
    ],
)
def test_a_bare_name_is_a_place_where_one_must_stand(text: str, places: list[str]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "搬经中学教师王明获奖。",  # part of a body's name
        "县文工团演出《白蒲茶干》。",
        "石庄籍战士李大勇立功。",
        "县里在建设时期召开会议。",  # a township somewhere, and a word
    ],
)
def test_a_bare_name_elsewhere_is_none(text: str) -> None:
    assert not {"搬经", "白蒲", "石庄", "建设"} & set(found(text))


def test_names_of_another_county_are_not_known_here() -> None:
    assert found("县委在搬经召开会议。", "河北省平山县") == []


def test_the_table_has_each_county_and_each_of_its_townships_once() -> None:
    rows = lexicon.words("townships")
    codes = [row.split()[0] for row in rows]
    assert len(codes) > 2000
    assert codes == sorted(set(codes))
    assert [code for code in codes if unit_of_code(code) is None] == []
    for row in rows:
        names = row.split()[1:]
        assert len(names) == len(set(names)), row
        assert all(re.fullmatch("[一-龥]+(?:镇|乡|街道|苏木)", name) for name in names), row
