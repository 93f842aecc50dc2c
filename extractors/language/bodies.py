"""The component `bodies`: bodies that take part in what is told, not those it only speaks of.

A body takes part where a verb of acting follows it, where it stands after 由, 与, 受 and the like, where
it holds the meeting that is named after it, where it sends those who attend, or in a list with one
that does. What is only quoted (传达市委…精神), visited or the place of something takes no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.body_names import Body, names
from extractors.language.document import Named, PersonSpan, text_of
from extractors.language.gazetteer import is_place_name, longest_name
from extractors.lexicon import table

_ADVERB = re.compile(
    r"(?:\([^()]{1,20}\))?(?:等[^,。;、]{0,8}?(?=共同|联合|分别))?(?:共同|联合|分别|正式|先后|首次|主动|积极|成功|隆重|还|也|再次|将|相继|一起|"
    r"在[^,。;、]{1,20}?(?=召开|举行|举办|签|成立|揭)|[与和同][^,。;]{2,30}?(?=签|举行|联合|共同|召开|座谈|开展|达成|举办)|"
    r"同时|随即|当即|立即|随后|同日|即|\d+日(?:上午|下午|晚)?|今天|上午|下午|又|已|已经|曾|组织)*")
_TIME = (r"(?:[^,。;]{0,14}[年月日旬春夏秋冬初底末](?:上午|下午|晚上?|凌晨|早[上晨]?|中午|傍晚|前后)?)?"
         r"(?:[0-9一二三四五六七八九十]+[时点](?:[0-9]+分)?许?)?")
_OPENING = re.compile(
    rf"^[\s△☆●▲■◆○★·]*(?:{_TIME}(?:[^,。;]{{0,6}}(?:上|中|后|前|时|间|现场|当天|近日|日前|随后|同时|目前|据了解))?|[^,。]{{0,16}}电|经|并|由|"
    r"其中|同时|此外|另外|会上|会议期间|期间|(?:由|以)[^,。;]*(?:带队|率领|带领|组成|为组长|牵头|任组长)的)?\s*$")
_ITEMS_BEFORE = re.compile(r"(?:[^,。;、]{2,24}(?:、|和|与|及|同))+$")
_CLAUSE_MARKS = ",。;!?\n:("
_VISITING = re.compile(r"(?:到|来到|前往|深入|赴|走进|走访|慰问|视察|考察|调研|参观|检查|察看|查看|抵达|入驻|落户|位于|看望)[^,。;]*$")
_ATTENDING = re.compile(r"(?:出席|参加|列席|与会|参会|到会|陪同)")
_OFFICE = re.compile(
    r"^(?:、[^,。;、]{2,10})*(?:党委|党组)?(?:相关|有关)?(?:副|常务|第一)*(?:书记|主任|局长|厅长|部长|秘书长|检察长|院长|主席)")
_STAFF_ACTS = re.compile(r"^(?:民警|干警|官兵|职工|工作人员|医护人员|志愿者|师生|学生|教师|党员|干部)")
_ORDERED = re.compile(
    r"(?:[、和][^,。;]{1,10})*(?:的|对|关于)?[^,。;、召举主]{0,14}(?:决策部署|工作部署|安排部署|部署要求|会议精神|讲话精神|全会精神|大会精神|"
    r"指示精神|工作要求|要求部署|坚强领导|正确领导|部署,|要求,|精神,)")
_EVENT = re.compile(
    r"^[^,。;]{0,40}(?:仪式|典礼|大会|会议|论坛|座谈会|研讨会|发布会|推进会|报告会|培训班|班|项目|活动|赛季|比赛|展览?|年会|运动会|晚会)?"
    r"(?:启动|开幕|闭幕|开班|召开|举行|通过|开工|竣工|建成|投产|落成|奠基|开业|结业|开学|开赛)")
_BY = re.compile(r"由(?:[^,。;]{1,30}(?:、|和|与|及|同))?$")
_HOSTING = re.compile(r"主持|率领|带队|主办|承办|组织|牵头|举办|发起|共同|联合|协办|开展|实施|建设|承建|投资")
_JOINT = re.compile(r"签|座谈|合作|共建|协商|联合|对接|会谈|共同|协作|举行|达成|结为")
_STAFF = re.compile(r"^(?:等)?[^,。;]{0,24}?(?:负责人|负责同志|代表|领导|班子|同志|人员|专家|干部|成员|主要领导|工作人员)")
_COMMITTEE_AND_GOVERNMENT = re.compile(r"(.*[省市区县州]委)([省市区县州](?:人民)?政府)")
_TOGETHER = re.compile(r"[两三四五六]地")
_MORE = re.compile(r"、([^、,。;:《》“”\n等]{2,16})(?=、|等|,)")
_OFFICES = re.compile(
    r"(?P<places>(?:[\u4e00-\u9fff]{2,7}?[省市区县州](?:、|与|和|及))*[\u4e00-\u9fff]{2,7}?[省市区县州])"
    r"(?P<offices>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})+)部门(?P<then>分别|共同|联合|签|召开|举行|开展)")
_ITEMS = re.compile(
    r"(?P<lead>由|对|与|和|同|及|邀请|会同|,|。|^|、)(?P<items>[^、,。;:()《》“”\n对由]{2,16}(?:、[^、,。;:()《》“”\n]{2,16})+)"
    r"等[^,。;、]{0,12}?(?P<what>企业|公司|集团|单位|商会|院校|高校|机构|协会|部门)")


@lru_cache(maxsize=1)
def _data() -> Any:
    return table("acting")


@lru_cache(maxsize=1)
def _verbs() -> dict[str, tuple[tuple[str, str], ...]]:
    """Verbs of acting by their first character, the longest first, with the capacity."""
    by_first: dict[str, list[tuple[str, str]]] = {}
    for capacity, verbs in _data()["after"].items():
        for verb in verbs:
            by_first.setdefault(verb[0], []).append((verb, capacity))
    return {c: tuple(sorted(v, key=lambda pair: -len(pair[0]))) for c, v in by_first.items()}


@lru_cache(maxsize=1)
def _meeting() -> re.Pattern[str]:
    return re.compile(_data()["meetings"]["pattern"])


def bodies(text: str, people: Sequence[PersonSpan] = (), start: int = 0) -> tuple[Named, ...]:
    """Bodies that take part, each with what it does there (clean offsets), in order."""
    taken = [(p.start, p.end) for p in people]
    taken += [(q.start, q.end) for p in people for q in p.posts]
    taken += [m.span() for m in re.finditer(r"《[^《》]{1,80}》|“[^“”]{1,60}”", text)]
    listed = names(text, start, taken)
    acting = {i: c for i, b in enumerate(listed) if (c := _capacity(text, b))}
    _carry(text, listed, acting, range(len(listed) - 1, 0, -1), -1)
    _carry(text, listed, acting, range(len(listed) - 1), +1)
    found = [n for i in sorted(acting) for n in _expanded(text, listed[i], acting[i])]
    found += _offices(text, start)
    found += _going_on(text, listed, acting, taken)
    found += _in_lists(text, start, [(n.start, n.end) for n in found], taken)
    return tuple(sorted(found, key=lambda n: (n.start, n.end, n.name)))


def _carry(text: str, listed: Sequence[Body], acting: dict[int, str], order: range,
           step: int) -> None:
    """One that acts carries its neighbours in a list: 甲、乙和丙联合开展."""
    for index in order:
        other = index + step
        first, second = (listed[other], listed[index]) if step < 0 else (listed[index], listed[other])
        between = text[first.end:second.start]
        if (index in acting and other not in acting
                and re.fullmatch(r"(?:\([^()]{1,30}\))?(?:、|和|与|及|以及|同)", between)):
            acting[other] = acting[index]


def _capacity(text: str, body: Body) -> str:
    """What the body does, or the empty string where it is only spoken of."""
    clause = max(text.rfind(mark, 0, body.start) for mark in _CLAUSE_MARKS) + 1
    pre, rest = text[clause:body.start], text[body.end:body.end + 60]
    stretch = re.split(r"[。;!?\n]", rest)[0]
    partner = re.search(r"(?:与|和|同|会同)$", pre)
    if pre.endswith(("根据", "按照")) and "的决定" in stretch:
        return "other"
    if _is_quoted(pre) or _ORDERED.match(rest):
        return ""
    if pre.endswith("以") and stretch.startswith("为"):
        return "other"
    if re.search(r"(?:召开|举行)$", pre) and re.search(r"会议|大会|座谈会", stretch):
        return "host"
    if _meeting().match(re.sub(r"^\([^()]{1,40}\)", "", rest)):
        held = re.search(r"(?:召开|举行|主持|出席|参加|列席|组织|暨)[^,。、]{0,6}$", pre) or (
            pre.endswith(("由", "经", "根据")) and re.search(r"通过|决定|任命|批准", stretch))
        return "host" if _opens(pre) or held else ""
    if _BY.search(pre) and _HOSTING.search(stretch):
        return "host"
    if re.search(r"(?:召开|举行)$", pre) and text[body.start:body.end].endswith(("常委会", "理事会", "董事会")):
        return "host"
    if body.kind == "media" and re.match(r"[^,。]{0,8}日[^,。]{0,6}电", rest):
        return ""
    if partner and re.search(r"召开|举行|主持", pre) and _meeting().match(rest):
        return "host"
    if partner:
        joint = _JOINT.search(stretch)
        if joint:
            return "sign" if "签" in stretch else "attend"
        pre = pre[: partner.start()]
        pre = "" if names(pre) and names(pre)[-1].end == len(pre) else pre + "和"
    if pre.endswith("受") and re.match(r"^[^,。]{0,4}(?:委托|邀请|委派)", rest):
        return "other"
    if pre.endswith(("被", "获", "经", "由", "报")) and re.search(r"命名|评为|授予|认定|确定|列为|批准|批复|同意|审定|表彰|颁发", stretch):
        return "other"
    if "通过" in pre[-4:] and re.search(r"评审|审查|验收|批准|认定|审核|考核", stretch):
        return "other"
    if pre.endswith("对") and re.search(r"进行|开展|实施", stretch):
        return "other"
    if pre.endswith(("授予", "表彰", "命名", "奖励", "追授", "授予了", "表彰了")):
        return "awarded"
    if pre.endswith("应") and rest.startswith(("邀请", "之邀")):
        return "other"
    if rest.startswith("被") and re.search(r"授予|评为|命名|认定|列为|确定|表彰|撤销|合并", stretch):
        return "awarded"
    if re.search(r"(?:听取|审议|通过)了?$", pre) and re.search(r"通报|汇报|报告|介绍|关于|作的|提出|提请", stretch):
        return "other"
    if rest.startswith("关于") and not _OPENING.match(pre):
        return ""
    if pre.endswith("听取") and re.search(r"通报|汇报|报告|介绍|关于|作的|提出|提请", stretch):
        return "other"
    if pre.endswith("代表") and re.search(r"向|致以|对", stretch):
        return "attend"
    if re.search(r"(?:入选|列入|获评?|获得)$", pre) and re.match(
            r"^(?:组织|评选|公布|颁发|授予|认定|评定)", rest):
        return "other"
    if pre.endswith("暨") and re.match(r"^[^,。;]{0,10}(?:会议?|仪式|典礼|论坛)", rest):
        return "host"
    if re.search(r"(?:成立|组建|设立|恢复|撤销|合并|筹建|建立)了?$", pre):
        return "founded"
    if _STAFF.match(rest) and _ATTENDING.search(re.split(r"[。!?\n]", text[body.end:body.end + 160])[0]) \
            and not _OFFICE.match(rest):
        return "attend"
    if body.kind == "delegation" or text[body.start:body.end].endswith(("组", "团")):
        return "attend"
    if _VISITING.search(pre) or re.search(r"在[^,。;]*$", pre):
        return ""
    if not _opens(pre):
        return ""
    if _STAFF_ACTS.match(rest):
        return "attend"
    at = body.end
    adverb = _ADVERB.match(text, at)
    for here in {adverb.end() if adverb else at, at}:
        for verb, capacity in _verbs().get(text[here:here + 1], ()):
            if text.startswith(verb, here):
                return capacity
    told = stretch.split(",")[0]
    if _EVENT.search(told):
        return "host"
    return next((c for i in range(1, min(len(told), 14)) for v, c in _verbs().get(told[i], ())
                 if len(v) >= 2 and told.startswith(v, i)), "")


def _opens(pre: str) -> bool:
    """Whether nothing but a time, an adverb or bodies in a list stands before in the clause."""
    return _OPENING.match(pre) is not None or (
        pre.endswith("、") and _OPENING.match(_ITEMS_BEFORE.sub("", pre)) is not None)


def _is_quoted(pre: str) -> bool:
    """Whether the clause before only speaks of what others said or decided."""
    return any(word in pre for word in _data()["quoting"]["words"])


def _expanded(text: str, body: Body, capacity: str) -> Iterator[Named]:
    """The body, and those that share its end: 新都区、金堂县交易中心 are two."""
    name = _clean(text[body.start:body.end])
    both = _COMMITTEE_AND_GOVERNMENT.fullmatch(name)
    if both:
        middle = body.end - len(both[2])
        yield Named(body.start, middle, both[1], capacity)
        yield Named(middle, body.end, both[2], capacity)
        return
    place = longest_name(name, full_only=True)
    tail = _TOGETHER.sub("", name[len(place):])
    name = place + tail
    if place and tail in _data()["shared"]["tails"]:
        before = re.search(r"(?:[\u4e00-\u9fff]{2,7}[省市区县州盟旗](?:、|和|及))+$", text[:body.start])
        if before:
            at = before.start()
            for part in re.finditer(r"([\u4e00-\u9fff]+?)(?:、|和|及)", before.group()):
                opening = next((i for i in range(len(part[1]) - 1) if is_place_name(part[1][i:])), None)
                if opening is not None:
                    yield Named(at + part.start() + opening, body.end, part[1][opening:] + tail, capacity)
    yield Named(body.start, body.end, name, capacity)


def _offices(text: str, start: int) -> Iterator[Named]:
    """Departments that places and names share: 甲区与乙市组织、宣传部门 are four."""
    for match in _OFFICES.finditer(text, start):
        capacity = "sign" if "签" in text[match.end():match.end() + 8] else "attend"
        for place in re.split(r"、|与|和|及", match["places"]):
            for office in match["offices"].split("、"):
                yield Named(match.start(), match.start("then"), f"{place}{office}部门", capacity)


def _going_on(text: str, listed: Sequence[Body], acting: dict[int, str],
              taken: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """Names that go on with a list of those who attend and have no ending: 中国金融工会、甲石化等负责同志."""
    starts = {b.start for b in listed}
    for index, capacity in acting.items():
        if capacity not in ("attend", "other"):
            continue
        at = listed[index].end
        while match := _MORE.match(text, at):
            item, at = match[1], match.end()
            if capacity == "other" and not item.endswith(("委", "局", "厅", "部", "办")):
                break
            if (match.start(1) in starts or is_place_name(item) or not _listed_name(item)
                    or any(a < match.end() and match.start() < b for a, b in taken)):
                continue
            yield Named(match.start(1), match.end(1), _clean(item), capacity, 0.6)


def _listed_name(item: str) -> bool:
    """Whether an item of a list of bodies may be a body's name without an ending."""
    return not item.startswith(tuple(_data()["generic"]["starts"])) and not re.search(
        r"[的了]|负责|代表|领导|同志|专家|记者|人员|干部|群众|有关|相关|单位|部门", item)


