"""An invented graph of any size as Parquet files, for `benchmarks/rdf.py`.

Every event has an entry of its own, four people, two bodies, a place and a paper; there is a person
for every ten events. Names are numbers in Chinese characters; nothing is drawn by chance.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graph.tables import edge_schema, node_schema
from schema.vocabulary import load

Row = dict[str, Any]
TEXT = "县长{p}主持召开县政府常务会议,学习《{d}号文件》,{q}、{r}、{s}汇报工作,{o}、{b}负责人参加。"
DIGITS = "零一二三四五六七八九"
FIRST_DAY = datetime.date(1980, 1, 1)
SOURCES = 20


def write_graph(folder: Path, events: int, rows: int) -> None:
    """Write the files of every label and edge type; ``rows`` go into a row group."""
    folder.mkdir(parents=True)
    for label, maker in _NODES.items():
        _write(folder / f"{label}.parquet", node_schema(label), maker(events), rows)
    for edge, kind in load().edges.items():
        schema = edge_schema(edge)
        for name in ("from_label", "to_label"):
            schema = schema.append(pa.field(name, pa.string()))
        found = (
            {**row, "from_label": start, "to_label": end}
            for start, end in kind.ends
            for row in _edges(edge, start, end, events)
        )
        _write(folder / f"{edge}.parquet", schema, found, rows)


def _write(path: Path, schema: pa.Schema, found: Iterator[Row], rows: int) -> None:
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        chunk: list[Row] = []
        for row in found:
            chunk.append(row)
            if len(chunk) == rows:
                writer.write_table(_table(chunk, schema))
                chunk = []
        writer.write_table(_table(chunk, schema))


def _table(rows: Sequence[Row], schema: pa.Schema) -> pa.Table:
    columns = [pa.array([row.get(f.name) for row in rows], type=f.type) for f in schema]
    return pa.Table.from_arrays(columns, schema=schema)


def _id(label: str, number: int) -> str:
    return f"{label}:{number:016x}"


def _name(number: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(number))


def _people(events: int) -> int:
    return max(events // 10, 5)


def _person(event: int, place: int, events: int) -> int:
    return (event * 7 + place * 13) % _people(events)


def _text(event: int, events: int) -> str:
    p, q, r, s = (_name(_person(event, place, events)) for place in range(4))
    bodies = {"o": _name(event % 500) + "局", "b": _name(500 + event % 500) + "局"}
    return TEXT.format(p=p, q=q, r=r, s=s, d=_name(event % 3_000), **bodies)


def _persons(events: int) -> Iterator[Row]:
    for number in range(_people(events)):
        name = _name(number)
        yield {"id": _id("person", number), "name": name, "pinyin": f"Li {number}",
               "aliases": [], "scope": "某省某市某县"}  # fmt: skip


def _roles(events: int) -> Iterator[Row]:
    for number in range(_people(events)):
        name = f"{_name(number)}局 局长"
        yield {"id": _id("role", number), "name": name, "office": "局长", "rank": "chief"}


def _bodies(events: int) -> Iterator[Row]:
    del events
    for number in range(1_000):
        yield {"id": _id("organisation", number), "name": f"{_name(number)}局",
               "kind": "department", "aliases": []}  # fmt: skip


def _places(events: int) -> Iterator[Row]:
    del events
    for number in range(500):
        yield {"id": _id("location", number), "name": f"{_name(number)}镇", "kind": "township",
               "aliases": []}  # fmt: skip


def _happenings(events: int) -> Iterator[Row]:
    for number in range(events):
        day = FIRST_DAY + datetime.timedelta(days=number % 16_000)
        yield {"id": _id("event", number), "name": f"县政府第{number}次常务会议", "kind": "meeting",
               "date": day, "date_end": day, "precision": "day", "year": day.year,
               "date_text": day.isoformat(), "series": "县政府常务会议", "ordinal": number,
               "figures": []}  # fmt: skip


def _papers(events: int) -> Iterator[Row]:
    for number in range(min(events, 3_000)):
        yield {"id": _id("document", number), "name": f"{_name(number)}号文件", "kind": "notice"}


def _entries(events: int) -> Iterator[Row]:
    for number in range(events):
        text = _text(number, events)
        start = number * 100
        yield {"id": _id("entry", number), "name": f"{number}", "text": text, "span_start": start,
               "span_end": start + len(text), "place": "某省某市某县", "heading": "大事记",
               "warnings": [], "record": None}  # fmt: skip


def _sources(events: int) -> Iterator[Row]:
    for number in range(SOURCES):
        yield {"id": _id("source", number), "name": f"{number}.txt", "heading": "大事记",
               "sha256": f"{number:064x}", "length": events * 100}  # fmt: skip


_NODES = {
    "Person": _persons, "Role": _roles, "Organisation": _bodies, "Location": _places,
    "Event": _happenings, "Document": _papers, "Entry": _entries, "Source": _sources,
}  # fmt: skip


def _edges(edge: str, start: str, end: str, events: int) -> Iterator[Row]:
    """Rows sorted by the two ids, each with the span of some words of its entry."""
    pairs = sorted(_pairs(edge, start, end, events))
    for one, other, event, at in pairs:
        offset = event * 100 + at
        yield {"from_id": _id(start.lower(), one), "to_id": _id(end.lower(), other),
               "span_start": offset, "span_end": offset + 2, "entry": _id("entry", event),
               **_more(edge, event, one, events)}  # fmt: skip


def _pairs(edge: str, start: str, end: str, events: int) -> Iterator[tuple[int, int, int, int]]:
    """Two numbers, the event whose entry says it, and where the words stand in it."""
    numbered = range(events)
    if edge in ("PARTICIPATED_IN", "PRESENT_AT"):
        count = 4 if edge == "PARTICIPATED_IN" else 2
        seen = {(_person(e, k, events), e): 2 + 3 * k for e in numbered for k in range(count)}
        yield from ((one, event, event, at) for (one, event), at in seen.items())
    elif edge == "INVOLVED":
        yield from ((e % 500 + 500 * k, e, e, 30 + 3 * k) for e in numbered for k in range(2))
    elif edge == "HELD_AT":
        yield from ((e, e % 500, e, 8) for e in numbered)
    elif edge == "CONCERNS":
        yield from ((e, e % 3_000, e, 20) for e in numbered)
    elif edge in ("RECORDED_IN", "FROM_SOURCE"):
        yield from ((e, e if edge == "RECORDED_IN" else e % SOURCES, e, 0) for e in numbered)
    elif edge == "HELD":
        yield from ((n, n, n, 2) for n in range(_people(events)))
    elif edge == "ROLE_IN":
        yield from ((n, n % 1_000, n, 2) for n in range(_people(events)))
    elif edge == "MENTIONS":
        yield from _mentioned(end, events)


def _mentioned(end: str, events: int) -> Iterator[tuple[int, int, int, int]]:
    for e in range(events):
        if end == "Person":
            found = {_person(e, k, events): 2 + 3 * k for k in range(4)}
        elif end == "Role":
            found = {_person(e, k, events): 2 + 3 * k for k in range(2)}
        elif end == "Organisation":
            found = {e % 500 + 500 * k: 30 + 3 * k for k in range(2)}
        elif end == "Location":
            found = {e % 500: 8}
        else:
            found = {e % 3_000: 20}
        yield from ((e, other, e, at) for other, at in found.items())


def _more(edge: str, event: int, one: int, events: int) -> Row:
    day = FIRST_DAY + datetime.timedelta(days=event % 16_000)
    if edge == "PARTICIPATED_IN":
        return {"capacities": ["attend"], "capacity": "attend", "roles": ["局长"],
                "confidence": 0.9}  # fmt: skip
    if edge == "PRESENT_AT":
        return {"person": _id("person", one % _people(events)), "inferred": False}
    if edge == "HELD":
        return {"first_seen": day, "last_seen": day, "precision": "day", "evidence": 3,
                "inferred": False, "stint": 1}  # fmt: skip
    if edge == "MENTIONS":
        return {"surface": "某某", "times": 1}
    return {"capacity": {"INVOLVED": "attend", "CONCERNS": "studied"}.get(edge), "confidence": 1.0}
