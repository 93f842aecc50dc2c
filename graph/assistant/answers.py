"""What a tool answers: rows within limits, each with the entry and source that it rests on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from graph.asking import answer, asking
from graph.assistant.tools import CYPHER, ENTRY, SCHEMA, schema_text
from graph.naming import Ask, NamingError
from graph.stores.reading import refuse_more_than_reading
from graph.stores.store import Limits, Rows, StoreError
from queries.catalogue import QueryError, find
from schema.vocabulary import load

Answer = dict[str, Any]
"""A JSON object. Rows stand under ``rows``, a question back under ``question``, what a limit kept
back is told under ``cut``, what the asker should know of his query under ``notes``."""

_ID = re.compile(r"(entry|event):[0-9a-f]{16}")
_SHOWN = 3
"""How many entries a row of free Cypher shows of those that it rests on."""

_WORDS = "substring(n.text, 0, 60)"
_OF_EVENTS = (
    "MATCH (e:Event)-[:RECORDED_IN]->(n:Entry) WHERE e.id IN $ids "
    "RETURN e.id AS event, n.id AS entry ORDER BY event, entry"
)
_OF_ENTRIES = (
    "MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source) WHERE n.id IN $ids "
    f"RETURN n.id AS entry, s.name AS source, n.span_start AS span_start, {_WORDS} AS words "
    "ORDER BY entry"
)
_WHOLE = (
    "MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source) WHERE n.id IN $ids "
    "RETURN n.id AS entry, s.name AS source, s.heading AS heading, s.url AS url, n.place AS place, "
    "n.heading AS under, n.span_start AS span_start, n.span_end AS span_end, n.text AS text, "
    "n.warnings AS warnings ORDER BY source, span_start, entry"
)


@dataclass(frozen=True, slots=True)
class Door:
    """The graph that is asked, and the limits of every answer."""

    target: str
    limits: Limits

    def open(self) -> tuple[Ask, Ask]:
        """What asks within both limits, and what asks within that of time alone.

        A file that was built anew since the last question is loaded anew. Raises StoreError.
        """
        return _opened(self.target, self.limits, _state(self.target))


def call(door: Door, name: str, arguments: Mapping[str, Any]) -> Answer:
    """What the tool of that name answers.

    Raises StoreError or QueryError, whose sentence says what to do, where it cannot; QueryError
    also for a tool that there is not. A name that fits several people is no error but a question.
    """
    if name == SCHEMA:
        return {"schema": schema_text()}
    if name == ENTRY:
        return _entries(door, arguments)
    if name == CYPHER:
        return _cypher(door, arguments)
    return _canned(door, name, arguments)


def _canned(door: Door, name: str, arguments: Mapping[str, Any]) -> Answer:
    query = find(name)
    ask, names = door.open()
    given = {key: str(value) for key, value in arguments.items() if value is not None}
    try:
        rows = answer(ask, query, given, names=names)
    except NamingError as unsure:
        if not unsure.candidates:
            raise
        return {
            "question": "Several people bear that name: which is meant? Ask again with the id.",
            "candidates": [
                {"id": one.id, "name": one.name, "scope": one.scope, "posts": list(one.posts)}
                for one in unsure.candidates
            ],
        }
    made = _answer(door, rows, [_row(row) for row in rows.dicts()])
    if not rows.rows and query.without_rows:
        made["notes"] = [query.without_rows]
    return made


def _cypher(door: Door, arguments: Mapping[str, Any]) -> Answer:
    cypher, parameters = arguments.get("query"), arguments.get("parameters") or {}
    if not isinstance(cypher, str) or not isinstance(parameters, Mapping):
        raise QueryError("cypher takes a query, which is a text, and parameters, an object.")
    refuse_more_than_reading(door.target, cypher)
    ask, lookup = door.open()
    rows = ask(cypher, parameters)
    told = [_row(row) for row in rows.dicts()]
    named = [sorted(set(_ids(row))) for row in told]
    resting = _resting(lookup, named)
    for row, ids in zip(told, named, strict=True):
        if found := [resting[one] for one in ids if one in resting]:
            entries = {entry["entry"]: entry for several in found for entry in several}
            row["rests_on"] = [entries[one] for one in sorted(entries)][:_SHOWN]
    made = _answer(door, rows, told)
    if any("rests_on" not in row for row in told):
        made.setdefault("notes", []).append(
            "Rows without rests_on name no entry and no event: return the id of an Entry or Event "
            "with each row to show what it rests on."
        )
    return made


def _entries(door: Door, arguments: Mapping[str, Any]) -> Answer:
    ids = arguments.get("ids")
    if not isinstance(ids, Sequence) or isinstance(ids, str) or not ids:
        raise QueryError("entry takes ids, a list of the ids of entries.")
    ask, _ = door.open()
    wanted = [str(one) for one in ids]
    rows = ask(_WHOLE, {"ids": wanted})
    made = _answer(door, rows, [_row(row) for row in rows.dicts()])
    missing = set(wanted) - {row["entry"] for row in made["rows"]}
    if missing and not rows.more:
        made["notes"] = [f"No entry has the id {one}." for one in sorted(missing)]
    return made


def _answer(door: Door, rows: Rows, told: list[dict[str, Any]]) -> Answer:
    made: Answer = {"columns": list(rows.columns), "rows": told}
    if rows.more:
        made["cut"] = (
            f"Only the first {len(told)} rows are given, which is the limit of this server; there "
            "are more. Ask for less, or for an aggregate."
        )
    if rows.notes:
        made["notes"] = list(rows.notes)
    return made


def _resting(ask: Ask, named: Sequence[Sequence[str]]) -> dict[str, list[dict[str, Any]]]:
    """For every id of an event or entry, the entries that it rests on, with their sources."""
    ids = sorted({one for several in named for one in several})
    if not ids:
        return {}
    of: dict[str, list[str]] = {one: [one] for one in ids if one.startswith("entry:")}
    for event, entry in ask(_OF_EVENTS, {"ids": [one for one in ids if one not in of]}).rows:
        of.setdefault(event, []).append(entry)
    every = sorted({entry for several in of.values() for entry in several})
    entries = {row["entry"]: row for row in ask(_OF_ENTRIES, {"ids": every}).dicts()}
    return {one: [entries[e] for e in several if e in entries] for one, several in of.items()}


def _ids(value: Any) -> Iterator[str]:
    """The ids of events and entries anywhere in a value."""
    if isinstance(value, str):
        if _ID.fullmatch(value):
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _ids(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids(inner)


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    """The value as JSON has it, without what a store keeps for itself."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items() if k not in _internal()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return str(value)


@lru_cache(maxsize=1)
def _internal() -> frozenset[str]:
    nodes = load().nodes.values()
    return frozenset(prop.name for node in nodes for prop in node.properties if prop.internal)


def _state(target: str) -> tuple[int, int] | None:
    """What changes when a file is built anew; None for a server."""
    if "://" in target:
        return None
    try:
        found = Path(target).stat()
    except OSError as error:
        raise StoreError(f"{target}: there is no graph; make one with graph build") from error
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=1)
def _opened(target: str, limits: Limits, state: tuple[int, int] | None) -> tuple[Ask, Ask]:
    if state is None:
        return asking(target, limits), asking(target, Limits(seconds=limits.seconds))
    from graph.stores.kglite_store import open_graph

    graph = open_graph(target)
    in_time = Limits(seconds=limits.seconds)
    return (
        lambda cypher, params: graph.query(cypher, params, limits),
        lambda cypher, params: graph.query(cypher, params, in_time),
    )
