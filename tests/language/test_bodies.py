"""Bodies that take part in an event, told from those that are only spoken of."""

from __future__ import annotations

import pytest

from extractors.language.bodies import bodies
from extractors.language.body_names import names
from tests.language.reading import read


def acting(text: str) -> dict[str, str]:
    """Bodies that act, with what they do."""
    return {found.name: found.capacity for found in bodies(text, read(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("市教育局召开会议。", "市教育局"),
        ("由山东省文化和旅游厅主办的展览开幕。", "山东省文化和旅游厅"),
        ("秦立新主持召开市政府第12次常务会议。", "市政府"),
        ("受省水利厅委托,专家组开展验收。", "省水利厅"),
        ("邹平县革命委员会成立。", "邹平县革命委员会"),
        ("滨州宏远机械有限公司入选全国百强名单。", "滨州宏远机械有限公司"),
        ("市科协、市妇联联合举办讲座。", "市妇联"),
        ("校领导班子听取市审计局关于经费的报告。", "市审计局"),
    ],
)
def test_a_body_that_does_something_takes_part(text: str, name: str) -> None:
    assert name in acting(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("会议传达省委十一届七次全会精神。", "省委"),
        ("秦立新强调,市财政局要加快资金拨付。", "市财政局"),
        ("副市长秦立新到滨州学院调研。", "滨州学院"),
        ("按照市委、市政府决策部署,各县全面动员。", "市政府"),
        ("各县区教育局参加会议。", "各县区教育局"),
    ],
)
def test_a_body_that_is_only_spoken_of_does_not(text: str, name: str) -> None:
    assert name not in acting(text)


def test_a_conjunction_inside_a_name_does_not_cut_it() -> None:
    text = "省住房和城乡建设厅和省自然资源厅联合印发通知。"
    assert [text[b.start : b.end] for b in names(text)] == ["省住房和城乡建设厅", "省自然资源厅"]


def test_places_in_a_list_share_the_end_of_the_name() -> None:
    assert {"邹平县交易中心", "博兴县交易中心"} <= acting(
        "邹平县、博兴县交易中心共同开展评标。"
    ).keys()


def test_departments_that_places_share_are_written_out() -> None:
    assert acting("邹平县与博兴县组织、宣传部门分别签署协议。").keys() == {
        "邹平县组织部门",
        "邹平县宣传部门",
        "博兴县组织部门",
        "博兴县宣传部门",
    }


def test_those_who_send_their_leaders_attend() -> None:
    found = acting("市农发集团、滨河牧业、宏远集团等相关企业负责人参加。")
    assert set(found.values()) == {"attend"} and "滨河牧业" in found


def test_parties_to_a_contract_sign() -> None:
    assert acting("市教育局与宏远科技有限公司签订协议。")["宏远科技有限公司"] == "sign"


def test_a_short_form_that_is_only_introduced_takes_no_part() -> None:
    found = acting("新宁县委员会、新宁县人民政府(简称县委、县政府)召开会议。")
    assert set(found) == {"新宁县委员会", "新宁县人民政府"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县政府组成工作队。", "县政府组"),
        ("评审组一致认为达到标准。", "评审组"),
        ("对口支援东湖大学工作会议在京召开。", "对口支援东湖大学"),
        ("滨州市部分单位领导及学校负责人参加。", "滨州市部分单位领导及学校"),
    ],
)
def test_what_only_looks_like_a_body_is_none(text: str, name: str) -> None:
    assert name not in acting(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县政府与区内企业滨州宏远机械有限公司签订协议。", "滨州宏远机械有限公司"),
        ("新宁县人民武装部改归地方建制。", "新宁县人民武装部"),
        ("由东湖大学生态教研部主办的论坛开幕。", "东湖大学生态教研部"),
    ],
)
def test_bodies_behind_a_description_or_with_a_change_of_their_own(text: str, name: str) -> None:
    assert name in acting(text)
