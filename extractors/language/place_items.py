"""Reading a list of places: 「A、B和C等地」 cut into items, each trimmed to the name of a place.

The words that end a list, the last words of places and the names that are no names of a single place
(医院, 重点区域) are in ``extractors/lexicon/venues.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from extractors.language.gazetteer import foreign_places, longest_name, regions, units_named

_LONGEST_LIST = 400
_SHORT_PURPOSE = frozenset("就对送为向与同")
_OPEN, _CLOSE = "(“‘《", ")”’》"


@lru_cache(maxsize=1)
def words() -> dict[str, list[str]]:
    """The lists of ``venues.toml``."""
    data: dict[str, list[str]] = tomllib.loads(
        (files("extractors.lexicon") / "venues.toml").read_text("utf-8")
    )
    return data


def any_of(key: str) -> str:
    """One regex group of a list, longer words first."""
    return "(?:" + "|".join(sorted(words()[key], key=lambda w: (-len(w), w))) + ")"


@lru_cache(maxsize=1)
def _suffix() -> re.Pattern[str]:
    return re.compile(rf".{any_of('suffixes')}$", re.DOTALL)


@lru_cache(maxsize=1)
def _generic() -> re.Pattern[str]:
    core = "|".join(re.escape(w) for w in sorted(words()["generic"], key=lambda w: (-len(w), w)))
    return re.compile(rf"(?:{core})(?:、?(?:{core}))*$")


@lru_cache(maxsize=1)
def _generic_start() -> re.Pattern[str]:
    return re.compile(any_of("generic_starts"))


@lru_cache(maxsize=1)
def _purpose() -> re.Pattern[str]:
    return re.compile(any_of("purpose"))


_DENG = re.compile(
    r"(?<![高中平同初上均头劣优])等(?!级|候|效|同|高|次|待)(?:(?:\d+|[一二三四五六七八九十两多数几]+)(?:余|多)?[个家处所地村座名项]"
    r"|重点|相关|有关|一线|周边)?.*$",
    re.S,
)
_NOTE = re.compile(r"[(“][^()“”]*[)”]$")
_SITE = re.compile(r"(?:建设|施工|整治|改造|作业|生产|抢险|救援|事故|火灾|活动)?(?:现场|一线)$")
_AROUND = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:上空|沿线|沿岸|一带|多地|各地|农户家?|村民家中?|群众家中?)$")
_PROGRESS = re.compile(
    r"(?:项目)?(?:的)?(?:规划|开发|改造|施工|布展|筹备|运营|运行|生产|经营|复工|复产)?(?:建设)?"
    r"(?:进展|开展|推进|落实|生产|建设|运营|运行|经营|工作|进度|发展|保护|管理|使用|恢复|维护|服务)*"
    r"(?:情况|工作|进度|成果|成效)$"
)
_OWN_PREFIX = re.compile(r"^(?:位于|坐落于|设在|地处|我们)?(?:我|本)(?:省|市|区|县|州|盟|旗|镇|乡|校|院|厂|地)的?(?=.{3})")
_LEAD = re.compile(
    r"^(?:了|过|着|到|在(?!建)|至|往|赴|位于|坐落在|先后|分别|相继|还|又|再|首先|随后|实地|现场|一起|共同|陪同|专程|深入|前往|来到|走进|全区|全市|全县|全省|当地|著名的?|中国革命圣地)+"
)
_APPOSITION = re.compile(
    r"^(?:[^、]{2,8}?(?:主展馆|主会场|主场馆|主展区)|(?:爱国主义|红色|廉政|国防|革命传统)*教育基地)(?=[\u4e00-\u9fff]{4})"
)
_EVENT_PREFIX = re.compile(r"^第[一二三四五六七八九十\d]+届.{1,12}?(?:会|节|展)(?=[\u4e00-\u9fff]{4})")
_BAD = re.compile(r"[,。;:!?\n]|带领|率领|前往|来到|抵达|走进|前线$|起点$|出发点$|立足|[0-9]+[亿万]元|情况$|工作$|精神|问题|讲话|会议$|(?<!会)议$|座谈会|仪式$|代表$|干部$|群众$|职工$|官兵$|同志$|领导$|负责人$|人员$|家属$|党员$|老人$|儿童$|学生$|师生$|农民$|居民$|战士$|民警$|企业家$|者$|家庭$|困难户$|贫困户$|户$|场所$|方案$|规划$|政策$|制度$|机制$|措施$|任务$|活动$|思想|发展$|建设$|管理$|保护$|治理$|改革$|安全$|生产$|成果$|项目库|队员$|选手$|客人$|记者$|院士$|教授$|专家$|客商$|朋友|亲切|代表团$|考察团$|调研组$|[^\u4e00-\u9fff]年$")
_FUNCTION = re.compile(r"[的了是把被已很]|为了|以及|通过|关于|进行|必须|应当|可以|能够|不断")
_TOWNSHIP = re.compile(r"^([\u4e00-\u9fff]{1,5}?(?:镇|乡(?!村)|街道|苏木|[\u4e00-\u9fff]{2}村(?!民|级|庄)))(?=[\u4e00-\u9fff])")


@lru_cache(maxsize=65536)
def place_like(name: str) -> bool:
    """True where the last word is a place's, or the whole is a unit's or a foreign place's name."""
    if name in foreign_places() or name in regions() or units_named(name):
        return True
    # no last word is longer than ten characters, so the rest of the name need not be searched
    return _suffix().search(_NOTE.sub("", name)[-10:]) is not None


