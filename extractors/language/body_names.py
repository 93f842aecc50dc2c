"""Names of bodies wherever they stand: 区人民政府, 甘肃省文化和旅游厅, 青江机械有限公司.

A name ends in one of the endings of the lexicon. It begins after punctuation, after a word that
stands in no name (召开, 由, 传达), or with the place or level that opens it (区, 甘肃省); endings
that
are common words' too (局, 部, 委) need such an opening, or a department of the lexicon before them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from extractors.language.body_endings import ending_spans, endings, unit_endings
from extractors.language.document import merged
from extractors.language.gazetteer import is_place_name, longest_name
from extractors.language.posts import after_leads, reach
from extractors.lexicon import columns, table
from extractors.lexicon.alternation import any_of, any_word
from extractors.lexicon.suffixes import Suffixes, suffixes

_JOINED = re.compile(
    r"以及|和(?![平谐田睦])|与(?<!参与)(?!会)|同(?<![共会合协联一]同)(?![意志学乡业时步仁济心盟行年月日])|"
    r"及(?<![普涉]及)(?![其时格])|暨|或"
)
_JOINT = re.compile(f"[、,;]|及其|{_JOINED.pattern}")
_CHANGED = re.compile(
    "(?:(?:、|和|与|及)[^,。;、]{2,14}){0,4}(?:正式|也|均|分别|同时)?(?:成立|撤销|撤消|改为|改称|改名|更名|易名|并入|划归|升格|分为|分设|合并|揭牌|挂牌|开业|诞生|开馆)"
)
_COUNTED = re.compile(
    r"^[0-9.一二两三四五六七八九十百千]+(?:余|多)?[百千万亿]*(?:余|多)?(?:家|个|所|名|支|位|余|大|项|类|次|座|处|条)"
)
_MANY = re.compile(
    r"共?(?:[0-9]+|[一二两三四五六七八九十]+)(?:余|多)?(?:个|所|家|座|处|间|支|名|户)(?![^,。;、)\n])"
)
_LEVEL = re.compile(
    r"^(?:自治区|自治州|自治县|地区|行署|专署|[省市区县州盟旗镇乡村校院厂矿]|[厅局](?!直))(?=[\u4e00-\u9fff])"
)
_NAMED_UNIT = re.compile(
    "[\u4e00-\u9fff]{1,3}(?<![全各该本我一两几个多])(?:[县旗]|市(?![容场民])|(?<![地山库灾矿林牧湖景校厂园新老小社片一二三四五六七八九十])区(?!域))"
)
"""A county or city that is none of the gazetteer's opens a name: 青江县[义赈会]."""
_LEVEL_OF_BODY = re.compile(
    r"(?:自治区|自治州|自治县|[省市县州盟旗镇乡])(?=[委政人革公中总农工商财教水粮供税法检武妇团直第文卫审统住发应医退环残侨档科体林电机交计经冶煤化轻纺物劳牧渔气测烟盐邮广旅])|"
    r"区(?=委|政府|人民|人大|政协|公所)"
)
_NO_LEVELS = frozenset("团组会社部队站股室台行库店村校馆院")
_INSIDE = re.compile(
    r"(?:大学|学院|公司|集团|医院|农科院|社科院|林科院|医科院|铁科院|研究院|研究所|科学院|博物院|博物馆|出版社|报社|银行|总局|农场|林场|矿务局|总厂|党校|协会|学会|联合会|法院|检察院|人民政府|委员会|水泥厂|化肥厂|钢铁厂)[\u4e00-\u9fff]{2,}$"
)
"""A body's name in the name of its part: 故宫[博物院]古建部."""
_BANK = re.compile(
    "[工农中建交人][行商]|农发行|邮储|国开行|进出口行|招商|浦发|兴业|民生|光大|华夏|中信|广发|平安"
)
"""How the branch of a bank begins that is named without 银行: 农发行安徽省分行."""
_CODE = re.compile("[0-9〇零一二三四五六七八九]{3,5}[厂库矿所院台]")
"""Works that are called by a number: 九三五厂."""
_WITH_PARTS = frozenset(("military", "task_force", "delegation", "village", "company"))
_PART = re.compile(
    r"(?<=[军匪兵])(?![占进侵攻轰驻到在向与和由从及一两某各])[\u4e00-\u9fff]{2,3}部(?![队署落分门长委属下])|"
    r"(?<=局)[一二三四五六七八九十]{1,3}(?:处|队|公司)(?!长|经理)|"
    r"(?:所属|驻[\u4e00-\u9fff]{1,4})?某[部师旅团营连](?:[\u4e00-\u9fff]{0,4}[团营连])?|(?<=[师旅团营])[一二三四五六七八九十]{1,3}[团营连](?!长|级|以)|第[0-9一二三四五六七八九十]+(?:小组|分队|组|分团)"
)
"""A part of a force or of a group that is named behind it: 北京军区[某部], 考核评估组[第三组]."""
_WITH_OFFICES = frozenset(("congress", "cppcc", "government"))
_OFFICES_ACT = re.compile("机关(?:召开|举行|举办|开展|组织|由|从|迁|搬|移)")
_NATIONAL = (
    *("国家", "中央", "全国", "中国", "中共", "最高", "中科院"),
    *("联合国", "国务院", "教育部", "外交部", "军委"),
)
_WIDE = ("中国", "国际", "国家", "亚洲", "世界")
_ORDINAL = re.compile(
    r"^(?:[【】]|\([0-9一二三四五六七八九十]+\)|第?[0-9一二三四五六七八九十首]+届(?!全国|[\u4e00-\u9fff]{0,8}(?:人大|人代会|人民代表大会)$)|(?:第?[一二三四]季度|[上下]半年|年度)|[本同是当该次][年月日](?=.{3})|"
    r"(?:[上中下]旬|[年月][初中底末]|清晨|凌晨|早[上晨]|上午|中午|下午|傍晚|晚上|深夜|当[晚夜])(?=.{3})|"
    r"原(?![平子州阳种材料野生山告])(?=.{3}|[省市县区州地][委])|新一届|新成立的|以及|和|与|同|及|暨|并|各级(?=.{4})|(?:[^,。;]*?)——|"
    r"(?:[省市区县州国境]内|本地|当地)?(?:知名|重点|龙头|骨干|民营)?企业(?=[^、,。]{4,}公司$)|(?:集团|公司|总公司)?(?:全资|控股|下属|所属|参股|直属)*子公司(?=.{3}))"
)
_VAGUE = re.compile(
    r"[多余]个|当地|[0-9][省市区县个]|[一两]所|可能|预计|愿[同与意]|即同|始终|各[家地]|多[地届]|要求|提供(?!商)|反对(?!派)|质疑|正在|继续(?!教育)|即将|没有|打击|以[上下]|[省市区县乡镇][两三四五]?级|[东南西北]站$|[一两三]个(?:联队|大队|中队|支队|[师旅团营连排班])|[两几各]个|一行|首批|第[一二三四五六七八九十]+批|班子|部分|领导(?!小组|干部|力|科学|艺术)|成员|有关|相关|各级|各部|各有|负责|主要|直属单位|以及|[、,。;]"
)
_GROUP_OF_VILLAGE = re.compile(
    r"[0-9][处所家座间支名户]|[十百][一二三四五六七八九]?[处所家座间支户]$|[两三四五六七八九十]大队$|[0-9两一二三四五六七八九十](?:村民)?组$"
)
_ARMY = re.compile("军.|红.{1,4}军|[农工].{1,2}师|国民党|兵|野战|第.{1,4}[军师旅]|纵队|独立")
_ANY = re.compile(
    "^(?:高级|初级|临时|民办|公办|小型|大型|中型|常年|季节性|国营|集体|社办|队办|县办|乡办|土|简易|业余)+"
)
"""What makes no name of a kind of body: 民办[小学]."""
_SESSION = re.compile(
    r".{2,}?第?[0-9一二三四五六七八九十]+届(?:第?[0-9一二三四五六七八九十]+次)(?:委员会|执委会|常委会|理事会|全委会|代表会)"
)
"""A meeting that is counted, which is no body: 区总工会六届七次委员会 is held by the 区总工会."""
_VERB_BEHIND = re.compile(
    r"来(?=[省市县区州乡镇校院厂我])|增挂|加挂|派(?!出所|驻)(?:出|遣|往|进|去)?了?|赴(?!\w{1,6}(?:视察|考察|访问|慰问|参访|经贸|招商|医疗|学习|演出)?[团组队])|向|把|从|被|获|受理|查处|查封|破获|侦破|约谈|资助|捐助|援助|托管|代管|是(?!日)|致|及其|等|嘉奖|发现|探明|组织(?=[\u4e00-\u9fff]{1,10}(?:[队团]|小组|委员会|指挥部|专班))(?![部委史科处])|"
    r"跻身|入选|登上|登陆|位列|位居|名列|挺进|牵手|携手|入驻|落户|加盟|涉足|跨入|晋级|"
    r"赠(?![品书言礼])|公示|隶|公开|[一二终]审|审理|宣判|责令|夺得|结成|结为"
)
"""Behind a name, what tells that the next ending belongs to another: 甲制片厂[来]县乙公社."""
_NOTE = re.compile(r"\([^()]*\)|“[^“”]*”")
_OF_ALL = re.compile(
    r"全(?:自治区|自治州|[省市区县州旗镇乡校院])[\u4e00-\u9fff]{3,30}(?:领导小组|领导组|指挥部|组委会|筹委会)"
)
"""A body that is named after a task of the whole place: 全县抗旱领导小组."""
_SENDER = re.compile(
    r"[\u4e00-\u9fff]{2,8}(?:共和国|合众国|联邦|王国)|[美英法德日俄泰韩]国|中国|日本|苏联|越南"
)
_SOME = re.compile(r"(?:省|市|县|区|乡镇|市、)各|县\(市、区\)|市\(县、区\)|县\(区\)")
_OWN = re.compile(r"[我本该](?:[省市区县州校院厂局司矿]|公司|集团|学院|医院)")
_TERM = re.compile(
    r"[\u4e00-\u9fff]{0,12}第[0-9一二三四五六七八九十]+届[\u4e00-\u9fff]{0,12}委员会"
)
_LONGEST = 36
_AHEAD = 16
"""How far behind a name what stands there can tell a lead (characters)."""


