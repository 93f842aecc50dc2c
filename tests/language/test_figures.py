"""Numbers, series and headlines."""

import pytest

from extractors.language.figures import figures, headline, numeral, series


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("8", 8),
        ("1,200", 1200),
        ("344.8亿", 34_480_000_000),
        ("五千", 5000),
        ("一百二十", 120),
        ("三万二千", 32_000),
        ("两", 2),
        ("一一〇", 110),
        ("十", 10),
    ],
)
def test_numerals_are_read_in_both_scripts(words: str, value: float) -> None:
    assert numeral(words) == value


def test_words_that_are_no_number_give_none() -> None:
    assert numeral("若干") is None


def found(text: str) -> list[tuple[float, str, str]]:
    return [(value, unit, of) for value, unit, of, _, _ in figures(text)]


def test_what_is_counted_stands_behind_the_number() -> None:
    assert found("共签约8个项目。") == [(8, "个", "项目")]


def test_what_is_measured_stands_before_the_number() -> None:
    assert found("总投资25亿元,占地300亩。") == [
        (2_500_000_000, "元", "总投资"),
        (300, "亩", "占地"),
    ]


def test_a_compound_unit_keeps_its_prefix() -> None:
    assert found("110千伏变电站投运") == [(110, "千伏", "")]


def test_chinese_numerals_and_vague_numbers_are_read() -> None:
    assert found("五千多人参加,3000余人观看") == [(5000, "人", ""), (3000, "人", "")]


def test_ordinals_dates_and_a_bare_one_are_no_figures() -> None:
    assert found("2020年5月3日,第110次会议召开,一个代表发言,2019级学生参加。") == []


def test_figures_in_titles_and_quotes_are_left_out() -> None:
    assert found("印发《关于8个项目的通知》,开展“3个一”活动。") == []


def test_figures_know_their_place() -> None:
    text = "全长12.5公里"
    ((_, _, _, start, end),) = figures(text)
    assert text[start:end] == "12.5公里"


@pytest.mark.parametrize(
    ("text", "name", "number"),
    [
        ("张明主持召开区政府十四届第110次常务会议,研究水利工作。", "区政府十四届常务会议", 110),
        ("区政府召开第107次常务会议。", "区政府常务会议", 107),
        ("第三十届张庄艺术节在张庄开幕。", "张庄艺术节", 30),
        ("中共石门县委十一届十一次全体会议召开。", "中共石门县委十一届全体会议", 11),
        ("李明主持召开市规划委员会第十二次会议,审定方案。", "市规划委员会会议", 12),
    ],
)
def test_a_series_and_its_number_are_told_apart(text: str, name: str, number: int) -> None:
    assert series(text) == (name, number)


def test_a_meeting_that_is_only_passed_on_gives_no_series() -> None:
    assert series("县委召开会议,传达省委第三次会议,部署工作。") == ("", None)


def test_a_text_without_a_number_has_no_series() -> None:
    assert series("石门水库动工。") == ("", None)


def test_the_printed_headline_is_taken() -> None:
    text = "石门水库通过验收\n3月1日,石门水库通过省里验收。"
    assert headline(text, text.index("3月")) == "石门水库通过验收"


def test_a_headline_with_a_speaker_goes_on_in_its_next_line() -> None:
    text = "县委书记李明:\n抓好春耕生产\n3月1日,李明到东乡调研。"
    assert headline(text, text.index("3月")) == "县委书记李明:抓好春耕生产"


def test_markers_and_dates_are_no_headline() -> None:
    text = "12日\n☆石门水库动工兴建,民工三千人参加。"
    assert headline(text, 0) == "石门水库动工兴建"
    assert headline("△石门水库动工兴建。", 1) == "石门水库动工兴建"


def test_the_first_clause_that_says_what_happened_makes_the_headline() -> None:
    text = "3月1日,为推进水利建设,县委召开水利工作会议,部署任务。"
    assert headline(text, 0).endswith("县委召开水利工作会议")


def test_a_headline_is_short_and_leaves_nothing_open() -> None:
    text = "县里举行“石门县水利工程建设与管理先进单位暨石门县防汛抗旱先进个人和集体”表彰活动。"
    short = headline(text, 0)
    assert len(short) <= 40
    assert short.count("“") == short.count("”")
