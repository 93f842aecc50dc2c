"""Whose a post is."""

from __future__ import annotations

import pytest

from extractors.language.scope import resolve_body, scope_of
from tests.language.reading import CITY, COUNTY, changes_of, posts_of

ONE_CHARACTER = "安徽省宣城市泾县"
PREFECTURE = "云南省曲靖地区罗平县"


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("县委", "泾县县委"),
        ("县委宣传部", "泾县县委宣传部"),
        ("泾县县委", "泾县县委"),
        ("泾县委", "泾县委"),
        ("县政府", "泾县政府"),
        ("泾县县政府", "泾县政府"),
    ],
)
def test_the_committee_of_a_county_of_one_character_has_the_level_twice(
    words: str, body: str
) -> None:
    assert resolve_body(words, scope_of(ONE_CHARACTER)) == body


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("市委常委、纪委书记秦立出席。", ("滨州市纪委", "书记")),
        ("市委常委、人武部部长秦立出席。", ("滨州市人武部", "部长")),
        ("市委常委、政法委书记秦立出席。", ("滨州市委政法委", "书记")),
        ("市纪委书记、监委主任秦立出席。", ("滨州市监委", "主任")),
        ("河东镇镇委书记、人大主席秦立出席。", ("河东镇人大", "主席")),
        (
            "省人大常委会委员、财政经济委员会主任委员秦立出席。",
            ("山东省人大财政经济委员会", "主任委员"),
        ),
        ("省政协常委、提案委员会主任秦立出席。", ("山东省政协提案委员会", "主任")),
        ("国家民委机关党委副书记、纪委书记秦立出席。", ("国家民委机关纪委", "书记")),
        ("省军区副司令员、军分区司令员秦立出席。", ("滨州军分区", "司令员")),
        ("市委组织部长秦立出席。", ("滨州市委组织部", "部长")),
        ("市消防支队特勤班长秦立获奖。", ("滨州市消防支队特勤班", "班长")),
        ("日本国公使田中笃来访。", ("日本国大使馆", "公使")),
        ("老挝人民民主共和国副总理宋沙瓦来访。", ("老挝人民民主共和国政府", "副总理")),
        ("政协滨州市委员会副主席秦立出席。", ("滨州市政协", "副主席")),
        ("青江学院机械系主任秦立出席。", ("青江学院机械系", "主任")),
        ("青江公司监事会主席秦立出席。", ("青江公司监事会", "主席")),
        ("◎市委书记秦立出席。", ("滨州市委", "书记")),
        ("【市委书记秦立出席】", ("滨州市委", "书记")),
        ("省慰问团团长秦立讲话。", ("山东省慰问团", "团长")),
        ("局长与省电力集团有限公司董事长秦立会谈。", ("山东省电力集团有限公司", "董事长")),
    ],
)
def test_a_part_of_a_body_is_told_from_a_body_of_its_own(text: str, post: tuple[str, str]) -> None:
    assert post in [p for posts in posts_of(text, CITY).values() for p in posts]


def test_the_office_above_is_that_of_the_first_in_the_list() -> None:
    text = "省退役军人厅副厅长秦立、办公室主任韩雨、就业处处长苏明哲来校。"
    found = posts_of(text, "青江大学（山东省滨州市）")
    assert found["韩雨"] == [("山东省退役军人厅办公室", "主任")]
    assert found["苏明哲"] == [("山东省退役军人厅就业处", "处长")]


def test_a_body_with_a_bracket_of_its_own_has_a_place() -> None:
    found = posts_of("省委常委秦立会见董事长韩雨。", "青江轴承（集团）股份有限公司（山东省滨州市）")
    assert found["秦立"] == [("山东省委", "常委")]
    assert found["韩雨"] == [("青江轴承（集团）股份有限公司", "董事长")]


def test_what_a_committee_decides_is_no_part_of_its_name() -> None:
    assert posts_of("市委任命副市长秦立为组长。")["秦立"][0] == ("滨州市政府", "副市长")
    assert posts_of("大会同意副市长秦立辞职。")["秦立"] == [("滨州市政府", "副市长")]


def test_who_leads_a_party_of_the_centre_keeps_his_own_government() -> None:
    found = posts_of("以副省长秦立为团长的中央慰问团到县慰问。", COUNTY)
    assert found["秦立"][0] == ("湖南省政府", "副省长")
    found = posts_of("以县长秦立为团长的东湖县考察团来访。", COUNTY)
    assert found["秦立"][0] == ("东湖县政府", "县长")


def test_a_prefecture_that_the_text_speaks_of_has_the_next_post() -> None:
    found = posts_of("宜宾地委书记秦立、行署副专员韩雨来县。", PREFECTURE)
    assert found["韩雨"] == [("宜宾行署", "副专员")]
    found = posts_of("徽州专区召开现场会,副专员秦立主持。", ONE_CHARACTER)
    assert found["秦立"] == [("徽州专署", "副专员")]
    assert posts_of("行署专员秦立来县。", PREFECTURE)["秦立"] == [("曲靖行署", "专员")]


