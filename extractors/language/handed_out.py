"""Posts that are handed out to a list of people one by one.

甲、乙分别任丙局局长、丁局局长, or with the post told once: 甲、乙分别任丙镇、丁镇党委书记.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.language import posts
from extractors.language.body_words import base
from extractors.language.document import PostSpan
from extractors.language.scope import Scope
from extractors.language.titles import Title

_EACH = re.compile(r"(?:同志)?分别(?:担任|兼任|出任|任|当选为|当选|被任命为|被选为|为)")
_MARK = re.compile(r"、|以及|和|及|与")


def handed_out(
    text: str, at: int, count: int, heads: Sequence[Title], scope: Scope, named: Sequence[str]
) -> tuple[PostSpan, ...]:
    """The posts of ``count`` people whose list ends at ``at`` (a clean offset), in their order;
    empty where the text does not give each one his."""
    match = _EACH.match(text, at)
    if match is None or count < 2:
        return ()
    stop = min((i for mark in ",。;\n" if (i := text.find(mark, at)) >= 0), default=len(text))
    titles = [t for t in heads if match.end() <= t.start and t.end <= stop]
    if not titles:
        return ()
    begins, pieces = match.end(), []
    for title in titles:
        pieces.append(posts.Piece(begins, text[begins : title.start], title))
        mark = _MARK.match(text, title.end)
        begins = mark.end() if mark else title.end
    if len(pieces) == 1:
        pieces = _shared(pieces[0])
    if len(pieces) != count:
        return ()
    given: list[PostSpan] = []
    for piece in pieces:
        before = given[-1].organisation if given and not piece.body else ""
        given += posts.resolve(text, (piece,), scope, before, named=named)
    return tuple(given) if len(given) == count else ()


def _shared(piece: posts.Piece) -> list[posts.Piece]:
    """A post told once behind several bodies, each with the part of the last that it shares:
    丙镇、丁镇党委 + 书记."""
    bodies = _MARK.split(piece.body)
    part = bodies[-1].removeprefix(base(bodies[-1]))
    return [
        posts.Piece(piece.title.start, body if body.endswith(part) else body + part, piece.title)
        for body in bodies
    ]
