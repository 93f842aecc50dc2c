"""Bodies that share a part of their names: 甲、乙2个税务分局, 县第一、二中学, 文教、政法党组.

As many names are taken as are counted. Where nothing is counted, numbers share what stands around
them, and other names what a body's name ends in, if no name of a body stands in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractors.language.acting import capacity as part_of
from extractors.language.acting import data
from extractors.language.body_names import Body, begins_at
from extractors.language.document import Named
from extractors.language.gazetteer import longest_name
from extractors.lexicon.alternation import any_word
from extractors.lexicon.suffixes import Suffixes, suffixes

_NUMERALS = "一二三四五六七八九十"
_LEVELS_OF_NAMES = ("大队", "公社", "街道", "社区", "乡", "镇", "村")
"""Levels that a name without one takes from what is counted: 甲、乙两个大队文化室."""
_HEADED = re.compile(r"[\u4e00-\u9fff]{2,20}?(?=[、,和与及等0-9两二三四五六七八九十]|$)")
_BETWEEN_ITEMS = re.compile(r"(?:、|,|和|与|及|,?以及)?")
_AND = re.compile(r"(?:、|和|与|及)?")
_BEFORE_ITEM = re.compile(
    r"以及|[的了由在将把对]|(?<![建开增创附分新改铺架陈敷假重摆常特公私另并添筹装])设(?![有立置计备施])|成立|设立|组建|建立|撤销|撤消|恢复|合并为?|(?<=[\u4e00-\u9fff])(?<![合归])并[为成]|合成|建成|分成|划成|改为|分为|划为|增设|下设|新建|批准|同意|全[市县省区]|[年月日]"
)
_ITEM_BEFORE = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,14}?)(?:、|和|与|及)$")
_LEVEL = re.compile(r"^(?:自治区|自治州|自治县|[省市县区州盟旗镇乡])")
_COUNTED = re.compile(r"^第?[0-9一二三四五六七八九十]+$|[0-9两二三四五六七八九十个]$")
_SECTIONS = re.compile(
    r"(?:下设|内设|增设|分设|设有|设)(?:有|了)?(?P<items>[\u4e00-\u9fff]{2,6}(?<![科股组部室处局])(?:、[\u4e00-\u9fff]{2,6}(?<![科股组部室处局]))+?)"
    r"等(?P<head>[科股组部室处局系])(?![\u4e00-\u9fff]{0,2}(?:长|主任))"
)
_TWO_NUMBERS = re.compile(
    "[0-9一二三四五六七八九十](?:以及|[、和与及至到])第?[0-9一二三四五六七八九十]"
)
_WITH_OTHERS = r"县\((?:市|市、区|区)\)|市\([县区]\)"
_OF_LEVEL = rf"(?:{_WITH_OTHERS}|县市|市县|县区|乡镇|[市县区州乡镇])"
"""What may stand between a number and what is counted: 4县(市)[水利局]."""
_OF_UNITS = "省市县区乡镇"
_NAMELIKE = 5
"""The longest name that shares a head without being counted (characters)."""


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """What several that are counted share: 7个[国税分局], 8个省辖市[水利局]."""
    heads = data()["shared"]
    return re.compile(
        r"(?<![第十百零0-9])(?P<etc>等)?(?P<count>[0-9]{1,2}|[两二三四五六七八九十])"
        rf"(?:(?P<measured>[个家所座支])|(?={_uncounted()}))"
        r"(?:省辖|省直辖|直辖|地级|县级|区属|县属|市属)?"
        rf"(?P<level>{_WITH_OTHERS}|[市县区州乡镇村](?!公所|政府)|乡镇|市县|县区|市区|县市|街道|社区|大队(?=\w)|公社(?=\w))?"
        r"(?P<head>(?:(?!负责|代表|领导|有关|相关|单位|的)[\u4e00-\u9fff]){0,7}?"
        rf"{any_word((*heads['tails'], *heads['heads'], *heads['uncounted']))})"
        r"(?![\u4e00-\u9fff]{0,2}(?:长|主任|书记|负责|的|常委)|[会员])"
    )


@lru_cache(maxsize=1)
def _count() -> re.Pattern[str]:
    """A number with what it counts, without which nothing is counted; quick to look for."""
    return re.compile(rf"[0-9两二三四五六七八九十](?:[个家所座支]|{_uncounted()})")


def _uncounted() -> str:
    """What needs no measure word behind its number (a regex): 两[党组], 4县(市)[水利局]."""
    heads = data()["shared"]
    return rf"(?:{any_word(heads['uncounted'])}|{_OF_LEVEL}{any_word(heads['tails'])})"


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    """Numbers that share what stands around them: 县[第一、二]中学, 第一至第三区公所."""
    heads = data()["shared"]
    number = r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
    return re.compile(
        rf"(?P<first>第?{number})(?P<more>(?:(?:、|和|与|及|以及|至|到)第?{number})+)"
        rf"(?P<head>(?!次|届|批|期|名|位|个|年|月|日|号令|条|章|季|线|等|者|类)[\u4e00-\u9fff]{{0,8}}?"
        rf"{any_word((*heads['heads'], *heads['uncounted'], *heads['numbered']))})"
        r"(?![\u4e00-\u9fff]{0,2}(?:长(?!沙|春|治)|主任|书记))"
    )


@lru_cache(maxsize=1)
def _heads() -> tuple[Suffixes, tuple[str, ...]]:
    """What names may share that are not counted, and the same from the longest."""
    words = tuple(sorted(data()["shared"]["listed"], key=len, reverse=True))
    return suffixes(words), words


def distributed(text: str, start: int, names: Sequence[Body]) -> Iterator[Named]:
    """Bodies that are counted and share the end of their names: 甲、乙2个税务分局 are two.

    As many names are taken as are counted; behind 等 as many as stand in one list.
    """
    if _count().search(text, start) is None:
        return
    ends = {body.end for body in names}
    for match in _counted().finditer(text, start):
        head, level = match["head"], match["level"] or ""
        first = max(text.rfind(mark, start, match.start()) for mark in "。;!?\n:《》“”()")
        items = list(_HEADED.finditer(text, max(first + 1, start), match.start()))
        count = _number(match["count"])
        if not match["etc"] and not 2 <= count <= len(items):
            continue
        items = _run(
            text,
            items,
            match.start(),
            _BETWEEN_ITEMS if match["measured"] and not match["etc"] else _AND,
        )
        if len(items) < 2 or (not match["etc"] and len(items) < count):
            continue
        items = items if match["etc"] else items[-count:]
        if 2 * sum(item.end() in ends for item in items) > len(items):
            continue  # 甲局、乙委等5个部门 are bodies themselves
        begin = _past_lead(text, items[0])
        says = part_of(text, Body(begin, match.end(), "other"))
        says = says or part_of(text, Body(items[0].start(), match.end(), "other"))
        if not says:
            continue
        takes = level in _LEVELS_OF_NAMES or (len(level) == 1 and not match["measured"])
        own = level if takes and not items[-1][0].endswith(level) else ""
        for item in items:
            at = begin if item is items[0] else item.start()
            name = text[at : item.end()]
            whole = len(head) == 1 and name.endswith(head)  # 人事处、财务处两处
            yield Named(at, match.end(), _plain(name if whole else name + own + head), says, 0.8)


def sections(text: str, start: int) -> Iterator[Named]:
    """The sections that a body is given, which share what they are: 下设[秘书、业务等]科."""
    for match in _SECTIONS.finditer(text, start):
        for item in re.finditer("[^、]+", match["items"]):
            at = match.start("items") + item.start()
            yield Named(at, match.end(), item[0] + match["head"], "founded", 0.7)


def numbered(text: str, start: int) -> Iterator[Named]:
    """Bodies that are told apart by numbers in one name: 县第一、第二中学 are two."""
    if _TWO_NUMBERS.search(text, start) is None:
        return
    for match in _numbered().finditer(text, start):
        begin = begins_at(text, match.start(), match.end(), match["head"])
        prefix = text[begin : match.start()]
        if begin > match.start() or not (prefix or match["first"].startswith("第")):
            continue
        says = part_of(text, Body(begin, match.end(), "school"))
        if not says or says == "sign":
            continue
        ordinal = "第" if match["first"].startswith("第") else ""
        for number in _numbers(match["first"] + match["more"]):
            yield Named(begin, match.end(), _plain(prefix + ordinal + number + match["head"]), says)


def listed(
    text: str, names: Sequence[Body], acting: dict[int, str], taken: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """Names before a body that takes part which share its end: 文教、[政法党组] are two."""
    ends, heads = _heads()
    for index, body in enumerate(names):
        if text[body.start - 1 : body.start] not in ("、", "和", "与", "及") or not ends.end(
            text, body.start, body.end
        ):
            continue
        head = next(h for h in heads if text.endswith(h, body.start, body.end))
        stem = text[body.start : body.end - len(head)]
        if not 1 <= len(stem) <= _NAMELIKE or _LEVEL.match(stem) or _COUNTED.search(stem):
            continue
        floor = max(names[index - 1].end if index else 0, body.start - 60)
        items = list(_before(text, body.start, floor, head, taken))
        if not items:
            continue
        says = acting.get(index) or part_of(text, Body(items[-1][0], body.end, body.kind))
        if not says:
            continue
        yield Named(body.start, body.end, _plain(text[body.start : body.end]), says)
        for begin, name in items:
            whole = name[-1] in _OF_UNITS and head[0] in _OF_UNITS  # 甲镇、乙[乡党委]
            yield Named(begin, body.end, _plain(name + head[whole:]), says, 0.7)


def _before(
    text: str, at: int, floor: int, head: str, taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, str]]:
    """The names in a list before ``at`` that are whole with ``head``, the last one first."""
    while item := _ITEM_BEFORE.search(text, max(floor, at - 17), at):
        begin = begins_at(text, item.end(1), item.end(1), head)
        name = text[begin : item.end(1)]
        place = longest_name(name, full_only=True) or (
            name[:1] if len(name) > 2 and _LEVEL.match(name) else ""
        )
        if (
            not _stands_alone(name, head, len(place))
            or len(name) - len(place) > _NAMELIKE
            or any(a < item.end(1) and begin < b for a, b in taken)
        ):
            return
        yield begin, name
        at = begin


def _stands_alone(name: str, head: str, of_place: int) -> bool:
    """Whether a name is whole with the head that it shares, and none without it."""
    shared = data()["shared"]
    own = name[of_place:]
    if len(own) < 2 or own in data()["generic"]["whole"] or own.startswith(tuple("各全原我本该")):
        return False
    if head in shared["of_places"]:
        return own not in data()["sectors"]["words"]
    return own in shared["fields"] or own in data()["sectors"]["words"]


def _run(
    text: str, items: Sequence[re.Match[str]], end: int, between: re.Pattern[str]
) -> list[re.Match[str]]:
    """The items of a list that stands right before ``end``, no text between them but marks."""
    run: list[re.Match[str]] = []
    for item in reversed(items):
        if (run and item.end() == end) or not between.fullmatch(text, item.end(), end):
            break
        run.insert(0, item)
        end = item.start()
    return run


def _past_lead(text: str, item: re.Match[str]) -> int:
    """Where the first name of a list begins: behind 设立的, 由 and a time."""
    return max(
        (m.end() for m in _BEFORE_ITEM.finditer(text, item.start(), item.end() - 1)),
        default=item.start(),
    )


def _numbers(words: str) -> list[str]:
    """The numbers of a list as they are written, those between two of a range as well."""
    found: list[str] = []
    for part in re.finditer(r"(至|到)?第?([0-9]+|[一二三四五六七八九十]+)", words):
        low, high = _number(found[-1]) if found else 0, _number(part[2])
        if part[1] and 0 < low < high <= len(_NUMERALS):
            digits = part[2].isascii()
            found += [str(n) if digits else _NUMERALS[n - 1] for n in range(low + 1, high)]
        found.append(part[2])
    return found


def _number(digits: str) -> int:
    return int(digits) if digits.isascii() else _NUMERALS.find(digits.replace("两", "二")) + 1


def _plain(name: str) -> str:
    return name.replace(" ", "").replace("\n", "")
