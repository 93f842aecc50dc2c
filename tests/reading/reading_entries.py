"""Entries read from an invented page, in the shape that the tests compare."""

from __future__ import annotations

from extractors.reading.clean import clean
from extractors.reading.entries import entries
from extractors.reading.entry import Entry
from schema.records import Warning


def read(text: str, **hints: object) -> tuple[Entry, ...]:
    return entries("page.txt", text, clean(text), **hints)[0]  # type: ignore[arg-type]


def read_with_warnings(text: str, **hints: object) -> tuple[tuple[Entry, ...], tuple[Warning, ...]]:
    return entries("page.txt", text, clean(text), **hints)  # type: ignore[arg-type]


def told(entry: Entry) -> str:
    """The telling, without headlines, marker and date."""
    return entry.clean.text[entry.body :]


def table(text: str, **hints: object) -> list[tuple[str, str]]:
    """The date of each entry (a range as start/end, a month or year as far as it is told) and its
    telling."""
    return [(_date(entry), told(entry)) for entry in read(text, **hints)]


def _date(entry: Entry) -> str:
    when = entry.when
    if when.precision == "month" and when.start[:7] == when.end[:7]:
        return when.start[:7]
    if when.precision == "year" and when.start[:4] == when.end[:4]:
        return when.start[:4]
    return when.start if when.start == when.end else f"{when.start}/{when.end}"
