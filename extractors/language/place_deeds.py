"""What is done to a place or in its name: honoured, named something, made anew, unveiled, left.

The functions read one frame of a clean text and yield Named with clean offsets; the words are in
``extractors/lexicon/venues.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extractors.language.document import Frame, Named
from extractors.language.place_items import (
    all_of,
    any_of,
    generic,
    list_end,
    split_list,
    trim,
)
from extractors.language.place_phrases import named
from extractors.language.place_subjects import of_place, own_names, path_at
from extractors.language.scope import Scope, resolve_place

_TOWN = re.compile(r"(?:^|[区县市州旗原])原?([^区县市州旗原()]{1,6}(?:镇|乡|街道|村|社区))(?=$|\()")


def named_places(text: str, frame: Frame) -> Iterator[Named]:
    """Towns and villages that are named something: 某镇、某乡被命名为…."""
    for match in _renamed().finditer(text, frame.start, frame.end):
        for a, b in split_list(text, match.start("list"), match.end("list")):
            if unit := _TOWN.search(text[a:b]):
                yield Named(a + unit.start(1), a + unit.end(1), unit[1])


@lru_cache(maxsize=1)
def _renamed() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|(?<=[。;,\n△☆●◎○■◆▲★▼※】]))(?P<list>[^。;,\n]{2,80}?)被[^。;,\n]{0,30}?"
        + any_of("naming"),
        re.MULTILINE,
    )


@lru_cache(maxsize=32)  # more than one kind of phrase asks it of a frame
def _tells(key: str, text: str, start: int, end: int) -> bool:
    """Whether a stretch has one of the words at all: that is quick to see, and most have none."""
    return _words_of(key).search(text, start, end) is not None


@cache
def _words_of(key: str) -> re.Pattern[str]:
    return re.compile(any_of(key))


def honoured(text: str, frame: Frame, scope: Scope) -> Iterator[Named]:
    """某县荣获…, 某市被评为…, 授予某区“…”称号: the place that is honoured."""
    own = own_names(scope)
    begins = [(m.end(), False) for m in _giving().finditer(text, frame.start, frame.end)]
    if _tells("honoured", text, frame.start, frame.end):
        first, opening = _honour()
        begins += [(m.end(), True) for m in opening.finditer(text, frame.start, frame.end)]
        if text[frame.start - 1 : frame.start] in ("", "\n"):
            begins += [(frame.start, True)] if first.match(text, frame.start, frame.end) else []
    for start, before in sorted(begins):
        here = own.match(text, start, frame.end) if own else None
        path = path_at(text, start)
        if here and len(path) > here.end() - start:
            here = None  # the own province before the name of its city
        name = here["own"] if here else path
        if not name or len(name) < 2 or start + len(name) > frame.end:
            continue
        end = start + len(name)
        others = list(_joined(text, end))
        close = others[-1].end if others else end
        if (_won() if before else _GIVEN).match(text, close, frame.end):
            resolved = resolve_place(name, scope) if here else None
            yield Named(start, end, resolved or name, confidence=0.8)
            yield from others


def _joined(text: str, start: int) -> Iterator[Named]:
    """The units that 、 or 和 joins to the one before ``start``."""
    while text[start : start + 1] in ("、", "和", "及", "与"):
        name = path_at(text, start + 1)
        if not name:
            return
        yield Named(start + 1, start + 1 + len(name), name, confidence=0.8)
        start += 1 + len(name)


def remade(text: str, frame: Frame, scope: Scope) -> Iterator[Named]:
    """撤销某县, 设立某市, 某镇改为县辖镇, 本县设3镇: units that are made anew."""
    if frame.type != "organisation_change":
        return
    before, after = _remade()
    for match in before.finditer(text, frame.start, frame.end):
        name = path_at(text, match.end())
        if name and _UNIT_ENDS.match(text, match.end() + len(name)):
            yield Named(match.end(), match.end() + len(name), name, confidence=0.8)
    for match in after.finditer(text, frame.start, frame.end):
        yield named(text, match.span("unit"), 0.8)
    yield from _handed_over(text, frame)
    if of_place(scope):
        for match in _DIVIDED.finditer(text, frame.start, frame.end):
            if own := resolve_place(match["own"], scope):
                yield Named(*match.span("own"), own, confidence=0.8)


def _handed_over(text: str, frame: Frame) -> Iterator[Named]:
    """甲县乙乡、丙乡划归丁区管辖: the townships that change hands, and who gets them.

    A township stands in the unit of the one before it (丙乡 is 甲县丙乡).
    """
    for match in _HANDING.finditer(text, frame.start, frame.end):
        unit = ""
        for item in _HANDED.finditer(text, *match.span("list")):
            start = item.start()
            unit = path_at(text, start) or unit
            within = "" if text.startswith(unit, start) or item[0].endswith("公园") else unit
            yield Named(start, item.end(), within + item[0], confidence=0.8)
        start, end = match.span("to")
        close = start + len(path_at(text, start))
        town = _TOWN_AT.match(text, start, end)
        close = max(close, town.end() if town else 0)
        if close > start:
            yield named(text, (start, close), 0.8)


_HANDING = re.compile(
    r"(?P<list>[^。;\n]{3,80}?)(?:划归|划入|划给|划属|并入|拨归|归还|划回|改属|改隶)(?:[我本][县市区州旗])?"
    r"(?P<to>[\u4e00-\u9fff]{2,16})"
)
_TOWN_AT = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}?[县市区])?[\u4e00-\u9fff]{1,6}?(?:公社|镇|乡|街道|区)"
    r"(?=$|[,。;、管领和]|\Z)"
)
_HANDED = re.compile(
    r"(?:(?<=[,、和及 月日旬初底将把年△☆●◎○■◆▲★▼※】])|(?<![^\n。;]))"
    r"(?!原|各|全|该|本|将|把|初|底|中旬|上旬|下旬|所属|所辖|其)"
    r"[\u4e00-\u9fff]{2,10}?(?:公社|镇|乡(?![镇村])|街道|公园)(?=$|[,。;、的和及管领划并\d]|\Z)"
)


_UNIT_ENDS = re.compile("[,。;、!?\n(]|建制|的?行政|$")


_DIVIDED = re.compile(
    "(?P<own>[全本我][省市县区州旗])(?:共|新|增|改)?(?:划分?为|设)(?:[0-9一二三四五六七八九十]+个?[区镇乡市县])"
)


@lru_cache(maxsize=1)
def _remade() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is done before the name of a unit, and a unit that something is done with."""
    level = r"(?:地区|专区|[县市区镇乡州盟旗](?!委|政))"
    no_unit = "该|本|全|各|此|我|所属|所辖|将|把|原"
    name = r"[\u4e00-\u9fff]{1,4}(?<![人两二三四五六七八九十])"
    unit = rf"(?P<unit>(?!{no_unit}){name}{level})"
    more = rf"(?:[、和][\u4e00-\u9fff]{{1,4}}{level})*"
    opens = r"(?:^|(?<=[,。;、\n日月年旬 的将原和△☆●◎○■◆▲★▼※】]))原?"
    return (
        re.compile(f"{any_of('remade_before')}(?:原|[县地厅副]+[级辖]|省辖)?"),
        re.compile(f"{opens}{unit}(?={more}{any_of('remade_after')})", re.MULTILINE),
    )


