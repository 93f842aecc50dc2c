"""Names that are not a Han surname with one or two given characters.

Transcribed names with a middle dot (杰夫·迪恩, 艾力·买买提) and without one (米罗诺夫), names of
two parts (索朗次仁), Japanese ones, and names in Latin letters. `foreign_names.txt` holds the
characters and parts; nothing here is learnt.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from extractors.language.body_words import ends_body
from extractors.language.gazetteer import longest_name, starts_abroad
from extractors.language.names import CLOSING, Name, follower, takes_post
from extractors.language.scope import Scope
from extractors.lexicon import columns, table

_DOTTED = re.compile(
    r"(?:[A-Z][·•・.]){0,2}[\u4e00-\u9fff-]{1,10}"
    r"(?:[·•・](?:[\u4e00-\u9fff-]{1,10}|[A-Z]\.?(?=[·•・]))){1,4}"
)
_LATIN = re.compile(r"[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){1,3}")
_WHERE = frozenset("在到赴抵")
_COMES = re.compile(
    r"来[厂县市区州校院所社乡镇矿场站京沪省](?![\u4e00-\u9fff]{0,1}·)|以[\d“]|[到率]"
)
"""What ends a name though its first character is used for foreign sounds too: 来厂, 以2小时."""
_PARTS = ("tibetan", "uyghur", "mongol", "kazakh", "yi")


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    return frozenset(row[0] for row in columns("foreign_names") if row[1] == "letter")


@lru_cache(maxsize=1)
def _parts() -> dict[str, list[str]]:
    return _by_first({row[0] for row in columns("foreign_names") if row[1] in _PARTS})


@lru_cache(maxsize=1)
def _surnames() -> dict[str, list[str]]:
    return _by_first(
        {row[0] for row in columns("foreign_names") if row[1] in ("japanese", "korean")}
    )


def _by_first(names: set[str]) -> dict[str, list[str]]:
    """Names by their first character, longer ones first."""
    by_first: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        by_first.setdefault(name[0], []).append(name)
    return by_first


def _longest(names: dict[str, list[str]], text: str, at: int) -> str:
    """The longest name that stands at ``at``, or the empty string."""
    return next((n for n in names.get(text[at : at + 1], ()) if text.startswith(n, at)), "")


def foreign(
    text: str,
    at: int,
    titles: Container[int] = (),
    after_post: bool = False,
    other_people: bool = False,
    listed: bool = False,
) -> Name | None:
    """The name of another people or language that begins at ``at`` (a clean offset), or None.

    Forms without a mark of their own are read only right after a post; ``other_people`` says that
    the post or the chronicle is of a place where most names are not Han ones.
    """
    match = _DOTTED.match(text, at) if "·" in text or "•" in text or "・" in text else None
    if match and any(len(follower(text, i)) >= 2 for i in range(at + 2, _dot(text, at))):
        match = None  # 甲致电保罗·乙: the dotted name begins later
    if match:
        limit = next((i for i in range(at, match.end()) if i in titles), match.end())
        last = max(text.rfind(mark, at, limit) for mark in "·•・") + 1
        stop = _end(text, last, limit, titles) if last > at else at
    if match and stop > at:
        return Name(at, stop, text[at:stop], 4.0)
    match = _LATIN.match(text, at) if text[at : at + 1].isascii() else None
    if match:
        return Name(at, match.end(), match.group(), 3.0)
    if not after_post and not other_people:
        return _of_parts(text, at, 2) if listed else None
    return (
        _of_parts(text, at)
        or _of_letters(text, at, titles)
        or _japanese(text, at)
        or (_bounded(text, at, titles) if other_people else None)
    )


def of_others(scope: Scope, body: str) -> bool:
    """Whether names that are not Han ones are likely: in an autonomous unit, in a post abroad."""
    return bool(starts_abroad(body)) or any("自治" in unit.name for unit in scope.units)


def _dot(text: str, at: int) -> int:
    return min(i for mark in "·•・" if (i := text.find(mark, at)) >= 0)


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether a word that follows names, or a conjunction, stands inside ``text[at:end]``."""
    return any(text[i] in "和与及同" or len(follower(text, i)) >= 2 for i in range(at + 2, end))


