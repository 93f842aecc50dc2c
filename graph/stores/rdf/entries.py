"""Sources with how they were read, entries, what they name, and the words that facts point at."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from graph.stores.rdf.plan import Export, Pairs, Piece, edge_plan, local, plan_of
from graph.stores.rdf.rows import keys_of
from graph.stores.rdf.spill import Cursor

_PLACED = ("text", "span_start")


def sources(export: Export) -> Iterator[Piece]:
    """The program, each source, and the run that read it.

    A run is told by source and program and carries no time of day: the same input stays the same
    file, and one more source leaves the others' runs as they are.
    """
    syntax, told = export.syntax, export.told
    software = syntax.node(f"software:chronicle-graph-{_version()}")
    yield software, 0, [
        *export.type_pairs(["prov:SoftwareAgent"]),
        (syntax.predicate("rdfs:label"), syntax.text("chronicle-graph", "en")),
        (syntax.predicate("schema:softwareVersion"), syntax.text(_version(), "")),
    ]  # fmt: skip
    mapped = export.mapping.nodes["Source"]
    plan = plan_of(mapped.properties, export)
    for row in export.stored.nodes("Source", ["id", *plan.columns]):
        graph, source = told.source(row[0]), syntax.node(row[0])
        yield source, graph, plan.pairs(row[1:], export.type_pairs(mapped.classes))
        yield syntax.node(f"reading:{local(row[0])}"), graph, [
            *export.type_pairs(["prov:Activity"]),
            (syntax.predicate("prov:used"), source),
            (syntax.predicate("prov:wasAssociatedWith"), software),
        ]  # fmt: skip


def entries(export: Export) -> Iterator[Piece]:
    """Each entry, its mentions, and every span of it that something rests on, by offset.

    To be read last: until then, other parts of the export add spans.
    """
    syntax = export.syntax
    mapped = export.mapping.nodes["Entry"]
    plan = plan_of(mapped.properties, export)
    opening = export.type_pairs(mapped.classes)
    mentions = [(edge_plan(key, export), key) for key in keys_of("MENTIONS")]
    named = [(own, Cursor(export.stored.edges(key, own.columns))) for own, key in mentions]
    spans = Cursor(export.spans)
    sources_of = Cursor(export.stored.edges(("FROM_SOURCE", "Entry", "Source"), []))
    quoted, generated = (
        syntax.predicate(name) for name in ("prov:wasQuotedFrom", "prov:wasGeneratedBy")
    )
    words = _Words(export)
    for row in export.stored.nodes("Entry", ["id", *plan.columns, *_PLACED]):
        own, text, offset = row[0], row[-2], row[-1]
        graph = export.told.entry(own)
        source = next((edge[1] for edge in sources_of.take(own)), None)
        pairs = plan.pairs(row[1:], opening.copy())
        if source is not None:
            pairs.append((quoted, syntax.node(source)))
            pairs.append((generated, syntax.node(f"reading:{local(source)}")))
        yield syntax.node(own), graph, pairs
        seen = {span[1:] for span in spans.take(own)}
        for mention, cursor in named:
            for edge in cursor.take(own):
                seen.add(edge[-2:])
                yield mention.piece(edge, own, graph, export, described=True)
        for start, end in sorted(seen):
            yield from words.pieces(own, source, start, end, text, offset, graph)


class _Words:
    """The words of a span as a Web Annotation target: where they stand, and what they are."""

    def __init__(self, export: Export) -> None:
        syntax = export.syntax
        self._node, self._typed, self._text = syntax.node, syntax.typed, syntax.text
        name = syntax.predicate
        self._target = export.type_pairs(["oa:SpecificResource"])
        self._place = export.type_pairs(["oa:TextPositionSelector"])
        self._quote = export.type_pairs(["oa:TextQuoteSelector"])
        self._part, self._source = name("dct:isPartOf"), name("oa:hasSource")
        self._selector, self._exact = name("oa:hasSelector"), name("oa:exact")
        self._start, self._end = name("oa:start"), name("oa:end")

    def pieces(
        self, entry: str, source: str | None, start: int, end: int, text: str, offset: int,
        graph: int,
    ) -> Iterator[Piece]:  # fmt: skip
        """``offset`` is where the entry's ``text`` begins in the source."""
        own = f"{local(entry)}-{start}-{end}"
        position, quote = self._node(f"position:{own}"), self._node(f"quote:{own}")
        exact = text[max(start - offset, 0) : end - offset]
        inside = start >= offset and end - offset <= len(text)
        pairs: Pairs = [*self._target, (self._part, self._node(entry))]
        if source is not None:
            pairs.append((self._source, self._node(source)))
        pairs.append((self._selector, position))
        if inside:
            pairs.append((self._selector, quote))
        yield self._node(f"words:{own}"), graph, pairs
        where: Pairs = [
            *self._place,
            (self._start, self._typed(str(start), "xsd:integer")),
            (self._end, self._typed(str(end), "xsd:integer")),
        ]
        yield position, graph, where
        if inside:
            yield quote, graph, [*self._quote, (self._exact, self._text(exact, ""))]


def _version() -> str:
    try:
        return version("chronicle-graph")
    except PackageNotFoundError:
        return "0"
