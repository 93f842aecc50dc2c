"""How fast the graph is written as linked data, and in how much memory, beside others.

    python -m benchmarks.rdf                     a million triples, five rounds
    python -m benchmarks.rdf --triples 10000000  the size that the memory limit is about
    python -m benchmarks.rdf --rounds 1          for a first look

An invented graph goes into Parquet files, and from there, each step in a process of its own:

- the export writes Turtle (rate, and the peak of the process's resident memory);
- pyoxigraph streams the same triples from file to file, parse to serialize, with the same prefixes;
- pyoxigraph streams a part of them out of Python: terms made of text, one triple at a time;
- pyoxigraph writes a part of them that it holds already, and the same without prefixes (for
  comparison: the one has no triples to make, the other does not write the same file);
- rdflib holds a part of the same triples and writes them as Turtle; loading them is not counted;
- the export writes TriG, JSON-LD and N-Triples (memory; once).

The steps take turns, so that what else the machine does falls on all alike; a rate is the median
of the rounds, and so is each ratio of two rates of one round. Processor seconds stand beside those
of the clock. Ends with exit code 1 where a limit is missed: at least ten times rdflib's rate, at
least half of that at which pyoxigraph streams (both ways), less than 150 MB in every format. Made
graphs are the same on every machine.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PER_EVENT = 242
"""Triples that an event of the invented graph comes to, with its entry, people and words."""
RDFLIB_PART = 100_000
PART = 500_000
MEMORY_LIMIT = 150.0
RDFLIB_TIMES = 10.0
PYOXIGRAPH_SHARE = 0.5
_ROWS = 5_000


Found = dict[str, float]


def main() -> int:
    """Measure, print, and say by the exit code whether every limit is kept."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--triples", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--step", choices=[*STEPS, "make"], help=argparse.SUPPRESS)
    options.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.step == "make":
        make(given.folder, given.triples)
        return 0
    if given.step:
        print(json.dumps(STEPS[given.step](given.folder)))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _process("make", folder, given.triples)
        rounds = [{step: _run(step, folder) for step in IN_TURN} for _ in range(given.rounds)]
        others = {step: _run(step, folder) for step in STEPS if step not in IN_TURN}
    return _report(rounds, others)


def make(folder: Path, triples: int) -> None:
    """The invented graph as Parquet files, in the form that `tabular.write_parquet` gives."""
    from benchmarks.rdf_graph import write_graph

    write_graph(folder / "tables", max(triples // PER_EVENT, 10), _ROWS)


def export(folder: Path) -> Found:
    """The export from Parquet to Turtle."""
    found = _exported(folder, "turtle", folder / "graph.ttl")
    with (folder / "graph.ttl").open(encoding="utf-8") as file:
        found["triples"] = sum(line.endswith(" ;\n") for line in file)
    return found


def another_format(form: str) -> Callable[[Path], Found]:
    """The export in another format: its file is not kept, and its triples are the same."""

    def step(folder: Path) -> Found:
        found = _exported(folder, form, folder / "other")
        (folder / "other").unlink()
        return found

    return step


def _exported(folder: Path, form: str, path: Path) -> Found:
    from graph.stores import rdf

    return _timed(lambda: rdf.write(folder / "tables", path, form))


def pyoxigraph(folder: Path) -> Found:
    """The same file through pyoxigraph alone: parsed and serialized, triple by triple."""
    counted = 0

    def stream() -> Iterator[Any]:
        nonlocal counted
        for triple in _triples(folder):
            counted += 1
            yield triple

    found = _timed(lambda: _serialize(stream(), folder))
    return {**found, "triples": counted}


def pyoxigraph_from_python(folder: Path) -> Found:
    """Triples made of text that the program holds, and serialized one by one."""
    import pyoxigraph as ox

    held = [_as_text(triple) for triple in islice(_triples(folder), PART)]

    def stream() -> Iterator[Any]:
        for subject, predicate, value, language, datatype in held:
            term: Any
            if language:
                term = ox.Literal(value, language=language)
            elif datatype:
                term = ox.Literal(value, datatype=ox.NamedNode(datatype))
            else:
                term = ox.NamedNode(value)
            yield ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), term)

    return {**_timed(lambda: _serialize(stream(), folder)), "triples": len(held)}


def pyoxigraph_from_memory(folder: Path) -> Found:
    """Triples that pyoxigraph has made already, serialized."""
    held = list(islice(_triples(folder), PART))
    return {**_timed(lambda: _serialize(held, folder)), "triples": len(held)}


def pyoxigraph_without_prefixes(folder: Path) -> Found:
    """The same with every IRI in full."""
    held = list(islice(_triples(folder), PART))
    return {**_timed(lambda: _serialize(held, folder, shorten=False)), "triples": len(held)}


