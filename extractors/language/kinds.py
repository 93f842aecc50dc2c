"""What type of happening a stretch of text tells of.

A clause is read the way Chinese builds it: the name of a happening heads its phrase from the right
(…座谈会, …签约仪式), a predicate stands before its object (调研重点项目), and what follows a verb
of saying or of passing on (强调, 传达) is talk about other things. Each word that can decide the
type is a candidate with a weight from ``lexicon/events.toml``; where it stands raises or lowers it,
and the strongest candidate wins. The first statement counts most, because a chronicle leads with
what happened.

Offsets are clean offsets into the text that is passed in, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from extractors.language.doubtful_pairs import settled
from extractors.language.triggers import (
    ATTEND,
    CLAUSE,
    HOLD,
    JOIN,
    MUTE,
    NOUN,
    PURPOSE,
    SENTENCE,
    SPEECH,
    VERB,
    Word,
    triggers,
)
from extractors.language.who_comes import who_comes

LEAST = 0.35
"""The weight below which no word decides."""

_REACH = 600  # characters; a chronicle has said what happened long before
_TALK = 0.1  # what stands behind 强调 hardly counts
_GOVERNED = 0.2  # behind 传达, 听取 and their like
_GROUND = 0.3  # in a clause of purpose or ground
_BARE = 0.8  # the name of a happening without a verb of holding
_ATTENDED = 0.82  # the object of 出席 or 主持
_OBJECT = 0.8  # behind another predicate of the same clause
_INSIDE = 0.3  # a predicate inside the name of a happening: 观摩交流暨推进会
_JOINED = 0.75  # behind 并
_BY_THE_WAY = 0.5  # who leads a body that is told of
_SPOKEN = 0.7  # 调研时强调: what was said there is told, the going only by the way
_HELD_ACTIVITY = 0.92  # …活动在…举行: a happening without a type of its own, but the main one
_NEXT_CLAUSE = 0.95
_NEXT_SENTENCE = 0.85
_NO_CHANCE = 0.5  # a sign of this weight is no word met by chance
_HEADED = ("organisation_change", "project")
_IN_SESSION = 0.85  # 会上成立…, a decision behind the meeting that takes it
_RULES = 0.8  # a predicate of this weight governs what follows in its clause

_ASIDE = re.compile(r"《[^》\n]*》?|“[^”\n]*”?|\([^()\n]*\)")
_BODIES = frozenset("局会院所室处科部厅委社")  # 投资促进局 governs nothing
_YEARS = re.compile("(?![12][0-9]{3}年)[0-9一二三四五六七八九十百几多余]{1,5}(?:周年|年)")
_LED_BY = re.compile("由[^,;。]*$")  # 由甲任队长的工作队
_TASK_HEAD = re.compile("任[^,;。]*(?:指挥长?|(?<!纪检)组长|队长|团长)$")
"""Who heads a task is told of with the task."""


class Sign(NamedTuple):
    """A word that speaks for a type, where it stands, and how surely it does."""

    start: int
    end: int
    type: str
    weight: float


class _Part(NamedTuple):
    """A word or pattern in its clause; ``factor`` is what its surroundings leave of its weight."""

    start: int
    end: int
    word: Word
    factor: float


@dataclass(frozen=True, slots=True)
class _Clause:
    """The part of a text between two stops. ``place`` falls from clause to clause."""

    text: str
    blank: str
    start: int
    end: int
    place: float
    parts: list[_Part]


@lru_cache(maxsize=64)  # asked for the type, the figures and the headline of one stretch
def told(text: str) -> str:
    """The text with the insides of 《》, “” and () blanked out, character for character."""
    return _ASIDE.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    inside = match.group()
    size = len(inside)
    if size <= 2:
        return inside
    kept = 0
    if inside[0] == "“" and size > 6 and match.string.startswith(_SHOWN, match.end()):
        kept = 4  # “…论坛”在…举行: the name of the happening itself is quoted
    return inside[0] + "〇" * (size - 2 - kept) + inside[size - 1 - kept :]


_OCCASION = ("之际", "前夕", "来临时", "之时")
"""A clause that ends so tells when: 会议即将召开之际."""
_BY_MEETING = ("会上", "会议", "大会", "全会", "决定", "宣布", "酝酿", "讨论", "通过", "研究")
_DECIDED = frozenset(("organisation_change", "policy", "project", "award"))
"""What a meeting does, and is told with it."""
_WAYS = re.compile("等?(?:方式|形式|途径)")
_WHILE = ("时", "期间")
_LOOKING = frozenset(("inspection", "visit", "condolence"))
_SHOWN = ("召开", "举行", "举办", "开幕", "闭幕", "在", "于", "隆重", "启动", "开班", "开赛")


def signs(text: str) -> list[Sign]:
    """The words of the first 600 characters that speak for a type, weighted, clause by clause.

    Reading stops at the end of a sentence where no later word could outweigh what is found.
    A clause is weighed when it ends, because only then is it known whether its noun is held
    (座谈会…举行) or only attended.
    """
    known = triggers()
    text = text[:_REACH]
    blank = told(text)
    found: list[Sign] = []
    parts: list[_Part] = []
    apart = known.patterns.find(blank)
    pattern = next(apart, None)
    opened = 0
    place = factor = 1.0
    spoke = told_of = naming = False
    for last, word in known.words.iter_long(blank):
        flags, end = word.flags, last + 1
        start = end - word.length
        while pattern is not None and pattern[0] <= start:
            parts.append(_from_pattern(*pattern, factor))
            pattern = next(apart, None)
        if flags & (CLAUSE | SENTENCE):
            if parts and _weigh(_Clause(text, blank, opened, last, place, parts), found):
                told_of = True
                place *= _NEXT_CLAUSE
            parts = []
            if flags & SENTENCE:
                if told_of:
                    place *= _NEXT_SENTENCE / _NEXT_CLAUSE
                spoke = told_of = False
                best = max((sign.weight for sign in found), default=0.0)
                if best >= known.most * place:
                    return found  # nothing that follows can outweigh it
            opened = end
            naming = False
            factor = _TALK if spoke else 1.0
            continue
        if flags & (NOUN | VERB | HOLD | ATTEND):
            parts.append(_Part(start, end, word, factor))
        if flags & JOIN:
            factor *= _JOINED
        elif flags & SPEECH:
            spoke = True
            factor = _TALK
        elif flags & MUTE and not naming:  # 举办学习贯彻…精神培训班: part of the name
            if not blank.startswith(known.tails, end) and blank[end : end + 1] not in _BODIES:
                factor = min(factor, _GOVERNED)
        elif flags & HOLD and factor == _GOVERNED and not blank.startswith(known.tails, end):
            factor = 1.0  # 围绕乡村旅游开展调研
        elif flags & PURPOSE and start == opened and factor == 1.0:
            factor = _GROUND
        naming = bool(flags & HOLD) or (naming and not flags & NOUN)
    if pattern is not None and pattern[0] >= opened:
        parts.append(_from_pattern(*pattern, factor))
    if parts:
        _weigh(_Clause(text, blank, opened, len(blank), place, parts), found)
    return found


def _from_pattern(start: int, end: int, meant: tuple[str, float], factor: float) -> _Part:
    return _Part(start, end, Word(VERB, end - start, None, meant), factor)


def _weigh(clause: _Clause, found: list[Sign]) -> bool:
    """Put the signs of one clause into ``found``; True if the clause tells of something."""
    by_means = clause.blank.startswith("通过", clause.start) and _WAYS.search(
        clause.blank, clause.start, clause.end
    )
    if by_means or clause.text.endswith(_OCCASION, clause.start, clause.end):
        clause = replace(clause, place=clause.place * _GROUND)
    held = any(sign.type == "meeting" and sign.weight >= _RULES for sign in found)
    inside = held and clause.blank.startswith(_BY_MEETING, clause.start)
    named = _phrases(clause)
    attended = any(part.word.flags & ATTEND for part in clause.parts)
    tells = ruled = False
    for part in clause.parts:
        word, end = part.word, part.end
        kind, weight = "", 0.0
        if word.noun is not None and end in named:
            kind, weight = word.noun
            _, held, leads = named[end]
            if leads and kind == "other":
                weight = max(weight, _HELD_ACTIVITY)
            if not held:
                weight *= _ATTENDED if attended else _BARE
                weight *= _OBJECT if ruled else 1.0
            # 支持…发展推进会召开: what stood before was part of the name and governs nothing
            weight *= max(part.factor, 0.95) if leads else part.factor
        if word.verb is not None and _is_predicate(clause, part):
            other, sure = word.verb
            if clause.blank.startswith(_WHILE, end):
                sure *= _SPOKEN
            if other == "appointment":
                sure *= _by_the_way(clause, part, found)
            if any(left <= part.start and end <= right for (left, right), _, _ in named.values()):
                sure *= _INSIDE
            elif ruled:
                sure *= _OBJECT
            elif sure >= _RULES and not word.flags & HOLD:
                ruled = True
            if sure * part.factor > weight:
                kind, weight = other, sure * part.factor
        if kind:
            tells = tells or weight > LEAST
            if inside and kind in _DECIDED:
                weight *= _IN_SESSION
            found.append(Sign(part.start, end, kind, weight * clause.place))
    return tells


def _by_the_way(clause: _Clause, part: _Part, found: Sequence[Sign]) -> float:
    """What is left of an appointment told of with a body, its founding or its works."""
    if _LED_BY.search(clause.text, clause.start, part.start):
        return _BY_THE_WAY
    if not clause.text.startswith("任", part.start):
        return 1.0
    if _TASK_HEAD.match(clause.text, part.start, part.end):
        return _BY_THE_WAY
    first = any(sign.type in _HEADED and sign.weight >= _NO_CHANCE for sign in found)
    return _OBJECT if first else 1.0


def _is_predicate(clause: _Clause, part: _Part) -> bool:
    """False where a noun follows that the verb only qualifies, or what it needs is missing."""
    blank, needs, objects = clause.blank, part.word.needs, part.word.objects
    if blank.startswith(triggers().tails, part.end):
        # 在甲地考察时强调 tells of a journey, though the sentence is about what was said
        kind = part.word.verb[0] if part.word.verb else ""
        if kind not in _LOOKING or not blank.startswith(_WHILE, part.end):
            return False
    if _YEARS.match(blank, part.end):
        return False
    if objects is not None and objects.search(clause.text, part.end, clause.end) is None:
        return False
    return needs is None or needs.search(clause.text, clause.start, clause.end + 30) is not None


def _phrases(clause: _Clause) -> dict[int, tuple[tuple[int, int], bool, bool]]:
    """The names of happenings in a clause by their ends: phrase, whether held, whether leading.

    The phrase reaches left to the verb of holding that governs it, else to the start of the clause
    where such a verb follows (督察整改工作会议召开: the name leads), else it is the noun alone.
    """
    known = triggers()
    blank = clause.blank
    holds = [(part.start, part.end) for part in clause.parts if part.word.flags & HOLD]
    named: dict[int, tuple[tuple[int, int], bool, bool]] = {}
    for part in clause.parts:
        start, end = part.start, part.end
        if part.word.noun is None or not (end == clause.end or blank.startswith(known.heads, end)):
            continue
        before = max((right for _, right in holds if right <= start), default=-1)
        if any(left >= end for left, _ in holds) or blank.startswith(known.acts, end):
            named[end] = (max(before, clause.start), start), True, True
        elif before >= 0:
            named[end] = (before, start), True, False
        else:
            named[end] = (start, start), False, False
    return named


def strongest(found: list[Sign]) -> Sign | None:
    """The sign that decides, the earlier one of two equals; None if nothing is sure enough."""
    best = max(found, key=lambda sign: (sign.weight, -sign.start), default=None)
    return best if best is not None and best.weight >= LEAST else None


def kind(text: str, headline: str = "", place: str = "") -> str:
    """The event type, one of the fifteen of the annotation guide.

    ``text`` tells of one happening, date or not; ``headline`` is the line printed above it;
    ``place`` the place whose chronicle it is, with its higher units (甘肃省张掖市).
    """
    return decide(text, headline, place)[0]


def decide(text: str, headline: str = "", place: str = "") -> tuple[str, float]:
    """The event type and the weight of the word that decides it (0 where none does)."""
    found, where = signs(text), text
    best = strongest(found)
    if headline:
        over = signs(headline)
        above = strongest(over)
        if above is not None and (best is None or above.weight > best.weight):
            best, where, found = above, headline, over
    if best is None:
        return "other", 0.0
    if best.type in ("inspection", "visit"):
        return who_comes(best.type, best.start, best.end, where, place), best.weight
    visits = [sign.start for sign in found if sign.type == "visit" and sign.weight >= _NO_CHANCE]
    return settled(best.type, best.start, best.end, where, visits), best.weight
