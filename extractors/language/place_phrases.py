"""The phrases that say where somebody goes: 深入某村, 来我市, 到区, 对某厂进行检查.

Each function reads one kind of phrase in one frame of a clean text and yields Named with clean
offsets; what persons' posts cover and what repeats is for ``locations`` to leave out. The words are
in ``extractors/lexicon/venues.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from extractors.language.document import Frame, Named
from extractors.language.gazetteer import longest_name, unit_at, units_named
from extractors.language.place_items import (
    any_of,
    generic,
    list_end,
    split_list,
    trim,
    words,
    worked_in,
)
from extractors.language.place_series import counted_at, series, shared
from extractors.language.scope import Scope, own_place, resolve_place

WALKS = frozenset(("inspection", "visit", "condolence", "other", "training", "award"))
_FIRST = 8  # so many items of a list tell whether it is one of places
_CLAUSE_END = re.compile(r"[。;!?\n,]")
_CHECKED = re.compile(
    r"(?:^|(?<=[,。;\n组团局委厅部会队]))对([^,。;\n]{4,80}?)"
    r"(?:(?:进行|开展)了?(?=[^,。;\n]{0,8}(?:调研|检查|考察|视察|督导|访问|走访|督查|巡查|验收|考核|评估|复查|监督|执法|发掘|试掘|清理|勘探|勘察|勘测|测量|测绘|修缮|整修|加固))"
    r"|(?=(?:检查)?(?:验收|考核|评估|复查)(?:[,。;]|合格)))"
)
_FROM = re.compile(r"从[^,。;!?到来赴往]*\Z")
_TOLD_OF = re.compile(
    r"(?!的)(?:[^,。;!?\n的、]{4,24})的(?=(?:[\u4e00-\u9fff]{1,6}[省市县区州旗]){1,3}[\u4e00-\u9fff]{2})"
)
"""到已实施搬迁的某县某镇某村: what is told of a place before its name."""
_COME_TO_TOWN = re.compile(
    r"[来到赴抵][县区州旗](?=[\u4e00-\u9fff]{2,6}(?:公社|乡|镇|村|大队|农场|林场|水库))(?!.城[区关])"
)
"""来县某公社: the own place, then one in it."""
_REACHED = re.compile(
    r"(?:驻防|驻扎|屯驻|移防|移师|退守|退据|败走|窜至|转战|抵|抵达|到达|飞抵|运抵|驶抵|驰援|增援|坐镇|移驻|进驻|迁(?<!变迁)[至往到驻]?|前往|奔赴|[开分赶转飞]赴|[派调]往|于)\Z"
)
"""Behind these any short name is a place, though nothing tells what for: 一行抵某地。"""
_NAME = re.compile(r"(?![各其该本全此])[\u4e00-\u9fff]{2,4}")
_NEW = ("建", "成", "落", "开", "组", "装", "修")
_FIRM = ("公司", "集团", "集团公司", "总公司")
_PLAN = re.compile(r"(?<!建设)(?:项目|工程|产业|生产线)\Z")
_SEEN = re.compile("了|实地|现场|看|走访|参观|视察|检查")
_PART_OF_ANOTHER = frozenset("未存正现后以从实所")


@cache
def pattern(key: str) -> re.Pattern[str]:
    """The compiled form of one kind of phrase."""
    forms = {
        "going": any_of("going") + f"(?!{any_of('not_going')})了?",
        "looking": any_of("looking") + f"(?!{any_of('not_looking')})",
        "no place": any_of("not_place_ends") + "$",
        "held": f"{any_of('how')}?{any_of('held')}(?!{any_of('not_held')})",
        "idea": rf"[\u4e00-\u9fff]{{0,8}}?(?:时|期间)?的?[\u4e00-\u9fff]{{0,6}}{any_of('idea')}",
        "kinds": rf"等(?:\d*[多余]?[家个处])?[\u4e00-\u9fff]{{0,2}}{any_of('kinds')}"
        rf"|、[^、,。;]{{2,12}}?(?:[0-9]+|两|[二三四五六七八九十]+个)个?{any_of('counted')}",
        "own": r"(?:(?:[来到在赴莅抵回入返访驻]|下沉)了?|进(?=[校厂院矿]))"
        r"(?:[我本][省市区县州盟旗镇乡校院厂国]"
        rf"|[区市县州盟旗校院厂矿局所行](?={any_of('own_verbs')}|{any_of('own_verbs_of_levels')})"
        r"|[县区州旗](?=[\u4e00-\u9fff]{2,6}(?:公社|乡|镇|村|大队|农场|林场|水库))"
        rf"|(?:学校|学院|医院|集团公司|总公司|公司|集团)(?={any_of('own_verbs')}|{any_of('own_verbs_of_levels')})"
        rf"|(?<![回入返访])[^访达会场位\W\d_a-zA-Z]"
        rf"(?={any_of('own_verbs')}|{any_of('own_verbs_of_guests')}))",
    }
    return re.compile(forms[key] if key in forms else any_of(key), re.MULTILINE)


def clause_end(text: str, start: int, limit: int) -> int:
    """Where the clause that ``start`` stands in ends, at most ``limit``."""
    match = _CLAUSE_END.search(text, start, limit)
    return match.start() if match else limit


def named(text: str, span: tuple[int, int], confidence: float = 1.0) -> Named:
    """The words of a span as a place's name."""
    return Named(*span, text[slice(*span)], confidence=confidence)


