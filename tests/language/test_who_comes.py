"""Who looks at something: an official on his own patch or a guest."""

import pytest

from extractors.language.kinds import kind


@pytest.mark.parametrize(
    "text",
    [
        "原全国政协副主席李明来县考察,县委书记王军陪同。",
        "全国政协委员、植物学家李明到石门考察油茶。",
        "荷兰花卉专家到石门乡指导大棚种植。",
        "中国家具工业联合会副会长李明率队来县调研。",
    ],
)
def test_who_has_no_office_here_is_a_guest(text: str) -> None:
    assert kind(text, "", "湖南省石门县") == "visit"


def test_a_leader_in_office_looks_at_his_own_patch() -> None:
    text = "全国政协副主席李明来县视察,县委书记王军陪同。"
    assert kind(text, "", "湖南省石门县") == "inspection"


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("visit", "绵阳市委书记李明来我区考察黄花产业。"),
        ("visit", "忻州市副市长李明率队来区调研文旅融合。"),
        ("inspection", "大同市人大常委会副主任李明来我区调研代表工作。"),
    ],
)
def test_leaders_of_another_city_are_guests(expected: str, text: str) -> None:
    assert kind(text, "", "山西省大同市云州区") == expected


def test_whoever_comes_from_abroad_is_a_guest() -> None:
    for who in ("肯尼亚妇女代表", "世界银行官员", "驻华使馆参赞"):
        assert kind(who + "来县走访移民新村。", "", "湖南省石门县") == "visit"
