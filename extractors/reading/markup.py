"""Markup that reached the text: HTML tags and entities, Markdown marks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from extractors.reading.offsets import CleanText, Edit

_BLOCKS = "p|br|div|li|tr|h[1-6]|table|ul|ol|section|article|blockquote|hr|center"
_INLINE = "span|strong|b|em|i|u|a|img|font|tbody|td|th|sup|sub|small|o:p|label|video|iframe"
_MARK = re.compile(
    rf"(?P<block></?(?:{_BLOCKS})(?:\s[^<>]*)?/?>)"
    rf"|(?P<inline></?(?:{_INLINE})(?:\s[^<>]*)?/?>|<!--.*?-->)"
    r"|(?P<entity>&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?P<image>!\[[^\[\]\n]*\]\([^()\n]*\))"
    r"|(?P<link>(?<!!)\[(?P<words>[^\[\]\n]+)\]\((?:https?:|/|#|\.)[^()\n]*\))"
    r"|(?P<strong>\*\*|__(?=\S)|(?<=\S)__)"
    r"|(?P<quoted>[ \t]*>[ \t]?)"
    r"|(?P<row>[ \t]*\|[^\n]*\|[ \t]*$)",
    re.MULTILINE | re.DOTALL,
)
_INSIDE = re.compile(r"[<&!\[*_]")
_AT_HEAD = re.compile(r"\n[ \t]*[>|]")
_SIGNS = ("<", "&", "](", "**", "__", ">", "|")


def _marks(text: str) -> Iterator[re.Match[str]]:
    """The marks in order; only where a sign of one stands is one looked for."""
    places = [m.start() for m in _INSIDE.finditer(text)]
    if heads := [m.start() + 1 for m in _AT_HEAD.finditer(f"\n{text}")]:
        places = sorted({*places, *(head - 1 for head in heads)})
    reached = 0
    for at in places:
        if at >= reached and (found := _MARK.match(text, at)):
            if found.lastgroup in ("quoted", "row") and at and text[at - 1] != "\n":
                continue
            reached = max(found.end(), at + 1)
            yield found


def without_markup(source: CleanText) -> CleanText:
    """Tags and Markdown marks dropped, entities read; a block's edge is a line break.

    A heading's ``#`` marks stay at the head of their line: they tell where an entry begins.
    """
    if not any(sign in source.text for sign in _SIGNS):
        return source
    edits: list[Edit] = []
    for found in _marks(source.text):
        start, end = found.span()
        kind = found.lastgroup
        if kind == "block":
            edits.append((start, end, "\n"))
        elif kind == "entity":
            character = html.unescape(found[0])
            if character != found[0] and len(character) == 1:
                edits.append((start, end, character))
        elif kind == "row":
            bars = re.finditer(r"\|", found[0])
            edits += [(start + bar.start(), start + bar.end(), " ") for bar in bars]
        elif found["link"]:
            edits.append((start, found.start("words"), ""))
            edits.append((found.end("words"), end, ""))
        else:
            edits.append((start, end, ""))
    return source.rewrite(edits)
