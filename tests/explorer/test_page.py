"""The file itself: what stands in it, what it lets run, and that it is always the same."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.explorer.data import LABELS, content
from graph.explorer.libraries import sigma, vega
from graph.explorer.page import write_page
from graph.export import stored_tables
from schema.vocabulary import load
from tests.explorer.conftest import HTML, invented

SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script>", re.DOTALL)


def policy(page: str) -> dict[str, list[str]]:
    """The directives of the page's content security policy."""
    (found,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    return {name: rest for name, *rest in (part.split() for part in found.split("; "))}


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_same_graph_gives_the_same_bytes(seeds_graph: Path, tmp_path: Path) -> None:
    tables = stored_tables(str(seeds_graph))
    for name in ("one", "other"):
        write_page(tables, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_the_policy_lets_nothing_run_but_the_scripts_of_the_page(seeds_page: Path) -> None:
    page = seeds_page.read_text("utf-8")
    allowed = policy(page)
    scripts = [text for kind, text in SCRIPT.findall(page) if "json" not in kind]
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert sorted(allowed["script-src"]) == sorted(digest(text) for text in scripts)
    assert allowed["style-src"] == [digest(style)]
    assert allowed["default-src"] == allowed["connect-src"] == ["'none'"]
    assert "unsafe" not in json.dumps(allowed)


def test_the_page_names_the_licences_of_what_it_carries(seeds_page: Path) -> None:
    page = seeds_page.read_text("utf-8")
    for words in ("MIT licence", "BSD 3-clause", "sigma.js", "Permission is hereby granted"):
        assert words in page


def test_names_cannot_end_the_script_that_holds_them(hostile_page: Path) -> None:
    page = hostile_page.read_text("utf-8")
    held = {kind: json.loads(text) for kind, text in SCRIPT.findall(page) if "json" in kind}
    data = held[' type="application/json" id="data"']
    assert HTML in [node[2] for node in data["nodes"]]
    assert HTML not in page
    assert "\u2028" not in page


@pytest.fixture(scope="module")
def found(seeds_graph: Path) -> tuple[Any, Any]:
    """The samples as tables and as the data of a page."""
    tables = stored_tables(str(seeds_graph))
    return tables, content(tables).data


def test_every_node_and_every_fact_is_on_the_page(found: tuple[Any, Any]) -> None:
    tables, data = found
    assert len(data["nodes"]) == sum(tables.nodes[label].num_rows for label in LABELS)
    facts = [table.num_rows for (_, *ends), table in tables.edges.items() if {*ends} <= {*LABELS}]
    assert len(data["edges"]) == sum(facts)


def test_a_participant_is_marked_by_the_words_of_the_span(found: tuple[Any, Any]) -> None:
    """The page counts in UTF-16 inside the entry, the graph in characters of the source."""
    tables, data = found
    starts = {row["id"]: row["span_start"] for row in tables.nodes["Entry"].to_pylist()}
    spans = {
        (row["from_id"], row["to_id"]): (row["span_start"], row["span_end"])
        for row in tables.edges["PARTICIPATED_IN", "Person", "Event"].to_pylist()
    }
    took_part = list(load().edges).index("PARTICIPATED_IN")
    edges = [edge for edge in data["edges"] if edge[0] == took_part]
    assert len(edges) == len(spans)
    for _, person, event, number, start, end, _ in edges:
        entry = data["entries"][number]
        units = entry[3].encode("utf-16-le")
        first, last = spans[data["nodes"][person][1], data["nodes"][event][1]]
        words = entry[3][first - starts[entry[0]] : last - starts[entry[0]]]
        assert units[2 * start : 2 * end].decode("utf-16-le") == words != ""


def test_every_fact_but_a_resemblance_has_its_words(found: tuple[Any, Any]) -> None:
    _, data = found
    resembles = list(load().edges).index("POSSIBLY_SAME")
    assert {edge[0] for edge in data["edges"] if edge[3] < 0} <= {resembles}


def test_a_character_beyond_the_basic_plane_counts_as_two_for_the_browser() -> None:
    data = content(invented()).data
    number = next(at for at, node in enumerate(data["nodes"]) if node[2] == "张建国")
    (mention,) = (row for row in data["mentions"] if row[1] == number)
    text = data["entries"][mention[0]][3]
    assert mention[2] == text.index("张建国") + 1


def test_a_large_graph_keeps_its_best_connected_nodes_and_says_so(seeds_graph: Path) -> None:
    tables = stored_tables(str(seeds_graph))
    all_of_it = content(tables)
    cut = content(tables, nodes=100, network=40)
    assert list(all_of_it.left.sentences()) == []
    assert len(cut.data["nodes"]) == 100
    assert len(cut.data["network"]) == 40
    assert cut.left.nodes == len(all_of_it.data["nodes"]) - 100
    assert cut.left.entries == len(all_of_it.data["entries"]) - len(cut.data["entries"]) > 0
    assert cut.left.network == 60
    said = " ".join(cut.left.sentences())
    assert str(cut.left.nodes) in said
    assert "欧阳明川" in [node[2] for node in cut.data["nodes"]]


def test_the_libraries_are_read_where_pip_put_them() -> None:
    assert "window.drawing" in sigma().script
    assert "vegaEmbed" in vega().script


def test_view_says_on_standard_error_what_it_wrote(seeds_graph: Path, tmp_path: Path) -> None:
    page = tmp_path / "new" / "page.html"
    done = CliRunner().invoke(main, ["view", str(seeds_graph), "-o", str(page)])
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"{page} is written: " in done.stderr
    assert page.is_file()


def test_a_graph_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["view", str(tmp_path / "none.kgl")])
    assert done.exit_code == 2
    assert "graph build" in done.stderr


def test_a_page_that_cannot_be_written_is_one_sentence(seeds_graph: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    target = tmp_path / "file" / "page.html"
    done = CliRunner().invoke(main, ["view", str(seeds_graph), "-o", str(target)])
    assert done.exit_code == 2
    assert "name another with -o" in done.stderr
