"""The graph of the samples in every format of linked data, and Apache Jena."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from graph.assemble import assemble
from graph.build import build
from graph.export import stored_tables
from graph.stores import rdf
from graph.tables import SourceRow, Tables
from schema.records import Record
from tests.graph.invented import Told, record
from tests.rdf.jena import classpath

ROOT = Path(__file__).resolve().parents[2]
SUFFIXES = {"turtle": "ttl", "ntriples": "nt", "trig": "trig", "jsonld": "jsonld"}
MAYOR = ("市长", "张掖市政府", "市长")
DEPUTY = ("副市长", "张掖市政府", "副市长")
SOURCES = {
    "a.txt": SourceRow("a.txt", "https://a.example/", "大事记", "ab" * 32, 900),
    "b.txt": SourceRow("b.txt", None, "纪事", "cd" * 32, 400),
}


def records(source: str = "a.txt") -> list[Record]:
    """Two small sources that share a mayor; only b.txt tells of a deputy and of a factory."""
    if source == "b.txt":
        return [
            record("市长李明、副市长周海到中兴机械厂调研。",
                   (Told("李明", (MAYOR,)), Told("周海", (DEPUTY,))), day="2023-03-05",
                   kind="inspection", sites=("中兴机械厂",), source="b.txt"),
        ]  # fmt: skip
    return [
        record("市长李明、王红主持召开会议,学习《防洪条例》。",
               (Told("李明", (MAYOR,)), Told("王红")), papers=("防洪条例",)),
        record("李明到高桥镇调研, 说:“\\n=1+1”。", (Told("李明"),), start=200, day="2024-08-01",
               last="2024-08-31", precision="month", kind="inspection", sites=("高桥镇",)),
        record("赵平出席旬会。", (Told("赵平"),), start=400, day="2024-09-01", last="2024-09-10",
               precision="period"),
        record("赵平讲话。", (Told("赵平"),), start=500, day="--09-03"),
        record("赵平出席三天的会。", (Told("赵平"),), start=600, day="2024-10-08",
               last="2024-10-10"),
        record("张掖市政府获奖。", bodies=("张掖市政府",), start=700, day="2024-01-01",
               last="2024-12-31", precision="year", kind="award"),
    ]  # fmt: skip


def tables_of(*names: str) -> Tables:
    return assemble(
        [one for name in names for one in records(name)], [SOURCES[name] for name in names]
    )


@pytest.fixture(scope="session")
def small() -> Tables:
    return tables_of("a.txt", "b.txt")


@pytest.fixture(scope="session")
def seeds_target(tmp_path_factory: pytest.TempPathFactory) -> str:
    target = str(tmp_path_factory.mktemp("seeds") / "graph.kgl")
    built = build([str(ROOT / "seeds")], target)
    assert not built.problems
    return target


@pytest.fixture(scope="session")
def seeds(seeds_target: str) -> Tables:
    return stored_tables(seeds_target)


@pytest.fixture(scope="session")
def files(seeds: Tables, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The samples' graph as a file of each format."""
    folder = tmp_path_factory.mktemp("rdf")
    written = {form: folder / f"graph.{suffix}" for form, suffix in SUFFIXES.items()}
    for form, path in written.items():
        rdf.write(seeds, path, form)
    return written


@pytest.fixture(scope="session")
def jena(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Jena's class path; skips where Java or Maven is missing, but never under CI."""
    missing = [name for name in ("java", "mvn") if shutil.which(name) is None]
    if missing and not os.environ.get("CI"):
        pytest.skip(f"{' and '.join(missing)} is not installed, so Apache Jena cannot run")
    return classpath(tmp_path_factory.mktemp("jena"))
