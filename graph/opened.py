"""A stored graph opened from Python: its queries and tables as pandas, polars or Arrow.

`open_graph` of the package ``graph`` is the door; docs/python.md says how it is used.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import pyarrow as pa

from graph.asking import answer, asking
from graph.naming import Ask
from graph.stores.store import Rows, StoreError
from graph.tables import Tables, edge_keys, edge_schema, node_schema, to_table
from queries.catalogue import QueryError, find
from schema.vocabulary import exported, load

if TYPE_CHECKING:
    from graph.plots.draw import Drawing

Frames = Literal["pandas", "polars", "arrow"]
FRAMES: tuple[Frames, ...] = ("pandas", "polars", "arrow")

_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class OpenGraph:
    """A graph that answers; made by `open_graph`.

    ``target`` is where it is kept, ``frames`` the kind of table that its methods give: a pandas
    or polars DataFrame, or a pyarrow Table.
    """

    target: str
    frames: Frames
    ask: Ask

    def query(self, name_or_cypher: str, **parameters: Any) -> Any:
        """The rows of a canned query, by its name, or of a Cypher text, as a table.

        A canned query takes its defaults for what is left out, dates as ``date`` or text, and
        people by name, alias, pinyin or id. Cypher takes the parameters as they are, and may only
        read; a label that there is not comes out as a UserWarning. Raises QueryError for a name or
        parameter that there is not, StoreError for Cypher that cannot be run, and for a person's
        name that fits nobody or several.
        """
        if _NAME.fullmatch(name_or_cypher):
            asked = find(name_or_cypher)
            given = {name.rstrip("_"): str(value) for name, value in parameters.items()}
            rows = answer(self.ask, asked, given)
        else:
            rows = self.ask(name_or_cypher, parameters)
            for note in rows.notes:
                warnings.warn(note, stacklevel=2)
        return self._frame(_arrow(rows))

    def nodes(self, label: str) -> Any:
        """All nodes of a label, one a row, sorted by id; raises QueryError for no such label."""
        return self._frame(self._nodes(label))

    def edges(self, name: str) -> Any:
        """All edges of a type: from_id, from_label, to_id, to_label and the properties.

        Sorted by labels and ids; raises QueryError for no such type.
        """
        parts = []
        for key in edge_keys(load()):
            if key[0] == name:
                table = self._edges(key)
                for at, column, value in ((1, "from_label", key[1]), (3, "to_label", key[2])):
                    table = table.add_column(at, column, pa.array([value] * table.num_rows))
                parts.append(table)
        if not parts:
            raise QueryError(f"No edge is called {name!r}; there are {', '.join(load().edges)}.")
        return self._frame(pa.concat_tables(parts, promote_options="permissive"))

    def to_networkx(self) -> Any:
        """The whole graph as a networkx MultiDiGraph: nodes by id, edges keyed by their type.

        Node and edge data hold ``label`` and the properties that are not null.
        """
        from graph.stores import graphs

        return graphs.to_networkx(self.tables())

    def plot(
        self,
        kind: str,
        *,
        person: str | None = None,
        body: str | None = None,
        first: date = date.min,
        last: date = date.max,
        rows: str = "kind",
        limit: int = 0,
        language: str = "zh",
    ) -> Drawing:
        """A picture as `graph plot` draws it: a timeline, a network or a heatmap.

        A notebook shows it; its ``save(path)`` writes a .png or .svg file. Raises StoreError where
        there is no such person or body, nothing to draw, or no font for Chinese.
        """
        from graph.plots.command import Wish, picture
        from graph.plots.draw import Drawing
        from graph.plots.fonts import find_font

        wish = Wish(kind, person, body, first, last, rows, limit, language)
        return Drawing(picture(self.ask, wish), find_font())

    def tables(self) -> Tables:
        """Every node and edge table as Arrow, without what the program keeps for itself."""
        nodes = {label: self._nodes(label) for label in load().nodes}
        return Tables(nodes, {key: self._edges(key) for key in edge_keys(load())})

    def _nodes(self, label: str) -> pa.Table:
        if label not in load().nodes:
            raise QueryError(f"No node is called {label!r}; there are {', '.join(load().nodes)}.")
        names = [prop.name for prop in exported(load().nodes[label].properties)]
        columns = ", ".join(f"n.{name} AS {name}" for name in names)
        rows = self.ask(f"MATCH (n:{label}) RETURN {columns} ORDER BY id", {})
        schema = node_schema(label)
        return to_table(rows.dicts(), pa.schema([schema.field(name) for name in names]))

    def _edges(self, key: tuple[str, str, str]) -> pa.Table:
        edge, start, end = key
        names = [prop.name for prop in exported(load().edges[edge].properties)]
        columns = "".join(f", x.{name} AS {name}" for name in names)
        rows = self.ask(
            f"MATCH (a:{start})-[x:{edge}]->(b:{end}) "
            f"RETURN a.id AS from_id, b.id AS to_id{columns}",
            {},
        )
        schema = edge_schema(edge)
        wanted = pa.schema([schema.field(name) for name in ("from_id", "to_id", *names)])
        by = ("from_id", "to_id", *load().edges[edge].key)
        return to_table(sorted(rows.dicts(), key=lambda row: [str(row[n]) for n in by]), wanted)

    def _frame(self, table: pa.Table) -> Any:
        if self.frames == "arrow":
            return table
        if self.frames == "pandas":
            return table.to_pandas()
        import polars

        return polars.from_arrow(table)


def open_graph(target: str = "build/graph.kgl", frames: Frames = "pandas") -> OpenGraph:
    """Open a graph file or a Neo4j address for reading.

    A file is loaded once, so that several queries are quick. Raises StoreError where there is no
    graph, and where polars is asked for and not installed.
    """
    if frames not in FRAMES:
        raise StoreError(f"frames={frames!r}: choose {', '.join(FRAMES)}.")
    if frames == "polars":
        try:
            import polars  # noqa: F401
        except ImportError as error:
            raise StoreError("polars is not installed: pip install polars.") from error
    return OpenGraph(target, frames, asking(target))


def _arrow(rows: Rows) -> pa.Table:
    columns = [pa.array([row[at] for row in rows.rows]) for at in range(len(rows.columns))]
    return pa.Table.from_arrays(columns, names=list(rows.columns))
