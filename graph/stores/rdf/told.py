"""Which sources tell of what, so that TriG can keep what each source tells in a graph of its own.

A set of sources is a number with a bit a source. What a graph number means:

- 0: the default graph (the vocabulary, the calendar, and which graph comes from which sources);
- even: each source of the set says it by itself, so that it stands in the graph of each;
- odd: it rests on all sources of the set together (the tenure that two chronicles tell of), so that
  it stands in the one graph of that set, and goes when any of them is withdrawn.

Only TriG asks; the other formats have one graph, and cost no memory for this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b

from graph.stores.rdf.rows import Stored, keys_of


class Told:
    """The sources of entries and of what they name; without ``stored``, everything is 0."""

    def __init__(self, stored: Stored | None = None) -> None:
        self.sources: tuple[str, ...] = ()
        self._entries: dict[str, int] = {}
        self._things: dict[str, int] = defaultdict(int)
        self._on = stored is not None
        if stored is not None:
            self._read(stored)

    def entry(self, own: str) -> int:
        """The graph of what one entry says."""
        return self._entries.get(own, 0) << 1 if self._on else 0

    def each(self, own: str) -> int:
        """The graphs of what every source that tells of a thing says of it."""
        return self._things.get(own, 0) << 1 if self._on else 0

    def together(self, *things: str) -> int:
        """The graph of what rests on all sources that tell of all these things."""
        if not self._on:
            return 0
        found = -1
        for own in things:
            found &= self._things.get(own, 0)
        return found << 1 | 1 if found else 0

    def source(self, own: str) -> int:
        """The graph of what a source says of itself."""
        return 2 << self.sources.index(own) if self._on else 0

    def graphs(self, number: int) -> tuple[str, ...]:
        """The graphs that a number stands for, as ids; none for the default graph."""
        told = self._members(number >> 1)
        if number & 1 and len(told) > 1:
            names = "\x1f".join(told)
            return (f"told-by:{blake2b(names.encode(), digest_size=8).hexdigest()}",)
        return tuple(f"told-by:{own[own.index(':') + 1 :]}" for own in told)

    def sources_of(self, number: int) -> tuple[str, ...]:
        """The ids of the sources of a number."""
        return self._members(number >> 1)

    def _members(self, told: int) -> tuple[str, ...]:
        return tuple(own for bit, own in enumerate(self.sources) if told >> bit & 1)

    def _read(self, stored: Stored) -> None:
        self.sources = tuple(own for (own,) in stored.nodes("Source", ["id"]))
        bits = {own: 1 << bit for bit, own in enumerate(self.sources)}
        for entry, source in stored.edges(("FROM_SOURCE", "Entry", "Source"), []):
            self._entries[entry] = bits[source]
        for key in keys_of("MENTIONS"):
            for entry, thing in stored.edges(key, []):
                self._things[thing] |= self._entries[entry]
        for key in (*keys_of("ROLE_IN"), *keys_of("PART_OF"), *keys_of("BASED_IN")):
            for start, _, entry in stored.edges(key, ["entry"]):
                self._things[start] |= self._entries.get(entry, 0)
        self._upwards(stored)

    def _upwards(self, stored: Stored) -> None:
        """Who tells of a thing tells of what it is part of, and of where it sits."""
        links = list(self._links(stored))
        changed = True
        while changed:
            changed = False
            for start, end in links:
                more = self._things[end] | self._things[start]
                if more != self._things[end]:
                    self._things[end] = more
                    changed = True

    def _links(self, stored: Stored) -> Iterator[tuple[str, ...]]:
        for edge in ("ROLE_IN", "PART_OF", "BASED_IN"):
            for key in keys_of(edge):
                yield from stored.edges(key, [])
