"""Signs that two groups of namings are one person, weighed by weights.toml and said in words."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from graph.identity.bodies import Body, employer
from graph.identity.clusters import Cluster, years_between
from graph.identity.places import Place
from graph.identity.rarity import COMMON, rarity

_LEVELS = {"village": 0, "township": 1, "county": 2, "city": 3, "province": 5, "country": 6}
_RANKS = {"chief": 0.8, "executive_deputy": 0.5, "deputy": 0.3, "member": 0.4}
_TOP = 5.0
_TRANSFER = 4 / 12
_SHORT = 3  # characters of a body's name that can stand for a longer one
_SOON, _LATE = 5.0, 15.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """``odds`` are the natural logarithm of the odds that two are one; ``reasons`` say why."""

    odds: float
    reasons: tuple[str, ...]

    @property
    def joins(self) -> bool:
        return self.odds >= float(weights()["join"])

    @property
    def score(self) -> float:
        """From 0 to 1; half the odds, since the signs are not independent of one another."""
        return max(0.01, round(1 / (1 + math.exp(-self.odds / 2)), 2))


@lru_cache(maxsize=1)
def weights() -> Mapping[str, Any]:
    return tomllib.loads(
        files("graph.identity").joinpath("weights.toml").read_text(encoding="utf-8")
    )


def compare(a: Cluster, b: Cluster) -> Evidence:
    """The signs for and against; symmetrical in its two clusters."""
    table = weights()
    name = a.sightings[0].name
    common = rarity(name)
    odds, reasons = float(table["name"][common]), ["same name" if common == COMMON
                                                   else f"same {common} name"]  # fmt: skip
    for found in (_places(a, b), _career(a, b), _time(a, b), _others(a, b)):
        for group, sign, times, words in found:
            odds += table[group][sign] * times
            reasons += [words] if words else []
    return Evidence(round(odds, 3), tuple(reasons))


Sign = tuple[str, str, int, str]


def _places(a: Cluster, b: Cluster) -> Iterator[Sign]:
    """The nearest relation between the units that the two serve."""
    found: dict[str, str] = {}
    together = bool(a.sources & b.sources)
    for one in a.employers:
        for other in b.employers:
            sign, words = _relation(one, other, together)
            if sign:
                found[sign] = min(found.get(sign, words), words)
    best = max(found, key=lambda sign: (weights()["places"][sign], sign), default="")
    if best:
        yield "places", best, 1, found[best]


def _relation(one: Body, other: Body, together: bool) -> tuple[str, str]:
    for low, high in ((one, other), (other, one)):
        if low.parent is not None and low.parent.key == high.key:
            return "parent", f"{low.called} is part of {high.called}"
        if together and len(low.name) >= _SHORT and high.name.endswith(low.name):
            return "short", f"{low.name} may be short for {high.name}"
    if not (_public(one) and _public(other)):
        return "", ""
    assert one.place is not None and other.place is not None
    return _unit_relation(one.place, other.place)


def _unit_relation(one: Place, other: Place) -> tuple[str, str]:
    if one.full == other.full:
        return ("same", f"both in {one.name}") if one.kind != "country" else ("", "")
    if one.names[0] != other.names[0]:
        return "", ""
    low, high = sorted((one, other), key=lambda p: (-len(p.names), p.full))
    if len(high.names) > 1 and low.names[: len(high.names)] == high.names:
        return "above", f"{low.name} lies in {high.name}"
    if len(low.names) > 2 and low.names[:-1] == high.names[:-1]:
        return "beside", f"{low.name} and {high.name} lie in {low.names[-2]}"
    return "province", f"both in {one.names[0]}"


def _public(body: Body) -> bool:
    return body.place is not None and body.kind not in (
        "company", "school", "hospital", "association", "institute", "other", "media",
    )  # fmt: skip


def _standing(body: Body, rank: str) -> float:
    """A rough height of a post: the level of its unit, and how it stands in the body."""
    works_for = employer(body)
    if works_for.place is None or not _public(works_for):
        return -1.0
    height = float(_LEVELS.get(works_for.place.kind, 2))
    if works_for.place.kind == "country" and works_for.kind == "department":
        height -= 0.9  # a minister stands beside a governor
    if works_for.kind in ("department", "party_department", "discipline", "union"):
        height -= 0.1 if works_for.place.kind == "country" else 0.8
    return height + _RANKS.get(rank, 0.0)


def _heights(cluster: Cluster) -> list[float]:
    return [
        height
        for s in cluster.sightings
        for body, rank in zip(s.bodies, s.ranks, strict=False)
        if (height := _standing(body, rank)) >= 0
    ]


def _career(a: Cluster, b: Cluster) -> Iterator[Sign]:
    for left, taken in ((a, b), (b, a)):
        days = _handover(left, taken)
        if days:
            yield "career", "transfer", 1, f"removed {days[0]}, appointed {days[1]}"
            break
    heights = (_heights(a), _heights(b))
    if not (heights[0] and heights[1]):
        return
    in_turn = _in_turn(a, b)
    if in_turn and min(max(heights[0]), max(heights[1])) >= _TOP + 0.3:
        yield "career", "top", 1, "both lead a province or a ministry"
    if in_turn:
        early, late = heights if in_turn[0] is a else (heights[1], heights[0])
        rising = max(late) >= max(early)
        yield "career", "rising" if rising else "falling", 1, ""


def _handover(left: Cluster, taken: Cluster) -> tuple[str, str] | None:
    ends = [s for s in left.sightings if s.date and "ended" in s.acts]
    starts = [s for s in taken.sightings if s.date and "started" in s.acts]
    for end in ends:
        for start in starts:
            near = years_between(end.date, start.date) <= _TRANSFER
            if near and _provinces(end.bodies) & _provinces(start.bodies):
                return end.date, start.date
    return None


def _provinces(bodies: tuple[Body, ...]) -> set[str]:
    return {body.place.names[0] for body in bodies if body.place is not None}


def _in_turn(a: Cluster, b: Cluster) -> tuple[Cluster, Cluster] | None:
    """The earlier and the later, where the one is over before the other begins."""
    if not (a.dates and b.dates):
        return None
    for early, late in ((a, b), (b, a)):
        if early.dates[-1] < late.dates[0]:
            return early, late
    return None


def _time(a: Cluster, b: Cluster) -> Iterator[Sign]:
    if not (a.dates and b.dates):
        return
    in_turn = _in_turn(a, b)
    if in_turn is None:
        if _full_time(a) and _full_time(b):
            yield "time", "clash", 1, "in full-time posts of different units at the same time"
        elif a.employers and b.employers:
            yield "time", "beside", 1, "in different posts at the same time"
        return
    gap = years_between(in_turn[0].dates[-1], in_turn[1].dates[0])
    if gap <= _SOON:
        yield "time", "soon", 1, ""
    elif gap > _LATE:
        yield "time", "late", 1, f"{gap:.0f} years apart"


def _full_time(cluster: Cluster) -> bool:
    """In office in a unit, unlike who sits in an association or a council beside his work."""
    return any(_public(body) and body.kind != "cppcc" for body in cluster.employers)


def _others(a: Cluster, b: Cluster) -> Iterator[Sign]:
    """Company counts across sources only: in one chronicle its leaders meet every guest."""
    if a.sources & b.sources:
        yield "career", "source", 1, "in the same source"
        return
    shared = sorted(n for n in a.company & b.company if rarity(n) != COMMON)
    if shared:
        yield "career", "company", min(2, len(shared)), f"both met {'、'.join(shared[:3])}"
