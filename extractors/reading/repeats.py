"""Entries that a source prints twice, kept once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from extractors.reading.entry import Entry
from schema.records import Warning

REPEATED = "repeated"
SHORTEST = 10
"""Tellings of fewer characters may well be alike (县委召开会议。)."""

_MARKS = re.compile(r"\W+")


def without_repeats(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with those dropped that say again, word for word, what one of their date says.

    Marks and spaces aside. The one that stays has a warning ``repeated``; numbers run on without
    gaps.
    """
    kept: list[Entry] = []
    places: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for entry in entries:
        telling = entry.clean.text[entry.body :]
        alike = places[entry.when.start, entry.when.end, telling[:4]]
        place = next((at for at in alike if _same(_telling(kept[at]), telling)), None)
        if place is None:
            alike.append(len(kept))
            number = len(kept) + 1
            kept.append(entry if entry.number == number else replace(entry, number=number))
        elif all(warning.code != REPEATED for warning in kept[place].warnings):
            warning = Warning(REPEATED, "The source prints this entry more than once.")
            kept[place] = replace(kept[place], warnings=(*kept[place].warnings, warning))
    return kept


def _telling(entry: Entry) -> str:
    return entry.clean.text[entry.body :]


def _same(one: str, other: str) -> bool:
    words = _MARKS.sub("", one)
    return len(words) >= SHORTEST and words == _MARKS.sub("", other)
