"""Strings without a meaning that forums print between the lines to spoil copies of their pages."""

from __future__ import annotations

import re

from extractors.reading.offsets import CleanText

_TOKEN = "[!-~]{1,3}"
_RUN = re.compile(
    rf"[!-~](?<![!-~].)[!-~]{{0,2}} {{1,2}}(?:{_TOKEN} {{1,2}}){{3,}}"
    rf"(?:(?!\d{{1,4}} ?[年月日])[!-~]){{0,3}}(?=[^!-~]|\d)"
)
"""Five strings of one to three characters, the last of them short of the figures of a date."""
_MIXED = re.compile(r"(?<![!-~])(?=[!-~]?[A-Za-z])(?=[!-~]?[^A-Za-z ,.])[!-~]{2,3}(?![!-~])")
_SIGN = re.compile(r"[^A-Za-z0-9 ,.]")
MIXED = 3
"""So many strings at least mix a letter with a figure or a sign (``& Q9 I. c: C0 q+``).

A list of figures has none, one of names or grades (A1, B2) has no signs beside.
"""


def without_jammers(source: CleanText) -> CleanText:
    """Runs of such strings dropped where letters, figures and odd signs are mixed in them; any
    other text stays as it is."""
    return source.rewrite(
        (m.start(), m.end(), "")
        for m in _RUN.finditer(source.text)
        if len(_MIXED.findall(m[0])) >= MIXED and _SIGN.search(m[0])
    )
