"""Who is who: which namings of a person are one person.

Everything is decided name by name over all sightings at once, so the order and the partition of
the input cannot matter. A sighting is anchored by the bodies that its posts name:

- a leader of a unit (committee, government, congress, consultative conference) by the unit;
- an officer of a department of a prefecture or county by the unit and by the department, for such
  officers go round between the departments of one place;
- anybody else by the body alone.

Sightings of one name that share an anchor, or stand in one entry, are one person. A bare name
joins, in this order: the person who holds a post of the chronicle's own place in the same source;
the only person of that name in the source; the person who holds a post of that place in another
source; else it is a person of that place, known by name alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.identity.bodies import Body, core_name, employer
from graph.identity.places import Home
from graph.ids import make_id

Anchor = tuple[str, str]
"""``("place", full name)``, ``("body", key)`` or ``("source", name)``."""

_LATE = "9999"  # sightings without a known date come after all others


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person named in an event: ``bodies`` are those of the posts that the entry gives there.

    ``number`` is the caller's own number of the sighting, ``entry`` the id of its entry, ``date``
    an ISO date or empty where no year is known.
    """

    number: int
    name: str
    entry: str
    source: str
    home: Home
    date: str = ""
    bodies: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One person: the numbers of the sightings, and what tells the person from namesakes."""

    id: str
    name: str
    scope: str
    anchors: frozenset[Anchor]
    bodies: tuple[str, ...]
    sources: frozenset[str]
    first: str
    last: str
    sightings: tuple[int, ...]


def anchors_of(body: Body) -> frozenset[Anchor]:
    """The anchors that a post in this body gives."""
    if not body.name:
        return frozenset()
    works_for = employer(body)
    own = _own_anchor(works_for)
    place = works_for.place
    if place is None or place.kind == "country":
        return frozenset({own})
    if works_for.leads:
        return frozenset({("place", place.full)})
    local = works_for.kind in ("party_department", "department", "discipline", "court",
                               "procuratorate", "union", "task_force")  # fmt: skip
    if local and place.kind != "province":
        return frozenset({own, ("place", place.full)})
    return frozenset({own})


def _own_anchor(works_for: Body) -> Anchor:
    """A company by its name without the form of business, which is often left out or changed."""
    core = core_name(works_for) if works_for.kind == "company" else ""
    return ("body", core or works_for.key)


def home_anchor(sighting: Sighting) -> Anchor:
    """What a bare name of this chronicle is told by."""
    if sighting.home.body:
        return ("body", sighting.home.body)
    if sighting.home.place is not None:
        return ("place", sighting.home.place.full)
    return ("source", sighting.source)


def identify(sightings: Iterable[Sighting]) -> tuple[Person, ...]:
    """The persons behind the sightings, sorted by id; each sighting is in exactly one of them."""
    by_name: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_name[sighting.name].append(sighting)
    found = (person for name in by_name for person in _of_one_name(name, by_name[name]))
    return tuple(sorted(found, key=lambda person: person.id))


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Sightings that are one person, while the bare names are still being given out."""

    anchors: frozenset[Anchor]
    sightings: tuple[Sighting, ...]

    def sources(self) -> frozenset[str]:
        return frozenset(sighting.source for sighting in self.sightings)


def _of_one_name(name: str, sightings: Sequence[Sighting]) -> list[Person]:
    entries: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        entries[sighting.entry].append(sighting)
    posted: list[_Cluster] = []
    bare: list[_Cluster] = []
    for group in entries.values():
        anchors = frozenset(a for s in group for body in s.bodies for a in anchors_of(body))
        (posted if anchors else bare).append(_Cluster(anchors, tuple(group)))
    clusters = _leaders_joined(_joined(posted))
    clusters = _with_bare_names(clusters, bare)
    return [_person(name, cluster) for cluster in clusters]


