"""Whether a body takes part in what is told, and as what, from the words around its name.

The rules are data (`acting.toml`): the first whose patterns fit decides; where none does, a verb of
acting right after the name (adverbs may stand between) does. Committees, governments and their
departments that open a clause take part whatever they do there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from extractors.language.body_names import Body, names
from extractors.lexicon import table

CLAUSE_MARKS = ",。;!?\n:(—】"
"""Characters that end a clause."""

_ADVERB = re.compile(
    r"(?:\([^()]{1,20}\))?(?:一行)?(?:[0-9]+(?:余|多)?[人名](?:队员|医护人员|干部|党员|民警|官兵|师生|职工|指战员|战士|民兵|消防员|消防官兵|人员|学生|教师|医生|工人)?)?(?:等[^,。;、]{0,8}?(?=共同|联合|分别|应邀|参展|参演|参赛|到场|到会|前来))?(?:共同|应邀|联合|分别|正式|先后|首次|主动|积极|成功|隆重|还|也|再次|将|相继|一起|"
    r"在[^,。;、]{1,20}?(?=召开|举行|举办|签|成立|揭)|[与和同][^,。;]{2,30}?(?=签|举行|联合|共同|召开|座谈|开展|达成|举办)|"
    r"同时|随即|当即|立即|随后|连夜|紧急|迅速|及时|火速|第一时间|全力|冒雨|星夜|当夜|当晚|次日|集体|全体|一致|同日|即|\d+日(?:上午|下午|晚)?|今天|上午|下午|又|已|已经|曾|组织)*"
)
_TIME = (
    r"(?:[^,。;]{0,14}[年月日旬春夏秋冬初底末](?:上午|下午|晚上?|凌晨|早[上晨]?|中午|傍晚|前后)?)?"
    r"(?:[0-9一二三四五六七八九十]+[时点](?:[0-9]+分)?许?)?"
)
_OPENING = re.compile(
    rf"^[\s△☆●▲■◆○★·]*(?:{_TIME}(?:[^,。;]{{0,6}}(?:上|中|后|前|时|间|现场|当天|近日|日前|随后|同时|目前|据了解))?|[^,。]{{0,16}}电|"
    r"(?:[^,。;]{0,14}[年月日])?\s*(?:凌晨|清晨|黎明|拂晓|早[上晨]|上午|下午|中午|傍晚|晚上?|入夜|深夜|翌[日晨]|次日|当[日晚夜天]|是[日夜晚])|"
    rf"[^,。;]{{0,10}}(?:第一|首|唯一一?)[个家所座支][^,。;]{{0,14}}|经|并|由|原|将原|由原|"
    r"[^,。;]{0,6}(?:参加|出席|列席|与会|到会|参会)[^,。;]{0,10}的(?:单位|部门|代表)?还?有|其中|同时|此外|另外|会上|会议期间|期间|(?:由|以)[^,。;]*(?:带队|率领|带领|组成|为组长|牵头|任组长)的)?\s*"
    r"(?:(?:集团|公司|总公司)?(?:全资|控股|下属|所属|参股|直属)*子公司|[我本]?[\u4e00-\u9fff]{0,2}(?:首批|首支|第[一二三四五六七八九十]+[批支]|又一批))?\s*$"
)
_NUMBERS_AHEAD = re.compile(
    r"^[\s△☆●▲■◆○★·【]*[0-9~、—–-]+\s+(?=[\u4e00-\u9fff]|$)|^\s*【|"
    r"^\s*[\u4e00-\u9fff]{1,8}[〔\[(【][0-9]{4}[〕\])】][0-9]+号\s*|^\s*据[^,。;\s]{2,16}?(?:消息|报道|讯|电)\s+"
)
"""What is left of a day that was damaged, the bracket of a headline, the number of a document and
who reported it."""
_ITEMS_BEFORE = re.compile(r"(?:(?!有)[^,。;、的]{2,24}(?:、|和|与|及|同))+$")
_EVENT = re.compile(
    r"^[^,。;]{0,40}(?:仪式|典礼|大会|会议|论坛|座谈会|研讨会|发布会|推进会|报告会|培训班|班|项目|活动|赛季|比赛|展览?|年会|运动会|晚会)?"
    r"(?:启动|开幕|闭幕|开班|召开|举行|通过|开工|竣工|建成|投产|落成|奠基|开业|结业|开学|开赛)"
)
_OBJECT = re.compile(
    r"[“了](?!$)|(?![于在并后时以和与大仪典庆暨的为至到之及起自即当])[\u4e00-\u9fff]{2}"
)
_DOCUMENT = re.compile(
    r"\s*\n\s*(?:关于[^。;]{4,80}(?:决定|决议|公告|通知|通告|命令|意见|名单)|\d{4}年\d+月\d+日\s*(?:\n|$))"
)
"""Behind the one that issues a document, at its head and at its foot."""
_NAMELY = re.compile(
    r"(?:成立|组建|设立|建立|合并为|合并成|划分?为|改为|分为|撤销|增设|组成)[^。;\n]{0,40}?"
    r"(?:即|分别是|分别为|名称为|依次为|它们是|[个家所]):$"
)
"""Before the names of what a sentence founds: 合并为5个公社,即:[甲公社]."""
_PARTNER = re.compile(r"(?:会同|与|和|同)$")
_SENTENCE_END = re.compile(r"[。;!?\n]")
_VERB_WITHIN = 14
"""How far behind the name a verb of acting may stand (characters)."""


Find = Callable[[str], re.Match[str] | None]
"""Looks for a pattern in a stretch."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of acting.toml, its patterns compiled; ``capacity`` None passes on to the verbs."""

    before: Find | None
    after: Find | None
    name: Find | None
    kinds: frozenset[str]
    opens: bool | None
    capacity: str | None


