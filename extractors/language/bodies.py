"""The component `bodies`: bodies that take part in what is told, not those it only speaks of.

A body takes part where a verb of acting follows it, where it stands after 由, 与, 受 and the like,
where it holds the meeting that is named after it, where it sends those who attend, or in a list
with one that does. What is only quoted (传达市委…精神), visited or the place of something takes
no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.acting import capacity, data, opens
from extractors.language.body_lists import (
    bare_sisters,
    clean_name,
    going_on,
    headed,
    hosts,
    in_lists,
    led,
    of_same_place,
    offices,
    teams,
)
from extractors.language.body_names import Body, names
from extractors.language.document import Named, PersonSpan, covered
from extractors.language.gazetteer import is_place_name, longest_name
from extractors.language.new_bodies import new_bodies, renamed_papers, townships
from extractors.language.partners import partners
from extractors.language.shared_heads import distributed, numbered, sections
from extractors.language.shared_heads import listed as sharing
from extractors.language.speech import speeches
from extractors.lexicon.alternation import any_word

_TWO = re.compile(r"(.*[省市区县州]委|(?:党|中共)?中央)[和与]?([省市区县州](?:人民政府|政府|委))")
"""Two bodies without a mark between, or the highest one and another: 区委区政府, 中央和省委."""

_ASIDE = re.compile(
    r"《[^《》]{1,80}》(?!编[纂辑写审]?(?:委员会|领导小组|办公室|小组|部)|"
    r"(?:贯彻)?(?:实施)?(?:情况)?(?:执法)?(?:检查|调研|视察|督查|摄制|剧|创作)(?:组|团))|“[^“”]{1,4}”(?![一-龥])"
    r"|“[^“”]{5,60}”(?![一-龥]{0,8}?(?:组|团|队|指挥部|办公室|专班|委员会|联盟))"
    r"|\((?:以下)?简称[^()\n]{1,40}\)"
)
_YEAR_OF_NUMBER = re.compile(r"[〔\[【(](?:19|20)\d\d[〕\]】)]\d")
_NUMBER = re.compile(
    "[\u4e00-\u9fff](?:[省市县区州党委政府人教卫农林财组办厅局纪法水交建]{0,3}"
    "[发干办字函任令通组教人党]{1,2}字?|字)$"
)
"""What opens the number of a document, behind who issued it: 省委组织部[甲委干]〔2001〕5号."""
_NAMING = re.compile(
    r"(?:成立|组建|建立|设立|创建|创办|开办|兴办|试办|筹办|新建|筹建|增设|附设|开设|建成|并入|划归|易名为?|改名为?|更名为|改称|改为|改组为|定名为|命名为|称为?|组成|撤销|恢复|更名|易名|改名|共建|合建|联建|增挂|加挂|挂牌|[”、和与及])$"
)
_QUOTED_ACTS = re.compile(
    r"(?:等[^,。;]{0,6})?(?:与|和|、|夺取|夺权|发生|成立|召开|冲击|进驻|宣布|发起|开展|组织|发表|造反|抢|占领|揪斗|批斗|围攻|强占|封|接管|宣告|解散|撤销|联合|举行|集会|游行)"
)
_UNVEILED = re.compile("(?:正式|共同|联合)*(?:揭牌|揭幕|授牌|挂牌|揭匾|颁牌|授旗)")
_OF_BODY = re.compile(
    "(?:总部|司令部|指挥部|联络站|兵团|战斗队|造反团|造反队|委员会|协会|公司|合作社|联盟|同盟|会)$"
)
_JOINED = re.compile(r"”?(?:\([^()]{1,30}\))?(?:、|和|与|及|以及|同)?“?")
_TIME_AHEAD = re.compile(r"^[^,]{0,16}[年月日旬春夏秋冬底初末],")
_OF_TOWNSHIP = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道)(党委|党工委|政府|人民政府|人大|人大主席团|党政办|办事处|卫生院|中心卫生院|派出所)"
)
_PART = re.compile(r"([\u4e00-\u9fff]+?)(?:、|和|及)")
_TOWNSHIPS = re.compile(r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{1,6}(?:镇|乡|街道)(?:、|和|及))+$")
_BEFORE_SHARED = re.compile(r",?(?:以及|及)|、|和|与")
_COUNTY = re.compile(r"[\u4e00-\u9fff]{2,4}?[市县旗](?![市县旗])")
_TOGETHER = re.compile(r"(?<!第)[两三四五六]地(?![质方区球])")


def bodies(text: str, people: Sequence[PersonSpan] = (), start: int = 0) -> tuple[Named, ...]:
    """Bodies that take part, each with what it does there (clean offsets), in order."""
    taken = covered(people)
    taken += [m.span() for m in _ASIDE.finditer(text) if not _named_in_quotes(text, m)]
    taken += _numbers(text, start)
    named = {person.start for person in people}
    listed = names(text, start, taken)
    said = speeches(text)
    acting = {
        i: c
        for i, b in enumerate(listed)
        if not any(a <= b.start < z for a, z in said)
        and not ((member := _member().match(text, b.end)) and member.end() in named)
        and (c := capacity(text, b))
    }
    _carry(text, listed, acting, range(len(listed) - 1, 0, -1), -1)
    _carry(text, listed, acting, range(len(listed) - 1), +1)
    found = [n for i in sorted(acting) for n in _expanded(text, listed[i], acting[i])]
    found += offices(text, start)
    shared = [
        *distributed(text, start, listed),
        *sections(text, start),
        *numbered(text, start),
        *sharing(text, listed, acting, taken),
    ]
    found = [n for n in found if not any(s.start <= n.start and n.end <= s.end for s in shared)]
    found += shared
    joined = {n.start: n.capacity for n in shared}
    for index, body in enumerate(listed):
        joint = _BEFORE_SHARED.match(text, body.end)
        if index not in acting and joint and joint.end() in joined:
            found.append(
                Named(body.start, body.end, text[body.start : body.end], joined[joint.end()])
            )
    found += renamed_papers(text, start)
    found += townships(text, start)
    found += bare_sisters(text, listed, acting)
    found += led(text, people)
    found += headed(text, start)
    found += going_on(text, listed, acting, taken)
    have = [*((n.start, n.end) for n in found), *taken]
    found += [n for n in new_bodies(text) if not any(a < n.end and n.start < b for a, b in have)]
    found += hosts(text, have)
    found += teams(text, [*have, *((b.start, b.end) for b in listed)])
    found += partners(text, start, [*have, *((b.start, b.end) for b in listed)])
    found += in_lists(text, start, [(n.start, n.end) for n in found], taken, listed)
    sisters = list(of_same_place(text, listed, acting))
    bare = {(n.start, n.end) for n in sisters}
    found = [*sisters, *(n for n in found if (n.start, n.end) not in bare)]
    return tuple(sorted(found, key=lambda n: (n.start, n.end, n.name)))


def _numbers(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The signs that open the numbers of documents."""
    for year in _YEAR_OF_NUMBER.finditer(text, start):
        sign = _NUMBER.search(text, max(start, year.start() - 7), year.start())
        if sign:
            yield sign.span()