def _joined(clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """Clusters that share an anchor become one (union-find over anchors)."""
    root: dict[Anchor, Anchor] = {}

    def find(anchor: Anchor) -> Anchor:
        root.setdefault(anchor, anchor)
        while root[anchor] != anchor:
            root[anchor] = root[root[anchor]]
            anchor = root[anchor]
        return anchor

    for cluster in clusters:
        first, *others = sorted(cluster.anchors)
        for other in others:
            a, b = sorted((find(first), find(other)))
            root[b] = a
    groups: dict[Anchor, list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        groups[find(min(cluster.anchors))].append(cluster)
    return [_merge(groups[anchor]) for anchor in sorted(groups)]


def _merge(clusters: Sequence[_Cluster]) -> _Cluster:
    return _Cluster(
        frozenset(anchor for cluster in clusters for anchor in cluster.anchors),
        tuple(sighting for cluster in clusters for sighting in cluster.sightings),
    )


def _units(cluster: _Cluster) -> frozenset[str]:
    """The units whose departments a cluster serves."""
    return frozenset(
        works_for.place.full
        for sighting in cluster.sightings
        for works_for in map(employer, sighting.bodies)
        if works_for.place is not None
        and works_for.kind in ("department", "party_department", "discipline")
    )


def _leaders_joined(clusters: Sequence[_Cluster]) -> list[_Cluster]:
    """A province's leader, and the only officer of that name in its departments, are one."""
    left = list(clusters)
    for leader in clusters:
        places = {full for kind, full in leader.anchors if kind == "place"}
        officers = [c for c in left if c is not leader and places & _units(c)]
        if leader in left and len(officers) == 1 and officers[0] in left:
            left = [c for c in left if c is not leader and c is not officers[0]]
            left.append(_merge((leader, officers[0])))
    return left


def _with_bare_names(clusters: Sequence[_Cluster], bare: Sequence[_Cluster]) -> list[_Cluster]:
    groups: dict[tuple[str, Anchor], list[_Cluster]] = defaultdict(list)
    for cluster in bare:
        sighting = cluster.sightings[0]
        groups[sighting.source, home_anchor(sighting)].append(cluster)
    joining: dict[int, list[_Cluster]] = defaultdict(list)
    alone: dict[Anchor, list[_Cluster]] = defaultdict(list)
    for (source, home), members in sorted(groups.items()):
        chosen = _host(clusters, source, home)
        if chosen is None:
            alone[home].extend(members)
        else:
            joining[chosen].extend(members)
    found = [
        _merge([cluster, *joining[number]]) if number in joining else cluster
        for number, cluster in enumerate(clusters)
    ]
    for home, members in sorted(alone.items()):
        merged = _merge(members)
        found.append(_Cluster(frozenset({home}), merged.sightings))
    return found


def _host(clusters: Sequence[_Cluster], source: str, home: Anchor) -> int | None:
    """The number of the cluster that a bare name of this source and home belongs to."""
    at_home = [n for n, cluster in enumerate(clusters) if home in cluster.anchors]
    here = [n for n, cluster in enumerate(clusters) if source in cluster.sources()]
    for candidates in ([n for n in at_home if n in here], here, at_home):
        if len(candidates) == 1:
            return candidates[0]
    return None


def _person(name: str, cluster: _Cluster) -> Person:
    ordered = sorted(cluster.sightings, key=lambda s: (s.date or _LATE, s.source, s.number))
    dates = sorted(s.date for s in ordered if s.date)
    kind, scope = _telling_anchor(cluster, ordered)
    employers = {employer(body).name for s in ordered for body in s.bodies if body.name}
    return Person(
        id=make_id("person", name, kind, scope),
        name=name,
        scope=_readable(kind, scope, ordered),
        anchors=cluster.anchors,
        bodies=tuple(sorted(employers)),
        sources=frozenset(s.source for s in ordered),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        sightings=tuple(sorted(s.number for s in ordered)),
    )


def _telling_anchor(cluster: _Cluster, ordered: Sequence[Sighting]) -> Anchor:
    """The anchor of the earliest sighting: later input then leaves the id as it is.

    Among several of one date, a unit stands before a body, then the first in order of characters.
    """
    dated = [
        (s.date or _LATE, kind != "place", kind, key)
        for s in ordered
        for body in s.bodies
        for kind, key in anchors_of(body)
    ]
    if not dated:
        return min(cluster.anchors)
    _, _, kind, key = min(dated)
    return kind, key


def _readable(kind: str, scope: str, ordered: Sequence[Sighting]) -> str:
    if kind != "body":
        return scope
    employers = {employer(body) for sighting in ordered for body in sighting.bodies}
    return min((e.name for e in employers if _own_anchor(e) == (kind, scope)), default=scope)