# ---------------------------------------------------------------- places walked to


def _in_short(item: str, scope: Scope, alone: bool) -> str | None:
    """我市, 本县 as the own place; 京 in 赴京、沪 as a city; None for other items."""
    if item == "工地" and scope.body:
        return item  # in the chronicle of a works its building site is a place with a name
    if scope.body and item in words()["own_halls"]:
        return item  # 图书馆 of a university
    if len(item) == 1 and (alone or item in "省市区县州盟旗镇乡村"):
        return None
    name = resolve_place(item, scope)
    return item if name and name == scope.body and item in _FIRM else name


def _listed(
    text: str,
    start: int,
    limit: int,
    scope: Scope,
    sure: bool,
    looked: bool = False,
    walked: bool = True,
) -> list[Named]:
    """The places of the list that begins at ``start``.

    ``sure``: the verb is one of going, so an unusual name will do where the list holds a place or
    tells what for. ``looked``: the verb is one of looking, so 浙江 with work in it is no place.
    """
    found: list[Named] = []
    unnamed, first_unnamed = 0, False
    if told_of := _TOLD_OF.match(text, start, limit):
        start = told_of.end()
    while True:
        end = list_end(text, start, limit)
        items = list(split_list(text, start, end))
        some, _ = counted_at(text, start, limit)
        if some := some or list(shared(text, start, end)):
            found += some
            items = []
        numbered, reach = series(text, items)
        if numbered:
            found += numbered
            items = [item for item in items if item[0] >= reach]
        first_unnamed = first_unnamed or bool(
            items and not found and generic(text[slice(*items[0])])
        )
        stop = text[end : end + 1] if end < limit else ""
        purposeful = bool(stop) and stop not in "。;!?\n,:”)"
        known = any(trim(text, a, b) for a, b in items[:_FIRST])
        told = (purposeful and not looked) or (known and len(items) > 1)
        told = told or (sure and stop in ",。;" and _only_names(text, items))
        told = told or pattern("kinds").search(text, start, end) is not None
        told = told or (sure and _REACHED.search(text, start - 4, start) is not None)
        for number, (a, b) in enumerate(items):
            if number >= _FIRST and not found and not unnamed:
                break  # a list of other things
            if b - a <= 4 and (own := _in_short(text[a:b], scope, alone=len(items) == 1)):
                found.append(Named(a, b, own))
                continue
            span = trim(text, a, b, sure=sure and told)
            if span is None and looked and (head := _own_or_unit(text, a, b, scope)):
                found.append(head)
            elif span is None:
                unnamed += generic(text[a:b])
            elif looked and not walked and _PLAN.search(text, *span):
                continue  # 调研某项目: what is looked into, not walked to
            elif not (looked and purposeful and units_named(text[slice(*span)])):
                found.append(named(text, span))
            elif text[slice(*span)] in (own_place(scope), unit_at(text, span[0])):
                found.append(named(text, span, 0.8))
        if not (stop == "," and known and _goes_on(text, end + 1, limit)):
            break
        start = end + 1
    if unnamed >= 2 and unnamed >= len(found) and first_unnamed:
        # among unnamed rooms (教学楼、医务室、实训基地) the named ones are rooms too
        found = [place for place in found if longest_name(place.name)]
    return [place for place in found if not pattern("idea").match(text, place.end)]


def _only_names(text: str, items: list[tuple[int, int]]) -> bool:
    """Two names or more and nothing else, whoever knows them: 赴石庄、永丰。"""
    return len(items) > 1 and all(
        _NAME.fullmatch(text, a, b) and not generic(text[a:b]) for a, b in items
    )


def _own_or_unit(text: str, start: int, end: int, scope: Scope) -> Named | None:
    """The place that work was looked at in: 某县扶贫工作, and the own one also in short."""
    if scope.units and not scope.body:
        own = scope.units[-1]
        for name in (own.name, own.short):
            if text.startswith(name, start, end - 1):
                return named(text, (start, start + len(name)), 0.8)
    head = worked_in(text, start, end)
    return named(text, (start, head), 0.8) if head else None