def _bounded(text: str, at: int, titles: Container[int]) -> Name | None:
    """Two to five characters that end where names end: 吉克木呷 + 主持, 仪间光雄 + 邀请."""
    if text[at : at + 1] in table("chains")["names"]["never"] or longest_name(text, at):
        return None
    for length in (2, 3, 4, 5):
        end = at + length
        if any(not "\u4e00" <= char <= "\u9fff" for char in text[at:end]) or end > len(text):
            return None
        if any(i in titles for i in range(at, end)) or follower(text, at):
            return None
        if ends_body(text, at, end) or _goes_on(text, at, end):
            return None  # 中央慰问团 is no name, nor is 邦戈表示
        if length == 2 and not any(char in _letters() for char in text[at:end]):
            continue
        if _ends(text, end):
            return Name(at, end, text[at:end], 1.6 if length > 3 else 0.5)
    return None


def _end(text: str, start: int, limit: int, titles: Container[int]) -> int:
    """Where a name that has no length of its own ends: before a word that follows names, behind
    the parts that are known (托合提·阿不都热依木: 阿 does not end it)."""
    known = start
    while part := _longest(_parts(), text, known):
        known += len(part)
    for at in range(max(start + 1, known), limit):
        word = follower(text, at)
        stands = len(word) >= 2 or (word and text[at] not in _letters())
        stands = stands or _COMES.match(text, at) is not None
        if not (stands or text[at].isdigit() or takes_post(text, at, titles) or at in titles):
            continue
        # 买买提 + 出席 rather than 买买 + 提出: a letter that a later word frees is the name's.
        if text[at] in _letters() and any(
            len(follower(text, at + n)) >= 2 for n in range(1, len(word))
        ):
            continue
        return at
    return limit


def begins_with_parts(text: str, at: int) -> bool:
    """Whether two whole parts of a name stand at ``at``: 多杰扎西, 巴音朝鲁."""
    return _of_parts(text, at, 2) is not None


def _of_parts(text: str, at: int, least: int = 1) -> Name | None:
    """Two whole parts of Tibetan, Uyghur, Mongol, Kazakh or Yi names: 扎西次仁."""
    end, count = at, 0
    while count < 3:
        part = _longest(_parts(), text, end)
        if not part:
            break
        end, count = end + len(part), count + 1
    if count < least:
        return None
    does = bool(follower(text, end)) and text[end] not in _letters()  # 苏和 + 作报告
    if count == 1 and end - at < 4 and not does and not _ends(text, end):
        # 巴音 + 朝鲁: one part that is known, the rest as long as a part may be.
        ends = [end + n for n in (1, 2, 3) if _ends(text, end + n)]
        ends += [end + n for n in (1, 2) if follower(text, end + n)]
        return Name(at, ends[0], text[at : ends[0]], 3.0) if ends else None
    return Name(at, end, text[at:end], 3.0) if count else None


def _ends(text: str, at: int) -> bool:
    return (
        at >= len(text)
        or text[at] in CLOSING
        or text[at].isdigit()
        or len(follower(text, at)) >= 2
        or _COMES.match(text, at) is not None
        or text[at] in "和与及"
        or (text[at] in _WHERE and bool(longest_name(text, at + 1)))
    )


def _of_letters(text: str, at: int, titles: Container[int]) -> Name | None:
    """Three to eight characters, most of them used for foreign sounds: 米罗诺夫, 德赛."""
    if len(follower(text, at)) >= 2:
        return None  # 选手参加比赛: a verb begins, no name
    limit = at
    while limit < len(text) and limit - at < 9 and text[limit] not in CLOSING:
        limit += 1
    end = _end(text, at, limit, titles)
    run = text[at:end]
    if "比赛" in run:
        return None  # 职工登山比赛
    letters = sum(char in _letters() for char in run)
    if (
        2 <= len(run) <= 8
        and letters >= max(2, 0.7 * len(run))
        and (end == limit or _ends(text, end))
    ):
        return Name(at, end, run, 1.0 if len(run) == 2 else 2.5 if len(run) == 3 else 3.5)
    return None


def _japanese(text: str, at: int) -> Name | None:
    surname = _longest(_surnames(), text, at)
    if not surname:
        return None
    first = at + len(surname)
    ends = [first + n for n in (1, 2, 3) if _ends(text, first + n)]
    ends += [first + n for n in (1, 2) if follower(text, first + n)]
    return Name(at, ends[0], text[at : ends[0]], 2.0) if ends else None