@lru_cache(maxsize=1)
def data() -> Any:
    """The content of acting.toml."""
    return table("acting")


@cache
def _rules(table_name: str) -> tuple[Rule, ...]:
    stand_for = {
        "MEETING": data()["meetings"]["pattern"].removeprefix("^"),
        "QUOTING": "|".join(data()["quoting"]["words"]),
    }

    def pattern(text: str | None, at_need: bool = False) -> Find | None:
        for word, meaning in stand_for.items():
            text = text.replace(word, f"(?:{meaning})") if text else text
        if not text:
            return None
        # most rules fail at the first that they ask: the others need not be compiled for that
        return (lambda stretch: _finder(text)(stretch)) if at_need else _finder(text)

    return tuple(
        Rule(
            pattern(rule.get("before")),
            pattern(rule.get("after"), "before" in rule),
            pattern(rule.get("name"), "before" in rule or "after" in rule),
            frozenset(rule.get("kinds", ())),
            rule.get("opens"),
            rule.get("capacity"),
        )
        for rule in data()[table_name]
    )


@cache
def _finder(regex: str) -> Find:
    found = re.compile(regex)
    # a search would try ^ at every place of the stretch
    return found.match if regex.startswith("^") and not _is_choice(regex) else found.search


def _is_choice(regex: str) -> bool:
    """Whether the regex is two or more that are parted by ``|`` outside all groups."""
    rest = re.sub(r"\\.|\[[^]]*\]", "", regex)
    while (outside := re.sub(r"\([^()]*\)", "", rest)) != rest:
        rest = outside
    return "|" in rest


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[tuple[str, str], ...]]:
    """Verbs of acting by their first character, the longest first, with the capacity."""
    return _by_first(("after",))


@lru_cache(maxsize=1)
def _verbs_right_after() -> dict[str, tuple[tuple[str, str], ...]]:
    """These and the verbs that count only right behind a name."""
    return _by_first(("after", "right_after"))


def _by_first(tables: tuple[str, ...]) -> dict[str, tuple[tuple[str, str], ...]]:
    by_first: dict[str, list[tuple[str, str]]] = {}
    for name in tables:
        for capacity, verbs in data()[name].items():
            for verb in verbs:
                by_first.setdefault(verb[0], []).append((verb, capacity))
    return {c: tuple(sorted(v, key=lambda pair: -len(pair[0]))) for c, v in by_first.items()}


