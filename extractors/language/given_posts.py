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
from extractors.language.bodies_before import fitting, headed
from extractors.language.body_words import among, data, ends_body
from extractors.language.document import PersonSpan, PostSpan
from extractors.language.founded import founded, founded_before
from extractors.language.gazetteer import Unit, chain, find

_LOWER = re.compile(
    r"[区县旗市](?<=[\u4e00-\u9fff].)(?:(?!委|场|长|政|直|民|属|级)|(?=委|政府|区委))"
)
_UNITS_AROUND = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[到在赴于对和与至从由往经率市县区州盟旗]))(?P<unit>(?![到在赴于对至从由往经率我本该全各])(?:第?[一二三四五六七八九十]{1,2}(?=区)|[\u4e00-\u9fff]{2,4}?)(?:"
    r"(?:[镇乡]|街道|公社)(?![委长政直民级域村亲企干])|区(?![委长政直民级域别间])|(?:地区|专区|专署|行署|地委)))"
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
    if not pieces[0].body and (body := _bracketed(reading, start) or _new(reading, pieces[0])):
        pieces = (posts.Piece(start, body, pieces[0].title), *pieces[1:])
    named = reading.bodies[: bisect(reading.body_ends, start)]
    if not pieces[0].body or pieces[0].body in among("parts"):
        new = founded_before(reading.text, start, before[-1].end if before else 0)
        named = (*named, new) if new else named
    carried = _carried(reading.text, before, start)
    since = bisect(reading.body_ends, before[-1].end) if before else 0
    if carried and not pieces[0].body and fitting(pieces[0].title, named[since:]):
        carried = ""  # a body named since the post before has such a head: 工作团由团长甲带领
    return posts.resolve(
        reading.text,
        pieces,
        reading.scope,
        carried,
        _near(reading, start, pieces),
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
        opening = at - len(pieces[0].body) if pieces else at
        if last.posts and _LIST_MARK.fullmatch(reading.text, end, opening):
            carried = last.posts[-1].organisation
    return posts.resolve(reading.text, pieces, reading.scope, carried)


def _new(reading: Reading, piece: posts.Piece) -> str:
    """The body that the clause before founds, where it is not the chronicle's own that has such a
    head: 青江学院成立商学院,院长甲."""
    own, heads = reading.scope.body, headed(piece.title)
    if own is not None and own.endswith(heads):
        return ""
    new = founded(reading.text, piece.start)
    if not heads and piece.title.head not in data()["government"]:
        return new
    return new if new and fitting(piece.title, (new,)) else ""


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


def _near(reading: Reading, at: int, pieces: Sequence[posts.Piece]) -> tuple[str, ...]:
    """Units that the text named around ``at`` and the chronicle's place does not say, the likelier
    one first: the city's lower ones, the districts and townships of a county, prefectures."""
    own = reading.scope.units
    if not own:
        return ()
    lower: tuple[str, ...] = ()
    wanted = {piece.body[:1] or piece.title.head[:1] for piece in pieces}
    if own[-1].level != "county":
        named = _lower_units(reading.text, own)
        before = tuple(name for end, name in reversed(named) if end <= at)
        lower = before or tuple(name for _, name in named[:1])
        if wanted.isdisjoint("镇乡街特新高经开林矿"):
            return lower
    if wanted.isdisjoint("区镇乡街地行专副特新高经开林矿"):
        return ()
    found = [(m.end(), m["unit"]) for m in _UNITS_AROUND.finditer(reading.text)]
    before = tuple(name for end, name in reversed(found) if end <= at)
    return before + tuple(name for end, name in found if end > at) + lower
