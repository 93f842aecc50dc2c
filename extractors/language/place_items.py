"""Reading a list of places: 「A、B和C等地」 cut into items, each trimmed to the name of a place.

The words that end a list, the last words of places and the names that are no names of a single
place (医院, 重点区域) are in ``extractors/lexicon/venues.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from extractors.language.gazetteer import (
    foreign_places,
    longest_name,
    read_units,
    regions,
    unit_at,
    units_named,
)
from extractors.lexicon import alternation
from extractors.lexicon.alternation import Pair, matches
from extractors.lexicon.suffixes import Suffixes, suffixes

_LONGEST_LIST = 400
_LONGEST_ITEM = 60
_STOPS, _SHORT = "。;!?\n,:", "就对送为向与同"
_OPEN, _CLOSE = "(“‘《", ")”’》"


@cache
def words() -> dict[str, list[str]]:
    """The lists of ``venues.toml``."""
    data: dict[str, list[str]] = tomllib.loads(
        (files("extractors.lexicon") / "venues.toml").read_text("utf-8")
    )
    return data


@cache
def any_of(key: str) -> str:
    """One regex group of a list, longer words first."""
    return alternation.any_of(words()[key])


@cache
def all_of(key: str) -> tuple[str, ...]:
    """A list as `str.startswith` and `str.endswith` ask for it."""
    return tuple(words()[key])


@lru_cache(maxsize=1)
def _plain_suffixes() -> Suffixes:
    return suffixes(word for word in words()["suffixes"] if word.isalnum())


@lru_cache(maxsize=1)
def _suffix() -> re.Pattern[str]:
    # any of them will do, so those that begin alike may stand together
    by_opening: dict[str, list[str]] = {}
    for word in words()["suffixes"]:
        if word.isalnum():
            continue
        by_opening.setdefault(word.rpartition("]")[0][:20] if word[0] == "[" else "", []).append(
            word
        )
    return re.compile(f".{alternation.any_of(*by_opening.values())}$", re.DOTALL)


@lru_cache(maxsize=1)
def _generic() -> re.Pattern[str]:
    core = alternation.any_word(words()["generic"])
    return re.compile(rf"{core}(?:、?{core})*$")


@lru_cache(maxsize=16)
def _trims(key: str) -> re.Pattern[str]:
    """What is cut from an item, and what no place's name holds."""
    forms = {
        "lead": f"^{any_of('leads')}+",
        "own": rf"^{any_of('located')}?[我本]{any_of('own_levels')}的?(?=.{{2}})",
        "event": r"^第[一二三四五六七八九十\d]+届.{1,12}?[会节展](?=[\u4e00-\u9fff]{4})",
        "apposition": rf"^{any_of('appositions')}(?=[\u4e00-\u9fff]{{4}})",
        "site": f"{any_of('site_kinds')}?{any_of('sites')}$",
        "about": r"(?:[(](?:以下)?(?:简称|简:)[^()]*[)]|(?:周边|沿线|沿岸|附近|一带)[^、]{2,14})$",
        "around": rf"(?<=[\u4e00-\u9fff][\u4e00-\u9fff)]){any_of('around')}$",
        "progress": f"(?:项目)?的?(?:{any_of('works')}*{any_of('reports')}"
        + f"|{any_of('works')}{{2}})$",
        "counted": rf"(?<![第0-9+Kk一二三四五六七八九十])(?:{_SEVERAL}个?|{_FEW_UNITS})"
        + rf"{any_of('counted')}(?:的.*)?$"
        + r"|(?:[0-9]+|[两二三四五六七八九十]+)地[\u4e00-\u9fff]{0,8}$",
        "never": f"[,。;:!?\n]|{any_of('never_in')}|{any_of('never_last')}$",
        "wordy": any_of("wordy"),
    }
    return re.compile(forms[key])


@lru_cache(maxsize=1)
def _generic_start() -> re.Pattern[str]:
    return re.compile(any_of("generic_starts"))


