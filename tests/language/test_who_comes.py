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
