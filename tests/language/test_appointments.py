"""Posts given and taken."""

from __future__ import annotations

from tests.language.reading import changes_of


def test_an_appointment_names_the_post_behind_the_name() -> None:
    assert changes_of("任命秦立新为滨州市教育局局长。") == {
        "秦立新": ("appointed", [("滨州市教育局", "局长")])
    }


def test_a_list_of_names_gets_one_post() -> None:
    found = changes_of("任命秦立新、韩雨(女)为水利部副部长。")
    assert found["秦立新"] == found["韩雨"] == ("appointed", [("水利部", "副部长")])


def test_a_removal_names_the_post_that_is_lost() -> None:
    assert changes_of("免去秦立新的水利部副部长职务。") == {
        "秦立新": ("removed", [("水利部", "副部长")])
    }


def test_who_no_longer_holds_a_post_is_removed() -> None:
    assert changes_of("秦立新不再担任滨州市教育局局长职务。")["秦立新"][0] == "removed"


def test_an_election_elects() -> None:
    assert changes_of("会议选举秦立新为滨州市人大常委会主任。")["秦立新"] == (
        "elected",
        [("滨州市人大常委会", "主任")],
    )


def test_a_transfer_gives_the_new_post_and_keeps_the_old_one_in_sight() -> None:
    found = changes_of("秦立新同志由青江工程局党委副书记调整为第一书记。")
    assert found["秦立新"] == (
        "appointed",
        [("青江工程局党委", "副书记"), ("青江工程局党委", "第一书记")],
    )


def test_a_body_is_carried_through_a_list_of_appointments() -> None:
    found = changes_of("宣布决定:秦立新任青江医院党委书记,韩雨任院长,苏明哲任副院长。")
    assert found["韩雨"] == ("appointed", [("青江医院", "院长")])
    assert found["苏明哲"] == ("appointed", [("青江医院", "副院长")])
