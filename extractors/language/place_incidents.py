"""Where an incident happened: the places that something befalls, and those that it reaches.

甲、乙两乡遭雹灾, 某地附近忽降冰雹, 洪水波及三县, 其中甲、乙等地最重. The functions read one frame
of a clean text and yield Named with clean offsets; the words are in
``extractors/lexicon/venues.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.language.document import Frame, Named
from extractors.language.gazetteer import longest_name, units_named
from extractors.language.place_items import (
    BODY,
    TOWNSHIP,
    all_of,
    any_of,
    generic,
    list_end,
    place_like,
    split_list,
    trim,
    words,
)
from extractors.language.place_openings import tells_of_place, town_at, towns_at
from extractors.language.place_phrases import clause_end, named, pattern
from extractors.language.place_series import counted_at, series, shared
from extractors.language.place_subjects import BEGIN, OPENING, own_names, path_at
from extractors.language.scope import Scope, resolve_place

_TYPES = frozenset(("incident", "other"))
_STOP = re.compile(r"[,。;!?\n]")
_LONGEST_SUBJECT = 60
_PART = re.compile(
    r"(?:境内|全境|内|[东西南北中]部|部分|大部|局部|多|各|[0-9]+[多余万]*[个亩公顷户]*|农村|地区|地方|乡镇|公社|林地|农田|耕地|"
    r"又|再次|连续|先后|相继|普遍|普|连|严重)*"
)
_QUANTIFIER = re.compile(
    r"(?:境内|附近|境)?(?<![+Kk\d])(?:"
    r"(?:一(?![中小])|[两数多几\d][\d余多个]*(?!号)|[二三四五六七八九十]+(?!中|小|厂|矿|村))"
    r"(?:[个座户名家栋处辆艘起间所条列节台部架只]|居民|村民|民[房宅居])"
    r"|(?:一(?![中小])|[两数多几\d][\d余多个]*(?!号))[\u4e00-\u9fff]{1,10}[店厂房铺站楼场所])"
)
_HOUSE = re.compile(
    r"(?<=[镇乡村屯组社队街区道])(?:农民|村民|社员|居民|牧民|渔民|菜农|果农|职工|户主|个体户|群众|一?农户|一?村民)"
    r"(?:[\u4e00-\u9fff]{2,4}?|[\u4e00-\u9fff]某某?)?(?:家中?|住[宅房]|私?宅|家的?[\u4e00-\u9fff]{1,4}|的?(?:房屋|作坊|自建房|承包地))$"
)
"""某镇某村农民某某家(发生爆炸): the village, not whose house it was."""
_REST = re.compile(
    r"(?:(?:洪水|河水|江水|湖水|溪水|潮水|山洪|水位)|(?<=[河江湖溪])水|的?(?:全域|附近|一带|境内|全境|沿线|沿岸|两岸|上空|地段|部分|大部分?|局部|多数|少数|各|等|多|不少|[东西南北中]{1,2}部)"
    r"(?:地区?|地方|处|地段|山区|海域|水域|乡村|乡镇|公社|大队|生产队|村社?|屯|街道|农田|田地|村庄|低洼地|洼地|民房|房屋|居民区)?|(?<=[镇乡村场社队旗县区市岭山])(?:草原|草场|草地|草甸|山林|森林|林地|民房|房屋|仓房|麦田|稻田|[民厂住]房|民宅|校舍|山塘|水塘|圩堤|堤圩|河堤|江堤|堤防|堤坝|堤垸|桥梁|禾苗|秧苗|庄稼|山体|河道|沟渠|渠道))+$"
)
"""What is left of a subject behind the name of the place: 某地附近, 某乡部分大队."""
_OF_ALL = re.compile(
    r"(?:今年|去年|自|从)?[0-9一二三四五六七八九十]{1,3}月[^,。]{0,4}?以来|其中|特别是|尤其是?|尤以|包括|导致|造成|致使?|使得?|受灾的"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_SITE = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:车间|矿|厂|仓库|库|站|井|工地|码头|市场|商场|学校|小学|中学|医院|大楼)(?=[0-9一])"
)
_CAUSE = re.compile(r"(?<![原起内外成])因(?!素|果|子)|由于|遭(?!遇)|受(?![灾害损])")
_ROAD = re.compile(
    r"[\u4e00-\u9fff]{2,6}至[\u4e00-\u9fff]{2,8}?(?:公路|铁路|高速公路|高速|大路|驿道|电话线|线路|航线|航道|渠道|干渠|管道|线(?=[0-9,。;]))"
    r"|[\u4e00-\u9fff]{2,8}?(?:公路|铁路|大桥|水库|大堤|干渠|桥|渡口|码头)(?=[0-9一二两三四五六七八九十])"
)
_CORNER = re.compile(r"[\u4e00-\u9fff]{1,3}(?:口|头|门|石|背|坳|脑)(?<!人口)(?<!牲口)(?<!码头)")
_TOWARDS = re.compile("[焚陷掠扰犯据]$|窜|攻|围|进犯|占|侵占|收复|光复|克复|退|流窜|轰炸|空袭")
_BARE = re.compile(r"(?![我敌匪全各其])[\u4e00-\u9fff]{2,5}(?<![家户间座人名口头匹])")
_AT = re.compile("于(?=[\u4e00-\u9fff]{2})(?<![关对由位等至终属利便基鉴处在善勇敢过]于)")
_FLOOR = re.compile(
    "(?<=[场楼厦店馆院心城厂司部])(?:第?[一二三四五六七八九十0-9]+[楼层]|[东西南北]?楼?顶层?|地下室)$"
)
"""某商场四楼(起火): the house."""
_BEYOND = re.compile(r"以[东西南北]$")  # 某铁路以南 is the place
_ADVERBS = re.compile(
    r"(?:又|再|再次|再度|忽|忽然|突|突然|骤|连续|连|接连|相继|先后|同时|均|都|也|曾|普遍|普|严重|不幸|意外|因|首次|多次|数次|两次|一度|开始|陆续|最|受|时|正|已|仍|暴|疑似|可能|特|屡|屡次|频繁|偶|大面积|不同程度地?|(?:里氏)?[0-9.]+级|凌晨)+$"
)
_SWOLLEN = re.compile(
    r"[江河溪](?:流域|上游|中游|下游|干流|支流)?(?:河?水位?)?(?:又|再次|突然?|再度|忽|普遍)?"
    r"(?:(?:发生|暴发|爆发|出现)[^,。;]{0,6}(?:洪水|洪峰|大水)|大水|[猛暴陡上]涨|泛滥|水位)"
)
"""A river that is in flood is the cause, not the place."""
_NOT_THERE = re.compile(r"籍|型|式|牌|产的|人民|[省市县区州]?委|政府|代表|队员")


def own_struck(text: str, frame: Frame, scope: Scope) -> Iterator[Named]:
    """我县遭受暴雨, 某县部分乡镇遭…, 佳市15万亩林地发生…: the own place."""
    own = own_names(scope) if frame.type in _TYPES else None
    if own is None:
        return
    for verb in pattern("suffering").finditer(text, frame.start, frame.end):
        back = max(frame.start, verb.start() - 24)
        start = max((m.end() for m in BEGIN.finditer(text, back, verb.start())), default=back)
        here = own.match(text, start, verb.start())
        if here and any(p.fullmatch(text, here.end(), verb.start()) for p in (_PART, _REST)):
            yield Named(*here.span(), resolve_place(here[0], scope) or here[0], confidence=0.8)


def struck(text: str, frame: Frame) -> Iterator[Named]:
    """Where it befell: the subject of a clause (某村发生火灾), or what it reached (波及某县)."""
    if frame.type not in _TYPES:
        return
    done = frame.start - 1
    for verb in pattern("suffering").finditer(text, frame.start, frame.end):
        back = max(frame.start, verb.start() - _LONGEST_SUBJECT - 20)
        start = max((m.end() for m in _STOP.finditer(text, back, verb.start())), default=back)
        if start <= done:
            continue
        begin, stop = start, verb.start()
        if opening := OPENING.match(text, begin, stop):
            begin = opening.end()
        if within := _OF_ALL.match(text, begin, stop):
            begin = within.end()
        if cause := _CAUSE.search(text, begin + 2, stop):
            stop = cause.start()
        if adverbs := _ADVERBS.search(text, begin, stop):
            stop = adverbs.start()
        if _SWOLLEN.search(text, begin, min(frame.end, verb.end() + 6)):
            continue
        if found := _subject(text, begin, stop):
            done = start
            yield from found
    if frame.type in _TYPES:
        yield from _reached(text, frame)
    if frame.type == "incident":
        yield from _heads(text, frame)


def _heads(text: str, frame: Frame) -> Iterator[Named]:
    """甲、乙两公社沙埋幼苗, 某公社3个大队撤至高地: the places that a clause of it opens with,
    whatever befell them."""
    opening = OPENING.match(text, frame.start, frame.end)
    first = opening.end() if opening else frame.start
    if site := _site_first(text, first, frame.end):
        yield named(text, site, 0.8)
    for start in (first, *(m.end() for m in _STOP.finditer(text, first, frame.end))):
        if _objects().match(text, start, frame.end):
            continue  # 遍及二、四区: that is read for itself
        several, _ = counted_at(text, start, frame.end)
        if several := several or towns_at(text, start, frame.end):
            yield from several
            continue
        town = town_at(text, start, frame.end) if start > first else None
        if town and tells_of_place(text, town[1], frame.end):
            yield named(text, town, 0.8)


_BY_ROAD = re.compile(
    r"(?:[GSXY][0-9]{1,4}|[0-9]{2,3}(?:国道|省道|县道)|[国省县]道[0-9]{2,4}|[\u4e00-\u9fff]{2,8}?(?:高速|公路|国道|省道|铁路|大道))"
)
_OF_OWN = re.compile("[县市城郊镇][城区]")


def _site_first(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """某镇某小区,一台电梯…: the place that the first clause is."""
    stop = clause_end(text, start, limit)
    if not 5 <= stop - start <= 36 or text[stop : stop + 1] != "," or "、" in text[start:stop]:
        return None
    opens = path_at(text, start) or _OF_OWN.match(text, start) or _BY_ROAD.match(text, start)
    if not opens and not TOWNSHIP.match(text[start:stop]):
        return None
    if _objects().search(text, start, stop) or pattern("suffering").search(text, start, stop):
        return None
    span = trim(text, start, stop)
    acts = (*all_of("opened_body"), *all_of("no_site"), "队", "政府")
    whole = span == (start, stop) and not text[start:stop].endswith(acts)
    return span if whole else None


def _subject(text: str, begin: int, stop: int) -> list[Named]:
    """The places that fill ``text[begin:stop]``, or its part before 一居民自建房."""
    if not 2 <= stop - begin <= _LONGEST_SUBJECT or pattern("more").search(text, begin, stop):
        return []
    if text[stop - 1] in "时中后" or text.startswith(("时", "中", "后"), stop):
        stop = list_end(text, begin, stop)  # 某矿掘进时(瓦斯爆炸)
        if not place_like(text[begin:stop]):
            return []
    if at := _AT.search(text, begin + 2, stop):
        # 某河南岸于某村东(决口): both
        return [
            p for part in ((begin, at.start()), (at.end(), stop)) for p in _subject(text, *part)
        ]
    items = list(split_list(text, begin, stop))
    numbered, _ = series(text, items)
    if numbered:
        return numbered
    several, _ = counted_at(text, begin, stop)
    if several:
        return several
    if len(items) > 1:
        known = all(place_like(text[a:b]) for a, b in items[:-1])
        if not (known and trim(text, *items[-1])) and (some := list(shared(text, begin, stop))):
            return some
        if generic(text[slice(*items[-1])]):
            stop = items[-2][1]
            del items[-1]
    elif number := _QUANTIFIER.search(text, begin + 2, stop):
        stop = number.start()
        items = list(split_list(text, begin, stop))
    elif house := _HOUSE.search(text, begin + 2, stop):
        stop = house.start()
        items = list(split_list(text, begin, stop))
    if floor := _FLOOR.search(text, begin + 2, stop):
        stop = floor.start()
        items[-1] = (items[-1][0], stop)
    found: list[Named] = []
    for a, b in items:
        rest = None if text.endswith("部海域", a, b) else _REST.search(text, a + 2, b)
        if beyond := _BEYOND.search(text, a + 2, b):
            found.append(named(text, (a, beyond.end()), 0.8))
            continue
        span = trim(text, a, rest.start() if rest else b, sure=rest is not None and b - a <= 12)
        if span is None or (span[1] != b and not (rest and span[1] == rest.start())):
            if found and _NAME.fullmatch(text, a, b) and not generic(text[a:b]):
                found.append(named(text, (a, b), 0.8))
                continue
            span = None if found else _opens(text, a, b)
            return [named(text, span, 0.8)] if span else []
        found.append(named(text, span, 0.8))
    return found


def _opens(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The units that a subject opens with: 某县某镇客车(翻车), not 某县政府 or 某县籍渔船."""
    town = town_at(text, start, end)
    site = None if town else _SITE.match(text, start, end)
    if town and _CORNER.fullmatch(text, town[1], end):
        return start, end  # 某乡龙口(突降冰雹)
    close = town[1] if town else site.end() if site else start + len(path_at(text, start))
    if close == start:
        close = _site_of(text, start, end)
    if close == start or close >= end or generic(text[start:close]):
        return None
    if BODY.match(text, close, end) or _NOT_THERE.match(text, close, end):
        return None
    return start, close


