"""The score: what counts as found, and that it agrees with the shared scoring script."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.evaluate import GoldError, Tally, load_gold, same_body, score, sources_of

TEXT = "3日,县长沈德明主持召开会议。\n4日,顾春兰到青溪镇调研。\n"
FIRST, SECOND = TEXT.splitlines()


def person(
    name: str, *capacities: str, roles: list[dict[str, str]] | None = None
) -> dict[str, Any]:
    return {"name": name, "capacities": list(capacities), "roles": roles or []}


def event(day: str, kind: str, *persons: dict[str, Any], **more: list[str]) -> dict[str, Any]:
    names = {"organisations": [], "locations": [], "documents": [], **more}
    return {"date": day, "date_end": day, "type": kind, "persons": list(persons), **names}


def row(text: str, *events: dict[str, Any], **more: int) -> dict[str, Any]:
    return {"entry_id": text[:2], "source": "a.txt", "text": text, "events": list(events), **more}


def tallies(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> dict[str, Tally]:
    return dict(score(gold, found, {"a.txt": TEXT}).tallies)


MAYOR = {"surface": "县长", "organisation": "临河县政府", "title": "县长"}
MEETING = event("1998-05-03", "meeting", person("沈德明", "chair", roles=[MAYOR]))
INSPECTION = event("1998-05-04", "inspection", person("顾春兰", "lead"), locations=["青溪镇"])


def test_the_gold_against_itself_is_perfect() -> None:
    gold = [row(FIRST, MEETING), row(SECOND, INSPECTION)]
    for tally in tallies(gold, gold).values():
        assert tally.hits == tally.gold == tally.found


def test_an_entry_that_was_not_found_costs_recall_on_every_layer() -> None:
    result = tallies([row(FIRST, MEETING), row(SECOND, INSPECTION)], [row(FIRST, MEETING)])
    assert result["entry"] == Tally(1, 2, 1)
    assert result["person"] == Tally(1, 2, 1)
    assert result["location"] == Tally(0, 1, 0)
    assert (result["person"].precision, result["person"].recall) == (1.0, 0.5)
    assert result["person"].f1 == pytest.approx(2 / 3)


def test_a_found_entry_must_share_half_of_what_both_cover() -> None:
    half = row(FIRST[: len(FIRST) // 2 + 1], MEETING)
    less = row(FIRST[: len(FIRST) // 2 - 1], MEETING)
    assert tallies([row(FIRST, MEETING)], [half])["entry"] == Tally(1, 1, 1)
    assert tallies([row(FIRST, MEETING)], [less])["entry"] == Tally(0, 1, 1)


def test_found_entries_outside_the_gold_are_left_out() -> None:
    result = tallies([row(FIRST, MEETING)], [row(FIRST, MEETING), row(SECOND, INSPECTION)])
    assert result["entry"] == Tally(1, 1, 1)
    assert result["person"] == Tally(1, 1, 1)


def test_given_offsets_are_taken_and_not_looked_for() -> None:
    moved = row("no such words", MEETING, start=0, end=len(FIRST))
    assert tallies([row(FIRST, MEETING)], [moved])["entry"] == Tally(1, 1, 1)


def test_events_of_an_entry_are_put_together_by_whom_they_share() -> None:
    gold = [row(FIRST, MEETING, INSPECTION)]
    found = [row(FIRST, {**INSPECTION, "date": "1998-05-03"}, MEETING)]
    result = tallies(gold, found)
    assert result["person"] == Tally(2, 2, 2)
    assert result["date"] == Tally(1, 2, 2)


def test_many_events_of_an_entry_are_put_together_in_turn() -> None:
    days = [event(f"1998-05-{day:02}", "meeting", person(f"人{day}")) for day in range(1, 9)]
    assert tallies([row(FIRST, *days)], [row(FIRST, *reversed(days))])["person"] == Tally(8, 8, 8)


def test_a_post_in_the_same_body_counts_though_its_higher_places_are_left_out() -> None:
    longer = {**MAYOR, "organisation": "青河市临河县人民政府"}
    found = event("1998-05-03", "meeting", person("沈德明", "chair", roles=[longer]))
    assert tallies([row(FIRST, MEETING)], [row(FIRST, found)])["role+org"] == Tally(1, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("中共临河县委员会", "临河县委", True),
        ("临河县人民代表大会", "临河县人大", True),
        ("县委", "临河县委", False),  # two characters say too little
        ("临河县政府", "东江县政府", False),
        ("", "临河县政府", False),
    ],
)
def test_bodies_are_compared_by_their_short_forms(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same
    assert same_body(other, one) is same


def test_names_are_compared_without_spaces_dots_and_quotation_marks() -> None:
    gold = event("1998-05-03", "meeting", person("阿力木·买买提"), organisations=["“红星”公社"])
    found = event("1998-05-03", "meeting", person("阿力木•买买提"), organisations=["红星 公社"])
    result = tallies([row(FIRST, gold)], [row(FIRST, found)])
    assert result["person"] == result["organisation"] == Tally(1, 1, 1)


def test_differences_name_layer_entry_and_item() -> None:
    wrong = {**MEETING, "type": "training"}
    differences = score([row(FIRST, MEETING)], [row(FIRST, wrong)], {"a.txt": TEXT}).differences
    assert [(d.layer, d.kind, d.entry_id, d.item) for d in differences] == [
        ("type", "missed", "3日", "meeting"),
        ("type", "spurious", "3日", "training"),
    ]


def test_a_folder_of_gold_is_read_file_by_file(tmp_path: Path) -> None:
    for name, text in (("b.jsonl", SECOND), ("a.jsonl", FIRST)):
        (tmp_path / name).write_text(json.dumps(row(text, MEETING)) + "\n\n", "utf-8")
    rows = load_gold(tmp_path)
    assert [gold["text"] for gold in rows] == [FIRST, SECOND]
    assert sources_of(rows) == ["a.txt"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"{", "line 1 is not JSON"),
        (b'{"source": "a.txt"}', "line 1 lacks source, text or events"),
        (b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_a_gold_file_that_cannot_be_used_is_named(
    tmp_path: Path, content: bytes, complaint: str
) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_bytes(content)
    with pytest.raises(GoldError, match=complaint) as raised:
        load_gold(file)
    assert str(file) in str(raised.value)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"no \.jsonl file"):
        load_gold(tmp_path)


@pytest.mark.parametrize(
    ("gold", "corpus"), [("gold", "corpus"), ("genres/gold.jsonl", "genres/corpus")]
)
def test_the_score_agrees_with_the_shared_script(
    shared: Path, tmp_path: Path, gold: str, corpus: str
) -> None:
    """On damaged copies of the gold, so that every layer has misses and false finds."""
    rows = load_gold(shared / gold)
    found = [
        damaged(gold_row, rows[number - 1]) for number, gold_row in enumerate(rows) if number % 9
    ]
    for name, content in (("gold.jsonl", rows), ("found.jsonl", found)):
        lines = [json.dumps(content_row, ensure_ascii=False) for content_row in content]
        (tmp_path / name).write_text("\n".join(lines), "utf-8")
    command = [
        sys.executable, str(shared / "eval" / "score.py"), str(tmp_path / "gold.jsonl"),
        str(tmp_path / "found.jsonl"), "--corpus", str(shared / corpus), "--json",
    ]  # fmt: skip
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    texts = {name: (shared / corpus / name).read_bytes().decode() for name in sources_of(rows)}
    ours = {
        layer: {
            "precision": round(tally.precision, 4),
            "recall": round(tally.recall, 4),
            "f1": round(tally.f1, 4),
            "gold": tally.gold,
            "predicted": tally.found,
        }
        for layer, tally in score(rows, found, texts).tallies.items()
    }
    assert ours == theirs


def damaged(gold_row: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """A row with its first person lost, places of bodies cut off, and another entry's event."""
    events = [
        {
            **told,
            "persons": [
                {
                    **who,
                    "roles": [{**r, "organisation": r["organisation"][2:]} for r in who["roles"]],
                }
                for who in told["persons"][1:]
            ],
            "organisations": [name.removeprefix("中共") for name in told["organisations"]],
        }
        for told in gold_row["events"]
    ]
    cut = len(gold_row["text"]) // 4
    return {**gold_row, "text": gold_row["text"][cut:], "events": [*other["events"], *events]}
