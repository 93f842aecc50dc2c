"""Stretches of a text that give what somebody says: 市长强调,要抓好落实。要加强领导。

What stands in them is demanded or hoped for, it does not happen.
"""

from __future__ import annotations

import re
from functools import lru_cache

from schema.records import Span

_SAYS = ("强调", "指出", "要求", "说", "表示", "认为", "希望", "提出", "说道", "坦言")
_OPENS = re.compile(f"(?:{'|'.join(f'{says}(?<![令书电文稿告]{says})' for says in _SAYS)})[,:]")
_GOES_ON = re.compile(
    r"(?:[一二三四五六七八九十]要|[一二三四五六七八九十]是|要(?![^,。]{0,3}(?:闻|员))|必须|坚持|坚决|切实|进一步|同时,?要|我们|努力|深入|全面|加快|聚焦|"
    r"过去|当前|今年,|各级|各部门|各地|全[省市区县州]|把|以|希望|确保|立足|围绕|统筹|持续|着力|大力|特别|通过)"
)


@lru_cache(maxsize=64)  # asked by several components of one text
def speeches(text: str) -> tuple[Span, ...]:
    """Stretches of speech (clean offsets, half-open), in order, none overlapping."""
    found: list[Span] = []
    at = 0
    while match := _OPENS.search(text, at):
        end = _sentence_end(text, match.end())
        while end < len(text) and text[end] != "\n" and _GOES_ON.match(text, end):
            end = _sentence_end(text, end)
        found.append((match.end(), end))
        at = max(end, match.end())
    return tuple(found)


def _sentence_end(text: str, at: int) -> int:
    """Behind the mark that ends the sentence at ``at``; a quotation is closed first."""
    for end in range(at, len(text)):
        if text[end] == "\n":
            return end
        if text[end] in "。!?" and text.count("“", at, end) <= text.count("”", at, end + 2):
            return end + 1
    return len(text)
