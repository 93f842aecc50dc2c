"""Which namings are one person."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from graph.identity.bodies import body_of
from graph.identity.clusters import Sighting
from graph.identity.persons import Links, Person, identify
from graph.identity.places import home_of
from graph.identity.resemblance import like_bodies, like_persons
from graph.identity.romanise import pinyin_of

CITY = "甘肃省张掖市"


def seen(
    number: int, *bodies: str, source: str = "a", entry: str = "", date: str = "2024-07-01",
    place: str = CITY, name: str = "李明",
) -> Sighting:  # fmt: skip
    home = home_of(place)
    found = tuple(body_of(body, home) for body in bodies)
    return Sighting(number, name, entry or f"e{number}", source, home, date, found)


def groups(*sightings: Sighting) -> set[tuple[int, ...]]:
    return {person.sightings for person in identify(sightings)}


def only(*sightings: Sighting) -> Person:
    (person,) = identify(sightings)
    return person


def test_a_leader_of_one_place_is_one_person_in_all_its_bodies() -> None:
    assert groups(seen(0, "市委"), seen(1, "市政府"), seen(2, "市政协党组")) == {(0, 1, 2)}


def test_one_body_in_two_chronicles_is_one_person() -> None:
    later = seen(1, "张掖市委", source="b", date="2026-01-05", place="甘肃省")
    assert groups(seen(0, "市委"), later) == {(0, 1)}


def test_clearly_different_employers_in_one_chronicle_are_two() -> None:
    assert groups(seen(0, "中华敬老促进会"), seen(1, "甘肃省财政厅")) == {(0,), (1,)}


def test_posts_that_one_entry_joins_are_one_persons() -> None:
    both = seen(2, "中华敬老促进会", "甘肃省财政厅")
    assert groups(seen(0, "中华敬老促进会"), seen(1, "甘肃省财政厅"), both) == {(0, 1, 2)}


def test_an_officer_goes_round_between_the_departments_of_one_city() -> None:
    moved = seen(1, "市财政局", date="2024-09-01", name="卢远航")
    assert groups(seen(0, "市教育局", name="卢远航"), moved) == {(0, 1)}


def test_a_common_name_in_two_departments_of_one_city_is_two() -> None:
    assert groups(seen(0, "市教育局"), seen(1, "市财政局")) == {(0,), (1,)}


def test_two_departments_served_turn_and_turn_about_are_two_officers() -> None:
    days = ["2012-03-01", "2012-03-09", "2012-04-02", "2012-05-08"]
    told = [
        seen(n, "市教育局" if n % 2 == 0 else "市公安局", date=day, name="何远舟")
        for n, day in enumerate(days)
    ]
    assert groups(*told) == {(0, 2), (1, 3)}


def test_nobody_serves_for_longer_than_a_working_life() -> None:
    early, late = seen(0, "市委", date="1958-01-01"), seen(1, "市委", date="2012-03-01")
    assert groups(early, late) == {(0,), (1,)}
    first, second = sorted(identify([early, late]), key=lambda p: p.sightings)
    assert first.id == only(early).id != second.id


def test_a_body_that_was_renamed_is_one_employer() -> None:
    told = [seen(0, "河滨机械厂", date="2008-01-01"), seen(1, "江淮装备集团", date="2012-01-01")]
    assert len(identify(told)) == 2
    keys = {body.key for s in told for body in s.bodies}
    assert len(identify(told, {key: min(keys) for key in keys})) == 1


def test_a_rare_name_that_moves_up_to_the_prefecture_is_one_person_and_says_why() -> None:
    county = seen(0, "高台县委", date="2020-03-01", name="尉迟广平", source="b")
    city = seen(1, "市政府", date="2022-03-01", name="尉迟广平")
    person = only(county, city)
    (join,) = person.cluster.joins
    assert "高台县 lies in 张掖市" in join.reason


def test_a_common_name_that_would_have_moved_up_stays_two() -> None:
    county = seen(0, "高台县委", date="2020-03-01", name="王军", source="b")
    assert len(identify([county, seen(1, "市政府", date="2022-03-01", name="王军")])) == 2


def test_the_company_tells_whom_a_bare_name_means() -> None:
    one = replace(seen(0, "甘肃省财政厅"), company=frozenset({"郝正"}))
    other = replace(seen(1, "中华敬老促进会"), company=frozenset({"汤建"}))
    bare = replace(seen(2), company=frozenset({"汤建"}))
    assert groups(one, other, bare) == {(0,), (1, 2)}


def test_what_readers_judged_stands_above_the_signs() -> None:
    one, other = seen(0, "市委"), seen(1, "中华敬老促进会")
    same = Links(same={"李明": (("e0", "e1"),)})
    assert {p.sightings for p in identify([one, other], links=same)} == {(0, 1)}
    again, bare = seen(1, "市委"), seen(2, "市委", source="b")
    apart = Links(apart={"李明": (("e0", "e1"),)})
    assert len(identify([one, again, bare], links=apart)) == 2


def test_officers_of_two_departments_of_a_province_may_be_namesakes() -> None:
    assert groups(seen(0, "甘肃省教育厅"), seen(1, "甘肃省财政厅")) == {(0,), (1,)}


def test_a_company_is_the_same_with_another_form_of_business() -> None:
    assert groups(seen(0, "江北机械公司"), seen(1, "江北机械有限公司")) == {(0, 1)}


def test_a_bare_name_joins_the_holder_of_a_post_of_the_chronicles_own_place() -> None:
    assert groups(seen(0, "甘肃省财政厅"), seen(1, "市政府"), seen(2)) == {(0,), (1, 2)}


def test_a_bare_name_joins_the_only_person_of_that_name_in_its_source() -> None:
    assert groups(seen(0, "甘肃省财政厅"), seen(1)) == {(0, 1)}


def test_a_bare_name_between_two_visitors_stays_alone() -> None:
    found = groups(seen(0, "甘肃省财政厅"), seen(1, "中华敬老促进会"), seen(2))
    assert found == {(0,), (1,), (2,)}


def test_a_bare_name_joins_a_holder_whom_another_source_of_the_place_tells() -> None:
    assert groups(seen(0), seen(1, "市政府", source="b")) == {(0, 1)}


def test_bare_names_of_two_places_are_two_persons() -> None:
    assert groups(seen(0), seen(1, source="b", place="四川省成都市")) == {(0,), (1,)}


def test_a_person_is_told_by_the_place_or_the_body() -> None:
    assert only(seen(0, "市委")).scope == "甘肃省张掖市"
    assert only(seen(0, "教育部职成司")).scope == "教育部"
    assert only(seen(0)).scope == "甘肃省张掖市"


def test_later_input_leaves_the_id_as_it_was() -> None:
    early = seen(0, "市委")
    late = seen(1, "市委", "甘肃省财政厅", date="2025-03-01", source="b")
    assert only(early).id == only(early, late).id


def test_the_order_of_the_input_does_not_matter() -> None:
    sightings = [seen(0, "甘肃省财政厅"), seen(1, "市政府"), seen(2), seen(3, source="b")]
    answers = {identify(order) for order in permutations(sightings)}
    assert len(answers) == 1


def test_namesakes_are_offered_to_a_reader_with_a_reason() -> None:
    (pair,) = like_persons(identify([seen(0, "中华敬老促进会"), seen(1, "甘肃省财政厅")]))
    assert pair.first < pair.second
    assert 0 < pair.score < 0.5
    assert "in the same source" in pair.reason
    assert "中华敬老促进会" in pair.reason and "甘肃省财政厅" in pair.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [("江北机械公司", "江北机械有限公司"), ("江北华光", "江北华光科技有限公司"),
     ("教育部职成司", "教育部职业教育与成人教育司")],
)  # fmt: skip
def test_a_short_and_a_long_name_may_be_one_body(one: str, other: str) -> None:
    bodies = [(name, body_of(name, home_of(CITY))) for name in (one, other)]
    assert [{pair.first, pair.second} for pair in like_bodies(bodies)] == [{one, other}]


def test_bodies_with_nothing_in_common_are_not_offered() -> None:
    bodies = [(n, body_of(n, home_of(CITY))) for n in ("江北机械公司", "河滨电力公司")]
    assert like_bodies(bodies) == ()


@pytest.mark.parametrize(
    ("name", "toned", "plain"),
    [
        ("单国强", "Shàn Guóqiáng", "Shan Guoqiang"),
        ("仇小红", "Qiú Xiǎohóng", "Qiu Xiaohong"),
        ("解明", "Xiè Míng", "Xie Ming"),
        ("尉迟文", "Yùchí Wén", "Yuchi Wen"),
        ("吕安娥", "Lǚ Ān'é", "Lü An'e"),
        ("阿不都·买买提", "Ābùdū·Mǎimǎití", "Abudu·Maimaiti"),
        ("John Smith", "John Smith", "John Smith"),
    ],
)
def test_surnames_have_their_own_readings(name: str, toned: str, plain: str) -> None:
    assert (pinyin_of(name, tones=True), pinyin_of(name)) == (toned, plain)
