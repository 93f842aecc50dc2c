"""Sorting more rows than memory should hold, and walking sorted streams side by side.

Rows are tuples of text, numbers, truth values, None and lists of text. Sorted runs go to files of a
temporary folder and are merged from there (external merge sort; Knuth, The Art of Computer
Programming, vol. 3, 5.4), so that memory depends on the size of a run, not on the number of rows.
"""

from __future__ import annotations

import heapq
import marshal
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

Row = tuple[Any, ...]

RUN = 10_000
"""Rows held in memory before they are sorted and written."""
_BLOCK = 200
_FAN = 64
"""So many runs are merged into one before there are more: every run is an open file."""


class Sorter:
    """Rows to be given back in the order of a key; equal keys keep the order in which they came.

    ``name`` must be the caller's own within the folder, where nothing is written as long as one
    run holds all. To be read once, when every row has been added.
    """

    def __init__(self, key: Callable[[Row], Any], folder: Path, name: str, run: int = RUN) -> None:
        self._key, self._folder, self._name, self._run = key, folder, name, run
        self._rows: list[Row] = []
        self._runs: list[Path] = []
        self._written = 0

    def add(self, row: Row) -> None:
        """Take a row in."""
        self._rows.append(row)
        if len(self._rows) >= self._run:
            self._spill()

    def add_all(self, rows: Iterable[Row]) -> Sorter:
        """Take many in; gives the sorter back."""
        for row in rows:
            self.add(row)
        return self

    def __iter__(self) -> Iterator[Row]:
        self._rows.sort(key=self._key)
        rest, self._rows = self._rows, []
        if not self._runs:
            return iter(rest)
        return heapq.merge(*map(_read, self._runs), rest, key=self._key)

    def _spill(self) -> None:
        self._rows.sort(key=self._key)
        self._runs.append(self._file(self._rows))
        self._rows = []
        if len(self._runs) == _FAN:
            merged = self._file(heapq.merge(*map(_read, self._runs), key=self._key))
            for done in self._runs:
                done.unlink()
            self._runs = [merged]

    def _file(self, rows: Iterable[Row]) -> Path:
        path = self._folder / f"{self._name}-{self._written}"
        self._written += 1
        _write(rows, path)
        return path


class Cursor:
    """A stream sorted by one column, read forward a key at a time."""

    __slots__ = ("_at", "_key", "_next")

    def __init__(self, rows: Iterable[Row], column: int = 0) -> None:
        self._at = itemgetter(column)
        self._next = iter(rows).__next__
        self._key: tuple[str, Row] | None = ("", ())
        self._advance()

    def take(self, key: str) -> list[Row]:
        """The rows of this key; keys must be asked for in rising order, others are passed over."""
        found: list[Row] = []
        while self._key is not None and self._key[0] <= key:
            if self._key[0] == key:
                found.append(self._key[1])
            self._advance()
        return found

    def _advance(self) -> None:
        try:
            row = self._next()
        except StopIteration:
            self._key = None
        else:
            self._key = (self._at(row), row)


def _write(rows: Iterable[Row], path: Path) -> None:
    left = iter(rows)
    with path.open("wb") as file:
        while block := list(islice(left, _BLOCK)):
            marshal.dump(block, file)


def _read(path: Path) -> Iterator[Row]:
    with path.open("rb") as file:
        while True:
            try:
                block = marshal.load(file)
            except EOFError:
                return
            yield from block
