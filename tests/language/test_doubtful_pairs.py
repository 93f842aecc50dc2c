"""Types that one word leaves in doubt, and what else is told decides."""

import pytest

from extractors.language.kinds import kind


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("project", "石门大桥建成通车,全长420米。"),
        ("ceremony", "石门大桥建成通车。副县长李明、施工单位负责人为大桥剪彩。"),
        ("ceremony", "县自来水二厂竣工,竣工典礼在城东举行。"),
        ("project", "石门水库除险加固工程开工。"),
        ("ceremony", "石门水库除险加固工程开工,县长李明宣布开工令。"),
        ("organisation_change", "县药用植物试验场在石门挂牌,技术员王军任场长。"),
        ("organisation_change", "石门茶叶股份有限公司揭牌,注册资本三千万元。"),
        ("ceremony", "石门镇职工服务站揭牌,县总工会主席李明揭牌并讲话。"),
        ("other", "石门药业在新三板挂牌。"),
    ],
)
def test_guests_make_a_ceremony_of_what_is_finished_or_founded(expected: str, text: str) -> None:
    assert kind(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("visit", "东江市党政代表团来我县对接协作,双方签订教育、卫生等五项协议。"),
        ("visit", "台湾茶商李明等6人来访,与县茶叶协会签订购销意向书。"),
        ("signing", "县政府与省农科院签订合作协议。"),
    ],
)
def test_guests_who_come_and_sign_are_a_visit(expected: str, text: str) -> None:
    assert kind(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("meeting", "县委召开“七一”表彰大会,县委书记李明讲话。"),
        ("meeting", "县委召开三级干部大会,表彰先进个人。"),
        ("award", "县妇联召开“三八”表彰大会,为王芳等10人颁奖。"),
        ("award", "县政府表彰先进个人30名。"),
    ],
)
def test_a_meeting_that_is_spoken_to_is_more_than_the_honours_it_gives(
    expected: str, text: str
) -> None:
    assert kind(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("appointment", "县三届人大常委会第九次会议通过任免名单:王芳任县教育局局长。"),
        ("appointment", "县第三届人大一次会议选举产生新一届政府领导班子。"),
        ("meeting", "县三届人大常委会第九次会议听取专项报告,任命李明为副县长。"),
        ("meeting", "县三届人大常委会举行第九次会议,任命李明为副县长。"),
    ],
)
def test_a_session_of_which_only_a_choice_is_told_is_an_appointment(
    expected: str, text: str
) -> None:
    assert kind(text) == expected
