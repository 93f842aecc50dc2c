"""Pairs that may be one: what a person who reviews the graph is asked about.

A pair is never joined here; it is scored, and the reason is said in words. Candidates are sought
in small groups (one name, one parent, one opening), so that the work stays linear in the input.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from graph.identity.bodies import Body, core_name
from graph.identity.evidence import compare
from graph.identity.persons import Person

_GROUP = 40  # a name shared by more persons is compared only with its neighbours in time
_OPENING = 4  # characters that two names of one company have in common at least


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Two ids, the lower first, with a score from 0 to 1 and the reason as a sentence."""

    first: str
    second: str
    score: float
    reason: str


def like_persons(persons: Iterable[Person]) -> tuple[Resemblance, ...]:
    """Persons of one name who may be one: how likely, by the signs of `evidence`."""
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        by_name[person.name].append(person)
    found = [
        _compare(a, b)
        for name in sorted(by_name)
        for a, b in _pairs(sorted(by_name[name], key=lambda p: (p.cluster.dates[:1], p.id)))
    ]
    return tuple(sorted(found, key=lambda pair: (pair.first, pair.second)))


def _pairs(group: Sequence[Person]) -> Iterable[tuple[Person, Person]]:
    if len(group) <= _GROUP:
        return combinations(group, 2)
    return pairwise(group)


def _compare(a: Person, b: Person) -> Resemblance:
    found = compare(a.cluster, b.cluster)
    if a.bodies and b.bodies:
        last = f"posts in {'、'.join(a.bodies)} and in {'、'.join(b.bodies)}"
    else:
        last = f"told of in {a.scope} and {b.scope}"
    first, second = sorted((a.id, b.id))
    return Resemblance(first, second, found.score, "; ".join((*found.reasons, last)))


def like_bodies(bodies: Iterable[tuple[str, Body]]) -> tuple[Resemblance, ...]:
    """Bodies (id, body) whose names look like a long and a short form of one name.

    东风机械公司 and 东风机械有限公司 differ in the form of business only; 江北华光 opens
    江北华光科技有限公司; 科财司 and 科技与财务司 of one ministry share first and last character,
    and the longer holds the shorter's characters in order.
    """
    by_core: dict[str, list[tuple[str, Body]]] = defaultdict(list)
    by_opening: dict[str, list[tuple[str, Body]]] = defaultdict(list)
    by_parent: dict[str, list[tuple[str, Body]]] = defaultdict(list)
    for item in bodies:
        body = item[1]
        if body.parent is not None:
            by_parent[body.parent.key].append(item)
        elif body.kind in ("company", "other"):
            by_core[core_name(body)].append(item)
            by_opening[body.name[:_OPENING]].append(item)
    found: dict[tuple[str, str], Resemblance] = {}
    for group in (*by_core.values(), *by_opening.values(), *by_parent.values()):
        for a, b in _neighbours(group):
            pair = _compare_bodies(a, b)
            if pair is not None:
                found.setdefault((pair.first, pair.second), pair)
    return tuple(found[key] for key in sorted(found))


def _neighbours(
    group: Sequence[tuple[str, Body]],
) -> Iterable[tuple[tuple[str, Body], tuple[str, Body]]]:
    """The pairs worth comparing: all of a small group, the neighbours of a large one."""
    ordered = sorted(group, key=lambda item: item[1].key)
    if len(ordered) <= _GROUP:
        return combinations(ordered, 2)
    return pairwise(ordered)


def _compare_bodies(a: tuple[str, Body], b: tuple[str, Body]) -> Resemblance | None:
    (_, short), (_, long) = sorted((a, b), key=lambda item: (len(item[1].name), item[1].key))
    first, second = sorted((a[0], b[0]))
    if short.parent is not None and long.parent is not None:
        ends = [body.key.rpartition("/")[2] for body in (short, long)]
        if _abbreviates(*ends):
            reason = f"{short.called} may be short for {long.called}"
            return Resemblance(first, second, 0.6, reason)
        return None
    if core_name(short) == core_name(long):
        reason = f"{short.name} and {long.name} differ only in the form of business"
        return Resemblance(first, second, 0.8, reason)
    if len(short.name) >= _OPENING and core_name(long).startswith(core_name(short)):
        return Resemblance(first, second, 0.6, f"{short.name} opens {long.name}")
    return None


def _abbreviates(short: str, long: str) -> bool:
    if not (2 <= len(short) < len(long)) or short[0] != long[0] or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(character in rest for character in short)