@lru_cache(maxsize=1)
def _founding() -> frozenset[str]:
    """Verbs that can found something else: 县委成立办公室."""
    return frozenset(data()["founding"]["words"])


def capacity(text: str, body: Body) -> str:
    """What the body does, or the empty string where it is only spoken of."""
    start, end = body.start, body.end
    if text.startswith("”", end) and text.endswith("“", 0, start):
        start, end = start - 1, end + 1  # “某某总部”召开大会
    clause = max(text.rfind(mark, 0, start) for mark in CLAUSE_MARKS) + 1
    before = text[clause:start]
    after = _SENTENCE_END.split(text[end : end + 160], maxsplit=1)[0]
    name = text[body.start : body.end]
    opening = opens(before)
    if opening and _NAMELY.search(text, max(0, clause - 60), clause):
        return "founded"
    sort = (body.kind, opening, before == "")
    rule = _first_of(_rules_of("rules", *sort), before, after, name)
    if rule is not None and rule.capacity is not None:
        return rule.capacity
    if not before.strip() and _DOCUMENT.match(text, end):
        return "other"
    if not opening:
        return ""
    if says := _of_verbs(text, end, after):
        return says
    rule = _first_of(_rules_of("whatever_verb", *sort), before, after, name)
    return rule.capacity or "" if rule is not None else ""


def _first_of(rules: Iterable[Rule], before: str, after: str, name: str) -> Rule | None:
    """The first rule whose patterns fit."""
    for rule in rules:
        if (
            (rule.before is None or rule.before(before))
            and (rule.after is None or rule.after(after))
            and (rule.name is None or rule.name(name))
        ):
            return rule
    return None


@cache
def _rules_of(table_name: str, kind: str, opening: bool, first: bool) -> tuple[Rule, ...]:
    """The rules of a table for bodies of a kind, in their order, that open their clause or not; and
    that stand ``first`` in it, with nothing before them."""
    return tuple(
        rule
        for rule in _rules(table_name)
        if (not rule.kinds or kind in rule.kinds)
        and (rule.opens is None or opening == rule.opens)
        and (not first or rule.before is None or rule.before(""))
    )


def _of_verbs(text: str, end: int, after: str) -> str:
    """What the verbs behind a name that opens its clause say of it."""
    adverb = _ADVERB.match(text, end)
    for at in dict.fromkeys((adverb.end() if adverb else end, end)):
        for verb, says in _verbs_right_after().get(text[at : at + 1], ()):
            if text.startswith(verb, at):
                return _unless_it_founds(verb, says, text, at)
    told = after.split(",")[0]
    if _EVENT.search(told):
        return "host"
    for at in range(1, min(len(told), _VERB_WITHIN)):
        for verb, says in _verbs().get(told[at], ()):
            if len(verb) >= 2 and told.startswith(verb, at):
                return _unless_it_founds(verb, says, told, at)
    return ""


def _unless_it_founds(verb: str, says: str, text: str, at: int) -> str:
    """A body is founded where it is the subject of 成立, not where it founds another."""
    if says == "founded" and verb in _founding() and _OBJECT.match(text, at + len(verb)):
        return "other"
    return says


def opens(before: str) -> bool:
    """Whether nothing but a time, an adverb or bodies in a list stands before in the clause."""
    partner = _PARTNER.search(before)
    if partner:
        listed = names(before[: partner.start()])
        if listed and listed[-1].end == partner.start():
            return opens(before[: listed[-1].start])
    if numbers := _NUMBERS_AHEAD.match(before):
        before = before[numbers.end() :]
    if _OPENING.match(before):
        return True
    return before.endswith("、") and _OPENING.match(_ITEMS_BEFORE.sub("", before)) is not None


def quoted(before: str) -> bool:
    """Whether the clause before only speaks of what others said or decided."""
    return _quoting().search(before) is not None


@lru_cache(maxsize=1)
def _quoting() -> re.Pattern[str]:
    return re.compile("|".join(data()["quoting"]["words"]))
