"""What type of happening a text tells of."""

import pytest

from extractors.language.kinds import decide, kind, signs

CHRONICLE = [
    ("meeting", "县委召开三级干部会议,传达省委扩大会议精神,部署秋收工作。"),
    ("meeting", "首届黄河流域水文化论坛在河口市开幕。"),
    ("meeting", "公司召开2018年度工作会暨职代会。"),
    ("meeting", "校党委召开学习贯彻全国教育大会精神座谈会。"),
    ("inspection", "副县长陈明到城关镇检查防汛工作。"),
    ("inspection", "县政协主席带领部分委员围绕乡村旅游开展专题调研。"),
    ("inspection", "环保局对全县化工企业进行拉网式检查。"),
    ("visit", "县委书记李立率党政代表团赴浙江省义乌市考察学习。"),
    ("visit", "副市长王青会见法国驻华大使一行。"),
    ("signing", "全市第三季度重大项目集中签约仪式在会展中心举行。"),
    ("signing", "石门县与日本大洲町缔结为友好城市。"),
    ("ceremony", "城南小学举行新教学楼落成典礼。"),
    ("ceremony", "老街步行街盛装开街。"),
    ("appointment", "省委决定:李四任中共平川市委书记,免去王五的市委书记职务。"),
    ("appointment", "会议选举李明为主席,王军、赵红为副主席。"),
    ("appointment", "钱明因违纪被撤销县委副书记职务。"),
    ("award", "县供销社被省政府授予“先进单位”称号。"),
    ("award", "石门豆腐制作技艺列入省级非物质文化遗产名录。"),
    ("training", "县农业局举办养蜂技术培训班,培训学员120人。"),
    ("training", "区委书记为党员干部讲党课。"),
    ("cultural", "第三届桃花节在石门镇开幕。"),
    ("cultural", "县剧团赴省城参加会演。"),
    ("project", "石门水库动工兴建。"),
    ("project", "石门灌区续建配套工程可行性研究报告通过专家评审。"),
    ("policy", "县政府印发《关于加强水资源管理的意见》。"),
    ("policy", "全县实行粮食统购统销。"),
    ("organisation_change", "经国务院批准,撤销石门县,设立石门市。"),
    ("organisation_change", "学校更名为石门师范学院。"),
    ("organisation_change", "全县39个人民公社都建立了革命委员会。"),
    ("incident", "县城南街发生火灾,烧毁房屋32间。"),
    ("incident", "霜冻,小麦减产三成。"),
    ("condolence", "春节前夕,县领导走访慰问困难群众。"),
    ("other", "全县开展除四害讲卫生运动。"),
    ("other", "省委四清工作团八百人进驻石门县,团长由省农业厅厅长李力担任,陈明任副团长。"),
    ("other", "县纪委通报4起违反工作纪律典型问题,张三被开除党籍。"),
    ("other", "县人民法院公开开庭审理张三受贿案,李明担任审判长。"),
    ("other", "市红十字会向灾区汇出捐款300万元。"),
    ("other", "志愿服务活动在人民广场举行,县领导参加,向优秀志愿者颁发荣誉证书。"),
    ("meeting", "县城各界群众五千余人集会,庆祝抗美援朝胜利。"),
    ("meeting", "市工商联第八届会员代表大会举行,李明当选为主席。"),
    ("appointment", "全市领导干部会议召开,宣布省委决定:李明任市委书记。"),
    ("award", "李明教授当选中国科学院院士。"),
    ("incident", "大雪封山,气温降至零下十度,县委成立救灾指挥部,陈明任指挥长。"),
    ("incident", "沙河镇堤段发生溃口,三万群众被转移。"),
    ("ceremony", "县委在体育馆举行欢送援藏干部大会。"),
    ("ceremony", "市领导到车站欢送2020年度新兵入伍。"),
    ("ceremony", "州博物馆建成开放,副州长李明剪彩。"),
    ("condolence", "副省长王力深入石门镇、东乡看望慰问受灾群众。"),
    ("inspection", "护理学会副理事长李敏到院检查护理工作。"),
    ("organisation_change", "恢复县总工会,李明任主席。"),
    ("organisation_change", "24个人民公社改建为24个乡。"),
    ("signing", "县检察院与县法院会签《关于规范量刑工作的意见》。"),
    ("training", "县委党校举办学习贯彻全会精神培训班。"),
    ("policy", "县政府决定放开粮油价格。"),
    ("project", "易地扶贫搬迁点通过省级验收,1200户搬入新居。"),
    ("other", "学校首次面向全国招生。"),
    ("other", "百余名农民集体到县政府上访。"),
    ("award", "县里获省粮油丰产一等奖。"),
    ("award", "市青少年中心获批省级科普示范基地。"),
    ("award", "公司通过“国家企业技术中心”认定。"),
    ("organisation_change", "平安保险公司石门分公司开业。"),
    ("organisation_change", "医院在外科病区开设骨科组。"),
    ("policy", "市卫生局批准我院实行院长负责制,设立职工代表大会。"),
    ("meeting", "副市长听取新区考核工作进展情况汇报。"),
    ("meeting", "总理来到代表团参加审议。"),
    ("inspection", "省委统战部部长到河镇乡开展定点包干工作。"),
    ("inspection", "县水利局在水库开展水源地保护联合执法行动。"),
    ("cultural", "副市长参加元宵节群众文化社火活动。"),
    ("visit", "省委工作团到县里帮助工作。"),
    ("visit", "新闻采访组到市里进行实地采访。"),
    ("condolence", "全会即将召开之际,县领导深入驻地看望慰问委员。"),
    ("meeting", "县召开六届人大一次会议,王政当选为县长。"),
    ("meeting", "市十六届人大二次会议召开 李明当选市长。"),
    ("appointment", "市委召开全市领导干部会议 宣布省委关于市政府主要领导调整的决定。"),
    ("other", "考古队在县城发现汉墓木简。"),
    ("other", "《平川日报》报道,全省已有40座厂矿投入生产。"),
    ("other", "副市长协调硅业项目落地支持事宜。"),
    ("other", "县政协组织侨胞开展联谊活动,通过实地观摩、座谈交流等方式,增进共识。"),
    ("incident", "与邻县人员发生冲突,一人被打死。"),
    ("other", "造反派组织夺取县委、县人委的权,县长李明被揪斗。"),
    ("other", "解放军某部进占县城,旧政府人员弃城逃走。"),
    ("other", "军管会派军代表李明到厂接管。"),
    ("other", "上海知识青年200人抵县,安置在石门等5个公社。"),
    ("other", "县直机关干部80人下放五七干校。"),
    ("other", "县委派出工作组进驻县一中。"),
    ("other", "县医院外科完成首例肝脏移植手术。"),
    ("other", "消防大队在县一中组织应急疏散演练。"),
    ("other", "全县土地改革结束,3万农民分得土地。"),
    ("meeting", "公司召开三届二次职代会暨先进表彰大会。"),
    ("meeting", "省委第二巡视组向石门县委反馈巡视情况。"),
    ("policy", "居民用水价格由1.2元调整为1.6元。"),
    ("award", "县中学男子篮球队获全省联赛第五名。"),
    ("incident", "码头吊机倒塌,伤2人。"),
    ("condolence", "县长李明给环卫工人拜年。"),
    ("visit", "旅美华侨李明回乡,参观母校。"),
    ("visit", "学院领导走访用人单位。"),
    ("cultural", "石门陶瓷双年展开展。"),
    ("policy", "全县恢复社员自留地。"),
]