class Body(NamedTuple):
    """A body's name where it stands, before it is known to take part (clean offsets)."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=1)
def _data() -> Any:
    return table("acting")


@lru_cache(maxsize=1)
def _placed() -> frozenset[str]:
    """Endings that need a place or a level before them."""
    return frozenset(_data()["placed"]["endings"])


@lru_cache(maxsize=1)
def _leads() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    """Words that stand in no body's name, and longer words that are no leads though one is in them;
    these last by themselves, and the leads that count only before a place."""
    data = _data()
    inside, before_places = data["inside"]["words"], data["leads_before_places"]["words"]
    escaped = (map(re.escape, ws) for ws in (inside, data["leads"]["words"]))
    regex = any_of(*escaped, data["leads"]["patterns"], map(re.escape, before_places))
    anchored = frozenset(before_places) - frozenset(data["leads"]["words"])
    return re.compile(regex), frozenset(inside), anchored


@lru_cache(maxsize=1)
def _founded_list() -> re.Pattern[str]:
    """A list of what is founded, up to one of its items: 设办公室、[政策法规处]."""
    return re.compile(
        rf"(?<![建附铺架陈敷假摆常特公私])(?!设有|建立健全){any_word(_founding())}了?(?:[^,。;、]{{2,14}}(?:、|和|与|及))+$"
    )


@lru_cache(maxsize=1)
def _founding() -> frozenset[str]:
    """Leads behind which a common ending needs no place: 增设工业部."""
    return frozenset(_data()["founding"]["words"])


@lru_cache(maxsize=1)
def _tasks() -> tuple[frozenset[str], frozenset[str]]:
    """Endings of bodies that are named after their task, and the leads that count before these."""
    tasks = _data()["tasks"]
    return frozenset(tasks["endings"]), frozenset(tasks["leads"])


def names(text: str, start: int = 0, taken: Sequence[tuple[int, int]] = ()) -> tuple[Body, ...]:
    """Names of bodies in ``text[start:]`` from the left, none inside a stretch that is taken."""
    return _names(text, start, tuple(sorted(taken)))


@lru_cache(maxsize=1024)  # a document is read twice: for its names, then entry by entry
def _names(text: str, start: int, blocks: tuple[tuple[int, int], ...]) -> tuple[Body, ...]:
    starts, ends = merged(blocks)
    found: list[Body] = []
    for first, end, kind in ending_spans(text, start):
        before = bisect_left(starts, end)
        floor = max(start, ends[before - 1]) if before else start
        if floor > first:
            continue
        if text.startswith("组织", end - 1) and text[first : end - 1] in endings():
            end -= 1  # 某中心组织的, not a 中心组
        end -= text.endswith("常委会议", first, end)  # the 常委会 meets
        if found and floor < found[-1].end <= first:
            joint = _JOINT.match(text, found[-1].end)
            verb = None if joint else _VERB_BEHIND.match(text, found[-1].end)
            floor = joint.end() if joint else verb.end() if verb else floor
        opening = _opening(text, floor, first, end)
        if opening is None and text.startswith("”", end):  # 县“妇抗会”成立
            end += 1
            opening = _opening(text, floor, first, end)
        if opening is None or _SESSION.fullmatch(text, opening, end):
            continue
        if found and text.startswith("驻", found[-1].end) and found[-1].end + 1 == opening:
            opening = found[-1].start if text[first:end].endswith("组") else opening
        while found and found[-1].start >= opening:
            found.pop()
        if found and _TERM.fullmatch(text, found[-1].end, end):
            # 中国人民政治协商会议 + 第十三届全国委员会 is one body.
            opening = found.pop().start
        if kind in _WITH_OFFICES and _OFFICES_ACT.match(text, end):
            end += len("机关")
        if kind in _WITH_PARTS and (part := _PART.match(text, end)):
            end = part.end()
        found.append(Body(opening, end, kind))
    return tuple(found)


def _opening(text: str, floor: int, first: int, end: int) -> int | None:
    """Where the body that ends in ``text[first:end]`` begins, not before ``floor``; None where what
    stands there is no name."""
    ending = text[first:end].rstrip("”")
    if text.startswith("”", end - 1):
        first = text.rfind("“", floor, first)
        if first < 0:
            return None
    at = reach(text, first, floor)
    return _opening_from(text, at if at == floor else at - 1, at, first, end, ending)


@lru_cache(maxsize=4096)  # as above
def _opening_from(text: str, floor: int, at: int, first: int, end: int, ending: str) -> int | None:
    """The same for a name that begins at ``at`` or behind it."""
    at, founded = _past_leads(text, floor, at, first, end, ending)
    at = _split(text, at, end)
    while (ordinal := _ORDINAL.match(text[at:end])) and not (
        text[at] in "和同与及" and len(longest_name(text, at, full_only=True)) > 1
    ):  # 和平县, 同心县 begin with no conjunction
        at += ordinal.end()
    name = text[at:end]
    if not _is_name(name) or ((not founded or _is_type(name)) and _MANY.match(text, end)):
        return None
    if ending in unit_endings() and not _ARMY.search(name):
        return None
    if ending in _placed() and not (
        (len(name) >= 3 and (founded or _CHANGED.match(text, end)))
        or _is_placed(name, ending)
        or (len(name) >= 3 and _founded_list().search(text, max(0, at - 80), at))
    ):
        return None
    return _seat(text, at, floor)


def _past_leads(
    text: str, floor: int, at: int, first: int, end: int, ending: str
) -> tuple[int, bool]:
    """Past what can stand in no body's name, and whether that says that it is founded."""
    at = after_leads(text, at, first)
    leads, no_leads, anchored = _leads()
    of_tasks, tasks_leads = _tasks()
    founded = False
    # 并入: 并 is a lead of posts; 组成“对话团”: what stands before the mark tells.
    seen = max(0, at - _AHEAD) if at and text[at - 1] == "“" else max(floor, at - 1)
    for match in leads.finditer(text, seen, end + _AHEAD):
        word = match[0]
        if (
            word in no_leads
            or match.end() > first
            or (ending in of_tasks and word not in tasks_leads)
        ):
            continue
        if word not in anchored or _opens_a_name(text, match.start(), match.end()):
            founded = word in _founding() and match.end() >= at - 1
            at = max(at, match.end())
    return at, founded


