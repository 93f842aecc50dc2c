"""Subjects with their statements to lines of a file, format by format.

Every statement stands on a line of its own and a subject ends on its own line too, so that what is
added to a graph is added to the file and changes no other line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from graph.stores.rdf.plan import Export, Pairs, Piece
from graph.stores.rdf.syntax import Syntax, Term


def turtle_lines(pieces: Iterable[Piece], export: Export) -> Iterator[str]:
    """Turtle: prefixes, then a block for each subject."""
    yield _prefix_lines(export.syntax)
    last = ""
    for subject, _, pairs in pieces:
        if subject != last:
            yield f"    .\n{subject}\n" if last else f"{subject}\n"
            last = subject
        yield "".join([f"    {predicate} {value} ;\n" for predicate, value in pairs])
    if last:
        yield "    .\n"


def ntriples_lines(pieces: Iterable[Piece], export: Export) -> Iterator[str]:
    """N-Triples: one statement a line."""
    del export
    for subject, _, pairs in pieces:
        yield "".join([f"{subject} {predicate} {value} .\n" for predicate, value in pairs])


def trig_lines(pieces: Iterable[Piece], export: Export) -> Iterator[str]:
    """TriG: what a source tells in a graph of its own; see `told` for what is in which graph."""
    syntax = export.syntax
    yield _prefix_lines(syntax)
    used: set[int] = {export.told.source(own) for own in export.told.sources}
    for number, group in groupby(pieces, key=itemgetter(1)):
        blocks = _blocks(group)
        if number == 0:
            yield from blocks
            continue
        used.add(number)
        text = "".join(blocks)
        for graph in export.told.graphs(number):
            yield f"{syntax.node(graph)} {{\n{text}}}\n"
    yield from _blocks(_graphs(used, export))


def jsonld_lines(pieces: Iterable[Piece], export: Export) -> Iterator[str]:
    """JSON-LD with its context; one subject a line."""
    from schema.context import context_text

    yield f'{{"@context": {context_text(export.mapping, export.syntax.prefixes)},\n"@graph": ['
    separator = "\n"
    for subject, group in groupby(pieces, key=itemgetter(0)):
        pairs = [pair for piece in group for pair in piece[2]]
        yield f'{separator}{{"@id": {subject}, {_members(pairs)}}}'
        separator = ",\n"
    yield "\n]}\n"


def _graphs(used: Iterable[int], export: Export) -> Iterator[Piece]:
    """Each graph, and the sources without which it does not stand."""
    syntax = export.syntax
    found: dict[str, tuple[str, ...]] = {}
    for number in used:
        graphs = export.told.graphs(number)
        sources = export.told.sources_of(number)
        if len(graphs) == len(sources):
            found.update({graph: (own,) for graph, own in zip(graphs, sources, strict=True)})
        else:
            found.update({graph: sources for graph in graphs})
    for graph in sorted(found):
        yield syntax.node(graph), 0, [
            (syntax.predicate("dct:source"), syntax.node(own)) for own in found[graph]
        ]  # fmt: skip


def _blocks(pieces: Iterable[Piece]) -> Iterator[str]:
    for subject, group in groupby(pieces, key=itemgetter(0)):
        lines = [f"    {p} {value} ;\n" for piece in group for p, value in piece[2]]
        yield f"{subject}\n{''.join(lines)}    .\n"


def _prefix_lines(syntax: Syntax) -> str:
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in syntax.prefixes.items())


def _members(pairs: Pairs) -> str:
    values: dict[str, list[Term]] = {}
    for key, value in pairs:
        values.setdefault(key, []).append(value)
    return ", ".join(f'"{key}": {_value(found)}' for key, found in values.items())


def _value(found: list[Term]) -> str:
    if isinstance(found[0], tuple):
        languages: dict[str, list[str]] = {}
        for term in found:
            languages.setdefault(term[0], []).append(term[1])
        return "{" + ", ".join(f'"{k}": {_one(v)}' for k, v in sorted(languages.items())) + "}"
    return _one([str(term) for term in found])


def _one(values: list[str]) -> str:
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"
