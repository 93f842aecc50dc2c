"""What an assistant can ask: a tool for each canned query, and three for what they do not cover.

These are descriptions alone, as values; `graph.assistant.answers` does what they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from queries.catalogue import Parameter, Query, grouped
from schema.vocabulary import Property, Vocabulary, exported, load

CYPHER = "cypher"
ENTRY = "entry"
SCHEMA = "schema"

INSTRUCTIONS = """\
A knowledge graph of Chinese local-government chronicles (大事记): people, posts, bodies, places,
documents and dated events, read from texts by rules. Prefer the tools that are questions; use \
`cypher` for what they do not cover, after `schema`.
Every row names the entry and the source that it rests on: cite them, and read the words with \
`entry` before you rely on a row, for the reading makes mistakes. Where a name fits several people \
the answer is a question with their ids: ask which is meant, then give the id. An answer that was \
cut says so under `cut`.
图中每一行都指明所依据的条目和来源，请引用；重名时先问清是哪一位，再用 id 提问。"""

_EVIDENCE = frozenset({"source", "span_start", "words", "entry", "entries"})
_KINDS: Mapping[str, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "person": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "number": {"type": "integer", "minimum": 0},
}
_PERSON = "name, alias, pinyin or id"


@dataclass(frozen=True, slots=True)
class Tool:
    """One thing to ask: ``schema`` is the JSON Schema of its arguments."""

    name: str
    title: str
    description: str
    schema: Mapping[str, Any]


def tools() -> tuple[Tool, ...]:
    """Every tool: the canned queries by group, then free Cypher, the schema and the entries."""
    asked = (query for queries in grouped().values() for query in queries)
    return (*(_of_query(query) for query in asked), *_OTHERS)


def schema_text(vocabulary: Vocabulary | None = None) -> str:
    """Labels, edges and properties with what they mean, for one who writes Cypher."""
    return "\n".join(_schema_lines(vocabulary or load()))


def _of_query(query: Query) -> Tool:
    columns = "; ".join(
        f"{column.name}: {column.meaning}"
        for column in query.columns
        if column.name not in _EVIDENCE and not column.name.endswith("_id")
    )
    slow = f" It takes longer on a large graph: {query.whole_graph}." if query.whole_graph else ""
    if query.needs:
        slow += f" It reads {query.needs}."
    return Tool(
        name=query.name,
        title=f"{query.zh} {query.en}",
        description=f"{query.zh}。{query.en}. {query.answers}{slow}\nColumns: {columns}.",
        schema=_arguments(
            {parameter.name: _argument(parameter) for parameter in query.parameters},
            [parameter.name for parameter in query.parameters if parameter.required],
        ),
    )


def _argument(parameter: Parameter) -> dict[str, Any]:
    meaning = parameter.meaning
    if parameter.kind == "person" and "pinyin" not in meaning:
        meaning = f"{meaning}: {_PERSON}"
    made = {**_KINDS[parameter.kind], "description": meaning, "examples": [parameter.example]}
    if not parameter.required:
        made["default"] = parameter.default
        if parameter.default == "":
            # An empty text stands for what is left out, which is no day.
            made.pop("format", None)
    return made


def _arguments(properties: Mapping[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
    }


_OTHERS = (
    Tool(
        CYPHER,
        "只读 Cypher Read-only Cypher",
        "用只读 Cypher 查询整个图。Asks the graph in Cypher (openCypher as in Neo4j 5) that only "
        "reads; writing, LOAD CSV and several statements are refused. Call `schema` first. Return "
        "scalars with names, and with each row the id of an Entry or Event that it comes from "
        "(`n.id AS entry`), so that the answer can say what it rests on. Dates are DATE: compare "
        "with date('2023-05-01').",
        _arguments(
            {
                "query": {
                    "type": "string",
                    "description": "the Cypher",
                    "examples": [
                        "MATCH (e:Event)-[:RECORDED_IN]->(n:Entry) WHERE e.kind = 'signing' "
                        "RETURN e.name AS event, e.date AS date, n.id AS entry LIMIT 5"
                    ],
                },
                "parameters": {
                    "type": "object",
                    "description": "values for its $names",
                    "default": {},
                },
            },
            ["query"],
        ),
    ),
    Tool(
        SCHEMA,
        "图的结构 The schema of the graph",
        "节点、关系及其属性的说明。What nodes, edges and properties there are and what they mean.",
        _arguments({}, []),
    ),
    Tool(
        ENTRY,
        "条目原文 The words of an entry",
        "按 id 读取条目全文及其出处。The whole text of entries, by the ids that rows name, with "
        "source, address, offsets and warnings.",
        _arguments(
            {
                "ids": {
                    "type": "array",
                    "items": {"type": "string"},
                    "minItems": 1,
                    "description": "ids of entries",
                    "examples": [["entry:0123456789abcdef"]],
                }
            },
            ["ids"],
        ),
    ),
)


def _schema_lines(vocabulary: Vocabulary) -> Iterator[str]:
    yield "Nodes"
    for node in vocabulary.nodes.values():
        yield f"(:{node.name}) {node.zh}: {node.about}"
        yield from _property_lines(node.properties)
    yield "Edges"
    for edge in vocabulary.edges.values():
        ends = ", ".join(f"(:{start})-->(:{end})" for start, end in edge.ends)
        yield f"[:{edge.name}] {edge.zh} {edge.en}: {ends}"
        yield from _property_lines(edge.properties)
    yield "Words that properties take"
    for name, terms in vocabulary.words.items():
        told = ", ".join(f"{term.name} {term.zh}" for term in terms.values())
        yield f"{name.replace('_', ' ')}: {told}"


def _property_lines(properties: tuple[Property, ...]) -> Iterator[str]:
    for prop in exported(properties):
        about = f": {prop.about}" if prop.about else ""
        yield f"  {prop.name} ({prop.kind}) {prop.zh} {prop.en}{about}"
