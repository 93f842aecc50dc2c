"""What every export says alike: the controlled words as SKOS schemes, with both labels."""

from __future__ import annotations

from collections.abc import Iterator

from graph.stores.rdf.plan import Export, Piece
from schema.mapping import OWN
from schema.vocabulary import load


def concepts(export: Export) -> Iterator[Piece]:
    """Each scheme and its concepts, in the order of the vocabulary."""
    syntax = export.syntax
    predicate = syntax.predicate
    for word_list, terms in load().words.items():
        scheme = export.mapping.schemes[word_list]
        own = syntax.name(f"{OWN}:{scheme.prefix}")
        yield own, 0, [
            *export.type_pairs(["skos:ConceptScheme"]),
            (predicate("skos:prefLabel"), syntax.text(scheme.zh, "zh-Hans")),
            (predicate("skos:prefLabel"), syntax.text(scheme.en, "en")),
            *((predicate("skos:hasTopConcept"), syntax.concept(scheme.prefix, name))
              for name in terms),
        ]  # fmt: skip
        for term in terms.values():
            yield syntax.concept(scheme.prefix, term.name), 0, [
                *export.type_pairs(["skos:Concept"]),
                (predicate("skos:inScheme"), own),
                (predicate("skos:topConceptOf"), own),
                (predicate("skos:notation"), syntax.text(term.name, "")),
                (predicate("skos:prefLabel"), syntax.text(term.zh, "zh-Hans")),
                (predicate("skos:prefLabel"), syntax.text(term.en, "en")),
            ]  # fmt: skip