_SEVERAL = (
    r"(?:[0-9]+[多余]?|两|[二三四五六七八九十]+(?=个)|(?:的|等)[0-9一二三四五六七八九十多余]+)"
)
# 照二村 is a name
_FEW_UNITS = "(?<![城园场港苑馆])[二三四五六七八九十]+(?=[省市县区州旗地国校镇乡])"
_NUMBER = r"(?:\d+|[一二三四五六七八九十两多数几]+)[余多]?[个家处所地村座名项]"
_DENG = re.compile(
    r"等(?<![高中平同初上均头劣优]等)(?!级|候|效|同|高|次|待)"
    rf"(?:{_NUMBER}|重点|相关|有关|一线|周边)?.*$",
    re.DOTALL,
)
_CLOSED = re.compile(
    r"等(?:\d*[余多两三四五六七八九十]*个?)(?:地|处|公社|乡镇?|镇|村|大队|区|县|市)$"
)
"""A list that is told to be one of places is at its end: 甲、乙等公社(插队)."""
_NOTE = re.compile(r"[(“][^()“”]*[)”]$")
MEASURED = re.compile(
    r"[(][^()]{2,12}?(?:至|—|~)[^()]{2,12}[)]$|[(][^()]*(?:[0-9一二三四五六七八九十百千万两]+(?:余|多)?(?:层|楼|米|平方米|公里|里|亩|公顷|间|座|吨|千瓦|万元|元|级|吨级))[^()]*[)]$"
)
"""搬运楼(七层), 某公路(甲至乙): what is measured explains, and is no part of the name."""
_NOW = re.compile(r"(?<=[省市县区州盟旗])[(](?:今|现为|时属|时为|旧称|后改)[^()]*[)]$")
"""盘县(今盘州市): what it is called today is no part of the name."""
_TODAY = re.compile(r"(?:今|昨|当)[天日](?:上午|下午|晚)?(?:[(][^()]*[)])?$")
_WITHIN = re.compile(r"(?<![存所内现正实潜外])在|——")
"""What stands before it is no part of the place: 签约仪式在甲区, 新项目——乙汽车城."""
STAGE = re.compile(r"(?<=[河江湖渠堤])第?[一二三四五0-9]期工程$|(?<=楼)第?[一二三四五0-9]期$")
"""某河第一期工程, 某楼1期: what is worked on is the river, the house."""
_COUNTED = re.compile(r" ?[0-9一二三四五六七八九十两]+个(?=[\u4e00-\u9fff])")
"""甲园、乙园5个示范点: the number tells of the list."""
BODY = re.compile(
    "[省市区县州旗地]?委|人民|政府|人大|政协|纪委|公安|法院|检察|党|军|[^、,。]{1,8}局"
)
"""What makes of the place before it the name of a body."""
_FUNCTION = re.compile(r"[的了是把被已很]")
TOWNSHIP = re.compile(
    r"^(?![返回下城家故还进驻入][乡村])((?:[\u4e00-\u9fff]{1,5}?(?:镇(?!大队|公社|管理区)|乡(?![村镇])|街道|苏木|公社|大队(?![部长委])|生产队|管理区|"
    r"[\u4e00-\u9fff]村(?<![现村个各通每]村)(?!民|级|庄|落|寨|村)))+)"
    r"(?=[\u4e00-\u9fff0-9])"
)


@lru_cache(maxsize=65536)
def place_like(name: str) -> bool:
    """True where the last word is a place's, or the whole is a unit's or a foreign place's name."""
    if (
        name in words()["whole"]
        or name in foreign_places()
        or name in regions()
        or units_named(name)
    ):
        return True
    # no last word is longer than ten characters, so the rest of the name need not be searched
    end = _NOTE.sub("", name)[-10:]
    if _plain_suffixes().end(end, 1) or _suffix().search(end) is not None:
        return True
    if name.endswith("城") and longest_name(name) == name[:-1]:
        return True  # 新宁城(陷)
    opens = longest_name(name) if len(name) <= 12 else ""
    return bool(opens) and read_units(name)[1] == len(name)  # 湖南长沙, 湘西州永顺


@lru_cache(maxsize=1)
def _works_in() -> re.Pattern[str]:
    place = rf"[\u4e00-\u9fff]{{1,12}}?{any_of('worked_in')}"
    return re.compile(rf"(?P<place>{place})(?=[^、,。]{{0,16}}?{any_of('work')})")


def worked_in(text: str, start: int, end: int) -> int:
    """Where the place ends that an item opens with: 某县扶贫工作, 某开发区信访工作; 0 for none."""
    at = start
    while name := unit_at(text[at:end]):
        at += len(name)
    if start < at < end and not BODY.match(text, at, end):
        return at
    match = _works_in().match(text, start, end) if at == start else None
    return match.end("place") if match and not generic(match["place"]) else 0


