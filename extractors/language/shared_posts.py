"""Posts that several people hold at once, and words for what people are that are no posts."""

from __future__ import annotations

from functools import lru_cache

from extractors.language.titles import Title
from extractors.lexicon import table


@lru_cache(maxsize=1)
def groups() -> tuple[frozenset[str], frozenset[str]]:
    """Words that name a group or a trade, and those of people who only report."""
    data = table("chains")["groups"]
    return frozenset(data["none"]), frozenset(data["reporters"])


def shareable(title: Title) -> bool:
    """Whether several people can hold the post at once: 副市长甲、乙, not 市长甲、乙."""
    return (
        "副" in title.name
        or title.head in groups()[0]
        or title.head.endswith(tuple(table("chains")["shared"]["heads"]))
    )
