"""Where one entry tells of several happenings."""

from dataclasses import replace
from itertools import pairwise

import spacy

from extractors.language import document
from extractors.language.document import CharacterTokenizer, Frame
from extractors.language.frames import frames
from extractors.language.scope import Scope
from extractors.reading.entry import DatedSpan, Entry
from extractors.reading.offsets import identity
from schema.records import Context, DateRange


def day(iso: str) -> DateRange:
    return DateRange(iso, iso)


def dated(text: str, words: str, when: str) -> DatedSpan:
    start = text.index(words)
    return DatedSpan(start, start + len(words), day(when))


def outline(frame: Frame) -> tuple[int, int, DateRange, str]:
    """What a frame says, without how sure its type is."""
    return frame.start, frame.end, frame.when, frame.type


def told(text: str, *dates: tuple[str, str], body: int = 0) -> list[tuple[str, str]]:
    """Date and type of each frame; the first of ``dates`` is the entry's own."""
    spans = [dated(text, words, when) for words, when in dates]
    found = frames(text, body, spans[0].when, spans)
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(found))
    return [(frame.when.start, frame.type) for frame in found]


def test_a_meeting_with_speeches_and_guests_is_one_happening() -> None:
    text = "5月3日,全县防汛工作会议召开。县长陈明讲话。会议要求,各乡镇要检查堤坝,随后汇报。"
    assert told(text, ("5月3日", "1998-05-03")) == [("1998-05-03", "meeting")]


def test_another_date_opens_another_happening() -> None:
    text = "16日,区里举行文艺展演。17日,区里举行建区座谈会。"
    assert told(text, ("16日", "2020-07-16"), ("17日", "2020-07-17")) == [
        ("2020-07-16", "cultural"),
        ("2020-07-17", "meeting"),
    ]


def test_two_meetings_on_two_days_are_two_happenings() -> None:
    text = "28日,县委召开调度会。29日,县委召开领导小组会议。"
    assert told(text, ("28日", "2021-07-28"), ("29日", "2021-07-29")) == [
        ("2021-07-28", "meeting"),
        ("2021-07-29", "meeting"),
    ]


def test_the_day_of_leaving_ends_the_visit() -> None:
    text = "5月18日,越南代表团来工地考察,21日离开工地。"
    spans = [dated(text, "5月18日", "1961-05-18"), dated(text, "21日", "1961-05-21")]
    (found,) = frames(text, 0, day("1961-05-18"), spans)
    assert outline(found) == (0, len(text), DateRange("1961-05-18", "1961-05-21"), "visit")


def test_a_date_inside_a_sentence_cuts_at_its_clause() -> None:
    text = "12月20日,省委书记来工地视察。王书记于21日下午向干部作报告。"
    spans = [dated(text, "12月20日", "1958-12-20"), dated(text, "21日", "1958-12-21")]
    found = frames(text, 0, day("1958-12-20"), spans)
    assert [text[f.start : f.end] for f in found] == [
        "12月20日,省委书记来工地视察。",
        "王书记于21日下午向干部作报告。",
    ]


def test_an_inspection_elsewhere_after_the_meeting_is_a_second_happening() -> None:
    text = "7月28日,县委书记张明主持召开防控会议。会议结束后,张明前往超市、工地督导检查防控工作。"
    assert told(text, ("7月28日", "2021-07-28")) == [
        ("2021-07-28", "meeting"),
        ("2021-07-28", "inspection"),
    ]


def test_a_meeting_and_an_inspection_in_one_sentence_are_two() -> None:
    text = "3日,区委书记李明召开专题会,部署防汛工作,并带队赴重点区域督导。"
    assert told(text, ("3日", "2021-07-03")) == [
        ("2021-07-03", "meeting"),
        ("2021-07-03", "inspection"),
    ]


def test_guests_who_look_round_make_no_second_happening() -> None:
    text = "13日,市场开街仪式举行。仪式后,与会领导参观了市场。"
    assert told(text, ("13日", "2024-07-13")) == [("2024-07-13", "ceremony")]


def test_what_officials_hear_on_the_spot_belongs_to_their_inspection() -> None:
    text = "9日,厅长王立来我县调研灌区建设。随后,王立主持召开座谈会。"
    assert told(text, ("9日", "2024-07-09")) == [("2024-07-09", "inspection")]


def test_an_order_that_appoints_stands_apart_from_an_order_that_makes_law() -> None:
    text = (
        "主席30日签署第二号、第三号主席令。\n第二号主席令说,《水法》已修订通过,现予公布。"
        "\n第三号主席令说,免去王明的部长职务,任命李军为部长。"
    )
    assert told(text, ("30日", "2022-10-30")) == [
        ("2022-10-30", "policy"),
        ("2022-10-30", "appointment"),
    ]


def test_an_earlier_date_that_tells_how_it_began_is_background() -> None:
    text = "21日,第五届运动会在石门闭幕。运动会11月9日在石门开幕,共设20个大项。"
    assert told(text, ("21日", "2025-11-21"), ("11月9日", "2025-11-09")) == [
        ("2025-11-21", "cultural")
    ]


def test_the_date_after_a_clause_of_purpose_opens_no_second_frame() -> None:
    text = "为推进军民共建,7月28日,县领导慰问驻县部队。"
    assert told(text, ("7月28日", "2021-07-28")) == [("2021-07-28", "condolence")]


def test_the_headline_belongs_to_the_first_frame() -> None:
    text = "李明调研水利工作\n3月1日,县长李明到石门水库调研。"
    (found,) = frames(text, 9, day("2020-03-01"), [dated(text, "3月1日", "2020-03-01")])
    assert outline(found) == (0, len(text), day("2020-03-01"), "inspection")


