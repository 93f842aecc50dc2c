"""Events, each followed by who took part in which post, where it was, what papers it treated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from graph.stores.rdf import dates
from graph.stores.rdf.plan import EdgePlan, Export, Pairs, Piece, edge_plan, plan_of
from graph.stores.rdf.spill import Cursor, Sorter
from graph.tables import EdgeKey

_TIME = ("date", "date_end", "precision")


@dataclass(frozen=True, slots=True)
class _Joined:
    """Edges of an event type, to be taken by event; ``direct`` is the event's own statement."""

    plan: EdgePlan
    rows: Cursor
    other: int
    direct: str


def events(export: Export) -> Iterator[Piece]:
    """Each event and what hangs on it, in the order of ids."""
    mapped = export.mapping.nodes["Event"]
    plan = plan_of(mapped.properties, export)
    opening = export.type_pairs(mapped.classes)
    joined = [
        _join(("PARTICIPATED_IN", "Person", "Event"), 1, export),
        _join(("INVOLVED", "Organisation", "Event"), 1, export),
        _join(("PRESENT_AT", "Role", "Event"), 1, export),
        _join(("HELD_AT", "Event", "Location"), 0, export),
        _join(("CONCERNS", "Event", "Document"), 0, export),
    ]
    recorded_key: EdgeKey = ("RECORDED_IN", "Event", "Entry")
    recorded = Cursor(export.stored.edges(recorded_key, ["span_start", "span_end"]))
    predicate, node = export.syntax.predicate, export.syntax.node
    recorded_in, derived = predicate("cg:recordedIn"), predicate("prov:wasDerivedFrom")
    for row in export.stored.nodes("Event", ["id", *plan.columns, *_TIME]):
        own = row[0]
        pairs = plan.pairs(row[1:], opening.copy())
        _time(row[-3], row[-2], row[-1], pairs, export)
        entry: str | None = None
        for _, said_in, start, end in recorded.take(own):
            entry = entry or said_in
            pairs.append((recorded_in, node(said_in)))
            pairs.append((derived, export.words(said_in, start, end)))
        found = [(join, join.rows.take(own)) for join in joined]
        for join, edges in found:
            if join.direct:
                pairs.extend((join.direct, node(edge[join.other])) for edge in edges)
        graph = export.told.entry(entry) if entry else 0
        yield node(own), graph, pairs
        for join, edges in found:
            for edge in edges:
                yield join.plan.piece(edge, entry, graph, export)


def _join(key: EdgeKey, event_column: int, export: Export) -> _Joined:
    plan = edge_plan(key, export)
    rows = export.stored.edges(key, plan.columns)
    if event_column == 1:
        rows = iter(Sorter(itemgetter(1), export.folder, key[0]).add_all(rows))
    direct = export.mapping.edges[key[0]].direct.get(key[1])
    predicate = export.syntax.predicate(direct.iri) if direct else ""
    return _Joined(plan, Cursor(rows, event_column), 1 - event_column, predicate)


def _time(
    first: str | None, last: str | None, precision: str, pairs: Pairs, export: Export
) -> None:
    """When it was; a period (上旬) has its bounds as a time, but no first day of the event."""
    if first is None or last is None:
        return
    predicate = export.syntax.predicate
    pairs.append((predicate("sem:hasTime"), export.when(dates.code_of(first, last, precision))))
    if precision == "period":
        return
    for name, day in (("schema:startDate", first), ("schema:endDate", last)):
        known = dates.shortened(day, precision)
        pairs.append((predicate(name), dates.dated(known, export.syntax)))
