"""Turtle text from plain values, for the files that are generated beside the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schema.mapping import Linked

Statements = Iterable[tuple[str, str]]


def text(value: str, language: str = "") -> str:
    """A literal, with a language if one is given."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def block(subject: str, statements: Statements) -> str:
    """A subject and its statements, each on a line of its own, as the export writes them."""
    lines = "".join(f"    {predicate} {value} ;\n" for predicate, value in statements)
    return f"{subject}\n{lines}    .\n"


def prefix_lines(mapping: Linked, prefixes: Mapping[str, str] | None = None) -> str:
    """The prefixes of the mapping, or those given."""
    named = mapping.prefixes if prefixes is None else prefixes
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in named.items())
