"""Where in a text a name may begin, and how much speaks for it there before it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from extractors.language.body_names import names as names_of_bodies
from extractors.language.document import Memory
from extractors.language.foreign_names import begins_with_parts
from extractors.language.names import CLOSING, lexicon
from extractors.language.scope import Scope
from extractors.language.titles import Title, titles
from extractors.lexicon import table
from extractors.lexicon.alternation import any_of, any_word

AFTER_POST, IN_LIST, TAKING_POST, AT_CLAUSE, REMEMBERED = -2.0, -0.5, 0.5, 4.5, -1.0
OF_POST, AFTER_GROUP, MET, AFTER_BODY, AFTER_TRADE = 2.5, 0.5, 2.6, 3.6, 4.4
"""The weight that a name needs by what stands before it (log odds, see `names.best`)."""

_MARKS = frozenset(",。;:!?\n(、 ")
_BEFORE_SUBJECT = r"(?:并由|其中|随后|会上|会后|同时|当天|期间|下午|上午|以)?"
_FIRST_CLAUSE = re.compile(_BEFORE_SUBJECT)
_BEFORE_CLAUSE = any_of(
    [re.escape(mark) for mark in ",。;:!?\n、 "],
    [
        r"\((?:[一二三四五六七八九十]{1,2}\))?",
        "旬[日月年]?",
        "[0123456789][日月年]",
        "[是同当次翌][日月年天]",
    ],
)
_CLAUSE = re.compile(_BEFORE_CLAUSE + _BEFORE_SUBJECT)
_NO_OPENING = CLOSING - {"-"} | {""}
_DOT = re.compile("[·•・]")
_NAMING = re.compile(
    r"任命|免去|授予|追授|聘任|推选|补选|增选|改选|增补|递补|替补|选出|公推|公举|票选|接受|罢免|撤销|批准|提升|提拔|选举|"
    r"(?:^|(?<=[,。;:\n]))免(?=[\u4e00-\u9fff]{2,4}[县市省区乡镇州盟旗])|"
    r"(?<=[,。;府部会])[委派令调](?=[\u4e00-\u9fff]{2,3}(?:接任|继任|署理|代理|接充|继之|代之|为(?!首|了)|任))|"
    r"(?:(?<=[,。;:\n会议])选|(?<=[,。;绅商民众])[推举]|聘(?!任|请|用|期|书|为))(?=[\u4e00-\u9fff]{2,4}(?:\(|、|为|任))"
)
_KIN = re.compile(r"(?:丈夫|妻子|爱人|夫人|遗孀|父亲|母亲|儿子|女儿)")
_OF_BODY = re.compile(
    r"(?<=[\u4e00-\u9fff])"
    r"(?:[县镇乡村队校院厂矿社站场行店团班组连营籍家]|[一二三四]中)|(?P<trade>[工员师生兵犯匪徒商户])"
)
"""Where a body or a place, or a word for what somebody is, may end, so that a name may follow."""
_NO_NAME = frozenset("和与及同为向于时从有范")
"""Surnames that behind a body or a trade are nearly always another word (师范, 家时)."""
_LEVEL = re.compile(r"\((?:女,[^()]{2,6}|试用期[^()]{1,4}|[^()]{1,4}族|[^()\d,。;:“”《》]{1,12})\)")
"""A note between a post and the name: 总工程师(副厅级)甲."""
_HOLDER = re.compile(r"的|:|(?:先后|先|后|初|暂|仍|改|分别|依次|现)?[为是系]")
"""What joins a post to the name of who holds it, which follows."""
_MEETING = re.compile(r"(?:会见|接见|拜会|宴请|看望)了?(?=[\u4e00-\u9fff]{2,4}(?:率|一行|等))")
_LEADS = re.compile(
    r"任命|免去|接替|聘任|选举|推选|补选|接受|授予|慰问了?|看望了?|邀请(?![赛函书信])|欢迎|会见了?|接见了?|陪同|率领?|经|由|受|请|听取了?|与|和(?<!共和)|及|通过|"
    r"[向给将把让]|为(?!了)|同意|批准|决定|宣布|推荐|增补|指派|委派|选派|选调|抽调|选拔|调(?![研查度控整动节解剂处离走出])|派遣|派(?![出所人员驻往到别系生专])|判处|逮捕|处决|抓获|委托|提名|撤销|表彰|拜会|探望|采访|的有|推举|以(?=[\u4e00-\u9fff]{2,4}(?:同志)?(?:为|任)(?!代表|核心|榜样|主))"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with what was found in it before its names are read."""

    text: str
    scope: Scope
    memory: Memory
    by_end: dict[int, Title]
    by_start: dict[int, Title]
    bodies: tuple[str, ...]
    body_ends: tuple[int, ...]
    known_at: dict[int, str]