def test_a_district_below_a_county_is_the_one_named_before() -> None:
    found = posts_of("郭家区山林起火,区委书记秦立带队扑救。", COUNTY)
    assert found["秦立"] == [("郭家区委", "书记")]
    found = posts_of("在河东镇召开现场会,镇长秦立介绍经验。", COUNTY)
    assert found["秦立"] == [("河东镇政府", "镇长")]


def test_the_staff_of_works_is_named_after_the_works_that_were_begun() -> None:
    text = "东河水库动工,县委副书记秦立任工程指挥部总指挥。"
    assert changes_of(text, COUNTY)["秦立"][1] == [("东河水库工程指挥部", "总指挥")]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("县委成立防汛指挥部,县长秦立任指挥长。", ("新宁县防汛指挥部", "指挥长")),
        ("县防治流感领导小组成立,县长秦立任组长。", ("新宁县防治流感领导小组", "组长")),
        (
            "青江书画协会在县城举行成立大会。全国书画协会发来贺信。秦立任主席。",
            ("青江书画协会", "主席"),
        ),
        ("县十届人大一次会议选举秦立为主任。", ("新宁县人大常委会", "主任")),
        ("县妇联选举产生县妇联第五届执行委员会,秦立任主席。", ("新宁县妇联", "主席")),
        ("政协新宁县第五届委员会第一次会议选举秦立为主席。", ("新宁县政协", "主席")),
        ("秦立当选连任县长。", ("新宁县政府", "县长")),
        ("县供销社改称县供销合作社联合社,秦立任主任。", ("新宁县供销合作社联合社", "主任")),
    ],
)
def test_who_is_given_a_post_without_a_body_heads_the_one_founded_or_elected(
    text: str, post: tuple[str, str]
) -> None:
    assert changes_of(text, COUNTY)["秦立"][1] == [post]


def test_the_body_that_a_clause_is_about_has_the_posts_in_it() -> None:
    text = "县政府党组由秦志明任书记,韩雨任副书记;工交党组由苏明哲任书记。"
    found = changes_of(text, COUNTY)
    assert found["韩雨"][1] == [("新宁县政府党组", "副书记")]
    assert found["苏明哲"][1] == [("工交党组", "书记")]


def test_what_follows_a_list_and_is_held_by_another_is_not_its_post() -> None:
    found = changes_of("选举秦立为县政协主席,韩雨为副主席,秘书长由苏明哲担任。", COUNTY)
    assert [title for _, title in found["韩雨"][1]] == ["副主席"]


@pytest.mark.parametrize(
    ("place", "text", "post"),
    [
        (
            "青江大学（山东省滨州市）",
            "东湖大学校长秦立来访,副校长韩雨接待。",
            ("青江大学", "副校长"),
        ),
        ("青江大学（山东省滨州市）", "校办主任韩雨出席。", ("青江大学校办", "主任")),
        ("青江大学（山东省滨州市）", "驻滨某部政委韩雨观摩。", ("驻滨某部", "政委")),
        (
            "青江机床厂（山东省滨州市）",
            "机修车间主任秦立、工会主席韩雨受奖。",
            ("青江机床厂工会", "主席"),
        ),
        (
            "山东省交通厅（山东省）",
            "厅党组成员、纪检组长韩雨讲话。",
            ("山东省交通厅纪检组", "组长"),
        ),
        ("滨州市税务局（山东省滨州市）", "省局局长韩雨来局调研。", ("山东省税务局", "局长")),
        ("滨州市税务局（山东省滨州市）", "总局副局长韩雨来局调研。", ("国家税务总局", "副局长")),
        ("青江林场（山东省滨州市）", "场党委书记韩雨讲话。", ("青江林场党委", "书记")),
    ],
)
def test_in_its_own_chronicle_a_body_has_the_posts_that_say_no_other(
    place: str, text: str, post: tuple[str, str]
) -> None:
    assert post in posts_of(text, place)["韩雨"]


def test_a_board_named_in_full_before_is_meant_after_a_post_of_a_place() -> None:
    text = "青江大学管委会开会,由市委书记、管委会主任秦立主持。"
    assert posts_of(text)["秦立"][1] == ("青江大学管委会", "主任")


def test_a_firm_called_by_a_part_of_its_name_is_the_one_named_before() -> None:
    text = "我院与滨州恒驭能源汽车有限公司签约,恒驭公司副总裁秦立签字。"
    assert posts_of(text, "青江学院（山东省滨州市）")["秦立"] == [
        ("滨州恒驭能源汽车有限公司", "副总裁")
    ]


def test_a_name_that_does_not_say_what_it_is_keeps_its_next_head() -> None:
    found = posts_of("东湖车研首席执行官秦立、总经理韩雨参加。")
    assert found["韩雨"] == [("东湖车研", "总经理")]


def test_who_leaves_a_post_without_a_body_left_that_of_his_successor() -> None:
    found = changes_of(
        "市委任命秦立兼任滨州师专校长,免去韩雨的校长职务。", "青江大学（山东省滨州市）"
    )
    assert found["韩雨"] == ("removed", [("滨州师专", "校长")])


