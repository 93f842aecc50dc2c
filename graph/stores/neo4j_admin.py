"""The graph as the CSV files that ``neo4j-admin database import`` reads, the fast way into Neo4j.

A folder with one file a label and one for every edge type and pair of labels, RFC 4180 in UTF-8,
the first line of each its header; ``import.args`` with the options of the import, to be given as
``@import.args`` from within the folder; ``schema.cypher`` with the constraints and indexes, which
the import does not make. The files hold what a load over Bolt would write, its marks as well, so
that a later ``graph load`` or ``graph build`` into the same database goes on from there.

A null is an empty cell, an empty string a quoted one; the items of a list are parted by U+001F.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graph.stores.neo4j_rows import MARK, Part, cut_column, edge_parts, node_parts
from graph.tables import Tables
from schema.ddl import neo4j_statements
from schema.vocabulary import Property, load

ITEMS = "\x1f"
_KINDS = {
    "string": "string", "int": "long", "float": "double", "date": "date", "list": "string[]",
    "bool": "boolean",
}  # fmt: skip
_OPTIONS = (
    "--id-type=string",
    "--array-delimiter=U+001F",
    "--multiline-fields=true",
    "--legacy-style-quoting=false",
    "--trim-strings=false",
)
_ROWS = 50_000


def write(tables: Tables, folder: str | Path) -> tuple[Path, ...]:
    """Write the files into the folder, which is made; gives their paths, sorted."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = load()
    written, arguments = [], list(_OPTIONS)
    for label, part in node_parts(tables).items():
        name = f"{label}.csv"
        header = _header(part, vocabulary.nodes[label].properties)
        written.append(_write(folder / name, [header, *_lines(part)]))
        arguments.append(f"--nodes={label}={name}")
    for (edge, start, end), part in edge_parts(tables).items():
        name = f"{edge}-{start}-{end}.csv"
        header = _header(part, vocabulary.edges[edge].properties)
        written.append(_write(folder / name, [header, *_lines(part)]))
        arguments.append(f"--relationships={edge}={name}")
    written.append(_write(folder / "import.args", [f"{line}\n".encode() for line in arguments]))
    statements = [f"{statement};\n".encode() for statement in neo4j_statements(vocabulary)]
    written.append(_write(folder / "schema.cypher", statements))
    return tuple(sorted(written))


def _header(part: Part, properties: tuple[Property, ...]) -> bytes:
    kinds = {p.name: f"{p.name}:{_KINDS[p.kind]}" for p in properties}
    if part.ends:
        kinds["from_id"], kinds["to_id"] = (
            f":START_ID({part.ends[0]})", f":END_ID({part.ends[1]})"
        )  # fmt: skip
    else:
        kinds["id"] = f"id:ID({part.name})"
    return (",".join([f"{MARK}:long", *(kinds[name] for name in part.columns)]) + "\r\n").encode()


def _lines(part: Part) -> list[bytes]:
    """The rows of a part in blocks of bytes, the fingerprint first."""
    blocks = []
    for start in range(0, part.table.num_rows, _ROWS):
        table = part.table.slice(start, _ROWS)
        marks = pa.array(part.fingerprints[start : start + _ROWS])
        cells = [_quoted(cut_column(part, name, table[name])) for name in part.columns]
        lines = pc.binary_join_element_wise(marks.cast(pa.string()), *cells, ",")
        blocks.append(b"\r\n".join([*lines.cast(pa.binary()).to_pylist(), b""]))
    return blocks


def _quoted(column: Any) -> Any:
    """A column as CSV cells."""
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if pa.types.is_list(column.type):
        column = pc.binary_join(column, ITEMS)
    elif not pa.types.is_string(column.type):
        return pc.fill_null(column.cast(pa.string()), "")
    escaped = pc.replace_substring(column, '"', '""')
    return pc.fill_null(pc.binary_join_element_wise('"', escaped, '"', ""), "")


def _write(path: Path, blocks: list[bytes]) -> Path:
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.writelines(blocks)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    return path
