"""Writes what is made from the vocabulary: ``python -m schema.generate``.

``schema/ontology.ttl``, ``schema/shapes.ttl``, ``schema/context.jsonld``, ``docs/ontology.html``; a
test holds the files in the tree to what this gives.
"""

from __future__ import annotations

from pathlib import Path

from schema.context import context_document
from schema.mapping import load_mapping
from schema.ontology import ontology_page, ontology_turtle
from schema.shapes import shapes_turtle
from schema.vocabulary import load

ROOT = Path(__file__).resolve().parents[1]


def generated() -> dict[str, str]:
    """Each file's path from the root of the project, and its text."""
    mapping, vocabulary = load_mapping(), load()
    return {
        "docs/ontology.html": ontology_page(mapping, vocabulary),
        "schema/context.jsonld": context_document(mapping),
        "schema/ontology.ttl": ontology_turtle(mapping, vocabulary),
        "schema/shapes.ttl": shapes_turtle(mapping, vocabulary),
    }


def write_all(root: Path = ROOT) -> None:
    """Write every file under the root of the project."""
    for name, text in generated().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    write_all()
