"""What the cleaning makes of a source, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.reading.clean import clean

SENTENCE = "3日,县委书记李明主持召开春耕生产现场会,安排部署全县农业工作。"


def lines(source: str) -> list[str]:
    return clean(source).text.split("\n")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "１２日，召开第３次会议（扩大）；听取汇报：通过！",
            "12日,召开第3次会议(扩大);听取汇报:通过!",
        ),
        ("占比１２．５％。《条例》、《办法》", "占比12.5%。《条例》、《办法》"),
        ("「一號」と『二號』", "“一号”と‘二号’"),
        ("3\u2002日\u00a0在县\u200b城举行\ufeff", "3日 在县城举行"),
        ("县长&nbsp;李明&ldquo;五一&rdquo;慰问&#12290;", "县长 李明“五一”慰问。"),
        ("一九六○年至一九七二年，三三○工程局", "一九六〇年至一九七二年,三三〇工程局"),
        ("艾力•买买提", "艾力·买买提"),
        ("⽣产⼯作", "生产工作"),
    ],
)
def test_characters_take_one_form(source: str, expected: str) -> None:
    assert clean(source).text == expected


def test_a_traditional_text_is_simplified_and_its_phrases_read_as_phrases() -> None:
    source = "縣長李明會見臺灣客人，隨後參觀乾隆年間的書院，著名學者張衛國隨著一同前往。"
    expected = "县长李明会见台湾客人,随后参观乾隆年间的书院,著名学者张卫国随着一同前往。"
    assert clean(source).text == expected


def test_a_name_in_a_simplified_text_keeps_its_rare_characters() -> None:
    source = "县长李乾主持会议,副县长张於、王瞭、赵堃出席,听取专著编写情况汇报。"
    assert clean(source).text == source


def test_a_traditional_paragraph_in_a_simplified_text_is_simplified_alone() -> None:
    source = SENTENCE * 3 + "\n縣長會見臺灣農業團體負責人，雙方簽署協議。\n" + "副县长李乾出席。"
    assert lines(source)[1:] == ["县长会见台湾农业团体负责人,双方签署协议。", "副县长李乾出席。"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("青山区(qū)与东河(hé)市签约", "青山区与东河市签约"),
        ("青山区（qū）与东河市签约", "青山区与东河市签约"),
        ("落實(shí)機(jī)制，開(kāi)發(fā)", "落实机制,开发"),
        ("开州(kāi zhōu)区", "开州区"),
        ("书院(yuan)落成", "书院落成"),
    ],
)
def test_bracketed_pinyin_goes(source: str, expected: str) -> None:
    assert clean(source).text == expected


@pytest.mark.parametrize("kept", ["人工智能(ai)研究", "硕士(EMPA)项目", "研究院(lab)成立"])
def test_letters_that_are_no_reading_of_the_word_before_them_stay(kept: str) -> None:
    assert clean(kept).text == kept


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("书记,、区长", "书记、区长"),
        ("加强合作,,推动发展,。", "加强合作,推动发展。"),
        ("平台———服务中心", "平台——服务中心"),
        ("协调、、推进。。", "协调、推进。"),
        ("等等。。。。", "等等……"),
    ],
)
def test_a_doubled_mark_is_one(source: str, expected: str) -> None:
    assert clean(source).text == expected


def test_straight_quotes_become_pairs_line_by_line() -> None:
    assert lines("围绕\"加快'四地'建设\"推进") == ["围绕“加快‘四地’建设”推进"]
    assert lines('开展"春风"与"春雨"行动。\n身高5"的人。') == [
        "开展“春风”与“春雨”行动。",
        '身高5"的人。',
    ]


def test_a_newspaper_column_is_read_as_sentences() -> None:
    source = (
        "青山县农业代表团来东考察\n\n"
        "本报讯(记者 王平)4月3日,青 山县农业代表团来东河市考察春耕 生产,双方就加强农业合作进行了 "
        "座谈。县委书记李明,东河市委书 记张强出席座谈会。\n\n"
        "代表团一行先后前往东河种业基 地、华东机械有限公司、城北粮食 物流园,实地察看了企业生产经营 "
        "情况,听取相关负责人介绍农业机\n\n"
        "械化推进情况,详细了解育种、加 工、仓储、销售等各个环节的工作 进展,并同企业职工深入交流。"
        "随 行人员一同参加。\n\n"
        "座谈会上,张强介绍了东河市近年 来农业发展情况,他说,两地地缘相 近、人缘相亲,合作基础良好,"
        "前景 十分广阔。"
    )
    assert lines(source) == [
        "青山县农业代表团来东考察",
        "本报讯(记者 王平)4月3日,青山县农业代表团来东河市考察春耕生产,双方就加强农业合作进行了"
        "座谈。县委书记李明,东河市委书记张强出席座谈会。",
        "代表团一行先后前往东河种业基地、华东机械有限公司、城北粮食物流园,实地察看了企业生产经营"
        "情况,听取相关负责人介绍农业机械化推进情况,详细了解育种、加工、仓储、销售等各个环节的工作"
        "进展,并同企业职工深入交流。随行人员一同参加。",
        "座谈会上,张强介绍了东河市近年来农业发展情况,他说,两地地缘相近、人缘相亲,合作基础良好,"
        "前景十分广阔。",
    ]


def test_lines_wrapped_at_a_measure_are_joined_and_short_ones_end_a_paragraph() -> None:
    source = (
        "青山县大事记\n"
        "　　3日，青山县召开全县春耕生产现场会，总结去年农业生产工\n"
        "作，安排部署下一阶段重点任务。县委书记李明，县委副书记、县\n"
        "长王建国出席会议并讲话。\n"
        "　　8日，县政府与华东机械有限公司签订合作协议，县长王建国\n"
        "主持签约仪式，县委常委、常务副县长赵红代表县政府签字，有关\n"
        "部门负责人参加。\n"
    )
    assert lines(source) == [
        "青山县大事记",
        "3日,青山县召开全县春耕生产现场会,总结去年农业生产工作,安排部署下一阶段重点任务。"
        "县委书记李明,县委副书记、县长王建国出席会议并讲话。",
        "8日,县政府与华东机械有限公司签订合作协议,县长王建国主持签约仪式,"
        "县委常委、常务副县长赵红代表县政府签字,有关部门负责人参加。",
    ]


def test_a_page_on_one_line_gets_its_paragraphs_back_from_their_indents() -> None:
    source = (
        "　　3日，县长王建国调研。 　　副县长赵红陪同。 　　加快农业发展 　　8日，县政府召开会议。"
    )
    expected = ["3日,县长王建国调研。", "副县长赵红陪同。", "加快农业发展", "8日,县政府召开会议。"]
    assert lines(source) == expected


def test_headlines_dates_and_list_marks_keep_their_lines() -> None:
    source = f"三月\n3日\n{SENTENCE}\n△  副县长赵红出席\n☆县医院揭牌\n4日\n{SENTENCE}"
    expected = ["三月", "3日", SENTENCE, "△副县长赵红出席", "☆县医院揭牌", "4日", SENTENCE]
    assert lines(source) == expected


def test_captions_without_full_stops_stay_apart() -> None:
    source = (
        "县委书记李明,县长王建国调研春耕生产工作现场\n副县长赵红,县农业局局长孙强检查农机准备情况\n"
        "县人大常委会主任周平,副主任吴兰视察新城学校建设\n县政协主席郑华,副主席冯军视察城北粮食物流园"
    )
    assert lines(source) == source.split("\n")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("张　三、李四光、王　五出席", "张三、李四光、王五出席"),
        ("王毅　李　强　赵乐山", "王毅 李强 赵乐山"),
        ("大 事 记", "大事记"),
        ("王毅 赵乐山 李强", "王毅 赵乐山 李强"),
        ("2020 年 3 月 5 日，投资 10 亿元", "2020年3月5日,投资10亿元"),
        ("本报讯 8月27日，李明调研。", "本报讯 8月27日,李明调研。"),
        ("Gene D. Block 访问", "Gene D. Block访问"),
        ("《 农业法 》 、 《 办法 》", "《农业法》、《办法》"),
    ],
)
def test_spaces_stay_between_items_and_go_inside_words(source: str, expected: str) -> None:
    assert clean(source).text == expected


def test_page_furniture_goes_and_the_text_around_it_stays() -> None:
    source = (
        "青山县大事记\n发布时间: 2019-06-02 10:33 来源：县政府办公室 背景色：\n[字号：大 中 小]\n"
        f"{SENTENCE}\n![](a.jpg)\n图据青山日报\n副县长赵红陪同。\n来源：青山发布\n责任编辑：王平\n"
        "特别声明：以上内容由用户上传。\n本平台仅提供信息存储服务。\n"
    )
    assert lines(source) == ["青山县大事记", SENTENCE, "副县长赵红陪同。"]


def test_strings_that_a_forum_prints_against_copying_go_and_short_words_stay() -> None:
    source = (
        "楼主 |\n发表于 2020-12-20 20:43:16\n大事记\n"
        "- k0 q& Q3 |8 w. c4 e3月4日，县委开会。7 V& W; s! B' e) v\n"
        "( ]6 d- J+ w; S4 ^\n5日，领取A1 A2 B1 B2 C1 C2驾照的12 名学员结业。"
    )
    assert lines(source) == [
        "大事记",
        "3月4日,县委开会。",
        "5日,领取A1 A2 B1 B2 C1 C2驾照的12名学员结业。",
    ]


def test_a_notice_in_the_middle_of_a_long_text_does_not_take_the_rest_with_it() -> None:
    source = f"版权所有 青山日报\n{SENTENCE * 40}"
    assert clean(source).text == SENTENCE * 40


def test_a_sentence_about_sources_and_editors_is_no_furniture() -> None:
    source = "县委宣传部召开编辑工作会议,研究县志编审工作。\n县长王建国说,发布时间由县政府决定。"
    assert clean(source).text == source


def test_markup_goes_and_a_heading_keeps_its_sign() -> None:
    source = (
        "# 新闻\n\n### 县长调研\n\n"
        "<p><strong>县台消息</strong>：3日，李明调研。</p><p>赵红陪同。<br></p>\n\n"
        "> **4日** 见[农业网](https://example.org/a)报道。\n\n"
        "| 姓名 | 职务 |\n|---|---|\n| 张三 | 局长 |"
    )
    assert lines(source) == [
        "# 新闻",
        "### 县长调研",
        "县台消息:3日,李明调研。",
        "赵红陪同。",
        "4日 见农业网报道。",
        "姓名 职务",
        "张三 局长",
    ]


def test_a_span_leads_back_to_the_words_with_all_that_was_dropped_among_them() -> None:
    source = "8日，青山區(qū)委副書記,、區(qū)長李明出席。"
    result = clean(source)
    start = result.text.index("区委副书记、区长")
    begin, end = result.source_span(start, start + len("区委副书记、区长"))
    assert source[begin:end] == "區(qū)委副書記,、區(qū)長"


def test_windows_line_ends_and_an_empty_text_do_no_harm() -> None:
    assert lines("三月\r\n\r\n3日\r\n副县长赵红出席。\r\n") == ["三月", "3日", "副县长赵红出席。"]
    assert clean("").text == ""
    assert clean(" \r\n\u3000\n").text == ""


_PIECES = st.sampled_from(
    (
        *"县委书记李 明、,。,;:()（）「」\"'\n\r\u3000\u00a0\u200b—-…△#*>|<&《》○",
        *("(qū)", "&nbsp;", "<p>", "区長", "**", "![](x)", "3日", "2020 年", "来源:", "\n\n"),
        *("[a](http://b)", "———", ",、", "一○"),
    )
)


@given(st.one_of(st.lists(_PIECES, max_size=60).map("".join), st.text(max_size=80)))
@example("一\n\n\u3000\u3000二。\u3000\u3000三")
def test_every_clean_character_has_its_own_place_in_order(source: str) -> None:
    result = clean(source)
    starts, ends = list(result.starts), list(result.ends)
    assert len(result.text) == len(starts) == len(ends)
    assert starts == sorted(set(starts))
    assert ends == sorted(set(ends))
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    assert all(end <= after for end, after in zip(ends, starts[1:], strict=False))
    assert not ends or ends[-1] <= len(source)
    assert "\n\n" not in result.text
    assert result.text == result.text.strip("\n")


def test_the_shared_documents_keep_their_letters_in_order(shared: Path) -> None:
    for path in sorted((shared / "corpus").glob("*.txt")):
        source = path.read_bytes().decode("utf-8")
        result = clean(source)
        assert "\u3000" not in result.text
        for place, character in enumerate(result.text):
            if character.isascii() and character.isalnum():
                begin, end = result.source_span(place, place + 1)
                assert source[begin:end] == character, (path.name, begin)


def test_points_that_end_sentences_become_full_stops() -> None:
    source = "水位80.12米,超过警戒水位.市里召开会议,布置巡守.24日,市长到大堤检查.\n弗.李访华。\n"
    assert clean(source).text == (
        "水位80.12米,超过警戒水位。市里召开会议,布置巡守。24日,市长到大堤检查。\n弗.李访华。"
    )
