"""Whom a name without a post means: 池卫东 alone, in a chronicle that has told of him before.

Never a reason to make a new person while one of that name is at hand: the company decides first
(who stands beside the name there and elsewhere), then the chronicle's own place, then the source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.identity.anchors import Anchor, home_anchor
from graph.identity.bodies import employer
from graph.identity.clusters import Cluster, Sighting, by_entry, merge, years_between
from graph.identity.splitting import parted, silence

_HERE, _AT_HOME, _LEADS = 2, 2, 1


def with_bare_names(clusters: Sequence[Cluster], bare: Sequence[Sighting]) -> list[Cluster]:
    """The clusters with the bare names given out; those left over are persons of their home."""
    joining: dict[int, list[Sighting]] = defaultdict(list)
    alone: dict[Anchor, list[Sighting]] = defaultdict(list)
    facts = [_Facts(cluster) for cluster in clusters]
    for entry in by_entry(bare):
        chosen = _host(facts, entry[0])
        if chosen is None:
            alone[home_anchor(entry[0].home, entry[0].source)].extend(entry)
        else:
            joining[chosen].extend(entry)
    found = [
        merge([cluster, Cluster(frozenset(), tuple(joining[n]))]) if n in joining else cluster
        for n, cluster in enumerate(clusters)
    ]
    for home, sightings in sorted(alone.items()):
        found += parted(Cluster(frozenset({home}), tuple(sightings)))
    return found


class _Facts:
    """What is asked of a cluster for every bare name, worked out once."""

    def __init__(self, cluster: Cluster) -> None:
        self.anchors = cluster.anchors
        self.sources = cluster.sources
        self.dates = cluster.dates
        self.company: dict[str, set[str]] = defaultdict(set)
        for sighting in cluster.sightings:
            self.company[sighting.source] |= sighting.company
        self.anywhere = cluster.company
        self.leads = {
            works_for.place.full
            for works_for in map(employer, (b for s in cluster.sightings for b in s.bodies))
            if works_for.leads and works_for.place is not None
        }


def _host(clusters: Sequence[_Facts], bare: Sighting) -> int | None:
    """The number of the cluster that a bare name belongs to; None where none or several may be."""
    home = home_anchor(bare.home, bare.source)
    limit = silence(bare.name)
    scored: list[tuple[tuple[int, int], int]] = []
    for number, cluster in enumerate(clusters):
        at_home = home in cluster.anchors
        here = bare.source in cluster.sources
        if not (at_home or here) or not _in_time(cluster, bare.date, limit):
            continue
        company = len(bare.company & cluster.company.get(bare.source, set()))
        company = company or min(1, len(bare.company & cluster.anywhere))
        leads = at_home and home[1] in cluster.leads
        scored.append(((company, _HERE * here + (_AT_HOME + 1) * at_home + _LEADS * leads), number))
    best = max(scored, default=None)
    if best is None:
        return None
    equal = [number for weight, number in scored if weight == best[0]]
    if len(equal) == 1:
        return equal[0]
    return None


def _in_time(cluster: _Facts, date: str, limit: float) -> bool:
    if not date or not cluster.dates:
        return True
    if cluster.dates[0] <= date <= cluster.dates[-1]:
        return True
    return min(years_between(date, end) for end in (cluster.dates[0], cluster.dates[-1])) < limit