def begins_at(text: str, first: int, end: int, ending: str) -> int:
    """Where the name of a body begins that reaches back from ``first`` (clean offset)."""
    at = reach(text, first, max(0, first - _LONGEST))
    return _past_leads(text, max(0, at - 1), at, first, end, ending)[0]


def _seat(text: str, at: int, floor: int) -> int:
    """Where a name begins that has its seat elsewhere: 甲市驻[乙办事处] begins with 甲市."""
    if at - 1 <= floor or text[at - 1] != "驻":
        return at
    sender = max(floor, at - 13)
    return next(
        (
            i
            for i in range(sender, at - 2)
            if _SENDER.fullmatch(text, i, at - 1) or is_place_name(text[i : at - 1])
        ),
        at,
    )


def _opens_a_name(text: str, lead: int, at: int) -> bool:
    """Whether a place, a level or the nation opens what stands behind a lead: 解散[县议会]."""
    inside_place = any(
        len(longest_name(text, start, full_only=True)) > at - start
        for start in (lead, max(0, lead - 1))
    )
    return not inside_place and (
        _LEVEL_OF_BODY.match(text, at) is not None
        or text.startswith(_NATIONAL, at)
        or longest_name(text, at, full_only=True) != ""
    )


def _is_placed(name: str, ending: str) -> bool:
    """Whether the name opens with a place or a level, or is one of the lexicon's departments."""
    if _central().end(name):
        return True
    if len(ending) == 1 and ending in _NO_LEVELS and is_place_name(name[:-1]):
        return False  # 静海县[团泊新城]
    if _CODE.fullmatch(name) or (ending in ("分行", "支行") and _BANK.match(name)):
        return True
    if ending not in ("会", "团", "组", "队") and _INSIDE.search(name, 2):
        return True
    if ending == "部":
        return False
    if name.startswith(_NATIONAL) or longest_name(name) or any(w in name for w in _WIDE):
        return True
    if _NAMED_UNIT.match(name, 0, len(name) - len(ending)):
        return True
    return _LEVEL.match(name) is not None and len(name) >= len(ending) + 2


