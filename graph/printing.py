"""Results on standard output and progress on standard error."""

from __future__ import annotations

import csv
import datetime
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TextIO

if TYPE_CHECKING:
    from rich.console import Console

    from graph.build import Size
    from graph.evaluate import Score
    from queries.catalogue import Query

Rows = Sequence[Mapping[str, Any]]

_EVIDENCE = ("source", "span_start", "words")
_ENTRIES = ("entry", "entries")
_WORDS_IN_TABLE = 30
_WIDTH_OF_A_FILE = 160


class Step(Protocol):
    """Says which document is done, and with how many entries."""

    def __call__(self, name: str, entries: int) -> None: ...


def counted(number: int, one: str, many: str) -> str:
    """1 source, 2 sources: a number before the form of the noun that it asks for."""
    return f"{number} {one if number == 1 else many}"


def held(size: Size) -> str:
    """What a graph holds, for a sentence: 1 source and 2 entries: 20 nodes, 31 edges."""
    return (
        f"{counted(size.sources, 'source', 'sources')} and "
        f"{counted(size.entries, 'entry', 'entries')}: "
        f"{counted(size.nodes, 'node', 'nodes')}, {counted(size.edges, 'edge', 'edges')}"
    )


def complain(message: str) -> None:
    """One sentence on standard error."""
    print(message, file=sys.stderr, flush=True)


@contextmanager
def progress(doing: str) -> Iterator[Step]:
    """Show on standard error how far the work is: one moving line on a terminal, else nothing.

    A log keeps only what matters: a file that is no terminal gets one line at the end.
    """
    done = [0, 0]
    if not sys.stderr.isatty():

        def count(name: str, entries: int) -> None:
            done[0] += 1
            done[1] += entries

        yield count
    else:
        from rich.console import Console

        with Console(stderr=True).status(f"{doing} …") as status:

            def show(name: str, entries: int) -> None:
                done[0] += 1
                done[1] += entries
                status.update(f"{doing} … {_so_far(done)}; last {name}")

            yield show
    complain(f"{doing}: {_so_far(done)}.")


def _so_far(done: Sequence[int]) -> str:
    return f"{counted(done[0], 'source', 'sources')}, {counted(done[1], 'entry', 'entries')}"


@contextmanager
def loading(doing: str) -> Iterator[Callable[[str, int, int], None]]:
    """Show on standard error how many rows of how many are written: a bar on a terminal."""
    if not sys.stderr.isatty():
        yield lambda name, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield lambda name, done, total: bar.update(
            task, description=f"{doing} {name}", completed=done, total=total
        )


def print_rows(columns: Sequence[str], rows: Rows, form: str, out: TextIO | None = None) -> None:
    """Rows as ``table``, ``json`` (a list of objects) or ``csv`` (with a header line).

    A table leaves out the columns that end in ``_id`` and puts source, offset, words and id of the
    entry into one column, so that it fits a screen; json and csv hold every column.
    """
    out = out or sys.stdout
    if form == "json":
        plain = [{column: _plain(row[column]) for column in columns} for row in rows]
        print(json.dumps(plain, ensure_ascii=False, indent=1), file=out)
    elif form == "csv":
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    else:
        _print_table(columns, rows, out)


def _print_table(columns: Sequence[str], rows: Rows, out: TextIO) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    joined = set(_EVIDENCE) <= set(columns) and bool(set(_ENTRIES) & set(columns))
    shown = [
        column
        for column in columns
        if not column.endswith("_id") and not (joined and column in (*_EVIDENCE, *_ENTRIES))
    ]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in shown:
        table.add_column(column.replace("_", " "), overflow="fold")
    if joined:
        table.add_column("source entry", overflow="fold")
    for row in rows:
        cells = [_shown(row[column]) for column in shown]
        if joined:
            cells.append(_evidence(row))
        table.add_row(*(Text(cell) for cell in cells))
    _console(out).print(table)
    complain(f"{len(rows)} row{'' if len(rows) == 1 else 's'}.")


def _shown(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else _cell(value)


def _evidence(row: Mapping[str, Any]) -> str:
    words = " ".join(_cell(row["words"]).split())
    short = words[:_WORDS_IN_TABLE] + ("…" if len(words) > _WORDS_IN_TABLE else "")
    entries = [row["entry"]] if "entry" in row else list(row["entries"] or ())
    more = f" and {len(entries) - 1} more" if len(entries) > 1 else ""
    where = f"{_cell(row['source'])} @ {_cell(row['span_start'])}  {_cell(entries[:1])}{more}"
    return f"{where}\n{short}"


def print_query_groups(groups: Mapping[str, Sequence[Query]]) -> None:
    """The canned queries by group: name, what each answers in both languages, its parameters."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from queries.catalogue import GROUPS

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("query", no_wrap=True)
    table.add_column("answers")
    table.add_column("parameters")
    for group, queries in groups.items():
        table.add_row(Text(f"{GROUPS[group]} {group}", style="bold"))
        for query in queries:
            parameters = [p.name if p.required else f"[{p.name}]" for p in query.parameters]
            table.add_row(
                f"  {query.name}", Text(f"{query.zh}\n{query.en}"), Text(" ".join(parameters))
            )
    _console(sys.stdout).print(table)
    complain("graph query NAME -p parameter=value; those in [brackets] can be left out.")
    complain("graph query NAME --help explains one.")


def print_query(query: Query) -> None:
    """What a canned query answers, what it takes and what it gives, with a command to try."""
    from queries.catalogue import GROUPS

    print(f"{query.name}  {query.zh}\n{query.en}\n")
    print(f"{query.answers}\n")
    if query.whole_graph:
        print(f"It takes longer on a large graph: {query.whole_graph}.\n")
    if query.needs:
        print(f"It reads {query.needs}.\n")
    print(f"Group: {GROUPS[query.group]} {query.group}")
    for parameter in query.parameters:
        default = "must be given" if parameter.required else f"left out: {parameter.default!r}"
        print(f"  -p {parameter.name}={parameter.example}  {parameter.kind}, {default}")
        print(f"      {parameter.meaning}")
    print("\nColumns:")
    for column in query.columns:
        print(f"  {column.name}: {column.meaning}")
    needed = "".join(f" -p {p.name}={p.example}" for p in query.parameters if p.required)
    print(f"\nTry: graph query {query.name}{needed}")


def print_score(score: Score, form: str, errors: int) -> None:
    """Precision, recall and F1 by layer, as a table or as one JSON object.

    A table lists up to ``errors`` differences of each layer under it.
    """
    if form == "json":
        figures = {
            layer: {
                "precision": round(tally.precision, 4),
                "recall": round(tally.recall, 4),
                "f1": round(tally.f1, 4),
                "gold": tally.gold,
                "found": tally.found,
            }
            for layer, tally in score.tallies.items()
        }
        print(json.dumps(figures))
        return
    print(f"{'layer':<14}{'gold':>7}{'found':>7}{'prec':>8}{'recall':>8}{'F1':>8}")
    for layer, tally in score.tallies.items():
        print(
            f"{layer:<14}{tally.gold:>7}{tally.found:>7}"
            f"{tally.precision:>8.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"
        )
        of_layer = [difference for difference in score.differences if difference.layer == layer]
        for difference in of_layer[:errors]:
            print(f"    {difference.kind:<9}{difference.entry_id}  {difference.item}")


def _console(out: TextIO) -> Console:
    """A console as wide as the terminal, or wide enough for a file."""
    from rich.console import Console

    return Console(file=out, width=None if out.isatty() else _WIDTH_OF_A_FILE, highlight=False)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "、".join(_cell(item) for item in value)
    return str(_plain(value))
