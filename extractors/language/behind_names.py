"""What stands behind a name at the head of a clause or at the end of a list, and tells of it."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.language.names import honorifics, lexicon
from extractors.lexicon.alternation import any_word

_SEPARATOR = re.compile(r"、|以及|和|及|与|,| ")

_COUNTED = re.compile(
    r"(?:、[\u4e00-\u9fff]{2,4}(?<![到在赴入向对和与为至从往率带及前去])){0,20}"
    r"(?:等(?:\d+|[两三四五六七八九十]+)?个?|\d+个?|[两三四五六七八九十]+个?)"
    r"(?:乡镇|乡|镇|村|街道|社区|区县|县|区|市|公社|大队|生产队|国家|省|地)"
    r"(?![一-龥]{0,4}(?:委|政府|书记|[市区县镇乡村]?长|主任|主席|政协|人大|领导|干部|负责|代表|人员|群众)|[直级属])"
)
_DOES = re.compile(
    r"[荣喜]?[获夺得捧]得?[^,。;:!?\n]{0,24}?(?:[奖牌杯章]|[冠亚季]军|称号|名次|第[一二三四五六]名?|[一二三]等|状元|殊荣|桂冠)|"
    r"[率带携][^,。;:!?\n]{1,24}?(?:[到赴来抵进入去]|参[加观]|考察|调研|检查|视察|出席|前往|深入|慰问|扑救|抢险)|"
    r"[到赴抵来在][^,。;:!?\n的]{1,18}?(?:调研|检查|视察|考察|出席|参加|访问|主持|会见|接见|讲话|看望|慰问|逝世|病逝|牺牲|当选|"
    r"宣布|宣讲|指导|督[导查]|参观|观看|蹲点|座谈|指挥|任职|上任|就任)|"
    r"[作做]《|题写|[打烧炸淹摔砸中受负溺触遇被][伤死亡没水电难害击捕]|"
    r"[向给][^,。;:!?\n]{1,14}?(?:[作做](?!为)|汇报|报告|通报|介绍|致|赠|颁|表示|宣)"
    r"|因[^,。;:!?\n]{0,10}?(?:自杀|逝世|去世|牺牲|病逝|遇难|身亡|离休|退休|离任|调离|被捕|被害)"
)

_NOTED = re.compile(
    r"(?:同志)?(?:\([^()\n]{1,30}\))?,"
    r"(?:[男女],|[\u4e00-\u9fff]{1,4}族,|\d{4}年[^,。;]{0,6}生,|[^,。;]{2,8}人,|中共党员,|(?!现任)[^,。;]{2,10}(?:学历|学位|文化),)*"
    r"(?:现任|现为|现系|拟任|拟提名|拟推荐|拟提拔|原任|曾任|历任)|,[男女],"
)
"""What a notice tells of those who are to be appointed: 甲,男,1970年5月生,现任…,拟任…"""


def is_noted(text: str, end: int) -> bool:
    """Whether behind a name that ends at ``end`` stands what a notice of appointments says."""
    return _NOTED.match(text, end) is not None


def befalls(text: str, end: int) -> bool:
    """Whether behind a name that ends at ``end`` stands what one does to others, or what befalls
    one: 甲向全会作报告, 甲因受迫害自杀."""
    return _DOES.match(text, end) is not None


def counts_units(text: str, end: int) -> bool:
    """Whether what closes a list after ``end`` says that it names units, no people:
    双丰、杨树、大岭10个乡镇."""
    return _COUNTED.match(text, end) is not None


@lru_cache(maxsize=1)
def firsts() -> frozenset[str]:
    """The characters with which something begins that shows a name at the head of a clause: where
    none of these stands behind it nothing else need be asked."""
    words = (*lexicon().after, *(word[0] for word in honorifics()))
    return frozenset("".join(words) + _OPENINGS)


_OPENINGS = (
    "(、, 和与及的等由当部第两百数荣喜捧携负淹摔砸中溺触遇被向给"
    "一二三四五六七八九十0123456789受因作做任为兼同获夺得率带到赴抵来在题打烧炸"
)
"""With these begin the patterns of this module, what takes a post and what is said aside."""


def after_notes(text: str, at: int) -> int:
    """Past brackets and honorifics that stand behind a name: (女), 同志."""
    while match := _behind_names().match(text, at):
        at = match.end()
    return at


@lru_cache(maxsize=1)
def _behind_names() -> re.Pattern[str]:
    return re.compile(rf"\([^()\n]{{1,40}}\)|{any_word(honorifics())}")


@lru_cache(maxsize=1)
def joint() -> re.Pattern[str]:
    """The notes behind a name with what joins the next one to it."""
    return re.compile(rf"(?:{_behind_names().pattern})*+(?:{_SEPARATOR.pattern})")
