"""Records to the tables of the graph: the one place where everything comes together.

The result depends on the set of records and sources alone: not on their order, not on how they
were partitioned, not on the machine. So an addition is made by building from the union of what was
kept and what is new (`graph.keeping.union`), never by patching tables.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import pyarrow as pa

from graph import edge_rows, node_rows
from graph.edge_rows import Edge
from graph.identity.bodies import Body
from graph.identity.changes import Change, alias_pairs, renamings
from graph.identity.clusters import Sighting
from graph.identity.judgements import Judgement, Rulings, dump, rulings, unfit
from graph.identity.persons import Person, identify
from graph.identity.resemblance import Resemblance, like_bodies, like_persons
from graph.identity.succession import succeeded
from graph.identity.tenure import Statement, Tenure, carriers, tenures
from graph.identity.venues import venue_parents
from graph.node_rows import Row, full_date
from graph.resolve import EntryFact, EventFact, resolve
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


@dataclass(frozen=True, slots=True)
class Decided:
    """What the records come to: who is who, who held what, which bodies are others.

    ``who`` gives the id of the person of each sighting; ``bodies`` are by id; ``alike`` are pairs
    that may be one, by label; ``changes`` are reforms with their event and the id of its entry.
    """

    entries: tuple[EntryFact, ...]
    persons: tuple[Person, ...]
    who: Mapping[int, str]
    bodies: Mapping[str, Body]
    said: tuple[Statement, ...]
    tenures: tuple[Tenure, ...]
    changes: tuple[tuple[EventFact, str, Change], ...]
    alike: Mapping[str, tuple[Resemblance, ...]]
    ruled: Rulings


def decide(records: Iterable[Record], judgements: Iterable[Judgement] = ()) -> Decided:
    """Who is who in these records, with the judgements replayed; raises ValueError as `assemble`.

    The order of either does not matter.
    """
    ruled = rulings(judgements)
    records = tuple(records)
    entries = resolve(records, ruled)
    _check(entries)
    bodies = node_rows.all_bodies(entries)
    if ruled.bodies:
        entries = resolve(records, ruled, _same_bodies(bodies, ruled))
        bodies = node_rows.all_bodies(entries)
    changes = tuple(edge_rows.body_changes(entries))
    renamed = renamings(change for _, _, change in changes)
    persons = identify(_sightings(entries), renamed, ruled.links)
    who = {number: person.id for person in persons for number in person.sightings}
    said = tuple(edge_rows.statements(entries, who))
    single = {
        role.id
        for entry in entries
        for event in entry.events
        for person in event.persons
        for role in person.roles
        if role.single
    }
    alike = {
        "Person": like_persons(persons),
        "Organisation": like_bodies(sorted(bodies.items())),
    }
    held = succeeded(tenures(said), single)
    return Decided(entries, persons, who, bodies, said, held, changes, alike, ruled)


def assemble(
    records: Iterable[Record],
    sources: Iterable[SourceRow],
    judgements: Iterable[Judgement] = (),
) -> Tables:
    """The node and edge tables of all these records, with the judgements replayed.

    ``records`` name their source by ``SourceRow.name``; a source without a row gets a bare one, a
    source without records is kept. Raises ValueError where a record holds a word that the
    vocabulary does not know (an event type), naming the entry.
    """
    with _uncollected():
        return _assembled(records, sources, tuple(judgements))


def _assembled(
    records: Iterable[Record], sources: Iterable[SourceRow], judgements: tuple[Judgement, ...]
) -> Tables:
    decided = decide(records, judgements)
    entries, bodies, persons = decided.entries, decided.bodies, decided.persons
    carried = carriers(decided.said)
    parents = venue_parents(edge_rows.events_seen(entries))
    renamed = alias_pairs(change for _, _, change in decided.changes)

    nodes: dict[str, Iterable[Row]] = {
        "Person": node_rows.person_rows(persons, entries),
        "Role": node_rows.role_rows(entries),
        "Organisation": node_rows.organisation_rows(bodies, entries, renamed),
        "Location": node_rows.location_rows(bodies, entries, parents),
        "Event": (node_rows.event_row(event) for entry in entries for event in entry.events),
        "Document": node_rows.document_rows(entries),
        "Entry": (node_rows.entry_row(entry) for entry in entries),
        "Source": node_rows.source_rows(sources, entries, dump(judgements)),
    }
    edges: Edges = {key: {} for key in edge_keys(load())}
    _add(edges, (
        edge for entry in entries for edge in edge_rows.entry_edges(entry, decided.who, carried)
    ))  # fmt: skip
    _add(edges, edge_rows.structure_edges(entries, bodies, parents))
    _add(edges, (edge_rows.change_edge(*change) for change in decided.changes))
    _add(edges, map(edge_rows.tenure_edge, decided.tenures))
    for label, pairs in decided.alike.items():
        _add(edges, (edge_rows.resemblance_edge(pair, label) for pair in pairs))
    return Tables(
        {label: _nodes(label, rows) for label, rows in nodes.items()},
        {key: _edges(key[0], rows) for key, rows in edges.items()},
        tuple(_unfit(decided)),
    )


def _same_bodies(bodies: Mapping[str, Body], ruled: Rulings) -> dict[str, Body]:
    """For the key of a body that readers found to be another: that other, the longer-named one."""
    by_key = {body.key: body for body in bodies.values()}
    found: dict[str, Body] = {}

    def last(body: Body) -> Body:
        while body.key in found:
            body = found[body.key]
        return body

    for pair in ruled.bodies:
        if all(key in by_key for key in pair):
            one, other = (last(by_key[key]) for key in pair)
            if one.key != other.key:
                less, more = sorted((one, other), key=lambda b: (len(b.name), b.key))
                found[less.key] = more
    return {key: last(body) for key, body in found.items()}


def _unfit(decided: Decided) -> list[str]:
    """Judgements that fit nothing; what they took out themselves counts as being there."""
    if not decided.ruled.latest:
        return []
    names: dict[str, set[str]] = {}
    posts: dict[str, set[tuple[str, str]]] = {}
    for entry in decided.entries:
        people = [p for event in entry.record.events for p in event.persons]
        names[entry.id] = {person.name for person in people}
        posts[entry.id] = {(p.name, role.surface) for p in people for role in p.roles}
    sources = {entry.record.source for entry in decided.entries}
    keys = {body.key for body in decided.bodies.values()}
    joined = {key for pair in decided.ruled.bodies for key in pair if set(pair) & keys}
    return unfit(decided.ruled, names, posts, sources, keys | joined)


def _sightings(entries: Iterable[EntryFact]) -> Iterable[Sighting]:
    for entry in entries:
        company = frozenset(p.mention.name for event in entry.events for p in event.persons)
        for event in entry.events:
            day = full_date(event.record.when.start)
            for person in event.persons:
                posts = [role for role in person.roles if role.body is not None]
                yield Sighting(
                    number=person.number,
                    name=person.mention.name,
                    entry=entry.id,
                    source=entry.record.source,
                    home=entry.home,
                    date=day.isoformat() if day else "",
                    bodies=person.bodies,
                    ranks=tuple(role.rank for role in posts),
                    acts=tuple("former" if r.status == "former" else r.act for r in posts),
                    company=company - {person.mention.name},
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


Edges = dict[EdgeKey, dict[tuple[str, ...], Edge]]


def _add(edges: Edges, new: Iterable[Edge]) -> None:
    """Entries come in order of source and position, so the first edge of a pair is the earliest."""
    keys = {key: load().edges[key[0]].key for key in edges}
    for edge in new:
        if edge.from_id == edge.to_id:
            continue  # a city in itself: two names for one node say nothing
        own: tuple[str, ...] = (edge.from_id, edge.to_id)
        if more := keys[edge.key]:
            own += tuple(str(edge.properties[name]) for name in more)
        edges[edge.key].setdefault(own, edge)


def _nodes(label: str, rows: Iterable[Row]) -> pa.Table:
    by_id: dict[str, Row] = {}
    for row in rows:
        by_id.setdefault(row["id"], row)
    return to_table([by_id[own] for own in sorted(by_id)], node_schema(label))


def _edges(edge: str, rows: dict[tuple[str, ...], Edge]) -> pa.Table:
    schema = edge_schema(edge)
    ordered = [rows[key] for key in sorted(rows)]
    ends = [pa.array([e.from_id for e in ordered], type=pa.string()),
            pa.array([e.to_id for e in ordered], type=pa.string())]  # fmt: skip
    said = [e.properties for e in ordered]
    columns = [pa.array([row.get(f.name) for row in said], type=f.type) for f in list(schema)[2:]]
    return pa.Table.from_arrays([*ends, *columns], schema=schema)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for reference cycles: millions of rows are made here and none has one.

    It would walk over all of them again and again, a quarter of the time of a large build.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
