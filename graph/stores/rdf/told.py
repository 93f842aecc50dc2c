"""Which sources tell of what, so that TriG can keep what each source tells in a graph of its own.

What a graph number means:

- 0: the default graph (the vocabulary, the calendar, and which graph comes from which sources);
- even: each source of a set says it by itself, so that it stands in the graph of each;
- odd: it rests on all sources of the set together (the tenure that two chronicles tell of), so that
  it stands in the one graph of that set, and goes when any of them is withdrawn.

The sets are numbered, twice the number is even. They and who tells of what stand in a database of
the temporary folder: memory grows with the number of sources alone. Only TriG asks; the other
formats have one graph, and pay nothing for this.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from graph.stores.rdf.rows import Stored, keys_of

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -8000;
CREATE TABLE entry (id TEXT PRIMARY KEY, source INTEGER) WITHOUT ROWID;
CREATE TABLE tells (thing TEXT, source INTEGER, PRIMARY KEY (thing, source)) WITHOUT ROWID;
CREATE TABLE link (start TEXT, end TEXT);
CREATE TABLE thing (id TEXT PRIMARY KEY, told INTEGER) WITHOUT ROWID;
CREATE TABLE sets (
  number INTEGER PRIMARY KEY, digest BLOB UNIQUE, members BLOB, together INTEGER DEFAULT 0
);
BEGIN;
"""
_UPWARDS = ("ROLE_IN", "PART_OF", "BASED_IN")
"""Who tells of a thing tells of what it is part of, and of where it sits."""


class Told:
    """The sources of entries and of what they name; without ``stored``, everything is 0.

    ``folder`` is where the database may stand; to be closed.
    """

    def __init__(self, stored: Stored | None, folder: Path) -> None:
        self.sources: tuple[str, ...] = ()
        self._on = stored is not None
        if stored is not None:
            self._db = sqlite3.connect(folder / "told.sqlite", isolation_level=None)
            self._db.executescript(_TABLES)
            self._members = lru_cache(maxsize=64)(self._read_members)
            self._both = lru_cache(maxsize=4096)(self._intersection)
            self._read(stored)

    def close(self) -> None:
        """Let the database go."""
        if self._on:
            self._db.close()

    def entry(self, own: str) -> int:
        """The graph of what one entry says."""
        return self._number("SELECT source FROM entry WHERE id = ?", own) << 1 if self._on else 0

    def each(self, own: str) -> int:
        """The graphs of what every source that tells of a thing says of it."""
        return self._told(own) << 1 if self._on else 0

    def together(self, *things: str) -> int:
        """The graph of what rests on all sources that tell of all these things."""
        if not self._on:
            return 0
        found, *others = map(self._told, things)
        for other in others:
            found = found if found == other else self._both(found, other)
        return found << 1 | 1 if found else 0

    def source(self, own: str) -> int:
        """The graph of what a source says of itself."""
        return self._numbers[own] << 1 if self._on else 0

    def graphs(self, number: int) -> tuple[str, ...]:
        """The graphs that a number stands for, as ids; none for the default graph.

        Those that rest on several sources together are remembered for `rests`.
        """
        told = self._members(number >> 1)
        if number & 1 and len(told) > 1:
            self._db.execute("UPDATE sets SET together = 1 WHERE number = ?", (number >> 1,))
            return (_together(told),)
        return tuple(_alone(own) for own in told)

    def rests(self) -> Iterator[tuple[str, ...]]:
        """Every source's graph and every one that was asked for: its id, then its sources'."""
        for own in self.sources:
            yield _alone(own), own
        for (number,) in self._db.execute("SELECT number FROM sets WHERE together ORDER BY number"):
            told = self._read_members(number)
            yield _together(told), *told

    def _number(self, asked: str, value: str) -> int:
        found = self._db.execute(asked, (value,)).fetchone()
        return int(found[0]) if found else 0

    def _told(self, thing: str) -> int:
        return self._number("SELECT told FROM thing WHERE id = ?", thing)

    def _sources(self, number: int) -> array[int]:
        asked = "SELECT members FROM sets WHERE number = ?"
        found = self._db.execute(asked, (number,)).fetchone()
        return array("I", found[0] if found else b"")

    def _read_members(self, number: int) -> tuple[str, ...]:
        return tuple(self.sources[source - 1] for source in self._sources(number))

    def _intersection(self, one: int, other: int) -> int:
        return self._set(sorted({*self._sources(one)} & {*self._sources(other)}))

    def _set(self, members: Iterable[int]) -> int:
        """The number of a set of sources, whose numbers come sorted; 0 for none."""
        data = array("I", members).tobytes()
        if not data:
            return 0
        digest = blake2b(data, digest_size=16).digest()
        found = self._db.execute("SELECT number FROM sets WHERE digest = ?", (digest,)).fetchone()
        if found:
            return int(found[0])
        put = "INSERT INTO sets (digest, members) VALUES (?, ?)"
        return int(self._db.execute(put, (digest, data)).lastrowid or 0)

    def _read(self, stored: Stored) -> None:
        """Sources first: the set of one source alone has that source's number, from 1."""
        self.sources = tuple(own for (own,) in stored.nodes("Source", ["id"]))
        self._numbers = {own: self._set([place]) for place, own in enumerate(self.sources, 1)}
        entries = (
            (entry, self._numbers[source])
            for entry, source in stored.edges(("FROM_SOURCE", "Entry", "Source"), [])
        )
        self._db.executemany("INSERT OR REPLACE INTO entry VALUES (?, ?)", entries)
        tells = "INSERT OR IGNORE INTO tells SELECT ?, source FROM entry WHERE id = ?"
        for key in keys_of("MENTIONS"):
            named = ((thing, entry) for entry, thing in stored.edges(key, []))
            self._db.executemany(tells, named)
        for edge in _UPWARDS:
            for key in keys_of(edge):
                said = ((start, entry) for start, _, entry in stored.edges(key, ["entry"]))
                self._db.executemany(tells, said)
                self._db.executemany("INSERT INTO link VALUES (?, ?)", stored.edges(key, []))
        self._upwards()
        pairs = self._db.execute("SELECT thing, source FROM tells ORDER BY thing, source")
        for thing, group in groupby(pairs, key=itemgetter(0)):
            told = self._set(source for _, source in group)
            self._db.execute("INSERT INTO thing VALUES (?, ?)", (thing, told))

    def _upwards(self) -> None:
        before = -1
        while before != self._db.total_changes:
            before = self._db.total_changes
            self._db.execute(
                "INSERT OR IGNORE INTO tells SELECT link.end, tells.source "
                "FROM link JOIN tells ON tells.thing = link.start"
            )


def _alone(source: str) -> str:
    return f"told-by:{source[source.index(':') + 1 :]}"


def _together(sources: tuple[str, ...]) -> str:
    names = "\x1f".join(sources)
    return f"told-by:{blake2b(names.encode(), digest_size=8).hexdigest()}"
