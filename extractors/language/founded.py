"""A body that is founded, with those who head it right behind: 成立县供销社,主任甲,副主任乙."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.language import posts
from extractors.language.body_words import ends_body

_VERBS = (
    "成立|建立|设立|组建|组成|创办|创建|开办|筹建|恢复|增设|新设|新建|"
    "改组|下设|开设|兴办|开业|挂牌|诞生"
)
_MARKS = ",。;:(、\n "
_MAKES = re.compile(rf"(?:{_VERBS})(?:了|起)?(?P<made>[^,。;:、()\n]{{2,30}})$")
_IS_MADE = re.compile(
    rf"(?P<made>[^,。;:()\n]{{2,36}}?)(?P<where>[在于][^,。;]{{1,14}}?)?"
    rf"(?:正式|宣布|宣告|宣告正式|经[^,。;]{{0,8}}批准|相继|随即|同时)?(?:{_VERBS})了?$"
)
_FIRST = re.compile(
    r"(?:本|我|全)?[省市县区州旗乡镇校厂]?(?:的)?(?:第[一二三四五六七八九十]+|首|一)[个所家座]|第一届"
)
_ELECTED = re.compile(r"(?<!评)选举|补、?选|增选|推举|公推|(?<!评)选出|推选|当选|换届|改选|新一届")
_RESULT = re.compile(
    r"选举?的?结果(?:如下|为|是)?$|于[^,。;]{2,14}选举(?:产生)?$|(?:当选|选举产生)(?:的|者|人员)?名单(?:如下|为)?$"
)
_HELD = re.compile(r"仪式|大会|会议|活动|典礼|举行|召开|揭牌|周年|以来|之际|[办方]法$")
_LOOKING_BACK = 60
_FOUNDS = re.compile("成立|组建|建立|设立|诞生|揭牌|挂牌|选举产生|(?<!评)选出")
_NEW = re.compile(
    r"(?:大会|仪式|了|起|由[^,。;]{2,12}组成的|新一届|首届|新的)*(?P<body>[^,。;、:(\n]{3,30})"
)
_CEREMONY = re.compile(
    r"(?:(?:[在于][^,。;]{2,16})?(?:举行|召开|举办)|正式|宣告|宣布|隆重|相继|同时|也|[在于][^,。;]{2,14})*$"
)
_REACH, _NEAR = 40, 80


def founding_clause(text: str, at: int) -> str:
    """The clause that ends right before ``at``, where it tells that a body is founded or chosen
    anew; else the empty string."""
    stretch = text[max(0, at - _LOOKING_BACK) : at].rstrip(_MARKS)
    clause = re.split(r"[,。;\n]", stretch)[-1]
    if _RESULT.search(clause):
        return clause
    if _HELD.search(clause):
        return ""
    if _MAKES.search(clause) or _IS_MADE.search(clause) or _ELECTED.search(clause):
        return clause
    return ""


def is_choice(clause: str) -> bool:
    """Whether a clause tells that somebody is chosen: 县委换届, 选举产生新一届理事会."""
    return _ELECTED.search(clause) is not None


def founded(text: str, at: int) -> str:
    """The name, as written, of the body that the clause right before ``at`` founds; empty where
    none is founded."""
    if not at or text[at - 1] not in _MARKS:
        return ""
    clause = founding_clause(text, at)
    match = _MAKES.search(clause) or _IS_MADE.search(clause)
    if match is None:
        return ""
    made = match["made"]
    name = made[posts.body_start(made, len(made), 0) :]
    return _FIRST.sub("", name, count=1) if _FIRST.match(name) else name


@lru_cache(maxsize=64)  # asked at every post without a body of one text
def _founded(text: str) -> tuple[tuple[int, str], ...]:
    """Each body that is founded, with the offset behind what says so, in order."""
    found: list[tuple[int, str]] = []
    for verb in _FOUNDS.finditer(text):
        after = _NEW.match(text, verb.end())
        if after and ends_body(text, 0, after.end()) and "大会" not in after[0][:2]:
            found.append((after.end(), after["body"]))
            continue
        held = _CEREMONY.search(text, max(0, verb.start() - _REACH), verb.start())
        end = held.start() if held else verb.start()
        start = posts.body_start(text, end, 0)
        if end - start >= 3 and ends_body(text, start, end):
            found.append((verb.end(), text[start:end]))
    return tuple(found)


def founded_before(text: str, at: int, since: int = 0) -> str:
    """The body that is founded last before ``at``, not far from it and after ``since`` (clean
    offsets); empty where none is."""
    found = [body for end, body in _founded(text) if max(since, at - _NEAR) < end <= at]
    return found[-1] if found else ""