@pytest.mark.parametrize(("expected", "text"), CHRONICLE)
def test_the_main_happening_decides_the_type(expected: str, text: str) -> None:
    assert kind(text) == expected


def test_a_meeting_that_passes_on_other_news_stays_a_meeting() -> None:
    text = "区委常委会召开会议,听取项目签约、人事任免情况汇报,通报火灾事故,部署开工仪式筹备工作。"
    assert kind(text) == "meeting"


def test_what_a_speaker_demands_is_not_what_happened() -> None:
    text = "县长陈明到东乡检查工作。他强调,要召开现场会,尽快签约开工,表彰先进。"
    assert kind(text) == "inspection"


def test_words_inside_titles_and_quotes_decide_nothing() -> None:
    assert kind("县剧团公演《签约仪式》。") == "cultural"
    assert kind("学校举办“检查与视察”培训班。") == "training"


def test_a_quoted_name_before_a_verb_of_holding_tells_the_type() -> None:
    assert kind("“丝路明珠—石门论坛”在学校举行。") == "meeting"


def test_a_predicate_inside_the_name_of_a_meeting_does_not_count() -> None:
    assert kind("全市整改督察问题工作领导小组会议召开。") == "meeting"
    assert kind("支持职业学院建设推进会在我市召开。") == "meeting"


def test_a_verb_that_qualifies_a_noun_does_not_count() -> None:
    assert kind("检查组认为情况属实。") == "other"
    assert kind("县里庆祝学校成立五十周年,举行文艺汇演。") == "cultural"


def test_the_clause_of_purpose_does_not_decide() -> None:
    text = "为落实合作签约成果,6月3日,县领导到园区调研企业生产情况。"
    assert kind(text) == "inspection"


def test_the_headline_decides_where_the_telling_is_vague() -> None:
    assert kind("3月1日,全县组织开展军营体验活动。", "慰问驻县部队送上节日祝福") == "condolence"


def test_a_superior_inspects_and_an_outsider_visits() -> None:
    assert kind("省水利厅厅长王立一行来我县调研。") == "inspection"
    assert kind("华东电力集团董事长陈明一行来校调研。") == "visit"


