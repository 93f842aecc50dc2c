"""The place with which an entry opens, and places that are made into something.

某镇清理户口, 某公社某大队推行包产到户, 我市水价调整: a township or village that an entry begins
with is where it happened, unless only a body or a person of it is told of. 批准某港为…, and
选定某地为校址: what a place is chosen for. The functions read one frame of a clean text and yield
Named with clean offsets; the words are in ``extractors/lexicon/venues.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.language.document import Frame, Named
from extractors.language.place_items import (
    TOWNSHIP,
    all_of,
    any_of,
    generic,
    place_like,
    split_list,
    trim,
)
from extractors.language.place_phrases import named
from extractors.language.place_series import counted_at
from extractors.language.place_subjects import OPENING, own_names, path_at
from extractors.language.scope import Scope, resolve_place

_AHEAD = ("", *"\n。; 日月旬年春夏秋冬初底晚△☆●◎○■◆▲★▼※】")
"""What may stand before a frame that opens an entry: its marker or the end of its date."""
_TOLD = frozenset(("other", "policy", "cultural", "incident", "project"))
_LISTED = frozenset(("organisation_change", "ceremony", "inspection", "condolence", "visit"))
"""Of these only the lists that a number closes are theirs: 甲、乙两公社七个大队进水."""
_LATER = _LISTED | {"other", "policy"}
_HAMLET = re.compile(
    r"(?!(?:农|村|居|渔|牧)民|社员|群众|职工)(?![建修架筑开兴办设召征筹赶搬拆改扩新发举组清])[\u4e00-\u9fff]{1,3}?(?:庄|屯|店|寨|堡|营|湾|沟|坪|坝|岗|岭|塘|铺|集(?![资中体合会训团结])|圩|坳|冲|垭|塬|峪|窑|楼|桥|埠|浦|港|洼|台|岩|崖|嘴|咀|角|坑|源|畈|坂|墩|圳|坊|梁|渡|洲|垴|垸|坞|(?<=[路河沟山坝港江湾关渡垭])口(?!人)|滩)"
    r"(?![省市县区镇乡村])"
)
"""A hamlet without its word, behind its township: 某公社冯庄."""


def opening_place(text: str, frame: Frame, scope: Scope, of_any: bool = False) -> Iterator[Named]:
    """The township or village that a frame opens with; for a measure the own place as well.

    ``of_any``: whatever the type of the event.
    """
    if not of_any and frame.type not in _TOLD:
        if frame.type in _LISTED:
            for clause in _heads(text, frame, frame.start):
                yield from (place for place in clause if not place.name.endswith(("市", "县")))
        return
    opening = OPENING.match(text, frame.start, frame.end)
    start = opening.end() if opening else frame.start
    start += text.startswith((",", ":"), start)
    if not opening and text[frame.start - 1 : frame.start] not in _AHEAD:
        return
    heads = _heads(text, frame, start) if frame.type != "incident" else ()
    several = [place for clause in heads for place in clause]
    if several:
        yield from several
    elif towns := towns_at(text, start, frame.end):
        yield from towns
    elif span := town_at(text, start, frame.end):
        if tells_of_place(text, span[1], frame.end):
            yield named(text, span, 0.8)
    elif frame.type == "policy" and (names := own_names(scope)):
        own = names.match(text, start, frame.end)
        if own and len(own[0]) > 1 and not _own_body().match(text, own.end(), frame.end):
            yield Named(*own.span(), resolve_place(own[0], scope) or own[0], confidence=0.8)


def _heads(text: str, frame: Frame, start: int) -> Iterator[list[Named]]:
    """The lists that a number closes at the heads of clauses: 甲、乙、丙三镇设卡."""
    later = frame.type in _LATER
    clauses = _CLAUSE.finditer(text, start, frame.end) if later else ()
    for at in (start, *(m.end() for m in clauses)):
        found, _ = counted_at(text, at, frame.end)
        if found:
            yield found


_CLAUSE = re.compile(r"[,。;\n]")


def town_at(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """The township or village, with the units and the township before it, that stands at
    ``start``."""
    district = _NUMBERED.match(text, start, limit)
    close = district.end() if district else start + len(path_at(text, start))
    town = TOWNSHIP.match(text[close:limit])
    if (
        town is None
        or _WORDY.search(town[1])
        or town[1].startswith(all_of("before_towns"))
        or generic(town[1])
        or town[1].endswith(all_of("no_towns"))
    ):
        return None
    end = close + town.end(1)
    if hamlet := _HAMLET.match(text, end, limit):
        end = hamlet.end()
    return start, end


def towns_at(text: str, start: int, limit: int) -> list[Named]:
    """Townships and villages in full that are told of together: 甲镇、乙镇率先开通公交."""
    match = _TOWNS.match(text, start, limit)
    if match is None or not tells_of_place(text, match.end(), limit):
        return []
    spans = list(split_list(text, *match.span()))
    names = [text[a:b] for a, b in spans]
    more, no_towns = all_of("before_towns"), all_of("no_towns")
    if any(generic(n) or _WORDY.search(n) or n.startswith(more) or n in no_towns for n in names):
        return []
    return [named(text, span, 0.8) for span in spans]


_TOWN = r"[\u4e00-\u9fff]{1,10}?(?:镇|乡|街道|公社|大队|社区|农场|林场|村(?!民|级|庄|落|寨))"
_TOWNS = re.compile(rf"{_TOWN}(?:[、和]{_TOWN})+(?=[\u4e00-\u9fff0-9])")


def tells_of_place(text: str, start: int, end: int) -> bool:
    """Whether what follows a township at ``start`` tells of it (3个大队…), not of a body of it."""
    parts = _PARTS.match(text, start, end)
    return parts is not None or not _no_subject().match(text, start, end)


_PARTS = re.compile(
    "[0-9一二三四五六七八九十两数多]+[余多]?个(?:生产|行政|自然)?(?:大队|小队|队|村|社|组|屯|村民小组)"
)
_WORDY = re.compile("[于在和与及把将对向从被由为到至了的]|大会|会议|[0-9一二三四五六七八九十]个")
_NUMBERED = re.compile(
    r"(?:第?[0-9一二三四五六七八九十]{1,3}|(?![全各本我该])[\u4e00-\u9fff]{2,4}?(?<![市县]))区(?=[\u4e00-\u9fff]{1,6}(?:乡|村|镇|公社))"
)


@lru_cache(maxsize=1)
def _no_subject() -> re.Pattern[str]:
    """What shows that not the place is told of but a body, a person or a party of it."""
    return re.compile(rf"(?:[\u4e00-\u9fff]{{0,6}}?{any_of('of_its_own')}|{any_of('of_people')})")


@lru_cache(maxsize=1)
def _own_body() -> re.Pattern[str]:
    body = (
        r"[\u4e00-\u9fff、]{0,14}?(?:厅|局|委|办|部|府|院|会|组|公司)(?:正式|联合|共同|近日|日前)?"
    )
    return re.compile(rf"(?:{body}{any_of('issuing')}|[委直属级]|人民|政府|革委)")


@lru_cache(maxsize=1)
def _chosen() -> re.Pattern[str]:
    site = r"(?P<site>[\u4e00-\u9fff]{2,20}?)(?:[(][^()]*[)])?"
    return re.compile(
        rf"{any_of('designating')}{site}(?:作|列|辟|划|建|改|定)?为(?![了期此何])(?P<what>[^,。;]{{0,30}})"
    )


def chosen(text: str, frame: Frame) -> Iterator[Named]:
    """国务院批准某港为停泊点, 选定某地为校址: the place that is chosen for something."""
    for match in _chosen().finditer(text, frame.start, frame.end):
        site = match["site"]
        if site.endswith(all_of("opened_body")) or not place_like(site):
            continue
        if (span := trim(text, *match.span("site"))) and span[1] == match.end("site"):
            yield named(text, span, 0.8)


def found_there(text: str, frame: Frame) -> Iterator[Named]:
    """某瀑布岸边发现奇石, 某鸟首现某水库: where something is found or first seen."""
    if frame.type not in _FOUND_IN:
        return
    for match in _BY_VILLAGERS.finditer(text, frame.start, frame.end):
        if town := town_at(text, match.start(), match.end()):
            yield named(text, town, 0.8)
    for match in _found().finditer(text, frame.start, frame.end):
        group = "after" if match["after"] else "before"
        span = trim(text, *match.span(group))
        if span and place_like(text[slice(*span)]) and span[0] == match.start(group):
            yield named(text, span, 0.8)


_BY_VILLAGERS = re.compile(
    r"(?:^|(?<=[,。;\n日月旬年初 △☆●◎○■◆▲★▼※】]))[\u4e00-\u9fff]{2,20}?"
    r"(?:社员|村民|农民|居民|牧民|群众|民工|职工|知青)[^,。;]{0,16}?(?:挖出|掘出|发现|出土|捡到|拾得|捡得|刨出|捕获|捕到|救护|救起)",
    re.MULTILINE,
)
"""某公社某大队社员在挖井时挖出: the village of those who found it."""
_FOUND_IN = frozenset(("other", "project", "cultural", "award", "incident"))


@lru_cache(maxsize=1)
def _found() -> re.Pattern[str]:
    seen = any_of("first_seen")
    near = "(?:岸边|附近|境内|一带|地区|山上|山中|湖面|水域|上空|内|一处)?"
    opens = r"(?:^|(?<=[,。;\n日月旬年初 △☆●◎○■◆▲★▼※】]))"
    return re.compile(
        rf"{opens}(?P<before>[\u4e00-\u9fff]{{2,16}}?){near}(?:首次|先后|陆续|再次)?{any_of('found_there')}"
        rf"|{seen}(?:于|在)?(?P<after>[\u4e00-\u9fff]{{3,16}})(?=[,。;])",
        re.MULTILINE,
    )
