"""Entries that a source prints twice, kept once."""

from __future__ import annotations

import re
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
    places: dict[tuple[str, str, str], int] = {}
    for entry in entries:
        words = _MARKS.sub("", entry.clean.text[entry.body :])
        key = (entry.when.start, entry.when.end, words)
        if len(words) >= SHORTEST and key in places:
            first = kept[places[key]]
            if all(warning.code != REPEATED for warning in first.warnings):
                warning = Warning(REPEATED, "The source prints this entry more than once.")
                kept[places[key]] = replace(first, warnings=(*first.warnings, warning))
            continue
        places[key] = len(kept)
        kept.append(replace(entry, number=len(kept) + 1))
    return kept
