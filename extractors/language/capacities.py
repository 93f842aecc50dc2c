"""The component `acts`: who takes part in which capacity, read from the verbs around the names.

A sentence is read from left to right. Names gather into a group until a verb says what they do;
the verb counts for the whole group (甲、乙、丙出席会议), and for the group again in a later clause that
names nobody (…出席会议并讲话,还宣布…). What a meeting does (会议要求) is nobody's act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick
from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.document import Frame, PersonSpan, text_of
from extractors.lexicon import table

_SENTENCE = re.compile(r"[^。;!?\n]+")
_NOBODY = re.compile(
    r"^(?:会议|全会|大会|双方|与会[^,]{0,8}|代表们|委员们|大家|学员们|仪式|活动|论坛|本次[^,]{0,6}|此次[^,]{0,6}|[^,]{0,10}(?:小组|领导班子|党组|常委会))"
    r"(?!上|前|后|中|期间|结束|现场|召开[前后]|开始)"
)
_PRONOUN = re.compile(r"(?:^|,|时|中|后|上)(?:他|她|其)(?!们|他|中|余|它|实|次)")
_IDEA = re.compile(
    r"(?:总书记|主席|总理|委员长|同志|书记|等|在[^,。;]{1,30}|对[^,。;]{1,30}|关于[^,。;]{1,40}|视察[^,。;]{1,20}|参加[^,。;]{1,20}|就[^,。;]{1,20}|致[^,。;]{1,20}|给[^,。;]{1,20})*的?(?:一系列|系列|新时代|重要|最新|新|有关|亲切|殷切|文化|生态文明|法治|强军|外交|经济)*"
    r"(?:讲话|指示|批示|论述|思想|精神|贺信|回信|嘱托|要求|署名|文章|文选|著作|指引|战略|关怀|理论)"
)


_LED = re.compile(
    r"(?:总书记|主席|总统|总理|同志)?(?:和[\u4e00-\u9fff·]{2,8}(?:总统|主席|总理|首相))?"
    r"(?:的?战略引领|继续担任|的?(?:坚强|英明)?领导下|为核心|为总书记)")
_COMPANY = re.compile(r"在(?P<who>[^,。;]{2,150}?)(?:等)?(?:人|同志|领导)?的?陪同下")
_HEARD = re.compile(r"听取|学习|传达|审议|贯彻|聆听|观看")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb where it stands: clean offsets, its capacity, the table it came from."""

    start: int
    end: int
    capacity: str
    kind: str


_PERFORMS = re.compile(
    r"(?<![协工合动操运制著写创耕当])作(?:了|题为“[^”]*”的)?[^,。;作并“]{0,12}?(?P<what>报告|讲座|发言|讲话|演讲|授课|点评|宣讲|致辞|辅导|说明|汇报)")
"""作 with what is given: 作专题辅导报告, 作题为“…”的学术报告."""


_QUIETED = frozenset({"lead", "receive", "sign", "unveil", "report", "awarded"})
"""What a verb of attending silences in its clause: in 参加会见 nobody receives."""

_REACH = {"speak": 30, "chair": 30, "attend": 14}
"""How far into a clause without names a verb still tells of the subject before (characters)."""


@lru_cache(maxsize=1)
def _data() -> Any:
    return table("capacities")


@lru_cache(maxsize=1)
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    by_word: dict[str, list[tuple[str, str]]] = {}
    for kind in ("anywhere", "saying", "first"):
        for capacity, verbs in _data()[kind].items():
            for verb in verbs:
                by_word.setdefault(verb, []).append((capacity, kind))
    for word, meanings in by_word.items():
        automaton.add_word(word, (word, tuple(meanings)))
    automaton.make_automaton()
    return automaton


