"""The ontology of the graph's own terms, as Turtle and as a page to read.

Both are made from ``vocabulary.yaml`` alone: ``python -m schema.generate`` writes them, and a test
holds the files in the tree to what this gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from schema.mapping import OWN, Linked, OwnClass, OwnTerm
from schema.turtle import block, prefix_lines, text
from schema.vocabulary import Vocabulary

TITLE_ZH = "大事记图谱词汇"
TITLE_EN = "Chronicle graph vocabulary"
ABOUT_ZH = "描述中国大事记中的人物、职务、机构、地点和注明日期的事件；已有公认词汇的，一律从之。"
ABOUT_EN = (
    "Terms for the people, posts, bodies, places and dated events of Chinese chronicles. "
    "What well-known vocabularies say already is said with theirs."
)

_DATES = ("xsd:date", "xsd:gYearMonth", "xsd:gYear")
"""What a day is that is no finer than it is known: the only values without one range."""


def ontology_turtle(mapping: Linked, vocabulary: Vocabulary) -> str:
    """Classes, properties and concept schemes, with labels and comments in both languages."""
    parts = [prefix_lines(mapping), _header(mapping)]
    parts += [_class(own) for own in mapping.classes.values()]
    parts += [_term(own, mapping) for own in mapping.terms.values()]
    parts += _schemes(mapping, vocabulary)
    return "\n".join(parts)


def ontology_page(mapping: Linked, vocabulary: Vocabulary) -> str:
    """One HTML page without scripts: what is mapped to what, own terms, controlled words."""
    body = "\n".join(
        [
            f"<h1>{TITLE_EN} <span lang='zh-Hans'>{TITLE_ZH}</span></h1>",
            f"<p>{escape(ABOUT_EN)}</p><p lang='zh-Hans'>{escape(ABOUT_ZH)}</p>",
            f"<p>Namespace <code>{mapping.namespace}</code>, prefix <code>{OWN}</code>, "
            f"version {mapping.version}.</p>",
            "<h2>The graph as linked data 图谱与词汇</h2>",
            _mapping_table(mapping, vocabulary),
            "<h2>Classes 类</h2>",
            _definitions(_class_rows(mapping)),
            "<h2>Properties 属性</h2>",
            _definitions(_term_rows(mapping)),
            "<h2>Controlled words 受控词</h2>",
            *_word_tables(mapping, vocabulary),
        ]
    )
    return _PAGE.format(title=TITLE_EN, body=body)


def _header(mapping: Linked) -> str:
    return block(
        f"<{mapping.namespace}>",
        [
            ("a", "owl:Ontology"),
            ("dct:title", text(TITLE_ZH, "zh-Hans")),
            ("dct:title", text(TITLE_EN, "en")),
            ("dct:description", text(ABOUT_ZH, "zh-Hans")),
            ("dct:description", text(ABOUT_EN, "en")),
            ("owl:versionInfo", text(mapping.version)),
            ("owl:versionIRI", f"<{mapping.namespace}{mapping.version}>"),
        ],
    )


def _labels(own: OwnClass | OwnTerm) -> list[tuple[str, str]]:
    return [
        ("rdfs:label", text(own.zh, "zh-Hans")),
        ("rdfs:label", text(own.en, "en")),
        ("rdfs:comment", text(own.comment_zh, "zh-Hans")),
        ("rdfs:comment", text(own.comment_en, "en")),
        ("rdfs:isDefinedBy", f"{OWN}:"),
    ]


def _class(own: OwnClass) -> str:
    above = [("rdfs:subClassOf", parent) for parent in own.parents]
    return block(f"{OWN}:{own.name}", [("a", "owl:Class"), *above, *_labels(own)])


def _term(own: OwnTerm, mapping: Linked) -> str:
    kind = "owl:ObjectProperty" if own.is_link else "owl:DatatypeProperty"
    said = [("a", kind), *(("rdfs:subPropertyOf", parent) for parent in own.parents)]
    if own.domain:
        said.append(("rdfs:domain", own.domain))
    else:
        said += [("schema:domainIncludes", name) for name in _used_by(own, mapping)]
    if own.range:
        said.append(("rdfs:range", own.range))
    else:
        said += [("schema:rangeIncludes", name) for name in _DATES]
    return block(f"{OWN}:{own.name}", [*said, *_labels(own)])


def _used_by(own: OwnTerm, mapping: Linked) -> list[str]:
    """The classes whose things have the property, for one that several have.

    They are said with schema.org's ``domainIncludes``: of several ``rdfs:domain`` each would hold
    for every subject.
    """
    iri = f"{OWN}:{own.name}"
    found = {
        node.classes[0]
        for node in mapping.nodes.values()
        if iri in {p.iri for p in node.properties}
    }
    for edge in mapping.edges.values():
        if edge.node and iri in {edge.node.start, edge.node.end, *(p.iri for p in edge.properties)}:
            found.add(edge.node.kind)
        found |= {
            mapping.nodes[label].classes[0]
            for label, direct in edge.direct.items()
            if direct.iri == iri and not direct.backwards
        }
    return sorted(found)


def _schemes(mapping: Linked, vocabulary: Vocabulary) -> Iterator[str]:
    for scheme in mapping.schemes.values():
        own = f"{OWN}:{scheme.prefix}"
        words = vocabulary.terms(scheme.word_list).values()
        tops = [("skos:hasTopConcept", f"{scheme.prefix}:{term.name}") for term in words]
        yield block(
            own,
            [
                ("a", "skos:ConceptScheme"),
                ("skos:prefLabel", text(scheme.zh, "zh-Hans")),
                ("skos:prefLabel", text(scheme.en, "en")),
                ("rdfs:isDefinedBy", f"{OWN}:"),
                *tops,
            ],
        )
        for term in words:
            yield block(
                f"{scheme.prefix}:{term.name}",
                [
                    ("a", "skos:Concept"),
                    ("skos:inScheme", own),
                    ("skos:topConceptOf", own),
                    ("skos:notation", text(term.name)),
                    ("skos:prefLabel", text(term.zh, "zh-Hans")),
                    ("skos:prefLabel", text(term.en, "en")),
                    ("rdfs:isDefinedBy", f"{OWN}:"),
                ],
            )


def _mapping_table(mapping: Linked, vocabulary: Vocabulary) -> str:
    rows = []
    for label, node in mapping.nodes.items():
        kind = vocabulary.nodes[label]
        said = [f"{p.name} → {p.iri}" for p in node.properties]
        rows.append((f"{label} {kind.zh}", ", ".join(node.classes), "; ".join(said)))
    for name, edge in mapping.edges.items():
        direct = sorted({f"{d.iri}{' (inverse)' if d.backwards else ''}"
                         for d in edge.direct.values()})  # fmt: skip
        if edge.node:
            direct.append(f"{edge.node.kind}: {edge.node.start}, {edge.node.end}")
        said = [f"{p.name} → {p.iri}" for p in edge.properties]
        rows.append((f"{name} {vocabulary.edges[name].zh}", "; ".join(direct), "; ".join(said)))
    return _table(("in the graph", "class or statement", "properties"), rows)


def _class_rows(mapping: Linked) -> Iterator[tuple[str, str, str, str, str]]:
    for own in mapping.classes.values():
        more = f"subclass of {', '.join(own.parents)}"
        yield own.name, f"{own.en} {own.zh}", own.comment_en, own.comment_zh, more


def _term_rows(mapping: Linked) -> Iterator[tuple[str, str, str, str, str]]:
    for own in mapping.terms.values():
        domain = own.domain or " or ".join(_used_by(own, mapping))
        more = [f"domain {domain}", f"range {own.range or ' or '.join(_DATES)}"]
        more += [f"subproperty of {parent}" for parent in own.parents]
        yield own.name, f"{own.en} {own.zh}", own.comment_en, own.comment_zh, ", ".join(more)


def _definitions(rows: Iterable[tuple[str, str, str, str, str]]) -> str:
    return "\n".join(
        f"<section id='{name}'><h3><code>{OWN}:{name}</code> {escape(label)}</h3>"
        f"<p>{escape(en)}</p><p lang='zh-Hans'>{escape(zh)}</p><p class='more'>{escape(more)}</p>"
        "</section>"
        for name, label, en, zh, more in rows
    )


def _word_tables(mapping: Linked, vocabulary: Vocabulary) -> Iterator[str]:
    for scheme in mapping.schemes.values():
        yield f"<h3 id='{scheme.prefix}'>{escape(scheme.en)} {escape(scheme.zh)}</h3>"
        terms = vocabulary.terms(scheme.word_list).values()
        rows = [(f"{scheme.prefix}:{term.name}", term.zh, term.en) for term in terms]
        yield _table(("concept", "中文", "English"), rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    def cells(values: Iterable[str], tag: str) -> str:
        return "".join(f"<{tag}>{escape(value)}</{tag}>" for value in values)

    lines = [f"<tr>{cells(row, 'td')}</tr>" for row in rows]
    return "<table>\n" + "\n".join([f"<tr>{cells(head, 'th')}</tr>", *lines]) + "\n</table>"


_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem;
  color: #1c1c1c; background: #fff }}
table {{ border-collapse: collapse; width: 100%; font-size: 14px }}
td, th {{ border: 1px solid #ccc; padding: .3rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere }}
section {{ border-top: 1px solid #ddd }}
p {{ margin: .3rem 0 }}
.more {{ color: #555; font-size: 14px }}
</style>
{body}
</html>
"""
