"""Whether a verb tells of the people that stand before it, and as what.

Near enough to them, not the object of another verb, and fit for the kind of event: 听取甲的报告 is
no report of a hearer's, and in a clause whose subject is a meeting nobody acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from extractors.language.told import Told
from extractors.language.verbs import Verb, data

OUTING = frozenset({"inspection", "visit", "condolence", "incident"})
"""Kinds of event in which somebody leads by going somewhere."""

_PARTY = frozenset(("", "等", "等人", "先生", "女士", "同志", "夫妇", "博士"))
"""What may stand between a name and 一行, besides a post."""
LEADERS = frozenset(("带领", "率领", "率", "偕"))
_ABOUT = ("就", "围绕", "对", "以", "向", "为")
_BY = re.compile(r"(?:按照|根据|依照|依据|遵照|按)[^,。]*$")
_HEARD = re.compile(r"听取|学习|传达|审议|贯彻|聆听|观看")
_COUNTED = re.compile(
    r"(?<![等\d.])\d+(?:\.\d+)?[万千百]?[余多]?[万千百]?(?:人|名|位)[^,。;等]{0,8}$"
)
_NOTE = re.compile(r"^(?:\([^()]{1,12}\))?(?:等?\d+[余多]?(?:人|名|位)[^,。;]{0,4}$)?")
"""What may stand behind a name besides what parts it from its verb: (朝鲜族)等7人."""
_APART = re.compile(r"(?:并|还|随后|会后|会前|之后|最后|现场|当场|共同|一起)")
OTHERS = re.compile(
    r"(?:负责人|负责同志|常委|主任|书记|[\u4e00-\u9fff]长|领导|代表|同志|人员|干部|成员|嘉宾|师生|专家|委员|群众|主席|职工|学生|家属)(?:等|共?\d+余?人)*$"
)
"""Unnamed people at the end of a list: its verb tells of those named before them too."""
_TOWARDS = re.compile(r"(?:并|还|又|同时|随后|当场|现场)?(?:为|给|向|对)")
"""What makes hearers of the people in a clause: 并为40名农技人员授课."""
_QUIETED = frozenset({"lead", "receive", "sign", "unveil", "report", "awarded"})
"""What a verb of attending silences in its clause: in 参加会见 nobody receives."""

_EXPERIENCE = ("经验", "做法", "体会", "事迹", "了经验", "先进")
_PRESENTS = frozenset(
    ("介绍", "介绍了", "讲解", "讲解了", "简要介绍", "详细介绍", "通报", "通报了")
)
"""What the one in charge of a firm or a ward does for those who look at it; who leads a place or a
school speaks for it."""
_PRESS = re.compile(r"(?:发布|通气|吹风|推介|记者|说明)会")
"""Where one who presents something speaks to the public and reports to nobody."""

_REACH = {"speak": 30, "report": 14, "chair": 30, "attend": 14}
"""How far into a clause without names a verb still tells of the subject before (characters)."""
_REACH_OTHER, _REACH_NAMED, _SAID_NEAR, _FIRST_NEAR = 6, 60, 10, 6


class State(NamedTuple):
    """What a reader knows at one point of a sentence.

    ``group`` are those spoken of; ``told`` says that a verb told of them already, so that the next
    name begins a new group; ``fresh`` that none did since the last name. ``clause`` is where the
    clause began, ``nobody`` that its subject is a meeting or a body, ``quiet`` the end of a verb
    of attending in it (0: none), ``led`` the end of a verb of leading whose object follows: those
    who are led go and attend with the ``leaders``, who alone speak; ``met`` where those who are
    received are named: what stands before tells of them (会见前来出席会议的甲);
    ``said`` that the group has begun to say something.
    """

    group: tuple[int, ...]
    clause: int
    told: bool = True
    fresh: bool = True
    nobody: bool = False
    quiet: int = 0
    led: int = 0
    leaders: tuple[int, ...] = ()
    met: int = 0
    said: bool = False


def counts(told: Told, state: State, verb: Verb, gap: str, named: bool) -> bool:
    """Whether a verb tells of the group: near enough, no object of another verb. ``gap`` stands
    between the last name (or the clause's head) and the verb."""
    clause = told.text[state.clause : verb.start + len(verb.word)]
    if verb.kind == "saying":
        if _BY.search(gap) or told.text.endswith(("批示,", "批示"), 0, verb.start):
            return False  # 按照文件要求,… and 作出批示,要求…
        near = len(gap) <= _SAID_NEAR
        if not near and not (state.fresh and named):
            return False
        if not near and not told.text.startswith((",", ":", "要", "“"), verb.end):
            return False
    elif verb.word == "建议" and not named:
        return False  # 甲照会乙,建议…: what one asks of another
    elif verb.kind == "first":
        gap = _NOTE.sub("", gap)
        joined = gap.endswith("并") and verb.capacity == "speak"
        leading = len(gap) <= _FIRST_NEAR or (
            # 甲围绕创作讲课: only what is said has its subject between
            verb.capacity not in ("other", "lead") and gap.startswith(objects("between"))
        )
        at_it = gap in ("会上", "会后", "席间", "仪式上", "座谈中") and verb.capacity == "speak"
        if not joined and not at_it and not (state.fresh and (named or not gap) and leading):
            return False
    elif OTHERS.search(gap) and state.told and not named and not _TOWARDS.match(gap):
        return False  # 甲调研,有关部门负责人陪同: the others alone do so
    elif len(gap) > (
        _REACH_NAMED
        if named or OTHERS.search(gap) or gap.startswith(("向", "给", "为", "就", "围绕", "针对"))
        else _REACH.get(verb.capacity, _REACH_OTHER)
    ):
        return False
    if verb.word in LEADERS and told.text.startswith("的", verb.end) and gap not in _PARTY:
        return False  # 会见甲率领的代表团
    if verb.word == "一行" and state.led:
        return False
    if (
        verb.word == "一行"
        and gap not in _PARTY
        and told.heads.get(verb.start) != verb.start - len(gap)
    ):
        return False
    if verb.capacity in ("report", "speak") and verb.kind != "saying" and _hears(gap):
        return False
    if (
        state.said
        and verb.capacity not in ("speak", "attend", "chair")
        and not _APART.match(clause)
    ):
        return False  # 甲要求各地检查…: what is asked for is done by others
    if verb.capacity == "other" and told.text.startswith("的", verb.end):
        return False  # 看望受伤的战士
    if _COUNTED.search(gap) and not named and not _TOWARDS.match(gap):
        return False  # 乙授课,163人参加
    silenced = state.quiet and verb.capacity in _QUIETED
    return not silenced or re.search(r"并|,", told.text[state.quiet : verb.start]) is not None


def _hears(gap: str) -> bool:
    """Whether a speech is heard or studied (听取甲的报告) and not given (就学习贯彻…作报告)."""
    return not gap.startswith(_ABOUT) and _HEARD.search(gap) is not None


def fits(told: Told, verb: Verb) -> bool:
    """Whether somebody can do that in an event of its kind."""
    kind = told.kind_at(verb.start)
    if verb.capacity == "lead":
        return kind in OUTING or verb.word in _always()
    if verb.capacity == "other" and verb.kind == "first" and kind == "award":
        return False  # what one is honoured for
    return verb.capacity != "sign" or kind in data()["kinds"]["sign"]


@cache
def objects(key: str) -> tuple[str, ...]:
    """Words of capacities.toml that stand right before a name and say what it is the object of."""
    return tuple(data()["objects"][key])


def _always() -> list[str]:
    """Verbs of leading that count in every kind of event."""
    words: list[str] = data()["kinds"]["lead_always"]
    return words


def as_told(told: Told, verb: Verb, group: Sequence[int]) -> str:
    """The capacity of a verb where those who do it and what follows decide as well."""
    if verb.word.startswith("到场") and told.kind_at(verb.start) == "incident":
        return "lead"
    presents = verb.word in _PRESENTS and not told.text.endswith("会上", 0, verb.start)
    if presents and not told.text.startswith(_EXPERIENCE, verb.end):
        leads = any(told.is_leader(i) for i in group)
        return verb.capacity if leads or _PRESS.search(told.text) else "report"
    if verb.word == "介绍情况" and (
        _PRESS.search(told.text) or told.text.endswith(("会见并", "接待并"), 0, verb.start)
    ):
        return "speak"
    if verb.capacity == "elected" and told.text.startswith(("“", "《"), verb.end):
        return "awarded"  # 当选“年度人物”
    return verb.capacity
