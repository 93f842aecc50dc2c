"""Numbered places that share their last word: 一、四、六区, 县第一、二、三中学, 甲、乙、丙三乡.

The words that a number makes a place's name with are in ``extractors/lexicon/venues.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractors.language.document import Named
from extractors.language.gazetteer import units_named
from extractors.language.place_items import any_of, generic, place_like, split_list, words
from extractors.reading.numerals import number

_NUMBER = "[0-9一二三四五六七八九十]{1,3}"
_FIRST = re.compile(rf"(?P<of>[^、,。;]{{0,10}}?)(?P<ordinal>第?)(?P<number>{_NUMBER})$")
_NEXT = re.compile(rf"(?P<ordinal>第?)(?P<number>{_NUMBER})$")
_NAME = re.compile(r"(?![各其该本全此])[\u4e00-\u9fff]{2,8}")


@lru_cache(maxsize=1)
def _last() -> re.Pattern[str]:
    return re.compile(rf"第?(?P<number>{_NUMBER})个?(?P<kind>{any_of('numbered')})")


def series(text: str, items: Sequence[tuple[int, int]]) -> tuple[list[Named], int]:
    """The numbered places that a list opens with, and where the last of them ends (0: none).

    ``items`` are the spans of the list's items. 一、四、六区 gives 一区, 四区, 六区; each has the
    span of its own number.
    """
    numbers: list[tuple[int, int]] = []
    opening = ""
    for a, b in items:
        form = _NEXT if numbers else _FIRST
        if match := form.match(text, a, b):
            if not numbers:
                opening = match["of"] + match["ordinal"]
                if match["of"] and generic(match["of"]):
                    return [], 0
            numbers.append((match.start("number"), match.end("number")))
            continue
        last = _last().match(text, a, b)
        if last is None or not numbers:
            return [], 0
        numbers.append(last.span("number"))
        return [
            Named(start, end, f"{opening}{text[start:end]}{last['kind']}") for start, end in numbers
        ], last.end()
    return [], 0


@lru_cache(maxsize=1)
def _shared() -> re.Pattern[str]:
    kind = rf"{any_of('counted')}(?!(?!的)[\u4e00-\u9fff])"
    number = r"(?:[0-9]+[余多]?|[一二三四五六七八九十两百]+[余多]?|几|数)"
    one = f"(?P<one>{any_of('carried')})(?![\u4e00-\u9fff])"
    many = rf"(?:等(?:地区?)?(?:的?{number}个?)?|的?{number}个?)(?:人民)?(?:{one}|{kind})"
    several = rf"{many}|的?{number}个[\u4e00-\u9fff]{{1,6}}{kind}|等(?:地区?|处)"
    return re.compile(
        rf"(?P<kind>{several}|的?(?:部分|大部分?|一些|各)(?:地区|地方|{kind})|一带|(?:沿[海江河湖])?一线|沿线|沿岸|两岸|境内|交界处?|之间)"
    )


def shared(text: str, start: int, end: int) -> Iterator[Named]:
    """The places of a list that what closes it tells to be places: 甲、乙、丙等3个公社.

    Each takes the word that they share (甲公社) where that says one thing. Nothing where the list
    is not closed so, or an item is no bare name.
    """
    items = list(split_list(text, start, end))
    if len(items) < 2:
        return
    for match in _shared().finditer(text, items[-1][0] + 2, end):
        if _ONE_OF.fullmatch(match["kind"]) or _another_count(match["kind"], len(items)):
            continue  # 甲镇、某矿务局二矿; 甲镇、某镇八一村
        items[-1] = (items[-1][0], match.start())
        if all(_NAME.fullmatch(text, a, b) and not generic(text[a:b]) for a, b in items):
            kind = match["one"] or ""
            if kind == "村" and any(_HAMLETS.search(text, a, b) for a, b in items):
                kind = ""
            for a, b in items:
                name = text[a:b]
                yield Named(a, b, name if name.endswith(kind) else name + kind)
        return


_PLAIN_COUNT = re.compile(r"([0-9]++|[一二三四五六七八九十]++)(?![个带线])")


def _another_count(closing: str, items: int) -> bool:
    """Whether the number that closes a list, no 等 or 个 about it, is not that of its items."""
    match = _PLAIN_COUNT.match(closing)
    told = number(match[1]) if match else None
    return told is not None and told != items


_HAMLETS = re.compile("[庄屯寨堡店铺营]$|[庄屯寨堡店铺营](?=[、和])")
"""A village whose name says so already."""
_JOIN = re.compile("[、和]")


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    verbs = "[在到]|参观|视察|考察|检查|调研|走访"
    never = "[各其该本全此等赴到在从向由经往至进深对为辖撤设析划并改置看抽]"
    item = rf"(?!{never})(?:(?!{verbs})(?![了两的])[\u4e00-\u9fff]){{2,5}}?"
    number = "等?(?:[0-9]+|[两二三四五六七八九十]+)个?"
    return re.compile(
        rf"(?P<list>{item}(?:[、和]{item})+){number}(?P<kind>{any_of('carried')}(?![镇街村])|圩|墟|庄|寨|屯|场|地|处(?![室长级])|县|市|乡镇)"
        rf"(?![\u4e00-\u9fff]{{0,6}}?{any_of('not_of_places')})"
    )


@lru_cache(maxsize=1)
def _sharing() -> re.Pattern[str]:
    """甲、乙公社倒塌院墙: no number, but the first has no word of its own."""
    word = "(?:[\u4e00-\u9fff](?<![等的两三二一四数几各在到于赴至从向由]))"
    ended = "[院校厂店场局社站所馆园矿县区市镇乡村街委府省州盟旗队]"
    bare = rf"(?![其该本全此我]){word}{{2,3}}(?<!{ended})"
    return re.compile(
        rf"(?P<list>{bare}(?:、{bare})*[、和](?![其该本全此我]){word}{{1,3}})(?P<kind>公社|乡(?![镇村])|大队|管区|苏木)"
        rf"(?=[\u4e00-\u9fff0-9]|\Z)(?!等)(?![\u4e00-\u9fff]{{0,6}}?{any_of('not_of_places')})"
    )


_ONE_OF = re.compile("[一二三四五六七八九十](?:厂|矿|中学|小学|医院|站|港)")


_REST = re.compile(r"[\u4e00-\u9fff]{2,12}(?=[、,。;]|$)")


def _last_is_unit(text: str, match: re.Match[str]) -> bool:
    """鱼台、金乡: 金乡 is a county, and its last word not that of the others."""
    last = max(match["list"].rfind("、"), match["list"].rfind("和")) + 1
    name = match["list"][last:] + match["kind"]
    return len(name) == 2 and bool(units_named(name))


def counted_at(text: str, start: int, end: int) -> tuple[list[Named], int]:
    """The places of a list that begins at ``start`` and that a number closes, whatever follows
    (甲、乙、丙三区试办…), and where it ends (0: there is none)."""
    match = _counted().match(text, start, end) or _sharing().match(text, start, end)
    if match is None or _last_is_unit(text, match):
        return [], 0
    rest = _REST.match(text, match.end(), end)
    if match.re is _sharing() and rest and place_like(rest[0]):
        return [], 0  # 甲渠、某公社养猪场
    closing = text[match.end("list") : match.end()]
    if match["kind"] == "处" and _another_count(closing, len(_JOIN.split(match["list"]))):
        return [], 0  # 甲路和乙段塌方37处
    kind = match["kind"] if match["kind"] in words()["carried"] else ""
    if kind == "村" and _HAMLETS.search(match["list"]):
        kind = ""  # 李家庄、延福两村
    found = [
        Named(a, b, text[a:b] if text[a:b].endswith(kind or "、") else text[a:b] + kind)
        for a, b in split_list(text, *match.span("list"))
    ]
    return ([], 0) if any(generic(p.name) for p in found) else (found, match.end())