def test_an_empty_text_has_no_frames() -> None:
    assert frames("", 0, day("2020-03-01"), ()) == ()


def test_the_component_reads_the_entry_of_the_doc() -> None:
    document.register()
    nlp = spacy.blank("zh")
    nlp.tokenizer = CharacterTokenizer(nlp.vocab)
    nlp.add_pipe("frames")
    text = "石门水库动工兴建。"
    entry = Entry(
        1,
        "a.txt",
        0,
        len(text),
        text,
        identity(text),
        0,
        Context(),
        DateRange("1958-08-01", "1958-08-31", "month"),
    )
    doc = document.make_doc(nlp, entry, Scope(), document.Memory())
    (component,) = [component for _, component in nlp.pipeline]
    assert component(doc)._.frames == (Frame(0, len(text), entry.when, "project"),)


def test_what_the_same_official_goes_on_to_is_a_happening_of_its_own() -> None:
    text = "3日 副市长周强参加展览馆揭牌仪式;赴东湖镇检查防汛工作。"
    assert told(text, ("3日", "2018-03-03")) == [
        ("2018-03-03", "ceremony"),
        ("2018-03-03", "inspection"),
    ]
    text = "3日 会议听取了防汛汇报;审议了方案。"
    assert len(told(text, ("3日", "2018-03-03"))) == 1


def test_what_became_of_a_new_body_later_is_no_second_happening() -> None:
    text = "5月1日,县纺织厂成立。1961年9月3日,并入县轻工局。"
    dates = (("5月1日", "1958-05-01"), ("1961年9月3日", "1961-09-03"))
    assert told(text, *dates) == [("1958-05-01", "organisation_change")]


def test_works_that_began_a_year_before_are_background() -> None:
    text = "10月1日,东湖商场开业。工程于1994年8月10日动工,投资490万元。"
    assert len(told(text, ("10月1日", "1995-10-01"), ("1994年8月10日", "1994-08-10"))) == 1


def test_a_day_inside_the_span_of_a_visit_opens_no_second_happening() -> None:
    text = "5月22日至24日,高校负责人来市考察,并于23日上午参加签约活动。"
    span = DatedSpan(0, 9, DateRange("2023-05-22", "2023-05-24"))
    found = frames(text, 0, span.when, [span, dated(text, "23日上午", "2023-05-23")])
    assert [frame.type for frame in found] == ["visit"]


def test_a_sentence_with_a_later_day_tells_of_another_happening_whatever_its_type() -> None:
    text = "7日,市长赵明到东湖区检查防汛工作。9日,路口老槐树上落了一只喜鹊。"
    assert told(text, ("7日", "2005-11-07"), ("9日", "2005-11-09")) == [
        ("2005-11-07", "inspection"),
        ("2005-11-09", "other"),
    ]


def test_an_evening_of_performances_after_a_rally_is_a_second_happening() -> None:
    text = "1日,各界三千人在公园集会,庆祝香港回归。当晚,市文化局举办文艺晚会。"
    assert [kind for _, kind in told(text, ("1日", "1997-07-01"))] == ["meeting", "cultural"]


def test_works_finished_on_a_day_of_a_later_year_are_a_happening_of_their_own() -> None:
    text = "3月5日，团结水库动工。1960年5月1日竣工放水。"
    assert told(text, ("3月5日", "1958-03-05"), ("1960年5月1日", "1960-05-01")) == [
        ("1958-03-05", "project"),
        ("1960-05-01", "project"),
    ]


def test_a_sentence_of_the_same_day_keeps_its_type_to_itself() -> None:
    text = "3日，应急办开展防灾减灾主题宣传。同日，教师培训班开班。"
    assert told(text, ("3日", "2021-05-03"), ("同日", "2021-05-03")) == [
        ("2021-05-03", "other"),
        ("2021-05-03", "training"),
    ]


def test_quotation_marks_do_not_hide_what_was_told_before_a_date() -> None:
    text = "2月，开展“五反”。10月18日，代表团来厂参观。"
    assert told(text, ("2月", "1964-02-01"), ("10月18日", "1964-10-18"))[0][1] == "other"
    assert len(told(text, ("2月", "1964-02-01"), ("10月18日", "1964-10-18"))) == 2


def test_what_is_told_of_the_same_day_or_month_stands_beside_what_comes_before() -> None:
    text = "3日,县防疫领导小组成立。同日,东坡、西坡两镇设卡登记过往车辆。"
    assert [kind for _, kind in told(text, ("3日", "2003-05-03"))] == [
        "organisation_change",
        "other",
    ]


def test_what_is_done_about_a_disaster_the_day_after_is_part_of_it() -> None:
    text = "3日,山洪冲毁石门桥。次日,县长李明率干部抢修。"
    assert [kind for _, kind in told(text, ("3日", "1963-05-03"))] == ["incident"]


def test_a_session_that_decides_within_its_days_is_one_happening() -> None:
    text = "3日至6日,县第二届人民代表大会召开。5日,大会通过自治条例。"
    days = replace(dated(text, "3日至6日", "1985-05-03").when, end="1985-05-06")
    found = frames(text, 0, days, [dated(text, "5日", "1985-05-05")])
    assert [frame.type for frame in found] == ["meeting"]


def test_a_part_of_the_month_told_opens_a_second_happening() -> None:
    text = "10月,军队东进石坪。中旬,石坪县政府在长河镇成立。"
    month = replace(dated(text, "10月", "1940-10-01").when, end="1940-10-31", precision="month")
    part = dated(text, "中旬", "1940-10-11")
    part = replace(part, when=replace(part.when, end="1940-10-20", precision="period"))
    assert len(frames(text, 4, month, [part])) == 2
