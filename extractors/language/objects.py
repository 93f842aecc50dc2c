"""What is done to those who are named, from the words around their names: given a prize, heard,
called upon at home, talked with."""

from __future__ import annotations

import re

_VISITED = re.compile(r"(?:慰问|看望|走访|探望)了?[^,。;]*$")
_GIVEN = re.compile(
    r"(?:等\d*[余多]?[人名位]?(?:[\u4e00-\u9fff]{0,6}?)|[\u4e00-\u9fff]{0,4}?)"
    r"(?:颁发|颁授|颁奖|授予|授奖|授牌|佩戴|颁)"
)
_TITLED = re.compile(r"(?:等?\d*[余多]?[人名位]?)?“[^”\n]{2,24}”(?:、“[^”\n]{2,24}”)*(?:荣誉)?称号")
_FOR = re.compile("为[^,。;、]{0,5}$")
_REPORTED = re.compile(
    r"(?:等\d*[余多]?[人名位]?)?(?:同志)?(?:(?:受[^,。;]{2,16}(?:委托|委派))?所?[作做]的[^,。;《》]{0,60}?(?<!工作)|的?[^,。;]{0,12}?|关于[^,。;]{2,40}?)(?:汇报|报告|说明|介绍|述职|发言|意见)"
)
"""What those are heard for who are named behind 听取."""
_AT_HOME = re.compile(
    r"(?:、[^,。;、]{2,24}){0,6}(?:等)?(?:同志|烈士|夫妇)?的?"
    r"家(?:[中里]|(?=看望|慰问|走访|探望|拜年|[,。;]))"
)
"""Behind those to whose home somebody goes."""
_TALKS = re.compile(
    r"(?:等(?:\d+人|人|领导|同志)?)?(?:[^,。;]{0,20}?)(?:交换了?意见|座谈|会谈|商谈|洽谈|交谈|磋商|协商|会商|商讨|见面|合影)"
)
"""What those who come do with those who are named behind 与: 与县长甲、乙交换意见."""


def is_visited(text: str, opening: int) -> bool:
    """Whether a name, which opens at ``opening`` with its posts, is the object of a visit:
    走访慰问老红军甲、乙。"""
    clause = max(text.rfind(mark, 0, opening) for mark in ",。;\n") + 1
    return _VISITED.search(text[clause:opening]) is not None


def is_given(text: str, end: int) -> bool:
    """Whether a prize is given to those whose list ends at ``end``: 为甲、乙颁奖."""
    return _GIVEN.match(text, end) is not None


def is_titled(text: str, end: int) -> bool:
    """Whether behind a list that ends at ``end`` stands the title that those named are given:
    授予…,甲、乙“某某”称号."""
    return _TITLED.match(text, end) is not None


def is_for(before: str) -> bool:
    """Whether 为 stands before a list, a word for what they are perhaps between: 为优秀护士."""
    return "为" in before and _FOR.search(before) is not None


def is_heard(text: str, end: int) -> bool:
    """Whether behind those who are named after 听取 stands what they are heard for."""
    return _REPORTED.match(text, end) is not None


def at_home(text: str, start: int, end: int) -> int:
    """Where the list ends to whose homes somebody goes, and of which one name ends at ``end``, in
    a sentence that begins at ``start``: 到甲、乙家中. 0 where nobody does."""
    match = _AT_HOME.match(text, end)
    return match.end() if match and text.find("到", start, end) >= 0 else 0


def is_talked_with(text: str, before: str, end: int) -> bool:
    """Whether those who come talk with the ones whose list ends at ``end``: 与甲、乙座谈."""
    return before.endswith(("与", "同", "和", "跟")) and _TALKS.match(text, end) is not None
