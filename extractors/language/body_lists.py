"""Bodies that share a name or have none of a body's endings, found by the list they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from extractors.language.acting import CLAUSE_MARKS, data, quoted
from extractors.language.body_names import Body
from extractors.language.document import Named, PersonSpan
from extractors.language.gazetteer import is_place_name, longest_name
from extractors.language.posts import body_start
from extractors.lexicon.alternation import any_word

_BY = re.compile(
    r"由(?P<items>[^,。;:!?\n《》]{4,90}?)(?:等(?:单位|部门|[0-9一二三四五六七八九十]*家单位)?)?"
    r"(?:联合|共同|分别|牵头|主要)*"
    r"(?:主办|承办|协办|举办|组织召开|组织|召开|举行|发起|编纂|编写|出品|摄制|投资)(?!的?人)"
)
_BROUGHT = re.compile(
    r"(?:率领|带领|率|偕同|会同|召集)(?!由)(?P<items>(?:(?!前往|来到|深入|走进|参加|出席|一行|考察|视察|参观)[^,。;:!?\n《》到赴]){3,90}?)"
    r"(?:等(?:单位|部门|[0-9一二三四五六七八九十]*[家个](?:单位|部门))?)?(?:的)?(?:主要|相关|有关|分管)*(?:负责人|负责同志|领导|工作人员|人员|同志)"
)
_HEADED_BY = re.compile(
    r"(?:代表团|考察团|访问团|参观团|旅行团|观光团|慰问团|祝贺团|参访团|经贸团|视察团|检查团|调研团|工作团|医疗队|考察队|工作队)"
    r"(?=(?:副|总)?(?:团长|队长|领队|秘书长)[^,。;、]{2,40}?(?:一行|率|等[0-9一二三四五六七八九十]+人))"
)
"""A delegation that comes with its head: [甲国贸易代表团]团长乙一行."""
_WINS = re.compile(
    r"队(?=(?:分别|双双|再次|勇|均|并)?(?:获(?![救悉知准])|夺|荣获|战胜|击败|负于|蝉联|捧得|摘|名列|并列|位列|晋级|问鼎))"
)
_RECEIVED = re.compile("会见|接见|陪同|宴请|看望|会谈|座谈")
_VISITING = re.compile(
    r"(?:到|来到|前往|深入|赴|走进|走访|慰问|视察|考察|调研|参观|检查|察看|查看|抵达|入驻|落户|位于|看望)[^,。;]*$"
)
_ATTENDING = re.compile(r"(?:出席|参加|列席|与会|参会|到会|陪同|参赛)")
_OUTCOME = re.compile(
    r"(?:正式|成功|集中|首批|双双|同时|分别|联合|共同|被[^,。;]{2,16}|先后)*(?:上榜|入选|获|荣获|喜获|当选|签约|签署|签订|入驻|落户|参展|参评|挂牌|揭牌|"
    r"投产|竣工|复工|复产|开业|认定|评为|命名|授予|列入|列为|确定为|表彰|通报|捐|认捐|中标|达成|应邀|成立|跻身|通过|齐聚|亮相|集体)"
)
"""What is told of the members of a list right behind it."""
_MORE = re.compile(r"、([^、,。;:《》“”\n等]{2,16})(?=、|等|,|。|;|\n|$)")
_LAST = re.compile(
    r"(?:、|和|与|及)([A-Za-z\u4e00-\u9fff]{3,10}?)(?<!合作|联合|共同)(?:共同|联合|分别|正式)*(?:举办|主办|承办|协办|召开|举行|签署|签订|签约|开展的|发起)"
)
_MORE_BEFORE = re.compile(
    r"(?<![^、,。;\n])([\u4e00-\u9fff]{2,9}(?:处|室|部|办|院|系|中心|局|委|科|馆|公司|集团|支队|大队|站|所))、$"
)
_ONE_BETWEEN = re.compile(r"、([\u4e00-\u9fff]{3,10})(?:、|和|及|以及)")
_LED_BY = ("主要领导", "主要负责人", "负责人", "领导", "代表")
_SHARING = "部门(?P<then>分别|共同|联合|签|召开|举行|开展)"
_OFFICES = re.compile(
    r"(?P<places>(?:[\u4e00-\u9fff]{2,7}?[省市区县州](?:、|与|和|及))*[\u4e00-\u9fff]{2,7}?[省市区县州])"
    r"(?P<offices>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})+)"
    rf"{_SHARING}"
)
_OF_ITEMS = (
    r"(?:等(?![地国省市县州])[^,。;、的]{0,12}?|(?<=[\u4e00-\u9fff])(?<!等)[0-9两三四五六七八九十]+[家户所支][\u4e00-\u9fff]{0,6}?)"
    r"(?P<what>企业|公司|集团|单位|商会|院校|高校|机构|协会|部门|客商|商户|商家|厂家|厂商|社团|社会组织|球队|代表队|参赛队|队伍)"
)
_SHARED_OFFICES = re.compile(_SHARING)
_ENUMERATED = re.compile(_OF_ITEMS)
_ITEMS = re.compile(
    r"(?P<lead>由|对|与|和|同|及|邀请|会同|,|。|^|、)(?P<items>[^、,。;:()《》“”\n对由]{2,16}(?:、[^、,。;:()《》“”\n]{2,16})+)"
    rf"{_OF_ITEMS}"
)


_SPACE = re.compile(r"(?<![A-Za-z]) |\n| (?![A-Za-z])")
"""White space that is none between two Latin words."""
_DAY_AHEAD = re.compile(
    r"[\s△☆●▲■◆○★※]*(?:[0-9一二三四五六七八九十~—–-]+[年月日])+(?:上午|下午)?\s*|来自"
)
_AND_SO_ON = re.compile("等(?<![高中平同初上均头劣优]等)[^等]{0,4}$")
_COMMITTEE = re.compile(r"(?<=[省市区县州旗盟镇乡])(?:党委|委)$")
_SISTER = re.compile("人大常委会|人大|人民政府|政府|政协|纪委")
_SISTERS = re.compile(
    rf"(?:(?:、|和|与|及)(?:{_SISTER.pattern}))+(?![\u4e00-\u9fff]{{0,2}}(?:代表|委员|办|机关|主任|主席|秘书|报告))"
)


_BARE = re.compile("共青团|青年团|妇联会|农会|工商联|科协|团委|妇联|工会|法院|检察院|公安局|教育局")
_BARE_RUN = re.compile(
    rf"(?:(?:、|和|与|及)(?:{_BARE.pattern})(?![\u4e00-\u9fff]?(?:代表|委员|长|主席|主任|书记)))+"
)


def clean_name(name: str) -> str:
    """A name without the white space that clean text may keep between its words."""
    return _SPACE.sub("", name)


def offices(text: str, start: int) -> Iterator[Named]:
    """Departments that places and names share: 甲区与乙市组织、宣传部门 are four."""
    if _SHARED_OFFICES.search(text, start) is None:
        return
    for match in _OFFICES.finditer(text, start):
        capacity = "sign" if "签" in text[match.end() : match.end() + 8] else "attend"
        for place in re.split(r"、|与|和|及", match["places"]):
            for office in match["offices"].split("、"):
                yield Named(match.start(), match.start("then"), f"{place}{office}部门", capacity)


def of_same_place(text: str, listed: Sequence[Body], acting: dict[int, str]) -> Iterator[Named]:
    """Bodies that take their place from the committee before them: 县委、[县]人大、[县]政府."""
    for index, says in acting.items():
        body = listed[index]
        committee = _COMMITTEE.search(text, body.start, body.end)
        if not committee or not (sisters := _SISTERS.match(text, body.end)):
            continue
        place = text[body.start : committee.start()].removeprefix("中共")
        for sister in _SISTER.finditer(text, sisters.start(), sisters.end()):
            yield Named(sister.start(), sister.end(), place + sister[0], says)


def bare_sisters(text: str, listed: Sequence[Body], acting: dict[int, str]) -> Iterator[Named]:
    """Bodies that are named by what they are behind one that takes part: 县工会、[共青团]."""
    for index, says in acting.items():
        run = _BARE_RUN.match(text, listed[index].end)
        for bare in _BARE.finditer(text, run.start(), run.end()) if run else ():
            yield Named(bare.start(), bare.end(), bare[0], says, 0.8)


def led(text: str, people: Sequence[PersonSpan]) -> Iterator[Named]:
    """Bodies whose leaders or delegates are named without a post: 甲钢铁领导乙、丙."""
    for person in people:
        group = next((w for w in _LED_BY if text.endswith(w, 0, person.start)), "")
        if person.posts or not group:
            continue
        end = person.start - len(group)
        start = body_start(text, end, 0)
        if text[end - 1] in "老原新":  # 学校老领导
            end -= 1
        name = text[start:end]
        if (
            3 <= len(name) <= 16
            and not is_place_name(name)
            and _listed_name(name)
            and name not in data()["generic"]["whole"]
            and name[0] not in "省市区县州我校院本该与"
        ):
            yield Named(start, end, clean_name(name), "attend", 0.6)


def headed(text: str, start: int) -> Iterator[Named]:
    """Delegations that are named with their heads: 甲国贸易代表团团长乙一行."""
    for match in _HEADED_BY.finditer(text, start):
        clause = max(text.rfind(mark, 0, match.start()) for mark in CLAUSE_MARKS) + 1
        if _RECEIVED.search(text, clause, match.start()):
            continue
        begin = body_start(text, match.end(), max(start, match.start() - 30))
        if begin < match.start():
            yield Named(begin, match.end(), clean_name(text[begin : match.end()]), "attend", 0.7)


def teams(text: str, have: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """Teams that win or lose, named after their places: 苏州队获冠军."""
    for match in _WINS.finditer(text):
        begin = body_start(text, match.end(), max(0, match.start() - 20))
        name = text[begin : match.end()]
        if (
            3 <= len(name) <= 12
            and name not in data()["generic"]["whole"]
            and not name.startswith(tuple(data()["generic"]["starts"]))
            and not any(a < match.end() and begin < b for a, b in have)
        ):
            yield Named(begin, match.end(), clean_name(name), "awarded", 0.6)


def going_on(
    text: str, listed: Sequence[Body], acting: dict[int, str], taken: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """Names without an ending that go on with a list of those who attend:
    甲工会、乙石化等负责人."""
    starts = {b.start for b in listed}
    for index, capacity in acting.items():
        if index + 1 not in acting:
            yield from _same_list(text, listed[index].end, starts, capacity, taken)
        if capacity not in ("attend", "other", "founded"):
            yield from _between(text, listed, index, acting, taken)
            yield from _partner(text, listed[index].end, starts, capacity, taken)
            continue
        if capacity == "attend" and index - 1 not in acting:
            yield from _going_back(text, listed[index].start, starts, taken)
        at = listed[index].end
        while match := _MORE.match(text, at):
            item, at = match[1], match.end()
            if capacity == "other" and not item.endswith(("委", "局", "厅", "部", "办")):
                break
            if capacity != "founded" and text[at : at + 1] not in "、等,":
                break
            if capacity == "founded" and item[-1] != text[listed[index].end - 1]:
                break
            if (
                match.start(1) in starts
                or is_place_name(item)
                or not _listed_name(item)
                or any(a < match.end() and match.start() < b for a, b in taken)
            ):
                continue
            yield Named(match.start(1), match.end(1), clean_name(item), capacity, 0.6)


@lru_cache(maxsize=1)
def _same_ending() -> re.Pattern[str]:
    """What goes on with a list of bodies and ends like one, before a mark or a verb of acting."""
    verbs = (
        verb for sort in ("after", "right_after") for row in data()[sort].values() for verb in row
    )
    return re.compile(
        r"(?:、|和|与|及|以及)([\u4e00-\u9fff]{1,9}?"
        r"(?:[处部室科馆院局办站所队社会厂委系班组校团厅庭行店场矿台网报园]|中心|公司|集团))"
        rf"(?=、|和|与|及|以及|等|{any_word(verbs)})(?!理|长)"
    )


def _same_list(
    text: str, at: int, starts: set[int], capacity: str, taken: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """Offices that only the list they stand in tells: 县田粮处、[税捐处]合署办公."""
    while match := _same_ending().match(text, at):
        at = match.end()
        name = match[1]
        if (
            match.start(1) in starts
            or len(name) < 3
            or not _listed_name(name)
            or _ATTENDING.search(name)
            or name in data()["generic"]["whole"]
            or is_place_name(name)
            or any(a < at and match.start(1) < b for a, b in taken)
        ):
            return
        yield Named(match.start(1), at, clean_name(name), capacity, 0.6)


def _partner(
    text: str, at: int, starts: set[int], capacity: str, taken: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """Who hosts or signs as the last of a list: 校团委、[学生处]联合举办."""
    last = _LAST.match(text, at)
    if (
        last is not None
        and last.start(1) not in starts
        and _listed_name(last[1])
        and not is_place_name(last[1])
        and not any(a < last.end(1) and last.start(1) < b for a, b in taken)
    ):
        yield Named(last.start(1), last.end(1), last[1], capacity, 0.6)


def _going_back(
    text: str, at: int, starts: set[int], taken: Sequence[tuple[int, int]]
) -> Iterator[Named]:
    """Offices before the first body of a list of those who attend: 人事处、学生处、甲学院."""
    while match := _MORE_BEFORE.search(text, max(0, at - 16), at):
        at = match.start(1)
        if (
            at in starts
            or not _listed_name(match[1])
            or any(a < match.end() and at < b for a, b in taken)
        ):
            return
        yield Named(at, match.end(1), match[1], "attend", 0.6)


def _between(
    text: str,
    listed: Sequence[Body],
    index: int,
    acting: dict[int, str],
    taken: Sequence[tuple[int, int]],
) -> Iterator[Named]:
    """The one name that stands between two bodies of a list: 甲集团、乙电子、丙集团入选."""
    if index + 1 not in acting:
        return
    start, end = listed[index].end, listed[index + 1].start
    between = _ONE_BETWEEN.fullmatch(text, start, end)
    if not between or any(a < end and start < b for a, b in taken):
        return
    if _listed_name(between[1]) and not is_place_name(between[1]):
        yield Named(between.start(1), between.end(1), between[1], acting[index], 0.6)


def _listed_name(item: str) -> bool:
    """Whether an item of a list of bodies may be a body's name without an ending."""
    return (
        not item.startswith(tuple(data()["generic"]["starts"]))
        and item not in data()["sectors"]["words"]
        and not re.search(
            r"[的了]|负责|代表|领导|同志|专家|记者|人员|干部|群众|有关|相关|单位|部门|党政", item
        )
    )