def rdflib(folder: Path) -> Found:
    """rdflib's Turtle of a part of the same triples, whole subjects of every kind alike."""
    import pyoxigraph as ox
    from rdflib import Graph

    lines = ox.serialize(islice(_triples(folder), RDFLIB_PART), format=ox.RdfFormat.N_TRIPLES)
    graph = Graph().parse(data=lines, format="nt")
    found = _timed(lambda: graph.serialize(folder / "rdflib.ttl", format="turtle"))
    return {**found, "triples": len(graph)}


IN_TURN: dict[str, Callable[[Path], Found]] = {
    "export": export, "pyoxigraph": pyoxigraph, "pyoxigraph_from_python": pyoxigraph_from_python,
    "pyoxigraph_from_memory": pyoxigraph_from_memory,
    "pyoxigraph_without_prefixes": pyoxigraph_without_prefixes, "rdflib": rdflib,
}  # fmt: skip
STEPS = {**IN_TURN, **{form: another_format(form) for form in ("trig", "jsonld", "ntriples")}}


def _triples(folder: Path) -> Iterator[Any]:
    import pyoxigraph as ox

    parsed = ox.parse(path=str(folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    return (quad.triple for quad in parsed)


def _serialize(triples: Iterable[Any], folder: Path, *, shorten: bool = True) -> None:
    import pyoxigraph as ox

    from schema.mapping import instance_prefixes, load_mapping

    prefixes = instance_prefixes(load_mapping(), load_mapping().base) if shorten else None
    with (folder / "oxigraph.ttl").open("wb") as file:
        ox.serialize(triples, file, ox.RdfFormat.TURTLE, prefixes=prefixes)
    (folder / "oxigraph.ttl").unlink()


def _as_text(triple: Any) -> tuple[str, str, str, str, str]:
    """Subject, predicate, value, and for a literal its language or datatype."""
    own, kind, term = triple.subject.value, triple.predicate.value, triple.object
    language = getattr(term, "language", None) or ""
    datatype = term.datatype.value if hasattr(term, "datatype") and not language else ""
    return own, kind, term.value, language, datatype


def _timed(work: Callable[[], object]) -> Found:
    """Seconds of the clock and of the processor, and the peak of memory until then."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return {
        "seconds": time.perf_counter() - clock,
        "processor": time.process_time() - processor,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _process(step: str, folder: Path, triples: int) -> str:
    command = [sys.executable, "-m", "benchmarks.rdf", "--step", step, "--folder", str(folder)]
    command += ["--triples", str(triples)]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


def _run(step: str, folder: Path) -> Found:
    found: Found = json.loads(_process(step, folder, 0))
    print(step, json.dumps(found), file=sys.stderr, flush=True)
    return found


def _report(rounds: list[dict[str, Found]], others: dict[str, Found]) -> int:
    print("| what | triples | seconds | processor seconds | triples a second | peak MB |")
    print("|---|--:|--:|--:|--:|--:|")
    triples = rounds[0]["export"]["triples"]
    for step in STEPS:
        found = [one[step] for one in rounds] if step in IN_TURN else [others[step]]
        seconds, processor = (
            median(one[name] for one in found) for name in ("seconds", "processor")
        )
        count = found[0].get("triples", triples)
        peak = max(one["peak MB"] for one in found)
        print(f"| {step} | {count:,.0f} | {seconds:.1f} | {processor:.1f} | "
              f"{count / seconds:,.0f} | {peak:.0f} |")  # fmt: skip
    print()
    kept = []
    for other, limit in (("rdflib", RDFLIB_TIMES), ("pyoxigraph", PYOXIGRAPH_SHARE),
                         ("pyoxigraph_from_python", PYOXIGRAPH_SHARE),
                         ("pyoxigraph_from_memory", None),
                         ("pyoxigraph_without_prefixes", None)):  # fmt: skip
        clock, processor = (
            [_rate(one["export"], by) / _rate(one[other], by) for one in rounds]
            for by in ("seconds", "processor")
        )
        asked = f"asked: {limit}" if limit else "nothing asked"
        print(f"{median(clock):.2f} of the rate of {other} ({asked}; rounds {min(clock):.2f} to "
              f"{max(clock):.2f}; by processor seconds {median(processor):.2f})")  # fmt: skip
        kept.append(limit is None or median(clock) >= limit)
    forms = [*(one["export"] for one in rounds), *others.values()]
    peak = max(one["peak MB"] for one in forms)
    print(f"{peak:.0f} MB at the peak, over all formats (asked: below {MEMORY_LIMIT:.0f})")
    return 0 if all(kept) and peak < MEMORY_LIMIT else 1


def _rate(found: Found, by: str) -> float:
    return found["triples"] / found[by]


if __name__ == "__main__":
    sys.exit(main())
