"""Namesakes under one anchor: when one unit or body has seen two people of one name.

Two signs are taken: nobody is seen for longer than a working life allows, and two departments of
one place are served turn and turn about by what would have to be one officer.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.identity.bodies import employer
from graph.identity.clusters import LATE, Cluster, Sighting, by_entry, years_between
from graph.identity.rarity import COMMON, ORDINARY, rarity

_SILENCE = {COMMON: 20.0, ORDINARY: 35.0}  # years without a sign of life, by how common the name is
_LONGEST_SILENCE = 40.0
_FULL_TIME = frozenset({"department", "court", "procuratorate", "school", "hospital", "company"})

Entry = tuple[Sighting, ...]


def silence(name: str) -> float:
    """The years after which the next sighting of a name under one anchor is somebody else."""
    return _SILENCE.get(rarity(name), _LONGEST_SILENCE)


def parted(cluster: Cluster) -> list[Cluster]:
    """The cluster, or what it falls apart into."""
    parts = [
        part
        for stretch in _by_time(by_entry(cluster.sightings), cluster.sightings[0].name)
        for part in _by_work(stretch)
    ]
    if len(parts) == 1:
        return [cluster]
    return [
        Cluster(cluster.anchors, tuple(s for entry in part for s in entry), cluster.joins)
        for part in parts
    ]


def _by_time(entries: Sequence[Entry], name: str) -> list[list[Entry]]:
    """Stretches without a long silence; undated entries go with their source, or with the first."""
    dated = sorted((e for e in entries if e[0].date), key=_order)
    parts: list[list[Entry]] = []
    for entry in dated:
        if parts and years_between(parts[-1][-1][0].date, entry[0].date) < silence(name):
            parts[-1].append(entry)
        else:
            parts.append([entry])
    parts = parts or [[]]
    for entry in (e for e in entries if not e[0].date):
        near = [part for part in parts if any(e[0].source == entry[0].source for e in part)]
        (near or parts)[0].append(entry)
    return parts


def _by_work(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Entries of employers that one officer cannot have served turn and turn about stand apart."""
    together: list[tuple[set[str], list[Entry]]] = []
    others: list[Entry] = []
    for entry in sorted(entries, key=_order):
        keys = {
            works_for.key
            for sighting in entry
            for works_for in map(employer, sighting.bodies)
            if works_for.kind in _FULL_TIME
        }
        if not keys:
            others.append(entry)
            continue
        joined = [group for group in together if group[0] & keys]
        together = [group for group in together if not group[0] & keys]
        together.append(
            (keys.union(*(g[0] for g in joined)), [*(e for g in joined for e in g[1]), entry])
        )
    together.sort(key=lambda group: min(map(_order, group[1])))
    parts: list[list[list[Entry]]] = []
    for _, group in together:
        free = [part for part in parts if not any(_interleaved(group, other) for other in part)]
        if free:
            free[0].append(group)
        else:
            parts.append([group])
    found = [[entry for group in part for entry in group] for part in parts] or [[]]
    found[0].extend(others)
    return found


def _interleaved(one: Sequence[Entry], other: Sequence[Entry]) -> bool:
    """True where one employer is seen before and after the other, all on different days."""
    ranges = []
    for group in (one, other):
        days = [entry[0].date for entry in group if entry[0].date]
        if not days:
            return False
        ranges.append((min(days), max(days)))
    (first, last), (begin, end) = ranges
    return first < end and begin < last and (first != last or begin != end)


def _order(entry: Entry) -> tuple[str, str, int]:
    return entry[0].date or LATE, entry[0].source, entry[0].number
