"""People, posts with their tenures, bodies, places, papers, and who may be whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from graph.stores.rdf import dates
from graph.stores.rdf.links import geonames
from graph.stores.rdf.plan import Export, Pairs, Piece, edge_plan, plan_of
from graph.stores.rdf.rows import Row, keys_of
from graph.stores.rdf.spill import Cursor, Sorter
from graph.tables import EdgeKey

_GATHERED = frozenset({"aliases", "acquaintances", "betweenness", "community"})
"""Properties that rest on every source that names the thing, not on each by itself."""
_TENURE = ("first_seen", "last_seen", "inferred_end", "started", "ended", "precision")

Links = list[tuple[str, Cursor, bool]]
"""A predicate, the edges that give it sorted by their start, and whether it is the thing's own:
told by its name, whoever names it, and not by what sources say of it."""


def things(export: Export) -> Iterator[Piece]:
    """The descriptions, label by label, each in the order of ids."""
    holds: EdgeKey = ("HELD", "Person", "Role")
    yield from _described("Person", export, [_link(export, holds, own=False)])
    yield from _posts(export)
    parts = [key for key in keys_of("PART_OF") if key[1] == "Organisation"]
    seats = keys_of("BASED_IN")
    yield from _described("Organisation", export, [_link(export, key) for key in (*parts, *seats)])
    above = [key for key in keys_of("PART_OF") if key[1] == "Location"]
    yield from _described("Location", export, [_link(export, key) for key in above], _place)
    yield from _described("Document", export, [])
    for edge in ("ROLE_IN", "PART_OF", "BASED_IN", "BECAME"):
        yield from _said_of_names(edge, export)
    for key in keys_of("POSSIBLY_SAME"):
        plan = edge_plan(key, export)
        for row in export.stored.edges(key, plan.columns):
            yield plan.piece(row, None, export.told.together(row[0], row[1]), export)


def _link(export: Export, key: EdgeKey, own: bool = True) -> tuple[str, Cursor, bool]:
    predicate = export.mapping.edges[key[0]].direct[key[1]].iri
    return export.syntax.predicate(predicate), Cursor(export.stored.edges(key, [])), own


def _described(
    label: str,
    export: Export,
    links: Links,
    more: Callable[[Row, Pairs, Export], None] | None = None,
) -> Iterator[Piece]:
    mapped = export.mapping.nodes[label]
    opening = export.type_pairs(mapped.classes)
    plan = plan_of(mapped.properties, export, _GATHERED)
    gathered = plan_of([p for p in mapped.properties if p.name in _GATHERED], export)
    columns = ["id", *plan.columns, *gathered.columns]
    width, node = 1 + len(plan.columns), export.syntax.node
    for row in export.stored.nodes(label, columns):
        own = row[0]
        pairs = plan.pairs(row[1:], opening.copy())
        if more is not None:
            more(row, pairs, export)
        rests: list[tuple[int, Pairs]] = []
        for predicate, cursor, named in links:
            for edge in cursor.take(own):
                statement = [(predicate, node(edge[1]))]
                if named:
                    pairs += statement
                else:
                    rests.append((export.told.together(own, edge[1]), list(statement)))
        subject = node(own)
        yield subject, export.told.each(own), pairs
        if gathered.columns and (written := gathered.pairs(row[width:], [])):
            yield subject, export.told.together(own), written
        for graph, statements in rests:
            yield subject, graph, statements


def _place(row: Row, pairs: Pairs, export: Export) -> None:
    """A link to the same place elsewhere, where its division code is in the table of such links."""
    columns = [p.name for p in export.mapping.nodes["Location"].properties if not p.made]
    code = row[1 + columns.index("adcode")]
    if code in geonames():
        iri = export.syntax.iri(f"https://sws.geonames.org/{geonames()[code]}/")
        pairs.append((export.syntax.predicate("skos:closeMatch"), iri))


def _posts(export: Export) -> Iterator[Piece]:
    """Each post, and behind it the tenures of those who held it."""
    key: EdgeKey = ("HELD", "Person", "Role")
    plan = edge_plan(key, export)
    rows = export.stored.edges(key, (*plan.columns, *_TENURE))
    held = Cursor(Sorter(itemgetter(1), export.folder, "held").add_all(rows), column=1)
    bodies = Cursor(export.stored.edges(("ROLE_IN", "Role", "Organisation"), []))
    width = 2 + len(plan.columns)
    for piece, own in _with_ids(_described("Role", export, []), export):
        body = [edge[1] for edge in bodies.take(own)]
        predicate = export.syntax.predicate
        yield (
            piece[0], piece[1],
            piece[2] + [(predicate("org:postIn"), export.syntax.node(one)) for one in body],
        )  # fmt: skip
        for row in held.take(own):
            graph = export.told.together(row[0], row[1])
            subject, graph, pairs = plan.piece(row[:width], None, graph, export)
            for one in body:
                pairs.append((predicate("org:organization"), export.syntax.node(one)))
            _dates_of(row[width:], pairs, export)
            yield subject, graph, pairs


def _with_ids(pieces: Iterable[Piece], export: Export) -> Iterator[tuple[Piece, str]]:
    """Posts have one piece each, in the order of their ids."""
    ids = (own for (own,) in export.stored.nodes("Role", ["id"]))
    return zip(pieces, ids, strict=True)


def _dates_of(days: Row, pairs: Pairs, export: Export) -> None:
    started, ended, precision = days[3:]
    predicate = export.syntax.predicate
    named = zip(("cg:firstSeen", "cg:lastSeen", "cg:inferredEnd"), days[:3], strict=True)
    for name, day in named:
        if day is not None:
            known = dates.seen(day, precision)
            pairs.append((predicate(name), dates.dated(known, export.syntax)))
    if started is not None or ended is not None:
        start = dates.seen(started, precision) if started else ""
        code = f"{start}_{dates.seen(ended, precision) if ended else ''}"
        pairs.append((predicate("org:memberDuring"), export.when(code)))


def _said_of_names(edge: str, export: Export) -> Iterator[Piece]:
    """The statements that names make, each with the words that make it first."""
    for key in keys_of(edge):
        plan = edge_plan(key, export)
        for row in export.stored.edges(key, plan.columns):
            yield plan.piece(row, None, export.told.entry(row[-1]), export)
