"""Where the words of a fact stand inside an entry, counted as a browser counts.

The graph counts characters of the decoded source, a browser UTF-16 units of the entry's own text:
a character beyond U+FFFF is one there and two here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """A span inside an entry: the entry's number on the page, and UTF-16 offsets in its text."""

    entry: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One entry: its number on the page, its source, its text and where that starts there."""

    number: int
    id: str
    source: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Passages:
    """Every entry of the page, by id and by place in its source."""

    by_id: Mapping[str, Passage]
    by_source: Mapping[str, tuple[Sequence[int], Sequence[Passage]]]

    def find(self, entry: str | None, start: int, end: int) -> Words | None:
        """The words of a span; None where no entry of the page has them.

        ``entry`` says which entry, or at least which source: a post that was carried over has its
        words in an earlier entry than the event.
        """
        near = self.by_id.get(entry or "")
        if near is None:
            return None
        if not (near.start <= start and end <= near.end):
            starts, passages = self.by_source[near.source]
            place = bisect_right(starts, start) - 1
            if place < 0 or end > passages[place].end:
                return None
            near = passages[place]
        return Words(
            near.number,
            utf16(near.text[: start - near.start]),
            utf16(near.text[: end - near.start]),
        )


def passages(rows: Iterable[Mapping[str, Any]], source_of: Mapping[str, str]) -> Passages:
    """Rows of the Entry table, in the order of the page; ``source_of`` by the id of an entry."""
    found = [
        Passage(number, row["id"], source_of.get(row["id"], ""), row["text"], row["span_start"])
        for number, row in enumerate(rows)
    ]
    sources: dict[str, list[Passage]] = {}
    for passage in sorted(found, key=lambda passage: (passage.source, passage.start)):
        sources.setdefault(passage.source, []).append(passage)
    return Passages(
        {passage.id: passage for passage in found},
        {name: ([p.start for p in own], own) for name, own in sources.items()},
    )


def utf16(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text) + sum(character > "\uffff" for character in text)
