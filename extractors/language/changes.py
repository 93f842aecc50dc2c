"""A list of people to whom posts may be given or from whom they may be taken.

The posts stand behind a verb behind the names, so they are read forwards from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.language import posts
from extractors.language.bodies_before import fitting
from extractors.language.body_names import Body
from extractors.language.body_words import data, ends_body
from extractors.language.document import PersonSpan, PostSpan
from extractors.language.founded import founded_before
from extractors.language.gazetteer import longest_name
from extractors.language.names import CJK
from extractors.language.scope import Scope
from extractors.language.titles import Title

NEXT = re.compile(r"[,;、和及与]|[,;]?\n\s*")
"""What parts those who are named with their posts one behind the other."""
_SEPARATOR = re.compile(r"(?:\([^()]{1,16}\))?(?:[、,]?(?:并|仍|同时|继续)?兼任|、|兼|和|,)")
"""What joins a post to the next one of the same person."""


@dataclass(frozen=True, slots=True)
class Change:
    """Posts given to or taken from a person.

    ``capacities`` are of appointed, removed and elected; a post that is lost in the same breath as
    another is given has the status ``former``.
    """

    capacities: tuple[str, ...]
    posts: tuple[PostSpan, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A list of names and what stands around it: ``before`` in its clause, ``at`` behind it.

    ``running`` is what was done to those named before in the same breath (up to ``since``),
    ``carried`` the body of their last post, ``between`` what parts them from this list; ``last`` is
    the last person of the list, ``limit`` where the next one begins, ``has_posts`` that posts stand
    before the first, ``runs_out`` that nothing but more such lists follows in the sentence.
    """

    text: str
    opening: int
    at: int
    before: str
    last: PersonSpan
    limit: int
    titles: Sequence[Title]
    bodies: Sequence[Body]
    scope: Scope
    carried: str
    running: str
    between: str
    has_posts: bool
    runs_out: bool
    since: int

    @property
    def heads(self) -> tuple[Title, ...]:
        """The titles up to the next name."""
        end, limit = self.last.end, self.limit
        return tuple(
            t
            for t in self.titles
            if end <= t.start and (t.end < limit or t.end == limit == len(self.text))
        )

    @property
    def named(self) -> tuple[str, ...]:
        """The bodies named before."""
        return self._named_from(0)

    @property
    def named_since(self) -> tuple[str, ...]:
        """Of these, the bodies named since the last change."""
        return self._named_from(self.since)

    def _named_from(self, start: int) -> tuple[str, ...]:
        """The bodies named from ``start`` on; a short form in brackets is none for itself."""
        text, end = self.text, self.last.start
        return tuple(
            text[b.start : b.end]
            for b in self.bodies
            if start <= b.start and b.end <= end and not text.endswith("简称", 0, b.start)
        )

    @property
    def headed_by(self) -> str:
        """The body that the clause is about: 政府党组由甲任书记. Empty where it is none."""
        by = self.opening - 1
        if not self.before.endswith("由") or not ends_body(self.text, 0, by):
            return ""
        return self.text[posts.body_start(self.text, by, 0) : by]

    def founded(self, title: Title) -> str:
        """The body founded since the last change that has such a head. Empty where none has."""
        new = founded_before(self.text, self.opening, self.since)
        return fitting(title, (new,) if new else ())

    def posts(self, at: int, carried: str = "", status: str = "") -> tuple[PostSpan, ...]:
        """The posts that stand from ``at`` on."""
        pieces = pieces_from(self.text, at, self.heads)
        if pieces and not pieces[0].body and not carried:
            if body := self.headed_by:
                pieces = (pieces[0]._replace(body=body), *pieces[1:])
            elif new := self.founded(pieces[0].title):
                pieces = (pieces[0]._replace(body=new), *pieces[1:])
            elif not fitting(pieces[0].title, self.named_since):
                carried = self.carried  # but of 成立党委,乙任书记 after another post the new one
        carried = carried or (self.carried if pieces and pieces[0].body else "")
        found = posts.resolve(
            self.text, pieces, self.scope, carried, named=self.named, beside=bool(carried)
        )
        return tuple(replace(post, status=status) for post in found) if status else found


def _opens_a_body(text: str, title: Title) -> bool:
    """Whether a word for a group is the beginning of a body's name: 代表 in 代表工作委员会."""
    group = title.name in data()["groups"]["none"]
    return group and bool(CJK.match(text, title.end)) and text[title.end] not in "的职等兼和"


def pieces_from(text: str, at: int, heads: Sequence[Title]) -> tuple[posts.Piece, ...]:
    """The posts that follow from ``at``: each a body (which may be empty) and a title."""
    pieces: list[posts.Piece] = []
    joined = ""
    for title in heads:
        if title.start < at:
            continue
        if pieces and text.startswith("由", title.end):
            break  # 当选副主席,秘书长由乙担任
        if _opens_a_body(text, title):
            continue  # 代表工作委员会主任: no post yet
        body = text[at : title.start]
        if re.search(r"[,。;:!?\n]|、(?![^“”]*”)", body) or len(body) > 45:
            break
        if joined == "," and body and not (longest_name(body) or body[0] in "省市区县州"):
            break
        if pieces and re.match(r"[现已并同时后又还随]{0,3}(?:出任|担任|兼任|转任|调任|任)", body):
            break
        body = re.sub(r"^(?:新一届|该|的|出席|参加)", "", body)
        pieces.append(posts.Piece(title.start - len(body), body, title))
        at = title.end
        separator = _SEPARATOR.match(text, at)
        if not separator:
            break
        joined = separator.group()[-1]
        at = separator.end()
    return tuple(pieces)
