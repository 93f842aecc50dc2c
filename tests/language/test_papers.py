"""Which titles in 《》 are documents of an event, and what was done with them."""

from __future__ import annotations

import pytest
import spacy

from extractors.language.document import CharacterTokenizer
from extractors.language.papers import find_papers, titles


def found(text: str) -> list[tuple[str, str]]:
    return [(paper.name, paper.capacity) for paper in find_papers(text)]


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("会议审议通过了《城市绿化办法》。", "adopted"),
        ("两市签署《旅游合作协议》。", "signed"),
        ("会议传达学习《信访工作条例》。", "studied"),
        ("市政府印发《防汛预案》。", "issued"),
        ("会议听取《上半年财政情况的报告》。", "reviewed"),
        ("《城市绿化办法》经常务会议审议通过。", "adopted"),
        ("《旅游合作协议》正式签署。", "signed"),
    ],
)
def test_the_nearest_verb_tells_what_was_done(text: str, capacity: str) -> None:
    assert [what for _, what in found(text)] == [capacity]


def test_every_title_of_a_list_shares_the_verb() -> None:
    text = "会议讨论审议《人才公寓办法(送审稿)》《村庄规划》等议题。"
    assert found(text) == [("人才公寓办法(送审稿)", "reviewed"), ("村庄规划", "reviewed")]


@pytest.mark.parametrize(
    "text",
    [
        "要求全面落实《信访工作条例》相关规定。",
        "院士秦立新作《竹业的若干问题》主旨报告。",
        "县水务局发放《水法》宣传单二千份。",
        "按照《城市绿化办法》开展检查。",
        "《某省日报》刊登了这一消息。",
        "晚会演唱了《黄河谣》。",
        "就在《旅游合作协议》签署后三天,双方再次会面。",
    ],
)
def test_a_title_that_is_only_pointed_at_is_left_out(text: str) -> None:
    assert found(text) == []


def test_titles_nest() -> None:
    outer = "关于修改〈绿化办法〉的决定"
    assert found(f"会议表决通过《{outer}》。") == [(outer, "adopted")]
    deep = "关于印发《绿化办法》的通知"
    assert [name for name, _ in found(f"市政府转发《{deep}》,要求执行。")] == [deep]


def test_a_title_without_its_closing_mark_ends_with_the_sentence() -> None:
    text = "会议学习《信访工作条例。会议还听取汇报。"
    (paper,) = find_papers(text)
    assert paper.name == "信访工作条例"
    assert paper.confidence < 1
    assert text[paper.start : paper.end] == paper.name


def test_the_span_holds_the_words_without_marks() -> None:
    text = "会议通过《甲办法》和《乙办法》。"
    assert [text[start:end] for start, end, _ in titles(text)] == ["甲办法", "乙办法"]


def test_the_component_sets_the_papers_of_a_doc() -> None:
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    nlp.add_pipe("papers")
    assert [paper.name for paper in nlp("会议通过《甲办法》。")._.papers] == ["甲办法"]


def test_a_verb_reaches_over_a_long_list_but_not_into_the_next_sentence() -> None:
    many = "、".join(f"《{name}办法》" for name in "甲乙丙丁戊己庚辛")
    assert {what for _, what in found(f"会议审议{many}。")} == {"reviewed"}
    assert found("会议审议报告。《甲办法》另行说明情况。") == [("甲办法", "reviewed")]
    assert found("会议审议报告。《甲办法》挂在墙上。") == []


def test_an_inspection_of_a_law_reviews_it() -> None:
    assert found("来省就《传染病防治法》执法情况开展检查。") == [("传染病防治法", "reviewed")]


def test_marks_that_never_close_give_no_title() -> None:
    assert found("《" * 2000) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "率队调研《滨州市乡镇人民代表大\n会工作条例》立法工作。",
            "滨州市乡镇人民代表大会工作条例",
        ),
        ("会议传达学习《省委办公厅关于意见的通知》精神。", "省委办公厅关于意见的通知"),
        ("全会听取县委书记所作题为《坚持绿色发展》的工作报告。", "坚持绿色发展"),
        ("率领代表以及专委会负责人,对《滨州市山水规划》工作情况进行调研。", "滨州市山水规划"),
    ],
)
def test_titles_that_are_torn_studied_reported_or_looked_into(text: str, title: str) -> None:
    assert title in [paper.name for paper in find_papers(text)]


def test_the_motto_of_a_show_is_no_paper() -> None:
    assert find_papers("还举行了主题为《星河》的文体展演。") == ()


def test_a_short_name_of_a_paper_told_before_is_no_second_one() -> None:
    text = "州委发出《关于民兵组训的规划》。《规划》提出了要求。"
    assert found(text) == [("关于民兵组训的规划", "issued")]


def test_the_notice_whose_spirit_is_studied_is_studied() -> None:
    assert found("会议传达学习《关于节水的通知》精神。") == [("关于节水的通知", "studied")]
    assert found("全会听取题为《走好新路》的工作报告。") == [("走好新路", "reviewed")]
    assert found("委员们对《美丽城市规划》工作情况进行调研。") == [("美丽城市规划", "reviewed")]


@pytest.mark.parametrize(
    ("text", "name", "capacity"),
    [
        ("大会通过了《倡议书》。", "倡议书", "adopted"),
        ("双方签订《承包合同》。", "承包合同", "signed"),
        ("县报《石门报》创刊。", "石门报", "issued"),
        ("小说《青口河》由平川出版社出版。", "青口河", "issued"),
        ("县委书记作《关于节约的报告》。", "关于节约的报告", "reviewed"),
        ("会议听取题为《抓住机遇》的报告。", "抓住机遇", "reviewed"),
        ("来县征求《景区保护条例(草案)》意见。", "景区保护条例(草案)", "reviewed"),
        ("按照政务院《关于统购的命令》,县内实行统购。", "关于统购的命令", "issued"),
        ("检查《食品卫生法》执行情况。", "食品卫生法", "reviewed"),
    ],
)
def test_more_of_what_is_done_with_papers(text: str, name: str, capacity: str) -> None:
    assert found(text) == [(name, capacity)]


@pytest.mark.parametrize(
    "text",
    [
        "会上通过《石门镇建设规划》。《规划》提出三项任务。",
        "为师生作题为《国际形势》的报告。",
        "县报《石门报》创刊十周年座谈会召开。",
        "他写的小说《青口河》受到批判。",
    ],
)
def test_a_short_title_a_lecture_and_a_novel_are_none(text: str) -> None:
    assert [name for name, _ in found(text)] in ([], ["石门镇建设规划"])


@pytest.mark.parametrize(
    ("text", "name", "capacity"),
    [
        ("县政府与外商草签《合资办厂意向书》。", "合资办厂意向书", "signed"),
        ("县政府向省政府报送《关于设立石门市的请示》。", "关于设立石门市的请示", "issued"),
        ("语委在石门公社试点推行《拼音方案》扫盲。", "拼音方案", "issued"),
        ("县志办召开《石门县志》终审会。", "石门县志", "reviewed"),
    ],
)
def test_papers_are_initialled_sent_up_tried_out_and_read_for_the_last_time(
    text: str, name: str, capacity: str
) -> None:
    assert found(text) == [(name, capacity)]


def test_a_speech_that_moves_a_meeting_is_a_paper() -> None:
    text = "县委召开干部会议,秦立新作题为《苦战三年》的动员报告。"
    assert [name for name, _ in found(text)] == ["苦战三年"]