def read(text: str, scope: Scope, memory: Memory | None, start: int) -> Reading:
    """The text with its posts, its bodies and the remembered names in it."""
    heads = titles(text)
    bodies = names_of_bodies(text)
    by_end = {t.end: t for t in heads}
    if "(" in text:
        notes = ((t, _LEVEL.match(text, t.end)) for t in heads)
        by_end |= {note.end(): t for t, note in notes if note and note.end() not in by_end}
    return Reading(
        text,
        scope,
        memory or Memory(),
        by_end,
        {t.start: t for t in heads},
        tuple(text[b.start : b.end] for b in bodies),
        tuple(b.end for b in bodies),
        known_at(text, start, memory or Memory()),
    )


def anchors(reading: Reading, start: int) -> list[tuple[int, float]]:
    """Places where a name may begin, in order, each with the weight that it needs there."""
    need: dict[int, float] = {}
    for match in clauses(reading.text, start):
        need[match.end()] = AT_CLAUSE
        need.setdefault(match.start() + (match.group()[:1] in _MARKS), AT_CLAUSE)
    for match in _done_to().finditer(reading.text, start):
        need.setdefault(match.end(), MET)
    for match in _LEADS.finditer(reading.text, start):
        need.setdefault(match.end(), AT_CLAUSE)
    inside = {i for t in reading.by_start.values() for i in range(t.start, t.end)}
    for match in _OF_BODY.finditer(reading.text, start):
        if (
            match.end() not in inside
            and reading.text[match.end() : match.end() + 1] not in _NO_NAME
        ):
            need.setdefault(match.end(), AFTER_TRADE if match["trade"] else AFTER_BODY)
    for match in _MEETING.finditer(reading.text, start):
        need[match.end()] = MET
    for match in _KIN.finditer(reading.text, start):
        need[match.end()] = OF_POST
    for match in _NAMING.finditer(reading.text, start):
        need[match.end()] = 0.0
    for end in reading.by_end:
        if end >= start:
            need[end] = AFTER_POST
            if joins := _HOLDER.match(reading.text, end):
                need[joins.end()] = min(need.get(joins.end(), OF_POST), OF_POST)
    text, openings = reading.text, lexicon().openings
    dotted = _DOT.search(text) is not None
    need = {
        at: least
        for at, least in need.items()
        if (first := text[at : at + 1]) in openings
        or (
            (dotted or first <= "Z" or least < 0.0 or least == OF_POST)  # else no name can
            and _can_begin(reading, at, least, dotted)
        )
        or begins_with_parts(text, at)
    }
    for at in reading.known_at:
        need[at] = min(need.get(at, REMEMBERED), REMEMBERED)
    return sorted(need.items())


def holder_from(reading: Reading, at: int) -> int:
    """Where the post ends that a word joins to the name at ``at``: 主任为甲, 总指挥先后为乙."""
    ends = (at - n for n in (1, 2, 3))
    return next((i for i in ends if i in reading.by_end and _joins(reading.text, i, at)), at - 1)


def _joins(text: str, start: int, end: int) -> bool:
    return _HOLDER.fullmatch(text, start, end) is not None


@lru_cache(maxsize=1)
def _done_to() -> re.Pattern[str]:
    """Verbs whose object is as a rule somebody: 公审, 授予, 活捉."""
    objects = table("capacities")["objects"]
    return re.compile(any_word((*objects["done_to"], *objects["honoured"])))


def clauses(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """The heads of clauses from ``start`` on, each with the words that may stand before its
    subject."""
    if first := _FIRST_CLAUSE.match(text, start):
        yield first
        start = first.end()
    yield from _CLAUSE.finditer(text, start)


def _can_begin(reading: Reading, at: int, need: float, dotted: bool) -> bool:
    """Whether any name can begin there, by its first character; where there is no post before it,
    that is a surname, or the name is one of Latin letters or of parts with a dot (``dotted``: the
    text has such dots)."""
    opening = reading.text[at : at + 1]
    if need < 0.0 or need == OF_POST:
        return opening not in _NO_OPENING
    return (
        opening in lexicon().openings
        or "A" <= opening <= "Z"
        or (dotted and _DOT.search(reading.text, at, at + 11) is not None)
    )


def known_at(text: str, start: int, memory: Memory) -> dict[int, str]:
    """The longest remembered name at each offset where one stands."""
    found: dict[int, str] = {}
    if memory.names:
        for end, name in _known(memory.names).iter(text, start):
            at = end + 1 - len(name)
            found[at] = max(found.get(at, ""), name, key=len)
    return found


def is_called(text: str, memory: Memory) -> bool:
    """Whether somebody is called in the text by surname and post (王书记) as the document knows
    him."""
    known = frozenset(memory.officials)
    return bool(known) and next(_known(known).iter(text), None) is not None


@lru_cache(maxsize=8)
def _known(names: frozenset[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


def inside_quotation(text: str, at: int) -> bool:
    """Whether a quotation that is open at ``at`` closes soon: “田成方、路成网、渠相连”."""
    opening = text.rfind("“", max(0, at - 30), at)
    return (
        opening >= 0
        and opening > text.rfind("”", max(0, at - 30), at)
        and "”" in text[at : at + 30]
    )


def quoted(text: str, start: int, end: int) -> bool:
    """Whether marks of quotation enclose the post and the name: “市长金融奖” names no person."""
    return text[start - 1 : start] == "“" and text[end : end + 1] == "”"