def verbs(text: str) -> tuple[Verb, ...]:
    """Verbs of the lexicon in the text, the longest at each place, nouns made of them left out."""
    after = {c: tuple(words) for c, words in _data()["nominal"]["after"].items()}
    before = tuple(_data()["nominal"]["words"]["before"])
    found = [Verb(m.start(), m.end(), "report" if m["what"] in ("说明", "汇报") else "speak",
                  "anywhere") for m in _PERFORMS.finditer(text)]
    performed = [(v.start, v.end) for v in found]
    for last, (word, meanings) in _automaton().iter_long(text):
        start, end = last + 1 - len(word), last + 1
        capacity, kind = meanings[0]
        if text.startswith(after.get(capacity, ("\0",)), end) and not text.startswith(
                ("会见", "会谈", "日前", "人大"), end):
            continue
        if any(a <= start < b for a, b in performed):
            continue
        if text.endswith(before, 0, start):
            continue
        found.append(Verb(start, end, capacity, kind))
    return tuple(sorted(found, key=lambda v: v.start))


def acts(text: str, people: Sequence[PersonSpan],
         frames: Sequence[Frame]) -> dict[int, tuple[str, ...]]:
    """Capacities of each person who takes part, by index into ``people``; others are left out."""
    found: dict[int, dict[str, None]] = {}
    last: list[int] = []
    all_verbs = verbs(text)
    out = {i for i, p in enumerate(people) if _is_idea(text, p)}
    company = [m.span("who") for m in _COMPANY.finditer(text)]
    beside = {i for i, p in enumerate(people) if any(a <= p.start < b for a, b in company)}
    _add(found, sorted(beside - out), "accompany")
    all_verbs = tuple(v for v in all_verbs
                      if not any(a <= v.start <= b + 4 for a, b in company))
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        inside = [i for i, p in enumerate(people) if start <= p.start < end and i not in out and i not in beside]
        hits = [v for v in all_verbs if start <= v.start and v.end <= end
                and not any(people[i].start < v.end and v.start < people[i].end for i in inside)
                and not _in_post(v, people, inside)]
        if not inside and not _PRONOUN.search(text[start:end]):
            continue
        last = _sentence(text, start, end, people, inside, hits, last, found, out, frames)
    for i in out:
        found.pop(i, None)
    return {i: _ordered(c) for i, c in sorted(found.items())}


def _in_post(verb: Verb, people: Sequence[PersonSpan], inside: Sequence[int]) -> bool:
    return any(post.start <= verb.start and verb.end <= post.end
               for i in inside for post in people[i].posts)


def _is_idea(text: str, person: PersonSpan) -> bool:
    """Whether the name only stands in a phrase about ideas (…总书记重要讲话精神, 以…为核心)."""
    if text.endswith(("以", "在以"), 0, person.start) and text.find("核心", person.end, person.end + 12) >= 0:
        return True
    if _LED.match(text, person.end):
        return True
    match = _IDEA.match(text, person.end)
    return match is not None and not text.startswith(("要求,", "要求:", "指示,", "讲话。", "讲话,"), person.end)


def _ordered(capacities: dict[str, None]) -> tuple[str, ...]:
    return tuple(capacities)


def _kind_at(frames: Sequence[Frame], at: int) -> str:
    return next((f.type for f in frames if f.start <= at < f.end), "other")


OUTING = frozenset({"inspection", "visit", "condolence", "incident"})


def _first_start(people: Sequence[PersonSpan], i: int) -> int:
    posts = people[i].posts
    return min([people[i].start, *(p.start for p in posts)])


