"""How people stand in the network of those who meet: acquaintances, betweenness and circles.

Two people are joined who took part in one event. An event of n people counts for each pair in it as
1/(n - 1), so that a person's ties weigh as much as the events that he shared with anybody, and a
congress of hundreds does not outweigh a working visit (Newman 2001). Circles are the communities of
the Louvain method on these weights; betweenness is that of Brandes, without weights.

All of it is a function of the graph: people are numbered by their ids, chance has a fixed seed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import networkx as nx
import pyarrow as pa

from graph.tables import Tables, node_schema

PROPERTIES = ("acquaintances", "betweenness", "community")
"""What a measured graph has on its people beside the rest."""

_SEED = 0
_DIGITS = 6
_WORK = 20_000_000
"""So many visits of a person or tie are made for betweenness, which takes less than a minute. Where
all people as starting points would need more, as many are drawn as keep within it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One person's: how many others he met, betweenness from 0 to 1, the number of his circle.

    Who met nobody is in no circle.
    """

    acquaintances: int
    betweenness: float
    community: int | None


def measured(tables: Tables) -> Tables:
    """The tables with the measures on their people."""
    found = measures(tables)
    people = tables.nodes["Person"]
    rows = [found[own] for own in people["id"].to_pylist()]
    schema = node_schema("Person")
    for name in PROPERTIES:
        column = pa.array([getattr(row, name) for row in rows], type=schema.field(name).type)
        people = people.set_column(schema.get_field_index(name), schema.field(name), column)
    return replace(tables, nodes={**tables.nodes, "Person": people})


def measures(tables: Tables) -> Mapping[str, Measure]:
    """The measures of every person, by id."""
    people: list[str] = tables.nodes["Person"]["id"].to_pylist()
    ties = _ties(tables, people)
    between = _betweenness(ties)
    circle: dict[int, int] = {}
    for number, members in enumerate(_circles(ties), 1):
        circle.update(dict.fromkeys(members, number))
    return {
        own: Measure(ties.degree[number], between[number], circle.get(number))
        for number, own in enumerate(people)
    }


def _ties(tables: Tables, people: list[str]) -> Any:
    """The network, people by their place in the list."""
    number = {own: place for place, own in enumerate(people)}
    present: dict[str, set[int]] = defaultdict(set)
    table = tables.edges["PARTICIPATED_IN", "Person", "Event"]
    for person, event in zip(table["from_id"].to_pylist(), table["to_id"].to_pylist(), strict=True):
        present[event].add(number[person])
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for event in sorted(present):
        here = sorted(present[event])
        for pair in combinations(here, 2):
            weights[pair] += 1 / (len(here) - 1)
    ties = nx.Graph()
    ties.add_nodes_from(range(len(people)))
    ties.add_weighted_edges_from((a, b, weights[a, b]) for a, b in sorted(weights))
    return ties


def _betweenness(ties: Any) -> dict[int, float]:
    visits = max(1, ties.number_of_nodes() + ties.number_of_edges())
    starts = max(1, _WORK // visits)
    drawn = starts if starts < ties.number_of_nodes() else None
    found = nx.betweenness_centrality(ties, k=drawn, seed=_SEED)
    # Drawn starting points can carry the estimate of a share a little beyond the whole.
    return {number: min(1.0, round(value, _DIGITS)) for number, value in found.items()}


def _circles(ties: Any) -> list[list[int]]:
    """The communities of those who met anybody, the largest first."""
    met = ties.subgraph([number for number in ties if ties.degree[number]])
    if not met:
        return []
    found = nx.community.louvain_communities(met, weight="weight", seed=_SEED)
    return sorted((sorted(members) for members in found), key=lambda m: (-len(m), m))
