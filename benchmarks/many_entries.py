"""A large graph for measurements: the sample chronicles over and over, other years, other people.

The words stay real, and every offset stays true: a name is replaced by one of the same length, a
year by another of four digits.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from graph.harvest import Failure, harvest
from graph.keeping import Inputs, dump_record, load_record
from graph.tables import SourceRow, Tables
from schema.records import Record
from schema.vocabulary import load

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
GIVEN = (
    "安邦彬斌波博才灿昌超成川春聪达丹德登东恩方芳飞峰刚歌光广桂国海涵浩和恒宏洪华辉惠吉佳坚建健江"
    "杰金锦进晶景敬静军俊凯康科坤兰磊黎立利亮林玲龙璐曼茂梅敏明宁鹏平奇琪强庆泉群仁荣瑞睿山胜诗"
)
YEARS = range(1950, 2026)
_OWN = frozenset({"Person", "Event", "Entry", "Source"})
_REFERENCES = frozenset(
    {"person", "entry", "event", "started_event", "ended_event", "predecessor", "successor"}
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Sample:
    """One source of the samples: its records as JSON and text, its people's names."""

    name: str
    length: int | None
    records: tuple[tuple[str, str], ...]
    people: tuple[str, ...]


def many(entries: int) -> Inputs:
    """Records and sources of at least so many entries (at most one source more)."""
    records: list[Record] = []
    sources: list[SourceRow] = []
    for copy, sample in _endless(samples()):
        if len(records) >= entries:
            break
        name = f"{copy:05}-{sample.name}"
        sources.append(SourceRow(name, None, None, f"{copy:064x}", sample.length))
        records.extend(_copy(sample, copy, name))
    return Inputs(tuple(records), tuple(sources))


def tiled(tables: Tables, times: int) -> Tables:
    """The tables so many times over: each with its own people, events, entries and sources, all
    with the same posts, bodies, places and documents, as when a county's chronicle goes on."""
    kinds = load().edges
    nodes = {
        label: pa.concat_tables(_tile(table, ("id",), k) for k in range(times))
        if label in _OWN
        else table
        for label, table in tables.nodes.items()
    }
    edges = {}
    for (edge, start, end), table in tables.edges.items():
        ends = [name for name, label in (("from_id", start), ("to_id", end)) if label in _OWN]
        own = (*ends, *(p.name for p in kinds[edge].properties if p.name in _REFERENCES))
        edges[edge, start, end] = (
            pa.concat_tables(_tile(table, own, k) for k in range(times)) if ends else table
        )
    return Tables(nodes, edges)


def _tile(table: pa.Table, columns: tuple[str, ...], number: int) -> pa.Table:
    """The table with ids of its own and its days so many years on."""
    if number == 0:
        return table
    for place, field in enumerate(table.schema):
        column = table[field.name]
        if field.name in columns:
            column = pc.binary_join_element_wise(column, str(number), "~")
        elif pa.types.is_date(field.type):
            days = pc.add(column.cast(pa.int32()), pa.scalar(366 * number, pa.int32()))
            column = days.cast(pa.date32())
        else:
            continue
        table = table.set_column(place, field, column)
    return table


def samples() -> list[Sample]:
    """The sample chronicles, read."""
    found = []
    for result in harvest([str(SEEDS)]):
        if isinstance(result, Failure):
            raise ValueError(result.problem)
        people = {
            person.name
            for record in result.records
            for event in record.events
            for person in event.persons
            if 2 <= len(person.name) <= 4
        }
        rows = tuple((dump_record(record), record.text) for record in result.records)
        longest_first = sorted(people, key=lambda name: (-len(name), name))
        found.append(Sample(result.source.name, result.source.length, rows, tuple(longest_first)))
    return found


def _endless(found: list[Sample]) -> Iterator[tuple[int, Sample]]:
    for copy in itertools.count():
        for sample in found:
            yield copy, sample


def _copy(sample: Sample, copy: int, name: str) -> Iterator[Record]:
    others = {own: _other(own, copy, place) for place, own in enumerate(sample.people)}
    pattern = re.compile("|".join(map(re.escape, sample.people)) or r"(?!)")

    def changed(text: str) -> str:
        text = pattern.sub(lambda match: others[match[0]], text) if copy else text
        return _YEAR.sub(lambda match: _year(match[0], copy), text)

    for dumped, text in sample.records:
        yield replace(load_record(changed(dumped), changed(text)), source=name)


def _other(name: str, copy: int, place: int) -> str:
    """Another name of the same surname and length."""
    number = copy * 7 + place
    given = [GIVEN[(number // len(GIVEN) ** i + i) % len(GIVEN)] for i in range(len(name) - 1)]
    return name[0] + "".join(given)


def _year(year: str, copy: int) -> str:
    return str(YEARS[(int(year) - YEARS[0] + copy) % len(YEARS)])