@lru_cache(maxsize=1)
def _central() -> Suffixes:
    """Departments that need no place before them, in all their forms."""
    data = table("departments")
    found: set[str] = set(data["formerly"])
    for row in (*data["central"], *data["mass"]):
        found |= {row["name"], *row.get("short", ())}
    for row in (*data["party"], *data["local"]):
        found |= {
            stem + end for stem in (row["stem"], *row.get("short", ())) for end in row["ends"]
        }
        found |= set(row.get("names", ()))
    return suffixes(name for name in sorted(found) if len(name) >= 2)


def _split(text: str, start: int, end: int) -> int:
    """Past a conjunction that joins this body to one before it (甲局和乙局: 乙局)."""
    at, alone = start, _generic()[0]
    joints = list(_JOINED.finditer(text, start, end - 1))
    parts = [m.span() for m in _together().finditer(text, start, end)] if joints else []
    for match in joints:
        if any(a < match.start() < b for a, b in parts):
            continue
        left = _NOTE.sub("", text[at : match.start()])
        whole = _whole().end(left) or is_place_name(left) or _OWN.fullmatch(left)
        if (len(left) >= 2 and whole) or (
            left and left not in alone and _opens_a_name(text, match.start(), match.end())
        ):
            at = match.end()
    return at


@lru_cache(maxsize=1)
def _together() -> re.Pattern[str]:
    """Stretches in which a conjunction joins the parts of one name: 文化和旅游."""
    return re.compile(any_word(table("departments")["joined"]))


@lru_cache(maxsize=1)
def _whole() -> Suffixes:
    endings = (row[0] for row in columns("body_endings") if len(row[0]) >= 2)
    return suffixes((*endings, *_data()["joined"]["whole"]))


@lru_cache(maxsize=1)
def _generic() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Words that are no name by themselves, words that begin none, and names that begin so."""
    generic = _data()["generic"]
    return frozenset(generic["whole"]), tuple(generic["starts"]), tuple(generic["except"])


def _is_type(name: str) -> bool:
    """Whether a name says only what it is a name of: 高级[农业生产合作社]."""
    return _ANY.sub("", name) in endings()


def _is_name(name: str) -> bool:
    words_alone, no_starts, but_these = _generic()
    return (
        2 <= len(name) <= _LONGEST
        and name not in words_alone
        and (
            not name.startswith(no_starts)
            or name.startswith(but_these)
            or _OF_ALL.fullmatch(name) is not None
        )
        and not _SOME.match(name)
        and not _COUNTED.match(name)
        and not _VAGUE.search(_NOTE.sub("", name))
        and not is_place_name(name)
        and not _GROUP_OF_VILLAGE.search(name)
        and name.count("“") == name.count("”")
        and name.count("(") == name.count(")")
    )
