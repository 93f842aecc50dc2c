"""Who is who: which namings of a person are one person.

Everything is decided name by name over all sightings at once, so the order and the partition of
the input cannot matter. In this order:

1. namings of one entry, and those that share a hard anchor (`graph.identity.anchors`) or, for a
   name that is not common, a soft one, are one person;
2. such a group falls apart again where time or work shows two people (`splitting`);
3. what a reader has judged is done (`Links`);
4. two groups become one where the signs of a career weigh enough (`evidence`), never on the name
   alone;
5. names without a post are given out (`bare`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from graph.identity.anchors import Anchor, anchors_of, own_anchor
from graph.identity.bare import with_bare_names
from graph.identity.bodies import Body, employer
from graph.identity.clusters import LATE, Cluster, Join, Sighting, by_entry, first_entry, merge
from graph.identity.evidence import Evidence, compare
from graph.identity.rarity import COMMON, rarity
from graph.identity.splitting import parted
from graph.ids import make_id

_GROUP = 60  # clusters of one name that are all compared; a name met more often is left as it is

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Links:
    """What readers have judged, by name: pairs of entries whose person is one, or is not."""

    same: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)
    apart: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Person:
    """One person: the numbers of the sightings, and what tells the person from namesakes.

    ``cluster.joins`` say why groups of namings without a common anchor were put together.
    """

    id: str
    name: str
    scope: str
    bodies: tuple[str, ...]
    cluster: Cluster
    sightings: tuple[int, ...]


def identify(
    sightings: Iterable[Sighting],
    renamed: Mapping[str, str] | None = None,
    links: Links | None = None,
) -> tuple[Person, ...]:
    """The persons behind the sightings, sorted by id; each sighting is in exactly one of them.

    ``renamed`` gives, for the key of a body that was renamed, the key of its first name.
    """
    by_name: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_name[sighting.name].append(sighting)
    work = _Work(renamed or {}, links or Links(), {})
    found = [person for name in by_name for person in _of_one_name(name, by_name[name], work)]
    return tuple(sorted(found, key=lambda person: person.id))


@dataclass(frozen=True, slots=True)
class _Work:
    """What holds for every name; ``known`` remembers the anchors of a body by its key."""

    renamed: Mapping[str, str]
    links: Links
    known: dict[str, tuple[frozenset[Anchor], frozenset[Anchor]]]

    def anchors(self, body: Body, common: bool) -> frozenset[Anchor]:
        if body.key not in self.known:
            found = anchors_of(body, self.renamed)
            self.known[body.key] = (found.hard, found.hard | found.soft)
        return self.known[body.key][0 if common else 1]


def _of_one_name(name: str, sightings: Sequence[Sighting], work: _Work) -> list[Person]:
    common = rarity(name) == COMMON
    posted: list[Cluster] = []
    bare: list[Sighting] = []
    for entry in by_entry(sorted(sightings, key=lambda s: s.number)):
        anchors = frozenset(a for s in entry for b in s.bodies for a in work.anchors(b, common))
        if anchors:
            posted.append(Cluster(anchors, entry))
        else:
            bare.extend(entry)
    same, apart = work.links.same.get(name, ()), work.links.apart.get(name, ())
    clusters = [part for whole in _joined(posted) for part in parted(whole)]
    if same or apart:
        judged = {entry for pair in (*same, *apart) for entry in pair}
        named = [s for s in bare if s.entry in judged]
        bare = [s for s in bare if s.entry not in judged]
        clusters += [Cluster(frozenset(), entry) for entry in by_entry(named)]
        clusters = _as_judged(clusters, same, apart)
    clusters = _by_evidence(clusters, apart)
    clusters = with_bare_names(clusters, bare)
    return _told_apart(name, clusters, work, common)


def _joined(clusters: Sequence[Cluster]) -> list[Cluster]:
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
    groups: dict[Anchor, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        groups[find(min(cluster.anchors))].append(cluster)
    return [merge(groups[anchor]) for anchor in sorted(groups)]


def _as_judged(
    clusters: Sequence[Cluster], same: Sequence[Pair], apart: Sequence[Pair]
) -> list[Cluster]:
    """The clusters as readers want them: first apart, then together; together wins."""
    found = list(clusters)
    for one, other in apart:
        for cluster in [c for c in found if {one, other} <= c.entries]:
            found.remove(cluster)
            found += _divided(cluster, one, other)
    for one, other in same:
        touched = [c for c in found if c.entries & {one, other}]
        if len(touched) > 1:
            found = [c for c in found if c not in touched]
            found.append(merge(touched))
    return found


def _divided(cluster: Cluster, one: str, other: str) -> list[Cluster]:
    """Two clusters about two entries; every other entry goes to the nearer, by work then time."""
    entries = by_entry(cluster.sightings)
    seeds = [next(entry for entry in entries if entry[0].entry == own) for own in (one, other)]

    def far(entry: tuple[Sighting, ...], seed: tuple[Sighting, ...]) -> tuple[int, int]:
        mine, its = ({employer(b).key for s in e for b in s.bodies} for e in (entry, seed))
        days = [int((e[0].date or LATE)[:4]) for e in (entry, seed)]
        return -len(mine & its), abs(days[0] - days[1])

    sides: tuple[list[Sighting], list[Sighting]] = ([], [])
    for entry in entries:
        second = entry is seeds[1] or (
            entry is not seeds[0] and far(entry, seeds[1]) < far(entry, seeds[0])
        )
        sides[second].extend(entry)
    return [Cluster(cluster.anchors, tuple(side), cluster.joins) for side in sides]


def _by_evidence(clusters: Sequence[Cluster], apart: Sequence[Pair]) -> list[Cluster]:
    """Join the best pair while one is good enough; a joined one is weighed anew."""
    left = list(clusters)
    if not 1 < len(left) <= _GROUP:
        return left
    while True:
        best: tuple[float, tuple[str, ...], int, int, Evidence] | None = None
        for i, j in combinations(range(len(left)), 2):
            a, b = left[i], left[j]
            if any(p[0] in x.entries and p[1] in y.entries
                   for p in apart for x, y in ((a, b), (b, a))):  # fmt: skip
                continue
            found = compare(a, b)
            order = tuple(sorted((min(a.entries), min(b.entries))))
            if found.joins and (best is None or (-found.odds, order) < best[:2]):
                best = (-found.odds, order, i, j, found)
        if best is None:
            return left
        _, _, i, j, found = best
        ends = sorted(first_entry(left[n]) for n in (i, j))
        why = Join(ends[0], ends[1], found.score, "; ".join(found.reasons))
        joined = merge((left[i], left[j]), (why,))
        left = [c for n, c in enumerate(left) if n not in (i, j)] + [joined]


def _told_apart(name: str, clusters: Sequence[Cluster], work: _Work, common: bool) -> list[Person]:
    """Persons with ids: the earliest keeps the plain id where several have one telling anchor."""
    groups: dict[Anchor, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        groups[_telling_anchor(cluster, work, common)].append(cluster)
    found = []
    for anchor, members in groups.items():
        for place, cluster in enumerate(sorted(members, key=_age)):
            more = (_age(cluster)[1],) if place else ()
            found.append(_person(name, cluster, anchor, more, work))
    return found


def _age(cluster: Cluster) -> tuple[str, str]:
    return min((s.date or LATE, s.entry) for s in cluster.sightings)


def _person(
    name: str, cluster: Cluster, anchor: Anchor, more: tuple[str, ...], work: _Work
) -> Person:
    return Person(
        id=make_id("person", name, *anchor, *more),
        name=name,
        scope=_readable(anchor, cluster, work),
        bodies=tuple(sorted({body.called for body in cluster.employers})),
        cluster=cluster,
        sightings=tuple(sorted(s.number for s in cluster.sightings)),
    )


def _telling_anchor(cluster: Cluster, work: _Work, common: bool) -> Anchor:
    """The anchor of the earliest sighting: later input then leaves the id as it is.

    Among several of one date, a unit stands before a body, then the first in order of characters.
    """
    dated = [
        (s.date or LATE, kind != "place", kind, key)
        for s in cluster.sightings
        for body in s.bodies
        for kind, key in work.anchors(body, common)
    ]
    if dated:
        _, _, kind, key = min(dated)
        return kind, key
    if cluster.anchors:
        return min(cluster.anchors)
    return "entry", _age(cluster)[1]


def _readable(anchor: Anchor, cluster: Cluster, work: _Work) -> str:
    """The unit, or the body as it is called; the source's name for one known by that alone."""
    kind, key = anchor
    if kind in ("body", "line"):
        named = [
            b.called for b in cluster.employers
            if anchor in anchors_of(b, work.renamed).hard or own_anchor(b, work.renamed) == anchor
        ]  # fmt: skip
        return min(named, default=key)
    if kind == "entry":
        return min(cluster.sources)
    return key
