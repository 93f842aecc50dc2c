"""Building: twice changes nothing, more adds, and whatever stops it leaves the old graph whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.build import build
from graph.stores.kglite_store import query
from graph.stores.store import StoreError
from tests.graph.chronicles import JUNE, MAY, write

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = "MATCH (p:Person) RETURN p.name AS name, p.id AS id ORDER BY name, id"


def people(target: Path) -> list[str]:
    return [name for name, _ in query(target, PEOPLE).rows]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A graph of one chronicle."""
    path = tmp_path / "graphs" / "graph.kgl"
    build([str(write(tmp_path / "old", may=MAY))], str(path))
    return path


def test_a_build_makes_a_graph_that_answers(target: Path) -> None:
    assert people(target) == ["沈德明", "顾春兰"]


def test_the_same_input_again_changes_no_byte(target: Path, tmp_path: Path) -> None:
    before = target.read_bytes()
    built = build([str(tmp_path / "old")], str(target))
    assert built.stored is not None
    assert built.notes == built.problems == ()
    assert target.read_bytes() == before


def test_more_input_adds(target: Path, tmp_path: Path) -> None:
    more = write(tmp_path / "more", june=JUNE.replace("顾春兰", "梁启文"))
    built = build([str(more)], str(target))
    assert built.stored is not None
    assert built.stored.sources == 2
    assert people(target) == ["梁启文", "沈德明", "顾春兰"]


def test_the_order_of_additions_leaves_no_trace(tmp_path: Path) -> None:
    may, june = write(tmp_path / "may", may=MAY), write(tmp_path / "june", june=JUNE)
    ways = {"a": [[may], [june]], "b": [[june], [may]], "c": [[june, may]]}
    for name, steps in ways.items():
        for step in steps:
            build([str(folder) for folder in step], str(tmp_path / f"{name}.kgl"))
    assert len({(tmp_path / f"{name}.kgl").read_bytes() for name in ways}) == 1


def test_a_corrected_source_replaces_its_earlier_self_and_says_so(
    target: Path, tmp_path: Path
) -> None:
    write(tmp_path / "old", may=MAY.replace("顾春兰", "梁启文"))
    (note,) = build([str(tmp_path / "old")], str(target)).notes
    assert note.startswith("may.txt: ")
    assert people(target) == ["梁启文", "沈德明"]


def test_input_that_gives_nothing_leaves_the_graph_alone(target: Path, tmp_path: Path) -> None:
    before = target.read_bytes()
    (tmp_path / "empty.txt").write_text("")
    built = build([str(tmp_path / "empty.txt"), str(tmp_path / "missing.txt")], str(target))
    assert built.stored is None
    assert len(built.problems) == 2
    assert target.read_bytes() == before


def test_each_document_is_told_when_it_is_done(tmp_path: Path) -> None:
    write(tmp_path, may=MAY, june=JUNE)
    heard: list[tuple[str, int]] = []
    build([str(tmp_path)], str(tmp_path / "g.kgl"), step=lambda *told: heard.append(told))
    assert heard == [("june.txt", 1), ("may.txt", 2)]


def test_a_file_that_is_no_graph_is_not_written_over(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("not a graph")
    with pytest.raises(StoreError, match=r"notes\.txt"):
        build([str(write(tmp_path / "in", may=MAY))], str(other))
    assert other.read_text() == "not a graph"


def test_an_address_of_no_known_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="mysql://: no such store"):
        build([str(write(tmp_path / "in", may=MAY))], "mysql://localhost")


@pytest.mark.parametrize(("stop", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_a_build_that_is_stopped_while_it_reads_leaves_the_old_graph(
    target: Path, stop: signal.Signals, code: int
) -> None:
    """The process reads standard input without end: once it has taken more than a pipe holds, it
    is certainly at work."""
    before = target.read_bytes()
    run = subprocess.Popen(
        [sys.executable, "-c", "from graph.cli import main; main()", "build", "-", "--to", target],
        cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert run.stdin is not None
    run.stdin.write(JUNE.encode() * 20_000)
    run.send_signal(stop)
    _, said = run.communicate()
    assert run.returncode == code
    assert b"Traceback" not in said
    assert target.read_bytes() == before
    assert people(target) == ["沈德明", "顾春兰"]


def test_a_build_that_is_killed_while_it_writes_leaves_the_old_graph(
    target: Path, tmp_path: Path
) -> None:
    """The process kills itself where it would put the finished file in place."""
    more = write(tmp_path / "more", june=JUNE)
    code = (
        "import os, signal\n"
        "os.replace = lambda *paths: os.kill(os.getpid(), signal.SIGKILL)\n"
        "from graph.build import build\n"
        f"build([{str(more)!r}], {str(target)!r})\n"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True)
    assert run.returncode == -signal.SIGKILL
    assert people(target) == ["沈德明", "顾春兰"]
    assert query(target, "MATCH (s:Source) RETURN count(s) AS n").rows == ((1,),)
