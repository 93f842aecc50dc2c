"""Who looks at something: an official on his own patch (`inspection`) or a guest (`visit`).

A superior (省委, 厅长, 国务院) who comes has his patch here; a firm, a school or another province
has not; and own officials who go to another province are guests there. The words are those of
``who`` in ``lexicon/events.toml``.
"""

from __future__ import annotations

import re

from extractors.language.gazetteer import (
    chain,
    is_full_name,
    longest_name,
    read_units,
    units_named,
)
from extractors.language.triggers import triggers


def who_comes(kind: str, start: int, end: int, text: str, place: str) -> str:
    """``inspection`` or ``visit`` for the predicate ``text[start:end]``, whose own type is ``kind``
    (one of these two); ``place`` is the place whose chronicle it is, with its higher units."""
    known = triggers()
    word = text[start:end]
    begin = max(text.rfind("。", 0, start), text.rfind("\n", 0, start)) + 1
    before = text[begin:end]
    away = known.away.search(before)
    come = known.come.search(before)
    subject = before[: come.start()] if come else before
    outsider = known.outsider.search(subject)
    if known.abroad.search(subject):
        return "visit"
    if kind == "visit" and not _LOOKS.search(word):
        if word.endswith(_AT_HOME_LAST) and _own_leaders(subject, place):
            said = _STOP.split(text[begin:], maxsplit=1)[0]
            return "visit" if _goes_elsewhere(said, place) else "inspection"
        if _RETIRED.search(subject) or _of_elsewhere(subject, place):
            return "visit"
        if word in _AT_HOME and _superiors(subject, place):
            return "inspection"
        leads = known.leader.search(subject) or place in _NATION
        return "inspection" if word.endswith("考察") and leads and not outsider else "visit"
    if away is not None and away["where"] not in place and place not in _NATION:
        return "visit"
    superior = known.superior.search(subject)
    home = known.provinces.search(place)
    there = known.provinces.match(subject.lstrip(_OPENING))
    if home is not None and there is not None and there.group() not in place and superior:
        return "visit"
    if come is not None and superior is None and outsider and not _SUPERVISES.search(word):
        return "visit"
    if not _ABOVE.search(word) and _of_elsewhere(subject, place):
        return "visit"
    return "inspection"


def _of_elsewhere(subject: str, place: str) -> bool:
    """Whether those who come are named by a city or county that is neither above the chronicle's
    own nor part of it: 甲市人大常委会主任."""
    name = longest_name(subject.lstrip(_OPENING), full_only=True)
    if not name or name in place:
        return False
    home, _ = read_units(place)
    units = units_named(name)
    return bool(home) and not any(u in home or home[-1] in chain(u) for u in units)


def _own_leaders(subject: str, place: str) -> bool:
    """Whether those who go are leaders of the chronicle's own place: 县长, 区政协主席, 市领导."""
    who = _GOING.split(subject.lstrip(_OPENING), maxsplit=1)[0]
    own = None if triggers().outsider.search(who) else _OWN_LEADERS.match(who)
    return own is not None and place.endswith(own["level"])


def _superiors(subject: str, place: str) -> bool:
    """Whether those who come are of a unit above the chronicle's own, and no group of guests."""
    who = _GOING.split(subject.lstrip(_OPENING), maxsplit=1)[0]
    known = triggers()
    if _GUESTS.search(who) or known.outsider.search(who) or not known.superior.search(who):
        return False
    there, home = known.provinces.match(who), known.provinces.search(place)
    return there is None or home is None or there.group() in place


_RETIRED = re.compile(
    "[原前](?:中共)?(?:中央|全国|国家|国务院)|(?:全国政协|全国人大(?:常委会)?|国务院)[原前]副?"
    "|(?:政协委员|人大代表)、[^,、。]{0,6}家"
)
"""Who has no office to look after any more, or comes as a scholar: a guest, however high."""

_GUESTS = re.compile("考察组|考察团|代表团|参观团|访问团|党政")


def _goes_elsewhere(text: str, place: str) -> bool:
    """Whether a place outside the chronicle's own stands behind a word of going."""
    for going in _GOING.finditer(text):
        there = longest_name(text, going.end())
        sure = is_full_name(there) or _THERE.match(text, going.end() + len(there))
        if there and there not in place and sure:
            return True
    return False


_OWN_LEADERS = re.compile(
    "(?:常务)?副?(?P<level>[省市区县旗州盟])(?:委|政府|人大|政协|长|领导|四套班子|四大班子|几大班子)"
    "(?!.{0,6}(?:代表团|考察团|考察组))"
)
_AT_HOME = frozenset(("考察", "实地考察", "考察指导", "实地走访", "参观"))
_AT_HOME_LAST = ("考察", "考察指导", "走访", "参观")
_GOING = re.compile("赴|前往|到|在|去|抵")
_THERE = re.compile("[,、。;和等]|考察|学习|参观|调研|开展|进行|招商|走访|对接|洽谈|参加|出席|$")
"""Behind the short name of a unit, which is no beginning of another name (东湖银行)."""

_STOP = re.compile("[。!?\n]")
_NATION = ("中华人民共和国", "全国", "中国")
_LOOKS = re.compile("调研|指导|视察|检查")
_SUPERVISES = re.compile("检查|督导|督查|督察|巡视|巡察|核查|抽查|评估|评审|复查|验收|考评")
_ABOVE = re.compile(_SUPERVISES.pattern + "|视察|指导")
_OPENING = "△☆●○◆■★▲0123456789年月日上下午晚,-—~至 "
