"""Acquaintances, betweenness and circles of invented people, worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.assemble import assemble
from graph.cli import main
from graph.measures import Measure, measured, measures
from graph.tables import Tables
from schema.records import Record
from tests.graph.invented import Told, record

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
TWO_HALLS = (("赵一", "钱二", "孙三"), ("赵一", "钱二", "孙三"), ("孙三", "李四"),
             ("李四", "周五", "吴六"), ("李四", "周五", "吴六"), ("郑七",))  # fmt: skip
"""Two rooms of three who met twice each, one meeting between them, and one who came alone."""


def met(*meetings: Sequence[str]) -> tuple[Record, ...]:
    return tuple(
        record(
            f"{number}日，{'、'.join(names)}参加会议。",
            tuple(Told(name) for name in names),
            day=f"2024-07-{number:02}",
            start=number * 100,
        )
        for number, names in enumerate(meetings, 1)
    )


def by_name(tables: Tables) -> dict[str, Measure]:
    found = measures(tables)
    return {row["name"]: found[row["id"]] for row in tables.nodes["Person"].to_pylist()}


def test_acquaintances_are_the_people_met_each_counted_once() -> None:
    found = by_name(assemble(met(*TWO_HALLS), ()))
    assert {name: one.acquaintances for name, one in found.items()} == {
        "赵一": 2, "钱二": 2, "孙三": 3, "李四": 3, "周五": 2, "吴六": 2, "郑七": 0,
    }  # fmt: skip


def test_betweenness_is_the_share_of_ways_between_others_that_lead_over_one() -> None:
    found = by_name(assemble(met(*TWO_HALLS[:5]), ()))
    # Of the 10 pairs of others, 6 reach one another only over 孙三: two on his side, three beyond.
    assert found["孙三"].betweenness == found["李四"].betweenness == 0.6
    assert found["赵一"].betweenness == 0


def test_those_who_meet_one_another_more_than_others_are_a_circle() -> None:
    found = by_name(assemble(met(*TWO_HALLS), ()))
    rooms = [{found[name].community for name in names} for names in (TWO_HALLS[0], TWO_HALLS[3])]
    assert sorted(map(tuple, rooms)) == [(1,), (2,)]
    assert found["郑七"].community is None


def test_the_largest_circle_is_the_first() -> None:
    found = by_name(assemble(met(("赵一", "钱二"), ("孙三", "李四", "周五")), ()))
    assert (found["孙三"].community, found["赵一"].community) == (1, 2)


def test_the_order_of_the_records_does_not_matter() -> None:
    told = met(*TWO_HALLS)
    there, back = (measured(assemble(records, ())) for records in (told, told[::-1]))
    assert there.nodes["Person"].equals(back.nodes["Person"])


def test_a_graph_without_people_can_be_measured() -> None:
    tables = measured(assemble((record("2日，下雨。"),), ()))
    assert tables.nodes["Person"].num_rows == 0


@pytest.fixture
def target(tmp_path: Path) -> str:
    path = str(tmp_path / "graph.kgl")
    assert run("build", str(SEEDS / "xinning-2020-03.txt"), "--to", path).exit_code == 0
    return path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def test_without_write_the_measures_are_printed_and_the_graph_stays(target: str) -> None:
    before = Path(target).read_bytes()
    done = run("measure", target, "--limit", "1", "--format", "csv")
    assert done.stdout.splitlines()[0].startswith("person,scope,acquaintances,betweenness")
    assert len(done.stdout.splitlines()) == 2
    assert Path(target).read_bytes() == before


def test_written_measures_are_kept_by_later_builds_and_are_taken_out_on_request(
    target: str,
) -> None:
    plain = Path(target).read_bytes()
    assert "is measured" in run("measure", target, "--write").stderr
    written = Path(target).read_bytes()
    assert written != plain
    assert run("check", target).exit_code == 0
    run("build", str(SEEDS / "xinning-2020-03.txt"), "--to", target)
    assert Path(target).read_bytes() == written
    run("build", str(SEEDS / "xinning-2019-09.txt"), "--to", target)
    fresh = json.loads(run("measure", target, "--limit", "500", "--format", "json").stdout)
    asked = json.loads(run("query", "go-betweens", "--on", target, "--format", "json").stdout)
    for row, one in zip(asked, fresh, strict=False):
        assert (row["person_id"], row["betweenness"]) == (one["person_id"], one["betweenness"])
    run("build", str(SEEDS / "xinning-2020-03.txt"), "--to", target, "--prune")
    assert Path(target).read_bytes() == written
    run("measure", target, "--remove")
    assert Path(target).read_bytes() == plain


def test_measures_leave_with_an_export(target: str, tmp_path: Path) -> None:
    run("measure", target, "--write")
    run("export", "--format", "csv", "--from", target, "-o", str(tmp_path / "csv"))
    header = (tmp_path / "csv" / "Person.csv").read_text("utf-8").splitlines()[0]
    assert "acquaintances" in header and "community" in header
    run("export", "--format", "turtle", "--from", target, "-o", str(tmp_path / "g.ttl"))
    assert "cg:acquaintances" in (tmp_path / "g.ttl").read_text("utf-8")


def test_a_query_that_needs_measures_says_so_where_there_are_none(target: str) -> None:
    done = run("query", "circles", "--on", target)
    assert done.exit_code == 0 and "graph measure --write" in done.stderr


def test_what_cannot_be_measured_is_one_sentence(tmp_path: Path) -> None:
    none = run("measure", str(tmp_path / "none.kgl"), "--write")
    assert none.exit_code == 2 and "graph build" in none.stderr
    assert run("measure", "--write", "--remove").exit_code == 2