def hosts(text: str, have: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """The bodies of a list that hosts or comes along: 由甲局、乙中心联合举办, 率丙处负责人."""
    for match in chain(_BY.finditer(text), _BROUGHT.finditer(text)):
        capacity = "host" if match.re is _BY else "attend"
        for part in re.finditer(r"[^、]+", match["items"]):
            begin = match.start("items") + part.start()
            for piece in re.finditer(r"(?:(?!以及|[和与及](?=[一-龥]{3})).)+", part[0]):
                start, end = begin + piece.start(), begin + piece.end()
                name = text[start:end].removeprefix("以及").lstrip("和与及")
                start = end - len(name)
                known = any(a < end and start < b for a, b in have)
                if known or not 3 <= len(name) <= 26 or _VAGUE.search(name):
                    continue
                if capacity == "attend" and name.endswith(_PLACES):
                    continue
                if _BODY_LIKE.search(name):
                    yield Named(start, end, clean_name(name), capacity, 0.7)


_VAGUE = re.compile("的|相关|有关|部分")
_PLACES = ("镇", "街道", "乡", "区", "村", "县", "市")
_BODY_LIKE = re.compile(
    r"(?:中心|局|委|办|会|社|馆|院|校|大学|公司|集团|协会|厅|部|站|所|台|行|厂|镇|街道|乡|区|队|组|宫|报|网|联盟|处|室|科|系|院|股)$"
)


def in_lists(
    text: str,
    start: int,
    have: Sequence[tuple[int, int]],
    taken: Sequence[tuple[int, int]],
    listed: Sequence[Body] = (),
) -> Iterator[Named]:
    """Names without an ending of bodies, in a list that says what they are: 甲、乙等7家企业.

    What only ends a longer name that is ``listed`` is none.
    """
    if _ENUMERATED.search(text, start) is None:
        return
    for match in _ITEMS.finditer(text, start):
        clause = max(text.rfind(mark, 0, match.start("items")) for mark in CLAUSE_MARKS) + 1
        pre = text[clause : match.start("items")]
        rest = re.split(r"[。;!?\n]", text[match.end() : match.end() + 60])[0]
        if (
            not (
                match["lead"] in ("由", "与", "对", "会同", "邀请")
                or _ATTENDING.search(rest)
                or _OUTCOME.match(rest)
            )
            or quoted(pre)
            or (_VISITING.search(pre) and match["lead"] != "对")
        ):
            continue
        at = match.start("items")
        for item in match["items"].split("、"):
            following = at + len(item) + 1
            opening = _DAY_AHEAD.match(item)
            at += opening.end() if opening else 0
            item = _AND_SO_ON.sub("", text[at : following - 1])
            end = at + len(item)
            for joint in ("以及", "及", "和"):
                if joint in item[1:-2] and longest_name(item) == "":
                    at, item = (
                        at + item.index(joint) + len(joint),
                        item[item.index(joint) + len(joint) :],
                    )
            if (
                not any(a < end and at < b for a, b in (*have, *taken))
                and not any(b.start < at and end <= b.end for b in listed)
                and not is_place_name(item)
                and not item.startswith(tuple(data()["generic"]["starts"]))
                and 2 <= len(item) <= 12
                and item not in data()["sectors"]["words"]
            ):
                yield Named(at, end, clean_name(item), "attend", 0.7)
            at = following