def _sentence(text: str, start: int, end: int, people: Sequence[PersonSpan],
              inside: Sequence[int], hits: Sequence[Verb], last: list[int],
              found: dict[int, dict[str, None]], out: set[int],
              frames: Sequence[Frame]) -> list[int]:
    """Reads one sentence; returns the people that the next one may call 他."""
    pronoun = _PRONOUN.search(text[start:end])
    group: list[int] = []
    if pronoun:
        leading = [i for i, c in found.items() if "lead" in c or "chair" in c]
        group = list(last) if len(last) == 1 else leading[-1:]
    outer: list[int] = []
    told = True
    first_verb = True
    kind = _kind_at(frames, start)
    items: list[tuple[int, str, int | Verb]] = [(people[i].start, "person", i) for i in inside]
    items += [(v.start, "verb", v) for v in hits]
    items += [(start + m.start(), "comma", 0) for m in re.finditer(",", text[start:end])]
    items.append((start - 1, "comma", 0))
    clause, nobody, quiet = start, False, 0
    for at, what, thing in sorted(items, key=lambda item: (item[0], item[1] != "comma")):
        if what == "comma":
            clause = at + 1
            nobody = bool(_NOBODY.match(text[clause:clause + 30]))
            quiet = 0
            continue
        if what == "person":
            assert isinstance(thing, int)
            i, opening = thing, _first_start(people, thing)
            before = text[max(start, opening - 6):opening]
            if _entrusts(text, before, people[i]):
                out.add(i)
                continue
            if before.endswith(("授予", "追授", "表彰", "表彰了", "奖励", "追认")):
                _add(found, _list_from(text, people, inside, i), "awarded")
            if i in found and "awarded" in found[i] and not told:
                continue
            if before.endswith(("陪同", "会见了", "会见", "接见", "接见了", "看望了", "看望", "慰问", "慰问了", "在")) or told:
                outer = group
                group = [i]
                told = False
            else:
                group.append(i)
            first_verb = True
            nobody = False
            continue
        assert isinstance(thing, Verb)
        verb = thing
        if nobody or not group:
            continue
        since = max([clause, *(people[i].end for i in group if clause <= people[i].start < verb.start)])
        gap = text[since:verb.start]
        named = any(clause <= people[i].start < verb.start for i in group)
        if verb.kind == "saying" and not (len(gap) <= 10 or first_verb and named) :
            continue
        if verb.kind == "saying" and len(gap) > 10 and not text.startswith((",", ":", "要", "“"), verb.end):
            continue
        if verb.kind == "first" and not (gap.endswith("并") and verb.capacity == "speak" or first_verb and named and (
                len(gap) <= 6 or gap.startswith(("向", "就", "围绕", "为", "代表", "在会上", "等")))):
            continue
        if verb.kind == "anywhere" and not named and len(gap) > _REACH.get(verb.capacity, 6):
            continue
        if verb.kind == "anywhere" and len(gap) > 60:
            continue
        capacity = verb.capacity
        if text[verb.start:verb.end] == "一行" and gap not in ("", "等", "等人"):
            continue
        if capacity in ("report", "speak") and verb.kind != "saying" and _HEARD.search(gap):
            continue
        if capacity == "lead":
            if kind not in OUTING and not _outing(text, verb):
                continue
        if quiet and capacity in _QUIETED and not re.search(r"并|,", text[quiet:verb.start]):
            continue
        if capacity == "sign" and kind not in ("signing", "visit", "meeting", "policy", "other", "ceremony"):
            continue
        if text[verb.start:verb.end] == "介绍" and kind in OUTING and "向" in gap:
            capacity = "report"
        if capacity in ("attend", "accompany", "chair") and text[verb.start:verb.end] != "与会":
            quiet = verb.end
        _add(found, group, capacity)
        told = True
        first_verb = False
    if group and not told:
        _add(found, group, "")
    rest = [i for i in inside if i not in out and i not in found]
    _add(found, rest, "")
    return group or outer or last


def _list_from(text: str, people: Sequence[PersonSpan], inside: Sequence[int],
               first: int) -> list[int]:
    """The people of a list that begins with ``first`` and has no posts between."""
    group = [first]
    for i in inside:
        if i == group[-1] + 1 and re.fullmatch(r"(?:\([^()]*\))?[、和与及]",
                                               text[people[group[-1]].end:people[i].start]):
            group.append(i)
    return group


def _outing(text: str, verb: Verb) -> bool:
    return text[verb.start:verb.end] in ("率队", "带队", "视察", "率领", "带领", "率", "率团", "为组长", "任组长", "参观", "巡视", "巡馆")


def _entrusts(text: str, before: str, person: PersonSpan) -> bool:
    return before.endswith("受") and text.startswith(("委托", "嘱托", "委派"), person.end)


def _add(found: dict[int, dict[str, None]], group: Sequence[int], capacity: str) -> None:
    for i in group:
        capacities = found.setdefault(i, {})
        if capacity:
            capacities[capacity] = None


@Language.component("acts")
def component(doc: Doc) -> Doc:
    """Sets ``doc._.acts``: capacities by index into ``doc._.people``."""
    doc._.acts = acts(text_of(doc), doc._.people, doc._.frames)
    return doc
