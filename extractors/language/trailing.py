"""Posts behind a name: 秦立新副市长, 青江医院秦立新书记, 秦立新副书记兼副校长.

Nothing before such a name need be a post, so the post behind it is what shows that a name is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.language.anchors import Reading
from extractors.language.body_words import data, ends_body
from extractors.language.names import lexicon
from extractors.language.posts import Piece, body_start, chain
from extractors.lexicon.suffixes import Suffixes, suffixes

AFTER_MARK, ANYWHERE = 1.5, 4.6
"""The weight that a name before a post needs behind a body, a verb or a conjunction, and elsewhere
(log odds, see `names.best`)."""

_LONGEST_NOTE = 45
_HEADED = re.compile(r"(?:同志)?(?:为|任)")
_LED_PARTY = re.compile(
    r"(?:同志)?为(?:首|团长|组长|队长|领队)的(?P<body>[^,。;]{2,24}?)(?:党政|学习|参观|友好)*"
    r"(?:代表团|考察团|访问团|参观团|慰问团|考察组|调研组|工作组|一行)"
)
_HEADED_BODY = re.compile(
    r"的(?P<body>[^,。;、]{1,24}?(?:小组|代表团|访问团|慰问团|考察团|[组团队]|委员会|班子))"
)
_OWN = tuple(f"{word}{level}" for word in "我本该" for level in "院校市区县省局厂公司")
_MARKS = ("和", "与", "及", "、", ",", "。", ":", "\n", "请", "的", "(", "“")


def before_posts(reading: Reading, start: int) -> Iterator[tuple[int, float, int]]:
    """Where a name may begin that ends before a post: the offset, the weight that it needs there,
    and the offset of the post."""
    lex = lexicon()
    text = reading.text
    for post in reading.by_start:
        if post < start + 2 or ends_body(text, start, post):
            continue
        for length in (2, 3, 4):
            at = post - length
            if at < start:
                break
            if length > 2 and text[at : at + 2] in lex.compound:
                yield at, AFTER_MARK if _is_marked(reading, at) else ANYWHERE, post
            elif length < 4 and text[at] in lex.single:
                marked = _is_marked(reading, at)
                if marked or length == 3:
                    yield at, AFTER_MARK if marked else ANYWHERE, post


def _is_marked(reading: Reading, at: int) -> bool:
    """Whether what stands before ``at`` lets a name begin there."""
    if at == 0 or at in reading.by_end:
        return True
    return ends_body(reading.text, 0, at) or _openers().end(reading.text, 0, at)


@lru_cache(maxsize=1)
def _openers() -> Suffixes:
    """Marks and words, besides bodies, that may stand right before a name."""
    return suffixes((*_MARKS, *_OWN, *data()["leads"]))


def led_until(reading: Reading, start: int, at: int) -> int:
    """Where a name at ``at`` must end because 以 stands before it and its posts (``start``), and 为
    behind it: 以副省长甲为团长. 0 where nothing says so."""
    if not reading.text.endswith("以", 0, start):
        return 0
    end = reading.text.find("为", at + 2, at + 5)
    return end if end > 0 and (end + 1 in reading.by_start or reading.text[end + 1] == "首") else 0


def headed(reading: Reading, pieces: tuple[Piece, ...], end: int) -> tuple[Piece, ...]:
    """The posts before a name that ends at ``end``, with the body of the party that it leads behind
    it: 以局长甲为首的乙局考察团."""
    if not pieces or pieces[0].body or not reading.text.endswith("以", 0, pieces[0].start):
        return pieces
    match = _LED_PARTY.match(reading.text, end)
    body = match["body"] if match else ""
    if level := data()["government"].get(pieces[0].title.head):
        # 以县长甲为团长的青江县考察团, but 以省长乙为团长的中央慰问团
        body = body[: body.index(level) + 1] if level in body[1:] else ""
    return (pieces[0]._replace(body=body), *pieces[1:]) if body else pieces


def group_head(reading: Reading, opening: int, end: int) -> tuple[Piece, ...]:
    """The post that a group is headed in by a name that ends at ``end`` and opens, posts and all,
    at ``opening``: 以甲为组长的调研组, 由副市长乙任组长的工作组."""
    match = _HEADED.match(reading.text, end)
    title = reading.by_start.get(match.end()) if match else None
    if title is None or reading.text[opening - 1 : opening] not in ("以", "由"):
        return ()
    group = _HEADED_BODY.match(reading.text, title.end)
    return (Piece(title.start, group["body"], title),) if group else ()


def pieces_after(reading: Reading, start: int, end: int) -> tuple[Piece, ...]:
    """The posts right behind the name ``text[start:end]``, with the body right before it.

    Also those in brackets behind the name: 甲(县委书记、县长).
    """
    pieces: list[Piece] = []
    text, at = reading.text, end
    body = ""
    if ends_body(text, 0, start):
        body = text[body_start(text, start, 0) : start]
    if text.startswith("(", end):
        closing = text.find(")", end, end + _LONGEST_NOTE)
        return chain(text, reading.by_end, closing, end + 1) if closing > end else ()
    while title := reading.by_start.get(at):
        pieces.append(Piece(end if not pieces else at, "" if pieces else body, title))
        at = title.end + text.startswith(("、", "/"), title.end)
    return tuple(pieces)
