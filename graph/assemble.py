"""Records to the tables of the graph: the one place where everything comes together.

The result depends on the set of records and sources alone: not on their order, not on how they
were partitioned, not on the machine. So an addition is made by building from the union of what was
kept and what is new (`graph.keeping.union`), never by patching tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from graph import edge_rows, node_rows
from graph.edge_rows import Edge
from graph.identity.persons import Sighting, identify
from graph.identity.resemblance import like_bodies, like_persons
from graph.identity.tenure import carriers, tenures
from graph.node_rows import Row, full_date
from graph.resolve import EntryFact, resolve
from graph.tables import (
    EdgeKey,
    SourceRow,
    Tables,
    edge_keys,
    edge_schema,
    node_schema,
    to_table,
)
from schema.records import Record
from schema.vocabulary import load


def assemble(records: Iterable[Record], sources: Iterable[SourceRow]) -> Tables:
    """The node and edge tables of all these records.

    ``records`` name their source by ``SourceRow.name``; a source without a row gets a bare one, a
    source without records is kept. Raises ValueError where a record holds a word that the
    vocabulary does not know (an event type), naming the entry.
    """
    entries = resolve(records)
    _check(entries)
    persons = identify(_sightings(entries))
    who = {number: person.id for person in persons for number in person.sightings}
    bodies = node_rows.all_bodies(entries)
    said = tuple(edge_rows.statements(entries, who))
    carried = carriers(said)

    nodes: dict[str, Iterable[Row]] = {
        "Person": node_rows.person_rows(persons, entries),
        "Role": node_rows.role_rows(entries),
        "Organisation": node_rows.organisation_rows(bodies, entries),
        "Location": node_rows.location_rows(bodies, entries),
        "Event": (node_rows.event_row(event) for entry in entries for event in entry.events),
        "Document": node_rows.document_rows(entries),
        "Entry": (node_rows.entry_row(entry) for entry in entries),
        "Source": node_rows.source_rows(sources, entries),
    }
    edges: dict[EdgeKey, dict[tuple[str, ...], Row]] = {key: {} for key in edge_keys(load())}
    for entry in entries:
        _add(edges, edge_rows.entry_edges(entry, who, carried))
    _add(edges, edge_rows.structure_edges(entries, bodies))
    _add(edges, map(edge_rows.tenure_edge, tenures(said)))
    _add(edges, (edge_rows.resemblance_edge(p, "Person") for p in like_persons(persons)))
    alike = like_bodies(sorted(bodies.items()))
    _add(edges, (edge_rows.resemblance_edge(pair, "Organisation") for pair in alike))
    return Tables(
        {label: _nodes(label, rows) for label, rows in nodes.items()},
        {key: _edges(key[0], rows) for key, rows in edges.items()},
    )


def _sightings(entries: Iterable[EntryFact]) -> Iterable[Sighting]:
    for entry in entries:
        for event in entry.events:
            day = full_date(event.record.when.start)
            for person in event.persons:
                yield Sighting(
                    number=person.number,
                    name=person.mention.name,
                    entry=entry.id,
                    source=entry.record.source,
                    home=entry.home,
                    date=day.isoformat() if day else "",
                    bodies=person.bodies,
                )


def _check(entries: Iterable[EntryFact]) -> None:
    known = load().terms("event_types")
    for entry in entries:
        for event in entry.events:
            if event.record.type not in known:
                raise ValueError(
                    f"entry {entry.record.entry_id} of {entry.record.source} has an event of the "
                    f"unknown type {event.record.type!r}; the vocabulary lists the types"
                )


def _add(edges: dict[EdgeKey, dict[tuple[str, ...], Row]], new: Iterable[Edge]) -> None:
    """Entries come in order of source and position, so the first edge of a pair is the earliest."""
    types = load().edges
    for edge in new:
        if edge.from_id == edge.to_id:
            continue  # a city in itself: two names for one node say nothing
        more = (str(edge.properties[name]) for name in types[edge.key[0]].key)
        row: dict[str, Any] = {"from_id": edge.from_id, "to_id": edge.to_id, **edge.properties}
        edges[edge.key].setdefault((edge.from_id, edge.to_id, *more), row)


def _nodes(label: str, rows: Iterable[Row]) -> pa.Table:
    by_id: dict[str, Row] = {}
    for row in rows:
        by_id.setdefault(row["id"], row)
    return to_table([by_id[own] for own in sorted(by_id)], node_schema(label))


def _edges(edge: str, rows: dict[tuple[str, ...], Row]) -> pa.Table:
    return to_table([rows[key] for key in sorted(rows)], edge_schema(edge))
