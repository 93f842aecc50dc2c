"""Records and sources as JSON, so that a graph can hold what it was built from.

A store keeps each record on its Entry node (property ``record``, the text left out: it is the
node's ``text``) and each source's row on its Source node. A later build loads them, adds the new
ones with `union` and builds anew: the graph is then a function of the set of inputs, whatever the
order in which they came.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any, cast

from graph.identity.judgements import Judgement
from graph.tables import SourceRow
from schema.records import Record

_PLAIN = (str, int, float, bool)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a graph is built from; ``records`` name their source by ``SourceRow.name``.

    ``judgements`` are those of readers, to be replayed. ``unfinished`` names sources that an
    interrupted load left incomplete: they are not among them. ``measured`` says that its people
    are measured (`graph.measures`), which every later build does again.
    """

    records: tuple[Record, ...] = ()
    sources: tuple[SourceRow, ...] = ()
    unfinished: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    measured: bool = False


@dataclass(frozen=True, slots=True)
class Union:
    """Inputs after an addition, and the names of sources whose earlier content was replaced."""

    inputs: Inputs
    replaced: tuple[str, ...]


def union(kept: Inputs, new: Inputs) -> Union:
    """All of both. A source given again replaces its earlier self with all its records.

    ``replaced`` names those whose content differs from before (another ``sha256``): a caller
    should say so, for it is either a corrected file or another file of the same name. To keep two
    files of one name, give them different names. Neither the order of records nor of sources
    matters to `assemble`.
    """
    given = {source.name for source in new.sources} | {record.source for record in new.records}
    before = {source.name: source for source in kept.sources}
    replaced = tuple(
        sorted(
            source.name
            for source in new.sources
            if source.name in before and before[source.name].sha256 != source.sha256
        )
    )
    records = [record for record in kept.records if record.source not in given]
    sources = [source for source in kept.sources if source.name not in given]
    return Union(
        Inputs(
            (*records, *new.records),
            (*sources, *new.sources),
            judgements=tuple(dict.fromkeys((*kept.judgements, *new.judgements))),
            measured=kept.measured or new.measured,
        ),
        replaced,
    )


def dump_record(record: Record) -> str:
    """The record as one line of JSON without its text; fields at their default are left out."""
    data = _plain(record)
    del data["text"]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def load_record(dumped: str, text: str) -> Record:
    """The record again; raises ValueError where the line is not one that dump_record wrote."""
    data = json.loads(dumped)
    if not isinstance(data, dict):
        raise ValueError("a kept record is not a JSON object")
    return cast(Record, _value(Record, {**data, "text": text}))


_AS_IT_IS = frozenset({str, int, float, bool, type(None)})


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is tuple:
        if value and type(value[0]) in _AS_IT_IS:
            return list(value)  # a span, or the capacities of a person
        return [_plain(item) for item in value]
    found = {}
    for name, default in _defaults(kind):
        item = getattr(value, name)
        if item is not default and item != default:
            found[name] = item if type(item) in _AS_IT_IS else _plain(item)
    return found


@lru_cache(maxsize=64)
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in fields(kind))


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _value(kind: Any, data: Any) -> Any:
    """``data`` as a value of the type ``kind``: dataclasses, tuples, optionals and plain values."""
    if kind in _PLAIN:
        return data
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _value(hints[name], item) for name, item in data.items()})
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return tuple(_value(arguments[0], item) for item in data)
        return tuple(_value(part, item) for part, item in zip(arguments, data, strict=True))
    if origin in (types.UnionType, typing.Union):
        inner = [part for part in arguments if part is not type(None)]
        return None if data is None else _value(inner[0], data)
    return data


def sorted_records(records: Iterable[Record]) -> list[Record]:
    """Records in order of source and position, one that was given twice only once."""
    kept: dict[tuple[str, int, int, str], Record] = {}
    for record in records:
        key = (record.source, record.start, record.end, record.entry_id)
        if key not in kept or dump_record(record) < dump_record(kept[key]):
            kept[key] = record
    return [kept[key] for key in sorted(kept)]
