"""Which place a name means for a reader at home."""

from __future__ import annotations

from graph.identity.places import Home, home_of, locate, parent_of, read_place

CITY = home_of("甘肃省张掖市")
DISTRICT = home_of("四川省成都市青白江区")


def test_a_place_is_told_with_all_its_units() -> None:
    assert DISTRICT.place is not None
    assert DISTRICT.place.names == ("四川省", "成都市", "青白江区")
    assert DISTRICT.place.code == "510113"
    assert home_of("成都市青白江区") == DISTRICT


def test_a_universitys_chronicle_is_at_home_in_the_university() -> None:
    home = home_of("东江大学(山东省青岛市)")
    assert home.body == "东江大学"
    assert home.place is not None and home.place.name == "青岛市"


def test_no_place_is_no_home() -> None:
    assert home_of(None) == Home()


def test_the_country_has_no_unit_above() -> None:
    country = home_of("中华人民共和国").place
    assert country is not None
    assert parent_of(country) is None


def test_short_full_and_own_names_are_one_unit() -> None:
    keys = {locate(name, CITY).key for name in ("张掖", "张掖市", "我市", "甘肃省张掖市")}
    assert keys == {"甘肃省张掖市"}


def test_a_district_of_many_cities_is_the_one_at_home() -> None:
    assert locate("鼓楼区", home_of("福建省福州市")).code == "350102"
    assert locate("鼓楼区", CITY).code == ""


def test_a_township_of_the_county_at_home_lies_in_it() -> None:
    bare, full = locate("龙潭镇", DISTRICT), locate("青白江区龙潭镇", DISTRICT)
    assert bare.key == full.key
    assert bare.parent == DISTRICT.place
    assert (bare.parent_basis, full.parent_basis) == ("home", "name")


def test_a_township_by_its_bare_name_is_that_of_the_county_at_home() -> None:
    home = home_of("江苏省如皋市")
    bare, full = locate("搬经", home), locate("搬经镇", home)
    assert (bare.key, bare.name, bare.kind, bare.parent) == (
        full.key, "搬经镇", "township", home.place
    )  # fmt: skip
    assert (bare.parent_basis, full.parent_basis) == ("gazetteer", "home")
    assert locate("搬经", DISTRICT).kind == "venue"


def test_a_township_that_a_city_has_once_lies_in_its_county() -> None:
    home = home_of("江苏省南通市")
    town, village = locate("搬经镇", home), locate("搬经镇桃花村", home)
    assert town.parent is not None and town.parent.name == "如皋市"
    assert town.key == locate("搬经镇", home_of("江苏省如皋市")).key
    assert (village.name, village.kind) == ("桃花村", "village")
    assert village.key == town.key + "桃花村"


def test_a_township_that_a_city_has_more_than_once_stays_open() -> None:
    assert locate("城关镇", home_of("甘肃省定西市")).parent is None


def test_a_village_of_the_county_at_home_is_the_same_with_or_without_the_county() -> None:
    bare, full = locate("龙潭镇桃花村", DISTRICT), locate("青白江区龙潭镇桃花村", DISTRICT)
    assert bare == full
    assert (bare.name, bare.kind) == ("桃花村", "village")


def test_a_venue_with_its_place_before_it_lies_there() -> None:
    site = locate("市会议中心", CITY)
    assert (site.name, site.kind) == ("张掖市会议中心", "venue")
    assert site.parent == CITY.place


def test_a_bare_venue_lies_nowhere_and_is_told_by_its_chronicle() -> None:
    site = locate("会议中心", CITY)
    assert site.parent is None
    assert site.key != locate("会议中心", DISTRICT).key


def test_a_word_that_only_looks_like_a_unit_is_none() -> None:
    assert read_place("市场监管局", CITY) is None
    found = read_place("市实施乡村振兴战略领导小组", DISTRICT)
    assert found is not None
    assert found[1] == "实施乡村振兴战略领导小组"
