"""The phrases that say where something is held: 在某厅举行, 某礼堂内.

Each function reads one kind of phrase in one frame of a clean text and yields Named with clean
offsets. The words are in ``extractors/lexicon/venues.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import zip_longest

from extractors.language.document import Frame, Named
from extractors.language.gazetteer import longest_name, starts_abroad, unit_at
from extractors.language.place_items import (
    BODY,
    any_of,
    is_noun,
    place_like,
    split_list,
    trim,
    with_starts,
)
from extractors.language.place_phrases import WALKS, clause_end, named, pattern
from extractors.language.place_series import shared
from extractors.language.scope import Scope, resolve_place
from extractors.lexicon.alternation import Pair, matches

_LONGEST_VENUE = 45
_ROOM = re.compile(r"[内里上],")
_ROOM_NAME = re.compile(r"[^,。;!?\n、]{4,18}$")
_ITEM = re.compile(r"[^、,。;!?\n]{2,16}(?=、)")
_ON_DAY = re.compile(r"于(?:\d{4}年)?(\d{1,2})月(\d{1,2})日$")
_HELD_AFTER = re.compile(",(?:隆重)?(?:举行|举办|召开)")
_FUTURE = re.compile(r"将(?:于[^,。]*)?$")
_ROOM_OF = re.compile(r"..(?:中心|基地|站|厅|室|所|院|学校|园|楼|馆|宾馆|大厦)")


_MADE = frozenset(("建成", "建立", "兴建", "修建", "设立", "落成", "竣工", "启用", "完成", "创办"))


def venues(text: str, frame: Frame, scope: Scope) -> Iterator[Named]:
    """在 X 举行: X where it is a place by name, or anything short where a holding verb follows."""
    found = list(pattern("at").finditer(text, frame.start, frame.end))
    for match, after in zip_longest(found, found[1:]):
        start = match.end()
        limit = min(
            clause_end(text, start, min(frame.end, start + _LONGEST_VENUE + 1)),
            start + _LONGEST_VENUE,
        )
        stop = _verb_from(text, start, min(limit, after.start() if after else limit))
        if after and after.start() < limit and stop is None:
            continue  # the nearer 在 tells
        here = text[start : limit if stop is None else stop]
        if stop is not None and _by_bodies(text, start, stop):
            continue
        if pattern("no place").search(here.removesuffix("现场") if stop is None else here):
            continue
        if stop is None:
            # 在X项目现场,甲听取汇报: a place that is only mentioned while walking
            told = frame.type in WALKS or _HELD_AFTER.match(text, limit) is not None
            if told and limit < frame.end and text[limit] == ",":
                for a, b in split_list(text, start, limit):
                    if span := trim(text, a, b):
                        yield named(text, span)
            elif unit := _stays_in(text, start, limit):
                yield named(text, (start, start + len(unit)), 0.8)
            continue
        before = text[max(frame.start, match.start() - 16) : match.start()]
        if _at_another_time(before, frame) or pattern("idea").match(text, stop):
            continue
        if (resolved := resolve_place(here, scope)) is not None:
            yield Named(start, stop, resolved)
            continue
        held = pattern("held").match(text, stop) is not None
        pieces = list(split_list(text, start, stop))
        if some := list(shared(text, start, stop)):
            yield from some
            continue
        held = held or (len(pieces) > 1 and any(trim(text, a, b) for a, b in pieces))
        if not held and (unit := _stays_in(text, start, stop)) and text[start + len(unit)] == "的":
            yield named(text, (start, start + len(unit)), 0.8)
            continue
        for a, b in pieces:
            piece = text[a:b]
            opens = len(piece) <= 16 and bool(longest_name(piece) or starts_abroad(piece))
            span = trim(text, a, b, sure=opens or held)
            if span is not None:
                yield named(text, span)


def _by_bodies(text: str, start: int, stop: int) -> bool:
    """在省委、省政府召开的大会上: those who held it, not where it was held."""
    held = text.startswith(("召开的", "举行的", "举办的", "组织的", "主办的", "开展的"), stop)
    return held and _BODIES.fullmatch(text, start, stop) is not None


_BODIES = re.compile(
    r"(?:[^,。;、和]{0,12}?(?:委|政府|政协|人大|国务院|中央|委员会|部|厅|局|军委|总工会|团中央|协会|联合会)[、和及与]?){1,6}"
)


def _stays_in(text: str, start: int, limit: int) -> str:
    """A unit right after 在, whatever is told of it: 在某县的固定资产; short only before 的."""
    here = text[start:limit]
    if name := unit_at(here):
        if BODY.match(here, len(name)):
            return ""
        venue = _venue_in().match(here, len(name))
        return here[: venue.end()] if venue else name
    name = longest_name(here)
    return name if name and here[len(name) : len(name) + 1] == "的" else ""


@lru_cache(maxsize=1)
def _venue_in() -> re.Pattern[str]:
    """The rest of a venue, with a short verb that no list has after it: 某市某广场开演。"""
    return re.compile(rf"[\u4e00-\u9fff]{{1,16}}{any_of('suffixes')}(?=[\u4e00-\u9fff]{{2,4}}\Z)")


def _at_another_time(before: str, frame: Frame) -> bool:
    """将于…在, and 于11月9日在 where that is not the day of the frame."""
    if _FUTURE.search(before):
        return True
    match = _ON_DAY.search(before)
    if match is None or frame.when is None:
        return False
    return not frame.when.start.endswith(f"{int(match[1]):02}-{int(match[2]):02}")


@lru_cache(maxsize=1)
def _until() -> Pair:
    regex = f"{any_of('holding')}|(?P<verb>{any_of('verbs')}|{any_of('purpose')})"
    return with_starts(regex, "holding", "verbs", "purpose")


def _verb_from(text: str, start: int, limit: int) -> int | None:
    """Where the first holding verb stands outside brackets after at least one character.

    Any other common verb will do where a place by name stands before it (在某体育场鸣枪开跑).
    """
    for match in matches(_until(), text, start + 1, limit):
        at = match.start()
        before = text[start:at]
        if sum(map(before.count, "(“《")) > sum(map(before.count, ")”》")):
            continue
        if match["verb"] and (
            not _named_or_listed(before) or is_noun(text, at, match.end(), limit)
        ):
            continue
        if text[at] in "和与同" and not place_like(before):
            opens = longest_name(before) if len(before) >= 3 else ""
            if not opens or text[at - 1] == "大":
                continue  # 和平饭店, 大同市
        if text[at] == "和" and place_like(text[at + 1 : limit]):
            continue  # 在甲小学和乙幼儿园,
        if text[at] in "和与同" and "、" in before and _joins_last(text, at + 1, limit):
            continue  # 在甲乡、乙乡和丙厂视察
        if text[at] != "建" and _ROOM_OF.match(text[at:limit]):
            continue  # 学习中心, 会见厅
        if text.startswith("的", match.end()) and match[0] in _MADE:
            continue  # 在新建成的某殿举行
        return at
    return None


def _named_or_listed(words: str) -> bool:
    """A place by name, or a list that 等区上空 closes."""
    return place_like(words) or ("、" in words and pattern("kinds").search(words) is not None)


def _joins_last(text: str, start: int, limit: int) -> bool:
    """Whether the item of a list that begins at ``start`` is one more place."""
    if item := _ITEM.match(text, start, limit):
        return place_like(item[0])
    stop = _verb_from(text, start, limit)
    return stop is not None and place_like(text[start:stop])


def rooms(text: str, frame: Frame) -> Iterator[Named]:
    """某中学礼堂内,…: a place that opens a clause."""
    for match in _ROOM.finditer(text, frame.start, frame.end):
        name = _ROOM_NAME.search(text[max(frame.start, match.start() - 19) : match.start()])
        if name is None or not place_like(name[0]):
            continue
        start = match.start() - len(name[0])
        if start > frame.start and text[start - 1] not in "。!?\n,":
            continue
        if pattern("going").search(name[0]) or pattern("come").search(name[0]):
            continue
        if span := trim(text, start, match.start()):
            yield named(text, span)
