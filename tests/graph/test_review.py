"""Questions to a reader, answers as judgements, and builds that replay them."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.assemble import assemble, decide
from graph.build import build
from graph.cli import main
from graph.identity.judgements import (
    DATES,
    FILE,
    NAME,
    POST,
    SAME_BODY,
    SAME_PERSON,
    Judgement,
    JudgementError,
    append,
    dump,
    from_line,
    parse,
    read,
    rulings,
    subject,
    to_line,
)
from graph.review import questions
from graph.reviewing.items import Item, items
from graph.reviewing.session import ask, read_sheet, write_sheet
from schema.records import Record, Warning
from tests.graph.chronicles import write
from tests.graph.invented import Told, record

MAYOR = ("市长", "张掖市政府", "市长")
GUEST = ("副厅长", "甘肃省财政厅", "副厅长")
NAMESAKES = (
    record("市长李树明出席会议。", (Told("李树明", (MAYOR,)),)),
    record(
        "甘肃省财政厅副厅长李树明来访。",
        (Told("李树明", (GUEST,)),),
        start=100,
        day="2024-08-01",
    ),
)


def judged(what: tuple[str, ...], verdict: str, when: str = "2026-01-01") -> Judgement:
    return Judgement(what, verdict, "读者", when)


def asked(*records: Record, kind: str = "", by: tuple[Judgement, ...] = ()) -> list[Item]:
    return [item for item in items(decide(records, by)) if not kind or item.what[0] == kind]


def names(records: tuple[Record, ...], *judgements: Judgement) -> list[str]:
    return sorted(assemble(records, [], judgements).nodes["Person"]["name"].to_pylist())


def test_namesakes_are_asked_about_with_the_words_of_both_sources() -> None:
    (item,) = asked(*NAMESAKES, kind=SAME_PERSON)
    assert [quote.words for quote in item.quotes if "市长李树明" in quote.words]
    assert [quote.words for quote in item.quotes if "甘肃省财政厅" in quote.words]
    told = {record.source: record for record in NAMESAKES}
    for quote in item.quotes:
        assert quote.source in told
    assert {(q.start, q.end) for q in item.quotes} == {(2, 5), (109, 112)}


def test_a_yes_makes_two_one_and_a_no_ends_the_question() -> None:
    (item,) = asked(*NAMESAKES, kind=SAME_PERSON)
    assert names(NAMESAKES) == ["李树明", "李树明"]
    assert names(NAMESAKES, judged(item.what, "yes")) == ["李树明"]
    assert names(NAMESAKES, judged(item.what, "no")) == ["李树明", "李树明"]
    for verdict in ("yes", "no"):
        assert asked(*NAMESAKES, kind=SAME_PERSON, by=(judged(item.what, verdict),)) == []


def test_the_latest_verdict_counts_and_later_opens_the_question_again() -> None:
    (item,) = asked(*NAMESAKES, kind=SAME_PERSON)
    early, late = judged(item.what, "yes"), judged(item.what, "later", "2026-02-01")
    for order in ((early, late), (late, early)):
        assert names(NAMESAKES, *order) == ["李树明", "李树明"]
        assert asked(*NAMESAKES, kind=SAME_PERSON, by=order)


def test_a_no_parts_a_person_whom_the_signs_had_joined() -> None:
    chief = ("高台县委书记", "高台县委", "书记")
    county = record("高台县委书记尉迟广平讲话。", (Told("尉迟广平", (chief,)),), day="2020-03-01")
    city = record("市长尉迟广平讲话。", (Told("尉迟广平", (MAYOR,)),), day="2022-03-01", start=90)
    assert names((county, city)) == ["尉迟广平"]
    (item,) = asked(county, city, kind=SAME_PERSON)
    assert names((county, city), judged(item.what, "no")) == ["尉迟广平", "尉迟广平"]


def test_two_holders_of_one_post_at_a_time_are_asked_about() -> None:
    told = [
        record("市长李树明讲话。", (Told("李树明", (MAYOR,)),), day=day, start=n * 50)
        for n, day in enumerate(("2024-01-01", "2024-03-01", "2024-09-01"))
    ]
    other = record("市长王远舟讲话。", (Told("王远舟", (MAYOR,)),), day="2024-06-01", start=900)
    (item,) = asked(*told, other, kind=POST)
    assert item.what[1:3] == ("王远舟", "市长")
    tables = assemble([*told, other], [], [judged(item.what, "no")])
    assert tables.edges["HELD", "Person", "Role"].num_rows == 1
    assert tables.nodes["Person"].num_rows == 2


def test_a_doubtful_name_that_is_none_leaves_the_graph_but_not_its_record() -> None:
    told = record("关于春耕出席会议。", (Told("关于春"),))
    event = told.events[0]
    doubtful = replace(event, persons=(replace(event.persons[0], confidence=0.4),))
    told = replace(told, events=(doubtful,))
    (item,) = asked(told, kind=NAME)
    tables = assemble([told], [], [judged(item.what, "no")])
    assert tables.nodes["Person"].num_rows == 0
    assert "关于春" in tables.nodes["Entry"]["record"].to_pylist()[0]
    assert tables.notes == ()


def test_dates_that_heading_and_text_disagree_about_are_asked_once_a_source() -> None:
    warning = Warning("heading-month", "The heading is month 5, the text supports month 7.")
    told = [replace(r, warnings=(warning,)) for r in NAMESAKES]
    (item,) = asked(*told, kind=DATES)
    assert "(2 entries)" in item.reason
    dates = assemble(told, [], [judged(item.what, "no")]).nodes["Event"]["date"].to_pylist()
    assert dates == [None, None]


def test_two_names_of_a_body_become_one_with_both_names() -> None:
    told = record("江北机械公司、江北机械有限公司参加会议。",
                  bodies=("江北机械公司", "江北机械有限公司"))  # fmt: skip
    (item,) = asked(told, kind=SAME_BODY)
    tables = assemble([told], [], [judged(item.what, "yes")])
    (body,) = tables.nodes["Organisation"].to_pylist()
    assert (body["name"], body["aliases"]) == ("江北机械有限公司", ["江北机械公司"])
    assert tables.notes == ()


def test_the_most_valuable_question_comes_first() -> None:
    values = [item.value for item in asked(*NAMESAKES)]
    assert values == sorted(values, reverse=True)


def test_a_judgement_that_fits_nothing_is_reported_and_kept() -> None:
    lost = judged(subject(SAME_PERSON, "张三", "entry:1", "entry:2"), "yes")
    tables = assemble(NAMESAKES, [], [lost])
    (note,) = tables.notes
    assert "读者" in note and "张三" in note and "fits nothing" in note
    assert parse(tables.nodes["Source"]["judgements"].to_pylist()[0]) == (lost,)


def test_a_line_comes_back_as_it_was() -> None:
    told = Judgement((NAME, "李明", "entry:1"), "no", "读者", "2026-01-01", "是“李明白”")
    assert from_line(to_line(told)) == told
    assert parse(dump([told, told])) == (told,)


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"what": ["name", "a", "b"], "verdict": "maybe", "who": "a", "when": "b"}',
     '{"what": ["name"], "verdict": "yes", "who": "a", "when": "b"}',
     '{"what": ["weather", "a"], "verdict": "yes", "who": "a", "when": "b"}'],
)  # fmt: skip
def test_a_line_that_is_no_judgement_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / FILE
    path.write_text(line + "\n", "utf-8")
    with pytest.raises(JudgementError, match=r"judgements\.jsonl, line 1: "):
        read(path)


def test_keys_answer_and_each_answer_is_written_at_once(tmp_path: Path) -> None:
    path, shown = tmp_path / FILE, list[str]()
    (item,) = asked(*NAMESAKES, kind=SAME_PERSON)
    keys = iter("xlnq")
    got = ask([item] * 3, path, "读者", lambda: "2026-01-01", lambda: next(keys), shown.append)
    assert ([j.verdict for j in got.written], got.stopped) == (["later", "no"], True)
    assert list(read(path)) == list(got.written)
    assert any("y yes   n no   l later   q quit" in words for words in shown)


def test_a_sheet_comes_back_with_its_verdicts(tmp_path: Path) -> None:
    found = asked(*NAMESAKES)
    sheet = io.StringIO()
    write_sheet(found, sheet)
    rows = list(csv.DictReader(io.StringIO(sheet.getvalue())))
    rows[0] |= {"verdict": "是", "why": "同一人"}
    path = tmp_path / "sheet.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    (judgement,) = read_sheet(path, "读者", "2026-01-01")
    assert (judgement.what, judgement.verdict, judgement.why) == (found[0].what, "yes", "同一人")


def test_a_sheet_with_another_word_for_a_verdict_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text('verdict,why,what\nperhaps,,"[]"\n', "utf-8")
    with pytest.raises(JudgementError, match="row 2: 'perhaps' is not yes, no or later"):
        list(read_sheet(path, "读者", "2026-01-01"))


APART = "5月3日，县长沈德明主持召开县政府常务会议。\n"
GUESTS = "6月8日，湖北省水利厅处长沈德明来县考察水库建设。\n"


def same_person(target: str, folder: Path) -> Item:
    return next(i for i in questions(target, folder / FILE) if i.what[0] == SAME_PERSON)


def test_a_later_build_replays_what_stands_beside_the_sources(tmp_path: Path) -> None:
    folder, target = write(tmp_path / "in", may=APART, june=GUESTS), str(tmp_path / "g.kgl")
    build([str(folder)], target)
    item = same_person(target, folder)
    append(folder / FILE, [judged(item.what, "yes")])
    build([str(folder)], target)
    assert [i for i in questions(target, folder / FILE) if i.what[0] == SAME_PERSON] == []
    alone = tmp_path / "later"
    write(alone, july="7月1日，县长沈德明讲话。\n")
    notes = build([str(alone)], target).notes
    assert not [note for note in notes if "fits nothing" in note]
    rows = CliRunner().invoke(main, ["query", "people", "--on", target, "--format", "csv"]).output
    assert rows.count("沈德明,") == 1


def test_judgements_and_files_in_any_order_give_one_graph(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", may=APART, june=GUESTS)
    build([str(folder)], str(tmp_path / "first.kgl"))
    item = same_person(str(tmp_path / "first.kgl"), folder)
    append(folder / FILE, [judged(item.what, "yes")])
    targets = []
    for number, steps in enumerate(([["may", "june"]], [["may"], ["june"]], [["june"], ["may"]])):
        target = tmp_path / f"{number}.kgl"
        for step in steps:
            build([str(folder / f"{name}.txt") for name in step], str(target))
        out = tmp_path / f"csv{number}"
        CliRunner().invoke(
            main, ["export", "--format", "csv", "--from", str(target), "-o", str(out)]
        )
        targets.append({path.name: path.read_bytes() for path in sorted(out.iterdir())})
    assert targets[0] == targets[1] == targets[2]
    assert b"judgements" not in targets[0]["Source.csv"]


def test_the_command_lists_where_there_is_no_terminal_and_takes_a_sheet(tmp_path: Path) -> None:
    folder, target = write(tmp_path / "in", may=APART, june=GUESTS), str(tmp_path / "g.kgl")
    build([str(folder)], target)
    at = ["review", target, "--judgements", str(folder)]
    listed = CliRunner().invoke(main, at)
    assert listed.exit_code == 0
    assert "the same person" in listed.stdout
    sheet = tmp_path / "sheet.csv"
    assert CliRunner().invoke(main, [*at, "--csv", str(sheet)]).exit_code == 0
    text = sheet.read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    rows[0]["verdict"] = "later"
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    taken = CliRunner().invoke(main, [*at, "--answers", str(sheet), "--who", "读者"])
    assert taken.exit_code == 0
    (line,) = (folder / FILE).read_text("utf-8").splitlines()
    assert json.loads(line)["who"] == "读者"


def test_without_a_folder_for_judgements_the_command_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = CliRunner().invoke(main, ["review", "g.kgl"])
    assert refused.exit_code == 2
    assert "--judgements" in refused.stderr


def test_a_reader_answers_with_single_keys_in_a_real_terminal(tmp_path: Path) -> None:
    """Under tmux: keys that are typed ahead count, and the terminal is as it was afterwards."""
    tmux = shutil.which("tmux")
    if tmux is None:
        if os.environ.get("CI"):
            pytest.fail("CI must install tmux (apt-get install tmux)")
        pytest.skip("tmux is not installed (apt-get install tmux)")
    folder, target = write(tmp_path / "in", may=APART, june=GUESTS), str(tmp_path / "g.kgl")
    build([str(folder)], target)
    own = [tmux, "-L", f"review-{os.getpid()}"]
    command = "from graph.cli import main; main(prog_name='graph')"
    inner = (
        f'{sys.executable} -c "{command}" review {target} --judgements {folder} --who 读者; '
        f"echo left $?; {' '.join(own)} wait-for -S done; cat"
    )
    environment = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
                   "PYTHONPATH": os.pathsep.join(sys.path)}  # fmt: skip
    try:
        subprocess.run(
            [*own, "-u", "new-session", "-d", "-x", "160", "-y", "48", inner],
            check=True, env=environment, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        subprocess.run([*own, "send-keys", "x", "y", "q"], check=True)
        subprocess.run([*own, "wait-for", "done"], check=True, timeout=60)
        screen = subprocess.run(
            [*own, "capture-pane", "-p"], check=True, capture_output=True, text=True
        ).stdout
    finally:
        subprocess.run([*own, "kill-server"], check=False, capture_output=True)
    assert "沈德明" in screen and "left 0" in screen
    (line,) = read(folder / FILE)
    assert (line.verdict, line.who) == ("yes", "读者")
    assert line.what in rulings([line]).latest