def _goes_on(text: str, start: int, limit: int) -> bool:
    """走访某县某乡,某县某村: the list goes on where the next clause is nothing but places."""
    end = list_end(text, start, limit)
    if end <= start + 2 or text[end : end + 1] not in (",", "。", ""):
        return False
    pieces = list(split_list(text, start, end))
    first = text[slice(*pieces[0])] if pieces else ""
    return bool(longest_name(first) or generic(first)) and all(
        trim(text, a, b) == (a, b) or longest_name(text, a) or generic(text[a:b]) for a, b in pieces
    )


def visited(text: str, frame: Frame, scope: Scope) -> list[Named]:
    """The places walked to; those where only work was looked at count where there is no other."""
    found = list(_visited(text, frame, scope))
    sure = [place for place in found if place.confidence == 1.0]
    return sure or found


def _visited(text: str, frame: Frame, scope: Scope) -> Iterator[Named]:
    """Places after 来到, 前往, 深入, 到, 来, 赴, and the objects of 视察, 参观, 查看."""
    going = list(pattern("going").finditer(text, frame.start, frame.end))
    come = list(pattern("come").finditer(text, frame.start, frame.end))
    begins = sorted({m.start() for m in come} | {m.start() for m in going if m[0] in _walking()})

    def limit(end: int) -> int:
        # one walk's list does not reach over the next one: 到甲镇,又到乙镇
        index = bisect_left(begins, end)
        return begins[index] if index < len(begins) else frame.end

    for match in going:
        gathered = match[0].endswith("聚")
        sure = not gathered and match[0] not in words()["taken"]
        for place in _listed(text, match.end(), limit(match.end()), scope, sure):
            if not gathered or units_named(place.name):
                yield place
    for match in come:
        before = max(frame.start, match.start() - 24)
        if match[0] == "到" and _FROM.search(text, before, match.start()):
            continue  # 从总装车间到电池车间
        sure = match[0] in ("到", "赴", "抵")
        yield from _listed(text, match.end(), limit(match.end()), scope, sure)
    for match in _COME_TO_TOWN.finditer(text, frame.start, frame.end):
        yield from _listed(text, match.end(), limit(match.end()), scope, sure=False)
    if frame.type in ("inspection", "visit"):
        yield from _looked_into(text, frame, scope)
    walk = frame.type in WALKS
    for match in pattern("looking" if walk else "stroll").finditer(text, frame.start, frame.end):
        walked = pattern("walked").fullmatch(match[0]) is not None
        end = limit(match.end())
        yield from _listed(
            text, match.end(), end, scope, walked, True, _SEEN.search(match[0]) is not None
        )
    if walk or frame.type in ("project", "award"):
        for match in _CHECKED.finditer(text, frame.start, frame.end):
            yield from _listed(text, match.start(1), match.end(1), scope, sure=False)


def _looked_into(text: str, frame: Frame, scope: Scope) -> Iterator[Named]:
    """对我市进行检查评比, 某县接受省考核: a place that is looked into as a whole."""
    for match in _INTO.finditer(text, frame.start, frame.end):
        words_ = match["own"] or match["unit"]
        name = resolve_place(words_, scope) if match["own"] else unit_at(words_)
        if name and (match["own"] or name == words_):
            group = "own" if match["own"] else "unit"
            yield Named(*match.span(group), name, confidence=0.9)


_INTO = re.compile(
    r"对(?:(?P<own>[我本][省市县区州旗盟镇乡校院厂])|(?P<unit>[\u4e00-\u9fff]{2,12}?[省市县区州旗盟]))"
    r"(?:的?[^,。;]{0,24})?(?:进行|开展|作|实施)(?=[^,。;]{0,24}(?:查|验收|考核|评|督导|调研|视察|审计|检阅|考察|指导|访))"
)


@lru_cache(maxsize=1)
def _walking() -> frozenset[str]:
    return frozenset(w for w in words()["going"] if w not in words()["taken"] and "(" not in w)


def own_words(text: str, frame: Frame, scope: Scope) -> Iterator[Named]:
    """来我市, 到区, 在兰, 赴蓉."""
    for match in pattern("own").finditer(text, frame.start, frame.end):
        if match.start() and text[match.start() - 1] in _PART_OF_ANOTHER:
            continue
        here = match[0][1:].removeprefix("了")
        if here == "新" and text.startswith(_NEW, match.end()):
            continue  # 在新建成的某殿
        name = resolve_place(here, scope)
        if name and name == scope.body and here in _FIRM:
            name = here  # 莅临公司 is left so
        if name and (
            text[match.end() : match.end() + 1] not in ",。;、" or _sure(here, name, scope)
        ):
            yield Named(match.end() - len(here), match.end(), name)


def _sure(here: str, name: str, scope: Scope) -> bool:
    """Whether the one character of a place tells of it where nothing follows: 来蓉,参加."""
    if (
        len(here) > 1
        or here in "省市区县州盟旗校院厂矿局所行"
        or here in words()["sure_characters"][0]
    ):
        return True
    own = any(unit.short == name for unit in scope.units)
    return own and here not in words()["other_words"][0]