def _in_lists(text: str, start: int, have: Sequence[tuple[int, int]],
              taken: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """Names without an ending of bodies, in a list that says what they are: 甲、乙等7家企业."""
    for match in _ITEMS.finditer(text, start):
        clause = max(text.rfind(mark, 0, match.start("items")) for mark in _CLAUSE_MARKS) + 1
        pre = text[clause:match.start("items")]
        rest = re.split(r"[。;!?\n]", text[match.end():match.end() + 60])[0]
        if not (match["lead"] in ("由", "与", "对", "会同", "邀请") or _ATTENDING.search(rest)) \
                or _is_quoted(pre) or _VISITING.search(pre) and match["lead"] != "对":
            continue
        at = match.start("items")
        for item in match["items"].split("、"):
            end = at + len(item)
            for joint in ("以及", "及", "和"):
                if joint in item[1:-2] and longest_name(item) == "":
                    at, item = at + item.index(joint) + len(joint), item[item.index(joint) + len(joint):]
            if not any(a < end and at < b for a, b in (*have, *taken)) and not is_place_name(item) \
                    and not item.startswith(tuple(_data()["generic"]["starts"])) and len(item) <= 12:
                yield Named(at, end, _clean(item), "attend", 0.7)
            at = end + 1


def _clean(name: str) -> str:
    return name.replace(" ", "").replace("\n", "")


@Language.component("bodies")
def component(doc: Doc) -> Doc:
    """Sets ``doc._.bodies`` from the headline and the telling of the entry."""
    doc._.bodies = bodies(text_of(doc), doc._.people)
    return doc
