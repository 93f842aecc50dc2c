"""Townships and markets by their bare names: 在石庄召开, 设石庄、搬经、吴窑5个考点.

Only names that the county (or prefecture) of the chronicle has are looked for (see `townships`),
and only where a place must stand: behind a preposition, in a list of such names, before what
befell a place. The words are in ``extractors/lexicon/venues.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.language.document import Frame, Named
from extractors.language.place_items import any_of, words
from extractors.language.scope import Scope
from extractors.language.townships import bare_names
from extractors.lexicon import alternation

_ITEM = r"[\u4e00-\u9fff]{2,4}"
_JOINED = re.compile(rf"(?:、|[和及与](?=[\u4e00-\u9fff]{{2}}))({_ITEM}?)(?=[、。,;)]|等|$)")
_BETWEEN = re.compile(rf"[、和及与]({_ITEM}?)(?=[、和及与])")
_SURE = 0.85
_LIKELY = 0.75


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(rf"{any_of('before_bare_towns')}\Z")


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    keys = ("held", "holding", "own_verbs", "purpose", "verbs", "behind_bare_towns")
    held = alternation.any_of(*(words()[key] for key in keys))
    return re.compile(rf"[,。;:!?)\n]|\Z|{held}")


@lru_cache(maxsize=1)
def _befallen() -> re.Pattern[str]:
    return re.compile(any_of("befalls_bare_towns"))


def bare_townships(text: str, frame: Frame, scope: Scope) -> Iterator[Named]:
    """The places of the frame that are townships of the own county named without their level."""
    names = bare_names(scope.units)
    held = [name for name in names if text.find(name, frame.start, frame.end) >= 0]
    if not held:
        return
    found = re.compile("|".join(held)).finditer(text, frame.start, frame.end)
    spans = [match.span() for match in found]
    for chain in _chains(text, spans):
        yield from _told(text, frame, chain, spans)


def _chains(text: str, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The spans that stand joined by 、 or 和, each chain once, single spans too."""
    chain: list[tuple[int, int]] = []
    for start, end in spans:
        if chain and start == chain[-1][1] + 1 and text[start - 1] in "、和及与":
            chain.append((start, end))
            continue
        between = _BETWEEN.match(text, chain[-1][1]) if chain else None
        if between and between.end() + 1 == start:
            # one that has no code any more, between two that have
            chain += [between.span(1), (start, end)]
            continue
        if chain:
            yield chain
        chain = [(start, end)]
    if chain:
        yield chain


def _told(
    text: str, frame: Frame, chain: list[tuple[int, int]], known: list[tuple[int, int]]
) -> Iterator[Named]:
    """The places of one chain, where they stand as places; with one before or behind that is none
    of ``known``."""
    start, end = chain[0][0], chain[-1][1]
    several = sum(span in known for span in chain) >= 2
    if first := _FIRST.search(text, max(frame.start, start - 6), start):
        chain = [first.span(1), *chain]  # 在八步桥、庆远
        start = first.start(1)
    if several and (more := _JOINED.match(text, end, frame.end)):
        chain = [*chain, more.span(1)]
        end = more.end(1)
    placed = _before().search(text, max(frame.start, start - 4), start) is not None
    if several or placed:
        stands = _behind().match(text, end, frame.end) or _COUNT.match(text, end)
        if not stands and several and placed:
            stands = _PLACES.match(text, end, frame.end)
    else:
        stands = _befallen().match(text, end, frame.end)
        if start > frame.start and text[start - 1] not in ",。;:\n ":
            return
    alone = len(chain) == 1 and text[start:end] in words()["no_bare_towns"]
    if not stands or alone:
        return
    for a, b in chain:
        yield Named(a, b, text[a:b], confidence=_SURE if (a, b) in known else _LIKELY)


_PLACES = re.compile(
    "(?![镇乡区县市村社街人籍路河山桥站厂校院局所港湾水委党政工农民群干部代选队]|公社|大队|中[心学]|小学)"
)
"""Behind a list that a preposition places, whatever is done there, but no name that goes on."""
_FIRST = re.compile(rf"(?:[,。;:\n]|在|到|赴|于|至|抵|经|\A)({_ITEM})、\Z")
_COUNT = re.compile(r"(?:等)?(?:[两三四五六七八九十]|\d+)个?(?:地(?!区)|处|[考观供收]?[点站])")
