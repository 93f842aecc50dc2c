"""What tells a person from namesakes: the unit, the body or the source.

A hard anchor alone makes two namings one person: the same leading circle of a unit (committee,
government, congress, consultative conference), the same body, or one department across a reform
that renamed it. A soft anchor does so unless the name is common: officers go round between the
departments of one prefecture or county, but 王军 may well sit in two of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.identity.bodies import Body, core_name, employer, line_of
from graph.identity.places import Home

Anchor = tuple[str, str]
"""``("place", full name)``, ``("body", key)``, ``("line", key)`` or ``("source", name)``."""

SOFT = "soft"
_LOCAL = frozenset({
    "party_department", "department", "discipline", "court", "procuratorate", "union", "task_force",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors that a post gives; ``soft`` ones hold for names that are not common."""

    hard: frozenset[Anchor] = frozenset()
    soft: frozenset[Anchor] = frozenset()


def anchors_of(body: Body, renamed: Mapping[str, str]) -> Anchors:
    """The anchors of a post in this body; ``renamed`` gives the first name's key of a body."""
    if not body.name:
        return Anchors()
    works_for = employer(body)
    own = own_anchor(works_for, renamed)
    place = works_for.place
    if place is not None and place.kind != "country" and works_for.leads:
        return Anchors(frozenset({("place", place.full)}))
    hard = {own}
    if line := line_of(works_for):
        hard.add(("line", line))
    if place is None or works_for.kind not in _LOCAL or place.kind in ("province", "country"):
        return Anchors(frozenset(hard))
    return Anchors(frozenset(hard), frozenset({("place", place.full)}))


def own_anchor(works_for: Body, renamed: Mapping[str, str]) -> Anchor:
    """A company by its name without the form of business, which is often left out or changed."""
    key = renamed.get(works_for.key)
    if key is not None:
        return ("body", key)
    core = core_name(works_for) if works_for.kind == "company" else ""
    return ("body", core or works_for.key)


def home_anchor(home: Home, source: str) -> Anchor:
    """What a bare name in a chronicle of this home is told by."""
    if home.body:
        return ("body", home.body)
    if home.place is not None:
        return ("place", home.place.full)
    return ("source", source)
