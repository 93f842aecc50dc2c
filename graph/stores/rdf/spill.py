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

RUN = 30_000
"""Rows held in memory before they are sorted and written."""
_BLOCK = 500
_FAN = 64
"""So many runs are merged into one before there are more: every run is an open file."""


def sorted_rows(
    rows: Iterable[Row], key: Callable[[Row], Any], folder: Path, name: str, run: int = RUN
) -> Iterator[Row]:
    """The rows in the order of their key; equal keys keep the order in which they came.

    ``name`` must be the caller's own within the folder. Nothing is written where one run is enough.
    """
    left = iter(rows)
    first = list(islice(left, run))
    first.sort(key=key)
    runs: list[Path] = []
    number = 0
    current = first
    while current:
        upcoming = list(islice(left, run))
        if not upcoming and not runs:
            yield from current
            return
        path = folder / f"{name}-{number}"
        number += 1
        _write(current, path)
        runs.append(path)
        if len(runs) == _FAN:
            merged = folder / f"{name}-{number}"
            number += 1
            _write(heapq.merge(*map(_read, runs), key=key), merged)
            for done in runs:
                done.unlink()
            runs = [merged]
        upcoming.sort(key=key)
        current = upcoming
    yield from heapq.merge(*map(_read, runs), key=key)


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
