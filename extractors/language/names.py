"""Where a person's name begins and ends: a surname, given characters, and what may follow them.

Chinese writes no spaces, so the end of a name is a choice between lengths: 谢海荣获 is 谢海 + 荣获.
Each candidate is weighed by how its characters are used in given names (log odds learnt from
names that are sure, see `benchmarks/train_names.py`), by what stands right after it, and by
whether it would cut a word in two. The weights are plain sums of log odds, so a threshold means
the same in every context.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extractors.language.gazetteer import foreign_places, longest_name
from extractors.language.opinions import ended
from extractors.lexicon import columns, rows, table, words

CLOSING = frozenset("、,。;:!?()《》“”‘’\n …—-·/")
"""Characters after which no word goes on."""

_BEFORE_POST = frozenset("任兼为当代原副")
_DOUBLED = frozenset("陈林范罗郑叶梁黄李张王刘何曾周吴徐")
_DOUBLING = frozenset("冯郑徐范罗叶梁黄李刘何曾周吴张王陈林麦邓谢郭胡")
"""Surnames of a husband before those of a wife's own: 陈冯富珍, 范徐丽泰."""
_WHERE = frozenset("在到赴抵自从")
_PREPOSITIONS = frozenset("向就对为在与和以于被由从将及同并")
_TOWARDS = frozenset("向就对将被")
_COMPANY = "一行"
DATE = re.compile(
    r"部(?=\d|[一二三四五六七八九十百数]|[,。等、]|围攻|袭击|攻|被|投诚|起义|流窜|窜)|\d{1,2}[月日]|第[一二三四五六七八九十\d]{1,3}届|[两一二三四五六七八九十\d]{1,3}余?(?:人|名|位)"
)
ASIDE = re.compile(
    r"受[^,。;]{1,14}?(?:委托|委派|指派|邀请)|"
    r"因[^,。;]{1,16}?(?:辞|不再|调任|调离|退休|离休|去世|逝世|病逝|被|罪|免|撤|自杀|牺牲|身亡|受)|"
    r"[作做][^,。;]{2,40}?(?:报告|讲话|发言|说明)|"
    r"[作做][^,。;]{2,10}?(?:动员|部署|总结|辅导|讲座|汇报|点评|批示|指示|介绍|演讲|宣讲|推介|交流|解读|反馈|表态)"
)
"""What tells why or how somebody does what follows his name, and ends the name."""
_TAKEN_FROM = ("免去", "撤销", "罢免", "撤去", "免除", "解除", "辞去", "免", "免去了", "撤销了")
_POST_TAKEN = re.compile(
    r"(?<!的)的?(?=[县市省区乡镇州盟旗社厂校厅局原党副所该公本兼团村][^,。;、的]{1,24}(?:职务|一职|职(?=[,。;\n]|$))|"
    r"(?:所任|所兼|担任|兼任)?的?(?:党内外|一切|原任|原)[^,。;、]{0,12}职务)"
)
"""The post that is taken from somebody right behind the name: 免去甲县水利局局长职务."""
_OF_A_PLACE = frozenset("线路桥站港区县镇乡村段厂关")
_JOINING = frozenset("和与及")
_JOINING_ALL = frozenset("和与同")
_FINITE = frozenset(
    (
        "陪同",
        "出席",
        "主持",
        "主持召开",
        "致辞",
        "致词",
        "讲话",
        "带队",
        "率队",
        "到会",
        "陪同调研",
        "一同",
    )
)
"""What no preposition stands before: 闵大为 + 陪同."""
_OF_DISTRICTS = frozenset("联委协局办会院所站校馆社团")
"""What ends short names of a district's bodies, so that 区 there is no surname: 区侨联, 区文联."""
_NEVER_LAST = frozenset("市县镇乡省籍届们者")
"""What ends names of places and groups, and no given name."""
_HOLDS = frozenset(("召开", "举行", "举办", "开展", "启动", "开幕", "闭幕", "参加", "出席", "组织"))
"""What is done with meetings: 少年宫召开, no 宫 by name."""
_OF_OFFICES = frozenset("处办局科室部院厂所站馆委队组司厅社区中会")
"""What ends names of bodies where a post follows: 保卫处 + 处长, 区府办 + 主任."""
"""What joins two who are named with their posts: 会长项南和主席何载."""
_CLAUSE_ENDS = frozenset(",。;")
_ITEM_ENDS = frozenset("、等")
"""What follows an item of a list of names: three characters before it are likely one more."""
_TAKING_VERBS = frozenset("任为兼当")
_NOT_BEFORE_TAKING = frozenset("时原现曾前历先后新主责信胜担出连改升继接调转兼拟专常委")
"""What makes another word of 任: 时任, 继任, 主任."""
_TAKING = re.compile(r"[任为兼当][^、,。;:!?\n]{1,45}")
CJK = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff〇]")


