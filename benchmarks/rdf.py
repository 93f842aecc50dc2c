"""How fast the graph is written as Turtle, and in how much memory, beside rdflib and pyoxigraph.

    python benchmarks/rdf.py                     a million triples
    python benchmarks/rdf.py --triples 10000000  the size that the memory limit is about

An invented graph goes into Parquet files, and from there, each in a process of its own:

- the export writes Turtle (rate, and the peak of the process's resident memory);
- pyoxigraph streams the same triples, parse to serialize, into Turtle with the same prefixes;
- rdflib holds a part of the same triples and writes them as Turtle; loading them is not counted.

Prints a table and ends with exit code 1 where a limit is missed: at least ten times rdflib's rate,
less than 150 MB, at least half of pyoxigraph's rate. Made graphs are the same on every machine.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PER_EVENT = 242
"""Triples that an event of the invented graph comes to, with its entry, people and words."""
RDFLIB_PART = 100_000
MEMORY_LIMIT = 150.0
RDFLIB_TIMES = 10.0
PYOXIGRAPH_SHARE = 0.5
_ROWS = 5_000


def main() -> int:
    """Measure, print, and say by the exit code whether every limit is kept."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--triples", type=int, default=1_000_000)
    options.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.step:
        print(json.dumps(STEPS[given.step](given.folder, given.triples)))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {step: _run(step, folder, given.triples) for step in STEPS}
    return _report(found)


def make(folder: Path, triples: int) -> dict[str, float]:
    """The invented graph as Parquet files, in the form that `tabular.write_parquet` gives."""
    from benchmarks.rdf_graph import write_graph

    write_graph(folder / "tables", max(triples // PER_EVENT, 10), _ROWS)
    return {}


def export(folder: Path, triples: int) -> dict[str, float]:
    """The export from Parquet to Turtle."""
    del triples
    from graph.stores import rdf

    seconds = _timed(lambda: rdf.write(folder / "tables", folder / "graph.ttl", "turtle"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with (folder / "graph.ttl").open(encoding="utf-8") as file:
        count = sum(line.endswith(" ;\n") for line in file)
    return {"triples": count, "seconds": seconds, "peak MB": peak}


def pyoxigraph(folder: Path, triples: int) -> dict[str, float]:
    """The same file through pyoxigraph alone: parsed and serialized, triple by triple."""
    del triples
    import pyoxigraph as ox

    from schema.mapping import instance_prefixes, load_mapping

    prefixes = instance_prefixes(load_mapping(), load_mapping().base)
    counted = 0

    def stream() -> Any:
        nonlocal counted
        for quad in ox.parse(path=str(folder / "graph.ttl"), format=ox.RdfFormat.TURTLE):
            counted += 1
            yield quad.triple

    def run() -> None:
        with (folder / "oxigraph.ttl").open("wb") as file:
            ox.serialize(stream(), file, ox.RdfFormat.TURTLE, prefixes=prefixes)

    seconds = _timed(run)
    (folder / "oxigraph.ttl").unlink()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"triples": counted, "seconds": seconds, "peak MB": peak}


def pyoxigraph_writing(folder: Path, triples: int) -> dict[str, float]:
    """pyoxigraph's serializer alone, of triples that are in memory already: for comparison."""
    del triples
    import pyoxigraph as ox

    parsed = ox.parse(path=str(folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    held = [quad.triple for quad in islice(parsed, 500_000)]

    def run() -> None:
        with (folder / "oxigraph.ttl").open("wb") as file:
            ox.serialize(held, file, ox.RdfFormat.TURTLE)

    seconds = _timed(run)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"triples": len(held), "seconds": seconds, "peak MB": peak}


def rdflib(folder: Path, triples: int) -> dict[str, float]:
    """rdflib's Turtle of a part of the same triples, whole subjects of every kind alike."""
    del triples
    import pyoxigraph as ox
    from rdflib import Graph

    parsed = ox.parse(path=str(folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    part = (quad.triple for quad in islice(parsed, RDFLIB_PART))
    lines = ox.serialize(part, format=ox.RdfFormat.N_TRIPLES)
    graph = Graph().parse(data=lines, format="nt")
    seconds = _timed(lambda: graph.serialize(folder / "rdflib.ttl", format="turtle"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"triples": len(graph), "seconds": seconds, "peak MB": peak}


STEPS: dict[str, Callable[[Path, int], dict[str, float]]] = {
    "make": make, "export": export, "pyoxigraph": pyoxigraph,
    "pyoxigraph_writing": pyoxigraph_writing, "rdflib": rdflib,
}  # fmt: skip


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _run(step: str, folder: Path, triples: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.rdf", "--step", step, "--folder", str(folder)]
    command += ["--triples", str(triples)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _report(found: dict[str, dict[str, float]]) -> int:
    rates = {step: one["triples"] / one["seconds"] for step, one in found.items() if one}
    print("| what | triples | seconds | triples a second | peak MB |\n|---|--:|--:|--:|--:|")
    for step, one in found.items():
        if one:
            print(f"| {step} | {one['triples']:,.0f} | {one['seconds']:.1f} | "
                  f"{rates[step]:,.0f} | {one['peak MB']:.0f} |")  # fmt: skip
    times, share = rates["export"] / rates["rdflib"], rates["export"] / rates["pyoxigraph"]
    peak = found["export"]["peak MB"]
    kept = times >= RDFLIB_TIMES, share >= PYOXIGRAPH_SHARE, peak < MEMORY_LIMIT
    print(f"\n{times:.1f} times rdflib's rate (asked: {RDFLIB_TIMES:.0f})")
    print(f"{share:.2f} of pyoxigraph's rate (asked: {PYOXIGRAPH_SHARE})")
    print(f"{peak:.0f} MB at the peak (asked: below {MEMORY_LIMIT:.0f})")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