def unveiled(text: str, frame: Frame) -> Iterator[Named]:
    """为某公园揭幕: a place that one walks into, which a hand opens."""
    if not _tells("unveiled", text, frame.start, frame.end):
        return
    for match in _unveiled().finditer(text, frame.start, frame.end):
        site = match["site"]
        before = text.find(site, frame.start)  # named in full before: the walk tells
        if before != match.start("site") or generic(site):
            continue
        if site.endswith(all_of("opened_site")):
            yield named(text, match.span("site"), 0.8)


@lru_cache(maxsize=1)
def _unveiled() -> re.Pattern[str]:
    return re.compile(rf"为(?P<site>[\u4e00-\u9fff]{{4,20}}?){any_of('unveiled')}")


def honoured_sites(text: str, frame: Frame) -> Iterator[Named]:
    """某景区被评定为…, 某水库被列为…: sites that are honoured where they lie."""
    if not _tells("honoured", text, frame.start, frame.end):
        return
    for match in _honoured_site().finditer(text, frame.start, frame.end):
        for item in split_list(text, *match.span("site")):
            if span := trim(text, *item):
                yield named(text, span, 0.8)


@lru_cache(maxsize=1)
def _honoured_site() -> re.Pattern[str]:
    opens = r"(?:^|(?<=[,。;!?\n日月旬年 △☆●◎○■◆▲★※】]))"
    return re.compile(
        rf"{opens}(?P<site>[\u4e00-\u9fff、]{{2,40}}?{any_of('honoured_site')})"
        rf"(?={_AGAIN}{any_of('honoured')})",
        re.MULTILINE,
    )


_GIVEN = re.compile("[“为]|列入|纳入|成为|入选|跻身")


_AGAIN = (
    r"(?:在[^,。;]{2,24}?[上中])?(?:首次|再次|成功|同时|一举|又|还|正式|连续[\u4e00-\u9fff\d]+年)?"
)


@lru_cache(maxsize=1)
def _honour() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Before what a place that is honoured may stand, at the head of a line and of a clause."""
    won = rf"(?=[\u4e00-\u9fff、]{{2,16}}?(?:在[^,。]{{2,24}}?[上中])?{any_of('honoured')})"
    return re.compile(won), re.compile(f"[,。;!?\n日月旬年 △☆●◎○■◆▲★※】]{won}")


@lru_cache(maxsize=1)
def _giving() -> re.Pattern[str]:
    """The verb of those who honour a place."""
    return re.compile(rf"{any_of('honouring')}(?=[\u4e00-\u9fff、]{{2,30}}?(?:{_GIVEN.pattern}))")


@lru_cache(maxsize=1)
def _won() -> re.Pattern[str]:
    return re.compile(_AGAIN + any_of("honoured"))


def moved_from(text: str, frame: Frame) -> Iterator[Named]:
    """由甲地迁至乙地: the place that is left (the other one is walked to)."""
    for match in _moved().finditer(text, frame.start, frame.end):
        for a, b in ((match.start("a"), match.end("a")), (match.start("b"), match.end("b"))):
            if a >= 0 and (span := trim(text, a, list_end(text, a, b), sure=True)):
                yield named(text, span, 0.8)


@lru_cache(maxsize=1)
def _moved() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[由从]|(?<![来各亲独])自)(?P<a>[^,。;!?\n由从自]{{2,16}}?){any_of('moved')}(?:到|至|往|驻|入|回|(?<=迁)(?=[\u4e00-\u9fff]{{2,6}}[,。;]))(?P<b>[^,。;!?\n]{{2,16}})(?=[,。;!?\n]|$)"
    )
