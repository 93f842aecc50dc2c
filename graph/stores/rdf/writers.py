"""Subjects with their statements to lines of a file, format by format.

Every statement stands on a line of its own and a subject ends on its own line too, so that what is
added to a graph is added to the file and changes no other line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter
from tempfile import SpooledTemporaryFile

from graph.stores.rdf.plan import Export, Pairs, Piece
from graph.stores.rdf.spill import Sorter
from graph.stores.rdf.syntax import Syntax, Term

_IN_MEMORY = 1_000_000
_CHARACTERS = 100_000
"""What several graphs say alike stays in memory up to so many bytes, and is read in such parts."""


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
    for number, group in groupby(pieces, key=itemgetter(1)):
        if number == 0:
            yield from _blocks(group)
            continue
        first, *others = export.told.graphs(number)
        yield f"{syntax.node(first)} {{\n"
        if not others:
            yield from _blocks(group)
            yield "}\n"
            continue
        with SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="") as kept:
            for block in _blocks(group):
                kept.write(block)
                yield block
            yield "}\n"
            for graph in others:
                kept.seek(0)
                yield f"{syntax.node(graph)} {{\n"
                yield from iter(partial(kept.read, _CHARACTERS), "")
                yield "}\n"
    yield from _blocks(_graphs(export))


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


def _graphs(export: Export) -> Iterator[Piece]:
    """Each graph, and the sources without which it does not stand."""
    syntax = export.syntax
    for graph, *sources in Sorter(itemgetter(0), export.folder, "graphs").add_all(
        export.told.rests()
    ):
        yield syntax.node(graph), 0, [
            (syntax.predicate("dct:source"), syntax.node(own)) for own in sources
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
