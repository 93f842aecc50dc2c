"""Under which unit a venue hangs whose name holds none: the smallest that the text supports.

An event that names a village, a township or a county before the venue puts it there; several such
events must agree, else what their units have in common is taken. Where no event says anything, a
chronicle's own place is meant, unless the event is a visit, which may lead anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.identity.places import Home, Place, Site, read_place

_UNITS = frozenset({"city", "county", "township", "village"})


@dataclass(frozen=True, slots=True)
class Seen:
    """One event's sites in the order of the text, each with the caller's own mark for it."""

    home: Home
    away: bool
    sites: tuple[tuple[Site, object], ...]


@dataclass(frozen=True, slots=True)
class Parent:
    """The unit of a venue: ``basis`` is event or home, ``mark`` that of the first naming."""

    place: Place
    basis: str
    mark: object


def venue_parents(events: Iterable[Seen]) -> dict[str, Parent]:
    """The unit of each venue that has none by its name, by the key of the venue."""
    told: dict[str, list[tuple[Place, object]]] = defaultdict(list)
    homes: dict[str, tuple[Place, object]] = {}
    for event in events:
        unit: Place | None = None
        for site, mark in event.sites:
            if site.kind in _UNITS and (found := read_place(site.key, Home())) and not found[1]:
                unit = found[0]
            elif site.kind == "venue" and site.parent is None:
                if unit is not None:
                    told[site.key].append((unit, mark))
                elif event.home.place is not None and not event.away and not event.home.body:
                    homes.setdefault(site.key, (event.home.place, mark))
    parents = {key: Parent(place, "home", mark) for key, (place, mark) in homes.items()}
    for key, units in told.items():
        place = _agreed([unit for unit, _ in units])
        if place is not None:
            parents[key] = Parent(place, "event", units[0][1])
    return parents


def _agreed(units: list[Place]) -> Place | None:
    """The smallest unit where each lies in the next, else the one that holds them all."""
    smallest = max(units, key=lambda unit: (len(unit.names), unit.full))
    if all(smallest.names[: len(unit.names)] == unit.names for unit in units):
        return smallest
    shared = 0
    while all(
        len(unit.names) > shared and unit.names[shared] == smallest.names[shared] for unit in units
    ):
        shared += 1
    found = read_place("".join(smallest.names[:shared]), Home()) if shared else None
    return found[0] if found and not found[1] else None
