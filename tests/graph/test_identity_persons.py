"""Which namings are one person."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.identity.bodies import body_of
from graph.identity.persons import Person, Sighting, identify
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
    assert groups(seen(0, "市教育局"), seen(1, "市财政局")) == {(0, 1)}


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
    assert 0.3 <= pair.score < 1
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