def generic(name: str) -> bool:
    """True for words that name no single place (超市, 重点区域, 5家企业, 各乡镇)."""
    return bool(_generic().fullmatch(name)) or bool(_generic_start().match(name))


def list_end(text: str, start: int, limit: int) -> int:
    """Where the list of places that begins at ``start`` ends: a stop, or a verb of purpose."""
    depth = 0
    purpose = _purpose()
    for at in range(start, min(limit, start + _LONGEST_LIST)):
        character = text[at]
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            if depth == 0:
                return at
            depth -= 1
        elif depth == 0:
            if character in "。;!?\n,:":
                return at
            if at > start and character in _purpose_starts() and purpose.match(text, at):
                return at
            if character in _SHORT_PURPOSE and at - start >= 2:
                piece = max(start, text.rfind("、", start, at) + 1)
                if place_like(_trimmed(text[piece:at])):
                    return at
    return min(limit, start + _LONGEST_LIST)


@lru_cache(maxsize=1)
def _purpose_starts() -> frozenset[str]:
    return frozenset(word[0] for word in words()["purpose"])


def split_list(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of ``text[start:end]``, cut at 、 and at 和 以及 及 与 between two places."""
    piece = start
    depth = 0
    at = start
    while at < end:
        character = text[at]
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0:
            width = 0
            if character == "、" or (character == " " and at > piece):
                width = 1
            elif text.startswith("以及", at):
                width = 2
            elif character in "和及与暨" and _joins(text, piece, at, end):
                width = 1
            if width:
                yield piece, at
                piece = at = at + width
                continue
        at += 1
    if piece < end:
        yield piece, end


def _joins(text: str, start: int, at: int, end: int) -> bool:
    """和 at ``at`` joins two places: one ends before it, or a unit's name begins after it."""
    left, right = text[start:at], text[at + 1 : end]
    if len(left) < 2 or not right:
        return False
    if place_like(left) or generic(left) or place_like(_SITE.sub("", left)) or _DENG.search(left):
        return True
    return len(left) >= 4 and bool(longest_name(right)) and place_like(_trimmed(right))


def _trimmed(name: str) -> str:
    name = _DENG.sub("", name)
    return _SITE.sub("", _PROGRESS.sub("", name))


def trim(text: str, start: int, end: int, sure: bool = False) -> tuple[int, int] | None:
    """The place named in one item, None where it names none.

    等地, 现场, 建设情况, a leading 我区 or 位于 and what stands before 的 are cut; 项目 stays. With
    ``sure`` (after 来到, 前往, and the like) a name whose last word is not a place's will do too.
    """
    item = text[start:end]
    if (of := item.rfind("的")) >= 0 and place_like(_trimmed(item[of + 1 :])):
        start += of + 1
        item = text[start:end]
    elif of >= 2 and place_like(item[:of]) and _PROGRESS.search(item):
        item = item[:of]
    for pattern in (_LEAD, _OWN_PREFIX, _EVENT_PREFIX, _APPOSITION):
        if (match := pattern.match(item)) and match.end() < len(item):
            start += match.end()
            item = item[match.end() :]
    for pattern in (_DENG, _PROGRESS, _SITE):
        if (match := pattern.search(item)) and match.start() >= 2:
            kept = item[: match.start()]
            if pattern is not _PROGRESS or place_like(kept) or place_like(kept + "建设"):
                item = kept
    if item.endswith(("内", "里")) and place_like(item[:-1]):
        item = item[:-1]
    if item.endswith("建设") and place_like(item[:-2]):
        item = item[:-2]
    if match := _AROUND.search(item):
        item = item[: match.start()]
        sure = sure or len(item) >= 3
    item = item.rstrip(" ")
    if not 2 <= len(item) <= 60 or generic(item):
        return None
    if place_like(item) and not _BAD.search(item):
        return start, start + len(item)
    if sure and not _BAD.search(item) and not _FUNCTION.search(item) and len(item) <= 24:
        return start, start + len(item)
    if match := _TOWNSHIP.match(item):
        return start, start + match.end(1)
    return None
