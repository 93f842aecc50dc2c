"""Exports are made from a stored graph, each format readable by its own reader."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from rdflib import Graph

from graph.build import build
from graph.cli import FORMATS as OFFERED
from graph.export import FORMATS, export, stored_tables
from graph.identity.judgements import Judgement, to_line
from graph.stores import rdf
from graph.stores.store import StoreError
from tests.graph.chronicles import MAY, write


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("export")
    build([str(write(folder, may=MAY))], str(folder / "graph.kgl"))
    return str(folder / "graph.kgl")


def test_the_command_offers_every_format_that_there_is() -> None:
    assert OFFERED == FORMATS


@pytest.mark.parametrize(
    ("form", "name"), [("turtle", "turtle"), ("ntriples", "nt"), ("jsonld", "json-ld")]
)
def test_rdf_can_be_read_and_names_the_people(
    target: str, tmp_path: Path, form: str, name: str
) -> None:
    export(target, form, str(tmp_path / "graph"))
    read = Graph().parse(tmp_path / "graph", format=name)
    names = {str(value) for _, predicate, value in read if str(predicate).endswith("name")}
    assert {"沈德明", "顾春兰"} <= names


def test_graphml_can_be_read(target: str, tmp_path: Path) -> None:
    export(target, "graphml", str(tmp_path / "graph.graphml"))
    read = nx.read_graphml(tmp_path / "graph.graphml")
    people = [data["name"] for _, data in read.nodes(data=True) if data["label"] == "Person"]
    assert sorted(people) == ["沈德明", "顾春兰"]


def test_standard_output_gets_what_a_file_gets(
    target: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    export(target, "turtle", str(tmp_path / "graph.ttl"))
    export(target, "turtle", None)
    assert capsysbinary.readouterr().out == (tmp_path / "graph.ttl").read_bytes()


def test_a_place_that_cannot_be_written_is_named(target: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        export(target, "turtle", str(tmp_path / "file" / "graph.ttl"))


def test_what_a_reader_judged_is_in_the_export_too(tmp_path: Path) -> None:
    folder, stored = write(tmp_path / "in", may=MAY), str(tmp_path / "graph.kgl")
    build([str(folder)], stored)
    (entry,) = (
        row["id"]
        for row in stored_tables(stored).nodes["Entry"].to_pylist()
        if "顾春兰" in row["text"]
    )
    judged = Judgement(("name", "顾春兰", entry), "no", "读者", "2026-01-01")
    (folder / "judgements.jsonl").write_text(to_line(judged) + "\n", "utf-8")
    build([str(folder)], stored)
    assert stored_tables(stored).nodes["Person"]["name"].to_pylist() == ["沈德明"]


def test_linked_data_is_made_from_a_folder_of_parquet_as_from_the_graph(
    target: str, tmp_path: Path
) -> None:
    folder = str(tmp_path / "parquet")
    export(target, "parquet", folder)
    for form in rdf.FORMATS:
        export(target, form, str(tmp_path / "one"))
        export(folder, form, str(tmp_path / "two"))
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    with pytest.raises(StoreError, match="only turtle, ntriples, trig, jsonld are made"):
        export(folder, "csv", str(tmp_path / "csv"))
    with pytest.raises(StoreError, match="holds no graph"):
        export(str(tmp_path), "turtle", None)