def generic(name: str) -> bool:
    """True for words that name no single place (超市, 重点区域, 5家企业, 各乡镇)."""
    if name.endswith(("站广场", "站街道")):
        return False  # 火车站广场 is one, though both its words are none
    return bool(_generic().fullmatch(name)) or bool(_generic_start().match(name))


def list_end(text: str, start: int, limit: int) -> int:
    """Where the list of places that begins at ``start`` ends: a stop, or a verb of purpose.

    Any other common verb ends it too where a place stands before it (某综合保税区调度项目建设).
    """
    depth = 0
    end = min(limit, start + _LONGEST_LIST)
    for match in matches(_stops(), text, start, end):
        at, character = match.start(), match[0][0]
        if character in _OPEN:
            if character == "“" and _quoted_verb().match(text, at + 1, end):
                return at  # 到某村“采访”
            depth += 1
        elif character in _CLOSE:
            if depth == 0:
                return at
            depth -= 1
        elif depth:
            continue
        elif match["stop"]:
            return at
        elif at == start:
            if match["short"] or is_noun(text, at, match.end(), end):
                continue
            return at  # 深入调研: no walk
        elif match["purpose"] or match["again"]:
            return at
        elif at - start >= 2:
            piece = max(start, text.rfind("、", start, at) + 1)
            if match["verb"] and is_noun(text, at, match.end(), end):
                continue
            if match[0] in "就对" and match["short"] and _ends_here(text[piece:at]):
                return at  # 到某区就合作进行考察
            if match["short"] and place_like(_next_piece(text, at, end)):
                continue  # 同乐社区, 向阳镇
            item = text[piece:at]
            if at - piece <= _LONGEST_ITEM and (place_like(_trimmed(item)) or _CLOSED.search(item)):
                return at
    return end


def _ends_here(item: str) -> bool:
    """Whether 就 or 对 after an item is no part of a name: a place or a body ends there."""
    return bool(units_named(item)) or item.endswith(_BODY_ENDS) or place_like(item)


_BODY_ENDS = ("人大", "政协", "委", "政府", "局", "厅", "法院", "检察院", "公司")


@lru_cache(maxsize=1)
def _quoted_verb() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('purpose')}|{any_of('verbs')})”")


def with_starts(regex: str, *keys: str, others: str = "") -> Pair:
    """The compiled regex of the lists ``keys`` with a class of the characters it may begin with."""
    firsts = {first for key in keys for first in alternation.first_of(words()[key])}
    return alternation.beginning(firsts | set(others), regex)


@lru_cache(maxsize=1)
def _stops() -> Pair:
    regex = (
        f"(?P<mark>[{re.escape(_OPEN + _CLOSE)}])|(?P<stop>[{_STOPS}])"
        f"|(?P<again>{any_of('again')})|(?P<purpose>{any_of('purpose')})"
        f"|(?P<verb>{any_of('verbs')})|(?P<short>[{_SHORT}])"
    )
    others = _OPEN + _CLOSE + _STOPS + _SHORT
    return with_starts(regex, "again", "purpose", "verbs", others=others)


def _next_piece(text: str, start: int, end: int) -> str:
    """What stands from ``start`` to the next item or verb of the list."""
    match = next(matches(_stops(), text, start + 1, end), None)
    stop = match.start() if match else end
    comma = text.find("、", start, stop)
    return text[start : comma if comma >= 0 else stop]


def is_noun(text: str, start: int, end: int, limit: int) -> bool:
    """A verb that is the first half of a place's name: 集装箱交易中心, 新闻发布厅."""
    return _room_of().match(text, end, min(limit, end + 12)) is not None


@lru_cache(maxsize=1)
def _room_of() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff]{{0,4}}?{any_of('room_ends')}")


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
                # 市委、市政府招待所 is one house
                width = 0 if _ONE_HOUSE.match(text, piece, end) else 1
            elif text.startswith("以及", at):
                width = 2
            elif character in "和及与" and _joins(text, piece, at, end):
                width = 1
            if width:
                yield piece, at
                piece = at = at + width
                continue
        at += 1
    if piece < end:
        yield piece, end


