"""The graph as RDF, streamed subject by subject: Turtle, N-Triples, TriG or JSON-LD.

Terms are those of FOAF, the W3C Organization, Time, PROV and Web Annotation vocabularies, SKOS,
Dublin Core, schema.org and the Simple Event Model; what none of them says is in the graph's own
ontology. `schema.mapping` says which part of the graph becomes what. Every node is an IRI made of
its id, no blank node is written, and no ``owl:sameAs``: only a person can say that.

The order is fixed: concepts, sources, people, posts with their tenures, bodies, places, papers,
events with who took part, entries with their words, and the calendar; within each, by id.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from graph.stores.rdf import dates, writers
from graph.stores.rdf.entries import entries, sources
from graph.stores.rdf.events import events
from graph.stores.rdf.fixed import concepts
from graph.stores.rdf.plan import Export, Piece
from graph.stores.rdf.rows import Stored
from graph.stores.rdf.spill import Sorter
from graph.stores.rdf.syntax import Syntax, checked_base, jsonld, ntriples, turtle
from graph.stores.rdf.things import things
from graph.stores.rdf.told import Told
from graph.tables import Tables
from schema.mapping import Linked, load_mapping

_BUFFER = 1_000


@dataclass(frozen=True, slots=True)
class _Format:
    syntax: Callable[[Linked, str], Syntax]
    lines: Callable[[Iterable[Piece], Export], Iterator[str]]
    by_source: bool = False


FORMATS: Mapping[str, _Format] = {
    "turtle": _Format(turtle, writers.turtle_lines),
    "ntriples": _Format(ntriples, writers.ntriples_lines),
    "trig": _Format(turtle, writers.trig_lines, by_source=True),
    "jsonld": _Format(jsonld, writers.jsonld_lines),
}


def write(
    graph: Tables | Path, path: str | Path, form: str = "turtle", base: str | None = None
) -> None:
    """Write a graph to a file in one of FORMATS; the file is replaced when all is written.

    ``graph`` is its tables, or a folder of Parquet files as `tabular.write_parquet` makes it: from
    there memory does not grow with the graph.
    ``base`` opens every IRI of the graph itself and ends in ``/``, ``#`` or ``:``; left out, the
    mapping's. Raises KeyError for an unknown format, ValueError for an unusable base.
    """
    target = Path(path)
    kind = FORMATS[form]
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    with _export(Stored(graph), kind, base) as export:
        try:
            with beside.open("wb") as file:
                buffer: list[str] = []
                for line in kind.lines(_pieces(export), export):
                    buffer.append(line)
                    if len(buffer) >= _BUFFER:
                        file.write("".join(buffer).encode("utf-8"))
                        buffer.clear()
                file.write("".join(buffer).encode("utf-8"))
            os.replace(beside, target)
        finally:
            beside.unlink(missing_ok=True)


def write_turtle(graph: Tables | Path, path: str | Path) -> None:
    """Turtle with prefixes, a subject's statements together."""
    write(graph, path, "turtle")


def write_ntriples(graph: Tables | Path, path: str | Path) -> None:
    """N-Triples, one statement a line."""
    write(graph, path, "ntriples")


@contextmanager
def _export(stored: Stored, kind: _Format, base: str | None) -> Iterator[Export]:
    mapping = load_mapping()
    syntax = kind.syntax(mapping, checked_base(base or mapping.base))
    with (
        tempfile.TemporaryDirectory() as name,
        closing(Told(stored if kind.by_source else None, Path(name))) as told,
    ):
        folder = Path(name)
        spans = Sorter(itemgetter(0), folder, "spans")
        yield Export(stored, mapping, syntax, told, folder, spans)


def _pieces(export: Export) -> Iterator[Piece]:
    yield from concepts(export)
    yield from sources(export)
    yield from things(export)
    yield from events(export)
    yield from entries(export)
    for subject, pairs in dates.time_nodes(export.times, export.syntax):
        yield subject, 0, pairs
