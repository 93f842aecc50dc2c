"""Verbs that tell in which capacity somebody takes part, where they stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

import ahocorasick

from extractors.lexicon import table

_BEFORE_PERFORMS = tuple("协工合动操运制著写创耕当")
_PERFORMS = re.compile(
    r"[作做](?<![协工合动操运制著写创耕当].)(?:[了的]?(?:题为)?(?:“[^”\n]{1,80}”|《[^》\n]{1,80}》)的|[了的])?(?:“[^”\n]{1,10}”)?(?:工作|[^,。;作并“]){0,12}?"
    r"(?P<what>报告|讲座|发言|讲话|演讲|授课|点评|宣讲|致辞|辅导|说明|汇报|陈述|答辩|谈话|示范课|指示|批示|反馈|解读|推介|交流|动员|总结|部署|传达)"
)
"""作 with what is given: 作专题辅导报告, 作题为“…”的学术报告."""
_PERFORMED = {"说明": "report", "汇报": "report", "批示": "other"}
"""What is given otherwise than by speaking to those present, with its capacity."""

_PROPOSES = re.compile(
    r"提(?<![的所].)出?(?:了|出)?[^,。;、“]{0,8}?(?:建议|意见|要求|希望|倡议|设想|思路)(?![和的书稿件征案])"
)
"""提出六点建议, 提了要求."""
_REPORTS = re.compile(r"向[^,。;、的作做]{2,18}?(?:报告|汇报)了?(?![会书单员团人精的])")
"""向县人大常委会报告反贪工作."""

_GIVES_PAPER = re.compile(
    r"[作做](?<![协工合动操运制著写创耕当].)了?(?:题为)?[^,。;、《》]{0,8}《[^》\n]{1,80}?(?P<what>说明|汇报)?》"
    r"|[作做](?<![协工合动操运制著写创耕当].)了?关于[^,。;《》]{2,60}?(?:的|情况)(?P<of>说明|汇报|报告|讲话|发言|讲座|通报)"
    r"|[上讲](?:了|好)?(?:一[堂节])?“[^”\n]{1,30}课”"
)
"""作《政府工作报告》, 作了关于任免的报告, 上“开学第一课”."""
_PASSIVE = re.compile(
    r"被[^,。;被]{2,18}?(?P<what>追授|追认|追记|授予|评为|评定为|命名|表彰|记功|记大功|嘉奖|任命为|聘为|免去|撤销|撤职)"
)
"""What is done to somebody by a body that is named: 被公安部追授."""
_PASSIVES = {"任命为": "appointed", "免去": "removed", "撤销": "removed", "撤职": "removed"}
_TOLD = frozenset("小学传据评图述")
"""What makes another word of 说: 小说, 学说."""
_TITLE = re.compile(r"《[^》\n]{1,120}》")


class Verb(NamedTuple):
    """A verb where it stands: clean offsets (half-open), its word, its capacity.

    ``kind`` is the table of capacities.toml that it came from: it says where the verb counts.
    """

    start: int
    end: int
    word: str
    capacity: str
    kind: str


@lru_cache(maxsize=1)
def data() -> Any:
    """The content of capacities.toml."""
    return table("capacities")


@lru_cache(maxsize=1)
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for kind in ("first", "saying", "anywhere"):  # a verb of two kinds is of the last one
        for capacity, words in data()[kind].items():
            for word in words:
                automaton.add_word(word, (word, capacity, kind))
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=1)
def _nominal() -> tuple[dict[str, tuple[str, ...]], tuple[str, ...], tuple[str, ...]]:
    """What stands after a verb, by capacity, or before it, where it is part of a name or an object;
    and what stands after it without making a name of it."""
    nominal = data()["nominal"]
    after = {capacity: tuple(words) for capacity, words in nominal["after"].items()}
    return after, tuple(nominal["words"]["before"]), tuple(nominal["words"]["not_after"])


def verbs(text: str) -> tuple[Verb, ...]:
    """Verbs in the text, in order, the longest at each place; nouns made of them are left out."""
    after, before, not_after = _nominal()
    never = data()["nominal"]["words"]["never"]
    found = []
    for match in _PERFORMS.finditer(text):
        capacity = _PERFORMED.get(match["what"], "speak")
        found.append(Verb(match.start(), match.end(), match.group(), capacity, "anywhere"))
    for match in _GIVES_PAPER.finditer(text):
        what = match["what"] or match["of"] or ""
        capacity = _PERFORMED.get(what, "speak")
        found.append(Verb(match.start(), match.end(), match.group(), capacity, "anywhere"))
    for match in _PROPOSES.finditer(text):
        found.append(Verb(match.start(), match.end(), match.group(), "speak", "anywhere"))
    for match in _REPORTS.finditer(text):
        found.append(Verb(match.start(), match.end(), match.group(), "report", "anywhere"))
    if "被" in text:
        for match in _PASSIVE.finditer(text):
            capacity = _PASSIVES.get(match["what"], "awarded")
            found.append(Verb(match.start(), match.end(), match.group(), capacity, "anywhere"))
    performed = [(verb.start, verb.end) for verb in found]
    if "《" in text:
        performed += [match.span() for match in _TITLE.finditer(text)]
    for last, (word, capacity, kind) in _automaton().iter_long(text):
        start, end = last + 1 - len(word), last + 1
        nouns = after.get(word) or after.get(capacity, ())
        named = text.startswith(nouns, end) and word not in never
        if (named and not text.startswith(not_after, end)) or text.endswith(before, 0, start):
            continue
        if word == "说" and text[start - 1 : start] in _TOLD:
            continue
        if word[0] == "作" and text[start - 1 : start] in _BEFORE_PERFORMS:
            if word != "作讲话":
                continue  # 工作总结 is no 作总结
            start, word = start + 1, "讲话"  # 就经济工作讲话
        if not any(a <= start < b for a, b in performed):
            found.append(Verb(start, end, word, capacity, kind))
    return tuple(sorted(found, key=lambda verb: verb.start))
