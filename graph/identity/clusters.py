"""Sightings of one name, and the groups of them that are taken for one person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.identity.anchors import Anchor
from graph.identity.bodies import Body, employer
from graph.identity.places import Home

LATE = "9999"
"""Sightings without a known date come after all others."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person named in an event: ``bodies`` are those of the posts that the entry gives there.

    ``number`` is the caller's own number of the sighting, ``entry`` the id of its entry, ``date``
    an ISO date or empty where no year is known. ``ranks`` and ``acts`` (held, started, ended, or
    former) stand beside ``bodies``, one each, or are empty; ``company`` are the other names of
    the entry.
    """

    number: int
    name: str
    entry: str
    source: str
    home: Home
    date: str = ""
    bodies: tuple[Body, ...] = ()
    ranks: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    company: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Join:
    """Why two groups were put together that no anchor joins: an entry of each, odds and words."""

    one: str
    other: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Sightings of one name that are one person, by their numbers; ``joins`` made it of parts."""

    anchors: frozenset[Anchor]
    sightings: tuple[Sighting, ...]
    joins: tuple[Join, ...] = ()

    @property
    def sources(self) -> frozenset[str]:
        return frozenset(sighting.source for sighting in self.sightings)

    @property
    def entries(self) -> frozenset[str]:
        return frozenset(sighting.entry for sighting in self.sightings)

    @property
    def dates(self) -> list[str]:
        return sorted(sighting.date for sighting in self.sightings if sighting.date)

    @property
    def company(self) -> frozenset[str]:
        return frozenset(name for sighting in self.sightings for name in sighting.company)

    @property
    def employers(self) -> frozenset[Body]:
        return frozenset(employer(b) for s in self.sightings for b in s.bodies if b.name)


def first_entry(cluster: Cluster) -> str:
    """The id of the earliest entry; among those of one day the least id."""
    return min((s.date or LATE, s.entry) for s in cluster.sightings)[1]


def merge(clusters: Sequence[Cluster], joins: tuple[Join, ...] = ()) -> Cluster:
    """The clusters as one; ``joins`` say why where it was no matter of course."""
    return Cluster(
        frozenset(anchor for cluster in clusters for anchor in cluster.anchors),
        tuple(sorted({s for c in clusters for s in c.sightings}, key=lambda s: s.number)),
        tuple(sorted({*(join for c in clusters for join in c.joins), *joins})),
    )


def years_between(one: str, other: str) -> float:
    """Years from one ISO date to another, by months; never negative."""
    months = [int(date[:4]) * 12 + int(date[5:7] or 1) for date in sorted((one, other))]
    return (months[1] - months[0]) / 12


def by_entry(sightings: Iterable[Sighting]) -> list[tuple[Sighting, ...]]:
    """The sightings entry by entry: one entry means one person by one name."""
    groups: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        groups.setdefault(sighting.entry, []).append(sighting)
    return [tuple(group) for group in groups.values()]
