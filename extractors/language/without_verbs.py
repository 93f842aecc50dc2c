"""Appointments that no verb behind the name tells of.

Those who are named where a body is founded or chosen (…成立,主任甲), those of whom it consists, and
those whom somebody puts in charge.
"""

from __future__ import annotations

import re

from extractors.language import posts
from extractors.language.changes import NEXT, Case, Change
from extractors.language.founded import founding_clause, is_choice

_IN_CHARGE = re.compile(
    r"(?:等人?)?(?:临时|具体|全面|共同|暂时|专门|暂)*(?:负责|筹建|筹备|筹办)"
    r"[^,。;]{0,16}(?:工作|筹建|筹备|筹办|事宜|事务|校务|厂务|院务|学校|学院|医院|厂)"
)
_PUTS = ("由", "派", "委派", "指派", "任命", "抽调", "责成", "决定", "指定")
_COMPOSE = re.compile(r"(?:\d+[名位人])?(?:[\u4e00-\u9fff]{2,4})?(?:共同)?组成(?!的)")
_NOBODY_ELSE = re.compile(r"[^,。;]{0,24}")


def composed(case: Case) -> Change | None:
    """Those of whom a body consists, with the post that all have: 由甲、乙等17名委员组成."""
    match = _COMPOSE.match(case.text, case.at)
    by = case.text.rfind("由", 0, case.opening)
    if match is None or by < 0 or not _NOBODY_ELSE.fullmatch(case.text, by + 1, case.opening):
        return None
    title = next((t for t in case.heads if t.start >= match.start() and t.end <= match.end()), None)
    if title is None:
        return Change(("appointed",), ())
    body = case.text[posts.body_start(case.text, by, 0) : by]
    piece = posts.Piece(title.start, body, title)
    given = posts.resolve(case.text, (piece,), case.scope, named=case.named)
    return Change(("appointed",), given)


def headed(case: Case) -> Change | None:
    """Those who are named, posts and all, where a body is founded or chosen (…成立,主任甲), and
    those whom one puts in charge (派甲负责校务)."""
    title = next((t for t in case.titles if t.end == case.opening), None)
    before = case.before[: -len(case.text[title.start : title.end])] if title else case.before
    if _IN_CHARGE.match(case.text, case.at) and before.endswith(_PUTS):
        return Change(("appointed",), ())
    if not (case.has_posts and case.runs_out) or _is_former(case):
        return None
    if case.running in ("appointed", "elected") and NEXT.fullmatch(case.between):
        return Change((case.running,), ())
    clause = founding_clause(case.text, case.opening)
    if not clause:
        return None
    return Change(("elected" if is_choice(clause) else "appointed",), ())


def _is_former(case: Case) -> bool:
    return any(post.status == "former" for post in case.last.posts)


def is_told_apart(case: Case) -> bool:
    """Whether 甲为主任 tells of a choice by itself: in a clause of its own behind a founding."""
    if not case.before or case.before.endswith(("以", "由", "举")):
        return False
    return case.before[-1] in ",:(" and founding_clause(case.text, case.opening) != ""
