"""What a page carries beside its text: publishing lines, share buttons, notices, bare links."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.lexicon import table
from extractors.reading.offsets import CleanText, Edit

TAIL = 800
"""A closing notice takes the rest of the text with it only where no more than this is left."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = table("furniture")
    alone, closing = ("|".join(f"(?:{line})" for line in data[key]) for key in ("line", "tail"))
    return (
        re.compile(rf"^[ \u3000]*(?:{alone})[ \u3000]*$\n?", re.MULTILINE),
        re.compile(rf"^[ \u3000]*(?:{closing}).*$\n?", re.MULTILINE),
    )


def without_furniture(clean: CleanText) -> CleanText:
    """Lines that are nothing but page furniture dropped (extractors/lexicon/furniture.toml)."""
    alone, closing = _patterns()
    edits: list[Edit] = [(m.start(), m.end(), "") for m in alone.finditer(clean.text)]
    clean = clean.rewrite(edits)
    for found in closing.finditer(clean.text):
        if len(clean.text) - found.end() <= TAIL:
            return clean.slice(0, found.start())
    return clean.rewrite((m.start(), m.end(), "") for m in closing.finditer(clean.text))