@lru_cache(maxsize=1)
def _member() -> re.Pattern[str]:
    """What somebody is in a body, before his name: [甲学校]高二学生乙."""
    return re.compile(
        r"(?:[^,。;、召举开]{0,8}?(?:学院|系|班|年级|专业|车间|科|室|[大中支]队|村))?的?"
        rf"(?:[高初大]?[一二三四]|本科|在读)?{any_word(data()['members']['words'])}+"
    )


def _heads_its_sentence(text: str, body: Body) -> bool:
    """Whether a body opens a sentence and nothing but it stands in its clause."""
    at = max(text.rfind(mark, 0, body.start) for mark in "。;!?\n") + 1
    return opens(_TIME_AHEAD.sub("", text[at : body.start]))


def _named_in_quotes(text: str, quoted: re.Match[str]) -> bool:
    """Whether a body that acts stands in quotation marks: 改称“某某合作社”, “某某总部”夺权."""
    start, end = quoted.span()
    if text[start] != "“":
        return False
    unveiled = _UNVEILED.match(text, end) is not None
    if not (unveiled or _NAMING.search(text, max(0, start - 4), start)) and not (
        _QUOTED_ACTS.match(text, end) and _OF_BODY.search(text, start, end - 1)
    ):
        return False
    if text.startswith("命名为", start - 3) and "被" in text[max(0, start - 30) : start]:
        return False  # an honour: 被命名为“示范中队”
    return any(b.start == start + 1 and b.end == end - 1 for b in names(text[: end - 1], start + 1))


def _carry(
    text: str, listed: Sequence[Body], acting: dict[int, str], order: range, step: int
) -> None:
    """One that acts carries its neighbours in a list: 甲、乙和丙联合开展."""
    for index in order:
        other = index + step
        first, second = (
            (listed[other], listed[index]) if step < 0 else (listed[index], listed[other])
        )
        if index not in acting or other in acting:
            continue
        between = text[first.end : second.start]
        if between == "," and step < 0 and _heads_its_sentence(text, first):
            between = "、"  # 州委、州政府,军分区发出
        if _JOINED.fullmatch(between) and between.strip("“”"):
            acting[other] = acting[index]


def _expanded(text: str, body: Body, says: str) -> Iterator[Named]:
    """The body, and those that share its end: 新都区、金堂县交易中心 are two."""
    name = clean_name(text[body.start : body.end])
    both = _TWO.fullmatch(name)
    if both:
        middle = body.end - len(both[2])
        yield Named(body.start, body.start + len(both[1]), both[1], says)
        yield Named(middle, body.end, both[2], says)
        return
    place = longest_name(name, full_only=True) or _of_county(name)
    tail = _TOGETHER.sub("", name[len(place) :])
    name = place + tail
    if place and tail in data()["shared"]["tails"]:
        before = re.search(
            r"(?:[\u4e00-\u9fff]{2,7}[省市区县州盟旗](?:、|和|及))+$", text[: body.start]
        )
        if before:
            at = before.start()
            for part in _PART.finditer(before.group()):
                opening = next(
                    (i for i in range(len(part[1]) - 1) if is_place_name(part[1][i:])), None
                )
                if opening is not None:
                    yield Named(
                        at + part.start() + opening, body.end, part[1][opening:] + tail, says
                    )
    elif township := _OF_TOWNSHIP.fullmatch(name):
        for other in _townships(text, body.start):
            yield Named(other.start(), body.end, other[1] + township[1], says)
    yield Named(body.start, body.end, name, says)


def _of_county(name: str) -> str:
    """The county that opens a name and is none of the gazetteer's: 海山县 of 海山县消防队."""
    county = _COUNTY.match(name)
    return county[0] if county and name[county.end() :] in data()["shared"]["tails"] else ""


def _townships(text: str, end: int) -> Iterator[re.Match[str]]:
    """Towns in a list before one whose body is named: 甲镇、乙乡、[丙镇党委]."""
    before = _TOWNSHIPS.search(text, max(0, end - 60), end)
    if before:
        yield from _PART.finditer(text, before.start(), before.end())


@Language.component("bodies")
def component(doc: Doc) -> Doc:
    """Sets ``doc._.bodies`` from the headline and the telling of the entry."""
    own = doc._
    own.bodies = bodies(own.entry.clean.text, own.people)
    return doc
