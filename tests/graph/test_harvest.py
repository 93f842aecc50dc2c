"""Inputs to records: in order, in any number of processes, with a word on what failed."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.jsonl import to_line
from extractors.reading.sources import Hints
from graph.harvest import Failure, Harvest, harvest
from tests.graph.chronicles import JUNE, MAY, PLACE, write


def lines(folder: Path, workers: int | None) -> list[str]:
    return [
        to_line(record)
        for result in harvest([str(folder)], None, workers)
        if isinstance(result, Harvest)
        for record in result.records
    ]


def test_records_come_in_the_order_of_the_sources_names(tmp_path: Path) -> None:
    write(tmp_path, b_may=MAY, a_june=JUNE)
    results = list(harvest([str(tmp_path)]))
    assert [r.source.name for r in results if isinstance(r, Harvest)] == ["a_june.txt", "b_may.txt"]


def test_any_number_of_processes_gives_the_same_records(tmp_path: Path) -> None:
    write(tmp_path, a=MAY, b=JUNE, c=MAY + JUNE, d=JUNE + MAY, e=MAY, f=JUNE)
    alone = lines(tmp_path, 1)
    assert len(alone) == 12
    assert lines(tmp_path, 2) == alone


def test_a_records_text_stands_in_the_source_at_its_offsets(tmp_path: Path) -> None:
    write(tmp_path, may=MAY)
    (result,) = harvest([str(tmp_path)])
    assert isinstance(result, Harvest)
    assert result.source.length == len(result.text) == len(MAY)
    for record in result.records:
        assert result.text[record.start : record.end] == record.text


def test_hints_stand_in_for_a_sidecar(tmp_path: Path) -> None:
    (tmp_path / "may.txt").write_text(MAY, "utf-8")
    (result,) = harvest([str(tmp_path)], Hints(PLACE, 1998))
    assert isinstance(result, Harvest)
    assert result.records[0].context.place == PLACE
    assert result.records[0].events[0].when.start == "1998-05-03"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 20),
        ("broken.txt", "县长沈德明".encode() + b"\xff\xfe\x80\x81\xe4\xb8"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(
    tmp_path: Path, name: str, content: bytes
) -> None:
    write(tmp_path, may=MAY)
    (tmp_path / name).write_bytes(content)
    failed, done = sorted(harvest([str(tmp_path)]), key=lambda result: isinstance(result, Harvest))
    assert isinstance(failed, Failure)
    assert failed.name == name
    assert failed.problem.startswith(f"{name}: ")
    assert isinstance(done, Harvest)
    assert len(done.records) == 2


@pytest.mark.parametrize(
    ("text", "lacking"),
    [("这一段话里没有说是哪一天。\n", "no dated entry"), ("5月3日，全县普降大雨。\n", "no person")],
)
def test_a_text_without_a_date_or_a_person_is_a_problem_that_names_it(
    tmp_path: Path, text: str, lacking: str
) -> None:
    write(tmp_path, odd=text)
    (result,) = harvest([str(tmp_path)])
    assert isinstance(result, Harvest)
    (problem,) = result.problems
    assert problem.startswith("odd.txt")
    assert lacking in problem
