"""Who came before and after whom in a post that one person holds at a time.

Overlaps and gaps are told in days and not smoothed away: two holders at one time may be a mistake
of the text or of the reader, and `graph review` asks about them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from graph.identity.tenure import Tenure


def succeeded(tenures: Iterable[Tenure], single: Collection[str]) -> tuple[Tenure, ...]:
    """The tenures with predecessor, successor, gap and inferred end; order as given.

    ``single`` are the ids of posts that one person holds at a time. A holder of whom no day is
    known, or who is only called a former one, stands outside the line.
    """
    tenures = tuple(tenures)
    lines: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if tenure.role in single and tenure.begin:
            lines[tenure.role].append(tenure)
    found: dict[tuple[str, str, int], Tenure] = {}
    for line in lines.values():
        ordered = sorted(line, key=lambda t: (t.begin, t.end, t.person, t.stint))
        for number, tenure in enumerate(ordered):
            before = _other(tenure, reversed(ordered[:number]))
            after = _other(tenure, ordered[number + 1 :])
            if before is not None or after is not None:
                found[tenure.person, tenure.role, tenure.stint] = _placed(tenure, before, after)
    return tuple(found.get((t.person, t.role, t.stint), t) for t in tenures)


def _other(tenure: Tenure, line: Iterable[Tenure]) -> Tenure | None:
    return next((other for other in line if other.person != tenure.person), None)


def _placed(tenure: Tenure, before: Tenure | None, after: Tenure | None) -> Tenure:
    gap = None
    inferred = None
    if after is not None:
        gap = (date.fromisoformat(after.begin) - date.fromisoformat(tenure.end)).days
        if tenure.ended is None and gap > 0:
            inferred = after.begin
    return replace(
        tenure,
        predecessor=before.person if before else None,
        successor=after.person if after else None,
        gap_days=gap,
        inferred_end=inferred,
    )


def overlaps(tenures: Iterable[Tenure]) -> list[tuple[Tenure, Tenure]]:
    """Pairs of a holder and the next in one post where the next is there before the one is gone."""
    by_key: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    tenures = tuple(tenures)
    for tenure in tenures:
        by_key[tenure.person, tenure.role].append(tenure)
    found = []
    for tenure in tenures:
        if tenure.gap_days is not None and tenure.gap_days < 0 and tenure.successor:
            later = [t for t in by_key[tenure.successor, tenure.role] if t.begin >= tenure.begin]
            found.append((tenure, min(later, key=lambda t: t.begin)))
    return found