def test_officials_of_another_province_are_guests() -> None:
    text = "湖南省农业厅副厅长王立一行到石门镇调研。"
    assert kind(text, place="四川省平川市石门县") == "visit"
    assert kind(text, place="湖南省平川市石门县") == "inspection"


def test_a_province_in_the_name_of_a_firm_is_no_journey() -> None:
    text = "区长赵军前往山西机械工业学校调研开学工作。"
    assert kind(text, place="四川省平川市") == "inspection"


def test_bare_beginning_of_works_is_a_project_and_with_guests_a_ceremony() -> None:
    assert kind("京平公路路基工程开工。") == "project"
    assert kind("京平公路路基工程开工,省长李明出席。") == "ceremony"


def test_getting_something_is_an_award_only_with_an_honour() -> None:
    assert kind("公司获得国家科技进步二等奖。") == "award"
    assert kind("公司获得银行贷款。") == "other"


def test_nothing_decisive_gives_other_with_no_weight() -> None:
    assert decide("全县总人口31万。") == ("other", 0.0)


def test_signs_stand_at_their_words() -> None:
    text = "县委召开会议。"
    assert all(text[s.start : s.end] in ("召开", "会议") for s in signs(text))
    assert {s.type for s in signs(text)} == {"meeting"}


def test_own_leaders_who_look_at_home_inspect_and_visit_elsewhere() -> None:
    home, away = "市政协主席到东湖银行进行实地考察。", "市政协主席到昆明市进行实地考察。"
    assert kind(home, "", "云南省曲靖市") == "inspection"
    walk = "副市长赴东湖经济开发区深入走访重点企业。"
    assert kind(walk, "", "云南省曲靖市") == "inspection"
    assert kind(away, "", "云南省曲靖市") == "visit"


def test_superiors_who_look_at_firms_inspect_and_groups_of_guests_visit() -> None:
    place = "浙江省宁波市鄞州区"
    superior = "市人大常委会主任李明在鄞州走访宁波机电有限公司,考察代表联络站。"
    guests = "由市人大常委会副主任李明率领的考察组考察了东湖镇代表之家。"
    assert kind(superior, "", place) == "inspection"
    assert kind(guests, "", place) == "visit"


def test_an_opening_with_guests_is_a_ceremony() -> None:
    assert kind("东湖分公司正式开业。") == "organisation_change"
    assert kind("县医院正式开业。副县长李明出席仪式。") == "ceremony"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县农场与农学院签订《育种合作协议》,教授江涛受聘为农场顾问。", "signing"),
        ("县政协四届一次会议闭幕,白帆当选主席。", "meeting"),
        ("侨胞江海捐资50万元兴建的中学图书馆落成。", "ceremony"),
        ("副县长先后到化肥厂、造纸厂了解检修进度。", "inspection"),
        ("江水上涨,沿岸组成抢险突击队护堤。", "incident"),
        ("古窑址出土瓷器百余件。", "other"),
        ("苏联专家柳勃来厂指导电炉安装。", "visit"),
        ("出纳员因贪污受留用察看处分。", "other"),
        ("行署发布《关于保护林木的布告》,撤销一切收购点。", "policy"),
    ],
)
def test_what_a_happening_is_of_decides_over_what_is_told_by_the_way(
    text: str, expected: str
) -> None:
    assert kind(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("桑河灌渠动工,副县长李明任总指挥。", "project"),
        ("县成立灭蝗指挥部,县长李明任指挥长。", "organisation_change"),
        ("近圣书院改为县中学堂,举人林鹤任监督。", "organisation_change"),
        ("李明任县委书记。", "appointment"),
    ],
)
def test_who_heads_a_task_or_a_new_body_is_told_with_it(text: str, expected: str) -> None:
    assert kind(text) == expected


def test_what_is_set_up_for_a_day_is_no_body() -> None:
    assert kind("世界水日,水务局在广场设立咨询台。") == "other"
    assert kind("县林业局局长李明涉嫌违纪,接受组织调查。") == "other"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("沿江城市气排球邀请赛落幕,东江队获冠军。", "cultural"),
        ("林权改革动员会召开,会上成立改革办公室。", "meeting"),
        ("各界在体育场开庆祝胜利大会,县长李明演说。", "meeting"),
        ("县委召开干部大会,宣布市委决定,李默任县委书记。", "appointment"),
        ("省三级医院评审组来院,查病历、考技术操作。", "inspection"),
        ("中央派员到县查灾,随带寒衣。", "inspection"),
        ("区妇联走访福利院孤儿,赠送书包。", "condolence"),
        ("日军犯县,城陷。", "incident"),
        ("假期全市接待游客三百万人次。", "other"),
        ("县人武部举行防空演习。", "other"),
        ("轮渡投运仪式在渡口举行。", "ceremony"),
        ("医疗队员启程,院领导送行。", "other"),
    ],
)
def test_what_else_happens_in_a_county(text: str, expected: str) -> None:
    assert kind(text) == expected