class Name(NamedTuple):
    """A name where it stands: clean offsets (half-open), its clean form, its weight."""

    start: int
    end: int
    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known about names, ready for look-up; ``openings`` are the characters that can begin
    one."""

    single: dict[str, int]
    compound: frozenset[str]
    openings: frozenset[str]
    given: dict[str, tuple[float, float, float]]
    ordinary: dict[str, float]
    after: dict[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """Surnames, given-name odds, ordinary words and words that follow names."""
    single: dict[str, int] = {}
    compound = set()
    for row in columns("surnames"):
        if len(row[0]) == 1:
            single[row[0]] = 3 if "w" in "".join(row[2:]) else int(row[1][0])
        else:
            compound.add(row[0])
    given = {
        row["char"]: (float(row["first"]), float(row["second"]), float(row["single"]))
        for row in rows("given_names")
    }
    after: dict[str, list[str]] = {}
    for word in words("verbs_after_names"):
        after.setdefault(word[0], []).append(word)
    return Lexicon(
        single,
        frozenset(compound),
        frozenset(single) | {surname[0] for surname in compound},
        given,
        {row[0]: 2.0 if "?" in row[1:] else 5.0 for row in columns("not_names")},
        {k: tuple(sorted(v, key=len, reverse=True)) for k, v in after.items()},
    )


@cache
def honorifics() -> tuple[str, ...]:
    """Words behind a name that are no part of it: 同志, 先生, 烈士."""
    return tuple(
        sorted(
            (r[0] for r in columns("honorifics") if r[1] == "after" and len(r[0]) > 1),
            key=len,
            reverse=True,
        )
    )


@cache
def _unlike(key: str) -> frozenset[str]:
    """Characters of chains.toml that are seldom a surname, or never."""
    return frozenset(table("chains")["names"][key])


@cache
def _works() -> tuple[str, ...]:
    return tuple(table("chains")["names"]["works"])


def follower(text: str, at: int) -> str:
    """The longest word at ``at`` that may follow a name, or the empty string."""
    if at >= len(text):
        return ""
    for word in lexicon().after.get(text[at], ()):
        if text.startswith(word, at):
            return word
    return ""


def _right(text: str, end: int, titles: Container[int]) -> float:
    """Log odds that a name ends at ``end``, from what stands there and what it would cut."""
    if end >= len(text) or text[end] in CLOSING:
        return 3.0
    word = follower(text, end)
    if text.startswith(_COMPANY, end) or text.startswith(honorifics(), end):
        return 4.0
    if end in titles:
        # 任 or 为 before a post is the verb, not a part of the name: 夏斌 + 任院长.
        held = text[end - 1] in _BEFORE_POST or ASIDE.match(text, end - 1)
        # 佟立 + 新任董事长 is written of nobody: 新 is the name's and 任 the verb.
        return -2.5 if held else 0.0 if text.startswith("新任", end) else 2.0
    somewhere = word in _WHERE and bool(longest_name(text, end + 1))
    if ASIDE.match(text, end):
        return 3.0
    takes = takes_post(text, end, titles)
    if takes and text[end] == "任" and text[end - 1] not in _NOT_BEFORE_TAKING - {"新"}:
        return 4.0
    strong = len(word) >= 2 or somewhere or takes
    if strong or DATE.match(text, end):
        odds = 2.5
    elif word:
        odds = 2.0 if word == "等" else 1.0
    else:
        odds = 0.0 if not CJK.match(text[end]) else -2.5
    if takes_post(text, end - 1, titles) or ASIDE.match(text, end - 1):
        return odds - 5.0
    if text[end] in _JOINING_ALL and _joins_nothing(text, end + 1, titles):
        odds -= 4.0  # 包纯和 + 到会: what joins stands between two, so it is the name's
    if len(follower(text, end - 1)) >= 2:
        # 谢海荣 + 获 would cut 荣获; where a whole word follows all the same, that is weaker.
        odds -= 1.0 if len(word) >= 2 or somewhere else 3.5
    towards = text[end - 1] in _TOWARDS and CJK.match(text[end])
    joins = (text[end - 1] in _JOINING_ALL and len(word) >= 2) or word in _FINITE
    if towards or (strong and text[end - 1] in _PREPOSITIONS and not joins):
        odds -= 4.0 if towards else 3.0
    return odds


def _joins_nothing(text: str, at: int, titles: Container[int]) -> bool:
    """Whether at ``at`` no second one begins whom 和 could join: a mark, or what people do."""
    if at >= len(text) or text[at] in CLOSING:
        return True
    word = follower(text, at)
    return at not in titles and (len(word) >= 2 or (bool(word) and word not in lexicon().openings))


def post_near(text: str, at: int, titles: Container[int]) -> bool:
    """Whether a post with its body stands from ``at`` on: 和甲会主席."""
    if follower(text, at):
        return False
    for i in range(at, min(at + 16, len(text))):
        if text[i] in CLOSING:
            return False
        if i in titles:
            return True
    return False


def takes_post(text: str, at: int, titles: Container[int]) -> bool:
    """Whether a verb of holding a post stands at ``at`` and a post after it: 任工程局局长."""
    if text[at : at + 1] not in _TAKING_VERBS:
        return False
    match = _TAKING.match(text, at)
    return match is not None and any(i in titles for i in range(at + 1, match.end()))


def best(
    text: str,
    at: int,
    known: Container[str] = (),
    titles: Container[int] = (),
    after_post: bool = False,
    listed: bool = False,
    until: int = 0,
) -> Name | None:
    """The likeliest Chinese name that begins at ``at`` (a clean offset), or None.

    Where ``until`` is given, the name must end there.

    ``known`` are names that are sure elsewhere in the document, ``titles`` the offsets where posts
    begin (a name may stand right before one). Right after a post a rare character may be a surname
    too (``after_post``); among other names (``listed``) an ordinary word is less likely. The
    weight is the sum of the log odds, above 0 where a name is likelier than not.
    """
    lex = lexicon()
    two = text[at : at + 2]
    if two in lex.compound and len(text) > at + 2:
        surname, prior = two, 1.0
    elif text[at : at + 1] in lex.single:
        surname = text[at]
        prior = {1: 0.5, 2: 0.0, 3: -1.5}[lex.single[surname]]
    elif (
        (after_post or (listed and text[at + 3 : at + 4] in _ITEM_ENDS))
        and CJK.match(text, at)
        and not follower(text, at)
    ):
        return _unheard(lex, text, at, titles)
    else:
        return None
    options: list[Name] = []
    first = at + len(surname)
    loses = text.endswith(_TAKEN_FROM, 0, at)
    twofold = after_post and two[1:] in _DOUBLING and two[:1] in _DOUBLED
    for length in (1, 2, 3) if twofold else (1, 2):
        end = first + length
        char = text[end - 1 : end]
        if char not in lex.given and not CJK.match(char):
            break
        if until and end != until:
            continue
        given = text[first + (length == 3) : end]  # 陈冯 + 富珍
        name = text[at:end]
        weight = prior + _right(text, end, titles) + _given(lex, given)
        if loses and _POST_TAKEN.match(text, end):
            weight += 5.0
        if given in _HOLDS:
            weight -= 6.0
        if char in _NEVER_LAST or (end in titles and char in _OF_OFFICES):
            weight -= 6.0
        if "某" in given or (surname == "区" and char in _OF_DISTRICTS):
            weight -= 9.0  # 黎某 is nobody's name, 区侨联 a body's
        if text.startswith(_works(), end):
            weight -= 6.0
        if name in known:
            weight += 6.0
        else:
            weight -= _ordinary(lex, text, at, name, listed)
            if first in titles:  # 和嘉宾, 与代表: a conjunction before a group
                weight -= 5.0
            if surname in _PREPOSITIONS or surname in _unlike("modal"):
                weight -= 9.0 if surname == "由" and text[first] in lex.single else 3.0
            comes = end - first == 1 and text[end : end + 1] in _CLAUSE_ENDS
            comes = comes or (surname == "来" and end - first == 1)  # 来宜访问
            if surname in _unlike("moving") and (comes or longest_name(text, first)):
                weight -= 9.0  # 来庆元考察: somebody comes to a place
            if after_post and text[end : end + 1] in _JOINING and post_near(text, end + 1, titles):
                weight += 1.5
            if listed and text[end : end + 1] in _ITEM_ENDS:
                weight += 1.5 if end - at == 3 else 1.0
        options.append(Name(at, end, name, weight))
    return ended(text, options)


def _unheard(lex: Lexicon, text: str, at: int, titles: Container[int]) -> Name | None:
    """Three characters after a post that end like a name: a surname that the lexicon lacks."""
    name = text[at : at + 3]
    if (
        len(name) < 3
        or not all(CJK.match(c) for c in name)
        or (name[:2] in lex.ordinary or name[0] in _unlike("never"))
    ):
        return None
    if at + 3 in titles and name[2] in _OF_OFFICES:
        return None
    right, given = _right(text, at + 3, titles), _given(lex, name[1:])
    if right < 2.0 or given < 0.5 or longest_name(text, at):
        return None
    return Name(at, at + 3, name, right + given - 5.0)


def _ordinary(lex: Lexicon, text: str, at: int, name: str, listed: bool = False) -> float:
    """How much speaks for an ordinary word or a place where the name would be; among other names
    (``listed``) a word does so less."""
    ordinary = lex.ordinary
    word = 0.0
    for size in range(2, len(name) + 1):
        word = max(word, ordinary.get(name[:size], 0.0))
    if word:
        return word * 0.4 if listed else word
    place = longest_name(text, at)
    if len(place) == 2 and len(name) == 3 and name[2] in _OF_A_PLACE:
        return 5.0  # 昌平线, 黄石港
    if len(place) == len(name) and _among_places(text, at, at + len(name)):
        return 5.0
    if (
        name in foreign_places()
        or name[:2] in foreign_places()
        or len(place) >= 3
        or (len(place) == len(name) and place[-1] in "省市区县旗州盟")
    ):
        return 5.0
    return 0.0


def _among_places(text: str, start: int, end: int) -> bool:
    """Whether the items of a list before and after are names of places: 雷山、黄平、施秉."""
    after = text.startswith("、", end) and len(longest_name(text, end + 1)) >= 2
    return (
        after
        and text.endswith("、", 0, start)
        and any(
            longest_name(text, start - 1 - n) == text[start - 1 - n : start - 1] for n in (2, 3)
        )
    )


def _given(lex: Lexicon, given: str) -> float:
    """Log odds of the given characters; unknown ones are rare in names as elsewhere."""
    nothing = (-0.5, -0.5, -0.5)
    if len(given) == 1:
        return lex.given.get(given, nothing)[2] - 0.9
    return lex.given.get(given[0], nothing)[0] + lex.given.get(given[1], nothing)[1] + 0.6