_ONE_HOUSE = re.compile(
    r"[省市县区州旗地盟]委、[省市县区州旗地盟](?:人民)?(?:政府|人大|政协|行署|革委会)[\u4e00-\u9fff]{0,4}?"
    r"(?:招待所|大院|会议室|会堂|礼堂|机关|办公楼|宾馆|门前|大楼)"
)


_CROSSING = re.compile(r"[^、,。]{1,14}?(?:交叉|交汇|交会|交界|相交|交口|路口|红绿灯|立交|之间|段)")


def _joins(text: str, start: int, at: int, end: int) -> bool:
    """和 at ``at`` joins two places: one ends before it, or a unit's name begins after it."""
    left, right = text[start:at], text[at + 1 : end]
    if len(left) < 2 or not right:
        return False
    if _CROSSING.match(right):
        return False  # 甲路与乙路交叉口
    if right in words()["own_halls"]:
        return True  # 某厂区及公司总部
    site = _trimmed(left)
    if generic(site) or place_like(left) or generic(left) or place_like(site) or _DENG.search(left):
        return True
    known = bool(longest_name(right)) or (right[0] == "第" and len(right) >= 6)
    return len(left) >= 4 and known and place_like(_trimmed(right))


def _trimmed(name: str) -> str:
    name = _INSIDE.sub("", _DENG.sub("", name))
    return _trims("site").sub("", _trims("progress").sub("", name))


_INSIDE = re.compile(r"(?<=[像碑墓塔亭馆院楼厅堂校厂园场站])[内里前旁]$")


def _without_count(item: str) -> str:
    """The last item of a list without what counts the list: 台江12县, 永宁两地, 龙池的29个村."""
    match = _trims("counted").search(item)
    return item[: match.start()] if match and match.start() >= 2 else item


def trim(text: str, start: int, end: int, sure: bool = False) -> tuple[int, int] | None:
    """The place named in one item, None where it names none.

    等地, 现场, 建设情况, a leading 我区 or 位于 and what stands before 的 are cut; 项目 stays. With
    ``sure`` (after 来到, 前往, and the like) a name whose last word is not a place's will do too.
    """
    if end - start > 3 * _LONGEST_ITEM:
        return None
    for mark in _WITHIN.finditer(text, start, end):
        if start + 1 < mark.end() < end - 1:
            start = mark.end()
    item = _without_count(text[start:end])
    end = start + len(item)
    if (of := item.rfind("的")) >= 2 and place_like(_trimmed(item[of + 1 :])):
        start += of + 1
        item = item[of + 1 :]
    elif of >= 2 and place_like(item[:of]) and _trims("progress").search(item):
        item = item[:of]
    for key in ("lead", "own", "event", "apposition"):
        if (match := _trims(key).match(item)) and match.end() < len(item):
            if item[0] == "过" and text[max(0, start - 1) : start] not in ("到", "去", "经", "走"):
                continue  # 过马营 is a name
            start += match.end()
            item = item[match.end() :]
    for pattern in (_DENG, _trims("progress"), _trims("site")):
        if (match := pattern.search(item)) and match.start() >= 2:
            kept = item[: match.start()]
            if pattern is not _trims("progress") or place_like(kept) or place_like(kept + "建设"):
                item = kept
    inner = item.endswith(("内", "里", "前", "旁", "处")) and not item[-2].isdigit()
    if inner and place_like(item[:-1]):
        item = item[:-1]
    if item.endswith("建设") and place_like(item[:-2]):
        item = item[:-2]
    if (match := _trims("about").search(item)) and place_like(item[: match.start()]):
        item = item[: match.start()]
    if match := _trims("around").search(item):
        item = item[: match.start()]
        sure = sure or len(item) >= 3
    item = _NOW.sub("", item)
    item = STAGE.sub("", _TODAY.sub("", MEASURED.sub("", item)).rstrip(" "))
    if (count := _COUNTED.search(item)) and place_like(item[: count.start()].rstrip(" ")):
        item = item[: count.start()].rstrip(" ")
    if not 2 <= len(item) <= 60 or generic(item):
        return None
    if place_like(item) and not _trims("never").search(item):
        return start, start + len(item)
    odd = _trims("never").search(item) or _FUNCTION.search(item) or _trims("wordy").search(item)
    if sure and not odd and len(item) <= 24:
        return start, start + len(item)
    if (match := TOWNSHIP.match(item)) and not match[1].endswith("农村"):
        return start, start + match.end(1)
    return None
