"""A real ``neo4j-admin database import`` gives the graph that a load over Bolt gives."""

from __future__ import annotations

import csv
from pathlib import Path

from click.testing import CliRunner

from graph.cli import main
from graph.export import stored_tables
from graph.stores import neo4j_admin, neo4j_store
from graph.tables import Tables
from tests.neo4j.conftest import Target, need_server_parts
from tests.neo4j.graphs import counted, held, wanted
from tests.neo4j.servers import Server, running


def nasty(tables: Tables) -> Tables:
    """The tables with names that a CSV file could stumble over, and empty strings and lists."""
    people = tables.nodes["Person"].to_pylist()
    names = ['"引号",逗号', "两\r\n行", "\\反斜线\\", "", " 空白 ", "'}) DETACH DELETE n //", "😀"]
    for row, name in zip(people, names, strict=False):
        row["name"], row["aliases"] = name, [name, "二;三"]
    people[7]["aliases"], people[8]["aliases"] = [], None
    table = tables.nodes["Person"]
    changed = type(table).from_pylist(people, table.schema)
    return Tables({**tables.nodes, "Person": changed}, tables.edges)


def test_an_import_in_bulk_is_the_same_as_a_load(
    target: Target, seeds: Path, tmp_path: Path
) -> None:
    need_server_parts()
    tables = nasty(stored_tables(str(seeds)))
    neo4j_store.write(tables, target.address)
    neo4j_admin.write(tables, tmp_path / "csv")
    server = Server(tmp_path / "home")
    server.admin("database", "import", "full", "neo4j", "@import.args", folder=tmp_path / "csv")
    with running(server), server.driver() as driver:
        imported = Target(server.address, driver)
        assert counted(imported) == counted(target) == wanted(tables)
        assert held(imported) == held(target)
        rows: list[int] = []
        neo4j_store.write(tables, server.address, lambda name, done, total: rows.append(done))
        assert rows == [], "a load after the import has nothing to write"
        assert imported.rows("SHOW CONSTRAINTS YIELD name RETURN count(*)") == target.rows(
            "SHOW CONSTRAINTS YIELD name RETURN count(*)"
        )


def test_the_command_writes_files_with_headers(seeds: Path, tmp_path: Path) -> None:
    words = ["export", "--format", "neo4j-admin", "--from", str(seeds), "-o", str(tmp_path)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.stderr
    tables = stored_tables(str(seeds))
    with (tmp_path / "Person.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:3] == ["_row:long", "id:ID(Person)", "name:string"]
    assert "aliases:string[]" in rows[0]
    assert len(rows) == 1 + tables.nodes["Person"].num_rows
    assert (tmp_path / "Person.csv").read_bytes().endswith(b"\r\n")
    arguments = (tmp_path / "import.args").read_text("utf-8").splitlines()
    assert "--nodes=Person=Person.csv" in arguments
    assert "--relationships=MENTIONS=MENTIONS-Entry-Person.csv" in arguments
    assert "REQUIRE n.id IS UNIQUE;" in (tmp_path / "schema.cypher").read_text("utf-8")


def test_an_export_is_the_same_every_time(seeds: Path, tmp_path: Path) -> None:
    tables = stored_tables(str(seeds))
    once = neo4j_admin.write(tables, tmp_path / "once")
    again = neo4j_admin.write(tables, tmp_path / "again")
    assert [p.name for p in once] == [p.name for p in again]
    assert [p.read_bytes() for p in once] == [p.read_bytes() for p in again]