def test_who_is_met_from_abroad_has_a_body_of_his_own() -> None:
    text = "市长秦立在青江宾馆与德国图林根州议会议长柯尼希举行会谈。"
    assert posts_of(text)["柯尼希"] == [("德国图林根州议会", "议长")]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("县委书记秦志明调离,由韩志强接任。", [("新宁县委", "书记")]),
        ("县长秦志明病逝,副县长韩志强继任。", [("新宁县政府", "县长")]),
        ("县委成立防汛指挥部,书记韩志强兼指挥长,机关干部上堤。", [("新宁县防汛指挥部", "指挥长")]),
    ],
)
def test_who_follows_or_adds_a_post_holds_it(text: str, posts: list[tuple[str, str]]) -> None:
    assert changes_of(text, COUNTY)["韩志强"][1] == posts


def test_a_commission_named_in_full_before_keeps_that_name() -> None:
    text = "县委决定成立新宁县科学工作委员会。县科委主任秦立讲话。"
    assert posts_of(text, COUNTY)["秦立"] == [("新宁县科学工作委员会", "主任")]


def test_to_become_a_countys_secretary_is_no_place() -> None:
    text = "县人武部部长秦志明任县委书记,县长韩志强任副书记。"
    assert posts_of(text, COUNTY)["韩志强"] == [("新宁县政府", "县长")]


def test_the_deputy_of_a_congress_is_no_mate_of_a_ship() -> None:
    assert posts_of("人大副主任秦立出席。", COUNTY)["秦立"] == [("新宁县人大", "副主任")]


def test_a_firm_called_by_its_signs_is_the_one_named_before_in_full() -> None:
    text = "县政府与青江机械有限公司签约,青机集团党委委员、副总经理秦立,总工程师韩志强出席。"
    found = posts_of(text, COUNTY)
    assert found["秦立"] == [("青江机械有限公司党委", "委员"), ("青江机械有限公司", "副总经理")]
    assert found["韩志强"] == [("青江机械有限公司", "总工程师")]


def test_the_company_of_which_a_shop_was_named_is_meant() -> None:
    found = posts_of("青江贸易公司门市部失火。公司副经理秦立受处分。", COUNTY)
    assert found["秦立"] == [("青江贸易公司", "副经理")]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("四川省凉山州州长秦立来市考察。", ("凉山州政府", "州长")),
        ("广西壮族自治区河池市副市长秦立来市考察。", ("河池市政府", "副市长")),
        ("县水利局与省水电公司签约,对方总经理秦立签字。", ("湖南省水电公司", "总经理")),
        ("县一中与澳大利亚青江大学签约,对方副校长秦立签字。", ("澳大利亚青江大学", "副校长")),
    ],
)
def test_guests_have_their_own_body(text: str, post: tuple[str, str]) -> None:
    assert posts_of(text, COUNTY)["秦立"] == [post]


def test_the_committee_of_a_township_is_called_by_its_place() -> None:
    assert resolve_body("中共河东镇委员会", scope_of(COUNTY)) == "河东镇委"


OLD_PREFECTURE = "四川省温江专区大邑县"
CITY_IN_CITY = "福建省三明市永安市"


@pytest.mark.parametrize(
    ("place", "text", "post"),
    [
        (OLD_PREFECTURE, "地委副书记秦立来县检查。", ("温江地委", "副书记")),
        ("广东省惠阳地区和平县", "地区侨务办副主任秦立来县。", ("惠阳地区侨务办", "副主任")),
        ("福建省福宁府霞浦县", "县商会会长秦立到会。", ("霞浦县商会", "会长")),
        (CITY_IN_CITY, "三明市副市长王文致辞,市长秦立主持。", ("永安市政府", "市长")),
        (CITY_IN_CITY, "市长王文部署,副书记秦立宣读决定。", ("永安市委", "副书记")),
        (
            CITY_IN_CITY,
            "区委常委、永安高新区党工委书记王文,副市长秦立参加。",
            ("永安市政府", "副市长"),
        ),
        (
            CITY_IN_CITY,
            "副市长、经济开发区党工委书记秦立讲话。",
            ("永安经济开发区党工委", "书记"),
        ),
        (CITY_IN_CITY, "副市长、工业园区管委会主任秦立出席。", ("永安工业园区管委会", "主任")),
        (CITY_IN_CITY, "东湖大学与市政府签约。校党委书记秦立出席。", ("东湖大学党委", "书记")),
        (CITY_IN_CITY, "市政府追授石门村党支部委员秦立称号。", ("石门村党支部", "委员")),
        (
            "青江市中医医院（福建省三明市）",
            "非典防治领导小组组长秦立到会。",
            ("青江市中医医院非典防治领导小组", "组长"),
        ),
    ],
)
def test_posts_belong_to_the_place_and_body_that_the_page_is_of(
    place: str, text: str, post: tuple[str, str]
) -> None:
    assert post in posts_of(text, place)["秦立"]
