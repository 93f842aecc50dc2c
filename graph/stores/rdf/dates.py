"""Dates as RDF, no finer than they are known: a month is a month, never its first day.

A time is a node that all who share it share: ``when:2024-07-02`` a day, ``when:2024-07`` a month,
``when:2024-07-01_2024-07-10`` an interval, ``when:2024-07-02_`` one whose end is not known. What
such a node says is true of the calendar, whatever the sources tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.stores.rdf.syntax import Syntax, Term

_LENGTH = {"day": 10, "month": 7, "year": 4}
_DATATYPE = {10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}
_POSITION = {10: "time:inXSDDate", 7: "time:inXSDgYearMonth", 4: "time:inXSDgYear"}
_SEEN = {"day": 10, "month": 7, "year": 4, "period": 4}
"""A day that was seen within a period (上旬, a season) is known to its year alone."""


def shortened(day: str, precision: str | None) -> str:
    """An ISO day as far as a precision knows it; an unknown precision counts as day."""
    return day[: _LENGTH.get(precision or "day", 10)]


def seen(day: str, precision: str | None) -> str:
    """A day of a tenure whose dates are at best so precise."""
    return day[: _SEEN.get(precision or "day", 10)]


def dated(value: str, syntax: Syntax) -> Term:
    """A literal of the date type that the length of the value tells."""
    return syntax.typed(value, _DATATYPE[len(value)])


def code_of(first: str | None, last: str | None, precision: str | None) -> str:
    """The local name of the time from one ISO day to another; either may be missing."""
    if first is None or last is None:
        start = shortened(first, precision) if first else ""
        return f"{start}_{shortened(last, precision) if last else ''}"
    start, end = shortened(first, precision), shortened(last, precision)
    return start if start == end else f"{start}_{end}"


def time_nodes(codes: set[str], syntax: Syntax) -> Iterator[tuple[str, list[tuple[str, Term]]]]:
    """Each time of these codes and the ends of each interval: subject and statements, sorted."""
    ends = {end for code in codes if "_" in code for end in code.split("_") if end}
    kind, name = syntax.predicate("rdf:type"), syntax.predicate
    for code in sorted(codes | ends):
        pairs: list[tuple[str, Term]]
        if "_" in code:
            first, _, last = code.partition("_")
            pairs = [(kind, syntax.name("time:ProperInterval" if first and last else
                                        "time:Interval"))]  # fmt: skip
            if first:
                pairs.append((name("time:hasBeginning"), syntax.node(f"when:{first}")))
            if last:
                pairs.append((name("time:hasEnd"), syntax.node(f"when:{last}")))
        else:
            pairs = [(kind, syntax.name("time:Instant"))]
            pairs.append((name(_POSITION[len(code)]), dated(code, syntax)))
        yield syntax.node(f"when:{code}"), pairs