def _site_of(text: str, start: int, end: int) -> int:
    """Where the place ends that a thing of it befell: 某化工厂丙烯罐, 某商场四楼; ``start`` where
    there is none."""
    for close in range(end - 1, max(start + 2, end - 9), -1):
        name = text[start:close]
        if text[close - 1 : close + 1] in words()["things"] or not place_like(name):
            continue
        odd = generic(name) or _NO_SITE.search(name) or name.endswith(all_of("no_site"))
        return start if odd else close
    return start


_NO_SITE = re.compile(
    "^[沿各全所本该其]|^[一两二三四五六七八九十几数][台辆艘架名座栋个只]|所有|[与和及同于的在将把被至]"
)


@lru_cache(maxsize=1)
def _objects() -> re.Pattern[str]:
    return re.compile(
        f"{any_of('reaching')}了?|(?P<those>其中|尤以|特别是|尤其是|以(?=[^,。;]*(?:为|最)))"
    )


def _reached(text: str, frame: Frame) -> Iterator[Named]:
    """波及甲、乙两县; 其中甲、乙等地最重: a list, or a place by name at the verb's object."""
    for match in _objects().finditer(text, frame.start, frame.end):
        if match["those"] and frame.type != "incident":
            continue
        start = match.end()
        stop = clause_end(text, start, min(frame.end, start + _LONGEST_SUBJECT))
        if some := list(shared(text, start, stop)):
            yield from some
            continue
        if (ends := list_end(text, start, stop)) > start + 1:
            stop = ends
        items = list(split_list(text, start, stop))
        numbered, _ = series(text, items)
        if numbered:
            yield from numbered
            continue
        for a, b in items:
            road = _ROAD.match(text, a, b)
            unit = road.span() if road else _unit(text, a, b)
            span = unit or (None if match["those"] else trim(text, a, b))
            if span is None and _TOWARDS.match(match[0]) and _BARE.fullmatch(text, a, b):
                span = (a, b)
            if span is None and not match["those"] and (close := _site_of(text, a, b)) > a + 2:
                span = (a, close)  # 砸毁某公园石碑两通
            if span is None:
                break
            yield named(text, span, 0.8)
            if span[1] != b:
                break


def _unit(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The unit that stands at ``start``: in full, or a short name that is the whole item."""
    if full := path_at(text, start):
        close = start + len(full)
        town = TOWNSHIP.match(text[close:end])
        return start, close + (town.end(1) if town else 0)
    short = longest_name(text, start)
    if short and units_named(short) and start + len(short) == end:
        return start, end
    town = TOWNSHIP.match(text[start:end])
    return (start, start + town.end(1)) if town and not generic(town[1]) else None
