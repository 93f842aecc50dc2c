"""What stands around a chain of posts and says whose they are: a bracket's body, the post before,
a lower unit named in passing, bodies named before.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache

from extractors.language import posts
from extractors.language.anchors import Reading
from extractors.language.document import PersonSpan, PostSpan
from extractors.language.founded import founded
from extractors.language.gazetteer import Unit, chain, find
from extractors.language.post_bodies import ends_body, fitting

_LOWER = re.compile(
    r"(?<=[\u4e00-\u9fff])[区县旗市](?!委|场|长|政|直|民|属|级)|(?<=[\u4e00-\u9fff])[区县旗市](?=委|政府|区委)"
)
_BESIDE = re.compile(r"(?:\([^()\n]{1,40}\)|同志)*[,、;和及与]?(?:以及)?")
_LIST_MARK = re.compile(r"(?:\([^()\n]{1,40}\)|同志)*(?:、|以及|和|及|与)?")


def posts_before(
    reading: Reading, pieces: Sequence[posts.Piece], before: Sequence[PersonSpan]
) -> tuple[PostSpan, ...]:
    """The posts of a chain with their bodies; ``before`` are the people named before it."""
    if not pieces:
        return ()
    start = pieces[0].start
    if not pieces[0].body and (body := _bracketed(reading, start) or founded(reading.text, start)):
        pieces = (posts.Piece(start, body, pieces[0].title), *pieces[1:])
    named = reading.bodies[: bisect(reading.body_ends, start)]
    carried = _carried(reading.text, before, start)
    since = bisect(reading.body_ends, before[-1].end) if before else 0
    if carried and not pieces[0].body and fitting(pieces[0].title, named[since:]):
        carried = ""  # a body named since the post before has such a head: 工作团由团长甲带领
    return posts.resolve(
        reading.text,
        pieces,
        reading.scope,
        carried,
        _near(reading, start),
        named,
        bool(before) and _LIST_MARK.fullmatch(reading.text, before[-1].end, start) is not None,
        bool(before) and _BESIDE.fullmatch(reading.text, before[-1].end, start) is not None,
    )


def posts_behind(
    reading: Reading, pieces: Sequence[posts.Piece], at: int, before: Sequence[PersonSpan]
) -> tuple[PostSpan, ...]:
    """The posts behind a name that begins at ``at``; in a list they may share the body of the post
    before: 甲副市长、乙秘书长."""
    carried = ""
    if before:
        last = before[-1]
        end = max([last.end, *(post.end for post in last.posts)])
        if last.posts and _LIST_MARK.fullmatch(reading.text, end, at):
            carried = last.posts[-1].organisation
    return posts.resolve(reading.text, pieces, reading.scope, carried)


def _bracketed(reading: Reading, at: int) -> str:
    """The body whose bracket opens right before ``at``: 领导小组(组长甲,副组长乙)."""
    if not reading.text.endswith("(", 0, at):
        return ""
    index = bisect(reading.body_ends, at - 1) - 1
    if index >= 0 and reading.body_ends[index] == at - 1:
        body = reading.bodies[index]
    elif ends_body(reading.text, 0, at - 1):
        body = reading.text[posts.body_start(reading.text, at - 1, 0) : at - 1]
    else:
        body = ""
    return body


def _carried(text: str, before: Sequence[PersonSpan], at: int) -> str:
    """The body of the post before, where the sentence still goes on: 市政府副市长甲及秘书长乙."""
    for person in reversed(before):
        if any(mark in text[person.end : at] for mark in "。;!?\n"):
            return ""
        if person.posts:
            return person.posts[-1].organisation
    return ""


@lru_cache(maxsize=64)  # asked at every chain of posts of one text
def _lower_units(text: str, own: tuple[Unit, ...]) -> tuple[tuple[int, str], ...]:
    """Units below the lowest of ``own`` that the text names: where each ends, and its name."""
    found: list[tuple[int, str]] = []
    for match in _LOWER.finditer(text):
        for start in range(match.end() - 2, max(-1, match.end() - 10), -1):
            unit = find(text[start : match.end()], own)
            if unit is not None and own[-1] in chain(unit) and unit is not own[-1]:
                found.append((match.end(), text[start : match.end()]))
                break
    return tuple(found)


def _near(reading: Reading, at: int) -> str:
    """The last lower unit of the chronicle's own place that the text named before ``at``."""
    own = reading.scope.units
    if not own or own[-1].level == "county":
        return ""
    named = _lower_units(reading.text, own)
    before = [name for end, name in named if end <= at]
    return before[-1] if before else named[0][1] if named else ""
