"""What differs between tables and a Neo4j database, found without fetching what is equal.

For each label and edge type the server adds up the fingerprints that it holds in groups; only the
groups whose number or sum differs are fetched and compared row by row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.stores.neo4j_rows import BUCKETS, MARK, SUM_SHIFT, Part

Handle = tuple[str, int]
"""A node's id or an edge's element id, and the fingerprint it had when it was compared.

The server gives the element id of an edge that is gone to a new one, perhaps within the same load:
only with the fingerprint is it sure that the edge is still the one that was compared.
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """What has to be done to one part.

    ``new`` and ``changed`` are numbers of rows; ``changed`` comes with what the server finds each
    by; ``stale`` is what the tables no longer have.
    """

    part: Part
    new: Sequence[int]
    changed: Sequence[tuple[int, Handle]]
    stale: Sequence[Handle]

    @property
    def size(self) -> int:
        """How many rows are to be written or removed."""
        return len(self.new) + len(self.changed) + len(self.stale)


def difference(session: Any, part: Part) -> Difference:
    """Compare one part with what the database holds of it and the load itself has made."""
    held = session.execute_read(_sums, part)
    wanted = part.sums()
    buckets = sorted(b for b in {*held, *wanted} if held.get(b) != wanted.get(b))
    numbers = part.in_buckets(buckets) if buckets else []
    if not any(bucket in held for bucket in buckets):
        return Difference(part, numbers, (), ())
    found: dict[tuple[str, ...], Handle] = {}
    stale: list[Handle] = []
    for identity, handle in session.execute_read(_marks, part, buckets):
        if identity in found:
            stale.append(handle)
        else:
            found[identity] = handle
    new: list[int] = []
    changed: list[tuple[int, Handle]] = []
    for number, identity in zip(numbers, part.identities(numbers), strict=True):
        handle = found.pop(identity, None)
        if handle is None:
            new.append(number)
        elif handle[1] != int(part.fingerprints[number]):
            changed.append((number, handle))
    stale.extend(found.values())
    return Difference(part, new, changed, stale)


def _pattern(part: Part) -> str:
    if part.ends is None:
        return f"(x:{part.name})"
    start, end = part.ends
    return f"(a:{start})-[x:{part.name}]->(b:{end})"


def _sums(tx: Any, part: Part) -> Mapping[int, tuple[int, int]]:
    rows = tx.run(
        f"MATCH {_pattern(part)} WHERE x.{MARK} IS NOT NULL WITH x.{MARK} AS mark "
        "RETURN mark % $buckets AS bucket, count(*) AS rows, sum(mark / $shift) AS total",
        buckets=BUCKETS,
        shift=SUM_SHIFT,
    )
    return {bucket: (count, total) for bucket, count, total in rows.values()}


def _marks(tx: Any, part: Part, buckets: Sequence[int]) -> list[tuple[tuple[str, ...], Handle]]:
    """Identity and handle of everything in these buckets, in a steady order."""
    if part.ends is None:
        shown = ["x.id", "x.id", f"x.{MARK}"]
    else:
        more = [f"x.{name}" for name in part.key[2:]]
        shown = ["a.id", "b.id", *more, "elementId(x)", f"x.{MARK}"]
    rows = tx.run(
        f"MATCH {_pattern(part)} WHERE x.{MARK} IS NOT NULL AND x.{MARK} % $size IN $buckets "
        f"RETURN {', '.join(f'{value} AS c{place}' for place, value in enumerate(shown))}",
        size=BUCKETS,
        buckets=list(buckets),
    )
    found = [(tuple(map(str, row[:-2])), (str(row[-2]), int(row[-1]))) for row in rows.values()]
    return sorted(found)
